//! Every explanation is its own test: its examples are whole sites, its last block what the wrong one gives.
//!
//! `UPDATE_EXPECT=1 cargo test --test explain` writes the `output` blocks anew; read them before they are committed.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/sheets.rs"]
mod sheets;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;
use tydlig::audit::Audit;
use tydlig::diagnostic::emit::{self, Colour, Format, Style};
use tydlig::diagnostic::{Code, Diagnostic, Report, UiLanguage};
use tydlig::render::Output;
use tydlig::source::Sources;
use tydlig::source::load::MemoryLoader;
use tydlig::workspace::{self, Loaded, Options};

/// What an example has beside the files that it shows.
const SITE: &str = r#"[site]
title = "Exempel"
organisation = "Exempel kommun"
base_url = "https://example.org/"

[[language]]
tag = "sv"

[data]
licence = "CC0-1.0"
"#;
const START: &str = "---\ntitle: Exempel\n---\n";
const IMAGE: &str = "static/karta.png";

#[test]
fn every_explanation_shows_its_rule() {
    let wrong: Vec<String> = Code::ALL.par_iter().filter_map(|code| Some(format!("{}: {}", code.code(), check(*code).err()?))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_explanation_belongs_to_a_code() {
    let files = std::fs::read_dir(folder()).expect("the folder of explanations is there");
    for file in files {
        let name = file.expect("the folder can be read").file_name().into_string().expect("names are text");
        assert!(Code::ALL.iter().any(|code| format!("{}.md", code.code()) == name), "{name} explains no code");
    }
}

#[test]
fn every_explanation_speaks_both_languages() {
    for code in Code::ALL {
        let text = code.explanation();
        assert!(text.starts_with(&format!("# {} {}\n\n", code.code(), code.name())), "{} has another title", code.code());
        for part in ["\n\n---\n\n", "\n\nFel:/Wrong:\n\n", "\n\nRätt:/Right:\n\n"] {
            assert_eq!(text.matches(part).count(), 1, "{} has not one {part:?}", code.code());
        }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/explain")
}

fn check(code: Code) -> Result<(), String> {
    let path = folder().join(format!("{}.md", code.code()));
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let example = Example::parse(&text);
    if example.wrong.is_empty() || example.right.is_empty() {
        return Err("a wrong or a right example is missing".to_owned());
    }
    let (wrong, sources) = build(&example.wrong);
    let (own, other): (Vec<Diagnostic>, Vec<Diagnostic>) = wrong.into_iter().partition(|found| found.code == code);
    let output = short(own, &sources);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, text.replace(&format!("~~~output\n{}~~~\n", example.output), &format!("~~~output\n{output}~~~\n")))
            .map_err(|error| error.to_string())?;
    } else if output != example.output {
        return Err(format!("the wrong example gives\n{output}"));
    }
    if output.is_empty() {
        return Err(format!("the wrong example breaks no rule\n{}", short(other, &sources)));
    }
    let other = short(without_statement(other, code), &sources);
    if !other.is_empty() {
        return Err(format!("the wrong example breaks other rules too\n{other}"));
    }
    let (right, sources) = build(&example.right);
    let right = short(without_statement(right, code), &sources);
    if right.is_empty() { Ok(()) } else { Err(format!("the right example gives\n{right}")) }
}

/// Examples leave out the facts of the accessibility statement, unless they are about them.
fn without_statement(found: Vec<Diagnostic>, code: Code) -> Vec<Diagnostic> {
    found.into_iter().filter(|found| found.code != Code::NoStatement || code == Code::NoStatement).collect()
}

/// Loads and renders a site; what is wrong with it.
fn build(files: &BTreeMap<String, String>) -> (Vec<Diagnostic>, Sources) {
    let loader = MemoryLoader::default().with("site.toml", SITE).with("content/index.md", START).with(IMAGE, "");
    let bytes = |path: &str, text: &str| if path.ends_with(".xlsx") { sheets::workbook(text) } else { text.as_bytes().to_vec() };
    let loader = files.iter().fold(loader, |loader, (path, text)| loader.with(path, bytes(path, text)));
    let today = "2009-12-31".parse().expect("this is a date");
    let loaded = workspace::load(&loader, &Options { base_url: None, today, drafts: false }).expect("files in memory can be read");
    // As `build` does: a site with errors is not rendered.
    let failed = if loaded.report(Vec::new()).has_errors() { Vec::new() } else { judge(&loaded) };
    (loaded.report(failed).diagnostics, (*loaded.sources).clone())
}

fn judge(loaded: &Loaded) -> Vec<Diagnostic> {
    let audit = Audit::new(&loaded.snapshot, &loaded.sources);
    for (url, route) in loaded.snapshot.site.routes.iter() {
        if let Some(Output::Html(page)) = audit.render(url, route) {
            audit.page(url, route, &page);
        }
    }
    audit.finish()
}

fn short(diagnostics: Vec<Diagnostic>, sources: &Sources) -> String {
    let style = Style { format: Format::Short, ui_language: UiLanguage::English, colour: Colour::Plain };
    emit::report(&Report { diagnostics }, sources, style)
}

/// The blocks of an explanation: `~~~path`, `~~~right path` and `~~~output`.
#[derive(Debug, Default)]
struct Example {
    wrong: BTreeMap<String, String>,
    right: BTreeMap<String, String>,
    output: String,
}

impl Example {
    fn parse(text: &str) -> Self {
        let mut example = Self::default();
        let mut lines = text.split_inclusive('\n');
        while let Some(line) = lines.next() {
            let Some(path) = line.trim_end().strip_prefix("~~~") else { continue };
            let block: String = lines.by_ref().take_while(|line| line.trim_end() != "~~~").collect();
            match path.strip_prefix("right ") {
                Some(path) => drop(example.right.insert(path.to_owned(), block)),
                None if path == "output" => example.output = block,
                None => drop(example.wrong.insert(path.to_owned(), block)),
            }
        }
        example
    }
}
