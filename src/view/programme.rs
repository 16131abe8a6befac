//! The programme's own page.

use serde::Serialize;

use super::decision::{DecisionView, decisions};
use super::goal::{GoalRow, goal_row};
use super::more::{More, more, on_page};
use super::row::{BodyRow, body_row, site};
use super::{Fact, Link, PageContext, phrase};
use crate::document::facts::ProgrammeForm;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::rows::AnyPage;

/// What the programme's own page shows.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammePage {
    /// Its form, the time it is for, and who answers for it.
    pub facts: Vec<Fact>,
    /// All decisions on it.
    pub decisions: Vec<DecisionView>,
    /// Its chapters, in order.
    pub chapters: Vec<Link>,
    /// The way to the other chapters.
    pub chapters_more: Option<More>,
    /// Who carries it out.
    pub bodies: Vec<BodyRow>,
    /// The way to the others.
    pub bodies_more: Option<More>,
    /// What it is for.
    pub goals: Vec<GoalRow>,
    /// The way to the other goals.
    pub goals_more: Option<More>,
}

/// The programme's own page.
pub fn programme(context: PageContext<'_>, id: PageId) -> ProgrammePage {
    let model = &site(context).programme;
    let page = AnyPage::Page(id);
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
        chapters: on_page(context, page, List::Own, &site(context).pages.get(id).children)
            .iter()
            .map(|chapter| context.link(*chapter))
            .collect(),
        chapters_more: more(context, page, List::Own),
        bodies: on_page(context, page, List::Bodies, &model.bodies).iter().map(|body| body_row(context, *body)).collect(),
        bodies_more: more(context, page, List::Bodies),
        goals: on_page(context, page, List::Goals, &model.goals).iter().map(|goal| goal_row(context, *goal)).collect(),
        goals_more: more(context, page, List::Goals),
    }
}
