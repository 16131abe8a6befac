//! `tydlig build` and `tydlig check`.

use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use rayon::prelude::*;

use super::{Outcome, load, print, print_report};
use crate::audit::Audit;
use crate::cli::{BuildArgs, CheckArgs, Format};
use crate::diagnostic::{Report, UiLanguage, emit};
use crate::minify;
use crate::output::Folder;
use crate::render::{Output, Renderer};
use crate::site::Route;
use crate::source::load::{DiskLoader, Loader};

/// Compiles the site into a folder; nothing is published when there are errors.
pub(super) fn build(site: &Path, args: &BuildArgs, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let started = Instant::now();
    let loaded = load(site, &args.check)?;
    let before = loaded.report(Vec::new());
    if before.has_errors() {
        let outcome = print_report(&before, &loaded.sources, &args.check, ui_language)?;
        close(&before, &args.check, ui_language, Closing::Stopped)?;
        return Ok(outcome);
    }
    let target = args.out.clone().unwrap_or_else(|| site.join("public"));
    let folder = Folder::create(&target)?;
    let routes: Vec<(&str, &Route)> = loaded.snapshot.site.routes.iter().collect();
    let writer = Writer {
        audit: Audit::new(&loaded.snapshot),
        is_minified: loaded.snapshot.config.minify,
        folder: &folder,
        loader: &DiskLoader::new(site),
    };
    routes.par_iter().try_for_each(|(url, route)| writer.write(url, route))?;
    folder.write_all(&Renderer::new(&loaded.snapshot).extras())?;
    let report = loaded.report(writer.audit.finish());
    let outcome = print_report(&report, &loaded.sources, &args.check, ui_language)?;
    if outcome == Outcome::Findings {
        close(&report, &args.check, ui_language, Closing::Stopped)?;
        return Ok(outcome);
    }
    folder.finish()?;
    close(&report, &args.check, ui_language, Closing::Written { pages: routes.len(), target: &target, started })?;
    Ok(outcome)
}

/// Renders, judges and writes routes.
struct Writer<'a> {
    audit: Audit<'a>,
    is_minified: bool,
    folder: &'a Folder,
    loader: &'a DiskLoader,
}

impl<'a> Writer<'a> {
    /// Writes one route. What is wrong with it is the audit's to tell; a disk that refuses is an error.
    fn write(&self, url: &'a str, route: &Route) -> anyhow::Result<()> {
        match self.audit.render(url, route) {
            Some(Output::Html(page)) => {
                let audited = self.audit.page(url, route, &page);
                let html = minify::page(page.html, &audited.shown_spaces, self.is_minified);
                self.folder.write(url, html.as_bytes())
            }
            Some(Output::Bytes(bytes)) => self.folder.write(url, &bytes),
            Some(Output::Copy(path)) => {
                let bytes = self.loader.read(&path).with_context(|| format!("kunde inte läsa / could not read {path}"))?;
                self.folder.write(url, &bytes)
            }
            None => Ok(()),
        }
    }
}

/// Checks everything that `build` does, rendering included, and writes nothing.
pub(super) fn check(site: &Path, args: &CheckArgs, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let loaded = load(site, args)?;
    let before = loaded.report(Vec::new());
    // Templates may fail on a model with holes in it, which would only hide the real mistake.
    if before.has_errors() {
        let outcome = print_report(&before, &loaded.sources, args, ui_language)?;
        close(&before, args, ui_language, Closing::Stopped)?;
        return Ok(outcome);
    }
    let routes: Vec<(&str, &Route)> = loaded.snapshot.site.routes.iter().collect();
    let audit = Audit::new(&loaded.snapshot);
    routes.par_iter().for_each(|(url, route)| {
        if let Some(Output::Html(page)) = audit.render(url, route) {
            audit.page(url, route, &page);
        }
    });
    let report = loaded.report(audit.finish());
    let outcome = print_report(&report, &loaded.sources, args, ui_language)?;
    close(&report, args, ui_language, if outcome == Outcome::Clean { Closing::Checked { pages: routes.len() } } else { Closing::Stopped })?;
    Ok(outcome)
}

/// How a command ended.
pub(super) enum Closing<'a> {
    /// Errors stopped it.
    Stopped,
    /// All addresses were checked.
    Checked { pages: usize },
    /// All addresses were written.
    Written { pages: usize, target: &'a Path, started: Instant },
}

/// The last line, for people only.
pub(super) fn close(report: &Report, args: &CheckArgs, ui_language: UiLanguage, closing: Closing<'_>) -> anyhow::Result<()> {
    if matches!(args.format, Format::Json | Format::Github) {
        return Ok(());
    }
    let counts = emit::summary(report, ui_language);
    let line = match (&closing, ui_language) {
        (Closing::Stopped, UiLanguage::Swedish) => format!("{counts}. Inget har skrivits; `tydlig explain KOD` förklarar en kod."),
        (Closing::Stopped, UiLanguage::English) => format!("{counts}. Nothing was written; `tydlig explain CODE` explains a code."),
        (Closing::Checked { pages }, UiLanguage::Swedish) => format!("{pages} adresser kontrollerade. {}", or(&counts, "Inga fel.")),
        (Closing::Checked { pages }, UiLanguage::English) => format!("{pages} addresses checked. {}", or(&counts, "No errors.")),
        (Closing::Written { pages, target, started }, UiLanguage::Swedish) => {
            let seconds = format!("{:.2}", started.elapsed().as_secs_f64()).replace('.', ",");
            format!("{pages} adresser skrivna till {} på {seconds} s. {}", target.display(), or(&counts, "Inga fel."))
        }
        (Closing::Written { pages, target, started }, UiLanguage::English) => {
            format!(
                "{pages} addresses written to {} in {:.2} s. {}",
                target.display(),
                started.elapsed().as_secs_f64(),
                or(&counts, "No errors.")
            )
        }
    };
    print(&format!("{}\n", line.trim_end()))
}

fn or(text: &str, otherwise: &str) -> String {
    if text.is_empty() { otherwise.to_owned() } else { format!("{text}.") }
}
