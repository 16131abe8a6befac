//! The accessibility statement.

use super::page::{FaultView, KindView};
use super::{Reader, phrase};
use crate::config::{Conformance, Fault};
use crate::html::Html;
use crate::locale::catalogue::Arg;

/// The authority that supervises the law on access to digital public service.
const SUPERVISION: &str = "https://www.digg.se/tdosanmalan";

/// What the statement says.
pub fn statement(reader: Reader<'_>) -> KindView {
    let config = &reader.snapshot.config;
    let Some(statement) = &config.statement else { return KindView::Statement { facts: Vec::new(), faults: Vec::new() } };
    let status = match statement.status {
        Conformance::Full => "statement-full",
        Conformance::Partial => "statement-partial",
        Conformance::None => "statement-none",
    };
    let mut facts = vec![
        reader.fact("statement-status", reader.t(status)),
        reader.fact("statement-reviewed", phrase::date(reader, statement.reviewed)),
        reader.fact("statement-method", reader.local(&statement.method)),
    ];
    if let Some(contact) = super::shell::contact(reader.snapshot) {
        let link = reader.link(contact);
        let text = format!("{} <a href=\"{}\">{}</a>", reader.t("statement-report-text"), link.href, link.title);
        facts.push(reader.fact("statement-report", Html::trusted(text)));
    }
    let address = Html::trusted(format!("<a href=\"{SUPERVISION}\"><bdi dir=\"ltr\">digg.se/tdosanmalan</bdi></a>"));
    facts.push(reader.fact("statement-supervision", reader.tf("statement-supervision-text", &[("address", Arg::from(address))])));
    let fault = |fault: &Fault| FaultView {
        what: reader.local(&fault.what),
        why: reader.local(&fault.why),
        alternative: reader.local(&fault.alternative),
    };
    KindView::Statement { facts, faults: statement.faults.iter().map(fault).collect() }
}
