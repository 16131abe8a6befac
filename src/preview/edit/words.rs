//! What fields, columns and kinds of blocks are called by those who fill them in.

use crate::diagnostic::{Message, UiLanguage};
use crate::document::fields::pattern_of;
use crate::document::markdown::BlockKind;

/// What a field or column is called in Swedish and English.
struct Name {
    /// The way to a field without the numbers of items, or the Swedish head of a column.
    key: &'static str,
    sv: &'static str,
    en: &'static str,
}

const fn named(key: &'static str, sv: &'static str, en: &'static str) -> Name {
    Name { key, sv, en }
}

/// Fields of front matter, and the tables that hold them: by the whole way, since a target's `by` is a day and an
/// indicator's a list.
const FIELDS: &[Name] = &[
    named("title", "Rubrik", "Title"),
    named("summary", "Sammanfattning", "Summary"),
    named("slug", "Sista delen av adressen", "Last part of the address"),
    named("date", "Datum", "Date"),
    named("draft", "Utkast", "Draft"),
    named("aliases", "Gamla adresser", "Old addresses"),
    named("order", "Plats i ordningen", "Place in the order"),
    named("id", "Id", "Id"),
    named("number", "Nummer", "Number"),
    named("codes", "Koder", "Codes"),
    named("translation", "Översättning", "Translation"),
    named("translation.state", "Hur den är gjord", "How it was made"),
    named("translation.by", "Av", "By"),
    named("translation.date", "Datum", "Date"),
    named("translation.source", "Källtextens stycken", "Blocks of the source"),
    // The programme.
    named("form", "Form", "Form"),
    named("valid", "Gäller", "Valid"),
    named("owner", "Ägare", "Owner"),
    named("assess", "Sätt att bedöma", "Way to judge"),
    named("decisions", "Beslut", "Decision"),
    named("decisions.id", "Id", "Id"),
    named("decisions.date", "Datum", "Date"),
    named("decisions.by", "Av", "By"),
    named("decisions.kind", "Slag", "Kind"),
    named("decisions.ref", "Diarienummer", "Reference"),
    named("decisions.text", "Text", "Text"),
    named("columns", "Kolumnernas rubriker", "Headings of the columns"),
    named("columns.goal", "Mål", "Goal"),
    named("columns.assignment", "Uppdrag", "Assignment"),
    named("columns.follow_up", "Uppföljning", "Follow-up"),
    named("columns.target", "Ambitionsnivå eller mål", "Ambition level or target"),
    named("columns.cost", "Kostnad", "Cost"),
    named("columns.schedule", "Tidplan", "Timetable"),
    named("columns.responsible", "Ansvarig", "Responsible"),
    named("report", "Rapport", "Report"),
    named("report.cadence", "Hur ofta", "How often"),
    named("report.due_days", "Dagar till rapporten", "Days until the report is due"),
    named("report.bodies", "Organ", "Bodies"),
    named("report.sections", "Avsnitt", "Section"),
    named("report.sections.id", "Id", "Id"),
    named("report.sections.title", "Rubrik", "Heading"),
    // Goals and assignments.
    named("level", "Nivå", "Level"),
    named("lead", "Ansvariga", "Responsible bodies"),
    named("body", "Ansvarig", "Responsible body"),
    named("contributes_to", "Bidrar till mål", "Contributes to goals"),
    named("decided_in", "Beslutat i", "Decided in"),
    named("decided", "Beslutad text", "Decided text"),
    named("decided.goal", "Mål", "Goal"),
    named("decided.assignment", "Uppdrag", "Assignment"),
    named("decided.follow_up", "Uppföljning", "Follow-up"),
    named("decided.target", "Ambitionsnivå eller mål", "Ambition level or target"),
    named("decided.cost", "Kostnad", "Cost"),
    named("decided.schedule", "Tidplan", "Timetable"),
    named("decided.responsible", "Ansvarig", "Responsible"),
    named("follow_up", "Uppföljning", "Follow-up"),
    named("follow_up.method", "Metod", "Method"),
    named("follow_up.cadence", "Hur ofta", "How often"),
    named("follow_up.lead", "Ansvarig", "Lead"),
    named("follow_up.reports_to", "Redovisas för", "Reports to"),
    named("follow_up.periods", "Perioder", "Periods"),
    named("follow_up.due_days", "Dagar till uppföljning", "Days until the follow-up is due"),
    named("state", "Läge", "State"),
    named("confirmed", "Läsningen är bekräftad", "The reading is confirmed"),
    named("targets", "Mål", "Target"),
    named("targets.id", "Id", "Id"),
    named("targets.form", "Form", "Form"),
    named("targets.text", "Text", "Text"),
    named("targets.indicator", "Indikator", "Indicator"),
    named("targets.op", "Jämförelse", "Comparison"),
    named("targets.value", "Värde", "Value"),
    named("targets.max", "Högsta värde", "Highest value"),
    named("targets.unit", "Enhet", "Unit"),
    named("targets.per", "Per", "Per"),
    named("targets.direction", "Önskad riktning", "Wanted direction"),
    named("targets.by", "Senast", "By when"),
    named("targets.during", "Under", "During"),
    named("targets.areas", "Områden", "Areas"),
    named("targets.population", "Vilka det gäller", "Population"),
    named("targets.decided_in", "Beslutat i", "Decided in"),
    named("targets.valid", "Gäller", "Valid"),
    named("targets.supersedes", "Ersätter", "Replaces"),
    named("targets.same_as", "Samma mål som", "Same target as"),
    named("targets.set_after", "Sätts efter", "Set after"),
    named("targets.baseline", "Utgångsläge", "Baseline"),
    named("targets.baseline.area", "Område", "Area"),
    named("targets.baseline.value", "Värde", "Value"),
    named("targets.baseline.period", "Period", "Period"),
    named("targets.baseline.source", "Källa", "Source"),
    named("targets.baselines", "Utgångslägen", "Baselines"),
    named("targets.baselines.area", "Område", "Area"),
    named("targets.baselines.value", "Värde", "Value"),
    named("targets.baselines.period", "Period", "Period"),
    named("targets.baselines.source", "Källa", "Source"),
    named("costs", "Kostnad", "Cost"),
    named("costs.form", "Form", "Form"),
    named("costs.years", "År", "Years"),
    named("costs.min", "Minst", "Least"),
    named("costs.max", "Högst", "Most"),
    named("costs.currency", "Valuta", "Currency"),
    named("costs.per", "Per", "Per"),
    named("costs.approximate", "Ungefärlig", "Approximate"),
    named("costs.note", "Anmärkning", "Note"),
    // Indicators.
    named("unit", "Enhet", "Unit"),
    named("decimals", "Decimaler", "Decimals"),
    named("direction", "Önskad riktning", "Wanted direction"),
    named("by", "Uppdelad på", "Broken down by"),
    named("persons", "Räknar personer", "Counts persons"),
    named("natural_limit", "Naturlig gräns", "Natural limit"),
    named("source", "Källa", "Source"),
    named("method", "Metod", "Method"),
    named("population", "Vilka det gäller", "Population"),
    named("kolada", "Nyckeltal i Kolada", "Key figure in Kolada"),
    named("jsonstat", "Tabell i en statistikdatabas", "Table of a statistical database"),
    named("jsonstat.table", "Tabell", "Table"),
    named("jsonstat.where", "Urval", "Selection"),
    named("breaks", "Ändrad definition", "Changed definition"),
    named("breaks.from", "Från", "From"),
    named("breaks.text", "Text", "Text"),
];

/// Columns of tables, by their Swedish heads.
const COLUMNS: &[Name] = &[
    named("indikator", "Indikator", "Indicator"),
    named("period", "Period", "Period"),
    named("omrade", "Område", "Area"),
    named("organ", "Organ", "Body"),
    named("kon", "Kön", "Sex"),
    named("varde", "Värde", "Value"),
    named("taljare", "Täljare", "Numerator"),
    named("namnare", "Nämnare", "Denominator"),
    named("status", "Status", "Status"),
    named("kalla", "Källa", "Source"),
    named("kommentar", "Kommentar", "Note"),
    named("uppdrag", "Uppdrag eller mål", "Assignment or goal"),
    named("lage", "Läge", "State"),
    named("bedomning", "Bedömning", "Assessment"),
    named("prognos", "Prognos", "Forecast"),
    named("text", "Text", "Text"),
    named("underlag", "Underlag", "Evidence"),
    named("datum", "Datum", "Date"),
    named("ansvarig", "Ansvarig", "Responsible"),
    named("skal", "Skäl", "Reason"),
    named("avsnitt", "Avsnitt", "Section"),
];

/// What a field is called with all that it is in: `Mål › 1 › Värde`.
pub(super) fn field(path: &str, ui_language: UiLanguage) -> String {
    let mut names = Vec::new();
    for (at, part) in path.split('.').enumerate() {
        let way: Vec<&str> = path.split('.').take(at + 1).collect();
        names.push(match part.parse::<usize>() {
            Ok(number) => (number + 1).to_string(),
            Err(_) => last_of_field(&way.join("."), ui_language),
        });
    }
    names.join(" › ")
}

/// What a field is called among the others of its table; its key, where that is a name of its own.
pub(super) fn last_of_field(path: &str, ui_language: UiLanguage) -> String {
    find(FIELDS, &pattern_of(path), ui_language).unwrap_or_else(|| path.rsplit('.').next().unwrap_or_default().to_owned())
}

/// What a column is called, by its Swedish head.
pub(super) fn column(head: &str, ui_language: UiLanguage) -> String {
    find(COLUMNS, head, ui_language).unwrap_or_else(|| head.to_owned())
}

/// What a kind of block is called.
pub(super) fn block(kind: BlockKind, ui_language: UiLanguage) -> &'static str {
    let (sv, en) = match kind {
        BlockKind::Paragraph => ("Stycke", "Paragraph"),
        BlockKind::Heading => ("Rubrik", "Heading"),
        BlockKind::List => ("Lista", "List"),
        BlockKind::Table => ("Tabell", "Table"),
        BlockKind::Quote => ("Citat", "Quotation"),
        BlockKind::Code => ("Kod", "Code"),
        BlockKind::Silent => ("Linje", "Line"),
    };
    match ui_language {
        UiLanguage::Swedish => sv,
        UiLanguage::English => en,
    }
}

fn find(names: &[Name], key: &str, ui_language: UiLanguage) -> Option<String> {
    let name = names.iter().find(|name| name.key == key)?;
    Some(Message::new(name.sv, name.en).in_ui_language(ui_language).to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::config::LanguageId;
    use crate::document::Kind;
    use crate::document::fields::{ANY_KEY, known};
    use crate::document::sheet::known_columns;

    /// The fields that files of each kind may have, and the tables that hold them.
    fn known_names(kind: Kind, language: LanguageId) -> BTreeSet<String> {
        let fields = known(kind, language);
        let parts = fields.iter().flat_map(|field| {
            let ends = field.path.match_indices('.').map(|(at, _)| at).chain([field.path.len()]);
            ends.filter_map(|end| field.path.get(..end)).filter(|path| path.rsplit('.').next() != Some(ANY_KEY))
        });
        parts.map(str::to_owned).collect()
    }

    #[test]
    fn every_field_of_every_kind_has_a_name_of_its_own() {
        let mut used = BTreeSet::new();
        for kind in Kind::ALL {
            for language in [LanguageId::SOURCE, LanguageId(1)] {
                let mut called: BTreeMap<(String, &str), String> = BTreeMap::new();
                for path in known_names(kind, language) {
                    let name = FIELDS.iter().find(|name| name.key == path);
                    let name = name.unwrap_or_else(|| panic!("preview/edit/words.rs has no name for the field `{path}`"));
                    let above = path.rsplit_once('.').map_or("", |(above, _)| above).to_owned();
                    for word in [name.sv, name.en] {
                        // Not a name that another field beside it has.
                        if let Some(other) = called.insert((above.clone(), word), path.clone()) {
                            assert!(other == path, "`{path}` and `{other}` are both called {word} ({kind:?})");
                        }
                    }
                    used.insert(path);
                }
            }
        }
        for name in FIELDS {
            assert!(used.contains(name.key), "no kind has the field `{}`", name.key);
        }
    }

    #[test]
    fn every_column_has_a_name() {
        let columns: BTreeSet<&str> = known_columns().collect();
        let names: BTreeSet<&str> = COLUMNS.iter().map(|name| name.key).collect();
        assert_eq!(names, columns, "COLUMNS in preview/edit/words.rs are not the columns of document/head.rs");
    }

    #[test]
    fn fields_are_called_with_what_they_are_in() {
        let cases = [
            ("targets.0.by", "Mål › 1 › Senast"),
            ("by", "Uppdelad på"),
            ("targets.1.baseline.value", "Mål › 2 › Utgångsläge › Värde"),
            ("jsonstat.where.Region", "Tabell i en statistikdatabas › Urval › Region"),
            ("report.sections.0.title.en", "Rapport › Avsnitt › 1 › Rubrik › en"),
        ];
        for (path, expected) in cases {
            assert_eq!(field(path, UiLanguage::Swedish), expected);
        }
        assert_eq!(last_of_field("targets.0.max", UiLanguage::English), "Highest value");
    }
}
