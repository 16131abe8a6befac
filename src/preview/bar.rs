//! The bar's script with its words and its styles. Its words are data, one file a language.

use crate::diagnostic::UiLanguage;

/// The parts of the script, in their order; together they are one function.
const PARTS: [&str; 4] =
    [include_str!("bar/bar.js"), include_str!("bar/page.js"), include_str!("bar/site.js"), include_str!("bar/views.js")];

/// The part that changes files, and its styles.
const EDIT: [&str; 3] = [include_str!("bar/places.js"), include_str!("bar/edit.js"), include_str!("bar/edit.css")];

/// What runs when all the rest is there.
const START: &str = include_str!("bar/start.js");

/// The bar's script, with or without what changes files.
pub(super) fn script(ui_language: UiLanguage, edits: bool) -> String {
    let [places, edit, edit_style] = if edits { EDIT } else { [""; 3] };
    let style = format!("{}{edit_style}", include_str!("bar/bar.css"));
    let style = serde_json::to_string(&style).unwrap_or_default();
    let parts = PARTS.into_iter().chain([places, edit, START]).collect::<Vec<_>>().join("\n");
    // Pages in frames are looked at by the bar of the page around them.
    let script = format!("(() => {{\nif (window !== window.top) return;\n{parts}}})();\n");
    script.replace("\"BAR_WORDS\"", words(ui_language).trim_end()).replace("\"BAR_STYLE\"", &style).replace("\"EDITS\"", &edits.to_string())
}

fn words(ui_language: UiLanguage) -> &'static str {
    match ui_language {
        UiLanguage::Swedish => include_str!("bar/sv.json"),
        UiLanguage::English => include_str!("bar/en.json"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn has_every_text_in_both_languages_and_uses_each() {
        let words =
            |ui_language| serde_json::from_str::<BTreeMap<String, String>>(words(ui_language)).expect("the words are a table of texts");
        let (swedish, english) = (words(UiLanguage::Swedish), words(UiLanguage::English));
        assert_eq!(swedish.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
        let parts = [PARTS.concat(), EDIT.concat(), START.to_owned()].concat();
        for key in swedish.keys() {
            assert!(parts.contains(&format!("words.{key}")) || parts.contains(&format!("\"{key}\"")), "`{key}` is not used");
        }
        let used = parts.match_indices(" words.").chain(parts.match_indices("(words.")).chain(parts.match_indices("{words."));
        for (at, start) in used {
            let key: String = parts.get(at + start.len()..).unwrap_or_default().chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(swedish.contains_key(&key), "`{key}` has no text");
        }
        for (ui_language, edits) in [(UiLanguage::Swedish, true), (UiLanguage::English, false)] {
            let script = script(ui_language, edits);
            assert!(!script.contains("\"BAR_") && !script.contains("\"EDITS\""), "all is filled in");
            assert_eq!(script.contains("edit/save"), edits, "who may not change files has no script for it");
        }
    }
}
