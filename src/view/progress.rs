//! Progress as its pages show it: the start page's part, and the overview that answers how it goes, what is late and
//! what has changed.

use serde::Serialize;

use super::figure;
use super::page::KindView;
use super::phrase::{self, StatusTag};
use super::reporting::{late, period_link};
use super::row::{IndicatorRow, body_row, fulfilment_bar, goal_row, implementation_bar, indicator_row, site};
use super::{Link, PageContext};
use crate::document::Kind;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::progress::{Status, StatusChange};
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
pub fn start(context: PageContext<'_>) -> KindView {
    let site = &context.snapshot.site;
    let programme = &site.programme;
    let has_duties = !site.progress.duties.is_empty();
    KindView::Start {
        programme: programme.page.map(|page| Link { title: context.t("nav-programme"), href: context.page_href(page) }),
        goals: programme.goals.iter().map(|goal| goal_row(context, *goal)).collect(),
        bodies: programme.bodies.iter().map(|body| body_row(context, *body)).collect(),
        fulfilment: fulfilment_bar(context, "dist-all", Some(site.progress.counts())),
        coverage: has_duties.then(|| coverage_sentence(context)),
        progress: context.generated_link(Generated::Progress),
        areas: programme.areas.iter().map(|area| context.link(*area)).collect(),
    }
}

fn coverage_sentence(context: PageContext<'_>) -> Html {
    phrase::coverage(context, "coverage-sentence", site(context).progress.duties.total())
}

/// "Läget den 1 mars 2010."
pub fn as_of(context: PageContext<'_>) -> Html {
    context.tf("as-of", &[("date", Arg::from(phrase::date(context, context.snapshot.site.today)))])
}

/// "How is it going, what is late, what changed since last time": the overview.
pub fn overview(context: PageContext<'_>) -> KindView {
    let site = &context.snapshot.site;
    let programme = &site.programme;
    let late = late(context);
    let owes = !site.progress.duties.is_empty() || !site.progress.reports.is_empty();
    KindView::Progress {
        as_of: as_of(context),
        coverage: (!site.progress.duties.is_empty()).then(|| coverage_sentence(context)),
        coverage_page: context.generated_link(Generated::Coverage),
        late_sentence: owes.then(|| context.tf("late-sentence", &[("count", Arg::from(late.len()))])),
        implementation: implementation_bar(context, "dist-implementation", Some(site.progress.counts())),
        fulfilment: fulfilment_bar(context, "dist-fulfilment", Some(site.progress.counts())),
        changes: latest_changes(context),
        goals: programme.goals.iter().map(|goal| goal_row(context, *goal)).collect(),
        bodies: programme.bodies.iter().map(|body| body_row(context, *body)).collect(),
        periods: site.progress.years().map(|year| period_link(context, Period::Year(year))).collect(),
        late,
        indicators: programme.indicators.iter().map(|indicator| indicator_row(context, *indicator)).collect::<Vec<IndicatorRow>>(),
        data: context.generated_link(Generated::OpenData),
    }
}

/// What stands elsewhere at the end of a year than at the end of the year before.
pub fn changes(context: PageContext<'_>, year: i16) -> Vec<ChangeRow> {
    let changes = site(context).progress.changes(year).into_iter().flatten();
    changes.map(|(page, change)| change_row(context, *page, *change)).collect()
}

/// What has changed since last time; none when there is no last time.
fn latest_changes(context: PageContext<'_>) -> Option<Changes> {
    let (since, changed) = site(context).progress.latest.as_ref()?;
    let rows: Vec<ChangeRow> = changed.iter().map(|(page, change)| change_row(context, *page, *change)).collect();
    let latest = site(context).programme.indicators.iter().filter_map(|indicator| figure::latest_change(context, *indicator));
    let figures: Vec<Html> = latest.filter(|(period, _)| period.year() > *since).map(|(_, sentence)| sentence).collect();
    Some(Changes {
        title: changes_title(context, *since),
        sentence: context.tf("changes-sentence", &[("count", Arg::from(rows.len()))]),
        rows,
        figures_sentence: (!figures.is_empty()).then(|| context.tf("figures-sentence", &[("count", Arg::from(figures.len()))])),
        figures,
    })
}

/// "Ändrat sedan 2009".
pub fn changes_title(context: PageContext<'_>, since: i16) -> Html {
    context.tf("changes-title", &[("period", Arg::from(phrase::period(context, Period::Year(since))))])
}

fn change_row(context: PageContext<'_>, page: PageId, change: StatusChange) -> ChangeRow {
    let StatusChange { before, after } = change;
    let model = &site(context).programme;
    let pages = &site(context).pages;
    let mut steps = Vec::new();
    // A goal has no work of its own that could be done.
    if before.implementation != after.implementation && pages.get(page).kind == Kind::Assignment {
        let tag = |standing: Status| phrase::implementation(context, standing.implementation);
        steps.push(Step { from: tag(before), to: tag(after) });
    }
    if before.fulfilment != after.fulfilment && site(context).progress.has_targets {
        let tag = |standing: Status| phrase::fulfilment(context, standing.fulfilment);
        steps.push(Step { from: tag(before), to: tag(after) });
    }
    ChangeRow { link: context.link(page), body: model.body_of(page).map(|body| context.link(body)), steps }
}

/// What has changed since last time of some goals and assignments; none where nothing has.
pub fn changes_of(context: PageContext<'_>, pages: &[PageId]) -> Option<Changes> {
    let (since, changed) = site(context).progress.latest.as_ref()?;
    let own = pages.iter().filter_map(|page| Some((*page, *changed.get(page)?)));
    let rows: Vec<ChangeRow> = own.map(|(page, change)| change_row(context, page, change)).collect();
    (!rows.is_empty()).then(|| Changes {
        title: changes_title(context, *since),
        sentence: Html::default(),
        rows,
        figures_sentence: None,
        figures: Vec::new(),
    })
}
