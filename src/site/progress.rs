//! How it goes: what each target's figures say, what is owed and what has come. Counts and coverage, never a mean.

use std::collections::BTreeMap;

use super::programme::{TargetId, facts_of};
use super::{PageId, Pages, Programme};
use crate::document::facts::{AssignmentState, Bound, Facts, Per, Target, TargetForm, Wanted};
use crate::period::{Cadence, Date, Grain, Period};
use crate::status::{Assessment, Case, Fulfilment, Implementation, Limit, Method, Places, Reading, Reason, Reporting, Rule, assess, assess_places};

/// A follow-up that is owed for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The assignment.
    pub assignment: PageId,
    /// The body that owes it.
    pub body: Option<PageId>,
    /// The period it is about.
    pub period: Period,
    /// The last day to hand it in.
    pub due: Date,
    /// Whether it has come.
    pub state: Reporting,
}

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
    /// All its targets together: the worst decides.
    pub fulfilment: Fulfilment,
    /// How far the work has come, by the latest follow-up.
    pub implementation: Implementation,
    /// Whether its follow-ups have come.
    pub reporting: Reporting,
    /// Whether it still counts: rows that were replaced or struck are listed, but stand outside every sum.
    pub in_force: bool,
}

/// How the whole programme goes.
#[derive(Debug, Default)]
pub struct Progress {
    /// By goal and assignment.
    pub subjects: BTreeMap<PageId, SubjectProgress>,
    /// Everything owed, by assignment in the programme's order, then period.
    pub duties: Vec<Duty>,
    /// The years that have a page: those that something is owed or reported for.
    pub years: Vec<i16>,
    /// Whether the programme sets any targets, or any follow-up judges by itself: without, nothing is assessed.
    pub has_targets: bool,
}

impl Progress {
    /// Judges everything by what is known on a day.
    pub fn assemble(pages: &Pages, programme: &Programme, today: Date) -> Self {
        let judge = Judge { pages, programme, today };
        let mut progress = Self::default();
        for assignment in &programme.assignments {
            progress.duties.extend(judge.duties(*assignment));
        }
        for subject in programme.goals.iter().chain(&programme.assignments) {
            let subject_progress = judge.subject(*subject, &progress.duties);
            progress.subjects.insert(*subject, subject_progress);
        }
        let reported = programme.follow_ups.values().flatten().map(|reported| reported.row.period.year());
        let mut years: Vec<i16> = progress.duties.iter().map(|duty| duty.period.year()).chain(reported).collect();
        years.sort_unstable();
        years.dedup();
        progress.years = years;
        let judged = programme.follow_ups.values().flatten().any(|reported| reported.row.assessment.is_some());
        progress.has_targets = judged || progress.subjects.values().any(|subject| !subject.targets.is_empty());
        progress
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

struct Judge<'a> {
    pages: &'a Pages,
    programme: &'a Programme,
    today: Date,
}

impl Judge<'_> {
    fn duties(&self, assignment: PageId) -> Vec<Duty> {
        let Some(facts) = facts_of(self.pages, assignment).and_then(Facts::as_assignment) else { return Vec::new() };
        let Some(plan) = self.programme.facts(self.pages) else { return Vec::new() };
        let Some(window) = self.programme.window(self.pages).filter(|window| !window.is_open()) else { return Vec::new() };
        if facts.state != AssignmentState::InForce {
            return Vec::new();
        }
        let mut cadences: Vec<Cadence> = facts.follow_up.iter().flat_map(|plan| plan.cadence.iter().copied()).collect();
        // A row that does not say how often follows the programme's own rule.
        if cadences.is_empty() {
            cadences.clone_from(&plan.cadence);
        }
        let mut periods: Vec<Period> = cadences.iter().flat_map(|cadence| cadence.periods((window.start(), window.end()))).collect();
        periods.sort();
        periods.dedup();
        // The year's report is also that of the year's last part: tertial reports are two a year beside it.
        let years: Vec<Period> = periods.iter().copied().filter(|period| matches!(period, Period::Year(_))).collect();
        periods.retain(|period| !years.iter().any(|year| year != period && year.end() == period.end() && year.contains(period)));
        let reports = self.programme.follow_ups.get(&assignment);
        let body = self.programme.body_of(self.pages, assignment);
        periods
            .into_iter()
            .map(|period| {
                let due = period.end().saturating_add(jiff::Span::new().days(plan.due_days));
                let came = reports.is_some_and(|reports| {
                    reports.iter().any(|reported| reported.row.period == period && reported.row.date.is_none_or(|date| date <= self.today))
                });
                let state = match came {
                    true => Reporting::Received,
                    false if self.today > due => Reporting::Late,
                    false => Reporting::Expected,
                };
                Duty { assignment, body, period, due, state }
            })
            .collect()
    }

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
        let known = reports.iter().rev().find(|reported| reported.row.date.is_none_or(|date| date <= self.today));
        let own: Vec<&Duty> = duties.iter().filter(|duty| duty.assignment == page).collect();
        let judged = known.and_then(|reported| reported.row.assessment);
        let state = facts_of(self.pages, page).and_then(Facts::as_assignment).map_or(AssignmentState::InForce, |facts| facts.state);
        SubjectProgress {
            fulfilment: fulfilment(&targets, judged),
            targets,
            implementation: match state {
                AssignmentState::InForce => known.map_or(Implementation::Unknown, |reported| reported.row.state),
                AssignmentState::Replaced => Implementation::Replaced,
                AssignmentState::Struck => Implementation::Cancelled,
            },
            in_force: state == AssignmentState::InForce,
            reporting: Progress::together(own.iter().copied().filter(|duty| duty.due <= self.today || duty.state == Reporting::Received)),
        }
    }

    fn target(&self, id: TargetId, superseded: bool) -> Option<TargetProgress> {
        let own = self.programme.target(self.pages, id)?;
        let terms_id = own.same_as.as_ref().and_then(|same| self.programme.find_target(&same.value)).unwrap_or(id);
        let terms = self.programme.target(self.pages, terms_id)?;
        let (assessment, places) =
            if terms.form == TargetForm::EveryPlace { self.every_place(terms) } else { (self.single(id.owner, terms), None) };
        Some(TargetProgress { id, terms: terms_id, assessment, places, superseded })
    }

    fn single(&self, owner: PageId, target: &Target) -> Assessment {
        let readings = self.readings(owner, target, None);
        let baseline = target.baselines.first().map(|baseline| Reading { period: baseline.period, value: baseline.value });
        let baseline = baseline.or_else(|| self.first_reading(target, &readings));
        let done = self.done(owner);
        self.judge(target, (baseline, &readings), done)
    }

    /// Where the programme gives no baseline, change is measured from the first value there is.
    fn first_reading(&self, target: &Target, readings: &[Reading]) -> Option<Reading> {
        let by = target.by?;
        let first = readings.first().copied().filter(|reading| reading.period.end() < by.end() && reading.period.end() <= self.today)?;
        (readings.len() > 1).then_some(first)
    }

    fn judge(&self, target: &Target, (baseline, readings): (Option<Reading>, &[Reading]), done: Option<Date>) -> Assessment {
        let Some(rule) = rule(target) else { return Assessment::not_assessed(Reason::NoTarget) };
        if matches!(rule, Rule::TextOnly) {
            return Assessment::not_assessed(Reason::NoTarget);
        }
        let good_is_up = self.good_is_up(target);
        assess(&Case {
            rule,
            by: target.by,
            baseline,
            readings,
            not_applicable: &[],
            good_is_up,
            today: self.today,
            done,
            method: Method::Line,
        })
    }

    fn good_is_up(&self, target: &Target) -> bool {
        let indicator = target.indicator.as_ref().and_then(|id| self.programme.find(&id.value));
        let wanted = indicator.and_then(|page| facts_of(self.pages, page)?.as_indicator()).map(|facts| facts.direction);
        match (target.direction, target.bound) {
            (Some(direction), _) => direction == Wanted::Up,
            (None, Bound::AtMost) => false,
            (None, Bound::AtLeast) => wanted != Some(Wanted::Down),
        }
    }

    fn every_place(&self, target: &Target) -> (Assessment, Option<EveryPlace>) {
        let all = target.areas.is_empty() || target.areas.iter().any(|area| area.value == "all");
        let named = target.areas.iter().filter_map(|area| self.programme.find(&area.value));
        let areas: Vec<PageId> = if all { self.programme.areas.clone() } else { named.collect() };
        let each: Vec<(PageId, Option<Assessment>)> = areas
            .into_iter()
            .map(|area| {
                let baseline = target
                    .baselines
                    .iter()
                    .find(|baseline| baseline.area.as_ref().and_then(|id| self.programme.find(&id.value)) == Some(area));
                let baseline = baseline.map(|baseline| Reading { period: baseline.period, value: baseline.value });
                let readings = self.readings(area, target, Some(area));
                let assessment = (!readings.is_empty()).then(|| {
                    let limit = limit(target).unwrap_or(Limit::AtLeast(0.0));
                    let rule = match limit {
                        Limit::AtLeast(value) => Rule::AtLeast { value },
                        Limit::AtMost(value) => Rule::AtMost { value },
                    };
                    assess(&Case {
                        rule,
                        by: target.by,
                        baseline,
                        readings: &readings,
                        not_applicable: &[],
                        good_is_up: self.good_is_up(target),
                        today: self.today,
                        done: None,
                        method: Method::Line,
                    })
                });
                (area, assessment)
            })
            .collect();
        let places = assess_places(&each);
        let assessment = Assessment { status: places.status, ..Assessment::not_assessed(Reason::NoMeasurement) };
        (assessment, Some(EveryPlace { each, all: places }))
    }

    /// The values that a target is measured by: the total, the place's own, or those of the body that owns the
    /// assignment, when the indicator counts by body.
    fn readings(&self, owner: PageId, target: &Target, area: Option<PageId>) -> Vec<Reading> {
        let indicator = target.indicator.as_ref().and_then(|id| self.programme.find(&id.value));
        let Some(measured) = indicator.and_then(|page| self.programme.observations.get(&page)) else { return Vec::new() };
        let by_body = measured.iter().any(|measured| measured.body.is_some());
        let body = if by_body { self.programme.body_of(self.pages, owner) } else { None };
        let own = measured.iter().filter(|measured| measured.area == area && measured.body == body);
        let mut readings: Vec<Reading> =
            own.filter_map(|measured| Some(Reading { period: measured.row.period, value: measured.row.value? })).collect();
        readings.sort_by_key(|reading| reading.period);
        readings
    }

    /// The end of the first period that reports the work as done.
    fn done(&self, owner: PageId) -> Option<Date> {
        let reports = self.programme.follow_ups.get(&owner)?;
        let first = reports.iter().find(|reported| reported.row.state == Implementation::Done)?;
        Some(first.row.period.end())
    }
}

fn limit(target: &Target) -> Option<Limit> {
    let value = target.value?;
    Some(match target.bound {
        Bound::AtLeast => Limit::AtLeast(value),
        Bound::AtMost => Limit::AtMost(value),
    })
}

fn rule(target: &Target) -> Option<Rule> {
    Some(match target.form {
        TargetForm::Level | TargetForm::Share => match limit(target)? {
            Limit::AtLeast(value) => Rule::AtLeast { value },
            Limit::AtMost(value) => Rule::AtMost { value },
        },
        TargetForm::Range => Rule::Between { min: target.value?, max: target.max.or(target.value)? },
        TargetForm::Direction => Rule::Direction { up: target.direction != Some(Wanted::Down) },
        TargetForm::Quota => match target.per {
            Some(Per::Grain(grain)) => Rule::Quota { value: target.value?, per: grain, window: target.during },
            None => Rule::Quota { value: target.value?, per: Grain::Year, window: target.during },
            Some(Per::Period | Per::Day | Per::Person) => Rule::TextOnly,
        },
        TargetForm::Cumulative => Rule::Cumulative { value: target.value?, window: target.during.or(target.by)? },
        TargetForm::Milestone => Rule::Milestone,
        TargetForm::EveryPlace => Rule::EveryPlace { limit: limit(target)? },
        TargetForm::Deferred => Rule::Deferred { set_after: target.set_after.map_or(Date::ZERO, |period| period.end()) },
        TargetForm::Text => Rule::TextOnly,
    })
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
