//! Open data byte by byte: what is exported can be read in again, nothing that is withheld gets out, and each format keeps
//! the rules of its standard. Validators that others wrote are run by tests/opendata/validate.py.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/built.rs"]
mod built;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use built::Built;
use quick_xml::Reader;
use quick_xml::events::Event;
use tydlig::dataset::{self, Audience, Cell, Table};
use tydlig::document::table;
use tydlig::site::data::{DataFile, TableId};
use tydlig::site::route::RouteTarget;
use tydlig::source::load::MemoryLoader;
use tydlig::source::{Source, SourcePath};
use tydlig::workspace::{self, Options};

static OWN: LazyLock<Built> = LazyLock::new(|| built::build(Path::new(env!("CARGO_MANIFEST_DIR")), "2011-06-30"));

fn text<'a>(site: &'a Built, url: &str) -> &'a str {
    std::str::from_utf8(site.files.get(url).unwrap_or_else(|| panic!("{url} is not there"))).expect("data files are UTF-8")
}

fn read_back(site: &Built, url: &str) -> tydlig::document::data::Data {
    let path = SourcePath::new("content/data/fil.csv");
    let source = Source::decode(path, text(site, url).as_bytes());
    let read = table::parse(&source);
    assert!(read.diagnostics.is_empty(), "{url}: {:#?}", read.diagnostics);
    read.value
}

#[test]
fn exported_values_can_be_put_back() {
    let read = read_back(&OWN, "/data/observationer.csv").observations;
    let programme = &OWN.loaded.snapshot.site.programme;
    let own: Vec<_> = programme.indicators.iter().filter_map(|page| programme.observations.get(page)).flatten().collect();
    assert!(own.len() > 40, "{}", own.len());
    assert_eq!(read.len(), own.len());
    for (read, own) in read.iter().zip(own) {
        let key = |row: &tydlig::document::data::Observation| {
            let text = |id: &Option<tydlig::source::Spanned<String>>| id.as_ref().map(|id| id.value.clone());
            (row.indicator.value.clone(), row.period, text(&row.area), text(&row.body), row.sex)
        };
        assert_eq!(key(read), key(&own.row));
        assert_eq!((read.value, read.parts, read.finality), (own.row.value, own.row.parts, own.row.finality), "{read:?}");
        assert_eq!((&read.source, &read.note), (&own.row.source, &own.row.note), "{read:?}");
    }
}

#[test]
fn exported_follow_ups_can_be_put_back() {
    let read = read_back(&OWN, "/data/uppfoljning.csv").follow_ups;
    let programme = &OWN.loaded.snapshot.site.programme;
    let subjects = programme.goals.iter().chain(&programme.assignments);
    let own: Vec<_> = subjects.filter_map(|subject| programme.follow_ups.get(subject)).flatten().collect();
    assert!(own.len() > 40, "{}", own.len());
    assert_eq!(read.len(), own.len());
    for (read, own) in read.iter().zip(own) {
        let own = &own.row;
        assert_eq!((&read.subject.value, read.period, read.state), (&own.subject.value, own.period, own.state));
        assert_eq!((read.assessment, read.forecast, read.date), (own.assessment, own.forecast, own.date), "{read:?}");
        assert_eq!((&read.text, &read.evidence, &read.role), (&own.text, &own.evidence, &own.role), "{read:?}");
    }
}

/// A site whose figures are as awkward as they get.
fn awkward() -> Built {
    let site = "[site]\ntitle = \"Ett <program> & mer\"\norganisation = \"Exempel \\\"kommun\\\"\"\nbase_url = \"https://example.org/p/\"\n\
                [[language]]\ntag = \"sv\"\n[[language]]\ntag = \"en\"\n\
                [data]\nlicence = \"CC-BY-4.0\"\npublisher_id = \"212000-1234\"\ncontact_email = \"oppnadata@example.org\"\ntheme = [\"SOCI\"]\n\
                spatial = \"http://sws.geonames.org/2701680/\"\n";
    let programme =
        "---\nid: p\ntitle: Programmet\nform: programme\nvalid: 2008..2010\nfollow_up: {cadence: [tertial, year], due_days: 30}\n---\n";
    let values = "indikator;period;omrade;kon;varde;taljare;namnare;status;kalla;kommentar\n\
                  a;2009;;;41,5;83;200;;\"Källa; \"\"egen\"\"\";\n\
                  a;2009-T1;;kvinnor;-3;;;preliminär;;\"två\nrader\"\n\
                  a;2008;ort;;7777;7776;7775;sekretess;;\n\
                  a;2010;;;..;;;saknas;;=1+1\n";
    let reports = "uppdrag;period;lage;bedomning;text;datum\n\
                   s-1;2009-T1;pågår;ej bedömt: ingen mätning;Först <b> & sedan;2009-06-01\n\
                   s-1;2009-T1;klart;;Rättelse;2009-06-02\n\
                   s-1;2009;klart;;;\n";
    let loader = MemoryLoader::default()
        .with("site.toml", site)
        .with("content/index.md", "---\ntitle: Start\n---\n")
        .with("content/programme/index.md", programme)
        .with("content/bodies/soc.md", "---\nid: soc\ntitle: Social\n---\n")
        .with("content/areas/ort.md", "---\nid: ort\ntitle: Orten\n---\n")
        .with("content/indicators/a.md", "---\nid: a\ntitle: Andel\nunit: percent\ndirection: up\nform: ratio\nby: [area]\n---\n")
        .with("content/assignments/s-1.md", "---\nid: s-1\ntitle: Uppdraget\nnumber: \"1\"\nbody: soc\ntargets:\n  - {id: s-1.a, form: share, indicator: a, value: 60, by: 2010}\n---\n")
        .with("content/data/varden.csv", values)
        .with("content/data/uppfoljning.csv", reports);
    let options = Options { base_url: None, today: "2010-06-30".parse().expect("this is a date"), drafts: false };
    let loaded = workspace::load(&loader, &options).expect("files in memory can be read");
    let errors: Vec<&str> =
        loaded.diagnostics.iter().filter(|found| found.code.code() != "C107").map(|found| found.message.en.as_str()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    built::render(loaded, &loader)
}

static AWKWARD: LazyLock<Built> = LazyLock::new(awkward);

#[test]
fn csv_for_people_and_for_machines() {
    let excel = text(&AWKWARD, "/data/a.csv");
    assert_eq!(
        excel,
        "\u{FEFF}indikator;period;omrade;organ;kon;varde;taljare;namnare;status;kalla;kommentar\r\n\
         a;2009;totalt;totalt;totalt;41,5;83;200;slutlig;\"Källa; \"\"egen\"\"\";\r\n\
         a;2010;totalt;totalt;totalt;..;;;saknas;;'=1+1\r\n\
         a;2009-T1;totalt;totalt;kvinnor;-3;;;preliminar;;\"två\nrader\"\r\n\
         a;2008;ort;totalt;totalt;;;;sekretess;;\r\n"
    );
    let machine = text(&AWKWARD, "/data/maskin/a.csv");
    assert!(machine.starts_with("indikator,period,period_start,period_slut,omrade,"), "{machine}");
    assert!(
        machine.contains("a,2009,2009-01-01,2009-12-31,totalt,totalt,totalt,41.5,83,200,slutlig,\"Källa; \"\"egen\"\"\",\r\n"),
        "{machine}"
    );
    assert!(machine.contains("a,2009-T1,2009-01-01,2009-04-30,totalt,totalt,kvinnor,-3,,,preliminar,,\"två\nrader\"\r\n"), "{machine}");
    assert!(machine.contains(",,,,saknas,,=1+1\r\n"), "{machine}");
}

#[test]
fn what_is_withheld_is_in_no_file() {
    for (url, bytes) in AWKWARD.files.iter().filter(|(url, _)| url.starts_with("/data") || url.ends_with(".rdf") || url.ends_with(".xml")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!["7777", "7776", "7775"].iter().any(|value| text.contains(value)), "{url}");
    }
    let json: serde_json::Value = serde_json::from_str(text(&AWKWARD, "/data/a.json")).expect("this is JSON");
    let row = json.as_array().and_then(|rows| rows.iter().find(|row| row["status"] == "sekretess")).expect("the row itself is there");
    assert!(row["varde"].is_null() && row["taljare"].is_null(), "{row}");
    assert_eq!(read_back(&AWKWARD, "/data/a.csv").observations.len(), 4);
}

/// RFC 4180, with a reader of its own: quotes only around whole cells, CRLF after each row, as many cells in each row.
fn rfc4180(text: &str) -> Result<usize, String> {
    let (mut cells, mut rows, mut width) = (1, 0, None);
    let mut signs = text.chars().peekable();
    let mut at_start = true;
    while let Some(sign) = signs.next() {
        match sign {
            '"' if at_start => loop {
                match signs.next() {
                    Some('"') if signs.peek() == Some(&'"') => drop(signs.next()),
                    Some('"') => break,
                    Some(_) => {}
                    None => return Err("a quote is not closed".to_owned()),
                }
            },
            '"' => return Err("a quote inside a bare cell".to_owned()),
            ',' => cells += 1,
            '\r' if signs.next() == Some('\n') => {
                if *width.get_or_insert(cells) != cells {
                    return Err(format!("row {rows} has {cells} cells"));
                }
                (cells, rows) = (1, rows + 1);
            }
            '\n' | '\r' => return Err("a bare line end".to_owned()),
            _ => {}
        }
        at_start = matches!(sign, ',' | '\r');
    }
    Ok(rows)
}

#[test]
fn every_table_has_the_same_rows_in_each_format() {
    assert!(rfc4180("a,b\r\n\"c\",d\"\r\n").is_err() && rfc4180("a\n").is_err() && rfc4180("a,b\r\nc\r\n").is_err());
    for site in [&*OWN, &*AWKWARD] {
        let tables = dataset::tables(&site.loaded.snapshot);
        assert!(tables.len() >= 9, "{}", tables.len());
        for table in &tables {
            let name = table.name(&site.loaded.snapshot);
            for row in &table.rows {
                assert_eq!(row.len(), table.fields.len(), "{name}");
            }
            let machine = text(site, &format!("/data/maskin/{name}.csv"));
            assert_eq!(rfc4180(machine), Ok(table.rows.len() + 1), "{name}");
            assert!(!machine.starts_with('\u{FEFF}') && text(site, &format!("/data/{name}.csv")).starts_with('\u{FEFF}'));
            let json: serde_json::Value = serde_json::from_str(text(site, &format!("/data/{name}.json"))).expect("this is JSON");
            let rows = json.as_array().expect("a list of rows");
            assert_eq!(rows.len(), table.rows.len(), "{name}");
            check_rows(table, rows);
        }
    }
}

/// The types of JSON are those of the columns, what is required is there, and keys are unique.
fn check_rows(table: &Table, rows: &[serde_json::Value]) {
    let mut keys = BTreeSet::new();
    for (row, json) in table.rows.iter().zip(rows) {
        for (at, field) in table.columns(Audience::Machines) {
            let value = &json[&field.name];
            match &row[at] {
                Cell::Empty | Cell::Missing => assert!(value.is_null() && !field.required, "{:?} {}", table.id, field.name),
                Cell::Number(number) => assert_eq!(value.as_f64(), Some(*number)),
                Cell::Flag(flag) => assert_eq!(value.as_bool(), Some(*flag)),
                Cell::Text(text) => assert_eq!(value.as_str(), Some(text.as_str())),
                Cell::Date(_) | Cell::Period(_) => assert!(value.is_string()),
            }
        }
        let key: Vec<String> = table.primary_key.iter().map(|name| json[name].to_string()).collect();
        assert!(key.is_empty() || keys.insert(key.clone()), "{:?} has {key:?} twice", table.id);
    }
}

#[test]
fn every_column_and_code_has_words_in_every_language() {
    let snapshot = &OWN.loaded.snapshot;
    for table in dataset::tables(snapshot) {
        for field in &table.fields {
            let codes =
                if let dataset::Kind::Choice(codes) = &field.kind { codes.iter().map(|(_, title)| *title).collect() } else { Vec::new() };
            for title in codes.into_iter().chain([field.title]) {
                for language in snapshot.config.language_ids() {
                    let words = title.text(snapshot, language);
                    if let dataset::Title::Message(id) = title {
                        assert!(words != id && !words.is_empty(), "{id}");
                    }
                }
            }
        }
    }
}

#[test]
fn addresses_are_the_same_in_all_languages_and_outside_the_sitemap() {
    let routes = &OWN.loaded.snapshot.site.routes;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for (url, route) in routes.iter().filter(|(_, route)| matches!(route.target, RouteTarget::Data(_) | RouteTarget::Feed(_))) {
        *kinds.entry(route.kind.key()).or_default() += 1;
        assert!(!text(&OWN, "/sitemap.xml").contains(&format!("{url}<")), "{url}");
    }
    assert_eq!(kinds.get("feed"), Some(&OWN.loaded.snapshot.config.languages.len()));
    assert_eq!(kinds.get("data"), Some(&(routes.tables().len() * 4 + 2)));
    assert!(routes.tables().contains(&TableId::Observations) && routes.get("/data/datapackage.json").is_some());
    let pages = &OWN.loaded.snapshot.site.pages;
    assert_eq!(DataFile::Catalogue.url(pages), "/datasets/dcat.rdf");
}

/// What stands in an XML file: each element with its class or name, IRI, and properties with their values.
fn resources(xml: &str) -> BTreeMap<String, (String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().trim_text(true);
    let mut all: BTreeMap<String, (String, Vec<(String, String)>)> = BTreeMap::new();
    let mut open: Vec<(String, Option<String>, String)> = Vec::new();
    loop {
        let event = reader.read_event().expect("the file is well-formed");
        let (element, empty) = match &event {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::Text(text) => {
                if let Some(last) = open.last_mut() {
                    last.2.push_str(text);
                }
                continue;
            }
            Event::End(_) => {
                let (name, about, text) = open.pop().expect("ends follow starts");
                let subject = open.iter().rev().find_map(|(_, about, _)| about.clone());
                if let (None, Some(subject)) = (&about, subject) {
                    all.entry(subject).or_default().1.push((name, text));
                }
                continue;
            }
            Event::Eof => return all,
            _ => continue,
        };
        let name = element.name().as_ref().to_owned();
        let attribute = |wanted: &str| {
            let found = element.try_get_attribute(wanted).expect("attributes are well-formed")?;
            Some(found.value.into_owned())
        };
        let about = attribute("rdf:about");
        if let Some(iri) = &about {
            all.entry(iri.clone()).or_default().0.clone_from(&name);
        }
        let subject = open.iter().rev().find_map(|(_, about, _)| about.clone());
        if empty {
            if let (Some(subject), Some(iri)) = (subject, attribute("rdf:resource")) {
                all.entry(subject).or_default().1.push((name, iri));
            }
        } else {
            open.push((name, about, String::new()));
        }
    }
}

/// The mandatory properties of each class (DCAT-AP-SE 3.0.1) and how many there may be.
const MANDATORY: [(&str, &[(&str, usize)]); 5] = [
    (
        "dcat:Catalog",
        &[("dcterms:title", 9), ("dcterms:description", 9), ("dcterms:publisher", 1), ("dcterms:license", 1), ("dcat:dataset", 99)],
    ),
    ("dcat:Dataset", &[("dcterms:title", 9), ("dcterms:description", 9), ("dcterms:publisher", 1)]),
    ("dcat:Distribution", &[("dcat:accessURL", 1), ("dcterms:format", 1)]),
    ("foaf:Agent", &[("foaf:name", 9), ("dcterms:type", 1)]),
    ("vcard:Organization", &[("vcard:fn", 9), ("vcard:hasEmail", 1)]),
];

fn missing(xml: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for (iri, (class, properties)) in resources(xml) {
        if !iri.starts_with("https://") && !iri.starts_with("http://") {
            missing.push(format!("{iri} is not absolute"));
        }
        let Some((_, needed)) = MANDATORY.iter().find(|(own, _)| *own == class) else { continue };
        for (name, most) in *needed {
            let count = properties.iter().filter(|(own, value)| own == name && !value.is_empty()).count();
            if count == 0 || count > *most {
                missing.push(format!("{iri} ({class}) has {count} {name}"));
            }
        }
    }
    missing
}

#[test]
fn the_catalogue_has_all_that_is_mandatory() {
    for site in [&*OWN, &*AWKWARD] {
        let xml = text(site, "/datasets/dcat.rdf");
        let wrong = missing(xml);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let all = resources(xml);
        let count = |class: &str| all.values().filter(|(own, _)| own == class).count();
        let datasets = site.loaded.snapshot.site.routes.tables().iter().filter(|table| !matches!(table, TableId::Indicator(_))).count();
        assert_eq!((count("dcat:Catalog"), count("foaf:Agent"), count("dcat:Dataset")), (1, 1, datasets));
        assert_eq!(count("dcat:Distribution"), datasets * 3);
        for (_, properties) in all.values() {
            for (name, address) in properties.iter().filter(|(name, _)| name == "dcat:accessURL") {
                let url = address.strip_prefix(&site.loaded.snapshot.config.absolute("")).expect("files are the site's own");
                let url = url.strip_prefix(site.loaded.snapshot.config.base_path.trim_end_matches('/')).expect("below the base path");
                assert!(site.files.contains_key(url), "{name} {url}");
            }
        }
    }
    // The check itself finds what is missing.
    let xml = text(&OWN, "/datasets/dcat.rdf");
    for (from, to) in
        [("<dcterms:publisher ", "<dcterms:creator "), ("dcterms:format>", "dcterms:medium>"), ("<dcterms:license ", "<dcterms:rights ")]
    {
        assert!(!missing(&xml.replace(from, to)).is_empty(), "{from}");
    }
}

#[test]
fn the_catalogue_says_who_and_on_what_terms() {
    let xml = text(&AWKWARD, "/datasets/dcat.rdf");
    for part in [
        "rdf:about=\"http://dataportal.se/organisation/SE2120001234\"",
        "rdf:resource=\"http://creativecommons.org/licenses/by/4.0/\"",
        "rdf:resource=\"mailto:oppnadata@example.org\"",
        "rdf:resource=\"http://purl.org/adms/publishertype/LocalAuthority\"",
        "rdf:resource=\"http://publications.europa.eu/resource/authority/frequency/ANNUAL_3\"",
        "rdf:resource=\"http://publications.europa.eu/resource/authority/data-theme/SOCI\"",
        "rdf:resource=\"http://sws.geonames.org/2701680/\"",
        "<dcterms:title xml:lang=\"en\">Ett &lt;program&gt; &amp; mer: Follow-ups</dcterms:title>",
        "https://example.org/p/data/maskin/observationer.csv\"",
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
    let own = text(&OWN, "/datasets/dcat.rdf");
    for (_, (class, properties)) in resources(own) {
        for (name, value) in properties.iter().filter(|(name, _)| class != "dcat:Distribution" && name == "dcterms:description") {
            let demonstration = ["demonstration", "نموذج توضيحي", "መርኣያ"].iter().any(|word| value.contains(word));
            assert!(demonstration, "{class} {name}: {value}");
        }
    }
    assert!(!own.contains("dataportal.se/organisation") && !own.contains("LocalAuthority"), "nobody says that a municipality published it");
}

#[test]
fn without_a_licence_there_is_no_catalogue() {
    let site = "[site]\ntitle = \"A\"\norganisation = \"B\"\nbase_url = \"https://example.org/\"\n[[language]]\ntag = \"sv\"\n";
    let loader = MemoryLoader::default()
        .with("site.toml", site)
        .with("content/index.md", "---\ntitle: Start\n---\n")
        .with("content/indicators/a.md", "---\nid: a\ntitle: Andel\nunit: percent\ndirection: up\nform: ratio\n---\n");
    let options = Options { base_url: None, today: "2010-06-30".parse().expect("this is a date"), drafts: false };
    let codes = |loader: &MemoryLoader| {
        let loaded = workspace::load(loader, &options).expect("files in memory can be read");
        let codes: Vec<&str> = loaded.diagnostics.iter().map(|found| found.code.code()).collect();
        (codes.contains(&"C108"), loaded.snapshot.site.routes.get("/datasets/dcat.rdf").is_some())
    };
    assert_eq!(codes(&loader), (false, false), "a site without figures needs no licence");
    let with_figures = loader.with("content/data/a.csv", "indikator;period;varde\na;2009;1\n");
    assert_eq!(codes(&with_figures), (true, false));
    let licensed = with_figures.with("site.toml", format!("{site}[data]\nlicence = \"CC0-1.0\"\n"));
    assert_eq!(codes(&licensed), (false, true));
}

#[test]
fn feeds_hold_the_newest_follow_ups() {
    let feed = text(&AWKWARD, "/en/progress/feed.xml");
    let times = |feed: &str, name: &str| -> Vec<String> {
        feed.split(&format!("<{name}>")).skip(1).filter_map(|rest| Some(rest.split_once('<')?.0.to_owned())).collect()
    };
    let ids = times(feed, "id");
    assert_eq!(
        ids[1..],
        [
            "https://example.org/p/data/uppfoljning.json#en-s-1-2009",
            "https://example.org/p/data/uppfoljning.json#en-s-1-2009-T1-2",
            "https://example.org/p/data/uppfoljning.json#en-s-1-2009-T1"
        ]
    );
    assert_eq!(times(feed, "updated")[1..], ["2009-12-31T00:00:00Z", "2009-06-02T00:00:00Z", "2009-06-01T00:00:00Z"]);
    assert!(feed.contains("<title>1 Uppdraget, four-month period 1 of 2009: In progress</title>"), "{feed}");
    assert!(feed.contains("<content type=\"text\" xml:lang=\"sv\">Först &lt;b&gt; &amp; sedan</content>"), "{feed}");
    assert!(feed.contains("href=\"https://example.org/p/en/assignments/s-1/#follow-ups\""), "{feed}");
    let mut seen = BTreeSet::new();
    for (url, route) in OWN.loaded.snapshot.site.routes.iter().filter(|(_, route)| matches!(route.target, RouteTarget::Feed(_))) {
        let feed = text(&OWN, url);
        assert_eq!(feed.matches("<entry>").count(), 50, "{url}");
        assert!(times(feed, "id").into_iter().all(|id| seen.insert(id)), "{url} has an id that another feed has");
        let language = route.language.expect("feeds have a language");
        let page =
            OWN.loaded.snapshot.site.routes.generated(tydlig::site::Generated::Progress, language).expect("there is a progress page");
        let link = "<link rel=\"alternate\" type=\"application/atom+xml\"";
        assert!(OWN.pages[page].contains(link) && OWN.pages[page].contains(&format!("href=\"{url}\"")), "{page}");
    }
}
