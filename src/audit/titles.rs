//! Titles: what a tab, a bookmark and a list of search results show of a page, and what a screen reader says first.

use std::collections::BTreeMap;

use super::collect::is_invisible;
use super::facts::PageFacts;
use super::summary::{Spot, Summaries};
use super::{Context, Fault, SiteFault};
use crate::diagnostic::Message;

/// A text as it is compared: without characters that nobody sees, with single spaces.
pub(super) fn normal(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// No title, or an empty one (WCAG 2.4.2).
pub(super) fn missing(facts: &PageFacts, _: &Context<'_>) -> Vec<Fault> {
    if facts.title.as_ref().is_some_and(|title| !normal(&title.text).is_empty()) {
        return Vec::new();
    }
    vec![Fault {
        at: facts.title.as_ref().map_or(0, |title| title.at),
        in_template: "<title>".to_owned(),
        in_text: String::new(),
        message: Message::new("sidan har ingen titel", "the page has no title"),
        help: Some(Message::new(
            "skriv `<title>{{ page.head_title }}</title>` i temats `base.html`",
            "write `<title>{{ page.head_title }}</title>` in the theme's `base.html`",
        )),
    }]
}

/// A title that does not hold the page's main heading: readers then cannot tell that they are in the right place.
pub(super) fn without_heading(facts: &PageFacts, _: &Context<'_>) -> Vec<Fault> {
    let (Some(title), Some(heading)) = (&facts.title, facts.main_headings.first()) else { return Vec::new() };
    let (own, wanted) = (normal(&title.text), normal(&heading.text));
    if own.is_empty() || own.contains(&wanted) {
        return Vec::new();
    }
    vec![Fault {
        at: title.at,
        in_template: "<title>".to_owned(),
        in_text: String::new(),
        message: Message::new(
            format!("sidans titel är ”{own}” men dess rubrik är ”{wanted}”"),
            format!("the page's title is “{own}” but its heading is “{wanted}”"),
        ),
        help: Some(Message::new(
            "låt titeln innehålla rubriken: `<title>{{ page.head_title }}</title>` i temats `base.html`",
            "let the title hold the heading: `<title>{{ page.head_title }}</title>` in the theme's `base.html`",
        )),
    }]
}

/// Pages of one language with the same title. Old addresses show no page of their own.
pub(super) fn repeated(pages: &Summaries<'_>, _: &Context<'_>) -> Vec<SiteFault> {
    let mut by_title: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (url, page) in pages.iter().filter(|(_, page)| !page.is_redirect && !page.title.is_empty()) {
        by_title.entry((&page.lang, &page.title)).or_default().push(url);
    }
    by_title.retain(|_, urls| urls.len() > 1);
    let fault = |((_, title), urls): ((&str, &str), Vec<&str>)| SiteFault {
        pages: urls.into_iter().map(str::to_owned).collect(),
        spot: Spot::Title,
        message: Message::new(
            format!("flera sidor på samma språk har titeln ”{title}”"),
            format!("several pages in one language have the title “{title}”"),
        ),
        help: Some(Message::new(
            "ge var sida en titel som skiljer den från de andra",
            "give each page a title that tells it from the others",
        )),
    };
    by_title.into_iter().map(fault).collect()
}
