//! What data there is to download: every table with its files, and what describes them.

use serde::Serialize;

use super::more::{More, more, on_page};
use super::{Fact, Link, PageContext, phrase};
use crate::dataset::{self, Table};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::Generated;
use crate::site::data::{DataFile, Format, TableId};
use crate::site::division::List;
use crate::site::rows::AnyPage;

/// What the page shows.
#[derive(Clone, Debug, Serialize)]
pub struct OpenDataPage {
    /// The terms.
    pub facts: Vec<Fact>,
    /// The tables.
    pub groups: Vec<TableGroup>,
    /// The heading of what describes them.
    pub descriptions_title: Html,
    /// What describes them all, for machines.
    pub descriptions: Vec<Fact>,
}

/// A part of the page.
#[derive(Clone, Debug, Serialize)]
pub struct TableGroup {
    /// The anchor.
    pub id: &'static str,
    /// The heading.
    pub title: Html,
    /// The tables.
    pub tables: Vec<TableView>,
    /// The way to the others.
    pub more: Option<More>,
}

/// A table and where to get it.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    /// Its title.
    pub title: Html,
    /// What it holds.
    pub description: Html,
    /// How long it is and what time it is about.
    pub facts: Vec<Fact>,
    /// Its files.
    pub files: Vec<Fact>,
}

/// The page.
pub fn open_data(context: PageContext<'_>) -> OpenDataPage {
    let snapshot = context.snapshot;
    let page = AnyPage::Generated(Generated::OpenData);
    let (own, parts) = tables(context);
    let parts = on_page(context, page, List::Indicators, &parts);
    let parts_more = more(context, page, List::Indicators);
    let group =
        |id, title, tables: &[TableId], more| TableGroup { id, title: context.t(title), tables: table_views(context, tables), more };
    let groups = [group("tables", "open-data-tables", &own, None), group("indicators", "open-data-indicators", parts, parts_more)];
    let licence = snapshot.config.data.licence.map(|licence| {
        let link = format!("<a href=\"{}\" rel=\"license\"><span lang=\"en\" dir=\"ltr\">{}</span></a>", licence.iri(), licence.name());
        context.fact("open-data-licence", Html::trusted(link))
    });
    let mut descriptions = vec![context.fact("open-data-package", file(context, DataFile::Package))];
    descriptions.extend(snapshot.config.data.licence.map(|_| context.fact("open-data-catalogue", file(context, DataFile::Catalogue))));
    let feed = snapshot.site.routes.feed(context.language);
    descriptions.extend(feed.map(|url| context.fact("feed-title", link(context, url))));
    OpenDataPage {
        facts: licence.into_iter().collect(),
        groups: groups.into_iter().filter(|group| !group.tables.is_empty() || group.more.is_some()).collect(),
        descriptions_title: context.t("open-data-descriptions"),
        descriptions,
    }
}

/// The feed of follow-ups, if there is one.
pub fn feed(context: PageContext<'_>) -> Option<Link> {
    let url = context.snapshot.site.routes.feed(context.language)?;
    Some(Link { title: context.t("feed-title"), href: context.href(url) })
}

/// The tables of the whole programme, and those of one indicator each.
fn tables(context: PageContext<'_>) -> (Vec<TableId>, Vec<TableId>) {
    context.snapshot.site.routes.tables().iter().partition(|table| !matches!(table, TableId::Indicator(_)))
}

/// The tables of one indicator each.
pub fn indicator_tables(context: PageContext<'_>) -> Vec<TableId> {
    tables(context).1
}

/// Tables and where to get them.
pub fn table_views(context: PageContext<'_>, tables: &[TableId]) -> Vec<TableView> {
    tables.iter().map(|table| table_view(context, &dataset::table(context.snapshot, *table))).collect()
}

fn table_view(context: PageContext<'_>, table: &Table) -> TableView {
    let (title, language) = table.title(context.snapshot, context.language);
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let mut facts = vec![context.fact("open-data-rows", Html::text(&context.texts().formats.number(f64::from(rows), 0)))];
    facts.extend(table.span().map(|(start, end)| {
        let year = |year| phrase::period(context, Period::Year(year));
        let years = [("from", Arg::from(year(start.year()))), ("to", Arg::from(year(end.year())))];
        let words = if start.year() == end.year() { year(end.year()) } else { context.tf("period-interval", &years) };
        context.fact("period-column", words)
    }));
    TableView {
        title: context.text_in(&title, language),
        // Without the notice of a demonstration: the page has its own.
        description: context.t(dataset::description(table.id)),
        facts,
        files: Format::ALL.map(|format| context.fact(format.label(), file(context, DataFile::Table(table.id, format)))).to_vec(),
    }
}

/// A link whose text is the file's own name, so that no two of the page read alike (WCAG 2.4.9).
fn file(context: PageContext<'_>, file: DataFile) -> Html {
    link(context, &file.url(&context.snapshot.site.pages))
}

fn link(context: PageContext<'_>, url: &str) -> Html {
    let name = url.trim_start_matches("/data/").trim_start_matches('/');
    Html::trusted(format!("<a href=\"{}\"><bdi dir=\"ltr\">{}</bdi></a>", context.href(url), Html::text(name)))
}
