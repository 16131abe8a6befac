//! What editing says, and what fields and columns are called by those who fill them in.

use serde::Serialize;

use crate::diagnostic::{Message, Speech};

/// The words of the preview's editing.
#[derive(Debug, Serialize)]
pub(in crate::preview) struct EditWords {
    start: &'static str,
    stop: &'static str,
    on: &'static str,
    off: &'static str,
    list: &'static str,
    none: &'static str,
    title: &'static str,
    save: &'static str,
    cancel: &'static str,
    close: &'static str,
    source: &'static str,
    saving: &'static str,
    saved: &'static str,
    same: &'static str,
    changed: &'static str,
    now: &'static str,
    failed: &'static str,
    wrong: &'static str,
    kept: &'static str,
    discard: &'static str,
    markdown: &'static str,
    lines: &'static str,
    period: &'static str,
    decided: &'static str,
}

impl EditWords {
    pub(in crate::preview) fn in_speech(speech: Speech) -> &'static Self {
        match speech {
            Speech::Swedish => &Self {
                start: "Redigera sidan",
                stop: "Sluta redigera",
                on: "Redigering är på. Välj en text eller siffra på sidan, eller i listan.",
                off: "Redigering är av.",
                list: "Det här kan ändras på sidan",
                none: "Inget på sidan kan ändras här.",
                title: "Ändra: {what}",
                save: "Spara",
                cancel: "Avbryt",
                close: "Stäng",
                source: "Källtexten ({language})",
                saving: "Sparar …",
                saved: "Ändringen är sparad i {file}.",
                same: "Inget är ändrat.",
                changed: "Filen har ändrats sedan sidan visades. Inget är sparat.",
                now: "Så här står det i filen nu:",
                failed: "Det gick inte att spara.",
                wrong: "Ändringen är inte sparad, för den ger fel:",
                kept: "Texten som du höll på med finns kvar.",
                discard: "Släng det du har skrivit?",
                markdown: "Markdown: **fet**, *kursiv*, [länktext](sida.md). Tom text tar bort stycket.",
                lines: "En på varje rad.",
                period: "Till exempel 2009, 2009-T1, 2009-H1, 2009-Q1, 2009-04, 2009-VT, 2008/09 eller 2008..2010.",
                decided: "Beslutad text återges ordagrant: ändra bara det som är fel avskrivet.",
            },
            Speech::English => &Self {
                start: "Edit the page",
                stop: "Stop editing",
                on: "Editing is on. Choose a text or a figure on the page, or in the list.",
                off: "Editing is off.",
                list: "What can be changed on the page",
                none: "Nothing on the page can be changed here.",
                title: "Change: {what}",
                save: "Save",
                cancel: "Cancel",
                close: "Close",
                source: "The source text ({language})",
                saving: "Saving …",
                saved: "The change is saved in {file}.",
                same: "Nothing has been changed.",
                changed: "The file has changed since the page was shown. Nothing is saved.",
                now: "This is what the file says now:",
                failed: "It could not be saved.",
                wrong: "The change is not saved, because it makes errors:",
                kept: "The text that you were writing is still here.",
                discard: "Discard what you have written?",
                markdown: "Markdown: **bold**, *italic*, [link text](page.md). An empty text removes the paragraph.",
                lines: "One a line.",
                period: "For example 2009, 2009-T1, 2009-H1, 2009-Q1, 2009-04, 2009-VT, 2008/09 or 2008..2010.",
                decided: "Decided text is verbatim: change only what was copied wrongly.",
            },
        }
    }
}

/// Key, Swedish name, English name.
const NAMES: [(&str, &str, &str); 62] = [
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
    ("paragraph", "Stycke", "Paragraph"),
    ("heading", "Rubrik", "Heading"),
];

/// Kinds of blocks besides.
const BLOCKS: [(&str, &str, &str); 4] =
    [("list", "Lista", "List"), ("table", "Tabell", "Table"), ("quote", "Citat", "Quotation"), ("code", "Kod", "Code")];

/// What a field, column or kind of block is called; its key, where it has no name.
pub(super) fn name(key: &str, speech: Speech) -> String {
    let find = |part: &str| match part.parse::<usize>() {
        Ok(number) => (number + 1).to_string(),
        Err(_) => {
            let named = NAMES.iter().chain(&BLOCKS).find(|(own, ..)| *own == part);
            let name = named.map(|(_, sv, en)| Message::new(*sv, *en));
            name.map_or_else(|| part.to_owned(), |name| name.in_speech(speech).to_owned())
        }
    };
    key.split('.').map(find).collect::<Vec<_>>().join(" › ")
}
