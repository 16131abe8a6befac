//! The decisions on the programme as its pages show them.

use serde::Serialize;

use super::marks::Item;
use super::row::site;
use super::{PageContext, phrase};
use crate::document::facts::{Decision, DecisionKind};
use crate::html::Html;

/// A decision.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionView {
    /// Its day.
    pub date: Html,
    /// Who decided.
    pub by: Html,
    /// What it did.
    pub kind: Html,
    /// The words of the document.
    pub text: Option<Html>,
    /// Their language, if not the page's.
    pub text_lang: Option<&'static str>,
    /// Their direction, if not the page's.
    pub text_dir: Option<&'static str>,
    /// Paragraph and register number.
    #[serde(rename = "ref")]
    pub reference: Option<Html>,
}

/// The decisions on the programme; all, or those that a target names.
pub fn decisions(context: PageContext<'_>, keep: impl Fn(&str) -> bool) -> Vec<DecisionView> {
    let model = &site(context).programme;
    let Some((page, facts)) = model.page.zip(model.facts(&site(context).pages)) else { return Vec::new() };
    let (text_lang, text_dir) = context.source_language();
    let view = |(index, decision): (usize, &Decision)| {
        let of = |html: Html, field: &str| context.item(html, Item { page, list: "decisions", index }, field);
        DecisionView {
            date: decision.date.map(|date| of(phrase::date(context, date), "date")).unwrap_or_default(),
            by: of(context.source_text(&decision.by), "by"),
            kind: of(context.t(decision_kind(decision.kind)), "kind"),
            text: decision.text.as_deref().map(|text| of(Html::trusted(format!("<p>{}</p>", Html::text(text))), "text")),
            text_lang,
            text_dir,
            reference: decision.reference.as_deref().map(|reference| of(context.source_text(reference), "ref")),
        }
    };
    facts.decisions.iter().enumerate().filter(|(_, decision)| keep(&decision.id.value)).map(view).collect()
}

/// The message that says what a decision did.
pub fn decision_kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Adopted => "decision-adopted",
        DecisionKind::Revised => "decision-revised",
        DecisionKind::TargetChanged => "decision-target-changed",
        DecisionKind::Repealed => "decision-repealed",
    }
}
