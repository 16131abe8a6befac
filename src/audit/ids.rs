//! Ids stand once on a page: links, labels and the language picker find their place by them.

use std::collections::BTreeSet;

use super::facts::PageFacts;
use super::{Context, Fault};
use crate::diagnostic::Message;

/// Ids that stand more than once (HTML standard, 3.2.6; WCAG 4.1.1 of 2.1).
pub(super) fn repeated(facts: &PageFacts, _: &Context<'_>) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let again = facts.ids.iter().filter(|id| !seen.insert(id.text.as_str()));
    again
        .map(|id| Fault {
            at: id.at,
            in_template: format!("id=\"{}\"", id.text),
            in_text: format!("{{#{}}}", id.text),
            message: Message::new(
                format!("`id=\"{}\"` står mer än en gång på sidan", id.text),
                format!("`id=\"{}\"` stands more than once on the page", id.text),
            ),
            help: Some(Message::new(
                "ge en av dem ett annat namn: en rubrik genom `{#namn}` efter den, ett element i temats mall",
                "give one of them another name: a heading by `{#name}` after it, an element in the theme's template",
            )),
        })
        .collect()
}
