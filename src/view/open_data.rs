//! What data there is to download: every table with its files, and what describes them.

use serde::Serialize;

use super::{Fact, Link, PageContext, phrase};
use crate::dataset::{self, Table};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::data::{DataFile, Format, TableId};

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
    let (own, parts): (Vec<Table>, Vec<Table>) =
        dataset::tables(snapshot).into_iter().partition(|table| !matches!(table.id, TableId::Indicator(_)));
    let group = |id, title, tables: Vec<Table>| TableGroup {
        id,
        title: context.t(title),
        tables: tables.iter().map(|table| table_view(context, table)).collect(),
    };
    let groups = [group("tables", "open-data-tables", own), group("indicators", "open-data-indicators", parts)];
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
        groups: groups.into_iter().filter(|group| !group.tables.is_empty()).collect(),
        descriptions_title: context.t("open-data-descriptions"),
        descriptions,
    }
}

/// The feed of follow-ups, if there is one.
pub fn feed(context: PageContext<'_>) -> Option<Link> {
    let url = context.snapshot.site.routes.feed(context.language)?;
    Some(Link { title: context.t("feed-title"), href: context.href(url) })
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
