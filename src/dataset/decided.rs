//! Goals and assignments: their decided words, verbatim, and how they go.

use super::{Cell, Field, ForeignKey, Kind, Table, Title, choices, fulfilment, fulfilment_fields, id_of, implementations, reportings};
use super::{address, title_fields, titles};
use crate::document::facts::{AssignmentState, DecidedColumn as Decided, Facts, GoalLevel, Reference};
use crate::site::PageId;
use crate::site::data::TableId;
use crate::site::programme::facts_of;
use crate::snapshot::Snapshot;

/// The cells of a programme's table, and the columns that hold them.
const CELLS: [(Decided, &str, &str); 7] = [
    (Decided::Goal, "maltext", "cell-goal"),
    (Decided::Assignment, "uppdragstext", "cell-assignment"),
    (Decided::FollowUp, "uppfoljningstext", "cell-follow-up"),
    (Decided::Target, "nivatext", "cell-target"),
    (Decided::Cost, "kostnadstext", "cell-cost"),
    (Decided::Schedule, "tidplanstext", "cell-schedule"),
    (Decided::Responsible, "ansvarstext", "cell-responsible"),
];

/// The assignments.
pub(super) fn assignments(snapshot: &Snapshot) -> Table {
    let states = [("in-force", "data-in-force"), ("replaced", "implementation-replaced"), ("struck", "data-struck")];
    let mut fields = vec![Field::text("id", "column-id").required(), Field::text("nummer", "column-number").required()];
    fields.extend(title_fields(snapshot));
    fields.extend([
        Field::text("organ", "column-body").required(),
        Field::text("mal", "goals-title"),
        Field::new("giltighet", "column-validity", choices(&states)).required(),
    ]);
    fields.extend(CELLS.map(|(_, name, title)| Field::text(name, title)));
    fields.push(Field::new("genomforande", "column-state", implementations()).required());
    fields.extend(fulfilment_fields());
    fields.extend([
        Field::new("rapportering", "column-reporting", reportings()).required(),
        Field::new("bekraftad", "column-confirmed", Kind::Flag).required(),
        Field::new("adress", "column-address", Kind::Address).required(),
    ]);
    Table {
        id: TableId::Assignments,
        fields,
        rows: snapshot.site.programme.assignments.iter().filter_map(|page| assignment(snapshot, *page)).collect(),
        primary_key: vec!["id"],
        foreign_keys: vec![ForeignKey { field: "organ", table: TableId::Bodies }],
    }
}

fn assignment(snapshot: &Snapshot, page: PageId) -> Option<Vec<Cell>> {
    let facts = facts_of(&snapshot.site.pages, page).and_then(Facts::as_assignment)?;
    let progress = snapshot.site.progress.subject(page)?;
    let state = match facts.state {
        AssignmentState::InForce => "in-force",
        AssignmentState::Replaced => "replaced",
        AssignmentState::Struck => "struck",
    };
    let mut cells = vec![Cell::Text(id_of(snapshot, page).to_owned()), Cell::Text(facts.number.clone())];
    cells.extend(titles(snapshot, page));
    cells.extend([Cell::Text(facts.body.value.clone()), list(&facts.contributes_to), Cell::Text(state.to_owned())]);
    cells.extend(decided(&facts.decided));
    cells.push(Cell::Text(progress.implementation.key().to_owned()));
    cells.extend(fulfilment(progress.fulfilment));
    cells.extend([Cell::Text(progress.reporting.key().to_owned()), Cell::Flag(facts.confirmed), address(snapshot, page)]);
    Some(cells)
}

/// The goals.
pub(super) fn goals(snapshot: &Snapshot) -> Table {
    let title = |level| match level {
        GoalLevel::Vision => "level-vision",
        GoalLevel::Council => "level-council",
        GoalLevel::Strategy => "level-strategy",
        GoalLevel::SubGoal => "level-sub-goal",
        GoalLevel::Focus => "level-focus",
        GoalLevel::Joint => "level-joint",
    };
    let levels = GoalLevel::ALL.map(|(key, level)| (key.to_owned(), Title::Message(title(level))));
    let mut fields = vec![Field::text("id", "column-id").required(), Field::text("nummer", "column-number")];
    fields.extend(title_fields(snapshot));
    fields.extend([
        Field::new("niva", "column-level", Kind::Choice(levels.to_vec())).required(),
        Field::text("organ", "column-body"),
        Field::text("beslut", "column-decision"),
    ]);
    fields.extend(CELLS.map(|(_, name, title)| Field::text(name, title)));
    fields.push(Field::new("genomforande", "column-state", implementations()).required());
    fields.extend(fulfilment_fields());
    fields.push(Field::new("adress", "column-address", Kind::Address).required());
    Table {
        id: TableId::Goals,
        fields,
        rows: snapshot.site.programme.goals.iter().filter_map(|page| goal(snapshot, *page)).collect(),
        primary_key: vec!["id"],
        // Several bodies may answer for a goal, so the column refers to no table.
        foreign_keys: Vec::new(),
    }
}

fn goal(snapshot: &Snapshot, page: PageId) -> Option<Vec<Cell>> {
    let facts = facts_of(&snapshot.site.pages, page).and_then(Facts::as_goal)?;
    let progress = snapshot.site.progress.subject(page)?;
    let mut cells = vec![Cell::Text(id_of(snapshot, page).to_owned()), Cell::text(facts.number.as_deref())];
    cells.extend(titles(snapshot, page));
    cells.extend([
        Cell::Text(facts.level.key().to_owned()),
        list(&facts.lead),
        Cell::text(facts.decided_in.as_ref().map(|decision| decision.value.as_str())),
    ]);
    cells.extend(decided(&facts.decided));
    cells.push(Cell::Text(progress.implementation.key().to_owned()));
    cells.extend(fulfilment(progress.fulfilment));
    cells.push(address(snapshot, page));
    Some(cells)
}

fn decided(cells: &[(Decided, String)]) -> impl Iterator<Item = Cell> {
    CELLS.into_iter().map(|(kind, ..)| Cell::text(cells.iter().find(|(own, _)| *own == kind).map(|(_, text)| text.as_str())))
}

/// Several codes in a cell, with spaces between: no code has one in it.
pub(super) fn list(ids: &[Reference]) -> Cell {
    Cell::text(Some(&ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" ")))
}
