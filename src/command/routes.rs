//! `tydlig routes`: every URL of the site.

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::{Outcome, print, today};
use crate::cli::{RoutesArgs, RoutesFormat};
use crate::snapshot::Snapshot;
use crate::source::SourcePath;
use crate::source::load::DiskLoader;
use crate::workspace::{self, Options};

/// One route as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    url: &'a str,
    kind: &'static str,
    language: Option<&'static str>,
    content_language: Option<&'static str>,
    id: Option<&'a str>,
    source: Option<&'a str>,
}

/// Lists the routes, whatever else is wrong with the site.
pub(super) fn routes(site: &Path, args: &RoutesArgs) -> anyhow::Result<Outcome> {
    let loaded = workspace::load(&DiskLoader::new(site), &Options { base_url: None, today: today(), drafts: false })?;
    print(&list(&loaded.snapshot, args.format))?;
    Ok(Outcome::Clean)
}

/// The list; JSON has one object a line: `{url, kind, language, content_language, id, source}`, absent values null.
pub(super) fn list(snapshot: &Snapshot, format: RoutesFormat) -> String {
    let config = &snapshot.config;
    let mut text = String::new();
    for (url, route) in snapshot.site.routes.iter() {
        let url = config.path_of(url);
        let tag = |language: Option<crate::config::LanguageId>| language.map(|language| config.language(language).locale.tag);
        let (language, content) = (tag(route.language), tag(route.content_language));
        let _ = match format {
            RoutesFormat::Json => {
                let line = Line {
                    url: &url,
                    kind: route.kind.key(),
                    language,
                    content_language: content,
                    id: route.id.as_deref(),
                    source: route.source.as_ref().map(SourcePath::as_str),
                };
                // A struct of texts cannot fail to be written.
                writeln!(text, "{}", serde_json::to_string(&line).unwrap_or_default())
            }
            RoutesFormat::Text => writeln!(text, "{:<11} {:<9} {url}", route.kind.key(), language.unwrap_or("-")),
        };
    }
    text
}
