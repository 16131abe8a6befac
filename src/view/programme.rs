//! The programme's own page.

use serde::Serialize;

use super::decision::{DecisionView, decisions};
use super::goal::{GoalRow, goal_row};
use super::row::{BodyRow, body_row, site};
use super::{Fact, Link, PageContext, phrase};
use crate::document::facts::ProgrammeForm;
use crate::site::PageId;

/// What the programme's own page shows.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammePage {
    /// Its form, the time it is for, and who answers for it.
    pub facts: Vec<Fact>,
    /// All decisions on it.
    pub decisions: Vec<DecisionView>,
    /// Its chapters, in order.
    pub chapters: Vec<Link>,
    /// Who carries it out.
    pub bodies: Vec<BodyRow>,
    /// What it is for.
    pub goals: Vec<GoalRow>,
}

/// The programme's own page.
pub fn programme(context: PageContext<'_>, id: PageId) -> ProgrammePage {
    let model = &site(context).programme;
    let mut facts = Vec::new();
    if let Some(own) = model.facts(&site(context).pages) {
        let form = match own.form {
            ProgrammeForm::Programme => "form-programme",
            ProgrammeForm::Plan => "form-plan",
            ProgrammeForm::Strategy => "form-strategy",
            ProgrammeForm::Policy => "form-policy",
            ProgrammeForm::ActionPlan => "form-action-plan",
        };
        facts.push(context.fact("fact-form", context.stated(context.t(form), id, format_args!("form"))));
        facts.extend(
            own.valid
                .as_ref()
                .map(|valid| context.fact("fact-valid", context.stated(phrase::period(context, valid.value), id, format_args!("valid")))),
        );
        facts.extend(
            own.owner
                .as_deref()
                .map(|owner| context.fact("fact-owner", context.stated(context.source_text(owner), id, format_args!("owner")))),
        );
    }
    ProgrammePage {
        facts,
        decisions: decisions(context, |_| true),
        chapters: site(context).pages.get(id).children.iter().map(|chapter| context.link(*chapter)).collect(),
        bodies: model.bodies.iter().map(|body| body_row(context, *body)).collect(),
        goals: model.goals.iter().map(|goal| goal_row(context, *goal)).collect(),
    }
}
