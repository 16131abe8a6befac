//! Others' data to the programme's own observations: Kolada's key figures and tables of JSON-stat, by what the
//! indicators ask for and by the codes of places.

use std::collections::{BTreeMap, BTreeSet};

use super::Pages;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Label, Message, suggestion};
use crate::document::Entry;
use crate::document::data::{Data, Finality, Observation, Sex};
use crate::document::facts::{Facts, Indicator, Reference};
use crate::document::jsonstat::{Category, Dimension, Role, StatMapping, StatTable};
use crate::document::kolada::KoladaValue;
use crate::period::{Date, Period};
use crate::source::{SourcePath, Span, Spanned};

/// Adds the observations that indicators ask for. What nobody asks for is reported.
pub(super) fn adopt(pages: &Pages, config: &Config, data: &mut Data, found: &mut Vec<Diagnostic>) {
    let places = places(pages, config, found);
    let mut adopter = Adopter { config, places, said: BTreeSet::new(), unplaced: BTreeMap::new(), found };
    let indicators: Vec<(&Entry, &Indicator)> = pages
        .iter()
        .filter_map(|(_, page)| match &page.source().facts {
            Facts::Indicator(facts) => Some((page.source(), &**facts)),
            _ => None,
        })
        .collect();
    for value in std::mem::take(&mut data.kolada) {
        let asking: Vec<&Indicator> = indicators
            .iter()
            .map(|(_, facts)| *facts)
            .filter(|facts| facts.kolada.iter().any(|kpi| kpi.value == value.kpi.value))
            .collect();
        data.observations.extend(adopter.kolada(&value, &asking));
    }
    let tables = std::mem::take(&mut data.tables);
    for (entry, facts) in &indicators {
        if let Some(mapping) = &facts.jsonstat {
            data.observations.extend(adopter.stat(entry, facts, mapping, &tables));
        }
    }
    adopter.report_unplaced();
    for table in &tables {
        let asked =
            indicators.iter().filter_map(|(_, facts)| facts.jsonstat.as_ref()).any(|mapping| table.names.contains(&mapping.table.value));
        if !asked {
            adopter.unused_table(table);
        }
    }
}

/// A place of others' data: an area, a body, or with neither the whole municipality.
#[derive(Clone, Debug, Default)]
struct AreaOrBody {
    area: Option<String>,
    body: Option<String>,
}

fn places(pages: &Pages, config: &Config, found: &mut Vec<Diagnostic>) -> BTreeMap<String, AreaOrBody> {
    let mut places = BTreeMap::new();
    let mut first: BTreeMap<&str, Label> = BTreeMap::new();
    for (_, page) in pages.iter() {
        let entry = page.source();
        let (codes, place) = match &entry.facts {
            Facts::Area(area) => (&area.codes, AreaOrBody { area: Some(area.id.value.clone()), body: None }),
            Facts::Body(body) => (&body.codes, AreaOrBody { area: None, body: Some(body.id.value.clone()) }),
            _ => continue,
        };
        for code in codes {
            if let Some(label) = first.get(code.value.as_str()) {
                let message =
                    Message::new(format!("koden `{}` används redan", code.value), format!("the code `{}` is used already", code.value));
                found.push(Diagnostic::new(Code::DuplicateId, message).at(&entry.path, code.span).and(label.clone()));
                continue;
            }
            first.insert(&code.value, Label::new(&entry.path, code.span).saying(Message::new("här", "here")));
            places.insert(code.value.clone(), place.clone());
        }
    }
    if let Some(municipality) = &config.municipality {
        places.entry(municipality.clone()).or_default();
    }
    places
}

struct Adopter<'a> {
    config: &'a Config,
    places: BTreeMap<String, AreaOrBody>,
    /// What was said already: a file has the same code in thousands of places.
    said: BTreeSet<(SourcePath, String)>,
    /// Codes that nothing has, by file.
    unplaced: BTreeMap<SourcePath, Vec<Reference>>,
    found: &'a mut Vec<Diagnostic>,
}

impl Adopter<'_> {
    fn kolada(&mut self, value: &KoladaValue, asking: &[&Indicator]) -> Vec<Observation> {
        if asking.is_empty() {
            let kpi = &value.kpi.value;
            let message =
                Message::new(format!("ingen indikator använder nyckeltalet `{kpi}`"), format!("no indicator uses the key figure `{kpi}`"));
            let help = Message::new(
                format!("skriv `kolada: {kpi}` i indikatorns fil, eller ta bort nyckeltalet ur filen"),
                format!("write `kolada: {kpi}` in the indicator's file, or remove the key figure from this file"),
            );
            self.unused(&value.path, &value.kpi, message, help);
            return Vec::new();
        }
        let Some(place) = self.place(&value.path, &value.place) else { return Vec::new() };
        let source = self.source(&format!("Kolada, {}", value.kpi.value), None, value.retrieved);
        let mut notes: Vec<String> = value
            .status
            .iter()
            .map(|status| self.say(&format!("status i Kolada: {status}"), &format!("status in Kolada: {status}")))
            .collect();
        if let Some(count) = value.count {
            notes.push(self.say(&format!("ovägt medelvärde av {count} kommuner"), &format!("unweighted mean of {count} municipalities")));
        }
        let observation = |facts: &&Indicator| Observation {
            path: value.path.clone(),
            span: value.span,
            indicator: Spanned::new(facts.id.value.clone(), value.kpi.span),
            period: value.period,
            area: place.area.as_ref().map(|id| Spanned::new(id.clone(), value.place.span)),
            body: place.body.as_ref().map(|id| Spanned::new(id.clone(), value.place.span)),
            sex: value.sex,
            value: value.value,
            sign: None,
            parts: None,
            finality: if value.value.is_some() { Finality::Final } else { Finality::Missing },
            source: Some(source.clone()),
            note: joined(notes.clone()),
        };
        asking.iter().map(observation).collect()
    }

    fn stat(&mut self, entry: &Entry, facts: &Indicator, mapping: &StatMapping, tables: &[StatTable]) -> Vec<Observation> {
        let mine: Vec<&StatTable> = tables.iter().filter(|table| table.names.contains(&mapping.table.value)).collect();
        if mine.is_empty() {
            let mut names: Vec<&str> = tables.iter().flat_map(|table| &table.names).map(String::as_str).collect();
            names.sort_unstable();
            names.dedup();
            let (sv, en) =
                (format!("ingen fil har tabellen `{}`", mapping.table.value), format!("no file has the table `{}`", mapping.table.value));
            let help = suggestion(&mapping.table.value, &names);
            self.found.push(Diagnostic::new(Code::UnknownId, Message::new(sv, en)).at(&entry.path, mapping.table.span).maybe_help(help));
        }
        mine.into_iter().flat_map(|table| self.part(table, entry, facts, mapping)).collect()
    }

    /// The values of a table that an indicator asks for.
    fn part(&mut self, table: &StatTable, entry: &Entry, facts: &Indicator, mapping: &StatMapping) -> Vec<Observation> {
        let Some(choices) = self.choices(table, entry, mapping) else { return Vec::new() };
        let source = self.source(&self.maker(table, mapping), table.updated, table.retrieved);
        let mut observations = Vec::new();
        for coordinates in product(&choices) {
            let mut about = About { notes: table.notes.clone(), ..About::default() };
            let mut at = 0;
            let mut told = true;
            for (dimension, (categories, index)) in table.dimensions.iter().zip(choices.iter().zip(&coordinates)) {
                at = at * dimension.categories.len() + index;
                let Some(category) = dimension.categories.get(*index) else { continue };
                about.notes.extend(dimension.notes.iter().chain(&category.notes).cloned());
                // What was chosen says what the indicator is; only what is left tells its values apart.
                let tells = categories.len() > 1 || !mapping.fixed.iter().any(|(name, _)| dimension.is(&name.value));
                told &= !tells || self.tell(table, dimension, category, &mut about);
            }
            let Some(period) = about.period.filter(|_| told) else { continue };
            let cell = table.cells.get(&at);
            let status = cell.and_then(|cell| cell.status.as_deref());
            let value = cell.and_then(|cell| cell.value);
            about
                .notes
                .extend(status.map(|status| self.say(&format!("tecken i källan: {status}"), &format!("sign in the source: {status}"))));
            let place_at = |id: String| Spanned::new(id, about.place_span);
            observations.push(Observation {
                path: table.path.clone(),
                span: cell.map_or(about.period_span, |cell| cell.span),
                indicator: Spanned::new(facts.id.value.clone(), facts.id.span),
                period,
                area: about.place.area.map(place_at),
                body: about.place.body.map(place_at),
                sex: about.sex,
                value,
                sign: None,
                parts: None,
                finality: finality(value, status),
                source: Some(source.clone()),
                note: joined(about.notes),
            });
        }
        observations
    }

    /// The categories of each dimension that an indicator is about, by their place.
    fn choices(&mut self, table: &StatTable, entry: &Entry, mapping: &StatMapping) -> Option<Vec<Vec<usize>>> {
        let before = self.found.len();
        for (name, _) in mapping.fixed.iter().filter(|(name, _)| !table.dimensions.iter().any(|own| own.is(&name.value))) {
            let ids: Vec<&str> = table.dimensions.iter().map(|own| own.id.value.as_str()).collect();
            self.refuse(entry, name, Label::file(&table.path), &Message::new("dimensionen", "dimension"), &ids);
        }
        let mut choices = Vec::new();
        for dimension in &table.dimensions {
            let wanted = mapping.fixed.iter().find(|(name, _)| dimension.is(&name.value)).map(|(_, wanted)| wanted);
            let all = dimension.categories.iter().enumerate();
            let codes: Vec<&str> = dimension.categories.iter().map(|category| category.code.value.as_str()).collect();
            match wanted {
                Some(wanted) => {
                    let is = |category: &Category| {
                        category.code.value == wanted.value || category.label.to_lowercase() == wanted.value.to_lowercase()
                    };
                    match all.clone().find(|(_, category)| is(category)) {
                        Some((index, _)) => choices.push(vec![index]),
                        None => {
                            let at = Label::new(&table.path, dimension.id.span).saying(Message::new("dimensionen", "the dimension"));
                            self.refuse(entry, wanted, at, &Message::new("värdet", "value"), &codes)
                        }
                    }
                }
                None if dimension.role != Role::Other || codes.len() < 2 => choices.push(all.map(|(index, _)| index).collect()),
                None => {
                    let id = &dimension.id.value;
                    let message = Message::new(
                        format!("det framgår inte vilket värde av `{id}` som indikatorn är"),
                        format!("nothing says which value of `{id}` the indicator is"),
                    );
                    let (first, list) =
                        (codes.first().copied().unwrap_or_default(), codes.iter().take(12).copied().collect::<Vec<_>>().join(", "));
                    let help = Message::new(
                        format!("lägg till till exempel `{id}: {first}` under `where`; det finns {list}"),
                        format!("add for instance `{id}: {first}` below `where`; there are {list}"),
                    );
                    self.found.push(Diagnostic::new(Code::InvalidValue, message).at(&entry.path, mapping.table.span).help(help));
                }
            }
        }
        (self.found.len() == before).then_some(choices)
    }

    fn refuse(&mut self, entry: &Entry, name: &Reference, at: Label, what: &Message, valid: &[&str]) {
        let Message { sv, en } = what;
        let message = Message::new(format!("tabellen har inte {sv} `{}`", name.value), format!("the table has no {en} `{}`", name.value));
        self.found.push(
            Diagnostic::new(Code::InvalidValue, message).at(&entry.path, name.span).and(at).maybe_help(suggestion(&name.value, valid)),
        );
    }

    /// Adds what a category says of a value; `false` when the value cannot be placed.
    fn tell(&mut self, table: &StatTable, dimension: &Dimension, category: &Category, about: &mut About) -> bool {
        match dimension.role {
            Role::Time => {
                about.period = category.period();
                about.period_span = category.code.span;
                if about.period.is_none() {
                    self.unknown_category(
                        table,
                        category,
                        Message::new("en period, som 2024 eller 2024K1", "a period, such as 2024 or 2024K1"),
                    );
                }
                about.period.is_some()
            }
            Role::Sex => {
                let sex = category.sex();
                if sex.is_none() {
                    self.unknown_category(table, category, Message::new("kvinnor, män eller totalt", "women, men or total"));
                }
                about.sex = sex.flatten();
                sex.is_some()
            }
            Role::Region => {
                about.place_span = category.code.span;
                let place = self.place(&table.path, &category.code);
                about.place = place.clone().unwrap_or_default();
                place.is_some()
            }
            Role::Other => true,
        }
    }

    fn unknown_category(&mut self, table: &StatTable, category: &Category, expected: Message) {
        let key = (table.path.clone(), category.code.value.clone());
        if self.said.insert(key) {
            let code = &category.code.value;
            let message =
                Message::new(format!("koden `{code}` är inte {}", expected.sv), format!("the code `{code}` is not {}", expected.en));
            self.found.push(Diagnostic::new(Code::BadCell, message).at(&table.path, category.code.span));
        }
    }

    fn place(&mut self, path: &SourcePath, code: &Reference) -> Option<AreaOrBody> {
        let place = self.places.get(&code.value).cloned();
        if place.is_none() {
            let codes = self.unplaced.entry(path.clone()).or_default();
            if !codes.iter().any(|other| other.value == code.value) {
                codes.push(code.clone());
            }
        }
        place
    }

    /// One warning a file: a table may have all municipalities of the country.
    fn report_unplaced(&mut self) {
        for (path, codes) in std::mem::take(&mut self.unplaced) {
            let Some(first) = codes.first() else { continue };
            let list = codes.iter().take(5).map(|code| format!("`{}`", code.value)).collect::<Vec<_>>().join(", ");
            let more = if codes.len() > 5 { " …" } else { "" };
            let message = Message::new(
                format!("siffrorna för {list}{more} används inte: ingen plats har den koden"),
                format!("the figures for {list}{more} are not used: no place has that code"),
            );
            let code = &first.value;
            let own = Message::new(
                format!("skriv `codes: [\"{code}\"]` i filen för området eller organet"),
                format!("write `codes: [\"{code}\"]` in the file of the area or body"),
            );
            let municipality = Message::new(
                format!("{}; är det kommunen själv, skriv `municipality = \"{code}\"` under `[site]` i site.toml", own.sv),
                format!("{}; if it is the municipality itself, write `municipality = \"{code}\"` below `[site]` in site.toml", own.en),
            );
            // Municipalities have four digits.
            let may_be_own = self.config.municipality.is_none() && code.len() == 4;
            let help = if may_be_own { municipality } else { own };
            self.found.push(Diagnostic::new(Code::UnusedFigures, message).at(&path, first.span).help(help));
        }
    }

    fn unused(&mut self, path: &SourcePath, code: &Reference, message: Message, help: Message) {
        if self.said.insert((path.clone(), code.value.clone())) {
            self.found.push(Diagnostic::new(Code::UnusedFigures, message).at(path, code.span).help(help));
        }
    }

    fn unused_table(&mut self, table: &StatTable) {
        let name = table.names.first().map_or("", String::as_str);
        let message = Message::new(format!("ingen indikator använder tabellen `{name}`"), format!("no indicator uses the table `{name}`"));
        let dimensions = table.dimensions.iter().filter(|dimension| dimension.role == Role::Other && dimension.categories.len() > 1);
        let fixed: Vec<String> = dimensions
            .map(|dimension| {
                format!("{}: {}", dimension.id.value, dimension.categories.first().map_or("", |category| &category.code.value))
            })
            .collect();
        let mapping = if fixed.is_empty() { String::new() } else { format!(", where: {{{}}}", fixed.join(", ")) };
        let help = Message::new(
            format!("skriv `jsonstat: {{table: {name}{mapping}}}` i indikatorns fil"),
            format!("write `jsonstat: {{table: {name}{mapping}}}` in the indicator's file"),
        );
        self.found.push(Diagnostic::new(Code::UnusedFigures, message).in_file(&table.path).help(help));
    }

    fn maker(&self, table: &StatTable, mapping: &StatMapping) -> String {
        let name = &mapping.table.value;
        let words = self.say("tabell", "table");
        table.source.as_ref().map_or_else(|| name.clone(), |source| format!("{source}, {words} {name}"))
    }

    /// The line about the source: who, which figures, from which day.
    fn source(&self, name: &str, updated: Option<Date>, retrieved: Option<Date>) -> String {
        let updated = updated.map(|date| self.say(&format!(", uppdaterad {date}"), &format!(", updated {date}")));
        let retrieved = retrieved.map(|date| self.say(&format!(", hämtad {date}"), &format!(", retrieved {date}")));
        format!("{name}{}{}", updated.unwrap_or_default(), retrieved.unwrap_or_default())
    }

    /// In the site's source language, as the sources and remarks of its own data are.
    fn say(&self, sv: &str, en: &str) -> String {
        if self.config.source_language().locale.tag.starts_with("sv") { sv } else { en }.to_owned()
    }
}

/// What the dimensions of a table say of a value.
#[derive(Default)]
struct About {
    period: Option<Period>,
    period_span: Span,
    sex: Option<Sex>,
    place: AreaOrBody,
    place_span: Span,
    notes: Vec<String>,
}

fn joined(mut notes: Vec<String>) -> Option<String> {
    notes.dedup();
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// The signs are each maker's own; these are Statistics Sweden's and Eurostat's.
fn finality(value: Option<f64>, status: Option<&str>) -> Finality {
    match (value, status) {
        (None, Some(":" | "c")) => Finality::Confidential,
        (None, _) => Finality::Missing,
        (Some(_), Some("p")) => Finality::Preliminary,
        (Some(_), Some("r")) => Finality::Revised,
        _ => Finality::Final,
    }
}

/// Every way to choose one of each list, the last one fastest.
fn product(choices: &[Vec<usize>]) -> Vec<Vec<usize>> {
    choices.iter().fold(vec![Vec::new()], |ways, list| {
        ways.iter().flat_map(|way| list.iter().map(|index| way.iter().copied().chain([*index]).collect())).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chooses_one_of_each() {
        assert_eq!(product(&[vec![1, 2], vec![5], vec![0, 3]]), [[1, 5, 0], [1, 5, 3], [2, 5, 0], [2, 5, 3]]);
        assert_eq!(product(&[]), [Vec::<usize>::new()]);
    }
}
