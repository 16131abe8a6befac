//! Joins the judgements of places into that of a target for every one of them.
//!
//! Does not know the places: the caller's own ids come back.

use super::{Assessment, Fulfilment, Reason};

/// The judgement of a target that every place is to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places<P> {
    /// The judgement.
    pub status: Fulfilment,
    /// The measured places that have not reached it, the farthest from it first.
    pub below: Vec<P>,
    /// The places nobody has measured, in the order given.
    pub unmeasured: Vec<P>,
    /// How many were measured.
    pub measured: usize,
    /// How many there are.
    pub total: usize,
}

/// Joins the judgements of places; `None` is a place without any.
///
/// Met if every place has met it. One that has not decides by the worst status among them, for a
/// mean would hide it (Destatis lets the worst decide, too, where one indicator has several
/// targets). If all measured places have met it but some were not measured, nothing can be said of
/// the whole: not assessed, for the reason the unmeasured ones share, else for want of measurement.
pub fn assess_places<P: Copy>(places: &[(P, Option<Assessment>)]) -> Places<P> {
    let mut below = Vec::new();
    let mut unmeasured = Vec::new();
    let mut missing = Vec::new();
    for (place, assessment) in places {
        match assessment {
            Some(found) if found.inputs.latest.is_none() => {
                unmeasured.push(*place);
                missing.push(found.status.reason());
            }
            Some(found) if found.status != Fulfilment::Met => below.push((*place, found)),
            Some(_) => {}
            None => {
                unmeasured.push(*place);
                missing.push(None);
            }
        }
    }
    below.sort_by(|(_, one), (_, other)| gap(other).total_cmp(&gap(one)));
    let worst = below.iter().map(|(_, found)| found.status).max_by_key(|s| s.severity());
    let status = match worst {
        Some(worst) => worst,
        None if unmeasured.is_empty() && !places.is_empty() => Fulfilment::Met,
        None => Fulfilment::NotAssessed(shared(&missing)),
    };
    Places {
        status,
        below: below.into_iter().map(|(place, _)| place).collect(),
        measured: places.len() - unmeasured.len(),
        unmeasured,
        total: places.len(),
    }
}

/// Gives how far a place is from the target.
fn gap(found: &Assessment) -> f64 {
    found.inputs.margin.map_or(0.0, |margin| -margin)
}

/// Gives the reason they all have, if they do.
pub(super) fn shared(reasons: &[Option<Reason>]) -> Reason {
    match reasons {
        [Some(first), rest @ ..] if rest.iter().all(|next| *next == Some(*first)) => *first,
        _ => Reason::NoMeasurement,
    }
}
