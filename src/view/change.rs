//! What has changed: goals and assignments that stand elsewhere than before, figures with another value.

use serde::Serialize;

use super::figure;
use super::more::on_page;
use super::phrase::{self, StatusTag};
use super::row::site;
use super::{Link, PageContext};
use crate::document::Kind;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::division::List;
use crate::site::progress::{Status, StatusChange};
use crate::site::rows::AnyPage;
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
#[derive(Clone, Debug, Default, Serialize)]
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

/// What has changed since last time; none when there is no last time.
pub fn latest_changes(context: PageContext<'_>) -> Option<Changes> {
    let own = AnyPage::Generated(Generated::Progress);
    let (since, _) = site(context).progress.latest.as_ref()?;
    let changed = context.model().latest_changes();
    let latest = site(context).programme.indicators.iter().filter_map(|indicator| figure::latest_change(context, *indicator));
    let figures: Vec<Html> = latest.filter(|(period, _)| period.year() > *since).map(|(_, sentence)| sentence).collect();
    Some(Changes {
        title: changes_title(context, *since),
        sentence: context.tf("changes-sentence", &[("count", Arg::from(changed.len()))]),
        rows: change_rows(context, on_page(context, own, List::Changes, &changed)),
        figures_sentence: (!figures.is_empty()).then(|| context.tf("figures-sentence", &[("count", Arg::from(figures.len()))])),
        figures: on_page(context, own, List::FigureChanges, &figures).to_vec(),
    })
}

/// "Ändrat sedan 2009".
pub fn changes_title(context: PageContext<'_>, since: i16) -> Html {
    context.tf("changes-title", &[("period", Arg::from(phrase::period(context, Period::Year(since))))])
}

/// Goals and assignments with what has changed.
pub fn change_rows(context: PageContext<'_>, changed: &[(PageId, StatusChange)]) -> Vec<ChangeRow> {
    changed.iter().map(|(page, change)| change_row(context, *page, *change)).collect()
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
    let (since, _) = site(context).progress.latest.as_ref()?;
    changes_view(context, *since, &context.model().latest_changes_of(pages))
}

/// The same of a body's assignments: those that stand on its own page.
pub fn changes_of_body(context: PageContext<'_>, body: PageId, assignments: &[PageId]) -> Option<Changes> {
    let (since, _) = site(context).progress.latest.as_ref()?;
    let changed = context.model().latest_changes_of(assignments);
    let shown = changes_view(context, *since, on_page(context, AnyPage::Page(body), List::Changes, &changed));
    shown.or_else(|| (!changed.is_empty()).then(|| Changes { title: changes_title(context, *since), ..Changes::default() }))
}

fn changes_view(context: PageContext<'_>, since: i16, changed: &[(PageId, StatusChange)]) -> Option<Changes> {
    let rows = change_rows(context, changed);
    (!rows.is_empty()).then(|| Changes { title: changes_title(context, since), rows, ..Changes::default() })
}
