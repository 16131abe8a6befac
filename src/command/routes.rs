//! `tydlig routes`: every URL of the site.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use super::{Outcome, print, today};
use crate::cli::{RoutesArgs, RoutesFormat};
use crate::source::load::DiskLoader;
use crate::workspace::{self, Options};

/// Lists the routes, whatever else is wrong with the site.
pub fn routes(site: &Path, args: &RoutesArgs) -> anyhow::Result<Outcome> {
    let loaded = workspace::load(&DiskLoader::new(site), &Options { base_url: None, today: today() })?;
    print(&list(&loaded.snapshot, args.format))?;
    Ok(Outcome::Clean)
}

/// The list; JSON has one object a line: `{url, kind, language, content_language, id, source}`, absent values null.
pub fn list(snapshot: &crate::snapshot::Snapshot, format: RoutesFormat) -> String {
    let config = &snapshot.config;
    let mut text = String::new();
    for (url, route) in snapshot.site.routes.iter() {
        let url = format!("{}{url}", config.base_path.trim_end_matches('/'));
        let tag = |language: Option<crate::config::LanguageId>| language.map(|language| config.language(language).locale.tag);
        let (language, content) = (tag(route.language), tag(route.content_language));
        let _ = match format {
            RoutesFormat::Json => {
                let source = route.source.as_ref().map(crate::source::SourcePath::as_str);
                let line = json!({"url": url, "kind": route.kind.key(), "language": language, "content_language": content, "id": route.id, "source": source});
                writeln!(text, "{line}")
            }
            RoutesFormat::Text => writeln!(text, "{:<11} {:<9} {url}", route.kind.key(), language.unwrap_or("-")),
        };
    }
    text
}
