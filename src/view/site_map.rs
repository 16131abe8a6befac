//! The site map for people.

use serde::Serialize;

use super::{Link, PageContext};
use crate::site::{Generated, PageId};

/// What the site map shows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SitemapPage {
    /// The start page and what is right below it.
    pub sections: Vec<TreeSection>,
}

/// A branch of the site map.
#[derive(Clone, Debug, Serialize)]
pub struct TreeSection {
    /// Its page.
    pub link: Link,
    /// The pages below.
    pub children: Vec<Link>,
}

/// The tree of pages: those that somebody wrote, then those that the program makes.
pub fn site_map(context: PageContext<'_>) -> SitemapPage {
    let site = &context.snapshot.site;
    let Some(start) = site.pages.find("index") else { return SitemapPage::default() };
    let section = |page: PageId| {
        let children = site.pages.get(page).children.iter();
        TreeSection { link: context.link(page), children: children.map(|child| context.link(*child)).collect() }
    };
    let mut sections = vec![TreeSection { link: context.link(start), children: Vec::new() }];
    sections.extend(site.pages.get(start).children.iter().map(|page| section(*page)));
    let all = site.routes.all_generated();
    for top in all.iter().filter(|page| page.spec().parent.is_none() && **page != Generated::Sitemap) {
        let below = all.iter().filter(|page| page.spec().parent == Some(*top)).filter_map(|page| context.generated_link(*page));
        sections.extend(context.generated_link(*top).map(|link| TreeSection { link, children: below.collect() }));
    }
    SitemapPage { sections }
}
