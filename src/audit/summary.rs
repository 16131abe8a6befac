//! What rules that compare pages have to know of each: small enough to hold for every page of a large site, and to be kept
//! from one build to the next.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Context;
use super::anchors::{Leads, leads};
use super::facts::PageFacts;
use super::titles::normal;
use crate::source::fingerprint;

/// The summaries of all pages, by URL.
pub(super) type Summaries<'a> = BTreeMap<&'a str, Summary>;

/// What is known of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    /// The language of the document.
    pub(super) lang: String,
    /// In its normal form.
    pub(super) title: String,
    /// Whether it only sends its reader elsewhere.
    pub(super) is_redirect: bool,
    /// The ids on it, each as a number, in order.
    pub(super) ids: Vec<u32>,
    /// Places on other pages that it links to: the page's URL, and the id.
    pub(super) links: Vec<(String, String)>,
}

/// What a finding between pages is about on one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    Title,
    /// A link to a place on another page.
    Link {
        target: String,
        fragment: String,
    },
}

/// The number of an id. Two ids share one in one case of four thousand million, and a dead link to one of them is then not
/// found: a price for a fifth of the memory.
pub(super) fn id(text: &str) -> u32 {
    let hash = fingerprint(text.bytes());
    (hash ^ hash >> 32) as u32
}

impl Summary {
    pub(super) fn of(facts: &PageFacts, context: &Context<'_>) -> Self {
        let mut ids: Vec<u32> = facts.ids.iter().map(|own| id(&own.text)).collect();
        ids.sort_unstable();
        ids.dedup();
        let elsewhere = facts.anchors.iter().filter_map(|link| match leads(&link.text, context.url, context.config) {
            Leads::To(target, fragment) => Some((target, fragment)),
            Leads::Here(_) | Leads::Elsewhere => None,
        });
        let mut links: Vec<(String, String)> = elsewhere.collect();
        links.sort_unstable();
        links.dedup();
        let title = facts.title.as_ref().map(|title| normal(&title.text)).unwrap_or_default();
        Self { lang: facts.lang.clone(), title, is_redirect: facts.is_redirect, ids, links }
    }

    /// As text, to be kept: language, title, kind, ids, and a line for each link.
    pub(super) fn write(&self) -> String {
        let kind = if self.is_redirect { "redirect" } else { "page" };
        let mut text = format!("{}\n{}\n{kind}\n", self.lang, self.title);
        for id in &self.ids {
            // Writing to a string cannot fail.
            let _ = write!(text, "{id:08x}");
        }
        for (target, fragment) in &self.links {
            let _ = write!(text, "\n{target}#{fragment}");
        }
        text
    }

    /// Out of a text that [`Summary::write`] made; `None` if it is another.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let (lang, title) = (lines.next()?.to_owned(), lines.next()?.to_owned());
        let is_redirect = match lines.next()? {
            "redirect" => true,
            "page" => false,
            _ => return None,
        };
        let ids = lines.next()?;
        let ids = (0..ids.len()).step_by(8).map(|at| u32::from_str_radix(ids.get(at..at + 8)?, 16).ok()).collect::<Option<_>>()?;
        let links = lines.map(|line| line.split_once('#').map(|(target, fragment)| (target.to_owned(), fragment.to_owned())));
        Some(Self { lang, title, is_redirect, ids, links: links.collect::<Option<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_as_it_was_written() {
        let summary = Summary {
            lang: "sv".to_owned(),
            title: "Å – B".to_owned(),
            is_redirect: false,
            ids: vec![id("main"), u32::MAX],
            links: vec![("/a/".to_owned(), "b".to_owned())],
        };
        for summary in [summary, Summary::default()] {
            assert_eq!(Summary::read(&summary.write()).as_ref(), Some(&summary));
        }
        assert_eq!(Summary::read("x"), None);
    }
}
