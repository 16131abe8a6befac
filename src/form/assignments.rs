//! The sheet of follow-ups: a row for each assignment of the body, those first that it owes one for.

use std::collections::BTreeSet;

use super::words::{self, FORECASTS, STATES, implementation, plain, shortened};
use super::{Asked, Column, Purpose, SheetCell, SheetTable};
use crate::document::data::FollowUp;
use crate::document::facts::{AssignmentState, DecidedColumn as Decided, Facts, Target, TargetForm};
use crate::site::PageId;
use crate::site::programme::{Reported, facts_of};
use crate::status::Fulfilment;
use crate::view::phrase;

/// How much of the last follow-up is shown.
const LAST: usize = 200;

pub(super) fn table(asked: Asked<'_>) -> Option<SheetTable> {
    let rows = subjects(asked).into_iter().flat_map(|subject| rows(asked, subject)).collect();
    Some(SheetTable { name: "Uppföljning", columns: columns(), pinned: 3, room: 5, rows })
}

fn columns() -> Vec<Column> {
    let words = |values: &[Fulfilment]| values.iter().map(|value| words::fulfilment(*value)).collect();
    let states = STATES.into_iter().map(|state| implementation(state).to_owned()).collect();
    vec![
        Column::new("Uppdrag", 11, Purpose::Key, "Uppdragets id. Det visar var texten ska stå på webbplatsen."),
        Column::new("Nummer", 11, Purpose::Context, "Uppdragets nummer i programmet."),
        Column::new("Uppdragstext", 30, Purpose::Context, "Vad uppdraget handlar om."),
        Column::new("Mål", 32, Purpose::Context, "Det som programmet säger att uppdraget ska leda till."),
        Column::new("Senast", 15, Purpose::Context, "Sista dagen att lämna uppföljningen."),
        Column::new("Föregående", 32, Purpose::Context, "Vad ni skrev förra gången."),
        Column::new("Period", 10, Purpose::Key, "Den tid som raden gäller."),
        Column::new("Organ", 10, Purpose::Key, "Den som lämnar uppföljningen."),
        Column::new("Läge", 15, Purpose::Choice(states), "Hur långt arbetet har kommit. Välj i listan."),
        Column::new(
            "Bedömning",
            20,
            Purpose::Choice(words(&Fulfilment::ALL)),
            "Om målet nås. Välj i listan. Där det finns siffror räknas bedömningen ut av dem: lämna då fältet tomt. \
             Går målet inte att bedöma väljer du ett skäl.",
        ),
        Column::new(
            "Prognos",
            16,
            Purpose::Choice(words(&FORECASTS)),
            "Vad ni räknar med när perioden är slut. Välj i listan, eller lämna tomt.",
        ),
        Column::new("Text", 56, Purpose::Text, "Vad som har gjorts och vad det har lett till, i några korta meningar."),
        Column::new("Underlag", 22, Purpose::Text, "Var det står, till exempel årsredovisningen eller ett diarienummer."),
        Column::new("Datum", 15, Purpose::Date, "Dagen då uppföljningen lämnas. Skriv som 2010-03-31."),
        Column::new("Ansvarig", 20, Purpose::Text, "Rollen för den som svarar för uppgiften, inte ett namn."),
        Column::new(
            "Skäl",
            26,
            Purpose::Text,
            "Bara om ni bedömer annorlunda än siffrorna: varför. Då måste också Bedömning, Datum och Ansvarig vara ifyllda.",
        ),
    ]
}

/// What a row is about, in the order of rows: what is owed, what is in force besides, what was reported besides.
fn subjects(asked: Asked<'_>) -> Vec<PageId> {
    let site = &asked.reader.snapshot.site;
    let owed: Vec<PageId> = asked.duties().map(|duty| duty.assignment).collect();
    let in_force = |page: &PageId| {
        let facts = facts_of(&site.pages, *page).and_then(Facts::as_assignment);
        facts.is_some_and(|facts| facts.state == AssignmentState::InForce)
    };
    let own = site.programme.assignments_of(asked.body).iter().copied().filter(in_force);
    let reported = site.programme.reported_by(asked.body, asked.period);
    let mut seen = BTreeSet::new();
    owed.into_iter().chain(own).chain(reported).filter(|page| seen.insert(*page)).collect()
}

/// What the body has reported of a goal or assignment for the period.
fn came(asked: Asked<'_>, subject: PageId) -> Vec<&Reported> {
    let site = &asked.reader.snapshot.site;
    let by_body = |reported: &&Reported| match reported.body {
        Some(body) => body == asked.body,
        None => site.programme.body_of(subject) == Some(asked.body),
    };
    let all = site.programme.follow_ups_of(subject);
    all.iter().filter(|reported| reported.row.period == asked.period).filter(by_body).collect()
}

fn rows(asked: Asked<'_>, subject: PageId) -> Vec<Vec<SheetCell>> {
    let came = came(asked, subject);
    if came.is_empty() {
        let mut row = context(asked, subject, None);
        row.resize(columns().len(), SheetCell::Blank);
        return vec![row];
    }
    let row = |reported: &&Reported| {
        let mut row = context(asked, subject, Some(&reported.row));
        row.extend(entered(&reported.row));
        row
    };
    came.iter().map(row).collect()
}

/// The locked cells. Of a row that there is already, what it says itself.
fn context(asked: Asked<'_>, subject: PageId, known: Option<&FollowUp>) -> Vec<SheetCell> {
    let site = &asked.reader.snapshot.site;
    let number = match facts_of(&site.pages, subject) {
        Some(Facts::Assignment(facts)) => Some(facts.number.clone()),
        Some(Facts::Goal(facts)) => facts.number.clone(),
        _ => None,
    };
    let due = asked.duties().find(|duty| duty.assignment == subject).map(|duty| duty.due);
    vec![
        SheetCell::text(known.map_or_else(|| asked.id(subject), |row| row.subject.value.clone())),
        SheetCell::maybe(number),
        SheetCell::text(asked.reader.plain_title(subject)),
        SheetCell::text(targets(asked, subject)),
        due.map_or_else(|| SheetCell::text("ingen uppföljning krävs"), SheetCell::Date),
        SheetCell::maybe(previous(asked, subject)),
        SheetCell::text(asked.period.to_string()),
        match known {
            // A row without a body is one of the body that owes the assignment, and stays so.
            Some(row) => SheetCell::maybe(row.body.as_ref().map(|body| body.value.clone())),
            None => SheetCell::text(asked.id(asked.body)),
        },
    ]
}

fn entered(row: &FollowUp) -> Vec<SheetCell> {
    vec![
        SheetCell::text(implementation(row.state)),
        SheetCell::maybe(row.assessment.map(words::fulfilment)),
        SheetCell::maybe(row.forecast.map(words::fulfilment)),
        SheetCell::text(row.text.as_str()),
        SheetCell::maybe(row.evidence.as_deref()),
        SheetCell::date(row.date),
        SheetCell::maybe(row.role.as_deref()),
        SheetCell::maybe(row.reason.as_ref().map(|reason| reason.value.as_str())),
    ]
}

/// The targets in the programme's words; else as their reading says them. Where the reading is only that there are
/// words, those of the decision.
fn targets(asked: Asked<'_>, subject: PageId) -> String {
    let site = &asked.reader.snapshot.site;
    let current = site.programme.current_targets(subject);
    let targets: Vec<&Target> = current.filter_map(|target| site.programme.target(&site.pages, target.id)).collect();
    let sentence = |target: &&Target| match &target.text {
        Some(text) => Some(text.clone()),
        None => (target.form != TargetForm::Text).then(|| plain(&phrase::target(asked.reader, target))),
    };
    let sentences: Option<Vec<String>> = targets.iter().map(sentence).collect();
    sentences
        .filter(|sentences| !sentences.is_empty())
        .map(|sentences| sentences.join("\n"))
        .or_else(|| decided(asked, subject))
        .unwrap_or_default()
}

fn decided(asked: Asked<'_>, subject: PageId) -> Option<String> {
    let cells = match facts_of(&asked.reader.snapshot.site.pages, subject)? {
        Facts::Assignment(facts) => &facts.decided,
        Facts::Goal(facts) => &facts.decided,
        _ => return None,
    };
    cells.iter().find(|(cell, _)| *cell == Decided::Target).map(|(_, text)| text.trim().to_owned())
}

/// The last follow-up before the period: when, how it stood, what it said.
fn previous(asked: Asked<'_>, subject: PageId) -> Option<String> {
    let all = asked.reader.snapshot.site.programme.follow_ups_of(subject);
    let last = &all.iter().rev().find(|reported| reported.row.period < asked.period)?.row;
    let words = [implementation(last.state).to_owned(), last.assessment.map(words::fulfilment).unwrap_or_default()];
    let frozen_status: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let when = asked.in_words(last.period);
    let head = if frozen_status.is_empty() { when } else { format!("{when}: {}", frozen_status.join(", ")) };
    let text = shortened(&last.text, LAST);
    Some(if text.is_empty() { head } else { format!("{head}\n{text}") })
}
