//! The pages that the program makes of the whole model: one row of one table each. What stands on them is filled in by
//! `view`; all else that is particular to one of them is in its row.

use super::data::TableId;
use super::menu::Section;
use super::{Pages, Programme, Progress};
use crate::config::Config;
use crate::locale::catalogue::Catalogue;
use crate::period::Period;

/// What the table needs to know of a site to tell which of the pages it has.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// Its settings.
    pub config: &'a Config,
    /// Its pages.
    pub pages: &'a Pages,
    /// Its programme.
    pub programme: &'a Programme,
    /// How that goes.
    pub progress: &'a Progress,
    /// Its open data.
    pub tables: &'a [TableId],
}

/// A row of the table.
#[derive(Debug)]
pub struct GeneratedSpec {
    /// Its word in `tydlig routes` and in `page.kind`, and the name of its template.
    pub key: &'static str,
    /// The message that is the last part of its address; a page about a period has the period there.
    pub slug: Option<&'static str>,
    /// The page it stands below, in addresses, paths and the site map.
    pub parent: Option<Generated>,
    /// The message of its title; a page about a period gives it `period`.
    pub title: &'static str,
    /// The message of its summary.
    pub summary: Option<&'static str>,
    /// The entry of the main menu that it belongs to.
    pub section: Option<Section>,
    /// Its link at the foot of all pages.
    pub footer: Option<FooterPlace>,
    /// Whether the feed of follow-ups is about what it shows.
    pub has_feed: bool,
    /// Those that a site has: one or none, or one a period.
    pub pages: fn(&Model<'_>) -> Vec<Generated>,
}

/// A link's place at the foot of all pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FooterPlace {
    /// The links stand in the order of these numbers.
    pub order: u8,
    /// Its name for templates.
    pub key: &'static str,
}

macro_rules! generated_pages {
    ($($(#[$doc:meta])* $name:ident $(($of:ty))? $spec:block)*) => {
        /// A page that the program makes of the whole model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Generated {
            $($(#[$doc])* $name $(($of))?,)*
        }

        /// Every row, in the order of the site map.
        const GENERATED: &[GeneratedSpec] = &[$($spec),*];

        impl Generated {
            /// Its row.
            pub fn spec(self) -> &'static GeneratedSpec {
                match self {
                    $(Self::$name { .. } => const { &$spec },)*
                }
            }
        }
    };
}

generated_pages! {
    /// The overview of progress.
    Progress {
        GeneratedSpec {
            key: "progress",
            slug: Some("slug-progress"),
            parent: None,
            title: "progress-title",
            summary: Some("progress-summary"),
            section: Some(Section::Progress),
            footer: None,
            has_feed: true,
            pages: |model| one(Generated::Progress, has_programme(model)),
        }
    }
    /// Who owes which follow-up.
    Coverage {
        GeneratedSpec {
            key: "coverage",
            slug: Some("slug-coverage"),
            parent: Some(Generated::Progress),
            title: "coverage-title",
            summary: Some("coverage-summary"),
            section: Some(Section::Progress),
            footer: None,
            has_feed: true,
            pages: |model| one(Generated::Coverage, !model.progress.periods.is_empty()),
        }
    }
    /// The follow-ups of a year or of a part of it.
    Period(Period) {
        GeneratedSpec {
            key: "period",
            slug: None,
            parent: Some(Generated::Progress),
            title: "period-title",
            summary: None,
            section: Some(Section::Progress),
            footer: None,
            has_feed: true,
            pages: |model| model.progress.periods.iter().map(|period| Generated::Period(*period)).collect(),
        }
    }
    /// What data there is to download.
    OpenData {
        GeneratedSpec {
            key: "open-data",
            slug: Some("slug-open-data"),
            parent: None,
            title: "open-data-title",
            summary: Some("open-data-summary"),
            section: None,
            footer: Some(FooterPlace { order: 5, key: "data" }),
            has_feed: true,
            pages: |model| one(Generated::OpenData, !model.tables.is_empty()),
        }
    }
    /// Everything from A to Ö.
    Letters {
        GeneratedSpec {
            key: "index",
            slug: Some("slug-letters"),
            parent: None,
            title: "letters-title",
            summary: None,
            section: None,
            footer: Some(FooterPlace { order: 3, key: "index" }),
            has_feed: false,
            pages: |_| one(Generated::Letters, true),
        }
    }
    /// The tree of pages.
    Sitemap {
        GeneratedSpec {
            key: "sitemap",
            slug: Some("slug-sitemap"),
            parent: None,
            title: "sitemap-title",
            summary: None,
            section: None,
            footer: Some(FooterPlace { order: 2, key: "sitemap" }),
            has_feed: false,
            pages: |_| one(Generated::Sitemap, true),
        }
    }
    /// How much there is in each language.
    Languages {
        GeneratedSpec {
            key: "languages",
            slug: Some("slug-languages"),
            parent: None,
            title: "languages-title",
            summary: Some("languages-summary"),
            section: None,
            footer: Some(FooterPlace { order: 4, key: "languages" }),
            has_feed: false,
            pages: |model| one(Generated::Languages, model.config.languages.len() > 1),
        }
    }
    /// The accessibility statement.
    Statement {
        GeneratedSpec {
            key: "statement",
            slug: Some("slug-statement"),
            parent: None,
            title: "statement-title",
            summary: None,
            section: None,
            footer: Some(FooterPlace { order: 1, key: "accessibility" }),
            has_feed: false,
            pages: |model| one(Generated::Statement, model.config.statement.is_some()),
        }
    }
}

impl Generated {
    /// Those that a site has, in the order of the table.
    pub(super) fn all(model: &Model<'_>) -> Vec<Self> {
        GENERATED.iter().flat_map(|spec| (spec.pages)(model)).collect()
    }

    /// The period that it is about.
    pub fn period(self) -> Option<Period> {
        if let Self::Period(period) = self { Some(period) } else { None }
    }

    /// Its address below the language's own, with a slash at the end.
    pub(super) fn path(self, catalogue: &Catalogue) -> String {
        let spec = self.spec();
        let above = spec.parent.map(|parent| parent.path(catalogue)).unwrap_or_default();
        let own = spec
            .slug
            .map(|slug| catalogue.plain(slug))
            .or(self.period().map(|period| period.file_name().to_lowercase()))
            .unwrap_or_default();
        format!("{above}{own}/")
    }
}

fn one(page: Generated, there: bool) -> Vec<Generated> {
    if there { vec![page] } else { Vec::new() }
}

/// Whether there is anything that could go well or badly.
fn has_programme(model: &Model<'_>) -> bool {
    !model.programme.assignments.is_empty() || !model.programme.goals.is_empty() || !model.progress.periods.is_empty()
}
