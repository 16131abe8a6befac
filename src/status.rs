//! How it goes: three independent axes, and the rules that judge a target by its figures.
//!
//! Whether the work is being done ([`Implementation`]), whether the target is being reached
//! ([`Fulfilment`]) and whether somebody has reported ([`Reporting`]) are never mixed into one
//! light, and never averaged. Reads no files, knows no today but the one it is given, holds no
//! words for people: the words here are those accepted in content files.

mod assess;
mod axis;
mod case;
mod open_sdg;
mod place;
mod sum;

pub use assess::assess;
pub use axis::{Fulfilment, Implementation, Reason, Reporting};
pub use case::{Assessment, Case, Course, Inputs, Limit, Method, PeriodResult, Point, Reading, Rule, RuleUsed, Timing, share};
pub use open_sdg::{Growth, OpenSdg, Series, assess_series};
pub use place::{Places, assess_places};

#[cfg(test)]
mod tests;
