//! Values of Kolada, from saved answers of its interfaces, versions 2 and 3.

use super::data::{Data, Sex};
use super::json::{field, items, no_date, number, raw, retrieved, spanned, text};
use crate::diagnostic::{Checked, Code, Diagnostic, Message};
use crate::period::{Date, Period};
use crate::schema::{Node, Value};
use crate::source::{Source, SourcePath, Span, Spanned};

/// One value. Which indicator and place it belongs to is found by Kolada's own ids.
#[derive(Clone, Debug)]
pub struct KoladaValue {
    /// Its file.
    pub path: SourcePath,
    /// Where it stands.
    pub span: Span,
    /// The key figure's id: `N00001`.
    pub kpi: Spanned<String>,
    /// The municipality's code or the unit's id: `1485`, `V15E148500101`.
    pub place: Spanned<String>,
    /// When.
    pub period: Period,
    /// Of whom; `None` for all.
    pub sex: Option<Sex>,
    /// The value, unless missing.
    pub value: Option<f64>,
    /// What Kolada says of it, verbatim: the words are documented nowhere.
    pub status: Option<String>,
    /// How many values it is the mean of, where it is one.
    pub count: Option<u32>,
    /// The day the file was retrieved.
    pub retrieved: Option<Date>,
}

/// Reads a saved answer: `{"values": [{"kpi", "municipality" or "ou", "period", "values": [...]}]}`.
pub(super) fn read(source: &Source, root: &Node) -> Checked<Data> {
    let mut reader = ResponseReader { source, retrieved: retrieved(source, root), found: Vec::new() };
    let mut data = Data::default();
    for item in field(root, "values").map(items).unwrap_or_default() {
        reader.item(item, &mut data.kolada);
    }
    if reader.retrieved.is_none() {
        reader.found.push(no_date(source));
    }
    let next = field(root, "next_url").or_else(|| field(root, "next_page")).filter(|next| text(next) != Some(""));
    if let Some(next) = next {
        let message = Message::new("filen är bara en sida av flera", "the file is only one page of several");
        let help = Message::new(
            "spara även nästa sida, från adressen här, i en egen fil; eller fråga efter färre år eller kommuner",
            "save the next page too, from the address here, in a file of its own; or ask for fewer years or municipalities",
        );
        reader.found.push(Diagnostic::new(Code::PartialData, message).at(&source.path, next.span).help(help));
    }
    Checked { value: data, diagnostics: reader.found }
}

struct ResponseReader<'a> {
    source: &'a Source,
    retrieved: Option<Date>,
    found: Vec<Diagnostic>,
}

impl ResponseReader<'_> {
    fn item(&mut self, item: &Node, values: &mut Vec<KoladaValue>) {
        let kpi = self.required(item, &["kpi"]);
        let place = self.required(item, &["municipality", "ou"]);
        let period = self.required(item, &["period"]);
        let (Some(kpi), Some(place), Some(written)) = (kpi, place, period) else { return };
        let about = format!("{}, {}, {}", kpi.value, place.value, written.value);
        let Some(period) = Period::parse(&written.value) else {
            self.bad(written.span, &about, &written.value, Message::new("ett år", "a year"));
            return;
        };
        for inner in field(item, "values").map(items).unwrap_or_default() {
            let deleted = ["isdeleted", "is_deleted"].iter().any(|name| field(inner, name).and_then(text) == Some("true"));
            if deleted {
                continue;
            }
            let Some(sex) = self.sex(inner, &about) else { continue };
            let Some((value, span)) = self.value(inner, &about) else { continue };
            values.push(KoladaValue {
                path: self.source.path.clone(),
                span,
                kpi: kpi.clone(),
                place: place.clone(),
                period,
                sex,
                value,
                status: field(inner, "status").and_then(text).filter(|status| !status.trim().is_empty()).map(str::to_owned),
                count: field(inner, "count").and_then(text).and_then(|count| count.parse().ok()).filter(|count| *count > 1),
                retrieved: self.retrieved,
            });
        }
    }

    fn required(&mut self, item: &Node, names: &[&str]) -> Option<Spanned<String>> {
        let found = names.iter().find_map(|name| field(item, name).and_then(spanned));
        if found.is_none() {
            let names = names.join("` / `");
            let message = Message::new(format!("posten saknar `{names}`"), format!("the item has no `{names}`"));
            let at = Span::new(item.span.start, item.span.start);
            self.found.push(Diagnostic::new(Code::BadCell, message).at(&self.source.path, at));
        }
        found
    }

    fn sex(&mut self, inner: &Node, about: &str) -> Option<Option<Sex>> {
        let Some(node) = field(inner, "gender") else { return Some(None) };
        let sex = match text(node) {
            Some("T") => Some(None),
            Some("K" | "F") => Some(Some(Sex::Women)),
            Some("M") => Some(Some(Sex::Men)),
            _ => None,
        };
        if sex.is_none() {
            self.bad(node.span, about, text(node).unwrap_or_default(), Message::new("T, K eller M", "T, K or M"));
        }
        sex
    }

    fn value(&mut self, inner: &Node, about: &str) -> Option<(Option<f64>, Span)> {
        let Some(node) = raw(inner, "value") else { return Some((None, inner.span)) };
        if matches!(node.value, Value::Empty) {
            return Some((None, node.span));
        }
        let value = number(node);
        if value.is_none() {
            self.bad(node.span, about, text(node).unwrap_or_default(), Message::new("ett tal", "a number"));
        }
        value.map(|value| (Some(value), node.span))
    }

    fn bad(&mut self, span: Span, about: &str, text: &str, expected: Message) {
        let message = Message::new(
            format!("`{text}` i värdet för {about} är inte {}", expected.sv),
            format!("`{text}` in the value for {about} is not {}", expected.en),
        );
        self.found.push(Diagnostic::new(Code::BadCell, message).at(&self.source.path, span));
    }
}
