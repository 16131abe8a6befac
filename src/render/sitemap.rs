//! What search engines read: the sitemap with its alternates, and robots.txt.

use std::fmt::Write as _;

use crate::config::LanguageId;
use crate::html::Html;
use crate::site::route::RouteTarget;
use crate::site::{PageId, Site};
use crate::snapshot::Snapshot;

/// sitemap.xml: every page once for each language it exists in, with the others as alternates (sitemaps.org,
/// xhtml:link). Fallback pages are left out: they are the source page again.
pub(super) fn xml(snapshot: &Snapshot) -> String {
    let (config, site) = (&snapshot.config, &snapshot.site);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let absolute = |url: &str| Html::text(&config.absolute(&config.path_of(url)));
    for (url, route) in site.routes.iter() {
        let alternates: Vec<(&str, &str)> = match &route.target {
            RouteTarget::Page(page, language) if is_listed(site, *page, *language) => {
                let translated = config.language_ids().filter(|other| is_listed(site, *page, *other));
                translated.map(|other| (config.language(other).locale.tag, site.routes.page(*page, other))).collect()
            }
            RouteTarget::Generated(generated, _) => {
                let all = config.language_ids();
                all.filter_map(|other| Some((config.language(other).locale.tag, site.routes.generated(*generated, other)?))).collect()
            }
            _ => continue,
        };
        let _ = write!(xml, "<url><loc>{}</loc>", absolute(url));
        if alternates.len() > 1 {
            for (tag, url) in &alternates {
                let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", absolute(url));
            }
            if let Some((_, url)) = alternates.iter().find(|(tag, _)| *tag == config.language(LanguageId::SOURCE).locale.tag) {
                let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\"/>", absolute(url));
            }
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Whether a page is there to be found: in a language of its own, and no draft.
fn is_listed(site: &Site, page: PageId, language: LanguageId) -> bool {
    let page = site.pages.get(page);
    !page.source().draft && page.own(language).is_some_and(|version| !version.entry.draft)
}

/// robots.txt. A demonstration must not be found instead of the municipality's own site.
pub(super) fn robots(snapshot: &Snapshot) -> String {
    let config = &snapshot.config;
    let rule = if config.demo { "Disallow: /" } else { "Disallow:" };
    let sitemap = config.absolute(&format!("{}sitemap.xml", config.base_path));
    format!("User-agent: *\n{rule}\nSitemap: {sitemap}\n")
}
