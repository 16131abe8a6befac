//! Words in cells of our own tables: sexes, "all together", how final a value is.

use super::data::{Finality, Sex};

/// `Some(None)` for both together.
pub(super) fn parse_sex(text: &str) -> Option<Option<Sex>> {
    match text.trim().to_lowercase().as_str() {
        "kvinnor" | "kvinna" | "k" | "women" | "woman" | "female" | "f" | "flickor" | "girls" => Some(Some(Sex::Women)),
        "män" | "man" | "m" | "men" | "male" | "pojkar" | "boys" => Some(Some(Sex::Men)),
        other => is_total(other).then_some(None),
    }
}

/// Whether a text means "all together".
pub(super) fn is_total(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "totalt" | "total" | "alla" | "all" | "t")
}

/// How final a value is.
pub(super) fn parse_finality(text: &str) -> Option<Finality> {
    match text.trim().to_lowercase().as_str() {
        "slutlig" | "slutligt" | "final" => Some(Finality::Final),
        "preliminar" | "preliminär" | "preliminärt" | "preliminary" => Some(Finality::Preliminary),
        "reviderad" | "reviderat" | "revised" => Some(Finality::Revised),
        "saknas" | "missing" => Some(Finality::Missing),
        "sekretess" | "confidential" => Some(Finality::Confidential),
        _ => None,
    }
}
