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
    FollowUpView {
        period: context.period_link(row.period),
        date: row.date.map(|date| phrase::date(context, date)),
        role: row.role.as_deref().map(|role| context.source_text(role)),
        body: reported.body.map(|body| context.link(body)),
        implementation: phrase::implementation(context, row.state),
        assessment: row.assessment.map(|assessment| phrase::fulfilment(context, assessment)),
        text: Html::trusted(format!("<p>{}</p>", Html::text(&row.text))),
        text_lang,
        text_dir,
        evidence: row.evidence.as_deref().map(|evidence| context.source_text(evidence)),
        assignment: Some(context.link(reported.subject)),
    }
}

/// Who set another judgement than the figures give, when and why.
pub fn overruled(context: PageContext<'_>, id: PageId) -> Option<OverruledView> {
    let own = subject(context, id)?.overruled.as_ref()?;
    let args = [("role", Arg::from(context.source_text(&own.role))), ("date", Arg::from(phrase::date(context, own.date)))];
    Some(OverruledView {
        sentence: context.tf("overruled-sentence", &args),
        reason: context.source_text(&own.reason),
        computed: phrase::fulfilment(context, own.computed),
    })
}
