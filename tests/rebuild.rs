//! After any edits, also such as break a site and mend it, a workspace that has followed them gives what a cold load gives:
//! the same findings, the same addresses, the same bytes.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/browsing.rs"]
mod browsing;
#[path = "support/built.rs"]
mod built;

use std::collections::BTreeMap;
use std::path::Path;

use tydlig::render::{Output, Renderer};
use tydlig::source::SourcePath;
use tydlig::source::load::{DiskLoader, Loader as _, MemoryLoader};
use tydlig::workspace::{self, Fate, Loaded, Options, Workspace};

/// A small generator of numbers (Marsaglia's xorshift): the same for the same seed, on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("limits are small")).expect("it is below the limit")
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// What an edit does to the files, by their path; `None` removes one.
type Edit = Vec<(String, Option<Vec<u8>>)>;

/// New files, some of them good.
const NEW: [(&str, &str); 16] = [
    ("content/ny.md", "---\ntitle: Ny\naliases: [gammal]\n---\n\n## Rubrik\n\n[Hem](index.md)\n"),
    ("content/ny.md", "---\ntitle: Ny\n---\n\n[Bruten](finns-inte.md)\n"),
    ("content/ny.ar.md", "---\ntitle: جديد\n---\n"),
    ("content/ny.xx.md", "---\ntitle: X\n---\n"),
    ("content/bild.png", "x"),
    ("content/data/mer.csv", "a;b\n1;2\n"),
    ("content/data/anteckning.txt", "x"),
    ("content/data/mer.json", "{"),
    ("static/fil.txt", "x"),
    ("static/robots.txt", "x"),
    ("i18n/sv/theme.ftl", "skip-to-content = Till texten\n"),
    ("i18n/sv/theme.ftl", "skip-to-content = { $a\n"),
    ("i18n/ar/site.ftl", "unit-none = x\n"),
    ("themes/default/page.html", "{% extends \"base.html\" %}"),
    ("themes/default/page.html", "{{ nothing.at.all }}"),
    ("themes/default/style.css", "body { color: red }"),
];

/// Settings that change how other files are read.
const SETTINGS: [(&str, &str); 6] = [
    ("tag = \"ar\"", "tag = \"en\""),
    ("tag = \"ti\"", "tag = \"xx\""),
    ("title = ", "titel = "),
    ("example.org/", "example.org/under/"),
    ("[site]", "[folders]\ngoals = \"mal\"\n[site]"),
    ("[site]", "[theme]\nname = \"annat\"\n[site]"),
];

/// A random edit of a site.
fn edit(chance: &mut Chance, files: &BTreeMap<String, Vec<u8>>, first: &BTreeMap<String, Vec<u8>>) -> Edit {
    let names: Vec<&String> = files.keys().collect();
    let name = (*chance.of(&names)).clone();
    let bytes = files[&name].clone();
    match chance.below(12) {
        0 => vec![(name, None)],
        1 => vec![(name, Some(bytes[..chance.below(bytes.len())].to_vec()))],
        2 => vec![(name.clone(), Some([&bytes[..], b"\nMer text.\n"].concat()))],
        3 => vec![(name, None), (renamed(chance, files), Some(bytes))],
        4 => {
            let other = (*chance.of(&names)).clone();
            let others = files[&other].clone();
            vec![(name, Some(others)), (other, Some(bytes))]
        }
        5 | 6 => {
            let (path, text) = *chance.of(&NEW);
            vec![(path.to_owned(), Some(text.into()))]
        }
        7 => {
            let settings = String::from_utf8_lossy(first.get("site.toml").expect("a site has settings")).into_owned();
            let (old, new) = *chance.of(&SETTINGS);
            vec![("site.toml".to_owned(), Some(settings.replace(old, new).into()))]
        }
        // A folder moves.
        8 => {
            let folder = name.rsplit_once('/').map_or("content/goals", |(folder, _)| folder).to_owned();
            if folder.split('/').count() < 2 {
                return Vec::new();
            }
            let inside = names.iter().filter(|path| path.starts_with(&format!("{folder}/")));
            let target = format!("content/flyttad-{}", chance.below(3));
            inside.flat_map(|path| [((**path).clone(), None), (path.replace(&folder, &target), Some(files[*path].clone()))]).collect()
        }
        9 => vec![(name.clone(), Some(bytes))],
        // All is as it was.
        _ => {
            let gone = names.iter().filter(|path| !first.contains_key(**path)).map(|path| ((**path).clone(), None));
            gone.chain(first.iter().map(|(path, bytes)| (path.clone(), Some(bytes.clone())))).collect()
        }
    }
}

fn renamed(chance: &mut Chance, files: &BTreeMap<String, Vec<u8>>) -> String {
    let folders = ["content", "content/goals", "content/data", "static", "i18n/sv", "undan"];
    let names: Vec<&String> = files.keys().collect();
    let name = chance.of(&names).rsplit('/').next().unwrap_or_default().to_owned();
    format!("{}/{name}", chance.of(&folders))
}

/// All that a site gives: its findings and its bytes.
fn all(loaded: &Loaded, loader: &MemoryLoader) -> (String, BTreeMap<String, Vec<u8>>) {
    let renderer = Renderer::new(&loaded.snapshot);
    let mut files: BTreeMap<String, Vec<u8>> = renderer.extras().into_iter().map(|(url, bytes)| (url, bytes.to_vec())).collect();
    for (url, route) in loaded.snapshot.site.routes.iter() {
        let bytes = match renderer.render(url, route) {
            Ok(Output::Html(html)) => html.into_bytes(),
            Ok(Output::Bytes(bytes)) => bytes.to_vec(),
            Ok(Output::Copy(path)) => loader.read(&path).expect("a listed file can be read"),
            Err(found) => format!("{found:?}").into_bytes(),
        };
        files.insert(url.to_owned(), bytes);
    }
    let texts: Vec<&str> = loaded.sources.iter().map(|source| &*source.text).collect();
    (format!("{:?}\n{texts:?}", loaded.diagnostics), files)
}

fn files_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let loader = DiskLoader::new(folder);
    let listed = workspace::FOLDERS.into_iter().flat_map(|folder| loader.list(folder).expect("the folder can be listed"));
    let paths = listed.chain([SourcePath::new("site.toml")]);
    paths.map(|path| (path.as_str().to_owned(), loader.read(&path).expect("a listed file can be read"))).collect()
}

fn script(site: &str, (seed, steps): (u64, usize)) {
    let first = files_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(site));
    let mut files = first.clone();
    let mut loader = files.iter().fold(MemoryLoader::default(), |loader, (path, bytes)| loader.with(path, bytes.clone()));
    let options = Options { base_url: None, today: browsing::TODAY.parse().expect("this is a date") };
    let mut workspace = Workspace::open(&loader).expect("files in memory can be listed");
    let mut shown = Some(workspace.load(&loader, &options).expect("files in memory can be read"));
    let mut chance = Chance(seed);
    for step in 0..steps {
        for (path, bytes) in edit(&mut chance, &files, &first) {
            // Only what a site counts as its own is ever noted.
            let counted = path == "site.toml" || workspace::FOLDERS.iter().any(|folder| path.starts_with(&format!("{folder}/")));
            match bytes {
                Some(bytes) => {
                    loader = loader.with(&path, bytes.clone());
                    files.insert(path.clone(), bytes);
                    if counted {
                        workspace.note(&SourcePath::new(&path), Fate::Touched);
                    }
                }
                None => {
                    loader = loader.without(&path);
                    files.remove(&path);
                    workspace.note(&SourcePath::new(&path), Fate::Removed);
                }
            }
        }
        let cold = workspace::load(&loader, &options);
        match (workspace.reload(&loader, &options), cold) {
            (Ok(warm), Ok(cold)) => {
                // Nothing new means that the last state still holds.
                let warm = warm.or_else(|| shown.take()).or_else(|| workspace.load(&loader, &options).ok()).expect("there is a state");
                assert_eq!(all(&warm, &loader), all(&cold, &loader), "{site}, seed {seed}, step {step}");
                shown = Some(warm);
            }
            (Err(warm), Err(cold)) => assert_eq!(warm.kind(), cold.kind(), "{site}, seed {seed}, step {step}"),
            (warm, cold) => panic!("{site}, seed {seed}, step {step}: {:?} is not {:?}", warm.err(), cold.err()),
        }
        if !files.contains_key("site.toml") {
            files.insert("site.toml".to_owned(), first["site.toml"].clone());
            loader = loader.with("site.toml", first["site.toml"].clone());
            workspace.note(&SourcePath::new("site.toml"), Fate::Touched);
        }
    }
}

#[test]
fn a_followed_site_equals_a_cold_one() {
    for seed in 1..=3 {
        script("rtl", (seed * 7919, 24));
    }
}

#[test]
fn a_followed_programme_equals_a_cold_one() {
    script("progress", (4711, 6));
}

#[test]
fn a_followed_site_on_disk_equals_a_build() {
    let site = browsing::preview(browsing::copy("rtl"));
    let first = files_of(&site.folder);
    let mut files = first.clone();
    let mut chance = Chance(271_828);
    for step in 0..24 {
        for (path, bytes) in edit(&mut chance, &files, &first) {
            match bytes {
                Some(bytes) => {
                    site.write(&path, &bytes);
                    files.insert(path, bytes);
                }
                None => {
                    if files.remove(&path).is_some() {
                        site.remove(&path);
                    }
                }
            }
        }
        // Several edits may pass before anyone looks; then all is mended, and nothing may be left of them.
        if step % 4 == 3 {
            for path in files.keys().filter(|path| !first.contains_key(*path)) {
                site.remove(path);
            }
            for (path, bytes) in &first {
                site.write(path, bytes);
            }
            files = first.clone();
            site.settles();
        }
    }
}
