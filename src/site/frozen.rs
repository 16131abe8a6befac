//! Frozen periods against what is known now: what has been changed, added or taken away since they were approved.

use std::collections::{BTreeMap, BTreeSet};

use super::programme::facts_of;
use super::progress::standings;
use super::{PageId, Pages, Programme};
use crate::document::data::Finality;
use crate::document::frozen::{Frozen, FrozenFigure, FrozenStatus, Report};
use crate::period::{Date, Period};
use crate::status::Fulfilment;

/// What stands in a frozen file for a value that is confidential.
pub const WITHHELD: &str = "confidential";

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A value.
    FrozenFigure(FigureKey),
    /// A follow-up: goal or assignment, period, body.
    FollowUp(String, String, String),
    /// Where a goal or assignment stood.
    Status(String),
}

/// What a value is of, by ids; empty for a total.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureKey {
    /// The indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// The place.
    pub area: String,
    /// The body.
    pub body: String,
    /// The sex.
    pub sex: String,
}

/// Something that is not what it was when its period was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What.
    pub subject: Subject,
    /// As it was; none if it was not there.
    pub then: Option<String>,
    /// As it is; none if it is gone.
    pub now: Option<String>,
}

/// A frozen period and what is different now.
#[derive(Clone, Debug)]
pub struct Approved {
    /// As it was.
    pub frozen: Frozen,
    /// What is different, in a fixed order.
    pub since: Vec<Difference>,
}

/// What a period would be frozen as on a day.
pub fn freeze(pages: &Pages, programme: &Programme, period: Period, date: Date, decision: Option<String>) -> Frozen {
    let id = |page: Option<PageId>| page.and_then(|page| facts_of(pages, page)?.id()).map(|id| id.value.clone()).unwrap_or_default();
    let within = |other: &Period| period.contains(other);
    let mut figures: Vec<FrozenFigure> = Vec::new();
    for measured in programme.observations.values().flatten().filter(|measured| within(&measured.row.period)) {
        figures.push(FrozenFigure {
            indicator: measured.row.indicator.value.clone(),
            period: measured.row.period.to_string(),
            area: id(measured.area),
            body: id(measured.body),
            sex: measured.sex.map(|sex| sex.key().to_owned()).unwrap_or_default(),
            value: match (measured.row.value, measured.row.finality) {
                (_, Finality::Confidential) => WITHHELD.to_owned(),
                (value, _) => value.map(|value| value.to_string()).unwrap_or_default(),
            },
        });
    }
    let mut follow_ups: Vec<Report> = Vec::new();
    for reported in programme.follow_ups.values().flatten().filter(|reported| within(&reported.row.period)) {
        follow_ups.push(Report {
            subject: id(Some(reported.subject)),
            period: reported.row.period.to_string(),
            body: id(reported.body),
            state: reported.row.state.key().to_owned(),
            assessment: reported.row.assessment.map(fulfilment_words).unwrap_or_default(),
            text: reported.row.text.clone(),
        });
    }
    let standings = standings(pages, programme, period.end(), date);
    let mut standings: Vec<FrozenStatus> = standings
        .into_iter()
        .map(|(page, standing)| FrozenStatus {
            subject: id(Some(page)),
            fulfilment: fulfilment_words(standing.fulfilment),
            implementation: standing.implementation.key().to_owned(),
        })
        .collect();
    figures.sort();
    follow_ups.sort();
    standings.sort();
    Frozen { period, date, decision, figures, follow_ups, standings }
}

/// A judgement as it is read back: with its reason, where it has one.
fn fulfilment_words(fulfilment: Fulfilment) -> String {
    match fulfilment.reason() {
        Some(reason) => format!("{}: {}", fulfilment.key(), reason.key()),
        None => fulfilment.key().to_owned(),
    }
}

/// Compares a frozen period with what is known now.
pub(super) fn compare(mut frozen: Frozen, now: &Frozen) -> Approved {
    withhold(&mut frozen, now);
    let (then_all, now_all) = (entries(&frozen), entries(now));
    let mut since: Vec<Difference> = Vec::new();
    for (subject, then) in &then_all {
        let now = now_all.get(subject);
        if now != Some(then) {
            since.push(Difference { subject: subject.clone(), then: Some(then.clone()), now: now.cloned() });
        }
    }
    let added = now_all.iter().filter(|(subject, _)| !then_all.contains_key(subject));
    since.extend(added.map(|(subject, now)| Difference { subject: subject.clone(), then: None, now: Some(now.clone()) }));
    since.sort_by(|a, b| a.subject.cmp(&b.subject));
    Approved { frozen, since }
}

/// Takes out of a frozen period what has become confidential since, with all that it could be worked out from.
fn withhold(frozen: &mut Frozen, now: &Frozen) {
    let withheld: BTreeSet<FigureKey> = now.figures.iter().filter(|figure| figure.value == WITHHELD).map(figure_key).collect();
    for figure in frozen.figures.iter_mut().filter(|figure| withheld.contains(&figure_key(figure))) {
        WITHHELD.clone_into(&mut figure.value);
    }
}

fn figure_key(figure: &FrozenFigure) -> FigureKey {
    let FrozenFigure { indicator, period, area, body, sex, .. } = figure.clone();
    FigureKey { indicator, period, area, body, sex }
}

fn entries(frozen: &Frozen) -> BTreeMap<Subject, String> {
    let figure = |figure: &FrozenFigure| (Subject::FrozenFigure(figure_key(figure)), figure.value.clone());
    let report = |report: &Report| {
        let key = Subject::FollowUp(report.subject.clone(), report.period.clone(), report.body.clone());
        (key, [report.state.as_str(), &report.assessment, &report.text].join("\u{1f}"))
    };
    let frozen_status = |frozen_status: &FrozenStatus| {
        (Subject::Status(frozen_status.subject.clone()), [frozen_status.implementation.as_str(), &frozen_status.fulfilment].join("\u{1f}"))
    };
    let figures = frozen.figures.iter().map(figure);
    figures.chain(frozen.follow_ups.iter().map(report)).chain(frozen.standings.iter().map(frozen_status)).collect()
}
