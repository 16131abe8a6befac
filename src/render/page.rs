//! A page as its template made it: what `audit` reads, before it is minified and written.

use std::ops::Range;

/// A rendered page and which of its bytes show which part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The document.
    pub html: String,
    /// In the order of their starts; an inner region follows the one around it.
    pub regions: Vec<Region>,
}

/// Bytes of a page that show one part of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Where in the page.
    pub bytes: Range<usize>,
}
