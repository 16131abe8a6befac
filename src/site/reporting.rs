//! Who owes which report, and whether it has come: follow-ups of assignments, and reports that a body owes as a whole.
//! Needs no figures: a programme without a single indicator has duties all the same.

use super::programme::facts_of;
use super::{PageId, Pages, Programme};
use crate::document::facts::{AssignmentState, Facts};
use crate::period::{Cadence, Date, Period};
use crate::status::Reporting;

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
    /// The day it came, if that was written.
    pub received: Option<Date>,
}

/// A report that a body owes as a whole for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDuty {
    /// The body that owes it.
    pub body: PageId,
    /// The period it is about.
    pub period: Period,
    /// The last day to hand it in.
    pub due: Date,
    /// Whether it has come: partly, when some of its sections have.
    pub state: Reporting,
    /// For each section that the programme asks for, in order, whether it is there.
    pub sections: Vec<bool>,
}

impl ReportDuty {
    /// The state of a section that has not come.
    pub fn missing(&self, today: Date) -> Reporting {
        if today > self.due { Reporting::Late } else { Reporting::Expected }
    }
}

/// All that is owed, judged by what has come until a day.
pub(super) struct DutySchedule<'a> {
    pub(super) pages: &'a Pages,
    pub(super) programme: &'a Programme,
    pub(super) today: Date,
}

impl DutySchedule<'_> {
    /// The follow-ups that an assignment owes.
    pub(super) fn duties(&self, assignment: PageId) -> Vec<Duty> {
        let Some(facts) = facts_of(self.pages, assignment).and_then(Facts::as_assignment) else { return Vec::new() };
        let Some(plan) = self.programme.facts(self.pages) else { return Vec::new() };
        if facts.state != AssignmentState::InForce {
            return Vec::new();
        }
        let mut cadences: Vec<Cadence> = facts.follow_up.iter().flat_map(|plan| plan.cadence.iter().copied()).collect();
        // A row that does not say how often follows the programme's own rule.
        if cadences.is_empty() {
            cadences.clone_from(&plan.cadence);
        }
        let reports = self.programme.follow_ups.get(&assignment).map(Vec::as_slice).unwrap_or_default();
        let body = self.programme.body_of(self.pages, assignment);
        let duty = |period: Period| {
            let due = due(period, plan.due_days);
            let came = reports.iter().find(|reported| reported.row.period == period && self.has_come(reported.row.date));
            let state = self.state(came.is_some(), due);
            Duty { assignment, body, period, due, state, received: came.and_then(|reported| reported.row.date) }
        };
        self.periods(&cadences).into_iter().map(duty).collect()
    }

    /// The reports that a body owes as a whole.
    pub(super) fn reports(&self, body: PageId) -> Vec<ReportDuty> {
        let Some(rule) = self.programme.facts(self.pages).and_then(|facts| facts.report.as_ref()) else { return Vec::new() };
        let named = rule.bodies.is_empty() || rule.bodies.iter().any(|named| self.programme.find(&named.value) == Some(body));
        if !named {
            return Vec::new();
        }
        let report = |period: Period| {
            let due = due(period, rule.due_days);
            let came = self.programme.sections.get(&(body, period)).map(Vec::as_slice).unwrap_or_default();
            let has = |id: &str| came.iter().any(|section| section.section.value == id && self.has_come(section.date));
            let sections: Vec<bool> = rule.sections.iter().map(|section| has(&section.id.value)).collect();
            let state = match sections.iter().filter(|there| **there).count() {
                0 => self.state(false, due),
                count if count == sections.len() => Reporting::Received,
                _ => Reporting::Partly,
            };
            ReportDuty { body, period, due, state, sections }
        };
        self.periods(&rule.cadence).into_iter().map(report).collect()
    }

    fn has_come(&self, date: Option<Date>) -> bool {
        date.is_none_or(|date| date <= self.today)
    }

    fn state(&self, came: bool, due: Date) -> Reporting {
        match came {
            true => Reporting::Received,
            false if self.today > due => Reporting::Late,
            false => Reporting::Expected,
        }
    }

    /// The periods that some cadences give in the programme's window.
    fn periods(&self, cadences: &[Cadence]) -> Vec<Period> {
        let Some(window) = self.programme.window(self.pages).filter(|window| !window.is_open()) else { return Vec::new() };
        let mut periods: Vec<Period> = cadences.iter().flat_map(|cadence| cadence.periods(window.start(), window.end())).collect();
        periods.sort();
        periods.dedup();
        // The year's report is also that of the year's last part: tertial reports are two a year beside it.
        let years: Vec<Period> = periods.iter().copied().filter(|period| matches!(period, Period::Year(_))).collect();
        periods.retain(|period| !years.iter().any(|year| year != period && year.end() == period.end() && year.contains(period)));
        periods
    }
}

fn due(period: Period, days: i32) -> Date {
    period.end().saturating_add(jiff::Span::new().days(days))
}
