//! What is judged once the whole is known. Most rules stand with the stage that reads what they judge; here are those
//! that need everything: texts of the interface, pages that must exist, words for units, a licence for figures.

pub mod catalogues;
pub mod data;
pub mod pages;
pub mod readability;
pub mod units;

use crate::diagnostic::Diagnostic;
use crate::snapshot::Snapshot;

/// Everything that is wrong with the whole.
pub fn all(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut found = pages::core_pages(&snapshot.config, &snapshot.site);
    found.extend(pages::named_pages(&snapshot.config, &snapshot.site));
    found.extend(units::unknown(snapshot));
    found.extend(data::licence(snapshot));
    found.extend(pages::logo(&snapshot.config, &snapshot.site));
    found
}
