//! What rows of lists weigh as HTML: bytes of markup as the default theme writes it in the language with the longest
//! words, with a tenth to spare, and the length of what authors wrote in whichever language it is longest.

use super::PAGE;
use crate::document::facts::Facts;
use crate::site::PageId;
use crate::site::model::Model;
use crate::site::programme::{Reported, facts_of};
use crate::site::progress::StatusChange;
use crate::site::reporting::ReportDuty;

/// A status: its axis, icon, name and reason.
const TAG: u32 = 360;
/// A cell of a matrix of bodies and periods.
pub(super) const MATRIX_CELL: u32 = 430;
/// The head and the foot of such a column.
pub(super) const MATRIX_COLUMN: u32 = 220;
/// A row of a table of approved figures.
pub(super) const FIGURE_ROW: u32 = 300;
/// A table of open data with its files.
pub(super) const DATA_TABLE: u32 = 850;
/// The answers of the overview, without their bars.
pub(super) const OVERVIEW: u32 = 2500;
/// A year's line on a body's page.
pub(super) const YEAR: u32 = 450;
/// A period's link.
pub(super) const PERIOD: u32 = 130;
/// A line of an assignment's plan.
pub(super) const DUTY: u32 = 420;
/// What a figure's latest values say.
pub(super) const FINDING: u32 = 240;
/// A target with its status and how that was judged.
const TARGET: u32 = 1500;
/// A cell of the programme's table and its reading, without the words.
const CELL: u32 = 400;
/// Headings of sections, notes, sums.
pub(super) const SECTIONS: u32 = 1500;

/// A row that weighs more than this fills a part alone, whatever it weighs.
const HEAVIEST: u32 = 40_000;

/// What the texts of a site weigh.
pub(super) struct Weights<'a> {
    model: &'a Model<'a>,
    titles: Vec<u32>,
    summaries: Vec<u32>,
    texts: Vec<u32>,
    shell: u32,
}

impl<'a> Weights<'a> {
    pub(super) fn new(model: &'a Model<'a>) -> Self {
        let languages = u32::try_from(model.config.languages.len()).unwrap_or(u32::MAX);
        let count = model.pages.len();
        let mut weights = Self {
            model,
            titles: vec![0; count],
            summaries: vec![0; count],
            texts: vec![0; count],
            // Head, menu, path, notices, foot; the picker and the alternates have a line a language.
            shell: 2600 + 850 * languages + 200 * u32::try_from(model.config.menu.len()).unwrap_or(u32::MAX),
        };
        for (page, own) in model.pages.iter() {
            for entry in own.versions.iter().flatten().map(|version| &version.entry) {
                // In a language that the page is missing in, they are marked as what they are.
                let mark = if own.versions.iter().all(Option::is_some) { 0 } else { 50 };
                raise(&mut weights.titles, page, mark + text(entry.title.value.len()));
                raise(&mut weights.summaries, page, entry.summary.as_ref().map_or(0, |summary| mark + text(summary.len())));
                raise(&mut weights.texts, page, bytes(entry.text.html_bytes()));
            }
        }
        weights
    }

    /// The room for lists on a page.
    pub(super) fn room(&self, besides: u32) -> u32 {
        // A page with little room left has some rows all the same.
        (PAGE - SPARE).saturating_sub(self.shell).saturating_sub(besides).max(4000)
    }

    /// The room for rows on a part.
    pub(super) fn part_room(&self) -> u32 {
        self.room(SECTIONS)
    }

    pub(super) fn title(&self, page: PageId) -> u32 {
        self.titles.get(page.index()).copied().unwrap_or_default()
    }

    pub(super) fn summary(&self, page: PageId) -> u32 {
        self.summaries.get(page.index()).copied().unwrap_or_default()
    }

    /// The text of a page.
    pub(super) fn text(&self, page: PageId) -> u32 {
        self.texts.get(page.index()).copied().unwrap_or_default()
    }

    /// A link to a page.
    pub(super) fn link(&self, page: PageId) -> u32 {
        let address = self.model.pages.get(page).stem.len() + self.model.config.base_path.len();
        40 + bytes(address) + self.title(page)
    }

    /// A page below another.
    pub(super) fn child(&self, page: PageId) -> u32 {
        row(150 + self.link(page) + self.summary(page))
    }

    pub(super) fn goal(&self, page: PageId) -> u32 {
        row(200 + self.link(page) + TAG + self.summary(page).max(300))
    }

    pub(super) fn body(&self, page: PageId) -> u32 {
        let bar = if self.model.progress.has_targets { self.bar(self.model.assignments(page).len()) } else { 0 };
        row(320 + self.link(page) + self.summary(page) + bar)
    }

    /// A stacked bar of so many statuses, and its key: there are no more than nine kinds of them.
    pub(super) fn bar(&self, statuses: usize) -> u32 {
        400 + 420 * bytes(statuses.min(9))
    }

    /// An assignment; `body` where lists name who carries it out.
    pub(super) fn assignment(&self, page: PageId, body: Option<PageId>) -> u32 {
        let model = self.model;
        let axes = [!model.programme.follow_ups.is_empty(), model.progress.has_targets, !model.progress.duties.is_empty()];
        let axes = bytes(axes.into_iter().filter(|axis| *axis).count());
        row(110 + self.link(page) + self.summary(page) + body.map_or(0, |body| 30 + self.title(body)) + axes * TAG)
    }

    /// An indicator and what its values say.
    pub(super) fn indicator(&self, page: PageId) -> u32 {
        row(FINDING + self.link(page))
    }

    pub(super) fn follow_up(&self, reported: &Reported) -> u32 {
        let own = &reported.row;
        let words = own.text.len() + own.role.as_ref().map_or(0, String::len) + own.evidence.as_ref().map_or(0, String::len);
        let body = reported.body.map_or(0, |body| 60 + self.title(body));
        let axes = 1 + u32::from(own.assessment.is_some());
        row(420 + axes * TAG + self.link(reported.subject) + body + text(words))
    }

    pub(super) fn missing(&self, assignment: PageId) -> u32 {
        row(280 + self.link(assignment))
    }

    pub(super) fn late(&self, page: PageId, body: Option<PageId>) -> u32 {
        row(230 + self.link(page) + body.map_or(0, |body| self.title(body)))
    }

    /// A report as a whole, with what stands in its sections.
    pub(super) fn report(&self, report: &ReportDuty) -> u32 {
        let came = self.model.programme.sections.get(&(report.body, report.period)).map(Vec::as_slice).unwrap_or_default();
        let words = |section: &crate::document::data::ReportSection| {
            text(section.text.len() + section.role.as_ref().map_or(0, String::len) + section.evidence.as_ref().map_or(0, String::len))
        };
        row(500 + bytes(report.sections.len()) * (TAG + 250) + came.iter().map(words).sum::<u32>())
    }

    /// A goal or assignment with what has changed of it.
    pub(super) fn change(&self, page: PageId, change: StatusChange) -> u32 {
        let (before, after) = (change.before, change.after);
        let steps = u32::from(before.implementation != after.implementation) + u32::from(before.fulfilment != after.fulfilment);
        let body = self.model.programme.body_of(page).map_or(0, |body| 40 + self.title(body));
        row(130 + self.link(page) + steps * (2 * TAG + 140) + body)
    }

    /// What the facts of a goal or assignment weigh: its targets, and the words of the programme.
    pub(super) fn facts(&self, page: PageId) -> u32 {
        let words = |cells: usize, length: usize| bytes(cells) * CELL + text(length);
        match facts_of(self.model.pages, page) {
            Some(Facts::Goal(goal)) => {
                bytes(goal.targets.len()) * TARGET + words(goal.decided.len(), goal.decided.iter().map(|(_, cell)| cell.len()).sum())
            }
            Some(Facts::Assignment(own)) => {
                bytes(own.targets.len()) * TARGET + words(own.decided.len() + 4, own.decided.iter().map(|(_, cell)| cell.len()).sum())
            }
            _ => 0,
        }
    }

    /// The head of a group where its parts are listed.
    pub(super) fn head(&self, page: PageId) -> u32 {
        260 + self.link(page)
    }
}

/// What is kept free on every page, for what templates may put there.
const SPARE: u32 = 2500;

/// Words as HTML: escaped, numbers isolated in right-to-left text.
fn text(length: usize) -> u32 {
    bytes(length + length / 8 + 8)
}

pub(super) fn bytes(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A row's weight.
pub(super) fn row(weight: u32) -> u32 {
    weight.min(HEAVIEST)
}

fn raise(weights: &mut [u32], page: PageId, weight: u32) {
    if let Some(own) = weights.get_mut(page.index()) {
        *own = weight.max(*own);
    }
}
