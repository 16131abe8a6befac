//! Lists that a page has no room for, and their parts. No page passes [`PAGE`] bytes however large a programme is: a list
//! that grows with it is divided by what a reader would look for, and each part is a page of its own.

mod divide;
mod drafts;
mod weight;

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::model::Model;
use super::rows::AnyPage;
use super::{Generated, PageId};
use divide::Cut;
use drafts::{ListDraft, drafts};
use weight::Weights;

/// The most bytes of HTML that a page may have, uncompressed. What one author writes on one page is not counted: only what
/// grows with the programme is divided.
pub const PAGE: u32 = 60_000;

/// A list that is divided when it is too long for its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// What the page is there for: the pages below it, all goals, the assignments by body, everything from A to Ö.
    Own,
    /// All goals.
    Goals,
    /// All bodies.
    Bodies,
    /// All places.
    Areas,
    /// All indicators.
    Indicators,
    /// Assignments, by body.
    Assignments,
    /// What has been reported.
    FollowUps,
    /// What is to be reported.
    Duties,
    /// Goals and assignments that stand elsewhere than before.
    Changes,
    /// Figures that have another value than before.
    FigureChanges,
    /// Reports as a whole.
    Reports,
    /// Bodies by periods: follow-ups.
    Matrix,
    /// Bodies by periods: reports as a whole.
    ReportMatrix,
    /// What is late, by body.
    Late,
    /// Figures that have changed since they were approved.
    ApprovedChanges,
    /// Approved figures.
    ApprovedFigures,
}

impl List {
    /// The message that is its part of the addresses of its parts.
    pub fn slug(self) -> &'static str {
        match self {
            // All but the first have no parts: their rows stand on another page.
            Self::Own | Self::Bodies | Self::Areas | Self::FigureChanges => "slug-list",
            Self::Goals => "slug-list-goals",
            Self::Assignments => "slug-list-assignments",
            Self::Indicators => "slug-list-indicators",
            Self::FollowUps => "slug-list-follow-ups",
            Self::Duties => "slug-list-duties",
            Self::Changes => "slug-list-changes",
            Self::Reports => "slug-list-reports",
            Self::Matrix => "slug-list-coverage",
            Self::ReportMatrix => "slug-list-report-coverage",
            Self::Late => "slug-list-late",
            Self::ApprovedChanges => "slug-list-approved-changes",
            Self::ApprovedFigures => "slug-list-approved",
        }
    }

    /// The message that names it in the titles of its parts; what a page is there for has the page's own title.
    pub fn title(self) -> Option<&'static str> {
        match self {
            Self::Own | Self::Bodies | Self::Areas | Self::FigureChanges => None,
            Self::Goals => Some("goals-title"),
            Self::Assignments => Some("assignments-title"),
            Self::Indicators => Some("indicators-title"),
            Self::FollowUps => Some("follow-ups"),
            Self::Duties => Some("follow-up-plan"),
            Self::Changes => Some("list-changes"),
            Self::Reports => Some("reports"),
            Self::Matrix => Some("coverage-caption"),
            Self::ReportMatrix => Some("reports-caption"),
            Self::Late => Some("late-follow-ups"),
            Self::ApprovedChanges => Some("approved-changes"),
            Self::ApprovedFigures => Some("approved-figures"),
        }
    }
}

/// A part of a divided list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId {
    division: u32,
    part: u32,
}

/// A list that its page has no room for.
#[derive(Debug)]
pub struct Division {
    /// The page that it belongs to.
    pub owner: AnyPage,
    /// Which of its lists.
    pub list: List,
    /// Its groups.
    pub groups: Vec<Group>,
    /// How many rows it has.
    pub total: usize,
    /// How many of the first rows stand on the page itself.
    pub lead: usize,
    /// The page that has all of them, where the list has no parts of its own.
    pub elsewhere: Option<AnyPage>,
    parts: Vec<Part>,
    top: Vec<usize>,
    id: u32,
}

/// Rows of a divided list that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The page that they belong to.
    pub head: Option<AnyPage>,
    /// How many there are.
    pub rows: usize,
}

/// A part of a divided list.
#[derive(Debug)]
pub struct Part {
    /// Its address below the list's own.
    pub path: String,
    /// The places of the first and the last group that it is about.
    pub groups: (usize, usize),
    /// The places of its rows: from one in the first group to one in the last.
    pub rows: Range<usize>,
    below: Vec<usize>,
}

impl Part {
    /// Whether its page has links to other parts in place of rows.
    pub fn is_directory(&self) -> bool {
        !self.below.is_empty()
    }
}

impl Division {
    fn new(owner: AnyPage, draft: ListDraft, cut: Cut, id: usize) -> Self {
        let groups = draft.heads.iter().zip(&draft.draft.groups).map(|(head, group)| Group { head: *head, rows: group.rows.len() });
        let groups: Vec<Group> = groups.collect();
        let part = |part: divide::CutPart| Part { path: part.path, groups: part.groups, rows: part.rows, below: part.below };
        Self {
            owner,
            list: draft.list,
            total: groups.iter().map(|group| group.rows).sum(),
            groups,
            lead: cut.lead,
            elsewhere: draft.elsewhere,
            parts: cut.parts.into_iter().map(part).collect(),
            top: cut.top,
            id: u32::try_from(id).unwrap_or(u32::MAX),
        }
    }

    /// A part of it.
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.get(id.part as usize)
    }

    /// All parts.
    pub fn parts(&self) -> impl Iterator<Item = (PartId, &Part)> {
        self.parts.iter().enumerate().map(|(at, part)| (self.part_id(at), part))
    }

    /// The parts that the list's own page leads to.
    pub fn top(&self) -> Vec<PartId> {
        self.top.iter().map(|at| self.part_id(*at)).collect()
    }

    /// The parts that a part leads to.
    pub fn below(&self, part: &Part) -> Vec<PartId> {
        part.below.iter().map(|at| self.part_id(*at)).collect()
    }

    /// The part that leads to a part; none where the list's own page does.
    pub fn above(&self, id: PartId) -> Option<PartId> {
        self.parts.iter().position(|part| part.below.contains(&(id.part as usize))).map(|at| self.part_id(at))
    }

    /// The part whose rows come before those of a part.
    pub fn previous(&self, id: PartId) -> Option<PartId> {
        Some(PartId { part: id.part.checked_sub(1)?, ..id }).filter(|_| self.has_rows(id))
    }

    /// The part whose rows come after those of a part.
    pub fn next(&self, id: PartId) -> Option<PartId> {
        Some(PartId { part: id.part + 1, ..id }).filter(|next| self.has_rows(id) && self.has_rows(*next))
    }

    /// The part with a row of a group.
    pub fn part_with(&self, group: usize, row: usize) -> Option<PartId> {
        let has = |part: &Part| !part.is_directory() && part.groups.0 == group && part.rows.contains(&row);
        self.parts.iter().position(has).map(|at| self.part_id(at))
    }

    /// The first part of the group with a head.
    pub fn first_of(&self, head: AnyPage) -> Option<PartId> {
        self.part_with(self.groups.iter().position(|group| group.head == Some(head))?, 0)
    }

    fn has_rows(&self, id: PartId) -> bool {
        self.part(id).is_some_and(|part| !part.is_directory())
    }

    fn part_id(&self, at: usize) -> PartId {
        PartId { division: self.id, part: u32::try_from(at).unwrap_or(u32::MAX) }
    }
}

/// All divided lists of a site.
#[derive(Debug, Default)]
pub struct Divisions {
    list: Vec<Division>,
    by_list: BTreeMap<(AnyPage, List), usize>,
}

impl Divisions {
    /// Divides every list that its page has no room for.
    pub(super) fn assemble(model: &Model<'_>, generated: &[Generated]) -> Self {
        let weights = Weights::new(model);
        let pages: Vec<PageId> = model.pages.iter().map(|(page, _)| page).collect();
        let pages = pages.into_iter().map(AnyPage::Page);
        let owners: Vec<AnyPage> = pages.chain(generated.iter().map(|page| AnyPage::Generated(*page))).collect();
        let cut = |owner: AnyPage| {
            let page = drafts(model, &weights, owner, generated);
            let lists: Vec<_> = page.lists.iter().map(|list| list.draft.clone()).collect();
            let cuts = divide::divide(&lists, page.room, weights.part_room());
            page.lists.into_iter().zip(cuts).filter_map(move |(list, cut)| Some((owner, list, cut?))).collect::<Vec<_>>()
        };
        let mut divisions = Self::default();
        for (owner, draft, cut) in owners.into_par_iter().map(cut).collect::<Vec<_>>().into_iter().flatten() {
            let id = divisions.list.len();
            divisions.by_list.insert((owner, draft.list), id);
            divisions.list.push(Division::new(owner, draft, cut, id));
        }
        divisions
    }

    /// How a list of a page is divided; none for a list that stands as a whole.
    pub fn find(&self, owner: AnyPage, list: List) -> Option<&Division> {
        self.list.get(*self.by_list.get(&(owner, list))?)
    }

    /// The list that a part belongs to.
    pub fn of(&self, part: PartId) -> Option<&Division> {
        self.list.get(part.division as usize)
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Division> {
        self.list.iter()
    }
}
