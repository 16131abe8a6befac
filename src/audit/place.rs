//! Where what stands on a finished page comes from: a file of the content, or a template.

use super::anchors::{Leads, leads};
use super::facts::PageFacts;
use super::summary::Spot;
use super::{Context, Fault};
use crate::config::Config;
use crate::diagnostic::{Label, Message};
use crate::origin::Origin;
use crate::render::Page;
use crate::site::Route;
use crate::source::{Source, Sources, Span};
use crate::theme::ThemeFiles;

/// What places are found with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'a> {
    pub(super) config: &'a Config,
    pub(super) theme_files: &'a ThemeFiles,
    pub(super) sources: &'a Sources,
}

impl Places<'_> {
    /// Where a finding stands: what its region shows, else the page's template.
    pub(super) fn of(self, route: &Route, page: &Page, fault: &Fault) -> Option<Label> {
        if let Some(origin) = page.origin_at(fault.at) {
            return Some(self.in_content(origin, &fault.in_text));
        }
        let templates = self.theme_files.texts(".html");
        let own = format!("{}.html", route.kind.key());
        // A template that treats marked text otherwise gives no regions: then only the file is known.
        let without_regions = route.source.as_ref().filter(|_| page.regions.is_empty()).map(Label::file);
        let whole = || templates.iter().find(|(name, _)| *name == own).map(|(_, source)| Label::file(&source.path));
        in_templates(&templates, &own, &fault.in_template).or(without_regions).or_else(whole)
    }

    /// The place of an origin, or of what is written within it.
    fn in_content(self, origin: &Origin, written: &str) -> Label {
        let place = self.sources.get(&origin.path).and_then(|source| {
            let span = origin.span(source, self.config)?;
            let text = source.text.get(span.start..span.end)?;
            let within = text.find(written).filter(|_| !written.is_empty());
            Some(within.map_or(span, |at| Span::new(span.start + at, span.start + at + written.len())))
        });
        place.map_or_else(|| Label::file(&origin.path), |span| Label::new(&origin.path, span))
    }
}

/// What is to be found for a finding between pages.
pub(super) fn at_spot(facts: &PageFacts, spot: &Spot, context: &Context<'_>) -> Option<Fault> {
    let fault =
        |at: usize, in_template: String, in_text: String| Fault { at, in_template, in_text, message: Message::new("", ""), help: None };
    match spot {
        // A title is made of the page's heading, which is where its words come from.
        Spot::Title => {
            let placed = facts.main_headings.first().or(facts.title.as_ref());
            placed.map(|title| fault(title.at, "<title>".to_owned(), String::new()))
        }
        Spot::Link { target, fragment } => {
            let wanted = Leads::To(target.clone(), fragment.clone());
            let link = facts.anchors.iter().find(|link| leads(&link.text, context.url, context.config) == wanted);
            link.map(|link| fault(link.at, format!("#{fragment}\""), format!("#{fragment}")))
        }
    }
}

/// The place of a text in the page's own template, or else in the only other one that has it.
fn in_templates(templates: &[(String, Source)], own: &str, written: &str) -> Option<Label> {
    if written.is_empty() {
        return None;
    }
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
