//! The accessibility statement.

use super::page::{FaultView, KindView};
use super::{PageContext, phrase};
use crate::config::{Conformance, Fault};
use crate::html::Html;
use crate::locale::catalogue::Arg;

/// The authority that supervises the law on access to digital public service.
const SUPERVISION: &str = "https://www.digg.se/tdosanmalan";

/// What the statement says.
pub fn statement(context: PageContext<'_>) -> KindView {
    let config = &context.snapshot.config;
    let Some(statement) = &config.statement else { return KindView::Statement { facts: Vec::new(), faults: Vec::new() } };
    let status = match statement.status {
        Conformance::Full => "statement-full",
        Conformance::Partial => "statement-partial",
        Conformance::None => "statement-none",
    };
    let mut facts = vec![
        context.fact("statement-status", context.t(status)),
        context.fact("statement-reviewed", phrase::date(context, statement.reviewed)),
        context.fact("statement-method", context.local(&statement.method)),
    ];
    if let Some(contact) = super::shell::contact(context.snapshot) {
        let link = context.link(contact);
        let text = format!("{} <a href=\"{}\">{}</a>", context.t("statement-report-text"), link.href, link.title);
        facts.push(context.fact("statement-report", Html::trusted(text)));
    }
    let address = Html::trusted(format!("<a href=\"{SUPERVISION}\"><bdi dir=\"ltr\">digg.se/tdosanmalan</bdi></a>"));
    facts.push(context.fact("statement-supervision", context.tf("statement-supervision-text", &[("address", Arg::from(address))])));
    let fault = |fault: &Fault| FaultView {
        what: context.local(&fault.what),
        why: context.local(&fault.why),
        alternative: context.local(&fault.alternative),
    };
    KindView::Statement { facts, faults: statement.faults.iter().map(fault).collect() }
}
