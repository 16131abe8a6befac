//! Counts by status, as a bar and its key.

use serde::Serialize;

use super::draw::direction;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::view::chart::{self, Segment};
use crate::view::{PageContext, phrase};

/// Counts by status: a bar and its key.
#[derive(Clone, Debug, Serialize)]
pub struct Distribution {
    /// The bar.
    pub svg: Html,
    /// How many in all.
    pub total: usize,
    /// The counts.
    pub items: Vec<DistributionItem>,
}

/// A count of one status.
#[derive(Clone, Debug, Serialize)]
pub struct DistributionItem {
    /// Which status.
    pub key: &'static str,
    /// Its word.
    pub label: Html,
    /// How many.
    pub count: Html,
}

/// Counts by status, as a bar and its key.
pub fn distribution(context: PageContext<'_>, id: &str, mut items: Vec<(phrase::StatusTag, usize)>) -> Distribution {
    let order = |tag: &phrase::StatusTag| ORDER.iter().position(|key| *key == tag.key).unwrap_or(usize::MAX);
    items.sort_by_key(|(tag, _)| order(tag));
    let label = |tag: &phrase::StatusTag| context.texts().plain(&format!("{}-{}", tag.axis, tag.key));
    let words: Vec<String> = items
        .iter()
        .map(|(tag, count)| context.texts().string("distribution-item", &[("label", Arg::from(label(tag))), ("count", Arg::from(*count))]))
        .collect();
    let name = context.texts().string("distribution-name", &[("items", Arg::from(context.texts().formats.list(&words)))]);
    let segments: Vec<Segment> = items
        .iter()
        .map(|(tag, count)| Segment { key: tag.key.to_owned(), label: label(tag), count: u32::try_from(*count).unwrap_or(u32::MAX) })
        .collect();
    Distribution {
        svg: Html::trusted(chart::distribution(id, &name, direction(context), &segments)),
        total: items.iter().map(|(_, count)| count).sum(),
        items: items
            .iter()
            .map(|(tag, count)| DistributionItem { key: tag.key, label: tag.label.clone(), count: context.count(*count) })
            .collect(),
    }
}

/// Statuses from best to worst, then those that say nothing.
const ORDER: [&str; 19] = [
    "met",
    "done",
    "on-track",
    "increasing",
    "continuous",
    "in-progress",
    "unchanged",
    "baseline",
    "behind",
    "paused",
    "decreasing",
    "far-behind",
    "wrong-direction",
    "not-met",
    "not-started",
    "cancelled",
    "replaced",
    "not-assessed",
    "unknown",
];
