//! The programme: who owes what, for which goal, measured by what. Finds every reference by id.

mod references;
mod relations;
mod reported;
mod values;

use std::collections::BTreeMap;

use super::page::natural;
use super::{PageId, Pages};
use crate::diagnostic::{Code, Diagnostic, Label, Message, suggestion};
use crate::document::data::{Data, FollowUp, Observation, ReportSection, Sex};
use crate::document::facts::{self, Facts, Reference, Target};
use crate::document::{Entry, Kind};
use crate::period::Period;
use crate::source::{SourcePath, Span};

use relations::Relations;
pub use relations::{LinkedTarget, Neighbours, Owners};
use reported::ReportedIndex;
pub use values::{Place, Values};

/// A target, by the page that states it and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetId {
    /// The goal or assignment.
    pub owner: PageId,
    /// Its place in the owner's list.
    pub index: usize,
}

/// An observation with its references found.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The place; `None` for the total.
    pub area: Option<PageId>,
    /// The body; `None` for all.
    pub body: Option<PageId>,
    /// The sex; `None` for all.
    pub sex: Option<Sex>,
    /// Whether its value is taken out although its own row is not marked, because a marked one could be worked out from it.
    pub guarded: bool,
    /// What the row says.
    pub row: Observation,
}

/// A follow-up with its references found.
#[derive(Clone, Debug)]
pub struct Reported {
    /// The assignment or goal.
    pub subject: PageId,
    /// The body that reports.
    pub body: Option<PageId>,
    /// What the row says.
    pub row: FollowUp,
}

/// The programme model, each list in the order of the programme.
#[derive(Debug, Default)]
pub struct Programme {
    /// The programme's own page.
    pub page: Option<PageId>,
    /// Goals, by level and number.
    pub goals: Vec<PageId>,
    /// Assignments, by body and number.
    pub assignments: Vec<PageId>,
    /// Bodies, by number.
    pub bodies: Vec<PageId>,
    /// Places.
    pub areas: Vec<PageId>,
    /// Indicators.
    pub indicators: Vec<PageId>,
    /// Values, by indicator.
    pub observations: BTreeMap<PageId, Values>,
    /// Reports, by subject, oldest first.
    pub follow_ups: BTreeMap<PageId, Vec<Reported>>,
    /// Sections of whole reports, by body and period.
    pub sections: BTreeMap<(PageId, Period), Vec<ReportSection>>,
    ids: BTreeMap<String, PageId>,
    aliases: BTreeMap<String, PageId>,
    targets: BTreeMap<String, TargetId>,
    decisions: BTreeMap<String, usize>,
    relations: Relations,
    reported: ReportedIndex,
}

impl Programme {
    /// Finds everything by id; what refers to nothing is reported.
    pub fn assemble(pages: &Pages, data: Data, found: &mut Vec<Diagnostic>) -> Self {
        let mut programme = Self::default();
        programme.collect(pages, found);
        programme.order(pages);
        programme.relations = Relations::new(pages, &programme);
        programme.check_references(pages, found);
        programme.place_observations(pages, data.observations, found);
        programme.place_follow_ups(pages, data.follow_ups, found);
        programme.place_sections(pages, data.sections, found);
        programme.reported = ReportedIndex::new(&programme);
        programme
    }

    fn collect(&mut self, pages: &Pages, found: &mut Vec<Diagnostic>) {
        let mut places: BTreeMap<String, (SourcePath, Span)> = BTreeMap::new();
        for (page, entry) in pages.iter().map(|(id, page)| (id, page.source())) {
            match entry.kind {
                Kind::Programme => self.page = Some(page),
                Kind::Goal => self.goals.push(page),
                Kind::Assignment => self.assignments.push(page),
                Kind::Body => self.bodies.push(page),
                Kind::Area => self.areas.push(page),
                Kind::Indicator => self.indicators.push(page),
                Kind::Page | Kind::News | Kind::Term => {}
            }
            if let Some(id) = entry.facts.id()
                && claim(&mut places, id, entry, found)
            {
                self.ids.insert(id.value.clone(), page);
            }
            for alias in &entry.aliases {
                if claim(&mut places, alias, entry, found) {
                    self.aliases.insert(alias.value.clone(), page);
                }
            }
            for (index, target) in targets_of(&entry.facts).iter().enumerate() {
                if claim(&mut places, &target.id, entry, found) {
                    self.targets.insert(target.id.value.clone(), TargetId { owner: page, index });
                }
            }
            if let Facts::Programme(facts) = &entry.facts {
                for (index, decision) in facts.decisions.iter().enumerate() {
                    if claim(&mut places, &decision.id, entry, found) {
                        self.decisions.insert(decision.id.value.clone(), index);
                    }
                }
            }
        }
    }

    fn order(&mut self, pages: &Pages) {
        let body_rank: BTreeMap<PageId, usize> = {
            self.bodies.sort_by_key(|body| {
                (
                    facts_of(pages, *body).and_then(Facts::as_body).and_then(|facts| facts.number.as_deref()).map(natural),
                    natural(&pages.get(*body).stem),
                )
            });
            self.bodies.iter().enumerate().map(|(rank, body)| (*body, rank)).collect()
        };
        self.goals.sort_by_key(|goal| {
            let facts = facts_of(pages, *goal).and_then(Facts::as_goal);
            (facts.map(|facts| facts.level), facts.and_then(|facts| facts.number.as_deref()).map(natural), natural(&pages.get(*goal).stem))
        });
        let mut assignments = std::mem::take(&mut self.assignments);
        assignments.sort_by_cached_key(|assignment| {
            let rank = self.stated_body(pages, *assignment).and_then(|body| body_rank.get(&body));
            let number = facts_of(pages, *assignment).and_then(Facts::as_assignment).map(|facts| natural(&facts.number));
            (rank.copied().unwrap_or(usize::MAX), number, natural(&pages.get(*assignment).stem))
        });
        self.assignments = assignments;
    }

    /// Nothing of a kind has an id that is referred to.
    pub(super) fn unknown(&self, pages: &Pages, path: &SourcePath, reference: &Reference, kind: Kind) -> Diagnostic {
        let valid: Vec<&str> = self.ids.iter().filter(|(_, page)| pages.get(**page).kind == kind).map(|(id, _)| id.as_str()).collect();
        let (sv, en) = kind_words(kind);
        let found = unknown_id(path, reference, sv, en, &valid);
        if pages.is_id_left_out(&reference.value) { found.help(draft_hint(&reference.value)) } else { found }
    }

    /// The page of an id or alias.
    pub fn find(&self, id: &str) -> Option<PageId> {
        self.ids.get(id).or_else(|| self.aliases.get(id)).copied()
    }

    /// The page of an id, if it is of a kind.
    pub fn find_kind(&self, pages: &Pages, id: &str, kind: Kind) -> Option<PageId> {
        self.find(id).filter(|page| pages.get(*page).kind == kind)
    }

    /// Whether every id means what it means in another programme.
    pub(super) fn has_ids_of(&self, other: &Self) -> bool {
        self.ids == other.ids && self.aliases == other.aliases
    }

    /// All ids, for messages.
    pub fn ids(&self) -> Vec<&str> {
        self.ids.keys().map(String::as_str).collect()
    }

    /// A target by its id.
    pub fn find_target(&self, id: &str) -> Option<TargetId> {
        self.targets.get(id).copied()
    }

    /// A decision's place in the programme's list.
    pub fn find_decision(&self, id: &str) -> Option<usize> {
        self.decisions.get(id).copied()
    }

    /// The body that an assignment's file names.
    fn stated_body(&self, pages: &Pages, assignment: PageId) -> Option<PageId> {
        let facts = facts_of(pages, assignment)?.as_assignment()?;
        self.find_kind(pages, &facts.body.value, Kind::Body)
    }

    /// The target itself.
    pub fn target<'a>(&self, pages: &'a Pages, id: TargetId) -> Option<&'a Target> {
        targets_of(facts_of(pages, id.owner)?).get(id.index)
    }

    /// The window that follow-ups are owed for.
    pub fn window(&self, pages: &Pages) -> Option<Period> {
        let facts = facts_of(pages, self.page?)?.as_programme()?;
        facts.periods.or(facts.valid.as_ref().map(|valid| valid.value))
    }

    /// The programme's own facts.
    pub fn facts<'a>(&self, pages: &'a Pages) -> Option<&'a facts::Programme> {
        facts_of(pages, self.page?)?.as_programme()
    }
}

/// The facts that a page's source file states.
pub fn facts_of(pages: &Pages, page: PageId) -> Option<&Facts> {
    Some(&pages.get(page).source().facts)
}

/// The targets of a goal or assignment.
pub fn targets_of(facts: &Facts) -> &[Target] {
    match facts {
        Facts::Goal(facts) => &facts.targets,
        Facts::Assignment(facts) => &facts.targets,
        _ => &[],
    }
}

impl Facts {
    /// As a programme.
    pub fn as_programme(&self) -> Option<&facts::Programme> {
        if let Self::Programme(facts) = self { Some(facts) } else { None }
    }

    /// As a goal.
    pub fn as_goal(&self) -> Option<&facts::Goal> {
        if let Self::Goal(facts) = self { Some(facts) } else { None }
    }

    /// As an assignment.
    pub fn as_assignment(&self) -> Option<&facts::Assignment> {
        if let Self::Assignment(facts) = self { Some(facts) } else { None }
    }

    /// As a body.
    pub fn as_body(&self) -> Option<&facts::Body> {
        if let Self::Body(facts) = self { Some(facts) } else { None }
    }

    /// As a place.
    pub fn as_area(&self) -> Option<&facts::Area> {
        if let Self::Area(facts) = self { Some(facts) } else { None }
    }

    /// As an indicator.
    pub fn as_indicator(&self) -> Option<&facts::Indicator> {
        if let Self::Indicator(facts) = self { Some(facts) } else { None }
    }
}

fn claim(places: &mut BTreeMap<String, (SourcePath, Span)>, id: &Reference, entry: &Entry, found: &mut Vec<Diagnostic>) -> bool {
    if let Some((path, span)) = places.get(&id.value) {
        let message = Message::new(format!("id `{}` används redan", id.value), format!("the id `{}` is used already", id.value));
        let first = Label::new(path, *span).saying(Message::new("här", "here"));
        let help = Message::new("ge den ena ett annat id", "give one of them another id");
        found.push(Diagnostic::new(Code::DuplicateId, message).at(&entry.path, id.span).and(first).help(help));
        return false;
    }
    places.insert(id.value.clone(), (entry.path.clone(), id.span));
    true
}

/// What to do about an id that only a draft has.
pub(super) fn draft_hint(id: &str) -> Message {
    Message::new(
        format!(
            "`{id}` är ett utkast: vänta med raden tills sidan publiceras, eller ta bort `draft: true` på den; `--drafts` tar med utkast"
        ),
        format!(
            "`{id}` is a draft: wait with the line until the page is published, or remove its `draft: true`; `--drafts` includes drafts"
        ),
    )
}

/// Nothing has an id that is referred to.
pub(super) fn unknown_id(path: &SourcePath, reference: &Reference, sv: &str, en: &str, valid: &[&str]) -> Diagnostic {
    let message = Message::new(
        format!("det finns inget med id `{}` ({sv})", reference.value),
        format!("nothing has the id `{}` ({en})", reference.value),
    );
    Diagnostic::new(Code::UnknownId, message).at(path, reference.span).maybe_help(suggestion(&reference.value, valid))
}

fn kind_words(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Page => ("sida", "page"),
        Kind::Programme => ("program", "programme"),
        Kind::Goal => ("mål", "goal"),
        Kind::Assignment => ("uppdrag", "assignment"),
        Kind::Body => ("organ", "body"),
        Kind::Area => ("område", "area"),
        Kind::Indicator => ("indikator", "indicator"),
        Kind::News => ("nyhet", "news"),
        Kind::Term => ("ord", "term"),
    }
}
