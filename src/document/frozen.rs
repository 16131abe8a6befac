//! A period's approved figures, frozen in a file of their own: what was published then, whatever the data says later.
//! The file is JSON that `tydlig freeze` writes; nobody edits it.

use serde::Serialize;

use crate::diagnostic::{Checked, Code, Diagnostic, Message};
use crate::period::{Date, Period};
use crate::schema::{FRONT_MATTER, FieldReader, Fields, Node, parse_yaml};
use crate::source::{Source, Span};

/// A frozen period.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// The period.
    pub period: Period,
    /// The day it was frozen.
    pub date: Date,
    /// The decision that approved it, as written.
    pub decision: Option<String>,
    /// Its values.
    pub figures: Vec<FrozenFigure>,
    /// What was reported of goals and assignments.
    pub follow_ups: Vec<Report>,
    /// Where goals and assignments stood.
    pub standings: Vec<FrozenStatus>,
}

/// A value as it was. Ids as written in the data; empty for a total.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FrozenFigure {
    /// The indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// The place.
    pub area: String,
    /// The body.
    pub body: String,
    /// The sex.
    pub sex: String,
    /// The value, in the shortest decimal form; empty where there was none.
    pub value: String,
}

/// A follow-up as it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Report {
    /// The assignment or goal.
    pub subject: String,
    /// The period.
    pub period: String,
    /// The body.
    pub body: String,
    /// How far the work had come.
    pub state: String,
    /// The body's own judgement.
    pub assessment: String,
    /// What it said.
    pub text: String,
}

/// Where a goal or assignment stood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FrozenStatus {
    /// The goal or assignment.
    pub subject: String,
    /// How far its targets were reached, with a reason after a colon where it was not assessed.
    pub fulfilment: String,
    /// How far the work had come.
    pub implementation: String,
}

/// The file, as it is written.
#[derive(Serialize)]
struct File<'a> {
    period: String,
    frozen: String,
    decision: Option<&'a str>,
    figures: &'a [FrozenFigure],
    follow_ups: &'a [Report],
    standings: &'a [FrozenStatus],
}

/// Where the seal begins: it is made of all that stands before.
const SEAL: &str = ",\n  \"seal\": \"";

/// The text of a file that freezes a period, sealed.
pub fn write(frozen: &Frozen) -> String {
    let file = File {
        period: frozen.period.to_string(),
        frozen: frozen.date.to_string(),
        decision: frozen.decision.as_deref(),
        figures: &frozen.figures,
        follow_ups: &frozen.follow_ups,
        standings: &frozen.standings,
    };
    // A struct of texts cannot fail to be written.
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    let open = text.trim_end().trim_end_matches('}').trim_end();
    format!("{open}{SEAL}{}\"\n}}\n", seal(open))
}

/// A fingerprint against slips of the hand, not against forgery. Line ends may differ: git changes them on Windows.
fn seal(text: &str) -> String {
    let bytes = text.bytes().filter(|byte| *byte != b'\r');
    format!("{:016x}", crate::source::fingerprint(bytes))
}

/// Reads a file that freezes a period.
pub fn parse(source: &Source) -> Checked<Option<Frozen>> {
    let root = match parse_yaml(&source.path, &source.text, 0) {
        Ok(root) => root,
        Err(diagnostic) => return Checked { value: None, diagnostics: vec![*diagnostic] },
    };
    let mut reader = FieldReader::new(&source.path, FRONT_MATTER);
    let mut fields = reader.table(&root);
    let value = frozen(&mut fields, &mut reader);
    let own = fields.required_text("seal", &mut reader);
    fields.finish(&mut reader);
    let text = source.text.replace('\r', "");
    let sealed = text.rsplit_once(SEAL).map(|(before, _)| seal(before));
    let mut diagnostics = reader.found;
    if let Some(own) = own.filter(|own| Some(&own.value) != sealed.as_ref()) {
        diagnostics.push(broken_seal(source, own.span));
    }
    let whole = diagnostics.is_empty();
    Checked { value: value.filter(|_| whole), diagnostics }
}

fn broken_seal(source: &Source, span: Span) -> Diagnostic {
    let message = Message::new("de fastställda siffrorna har ändrats i filen", "the frozen figures have been changed in the file");
    let help = Message::new(
        "hämta tillbaka filen som den var; nya siffror skrivs i `content/data/`, och sidan visar själv vad som har ändrats",
        "bring back the file as it was; new figures go into `content/data/`, and the page shows by itself what has changed",
    );
    Diagnostic::new(Code::BrokenSeal, message).at(&source.path, span).help(help)
}

fn frozen(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>) -> Option<Frozen> {
    let period = fields.require("period", reader);
    let expected = Message::new("en period, som 2009 eller 2009-T1", "a period, such as 2009 or 2009-T1");
    let period = period.and_then(|node| reader.parsed(node, expected, Period::parse));
    let date = fields.require("frozen", reader);
    let expected = Message::new("ett datum, som 2010-03-01", "a date, such as 2010-03-01");
    let date = date.and_then(|node| reader.parsed(node, expected, |text| text.parse().ok()));
    let decision = fields.text("decision", reader).map(|text| text.value);
    let figures = items(fields.get("figures"), reader, |text| FrozenFigure {
        indicator: text("indicator"),
        period: text("period"),
        area: text("area"),
        body: text("body"),
        sex: text("sex"),
        value: text("value"),
    });
    let follow_ups = items(fields.get("follow_ups"), reader, |text| Report {
        subject: text("subject"),
        period: text("period"),
        body: text("body"),
        state: text("state"),
        assessment: text("assessment"),
        text: text("text"),
    });
    let standings = items(fields.get("standings"), reader, |text| FrozenStatus {
        subject: text("subject"),
        fulfilment: text("fulfilment"),
        implementation: text("implementation"),
    });
    Some(Frozen { period: period?.value, date: date?.value, decision, figures, follow_ups, standings })
}

/// Reads rows whose fields are all texts.
fn items<T>(node: Option<&Node>, reader: &mut FieldReader<'_>, row: impl Fn(&mut dyn FnMut(&'static str) -> String) -> T) -> Vec<T> {
    let nodes = node.map(|node| reader.items(node)).unwrap_or_default();
    let one = |node: &Node, reader: &mut FieldReader<'_>| {
        let mut fields = reader.table(node);
        let value = row(&mut |key| fields.text(key, reader).map(|text| text.value).unwrap_or_default());
        fields.finish(reader);
        value
    };
    nodes.iter().map(|node| one(node, reader)).collect()
}
