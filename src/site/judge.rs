//! Judges targets by their figures: finds what a target is measured by, and hands it to [`crate::status`].

use std::collections::BTreeMap;

use super::programme::{LinkedTarget, Measured, Place, Values, facts_of};
use super::progress::{EveryPlace, TargetProgress};
use super::{PageId, Pages, Programme};
use crate::document::data::{Finality, FollowUp};
use crate::document::facts::{Bound, Desired, Indicator, Per, Target, TargetForm};
use crate::period::{Date, Grain, Period};
use crate::status::{
    Assessment, Case, Fulfilment, Growth, Implementation, Limit, Method, OpenSdg, Reading, Reason, Rule, RuleUsed, assess, assess_places,
    assess_series,
};

/// Judges by the periods that are over on a day, and by what had come about them until another.
pub(super) struct Judge<'a> {
    pub(super) pages: &'a Pages,
    pub(super) programme: &'a Programme,
    /// Periods that end later are not known.
    pub(super) today: Date,
    /// Follow-ups that came later are not known: those of a year come in the next.
    pub(super) known_until: Date,
}

/// An indicator and what its file says.
#[derive(Clone, Copy)]
struct Measure<'a> {
    page: PageId,
    facts: &'a Indicator,
}

/// A target that is judged.
struct Asked<'a> {
    owner: PageId,
    /// The target whose terms count.
    terms: &'a Target,
    /// What the terms are measured by.
    indicator: Option<Measure<'a>>,
}

impl Asked<'_> {
    fn good_is_up(&self) -> bool {
        let wanted = self.indicator.map(|indicator| indicator.facts.direction);
        match (self.terms.direction, self.terms.bound) {
            (Some(direction), _) => direction == Desired::Up,
            (None, Bound::AtMost) => false,
            (None, Bound::AtLeast) => wanted != Some(Desired::Down),
        }
    }
}

/// The values that a target is measured by.
#[derive(Default)]
struct Series {
    readings: Vec<Reading>,
    /// Periods in which a share was one of nobody.
    not_applicable: Vec<Period>,
    /// Whether the newest value is withheld to protect persons.
    withheld: bool,
    /// Whether any value is.
    has_withheld: bool,
    /// Whether values before the readings are left out because they were made in another way.
    cut: bool,
}

impl Judge<'_> {
    /// A follow-up of a part of the year that is still running is known when it has come.
    pub(super) fn is_known_on(&self, row: &FollowUp) -> bool {
        row.date.is_none_or(|date| date <= self.known_until) && (row.period.end() <= self.today || self.today == self.known_until)
    }

    /// Judges one target.
    pub(super) fn target(&self, linked: &LinkedTarget) -> Option<TargetProgress> {
        let terms = self.programme.target(self.pages, linked.terms)?;
        let asked = Asked { owner: linked.id.owner, terms, indicator: self.indicator(linked.indicator) };
        let (assessment, places) =
            if terms.form == TargetForm::EveryPlace { self.every_place(&asked) } else { (self.single(&asked), None) };
        Some(TargetProgress { id: linked.id, terms: linked.terms, assessment, places, superseded: linked.successor.is_some() })
    }

    fn single(&self, asked: &Asked<'_>) -> Assessment {
        let target = asked.terms;
        let Some(rule) = rule(target) else { return Assessment::not_assessed(Reason::NoTarget) };
        if matches!(rule, Rule::TextOnly) {
            return Assessment::not_assessed(Reason::NoTarget);
        }
        let series = self.measured_by(asked);
        let baseline = target.baselines.first().map(|baseline| Reading { period: baseline.period, value: baseline.value });
        let baseline = baseline.filter(|_| !series.cut).or_else(|| self.first_reading(target, &series.readings));
        self.judge(asked, rule, baseline, &series, self.done(asked.owner))
    }

    /// Where the programme gives no baseline, change is measured from the first value there is.
    fn first_reading(&self, target: &Target, readings: &[Reading]) -> Option<Reading> {
        let by = target.by?;
        let first = readings.first().copied().filter(|reading| reading.period.end() < by.end() && reading.period.end() <= self.today)?;
        (readings.len() > 1).then_some(first)
    }

    fn judge(&self, asked: &Asked<'_>, rule: Rule, baseline: Option<Reading>, series: &Series, done: Option<Date>) -> Assessment {
        if series.withheld {
            return Assessment::not_assessed(Reason::Confidential);
        }
        let assessment = assess(&Case {
            rule,
            by: asked.terms.by,
            baseline,
            readings: &series.readings,
            not_applicable: &series.not_applicable,
            good_is_up: asked.good_is_up(),
            today: self.today,
            done,
            method: self.method(asked.indicator.map(|indicator| indicator.facts)),
        });
        let without = assessment.status == Fulfilment::NotAssessed(Reason::NoMeasurement);
        if without && series.has_withheld {
            return Assessment { status: Fulfilment::NotAssessed(Reason::Confidential), ..assessment };
        }
        // There was a baseline, but what was measured since was made in another way.
        if series.cut && assessment.status == Fulfilment::NotAssessed(Reason::NoBaseline) {
            return Assessment { status: Fulfilment::NotAssessed(Reason::MethodChange), ..assessment };
        }
        assessment
    }

    /// The indicator's own method, else the programme's.
    fn method(&self, indicator: Option<&Indicator>) -> Method {
        let own = indicator.and_then(|facts| facts.assess);
        let method = own.or_else(|| self.programme.facts(self.pages)?.assess).unwrap_or_default();
        match method {
            Method::OpenSdg(settings) => {
                let limit = indicator.and_then(|facts| facts.natural_limit).or(settings.limit);
                Method::OpenSdg(OpenSdg { limit, ..settings })
            }
            Method::Line => Method::Line,
        }
    }

    fn indicator(&self, page: Option<PageId>) -> Option<Measure<'_>> {
        let page = page?;
        Some(Measure { page, facts: facts_of(self.pages, page)?.as_indicator()? })
    }

    fn every_place(&self, asked: &Asked<'_>) -> (Assessment, Option<EveryPlace>) {
        let target = asked.terms;
        let all = target.areas.is_empty() || target.areas.iter().any(|area| area.value == "all");
        let named = target.areas.iter().filter_map(|area| self.programme.find(&area.value));
        let areas: Vec<PageId> = if all { self.programme.areas.clone() } else { named.collect() };
        let baselines = target.baselines.iter().filter_map(|baseline| {
            let area = self.programme.find(&baseline.area.as_ref()?.value)?;
            Some((area, Reading { period: baseline.period, value: baseline.value }))
        });
        // The first that is given for a place counts.
        let baselines: BTreeMap<PageId, Reading> = baselines.rev().collect();
        let place = |area: PageId| (area, self.place(asked, area, baselines.get(&area).copied()));
        let each: Vec<(PageId, Option<Assessment>)> = areas.into_iter().map(place).collect();
        let places = assess_places(&each);
        let assessment = Assessment { status: places.status, ..Assessment::not_assessed(Reason::NoMeasurement) };
        (assessment, Some(EveryPlace { each, all: places }))
    }

    fn place(&self, asked: &Asked<'_>, area: PageId, baseline: Option<Reading>) -> Option<Assessment> {
        let indicator = asked.indicator?;
        let series = self.series(indicator, Place { area: Some(area), body: None });
        if series.readings.is_empty() && !series.withheld {
            return None;
        }
        let rule = match limit(asked.terms)? {
            Limit::AtLeast(value) => Rule::AtLeast { value },
            Limit::AtMost(value) => Rule::AtMost { value },
        };
        let baseline = baseline.filter(|_| !series.cut);
        Some(self.judge(asked, rule, baseline, &series, None))
    }

    /// The values that a target is measured by: the total, or those of the body that owns the assignment, when the
    /// indicator counts by body.
    fn measured_by(&self, asked: &Asked<'_>) -> Series {
        let Some(indicator) = asked.indicator else { return Series::default() };
        let by_body = self.programme.observations.get(&indicator.page).is_some_and(Values::is_by_body);
        let body = if by_body { self.programme.body_of(asked.owner) } else { None };
        self.series(indicator, Place { area: None, body })
    }

    /// An indicator's values at a place, those of both sexes together, from the last change of definition on.
    fn series(&self, indicator: Measure<'_>, place: Place) -> Series {
        let values = self.programme.observations.get(&indicator.page);
        let all = values.map(|values| values.at(place)).unwrap_or_default();
        self.series_of(indicator, all.iter())
    }

    fn series_of<'b>(&self, indicator: Measure<'_>, all: impl Iterator<Item = &'b Measured>) -> Series {
        let mut rows: Vec<&Measured> = all.filter(|measured| measured.sex.is_none() && measured.row.period.end() <= self.today).collect();
        rows.sort_by_key(|measured| measured.row.period);
        let newest = rows.last().map(|measured| measured.row.period);
        let cut = indicator.facts.breaks.iter().map(|change| change.from).filter(|from| newest.is_some_and(|newest| *from <= newest)).max();
        rows.retain(|measured| cut.is_none_or(|cut| cut <= measured.row.period));
        let nobody = |measured: &&Measured| measured.row.parts.is_some_and(|(_, denominator)| denominator == 0.0);
        Series {
            readings: rows
                .iter()
                .filter_map(|measured| Some(Reading { period: measured.row.period, value: measured.row.value? }))
                .collect(),
            not_applicable: rows.iter().copied().filter(nobody).map(|measured| measured.row.period).collect(),
            withheld: rows.last().is_some_and(|measured| measured.row.finality == Finality::Confidential),
            has_withheld: rows.iter().any(|measured| measured.row.finality == Finality::Confidential),
            cut: cut.is_some(),
        }
    }

    /// Indicators that no target names, judged by the direction that is good.
    pub(super) fn untargeted(&self) -> BTreeMap<PageId, Assessment> {
        let is_free = |indicator: &&PageId| {
            let owners = self.programme.measured_by(**indicator);
            owners.goals.is_empty() && owners.assignments.is_empty()
        };
        let free = self.programme.indicators.iter().filter(is_free);
        free.filter_map(|indicator| Some((*indicator, self.free(*indicator)?))).collect()
    }

    fn free(&self, page: PageId) -> Option<Assessment> {
        let indicator = self.indicator(Some(page))?;
        let total = self.series(indicator, Place { area: None, body: None });
        if total.withheld || !total.readings.is_empty() {
            return Some(self.moves(indicator, &total));
        }
        // Open SDG joins the series of an indicator without a total; a line says nothing of several at once.
        if self.method(Some(indicator.facts)) == Method::Line {
            return None;
        }
        let values = self.programme.observations.get(&page)?;
        let places = self.programme.areas.iter().chain(&self.programme.bodies);
        let series = places.map(|place| self.series_of(indicator, values.about(*place)));
        let each: Vec<Assessment> =
            series.filter(|series| !series.readings.is_empty()).map(|series| self.moves(indicator, &series)).collect();
        let joined = assess_series(&each);
        let mut assessment = Assessment { status: joined.status, ..Assessment::not_assessed(Reason::NoMeasurement) };
        assessment.inputs.rule = RuleUsed::OpenSdgGrowth;
        assessment.inputs.growth = joined.score.map(|score| Growth { score, ..Growth::default() });
        (!each.is_empty()).then_some(assessment)
    }

    /// Whether a series moves the way that is good.
    fn moves(&self, indicator: Measure<'_>, series: &Series) -> Assessment {
        if series.withheld {
            return Assessment::not_assessed(Reason::Confidential);
        }
        let up = indicator.facts.direction == Desired::Up;
        assess(&Case {
            rule: Rule::Direction { up },
            by: None,
            baseline: None,
            readings: &series.readings,
            not_applicable: &series.not_applicable,
            good_is_up: up,
            today: self.today,
            done: None,
            method: self.method(Some(indicator.facts)),
        })
    }

    /// The end of the first period that reports the work as done.
    fn done(&self, owner: PageId) -> Option<Date> {
        let reports = self.programme.follow_ups_of(owner);
        let first = reports.iter().find(|reported| reported.row.state == Implementation::Done && self.is_known_on(&reported.row))?;
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
        TargetForm::Direction => Rule::Direction { up: target.direction != Some(Desired::Down) },
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
