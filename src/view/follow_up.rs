//! Follow-ups as the pages of their subjects, bodies and periods show them, and what a person has judged.

use serde::Serialize;

use super::more::on_page;
use super::phrase::{self, StatusTag};
use super::row::subject;
use super::{Link, PageContext};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::programme::Reported;
use crate::site::rows::AnyPage;

/// A follow-up.
#[derive(Clone, Debug, Serialize)]
pub struct FollowUpView {
    /// The period it is about.
    pub period: Link,
    /// The day it came.
    pub date: Option<Html>,
    /// The role of who answers for it.
    pub role: Option<Html>,
    /// Who reports.
    pub body: Option<Link>,
    /// How far the work had come.
    pub implementation: StatusTag,
    /// The body's own judgement.
    pub assessment: Option<StatusTag>,
    /// What it says.
    pub text: Html,
    /// The text's language, if not the page's.
    pub text_lang: Option<&'static str>,
    /// The text's direction, if not the page's.
    pub text_dir: Option<&'static str>,
    /// Where it is recorded.
    pub evidence: Option<Html>,
    /// What it is about.
    pub assignment: Option<Link>,
}

/// A judgement that a person has set before what the figures say.
#[derive(Clone, Debug, Serialize)]
pub struct OverruledView {
    /// Who set it and when.
    pub sentence: Html,
    /// Why.
    pub reason: Html,
    /// What the figures say.
    pub computed: StatusTag,
}

/// The follow-ups of a goal or assignment, newest first: those that stand on its own page.
pub fn follow_ups(context: PageContext<'_>, subject: PageId) -> Vec<FollowUpView> {
    let all = context.model().follow_ups(subject);
    let shown = on_page(context, AnyPage::Page(subject), List::FollowUps, &all);
    shown.iter().map(|reported| follow_up(context, reported)).collect()
}

/// A follow-up.
pub fn follow_up(context: PageContext<'_>, reported: &Reported) -> FollowUpView {
    let row = &reported.row;
    let (text_lang, text_dir) = context.source_language();
    let of = |html: Html, column| context.reported(html, reported, column);
    FollowUpView {
        // Templates compare it with the page's title.
        period: context.period_link(row.period),
        date: row.date.map(|date| of(phrase::date(context, date), "datum")),
        role: row.role.as_deref().map(|role| of(context.source_text(role), "ansvarig")),
        body: reported.body.map(|body| context.link(body)),
        implementation: phrase::implementation(context, row.state).labelled(|label| of(label, "lage")),
        assessment: row.assessment.map(|assessment| phrase::fulfilment(context, assessment).labelled(|label| of(label, "bedomning"))),
        text: of(Html::trusted(format!("<p>{}</p>", Html::text(&row.text))), "text"),
        text_lang,
        text_dir,
        evidence: row.evidence.as_deref().map(|evidence| of(context.source_text(evidence), "underlag")),
        assignment: Some(context.link(reported.subject)),
    }
}

/// Who set another judgement than the figures give, when and why.
pub fn overruled(context: PageContext<'_>, id: PageId) -> Option<OverruledView> {
    let own = subject(context, id)?.overruled.as_ref()?;
    let of = |html: Html, column| match context.latest_report(id) {
        Some(reported) => context.reported(html, reported, column),
        None => html,
    };
    let role = of(context.source_text(&own.role), "ansvarig");
    let args = [("role", Arg::from(role)), ("date", Arg::from(of(phrase::date(context, own.date), "datum")))];
    Some(OverruledView {
        sentence: context.tf("overruled-sentence", &args),
        reason: of(context.source_text(&own.reason), "skal"),
        computed: phrase::fulfilment(context, own.computed),
    })
}
