//! Goals, assignments, bodies, places and indicators as their pages show them.

use serde::Serialize;

use super::page::{Group, KindView};
use super::phrase::{self, StatusTag};
use super::progress::changes_of;
use super::reporting::{period_link, reports, year_rows};
use super::row::{
    assignment_facts, assignment_row, bar, body_number, body_row, duties, fulfilment_of, goal_row, goal_sentence, implementation_of,
    in_force, reporting_of, site, stem, subject,
};
use super::target::{charts, named, targets};
use super::{Link, Reader};
use crate::document::facts::{Assignment, Cell, DecisionKind, Facts, GoalLevel, ProgrammeForm, Reference};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::PageId;
use crate::site::programme::{Reported, facts_of};
use crate::site::reporting::Duty;

/// A decision.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    /// Its day.
    pub date: Html,
    /// Who decided.
    pub by: Html,
    /// What it did.
    pub kind: Html,
    /// The words of the document.
    pub text: Option<Html>,
    /// Their language, if not the page's.
    pub text_lang: Option<&'static str>,
    /// Their direction, if not the page's.
    pub text_dir: Option<&'static str>,
    /// Paragraph and register number.
    #[serde(rename = "ref")]
    pub reference: Option<Html>,
}

/// A decided text.
#[derive(Clone, Debug, Serialize)]
pub struct DecidedText {
    /// Its words.
    pub html: Html,
    /// Their language, if not the page's.
    pub lang: Option<&'static str>,
    /// Their direction, if not the page's.
    pub dir: Option<&'static str>,
}

/// A cell of the programme's table, verbatim, and its reading.
#[derive(Clone, Debug, Serialize)]
pub struct CellView {
    /// Which column.
    pub key: &'static str,
    /// The column's head, in the programme's words.
    pub label: Html,
    /// The head's language, if not the page's.
    pub label_lang: Option<&'static str>,
    /// The head's direction, if not the page's.
    pub label_dir: Option<&'static str>,
    /// The column in the page's language, where the head is in another.
    pub name: Option<Html>,
    /// The words.
    pub paragraphs: Vec<Html>,
    /// Their language, if not the page's.
    pub lang: Option<&'static str>,
    /// Their direction, if not the page's.
    pub dir: Option<&'static str>,
    /// Whether the programme leaves it empty.
    pub empty: bool,
    /// What it says in fixed terms.
    pub reading: Vec<Html>,
}

/// A follow-up.
#[derive(Clone, Debug, Serialize)]
pub struct FollowUpView {
    /// The period it is about.
    pub period: Link,
    /// The day it came.
    pub date: Option<Html>,
    /// The role of who answers for it.
    pub role: Option<Html>,
    /// Who reports.
    pub body: Option<Link>,
    /// How far the work had come.
    pub implementation: StatusTag,
    /// The body's own judgement.
    pub assessment: Option<StatusTag>,
    /// What it says.
    pub text: Html,
    /// The text's language, if not the page's.
    pub text_lang: Option<&'static str>,
    /// The text's direction, if not the page's.
    pub text_dir: Option<&'static str>,
    /// Where it is recorded.
    pub evidence: Option<Html>,
    /// What it is about.
    pub assignment: Option<Link>,
}

/// A judgement that a person has set before what the figures say.
#[derive(Clone, Debug, Serialize)]
pub struct OverruledView {
    /// Who set it and when.
    pub sentence: Html,
    /// Why.
    pub reason: Html,
    /// What the figures say.
    pub computed: StatusTag,
}

/// A follow-up that is owed.
#[derive(Clone, Debug, Serialize)]
pub struct Due {
    /// The period.
    pub period: Html,
    /// The last day.
    pub due: Html,
    /// Whether it has come.
    pub status: StatusTag,
}

/// All assignments, by body.
pub fn assignment_groups(reader: Reader<'_>) -> Vec<Group> {
    let programme = &site(reader).programme;
    let group = |body: &PageId| {
        let link = reader.link(*body);
        let rows = programme.assignments_of(&site(reader).pages, *body);
        Group {
            title: link.title,
            href: Some(link.href),
            id: stem(reader, *body),
            rows: rows.into_iter().map(|assignment| assignment_row(reader, assignment, false)).collect(),
        }
    };
    programme.bodies.iter().map(group).collect()
}

/// The decisions on the programme; all, or those that a target names.
fn decisions(reader: Reader<'_>, keep: impl Fn(&str) -> bool) -> Vec<DecisionView> {
    let Some(facts) = site(reader).programme.facts(&site(reader).pages) else { return Vec::new() };
    let (text_lang, text_dir) = reader.source_language();
    let view = |decision: &crate::document::facts::Decision| DecisionView {
        date: decision.date.map(|date| phrase::date(reader, date)).unwrap_or_default(),
        by: reader.source_text(&decision.by),
        kind: reader.t(decision_kind(decision.kind)),
        text: decision.text.as_deref().map(|text| Html::trusted(format!("<p>{}</p>", Html::text(text)))),
        text_lang,
        text_dir,
        reference: decision.reference.as_deref().map(|reference| reader.source_text(reference)),
    };
    facts.decisions.iter().filter(|decision| keep(&decision.id.value)).map(view).collect()
}

pub(super) fn decision_kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Adopted => "decision-adopted",
        DecisionKind::Revised => "decision-revised",
        DecisionKind::TargetChanged => "decision-target-changed",
        DecisionKind::Repealed => "decision-repealed",
    }
}

/// The programme's own page.
pub fn programme(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    let mut facts = Vec::new();
    if let Some(own) = model.facts(&site(reader).pages) {
        let form = match own.form {
            ProgrammeForm::Programme => "form-programme",
            ProgrammeForm::Plan => "form-plan",
            ProgrammeForm::Strategy => "form-strategy",
            ProgrammeForm::Policy => "form-policy",
            ProgrammeForm::ActionPlan => "form-action-plan",
        };
        facts.push(reader.fact("fact-form", reader.t(form)));
        facts.extend(own.valid.as_ref().map(|valid| reader.fact("fact-valid", phrase::period(reader, valid.value))));
        facts.extend(own.owner.as_deref().map(|owner| reader.fact("fact-owner", reader.source_text(owner))));
    }
    KindView::Programme {
        facts,
        decisions: decisions(reader, |_| true),
        chapters: site(reader).pages.get(id).children.iter().map(|chapter| reader.link(*chapter)).collect(),
        bodies: model.bodies.iter().map(|body| body_row(reader, *body)).collect(),
        goals: model.goals.iter().map(|goal| goal_row(reader, *goal)).collect(),
    }
}

/// Plain text as paragraphs: cells keep their author's blank lines, and single line ends as line breaks.
fn paragraphs(text: &str) -> Vec<Html> {
    let paragraphs = text.trim().split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    paragraphs.map(|paragraph| Html::trusted(Html::text(paragraph.trim()).as_str().replace('\n', "<br>"))).collect()
}

/// A goal's page.
pub fn goal(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    let Some(facts) = facts_of(&site(reader).pages, id).and_then(Facts::as_goal) else { return KindView::Contact {} };
    let (lang, dir) = reader.source_language();
    let words = facts.decided.iter().find(|(cell, _)| *cell == Cell::Goal).map(|(_, text)| text);
    let decided = words.map(|text| DecidedText {
        html: Html::trusted(paragraphs(text).iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect::<String>()),
        lang,
        dir,
    });
    let named: Vec<&str> = facts
        .decided_in
        .iter()
        .chain(facts.targets.iter().filter_map(|target| target.decided_in.as_ref()))
        .map(|id| id.value.as_str())
        .collect();
    let serving = model.serving(&site(reader).pages, id);
    KindView::Goal {
        number: facts.number.as_deref().map(Html::text),
        level: goal_level(reader, facts.level),
        lead: lead(reader, &facts.lead),
        decided,
        status: fulfilment_of(reader, id),
        changes: changes_of(reader, &[id]),
        sentence: goal_sentence(reader, id),
        overruled: overruled(reader, id),
        targets: targets(reader, id),
        charts: charts(reader, id),
        fulfilment: bar(reader, "dist-fulfilment", serving.iter().filter_map(|assignment| fulfilment_of(reader, *assignment)).collect()),
        coverage: phrase::coverage(reader, "coverage-sentence", &duties(reader, |duty| serving.contains(&duty.assignment))),
        assignments: serving.iter().map(|assignment| assignment_row(reader, *assignment, true)).collect(),
        decisions: decisions(reader, |decision| named.contains(&decision)),
        follow_ups: follow_ups(reader, id),
    }
}

/// Who answers for a goal.
fn lead(reader: Reader<'_>, lead: &[Reference]) -> Option<Html> {
    if lead.iter().any(|body| body.value == "all") {
        return Some(reader.t("lead-all"));
    }
    let bodies = lead.iter().filter_map(|body| site(reader).programme.find(&body.value));
    let links: Vec<String> =
        bodies.map(|body| reader.link(body)).map(|link| format!("<a href=\"{}\">{}</a>", link.href, link.title)).collect();
    (!links.is_empty()).then(|| Html::trusted(reader.texts().formats.list(&links)))
}

fn goal_level(reader: Reader<'_>, level: GoalLevel) -> Html {
    reader.t(&format!("level-{}", level.key()))
}

/// An assignment's page.
pub fn assignment(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    let Some(facts) = assignment_facts(reader, id) else { return KindView::Contact {} };
    let body = model.body_of(&site(reader).pages, id);
    let own: Vec<PageId> = body.map(|body| model.assignments_of(&site(reader).pages, body)).unwrap_or_default();
    let at = own.iter().position(|other| *other == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| own.get(at)).map(|page| reader.link(*page));
    let expected = site(reader).progress.duties.iter().filter(|duty| duty.assignment == id);
    KindView::Assignment {
        number: Html::text(&facts.number),
        body: body.map(|body| reader.link(body)),
        goals: model.goals_of(&site(reader).pages, id).into_iter().map(|goal| reader.link(goal)).collect(),
        implementation: implementation_of(reader, id),
        fulfilment: fulfilment_of(reader, id),
        reporting: reporting_of(reader, id),
        overruled: overruled(reader, id),
        changes: changes_of(reader, &[id]),
        cells: cells(reader, facts),
        confirmed: facts.confirmed,
        targets: targets(reader, id),
        charts: charts(reader, id),
        follow_ups: follow_ups(reader, id),
        expected: expected.map(|duty| due(reader, duty)).collect(),
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

/// Who set another judgement than the figures give, when and why.
fn overruled(reader: Reader<'_>, id: PageId) -> Option<OverruledView> {
    let own = subject(reader, id)?.overruled.as_ref()?;
    let args = [("role", Arg::from(reader.source_text(&own.role))), ("date", Arg::from(phrase::date(reader, own.date)))];
    Some(OverruledView {
        sentence: reader.tf("overruled-sentence", &args),
        reason: reader.source_text(&own.reason),
        computed: phrase::fulfilment(reader, own.computed),
    })
}

fn due(reader: Reader<'_>, duty: &Duty) -> Due {
    Due {
        period: phrase::period(reader, duty.period),
        due: reader.tf("due-by", &[("date", Arg::from(phrase::date(reader, duty.due)))]),
        status: phrase::reporting(reader, duty.state),
    }
}

/// The columns that the programme's table has, each with its words and their reading.
fn cells(reader: Reader<'_>, facts: &Assignment) -> Vec<CellView> {
    let Some(programme) = site(reader).programme.facts(&site(reader).pages) else { return Vec::new() };
    // A programme that names no columns has those that its rows use.
    let mut columns: Vec<Cell> = programme.columns.iter().map(|(cell, _)| *cell).collect();
    columns.extend(facts.decided.iter().map(|(cell, _)| *cell).filter(|cell| !programme.columns.iter().any(|(other, _)| other == cell)));
    let (lang, dir) = reader.source_language();
    let view = |cell: Cell| {
        let own_head = programme.columns.iter().find(|(other, _)| *other == cell).map(|(_, head)| head.as_str());
        let (label, label_lang, label_dir) = match own_head {
            Some(head) => (Html::text(head), lang, dir),
            None => (reader.t(&format!("cell-{}", cell.key().replace('_', "-"))), None, None),
        };
        let text = facts.decided.iter().find(|(other, _)| *other == cell).map(|(_, text)| text.as_str()).unwrap_or_default();
        let paragraphs = paragraphs(text);
        CellView {
            key: cell.key(),
            label,
            label_lang,
            label_dir,
            name: label_lang.map(|_| reader.t(&format!("cell-{}", cell.key().replace('_', "-")))),
            empty: paragraphs.is_empty(),
            paragraphs,
            lang,
            dir,
            reading: reading(reader, facts, cell),
        }
    };
    columns.into_iter().map(view).collect()
}

fn reading(reader: Reader<'_>, facts: &Assignment, cell: Cell) -> Vec<Html> {
    match cell {
        Cell::Target => {
            let mut lines: Vec<Html> = Vec::new();
            for line in facts.targets.iter().map(|target| target_line(reader, target)) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            lines
        }
        Cell::Cost => facts.costs.iter().map(|cost| phrase::cost(reader, cost)).collect(),
        Cell::FollowUp => {
            let mut lines: Vec<Html> = facts.follow_up.iter().flat_map(|plan| phrase::plan(reader, plan)).collect();
            let own_cadence = facts.follow_up.iter().any(|plan| !plan.cadence.is_empty());
            let programme =
                site(reader).programme.facts(&site(reader).pages).filter(|programme| !own_cadence && !programme.cadence.is_empty());
            if let Some(programme) = programme {
                let cadence = phrase::cadences(reader, &programme.cadence);
                lines.insert(0, reader.tf("plan-programme", &[("cadence", Arg::from(cadence))]));
            }
            lines
        }
        _ => Vec::new(),
    }
}

fn target_line(reader: Reader<'_>, target: &crate::document::facts::Target) -> Html {
    let same = target.same_as.as_ref().and_then(|same| site(reader).programme.find_target(&same.value));
    match same {
        Some(same) if target.value.is_none() => reader.tf("rule-same", &[("target", Arg::from(phrase::target_owner(reader, same)))]),
        // A row that repeats a goal's figure also takes its date.
        Some(same) => site(reader).programme.target(&site(reader).pages, same).map_or_else(Html::default, |terms| named(reader, terms)),
        None => named(reader, target),
    }
}

/// The follow-ups of a goal or assignment, newest first.
fn follow_ups(reader: Reader<'_>, subject: PageId) -> Vec<FollowUpView> {
    let reports = site(reader).programme.follow_ups.get(&subject).map(Vec::as_slice).unwrap_or_default();
    reports.iter().rev().map(|reported| follow_up(reader, reported)).collect()
}

/// A follow-up.
pub fn follow_up(reader: Reader<'_>, reported: &Reported) -> FollowUpView {
    let row = &reported.row;
    let (text_lang, text_dir) = reader.source_language();
    FollowUpView {
        period: period_link(reader, row.period),
        date: row.date.map(|date| phrase::date(reader, date)),
        role: row.role.as_deref().map(|role| reader.source_text(role)),
        body: reported.body.map(|body| reader.link(body)),
        implementation: phrase::implementation(reader, row.state),
        assessment: row.assessment.map(|assessment| phrase::fulfilment(reader, assessment)),
        text: Html::trusted(format!("<p>{}</p>", Html::text(&row.text))),
        text_lang,
        text_dir,
        evidence: row.evidence.as_deref().map(|evidence| reader.source_text(evidence)),
        assignment: Some(reader.link(reported.subject)),
    }
}

/// A body's page.
pub fn body(reader: Reader<'_>, id: PageId) -> KindView {
    let assignments = site(reader).programme.assignments_of(&site(reader).pages, id);
    let own = |duty: &Duty| duty.body == Some(id);
    let counted = || assignments.iter().filter(|assignment| in_force(reader, **assignment));
    KindView::Body {
        number: body_number(reader, id),
        implementation: bar(
            reader,
            "dist-implementation",
            counted().filter_map(|assignment| implementation_of(reader, *assignment)).collect(),
        ),
        fulfilment: bar(reader, "dist-fulfilment", counted().filter_map(|assignment| fulfilment_of(reader, *assignment)).collect()),
        coverage: phrase::coverage(reader, "coverage-sentence", &duties(reader, own)),
        changes: changes_of(reader, &assignments),
        reporting: year_rows(reader, id),
        reports: reports(reader, id, |_| true),
        assignments: assignments.into_iter().map(|assignment| assignment_row(reader, assignment, false)).collect(),
    }
}
