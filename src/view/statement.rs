//! The accessibility statement.

use serde::Serialize;

use super::{Fact, PageContext, phrase};
use crate::config::{Conformance, Fault, LocalText};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::menu::contact;

/// The authority that supervises the law on access to digital public service.
const SUPERVISION: &str = "https://www.digg.se/tdosanmalan";

/// What the page shows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatementPage {
    /// The state of things, and how to complain.
    pub facts: Vec<Fact>,
    /// The parts that are not accessible.
    pub faults: Vec<FaultView>,
}

/// A part that is not accessible.
#[derive(Clone, Debug, Serialize)]
pub struct FaultView {
    /// What.
    pub what: Html,
    /// Why.
    pub why: Html,
    /// What to do instead.
    pub alternative: Html,
}

/// What the statement says; nothing, where site.toml holds no facts for it.
pub fn statement(context: PageContext<'_>) -> StatementPage {
    let config = &context.snapshot.config;
    let Some(statement) = &config.statement else { return StatementPage::default() };
    let status = match statement.status {
        Conformance::Full => "statement-full",
        Conformance::Partial => "statement-partial",
        Conformance::None => "statement-none",
    };
    let mut facts = vec![
        context.fact("statement-status", context.setting(context.t(status), format_args!("statement.status"))),
        context.fact("statement-reviewed", context.setting(phrase::date(context, statement.reviewed), format_args!("statement.reviewed"))),
        context.fact(
            "statement-method",
            context.local_field(&statement.method, |html, key| context.setting(html, format_args!("statement.method{key}"))),
        ),
    ];
    if let Some(contact) = contact(&context.snapshot.config, &context.snapshot.site.pages) {
        let link = context.link(contact);
        let text = format!("{} <a href=\"{}\">{}</a>", context.t("statement-report-text"), link.href, link.title);
        facts.push(context.fact("statement-report", Html::trusted(text)));
    }
    let address = Html::trusted(format!("<a href=\"{SUPERVISION}\"><bdi dir=\"ltr\">digg.se/tdosanmalan</bdi></a>"));
    facts.push(context.fact("statement-supervision", context.tf("statement-supervision-text", &[("address", Arg::from(address))])));
    let fault = |(at, fault): (usize, &Fault)| {
        let of = |text: &LocalText, field: &str| {
            context.local_field(text, |html, key| context.setting(html, format_args!("statement.fault.{at}.{field}{key}")))
        };
        FaultView { what: of(&fault.what, "what"), why: of(&fault.why, "why"), alternative: of(&fault.alternative, "alternative") }
    };
    StatementPage { facts, faults: statement.faults.iter().enumerate().map(fault).collect() }
}
