//! Open data: what site.toml must say before a catalogue can be written.

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::snapshot::Snapshot;

/// Figures without a licence: nobody may use them, and no portal can list them. A site without figures needs none.
pub fn licence(snapshot: &Snapshot) -> Option<Diagnostic> {
    let programme = &snapshot.site.programme;
    let has_data = !programme.observations.is_empty() || !programme.follow_ups.is_empty();
    if !has_data || snapshot.config.data.licence.is_some() {
        return None;
    }
    let message = Message::new(
        "öppna data saknar licens, så ingen katalog för dataportaler skrivs",
        "the open data has no licence, so no catalogue for data portals is written",
    );
    let help = Message::new(
        "lägg till `[data]` med `licence = \"CC0-1.0\"` i site.toml; `tydlig explain C108` visar mer",
        "add `[data]` with `licence = \"CC0-1.0\"` to site.toml; `tydlig explain C108` shows more",
    );
    Some(Diagnostic::new(Code::NoLicence, message).in_file(&snapshot.config.path).help(help))
}
