//! The values that templates receive: each holds what its page shows and nothing else. Chooses and words; knows no
//! template.

pub mod approved;
pub mod body;
pub mod chart;
pub mod figure;
pub mod indicator;
pub mod open_data;
pub mod page;
pub mod phrase;
pub mod programme;
pub mod progress;
pub mod reporting;
pub mod row;
pub mod shell;
pub mod statement;
pub mod target;

use serde::Serialize;

use crate::config::{LanguageId, LocalText};
use crate::html::{self, Html};
use crate::locale::catalogue::{Arg, Catalogue};
use crate::locale::{Direction, Locale};
use crate::site::{Generated, PageId};
use crate::snapshot::Snapshot;

/// The whole value of a template.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What is about this page in every kind.
    pub page: Page,
    /// The language picker.
    pub picker: Vec<PickerEntry>,
    /// The path from the start page.
    pub crumbs: Vec<Crumb>,
    /// The easy-read or the ordinary version of this page.
    pub twin: Option<Twin>,
    /// What readers must know first.
    pub notices: Vec<Notice>,
    /// One sentence.
    pub summary: Option<Html>,
    /// The text.
    pub content: Content,
    /// Its sections.
    pub toc: Vec<TocEntry>,
    /// What this kind of page shows besides.
    pub view: page::KindView,
    /// Which entry of the main menu the page belongs to.
    #[serde(skip)]
    pub section: Option<Section>,
}

impl PageView {
    /// The name of its template: a piece of news is a text like any other, only its list is a kind of its own.
    pub fn template(&self) -> &'static str {
        if matches!(self.view, page::KindView::Page { .. }) { "page" } else { self.page.kind }
    }
}

/// The entries of the main menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The start page.
    Start,
    /// The programme.
    Programme,
    /// Goals.
    Goals,
    /// Assignments.
    Assignments,
    /// Bodies.
    Bodies,
    /// Progress.
    Progress,
    /// Contact.
    Contact,
    /// A page that site.toml puts into the menu.
    Page(PageId),
}

/// What is about a page in every kind.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// The kind, which also names the template.
    pub kind: &'static str,
    /// The heading.
    pub title: Html,
    /// The title in the browser's tab.
    pub head_title: Html,
    /// For search engines.
    pub description: Option<Html>,
    /// The absolute address that counts.
    pub canonical: Option<Html>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// The same page in other languages.
    pub alternates: Vec<Alternate>,
    /// The feed of what the page is about.
    pub feed: Option<Link>,
}

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// BCP 47 tag or `x-default`.
    pub hreflang: &'static str,
    /// Absolute address.
    pub href: Html,
}

/// An entry of the language picker.
#[derive(Clone, Debug, Serialize)]
pub struct PickerEntry {
    /// The language's own name.
    pub name: &'static str,
    /// Its tag.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// This page in it.
    pub href: Html,
    /// Whether it is the page's own.
    pub current: bool,
    /// Whether the page is translated into it.
    pub translated: bool,
    /// What to say if not, in that language.
    pub untranslated_note: Option<Html>,
}

/// A step of the path from the start page.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// The page's title.
    pub title: Html,
    /// Its address; none for the page itself.
    pub href: Option<Html>,
}

/// A link between a page and its easy-read version.
#[derive(Clone, Debug, Serialize)]
pub struct Twin {
    /// Where it goes.
    pub href: Html,
    /// The language of what is there.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// The link's text.
    pub label: Html,
}

/// Something that readers must know first.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// `demo`, `fallback` or `machine`.
    pub kind: &'static str,
    /// What it says.
    pub html: Html,
}

/// A text and its language, when that is not the page's.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Content {
    /// The text.
    pub html: Html,
    /// Its language.
    pub lang: Option<&'static str>,
    /// Its direction.
    pub dir: Option<&'static str>,
}

/// A section of a page.
#[derive(Clone, Debug, Serialize)]
pub struct TocEntry {
    /// The anchor.
    pub id: Html,
    /// The heading.
    pub title: Html,
}

/// A link.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// Its text.
    pub title: Html,
    /// Where it goes.
    pub href: Html,
}

/// A label and a value.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: Html,
    /// The value.
    pub value: Html,
}

/// What a page is made for: one reader's language and the state of the site.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// The site.
    pub snapshot: &'a Snapshot,
    /// The reader's language.
    pub language: LanguageId,
}

impl<'a> PageContext<'a> {
    /// The reader's language.
    pub fn locale(self) -> &'static Locale {
        self.snapshot.config.language(self.language).locale
    }

    /// The interface's texts in it.
    ///
    /// # Panics
    /// Never: there is a catalogue for each language.
    pub fn texts(self) -> &'a Catalogue {
        self.snapshot.catalogues.get(self.language.index()).expect("one catalogue a language")
    }

    /// A message without arguments.
    pub fn t(self, id: &str) -> Html {
        self.texts().text(id)
    }

    /// A message with arguments.
    pub fn tf(self, id: &str, args: &[(&str, Arg)]) -> Html {
        self.texts().html(id, args)
    }

    /// Text in a language, marked where it is not the reader's (WCAG 3.1.2).
    pub fn text_in(self, text: &str, language: LanguageId) -> Html {
        let own = self.locale();
        let other = self.snapshot.config.language(language).locale;
        let mut html = String::new();
        if own.tag == other.tag {
            self.escape_own(&mut html, text);
        } else {
            html.push_str("<span");
            html.push_str(&html::language_attributes(other.tag, other.direction.key()));
            html.push('>');
            html::escape_into(&mut html, text);
            html.push_str("</span>");
        }
        Html::trusted(html)
    }

    /// Text in the reader's own language.
    pub fn own(self, text: &str) -> Html {
        let mut html = String::new();
        self.escape_own(&mut html, text);
        Html::trusted(html)
    }

    fn escape_own(self, html: &mut String, text: &str) {
        match self.locale().direction {
            Direction::LeftToRight => html::escape_into(html, text),
            Direction::RightToLeft => html::escape_isolating_numbers(html, text),
        }
    }

    /// Text in the language that the programme was decided in.
    pub fn source_text(self, text: &str) -> Html {
        self.text_in(text, LanguageId::SOURCE)
    }

    /// The language and direction of the source, where they are not the reader's.
    pub fn source_language(self) -> (Option<&'static str>, Option<&'static str>) {
        self.language_of(LanguageId::SOURCE)
    }

    /// A language's tag and direction, where they are not the reader's.
    pub fn language_of(self, language: LanguageId) -> (Option<&'static str>, Option<&'static str>) {
        let other = self.snapshot.config.language(language).locale;
        if other.tag == self.locale().tag {
            return (None, None);
        }
        (Some(other.tag), Some(other.direction.key()))
    }

    /// A text of site.toml, in the reader's language or marked as what it is.
    pub fn local(self, text: &LocalText) -> Html {
        let config = &self.snapshot.config;
        let (text, tag) = text.get(config, self.language);
        config.find_language(tag).map_or_else(|| Html::text(text), |language| self.text_in(text, language))
    }

    /// An address below the base path.
    pub fn href(self, url: &str) -> Html {
        href(self.snapshot, url)
    }

    /// Where a page is for this reader.
    pub fn page_href(self, page: PageId) -> Html {
        self.href(self.snapshot.site.routes.page(page, self.language))
    }

    /// A page's title for this reader.
    pub fn title(self, page: PageId) -> Html {
        let (language, entry) = self.snapshot.site.version(&self.snapshot.config, page, self.language);
        self.text_in(&entry.title.value, language)
    }

    /// A page's title as plain text, for charts and the browser's tab.
    pub fn plain_title(self, page: PageId) -> String {
        self.snapshot.site.version(&self.snapshot.config, page, self.language).1.title.value.clone()
    }

    /// A page's summary for this reader.
    pub fn summary(self, page: PageId) -> Option<Html> {
        let (language, entry) = self.snapshot.site.version(&self.snapshot.config, page, self.language);
        entry.summary.as_ref().map(|summary| self.text_in(summary, language))
    }

    /// A link to a page.
    pub fn link(self, page: PageId) -> Link {
        Link { title: self.title(page), href: self.page_href(page) }
    }

    /// A link to a generated page, if the site has it.
    pub fn generated_link(self, generated: Generated) -> Option<Link> {
        let url = self.snapshot.site.routes.generated(generated, self.language)?;
        Some(Link { title: self.generated_title(generated), href: self.href(url) })
    }

    /// The title of a generated page.
    pub fn generated_title(self, generated: Generated) -> Html {
        match generated {
            Generated::Progress => self.t("progress-title"),
            Generated::Period(period) => self.tf("period-title", &[("period", Arg::from(phrase::period(self, period)))]),
            Generated::Coverage => self.t("coverage-title"),
            Generated::Letters => self.t("letters-title"),
            Generated::Sitemap => self.t("sitemap-title"),
            Generated::Languages => self.t("languages-title"),
            Generated::Statement => self.t("statement-title"),
            Generated::OpenData => self.t("open-data-title"),
        }
    }

    /// A fact with its label from the catalogue.
    pub fn fact(self, label: &str, value: Html) -> Fact {
        Fact { label: self.t(label), value }
    }
}

/// An address below the base path, escaped.
pub fn href(snapshot: &Snapshot, url: &str) -> Html {
    Html::text(&snapshot.config.path_of(url))
}
