//! `tydlig build` and `tydlig check`.

use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use rayon::prelude::*;

use super::{Outcome, load, output_error, print, print_report};
use crate::audit::{Audit, Audited};
use crate::cli::{BuildArgs, CheckArgs, Format};
use crate::diagnostic::{Report, UiLanguage, emit};
use crate::minify;
use crate::output::{Folder, Record};
use crate::render::{Output, Page, Renderer};
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
    let folder = Folder::create(&target, site).map_err(|error| output_error(&error, ui_language))?;
    let routes: Vec<(&str, &Route)> = loaded.snapshot.site.routes.iter().collect();
    let writer = Writer {
        audit: Audit::new(&loaded.snapshot, &loaded.sources),
        is_minified: loaded.snapshot.config.minify,
        folder: &folder,
        loader: &DiskLoader::new(site),
        ui_language,
    };
    routes.par_iter().try_for_each(|(url, route)| writer.write(url, route))?;
    folder.write_all(&Renderer::new(&loaded.snapshot).extras()).map_err(|error| output_error(&error, ui_language))?;
    let report = loaded.report(writer.audit.finish());
    let outcome = print_report(&report, &loaded.sources, &args.check, ui_language)?;
    if outcome == Outcome::Findings {
        close(&report, &args.check, ui_language, Closing::Stopped)?;
        return Ok(outcome);
    }
    folder.finish().map_err(|error| output_error(&error, ui_language))?;
    close(&report, &args.check, ui_language, Closing::Written { pages: routes.len(), target: &target, started })?;
    Ok(outcome)
}

/// Renders, judges and writes routes.
struct Writer<'a> {
    audit: Audit<'a>,
    is_minified: bool,
    folder: &'a Folder,
    loader: &'a DiskLoader,
    ui_language: UiLanguage,
}

impl<'a> Writer<'a> {
    /// Writes one route. What is wrong with it is the audit's to tell; a disk that refuses is an error.
    fn write(&self, url: &'a str, route: &Route) -> anyhow::Result<()> {
        match self.audit.render(url, route) {
            Some(Output::Html(page)) => self.write_page(url, route, page),
            Some(Output::Bytes(bytes)) => self.write_bytes(url, &bytes, None),
            Some(Output::Copy(path)) => {
                let bytes = self.loader.read(&path).with_context(|| match self.ui_language {
                    UiLanguage::Swedish => format!("kunde inte läsa {path}"),
                    UiLanguage::English => format!("could not read {path}"),
                });
                self.write_bytes(url, &bytes?, None)
            }
            None => Ok(()),
        }
    }

    /// Writes a page. One that is what it was in the last build, and had no findings then, is neither judged nor minified
    /// again.
    fn write_page(&self, url: &'a str, route: &Route, page: Page) -> anyhow::Result<()> {
        let fingerprint = self.audit.fingerprint(&page);
        if let Some(record) = self.folder.record(url).filter(|record| record.fingerprint == fingerprint)
            && self.audit.recall(url, &record.summary)
        {
            return self.folder.keep(url).map_err(|error| output_error(&error, self.ui_language));
        }
        let Audited { summary, shown_spaces } = self.audit.page(url, route, &page);
        let html = minify::page(page.html, &shown_spaces, self.is_minified);
        self.write_bytes(url, html.as_bytes(), summary.map(|summary| Record { fingerprint, summary }))
    }

    fn write_bytes(&self, url: &str, bytes: &[u8], record: Option<Record>) -> anyhow::Result<()> {
        self.folder.write(url, bytes, record).map_err(|error| output_error(&error, self.ui_language))
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
    let audit = Audit::new(&loaded.snapshot, &loaded.sources);
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
