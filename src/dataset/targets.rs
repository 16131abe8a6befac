//! Targets, and every number that their judgement was made from.

use super::decided::list;
use super::{Cell, Field, ForeignKey, Kind, Table, Title, choices, fulfilment, fulfilment_fields, id_of};
use crate::document::data::Finality;
use crate::document::facts::{Bound, Per, Target, TargetForm};
use crate::period::Grain;
use crate::site::data::TableId;
use crate::site::progress::TargetProgress;
use crate::snapshot::Snapshot;
use crate::status::{Point, RuleUsed};

/// The targets of goals, then of assignments.
pub(super) fn targets(snapshot: &Snapshot) -> Table {
    let mut fields = vec![
        Field::text("id", "column-id").required(),
        Field::text("tillhor", "column-owner").required(),
        Field::text("text", "column-text"),
        Field::new("form", "column-form", forms()).required(),
        Field::text("indikator", "column-indicator"),
        Field::new("villkor", "column-bound", choices(&[(">=", "data-at-least"), ("<=", "data-at-most")])).required(),
        Field::number("varde", "chart-value"),
        Field::number("max", "column-max"),
        Field::text("enhet", "column-unit"),
        Field::text("per", "column-per"),
        Field::new("senast", "column-by", Kind::Period),
        Field::new("under", "column-during", Kind::Period),
        Field::text("omraden", "areas-title"),
        Field::text("malgrupp", "fact-population"),
        Field::text("beslut", "column-decision"),
        Field::text("ersatter", "column-supersedes"),
        Field::text("samma_som", "column-same-as"),
        Field::new("galler", "column-in-force", Kind::Flag).required(),
    ];
    fields.extend(fulfilment_fields());
    fields.extend([
        Field::new("regel", "column-rule", rules()).required(),
        Field::number("y0", "input-baseline"),
        Field::number("t0", "column-t0"),
        Field::new("period0", "column-period0", Kind::Period),
        Field::number("yi", "input-latest"),
        Field::number("ti", "column-ti"),
        Field::new("periodi", "column-periodi", Kind::Period),
        Field::number("yt", "input-target"),
        Field::number("tt", "column-tt"),
        Field::number("kravt", "input-required"),
        Field::number("takt", "input-pace"),
        Field::number("avstand", "column-margin"),
        Field::number("omraden_under", "input-below"),
        Field::number("omraden_utan_matning", "input-unmeasured"),
    ]);
    let site = &snapshot.site;
    let owners = site.programme.goals.iter().chain(&site.programme.assignments);
    let all = owners.filter_map(|owner| site.progress.subject(*owner)).flat_map(|subject| &subject.targets);
    Table {
        id: TableId::Targets,
        fields,
        rows: all.filter_map(|target| row(snapshot, target)).collect(),
        primary_key: vec!["id"],
        foreign_keys: vec![ForeignKey { field: "indikator", table: TableId::Indicators }],
    }
}

fn row(snapshot: &Snapshot, progress: &TargetProgress) -> Option<Vec<Cell>> {
    let site = &snapshot.site;
    let own = site.programme.target(&site.pages, progress.id)?;
    let text = |id: &Option<crate::source::Spanned<String>>| Cell::text(id.as_ref().map(|id| id.value.as_str()));
    let mut cells = vec![
        Cell::Text(own.id.value.clone()),
        Cell::Text(id_of(snapshot, progress.id.owner).to_owned()),
        Cell::text(own.text.as_deref()),
        Cell::Text(form(own.form).0.to_owned()),
        text(&own.indicator),
        Cell::Text(if own.bound == Bound::AtLeast { ">=" } else { "<=" }.to_owned()),
        Cell::number(own.value),
        Cell::number(own.max),
        text(&own.unit),
        Cell::text(own.per.map(per)),
        Cell::any_period(own.by),
        Cell::any_period(own.during),
        list(&own.areas),
        Cell::text(own.population.as_deref()),
        text(&own.decided_in),
        text(&own.supersedes),
        text(&own.same_as),
        Cell::Flag(!progress.superseded),
    ];
    cells.extend(fulfilment(progress.assessment.status));
    let terms = site.programme.target(&site.pages, progress.terms).unwrap_or(own);
    cells.extend(inputs(progress, withheld(snapshot, terms)));
    Some(cells)
}

/// Whether a figure that may not be shown could be worked out from what the target was judged by.
fn withheld(snapshot: &Snapshot, target: &Target) -> bool {
    let programme = &snapshot.site.programme;
    let indicator = target.indicator.as_ref().and_then(|id| programme.find(&id.value));
    let rows = indicator.and_then(|page| programme.observations.get(&page)).into_iter().flatten();
    rows.map(|measured| &measured.row).any(|row| row.finality == Finality::Confidential && row.value.is_some())
}

fn inputs(progress: &TargetProgress, withheld: bool) -> Vec<Cell> {
    let used = &progress.assessment.inputs;
    let shown = |value: Option<f64>| Cell::number(value.filter(|_| !withheld).map(tidy));
    let point = |point: Option<Point>| {
        let point = point.filter(|_| !withheld);
        [
            shown(point.map(|point| point.value)),
            shown(point.map(|point| point.time)),
            Cell::any_period(point.and_then(|point| point.period)),
        ]
    };
    #[expect(clippy::cast_precision_loss, reason = "counts of places are far below 2^52")]
    let count = |count: Option<usize>| Cell::number(count.map(|count| count as f64));
    let mut cells = vec![Cell::Text(used.rule.key().to_owned())];
    cells.extend(point(used.baseline));
    cells.extend(point(used.latest));
    cells.extend([Cell::number(used.target), Cell::number(used.target_time.map(tidy))]);
    cells.extend([shown(used.required), shown(used.pace), shown(used.margin)]);
    cells.push(count(progress.places.as_ref().map(|places| places.all.below.len())));
    cells.push(count(progress.places.as_ref().map(|places| places.all.unmeasured.len())));
    cells
}

/// Without the dust that binary fractions leave: 0.3, not 0.29999999999999716.
fn tidy(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

/// The key of front matter and the message.
fn form(form: TargetForm) -> (&'static str, &'static str) {
    match form {
        TargetForm::Level => ("level", "data-form-level"),
        TargetForm::Share => ("share", "data-form-share"),
        TargetForm::Quota => ("quota", "data-form-quota"),
        TargetForm::Cumulative => ("cumulative", "data-form-cumulative"),
        TargetForm::Range => ("range", "data-form-range"),
        TargetForm::Milestone => ("milestone", "data-form-milestone"),
        TargetForm::Direction => ("direction", "data-form-direction"),
        TargetForm::EveryPlace => ("every-place", "data-form-every-place"),
        TargetForm::Text => ("text", "data-form-text"),
        TargetForm::Deferred => ("deferred", "data-form-deferred"),
    }
}

fn forms() -> Kind {
    let all = [
        TargetForm::Level,
        TargetForm::Share,
        TargetForm::Quota,
        TargetForm::Cumulative,
        TargetForm::Range,
        TargetForm::Milestone,
        TargetForm::Direction,
        TargetForm::EveryPlace,
        TargetForm::Text,
        TargetForm::Deferred,
    ];
    choices(&all.map(form))
}

/// The key of front matter.
fn per(per: Per) -> &'static str {
    match per {
        Per::Grain(grain) => Grain::key(grain),
        Per::Period => "period",
        Per::Day => "day",
        Per::Person => "person",
    }
}

fn rules() -> Kind {
    let title = |rule| match rule {
        RuleUsed::Line => "rule-line",
        RuleUsed::Hold => "rule-hold",
        RuleUsed::Level => "rule-level",
        RuleUsed::PastDue => "rule-past-due",
        RuleUsed::Trend => "rule-trend",
        RuleUsed::Quota => "rule-quota",
        RuleUsed::ProRata => "rule-pro-rata",
        RuleUsed::Cumulative => "rule-cumulative",
        RuleUsed::Milestone => "rule-milestone",
        RuleUsed::OpenSdg => "rule-open-sdg",
        RuleUsed::OpenSdgGrowth => "rule-open-sdg-growth",
        RuleUsed::None => "rule-none",
    };
    Kind::Choice(RuleUsed::ALL.map(|rule| (rule.key().to_owned(), Title::Message(title(rule)))).to_vec())
}
