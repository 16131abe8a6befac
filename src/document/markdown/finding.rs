//! What can be wrong with a text.

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::source::{SourcePath, Span};

/// Out of their sentence these words say nothing: screen readers list links by themselves (WCAG 2.4.9).
const VAGUE: [&str; 10] = ["här", "läs mer", "mer", "klicka här", "länk", "here", "read more", "more", "click here", "link"];

pub(super) fn vague_link(path: &SourcePath, span: Span, text: &str) -> Option<Diagnostic> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_vague = VAGUE.contains(&text.to_lowercase().as_str());
    is_vague.then(|| {
        let message = Message::new(
            format!("länktexten ”{text}” säger inte vart länken går"),
            format!("the link text “{text}” does not say where the link goes"),
        );
        let help = Message::new("låt länktexten vara målsidans rubrik", "let the link text be the title of the page it goes to");
        Diagnostic::new(Code::VagueLink, message).at(path, span).help(help)
    })
}

pub(super) fn missing_alternative(path: &SourcePath, span: Span) -> Diagnostic {
    let message = Message::new("bilden saknar alternativtext", "the image has no text alternative");
    let help = Message::new(
        "beskriv bilden: `![Barn som läser](bild.jpg)`; är den bara dekoration, skriv `![](bild.jpg \"dekorativ\")`",
        "describe the image: `![Children reading](image.jpg)`; if it is mere decoration, write `![](image.jpg \"decorative\")`",
    );
    Diagnostic::new(Code::MissingAlt, message).at(path, span).help(help)
}

pub(super) fn heading_level(path: &SourcePath, span: Span, previous: u8, level: u8) -> Option<Diagnostic> {
    if level > previous + 1 {
        let message = Message::new(
            format!("rubriken hoppar från nivå {previous} till {level}"),
            format!("the heading skips from level {previous} to {level}"),
        );
        let marks = "#".repeat(usize::from(previous) + 1);
        let help = Message::new(format!("skriv `{marks}` i stället"), format!("write `{marks}` instead"));
        return Some(Diagnostic::new(Code::SkippedHeading, message).at(path, span).help(help));
    }
    (level == 1).then(|| {
        let message = Message::new("sidan har redan en rubrik på nivå 1: titeln", "the page has a heading of level 1 already: its title");
        let help = Message::new("skriv `##` i stället", "write `##` instead");
        Diagnostic::new(Code::SkippedHeading, message).at(path, span).help(help)
    })
}

pub(super) fn heading_attributes(path: &SourcePath, span: Span) -> Diagnostic {
    let message = Message::new("det som står inom klamrar i rubriken visas inte", "what stands in braces in the heading is not shown");
    let help = Message::new(
        "ett ankare skrivs `{#ankare}`, med bokstäver, siffror, `-`, `_` och `.`; `{` som tecken skrivs `\\{`",
        "an anchor is written `{#anchor}`, with letters, digits, `-`, `_` and `.`; `{` as a sign is written `\\{`",
    );
    Diagnostic::new(Code::HeadingAttributes, message).at(path, span).help(help)
}

pub(super) fn raw_html(path: &SourcePath, span: Span) -> Diagnostic {
    let message = Message::new("HTML i texten visas inte", "HTML in the text is not shown");
    let help = Message::new(
        "skriv med Markdown; en kommentar skrivs `<!-- så -->`, och `<` som tecken skrivs `\\<`",
        "write it in Markdown; a comment is written `<!-- so -->`, and `<` as a sign `\\<`",
    );
    Diagnostic::new(Code::RawHtml, message).at(path, span).help(help)
}

pub(super) fn hidden_words(path: &SourcePath, span: Span) -> Diagnostic {
    let message = Message::new("texten efter kommentaren visas inte", "the text behind the comment is not shown");
    let help = Message::new("skriv den på en egen rad, under kommentaren", "write it on a line of its own, below the comment");
    Diagnostic::new(Code::HiddenText, message).at(path, span).help(help)
}

pub(super) fn open_comment(path: &SourcePath, span: Span) -> Diagnostic {
    let message =
        Message::new("kommentaren tar inte slut, så allt som följer är dolt", "the comment does not end, so all that follows is hidden");
    let help = Message::new("avsluta kommentaren med `-->`", "end the comment with `-->`");
    Diagnostic::new(Code::HiddenText, message).at(path, span).help(help)
}

/// Characters that override the direction of text can make it read otherwise than it is (Unicode TR #36,
/// "Trojan Source", CVE-2021-42574); isolates (U+2066–2069) are harmless.
pub(super) fn direction_overrides(path: &SourcePath, text: &str, offset: usize) -> Vec<Diagnostic> {
    let is_override = |character: &char| ('\u{202A}'..='\u{202E}').contains(character);
    // All of them start with the same two bytes, so most files need one quick search.
    if !text.contains('\u{202A}') && !text.contains(['\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}']) {
        return Vec::new();
    }
    let found = text.char_indices().filter(|(_, character)| is_override(character)).map(|(at, character)| {
        let code = u32::from(character);
        let message = Message::new(
            format!("osynligt tecken U+{code:04X} som ändrar läsriktningen"),
            format!("invisible character U+{code:04X} that overrides the direction of text"),
        );
        let help = Message::new("ta bort tecknet; riktningen sköts av språket", "remove it; the language sees to the direction");
        let span = Span::new(at, at + character.len_utf8()).shifted(offset);
        Diagnostic::new(Code::DirectionOverride, message).at(path, span).help(help)
    });
    found.collect()
}
