//! The sheet of figures: a row for each value that the body's targets are measured by. Withheld values are not in it.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{self, FINALITIES, TOTAL, finality, plain};
use super::{Asked, Column, Purpose, SheetCell, SheetTable};
use crate::document::data::{Finality, Sex};
use crate::document::facts::{AssignmentState, Dimension, Facts, Indicator, IndicatorForm, Target};
use crate::site::PageId;
use crate::site::programme::{Measured, Values, facts_of};
use crate::view::phrase;

pub(super) fn table(asked: Asked<'_>) -> Option<SheetTable> {
    let indicators = AskedIndicator::all(asked);
    let rows = indicators.iter().flat_map(AskedIndicator::rows).collect();
    let table = SheetTable { name: "Siffror", columns: columns(asked), pinned: 2, room: 1, rows };
    // Columns for what no row is split by would only ask questions.
    let mut unused = vec!["Mål", "Föregående", "Område", "Områdesnamn", "Organ", "Kön"];
    if !indicators.iter().any(AskedIndicator::is_share) {
        unused.extend(["Täljare", "Nämnare"]);
    }
    Some(table.without_blank(&unused))
}

fn columns(asked: Asked<'_>) -> Vec<Column> {
    let statuses = FINALITIES.into_iter().map(|value| finality(value).to_owned()).collect();
    let limit = asked.reader.snapshot.config.smallest_count;
    vec![
        Column::new("Indikator", 22, Purpose::Key, "Indikatorns id."),
        Column::new("Indikatornamn", 30, Purpose::Context, "Vad som mäts."),
        Column::new("Mål", 24, Purpose::Context, "Det som värdet jämförs med."),
        Column::new("Föregående", 20, Purpose::Context, "Det senaste värdet före perioden."),
        Column::new("Period", 11, Purpose::Key, "Den tid som värdet gäller."),
        Column::new("Område", 16, Purpose::Key, "Områdets id; ”totalt” är alla tillsammans."),
        Column::new("Områdesnamn", 20, Purpose::Context, "Vilket område värdet gäller."),
        Column::new("Organ", 10, Purpose::Key, "Den som värdet gäller; tomt när det gäller hela kommunen."),
        Column::new("Kön", 10, Purpose::Key, "Vilka värdet gäller; ”totalt” är alla tillsammans."),
        Column::new("Värde", 12, Purpose::Number, "Värdet som ett tal, till exempel 59,7. Skriv två punkter (..) om det saknas."),
        Column::new("Enhet", 13, Purpose::Context, "Vad värdet räknas i. Skriv talet utan enhet."),
        Column::new("Täljare", 12, Purpose::Number, "För andelar: hur många som räknas in. Hör ihop med Nämnare."),
        Column::new("Nämnare", 13, Purpose::Number, "För andelar: hur många som andelen är av. Hör ihop med Täljare."),
        Column::new(
            "Status",
            14,
            Purpose::Choice(statuses),
            format!(
                "Hur säkert värdet är. Välj i listan. Gäller det färre än {limit} personer väljer du sekretess och lämnar \
                 värdet tomt."
            ),
        ),
        Column::new("Källa", 24, Purpose::Text, "Var uppgiften kommer från."),
        Column::new("Kommentar", 30, Purpose::Text, "Något som den som läser siffran behöver veta."),
    ]
}

/// What one value is about.
#[derive(Clone, Copy, PartialEq, Eq)]
struct ValueKey {
    area: Option<PageId>,
    body: Option<PageId>,
    sex: Option<Sex>,
}

impl ValueKey {
    fn of(measured: &Measured) -> Self {
        Self { area: measured.area, body: measured.body, sex: measured.sex }
    }
}

/// One indicator that the body is asked about.
struct AskedIndicator<'a> {
    asked: Asked<'a>,
    page: PageId,
    facts: &'a Indicator,
    targets: Vec<&'a Target>,
}

impl<'a> AskedIndicator<'a> {
    /// Those that the body is asked about, in the programme's order.
    fn all(asked: Asked<'a>) -> Vec<Self> {
        let site = &asked.reader.snapshot.site;
        let owed: BTreeSet<PageId> = asked.duties().map(|duty| duty.assignment).collect();
        let mut targets: BTreeMap<PageId, Vec<&'a Target>> = BTreeMap::new();
        let mut measures_owed: BTreeSet<PageId> = BTreeSet::new();
        for subject in subjects(asked) {
            for target in site.programme.current_targets(subject) {
                let terms = site.programme.target(&site.pages, target.terms);
                if let Some((indicator, terms)) = target.indicator.zip(terms) {
                    targets.entry(indicator).or_default().push(terms);
                    measures_owed.extend(owed.contains(&subject).then_some(indicator));
                }
            }
        }
        let indicators = site.programme.indicators.iter();
        indicators.filter_map(|page| Self::new(asked, *page, targets.remove(page)?, measures_owed.contains(page))).collect()
    }

    fn new(asked: Asked<'a>, page: PageId, targets: Vec<&'a Target>, is_owed: bool) -> Option<Self> {
        let facts = facts_of(&asked.reader.snapshot.site.pages, page)?.as_indicator()?;
        let figure = Self { asked, page, facts, targets };
        // What is taken from others' data is nobody's to fill in.
        if !facts.kolada.is_empty() || facts.jsonstat.is_some() {
            return None;
        }
        // What has only been measured for years is not asked for each third of one, unless that is when it is owed.
        let grain = asked.period.grain();
        let usual = figure.known().is_empty() || figure.known().iter().any(|measured| measured.row.period.grain() == grain);
        (is_owed || usual).then_some(figure)
    }

    fn is_share(&self) -> bool {
        self.facts.form == IndicatorForm::Ratio || self.values().any(|measured| measured.row.parts.is_some())
    }

    fn known(&self) -> &'a [Measured] {
        self.asked.reader.snapshot.site.programme.observations.get(&self.page).map(Values::all).unwrap_or_default()
    }

    fn is_by(&self, dimension: Dimension) -> bool {
        self.facts.by.contains(&dimension)
    }

    /// The values of the period that are the body's to give: its own, or those that are no body's.
    fn values(&self) -> impl Iterator<Item = &'a Measured> {
        let (body, by_body) = (self.asked.body, self.is_by(Dimension::Body));
        let own = move |of: Option<PageId>| of == Some(body) || (of.is_none() && !by_body);
        let period = self.asked.period;
        self.known().iter().filter(move |measured| measured.row.period == period && own(measured.body))
    }

    /// Every value that is asked for, then those that there are besides.
    fn keys(&self) -> Vec<ValueKey> {
        let body = self.is_by(Dimension::Body).then_some(self.asked.body);
        let sexes: &[Option<Sex>] = if self.is_by(Dimension::Sex) { &[Some(Sex::Women), Some(Sex::Men), None] } else { &[None] };
        let areas = self.areas().into_iter();
        let mut keys: Vec<ValueKey> = areas.flat_map(|area| sexes.iter().map(move |sex| ValueKey { area, body, sex: *sex })).collect();
        for key in self.values().map(ValueKey::of) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// The places that the targets are set for; all of them when they name none. The total where one has been given.
    fn areas(&self) -> Vec<Option<PageId>> {
        if !self.is_by(Dimension::Area) {
            return vec![None];
        }
        let programme = &self.asked.reader.snapshot.site.programme;
        let named = |page: &PageId| {
            let is = |target: &&Target| {
                let all = target.areas.is_empty() || target.areas.iter().any(|area| area.value == "all");
                all || target.areas.iter().any(|area| programme.find(&area.value) == Some(*page))
            };
            self.targets.iter().any(is)
        };
        let mut areas: Vec<Option<PageId>> = programme.areas.iter().filter(|page| named(page)).copied().map(Some).collect();
        if self.known().iter().any(|measured| measured.area.is_none()) {
            areas.push(None);
        }
        areas
    }

    fn rows(&self) -> Vec<Vec<SheetCell>> {
        self.keys().into_iter().map(|key| self.row(key)).collect()
    }

    fn row(&self, key: ValueKey) -> Vec<SheetCell> {
        let reader = self.asked.reader;
        let known = self.values().find(|measured| ValueKey::of(measured) == key);
        // A value that is taken out to protect another one must not be lost, nor shown: its row says nothing.
        let open = known.filter(|measured| !measured.guarded).map(|measured| &measured.row);
        let number = |value: Option<f64>| value.map_or(SheetCell::Blank, SheetCell::Number);
        let by = |dimension: Dimension, word: String| if self.is_by(dimension) { SheetCell::text(word) } else { SheetCell::Blank };
        vec![
            SheetCell::text(open.map_or_else(|| self.asked.id(self.page), |row| row.indicator.value.clone())),
            SheetCell::text(reader.plain_title(self.page)),
            SheetCell::text(self.sentences()),
            SheetCell::maybe(self.previous(key, known)),
            SheetCell::text(self.asked.period.to_string()),
            match key.area {
                Some(area) => SheetCell::text(self.asked.id(area)),
                None => by(Dimension::Area, TOTAL.to_owned()),
            },
            SheetCell::maybe(key.area.map(|area| reader.plain_title(area))),
            SheetCell::maybe(key.body.map(|body| self.asked.id(body))),
            match key.sex {
                Some(_) => SheetCell::text(words::sex(key.sex)),
                None => by(Dimension::Sex, TOTAL.to_owned()),
            },
            number(open.and_then(|row| row.value)),
            SheetCell::text(self.unit()),
            number(open.and_then(|row| Some(row.parts?.0))),
            number(open.and_then(|row| Some(row.parts?.1))),
            SheetCell::maybe(open.map(|row| finality(row.finality))),
            SheetCell::maybe(open.and_then(|row| row.source.as_deref())),
            SheetCell::maybe(open.and_then(|row| row.note.as_deref())),
        ]
    }

    fn sentences(&self) -> String {
        let mut sentences: Vec<String> = Vec::new();
        for target in &self.targets {
            let sentence = plain(&phrase::target(self.asked.reader, target));
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        sentences.join("\n")
    }

    /// The last value before the period: "45 % (2008)".
    fn previous(&self, key: ValueKey, known: Option<&Measured>) -> Option<String> {
        if known.is_some_and(|measured| measured.guarded) {
            return Some("Finns redan, men visas inte för att skydda en uppgift med sekretess. Lämna raden tom.".to_owned());
        }
        let earlier = self.known().iter().filter(|measured| ValueKey::of(measured) == key && measured.row.period < self.asked.period);
        let last = &earlier.max_by_key(|measured| measured.row.period)?.row;
        let words = match last.value {
            Some(value) => phrase::amount_text(self.asked.reader, value, phrase::indicator_unit(self.facts)),
            None if last.finality == Finality::Confidential => finality(Finality::Confidential).to_owned(),
            None => finality(Finality::Missing).to_owned(),
        };
        Some(format!("{words} ({})", self.asked.in_words(last.period)))
    }

    /// The unit alone, as the catalogue says it with a number.
    fn unit(&self) -> String {
        let counted = phrase::amount_text(self.asked.reader, 2.0, (&self.facts.unit.value, 0));
        let unit = counted.replacen('2', "", 1);
        let unit = unit.trim_matches(|sign: char| sign.is_whitespace() || ('\u{2066}'..='\u{2069}').contains(&sign));
        match (unit, self.facts.form) {
            ("", IndicatorForm::Index) => "index".to_owned(),
            ("", _) => "antal".to_owned(),
            (unit, _) => unit.to_owned(),
        }
    }
}

/// What the body answers for: its assignments in force, and goals that it leads.
fn subjects(asked: Asked<'_>) -> Vec<PageId> {
    let site = &asked.reader.snapshot.site;
    let in_force = |page: &PageId| {
        let facts = facts_of(&site.pages, *page).and_then(Facts::as_assignment);
        facts.is_some_and(|facts| facts.state == AssignmentState::InForce)
    };
    let assignments = site.programme.assignments_of(asked.body).iter().copied().filter(in_force);
    assignments.chain(site.programme.led_by(asked.body)).collect()
}
