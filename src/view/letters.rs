//! Everything from A to Ö.

use std::ops::Range;

use serde::Serialize;

use super::{Link, PageContext};
use crate::html::Html;
use crate::locale::format::primary_collator;
use crate::site::division::List;
use crate::site::rows::AnyPage;
use crate::site::{Generated, PageId};

/// A letter of the index.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter.
    pub letter: Html,
    /// The anchor.
    pub id: String,
    /// Where it begins: on this page, or on a part.
    pub href: Html,
    /// The pages under it.
    pub links: Vec<Link>,
}

/// Everything from A to Ö: the way to each page for readers without search (WCAG 2.4.5). Where that is too much for one
/// page, the letters lead to the parts.
pub fn letters(context: PageContext<'_>) -> Vec<Letter> {
    letters_of(context, None)
}

/// The letters of a part, with the pages under them.
pub fn of_part(context: PageContext<'_>, rows: Range<usize>) -> Vec<Letter> {
    letters_of(context, Some(rows))
}

/// From which letters to which a part goes: "Sa–Sk".
pub fn span(context: PageContext<'_>, rows: &Range<usize>) -> Option<(String, String)> {
    let pages = by_title(context).get(rows.clone())?;
    let start = |page: &PageId| {
        let title = title(context, *page);
        let letters = title.chars().filter(|c| c.is_alphanumeric()).take(2);
        letters
            .enumerate()
            .flat_map(|(at, c)| if at == 0 { c.to_uppercase().collect::<Vec<_>>() } else { c.to_lowercase().collect() })
            .collect()
    };
    Some((start(pages.first()?), start(pages.last()?)))
}

/// The letters of some rows, or of all; pages are listed under them where there is room.
fn letters_of(context: PageContext<'_>, part: Option<Range<usize>>) -> Vec<Letter> {
    let routes = &context.snapshot.site.routes;
    let division = routes.divisions().find(AnyPage::Generated(Generated::Letters), List::Own);
    let formats = &context.texts().formats;
    let collator = primary_collator(context.locale());
    let mut letters: Vec<Letter> = Vec::new();
    let mut number = 0;
    let mut open: Option<String> = None;
    for (at, page) in by_title(context).iter().enumerate() {
        let first = first_letter(context, &title(context, *page));
        let begins = open.as_ref().is_none_or(|letter| !formats.same_letter(letter, &first, &collator));
        if begins {
            number += 1;
            open = Some(first.clone());
        }
        let is_listed = part.as_ref().map_or(division.is_none(), |part| part.contains(&at));
        if !is_listed && part.is_some() {
            continue;
        }
        // A letter that a part before has begun goes on here.
        let id = format!("letter-{number}");
        if letters.last().is_none_or(|letter| letter.id != id) {
            let own = division.filter(|_| part.is_none()).and_then(|division| division.part_with(0, at));
            let page = own.map(|part| context.href(routes.part(part, context.language)));
            let href = Html::trusted(format!("{}#{id}", page.unwrap_or_default()));
            letters.push(Letter { letter: context.own(open.as_deref().unwrap_or_default()), id, href, links: Vec::new() });
        }
        if let Some(letter) = letters.last_mut().filter(|_| is_listed) {
            letter.links.push(link(context, *page));
        }
    }
    letters
}

fn by_title(context: PageContext<'_>) -> &[PageId] {
    let snapshot = context.snapshot;
    snapshot.by_title.get(context.language, || {
        let mut titles: Vec<(String, PageId)> = snapshot.site.pages.iter().map(|(page, _)| (title(context, page), page)).collect();
        titles.sort_by(|a, b| context.texts().formats.compare(&a.0, &b.0));
        titles.into_iter().map(|(_, page)| page).collect()
    })
}

fn is_start(context: PageContext<'_>, page: PageId) -> bool {
    context.snapshot.site.pages.get(page).stem == "index"
}

fn title(context: PageContext<'_>, page: PageId) -> String {
    if is_start(context, page) { context.texts().plain("nav-start") } else { context.plain_title(page) }
}

fn link(context: PageContext<'_>, page: PageId) -> Link {
    let link = context.link(page);
    if is_start(context, page) { Link { title: context.t("nav-start"), ..link } } else { link }
}

/// The letter that a title is found under; numbers stand under one of their own.
fn first_letter(context: PageContext<'_>, title: &str) -> String {
    let first = title
        .chars()
        .find(|c| c.is_alphanumeric())
        .map(|letter| context.locale().base_letter(letter))
        .map(|c| c.to_uppercase().collect::<String>());
    let first = first.unwrap_or_default();
    if first.chars().all(|c| c.is_ascii_digit()) { "0–9".to_owned() } else { first }
}
