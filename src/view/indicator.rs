//! Indicators and places as their pages show them.

use super::figure::{self, Split};
use super::page::KindView;
use super::row::{site, subject};
use super::{Fact, Reader};
use crate::document::facts::{Dimension, Facts, Wanted};
use crate::site::PageId;
use crate::site::programme::{TargetId, facts_of, targets_of};

/// A place's page.
pub fn area(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    let facts = facts_of(&site(reader).pages, id).and_then(Facts::as_area);
    let names = |owner: &PageId| {
        let facts = facts_of(&site(reader).pages, *owner);
        facts.is_some_and(|facts| {
            let areas = targets_of(facts).iter().flat_map(|target| &target.areas);
            areas.clone().any(|area| area.value == "all" || model.find(&area.value) == Some(id))
        })
    };
    let measured = model
        .indicators
        .iter()
        .filter_map(|indicator| figure::chart(reader, *indicator, Split::Area(id), &area_targets(reader, *indicator)));
    KindView::Area {
        number: facts.and_then(|facts| facts.number.as_deref()).map(|number| reader.source_text(number)),
        charts: measured.collect(),
        tables: Vec::new(),
        goals: model.goals.iter().filter(|goal| names(goal)).map(|goal| reader.link(*goal)).collect(),
        assignments: model.assignments.iter().filter(|assignment| names(assignment)).map(|assignment| reader.link(*assignment)).collect(),
    }
}

/// The targets in force that are set for an indicator.
fn area_targets(reader: Reader<'_>, indicator: PageId) -> Vec<TargetId> {
    let model = &site(reader).programme;
    let owners = model.goals.iter();
    let own = owners.flat_map(|owner| model.current_targets(&site(reader).pages, *owner));
    own.filter(|target| {
        let target = model.target(&site(reader).pages, *target);
        target.and_then(|target| model.find(&target.indicator.as_ref()?.value)) == Some(indicator)
    })
    .collect()
}

/// An indicator's page.
pub fn indicator(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    let pages = &site(reader).pages;
    let uses = |owner: &&PageId| {
        let targets = facts_of(pages, **owner).map(targets_of).unwrap_or_default();
        targets.iter().any(|target| target.indicator.as_ref().and_then(|id| model.find(&id.value)) == Some(id))
    };
    let goal_targets: Vec<TargetId> = model
        .goals
        .iter()
        .filter(uses)
        .flat_map(|owner| {
            subject(reader, *owner).map(|progress| progress.targets.iter().map(|target| target.id).collect::<Vec<_>>()).unwrap_or_default()
        })
        .collect();
    let by = facts_of(pages, id).and_then(Facts::as_indicator).map(|facts| facts.by.clone()).unwrap_or_default();
    let mut splits = vec![Split::Total];
    splits.extend(by.iter().map(|dimension| match dimension {
        Dimension::Area => Split::Areas,
        Dimension::Body => Split::Bodies,
    }));
    // A total's target says nothing about its parts, except where it is set for every place.
    let targets = |split: Split| if matches!(split, Split::Bodies) { &[][..] } else { goal_targets.as_slice() };
    KindView::Indicator {
        facts: indicator_facts(reader, id),
        charts: splits.into_iter().filter_map(|split| figure::chart(reader, id, split, targets(split))).collect(),
        goals: model.goals.iter().filter(uses).map(|goal| reader.link(*goal)).collect(),
        assignments: model.assignments.iter().filter(uses).map(|assignment| reader.link(*assignment)).collect(),
    }
}

fn indicator_facts(reader: Reader<'_>, id: PageId) -> Vec<Fact> {
    let snapshot = reader.snapshot;
    let source = site(reader).pages.get(id).source();
    let Some(facts) = source.facts.as_indicator() else { return Vec::new() };
    let (language, version) = site(reader).version(&snapshot.config, id, reader.language);
    let prose = |own: &Option<String>, source: &Option<String>| match (own, source) {
        (Some(text), _) => Some(reader.text_in(text, language)),
        (None, Some(text)) => Some(reader.source_text(text)),
        (None, None) => None,
    };
    let direction = if facts.direction == Wanted::Up { "direction-up" } else { "direction-down" };
    let rows = [
        ("fact-population", prose(&version.prose.population, &source.prose.population)),
        ("fact-method", prose(&version.prose.method, &source.prose.method)),
        ("fact-direction", Some(reader.t(direction))),
        ("fact-source", prose(&version.prose.source, &source.prose.source)),
    ];
    rows.into_iter().filter_map(|(label, value)| Some(reader.fact(label, value?))).collect()
}
