//! What a page shows of the site's files and what is not changed there: which page or file it is changed in.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{EditContext, Editables, is_editable};
use crate::diagnostic::Message;
use crate::document::format::Format;
use crate::document::key_of;
use crate::document::markdown::BlockKind;
use crate::origin::{Origin, OriginPart};
use crate::preview::edit::shown_parts::part_id;
use crate::preview::edit::words;
use crate::preview::survey::href;
use crate::render::{Output, Renderer};
use crate::site::{PageId, Route};
use crate::source::{SourcePath, Span};

/// Something that is changed elsewhere.
#[derive(Debug, Serialize)]
pub(super) struct Elsewhere {
    id: String,
    /// What it is called.
    label: String,
    /// `page`, `file`, `workbook` or `frozen`: where it is changed.
    how: &'static str,
    /// The page.
    page: Option<OtherPage>,
    /// The file, and where in it.
    place: String,
}

#[derive(Debug, Serialize)]
struct OtherPage {
    title: String,
    lang: &'static str,
    dir: &'static str,
    href: String,
}

impl Editables {
    /// All that the page shows of files and that cannot be changed on it.
    pub(super) fn add_places(&mut self, place: &EditContext<'_>, url: &str, route: &Route) {
        let renderer = Renderer::new(&place.loaded.snapshot);
        let Ok(Output::Html(page)) = renderer.render_with_regions(url, route) else { return };
        let here: BTreeSet<&str> = self.editables.iter().flat_map(|editable| &editable.ids).map(String::as_str).collect();
        let mut others: BTreeMap<String, Origin> = BTreeMap::new();
        for region in page.regions {
            let id = part_id(&region.origin, place.loaded.source(&region.origin.path));
            others.extend(id.filter(|id| !here.contains(id.as_str())).map(|id| (id, region.origin)));
        }
        let homes = Homes::find(place, others.values());
        self.places.extend(others.into_iter().map(|(id, origin)| elsewhere(place, id, &origin, homes.0.get(&origin).copied(), url)));
    }
}

fn elsewhere(place: &EditContext<'_>, id: String, origin: &Origin, home: Option<PageId>, url: &str) -> Elsewhere {
    let label = match &origin.part {
        OriginPart::Field(path) => words::field(path, place.ui_language),
        OriginPart::Cell { column, .. } => words::column(column, place.ui_language),
        OriginPart::Block(_) => words::block(BlockKind::Paragraph, place.ui_language).to_owned(),
        OriginPart::File => origin.path.name().to_owned(),
    };
    let page = home.and_then(|home| other_page(place, home, origin, url));
    let how = match (&page, Format::of(&origin.path)) {
        (Some(_), _) => "page",
        (None, Some(Format::Workbook)) => "workbook",
        (None, _) if origin.path.folder() == "frozen" => "frozen",
        (None, _) => "file",
    };
    Elsewhere { id, label, how, page, place: place_words(place, origin) }
}

/// The page on which a part is changed, unless it is the one that is looked at.
fn other_page(place: &EditContext<'_>, home: PageId, origin: &Origin, url: &str) -> Option<OtherPage> {
    let snapshot = place.reader.snapshot;
    // The text of another language is changed on its own page.
    let own = key_of(&origin.path, &snapshot.config).ok().filter(|_| Format::of(&origin.path) == Some(Format::Page));
    let language = own.map_or(place.reader.language, |key| key.language);
    let other = snapshot.site.routes.page(home, language);
    if other == url {
        return None;
    }
    let (shown, entry) = snapshot.site.version(&snapshot.config, home, language);
    let locale = snapshot.config.language(shown).locale;
    let title = entry.title.value.clone();
    Some(OtherPage { title, lang: locale.tag, dir: locale.direction.key(), href: href(place.loaded, other, place.options) })
}

/// `content/data/uppfoljning.xlsx, Blad1!C14`, `site.toml, rad 3`.
fn place_words(place: &EditContext<'_>, origin: &Origin) -> String {
    let Some(source) = place.loaded.source(&origin.path) else { return origin.path.to_string() };
    let Some(span) = origin.span(source, &place.loaded.snapshot.config) else { return origin.path.to_string() };
    if origin.part == OriginPart::File {
        return origin.path.to_string();
    }
    if let Some(cell) = source.cell(span.start) {
        return format!("{}, {}!{}", origin.path, cell.sheet, cell.address());
    }
    let line = source.text.get(..span.start).unwrap_or_default().matches('\n').count() + 1;
    let line = Message::new(format!("rad {line}"), format!("line {line}"));
    format!("{}, {}", origin.path, line.in_ui_language(place.ui_language))
}

/// The page on which each of some origins is changed.
struct Homes(BTreeMap<Origin, PageId>);

impl Homes {
    fn find<'o>(place: &EditContext<'_>, origins: impl Iterator<Item = &'o Origin>) -> Self {
        let site = &place.reader.snapshot.site;
        let mut homes = BTreeMap::new();
        let mut rows: BTreeMap<Row<'o>, Vec<&'o Origin>> = BTreeMap::new();
        for origin in origins.filter(|origin| is_editable(&origin.path)) {
            match &origin.part {
                OriginPart::Cell { span, .. } => rows.entry(Row { path: &origin.path, span: *span }).or_default().push(origin),
                _ => {
                    let key = key_of(&origin.path, &place.reader.snapshot.config).ok();
                    homes.extend(key.and_then(|key| site.pages.find(&key.stem)).map(|page| (origin.clone(), page)));
                }
            }
        }
        let mut add = |path: &SourcePath, span: Span, page: PageId| {
            let own = rows.get(&Row { path, span }).into_iter().flatten();
            homes.extend(own.map(|origin| ((*origin).clone(), page)));
        };
        let programme = &site.programme;
        for reported in programme.follow_ups.values().flatten() {
            add(&reported.row.path, reported.row.span, reported.subject);
        }
        for (indicator, all) in &programme.observations {
            all.all().iter().for_each(|measured| add(&measured.row.path, measured.row.span, *indicator));
        }
        for ((body, _), sections) in &programme.sections {
            sections.iter().for_each(|section| add(&section.path, section.span, *body));
        }
        Self(homes)
    }
}

/// A row of a file of data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row<'o> {
    path: &'o SourcePath,
    span: Span,
}
