//! Data files of every format: what is read of them, and what is said of their broken twins.
//!
//! `INSTA_UPDATE=always cargo test --test formats` writes the expected outputs anew; read them before they are committed.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/built.rs"]
mod built;
#[path = "support/sheets.rs"]
mod sheets;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use tydlig::diagnostic::emit::{self, Colour, Format, Style};
use tydlig::diagnostic::{Report, UiLanguage};
use tydlig::document::{json, table};
use tydlig::site::PageId;
use tydlig::source::load::{DiskLoader, Loader as _, MemoryLoader};
use tydlig::source::{Source, SourcePath, Sources};
use tydlig::workspace::{self, FileEvent, Loaded, Options, Workspace};

const TODAY: &str = "2010-06-30";

/// Each value with its file, and each follow-up.
#[test]
fn every_format_is_read() {
    // Its pages can be made too.
    let site = built::build(&folder(), TODAY);
    assert_eq!(written(&site.loaded, Format::Short), "");
    insta::assert_snapshot!("read", figures(&site.loaded));
}

/// The twins: what each is, the file's name, and its bytes.
fn twins() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let utf_16 = |text: &str| [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>();
    let windows = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect::<Vec<u8>>();
    let good = |name: &str| std::fs::read(folder().join("content/data").join(name)).expect("the file is there");
    let changed = |name: &str, from: &str, to: &str| {
        let text = String::from_utf8(good(name)).expect("the file is text");
        assert!(text.contains(from), "{name} has no {from}");
        text.replacen(from, to, 1).into_bytes()
    };
    let book = sheets::workbook;
    let (v2, v3) = ("kolada-v2-2026-11-01.json", "kolada-v3.json");
    let (dense, sparse, scb) = ("scb-2026-11-01.json", "TAB0002.json", "TAB0003-2026-11-01.json");
    vec![
        (
            "long table, a word for a number",
            "a.csv",
            windows("indikator;period;område;värde\r\nsfi;2008;;41\r\nplatser;2009;centrum;några få\r\n"),
        ),
        ("long table, a number as a date", "a.csv", text("indikator;period;varde\nsfi;2008;22-maj\n")),
        ("long table, spaces that part no thousands", "a.csv", text("indikator;period;varde\nbidrag;2008;12 50 kr\n")),
        ("long table, percent of places", "a.csv", text("indikator;period;varde\nplatser;2008;12 %\n")),
        ("long table, a period that is none", "a.tsv", utf_16("indikator\tperiod\tvarde\nsfi\tvåren\t41\n")),
        ("long table, a value that is missing", "a.csv", text("indikator;period;varde;status\nsfi;2008;41;saknas\n")),
        ("long table, numerator without denominator", "a.csv", text("indikator;period;varde;taljare;namnare\nsfi;2008;41;41;\n")),
        ("long table, a column twice", "a.csv", text("indikator;period;varde;värde\nsfi;2008;41;42\n")),
        ("wide table, a word for a number", "a.csv", text("indikator;2008;2009\nsfi;41;fyra\n")),
        ("wide table, an area that is none", "a.csv", text("indikator;period;omrade:centrum;omrade:hamnn\nplatser;2008;1;2\n")),
        ("wide table by sex, a word for a number", "a.csv", text("indikator;period;Kvinnor;Män\nsfi;2008;41;ca 40\n")),
        ("follow-ups, a state that is none", "a.csv", text("uppdrag;period;läge\nu-1;2009-T1;snart\n")),
        (
            "workbook, a word for a number",
            "a.xlsx",
            book("# Läs mig\nHjälp\n# Blad1\nSiffror 2009\n\nindikator;period;varde\nsfi;2008;41\nsfi;2009;ca 60\n"),
        ),
        ("workbook, a formula that fails", "a.xlsx", book("# Blad1\nindikator;period;varde\nsfi;2008;=1/0 -> #DIV/0!\n")),
        ("workbook, a formula without a value", "a.xlsx", support("uncalculated.xlsx")),
        ("workbook, a number as a date", "a.xlsx", book("# Blad1\nindikator;period;varde\nsfi;2008;2009-05-22\n")),
        ("workbook, a period as a date", "a.xlsx", book("# Blad1\nindikator;period;varde\nsfi;2009-04-01;41\n")),
        ("workbook, merged cells", "a.xlsx", book("# Mått\nindikator;period;varde\nsfi;2008;41\n;2009;58\n! A2:A3\n")),
        ("workbook, percent of places", "a.xlsx", book("# Blad1\nindikator;period;varde\nplatser;2008;48 %\n")),
        ("workbook, an indicator that is none", "a.xlsx", book("# Blad1\nindikator;period;varde\nsfj;2008;48\n")),
        ("workbook, nothing where the period stands", "a.xlsx", book("# Blad1\nindikator;period;varde\nsfi;;48\n")),
        ("workbook, no head", "a.xlsx", book("# Blad1\nindikator;period;varde\nsfi;2008;48\n# Anteckningar\nKom ihåg att fråga\n")),
        ("workbook, nothing to read", "a.xlsx", book("# Blad1\n# Listor (dold)\na;b\n")),
        (
            "workbook of follow-ups, a date that is none",
            "a.xlsx",
            book("# Uppföljning\nuppdrag;period;organ;läge;datum\nu-1;2009-T1;soc;pågår;8/4 2009\n"),
        ),
        ("workbook that is none", "a.xlsx", text("indikator;period;varde\n")),
        ("workbook with a password", "a.xlsx", support("protected.xlsx")),
        ("older workbook", "a.xls", vec![0xD0, 0xCF, 0x11, 0xE0]),
        ("Kolada 2, a word for a number", v2, changed(v2, "88.1", "\"hemlig\"")),
        (
            "Kolada 2, one page of several",
            v2,
            changed(v2, "\"next_page\": null", "\"next_page\": \"http://api.kolada.se/v2/data/x?page=2\""),
        ),
        ("Kolada 3, a sex that is none", v3, changed(v3, "\"gender\": \"T\"", "\"gender\": \"X\"")),
        ("Kolada 3, no key figure of the site's", v3, changed(v3, "N00001", "N00009")),
        ("Kolada 3, another municipality", v3, changed(v3, "\"1485\"", "\"1480\"")),
        ("Kolada 3, without a date", v3, changed(v3, "\"retrieved\"", "\"hämtad\"")),
        ("Kolada 3, cut off", v3, good(v3)[..200].to_vec()),
        ("JSON-stat, sizes that do not fit", dense, changed(dense, "\"size\": [\n  2,", "\"size\": [\n  3,")),
        ("JSON-stat, too few values", dense, changed(dense, "  24\n", "  24, 25\n")),
        ("JSON-stat, a word for a number", dense, changed(dense, "  111,", "  \"hundraelva\",")),
        ("JSON-stat, a place that is none", dense, changed(dense, "\"1485A0010\": 1", "\"1485A0099\": 1")),
        ("JSON-stat, sparse, past the end", sparse, changed(sparse, "\"4\": 77", "\"6\": 77")),
        ("JSON-stat, sparse, a period that is none", sparse, changed(sparse, "2009K3", "hösten")),
        ("JSON-stat without a role for places, a category that is none", scb, changed(scb, "\"kvinnor\"", "\"flickor\"").to_vec()),
        ("JSON-stat, a table that no indicator asks for", "TAB0004.json", good(sparse)),
        ("JSON that is something else", "a.json", text("{\"results\": []}")),
    ]
}

/// A workbook that no library here writes: with a password (msoffcrypto-tool), without calculated values (openpyxl).
fn support(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support").join(name)).expect("the file is there")
}

#[test]
fn broken_twins_are_named_with_their_cell() {
    let mut all = String::new();
    for (what, name, bytes) in twins() {
        let loaded = load(name, bytes);
        let text = written(&loaded, Format::Text);
        assert!(text.contains(name), "{what}: nothing is said of {name}\n{text}");
        let _ = writeln!(all, "# {what}\n{text}");
    }
    insta::assert_snapshot!("broken", all);
}

#[test]
fn conflicts_name_both_places_over_formats() {
    let kolada = std::fs::read(folder().join("content/data/kolada-v2-2026-11-01.json")).expect("the file is there");
    let book = sheets::workbook("# Kommunen\nindikator;period;kon;varde\nbehoriga;2009;;1\nbehoriga;2008;k;91\n");
    let csv = "indikator;2008;2009\nbehoriga;88,1;2\n";
    let site = base().with("content/data/kolada-2026-11-01.json", kolada).with("content/data/b.xlsx", book).with("content/data/c.csv", csv);
    insta::assert_snapshot!("conflicts", written(&load_site(&site), Format::Text));
}

#[test]
fn every_form_of_output_names_the_cell() {
    let loaded = load("a, b.xlsx", sheets::workbook("# Blad: 1\nindikator;period;varde\nsfi;2008;ca 60\n".replace(": 1", " 1").as_str()));
    let forms = [Format::Text, Format::Short, Format::Json, Format::Github].map(|form| written(&loaded, form));
    insta::assert_snapshot!("forms", forms.join("\n"));
}

#[test]
fn blank_rows_of_a_form_say_nothing() {
    let book =
        sheets::workbook("# Blad1\nindikator;period;varde;kalla\nsfi;2008;;Årsredovisning\nsfi;2009;..;Årsredovisning\nsfi;2010;58;\n");
    let loaded = load("a.xlsx", book);
    assert_eq!(written(&loaded, Format::Short), "");
    assert_eq!(figures(&loaded).lines().filter(|line| line.starts_with("sfi")).count(), 2);
}

#[test]
fn a_file_that_is_touched_and_has_the_same_bytes_changes_nothing() {
    let disk = DiskLoader::new(folder());
    let options = Options { base_url: None, today: TODAY.parse().expect("this is a date"), drafts: false };
    let mut workspace = Workspace::open(&disk).expect("the folder can be read");
    workspace.load(&disk, &options).expect("the site can be read");
    for path in disk.list("content").expect("the folder can be read") {
        workspace.mark_changed(&path, FileEvent::Touched);
        assert!(workspace.reload(&disk, &options).expect("the site can be read").is_none(), "{path}");
    }
}

/// Whatever bytes a file has, there is an answer.
#[test]
fn no_file_makes_the_program_stop() {
    let list = DiskLoader::new(folder()).list("content/data").expect("the folder can be read");
    for path in &list {
        let bytes = std::fs::read(folder().join(path.as_str())).expect("the file can be read");
        let mut seed = 17_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).expect("31 bits fit") % below.max(1)
        };
        for round in 0..200 {
            let mut broken = bytes.clone();
            match random(3) {
                0 => broken.truncate(random(bytes.len())),
                1 => {
                    for _ in 0..=random(8) {
                        let at = random(broken.len());
                        broken[at] = u8::try_from(random(256)).expect("this is a byte");
                    }
                }
                _ => {
                    let (from, length) = (random(broken.len()), random(40));
                    broken.drain(from..(from + length).min(bytes.len()));
                }
            }
            // Assembly is slow: every fortieth is enough.
            if round % 40 == 0 {
                let _ = written(&load(path.name(), broken), Format::Text);
            } else {
                parse(path, broken);
            }
        }
    }
}

/// What is said of a file by itself.
fn parse(path: &SourcePath, bytes: Vec<u8>) -> String {
    let (source, parsed) = match path.extension().as_str() {
        "xlsx" => table::parse_workbook(path.clone(), &bytes),
        extension => {
            let source = Source::decode(path.clone(), &bytes);
            let parsed = if extension == "json" { json::parse(&source) } else { table::parse(&source) };
            (source, parsed)
        }
    };
    let mut sources = Sources::default();
    sources.insert(source);
    let style = Style { format: Format::Text, ui_language: UiLanguage::Swedish, colour: Colour::Plain };
    emit::report(&Report { diagnostics: parsed.diagnostics }, &sources, style)
}

/// The same for what is inside a workbook, where changed bytes seldom get past the check sums.
#[test]
fn no_workbook_makes_the_program_stop() {
    let cells = [
        "",
        "2008",
        "1e400",
        "=A1 -> ",
        "=1 -> #REF!",
        "'",
        "-",
        "48 %",
        "5 [0%]",
        "1900-01-01",
        "å",
        "\u{0}",
        "indikator",
        "period",
        "2009",
    ];
    let mut seed = 5_usize;
    for _ in 0..200 {
        let mut text = String::from("# Blad1\nindikator;period;varde\n");
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            text.push_str(cells[(seed >> 8) % cells.len()].trim_matches('\u{0}'));
            text.push(if seed & 1024 == 0 { ';' } else { '\n' });
        }
        parse(&SourcePath::new("a.xlsx"), sheets::workbook(&text));
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/formats")
}

/// The site without its data, in memory.
fn base() -> MemoryLoader {
    let disk = DiskLoader::new(folder());
    let config = std::fs::read(folder().join("site.toml")).expect("site.toml is there");
    let pages = disk.list("content").expect("the folder can be read");
    pages
        .iter()
        .filter(|path| !path.as_str().starts_with("content/data/"))
        .fold(MemoryLoader::default().with("site.toml", config), |site, path| {
            site.with(path.as_str(), disk.read(path).expect("the file can be read"))
        })
}

/// The site with one data file; indicators that ask for a table get none of the other files.
fn load(name: &str, bytes: Vec<u8>) -> Loaded {
    load_site(&base().with(&format!("content/data/{name}"), bytes))
}

fn load_site(site: &MemoryLoader) -> Loaded {
    let options = Options { base_url: None, today: TODAY.parse().expect("this is a date"), drafts: false };
    workspace::load(site, &options).expect("files in memory can be read")
}

fn written(loaded: &Loaded, format: Format) -> String {
    let style = Style { format, ui_language: UiLanguage::Swedish, colour: Colour::Plain };
    // Tables that are not in this site are asked for by its indicators.
    let found = loaded.report(Vec::new()).diagnostics.into_iter().filter(|found| !found.message.sv.starts_with("ingen fil har tabellen"));
    emit::report(&Report { diagnostics: found.collect() }, &loaded.sources, style)
}

fn figures(loaded: &Loaded) -> String {
    let site = &loaded.snapshot.site;
    let id = |page: Option<PageId>| page.and_then(|page| site.pages.get(page).source().facts.id()).map_or("-", |id| &id.value);
    let mut text = String::new();
    for measured in site.programme.indicators.iter().filter_map(|page| site.programme.observations.get(page)).flatten() {
        let row = &measured.row;
        let _ = writeln!(
            text,
            "{} {} {} {} {} = {} {:?} {:?} | {} | {} | {}",
            row.indicator.value,
            row.period,
            id(measured.area),
            id(measured.body),
            measured.sex.map_or("-", |sex| sex.key()),
            row.value.map_or("..".to_owned(), |value| value.to_string()),
            row.finality,
            row.parts,
            row.source.as_deref().unwrap_or("-"),
            row.note.as_deref().unwrap_or("-"),
            row.path.name(),
        );
    }
    for reported in site.programme.follow_ups.values().flatten() {
        let row = &reported.row;
        let date = row.date.map_or("-".to_owned(), |date| date.to_string());
        let _ = writeln!(
            text,
            "{} {} {} {:?} {:?} {:?} {date} {}",
            row.subject.value,
            row.period,
            id(reported.body),
            row.state,
            row.assessment,
            row.text,
            row.path.name()
        );
    }
    text
}
