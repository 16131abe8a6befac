//! What judgements were made from: the follow-up, the figure or the field that a status shows, so that it leads there.

use super::PageContext;
use super::marks::Item;
use super::phrase::StatusTag;
use crate::document::facts::{AssignmentState, Baseline, Facts, Target, TargetForm};
use crate::html::Html;
use crate::period::Period;
use crate::site::PageId;
use crate::site::programme::{Measured, Place, Reported, TargetId, facts_of};
use crate::site::progress::TargetProgress;
use crate::status::{Implementation, Point};

/// What some numbers were worked out for.
#[derive(Clone, Copy, Debug)]
pub enum Judged {
    /// A target of a goal or assignment, by the target whose terms count.
    Target {
        /// The goal or assignment.
        owner: PageId,
        /// The target whose terms count.
        terms: TargetId,
    },
    /// An indicator that no target names.
    Indicator(PageId),
}

impl<'a> PageContext<'a> {
    /// The newest follow-up that a goal or assignment is judged by.
    pub fn latest_report(self, page: PageId) -> Option<&'a Reported> {
        let site = &self.snapshot.site;
        let known = |reported: &&Reported| reported.row.date.is_none_or(|date| date <= site.today);
        site.programme.follow_ups_of(page).iter().rev().find(known)
    }

    /// The value of an indicator in a period, that of both sexes together; of a place, of a body, or the total.
    pub fn observed(self, indicator: PageId, part: Option<PageId>, period: Period) -> Option<&'a Measured> {
        let all = self.snapshot.site.programme.observations.get(&indicator)?;
        let is_it = |measured: &&Measured| measured.sex.is_none() && measured.row.period == period;
        match part {
            Some(part) => all.about(part).find(is_it),
            None => all.at(Place { area: None, body: None }).iter().find(is_it),
        }
    }

    /// Marks what shows the value that a judgement began with: a field of the target, or a measurement.
    pub fn baseline(self, html: Html, judged: Judged, point: Point) -> Html {
        let Judged::Target { terms, .. } = judged else { return self.latest(html, judged, point) };
        let site = &self.snapshot.site;
        let baselines = site.programme.target(&site.pages, terms).map(|target| target.baselines.as_slice()).unwrap_or_default();
        let own = baselines.iter().find(|own| own.area.is_none() && own.value == point.value && Some(own.period) == point.period);
        match own {
            Some(own) => self.item(html, Item::target(terms), &format!("{}.value", own.field)),
            None => self.latest(html, judged, point),
        }
    }

    /// Marks what shows the value that decided, where it is a measurement and not a sum of several.
    pub fn latest(self, html: Html, judged: Judged, point: Point) -> Html {
        if self.origins.is_none() {
            return html;
        }
        match self.measurement(judged, point) {
            Some(measured) => self.measured(html, measured),
            None => html,
        }
    }

    /// Marks what shows a value of a place that a target is set for: a field of the target, or a measurement.
    pub fn place_value(self, html: Html, terms: &Target, area: PageId, point: Point) -> Html {
        if self.origins.is_none() {
            return html;
        }
        let programme = &self.snapshot.site.programme;
        let is_here = |own: &Baseline| own.area.as_ref().is_some_and(|id| programme.find(&id.value) == Some(area));
        let is_it = |own: &Baseline| is_here(own) && own.value == point.value && Some(own.period) == point.period;
        if let Some(own) = terms.baselines.iter().find(|own| is_it(own)) {
            return self.of_target(html, terms, &format!("{}.value", own.field));
        }
        let indicator = terms.indicator.as_ref().and_then(|id| programme.find(&id.value));
        let measured = indicator.zip(point.period).and_then(|(indicator, period)| self.observed(indicator, Some(area), period));
        match measured.filter(|measured| measured.row.value == Some(point.value)) {
            Some(measured) => self.measured(html, measured),
            None => html,
        }
    }

    /// Marks what shows the value of a target.
    pub fn target_value(self, html: Html, judged: Judged) -> Html {
        match judged {
            Judged::Target { terms, .. } => self.item(html, Item::target(terms), "value"),
            Judged::Indicator(_) => html,
        }
    }

    fn measurement(self, judged: Judged, point: Point) -> Option<&'a Measured> {
        let (indicator, part) = match judged {
            Judged::Target { owner, terms } => self.series_of(owner, terms)?,
            Judged::Indicator(indicator) => (indicator, None),
        };
        self.observed(indicator, part, point.period?).filter(|measured| measured.row.value == Some(point.value))
    }

    /// The indicator that a target is measured by, and the body whose values count where it counts by body.
    fn series_of(self, owner: PageId, terms: TargetId) -> Option<(PageId, Option<PageId>)> {
        let site = &self.snapshot.site;
        let target = site.programme.target(&site.pages, terms)?;
        let indicator = site.programme.find(&target.indicator.as_ref()?.value)?;
        let by_body = site.programme.observations.get(&indicator)?.is_by_body();
        Some((indicator, if by_body { site.programme.body_of(owner) } else { None }))
    }

    /// Marks the status of the work with the follow-up that says so, or with the decision that ended it.
    pub fn implementation_from(self, tag: StatusTag, page: PageId) -> StatusTag {
        if self.origins.is_none() {
            return tag;
        }
        let facts = facts_of(&self.snapshot.site.pages, page).and_then(Facts::as_assignment);
        if facts.is_some_and(|facts| facts.state != AssignmentState::InForce) {
            return tag.labelled(|label| self.stated(label, page, format_args!("state")));
        }
        match self.latest_report(page) {
            Some(reported) => tag.labelled(|label| self.reported(label, reported, "lage")),
            None => tag,
        }
    }

    /// Marks the status of reporting with the follow-up that came last.
    pub fn reporting_from(self, tag: StatusTag, page: PageId) -> StatusTag {
        match self.origins.and_then(|_| self.latest_report(page)) {
            Some(reported) => tag.labelled(|label| self.reported(label, reported, "datum")),
            None => tag,
        }
    }

    /// Marks how far a goal's or assignment's targets are reached with what decided: the body's own judgement, or the figure of
    /// the target that is farthest away.
    pub fn fulfilment_from(self, tag: StatusTag, page: PageId) -> StatusTag {
        let Some(progress) = self.origins.and_then(|_| self.snapshot.site.progress.subject(page)) else { return tag };
        let current = progress.targets.iter().filter(|target| !target.superseded);
        let measured = current.filter(|target| target.assessment.status.reason().is_none());
        let deciding = measured.max_by_key(|target| target.assessment.status.severity());
        match (deciding, self.latest_report(page).filter(|reported| reported.row.assessment.is_some())) {
            (Some(target), _) if progress.overruled.is_none() => self.assessed(tag, target),
            (_, Some(reported)) => tag.labelled(|label| self.reported(label, reported, "bedomning")),
            _ => tag,
        }
    }

    /// Marks what the figures say of one target with the figure that decided, or the follow-up that says that it is done.
    pub fn assessed(self, tag: StatusTag, target: &TargetProgress) -> StatusTag {
        if self.origins.is_none() {
            return tag;
        }
        let judged = Judged::Target { owner: target.id.owner, terms: target.terms };
        if let Some(measured) = target.assessment.inputs.latest.and_then(|point| self.measurement(judged, point)) {
            return tag.labelled(|label| self.measured(label, measured));
        }
        match self.done_report(target) {
            Some(reported) => tag.labelled(|label| self.reported(label, reported, "lage")),
            None => tag,
        }
    }

    fn done_report(self, target: &TargetProgress) -> Option<&'a Reported> {
        let site = &self.snapshot.site;
        let is_milestone = |terms: &Target| terms.form == TargetForm::Milestone;
        site.programme.target(&site.pages, target.terms).filter(|terms| is_milestone(terms))?;
        let done =
            |reported: &&Reported| reported.row.state == Implementation::Done && reported.row.date.is_none_or(|date| date <= site.today);
        site.programme.follow_ups_of(target.id.owner).iter().find(done)
    }
}
