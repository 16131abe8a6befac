//! What is owed, in order, with what is asked of it: by assignment, by body, by period.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Duty, ReportDuty, Scope, Tally};
use crate::period::Date;
use crate::site::{PageId, Programme};
use crate::status::Reporting;

/// Every follow-up that is owed, by assignment in the programme's order, then period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duties {
    list: Vec<Duty>,
    /// By assignment and by body: the programme's order keeps those of both together.
    runs: BTreeMap<PageId, Run>,
    /// By goal: what the assignments that serve it owe.
    goals: BTreeMap<PageId, Tally>,
    late: Vec<usize>,
    total: Tally,
    matrix: Matrix,
}

/// Duties that stand together in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Run {
    places: Range<usize>,
    tally: Tally,
}

/// What is owed by body and time. The first row is of all bodies together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Matrix {
    rows: BTreeMap<PageId, usize>,
    columns: BTreeMap<Scope, usize>,
    cells: Vec<MatrixCell>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct MatrixCell {
    /// Places in the list of duties.
    places: Vec<usize>,
    tally: Tally,
}

impl Matrix {
    fn new(list: &[Duty], today: Date) -> Self {
        let mut matrix = Self::default();
        for duty in list {
            for scope in Scope::holding(duty.period) {
                let next = matrix.columns.len();
                matrix.columns.entry(scope).or_insert(next);
            }
        }
        let width = matrix.columns.len();
        matrix.cells.resize(width, MatrixCell::default());
        for (at, duty) in list.iter().enumerate() {
            let row = duty.body.map(|body| {
                let next = matrix.rows.len() + 1;
                *matrix.rows.entry(body).or_insert(next)
            });
            let needed = (matrix.rows.len() + 1) * width;
            matrix.cells.resize(needed.max(matrix.cells.len()), MatrixCell::default());
            let columns = Scope::holding(duty.period).map(|scope| matrix.columns.get(&scope).copied());
            for row in std::iter::once(0).chain(row) {
                for column in columns.into_iter().flatten() {
                    if let Some(cell) = matrix.cells.get_mut(row * width + column) {
                        cell.tally.add(duty, today);
                        cell.places.extend((row > 0).then_some(at));
                    }
                }
            }
        }
        matrix
    }

    fn cell(&self, body: Option<PageId>, scope: Scope) -> Option<&MatrixCell> {
        let row = match body {
            Some(body) => *self.rows.get(&body)?,
            None => 0,
        };
        self.cells.get(row * self.columns.len() + self.columns.get(&scope)?)
    }
}

impl Duties {
    /// Counts and sorts what assignments owe, given in the programme's order.
    pub(in crate::site) fn new(list: Vec<Duty>, programme: &Programme, today: Date) -> Self {
        let mut duties = Self { matrix: Matrix::new(&list, today), total: Tally::of(&list, today), ..Self::default() };
        let mut first = 0;
        for own in list.chunk_by(|one, next| one.assignment == next.assignment) {
            let run = Run { places: first..first + own.len(), tally: Tally::of(own, today) };
            first = run.places.end;
            if let Some(duty) = own.first() {
                if let Some(body) = duty.body {
                    let whole = duties.runs.entry(body).or_insert_with(|| Run { places: run.places.clone(), ..Run::default() });
                    whole.places.end = first;
                    whole.tally.join(run.tally);
                }
                duties.runs.insert(duty.assignment, run.clone());
            }
        }
        for goal in &programme.goals {
            let mut tally = Tally::default();
            programme.serving(*goal).iter().filter_map(|assignment| duties.runs.get(assignment)).for_each(|own| tally.join(own.tally));
            duties.goals.insert(*goal, tally);
        }
        duties.late = list.iter().enumerate().filter(|(_, duty)| duty.state == Reporting::Late).map(|(at, _)| at).collect();
        Self { list, ..duties }
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Duty> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing is owed at all.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What an assignment or a body owes.
    pub fn of(&self, page: PageId) -> &[Duty] {
        self.runs.get(&page).and_then(|run| self.list.get(run.places.clone())).unwrap_or_default()
    }

    /// What a body owes for some time.
    pub fn within(&self, body: PageId, scope: Scope) -> impl Iterator<Item = &Duty> {
        let places = self.matrix.cell(Some(body), scope).into_iter().flat_map(|cell| &cell.places);
        places.filter_map(|at| self.list.get(*at))
    }

    /// Those that are late.
    pub fn late(&self) -> impl ExactSizeIterator<Item = &Duty> {
        self.late.iter().map(|at| self.list.get(*at).expect("places of late duties are places in the list"))
    }

    /// Counts all of them.
    pub fn total(&self) -> Tally {
        self.total
    }

    /// Counts what an assignment or a body owes; of a goal, what the assignments that serve it owe.
    pub fn tally(&self, page: PageId) -> Tally {
        self.runs.get(&page).map(|run| run.tally).or_else(|| self.goals.get(&page).copied()).unwrap_or_default()
    }

    /// Counts what is owed for some time, by a body or by all of them.
    pub fn tally_within(&self, body: Option<PageId>, scope: Scope) -> Tally {
        self.matrix.cell(body, scope).map(|cell| cell.tally).unwrap_or_default()
    }
}

/// Every report that a body owes as a whole, by body in the programme's order, then period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportDuties {
    list: Vec<ReportDuty>,
    spans: BTreeMap<PageId, Range<usize>>,
}

impl ReportDuties {
    /// Sorts what bodies owe, given in the programme's order.
    pub(in crate::site) fn new(list: Vec<ReportDuty>) -> Self {
        let mut spans: BTreeMap<PageId, Range<usize>> = BTreeMap::new();
        for (at, report) in list.iter().enumerate() {
            spans.entry(report.body).or_insert(at..at).end = at + 1;
        }
        Self { list, spans }
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, ReportDuty> {
        self.list.iter()
    }

    /// Whether no body owes any.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What a body owes.
    pub fn of(&self, body: PageId) -> &[ReportDuty] {
        self.spans.get(&body).and_then(|span| self.list.get(span.clone())).unwrap_or_default()
    }
}
