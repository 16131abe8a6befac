//! What a page shows and where it comes from: every region of every page of every site, compared with the file that it names.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tydlig::document::fields::fields;
use tydlig::document::format::Format;
use tydlig::document::sheet::Sheet;
use tydlig::document::{key_of, text_of};
use tydlig::edit::Part;
use tydlig::origin::{Origin, OriginPart};
use tydlig::render::{Output, Page, Region, Renderer};
use tydlig::site::route::RouteTarget;
use tydlig::source::Span;
use tydlig::source::load::DiskLoader;
use tydlig::workspace::{self, Loaded, Options};

/// Fields and columns whose value is a word of the program's, shown in the words of a language.
const WORDS: [&str; 15] = [
    "form",
    "level",
    "state",
    "direction",
    "kind",
    "per",
    "cadence",
    "status",
    "lage",
    "bedomning",
    "confirmed",
    "currency",
    "op",
    "unit",
    "reviewed",
];
/// Fields that name another page by its id, shown by its title.
const REFERENCES: [&str; 4] = ["body", "contributes_to", "lead", "indicator"];

fn sites() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = ["base-path", "bilingual", "duties", "formats", "minimal", "programme", "progress", "rtl"];
    let own = names.into_iter().map(|name| (name.to_owned(), root.join("tests/sites").join(name)));
    own.chain([("own".to_owned(), root.to_owned())]).collect()
}

fn load(folder: &Path) -> Loaded {
    let options = Options { base_url: None, today: "2011-05-20".parse().expect("this is a date"), drafts: true };
    workspace::load(&DiskLoader::new(folder), &options).expect("the site can be read")
}

/// Markup as the text that it shows, spaces squeezed.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        // Blocks stand apart, words with marks do not.
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !["span", "bdi", "a", "em", "strong", "s", "code", "time"].contains(&name.as_str()) {
            text.push(' ');
        }
        rest = tag.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, sign);
    }
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A site, with what its files say where pages were seen to show it.
struct Compared<'a> {
    loaded: &'a Loaded,
    /// The names of statuses in all languages.
    statuses: BTreeSet<String>,
    written: BTreeMap<Origin, Result<Written, &'static str>>,
    /// What was found right.
    right: BTreeSet<(Origin, String)>,
}

/// What a file says at a place.
#[derive(Clone)]
struct Written {
    /// The last part of the field's name, or the column.
    name: String,
    text: String,
}

impl<'a> Compared<'a> {
    fn new(loaded: &'a Loaded) -> Self {
        let of_axis = |id: &str| ["implementation-", "fulfilment-", "reporting-"].iter().any(|axis| id.starts_with(axis));
        let all = loaded.snapshot.catalogues.iter().flat_map(|catalogue| {
            catalogue.entries().keys().filter(|id| of_axis(id)).map(|id| squeezed(catalogue.text(id).as_str())).collect::<Vec<_>>()
        });
        Self { statuses: all.collect(), loaded, written: BTreeMap::new(), right: BTreeSet::new() }
    }

    /// What is wrong with a region of a page; nothing if it shows what its file says.
    fn fault(&mut self, page: &Page, region: &Region) -> Option<String> {
        let text = shown(&page.html[region.bytes.clone()]);
        let origin = &region.origin;
        if !self.right.insert((origin.clone(), text.clone())) {
            return None;
        }
        if !self.written.contains_key(origin) {
            self.written.insert(origin.clone(), written(self.loaded, origin));
        }
        let holds = match &self.written[origin] {
            Ok(written) => self.is_shown(origin, &text, written),
            Err(why) => return Some(format!("{}: {:?}: {text:?} is shown: {why}", origin.path, origin.part)),
        };
        let Ok(written) = &self.written[origin] else { return None };
        (!holds).then(|| format!("{}: {:?}: {text:?} is shown, {:?} is written", origin.path, origin.part, written.text))
    }

    /// Whether what a page shows is what stands in the file, but for how a language writes it.
    fn is_shown(&self, origin: &Origin, text: &str, written: &Written) -> bool {
        let (name, exact) = (written.name.as_str(), &written.text);
        let written = squeezed(exact);
        match &origin.part {
            // Cells of a row stand apart in one and not in the other.
            OriginPart::Block(_) => return written.replace(' ', "") == text.replace(' ', ""),
            OriginPart::File => return true,
            _ => {}
        }
        // The window's title has the site's beside it; paragraphs are shown one by one.
        let is_piece = name == "title" && text.contains(&written) || exact.split("\n\n").any(|paragraph| squeezed(paragraph) == text);
        if text == written || is_piece {
            return true;
        }
        // A status stands for what it follows from.
        if ["varde", "lage", "bedomning", "datum"].contains(&name) && self.statuses.contains(text) {
            return true;
        }
        if WORDS.contains(&name) {
            return !text.is_empty() && !written.is_empty();
        }
        if REFERENCES.contains(&name) {
            return written == "all" || written.split(' ').any(|id| self.is_titled(id, text));
        }
        // What Kolada and JSON-stat give has values, and says elsewhere in the file where they come from.
        if Format::of(&origin.path) == Some(Format::Json) && name != "varde" {
            return true;
        }
        // The days of a workbook are numbers.
        if name == "datum" && written.parse::<u32>().is_ok_and(|days| (30_000..60_000).contains(&days)) {
            return true;
        }
        if let Some(number) = number(&written) {
            return self.is_number(text, number);
        }
        // Dates and periods are written in the words of a language.
        written.get(..4).is_some_and(|year| year.chars().all(|c| c.is_ascii_digit()) && text.contains(year))
    }

    fn is_titled(&self, id: &str, text: &str) -> bool {
        let site = &self.loaded.snapshot.site;
        let Some(page) = site.programme.find(id) else { return false };
        let versions = self.loaded.snapshot.config.language_ids().filter_map(|language| site.pages.get(page).own(language));
        versions.map(|version| squeezed(&version.entry.title.value)).any(|title| text.contains(&title))
    }

    /// Whether a text has a number as one of the languages writes it; decimals are the indicator's to choose.
    fn is_number(&self, text: &str, number: f64) -> bool {
        let words = |text: &str| squeezed(&text.replace('\u{202f}', " "));
        let text = words(text);
        let in_words = number.abs() < 3.0 && !text.replace(char::is_alphabetic, "").contains(|c: char| c.is_ascii_digit());
        let written = |decimals| self.loaded.snapshot.catalogues.iter().map(move |one| one.formats.number(number, decimals));
        in_words || (0..=4).flat_map(written).any(|number| text.contains(&words(&number)))
    }
}

/// The number that a cell or field says, with the sum that it means: `1,3 mkr`, `1 400 500:-`, `61,3 %`.
fn number(written: &str) -> Option<f64> {
    let text = written.replace([' ', '\u{a0}', '\u{202f}'], "").replace(',', ".");
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-')).unwrap_or(text.len());
    let (digits, sign) = text.split_at(end);
    let times = match sign {
        "" | "%" | "kr" | ":-" => 1.0,
        "tkr" => 1e3,
        "mkr" => 1e6,
        _ => return None,
    };
    Some(digits.trim_end_matches('-').parse::<f64>().ok()? * times)
}

/// What a file says at a place, or why it is no place.
fn written(loaded: &Loaded, origin: &Origin) -> Result<Written, &'static str> {
    let config = &loaded.snapshot.config;
    let source = loaded.source(&origin.path).ok_or("there is no such file")?;
    let at = |span: Span| source.text.get(span.start..span.end).unwrap_or_default().to_owned();
    let span = origin.span(source, config);
    let named = |name: &str, text: String| Ok(Written { name: name.to_owned(), text });
    match &origin.part {
        OriginPart::Block(span) => {
            let text = text_of(source);
            let block = text.blocks().find(|block| block.span() == *span).ok_or("there is no such block")?;
            named("", block.words())
        }
        OriginPart::Field(path) => {
            let name = path.rsplit('.').find(|key| key.parse::<usize>().is_err()).unwrap_or_default();
            match origin.part(source, config) {
                Some(Part::Field(own)) => {
                    let key = key_of(&origin.path, config).map_err(|_| "the file is no page")?;
                    let field = fields(source, key, config).into_iter().find(|field| field.path == own).ok_or("there is no such field")?;
                    if span != Some(field.span) {
                        return Err("its place is another's");
                    }
                    named(name, field.text)
                }
                // Nothing is written there, and the page says what that means.
                Some(Part::NewField(..)) if span.is_none() && WORDS.contains(&name) => named(name, "-".to_owned()),
                Some(_) => Err("it is no field"),
                // A setting; a table of texts has a key a language.
                None => named(
                    path.split('.').nth(1).unwrap_or_default(),
                    at(span.ok_or("there is no such setting")?).trim_matches(['"', '\'', '\n']).to_owned(),
                ),
            }
        }
        OriginPart::Cell { column, .. } => {
            let cell = at(span.ok_or("there is no such cell")?);
            match origin.part(source, config) {
                Some(Part::Cell(row, at)) => {
                    let sheet = Sheet::read(source);
                    named(column, sheet.cell(row, at).ok_or("there is no such cell")?.shown.clone())
                }
                Some(_) => Err("it is no cell"),
                None if Format::of(&origin.path) == Some(Format::Csv) => Err("there is no such cell"),
                None => named(column, cell),
            }
        }
        OriginPart::File => named("", String::new()),
    }
}

#[test]
fn every_region_shows_what_its_file_says() {
    for (name, folder) in sites() {
        let loaded = load(&folder);
        let renderer = Renderer::new(&loaded.snapshot);
        let mut compared = Compared::new(&loaded);
        let mut wrong: BTreeMap<String, String> = BTreeMap::new();
        let (mut pages, mut regions) = (0, 0);
        for (url, route) in loaded.snapshot.site.routes.iter() {
            let Ok(Output::Html(plain)) = renderer.render(url, route) else { continue };
            let Ok(Output::Html(page)) = renderer.render_with_regions(url, route) else { panic!("{url} gives a page") };
            assert_eq!(plain.html, page.html, "{url}");
            let is_page = matches!(route.target, RouteTarget::Page(..) | RouteTarget::Generated(..));
            assert!(!is_page || !page.regions.is_empty(), "{name}{url}: marks made it another page");
            let starts: Vec<usize> = page.regions.iter().map(|region| region.bytes.start).collect();
            assert!(starts.is_sorted(), "{name}{url}");
            for region in &page.regions {
                if let Some(fault) = compared.fault(&page, region) {
                    wrong.entry(fault).or_insert_with(|| url.to_owned());
                }
            }
            pages += 1;
            regions += page.regions.len();
        }
        let told: Vec<String> = wrong.iter().take(60).map(|(fault, url)| format!("{url}: {fault}")).collect();
        assert!(wrong.is_empty(), "{name}: {} of {regions} regions of {pages} pages:\n{}", wrong.len(), told.join("\n"));
        println!("{name}: {regions} regions of {pages} pages");
    }
}
