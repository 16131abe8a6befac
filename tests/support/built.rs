//! A site read from disk, with everything it gives.

#![allow(dead_code, reason = "each suite uses its part of this file")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use tydlig::diagnostic::Diagnostic;
use tydlig::render::{Output, Renderer};
use tydlig::source::load::{DiskLoader, Loader};
use tydlig::workspace::{self, Loaded, Options};
use tydlig::{audit, minify};

/// A site and its bytes by URL.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) loaded: Loaded,
    pub(crate) files: BTreeMap<String, Arc<[u8]>>,
    pub(crate) pages: BTreeMap<String, String>,
}

/// Builds a site as on a day, in memory.
pub(crate) fn build(folder: &Path, today: &str) -> Built {
    let loader = DiskLoader::new(folder);
    let options = Options { base_url: None, today: today.parse().expect("this is a date"), drafts: false };
    let loaded = workspace::load(&loader, &options).expect("the site can be read");
    render(loaded, &loader)
}

/// Everything that a loaded site gives.
pub(crate) fn render(loaded: Loaded, loader: &dyn Loader) -> Built {
    let (built, failed) = try_render(loaded, loader);
    assert!(failed.is_empty(), "{failed:#?}");
    built
}

/// Everything that a loaded site gives, and what is wrong with pages that cannot be rendered.
pub(crate) fn try_render(loaded: Loaded, loader: &dyn Loader) -> (Built, Vec<Diagnostic>) {
    let renderer = Renderer::new(&loaded.snapshot);
    let routes: Vec<_> = loaded.snapshot.site.routes.iter().collect();
    let outputs: Vec<_> = routes.par_iter().map(|(url, route)| ((*url).to_owned(), renderer.render(url, route))).collect();
    let mut files: BTreeMap<String, Arc<[u8]>> = renderer.extras().into_iter().collect();
    let mut pages = BTreeMap::new();
    let mut failed = Vec::new();
    for (url, output) in outputs {
        match output {
            Ok(Output::Html(page)) => {
                let shown_spaces = audit::shown_spaces(&page.html);
                let written = minify::page(page.html.clone(), &shown_spaces, loaded.snapshot.config.minify);
                files.insert(url.clone(), Arc::from(written.as_bytes()));
                pages.insert(url, page.html);
            }
            Ok(Output::Bytes(bytes)) => drop(files.insert(url, bytes)),
            Ok(Output::Copy(path)) => drop(files.insert(url, Arc::from(loader.read(&path).expect("a listed file can be read")))),
            Err(found) => failed.push(*found),
        }
    }
    drop(renderer);
    (Built { loaded, files, pages }, failed)
}
