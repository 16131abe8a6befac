//! Whether what the files of a programme refer to is there.

use super::{Programme, targets_of, unknown_id};
use crate::diagnostic::{Code, Diagnostic, Message, suggestion};
use crate::document::facts::{Facts, Reference, Target};
use crate::document::{Entry, Kind};
use crate::site::Pages;

impl Programme {
    pub(super) fn check_references(&self, pages: &Pages, found: &mut Vec<Diagnostic>) {
        for (_, entry) in pages.iter().map(|(id, page)| (id, page.source())) {
            match &entry.facts {
                Facts::Assignment(facts) => {
                    self.expect_kind(pages, entry, &facts.body, Kind::Body, found);
                    for goal in &facts.contributes_to {
                        self.expect_kind(pages, entry, goal, Kind::Goal, found);
                    }
                }
                Facts::Goal(facts) => {
                    for lead in facts.lead.iter().filter(|lead| lead.value != "all") {
                        self.expect_kind(pages, entry, lead, Kind::Body, found);
                    }
                    self.expect_decision(entry, facts.decided_in.as_ref(), found);
                }
                Facts::Programme(facts) => {
                    for body in facts.report.iter().flat_map(|rule| &rule.bodies) {
                        self.expect_kind(pages, entry, body, Kind::Body, found);
                    }
                }
                _ => {}
            }
            for target in targets_of(&entry.facts) {
                self.check_target(pages, entry, target, found);
            }
        }
    }

    fn check_target(&self, pages: &Pages, entry: &Entry, target: &Target, found: &mut Vec<Diagnostic>) {
        if let Some(indicator) = &target.indicator {
            self.expect_kind(pages, entry, indicator, Kind::Indicator, found);
        }
        let areas = target.areas.iter().chain(target.baselines.iter().filter_map(|baseline| baseline.area.as_ref()));
        for area in areas.filter(|area| area.value != "all") {
            self.expect_kind(pages, entry, area, Kind::Area, found);
        }
        self.expect_decision(entry, target.decided_in.as_ref(), found);
        for reference in [&target.same_as, &target.supersedes].into_iter().flatten() {
            let own = reference.value == target.id.value;
            if own || !self.targets.contains_key(&reference.value) {
                let valid: Vec<&str> = self.targets.keys().map(String::as_str).collect();
                let message = Message::new(
                    format!("det finns inget annat mål `{}`", reference.value),
                    format!("there is no other target `{}`", reference.value),
                );
                let help = suggestion(&reference.value, &valid);
                found.push(Diagnostic::new(Code::SameAsReference, message).at(&entry.path, reference.span).maybe_help(help));
            }
        }
    }

    fn expect_decision(&self, entry: &Entry, reference: Option<&Reference>, found: &mut Vec<Diagnostic>) {
        if let Some(reference) = reference.filter(|reference| !self.decisions.contains_key(&reference.value)) {
            let valid: Vec<&str> = self.decisions.keys().map(String::as_str).collect();
            found.push(unknown_id(&entry.path, reference, "beslut", "decision", &valid));
        }
    }

    fn expect_kind(&self, pages: &Pages, entry: &Entry, reference: &Reference, kind: Kind, found: &mut Vec<Diagnostic>) {
        if self.find_kind(pages, &reference.value, kind).is_none() {
            found.push(self.unknown(pages, &entry.path, reference, kind));
        }
    }
}
