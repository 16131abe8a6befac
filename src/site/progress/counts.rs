//! Counts of assignments by status.

use super::SubjectProgress;
use crate::status::{Fulfilment, Implementation};

/// How many have one status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count<T> {
    /// The status.
    pub status: T,
    /// How many.
    pub count: usize,
}

/// How many assignments have which status, in the order in which the first of each stands. Only those in force are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusCounts {
    /// How far the work has come.
    pub implementation: Vec<Count<Implementation>>,
    /// How far targets are reached; what is not assessed is one status, whatever the reason.
    pub fulfilment: Vec<Count<Fulfilment>>,
}

impl StatusCounts {
    pub(super) fn new<'a>(subjects: impl Iterator<Item = &'a SubjectProgress>) -> Self {
        let mut counts = Self::default();
        for subject in subjects {
            add(&mut counts.implementation, subject.implementation, |one, other| one == other);
            add(&mut counts.fulfilment, subject.fulfilment, |one, other| one.key() == other.key());
        }
        counts
    }
}

fn add<T: Copy>(counts: &mut Vec<Count<T>>, status: T, same: impl Fn(T, T) -> bool) {
    match counts.iter_mut().find(|count| same(count.status, status)) {
        Some(count) => count.count += 1,
        None => counts.push(Count { status, count: 1 }),
    }
}
