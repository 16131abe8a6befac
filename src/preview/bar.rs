//! The bar's script with its words and its styles. Its words are data, one file a language.

use crate::diagnostic::Speech;

/// The bar's script.
pub(super) fn script(speech: Speech) -> String {
    let words = match speech {
        Speech::Swedish => include_str!("bar.sv.json"),
        Speech::English => include_str!("bar.en.json"),
    };
    let style = serde_json::to_string(include_str!("bar.css")).unwrap_or_default();
    include_str!("bar.js").replace("\"BAR_WORDS\"", words.trim_end()).replace("\"BAR_STYLE\"", &style)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn has_every_text_in_both_languages_and_uses_each() {
        let words = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text).expect("the words are a table of texts");
        let (swedish, english) = (words(include_str!("bar.sv.json")), words(include_str!("bar.en.json")));
        assert_eq!(swedish.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
        let script = include_str!("bar.js");
        for key in swedish.keys() {
            assert!(script.contains(&format!("words.{key}")) || script.contains(&format!("\"{key}\"")), "`{key}` is not used");
        }
        for speech in [Speech::Swedish, Speech::English] {
            assert!(!self::script(speech).contains("\"BAR_"), "all is filled in");
        }
    }
}
