//! Marks what is shown with where it comes from. Every function gives back what it was given when nothing is to be marked.

use std::fmt::Arguments;

use super::PageContext;
use crate::config::{LanguageId, LocalText};
use crate::document::data::{FollowUp, Observation, ReportSection};
use crate::document::facts::Target;
use crate::document::markdown::{Element, Piece};
use crate::html::{Html, Mark};
use crate::origin::{Origin, OriginPart};
use crate::site::PageId;
use crate::site::page::Version;
use crate::site::programme::{Measured, Reported, TargetId};
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

    /// Marks what shows something of a file that has no parts of its own.
    #[must_use]
    pub fn file(self, html: Html, path: &SourcePath) -> Html {
        let Some(origins) = self.origins else { return html };
        origins.mark(html, Origin { path: path.clone(), part: OriginPart::File })
    }

    /// The mark of what shows a block of a version's text.
    pub fn block_mark(self, version: &Version, span: Span) -> Option<Mark> {
        let origins = self.origins.filter(|_| version.doc.is_some())?;
        Some(origins.number(Origin { path: version.entry.path.clone(), part: OriginPart::Block(span) }))
    }

    /// Marks what repeats a heading of a version's text, by its number.
    #[must_use]
    pub fn heading(self, html: Html, version: &Version, number: usize) -> Html {
        if self.origins.is_none() {
            return html;
        }
        let is_it = |piece: Piece<'_>| matches!(piece, Piece::Start(Element::Heading(index)) if index as usize == number);
        let block = version.entry.text.blocks().find(|block| block.pieces().any(is_it));
        match block.and_then(|block| self.block_mark(version, block.span())) {
            Some(mark) => html.marked(mark),
            None => html,
        }
    }

    /// A text of site.toml or of front matter that may differ by language; `mark` is given the end of its field's name.
    pub fn local_field(self, text: &LocalText, mark: impl FnOnce(Html, &str) -> Html) -> Html {
        let key = text.key(&self.snapshot.config, self.language).map(|tag| format!(".{tag}"));
        mark(self.local(text), key.as_deref().unwrap_or_default())
    }

    /// Marks what shows a field of an item of a page's front matter.
    #[must_use]
    pub fn item(self, html: Html, item: Item, field: &str) -> Html {
        self.stated(html, item.page, format_args!("{}.{}.{field}", item.list, item.index))
    }

    /// Marks what shows a field of a target.
    #[must_use]
    pub fn of_target(self, html: Html, target: &Target, field: &str) -> Html {
        match self.origins.and_then(|_| self.snapshot.site.programme.find_target(&target.id.value)) {
            Some(id) => self.item(html, Item::target(id), field),
            None => html,
        }
    }

    /// Marks what shows the value of a measurement.
    #[must_use]
    pub fn measured(self, html: Html, measured: &Measured) -> Html {
        self.cell(html, RowPlace::from(&measured.row), "varde")
    }

    /// Marks a plain text that shows the value of a measurement.
    #[must_use]
    pub fn measured_text(self, text: String, measured: &Measured) -> String {
        let Some(origins) = self.origins else { return text };
        origins.mark_text(&text, RowPlace::from(&measured.row).origin("varde"))
    }

    /// Marks a plain text that shows a field of a target.
    #[must_use]
    pub fn target_text(self, text: String, target: &Target, field: &str) -> String {
        if self.origins.is_none() {
            return text;
        }
        self.of_target(Html::trusted(text), target, field).as_str().to_owned()
    }

    /// Marks what shows a cell of a follow-up.
    #[must_use]
    pub fn reported(self, html: Html, reported: &Reported, column: &'static str) -> Html {
        self.cell(html, RowPlace::from(&reported.row), column)
    }
}

/// An item of a list in a page's front matter.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// The page.
    pub page: PageId,
    /// The list's field.
    pub list: &'static str,
    /// Its number in the list, from 0.
    pub index: usize,
}

impl Item {
    /// A target.
    pub fn target(id: TargetId) -> Self {
        Self { page: id.owner, list: "targets", index: id.index }
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

impl<'a> From<&'a Observation> for RowPlace<'a> {
    fn from(row: &'a Observation) -> Self {
        Self { path: &row.path, span: row.span }
    }
}

impl<'a> From<&'a FollowUp> for RowPlace<'a> {
    fn from(row: &'a FollowUp) -> Self {
        Self { path: &row.path, span: row.span }
    }
}

impl<'a> From<&'a ReportSection> for RowPlace<'a> {
    fn from(row: &'a ReportSection) -> Self {
        Self { path: &row.path, span: row.span }
    }
}

impl RowPlace<'_> {
    fn origin(self, column: &'static str) -> Origin {
        Origin { path: self.path.clone(), part: OriginPart::Cell { span: self.span, column } }
    }
}
