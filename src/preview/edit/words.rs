//! What fields, columns and kinds of blocks are called by those who fill them in.

use crate::diagnostic::{Message, UiLanguage};

/// Key, Swedish name, English name.
const NAMES: [(&str, &str, &str); 95] = [
    ("title", "Rubrik", "Title"),
    ("summary", "Sammanfattning", "Summary"),
    ("slug", "Sista delen av adressen", "Last part of the address"),
    ("date", "Datum", "Date"),
    ("order", "Plats i ordningen", "Place in the order"),
    ("aliases", "Gamla adresser", "Old addresses"),
    ("number", "Nummer", "Number"),
    ("body", "Ansvarig", "Responsible body"),
    ("contributes_to", "Bidrar till mål", "Contributes to goals"),
    ("decided", "Beslutad text", "Decided text"),
    ("assignment", "Uppdrag", "Assignment"),
    ("goal", "Mål", "Goal"),
    ("target", "Mål", "Target"),
    ("cost", "Kostnad", "Cost"),
    ("costs", "Kostnad", "Cost"),
    ("follow_up", "Uppföljning", "Follow-up"),
    ("targets", "Mål", "Target"),
    ("value", "Värde", "Value"),
    ("text", "Text", "Text"),
    ("op", "Jämförelse", "Comparison"),
    ("form", "Form", "Form"),
    ("indicator", "Indikator", "Indicator"),
    ("population", "Vilka det gäller", "Population"),
    ("method", "Metod", "Method"),
    ("cadence", "Hur ofta", "How often"),
    ("lead", "Ansvarig", "Lead"),
    ("reports_to", "Redovisas för", "Reports to"),
    ("state", "Läge", "State"),
    ("confirmed", "Läsningen är bekräftad", "The reading is confirmed"),
    ("level", "Nivå", "Level"),
    ("unit", "Enhet", "Unit"),
    ("decimals", "Decimaler", "Decimals"),
    ("direction", "Önskad riktning", "Wanted direction"),
    ("source", "Källa", "Source"),
    ("valid", "Gäller", "Valid"),
    ("owner", "Ägare", "Owner"),
    ("decisions", "Beslut", "Decision"),
    ("by", "Av", "By"),
    ("translation", "Översättning", "Translation"),
    ("note", "Anmärkning", "Note"),
    ("min", "Minst", "Least"),
    ("max", "Högst", "Most"),
    ("baseline", "Utgångsläge", "Baseline"),
    ("period", "Period", "Period"),
    ("due_days", "Dagar till uppföljning", "Days until the follow-up is due"),
    ("columns", "Kolumner", "Columns"),
    ("assess", "Sätt att bedöma", "Way to judge"),
    ("lage", "Läge", "State"),
    ("bedomning", "Bedömning", "Assessment"),
    ("prognos", "Prognos", "Forecast"),
    ("underlag", "Underlag", "Evidence"),
    ("datum", "Datum", "Date"),
    ("ansvarig", "Ansvarig", "Responsible"),
    ("skal", "Skäl", "Reason"),
    ("varde", "Värde", "Value"),
    ("taljare", "Täljare", "Numerator"),
    ("namnare", "Nämnare", "Denominator"),
    ("status", "Status", "Status"),
    ("kalla", "Källa", "Source"),
    ("kommentar", "Kommentar", "Note"),
    ("draft", "Utkast", "Draft"),
    ("same_as", "Samma mål som", "Same target as"),
    ("supersedes", "Ersätter", "Replaces"),
    ("decided_in", "Beslutat i", "Decided in"),
    ("areas", "Områden", "Areas"),
    ("area", "Område", "Area"),
    ("per", "Per", "Per"),
    ("during", "Under", "During"),
    ("set_after", "Sätts efter", "Set after"),
    ("codes", "Koder", "Codes"),
    ("schedule", "Tidplan", "Time plan"),
    ("responsible", "Ansvarig", "Responsible"),
    ("years", "År", "Years"),
    ("currency", "Valuta", "Currency"),
    ("approximate", "Ungefärlig", "Approximate"),
    ("persons", "Räknar personer", "Counts persons"),
    ("kolada", "Nyckeltal i Kolada", "Key figure in Kolada"),
    ("natural_limit", "Naturlig gräns", "Natural limit"),
    ("from", "Från", "From"),
    ("periods", "Perioder", "Periods"),
    ("report", "Rapport", "Report"),
    ("ref", "Diarienummer", "Reference"),
    ("kind", "Slag", "Kind"),
    ("sections", "Avsnitt", "Sections"),
    ("bodies", "Organ", "Bodies"),
    ("baselines", "Utgångslägen", "Baselines"),
    ("breaks", "Ändrade definitioner", "Changed definitions"),
    ("uppdrag", "Uppdrag eller mål", "Assignment or goal"),
    ("indikator", "Indikator", "Indicator"),
    ("omrade", "Område", "Area"),
    ("organ", "Organ", "Body"),
    ("kon", "Kön", "Sex"),
    ("avsnitt", "Avsnitt", "Section"),
    ("paragraph", "Stycke", "Paragraph"),
    ("heading", "Rubrik", "Heading"),
];

/// Kinds of blocks besides.
const BLOCKS: [(&str, &str, &str); 4] =
    [("list", "Lista", "List"), ("table", "Tabell", "Table"), ("quote", "Citat", "Quotation"), ("code", "Kod", "Code")];

/// What a field, column or kind of block is called; its key, where it has no name.
pub(super) fn name(key: &str, ui_language: UiLanguage) -> String {
    let find = |part: &str| match part.parse::<usize>() {
        Ok(number) => (number + 1).to_string(),
        Err(_) => {
            let named = NAMES.iter().chain(&BLOCKS).find(|(own, ..)| *own == part);
            let name = named.map(|(_, sv, en)| Message::new(*sv, *en));
            name.map_or_else(|| part.to_owned(), |name| name.in_ui_language(ui_language).to_owned())
        }
    };
    key.split('.').map(find).collect::<Vec<_>>().join(" › ")
}
