//! After any edits, also such as break a site and mend it, a workspace that has followed them gives what a cold load gives:
//! the same findings, the same addresses, the same bytes.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/browsing.rs"]
mod browsing;
#[path = "support/built.rs"]
mod built;
#[path = "support/edits.rs"]
mod edits;

use std::collections::BTreeMap;
use std::path::Path;

use edits::{Chance, edit, files_of};
use tydlig::render::{Output, Renderer};
use tydlig::source::SourcePath;
use tydlig::source::load::{Loader as _, MemoryLoader};
use tydlig::workspace::{self, FileEvent, Loaded, Options, Workspace};

/// All that a site gives: its findings and its bytes.
fn all(loaded: &Loaded, loader: &MemoryLoader) -> (String, BTreeMap<String, Vec<u8>>) {
    let renderer = Renderer::new(&loaded.snapshot);
    let mut files: BTreeMap<String, Vec<u8>> = renderer.extras().into_iter().map(|(url, bytes)| (url, bytes.to_vec())).collect();
    for (url, route) in loaded.snapshot.site.routes.iter() {
        let bytes = match renderer.render(url, route) {
            Ok(Output::Html(page)) => page.html.into_bytes(),
            Ok(Output::Bytes(bytes)) => bytes.to_vec(),
            Ok(Output::Copy(path)) => loader.read(&path).expect("a listed file can be read"),
            Err(found) => format!("{found:?}").into_bytes(),
        };
        files.insert(url.to_owned(), bytes);
    }
    let texts: Vec<&str> = loaded.sources.iter().map(|source| &*source.text).collect();
    (format!("{:?}\n{texts:?}", loaded.diagnostics), files)
}

fn script(site: &str, seed: u64, steps: usize) {
    let first = files_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(site));
    let mut files = first.clone();
    let mut loader = files.iter().fold(MemoryLoader::default(), |loader, (path, bytes)| loader.with(path, bytes.clone()));
    let options = Options { base_url: None, today: browsing::TODAY.parse().expect("this is a date"), drafts: false };
    let mut workspace = Workspace::open(&loader).expect("files in memory can be listed");
    let mut shown = Some(workspace.load(&loader, &options).expect("files in memory can be read"));
    let mut chance = Chance(seed);
    for step in 0..steps {
        for (path, bytes) in edit(&mut chance, &files, &first).changes {
            // Only what a site counts as its own is ever noted.
            let counted = path == "site.toml" || workspace::FOLDERS.iter().any(|folder| path.starts_with(&format!("{folder}/")));
            match bytes {
                Some(bytes) => {
                    loader = loader.with(&path, bytes.clone());
                    files.insert(path.clone(), bytes);
                    if counted {
                        workspace.mark_changed(&SourcePath::new(&path), FileEvent::Touched);
                    }
                }
                None => {
                    loader = loader.without(&path);
                    files.remove(&path);
                    workspace.mark_changed(&SourcePath::new(&path), FileEvent::Removed);
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
            workspace.mark_changed(&SourcePath::new("site.toml"), FileEvent::Touched);
        }
    }
}

#[test]
fn a_followed_site_equals_a_cold_one() {
    for seed in 1..=3 {
        script("rtl", seed * 7919, 24);
    }
}

#[test]
fn a_followed_programme_equals_a_cold_one() {
    script("progress", 4711, 6);
}

#[test]
fn a_followed_site_on_disk_equals_a_build() {
    let site = browsing::preview(browsing::copy("rtl"));
    let first = files_of(&site.folder);
    let mut files = first.clone();
    let mut chance = Chance(271_828);
    for step in 0..24 {
        for (path, bytes) in edit(&mut chance, &files, &first).changes {
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
