//! Who may know whom, which file may use which library, and texts that every language must have.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tydlig::source::load::MemoryLoader;
use tydlig::workspace::{self, Options};

/// The modules from the lowest up: each may use those of lower rank only.
const RANKS: &[&[&str]] = &[
    &["chunked_vec", "disk", "html", "period"],
    &["source"],
    &["diagnostic"],
    &["schema", "status", "locale", "table"],
    &["config"],
    &["document"],
    &["edit"],
    &["origin"],
    &["site"],
    &["theme"],
    &["snapshot"],
    &["dataset"],
    &["check", "view"],
    &["form", "render"],
    &["audit"],
    &["minify", "output"],
    &["workspace"],
    &["preview"],
    &["cli"],
    &["command"],
    &["main"],
];

/// Uses that the ranks allow and the design does not.
const FORBIDDEN: [(&str, &str); 2] = [("theme", "site"), ("table", "period")];

/// The only files that know a library.
const ADAPTERS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic/emit.rs"]),
    ("axum", &["preview/server.rs"]),
    ("blake3", &["audit.rs", "document/markdown/hash.rs", "output/manifest.rs"]),
    ("calamine", &["table/workbook.rs"]),
    ("clap", &["cli.rs", "main.rs"]),
    ("csv", &["table/delimited.rs", "render/data/delimited.rs"]),
    ("encoding_rs", &["source.rs", "source/encoded_file.rs"]),
    ("fluent_bundle", &["locale/catalogue.rs"]),
    ("fluent_syntax", &["locale/catalogue.rs"]),
    ("futures_util", &["preview/server.rs"]),
    ("getrandom", &["preview/edit.rs"]),
    ("html5gum", &["audit/tokens.rs"]),
    ("icu", &["document/markdown/hash.rs", "locale/format.rs"]),
    ("include_dir", &["theme.rs"]),
    ("lightningcss", &["theme/style.rs"]),
    ("memchr", &["html/mark.rs"]),
    ("minify_html", &["minify.rs"]),
    ("notify", &["preview/watch.rs"]),
    ("percent_encoding", &["audit/anchors.rs"]),
    ("quick_xml", &["render/xml.rs"]),
    ("pulldown_cmark", &["document/markdown/parse.rs"]),
    ("rust_xlsxwriter", &["form/xlsx.rs"]),
    ("saphyr_parser", &["schema/yaml.rs"]),
    ("tera", &["theme.rs", "render.rs"]),
    ("tokio", &["preview/server.rs"]),
    ("toml", &["schema/toml.rs"]),
    ("rustix", &["disk/system.rs"]),
    (
        "std::fs",
        &[
            "disk.rs",
            "disk/system.rs",
            "output.rs",
            "output/foreign.rs",
            "output/manifest.rs",
            "output/working.rs",
            "source/load.rs",
            "source/save.rs",
        ],
    ),
];

/// Files of more than 500 lines, and why they are not split.
const LONG: [(&str, &str); 0] = [];

#[test]
fn lower_modules_never_use_higher_ones() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = module(&file);
        for used in used_modules(&text) {
            let higher = rank(&used) > rank(&own) || (rank(&used) == rank(&own) && used != own);
            if used != own && (higher || FORBIDDEN.contains(&(own.as_str(), used.as_str()))) {
                wrong.push(format!("{file} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn libraries_stay_in_their_adapters() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (library, files) in ADAPTERS {
            let used = ["use ", " ", "(", "<", "&", "["].iter().any(|before| text.contains(&format!("{before}{library}::")));
            if used && !files.contains(&file.as_str()) {
                wrong.push(format!("{file} uses {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_commands_print() {
    for (file, text) in sources() {
        let prints = ["println!", "print!(", "eprint", "stdout()", "stderr()"].iter().any(|call| text.contains(call));
        assert!(!prints || ["main", "command"].contains(&module(&file).as_str()), "{file} prints");
    }
}

#[test]
fn only_commands_ask_the_clock_and_the_environment() {
    for (file, text) in sources() {
        let asks = ["Zoned::now", "SystemTime::now", "Instant::now", "env::var"].iter().any(|call| text.contains(call));
        assert!(!asks || module(&file) == "command", "{file} asks the clock or the environment");
    }
}

#[test]
fn files_are_short_or_have_a_reason() {
    let long: BTreeMap<&str, &str> = LONG.into_iter().collect();
    for path in files(&folder("src")) {
        let name = name_of(&path, "src");
        let lines = read(&path).lines().count();
        let listed = long.contains_key(name.as_str());
        assert_eq!(lines > 500, listed, "{name} has {lines} lines; over 500 it is listed here with a reason, below it is not");
    }
}

#[test]
fn every_built_in_language_has_every_text_in_all_forms() {
    let tags = languages();
    assert!(tags.len() > 1 && tags.contains(&"sv".to_owned()), "{tags:?}");
    let mut site =
        "[site]\ntitle = \"A\"\norganisation = \"B\"\nbase_url = \"https://example.org/\"\n[[language]]\ntag = \"sv\"\n".to_owned();
    for tag in tags.iter().filter(|tag| *tag != "sv") {
        site.push_str(&format!("[[language]]\ntag = \"{tag}\"\n"));
    }
    let loader = MemoryLoader::default().with("site.toml", site);
    let options = Options { base_url: None, today: "2010-01-01".parse().expect("this is a date"), drafts: false };
    let loaded = workspace::load(&loader, &options).expect("files in memory can be read");
    let found: Vec<&str> =
        loaded.diagnostics.iter().filter(|found| found.code.code() != "C107").map(|found| found.message.en.as_str()).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn files_of_texts_have_the_same_texts_in_every_language() {
    for file in ["site.ftl", "theme.ftl"] {
        let ids = |tag: &str| -> Vec<String> {
            let text = read(&folder("i18n").join(tag).join(file));
            let mut ids: Vec<String> = text
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
                .collect();
            ids.sort();
            ids
        };
        for tag in languages() {
            assert_eq!(ids(&tag), ids("sv"), "i18n/{tag}/{file}");
        }
    }
}

#[test]
fn finds_what_a_file_uses() {
    let text = "use crate::{config, html::{Html, Text}};\n// crate::view\nlet page = crate::site::page();\n#[cfg(test)]\nmod tests {\nuse crate::cli;\n";
    assert_eq!(used_modules(&code(text)), ["config", "html", "site"]);
    assert!(rank("theme") > rank("site") && rank("source") < rank("diagnostic"));
}

fn languages() -> Vec<String> {
    let entries = std::fs::read_dir(folder("i18n")).expect("i18n is there");
    let mut tags: Vec<String> =
        entries.map(|entry| entry.expect("i18n can be read").file_name().into_string().expect("tags are text")).collect();
    tags.sort();
    tags
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All Rust files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn name_of(path: &Path, root: &str) -> String {
    let name = path.strip_prefix(folder(root)).expect("the file is in the folder");
    name.to_str().expect("names are text").replace('\\', "/")
}

/// The program's own files without comments, tests and their modules.
fn sources() -> Vec<(String, String)> {
    let own = files(&folder("src")).into_iter().map(|path| (name_of(&path, "src"), read(&path)));
    own.filter(|(file, _)| file != "lib.rs" && !file.ends_with("tests.rs")).map(|(file, text)| (file, code(&text))).collect()
}

/// A file's code: without comments, and without unit tests, which stand last.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The top module that a file belongs to.
fn module(file: &str) -> String {
    file.split(['/', '.']).next().unwrap_or_default().to_owned()
}

/// The top modules that a file names: `crate::site`, `use crate::{config, html::Html}`, `tydlig::cli` in main.rs.
fn used_modules(text: &str) -> Vec<String> {
    let mut used = Vec::new();
    for root in ["crate::", "tydlig::"] {
        for (at, _) in text.match_indices(root) {
            let rest = text.get(at + root.len()..).unwrap_or_default();
            match rest.strip_prefix('{') {
                Some(list) => used.extend(top_names(list)),
                None => used.push(name(rest)),
            }
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

/// The first names of a list in braces: `config, html::{Html, Text}}` has `config` and `html`.
fn top_names(list: &str) -> Vec<String> {
    let mut names = vec![name(list.trim_start())];
    let mut depth = 0;
    for (at, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(list.get(at + 1..).unwrap_or_default().trim_start())),
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

fn rank(module: &str) -> usize {
    RANKS.iter().position(|modules| modules.contains(&module)).unwrap_or_else(|| panic!("the module `{module}` has no rank"))
}
