//! Progress as its pages show it: the start page's part, and the overview that answers how it goes, what is late and
//! what has changed.

use serde::Serialize;

use super::figure::{self, count::Distribution};
use super::page::KindView;
use super::phrase::{self, StatusTag};
use super::reporting::{late, period_link};
use super::row::{AssignmentRow, IndicatorRow, assignment_row, bar, body_row, duties, goal_row, in_force, indicator_row, site};
use super::{Link, Reader};
use crate::document::Kind;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::progress::Standing;
use crate::site::{Generated, PageId};

/// A goal or assignment that stands elsewhere than before.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// Its page.
    pub link: Link,
    /// Who is responsible.
    pub body: Option<Link>,
    /// What changed, one axis each.
    pub steps: Vec<Step>,
}

/// A change on one axis.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// Where it stood.
    pub from: StatusTag,
    /// Where it stands.
    pub to: StatusTag,
}

/// What changed since last time.
#[derive(Clone, Debug, Serialize)]
pub struct Changes {
    /// "Ändrat sedan 2009".
    pub title: Html,
    /// "Sju mål och uppdrag har fått en annan status."
    pub sentence: Html,
    /// What stands elsewhere.
    pub rows: Vec<ChangeRow>,
    /// "Fem siffror har nytt värde."
    pub figures_sentence: Option<Html>,
    /// What they say, a sentence each.
    pub figures: Vec<Html>,
}

/// The start page: goals, how they go, who is responsible.
pub fn start(reader: Reader<'_>) -> KindView {
    let site = &reader.snapshot.site;
    let programme = &site.programme;
    let has_duties = !site.progress.duties.is_empty();
    KindView::Start {
        programme: programme.page.map(|page| Link { title: reader.t("nav-programme"), href: reader.page_href(page) }),
        goals: programme.goals.iter().map(|goal| goal_row(reader, *goal)).collect(),
        bodies: programme.bodies.iter().map(|body| body_row(reader, *body)).collect(),
        fulfilment: assignments_by(reader, "dist-all", |row| row.fulfilment),
        coverage: has_duties.then(|| coverage_sentence(reader)),
        progress: reader.generated_link(Generated::Progress),
        areas: programme.areas.iter().map(|area| reader.link(*area)).collect(),
    }
}

fn assignments_by(reader: Reader<'_>, id: &str, axis: impl Fn(AssignmentRow) -> Option<StatusTag>) -> Option<Distribution> {
    let assignments = &reader.snapshot.site.programme.assignments;
    let counted = assignments.iter().filter(|assignment| in_force(reader, **assignment));
    bar(reader, id, counted.filter_map(|assignment| axis(assignment_row(reader, *assignment, false))).collect())
}

fn coverage_sentence(reader: Reader<'_>) -> Html {
    phrase::coverage(reader, "coverage-sentence", &duties(reader, |_| true))
}

/// "Läget den 1 mars 2010."
pub fn as_of(reader: Reader<'_>) -> Html {
    reader.tf("as-of", &[("date", Arg::from(phrase::date(reader, reader.snapshot.site.today)))])
}

/// "How is it going, what is late, what changed since last time": the overview.
pub fn overview(reader: Reader<'_>) -> KindView {
    let site = &reader.snapshot.site;
    let programme = &site.programme;
    let late = late(reader);
    let owes = !site.progress.duties.is_empty() || !site.progress.reports.is_empty();
    KindView::Progress {
        as_of: as_of(reader),
        coverage: (!site.progress.duties.is_empty()).then(|| coverage_sentence(reader)),
        coverage_page: reader.generated_link(Generated::Coverage),
        late_sentence: owes.then(|| reader.tf("late-sentence", &[("count", Arg::from(late.len()))])),
        implementation: assignments_by(reader, "dist-implementation", |row| row.implementation),
        fulfilment: assignments_by(reader, "dist-fulfilment", |row| row.fulfilment),
        changes: latest_changes(reader),
        goals: programme.goals.iter().map(|goal| goal_row(reader, *goal)).collect(),
        bodies: programme.bodies.iter().map(|body| body_row(reader, *body)).collect(),
        periods: site.progress.years().map(|year| period_link(reader, Period::Year(year))).collect(),
        late,
        indicators: programme.indicators.iter().map(|indicator| indicator_row(reader, *indicator)).collect::<Vec<IndicatorRow>>(),
        data: reader.generated_link(Generated::OpenData),
    }
}

/// What stands elsewhere at the end of a year than at the end of the year before.
pub fn changes(reader: Reader<'_>, year: i16) -> Vec<ChangeRow> {
    site(reader).progress.changes(year).into_iter().map(|(page, change)| change_row(reader, page, change)).collect()
}

/// What has changed since last time; none when there is no last time.
fn latest_changes(reader: Reader<'_>) -> Option<Changes> {
    let (since, changed) = site(reader).progress.latest.as_ref()?;
    let rows: Vec<ChangeRow> = changed.iter().map(|(page, change)| change_row(reader, *page, *change)).collect();
    let latest = site(reader).programme.indicators.iter().filter_map(|indicator| figure::latest_change(reader, *indicator));
    let figures: Vec<Html> = latest.filter(|(period, _)| period.year() > *since).map(|(_, sentence)| sentence).collect();
    Some(Changes {
        title: changes_title(reader, *since),
        sentence: reader.tf("changes-sentence", &[("count", Arg::from(rows.len()))]),
        rows,
        figures_sentence: (!figures.is_empty()).then(|| reader.tf("figures-sentence", &[("count", Arg::from(figures.len()))])),
        figures,
    })
}

/// "Ändrat sedan 2009".
pub fn changes_title(reader: Reader<'_>, since: i16) -> Html {
    reader.tf("changes-title", &[("period", Arg::from(phrase::period(reader, Period::Year(since))))])
}

fn change_row(reader: Reader<'_>, page: PageId, (before, after): (Standing, Standing)) -> ChangeRow {
    let model = &site(reader).programme;
    let pages = &site(reader).pages;
    let mut steps = Vec::new();
    // A goal has no work of its own that could be done.
    if before.implementation != after.implementation && pages.get(page).kind == Kind::Assignment {
        let tag = |standing: Standing| phrase::implementation(reader, standing.implementation);
        steps.push(Step { from: tag(before), to: tag(after) });
    }
    if before.fulfilment != after.fulfilment && site(reader).progress.has_targets {
        let tag = |standing: Standing| phrase::fulfilment(reader, standing.fulfilment);
        steps.push(Step { from: tag(before), to: tag(after) });
    }
    ChangeRow { link: reader.link(page), body: model.body_of(pages, page).map(|body| reader.link(body)), steps }
}

/// What has changed since last time of some goals and assignments; none where nothing has.
pub fn changes_of(reader: Reader<'_>, pages: &[PageId]) -> Option<Changes> {
    let (since, changed) = site(reader).progress.latest.as_ref()?;
    let own = pages.iter().filter_map(|page| Some((*page, *changed.get(page)?)));
    let rows: Vec<ChangeRow> = own.map(|(page, change)| change_row(reader, page, change)).collect();
    (!rows.is_empty()).then(|| Changes {
        title: changes_title(reader, *since),
        sentence: Html::default(),
        rows,
        figures_sentence: None,
        figures: Vec::new(),
    })
}
