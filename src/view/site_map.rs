//! The site map for people.

use serde::Serialize;

use super::more::{More, more};
use super::{Link, PageContext};
use crate::site::Generated;
use crate::site::division::List;
use crate::site::rows::{AnyPage, RowGroup};

/// What the site map shows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SitemapPage {
    /// The start page and what is right below it.
    pub sections: Vec<TreeSection>,
    /// The way to the branches, where they do not all stand here.
    pub more: Option<More>,
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
    let more = more(context, AnyPage::Generated(Generated::Sitemap), List::Own);
    if more.is_some() {
        return SitemapPage { sections: Vec::new(), more };
    }
    let section =
        |group: RowGroup<AnyPage>| Some(TreeSection { link: context.link_to(group.head?)?, children: links(context, &group.rows) });
    SitemapPage { sections: sections(context).into_iter().filter_map(section).collect(), more }
}

/// The branches of the tree.
pub fn sections(context: PageContext<'_>) -> Vec<RowGroup<AnyPage>> {
    context.model().site_map(context.snapshot.site.routes.all_generated())
}

/// Links to pages.
pub fn links(context: PageContext<'_>, pages: &[AnyPage]) -> Vec<Link> {
    pages.iter().filter_map(|page| context.link_to(*page)).collect()
}
