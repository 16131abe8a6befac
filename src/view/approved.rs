//! A period's approved figures on its page, and what has changed since they were approved.

use serde::Serialize;

use super::figure::{Column, DataTable, Row};
use super::more::{More, more, on_page};
use super::row::site;
use super::{PageContext, phrase};
use crate::document::data::Sex;
use crate::document::facts::Facts;
use crate::document::frozen::FrozenFigure;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::Generated;
use crate::site::division::List;
use crate::site::frozen::{Difference, FigureKey, Subject, WITHHELD};
use crate::site::programme::facts_of;
use crate::site::rows::AnyPage;
use crate::status::{Fulfilment, Implementation};

/// Approved figures.
#[derive(Clone, Debug, Serialize)]
pub struct ApprovedView {
    /// When they were approved, and by which decision.
    pub sentence: Html,
    /// Whether anything has changed, in a sentence.
    pub changed: Html,
    /// What has changed: as it was, as it is.
    pub since: Option<DataTable>,
    /// The way to the other changes.
    pub since_more: Option<More>,
    /// All values as they were approved.
    pub figures: Option<DataTable>,
    /// The way to the other values.
    pub figures_more: Option<More>,
}

/// The approved figures of a period, if they were frozen.
pub fn approved(context: PageContext<'_>, period: Period) -> Option<ApprovedView> {
    let approved = site(context).approved.get(&period)?;
    let frozen = &approved.frozen;
    let date = ("date", Arg::from(phrase::date(context, frozen.date)));
    let sentence = match &frozen.decision {
        Some(decision) => context.tf("approved-by", &[date, ("decision", Arg::from(context.source_text(decision)))]),
        None => context.tf("approved-on", &[date]),
    };
    let page = AnyPage::Generated(Generated::Period(period));
    let since = on_page(context, page, List::ApprovedChanges, &approved.since);
    let figures = on_page(context, page, List::ApprovedFigures, &frozen.figures);
    Some(ApprovedView {
        sentence,
        changed: context.tf("approved-changed", &[("count", Arg::from(approved.since.len()))]),
        since: (!since.is_empty()).then(|| since_table(context, since)),
        since_more: more(context, page, List::ApprovedChanges),
        figures: (!figures.is_empty()).then(|| figures_table(context, figures)),
        figures_more: more(context, page, List::ApprovedFigures),
    })
}

fn column(context: PageContext<'_>, id: &str, numeric: bool) -> Column {
    Column { title: context.t(id), numeric }
}

/// What has changed since figures were approved.
pub fn since_table(context: PageContext<'_>, differences: &[Difference]) -> DataTable {
    DataTable {
        id: "changed-since".to_owned(),
        caption: context.t("approved-changes"),
        columns: ["approved-what", "approved-then", "approved-now"].map(|id| column(context, id, false)).into(),
        rows: differences.iter().map(|difference| changed_row(context, difference)).collect(),
    }
}

/// Figures as they were approved.
pub fn figures_table(context: PageContext<'_>, figures: &[FrozenFigure]) -> DataTable {
    let row = |figure: &FrozenFigure| {
        let FrozenFigure { indicator, period, area, body, sex, value } = figure.clone();
        let value = value_words(context, &indicator, Some(&value));
        Row { head: figure_name(context, &FigureKey { indicator, period, area, body, sex }), cells: vec![value] }
    };
    DataTable {
        id: "approved-figures".to_owned(),
        caption: context.t("approved-figures"),
        columns: vec![column(context, "approved-what", false), column(context, "chart-value", true)],
        rows: figures.iter().map(row).collect(),
    }
}

fn changed_row(context: PageContext<'_>, difference: &Difference) -> Row {
    let then = difference.then.as_deref();
    let now = difference.now.as_deref();
    match &difference.subject {
        Subject::FrozenFigure(key) => {
            let words = |value| value_words(context, &key.indicator, value);
            Row { head: figure_name(context, key), cells: vec![words(then), words(now)] }
        }
        Subject::FollowUp(subject, period, _) => {
            let period = Period::parse(period).map_or_else(Html::default, |period| phrase::period(context, period));
            let args = [("name", Arg::from(name(context, subject))), ("period", Arg::from(period))];
            let head = context.tf("approved-follow-up", &args);
            Row { head, cells: vec![report_words(context, then), report_words(context, now)] }
        }
        Subject::Status(subject) => {
            Row { head: name(context, subject), cells: vec![report_words(context, then), report_words(context, now)] }
        }
    }
}

/// The title of what an id names; the id itself where it is gone.
fn name(context: PageContext<'_>, id: &str) -> Html {
    site(context).programme.find(id).map_or_else(|| Html::text(id), |page| context.title(page))
}

/// "Godkända i sfi, Dalaberg, Kvinnor, 2009".
fn figure_name(context: PageContext<'_>, key: &FigureKey) -> Html {
    let parts = [&key.indicator, &key.area, &key.body].into_iter().filter(|id| !id.is_empty()).map(|id| name(context, id));
    let sex = Sex::ALL.into_iter().find(|sex| sex.key() == key.sex).map(|sex| context.t(&format!("sex-{}", sex.key())));
    let period = Period::parse(&key.period).map(|period| phrase::period(context, period));
    let parts: Vec<Html> = parts.chain(sex).chain(period).collect();
    let comma = context.texts().plain("list-comma");
    Html::trusted(parts.iter().map(Html::as_str).collect::<Vec<_>>().join(&comma))
}

fn value_words(context: PageContext<'_>, indicator: &str, value: Option<&str>) -> Html {
    match value {
        None => Html::text("–"),
        Some("") => context.t("missing-value"),
        Some(WITHHELD) => context.t("withheld-value"),
        Some(text) => {
            let page = site(context).programme.find(indicator);
            let unit = page.and_then(|page| facts_of(&site(context).pages, page)).and_then(Facts::as_indicator).map(phrase::indicator_unit);
            text.parse().map_or_else(|_| Html::text(text), |value| phrase::amount(context, value, unit.unwrap_or(("none", 1))))
        }
    }
}

/// A state, a judgement and a text that stand behind one another, each in words.
fn report_words(context: PageContext<'_>, text: Option<&str>) -> Html {
    let Some(text) = text else { return Html::text("–") };
    let mut parts = text.split('\u{1f}').filter(|part| !part.is_empty());
    let state = parts.next().and_then(Implementation::parse).map(|state| phrase::implementation(context, state).label);
    let rest = parts.map(|part| match Fulfilment::parse(part) {
        Some(fulfilment) => phrase::fulfilment(context, fulfilment).label,
        None => context.source_text(part),
    });
    let lines: Vec<Html> = state.into_iter().chain(rest).collect();
    Html::trusted(lines.iter().map(Html::as_str).collect::<Vec<_>>().join("<br>"))
}
