//! The first sheet: what the form is, how it is filled in and handed in, what its columns and words mean.

use super::{Asked, Line, SheetTable};

pub(super) fn lines(asked: Asked<'_>, tables: &[SheetTable]) -> Vec<Line> {
    let (config, site) = (&asked.reader.snapshot.config, &asked.reader.snapshot.site);
    let body = asked.reader.plain_title(asked.body);
    let programme = site.programme.page.map(|page| asked.reader.plain_title(page));
    let mut lines = vec![Line::Title(format!("Uppföljning {}: {body}", asked.in_words(asked.period)))];
    lines.extend(programme.map(Line::Lead));
    if config.demo {
        lines.push(Line::Notice("Det här är en demonstration. Siffrorna är exempel och formuläret är inte kommunens eget.".to_owned()));
    }
    lines.extend([Line::Space, Line::Heading("Om formuläret".to_owned())]);
    lines.extend(about(asked, tables));
    lines.extend([Line::Space, Line::Heading("Så fyller du i".to_owned())]);
    lines.extend(steps(asked, tables));
    lines.extend([Line::Space, Line::Heading("Så lämnar du in".to_owned())]);
    lines.extend(numbered(HAND_IN.iter().map(|step| (*step).to_owned())));
    for table in tables {
        lines.extend([Line::Space, Line::Heading(format!("Kolumnerna på bladet {}", table.name))]);
        lines.extend(table.columns.iter().map(|column| {
            let locked = if column.purpose.is_open() { "" } else { " Låst." };
            Line::Entry(column.head.to_owned(), format!("{}{locked}", column.help))
        }));
    }
    if tables.iter().any(|table| table.name == "Uppföljning") {
        lines.extend(glossary("Orden i listan Läge", &STATES));
        lines.extend(glossary("Orden i listorna Bedömning och Prognos", &FULFILMENTS));
    }
    if tables.iter().any(|table| table.name == "Siffror") {
        lines.extend(glossary("Orden i listan Status", &FINALITIES));
    }
    lines
}

fn about(asked: Asked<'_>, tables: &[SheetTable]) -> Vec<Line> {
    let config = &asked.reader.snapshot.config;
    let entry = |word: &str, text: String| Line::Entry(word.to_owned(), text);
    let organisation = config.organisation.get(config, asked.reader.language).0;
    let mut lines =
        vec![entry("Från", organisation.to_owned()), entry("Till", asked.reader.plain_title(asked.body)), entry("Period", period(asked))];
    lines.extend(due(asked).map(|due| entry("Lämnas senast", due)));
    let sheets: Vec<String> = tables.iter().map(|table| format!("{} ({})", table.name, count(table.rows.len()))).collect();
    lines.push(entry("Blad att fylla i", asked.reader.texts().formats.list(&sheets)));
    lines.push(entry("Frågor", contact(asked).unwrap_or_else(|| organisation.to_owned())));
    lines
}

fn count(rows: usize) -> String {
    if rows == 1 { "1 rad".to_owned() } else { format!("{rows} rader") }
}

/// The period with its days.
fn period(asked: Asked<'_>) -> String {
    let words = asked.in_words(asked.period);
    if asked.period.is_open() {
        return words;
    }
    let (first, last) = (asked.date_in_words(asked.period.start()), asked.date_in_words(asked.period.end()));
    if first == last { words } else { format!("{words}, från {first} till {last}") }
}

fn due(asked: Asked<'_>) -> Option<String> {
    let follow_ups = asked.duties().map(|duty| duty.due).min();
    let report = asked.reports().map(|report| report.due).min();
    match (follow_ups, report) {
        (Some(follow_ups), Some(report)) if follow_ups != report => {
            Some(format!("uppföljningarna {}, rapporten {}", asked.date_in_words(follow_ups), asked.date_in_words(report)))
        }
        (first, second) => first.or(second).map(|due| asked.date_in_words(due)),
    }
}

/// The page that the site names for questions.
fn contact(asked: Asked<'_>) -> Option<String> {
    let (config, site) = (&asked.reader.snapshot.config, &asked.reader.snapshot.site);
    let page = site.pages.find(&config.contact.as_ref()?.value)?;
    let address = config.absolute(site.routes.page(page, asked.reader.language));
    Some(format!("{}: {address}", asked.reader.plain_title(page)))
}

fn steps(asked: Asked<'_>, tables: &[SheetTable]) -> Vec<Line> {
    let has = |name: &str| tables.iter().any(|table| table.name == name);
    let mut steps = vec![
        "Fyll i de vita fälten. De grå är låsta: de säger vad raden gäller, och därför läses den rätt.".to_owned(),
        "Det som redan står i vita fält är lämnat förut. Ändra om något är fel, annars låter du det stå.".to_owned(),
        "En rad som du lämnar tom betyder att inget är lämnat.".to_owned(),
    ];
    if has("Uppföljning") {
        steps.push("Uppföljning: välj i listorna och skriv några korta meningar för varje uppdrag.".to_owned());
    }
    if has("Siffror") {
        let limit = asked.reader.snapshot.config.smallest_count;
        steps.push(format!(
            "Siffror: skriv talet utan enhet. Saknas det skriver du två punkter (..). Gäller det färre än {limit} personer \
             lämnar du det tomt och väljer sekretess."
        ));
    }
    if has("Rapport") {
        steps.push("Rapport: skriv texten till varje avsnitt.".to_owned());
    }
    steps.push("Allt publiceras. Skriv roller i stället för namn, och inget som pekar ut en enskild person.".to_owned());
    numbered(steps.into_iter())
}

const HAND_IN: [&str; 3] = [
    "Spara filen som Excel-arbetsbok (.xlsx). Behåll namnet, och ändra inte rubrikerna i första raden.",
    "Skicka den till den som sköter webbplatsen, som lägger den i mappen content/data/ och kör tydlig check. \
     Den läses som den är.",
    "Är något fel står det på vilket blad och i vilken cell, till exempel Uppföljning!I4. Rätta i samma fil.",
];

fn numbered(steps: impl Iterator<Item = String>) -> Vec<Line> {
    steps.enumerate().map(|(at, step)| Line::Entry(format!("Steg {}", at + 1), step)).collect()
}

fn glossary(heading: &str, words: &[(&str, &str)]) -> Vec<Line> {
    let entries = words.iter().map(|(word, meaning)| Line::Entry((*word).to_owned(), (*meaning).to_owned()));
    [Line::Space, Line::Heading(heading.to_owned())].into_iter().chain(entries).collect()
}

const STATES: [(&str, &str); 7] = [
    ("ej påbörjat", "Ingen har börjat."),
    ("pågår", "Arbetet har börjat och ska bli klart."),
    ("löpande", "Görs hela tiden, utan slut."),
    ("klart", "Arbetet är färdigt."),
    ("pausat", "Ligger stilla en tid."),
    ("avbrutet", "Ska inte göras längre."),
    ("ersatt", "Något annat görs i stället."),
];

const FULFILMENTS: [(&str, &str); 8] = [
    ("uppnått", "Målet är nått."),
    ("enligt plan", "Inte nått än, men det går så fort som det behövs."),
    ("efter plan", "Rätt riktning, men något för långsamt."),
    ("långt efter", "Alldeles för långsamt, eller ingen förändring."),
    ("fel riktning", "Längre från målet än när programmet började."),
    ("ej uppnått", "Tiden är slut och målet är inte nått."),
    ("ökar, oförändrat, minskar, utgångsläge", "När målet bara är att något ska öka eller minska: vad det har gjort."),
    ("ej bedömt: …", "Målet går inte att bedöma. Välj det skäl som stämmer."),
];

const FINALITIES: [(&str, &str); 5] = [
    ("slutlig", "Värdet ändras inte mer."),
    ("preliminär", "Värdet kan ändras."),
    ("reviderad", "Värdet är ändrat sedan det först lämnades."),
    ("saknas", "Det finns inget värde. Skriv gärna varför i Kommentar."),
    ("sekretess", "Värdet får inte visas. Lämna fältet Värde tomt."),
];
