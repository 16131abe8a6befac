//! Small programmes in memory: a frame that nothing is wrong with, short ways to write what a test changes in it, and
//! short ways to read what comes of it.

#![allow(dead_code, reason = "each suite uses its part of this file")]

use tydlig::diagnostic::Speech;
use tydlig::diagnostic::emit::{self, Colour, Format, Style};
use tydlig::source::load::MemoryLoader;
use tydlig::workspace::{self, Loaded, Options};

use crate::built::{self, Built};
use crate::html;

/// A programme for 2008 to 2010 with two bodies and two places, and nothing to do for them yet.
pub(crate) fn frame() -> MemoryLoader {
    let loader = programme(MemoryLoader::default().with("site.toml", toml(&["sv"], "")), "follow_up: {cadence: [year]}");
    let pages = [
        ("bodies/soc", "number: \"1\"\ntitle: Socialnämnden"),
        ("bodies/skola", "number: \"2\"\ntitle: Skolnämnden"),
        ("areas/norr", "title: Norr"),
        ("areas/soder", "title: Söder"),
    ];
    pages.into_iter().fold(loader.with("content/index.md", "---\ntitle: Start\n---\n"), |loader, (stem, facts)| page(loader, stem, facts))
}

/// The site's settings, with languages and lines about checks.
pub(crate) fn toml(languages: &[&str], checks: &str) -> String {
    let languages: String = languages.iter().map(|tag| format!("[[language]]\ntag = \"{tag}\"\n")).collect();
    format!(
        "[site]\ntitle = \"Programmet\"\norganisation = \"Exempel kommun\"\nbase_url = \"https://example.org/\"\n{languages}\
         [checks]\n{checks}\n[data]\nlicence = \"CC0-1.0\"\n\
         [statement]\nstatus = \"full\"\nreviewed = \"2010-01-15\"\nmethod = \"Vi har granskat sidorna själva.\"\n"
    )
}

/// Replaces the programme's own page.
pub(crate) fn programme(loader: MemoryLoader, lines: &str) -> MemoryLoader {
    let facts = format!("---\nid: p\ntitle: Programmet\nform: programme\nvalid: 2008..2010\n{lines}\n---\n");
    loader.with("content/programme/index.md", facts)
}

/// Adds a page whose id is its file's name.
pub(crate) fn page(loader: MemoryLoader, stem: &str, facts: &str) -> MemoryLoader {
    let id = stem.rsplit('/').next().unwrap_or_default();
    loader.with(&format!("content/{stem}.md"), format!("---\nid: {id}\n{facts}\n---\n"))
}

/// Adds an assignment of the board of social affairs.
pub(crate) fn assignment(loader: MemoryLoader, id: &str, facts: &str) -> MemoryLoader {
    page(loader, &format!("assignments/{id}"), &format!("number: \"{id}\"\ntitle: Uppdrag {id}\nbody: soc\n{facts}"))
}

/// Adds the indicator `x`.
pub(crate) fn indicator(loader: MemoryLoader, facts: &str) -> MemoryLoader {
    page(loader, "indicators/x", &format!("title: Antalet\n{facts}"))
}

/// Adds values of the indicator `x`: `2008 40, 2009 norr 41, 2009 män 3/4, 2010 !3` with an exclamation mark for what
/// is confidential.
pub(crate) fn figures(loader: MemoryLoader, text: &str) -> MemoryLoader {
    let mut rows = String::from("indikator;period;omrade;kon;varde;taljare;namnare;status\n");
    for row in text.split(", ").filter(|row| !row.is_empty()) {
        let words: Vec<&str> = row.split(' ').collect();
        let (period, value) = (words[0], words[words.len() - 1]);
        let sex = words.iter().find(|word| ["män", "kvinnor"].contains(word)).unwrap_or(&"");
        let area = words[1..words.len() - 1].iter().find(|word| *word != sex).unwrap_or(&"");
        let (value, status) = value.strip_prefix('!').map_or((value, ""), |value| (value, "sekretess"));
        let (value, parts) = value.split_once('/').map_or((value, ";".to_owned()), |(one, other)| ("", format!("{one};{other}")));
        rows.push_str(&format!("x;{period};{area};{sex};{value};{parts};{status}\n"));
    }
    loader.with("content/data/varden.csv", rows)
}

/// Adds follow-ups, a row a line: what, period, state, judgement, text, day, role, reason.
pub(crate) fn follow_ups(loader: MemoryLoader, rows: &str) -> MemoryLoader {
    loader.with("content/data/uppfoljning.csv", format!("uppdrag;period;lage;bedomning;text;datum;ansvarig;skal\n{rows}\n"))
}

pub(crate) fn load(loader: &MemoryLoader, today: &str) -> Loaded {
    let options = Options { base_url: None, today: today.parse().expect("this is a date"), drafts: false };
    workspace::load(loader, &options).expect("files in memory can be read")
}

/// What is wrong with a site, a line each.
pub(crate) fn found(loader: &MemoryLoader, today: &str) -> String {
    let loaded = load(loader, today);
    let style = Style { format: Format::Short, speech: Speech::Swedish, colour: Colour::Plain };
    emit::report(&loaded.report(Vec::new()), &loaded.sources, style)
}

/// Everything that a site gives which nothing is wrong with.
pub(crate) fn built(loader: &MemoryLoader, today: &str) -> Built {
    let found = found(loader, today);
    assert!(found.is_empty(), "{found}");
    built::render(load(loader, today), loader)
}

/// What stands between two texts, the first included.
pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.find(start).and_then(|at| text[at..].split(end).next()).unwrap_or_default()
}

/// What readers see of a page's main part.
pub(crate) fn main_text(site: &Built, url: &str) -> String {
    html::plain(between(&site.pages[url], "<main", "</main>"))
}

/// The rows of a table, cells parted by bars.
pub(crate) fn table(site: &Built, (url, id): (&str, &str)) -> Vec<String> {
    let table = between(&site.pages[url], &format!("<table id=\"{id}\""), "</table>");
    let cells = table.replace("<td", "| <td").replace("</th><th", "</th>| <th").replace("<span class=\"matrix", " <span class=\"matrix");
    cells.split("<tr>").skip(1).map(html::plain).collect()
}
