//! Units: each one that a figure counts in has its words.

use crate::diagnostic::{Code, Diagnostic, Message, suggestion};
use crate::site::programme::targets_of;
use crate::snapshot::Snapshot;
use crate::source::Spanned;

/// Units without a message `unit-…` in the source language: their figures would be shown without a unit.
pub fn unknown(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let Some(texts) = snapshot.catalogues.first() else { return Vec::new() };
    let known: Vec<&str> = texts.entries().keys().filter_map(|id| id.strip_prefix("unit-")).filter(|unit| *unit != "none").collect();
    let mut found = Vec::new();
    for (_, page) in snapshot.site.pages.iter() {
        let entry = page.source();
        let own = entry.facts.as_indicator().map(|facts| &facts.unit);
        let units = own.into_iter().chain(targets_of(&entry.facts).iter().filter_map(|target| target.unit.as_ref()));
        let unknown = units.filter(|unit| !known.contains(&unit.value.as_str()));
        found.extend(unknown.map(|unit| unknown_unit(unit, &known).at(&entry.path, unit.span)));
    }
    found
}

fn unknown_unit(unit: &Spanned<String>, known: &[&str]) -> Diagnostic {
    let message = Message::new(format!("det finns ingen enhet `{}`", unit.value), format!("there is no unit `{}`", unit.value));
    let own = Message::new(
        format!("lägg till texten `unit-{}` i `i18n/`, eller välj en som finns: {}", unit.value, known.join(", ")),
        format!("add the message `unit-{}` in `i18n/`, or choose one there is: {}", unit.value, known.join(", ")),
    );
    let near = suggestion(&unit.value, known).filter(|help| help.en.starts_with("did"));
    Diagnostic::new(Code::InvalidValue, message).help(near.unwrap_or(own))
}
