//! What a rule means, for people.

use super::{Code, UiLanguage};

/// What a rule means, as Markdown. The files hold the Swedish text, a line `---`, the English text, and examples.
pub fn in_ui_language(code: Code, ui_language: UiLanguage) -> String {
    let text = code.explanation();
    let (head, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let (swedish, rest) = rest.split_once("\n---\n").unwrap_or((rest, ""));
    let (english, examples) = rest.find("\nFel:").map_or((rest, ""), |at| rest.split_at(at));
    let (words, wrong, says, right) = match ui_language {
        UiLanguage::Swedish => (swedish, "Fel:", "Det ger:", "Rätt:"),
        UiLanguage::English => (english, "Wrong:", "It gives:", "Right:"),
    };
    // The files end with what the wrong example makes the program say; readers want that beside the wrong example.
    let (examples, output) = examples.split_once("~~~output\n").unwrap_or((examples, ""));
    let output = output.trim().trim_end_matches("~~~").trim_end();
    let right = if output.is_empty() { right.to_owned() } else { format!("{says}\n\n~~~\n{output}\n~~~\n\n{right}") };
    let examples = examples.replace("Fel:/Wrong:", wrong).replace("Rätt:/Right:", &right).replace("~~~right ", "~~~");
    format!("{head}\n\n{}\n\n{}\n", words.trim(), examples.trim())
}
