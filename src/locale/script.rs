//! Scripts: which one a language is written in, and which one a letter belongs to.

/// A script that the program tells from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Swedish, English, Finnish, Somali …
    Latin,
    /// Ukrainian …
    Cyrillic,
    /// Yiddish …
    Hebrew,
    /// Arabic, Dari, Persian …
    Arabic,
    /// Tigrinya, Amharic.
    Ethiopic,
}

impl Script {
    /// The script that a BCP 47 tag says or implies; `None` where it says none that is known (IANA Language Subtag
    /// Registry, `Suppress-Script`, and CLDR's likely subtags).
    pub fn of_language(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let language = parts.next()?.to_ascii_lowercase();
        // A script stands second, with four letters.
        if let Some(script) = parts.next().filter(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            return match script.to_ascii_lowercase().as_str() {
                "latn" => Some(Self::Latin),
                "cyrl" => Some(Self::Cyrillic),
                "hebr" => Some(Self::Hebrew),
                "arab" => Some(Self::Arabic),
                "ethi" => Some(Self::Ethiopic),
                _ => None,
            };
        }
        match language.as_str() {
            "sv" | "en" | "fi" | "so" | "de" | "se" | "fr" | "es" | "nb" | "nn" | "no" | "da" | "pl" | "bs" | "hr" | "et" | "tr"
            | "smj" | "sma" | "fit" | "rom" | "sq" => Some(Self::Latin),
            "uk" | "ru" | "be" | "bg" | "mk" => Some(Self::Cyrillic),
            "yi" | "he" => Some(Self::Hebrew),
            "ar" | "fa" | "prs" | "ps" | "ur" | "ckb" => Some(Self::Arabic),
            "ti" | "am" => Some(Self::Ethiopic),
            _ => None,
        }
    }

    /// The script of a letter; `None` for digits, signs and scripts that are not told apart.
    pub fn of_letter(letter: char) -> Option<Self> {
        match letter {
            'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' if letter.is_alphabetic() => Some(Self::Latin),
            '\u{400}'..='\u{52F}' => Some(Self::Cyrillic),
            '\u{5D0}'..='\u{5F2}' | '\u{FB1D}'..='\u{FB4F}' => Some(Self::Hebrew),
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
                if letter.is_alphabetic() =>
            {
                Some(Self::Arabic)
            }
            '\u{1200}'..='\u{139F}' | '\u{2D80}'..='\u{2DDF}' | '\u{AB00}'..='\u{AB2F}' if letter.is_alphabetic() => Some(Self::Ethiopic),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn every_language_of_the_program_has_a_script() {
        for tag in Locale::tags() {
            let locale = Locale::find(tag).expect("the tag is one of the list");
            let first = locale.autonym.chars().find(|c| c.is_alphabetic()).expect("a name has letters");
            assert_eq!(Script::of_language(tag), Script::of_letter(first), "{tag}");
        }
    }

    #[test]
    fn a_tag_may_name_its_script() {
        let cases = [("so-Arab", Some(Script::Arabic)), ("sv-simple", Some(Script::Latin)), ("zh-Hans", None), ("", None)];
        for (tag, script) in cases {
            assert_eq!(Script::of_language(tag), script, "{tag}");
        }
    }
}
