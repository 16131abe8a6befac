//! Links, buttons and headings have a name for those who hear the page.

use super::facts::{NamedKind, Nameless, PageFacts};
use super::{Context, Fault};
use crate::diagnostic::Message;

/// Elements without a name (WCAG 2.4.4, 2.4.6, 4.1.2).
pub(super) fn missing(facts: &PageFacts, _: &Context<'_>) -> Vec<Fault> {
    facts.nameless.iter().map(fault).collect()
}

fn fault(element: &Nameless) -> Fault {
    let (sv, en, help) = match element.kind {
        NamedKind::Link => (
            "en länk har ingen text",
            "a link has no text",
            Message::new(
                "skriv vart länken leder, eller ge bilden i den en text: `[Kontakta oss](kontakt.md)`",
                "write where the link leads, or give the image in it a text: `[Contact us](contact.md)`",
            ),
        ),
        NamedKind::Button => (
            "en knapp har ingen text",
            "a button has no text",
            Message::new("skriv i knappen vad den gör", "write in the button what it does"),
        ),
        NamedKind::Heading => (
            "en rubrik har ingen text",
            "a heading has no text",
            Message::new("skriv rubriken, eller ta bort den", "write the heading, or remove it"),
        ),
    };
    Fault { at: element.at, in_template: String::new(), in_text: String::new(), message: Message::new(sv, en), help: Some(help) }
}
