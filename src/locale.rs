//! Languages: their BCP 47 tags, names and directions, and what is written in them.

pub mod catalogue;
pub mod format;
pub mod script;

use crate::diagnostic::{Message, suggestion};

/// The direction a script is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn key(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// A language the program knows. The list is closed: a language without locale data would silently get English or
/// no dates, numbers and plurals.
#[derive(Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag, as it stands in `lang`.
    pub tag: &'static str,
    /// The language's own name, as its readers expect it; CLDR's differs in case and wording.
    pub autonym: &'static str,
    /// Its name in Swedish, for messages to staff.
    pub swedish: &'static str,
    /// Direction of its script.
    pub direction: Direction,
    /// The tag for locale data, with calendar and digits pinned where the default would be another
    /// (Dari: Gregorian calendar, Latin digits).
    pub cldr: &'static str,
}

use Direction::{LeftToRight as Ltr, RightToLeft as Rtl};

const fn locale(tag: &'static str, autonym: &'static str, swedish: &'static str, direction: Direction, cldr: &'static str) -> Locale {
    Locale { tag, autonym, swedish, direction, cldr }
}

static LOCALES: &[Locale] = &[
    locale("sv", "Svenska", "svenska", Ltr, "sv"),
    // `simple` is a registered variant of BCP 47 (IANA Language Subtag Registry, 2015-12-29).
    locale("sv-simple", "Lättläst svenska", "lättläst svenska", Ltr, "sv"),
    locale("en", "English", "engelska", Ltr, "en-GB"),
    locale("en-GB", "English", "engelska", Ltr, "en-GB"),
    locale("ar", "العربية", "arabiska", Rtl, "ar-u-ca-gregory-nu-latn"),
    locale("ti", "ትግርኛ", "tigrinska", Ltr, "ti-u-ca-gregory-nu-latn"),
    locale("so", "Soomaali", "somaliska", Ltr, "so-u-ca-gregory-nu-latn"),
    locale("fa-AF", "دری", "dari", Rtl, "fa-AF-u-ca-gregory-nu-latn"),
    locale("fa", "فارسی", "persiska", Rtl, "fa-u-ca-gregory-nu-latn"),
    locale("uk", "Українська", "ukrainska", Ltr, "uk"),
    locale("fi", "Suomi", "finska", Ltr, "fi"),
    locale("de", "Deutsch", "tyska", Ltr, "de"),
    locale("se", "Davvisámegiella", "nordsamiska", Ltr, "se"),
    locale("yi", "ייִדיש", "jiddisch", Rtl, "yi"),
];

impl Locale {
    /// The locale with a tag.
    pub fn find(tag: &str) -> Option<&'static Self> {
        LOCALES.iter().find(|locale| locale.tag == tag)
    }

    /// All tags, for messages.
    pub fn tags() -> Vec<&'static str> {
        LOCALES.iter().map(|locale| locale.tag).collect()
    }

    /// What to write instead of an unknown tag.
    pub fn help_for(tag: &str) -> Option<Message> {
        // CLDR canonicalises Dari's ISO 639-3 code, but has no data under it.
        if tag == "prs" {
            return Some(Message::new("dari skrivs `fa-AF`", "Dari is written `fa-AF`"));
        }
        suggestion(tag, &Self::tags())
    }

    /// Whether it is an easy-read variant.
    pub fn is_simple(&self) -> bool {
        self.tag.ends_with("-simple")
    }
}
