//! `tydlig explain`: what a message means.

use std::fmt::Write as _;

use anyhow::bail;

use super::{Outcome, print};
use crate::diagnostic::{Code, Speech, nearest};

/// Prints the explanation of a code, or the list of all.
pub(super) fn explain(code: Option<&str>, speech: Speech) -> anyhow::Result<Outcome> {
    let Some(text) = code else {
        let mut list = String::new();
        for code in Code::ALL {
            let _ = writeln!(list, "{} {}", code.code(), code.name());
        }
        print(&list)?;
        return Ok(Outcome::Clean);
    };
    let Some(code) = Code::find(text) else {
        let names = Code::ALL.iter().flat_map(|code| [code.code(), code.name()]);
        let near = nearest(text, names).map_or(String::new(), |near| format!(": {near}?"));
        bail!("ingen kontroll heter / no check is called `{text}`{near}");
    };
    print(&in_speech(code.explanation(), speech))?;
    Ok(Outcome::Clean)
}

/// The explanation in one language: the files hold the Swedish text, a line `---`, the English text, and examples.
fn in_speech(text: &str, speech: Speech) -> String {
    let (head, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let (swedish, rest) = rest.split_once("\n---\n").unwrap_or((rest, ""));
    let (english, examples) = rest.find("\nFel:").map_or((rest, ""), |at| rest.split_at(at));
    let (words, wrong, says, right) = match speech {
        Speech::Swedish => (swedish, "Fel:", "Det ger:", "Rätt:"),
        Speech::English => (english, "Wrong:", "It gives:", "Right:"),
    };
    // The files end with what the wrong example makes the program say; readers want that beside the wrong example.
    let (examples, output) = examples.split_once("~~~output\n").unwrap_or((examples, ""));
    let output = output.trim().trim_end_matches("~~~").trim_end();
    let right = if output.is_empty() { right.to_owned() } else { format!("{says}\n\n~~~\n{output}\n~~~\n\n{right}") };
    let examples = examples.replace("Fel:/Wrong:", wrong).replace("Rätt:/Right:", &right).replace("~~~right ", "~~~");
    format!("{head}\n\n{}\n\n{}\n", words.trim(), examples.trim())
}
