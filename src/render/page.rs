//! A page as its template made it: what `audit` reads, before it is minified and written.

use std::borrow::Cow;
use std::ops::Range;

use crate::html::{take_marks, without_marks};
use crate::origin::{Origin, Origins};

/// A rendered page and which of its bytes show which part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The document.
    pub html: String,
    /// In the order of their starts; an inner region follows the one around it. None unless they were asked for.
    pub regions: Vec<Region>,
}

/// Bytes of a page that show one part of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Where in the page.
    pub bytes: Range<usize>,
    /// What they show.
    pub origin: Origin,
}

impl Page {
    /// A page as its template gave it. No template or file brings a noncharacter onto a page.
    pub(super) fn plain(html: String) -> Self {
        let html = match without_marks(&html) {
            Cow::Borrowed(_) => html,
            Cow::Owned(bare) => bare,
        };
        Self { html, regions: Vec::new() }
    }

    /// The page with the regions that the same page has with marks in it.
    pub(super) fn with_regions(mut self, marked: String, origins: &Origins) -> Self {
        let (bare, marked) = take_marks(marked);
        if bare == self.html {
            let region = |marked: crate::html::Marked| Some(Region { bytes: marked.bytes, origin: origins.get(marked.mark)? });
            self.regions = marked.into_iter().filter_map(region).collect();
        }
        self
    }

    /// What the innermost region around a byte shows.
    pub fn origin_at(&self, byte: usize) -> Option<&Origin> {
        // Of two with the same bytes, the later is the inner one.
        let around = self.regions.iter().rev().filter(|region| region.bytes.contains(&byte));
        around.min_by_key(|region| region.bytes.len()).map(|region| &region.origin)
    }
}
