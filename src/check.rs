//! What is judged once the whole is known. Most rules stand with the stage that reads what they judge; here are those
//! that need everything: texts of the interface, and translations of core pages.

pub mod catalogues;
pub mod translations;

use crate::diagnostic::Diagnostic;
use crate::snapshot::Snapshot;

/// Everything that is wrong with the whole.
pub fn all(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut found = translations::core_pages(&snapshot.config, &snapshot.site);
    found.extend(translations::named_pages(&snapshot.config, &snapshot.site));
    found
}
