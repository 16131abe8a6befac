//! What has been reported, in the form that it is read in, and what was owed.

use super::{Cell, Field, ForeignKey, Kind, Table, Title, fulfilment_title, id_of, implementations, reason_title, reportings};
use crate::document::data::ReportSection;
use crate::site::PageId;
use crate::site::data::TableId;
use crate::site::programme::Reported;
use crate::site::reporting::Duty;
use crate::snapshot::Snapshot;
use crate::status::Fulfilment;

/// All follow-ups, goals first.
pub(super) fn follow_ups(snapshot: &Snapshot) -> Table {
    let mut fields = vec![Field::text("uppdrag", "cell-assignment").required()];
    fields.extend(Field::period());
    fields.extend([
        Field::text("organ", "column-body"),
        Field::new("lage", "column-state", implementations()).required(),
        Field::new("bedomning", "status-column", judgements()),
        Field::new("prognos", "column-forecast", judgements()),
        Field::text("text", "column-text"),
        Field::text("underlag", "column-evidence"),
        Field::new("datum", "column-date", Kind::Date),
        Field::text("ansvarig", "column-role"),
        Field::text("skal", "column-grounds"),
    ]);
    let programme = &snapshot.site.programme;
    let subjects = programme.goals.iter().chain(&programme.assignments);
    let reports = subjects.filter_map(|subject| programme.follow_ups.get(subject)).flatten();
    Table {
        id: TableId::FollowUps,
        fields,
        rows: reports.map(|reported| follow_up(snapshot, reported)).collect(),
        // A body may report twice for a period: the later report does not undo the earlier.
        primary_key: Vec::new(),
        foreign_keys: vec![ForeignKey { field: "organ", table: TableId::Bodies }],
    }
}

fn follow_up(snapshot: &Snapshot, reported: &Reported) -> Vec<Cell> {
    let row = &reported.row;
    let mut cells = vec![Cell::Text(id_of(snapshot, reported.subject).to_owned())];
    cells.extend(Cell::period(row.period));
    cells.extend([
        Cell::text(reported.body.map(|body| id_of(snapshot, body))),
        Cell::Text(row.state.key().to_owned()),
        Cell::text(row.assessment.map(judgement).as_deref()),
        Cell::text(row.forecast.map(judgement).as_deref()),
        Cell::text(Some(&row.text)),
        Cell::text(row.evidence.as_deref()),
        Cell::date(row.date),
        Cell::text(row.role.as_deref()),
        Cell::text(row.reason.as_ref().map(|reason| reason.value.as_str())),
    ]);
    cells
}

/// A judgement in one cell, as the reader of data files wants it: what is not assessed has its reason after a colon.
fn judgement(value: Fulfilment) -> String {
    value.reason().map_or_else(|| value.key().to_owned(), |reason| format!("{}: {}", value.key(), reason.key()))
}

fn judgements() -> Kind {
    let title = |value: Fulfilment| value.reason().map_or(fulfilment_title(value), reason_title);
    Kind::Choice(Fulfilment::ALL.iter().map(|value| (judgement(*value), Title::Message(title(*value)))).collect())
}

/// What stands in the reports of bodies, section by section.
pub(super) fn sections(snapshot: &Snapshot) -> Table {
    let mut fields = vec![Field::text("organ", "column-body").required()];
    fields.extend(Field::period());
    fields.extend([
        Field::text("avsnitt", "column-section").required(),
        Field::text("text", "column-text"),
        Field::text("underlag", "column-evidence"),
        Field::new("datum", "column-date", Kind::Date),
        Field::text("ansvarig", "column-role"),
    ]);
    let sections = snapshot.site.programme.sections.iter().flat_map(|((body, _), sections)| sections.iter().map(|row| (*body, row)));
    Table {
        id: TableId::Sections,
        fields,
        rows: sections.map(|(body, row)| section(snapshot, body, row)).collect(),
        primary_key: vec!["organ", "period", "avsnitt"],
        foreign_keys: vec![ForeignKey { field: "organ", table: TableId::Bodies }],
    }
}

fn section(snapshot: &Snapshot, body: PageId, row: &ReportSection) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(id_of(snapshot, body).to_owned())];
    cells.extend(Cell::period(row.period));
    cells.extend([
        Cell::Text(row.section.value.clone()),
        Cell::text(Some(&row.text)),
        Cell::text(row.evidence.as_deref()),
        Cell::date(row.date),
        Cell::text(row.role.as_deref()),
    ]);
    cells
}

/// Which follow-ups are owed, by when, and when they came.
pub(super) fn duties(snapshot: &Snapshot) -> Table {
    let mut fields = vec![Field::text("uppdrag", "cell-assignment").required(), Field::text("organ", "column-body")];
    fields.extend(Field::period());
    fields.extend([
        Field::new("sista_dag", "column-due", Kind::Date).required(),
        Field::new("rapportering", "cell-follow-up", reportings()).required(),
        Field::new("inkom", "column-received", Kind::Date),
    ]);
    let key = |field, table| ForeignKey { field, table };
    Table {
        id: TableId::Duties,
        fields,
        rows: snapshot.site.progress.duties.iter().map(|duty| self::duty(snapshot, duty)).collect(),
        primary_key: vec!["uppdrag", "period"],
        foreign_keys: vec![key("uppdrag", TableId::Assignments), key("organ", TableId::Bodies)],
    }
}

fn duty(snapshot: &Snapshot, duty: &Duty) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(id_of(snapshot, duty.assignment).to_owned()), Cell::text(duty.body.map(|body| id_of(snapshot, body)))];
    cells.extend(Cell::period(duty.period));
    cells.extend([Cell::Date(duty.due), Cell::Text(duty.state.key().to_owned()), Cell::date(duty.received)]);
    cells
}
