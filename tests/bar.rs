//! What the preview tells its bar, over HTTP as the bar asks for it; and drafts, in what is built and in what is shown.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tydlig::diagnostic::UiLanguage;
use tydlig::preview::{Editing, Preview, Settings};
use tydlig::source::load::MemoryLoader;
use tydlig::workspace::{self, Loaded, Options};

const TODAY: &str = "2010-03-01";

const FILES: [(&str, &str); 11] = [
    (
        "site.toml",
        "[site]\ntitle = \"Programmet\"\norganisation = \"Exempel kommun\"\nbase_url = \"https://example.org/\"\n\
         [[language]]\ntag = \"sv\"\n[[language]]\ntag = \"en\"\n[[language]]\ntag = \"ar\"\n[data]\nlicence = \"CC0-1.0\"\n\
         [statement]\nstatus = \"full\"\nreviewed = \"2010-01-15\"\nmethod = \"Vi har granskat sidorna själva.\"\n",
    ),
    (
        "content/index.md",
        "---\ntitle: Start\nsummary: Kommunens integrationsprogram beskriver ansvaret.\n---\nAlla kan läsa det.\n\n\
         ## Mer\n\n[Vidare](nytt.md) eller [läs mer](https://example.com/).\n",
    ),
    ("content/index.en.md", "---\ntitle: Start\ntranslation: {state: machine, date: 2010-02-01}\n---\nEveryone can read it.\n"),
    ("content/nytt.md", "---\ntitle: Nytt\n---\nText.\n"),
    // The hash is that of the one block of its source.
    ("content/nytt.en.md", "---\ntitle: New\ntranslation: {state: human, source: [b1-642e9fd409774a18]}\n---\nText.\n"),
    ("content/nytt.ar.md", "---\ntitle: جديد\ntranslation: {state: human, source: [b1-0123456789abcdef]}\n---\nنص.\n"),
    ("content/plan.md", "---\ntitle: Planen\ndraft: true\n---\nInte klar.\n"),
    ("content/plan.en.md", "---\ntitle: The plan\n---\nNot ready.\n"),
    (
        "content/programme/index.md",
        "---\nid: p\ntitle: Programmet\nform: programme\nvalid: 2009..2010\nfollow_up: {cadence: [year]}\n---\n",
    ),
    ("content/bodies/soc.md", "---\nid: soc\nnumber: \"1\"\ntitle: Socialnämnden\n---\n"),
    ("content/assignments/soc-1.md", "---\nid: soc-1\nnumber: \"1\"\ntitle: Starta en mötesplats\nbody: soc\n---\n"),
];

#[test]
fn tells_where_a_page_comes_from_and_its_languages() {
    let site = Served::new("facts");
    let facts = site.json("/_tydlig/facts?page=%2F");
    assert_eq!((&facts["kind"], &facts["source"]["path"]), (&"start".into(), &"content/index.md".into()));
    assert_eq!((&facts["today"], &facts["drafts"], &facts["draft"]), (&TODAY.into(), &true.into(), &false.into()));
    let languages: Vec<(&str, &str, &str)> =
        list(&facts["languages"]).iter().map(|one| (text(&one["tag"]), text(&one["state"]), text(&one["href"]))).collect();
    assert_eq!(languages, [("sv", "source", "/"), ("en", "machine", "/en/"), ("ar", "missing", "/ar/")]);
    assert_eq!((&facts["languages"][1]["date"], &facts["languages"][2]["instead"]), (&"2010-02-01".into(), &"Svenska".into()));
    let outdated = &site.json("/_tydlig/facts?page=%2Fnytt%2F")["languages"];
    assert_eq!((&outdated[0]["outdated"], &outdated[1]["outdated"], &outdated[2]["outdated"]), (&Value::Null, &0.into(), &1.into()));
    assert_eq!(facts["languages"][1]["outdated"], Value::Null, "nobody noted what it is a translation of");
    let generated = site.json("/_tydlig/facts?page=%2Fen%2Fprogress%2F");
    assert_eq!(list(&generated["languages"]).len(), 3, "{generated}");
    assert_eq!(generated["source"], Value::Null);
}

#[test]
fn tells_what_was_found_on_a_page_and_where() {
    let site = Served::new("findings");
    let facts = site.json("/_tydlig/facts?page=%2F");
    let found = &facts["findings"][0];
    assert_eq!((&found["code"], &found["level"], &found["place"]), (&"A105".into(), &"warning".into(), &"content/index.md:9:25".into()));
    let locator = serde_json::json!({"kind": "link", "number": 1, "text": "läs mer"});
    assert_eq!(found["locator"], locator);
    assert_eq!(list(&site.json("/_tydlig/facts?page=%2Fnytt%2F")["findings"]).len(), 0);
    let all = site.json("/_tydlig/problems?");
    assert_eq!((&all["summary"], &all["files"][0]["href"]), (&"1 varning".into(), &"/".into()));
}

#[test]
fn counts_lix_for_swedish_only() {
    let site = Served::new("lix");
    let swedish = &site.json("/_tydlig/facts?page=%2F")["readability"];
    // Summary 4 words of which 4 long; 4, 1 and 4 more, of which none ("Vidare" has six letters).
    let (words, long, sentences) = (13, 4, 4);
    assert_eq!((&swedish["words"], &swedish["long_words"], &swedish["sentences"]), (&words.into(), &long.into(), &sentences.into()));
    assert_eq!((&swedish["lix"], &swedish["band"]), (&34.into(), &"lättläst".into()));
    let english = &site.json("/_tydlig/facts?page=%2Fen%2F")["readability"];
    assert_eq!((&english["lix"], &english["band"], &english["words"]), (&Value::Null, &Value::Null, &4.into()));
    // A fallback is read in the language it is written in.
    assert_eq!(site.json("/_tydlig/facts?page=%2Far%2F")["readability"]["lix"], 34);
}

#[test]
fn shows_another_day_and_changes_nothing_else() {
    let site = Served::new("day");
    let usual = site.get("/uppfoljning/");
    let then = site.get("/uppfoljning/?tydlig-today=2010-04-02");
    assert_ne!(usual.1, then.1);
    assert_eq!(usual.1, site.get("/uppfoljning/").1);
    assert_eq!(usual.1, site.get("/uppfoljning/?tydlig-today=soon").1);
    let late = site.json("/_tydlig/late?tydlig-today=2010-04-02");
    let duty = &late["list"][0];
    assert_eq!((&duty["title"], &duty["period"], &duty["due"]), (&"Starta en mötesplats".into(), &"2009".into(), &"2010-03-31".into()));
    assert_eq!((&duty["new"], &late["new"], &late["usual_today"]), (&true.into(), &1.into(), &TODAY.into()));
    assert_eq!(duty["href"], "/assignments/soc-1/?tydlig-today=2010-04-02");
    let now = site.json("/_tydlig/late?");
    assert_eq!((list(&now["list"]).len(), &now["coming"][0]["late"]), (0, &"2010-04-01".into()));
    let facts = site.json("/_tydlig/facts?page=%2F&tydlig-today=2010-04-02");
    assert_eq!((&facts["today"], &facts["usual_today"]), (&"2010-04-02".into(), &TODAY.into()));
}

#[test]
fn shows_drafts_unless_they_are_not_wanted() {
    let site = Served::new("drafts");
    let (status, page) = site.get("/plan/");
    assert!(status == 200 && page.contains("Det här är ett utkast") && page.contains("noindex"), "{page}");
    assert_eq!(site.json("/_tydlig/facts?page=%2Fplan%2F")["draft"], true);
    assert_eq!(site.get("/plan/?tydlig-drafts=off").0, 404);
    assert_eq!(site.get("/en/plan/?tydlig-drafts=off").0, 404);
    assert_eq!(site.get("/plan?tydlig-drafts=off").0, 404);
    let facts = site.json("/_tydlig/facts?page=%2F&tydlig-drafts=off");
    assert_eq!((&facts["drafts"], &facts["languages"][1]["href"]), (&false.into(), &"/en/?tydlig-drafts=off".into()));
}

#[test]
fn keeps_its_own_files_from_other_sites() {
    let site = Served::new("others");
    for name in ["facts?page=%2F", "problems", "late"] {
        let answer = site.ask(&format!("/_tydlig/{name}"), "Sec-Fetch-Site: cross-site\r\n");
        assert!(answer.starts_with("HTTP/1.1 403"), "{name}: {answer}");
    }
    assert!(site.ask("/", "").contains("frame-ancestors 'self'"), "the bar shows pages in frames");
}

#[test]
fn build_leaves_drafts_out() {
    let urls = |loaded: &Loaded| loaded.snapshot.site.routes.iter().map(|(url, _)| url.to_owned()).collect::<Vec<_>>();
    let has = |loaded: &Loaded, url: &str| urls(loaded).iter().any(|other| other == url);
    let without = load(false);
    assert!(!has(&without, "/plan/") && !has(&without, "/en/plan/"));
    let codes: Vec<&str> = without.diagnostics.iter().map(|found| found.code.code()).collect();
    assert_eq!(codes, ["A105"], "the translation of a draft is no orphan");
    let with = load(true);
    assert!(has(&with, "/plan/") && has(&with, "/en/plan/"));
    let again = without.again(&Options { base_url: None, today: without.snapshot.site.today, drafts: true });
    assert_eq!(urls(&again), urls(&with));
}

#[test]
fn a_link_to_a_draft_says_that_it_is_one() {
    let loader = FILES.into_iter().fold(MemoryLoader::default(), |loader, (path, text)| loader.with(path, text));
    let loader = loader.with("content/nytt.md", "---\ntitle: Nytt\n---\nSe [planen](plan.md).\n");
    let found = |drafts| workspace::load(&loader, &options(drafts)).expect("files in memory can be read").diagnostics;
    assert!(found(false).iter().any(|found| found.code.code() == "R101" && found.message.sv == "`plan.md` är ett utkast"));
    assert!(found(true).iter().all(|found| found.code.code() != "R101"));
}

#[test]
fn a_row_about_a_draft_says_that_it_is_one() {
    let loader = FILES.into_iter().fold(MemoryLoader::default(), |loader, (path, text)| loader.with(path, text));
    let loader = loader
        .with("content/bodies/skola.md", "---\nid: skola\ntitle: Skolan\n---\n")
        .with("content/assignments/ett.md", "---\nid: skola-1\nnumber: \"1\"\ntitle: Ett\nbody: skola\ndraft: true\n---\n")
        .with("content/data/uppfoljning.csv", "uppdrag;period;organ;lage\nskola-1;2009;skola;klart\n");
    let found = |drafts| workspace::load(&loader, &options(drafts)).expect("files in memory can be read").diagnostics;
    let all = found(false);
    let row = all.iter().find(|found| found.code.code() == "R103").expect("the row is about nothing");
    let help = row.help.as_ref().expect("it says what to do");
    assert!(help.sv.starts_with("`skola-1` är ett utkast") && help.en.starts_with("`skola-1` is a draft"), "{help:?}");
    assert!(found(true).iter().all(|found| found.code.code() != "R103"));
}

#[test]
fn a_draft_of_a_translation_leaves_the_page() {
    let loader = MemoryLoader::default();
    let loader = FILES.into_iter().fold(loader, |loader, (path, text)| loader.with(path, text));
    let loader = loader.with("content/nytt.en.md", "---\ntitle: New\ndraft: true\n---\nText.\n");
    let loaded = workspace::load(&loader, &options(false)).expect("files in memory can be read");
    let site = &loaded.snapshot.site;
    let page = site.pages.find("nytt").expect("the page is there");
    let english = loaded.snapshot.config.find_language("en").expect("the site has English");
    assert!(site.pages.get(page).own(english).is_none() && site.routes.get("/en/nytt/").is_some());
}

fn options(drafts: bool) -> Options {
    Options { base_url: None, today: TODAY.parse().expect("this is a date"), drafts }
}

fn load(drafts: bool) -> Loaded {
    let loader = FILES.into_iter().fold(MemoryLoader::default(), |loader, (path, text)| loader.with(path, text));
    workspace::load(&loader, &options(drafts)).expect("files in memory can be read")
}

/// A site on disk, served for as long as a test runs.
struct Served {
    preview: Preview,
    folder: PathBuf,
}

impl Served {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bar-{name}-{}", std::process::id()));
        for (path, text) in FILES {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("files stand in folders")).expect("a folder can be made");
            std::fs::write(path, text).expect("a file can be written");
        }
        let settings = Settings {
            host: [127, 0, 0, 1].into(),
            port: 0,
            ui_language: UiLanguage::Swedish,
            editor: None,
            editing: Editing::Off,
            today: Box::new(|| TODAY.parse().expect("this is a date")),
        };
        Self { preview: Preview::start(&folder, settings).expect("the preview starts"), folder }
    }

    /// The whole answer.
    fn ask(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.preview.port())).expect("the server listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n").expect("the server reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the server answers");
        answer
    }

    fn get(&self, path: &str) -> (u16, String) {
        let answer = self.ask(path, "");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status");
        (status, body.to_owned())
    }

    fn json(&self, path: &str) -> Value {
        let (status, body) = self.get(path);
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).expect("it is JSON")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // What is left over is in the folder of the tests' own.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
