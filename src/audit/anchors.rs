//! Links to a place on a page lead to a place that is there, in the version that the reader is shown.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::facts::{PageFacts, Placed};
use super::summary::{self, Spot, Summaries};
use super::{Context, Fault, SiteFault};
use crate::config::Config;
use crate::diagnostic::Message;

/// Where a link with a fragment leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Leads {
    /// To a place on its own page.
    Here(String),
    /// To a page of the site, by its URL below the base path, and a place there.
    To(String, String),
    /// Elsewhere, or to no place in particular.
    Elsewhere,
}

/// Where an address leads from a page. `#top` and a fragment for scripts or for a piece of text need no id (HTML standard,
/// 7.4.6.3; URL Fragment Text Directives).
pub(super) fn leads(href: &str, url: &str, config: &Config) -> Leads {
    let Some((path, fragment)) = href.trim().split_once('#') else { return Leads::Elsewhere };
    let fragment = decoded(fragment).into_owned();
    let needs_no_id = fragment.eq_ignore_ascii_case("top") || fragment.contains(":~:") || fragment.contains('=');
    if fragment.is_empty() || needs_no_id || fragment.contains(char::is_control) {
        return Leads::Elsewhere;
    }
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Leads::Here(fragment);
    }
    let Some(target) = below_base(path, url, config) else { return Leads::Elsewhere };
    if target == url { Leads::Here(fragment) } else { Leads::To(target, fragment) }
}

/// The URL of the site that a path means, seen from a page; none for another site.
fn below_base(path: &str, url: &str, config: &Config) -> Option<String> {
    let path = path.strip_prefix(config.origin.as_str()).unwrap_or(path);
    if path.starts_with("//") || path.split('/').next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let path = Some(decoded(path)).filter(|path| !path.contains(char::is_control))?;
    if let Some(rest) = path.strip_prefix(config.base_path.trim_end_matches('/'))
        && rest.starts_with('/')
    {
        return Some(rest.to_owned());
    }
    if path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = url.split('/').collect();
    parts.pop();
    let mut last = "";
    for part in path.split('/') {
        match part {
            "." => last = "",
            ".." => {
                parts.pop().filter(|part| !part.is_empty())?;
                last = "";
            }
            part => {
                if !last.is_empty() {
                    parts.push(last);
                }
                last = part;
            }
        }
    }
    parts.push(last);
    Some(parts.join("/"))
}

fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains('%') { percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text)) } else { Cow::Borrowed(text) }
}

/// Links to a place on their own page that is not there.
pub(super) fn missing_here(facts: &PageFacts, context: &Context<'_>) -> Vec<Fault> {
    if facts.anchors.is_empty() {
        return Vec::new();
    }
    let ids: BTreeSet<&str> = facts.ids.iter().map(|id| id.text.as_str()).collect();
    let fault = |link: &Placed| match leads(&link.text, context.url, context.config) {
        Leads::Here(fragment) if !ids.contains(fragment.as_str()) => Some(Fault {
            at: link.at,
            in_template: format!("\"{}\"", link.text),
            in_text: format!("#{fragment}"),
            message: Message::new(
                format!("länken går till `#{fragment}`, som inte finns på sidan"),
                format!("the link leads to `#{fragment}`, which the page does not have"),
            ),
            help: Some(help(&fragment)),
        }),
        _ => None,
    };
    facts.anchors.iter().filter_map(fault).collect()
}

/// Links to a place on another page that is not there.
pub(super) fn missing_elsewhere(pages: &Summaries<'_>, context: &Context<'_>) -> Vec<SiteFault> {
    let mut dead: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for (url, page) in pages {
        for (target, fragment) in &page.links {
            if is_dead(pages, target, fragment, context) {
                dead.entry((target, fragment)).or_default().push((*url).to_owned());
            }
        }
    }
    let fault = |((target, fragment), pages): ((&str, &str), Vec<String>)| SiteFault {
        pages,
        spot: Spot::Link { target: target.to_owned(), fragment: fragment.to_owned() },
        message: Message::new(
            format!("länken går till `#{fragment}`, som inte finns på sidan {target}"),
            format!("the link leads to `#{fragment}`, which the page {target} does not have"),
        ),
        help: Some(help(fragment)),
    };
    dead.into_iter().map(fault).collect()
}

/// Files have no ids that are known here, nor has a page that could not be rendered.
fn is_dead(pages: &Summaries<'_>, target: &str, fragment: &str, context: &Context<'_>) -> bool {
    match pages.get(target) {
        Some(page) => page.ids.binary_search(&summary::id(fragment)).is_err(),
        None => context.routes.get(target).is_none(),
    }
}

fn help(fragment: &str) -> Message {
    Message::new(
        format!("ge rubriken dit länken ska gå namnet `{{#{fragment}}}`, i varje språk som har sidan, eller länka till hela sidan"),
        format!(
            "give the heading that the link is for the name `{{#{fragment}}}`, in each language that has the page, or link to the whole page"
        ),
    )
}
