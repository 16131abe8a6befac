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

/// A script. Which of them the default theme brings a font for is in its style.css.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Of Arabic, Persian and Dari.
    Arabic,
    /// Of Ukrainian.
    Cyrillic,
    /// Of Tigrinya.
    Ethiopic,
    /// Of Yiddish.
    Hebrew,
    /// Of the others.
    Latin,
}

/// A language the program knows, and all that it knows of it. The list is closed: a language without locale data would
/// silently get English or no dates, numbers and plurals.
#[derive(Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag, as it stands in `lang`.
    pub tag: &'static str,
    /// The language's own name, as its readers expect it; CLDR's differs in case and wording.
    pub autonym: &'static str,
    /// Its name in Swedish, for messages to staff.
    pub swedish: &'static str,
    /// Its script.
    pub script: Script,
    /// Direction of its script.
    pub direction: Direction,
    /// The tag for locale data, with calendar and digits pinned where the default would be another
    /// (Dari: Gregorian calendar, Latin digits).
    pub cldr: &'static str,
    /// Its code in the EU's authority table of languages (Publications Office), for catalogues of open data.
    pub eu_code: &'static str,
    /// The words that a sentence may have: in plain Swedish 25, in easy-read Swedish 15, elsewhere what says as much (by
    /// the words a sentence of the Universal Declaration of Human Rights in each language).
    pub sentence_words: usize,
    /// Above this LIX a text is harder than its readers can be expected to take in (Björnsson's bands). `None` for other
    /// languages than Swedish: a law in Tigrinya would come out as a children's book, a Finnish one as unreadable.
    pub lix_limit: Option<u32>,
    /// Letters that readers look for under another one in a list from A to Ö: `أ` under `ا`.
    pub same_letters: &'static [(char, char)],
}

use Direction::{LeftToRight as Ltr, RightToLeft as Rtl};
use Script::{Arabic, Cyrillic, Ethiopic, Hebrew, Latin};

/// Alif with hamza or madda.
const ALIF: &[(char, char)] = &[('أ', 'ا'), ('إ', 'ا'), ('آ', 'ا')];

// A language a line: what one lacks is seen beside the others.
#[rustfmt::skip]
static LOCALES: &[Locale] = &[
    Locale { tag: "sv", autonym: "Svenska", swedish: "svenska", script: Latin, direction: Ltr, cldr: "sv", eu_code: "SWE", sentence_words: 25, lix_limit: Some(40), same_letters: &[] },
    // `simple` is a registered variant of BCP 47 (IANA Language Subtag Registry, 2015-12-29).
    Locale { tag: "sv-simple", autonym: "Lättläst svenska", swedish: "lättläst svenska", script: Latin, direction: Ltr, cldr: "sv", eu_code: "SWE", sentence_words: 15, lix_limit: Some(30), same_letters: &[] },
    Locale { tag: "en", autonym: "English", swedish: "engelska", script: Latin, direction: Ltr, cldr: "en-GB", eu_code: "ENG", sentence_words: 30, lix_limit: None, same_letters: &[] },
    Locale { tag: "en-GB", autonym: "English", swedish: "engelska", script: Latin, direction: Ltr, cldr: "en-GB", eu_code: "ENG", sentence_words: 30, lix_limit: None, same_letters: &[] },
    Locale { tag: "ar", autonym: "العربية", swedish: "arabiska", script: Arabic, direction: Rtl, cldr: "ar-u-ca-gregory-nu-latn", eu_code: "ARA", sentence_words: 22, lix_limit: None, same_letters: ALIF },
    Locale { tag: "ti", autonym: "ትግርኛ", swedish: "tigrinska", script: Ethiopic, direction: Ltr, cldr: "ti-u-ca-gregory-nu-latn", eu_code: "TIR", sentence_words: 25, lix_limit: None, same_letters: &[] },
    Locale { tag: "so", autonym: "Soomaali", swedish: "somaliska", script: Latin, direction: Ltr, cldr: "so-u-ca-gregory-nu-latn", eu_code: "SOM", sentence_words: 32, lix_limit: None, same_letters: &[] },
    Locale { tag: "fa-AF", autonym: "دری", swedish: "dari", script: Arabic, direction: Rtl, cldr: "fa-AF-u-ca-gregory-nu-latn", eu_code: "PRS", sentence_words: 31, lix_limit: None, same_letters: ALIF },
    Locale { tag: "fa", autonym: "فارسی", swedish: "persiska", script: Arabic, direction: Rtl, cldr: "fa-u-ca-gregory-nu-latn", eu_code: "FAS", sentence_words: 31, lix_limit: None, same_letters: ALIF },
    Locale { tag: "uk", autonym: "Українська", swedish: "ukrainska", script: Cyrillic, direction: Ltr, cldr: "uk", eu_code: "UKR", sentence_words: 26, lix_limit: None, same_letters: &[] },
    Locale { tag: "fi", autonym: "Suomi", swedish: "finska", script: Latin, direction: Ltr, cldr: "fi", eu_code: "FIN", sentence_words: 16, lix_limit: None, same_letters: &[] },
    Locale { tag: "de", autonym: "Deutsch", swedish: "tyska", script: Latin, direction: Ltr, cldr: "de", eu_code: "DEU", sentence_words: 25, lix_limit: None, same_letters: &[] },
    Locale { tag: "se", autonym: "Davvisámegiella", swedish: "nordsamiska", script: Latin, direction: Ltr, cldr: "se", eu_code: "SME", sentence_words: 25, lix_limit: None, same_letters: &[] },
    Locale { tag: "yi", autonym: "ייִדיש", swedish: "jiddisch", script: Hebrew, direction: Rtl, cldr: "yi", eu_code: "YID", sentence_words: 25, lix_limit: None, same_letters: &[] },
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

    /// The letter that readers look under for a word that begins with another.
    pub fn base_letter(&self, letter: char) -> char {
        self.same_letters.iter().find(|(own, _)| *own == letter).map_or(letter, |(_, base)| *base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: &str = include_str!("../themes/default/style.css");

    /// The rules that name a language, by its first subtag, and have a text in them.
    fn has_rule(language: &str, text: &str) -> bool {
        STYLE.lines().any(|line| line.contains(&format!(":lang({language})")) && line.contains(text))
    }

    #[test]
    fn the_theme_has_a_font_for_the_script_of_every_language() {
        for locale in LOCALES {
            let language = locale.tag.split('-').next().unwrap_or_default();
            // What phones and computers have no font for, in a style that is fit for print.
            let font = match locale.script {
                Script::Arabic => "Theme Arabic",
                Script::Ethiopic => "Theme Ethiopic",
                Script::Cyrillic | Script::Hebrew | Script::Latin => continue,
            };
            assert!(STYLE.contains(&format!("font-family: \"{font}\"")), "style.css has no @font-face for {font}");
            for (rule, what) in [(font, "its font"), ("--leading:", "its line height"), ("--em-style: normal", "emphasis without italics")]
            {
                assert!(has_rule(language, rule), "themes/default/style.css has no rule :lang({language}) with {what} ({rule})");
            }
        }
    }

    #[test]
    fn tags_codes_and_directions_fit_together() {
        for locale in LOCALES {
            let rtl = matches!(locale.script, Script::Arabic | Script::Hebrew);
            assert_eq!(locale.direction == Direction::RightToLeft, rtl, "{}", locale.tag);
            assert!(locale.eu_code.len() == 3 && locale.eu_code.bytes().all(|byte| byte.is_ascii_uppercase()), "{}", locale.tag);
            assert_eq!(locale.lix_limit.is_some(), locale.eu_code == "SWE", "{}", locale.tag);
            assert_eq!(LOCALES.iter().filter(|other| other.tag == locale.tag).count(), 1, "{}", locale.tag);
        }
    }

    #[test]
    fn readers_find_words_under_the_letter_that_they_look_for() {
        let letter = |tag: &str, letter: char| Locale::find(tag).map(|locale| locale.base_letter(letter));
        assert_eq!([letter("ar", 'أ'), letter("ar", 'ب'), letter("sv", 'Å')], [Some('ا'), Some('ب'), Some('Å')]);
    }
}
