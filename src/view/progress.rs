//! Progress as its pages show it: the start page's part, and the overview that answers how it goes, what is late and
//! what has changed.

use serde::Serialize;

use super::change::{Changes, latest_changes};
use super::figure::count::Distribution;
use super::goal::{GoalRow, goal_row};
use super::indicator::{IndicatorRow, indicator_row};
use super::more::{More, more, on_page};
use super::phrase;
use super::reporting::{LateRow, as_of, late_row};
use super::row::{BodyRow, body_row, fulfilment_bar, implementation_bar, site};
use super::{Link, PageContext};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::division::List;
use crate::site::rows::AnyPage;
use crate::site::{Generated, PageId};

/// What the start page shows.
#[derive(Clone, Debug, Serialize)]
pub struct StartPage {
    /// The programme's own page.
    pub programme: Option<Link>,
    /// All goals.
    pub goals: Vec<GoalRow>,
    /// The way to the other goals.
    pub goals_more: Option<More>,
    /// Who carries the programme out.
    pub bodies: Vec<BodyRow>,
    /// The way to the others.
    pub bodies_more: Option<More>,
    /// How far the targets of all assignments are reached.
    pub fulfilment: Option<Distribution>,
    /// How many follow-ups have come.
    pub coverage: Option<Html>,
    /// The overview of progress.
    pub progress: Option<Link>,
    /// All places.
    pub areas: Vec<Link>,
    /// The way to the other places.
    pub areas_more: Option<More>,
}

/// What the overview of progress shows.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressPage {
    /// The day that it stands for.
    pub as_of: Html,
    /// How many follow-ups have come.
    pub coverage: Option<Html>,
    /// The page about who owes which.
    pub coverage_page: Option<Link>,
    /// How many are late.
    pub late_sentence: Option<Html>,
    /// What has changed since last time.
    pub changes: Option<Changes>,
    /// The way to the other changes.
    pub changes_more: Option<More>,
    /// The way to the other figures that have changed.
    pub figures_more: Option<More>,
    /// How far the work with all assignments has come.
    pub implementation: Option<Distribution>,
    /// How far their targets are reached.
    pub fulfilment: Option<Distribution>,
    /// All goals.
    pub goals: Vec<GoalRow>,
    /// The way to the other goals.
    pub goals_more: Option<More>,
    /// Who carries the programme out.
    pub bodies: Vec<BodyRow>,
    /// The way to the others.
    pub bodies_more: Option<More>,
    /// A page a year.
    pub periods: Vec<Link>,
    /// The follow-ups that should have come and have not.
    pub late: Vec<LateRow>,
    /// The way to the others.
    pub late_more: Option<More>,
    /// What the values of every indicator say.
    pub indicators: Vec<IndicatorRow>,
    /// The way to the other indicators.
    pub indicators_more: Option<More>,
    /// The page with all data.
    pub data: Option<Link>,
}

/// The start page: goals, how they go, who is responsible.
pub fn start(context: PageContext<'_>, id: PageId) -> StartPage {
    let site = &context.snapshot.site;
    let programme = &site.programme;
    let own = AnyPage::Page(id);
    let has_duties = !site.progress.duties.is_empty();
    StartPage {
        programme: programme.page.map(|page| Link { title: context.t("nav-programme"), href: context.page_href(page) }),
        goals: on_page(context, own, List::Goals, &programme.goals).iter().map(|goal| goal_row(context, *goal)).collect(),
        goals_more: more(context, own, List::Goals),
        bodies: on_page(context, own, List::Bodies, &programme.bodies).iter().map(|body| body_row(context, *body)).collect(),
        bodies_more: more(context, own, List::Bodies),
        fulfilment: fulfilment_bar(context, "dist-all", Some(site.progress.counts())),
        coverage: has_duties.then(|| coverage_sentence(context)),
        progress: context.generated_link(Generated::Progress),
        areas: on_page(context, own, List::Areas, &programme.areas).iter().map(|area| context.link(*area)).collect(),
        areas_more: more(context, own, List::Areas),
    }
}

fn coverage_sentence(context: PageContext<'_>) -> Html {
    phrase::coverage(context, "coverage-sentence", site(context).progress.duties.total())
}

/// "How is it going, what is late, what changed since last time": the overview.
pub fn overview(context: PageContext<'_>) -> ProgressPage {
    let site = &context.snapshot.site;
    let programme = &site.programme;
    let own = AnyPage::Generated(Generated::Progress);
    let late = context.model().late();
    let owes = !site.progress.duties.is_empty() || !site.progress.reports.is_empty();
    ProgressPage {
        as_of: as_of(context),
        coverage: (!site.progress.duties.is_empty()).then(|| coverage_sentence(context)),
        coverage_page: context.generated_link(Generated::Coverage),
        late_sentence: owes.then(|| context.tf("late-sentence", &[("count", Arg::from(late.len()))])),
        implementation: implementation_bar(context, "dist-implementation", Some(site.progress.counts())),
        fulfilment: fulfilment_bar(context, "dist-fulfilment", Some(site.progress.counts())),
        changes: latest_changes(context),
        changes_more: more(context, own, List::Changes),
        figures_more: more(context, own, List::FigureChanges),
        goals: on_page(context, own, List::Goals, &programme.goals).iter().map(|goal| goal_row(context, *goal)).collect(),
        goals_more: more(context, own, List::Goals),
        bodies: on_page(context, own, List::Bodies, &programme.bodies).iter().map(|body| body_row(context, *body)).collect(),
        bodies_more: more(context, own, List::Bodies),
        periods: site.progress.years().map(|year| context.period_link(Period::Year(year))).collect(),
        late: on_page(context, own, List::Late, &late).iter().map(|late| late_row(context, late)).collect(),
        late_more: more(context, own, List::Late),
        indicators: on_page(context, own, List::Indicators, &programme.indicators)
            .iter()
            .map(|indicator| indicator_row(context, *indicator))
            .collect(),
        indicators_more: more(context, own, List::Indicators),
        data: context.generated_link(Generated::OpenData),
    }
}
