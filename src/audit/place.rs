//! Where what stands on a finished page comes from: a file of the content, or a template.

use super::anchors::{Leads, leads};
use super::facts::PageFacts;
use super::summary::Spot;
use super::{Context, Fault};
use crate::diagnostic::{Label, Message};
use crate::render::Page;
use crate::site::Route;
use crate::source::{Source, Span};
use crate::theme::ThemeFiles;

/// Where a finding stands. What a template writes as it is found is at its line in the template; other places are the
/// file that the page is made from, or else its template.
pub(super) fn of(files: &ThemeFiles, route: &Route, _: &Page, fault: &Fault) -> Option<Label> {
    let own = format!("{}.html", route.kind.key());
    let templates = files.texts(".html");
    if !fault.written.is_empty()
        && let Some(label) = in_templates(&templates, &own, &fault.written)
    {
        return Some(label);
    }
    if let Some(path) = &route.source {
        return Some(Label::file(path));
    }
    templates.iter().find(|(name, _)| *name == own).map(|(_, source)| Label::file(&source.path))
}

/// What is to be found for a finding between pages.
pub(super) fn at_spot(facts: &PageFacts, spot: &Spot, context: &Context<'_>) -> Option<Fault> {
    let fault = |at: usize, written: String| Fault { at, written, message: Message::new("", ""), help: None };
    match spot {
        Spot::Title => facts.title.as_ref().map(|title| fault(title.at, title.text.clone())),
        Spot::Link { target, fragment } => {
            let wanted = Leads::To(target.clone(), fragment.clone());
            let link = facts.anchors.iter().find(|link| leads(&link.text, context.url, context.config) == wanted);
            link.map(|link| fault(link.at, format!("\"{}\"", link.text)))
        }
    }
}

/// The place of a text in the page's own template, or else in the only other one that has it.
fn in_templates(templates: &[(String, Source)], own: &str, written: &str) -> Option<Label> {
    let place = |source: &Source| {
        let start = source.text.find(written)?;
        Some(Label::new(&source.path, Span::new(start, start + written.len())))
    };
    let of_own = templates.iter().find(|(name, _)| name == own).and_then(|(_, source)| place(source));
    of_own.or_else(|| {
        let mut others = templates.iter().filter_map(|(_, source)| place(source));
        others.next().filter(|_| others.next().is_none())
    })
}
