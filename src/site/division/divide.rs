//! Divides lists by what their rows weigh: knows bytes and counts, and nothing of what the rows are.

use std::ops::Range;

/// How many rows a part may have: round numbers, so that "51–100" follows "1–50".
const STEPS: [usize; 24] = [500, 400, 300, 250, 200, 150, 125, 100, 75, 60, 50, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2];

/// Bytes of a link to a part, which names its group for those who do not see the head above it.
const LINK: u32 = 300;

/// Bytes of a link to parts that have a page of links of their own, which is named by its first and its last.
const BRANCH: u32 = 700;

/// A list that may have to be divided.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Its rows, by group. A list without groups has one.
    pub(super) groups: Vec<DraftGroup>,
    /// Where its rest stands.
    pub(super) rest: RestOf,
}

/// Where the rows stand that do not fit on the list's own page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RestOf {
    /// On parts, after the first rows.
    #[default]
    Following,
    /// All rows stand on parts, group by group; the page leads to them.
    ByGroup,
    /// On another page, which has all of them.
    Elsewhere,
}

/// Rows that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct DraftGroup {
    /// Its name in addresses; empty where its parts are only numbered.
    pub(super) key: String,
    /// Bytes of its head where its parts are listed.
    pub(super) head: u32,
    /// Bytes of each row.
    pub(super) rows: Vec<u32>,
}

/// How a list is divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// How many of the first rows stand on the list's own page.
    pub(super) lead: usize,
    /// All parts; those with rows in the order of the rows, those with links behind them.
    pub(super) parts: Vec<CutPart>,
    /// The parts that the list's own page leads to.
    pub(super) top: Vec<usize>,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CutPart {
    /// Its address below the list's own.
    pub(super) path: String,
    /// The first and the last group that it is about.
    pub(super) groups: (usize, usize),
    /// Its rows: from the first of the first group to the end in the last group.
    pub(super) rows: Range<usize>,
    /// The parts that it leads to; none where it has the rows themselves.
    pub(super) below: Vec<usize>,
}

impl Draft {
    fn weight(&self) -> u32 {
        self.groups.iter().map(|group| sum(&group.rows)).fold(0, u32::saturating_add)
    }

    fn len(&self) -> usize {
        self.groups.iter().map(|group| group.rows.len()).sum()
    }
}

/// Divides those lists of a page that it has no room for; none for a list that stands as a whole. Small lists stay whole
/// before large ones do, and what is left is shared evenly.
pub(super) fn divide(drafts: &[Draft], room: u32, part_room: u32) -> Vec<Option<Cut>> {
    let mut order: Vec<(u32, usize)> = drafts.iter().enumerate().map(|(at, draft)| (draft.weight(), at)).collect();
    order.sort_unstable();
    let mut left = room;
    let mut cuts: Vec<Option<Cut>> = vec![None; drafts.len()];
    for (done, (weight, at)) in order.iter().enumerate() {
        let share = left / u32::try_from(order.len() - done).unwrap_or(u32::MAX);
        if *weight <= share {
            left -= weight;
        } else if let (Some(draft), Some(slot)) = (drafts.get(*at), cuts.get_mut(*at)) {
            *slot = Some(cut(draft, share, part_room));
            left -= share;
        }
    }
    cuts
}

fn cut(draft: &Draft, share: u32, part_room: u32) -> Cut {
    let heaviest = Heaviest::of(draft);
    let total = draft.len();
    let size = heaviest.most_within(part_room).max(1);
    match draft.rest {
        RestOf::Elsewhere => Cut { lead: heaviest.most_within(share.saturating_sub(LINK)), ..Cut::default() },
        RestOf::Following => {
            let links = u32::try_from(total.div_ceil(size)).unwrap_or(u32::MAX).saturating_mul(LINK).min(share / 2);
            let lead = heaviest.most_within(share - links);
            let mut tree = Tree { draft, parts: Vec::new() };
            let number = usize::from(lead > 0);
            for (at, start) in (lead..total).step_by(size).enumerate() {
                tree.leaf(0, start..(start + size).min(total), (at + number + 1).to_string());
            }
            tree.finish(lead, share.saturating_sub(heaviest.weight(lead)), part_room)
        }
        RestOf::ByGroup => {
            let mut tree = Tree { draft, parts: Vec::new() };
            for (index, group) in draft.groups.iter().enumerate() {
                for (at, start) in (0..group.rows.len()).step_by(size).enumerate() {
                    let path = match (group.key.as_str(), at + 1) {
                        ("", number) => number.to_string(),
                        (key, 1) => key.to_owned(),
                        (key, number) => format!("{key}/{number}"),
                    };
                    tree.leaf(index, start..(start + size).min(group.rows.len()), path);
                }
            }
            tree.finish(0, share, part_room)
        }
    }
}

/// The rows of a list by weight: as many of them as fit wherever they stand.
struct Heaviest(Vec<u32>);

impl Heaviest {
    fn of(draft: &Draft) -> Self {
        let mut rows: Vec<u32> = draft.groups.iter().flat_map(|group| group.rows.iter().copied()).collect();
        rows.sort_unstable_by(|one, other| other.cmp(one));
        Self(rows)
    }

    /// What so many rows weigh at most.
    fn weight(&self, rows: usize) -> u32 {
        sum(self.0.get(..rows).unwrap_or(&self.0))
    }

    /// The largest step whose rows have room, whichever they are.
    fn most_within(&self, room: u32) -> usize {
        let fits = |step: &usize| *step < self.0.len() && self.weight(*step) <= room;
        STEPS.into_iter().chain([1]).find(fits).unwrap_or(0)
    }
}

/// Parts that come to be a tree.
struct Tree<'a> {
    draft: &'a Draft,
    parts: Vec<CutPart>,
}

impl Tree<'_> {
    fn leaf(&mut self, group: usize, rows: Range<usize>, path: String) {
        self.parts.push(CutPart { path, groups: (group, group), rows, below: Vec::new() });
    }

    /// Puts pages of links above the parts until the list's own page has room for the uppermost.
    fn finish(mut self, lead: usize, room: u32, part_room: u32) -> Cut {
        let mut top: Vec<usize> = (0..self.parts.len()).collect();
        while self.weight(&top) > room {
            let above = self.gather(&top, part_room);
            // A page of links for every part would be as many again.
            if above.len() >= top.len() {
                break;
            }
            top = above;
        }
        Cut { lead, parts: self.parts, top }
    }

    /// Gathers parts that stand beside one another on pages of links, as many as each has room for.
    fn gather(&mut self, parts: &[usize], room: u32) -> Vec<usize> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        let (mut weight, mut open) = (0, None);
        for part in parts {
            weight += self.link(*part, open);
            match runs.last_mut() {
                Some(run) if weight <= room => run.push(*part),
                _ => {
                    weight = self.link(*part, None);
                    runs.push(vec![*part]);
                }
            }
            open = self.head_of(*part);
        }
        runs.into_iter().map(|run| if let [only] = run.as_slice() { *only } else { self.branch(run) }).collect()
    }

    fn branch(&mut self, below: Vec<usize>) -> usize {
        let ends = below.first().zip(below.last()).and_then(|(first, last)| Some((self.parts.get(*first)?, self.parts.get(*last)?)));
        if let Some((first, last)) = ends {
            let name = |part: &CutPart| part.path.replace('/', "-");
            self.parts.push(CutPart {
                path: format!("{}--{}", name(first), name(last)),
                groups: (first.groups.0, last.groups.1),
                rows: first.rows.start..last.rows.end,
                below,
            });
        }
        self.parts.len() - 1
    }

    /// Bytes of links to parts, under a head for each group.
    fn weight(&self, parts: &[usize]) -> u32 {
        let before = std::iter::once(None).chain(parts.iter().map(|part| self.head_of(*part)));
        parts.iter().zip(before).map(|(part, open)| self.link(*part, open)).fold(0, u32::saturating_add)
    }

    /// Bytes of a link to a part, with its group's head unless that stands above it already.
    fn link(&self, part: usize, open: Option<usize>) -> u32 {
        match self.head_of(part) {
            None => BRANCH,
            group if group == open => LINK,
            group => LINK.saturating_add(group.and_then(|group| self.draft.groups.get(group)).map_or(0, |group| group.head)),
        }
    }

    /// The group whose head a link to a part stands under; pages of links have names of their own.
    fn head_of(&self, part: usize) -> Option<usize> {
        self.parts.get(part).filter(|part| part.below.is_empty()).map(|part| part.groups.0)
    }
}

fn sum(rows: &[u32]) -> u32 {
    rows.iter().fold(0, |sum, row| sum.saturating_add(*row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(rows: usize, weight: u32) -> Draft {
        Draft { groups: vec![DraftGroup { rows: vec![weight; rows], ..DraftGroup::default() }], ..Draft::default() }
    }

    fn grouped(groups: usize, rows: usize, weight: u32) -> Draft {
        let group = |number| DraftGroup { key: format!("g{number}"), head: 300, rows: vec![weight; rows] };
        Draft { groups: (1..=groups).map(group).collect(), rest: RestOf::ByGroup }
    }

    fn paths(cut: &Cut, parts: &[usize]) -> Vec<String> {
        parts.iter().filter_map(|part| cut.parts.get(*part)).map(|part| part.path.clone()).collect()
    }

    #[test]
    fn small_lists_stay_whole_and_large_ones_share_what_is_left() {
        let cuts = divide(&[plain(10, 100), plain(1000, 100), plain(20, 100)], 40_000, 50_000);
        assert_eq!((&cuts[0], &cuts[2]), (&None, &None));
        let cut = cuts[1].as_ref().expect("100,000 bytes are more than there is room for");
        // 37,000 bytes are left: links to parts of 500 rows, and 300 rows.
        assert_eq!((cut.lead, cut.top.len(), cut.parts.len()), (300, 2, 2));
        assert_eq!(cut.parts.iter().map(|part| part.rows.clone()).collect::<Vec<_>>(), [300..800, 800..1000]);
        assert_eq!(paths(cut, &cut.top), ["2", "3"]);
    }

    #[test]
    fn nothing_is_divided_that_has_room() {
        assert_eq!(divide(&[plain(400, 100), grouped(3, 3, 100)], 41_000, 50_000), [None, None]);
    }

    #[test]
    fn a_heavy_row_makes_parts_smaller_wherever_it_stands() {
        let mut draft = plain(100, 1000);
        draft.groups[0].rows[99] = 20_000;
        let cuts = divide(&[draft], 30_000, 30_000);
        let cut = cuts[0].as_ref().expect("119,000 bytes are more than there is room for");
        assert!(cut.parts.iter().all(|part| part.rows.len() <= 10), "{:?}", cut.parts);
    }

    #[test]
    fn groups_have_parts_of_their_own() {
        let cuts = divide(&[grouped(2, 70, 1000)], 40_000, 50_000);
        let cut = cuts[0].as_ref().expect("140,000 bytes are more than there is room for");
        assert_eq!((cut.lead, paths(cut, &cut.top)), (0, ["g1", "g1/2", "g2", "g2/2"].map(str::to_owned).to_vec()));
        assert_eq!(cut.parts[1], CutPart { path: "g1/2".to_owned(), groups: (0, 0), rows: 50..70, below: Vec::new() });
    }

    #[test]
    fn every_row_stands_once_and_every_page_of_links_has_room_however_many_there_are() {
        for draft in [plain(200_000, 1500), grouped(3000, 50, 1500), grouped(1, 300_000, 300)] {
            let cuts = divide(std::slice::from_ref(&draft), 40_000, 50_000);
            let cut = cuts[0].as_ref().expect("they are more than there is room for");
            let leaves = cut.parts.iter().filter(|part| part.below.is_empty());
            assert_eq!(cut.lead + leaves.map(|part| part.rows.len()).sum::<usize>(), draft.len());
            let mut led_to: Vec<usize> = cut.top.iter().chain(cut.parts.iter().flat_map(|part| &part.below)).copied().collect();
            led_to.sort_unstable();
            assert_eq!(led_to, (0..cut.parts.len()).collect::<Vec<_>>(), "each part is led to once");
            let tree = Tree { draft: &draft, parts: cut.parts.clone() };
            assert!(tree.weight(&cut.top) <= 40_000);
            assert!(cut.parts.iter().all(|part| tree.weight(&part.below) <= 50_000));
            let mut paths: Vec<&str> = cut.parts.iter().map(|part| part.path.as_str()).collect();
            paths.sort_unstable();
            paths.dedup();
            assert_eq!(paths.len(), cut.parts.len(), "each part has an address of its own");
        }
    }

    #[test]
    fn a_list_whose_rows_all_stand_elsewhere_has_no_parts() {
        let draft = Draft { rest: RestOf::Elsewhere, ..plain(100, 1000) };
        let cuts = divide(&[draft], 21_000, 50_000);
        assert_eq!(cuts[0], Some(Cut { lead: 20, ..Cut::default() }));
    }
}
