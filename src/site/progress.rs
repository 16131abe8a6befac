//! How it goes: what each target's figures say, what is owed and what has come. Counts and coverage, never a mean.

use std::collections::BTreeMap;

use super::judge::Judge;
use super::programme::{TargetId, facts_of};
use super::reporting::{Duty, DutySchedule, ReportDuty};
use super::{PageId, Pages, Programme};
use crate::document::data::FollowUp;
use crate::document::facts::{AssignmentState, Facts};
use crate::period::{Date, Period};
use crate::status::{Assessment, Fulfilment, Implementation, Places, Reason, Reporting};

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

fn changed(before: &BTreeMap<PageId, Status>, after: &BTreeMap<PageId, Status>) -> Changes {
    let both = after.iter().filter_map(|(page, after)| Some((*page, StatusChange { before: *before.get(page)?, after: *after })));
    both.filter(|(_, change)| change.before != change.after).collect()
}

/// How the whole programme goes.
#[derive(Debug, Default)]
pub struct Progress {
    /// By goal and assignment.
    pub subjects: BTreeMap<PageId, SubjectProgress>,
    /// Indicators that no target names: whether their values move the way that is good.
    pub indicators: BTreeMap<PageId, Assessment>,
    /// Everything owed, by assignment in the programme's order, then period.
    pub duties: Vec<Duty>,
    /// Every report that a body owes as a whole, by body, then period.
    pub reports: Vec<ReportDuty>,
    /// The periods that have a page: those that something is owed or reported for, and their years.
    pub periods: Vec<Period>,
    /// Where each goal and assignment stood, by year: those years only that are over and that something is known of.
    pub history: BTreeMap<i16, BTreeMap<PageId, Status>>,
    /// What changed since last time, and the year that "last time" is.
    pub latest: Option<(i16, Changes)>,
    /// The last period that something is known of.
    pub newest: Option<Period>,
    /// Whether the programme sets any targets, or any follow-up judges by itself: without, nothing is assessed.
    pub has_targets: bool,
}

impl Progress {
    /// Judges everything by what is known on a day.
    pub fn assemble(pages: &Pages, programme: &Programme, today: Date) -> Self {
        let schedule = DutySchedule { pages, programme, today };
        let duties: Vec<Duty> = programme.assignments.iter().flat_map(|assignment| schedule.duties(*assignment)).collect();
        let reports: Vec<ReportDuty> = programme.bodies.iter().flat_map(|body| schedule.reports(*body)).collect();
        let periods = periods(programme, &duties, &reports);
        let mut progress = Self { duties, reports, ..Self::default() };
        progress.add_periods(periods.into_iter());
        let judge = Judge { pages, programme, today, known_until: today };
        for subject in programme.goals.iter().chain(&programme.assignments) {
            let subject_progress = judge.subject(*subject, &progress.duties);
            progress.subjects.insert(*subject, subject_progress);
        }
        progress.indicators = judge.untargeted();
        progress.newest = known_periods(programme).filter(|period| period.end() <= today).max();
        progress.history = history(pages, programme, today);
        progress.latest = progress.since_last_time();
        let judged = programme.follow_ups.values().flatten().any(|reported| reported.row.assessment.is_some());
        progress.has_targets = judged || progress.subjects.values().any(|subject| !subject.targets.is_empty());
        progress
    }

    /// The years among the periods that have a page.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.periods.iter().filter_map(|period| if let Period::Year(year) = period { Some(*year) } else { None })
    }

    /// What changed in a year: goals and assignments that stood elsewhere at its end than at the end of the year before.
    pub fn changes(&self, year: i16) -> Changes {
        let years = self.history.get(&(year - 1)).zip(self.history.get(&year));
        years.map(|(before, after)| changed(before, after)).unwrap_or_default()
    }

    /// What is known now against the last year that was over before the newest figures, and that year.
    fn since_last_time(&self) -> Option<(i16, Changes)> {
        let (last, standings) = self.history.last_key_value()?;
        if self.newest.is_some_and(|newest| newest.end() > Period::Year(*last).end()) {
            let now = self.subjects.iter().map(|(page, subject)| (*page, subject.standing())).collect();
            return Some((*last, changed(standings, &now)));
        }
        Some((last - 1, changed(self.history.get(&(last - 1))?, standings)))
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

    /// How many of some duties have come, of how many.
    pub fn coverage<'a>(duties: impl IntoIterator<Item = &'a Duty>) -> (usize, usize) {
        duties.into_iter().fold((0, 0), |(received, owed), duty| (received + usize::from(duty.state == Reporting::Received), owed + 1))
    }

    /// The state of some duties together.
    pub fn together<'a>(duties: impl IntoIterator<Item = &'a Duty> + Clone) -> Reporting {
        let (received, owed) = Self::coverage(duties.clone());
        let late = duties.into_iter().any(|duty| duty.state == Reporting::Late);
        match (received, owed) {
            (_, 0) => Reporting::None,
            (received, owed) if received == owed => Reporting::Received,
            (0, _) if late => Reporting::Late,
            (0, _) => Reporting::Expected,
            _ => Reporting::Partly,
        }
    }
}

/// The years and parts of years that something is owed or was reported for, in order.
fn periods(programme: &Programme, duties: &[Duty], reports: &[ReportDuty]) -> Vec<Period> {
    let owed = duties.iter().map(|duty| duty.period).chain(reports.iter().map(|report| report.period));
    let reported = programme.follow_ups.values().flatten().map(|reported| reported.row.period);
    let sections = programme.sections.keys().map(|(_, period)| *period);
    owed.chain(reported).chain(sections).collect()
}

/// The periods that there are figures or follow-ups for.
fn known_periods(programme: &Programme) -> impl Iterator<Item = Period> {
    let values = programme.observations.values().flatten().map(|measured| measured.row.period);
    values.chain(programme.follow_ups.values().flatten().map(|reported| reported.row.period))
}

/// Judges every subject at the end of each year by the figures and follow-ups of periods that were over then.
fn history(pages: &Pages, programme: &Programme, today: Date) -> BTreeMap<i16, BTreeMap<PageId, Status>> {
    let mut years: Vec<i16> =
        known_periods(programme).map(|period| period.year()).filter(|year| Period::Year(*year).end() <= today).collect();
    years.sort_unstable();
    years.dedup();
    years.into_iter().map(|year| (year, standings(pages, programme, Period::Year(year).end(), today))).collect()
}

/// Where every goal and assignment stood on a day, by what had come about it until another.
pub(super) fn standings(pages: &Pages, programme: &Programme, day: Date, known_until: Date) -> BTreeMap<PageId, Status> {
    let judge = Judge { pages, programme, today: day, known_until };
    let subjects = programme.goals.iter().chain(&programme.assignments);
    subjects.map(|page| (*page, judge.subject(*page, &[]).standing())).collect()
}

impl SubjectProgress {
    /// Its place on the two axes that can change.
    pub fn standing(&self) -> Status {
        Status { fulfilment: self.fulfilment, implementation: self.implementation }
    }
}

impl Judge<'_> {
    fn subject(&self, page: PageId, duties: &[Duty]) -> SubjectProgress {
        let current = self.programme.current_targets(self.pages, page);
        let count = facts_of(self.pages, page).map_or(0, |facts| super::programme::targets_of(facts).len());
        let targets: Vec<TargetProgress> = (0..count)
            .filter_map(|index| {
                let id = TargetId { owner: page, index };
                self.target(id, !current.contains(&id))
            })
            .collect();
        let reports = self.programme.follow_ups.get(&page).map(Vec::as_slice).unwrap_or_default();
        let known = reports.iter().rev().map(|reported| &reported.row).find(|row| self.is_known_on(row));
        let own: Vec<&Duty> = duties.iter().filter(|duty| duty.assignment == page).collect();
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
            reporting: Progress::together(own.iter().copied().filter(|duty| duty.due <= self.today || duty.state == Reporting::Received)),
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
