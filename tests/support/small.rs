//! Small programmes in memory: a frame that nothing is wrong with, short ways to write what a test changes in it, and
//! short ways to read what comes of it.

#![allow(dead_code, reason = "each suite uses its part of this file")]

use tydlig::diagnostic::UiLanguage;
use tydlig::diagnostic::emit::{self, Colour, Format, Style};
use tydlig::site::progress::SubjectProgress;
use tydlig::site::reporting::Duty;
use tydlig::source::load::MemoryLoader;
use tydlig::status::Fulfilment;
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
    written(&load(loader, today))
}

fn written(loaded: &Loaded) -> String {
    let style = Style { format: Format::Short, ui_language: UiLanguage::Swedish, colour: Colour::Plain };
    emit::report(&loaded.report(Vec::new()), &loaded.sources, style)
}

/// Everything that a site gives which nothing is wrong with.
pub(crate) fn built(loader: &MemoryLoader, today: &str) -> Built {
    let loaded = load(loader, today);
    let found = written(&loaded);
    assert!(found.is_empty(), "{found}");
    built::render(loaded, loader)
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
pub(crate) fn table(site: &Built, url: &str, id: &str) -> Vec<String> {
    let table = between(&site.pages[url], &format!("<table id=\"table_{id}\""), "</table>");
    let cells = table.replace("<td", "| <td").replace("</th><th", "</th>| <th").replace("<span class=\"matrix", " <span class=\"matrix");
    cells.split("<tr>").skip(1).map(html::plain).collect()
}

/// How a goal or assignment goes.
pub(crate) fn subject<'a>(site: &'a Built, id: &str) -> &'a SubjectProgress {
    let model = &site.loaded.snapshot.site;
    model.programme.find(id).and_then(|page| model.progress.subject(page)).unwrap_or_else(|| panic!("{id} has no progress"))
}

pub(crate) fn status(fulfilment: Fulfilment) -> String {
    fulfilment.reason().map_or(fulfilment.key().to_owned(), |reason| format!("{}:{}", fulfilment.key(), reason.key()))
}

/// The judgement of a goal's first target: in the model, as a word, and what the page says it was made from.
pub(crate) fn judged(site: &Built) -> String {
    let target = &subject(site, "g").targets[0];
    let list = between(&site.pages["/goals/g/"], "<ul class=\"targets\">", "</ul>");
    let word = html::plain(between(list, "<p class=\"status\">", "</p>"));
    let inputs = html::plain(between(between(list, "<details", "</details>"), "<dl", "</dl>"));
    format!("{} {} | {word} | {inputs}", status(target.assessment.status), target.assessment.inputs.rule.key())
}

/// A goal with a target for the indicator, and its figures.
pub(crate) fn goal(target: &str, facts: &str, values: &str) -> MemoryLoader {
    let loader = indicator(frame(), if facts.is_empty() { "unit: count\nform: level" } else { facts });
    let loader = page(loader, "goals/g", &format!("title: Målet\ntargets:\n  - {{id: g.a, {target}}}"));
    figures(loader, values)
}

/// What is owed, by when, and whether it has come.
pub(crate) fn duties(site: &Built) -> String {
    let line = |duty: &Duty| format!("{} {} {}", duty.period, duty.due, duty.state.key());
    site.loaded.snapshot.site.progress.duties.iter().map(line).collect::<Vec<_>>().join(", ")
}

/// Every file that a site gives in which a number stands, in any language's way to write it.
pub(crate) fn showing(site: &Built, number: &str) -> Vec<String> {
    let (thousands, rest) = number.split_at(number.len() - 3);
    let written: Vec<String> = ["", "\u{a0}", "\u{202f}", " ", ",", "."].iter().map(|mark| format!("{thousands}{mark}{rest}")).collect();
    let text = site.files.iter().filter(|(url, _)| !url.starts_with("/assets/"));
    let shows = text.filter(|(_, bytes)| written.iter().any(|number| String::from_utf8_lossy(bytes).contains(number)));
    shows.map(|(url, _)| url.clone()).collect()
}
