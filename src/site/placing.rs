//! Rows of data to the programme's own pages: finds whom each is about, and what cannot be.

use std::collections::BTreeMap;

use super::programme::{Measured, Reported, Values, facts_of, unknown_id};
use super::{PageId, Pages, Programme};
use crate::diagnostic::{Code, Diagnostic, Label, Message};
use crate::document::Kind;
use crate::document::data::{Finality, FollowUp, Observation, ReportSection};
use crate::document::facts::{Facts, Indicator, IndicatorForm, Reference};
use crate::source::SourcePath;
use crate::status;
use crate::table::Sign;

impl Programme {
    pub(super) fn place_observations(&mut self, pages: &Pages, observations: Vec<Observation>, found: &mut Vec<Diagnostic>) {
        let mut places: BTreeMap<_, usize> = BTreeMap::new();
        let mut lists: BTreeMap<PageId, Vec<Measured>> = BTreeMap::new();
        for mut row in observations {
            let indicator = self.resolve(pages, &row.path, Some(&row.indicator), Kind::Indicator, found);
            let area = self.resolve(pages, &row.path, row.area.as_ref(), Kind::Area, found);
            let body = self.resolve(pages, &row.path, row.body.as_ref(), Kind::Body, found);
            let Some(indicator) = indicator else { continue };
            if (row.area.is_some() && area.is_none()) || (row.body.is_some() && body.is_none()) {
                continue;
            }
            if let Some(facts) = facts_of(pages, indicator).and_then(Facts::as_indicator) {
                found.extend(count_in(&facts.unit.value, &mut row));
                work_out_share(facts, &mut row);
            }
            let list = lists.entry(indicator).or_default();
            let place = *places.entry((indicator, area, body, row.sex, row.period)).or_insert(list.len());
            let withheld = |row: &Observation| row.finality == Finality::Confidential;
            match list.get_mut(place) {
                // A form never says what is withheld; the guard of small counts needs what another file says of it.
                Some(first) if withheld(&first.row) && withheld(&row) => {
                    first.row.value = first.row.value.or(row.value);
                    first.row.parts = first.row.parts.or(row.parts);
                }
                Some(first) if first.row.value != row.value => found.push(conflict(&first.row, &row)),
                Some(_) => {}
                None => list.push(Measured { area, body, sex: row.sex, guarded: false, row }),
            }
        }
        self.observations = lists.into_iter().map(|(indicator, list)| (indicator, Values::new(list))).collect();
    }

    pub(super) fn place_follow_ups(&mut self, pages: &Pages, follow_ups: Vec<FollowUp>, found: &mut Vec<Diagnostic>) {
        let mut places: BTreeMap<_, usize> = BTreeMap::new();
        for row in follow_ups {
            let subject = self.find(&row.subject.value).filter(|page| matches!(pages.get(*page).kind, Kind::Assignment | Kind::Goal));
            let body = self.resolve(pages, &row.path, row.body.as_ref(), Kind::Body, found);
            found.extend(unsigned(&row));
            match subject {
                Some(subject) => {
                    let list = self.follow_ups.entry(subject).or_default();
                    let place = *places.entry((subject, body, row.period, row.date)).or_insert(list.len());
                    // A form holds what was reported before, and may lie beside the file that it came from.
                    match list.get(place) {
                        Some(first) if !says_the_same(&first.row, &row) => found.push(report_conflict(&first.row, &row)),
                        Some(_) => {}
                        None => list.push(Reported { subject, body, row }),
                    }
                }
                None => found.push(self.unknown(pages, &row.path, &row.subject, Kind::Assignment)),
            }
        }
        for list in self.follow_ups.values_mut() {
            list.sort_by_key(|reported| (reported.row.period, reported.row.date, reported.row.span));
        }
    }

    pub(super) fn place_sections(&mut self, pages: &Pages, sections: Vec<ReportSection>, found: &mut Vec<Diagnostic>) {
        let rule = self.facts(pages).and_then(|facts| facts.report.as_ref());
        let valid: Vec<String> = rule.iter().flat_map(|rule| &rule.sections).map(|section| section.id.value.clone()).collect();
        let valid: Vec<&str> = valid.iter().map(String::as_str).collect();
        for row in sections {
            let body = self.resolve(pages, &row.path, Some(&row.body), Kind::Body, found);
            if !valid.contains(&row.section.value.as_str()) {
                found.push(unknown_id(&row.path, &row.section, "avsnitt", "section", &valid));
                continue;
            }
            let Some(body) = body else { continue };
            let list = self.sections.entry((body, row.period)).or_default();
            match list.iter().find(|other| other.section.value == row.section.value) {
                Some(first) if first.text != row.text => found.push(data_conflict(first, &row)),
                Some(_) => {}
                None => list.push(row),
            }
        }
    }

    fn resolve(
        &self,
        pages: &Pages,
        path: &SourcePath,
        reference: Option<&Reference>,
        kind: Kind,
        found: &mut Vec<Diagnostic>,
    ) -> Option<PageId> {
        let reference = reference?;
        let page = self.find_kind(pages, &reference.value, kind);
        if page.is_none() {
            found.push(self.unknown(pages, path, reference, kind));
        }
        page
    }
}

/// A share that is given by its parts only. One of nobody stays without a value: it is not 0 %.
fn work_out_share(facts: &Indicator, row: &mut Observation) {
    let open = row.value.is_none() && row.finality != Finality::Confidential;
    if let Some((numerator, denominator)) =
        row.parts.filter(|_| open && facts.form == IndicatorForm::Ratio && facts.unit.value == "percent")
        && let Ok(share) = status::share(numerator, denominator)
    {
        row.value = Some(share);
        row.finality = Finality::Final;
    }
}

/// Gives a value in its indicator's unit; reports the sign of another one behind it.
fn count_in(unit: &str, row: &mut Observation) -> Option<Diagnostic> {
    let sign = row.sign?;
    let is = |word: &str| unit == word || unit.strip_prefix(word).is_some_and(|rest| rest.starts_with('-'));
    let factor = match sign {
        Sign::Percent => is("percent").then_some(1.0),
        Sign::Money => [("kr", 1.0), ("tkr", 1e3), ("mkr", 1e6)].into_iter().find_map(|(word, factor)| is(word).then_some(factor)),
    };
    if let Some(factor) = factor {
        row.value = row.value.map(|value| value / factor);
        return None;
    }
    let (sv, en) = match sign {
        Sign::Percent => ("procent", "percent"),
        Sign::Money => ("kronor", "kronor"),
    };
    let message = Message::new(
        format!("värdet är i {sv} men `{}` räknas i `{unit}`", row.indicator.value),
        format!("the value is in {en} but `{}` counts in `{unit}`", row.indicator.value),
    );
    let help = Message::new(
        "skriv talet utan tecken i rätt enhet, eller ändra `unit` i indikatorns fil; visar en Excel-cell tecknet är det cellens talformat",
        "write the number without a sign in the right unit, or change `unit` in the indicator's file; where an Excel cell shows the sign, it is the cell's number format",
    );
    Some(Diagnostic::new(Code::WrongUnit, message).at(&row.path, row.span).help(help))
}

/// Reports two values for the same key, naming both places.
fn conflict(first: &Observation, second: &Observation) -> Diagnostic {
    let message = Message::new(
        format!("två olika värden för `{}` {}", second.indicator.value, second.period),
        format!("two different values for `{}` {}", second.indicator.value, second.period),
    );
    let label = Label::new(&first.path, first.span).saying(Message::new("det första värdet", "the first value"));
    let help = Message::new(
        "ta bort det ena, eller skilj dem åt med område, organ eller kön",
        "remove one of them, or tell them apart by area, body or sex",
    );
    Diagnostic::new(Code::Conflict, message).at(&second.path, second.span).and(label).help(help)
}

/// A judgement that is set before the figures must say who set it and when, and what it is.
fn unsigned(row: &FollowUp) -> Option<Diagnostic> {
    let reason = row.reason.as_ref()?;
    let missing: Vec<&str> = [(row.assessment.is_none(), "bedomning"), (row.role.is_none(), "ansvarig"), (row.date.is_none(), "datum")]
        .into_iter()
        .filter_map(|(missing, column)| missing.then_some(column))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let columns = missing.join(", ");
    let message = Message::new(
        format!("en bedömning med eget skäl saknar värde i {columns}"),
        format!("a judgement with its own reason has no value in {columns}"),
    );
    let help = Message::new(
        "den som sätter en annan bedömning än siffrorna ger ska stå med roll och datum, så att läsarna ser vem som avgjorde",
        "whoever judges otherwise than the figures is named by role and date, so that readers see who decided",
    );
    Some(Diagnostic::new(Code::BadCell, message).at(&row.path, reason.span).help(help))
}

fn says_the_same(first: &FollowUp, second: &FollowUp) -> bool {
    let words = |row: &FollowUp| {
        let reason = row.reason.as_ref().map(|reason| reason.value.clone());
        (row.text.clone(), row.evidence.clone(), row.role.clone(), reason)
    };
    let axes = |row: &FollowUp| (row.state, row.assessment, row.forecast);
    axes(first) == axes(second) && words(first) == words(second)
}

/// Reports two follow-ups of the same day that say different things.
fn report_conflict(first: &FollowUp, second: &FollowUp) -> Diagnostic {
    let message = Message::new(
        format!("två olika uppföljningar av `{}` {}", second.subject.value, second.period),
        format!("two different follow-ups of `{}` {}", second.subject.value, second.period),
    );
    let label = Label::new(&first.path, first.span).saying(Message::new("den första uppföljningen", "the first follow-up"));
    let help = Message::new(
        "ta bort den rad som inte gäller, eller skriv ett senare datum i den nya: då gäller den",
        "remove the row that does not hold, or write a later date into the new one: then that holds",
    );
    Diagnostic::new(Code::Conflict, message).at(&second.path, second.span).and(label).help(help)
}

/// Reports two texts for the same section of the same report.
fn data_conflict(first: &ReportSection, second: &ReportSection) -> Diagnostic {
    let message = Message::new(
        format!("två olika texter för avsnittet `{}` {}", second.section.value, second.period),
        format!("two different texts for the section `{}` {}", second.section.value, second.period),
    );
    let label = Label::new(&first.path, first.span).saying(Message::new("den första texten", "the first text"));
    let help = Message::new("ta bort den ena raden", "remove one of the rows");
    Diagnostic::new(Code::Conflict, message).at(&second.path, second.span).and(label).help(help)
}
