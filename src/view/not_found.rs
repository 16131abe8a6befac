//! The page for addresses that lead nowhere.

use serde::Serialize;

use super::{Link, PageContext};
use crate::config::LanguageId;
use crate::html::Html;
use crate::site::Generated;

/// What the page shows.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundPage {
    /// A block a language.
    pub blocks: Vec<NotFoundBlock>,
}

/// "The page does not exist" in one language.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundBlock {
    /// The language's tag.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// The head.
    pub title: Html,
    /// What to do.
    pub text: Html,
    /// The start page.
    pub home: Link,
    /// The site map.
    pub sitemap: Option<Link>,
}

/// One block for each language.
pub fn not_found(context: PageContext<'_>) -> NotFoundPage {
    let block = |language: LanguageId| {
        let context = PageContext { language, ..context };
        let home = context.snapshot.site.pages.find("index").map_or_else(|| context.href("/"), |start| context.page_href(start));
        NotFoundBlock {
            lang: context.locale().tag,
            dir: context.locale().direction.key(),
            title: context.t("not-found-title"),
            text: context.t("not-found-text"),
            home: Link { title: context.t("nav-start"), href: home },
            sitemap: context.generated_link(Generated::Sitemap),
        }
    };
    NotFoundPage { blocks: context.snapshot.config.language_ids().map(block).collect() }
}
