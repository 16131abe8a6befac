//! Goals, assignments, bodies, places and indicators as their pages show them.

use serde::Serialize;

use super::page::{Group, KindView};
use super::phrase::{self, StatusTag};
use super::progress::changes_of;
use super::reporting::{period_link, reports, year_rows};
use super::row::{
    assignment_facts, assignment_row, body_number, body_row, fulfilment_bar, fulfilment_of, goal_row, goal_sentence, implementation_bar,
    implementation_of, reporting_of, site, stem, subject,
};
use super::target::{charts, named, targets};
use super::{Link, PageContext};
use crate::document::facts::{Assignment, DecidedColumn, DecisionKind, Facts, GoalLevel, ProgrammeForm, Reference};
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
pub fn assignment_groups(context: PageContext<'_>) -> Vec<Group> {
    let programme = &site(context).programme;
    let group = |body: &PageId| {
        let link = context.link(*body);
        let rows = programme.assignments_of(*body).iter();
        Group {
            title: link.title,
            href: Some(link.href),
            id: stem(context, *body),
            rows: rows.map(|assignment| assignment_row(context, *assignment, false)).collect(),
        }
    };
    programme.bodies.iter().map(group).collect()
}

/// The decisions on the programme; all, or those that a target names.
fn decisions(context: PageContext<'_>, keep: impl Fn(&str) -> bool) -> Vec<DecisionView> {
    let Some(facts) = site(context).programme.facts(&site(context).pages) else { return Vec::new() };
    let (text_lang, text_dir) = context.source_language();
    let view = |decision: &crate::document::facts::Decision| DecisionView {
        date: decision.date.map(|date| phrase::date(context, date)).unwrap_or_default(),
        by: context.source_text(&decision.by),
        kind: context.t(decision_kind(decision.kind)),
        text: decision.text.as_deref().map(|text| Html::trusted(format!("<p>{}</p>", Html::text(text)))),
        text_lang,
        text_dir,
        reference: decision.reference.as_deref().map(|reference| context.source_text(reference)),
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
pub fn programme(context: PageContext<'_>, id: PageId) -> KindView {
    let model = &site(context).programme;
    let mut facts = Vec::new();
    if let Some(own) = model.facts(&site(context).pages) {
        let form = match own.form {
            ProgrammeForm::Programme => "form-programme",
            ProgrammeForm::Plan => "form-plan",
            ProgrammeForm::Strategy => "form-strategy",
            ProgrammeForm::Policy => "form-policy",
            ProgrammeForm::ActionPlan => "form-action-plan",
        };
        facts.push(context.fact("fact-form", context.t(form)));
        facts.extend(own.valid.as_ref().map(|valid| context.fact("fact-valid", phrase::period(context, valid.value))));
        facts.extend(own.owner.as_deref().map(|owner| context.fact("fact-owner", context.source_text(owner))));
    }
    KindView::Programme {
        facts,
        decisions: decisions(context, |_| true),
        chapters: site(context).pages.get(id).children.iter().map(|chapter| context.link(*chapter)).collect(),
        bodies: model.bodies.iter().map(|body| body_row(context, *body)).collect(),
        goals: model.goals.iter().map(|goal| goal_row(context, *goal)).collect(),
    }
}

/// Plain text as paragraphs: cells keep their author's blank lines, and single line ends as line breaks.
fn paragraphs(text: &str) -> Vec<Html> {
    let paragraphs = text.trim().split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    paragraphs.map(|paragraph| Html::trusted(Html::text(paragraph.trim()).as_str().replace('\n', "<br>"))).collect()
}

/// A goal's page.
pub fn goal(context: PageContext<'_>, id: PageId) -> KindView {
    let model = &site(context).programme;
    let Some(facts) = facts_of(&site(context).pages, id).and_then(Facts::as_goal) else { return KindView::Contact {} };
    let (lang, dir) = context.source_language();
    let words = facts.decided.iter().find(|(cell, _)| *cell == DecidedColumn::Goal).map(|(_, text)| text);
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
    let progress = &site(context).progress;
    KindView::Goal {
        number: facts.number.as_deref().map(Html::text),
        level: goal_level(context, facts.level),
        lead: lead(context, &facts.lead),
        decided,
        status: fulfilment_of(context, id),
        changes: changes_of(context, &[id]),
        sentence: goal_sentence(context, id),
        overruled: overruled(context, id),
        targets: targets(context, id),
        charts: charts(context, id),
        fulfilment: fulfilment_bar(context, "dist-fulfilment", progress.counts_of(id)),
        coverage: phrase::coverage(context, "coverage-sentence", progress.duties.tally(id)),
        assignments: model.serving(id).iter().map(|assignment| assignment_row(context, *assignment, true)).collect(),
        decisions: decisions(context, |decision| named.contains(&decision)),
        follow_ups: follow_ups(context, id),
    }
}

/// Who answers for a goal.
fn lead(context: PageContext<'_>, lead: &[Reference]) -> Option<Html> {
    if lead.iter().any(|body| body.value == "all") {
        return Some(context.t("lead-all"));
    }
    let bodies = lead.iter().filter_map(|body| site(context).programme.find(&body.value));
    let links: Vec<String> =
        bodies.map(|body| context.link(body)).map(|link| format!("<a href=\"{}\">{}</a>", link.href, link.title)).collect();
    (!links.is_empty()).then(|| Html::trusted(context.texts().formats.list(&links)))
}

fn goal_level(context: PageContext<'_>, level: GoalLevel) -> Html {
    context.t(&format!("level-{}", level.key()))
}

/// An assignment's page.
pub fn assignment(context: PageContext<'_>, id: PageId) -> KindView {
    let model = &site(context).programme;
    let Some(facts) = assignment_facts(context, id) else { return KindView::Contact {} };
    let neighbours = model.neighbours(id);
    KindView::Assignment {
        number: Html::text(&facts.number),
        body: model.body_of(id).map(|body| context.link(body)),
        goals: model.goals_of(id).iter().map(|goal| context.link(*goal)).collect(),
        implementation: implementation_of(context, id),
        fulfilment: fulfilment_of(context, id),
        reporting: reporting_of(context, id),
        overruled: overruled(context, id),
        changes: changes_of(context, &[id]),
        cells: cells(context, facts),
        confirmed: facts.confirmed,
        targets: targets(context, id),
        charts: charts(context, id),
        follow_ups: follow_ups(context, id),
        expected: site(context).progress.duties.of(id).iter().map(|duty| due(context, duty)).collect(),
        prev: neighbours.previous.map(|page| context.link(page)),
        next: neighbours.next.map(|page| context.link(page)),
    }
}

/// Who set another judgement than the figures give, when and why.
fn overruled(context: PageContext<'_>, id: PageId) -> Option<OverruledView> {
    let own = subject(context, id)?.overruled.as_ref()?;
    let args = [("role", Arg::from(context.source_text(&own.role))), ("date", Arg::from(phrase::date(context, own.date)))];
    Some(OverruledView {
        sentence: context.tf("overruled-sentence", &args),
        reason: context.source_text(&own.reason),
        computed: phrase::fulfilment(context, own.computed),
    })
}

fn due(context: PageContext<'_>, duty: &Duty) -> Due {
    Due {
        period: phrase::period(context, duty.period),
        due: context.tf("due-by", &[("date", Arg::from(phrase::date(context, duty.due)))]),
        status: phrase::reporting(context, duty.state),
    }
}

/// The columns that the programme's table has, each with its words and their reading.
fn cells(context: PageContext<'_>, facts: &Assignment) -> Vec<CellView> {
    let Some(programme) = site(context).programme.facts(&site(context).pages) else { return Vec::new() };
    // A programme that names no columns has those that its rows use.
    let mut columns: Vec<DecidedColumn> = programme.columns.iter().map(|(cell, _)| *cell).collect();
    columns.extend(facts.decided.iter().map(|(cell, _)| *cell).filter(|cell| !programme.columns.iter().any(|(other, _)| other == cell)));
    let (lang, dir) = context.source_language();
    let view = |cell: DecidedColumn| {
        let own_head = programme.columns.iter().find(|(other, _)| *other == cell).map(|(_, head)| head.as_str());
        let (label, label_lang, label_dir) = match own_head {
            Some(head) => (Html::text(head), lang, dir),
            None => (context.t(&format!("cell-{}", cell.key().replace('_', "-"))), None, None),
        };
        let text = facts.decided.iter().find(|(other, _)| *other == cell).map(|(_, text)| text.as_str()).unwrap_or_default();
        let paragraphs = paragraphs(text);
        CellView {
            key: cell.key(),
            label,
            label_lang,
            label_dir,
            name: label_lang.map(|_| context.t(&format!("cell-{}", cell.key().replace('_', "-")))),
            empty: paragraphs.is_empty(),
            paragraphs,
            lang,
            dir,
            reading: reading(context, facts, cell),
        }
    };
    columns.into_iter().map(view).collect()
}

fn reading(context: PageContext<'_>, facts: &Assignment, cell: DecidedColumn) -> Vec<Html> {
    match cell {
        DecidedColumn::Target => {
            let mut lines: Vec<Html> = Vec::new();
            for line in facts.targets.iter().map(|target| target_line(context, target)) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            lines
        }
        DecidedColumn::Cost => facts.costs.iter().map(|cost| phrase::cost(context, cost)).collect(),
        DecidedColumn::FollowUp => {
            let mut lines: Vec<Html> = facts.follow_up.iter().flat_map(|plan| phrase::plan(context, plan)).collect();
            let own_cadence = facts.follow_up.iter().any(|plan| !plan.cadence.is_empty());
            let programme =
                site(context).programme.facts(&site(context).pages).filter(|programme| !own_cadence && !programme.cadence.is_empty());
            if let Some(programme) = programme {
                let cadence = phrase::cadences(context, &programme.cadence);
                lines.insert(0, context.tf("plan-programme", &[("cadence", Arg::from(cadence))]));
            }
            lines
        }
        _ => Vec::new(),
    }
}

fn target_line(context: PageContext<'_>, target: &crate::document::facts::Target) -> Html {
    let same = target.same_as.as_ref().and_then(|same| site(context).programme.find_target(&same.value));
    match same {
        Some(same) if target.value.is_none() => context.tf("rule-same", &[("target", Arg::from(phrase::target_owner(context, same)))]),
        // A row that repeats a goal's figure also takes its date.
        Some(same) => site(context).programme.target(&site(context).pages, same).map_or_else(Html::default, |terms| named(context, terms)),
        None => named(context, target),
    }
}

/// The follow-ups of a goal or assignment, newest first.
fn follow_ups(context: PageContext<'_>, subject: PageId) -> Vec<FollowUpView> {
    let reports = site(context).programme.follow_ups_of(subject);
    reports.iter().rev().map(|reported| follow_up(context, reported)).collect()
}

/// A follow-up.
pub fn follow_up(context: PageContext<'_>, reported: &Reported) -> FollowUpView {
    let row = &reported.row;
    let (text_lang, text_dir) = context.source_language();
    FollowUpView {
        period: period_link(context, row.period),
        date: row.date.map(|date| phrase::date(context, date)),
        role: row.role.as_deref().map(|role| context.source_text(role)),
        body: reported.body.map(|body| context.link(body)),
        implementation: phrase::implementation(context, row.state),
        assessment: row.assessment.map(|assessment| phrase::fulfilment(context, assessment)),
        text: Html::trusted(format!("<p>{}</p>", Html::text(&row.text))),
        text_lang,
        text_dir,
        evidence: row.evidence.as_deref().map(|evidence| context.source_text(evidence)),
        assignment: Some(context.link(reported.subject)),
    }
}

/// A body's page.
pub fn body(context: PageContext<'_>, id: PageId) -> KindView {
    let assignments = site(context).programme.assignments_of(id);
    let progress = &site(context).progress;
    let counts = progress.counts_of(id);
    KindView::Body {
        number: body_number(context, id),
        implementation: implementation_bar(context, "dist-implementation", counts),
        fulfilment: fulfilment_bar(context, "dist-fulfilment", counts),
        coverage: phrase::coverage(context, "coverage-sentence", progress.duties.tally(id)),
        changes: changes_of(context, assignments),
        reporting: year_rows(context, id),
        reports: reports(context, id, |_| true),
        assignments: assignments.iter().map(|assignment| assignment_row(context, *assignment, false)).collect(),
    }
}
