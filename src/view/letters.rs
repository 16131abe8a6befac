//! Everything from A to Ö.

use serde::Serialize;

use super::{Link, PageContext};
use crate::html::Html;
use crate::locale::format::primary_collator;
use crate::site::PageId;

/// A letter of the index.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter.
    pub letter: Html,
    /// The anchor.
    pub id: String,
    /// The pages under it.
    pub links: Vec<Link>,
}

/// Everything from A to Ö: the way to each page for readers without search (WCAG 2.4.5).
pub fn letters(context: PageContext<'_>) -> Vec<Letter> {
    let snapshot = context.snapshot;
    let formats = &context.texts().formats;
    let collator = primary_collator(context.locale());
    let mut titles: Vec<(String, PageId)> = snapshot
        .site
        .pages
        .iter()
        .map(|(id, page)| (if page.stem == "index" { context.texts().plain("nav-start") } else { context.plain_title(id) }, id))
        .collect();
    titles.sort_by(|a, b| formats.compare(&a.0, &b.0));
    let mut letters: Vec<Letter> = Vec::new();
    let mut open: Option<String> = None;
    for (title, page) in titles {
        let first: String = title
            .chars()
            .find(|c| c.is_alphanumeric())
            .map(|c| context.locale().base_letter(c))
            .map(|c| c.to_uppercase().collect())
            .unwrap_or_default();
        let digit = first.chars().all(|c| c.is_ascii_digit());
        let first = if digit { "0–9".to_owned() } else { first };
        if open.as_ref().is_none_or(|letter| !formats.same_letter(letter, &first, &collator)) {
            let id = format!("letter-{}", letters.len() + 1);
            letters.push(Letter { letter: context.own(&first), id, links: Vec::new() });
            open = Some(first);
        }
        if let Some(letter) = letters.last_mut() {
            let link = context.link(page);
            let start = snapshot.site.pages.get(page).stem == "index";
            letter.links.push(if start { Link { title: context.t("nav-start"), ..link } } else { link });
        }
    }
    letters
}
