//! Charts and their tables: what an indicator's values show, in a picture, a sentence, a table and a file.

use serde::Serialize;

use super::chart::{self, Direction as ChartDirection, Event, LineChart, Point, Segment, Series, TargetStep, Tick};
use super::{Reader, phrase};
use crate::document::data::Finality;
use crate::document::facts::{Facts, Target};
use crate::html::Html;
use crate::locale::Direction;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::PageId;
use crate::site::programme::{Measured, TargetId, facts_of};

/// A chart with everything that belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// What it shows, as a sentence.
    pub finding: Html,
    /// The picture, in a wide and a narrow drawing.
    pub svg: Html,
    /// What the picture looks like.
    pub description: Html,
    /// The same as a table.
    pub table: DataTable,
    /// The same as a file.
    pub csv: Csv,
    /// Where the values come from.
    pub source: Html,
    /// The end of the last period.
    pub updated: Option<Html>,
}

/// A link to a data file.
#[derive(Clone, Debug, Serialize)]
pub struct Csv {
    /// Where it is.
    pub href: Html,
    /// The link's text.
    pub label: Html,
}

/// A table of data; the first column names the rows.
#[derive(Clone, Debug, Serialize)]
pub struct DataTable {
    /// Unique on the page.
    pub id: String,
    /// What it shows.
    pub caption: Html,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its head.
    pub title: Html,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What it is about.
    pub head: Html,
    /// The other cells.
    pub cells: Vec<Html>,
}

/// Counts by status: a bar and its key.
#[derive(Clone, Debug, Serialize)]
pub struct Distribution {
    /// The bar.
    pub svg: Html,
    /// How many in all.
    pub total: usize,
    /// The counts.
    pub items: Vec<DistributionItem>,
}

/// A count of one status.
#[derive(Clone, Debug, Serialize)]
pub struct DistributionItem {
    /// Which status.
    pub key: &'static str,
    /// Its word.
    pub label: Html,
    /// How many.
    pub count: Html,
}

/// Which series of an indicator a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Split {
    /// The total.
    Total,
    /// By place.
    Areas,
    /// One place.
    Area(PageId),
    /// By body.
    Bodies,
    /// One body.
    Body(PageId),
}

impl Split {
    fn keeps(self, measured: &Measured) -> bool {
        measured.sex.is_none()
            && match self {
                Self::Total => measured.area.is_none() && measured.body.is_none(),
                Self::Areas => measured.area.is_some(),
                Self::Area(area) => measured.area == Some(area),
                Self::Bodies => measured.body.is_some(),
                Self::Body(body) => measured.body == Some(body),
            }
    }
}

/// One line of a chart: who it is about, and the rows.
type Line<'a> = (Option<PageId>, Vec<&'a Measured>);

/// A chart of an indicator, with the targets that are set for it; none without values.
pub fn chart(reader: Reader<'_>, indicator: PageId, split: Split, targets: &[TargetId]) -> Option<ChartView> {
    let site = &reader.snapshot.site;
    let facts = facts_of(&site.pages, indicator).and_then(Facts::as_indicator)?;
    let unit = phrase::indicator_unit(facts);
    let rows: Vec<&Measured> = site.programme.observations.get(&indicator)?.iter().filter(|measured| split.keeps(measured)).collect();
    let first = rows.iter().map(|measured| measured.row.period).min()?;
    let last = rows.iter().map(|measured| measured.row.period).max()?;
    let lines = lines(rows);
    let name = reader.plain_title(indicator);
    let id = chart_id(reader, indicator, split);
    let range = [("from", Arg::from(phrase::period(reader, first))), ("to", Arg::from(phrase::period(reader, last)))];
    let plain_range = [("from", Arg::from(phrase::period_text(reader, first))), ("to", Arg::from(phrase::period_text(reader, last)))];
    let drawing = LineChart {
        id: id.clone(),
        name: name.clone(),
        description: reader.texts().string("chart-description", &plain_range),
        direction: direction(reader),
        x: x_ticks(reader, &lines),
        y: y_ticks(reader, &lines, (targets, unit)),
        series: drawn(&lines).map(|line| series(reader, line, (&name, unit))).collect(),
        targets: targets.iter().filter_map(|target| step(reader, *target, unit)).collect(),
        events: targets.iter().filter_map(|target| event(reader, *target)).collect(),
    };
    Some(ChartView {
        finding: finding(reader, (indicator, &lines), (targets, unit)),
        svg: Html::trusted(chart::line(&drawing)),
        description: reader.tf("chart-description", &range),
        table: table(reader, (indicator, &id, split), &lines, (targets, unit)),
        csv: Csv { href: reader.href(&format!("/data/{}.csv", facts.id.value)), label: reader.t("data-csv") },
        source: sources(reader, indicator, &lines),
        updated: Some(phrase::date(reader, last.end())),
    })
}

fn chart_id(reader: Reader<'_>, indicator: PageId, split: Split) -> String {
    let stem = |page: PageId| reader.snapshot.site.pages.get(page).stem.rsplit('/').next().unwrap_or_default().to_owned();
    match split {
        Split::Total => format!("chart-{}", stem(indicator)),
        Split::Areas => format!("chart-{}-areas", stem(indicator)),
        Split::Bodies => format!("chart-{}-bodies", stem(indicator)),
        Split::Area(page) | Split::Body(page) => format!("chart-{}-{}", stem(indicator), stem(page)),
    }
}

fn direction(reader: Reader<'_>) -> ChartDirection {
    match reader.locale().direction {
        Direction::LeftToRight => ChartDirection::LeftToRight,
        Direction::RightToLeft => ChartDirection::RightToLeft,
    }
}

/// Rows to lines. More than four cannot be told apart, so those with the highest last values are drawn; the table
/// has them all.
fn lines(rows: Vec<&Measured>) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in rows {
        let key = row.area.or(row.body);
        match lines.iter_mut().find(|(other, _)| *other == key) {
            Some((_, rows)) => rows.push(row),
            None => lines.push((key, vec![row])),
        }
    }
    lines
}

const MOST_LINES: usize = 4;

fn drawn<'a, 'b>(lines: &'a [Line<'b>]) -> impl Iterator<Item = &'a Line<'b>> {
    let mut order: Vec<&Line<'b>> = lines.iter().collect();
    let last = |line: &Line<'_>| line.1.iter().rev().find_map(|measured| measured.row.value).unwrap_or(f64::MIN);
    order.sort_by(|a, b| last(b).total_cmp(&last(a)));
    let kept: Vec<Option<PageId>> = order.into_iter().take(MOST_LINES).map(|line| line.0).collect();
    lines.iter().filter(move |line| kept.contains(&line.0))
}

fn x_ticks(reader: Reader<'_>, lines: &[Line<'_>]) -> Vec<Tick> {
    let mut periods: Vec<Period> = lines.iter().flat_map(|(_, rows)| rows.iter().map(|measured| measured.row.period)).collect();
    periods.sort();
    periods.dedup();
    periods.into_iter().map(|period| Tick { at: period.decimal_end(), label: phrase::period_text(reader, period) }).collect()
}

fn y_ticks(reader: Reader<'_>, lines: &[Line<'_>], (targets, (unit, decimals)): (&[TargetId], (&str, usize))) -> Vec<Tick> {
    let values = drawn(lines).flat_map(|(_, rows)| rows.iter().filter_map(|measured| measured.row.value));
    let goals = targets.iter().filter_map(|target| resolved(reader, *target)?.value);
    let (low, high) = values.chain(goals).fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    // Shares and counts start at zero; an index may not, or its changes would be too small to see.
    let low = if unit == "index" { low - (high - low) * 0.2 } else { low.min(0.0) };
    // There is no half brochure.
    let whole = |at: &f64| decimals > 0 || at.fract() == 0.0;
    let ticks = chart::nice_ticks(low, high).into_iter().filter(whole);
    ticks.map(|at| Tick { at, label: reader.texts().formats.number(at, usize::from(at.fract() != 0.0)) }).collect()
}

fn series(reader: Reader<'_>, (key, rows): &Line<'_>, (name, unit): (&str, (&str, usize))) -> Series {
    let label = key.map_or_else(|| name.to_owned(), |page| reader.plain_title(page));
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for measured in rows {
        match measured.row.value {
            Some(value) => {
                let point = Point { x: measured.row.period.decimal_end(), y: value, label: phrase::amount_text(reader, value, unit) };
                if let Some(run) = runs.last_mut() {
                    run.push(point);
                }
            }
            // A missing value breaks the line: nothing is drawn across what is not known.
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    Series { label, runs }
}

/// The target whose terms count.
pub fn resolved(reader: Reader<'_>, id: TargetId) -> Option<&Target> {
    let site = &reader.snapshot.site;
    let target = site.programme.target(&site.pages, id)?;
    let same = target.same_as.as_ref().and_then(|same| site.programme.find_target(&same.value));
    same.and_then(|same| site.programme.target(&site.pages, same)).or(Some(target))
}

fn step(reader: Reader<'_>, id: TargetId, unit: (&str, usize)) -> Option<TargetStep> {
    let target = resolved(reader, id)?;
    let value = target.value?;
    let label = reader
        .texts()
        .string("chart-target", &[("value", Arg::from(phrase::amount_text(reader, value, (unit.0, usize::from(value.fract() != 0.0)))))]);
    // A target changed in the course of a year is drawn from the day of the decision.
    let decided = |target: &Target| decision_date(reader, target).map(|date| Period::Day(date).decimal_start());
    let from = decided(target).or(target.valid.map(|valid| valid.decimal_start())).unwrap_or(f64::NEG_INFINITY);
    let replaced_by = successor(reader, id);
    let to = replaced_by
        .and_then(decided)
        .or(target.valid.filter(|valid| !valid.is_open() && replaced_by.is_some()).map(|valid| valid.decimal_end()));
    Some(TargetStep { from, to: to.unwrap_or(f64::INFINITY), value, label })
}

/// The target that replaced another.
fn successor(reader: Reader<'_>, id: TargetId) -> Option<&Target> {
    let site = &reader.snapshot.site;
    let own = site.programme.target(&site.pages, id)?;
    let targets = crate::site::programme::targets_of(facts_of(&site.pages, id.owner)?);
    targets.iter().find(|target| target.supersedes.as_ref().is_some_and(|old| old.value == own.id.value))
}

fn decision_date(reader: Reader<'_>, target: &Target) -> Option<crate::period::Date> {
    let site = &reader.snapshot.site;
    let index = site.programme.find_decision(&target.decided_in.as_ref()?.value)?;
    site.programme.facts(&site.pages)?.decisions.get(index)?.date
}

fn event(reader: Reader<'_>, id: TargetId) -> Option<Event> {
    let target = resolved(reader, id)?;
    target.supersedes.as_ref()?;
    let date = decision_date(reader, target)?;
    let kind = reader.texts().plain("decision-target-changed");
    let label = reader.texts().string("decision-on", &[("kind", Arg::from(kind)), ("date", Arg::from(reader.texts().formats.date(date)))]);
    Some(Event { x: Period::Day(date).decimal_start(), label })
}

/// What the values say, as whole sentences.
fn finding(reader: Reader<'_>, (indicator, lines): (PageId, &[Line<'_>]), (targets, unit): (&[TargetId], (&str, usize))) -> Html {
    let mut sentences: Vec<Html> = drawn(lines)
        .map(|(key, rows)| {
            let name = reader.title(key.unwrap_or(indicator));
            change(reader, name, rows, unit)
        })
        .collect();
    let current = targets.iter().rev().find(|target| successor(reader, **target).is_none());
    if let Some(target) = current.and_then(|target| resolved(reader, *target)).filter(|target| target.value.is_some()) {
        let words = phrase::target(reader, target).as_str().to_owned();
        sentences.push(reader.tf("finding-target", &[("target", Arg::from(Html::trusted(lower_first(&words))))]));
    }
    Html::trusted(sentences.iter().map(Html::as_str).collect::<Vec<_>>().join(" "))
}

/// "minst" within a sentence; other scripts have no capitals.
pub fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

fn change(reader: Reader<'_>, name: Html, rows: &[&Measured], unit: (&str, usize)) -> Html {
    let known: Vec<(Period, f64)> = rows.iter().filter_map(|measured| Some((measured.row.period, measured.row.value?))).collect();
    let name = ("name", Arg::from(name));
    let value = |value: f64| Arg::from(phrase::amount(reader, value, unit));
    let when = |period: Period| Arg::from(phrase::period(reader, period));
    match (known.first(), known.last()) {
        (Some((first, from)), Some((last, to))) if known.len() > 1 => {
            let id = match from.total_cmp(to) {
                std::cmp::Ordering::Less => "finding-increased",
                std::cmp::Ordering::Greater => "finding-decreased",
                std::cmp::Ordering::Equal => "finding-unchanged",
            };
            reader.tf(id, &[name, ("from", value(*from)), ("to", value(*to)), ("first", when(*first)), ("last", when(*last))])
        }
        (Some((period, only)), _) => reader.tf("finding-single", &[name, ("to", value(*only)), ("last", when(*period))]),
        _ => reader.tf("finding-none", &[name]),
    }
}

fn table(
    reader: Reader<'_>,
    (indicator, id, split): (PageId, &str, Split),
    lines: &[Line<'_>],
    (targets, unit): (&[TargetId], (&str, usize)),
) -> DataTable {
    let mut columns = vec![Column { title: reader.t("period-column"), numeric: false }];
    let several = lines.len() > 1 || lines.iter().any(|(key, _)| key.is_some());
    columns.extend(lines.iter().map(|(key, _)| Column {
        title: match key {
            Some(page) => reader.title(*page),
            None if several => reader.t("chart-series-total"),
            None => reader.t("chart-value"),
        },
        numeric: true,
    }));
    let goals: Vec<&Target> =
        targets.iter().filter_map(|target| resolved(reader, *target)).filter(|target| target.value.is_some()).collect();
    if !goals.is_empty() {
        columns.push(Column { title: reader.t("input-target"), numeric: true });
    }
    let mut periods: Vec<Period> = lines.iter().flat_map(|(_, rows)| rows.iter().map(|measured| measured.row.period)).collect();
    periods.sort();
    periods.dedup();
    let rows = periods.into_iter().map(|period| {
        let mut cells: Vec<Html> = lines
            .iter()
            .map(|(_, rows)| value_cell(reader, rows.iter().find(|measured| measured.row.period == period).copied(), unit))
            .collect();
        if !goals.is_empty() {
            let valid =
                goals.iter().filter(|target| target.valid.is_none_or(|valid| valid.start() <= period.end() && period.end() <= valid.end()));
            let words: Vec<Html> = valid
                .filter_map(|target| target.value)
                .map(|value| phrase::amount(reader, value, (unit.0, usize::from(value.fract() != 0.0))))
                .collect();
            cells.push(words.into_iter().next().unwrap_or_else(|| Html::text("–")));
        }
        Row { head: phrase::period(reader, period), cells }
    });
    let rows = rows.collect();
    let caption = match split {
        Split::Areas => "chart-table-caption-areas",
        Split::Bodies => "chart-table-caption-bodies",
        _ => "chart-table-caption",
    };
    let caption = reader.tf(caption, &[("name", Arg::from(reader.title(indicator)))]);
    DataTable { id: format!("{id}-table"), caption, columns, rows }
}

fn value_cell(reader: Reader<'_>, measured: Option<&Measured>, unit: (&str, usize)) -> Html {
    let Some(value) = measured.and_then(|measured| measured.row.value) else { return reader.t("missing-value") };
    let amount = phrase::amount(reader, value, unit);
    match measured.map(|measured| measured.row.finality) {
        Some(Finality::Preliminary) => reader.tf("preliminary-value", &[("value", Arg::from(amount))]),
        _ => amount,
    }
}

fn sources(reader: Reader<'_>, indicator: PageId, lines: &[Line<'_>]) -> Html {
    let mut names: Vec<&str> =
        lines.iter().flat_map(|(_, rows)| rows.iter().filter_map(|measured| measured.row.source.as_deref())).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        let entry = reader.snapshot.site.pages.get(indicator).source();
        return entry.prose.source.as_deref().map(|source| reader.source_text(source)).unwrap_or_default();
    }
    reader.source_text(&names.join("; "))
}

/// Counts by status, as a bar and its key.
pub fn distribution(reader: Reader<'_>, id: &str, tags: &[phrase::StatusTag]) -> Distribution {
    let mut items: Vec<(&phrase::StatusTag, u32)> = Vec::new();
    for tag in tags {
        match items.iter_mut().find(|(other, _)| other.key == tag.key) {
            Some((_, count)) => *count += 1,
            None => items.push((tag, 1)),
        }
    }
    let order = |tag: &phrase::StatusTag| ORDER.iter().position(|key| *key == tag.key).unwrap_or(usize::MAX);
    items.sort_by_key(|(tag, _)| order(tag));
    let label = |tag: &phrase::StatusTag| reader.texts().plain(&format!("{}-{}", tag.axis, tag.key));
    let words: Vec<String> = items
        .iter()
        .map(|(tag, count)| {
            reader.texts().string("distribution-item", &[("label", Arg::from(label(tag))), ("count", Arg::Number(f64::from(*count), 0))])
        })
        .collect();
    let name = reader.texts().string("distribution-name", &[("items", Arg::from(reader.texts().formats.list(&words)))]);
    let segments: Vec<Segment> =
        items.iter().map(|(tag, count)| Segment { key: tag.key.to_owned(), label: label(tag), count: *count }).collect();
    Distribution {
        svg: Html::trusted(chart::distribution(id, &name, direction(reader), &segments)),
        total: tags.len(),
        items: items
            .iter()
            .map(|(tag, count)| DistributionItem {
                key: tag.key,
                label: tag.label.clone(),
                count: Html::text(&reader.texts().formats.number(f64::from(*count), 0)),
            })
            .collect(),
    }
}

/// Statuses from best to worst, then those that say nothing.
const ORDER: [&str; 19] = [
    "met",
    "done",
    "on-track",
    "increasing",
    "continuous",
    "in-progress",
    "unchanged",
    "baseline",
    "behind",
    "paused",
    "decreasing",
    "far-behind",
    "wrong-direction",
    "not-met",
    "not-started",
    "cancelled",
    "replaced",
    "not-assessed",
    "unknown",
];

/// A table of the places that a target is set for, worst first.
pub fn places(reader: Reader<'_>, target: TargetId) -> Option<DataTable> {
    let site = &reader.snapshot.site;
    let progress = site.progress.subject(target.owner)?.targets.iter().find(|progress| progress.id == target)?;
    let every = progress.places.as_ref()?;
    let terms = resolved(reader, target)?;
    let unit = phrase::unit_of(reader, terms);
    let mut each: Vec<_> = every.each.iter().collect();
    let latest = |place: &&(PageId, Option<crate::status::Assessment>)| {
        place.1.as_ref().and_then(|own| own.inputs.latest).map_or(f64::MAX, |latest| latest.value)
    };
    each.sort_by(|a, b| latest(a).total_cmp(&latest(b)));
    let rows = each.into_iter().map(|(area, own)| {
        let value =
            |point: Option<crate::status::Point>| point.map_or_else(|| reader.t("not-measured"), |point| point_value(reader, point, unit));
        let inputs = own.as_ref().map(|own| &own.inputs);
        let status = own.as_ref().map_or_else(|| reader.t("not-measured"), |own| phrase::fulfilment(reader, own.status).label);
        let link = reader.link(*area);
        let head = Html::trusted(format!("<a href=\"{}\">{}</a>", link.href, link.title));
        Row { head, cells: vec![value(inputs.and_then(|inputs| inputs.baseline)), value(inputs.and_then(|inputs| inputs.latest)), status] }
    });
    let rows = rows.collect();
    let titles = [("area-column", false), ("input-baseline", true), ("input-latest", true), ("status-column", false)];
    let columns = titles.into_iter().map(|(id, numeric)| Column { title: reader.t(id), numeric }).collect();
    Some(DataTable { id: "places-table".to_owned(), caption: phrase::target(reader, terms), columns, rows })
}

/// A value and when it is from.
pub fn point_value(reader: Reader<'_>, point: crate::status::Point, unit: (&str, usize)) -> Html {
    let value = phrase::amount(reader, point.value, unit);
    match point.period {
        Some(period) => reader.tf("input-value-at", &[("value", Arg::from(value)), ("period", Arg::from(phrase::period(reader, period)))]),
        None => value,
    }
}
