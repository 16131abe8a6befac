//! How it goes: what each target's figures say, what is owed and what has come. Counts and coverage, never a mean.

mod counts;

use std::collections::{BTreeMap, BTreeSet};

use super::judge::Judge;
use super::programme::{TargetId, facts_of};
use super::reporting::{Duties, DutySchedule, ReportDuties, Tally};
use super::{PageId, Pages, Programme};
use crate::document::data::FollowUp;
use crate::document::facts::{AssignmentState, Facts};
use crate::period::{Date, Period};
use crate::status::{Assessment, Fulfilment, Implementation, Places, Reason, Reporting};

pub use counts::{Count, StatusCounts};

/// What the figures say of one target.
#[derive(Clone, Debug)]
pub struct TargetProgress {
    /// The target.
    pub id: TargetId,
    /// The target whose terms count: another when this one only repeats it.
    pub terms: TargetId,
    /// The judgement and what it was made from.
    pub assessment: Assessment,
    /// For a goal in every place: each place's own.
    pub places: Option<EveryPlace>,
    /// Whether a later target replaced it.
    pub superseded: bool,
}

/// A target in every place.
#[derive(Clone, Debug)]
pub struct EveryPlace {
    /// Each place and its judgement, if it was measured.
    pub each: Vec<(PageId, Option<Assessment>)>,
    /// Together.
    pub all: Places<PageId>,
}

/// How one goal or assignment goes.
#[derive(Clone, Debug)]
pub struct SubjectProgress {
    /// Each of its targets.
    pub targets: Vec<TargetProgress>,
    /// All its targets together: the worst decides, unless the body has overruled the figures.
    pub fulfilment: Fulfilment,
    /// What the figures say, where the body's own judgement stands before them.
    pub overruled: Option<Overruled>,
    /// How far the work has come, by the latest follow-up.
    pub implementation: Implementation,
    /// Whether its follow-ups have come.
    pub reporting: Reporting,
    /// Whether it still counts: rows that were replaced or struck are listed, but stand outside every sum.
    pub in_force: bool,
}

/// A judgement that a person has set before what the figures say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overruled {
    /// What the figures say.
    pub computed: Fulfilment,
    /// Why the person says otherwise.
    pub reason: String,
    /// The role of who says so.
    pub role: String,
    /// When.
    pub date: Date,
}

/// Where a goal or assignment stood at the end of a year, by what was known of that year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// How far its targets were reached.
    pub fulfilment: Fulfilment,
    /// How far the work had come.
    pub implementation: Implementation,
}

/// The status of a goal or assignment at two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// At the earlier day.
    pub before: Status,
    /// At the later day.
    pub after: Status,
}

/// The goals and assignments whose status differs between two days.
pub type Changes = BTreeMap<PageId, StatusChange>;

/// Where every goal and assignment stood on a day, in the programme's order.
pub(super) type Standings = Vec<(PageId, Status)>;

/// Both list the same goals and assignments in the same order.
fn changed(before: &Standings, after: &Standings) -> Changes {
    let both = before.iter().zip(after).map(|((_, before), (page, after))| (*page, StatusChange { before: *before, after: *after }));
    both.filter(|(_, change)| change.before != change.after).collect()
}

/// How the whole programme goes.
#[derive(Debug, Default)]
pub struct Progress {
    /// By goal and assignment.
    pub subjects: BTreeMap<PageId, SubjectProgress>,
    /// Indicators that no target names: whether their values move the way that is good.
    pub indicators: BTreeMap<PageId, Assessment>,
    /// Every follow-up that is owed.
    pub duties: Duties,
    /// Every report that a body owes as a whole.
    pub reports: ReportDuties,
    /// The periods that have a page: those that something is owed or reported for, and their years.
    pub periods: Vec<Period>,
    /// By year: what stood elsewhere at its end than at the end of the year before. Of years that are over, from the second
    /// on that something is known of.
    changes: BTreeMap<i16, Changes>,
    /// What changed since last time, and the year that "last time" is.
    pub latest: Option<(i16, Changes)>,
    /// The last period that something is known of.
    pub newest: Option<Period>,
    /// Whether the programme sets any targets, or any follow-up judges by itself: without, nothing is assessed.
    pub has_targets: bool,
    /// Of the whole programme.
    counts: StatusCounts,
    /// By body, and by goal for what serves it.
    counts_of: BTreeMap<PageId, StatusCounts>,
}

impl Progress {
    /// Judges everything by what is known on a day.
    pub fn assemble(pages: &Pages, programme: &Programme, today: Date) -> Self {
        let schedule = DutySchedule::new(pages, programme, today);
        let duties = Duties::new(schedule.duties(), programme, today);
        let mut progress = Self { duties, reports: ReportDuties::new(schedule.reports()), ..Self::default() };
        progress.add_periods(progress.known_periods(programme).into_iter());
        let judge = Judge { pages, programme, today, known_until: today };
        let subjects = programme.goals.iter().chain(&programme.assignments);
        progress.subjects = subjects.map(|page| (*page, judge.subject(*page, progress.duties.tally(*page)))).collect();
        progress.indicators = judge.untargeted();
        progress.newest = measured_or_reported(programme).filter(|period| period.end() <= today).max();
        progress.compare_years(pages, programme, today);
        let judged = programme.reports().any(|reported| reported.row.assessment.is_some());
        progress.has_targets = judged || progress.subjects.values().any(|subject| !subject.targets.is_empty());
        progress.count(programme);
        progress
    }

    /// The years among the periods that have a page.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.periods.iter().filter_map(|period| if let Period::Year(year) = period { Some(*year) } else { None })
    }

    /// What changed in a year: goals and assignments that stood elsewhere at its end than at the end of the year before.
    pub fn changes(&self, year: i16) -> Option<&Changes> {
        self.changes.get(&year)
    }

    /// Compares each year that is over with the one before, and what is known now with the last of them that was over
    /// before the newest figures.
    fn compare_years(&mut self, pages: &Pages, programme: &Programme, today: Date) {
        let history = history(pages, programme, today);
        for ((before, then), (year, at_end)) in history.iter().zip(history.iter().skip(1)) {
            if before + 1 == *year {
                self.changes.insert(*year, changed(then, at_end));
            }
        }
        let Some((last, standings)) = history.last_key_value() else { return };
        self.latest = if self.newest.is_some_and(|newest| newest.end() > Period::Year(*last).end()) {
            let subjects = programme.goals.iter().chain(&programme.assignments);
            let now = subjects.filter_map(|page| Some((*page, self.subject(*page)?.standing()))).collect();
            Some((*last, changed(standings, &now)))
        } else {
            history.get(&(last - 1)).map(|before| (last - 1, changed(before, standings)))
        };
    }

    /// Gives more periods a page, and their years.
    pub(super) fn add_periods(&mut self, more: impl Iterator<Item = Period>) {
        self.periods.extend(more);
        let years: Vec<Period> = self.periods.iter().map(|period| Period::Year(period.year())).collect();
        self.periods.extend(years);
        self.periods.sort();
        self.periods.dedup();
    }

    /// How one goal or assignment goes.
    pub fn subject(&self, page: PageId) -> Option<&SubjectProgress> {
        self.subjects.get(&page)
    }

    /// How the assignments of a body go, or those that serve a goal.
    pub fn counts_of(&self, page: PageId) -> Option<&StatusCounts> {
        self.counts_of.get(&page)
    }

    /// How all assignments go.
    pub fn counts(&self) -> &StatusCounts {
        &self.counts
    }

    fn count(&mut self, programme: &Programme) {
        let of = |assignments: &[PageId]| {
            let subjects = assignments.iter().filter_map(|assignment| self.subject(*assignment));
            StatusCounts::new(subjects.filter(|subject| subject.in_force))
        };
        let bodies = programme.bodies.iter().map(|body| (*body, of(programme.assignments_of(*body))));
        let goals = programme.goals.iter().map(|goal| (*goal, of(programme.serving(*goal))));
        (self.counts, self.counts_of) = (of(&programme.assignments), bodies.chain(goals).collect());
    }

    /// The years and parts of years that something is owed or was reported for.
    fn known_periods(&self, programme: &Programme) -> BTreeSet<Period> {
        let owed = self.duties.iter().map(|duty| duty.period).chain(self.reports.iter().map(|report| report.period));
        let reported = programme.reports().map(|reported| reported.row.period);
        let sections = programme.sections.keys().map(|(_, period)| *period);
        owed.chain(reported).chain(sections).collect()
    }
}

/// The periods that there are figures or follow-ups for.
fn measured_or_reported(programme: &Programme) -> impl Iterator<Item = Period> {
    let values = programme.observations.values().flatten().map(|measured| measured.row.period);
    values.chain(programme.reports().map(|reported| reported.row.period))
}

/// Judges every subject at the end of each year by the figures and follow-ups of periods that were over then.
fn history(pages: &Pages, programme: &Programme, today: Date) -> BTreeMap<i16, Standings> {
    let over = measured_or_reported(programme).map(|period| period.year()).filter(|year| Period::Year(*year).end() <= today);
    let years: BTreeSet<i16> = over.collect();
    years.into_iter().map(|year| (year, standings(pages, programme, Period::Year(year).end(), today))).collect()
}

/// Where every goal and assignment stood on a day, by what had come about it until another.
pub(super) fn standings(pages: &Pages, programme: &Programme, day: Date, known_until: Date) -> Standings {
    let judge = Judge { pages, programme, today: day, known_until };
    let subjects = programme.goals.iter().chain(&programme.assignments);
    subjects.map(|page| (*page, judge.subject(*page, Tally::default()).standing())).collect()
}

impl SubjectProgress {
    /// Its place on the two axes that can change.
    pub fn standing(&self) -> Status {
        Status { fulfilment: self.fulfilment, implementation: self.implementation }
    }
}

impl Judge<'_> {
    fn subject(&self, page: PageId, duties: Tally) -> SubjectProgress {
        let targets: Vec<TargetProgress> = self.programme.targets_of(page).iter().filter_map(|target| self.target(target)).collect();
        let reports = self.programme.follow_ups_of(page);
        let known = reports.iter().rev().map(|reported| &reported.row).find(|row| self.is_known_on(row));
        let computed = fulfilment(&targets, known.and_then(|row| row.assessment));
        let overruled = known.and_then(|row| overruled(row, computed));
        let state = facts_of(self.pages, page).and_then(Facts::as_assignment).map_or(AssignmentState::InForce, |facts| facts.state);
        SubjectProgress {
            fulfilment: overruled.as_ref().and_then(|_| known?.assessment).unwrap_or(computed),
            overruled,
            targets,
            implementation: match state {
                AssignmentState::InForce => known.map_or(Implementation::Unknown, |row| row.state),
                AssignmentState::Replaced => Implementation::Replaced,
                AssignmentState::Struck => Implementation::Cancelled,
            },
            in_force: state == AssignmentState::InForce,
            reporting: duties.only_due().together(),
        }
    }
}

/// A body's judgement that stands before the figures: only with a reason, a role and a day, which
/// [`Programme`] has checked.
fn overruled(row: &FollowUp, computed: Fulfilment) -> Option<Overruled> {
    let differs = row.assessment.is_some_and(|own| own != computed);
    let (reason, role, date) = (row.reason.as_ref()?, row.role.as_ref()?, row.date?);
    differs.then(|| Overruled { computed, reason: reason.value.clone(), role: role.clone(), date })
}

/// Figures decide where there are any; else the body's own judgement; else there is a reason why not.
fn fulfilment(targets: &[TargetProgress], judged: Option<Fulfilment>) -> Fulfilment {
    let current = targets.iter().filter(|target| !target.superseded);
    let measured = current.clone().map(|target| target.assessment.status).filter(|status| status.reason().is_none());
    if let Some(worst) = measured.max_by_key(|status| status.severity()) {
        return worst;
    }
    let reason = current.map(|target| target.assessment.status).next();
    judged.or(reason).unwrap_or(Fulfilment::NotAssessed(Reason::NoTarget))
}
