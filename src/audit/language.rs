//! Text stands in the language that the page says: else it is read out with the wrong voice.

use super::facts::PageFacts;
use super::{Context, Fault};
use crate::diagnostic::Message;
use crate::locale::script::Script;

/// Texts mostly in another script than that of their language (WCAG 3.1.1, 3.1.2).
pub(super) fn other_script(facts: &PageFacts, _: &Context<'_>) -> Vec<Fault> {
    let fault = |text: &super::facts::OtherScript| {
        let (sv, en) = words(text.script);
        let (lang, sample) = (&text.lang, text.sample.trim());
        Fault {
            at: text.at,
            in_template: String::new(),
            in_text: sample.split_whitespace().next().unwrap_or_default().to_owned(),
            message: Message::new(
                format!("texten är märkt `lang=\"{lang}\"` men står i {sv} skrift: ”{sample} …”"),
                format!("the text is marked `lang=\"{lang}\"` but is in {en} script: “{sample} …”"),
            ),
            help: Some(Message::new(
                "lägg texten i filen för sitt eget språk, som `sida.ar.md`, eller märk den med språket i temats mall",
                "put the text into the file of its own language, as `page.ar.md`, or mark its language in the theme's template",
            )),
        }
    };
    facts.other_script.iter().map(fault).collect()
}

fn words(script: Script) -> (&'static str, &'static str) {
    match script {
        Script::Latin => ("latinsk", "Latin"),
        Script::Cyrillic => ("kyrillisk", "Cyrillic"),
        Script::Hebrew => ("hebreisk", "Hebrew"),
        Script::Arabic => ("arabisk", "Arabic"),
        Script::Ethiopic => ("etiopisk", "Ethiopic"),
    }
}
