//! Random edits of a site: good ones, such as break it, and such as mend it. The same for the same seed.

#![allow(dead_code, reason = "each suite uses its part of this file")]

use std::collections::BTreeMap;
use std::path::Path;

use tydlig::source::SourcePath;
use tydlig::source::load::{DiskLoader, Loader as _};
use tydlig::workspace;

/// Files by their paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A small generator of numbers (Marsaglia's xorshift): the same for the same seed, on every machine.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("limits are small")).expect("it is below the limit")
    }

    pub(crate) fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// What an edit does to the files.
#[derive(Debug, Default)]
pub(crate) struct Edit {
    /// By their paths; `None` removes one.
    pub(crate) changes: Vec<(String, Option<Vec<u8>>)>,
    /// The folder that moves, and where to.
    pub(crate) moved: Option<(String, String)>,
}

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

/// Settings that change how other files are read, or that break the site.
const SETTINGS: [(&str, &str); 7] = [
    ("tag = \"ar\"", "tag = \"en\""),
    ("tag = \"ti\"", "tag = \"xx\""),
    ("title = ", "titel = "),
    ("[site]", "[site"),
    ("example.org/", "example.org/under/"),
    ("[site]", "[folders]\ngoals = \"mal\"\n[site]"),
    ("[site]", "[theme]\nname = \"annat\"\n[site]"),
];

/// A random edit of a site.
pub(crate) fn edit(chance: &mut Chance, files: &Files, first: &Files) -> Edit {
    let names: Vec<&String> = files.keys().collect();
    if names.is_empty() {
        return mended(files, first);
    }
    let name = (*chance.of(&names)).clone();
    let bytes = files[&name].clone();
    let changes = match chance.below(27) {
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
        8 => return moved(chance, files, &name),
        9 => vec![(name.clone(), Some(bytes))],
        10 | 11 => return mended(files, first),
        kind => rewritten(chance, files, kind),
    };
    Edit { changes, moved: None }
}

/// All is as it was.
pub(crate) fn mended(files: &Files, first: &Files) -> Edit {
    let gone = files.keys().filter(|path| !first.contains_key(*path)).map(|path| (path.clone(), None));
    Edit { changes: gone.chain(first.iter().map(|(path, bytes)| (path.clone(), Some(bytes.clone())))).collect(), moved: None }
}

/// A folder moves.
fn moved(chance: &mut Chance, files: &Files, name: &str) -> Edit {
    let folder = name.rsplit_once('/').map_or("content/goals", |(folder, _)| folder).to_owned();
    if folder.split('/').count() < 2 {
        return Edit::default();
    }
    let inside = files.iter().filter(|(path, _)| path.starts_with(&format!("{folder}/")));
    let target = format!("content/flyttad-{}", chance.below(3));
    let changes = inside.flat_map(|(path, bytes)| [(path.clone(), None), (path.replacen(&folder, &target, 1), Some(bytes.clone()))]);
    Edit { changes: changes.collect(), moved: Some((folder, target)) }
}

/// A file is written anew by somebody who knows what it holds.
fn rewritten(chance: &mut Chance, files: &Files, kind: usize) -> Vec<(String, Option<Vec<u8>>)> {
    let number = chance.below(1000);
    let names = |ending: &str| files.keys().filter(|path| path.starts_with("content/") && path.ends_with(ending)).collect::<Vec<_>>();
    let mut one = |ending: &str, change: &dyn Fn(&str) -> String| {
        let names = names(ending);
        let name = names.get(chance.below(names.len()))?.to_owned();
        Some((name.clone(), Some(change(&String::from_utf8_lossy(&files[name])).into_bytes())))
    };
    let changed = match kind {
        // A title, an order, a text with a place to link to; then a head that breaks.
        12 | 13 => one(".md", &|text| changed_line(text, "title:", &|line| format!("{line} {number}"))),
        14 => one(".md", &|text| changed_line(text, "title:", &|line| format!("order: {number}\n{line}"))),
        15 => one(".md", &|text| format!("{text}\n## Rubrik {}\n\nText {number}.\n", number % 7)),
        16 => one(".md", &|text| changed_line(text, "title:", &|line| line.replacen("title", ["tilte", "title: [", "- a"][number % 3], 1))),
        // A digit of a figure; then a row that breaks.
        17 | 18 => one(".csv", &|text| changed_digit(text, number)),
        19 => one(".csv", &|text| format!("{text}{}", ["finns-inte;2009\n", "\"öppet\n", ";;;;;;;;;;;;;;;;\n"][number % 3])),
        20 => {
            let base = include_str!("../../themes/default/base.html");
            let base = if number.is_multiple_of(5) {
                base.replace("{% block", "{% blok")
            } else {
                base.replace("<main", &format!("<main data-mark=\"{number}\""))
            };
            Some(("themes/default/base.html".to_owned(), Some(base.into())))
        }
        // What addresses, lists and links follow from.
        21 => one(".md", &|text| changed_line(text, "title:", &|line| format!("slug: adress-{}\n{line}", number % 9))),
        22 => one(".md", &|text| changed_line(text, "title:", &|line| format!("aliases: [gammal-{}]\n{line}", number % 9))),
        23 => one(".md", &|text| changed_line(text, "title:", &|line| format!("draft: {}\n{line}", number.is_multiple_of(2)))),
        24 => one(".md", &|text| changed_line(text, "id:", &|line| format!("{line}{}", number % 3))),
        25 => {
            let pages = names(".md");
            let target = pages.get(number % pages.len().max(1)).map_or("", |path| path.trim_start_matches("content/"));
            let link = |up: usize| format!("\n[Mer]({}{target}#rubrik-{})\n", "../".repeat(up), number % 7);
            let linked = |path: &str, text: &str| format!("{text}{}", link(path.matches('/').count() - 1));
            pages
                .get(chance.below(pages.len()))
                .map(|path| ((*path).clone(), Some(linked(path, &String::from_utf8_lossy(&files[*path])).into_bytes())))
        }
        _ => Some(("i18n/sv/theme.ftl".to_owned(), Some(format!("skip-to-content = Till text {number}\n").into()))),
    };
    changed.into_iter().collect()
}

fn changed_line(text: &str, start: &str, change: &dyn Fn(&str) -> String) -> String {
    let lines = text.split('\n').map(|line| if line.starts_with(start) { change(line) } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}

fn changed_digit(text: &str, number: usize) -> String {
    let digits: Vec<usize> = text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
    let Some(at) = digits.get((number * 7919) % digits.len().max(1)) else { return text.to_owned() };
    format!("{}{}{}", &text[..*at], number % 10, &text[at + 1..])
}

fn renamed(chance: &mut Chance, files: &Files) -> String {
    let folders = ["content", "content/goals", "content/data", "static", "i18n/sv", "undan"];
    let names: Vec<&String> = files.keys().collect();
    let name = chance.of(&names).rsplit('/').next().unwrap_or_default().to_owned();
    format!("{}/{name}", chance.of(&folders))
}

/// The files of a site on disk.
pub(crate) fn files_of(folder: &Path) -> Files {
    let loader = DiskLoader::new(folder);
    let listed = workspace::FOLDERS.into_iter().flat_map(|folder| loader.list(folder).expect("the folder can be listed"));
    let paths = listed.chain([SourcePath::new("site.toml")]);
    paths.map(|path| (path.as_str().to_owned(), loader.read(&path).expect("a listed file can be read"))).collect()
}
