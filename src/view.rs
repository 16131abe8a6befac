//! The values that templates receive: each holds what its page shows and nothing else. Chooses and words; knows no
//! template.

pub mod administration;
pub mod approved;
pub mod assignment;
pub mod body;
pub mod change;
pub mod chart;
pub mod decision;
pub mod figure;
pub mod follow_up;
pub mod goal;
pub mod indicator;
mod inputs;
pub mod languages;
pub mod letters;
pub mod list;
mod marks;
pub mod more;
pub mod not_found;
pub mod open_data;
pub mod page;
pub mod part;
pub mod phrase;
pub mod programme;
pub mod progress;
pub mod reporting;
pub mod row;
pub mod shell;
pub mod site_map;
pub mod statement;
pub mod target;

use serde::Serialize;

use crate::config::{LanguageId, LocalText};
use crate::html::{self, Html};
use crate::locale::catalogue::{Arg, Catalogue};
use crate::locale::{Direction, Locale};
use crate::origin::Origins;
use crate::period::Period;
use crate::site::model::Model;
use crate::site::rows::AnyPage;
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
}

impl PageView {
    /// The name of its template: a piece of news is a text like any other, only its list is a kind of its own; parts of
    /// lists share one.
    pub fn template(&self) -> &'static str {
        match self.view {
            page::KindView::Text(_) => "page",
            page::KindView::Part(_) => "part",
            _ => self.page.kind,
        }
    }
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
    /// Where what is shown comes from, when it is to be marked.
    pub origins: Option<&'a Origins>,
}

impl<'a> PageContext<'a> {
    /// What pages for readers of a language are made for.
    pub fn new(snapshot: &'a Snapshot, language: LanguageId) -> Self {
        Self { snapshot, language, origins: None }
    }

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
        self.prose(self.text_in(&entry.title.value, language), page, "title")
    }

    /// A page's title as plain text, for charts and the browser's tab.
    pub fn plain_title(self, page: PageId) -> String {
        self.snapshot.site.version(&self.snapshot.config, page, self.language).1.title.value.clone()
    }

    /// A page's summary for this reader.
    pub fn summary(self, page: PageId) -> Option<Html> {
        let (language, entry) = self.snapshot.site.version(&self.snapshot.config, page, self.language);
        entry.summary.as_ref().map(|summary| self.prose(self.text_in(summary, language), page, "summary"))
    }

    /// A link to a page.
    pub fn link(self, page: PageId) -> Link {
        Link { title: self.title(page), href: self.page_href(page) }
    }

    /// A link to a page that a field of another page names.
    pub fn linked_by(self, page: PageId, by: PageId, field: &str) -> Link {
        let link = self.link(page);
        Link { title: self.stated(link.title, by, format_args!("{field}")), ..link }
    }

    /// A link to any page, if the site has it.
    pub fn link_to(self, page: AnyPage) -> Option<Link> {
        match page {
            AnyPage::Page(page) => Some(self.link(page)),
            AnyPage::Generated(page) => self.generated_link(page),
        }
    }

    /// What the site's lists follow from.
    pub fn model(self) -> Model<'a> {
        self.snapshot.site.model(&self.snapshot.config)
    }

    /// A link to a generated page, if the site has it.
    pub fn generated_link(self, generated: Generated) -> Option<Link> {
        let url = self.snapshot.site.routes.generated(generated, self.language)?;
        Some(Link { title: self.generated_title(generated), href: self.href(url) })
    }

    /// The title of a generated page.
    pub fn generated_title(self, generated: Generated) -> Html {
        let title = generated.spec().title;
        match generated.period() {
            Some(period) => self.tf(title, &[("period", Arg::from(phrase::period(self, period)))]),
            None => self.t(title),
        }
    }

    /// The same as plain text, for the browser's tab.
    pub fn plain_generated_title(self, generated: Generated) -> String {
        let title = generated.spec().title;
        match generated.period() {
            Some(period) => self.texts().string(title, &[("period", Arg::from(phrase::period_text(self, period)))]),
            None => self.texts().plain(title),
        }
    }

    /// A link to a period's page, named by the period.
    pub fn period_link(self, period: Period) -> Link {
        let own = self.generated_link(Generated::Period(period));
        // What is not a period of the programme's own is found on its year's page.
        let link = own.or_else(|| self.generated_link(Generated::Period(Period::Year(period.year()))));
        Link { title: phrase::period(self, period), href: link.map(|link| link.href).unwrap_or_default() }
    }

    /// A number of things.
    pub fn count(self, count: usize) -> Html {
        Html::text(&self.texts().formats.number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), 0))
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
