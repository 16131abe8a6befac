//! An assignment's page.

use serde::Serialize;

use super::change::{Changes, changes_of};
use super::figure::ChartView;
use super::follow_up::{FollowUpView, OverruledView, follow_ups, overruled};
use super::marks::Item;
use super::more::{More, more, on_page};
use super::phrase::{self, StatusTag};
use super::row::{assignment_facts, fulfilment_of, implementation_of, paragraphs, reporting_of, site};
use super::target::{TargetView, charts, named, targets};
use super::{Link, PageContext};
use crate::document::facts::{Assignment, DecidedColumn, Target};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::reporting::Duty;
use crate::site::rows::AnyPage;

/// What an assignment's page shows.
#[derive(Clone, Debug, Serialize)]
pub struct AssignmentPage {
    /// Its number in the programme.
    pub number: Html,
    /// Who carries it out.
    pub body: Option<Link>,
    /// The goals that it serves.
    pub goals: Vec<Link>,
    /// How far the work has come.
    pub implementation: Option<StatusTag>,
    /// How far its targets are reached.
    pub fulfilment: Option<StatusTag>,
    /// Whether its follow-ups have come.
    pub reporting: Option<StatusTag>,
    /// Who set another status than the figures give.
    pub overruled: Option<OverruledView>,
    /// What has changed since last time.
    pub changes: Option<Changes>,
    /// Its row in the programme's table, verbatim.
    pub cells: Vec<CellView>,
    /// Whether somebody has confirmed how the row was read.
    pub confirmed: bool,
    /// Its targets, with those that later ones replaced.
    pub targets: Vec<TargetView>,
    /// A chart for each indicator that its targets name.
    pub charts: Vec<ChartView>,
    /// Its follow-ups, newest first.
    pub follow_ups: Vec<FollowUpView>,
    /// The way to older ones.
    pub follow_ups_more: Option<More>,
    /// The follow-ups that it owes.
    pub expected: Vec<Due>,
    /// The way to later ones.
    pub expected_more: Option<More>,
    /// The body's assignment before it.
    pub prev: Option<Link>,
    /// The body's assignment after it.
    pub next: Option<Link>,
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

/// An assignment's page.
pub fn assignment(context: PageContext<'_>, id: PageId) -> Option<AssignmentPage> {
    let model = &site(context).programme;
    let facts = assignment_facts(context, id)?;
    let neighbours = model.neighbours(id);
    let page = AnyPage::Page(id);
    let expected = context.model().duties(id);
    Some(AssignmentPage {
        number: context.stated(Html::text(&facts.number), id, format_args!("number")),
        body: model.body_of(id).map(|body| context.linked_by(body, id, "body")),
        goals: model.goals_of(id).iter().map(|goal| context.linked_by(*goal, id, "contributes_to")).collect(),
        implementation: implementation_of(context, id),
        fulfilment: fulfilment_of(context, id),
        reporting: reporting_of(context, id),
        overruled: overruled(context, id),
        changes: changes_of(context, &[id]),
        cells: cells(context, id, facts),
        confirmed: facts.confirmed,
        targets: targets(context, id),
        charts: charts(context, id),
        follow_ups: follow_ups(context, id),
        follow_ups_more: more(context, page, List::FollowUps),
        expected: on_page(context, page, List::Duties, expected).iter().map(|duty| due(context, duty)).collect(),
        expected_more: more(context, page, List::Duties),
        prev: neighbours.previous.map(|page| context.link(page)),
        next: neighbours.next.map(|page| context.link(page)),
    })
}

/// A follow-up that is owed.
pub fn due(context: PageContext<'_>, duty: &Duty) -> Due {
    Due {
        period: phrase::period(context, duty.period),
        due: context.tf("due-by", &[("date", Arg::from(phrase::date(context, duty.due)))]),
        status: phrase::reporting(context, duty.state),
    }
}

/// The columns that the programme's table has, each with its words and their reading.
fn cells(context: PageContext<'_>, id: PageId, facts: &Assignment) -> Vec<CellView> {
    let Some(page) = site(context).programme.page else { return Vec::new() };
    let Some(programme) = site(context).programme.facts(&site(context).pages) else { return Vec::new() };
    // A programme that names no columns has those that its rows use.
    let mut columns: Vec<DecidedColumn> = programme.columns.iter().map(|(cell, _)| *cell).collect();
    columns.extend(facts.decided.iter().map(|(cell, _)| *cell).filter(|cell| !programme.columns.iter().any(|(other, _)| other == cell)));
    let (lang, dir) = context.source_language();
    let view = |cell: DecidedColumn| {
        let own_head = programme.columns.iter().find(|(other, _)| *other == cell).map(|(_, head)| head.as_str());
        let (label, label_lang, label_dir) = match own_head {
            Some(head) => (context.stated(Html::text(head), page, format_args!("columns.{}", cell.key())), lang, dir),
            None => (context.t(&format!("cell-{}", cell.key().replace('_', "-"))), None, None),
        };
        let text = facts.decided.iter().find(|(other, _)| *other == cell).map(|(_, text)| text.as_str()).unwrap_or_default();
        let paragraphs = paragraphs(text).into_iter();
        let paragraphs: Vec<Html> = paragraphs.map(|text| context.stated(text, id, format_args!("decided.{}", cell.key()))).collect();
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
            reading: reading(context, id, facts, cell),
        }
    };
    columns.into_iter().map(view).collect()
}

fn reading(context: PageContext<'_>, id: PageId, facts: &Assignment, cell: DecidedColumn) -> Vec<Html> {
    let item = |list, index| Item { page: id, list, index };
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
        DecidedColumn::Cost => facts.costs.iter().enumerate().map(|(at, cost)| phrase::cost(context, cost, item("costs", at))).collect(),
        DecidedColumn::FollowUp => {
            let plans = facts.follow_up.iter().enumerate();
            let mut lines: Vec<Html> = plans.flat_map(|(at, plan)| phrase::plan(context, plan, item("follow_up", at))).collect();
            let own_cadence = facts.follow_up.iter().any(|plan| !plan.cadence.is_empty());
            let programme =
                site(context).programme.facts(&site(context).pages).filter(|programme| !own_cadence && !programme.cadence.is_empty());
            if let Some((programme, page)) = programme.zip(site(context).programme.page) {
                let cadence = phrase::cadences(context, &programme.cadence);
                let cadence = context.stated(cadence, page, format_args!("follow_up.cadence"));
                lines.insert(0, context.tf("plan-programme", &[("cadence", Arg::from(cadence))]));
            }
            lines
        }
        _ => Vec::new(),
    }
}

fn target_line(context: PageContext<'_>, target: &Target) -> Html {
    let same = target.same_as.as_ref().and_then(|same| site(context).programme.find_target(&same.value));
    match same {
        Some(same) if target.value.is_none() => context.tf("rule-same", &[("target", Arg::from(phrase::target_owner(context, same)))]),
        // A row that repeats a goal's figure also takes its date.
        Some(same) => site(context).programme.target(&site(context).pages, same).map_or_else(Html::default, |terms| named(context, terms)),
        None => named(context, target),
    }
}
