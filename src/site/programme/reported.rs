//! What bodies have reported, by the time that it is about.

use std::collections::{BTreeMap, BTreeSet};

use super::{Programme, Reported};
use crate::period::Period;
use crate::site::PageId;
use crate::site::reporting::Scope;

/// Where the follow-ups of a body's assignments stand: the assignment, and the place in its list.
#[derive(Debug, Default)]
pub(super) struct ReportedIndex {
    by_scope: BTreeMap<(PageId, Scope), Vec<(PageId, usize)>>,
    /// What each body has reported of, for each period: by name, or as the body that owes it.
    subjects: BTreeMap<(PageId, Period), Vec<PageId>>,
}

impl ReportedIndex {
    pub(super) fn new(programme: &Programme) -> Self {
        let mut by_scope: BTreeMap<(PageId, Scope), Vec<(PageId, usize)>> = BTreeMap::new();
        for assignment in &programme.assignments {
            let Some(body) = programme.body_of(*assignment) else { continue };
            for (at, reported) in programme.follow_ups_of(*assignment).iter().enumerate() {
                for scope in Scope::holding(reported.row.period) {
                    by_scope.entry((body, scope)).or_default().push((*assignment, at));
                }
            }
        }
        let mut subjects: BTreeMap<(PageId, Period), Vec<PageId>> = BTreeMap::new();
        for subject in programme.goals.iter().chain(&programme.assignments) {
            let by = programme.follow_ups_of(*subject).iter().filter_map(|reported| {
                let body = reported.body.or_else(|| programme.body_of(*subject))?;
                Some((body, reported.row.period))
            });
            by.collect::<BTreeSet<_>>().into_iter().for_each(|by| subjects.entry(by).or_default().push(*subject));
        }
        Self { by_scope, subjects }
    }
}

impl Programme {
    /// What was reported of a goal or assignment, oldest first.
    pub fn follow_ups_of(&self, subject: PageId) -> &[Reported] {
        self.follow_ups.get(&subject).map(Vec::as_slice).unwrap_or_default()
    }

    /// Everything that was reported of goals and assignments.
    pub fn reports(&self) -> impl Iterator<Item = &Reported> {
        self.follow_ups.values().flatten()
    }

    /// The goals and assignments of which a body has reported for a period, in the programme's order.
    pub fn reported_by(&self, body: PageId, period: Period) -> impl Iterator<Item = PageId> {
        self.reported.subjects.get(&(body, period)).into_iter().flatten().copied()
    }

    /// What was reported of a body's assignments for some time, by assignment in the programme's order.
    pub fn reported_within(&self, body: PageId, scope: Scope) -> impl Iterator<Item = &Reported> {
        let places = self.reported.by_scope.get(&(body, scope)).into_iter().flatten();
        places.filter_map(|(assignment, at)| self.follow_ups_of(*assignment).get(*at))
    }
}
