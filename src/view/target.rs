//! Targets as their owners' pages show them: what they ask for, how it goes, and what that was worked out from.

use serde::Serialize;

use super::decision::decision_kind;
use super::figure::{self, ChartView, Picture, Split};
use super::inputs::Judged;
use super::phrase::{self, StatusTag};
use super::row::{site, subject};
use super::{Fact, Link, PageContext};
use crate::document::facts::{Dimension, Facts, Target, TargetForm};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::PageId;
use crate::site::programme::{TargetId, facts_of};
use crate::site::progress::TargetProgress;
use crate::status::{Growth, Inputs, RuleUsed};

/// A target and its status.
#[derive(Clone, Debug, Serialize)]
pub struct TargetView {
    /// What it asks for.
    pub sentence: Html,
    /// The words it was read from.
    pub verbatim: Option<Html>,
    /// Their language, if not the page's.
    pub verbatim_lang: Option<&'static str>,
    /// Their direction, if not the page's.
    pub verbatim_dir: Option<&'static str>,
    /// How it goes.
    pub status: StatusTag,
    /// What the status was worked out from.
    pub inputs: Vec<Fact>,
    /// How.
    pub rule: Html,
    /// What measures it.
    pub indicator: Option<Link>,
    /// The decision that set it.
    pub decided: Option<Html>,
    /// Whether a later one replaced it.
    pub superseded: bool,
}

/// A target and, where it has one, the indicator it is about: two targets of one figure are not the same.
pub fn named(context: PageContext<'_>, target: &Target) -> Html {
    let sentence = phrase::target(context, target);
    let indicator = target.indicator.as_ref().and_then(|id| site(context).programme.find(&id.value));
    let Some(indicator) = indicator else { return sentence };
    let sentence = Html::trusted(figure::lower_first(sentence.as_str()));
    context.tf("target-of", &[("name", Arg::from(context.title(indicator))), ("target", Arg::from(sentence))])
}

/// The targets of a goal or assignment, with those that later ones replaced.
pub fn targets(context: PageContext<'_>, owner: PageId) -> Vec<TargetView> {
    let Some(progress) = subject(context, owner) else { return Vec::new() };
    progress.targets.iter().filter_map(|target| target_view(context, target)).collect()
}

fn target_view(context: PageContext<'_>, progress: &TargetProgress) -> Option<TargetView> {
    let model = &site(context).programme;
    let own = model.target(&site(context).pages, progress.id)?;
    let terms = model.target(&site(context).pages, progress.terms)?;
    let (verbatim_lang, verbatim_dir) = context.source_language();
    let indicator = model.linked(progress.id).and_then(|target| target.indicator);
    let decided = own.decided_in.as_ref().and_then(|id| decision_words(context, &id.value));
    let rule = match (&progress.places, progress.assessment.inputs.rule) {
        (Some(_), _) => context.t("rule-places"),
        (None, used) => rule(context, used),
    };
    Some(TargetView {
        sentence: named(context, terms),
        verbatim: own.text.as_deref().map(|text| context.of_target(Html::trusted(format!("<p>{}</p>", Html::text(text))), own, "text")),
        verbatim_lang,
        verbatim_dir,
        status: context.assessed(phrase::fulfilment(context, progress.assessment.status), progress),
        inputs: inputs(context, progress),
        rule,
        indicator: indicator.map(|page| {
            let link = context.link(page);
            Link { title: context.of_target(link.title, terms, "indicator"), ..link }
        }),
        decided,
        superseded: progress.superseded,
    })
}

/// How a judgement was made.
pub fn rule(context: PageContext<'_>, rule: RuleUsed) -> Html {
    context.t(&format!("rule-{}", rule.key()))
}

fn decision_words(context: PageContext<'_>, id: &str) -> Option<Html> {
    let model = &site(context).programme;
    let decision = model.facts(&site(context).pages)?.decisions.get(model.find_decision(id)?)?;
    let kind = context.t(decision_kind(decision.kind));
    Some(context.tf("decision-on", &[("kind", Arg::from(kind)), ("date", Arg::from(phrase::date(context, decision.date?)))]))
}

/// What a status was worked out from.
fn inputs(context: PageContext<'_>, progress: &TargetProgress) -> Vec<Fact> {
    let mut facts = Vec::new();
    let Some(terms) = figure::resolved(context, progress.id) else { return facts };
    let unit = phrase::unit_of(context, terms);
    if let Some(places) = &progress.places {
        facts.push(context.fact("input-below", context.count(places.all.below.len())));
        facts.push(context.fact("input-unmeasured", context.count(places.all.unmeasured.len())));
        return facts;
    }
    let judged = Judged::Target { owner: progress.id.owner, terms: progress.terms };
    facts.extend(numbers(context, &progress.assessment.inputs, unit, judged));
    facts
}

/// The numbers that a judgement was made from.
pub fn numbers(context: PageContext<'_>, used: &Inputs, unit: (&str, usize), judged: Judged) -> Vec<Fact> {
    let mut facts = Vec::new();
    let baseline = |point| context.baseline(figure::point_value(context, point, unit), judged, point);
    facts.extend(used.baseline.map(|point| context.fact("input-baseline", baseline(point))));
    let latest = |point| context.latest(figure::point_value(context, point, unit), judged, point);
    facts.extend(used.latest.map(|point| context.fact("input-latest", latest(point))));
    let target = |value| context.target_value(phrase::amount(context, value, (unit.0, decimals(value, unit.1))), judged);
    facts.extend(used.target.map(|value| context.fact("input-target", target(value))));
    facts.extend(used.required.map(|value| context.fact("input-required", phrase::amount(context, value, (unit.0, unit.1.max(1))))));
    facts.extend(used.pace.map(|pace| context.fact("input-pace", phrase::amount(context, pace * 100.0, ("percent", 0)))));
    facts.extend(used.growth.iter().flat_map(|growth| growth_facts(context, growth)));
    facts
}

/// The numbers of Open SDG's method.
fn growth_facts(context: PageContext<'_>, growth: &Growth) -> Vec<Fact> {
    let rate = |rate: f64| phrase::amount(context, rate * 100.0, ("percent", 1));
    let number = |number: f64| phrase::amount(context, number, ("none", 2));
    let rows = [
        ("input-growth", growth.observed.map(rate)),
        ("input-growth-required", growth.required.map(rate)),
        ("input-ratio", growth.ratio.map(number)),
        ("input-coefficient", growth.coefficient.map(number)),
        ("input-score", Some(number(growth.score))),
    ];
    rows.into_iter().filter_map(|(label, value)| Some(context.fact(label, value?))).collect()
}

fn decimals(value: f64, most: usize) -> usize {
    if value.fract() == 0.0 { 0 } else { most.max(1) }
}

/// A chart for each indicator that a goal's or assignment's targets name, with all targets for it.
pub fn charts(context: PageContext<'_>, owner: PageId) -> Vec<ChartView> {
    let mut groups: Vec<(PageId, Vec<TargetId>)> = Vec::new();
    for target in site(context).programme.targets_of(owner) {
        let Some(indicator) = target.indicator else { continue };
        match groups.iter_mut().find(|(other, _)| *other == indicator) {
            Some((_, targets)) => targets.push(target.id),
            None => groups.push((indicator, vec![target.id])),
        }
    }
    let charts = |(indicator, targets): (PageId, Vec<TargetId>)| {
        let every_place = targets.iter().any(|target| is_for_every_place(context, *target));
        let split = split(context, owner, indicator, every_place);
        let dots = (split == Split::Areas).then(|| latest_by_place(context, indicator, &targets)).flatten();
        dots.into_iter().chain(figure::chart(context, indicator, split, Picture::Lines, &targets))
    };
    groups.into_iter().flat_map(charts).collect()
}

/// Which lines an owner's chart shows: its own body's, every place's, or the total.
fn split(context: PageContext<'_>, owner: PageId, indicator: PageId, every_place: bool) -> Split {
    let by = facts_of(&site(context).pages, indicator).and_then(Facts::as_indicator).map(|facts| facts.by.as_slice()).unwrap_or_default();
    let body = site(context).programme.body_of(owner);
    match body {
        Some(body) if by.contains(&Dimension::Body) => Split::Body(body),
        _ if by.contains(&Dimension::Area) && every_place => Split::Areas,
        _ => Split::Total,
    }
}

/// Whether a target is one for every place on its own.
pub fn is_for_every_place(context: PageContext<'_>, target: TargetId) -> bool {
    figure::resolved(context, target).is_some_and(|terms| terms.form == TargetForm::EveryPlace)
}

/// The latest value of every place: against the target that each is to reach, or side by side.
pub fn latest_by_place(context: PageContext<'_>, id: PageId, targets: &[TargetId]) -> Option<ChartView> {
    let picture = |picture| figure::chart(context, id, Split::Areas, picture, targets);
    picture(Picture::Dots).or_else(|| picture(Picture::Bars))
}
