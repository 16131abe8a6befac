//! Works out what is owed, and by what has come until a day whether it has come.

use std::collections::{BTreeMap, BTreeSet};

use super::{Duty, ReportDuty};
use crate::document::facts::{AssignmentState, Facts, Programme as Plan, ReportRule};
use crate::period::{Cadence, Date, Period};
use crate::site::programme::facts_of;
use crate::site::{PageId, Pages, Programme};
use crate::status::Reporting;

/// All that is owed, judged by what has come until a day.
pub(in crate::site) struct DutySchedule<'a> {
    pages: &'a Pages,
    programme: &'a Programme,
    today: Date,
}

impl<'a> DutySchedule<'a> {
    pub(in crate::site) fn new(pages: &'a Pages, programme: &'a Programme, today: Date) -> Self {
        Self { pages, programme, today }
    }

    /// The follow-ups that assignments owe, in the programme's order.
    pub(in crate::site) fn duties(&self) -> Vec<Duty> {
        let Some(plan) = self.programme.facts(self.pages) else { return Vec::new() };
        let mut known: BTreeMap<Vec<&'static str>, Vec<Period>> = BTreeMap::new();
        let mut duties = Vec::new();
        for assignment in &self.programme.assignments {
            let cadences = self.cadences(*assignment, plan);
            let key = cadences.iter().map(|cadence| cadence.key()).collect();
            let periods = known.entry(key).or_insert_with(|| self.periods(&cadences));
            duties.extend(periods.iter().map(|period| self.duty(*assignment, *period, plan)));
        }
        duties
    }

    /// How often an assignment is followed up; not at all, when it is no longer in force.
    fn cadences(&self, assignment: PageId, plan: &Plan) -> Vec<Cadence> {
        let facts = facts_of(self.pages, assignment).and_then(Facts::as_assignment);
        let Some(facts) = facts.filter(|facts| facts.state == AssignmentState::InForce) else { return Vec::new() };
        let own: Vec<Cadence> = facts.follow_up.iter().flat_map(|plan| plan.cadence.iter().copied()).collect();
        // A row that does not say how often follows the programme's own rule.
        if own.is_empty() { plan.cadence.clone() } else { own }
    }

    fn duty(&self, assignment: PageId, period: Period, plan: &Plan) -> Duty {
        let due = due(period, plan.due_days);
        let reports = self.programme.follow_ups_of(assignment);
        // They stand in the order of their periods.
        let first = reports.partition_point(|reported| reported.row.period < period);
        let same = reports.iter().skip(first).take_while(|reported| reported.row.period == period);
        let came = same.clone().find(|reported| self.has_come(reported.row.date));
        let state = self.state(came.is_some(), due);
        let received = came.and_then(|reported| reported.row.date);
        Duty { assignment, body: self.programme.body_of(assignment), period, due, state, received }
    }

    /// The reports that bodies owe as a whole, in the programme's order.
    pub(in crate::site) fn reports(&self) -> Vec<ReportDuty> {
        let Some(rule) = self.programme.facts(self.pages).and_then(|facts| facts.report.as_ref()) else { return Vec::new() };
        let named: BTreeSet<PageId> = rule.bodies.iter().filter_map(|body| self.programme.find(&body.value)).collect();
        let owes = |body: &&PageId| rule.bodies.is_empty() || named.contains(body);
        let periods = self.periods(&rule.cadence);
        let bodies = self.programme.bodies.iter().filter(owes);
        bodies.flat_map(|body| periods.iter().map(|period| self.report(*body, *period, rule))).collect()
    }

    fn report(&self, body: PageId, period: Period, rule: &ReportRule) -> ReportDuty {
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
        let years: BTreeSet<i16> =
            periods.iter().filter_map(|period| if let Period::Year(year) = period { Some(*year) } else { None }).collect();
        let ends_a_year = |period: &Period| {
            let year = Period::Year(period.year());
            years.contains(&period.year()) && year != *period && year.end() == period.end() && year.contains(period)
        };
        periods.retain(|period| !ends_a_year(period));
        periods
    }
}

fn due(period: Period, days: i32) -> Date {
    period.end().saturating_add(jiff::Span::new().days(days))
}
