//! Forms: what is written is read back as it was, also after LibreOffice has opened and saved it.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use tydlig::diagnostic::emit::{self, Colour, Format, Style};
use tydlig::diagnostic::{Code, Report, UiLanguage};
use tydlig::document::Kind;
use tydlig::form::{self, Form, Line, Purpose, SheetCell, SheetTable, xlsx};
use tydlig::period::Period;
use tydlig::source::load::{DiskLoader, Loader as _, MemoryLoader};
use tydlig::workspace::{self, Loaded, Options};

/// A site's files by path.
type Files = BTreeMap<String, Vec<u8>>;

fn files(site: &str) -> Files {
    let loader = DiskLoader::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(site));
    let mut paths: Vec<_> = ["content", "static", "i18n", "themes", "frozen"]
        .iter()
        .flat_map(|folder| loader.list(folder).expect("it can be listed"))
        .collect();
    paths.push(tydlig::source::SourcePath::new("site.toml"));
    paths.into_iter().map(|path| (path.to_string(), loader.read(&path).expect("a listed file can be read"))).collect()
}

/// A site where the body `vard` answers for a count of persons, with a value that is withheld.
fn with_persons() -> Files {
    let mut site = files("tests/sites/progress");
    let assignment = site.get_mut("content/assignments/vard-1.md").expect("the site has it");
    let before = String::from_utf8_lossy(assignment);
    let after = before.replace("direction: down}]", "direction: down}, {id: vard-1.b, form: direction, indicator: samtal}]");
    assert_ne!(before, after, "the assignment is measured by a count of persons too");
    *assignment = after.into_bytes();
    site
}

fn load(files: &Files) -> Loaded {
    let loader = files.iter().fold(MemoryLoader::default(), |loader, (path, bytes)| loader.with(path, bytes.clone()));
    let options = Options { base_url: None, today: "2011-06-30".parse().expect("this is a date"), drafts: false };
    workspace::load(&loader, &options).expect("files in memory can be read")
}

fn findings(loaded: &Loaded) -> String {
    let style = Style { format: Format::Short, ui_language: UiLanguage::Swedish, colour: Colour::Plain };
    emit::report(&loaded.report(Vec::new()), &loaded.sources, style)
}

fn form_of(loaded: &Loaded, body: &str, period: &str) -> Form {
    let site = &loaded.snapshot.site;
    let body = site.programme.find_kind(&site.pages, body, Kind::Body).expect("there is such a body");
    form::workbook(&loaded.snapshot, body, Period::parse(period).expect("this is a period"))
}

/// Every form that a site can have.
fn all_forms(loaded: &Loaded) -> Vec<Form> {
    let bodies = loaded.snapshot.site.programme.bodies.iter();
    let asked = bodies.flat_map(|body| form::periods(&loaded.snapshot, *body).into_iter().map(move |period| (*body, period)));
    asked.map(|(body, period)| form::workbook(&loaded.snapshot, body, period)).collect()
}

fn bytes(form: &Form) -> Vec<u8> {
    xlsx::write(form).expect("the form can be written")
}

fn table<'f>(form: &'f Form, name: &str) -> &'f SheetTable {
    form.tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("{} has no sheet {name}", form.file))
}

fn column(table: &SheetTable, head: &str) -> usize {
    table.columns.iter().position(|column| column.head == head).unwrap_or_else(|| panic!("{} has no column {head}", table.name))
}

fn text(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Blank => String::new(),
        SheetCell::Text(text) => text.clone(),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Date(date) => date.to_string(),
    }
}

/// Writes into a cell of a row.
fn fill(form: &mut Form, sheet: &str, row: usize, head: &str, cell: SheetCell) {
    let table = form.tables.iter_mut().find(|table| table.name == sheet).expect("there is such a sheet");
    let at = column(table, head);
    table.rows[row][at] = cell;
}

/// All that the data says, one line each, without the places where it says so.
fn said(loaded: &Loaded) -> BTreeSet<String> {
    let programme = &loaded.snapshot.site.programme;
    let mut said = BTreeSet::new();
    for (subject, reported) in programme.follow_ups.iter().flat_map(|(subject, all)| all.iter().map(move |one| (subject, one))) {
        let row = &reported.row;
        said.insert(format!(
            "{subject:?} {} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            row.subject.value,
            row.period,
            reported.body,
            row.body.as_ref().map(|body| &body.value),
            row.state,
            row.assessment,
            row.forecast,
            row.text,
            row.evidence,
            row.date,
            row.role,
            row.reason.as_ref().map(|reason| &reason.value),
        ));
    }
    for measured in programme.observations.values().flatten() {
        let row = &measured.row;
        said.insert(format!(
            "{} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
            row.indicator.value,
            row.period,
            measured.area,
            measured.body,
            measured.sex,
            row.value,
            row.parts,
            row.finality,
            row.source,
            row.note,
            measured.guarded,
        ));
    }
    for (key, row) in programme.sections.iter().flat_map(|(key, rows)| rows.iter().map(move |row| (key, row))) {
        said.insert(format!("{key:?} {} {:?} {:?} {:?} {:?}", row.section.value, row.text, row.evidence, row.date, row.role));
    }
    said
}

/// What tells a row of a table apart from others.
const KEYS: [&str; 8] = ["uppdrag", "indikator", "avsnitt", "period", "organ", "omrade", "kon", "datum"];

fn fold(head: &str) -> String {
    head.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o")
}

/// The keys of the rows that forms say something in.
fn keys_of(forms: &[Form]) -> BTreeSet<Vec<String>> {
    let mut keys = BTreeSet::new();
    for table in forms.iter().flat_map(|form| &form.tables) {
        for row in &table.rows {
            let cells: Vec<(String, &SheetCell, bool)> =
                table.columns.iter().zip(row).map(|(column, cell)| (fold(column.head), cell, column.purpose.is_open())).collect();
            if cells.iter().any(|(_, cell, open)| *open && **cell != SheetCell::Blank) {
                let key = |name: &&str| cells.iter().find(|(head, ..)| head == name).map_or(String::new(), |(_, cell, _)| text(cell));
                keys.insert(KEYS.iter().map(key).collect());
            }
        }
    }
    keys
}

/// The files without the rows of CSV that forms hold; and how many those are.
fn without(mut files: Files, keys: &BTreeSet<Vec<String>>) -> (Files, usize) {
    let mut gone = 0;
    for (_, bytes) in files.iter_mut().filter(|(path, _)| path.starts_with("content/data/")) {
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(bytes.as_slice());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("the file is CSV")).collect();
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        for (at, row) in rows.iter().enumerate() {
            let key = |name: &&str| rows[0].iter().position(|head| head == *name).map_or(String::new(), |at| row[at].to_owned());
            if at > 0 && keys.contains(&KEYS.iter().map(key).collect::<Vec<_>>()) {
                gone += 1;
            } else {
                writer.write_record(row).expect("it can be written");
            }
        }
        *bytes = writer.into_inner().expect("it can be written");
    }
    (files, gone)
}

fn with_forms<'f>(mut files: Files, forms: impl IntoIterator<Item = (&'f str, Vec<u8>)>) -> Files {
    files.extend(forms.into_iter().map(|(name, bytes)| (format!("content/data/{name}"), bytes)));
    files
}

#[test]
fn what_is_exported_is_imported() {
    let sites = [
        ("the repository's own", files("."), 100),
        ("progress, with persons", with_persons(), 30),
        ("programme", files("tests/sites/programme"), 2),
        ("duties", files("tests/sites/duties"), 1),
    ];
    for (site, original, least) in sites {
        let loaded = load(&original);
        let forms = all_forms(&loaded);
        let (rest, gone) = without(original, &keys_of(&forms));
        assert!(gone >= least, "{site}: only {gone} rows are in forms");
        let read = load(&with_forms(rest, forms.iter().map(|form| (form.file.as_str(), bytes(form)))));
        assert!(!read.report(Vec::new()).has_errors(), "{site}: {}", findings(&read));
        assert_eq!(said(&read), said(&loaded), "{site}");
    }
}

#[test]
fn a_form_beside_the_data_that_it_came_from_changes_nothing() {
    let original = with_persons();
    let loaded = load(&original);
    let forms = all_forms(&loaded);
    let read = load(&with_forms(original, forms.iter().map(|form| (form.file.as_str(), bytes(form)))));
    assert!(!read.report(Vec::new()).has_errors(), "{}", findings(&read));
    assert_eq!(said(&read), said(&loaded));
}

#[test]
fn the_same_form_has_the_same_bytes() {
    let original = files("tests/sites/progress");
    let (first, second) = (load(&original), load(&original));
    for (one, other) in all_forms(&first).iter().zip(&all_forms(&second)) {
        assert!(bytes(one) == bytes(other), "{}", one.file);
    }
}

#[test]
fn asks_for_what_is_owed_and_nothing_else() {
    let loaded = load(&files("."));
    let form = form_of(&loaded, "klk", "2009");
    let table = table(&form, "Uppföljning");
    let (id, due) = (column(table, "Uppdrag"), column(table, "Senast"));
    assert_eq!(table.rows.len(), 15);
    assert_eq!(text(&table.rows[0][id]), "klk-1");
    assert_eq!(text(&table.rows[0][due]), "2010-03-31");
    let last = table.rows.last().expect("there are rows");
    assert_eq!((text(&last[id]), text(&last[due])), ("klk-11".to_owned(), "ingen uppföljning krävs".to_owned()));
    assert_eq!(form.due.map(|due| due.to_string()).as_deref(), Some("2010-03-31"));
    assert!(form.tables.iter().all(|table| table.name != "Rapport"), "the programme asks for none");
    // Practice places are a goal of all: each body gives its own.
    let figures = self::table(&form, "Siffror");
    let own = figures.rows.iter().find(|row| text(&row[0]) == "praktikplatser").expect("all owe it");
    assert_eq!(text(&own[column(figures, "Organ")]), "klk");
    assert!(figures.columns.iter().all(|column| column.head != "Kön"), "nothing is split by sex");
}

#[test]
fn shows_last_time() {
    let loaded = load(&files("."));
    let form = form_of(&loaded, "soc", "2009");
    let (follow_ups, figures) = (table(&form, "Uppföljning"), table(&form, "Siffror"));
    let previous = text(&follow_ups.rows[0][column(follow_ups, "Föregående")]);
    assert_eq!(previous, "2008: löpande, uppnått\nEn grupp har träffats tre gånger i veckan.");
    assert_eq!(text(&figures.rows[0][column(figures, "Föregående")]), "45 % (2008)");
    assert_eq!(text(&figures.rows[0][column(figures, "Enhet")]), "%");
}

#[test]
fn has_a_report_where_one_is_owed() {
    let loaded = load(&files("tests/sites/progress"));
    let form = form_of(&loaded, "skola", "2010");
    let report = table(&form, "Rapport");
    let rows: Vec<(String, String)> = report.rows.iter().map(|row| (text(&row[0]), text(&row[column(report, "Text")]))).collect();
    let expected = [("mal", "Målet höjdes 2009."), ("redogorelse", ""), ("resultat", "")];
    assert_eq!(rows, expected.map(|(id, text)| (id.to_owned(), text.to_owned())));
    assert!(form_of(&loaded, "skola", "2010-T1").tables.iter().all(|table| table.name != "Rapport"), "it is owed by the year");
}

#[test]
fn withheld_values_are_not_in_it() {
    let site = with_persons();
    let loaded = load(&site);
    assert!(!loaded.report(Vec::new()).has_errors(), "{}", findings(&loaded));
    let programme = &loaded.snapshot.site.programme;
    let guarded = programme.observations.values().flatten().filter(|measured| measured.guarded).count();
    assert!(guarded > 0, "the site has values that protect others");
    let (mut marked, mut protecting) = (0, 0);
    for form in all_forms(&loaded) {
        let Some(figures) = form.tables.iter().find(|table| table.name == "Siffror") else { continue };
        for row in figures.rows.iter().filter(|row| text(&row[0]) == "samtal") {
            let cell = |head| text(&row[column(figures, head)]);
            let (value, status, previous) = (cell("Värde"), cell("Status"), cell("Föregående"));
            let of_2010 = cell("Period") == "2010";
            if of_2010 && cell("Kön") == "män" {
                marked += 1;
                assert_eq!((value.as_str(), status.as_str()), ("", "sekretess"));
            } else if of_2010 && previous.starts_with("Finns redan") {
                protecting += 1;
                assert_eq!((value.as_str(), status.as_str()), ("", ""), "it would be read as another value");
            }
            if cell("Period").starts_with("2011") && cell("Kön") == "män" {
                assert_eq!(previous, "sekretess (2010)");
            }
        }
    }
    assert!(marked > 0 && protecting > 0, "{marked} {protecting}");
}

#[test]
fn every_word_of_the_lists_is_read() {
    let original = files("tests/sites/progress");
    let loaded = load(&original);
    let form = form_of(&loaded, "skola", "2010");
    let mut count = 0;
    for (at, sheet) in form.tables.iter().enumerate() {
        for (place, column) in sheet.columns.iter().enumerate() {
            let Purpose::Choice(words) = &column.purpose else { continue };
            count += words.len();
            let mut form = form.clone();
            let blank: Vec<SheetCell> = sheet
                .columns
                .iter()
                .zip(&sheet.rows[0])
                .map(|(column, cell)| if column.purpose.is_open() { SheetCell::Blank } else { cell.clone() })
                .collect();
            let row = |word: &String| {
                let mut row = blank.clone();
                row[place] = SheetCell::Text(word.clone());
                row
            };
            form.tables[at].rows = words.iter().map(row).collect();
            let read = load(&with_forms(original.clone(), [(form.file.as_str(), bytes(&form))]));
            let bad: Vec<_> = read.diagnostics.iter().filter(|found| found.code == Code::BadCell).map(|found| &found.message.sv).collect();
            assert!(bad.is_empty(), "{}: {bad:?}", column.head);
        }
    }
    assert!(count > 35, "{count} words");
}

#[test]
fn a_mistake_is_named_by_its_cell() {
    let original = files(".");
    let mut form = form_of(&load(&original), "soc", "2009");
    fill(&mut form, "Uppföljning", 2, "Läge", SheetCell::Text("lagom".to_owned()));
    let read = load(&with_forms(original, [(form.file.as_str(), bytes(&form))]));
    let found = findings(&read);
    let line = found.lines().find(|line| line.contains("lagom")).unwrap_or_else(|| panic!("{found}"));
    assert!(line.starts_with("content/data/uppfoljning-soc-2009.xlsx, Uppföljning!I4: fel[P101]: `lagom` i cell I4"), "{line}");
}

#[test]
fn another_text_of_the_same_day_is_reported() {
    let original = files(".");
    let mut form = form_of(&load(&original), "soc", "2009");
    fill(&mut form, "Uppföljning", 0, "Text", SheetCell::Text("Något annat.".to_owned()));
    let read = load(&with_forms(original.clone(), [(form.file.as_str(), bytes(&form))]));
    let report: Report = read.report(Vec::new());
    assert!(report.diagnostics.iter().any(|found| found.code == Code::Conflict), "{}", findings(&read));
    fill(&mut form, "Uppföljning", 0, "Datum", SheetCell::Date("2010-05-05".parse().expect("this is a date")));
    let read = load(&with_forms(original, [(form.file.as_str(), bytes(&form))]));
    assert!(!read.report(Vec::new()).has_errors(), "a later one holds: {}", findings(&read));
}

#[test]
fn the_guide_says_what_staff_must_know() {
    let form = form_of(&load(&files(".")), "soc", "2009");
    let text = form.guide.iter().map(|line| match line {
        Line::Title(text) | Line::Lead(text) | Line::Notice(text) | Line::Heading(text) => format!("{text}\n"),
        Line::Entry(word, text) => format!("{word}: {text}\n"),
        Line::Space => String::new(),
    });
    let text: String = text.collect();
    for expected in [
        "Uppföljning 2009: Socialtjänsten",
        "Det här är en demonstration.",
        "Lämnas senast: 31 mars 2010",
        "Frågor: Kontakt och hjälp: https://uddevalla.example.org/kontakt/",
        "content/data/",
        "färre än 5 personer",
    ] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
    for column in form.tables.iter().flat_map(|table| &table.columns) {
        assert!(text.contains(&format!("{}: {}", column.head, column.help)), "{}", column.head);
    }
}

/// LibreOffice's program, where it is installed; `tests/run` installs it.
fn office() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let programs = std::env::split_paths(&folders).flat_map(|folder| ["libreoffice", "soffice"].map(|name| folder.join(name)));
    programs.into_iter().find(|program| program.is_file())
}

/// Has LibreOffice open a file and save it in another form; gives the files that came of it.
fn convert(office: &Path, input: &Path, to: &str, out: &Path) -> Vec<PathBuf> {
    let profile = out.parent().expect("it has a folder").join("profile");
    let output = Command::new(office)
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(out)
        .arg(input)
        .output()
        .expect("LibreOffice can be run");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(out).map(|entries| entries.map(|entry| entry.expect("it can be listed").path()).collect()).unwrap_or_default();
    files.sort();
    assert!(!files.is_empty(), "LibreOffice wrote nothing: {}", String::from_utf8_lossy(&output.stderr));
    files
}

#[test]
fn what_libreoffice_saves_is_read_as_well() {
    let Some(office) = office() else {
        println!("LibreOffice is not installed: the round trip through it was NOT tested (apt-get install libreoffice-calc-nogui)");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("form-libreoffice");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let original = files("tests/sites/progress");
    let mut form = form_of(&load(&original), "skola", "2010");
    // A row that nobody has filled in yet, with all that could go wrong on the way.
    fill(&mut form, "Rapport", 1, "Text", SheetCell::Text("Första stycket; \"citat\".\nAndra stycket – med å, ä, ö.".to_owned()));
    fill(&mut form, "Rapport", 1, "Datum", SheetCell::Date("2011-02-21".parse().expect("this is a date")));
    fill(&mut form, "Rapport", 2, "Text", SheetCell::Text("=1+1".to_owned()));
    fill(&mut form, "Rapport", 2, "Underlag", SheetCell::Text("2010-1".to_owned()));
    let (rest, gone) = without(original, &keys_of(std::slice::from_ref(&form)));
    assert!(gone > 3);
    let path = folder.join(&form.file);
    std::fs::write(&path, bytes(&form)).expect("the form can be written");
    let expected = said(&load(&with_forms(rest.clone(), [(form.file.as_str(), bytes(&form))])));
    assert!(expected.iter().any(|line| line.contains("Andra stycket")));

    let check = |name: &str, saved: &[PathBuf]| {
        let read = |path: &PathBuf| std::fs::read(path).expect("LibreOffice's file can be read");
        let named: Vec<(String, Vec<u8>)> = saved
            .iter()
            .map(|path| (path.file_name().and_then(|name| name.to_str()).expect("it has a name").to_owned(), read(path)))
            .collect();
        let loaded = load(&with_forms(rest.clone(), named.iter().map(|(name, bytes)| (name.as_str(), bytes.clone()))));
        assert!(!loaded.report(Vec::new()).has_errors(), "{name}: {}", findings(&loaded));
        assert_eq!(said(&loaded), expected, "{name}");
    };
    let excel = "xlsx:Calc MS Excel 2007 XML";
    check("XLSX", &convert(&office, &path, excel, &folder.join("xlsx")));
    let ods = convert(&office, &path, "ods", &folder.join("ods"));
    check("ODS and back", &convert(&office, &ods[0], excel, &folder.join("back")));
    // Semicolon, quotes, UTF-8, as shown, every sheet in a file of its own.
    let csv = convert(&office, &path, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1", &folder.join("csv"));
    let tables: Vec<PathBuf> = csv
        .into_iter()
        .filter(|path| {
            let name = path.to_string_lossy();
            form.tables.iter().any(|table| name.ends_with(&format!("-{}.csv", table.name)))
        })
        .collect();
    assert_eq!(tables.len(), form.tables.len());
    check("CSV", &tables);
}
