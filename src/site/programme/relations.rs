//! What belongs to what in a programme: each reference of its files followed once, so that nobody has to search.

use std::collections::{BTreeMap, BTreeSet};

use super::{Programme, TargetId, facts_of, targets_of};
use crate::document::Kind;
use crate::document::facts::{Facts, Reference, Target};
use crate::site::by_page::ByPage;
use crate::site::{PageId, Pages};

/// A target and what its references lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedTarget {
    /// The target.
    pub id: TargetId,
    /// The target whose terms count: another one, when this one only repeats it.
    pub terms: TargetId,
    /// The page that the terms name as what measures them.
    pub indicator: Option<PageId>,
    /// The page that the target itself names as what measures it.
    pub own_indicator: Option<PageId>,
    /// The target of the same owner that has replaced it.
    pub successor: Option<TargetId>,
}

/// The assignments before and after one in its body's table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before; none for the first.
    pub previous: Option<PageId>,
    /// The one after; none for the last.
    pub next: Option<PageId>,
}

/// Goals and assignments that have something in common, each list in the programme's order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Owners<'a> {
    /// The goals.
    pub goals: &'a [PageId],
    /// The assignments.
    pub assignments: &'a [PageId],
}

/// All relations between the pages of a programme.
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// By assignment.
    bodies: BTreeMap<PageId, PageId>,
    neighbours: BTreeMap<PageId, Neighbours>,
    /// By body.
    assignments: ByPage<PageId>,
    /// By body: the goals that it leads by name.
    led: ByPage<PageId>,
    /// The goals that all bodies lead.
    led_by_all: Vec<PageId>,
    /// By assignment.
    goals: ByPage<PageId>,
    /// By goal.
    serving: ByPage<PageId>,
    /// By goal and assignment.
    targets: ByPage<LinkedTarget>,
    /// By indicator.
    measured: OwnersByPage,
    /// By area.
    placed: OwnersByPage,
}

#[derive(Debug, Default)]
struct OwnersByPage {
    goals: ByPage<PageId>,
    assignments: ByPage<PageId>,
}

impl OwnersByPage {
    /// The owners of targets that name pages, by the pages that they name.
    fn new(pages: &Pages, programme: &Programme, named: impl Fn(&Target) -> Vec<PageId>) -> Self {
        let of = |owners: &[PageId]| {
            let mut pairs: Vec<(PageId, PageId)> = Vec::new();
            for owner in owners {
                let targets = facts_of(pages, *owner).map(targets_of).unwrap_or_default();
                let own: BTreeSet<PageId> = targets.iter().flat_map(&named).collect();
                pairs.extend(own.into_iter().map(|page| (page, *owner)));
            }
            ByPage::new(pairs)
        };
        Self { goals: of(&programme.goals), assignments: of(&programme.assignments) }
    }

    fn of(&self, page: PageId) -> Owners<'_> {
        Owners { goals: self.goals.of(page), assignments: self.assignments.of(page) }
    }
}

impl Relations {
    /// Follows every reference of a programme whose ids are known and whose pages are in order.
    pub(super) fn new(pages: &Pages, programme: &Programme) -> Self {
        let mut relations = Self::default();
        relations.relate_assignments(pages, programme);
        relations.relate_goals(pages, programme);
        let owners = programme.goals.iter().chain(&programme.assignments);
        relations.targets = owners.flat_map(|owner| linked(pages, programme, *owner)).map(|target| (target.id.owner, target)).collect();
        let found = |reference: &Reference| programme.find(&reference.value);
        relations.measured = OwnersByPage::new(pages, programme, |target| target.indicator.as_ref().and_then(found).into_iter().collect());
        relations.placed = OwnersByPage::new(pages, programme, |target| {
            let all = target.areas.iter().any(|area| area.value == "all");
            if all { programme.areas.clone() } else { target.areas.iter().filter_map(found).collect() }
        });
        relations
    }

    fn relate_assignments(&mut self, pages: &Pages, programme: &Programme) {
        let mut by_body: Vec<(PageId, PageId)> = Vec::with_capacity(programme.assignments.len());
        for assignment in &programme.assignments {
            if let Some(body) = programme.stated_body(pages, *assignment) {
                by_body.push((body, *assignment));
                self.bodies.insert(*assignment, body);
            }
        }
        for (at, (body, assignment)) in by_body.iter().enumerate() {
            // The programme's order keeps a body's assignments together.
            let beside = |at: Option<usize>| at.and_then(|at| by_body.get(at)).filter(|(other, _)| other == body).map(|(_, page)| *page);
            let neighbours = Neighbours { previous: beside(at.checked_sub(1)), next: beside(Some(at + 1)) };
            self.neighbours.insert(*assignment, neighbours);
        }
        self.assignments = ByPage::new(by_body);
    }

    fn relate_goals(&mut self, pages: &Pages, programme: &Programme) {
        let (mut goals, mut serving) = (Vec::new(), Vec::new());
        for assignment in &programme.assignments {
            let named = facts_of(pages, *assignment).and_then(Facts::as_assignment).map(|facts| facts.contributes_to.as_slice());
            let found = named.unwrap_or_default().iter().filter_map(|goal| programme.find_kind(pages, &goal.value, Kind::Goal));
            let found: Vec<PageId> = found.collect();
            goals.extend(found.iter().map(|goal| (*assignment, *goal)));
            // A goal that is named twice is served once.
            let once: BTreeSet<PageId> = found.into_iter().collect();
            serving.extend(once.into_iter().map(|goal| (goal, *assignment)));
        }
        let mut led = Vec::new();
        for goal in &programme.goals {
            let lead = facts_of(pages, *goal).and_then(Facts::as_goal).map(|facts| facts.lead.as_slice()).unwrap_or_default();
            if lead.iter().any(|body| body.value == "all") {
                self.led_by_all.push(*goal);
            }
            led.extend(lead.iter().filter_map(|body| Some((programme.find(&body.value)?, *goal))));
        }
        (self.goals, self.serving, self.led) = (ByPage::new(goals), ByPage::new(serving), ByPage::new(led));
    }
}

/// The targets of a goal or assignment with what they refer to.
fn linked(pages: &Pages, programme: &Programme, owner: PageId) -> Vec<LinkedTarget> {
    let targets = facts_of(pages, owner).map(targets_of).unwrap_or_default();
    let by_id = |id: &str| targets.iter().position(|target| target.supersedes.as_ref().is_some_and(|old| old.value == id));
    let link = |(index, own): (usize, &Target)| {
        let id = TargetId { owner, index };
        let same = own.same_as.as_ref().and_then(|same| programme.find_target(&same.value));
        let terms = same.filter(|same| programme.target(pages, *same).is_some()).unwrap_or(id);
        let indicator = |target: Option<&Target>| programme.find(&target?.indicator.as_ref()?.value);
        LinkedTarget {
            id,
            terms,
            indicator: indicator(programme.target(pages, terms)),
            own_indicator: indicator(Some(own)),
            successor: by_id(&own.id.value).map(|index| TargetId { owner, index }),
        }
    };
    targets.iter().enumerate().map(link).collect()
}

impl Programme {
    /// The body that owes an assignment.
    pub fn body_of(&self, assignment: PageId) -> Option<PageId> {
        self.relations.bodies.get(&assignment).copied()
    }

    /// The assignments of a body, in order.
    pub fn assignments_of(&self, body: PageId) -> &[PageId] {
        self.relations.assignments.of(body)
    }

    /// The assignments beside one in its body's table.
    pub fn neighbours(&self, assignment: PageId) -> Neighbours {
        self.relations.neighbours.get(&assignment).copied().unwrap_or_default()
    }

    /// The goals that a body leads, those that all bodies lead last.
    pub fn led_by(&self, body: PageId) -> impl Iterator<Item = PageId> {
        self.relations.led.of(body).iter().chain(&self.relations.led_by_all).copied()
    }

    /// The goals that an assignment serves.
    pub fn goals_of(&self, assignment: PageId) -> &[PageId] {
        self.relations.goals.of(assignment)
    }

    /// The assignments that serve a goal.
    pub fn serving(&self, goal: PageId) -> &[PageId] {
        self.relations.serving.of(goal)
    }

    /// The targets of a goal or assignment, with those that later ones have replaced.
    pub fn targets_of(&self, owner: PageId) -> &[LinkedTarget] {
        self.relations.targets.of(owner)
    }

    /// The targets of a goal or assignment that are in force: those that no other has replaced.
    pub fn current_targets(&self, owner: PageId) -> impl Iterator<Item = &LinkedTarget> {
        self.targets_of(owner).iter().filter(|target| target.successor.is_none())
    }

    /// A target with what it refers to.
    pub fn linked(&self, id: TargetId) -> Option<&LinkedTarget> {
        self.targets_of(id.owner).get(id.index)
    }

    /// The goals and assignments whose own targets name an indicator.
    pub fn measured_by(&self, indicator: PageId) -> Owners<'_> {
        self.relations.measured.of(indicator)
    }

    /// The goals and assignments whose targets are set for an area, by name or for all of them.
    pub fn set_for(&self, area: PageId) -> Owners<'_> {
        self.relations.placed.of(area)
    }
}
