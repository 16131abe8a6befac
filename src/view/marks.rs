//! Marks what is shown with where it comes from. Every function gives back what it was given when nothing is to be marked.

use std::fmt::Arguments;

use super::PageContext;
use crate::config::LanguageId;
use crate::html::Html;
use crate::origin::{Origin, OriginPart};
use crate::site::PageId;
use crate::site::page::Version;
use crate::source::{SourcePath, Span};

impl PageContext<'_> {
    /// Marks what shows prose of a page: a field of the version that this reader gets.
    #[must_use]
    pub fn prose(self, html: Html, page: PageId, field: &str) -> Html {
        if self.origins.is_none() {
            return html;
        }
        let (_, version) = self.snapshot.site.pages.full_version(&self.snapshot.config, page, self.language);
        self.field_of(html, version, format_args!("{field}"))
    }

    /// Marks what shows a fact of a page: a field of its source file.
    #[must_use]
    pub fn stated(self, html: Html, page: PageId, field: Arguments<'_>) -> Html {
        match self.snapshot.site.pages.get(page).own(LanguageId::SOURCE) {
            Some(version) if self.origins.is_some() => self.field_of(html, version, field),
            _ => html,
        }
    }

    /// Marks what shows a field of one file. A page that the program made has none.
    #[must_use]
    pub fn field_of(self, html: Html, version: &Version, field: Arguments<'_>) -> Html {
        let Some(origins) = self.origins.filter(|_| version.doc.is_some()) else { return html };
        origins.mark(html, Origin { path: version.entry.path.clone(), part: OriginPart::Field(field.to_string()) })
    }

    /// Marks what shows a setting of site.toml.
    #[must_use]
    pub fn setting(self, html: Html, field: Arguments<'_>) -> Html {
        let Some(origins) = self.origins else { return html };
        origins.mark(html, Origin { path: SourcePath::new("site.toml"), part: OriginPart::Field(field.to_string()) })
    }

    /// Marks what shows a cell of a row of data.
    #[must_use]
    pub fn cell(self, html: Html, row: RowPlace<'_>, column: &'static str) -> Html {
        let Some(origins) = self.origins else { return html };
        origins.mark(html, row.origin(column))
    }

    /// Marks a plain text that shows a cell of a row of data.
    #[must_use]
    pub fn cell_text(self, text: String, row: RowPlace<'_>, column: &'static str) -> String {
        let Some(origins) = self.origins else { return text };
        origins.mark_text(&text, row.origin(column))
    }

    /// Marks a plain text that shows a fact of a page.
    #[must_use]
    pub fn stated_text(self, text: String, page: PageId, field: Arguments<'_>) -> String {
        let version = self.snapshot.site.pages.get(page).own(LanguageId::SOURCE).filter(|version| version.doc.is_some());
        let Some((origins, version)) = self.origins.zip(version) else { return text };
        origins.mark_text(&text, Origin { path: version.entry.path.clone(), part: OriginPart::Field(field.to_string()) })
    }
}

/// Where a row of data stands.
#[derive(Clone, Copy, Debug)]
pub struct RowPlace<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// The row, or the cell of its value.
    pub span: Span,
}

impl RowPlace<'_> {
    fn origin(self, column: &'static str) -> Origin {
        Origin { path: self.path.clone(), part: OriginPart::Cell { span: self.span, column } }
    }
}
