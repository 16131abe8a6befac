//! Front matter to typed facts: one function a kind, each field named once.

use std::sync::Arc;

use super::facts::{
    Area, Assignment, AssignmentState, Baseline, Body, Bound, Break, COST_PER, Cost, CostForm, Decided, DecidedColumn, Decision,
    DecisionKind, Desired, Dimension, Facts, FollowUpPlan, Goal, GoalLevel, Indicator, IndicatorForm, Per, Programme, ProgrammeForm, Prose,
    Reference, ReportRule, SectionRule, Target, TargetForm,
};
use super::jsonstat::StatMapping;
use super::{Entry, Key, Kind, translation};
use crate::config::{LanguageId, LocalText};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::locale::Locale;
use crate::period::{Cadence, Date, Grain, Period};
use crate::schema::{FRONT_MATTER, FieldReader, Fields, Node, Shape, Value, parse_yaml};
use crate::source::{Source, Span, Spanned};
use crate::status::Method;

/// Reads the front matter of a file; what is missing gets a stand-in.
pub(super) fn parse(source: &Source, matter: Span, key: Key, kind: Kind, found: &mut Vec<Diagnostic>) -> Entry {
    let text = source.text.get(matter.start..matter.end).unwrap_or_default();
    let (root, broken) = match parse_yaml(&source.path, text, matter.start) {
        Ok(root) => (root, false),
        Err(diagnostic) => {
            found.push(*diagnostic);
            (Node { span: matter, value: Value::Empty }, true)
        }
    };
    let mut reader = FieldReader::new(&source.path, FRONT_MATTER);
    let entry = read(&root, key, kind, &mut reader);
    // After a syntax error every field seems to be missing.
    if !broken {
        found.append(&mut reader.found);
    }
    entry
}

/// Reads front matter that was parsed.
pub(super) fn read(root: &Node, key: Key, kind: Kind, reader: &mut FieldReader<'_>) -> Entry {
    let mut fields = reader.table(root);
    let translated = key.language != LanguageId::SOURCE;
    let title = fields.required_text("title", reader).unwrap_or_else(|| Spanned::new(key.stem.clone(), Span::default()));
    let mut entry = Entry {
        path: reader.path().clone(),
        title,
        summary: fields.text("summary", reader).map(|text| text.value),
        slug: fields.text("slug", reader),
        aliases: Vec::new(),
        date: date(&mut fields, "date", reader),
        order: None,
        draft: fields.flag("draft", reader).unwrap_or(false),
        translation: None,
        prose: Prose::default(),
        facts: Facts::None,
        text: Arc::default(),
        key,
        kind,
    };
    if kind == Kind::Indicator {
        entry.prose = Prose {
            source: fields.text("source", reader).map(|text| text.value),
            method: fields.text("method", reader).map(|text| text.value),
            population: fields.text("population", reader).map(|text| text.value),
        };
    }
    if translated {
        entry.translation = fields.get("translation").map(|node| translation::read(node, reader));
        refuse_facts(&mut fields, kind, root, reader);
    } else {
        entry.aliases = fields.texts("aliases", reader);
        entry.order = fields.number("order", reader);
        entry.facts = facts(kind, &mut fields, reader);
    }
    fields.finish(reader);
    entry
}

/// A translation that states facts would let figures go stale in one language: they stand in the source file only.
fn refuse_facts(fields: &mut Fields<'_>, kind: Kind, root: &Node, reader: &mut FieldReader<'_>) {
    let Value::Table(entries) = &root.value else { return };
    let mut silent = FieldReader::new(reader.path(), FRONT_MATTER);
    let empty = Node { span: root.span, value: Value::Empty };
    let mut schema = silent.table(&empty);
    facts(kind, &mut schema, &mut silent);
    let names = schema.asked().iter().copied().chain(["aliases", "order"]);
    for name in names {
        let Some((key, _)) = entries.iter().find(|(key, _)| key.value == name) else { continue };
        // Asked for here, so that it is not reported as unknown as well.
        fields.get(name);
        let message = Message::new(
            format!("`{name}` är en uppgift som bara får stå i källfilen"),
            format!("`{name}` is a fact, which stands in the source file only"),
        );
        let help = Message::new(
            "ta bort raden: översättningen ärver uppgiften från den svenska filen",
            "remove the line: the translation inherits it from the source file",
        );
        reader.found.push(Diagnostic::new(Code::RepeatedFact, message).at(reader.path(), key.span).help(help));
    }
}

fn facts(kind: Kind, fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Facts {
    let facts = match kind {
        Kind::Page | Kind::News | Kind::Term => Some(Facts::None),
        Kind::Programme => programme(fields, reader).map(|facts| Facts::Programme(Box::new(facts))),
        Kind::Goal => goal(fields, reader).map(|facts| Facts::Goal(Box::new(facts))),
        Kind::Assignment => assignment(fields, reader).map(|facts| Facts::Assignment(Box::new(facts))),
        Kind::Body => {
            let (id, number, _form) = (id(fields, reader), number(fields, reader), fields.text("form", reader));
            let codes = fields.texts("codes", reader);
            id.map(|id| Facts::Body(Box::new(Body { id, number, codes })))
        }
        Kind::Area => {
            let (id, number, codes) = (id(fields, reader), number(fields, reader), fields.texts("codes", reader));
            id.map(|id| Facts::Area(Box::new(Area { id, number, codes })))
        }
        Kind::Indicator => indicator(fields, reader).map(|facts| Facts::Indicator(Box::new(facts))),
    };
    facts.unwrap_or_default()
}

fn id(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Reference> {
    let id = fields.required_text("id", reader)?;
    let valid = id.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.'));
    if !valid || id.value.is_empty() {
        let message = Message::new(format!("`{}` kan inte vara ett id", id.value), format!("`{}` cannot be an id", id.value));
        let help = Message::new("använd a–z, siffror, bindestreck och punkt", "use a–z, digits, hyphens and full stops");
        reader.invalid(id.span, message, Some(help));
    }
    Some(id)
}

fn number(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<String> {
    fields.text("number", reader).map(|text| text.value)
}

pub(super) fn date(fields: &mut Fields<'_>, key: &'static str, reader: &mut FieldReader<'_>) -> Option<Date> {
    let node = fields.get(key)?;
    reader.note(node.span, Shape::Date);
    let expected = Message::new("ett datum; skriv det som 2009-04-08", "a date; write it as 2009-04-08");
    Some(reader.parsed(node, expected, |text| text.parse().ok())?.value)
}

fn period(fields: &mut Fields<'_>, key: &'static str, reader: &mut FieldReader<'_>) -> Option<Spanned<Period>> {
    let node = fields.get(key)?;
    reader.note(node.span, Shape::Period);
    let expected = Message::new(
        "en period; skriv den som 2009, 2009-T1, 2009-H1, 2009-Q1, 2009-04, 2009-VT, 2008/09 eller 2008..2010",
        "a period; write it as 2009, 2009-T1, 2009-H1, 2009-Q1, 2009-04, 2009-VT, 2008/09 or 2008..2010",
    );
    reader.parsed(node, expected, Period::parse)
}

const CADENCES: [(&str, Cadence); 8] = [
    ("year", Cadence::Year),
    ("half-year", Cadence::HalfYear),
    ("tertial", Cadence::Tertial),
    ("quarter", Cadence::Quarter),
    ("term", Cadence::Term),
    ("biennial", Cadence::Biennial),
    ("once", Cadence::Once),
    ("continuous", Cadence::Continuous),
];

fn programme(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Programme> {
    let forms = [
        ("programme", ProgrammeForm::Programme),
        ("plan", ProgrammeForm::Plan),
        ("strategy", ProgrammeForm::Strategy),
        ("policy", ProgrammeForm::Policy),
        ("action-plan", ProgrammeForm::ActionPlan),
    ];
    let id = id(fields, reader);
    let form = fields.choice("form", &forms, reader).unwrap_or(ProgrammeForm::Programme);
    let valid = period(fields, "valid", reader);
    let owner = fields.text("owner", reader).map(|text| text.value);
    let mut decisions = Vec::new();
    if let Some(node) = fields.get("decisions") {
        decisions = reader.items(node).iter().filter_map(|item| decision(item, reader)).collect();
    }
    let (mut cadence, mut periods, mut due_days) = (Vec::new(), None, 90);
    if let Some(node) = fields.get("follow_up") {
        let mut plan = reader.table(node);
        cadence = plan.choices("cadence", &CADENCES, reader);
        periods = period(&mut plan, "periods", reader).map(|period| period.value);
        due_days = days(&mut plan, reader).unwrap_or(due_days);
        plan.finish(reader);
    }
    let assess = method(fields, reader);
    let report = fields.get("report").map(|node| report_rule(node, due_days, reader));
    let columns = fields.get("columns").map(|node| decided(node, reader)).unwrap_or_default();
    Some(Programme { id: id?, form, valid, owner, decisions, cadence, periods, due_days, columns, assess, report })
}

/// How targets are judged.
fn method(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Method> {
    let expected = Message::new("ett sätt att bedöma; skriv `line` eller `open-sdg`", "a way to judge; write `line` or `open-sdg`");
    Some(reader.parsed(fields.get("assess")?, expected, Method::parse)?.value)
}

fn days(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<i32> {
    let expected = Message::new("ett antal dagar", "a number of days");
    Some(reader.parsed(fields.get("due_days")?, expected, |text| text.parse().ok())?.value)
}

fn report_rule(node: &Node, due_days: i32, reader: &mut FieldReader<'_>) -> ReportRule {
    let mut fields = reader.table(node);
    let cadence = fields.choices("cadence", &CADENCES, reader);
    let mut sections = Vec::new();
    if let Some(node) = fields.require("sections", reader) {
        sections = reader.items(node).iter().filter_map(|item| section_rule(item, reader)).collect();
        if reader.items(node).is_empty() {
            let message = Message::new("en rapport ska ha minst ett avsnitt", "a report has at least one section");
            reader.invalid(node.span, message, None);
        }
    }
    let rule = ReportRule {
        cadence: if cadence.is_empty() { vec![Cadence::Year] } else { cadence },
        due_days: days(&mut fields, reader).unwrap_or(due_days),
        sections,
        bodies: fields.texts("bodies", reader),
    };
    fields.finish(reader);
    rule
}

fn section_rule(node: &Node, reader: &mut FieldReader<'_>) -> Option<SectionRule> {
    let mut fields = reader.table(node);
    let id = id(&mut fields, reader);
    let title = fields.require("title", reader).map(|node| local_text(node, reader)).unwrap_or_default();
    fields.finish(reader);
    Some(SectionRule { id: id?, title })
}

/// A text that may be a table by language, as in site.toml.
fn local_text(node: &Node, reader: &mut FieldReader<'_>) -> LocalText {
    LocalText::read(node, &Locale::tags(), reader)
}

fn decision(node: &Node, reader: &mut FieldReader<'_>) -> Option<Decision> {
    let kinds = [
        ("adopted", DecisionKind::Adopted),
        ("revised", DecisionKind::Revised),
        ("target-changed", DecisionKind::TargetChanged),
        ("repealed", DecisionKind::Repealed),
    ];
    let mut fields = reader.table(node);
    let id = id(&mut fields, reader);
    fields.require("date", reader);
    let date = date(&mut fields, "date", reader);
    let by = fields.required_text("by", reader).map(|text| text.value).unwrap_or_default();
    let kind = fields.require("kind", reader).and_then(|node| reader.choice(node, &kinds));
    let reference = fields.text("ref", reader).map(|text| text.value);
    let text = fields.text("text", reader).map(|text| text.value);
    fields.finish(reader);
    Some(Decision { id: id?, date, by, kind: kind?.value, reference, text })
}

fn decided(node: &Node, reader: &mut FieldReader<'_>) -> Decided {
    let mut fields = reader.table(node);
    let cells = DecidedColumn::ALL.iter().filter_map(|(key, cell)| Some((*cell, fields.text(key, reader)?.value))).collect();
    fields.finish(reader);
    cells
}

fn goal(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Goal> {
    let id = id(fields, reader);
    let number = number(fields, reader);
    let level = fields.choice("level", &GoalLevel::ALL, reader).unwrap_or(GoalLevel::Council);
    let decided = fields.get("decided").map(|node| decided(node, reader)).unwrap_or_default();
    let decided_in = fields.text("decided_in", reader);
    let lead = fields.texts("lead", reader);
    let targets = targets(fields, reader);
    Some(Goal { id: id?, number, level, decided, decided_in, lead, targets })
}

fn assignment(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Assignment> {
    let states = [("in-force", AssignmentState::InForce), ("replaced", AssignmentState::Replaced), ("struck", AssignmentState::Struck)];
    let id = id(fields, reader);
    let number = fields.required_text("number", reader).map(|text| text.value);
    let body = fields.required_text("body", reader);
    let contributes_to = fields.texts("contributes_to", reader);
    let decided = fields.get("decided").map(|node| decided(node, reader)).unwrap_or_default();
    let mut follow_up = Vec::new();
    if let Some(node) = fields.get("follow_up") {
        follow_up = reader.items(node).iter().map(|item| follow_up_plan(item, reader)).collect();
    }
    let targets = targets(fields, reader);
    let mut costs = Vec::new();
    if let Some(node) = fields.get("costs") {
        costs = reader.items(node).iter().filter_map(|item| cost(item, reader)).collect();
    }
    let state = fields.choice("state", &states, reader).unwrap_or(AssignmentState::InForce);
    let confirmed = fields.flag("confirmed", reader).unwrap_or(false);
    Some(Assignment { id: id?, number: number?, body: body?, contributes_to, decided, follow_up, targets, costs, state, confirmed })
}

fn follow_up_plan(node: &Node, reader: &mut FieldReader<'_>) -> FollowUpPlan {
    let mut fields = reader.table(node);
    let plan = FollowUpPlan {
        method: fields.text("method", reader).map(|text| text.value),
        cadence: fields.choices("cadence", &CADENCES, reader),
        lead: fields.text("lead", reader).map(|text| text.value),
        reports_to: fields.text("reports_to", reader).map(|text| text.value),
    };
    fields.finish(reader);
    plan
}

const TARGET_FORMS: [(&str, TargetForm); 10] = [
    ("level", TargetForm::Level),
    ("share", TargetForm::Share),
    ("quota", TargetForm::Quota),
    ("cumulative", TargetForm::Cumulative),
    ("range", TargetForm::Range),
    ("milestone", TargetForm::Milestone),
    ("direction", TargetForm::Direction),
    ("every-place", TargetForm::EveryPlace),
    ("text", TargetForm::Text),
    ("deferred", TargetForm::Deferred),
];

const PER: [(&str, Per); 9] = [
    ("year", Per::Grain(Grain::Year)),
    ("half-year", Per::Grain(Grain::HalfYear)),
    ("tertial", Per::Grain(Grain::Tertial)),
    ("quarter", Per::Grain(Grain::Quarter)),
    ("month", Per::Grain(Grain::Month)),
    ("term", Per::Grain(Grain::Term)),
    ("period", Per::Period),
    ("day", Per::Day),
    ("person", Per::Person),
];

const WANTED: [(&str, Desired); 2] = [("up", Desired::Up), ("down", Desired::Down)];

fn targets(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Vec<Target> {
    let Some(node) = fields.get("targets") else { return Vec::new() };
    reader.items(node).iter().filter_map(|item| target(item, reader)).collect()
}

fn target(node: &Node, reader: &mut FieldReader<'_>) -> Option<Target> {
    let mut fields = reader.table(node);
    let id = id(&mut fields, reader);
    let form = fields.require("form", reader).and_then(|node| reader.choice(node, &TARGET_FORMS));
    let is_known = id.is_some() && form.is_some();
    // What is missing gets a stand-in until all else is read, so that all mistakes of a target are told at once.
    let mut target = Target {
        id: id.unwrap_or(Spanned::new(String::new(), node.span)),
        form: form.map_or(TargetForm::Text, |form| form.value),
        text: fields.text("text", reader).map(|text| text.value),
        indicator: fields.text("indicator", reader),
        bound: fields.choice("op", &[(">=", Bound::AtLeast), ("<=", Bound::AtMost)], reader).unwrap_or(Bound::AtLeast),
        value: fields.number("value", reader),
        max: fields.number("max", reader),
        unit: fields.text("unit", reader),
        per: fields.choice("per", &PER, reader),
        direction: fields.choice("direction", &WANTED, reader),
        baselines: Vec::new(),
        by: period_value(&mut fields, "by", reader),
        during: period_value(&mut fields, "during", reader),
        areas: fields.texts("areas", reader),
        population: fields.text("population", reader).map(|text| text.value),
        decided_in: fields.text("decided_in", reader),
        valid: period_value(&mut fields, "valid", reader),
        supersedes: fields.text("supersedes", reader),
        same_as: fields.text("same_as", reader),
        set_after: period_value(&mut fields, "set_after", reader),
    };
    for key in ["baseline", "baselines"] {
        if let Some(node) = fields.get(key) {
            let items = reader.items(node).iter().enumerate();
            target.baselines.extend(items.filter_map(|(at, item)| baseline(item, format!("{key}.{at}"), reader)));
        }
    }
    let needs_value = matches!(
        target.form,
        TargetForm::Level | TargetForm::Share | TargetForm::Quota | TargetForm::Cumulative | TargetForm::Range | TargetForm::EveryPlace
    );
    if needs_value && target.value.is_none() && target.same_as.is_none() {
        fields.require("value", reader);
    }
    fields.finish(reader);
    is_known.then_some(target)
}

fn period_value(fields: &mut Fields<'_>, key: &'static str, reader: &mut FieldReader<'_>) -> Option<Period> {
    period(fields, key, reader).map(|period| period.value)
}

fn baseline(node: &Node, field: String, reader: &mut FieldReader<'_>) -> Option<Baseline> {
    let mut fields = reader.table(node);
    let area = fields.text("area", reader);
    fields.require("value", reader);
    let value = fields.number("value", reader);
    fields.require("period", reader);
    let period = period(&mut fields, "period", reader);
    let source = fields.text("source", reader).map(|text| text.value);
    fields.finish(reader);
    Some(Baseline { area, value: value?, period: period?.value, source, field })
}

fn cost(node: &Node, reader: &mut FieldReader<'_>) -> Option<Cost> {
    let forms = [
        ("within-budget", CostForm::WithinBudget),
        ("amount", CostForm::Amount),
        ("conditional", CostForm::Conditional),
        ("external", CostForm::External),
        ("missing", CostForm::Missing),
    ];
    let mut fields = reader.table(node);
    let form = fields.require("form", reader).and_then(|node| reader.choice(node, &forms));
    let years = period(&mut fields, "years", reader).map(|period| period.value);
    let min = fields.number("min", reader);
    let max = fields.number("max", reader);
    let currency = fields.text("currency", reader).map(|text| text.value);
    let per = fields.choices("per", &COST_PER, reader);
    let approximate = fields.flag("approximate", reader).unwrap_or(false);
    let note = fields.text("note", reader).map(|text| text.value);
    fields.finish(reader);
    Some(Cost { span: node.span, form: form?.value, min, max, currency, per, approximate, years, note })
}

fn indicator(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Indicator> {
    let forms = [
        ("level", IndicatorForm::Level),
        ("flow", IndicatorForm::Flow),
        ("ratio", IndicatorForm::Ratio),
        ("index", IndicatorForm::Index),
        ("binary", IndicatorForm::Binary),
    ];
    let id = id(fields, reader);
    let unit = fields.required_text("unit", reader);
    let expected = Message::new("ett antal decimaler, 0 till 4", "a number of decimals, 0 to 4");
    let decimals =
        fields.get("decimals").and_then(|node| reader.parsed(node, expected, |text| text.parse().ok().filter(|count| *count <= 4)));
    let direction = fields.choice("direction", &WANTED, reader).unwrap_or(Desired::Up);
    let form = fields.choice("form", &forms, reader).unwrap_or(IndicatorForm::Level);
    let by = fields.choices("by", &[("area", Dimension::Area), ("body", Dimension::Body), ("sex", Dimension::Sex)], reader);
    let persons = fields.flag("persons", reader).unwrap_or(false);
    let mut breaks = Vec::new();
    if let Some(node) = fields.get("breaks") {
        breaks = reader.items(node).iter().filter_map(|item| break_of(item, reader)).collect();
    }
    let kolada = fields.texts("kolada", reader);
    let jsonstat = fields.get("jsonstat").and_then(|node| stat_mapping(node, reader));
    let (assess, natural_limit) = (method(fields, reader), fields.number("natural_limit", reader));
    let decimals = decimals.map_or(0, |count| count.value);
    Some(Indicator { id: id?, unit: unit?, decimals, direction, form, by, persons, assess, natural_limit, kolada, jsonstat, breaks })
}

fn break_of(node: &Node, reader: &mut FieldReader<'_>) -> Option<Break> {
    let mut fields = reader.table(node);
    fields.require("from", reader);
    let from = period(&mut fields, "from", reader);
    let text = fields.require("text", reader).map(|node| local_text(node, reader)).unwrap_or_default();
    fields.finish(reader);
    Some(Break { from: from?.value, text })
}

fn stat_mapping(node: &Node, reader: &mut FieldReader<'_>) -> Option<StatMapping> {
    let mut fields = reader.table(node);
    let table = fields.required_text("table", reader);
    let mut fixed = Vec::new();
    if let Some(node) = fields.get("where") {
        let mut dimensions = reader.table(node);
        fixed.extend(dimensions.rest().filter_map(|(key, node)| Some((key.clone(), reader.text(node)?))));
    }
    fields.finish(reader);
    Some(StatMapping { table: table?, fixed })
}
