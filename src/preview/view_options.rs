//! The same site otherwise than it is shown to all: on another day, or as it is published, without its drafts. Asked for
//! in the query of an address, so that each tab goes its own way and an address can be sent to somebody.

use std::sync::{Arc, Mutex, PoisonError};

use crate::period::Date;
use crate::workspace::{Loaded, Options};

/// The names in queries. The site's own pages have none, so nothing of the site can mean these.
const TODAY: &str = "tydlig-today";
const DRAFTS: &str = "tydlig-drafts";

/// How many states are kept beside the usual one.
const KEPT: usize = 4;

/// What one tab wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ViewOptions {
    /// Another day than today.
    pub(super) today: Option<Date>,
    /// Whether drafts are shown.
    pub(super) drafts: bool,
}

impl Default for ViewOptions {
    fn default() -> Self {
        Self { today: None, drafts: true }
    }
}

impl ViewOptions {
    /// What a query asks for. What cannot be understood is not asked for.
    pub(super) fn read(query: &str) -> Self {
        let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        Self { today: value(TODAY).and_then(|text| text.parse().ok()), drafts: value(DRAFTS) != Some("off") }
    }

    /// The query that asks for it; empty for what is usual.
    pub(super) fn query(self) -> String {
        let today = self.today.map(|today| format!("{TODAY}={today}"));
        let drafts = (!self.drafts).then(|| format!("{DRAFTS}=off"));
        today.into_iter().chain(drafts).collect::<Vec<_>>().join("&")
    }

    /// Whether it is what everyone sees.
    pub(super) fn is_usual(self) -> bool {
        self == Self::default()
    }
}

/// States that were asked for, as long as the files stay as they are.
#[derive(Debug, Default)]
pub(super) struct VariantCache(Mutex<Vec<Variant>>);

#[derive(Debug)]
struct Variant {
    usual: Arc<Loaded>,
    options: ViewOptions,
    loaded: Arc<Loaded>,
}

impl VariantCache {
    /// A state otherwise. Whoever asks for the same meanwhile waits, and gets the same.
    pub(super) fn get(&self, usual: &Arc<Loaded>, options: ViewOptions) -> Arc<Loaded> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|other| Arc::ptr_eq(&other.usual, usual));
        if let Some(other) = kept.iter().find(|other| other.options == options) {
            return Arc::clone(&other.loaded);
        }
        let today = options.today.unwrap_or(usual.snapshot.site.today);
        let loaded = Arc::new(usual.again(&Options { base_url: None, today, drafts: options.drafts }));
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push(Variant { usual: Arc::clone(usual), options, loaded: Arc::clone(&loaded) });
        loaded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let cases = [
            ("", ""),
            ("tydlig-today=2027-01-31", "tydlig-today=2027-01-31"),
            ("page=/&tydlig-drafts=off", "tydlig-drafts=off"),
            ("tydlig-drafts=off&tydlig-today=2027-01-31", "tydlig-today=2027-01-31&tydlig-drafts=off"),
            ("tydlig-today=soon&tydlig-drafts=on", ""),
            ("tydlig-todayx=2027-01-31", ""),
        ];
        for (query, expected) in cases {
            assert_eq!(ViewOptions::read(query).query(), expected, "{query}");
        }
    }
}
