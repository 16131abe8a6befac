//! Words for the model's values: periods, amounts, targets, costs, statuses. Whole messages from the catalogues, so
//! that each language orders its own sentence.

use serde::Serialize;

use super::PageContext;
use super::marks::Item;
use crate::document::facts::{Bound, Cost, CostForm, Desired, FollowUpPlan, Indicator, Per, Target, TargetForm};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::{Cadence, Date, Period, Term};
use crate::site::programme::{TargetId, facts_of};
use crate::site::reporting::Tally;
use crate::status::{Fulfilment, Implementation, Reporting};

/// A status as a word, with a key for its shape and colour.
#[derive(Clone, Debug, Serialize)]
pub struct StatusTag {
    /// Which of the three.
    pub axis: &'static str,
    /// Which value.
    pub key: &'static str,
    /// The word.
    pub label: Html,
    /// Why it is not assessed.
    pub reason: Option<Html>,
}

impl StatusTag {
    /// The same with another word, or the word with a mark around it.
    #[must_use]
    pub fn labelled(mut self, mark: impl FnOnce(Html) -> Html) -> Self {
        self.label = mark(std::mem::take(&mut self.label));
        self
    }
}

/// A date in words, within a `time` element.
pub fn date(context: PageContext<'_>, date: Date) -> Html {
    let words = context.texts().formats.date(date);
    Html::trusted(format!("<time datetime=\"{date}\">{}</time>", Html::text(&words)))
}

/// A period in words, as plain text.
pub fn period_text(context: PageContext<'_>, period: Period) -> String {
    let texts = context.texts();
    let year = |year: i16| Arg::from(year.to_string());
    let numbered =
        |id: &str, in_year: i16, number: i8| texts.string(id, &[("number", Arg::Number(f64::from(number), 0)), ("year", year(in_year))]);
    match period {
        Period::Year(of) => of.to_string(),
        Period::HalfYear(of, part) => numbered("period-half-year", of, part.number()),
        Period::Tertial(of, part) => numbered("period-tertial", of, part.number()),
        Period::Quarter(of, part) => numbered("period-quarter", of, part.number()),
        Period::Month(..) => texts.formats.month(period.start()),
        Period::Term(of, Term::Vt) => texts.string("period-vt", &[("year", year(of))]),
        Period::Term(of, Term::Ht) => texts.string("period-ht", &[("year", year(of))]),
        Period::SchoolYear(of) => texts.string("period-school-year", &[("from", year(of)), ("to", year(of + 1))]),
        Period::Interval(interval) => {
            let from = Arg::from(period_text(context, interval.from()));
            match interval.to() {
                Some(to) => texts.string("period-interval", &[("from", from), ("to", Arg::from(period_text(context, to)))]),
                None => texts.string("period-open", &[("from", from)]),
            }
        }
        Period::Day(day) => texts.formats.date(day),
    }
}

/// A period in words.
pub fn period(context: PageContext<'_>, period: Period) -> Html {
    context.own(&period_text(context, period))
}

/// A number with its unit, as plain text.
pub fn amount_text(context: PageContext<'_>, value: f64, unit: (&str, usize)) -> String {
    let (unit, decimals) = unit;
    let id = format!("unit-{unit}");
    let id = if context.texts().entries().contains_key(&id) { id } else { "unit-none".to_owned() };
    context.texts().string(&id, &[("value", Arg::Number(value, decimals))])
}

/// A number with its unit.
pub fn amount(context: PageContext<'_>, value: f64, unit: (&str, usize)) -> Html {
    let id = format!("unit-{}", unit.0);
    let id = if context.texts().entries().contains_key(&id) { id } else { "unit-none".to_owned() };
    context.tf(&id, &[("value", Arg::Number(value, unit.1))])
}

/// The unit and decimals that a target counts in.
pub fn unit_of<'a>(context: PageContext<'a>, target: &'a Target) -> (&'a str, usize) {
    let site = &context.snapshot.site;
    let indicator = target.indicator.as_ref().and_then(|id| site.programme.find(&id.value));
    let facts = indicator.and_then(|page| facts_of(&site.pages, page)?.as_indicator());
    match (facts, &target.unit) {
        (Some(facts), _) => (&facts.unit.value, facts.decimals),
        (None, Some(unit)) => (&unit.value, 0),
        (None, None) if target.form == TargetForm::Share => ("percent", 0),
        (None, None) => ("none", 0),
    }
}

/// A target as a sentence without a full stop.
pub fn target(context: PageContext<'_>, target: &Target) -> Html {
    let unit = unit_of(context, target);
    // "59,7" needs its decimal, "65" does not.
    let decimals = |value: f64| if value.fract() == 0.0 { 0 } else { unit.1.max(1) };
    let value_of = |value: Option<f64>, field: &str| {
        let amount = amount(context, value.unwrap_or_default(), (unit.0, decimals(value.unwrap_or_default())));
        Arg::from(context.of_target(amount, target, field))
    };
    let value = value_of(target.value, "value");
    let when = |when: Period, field: &str| Arg::from(context.of_target(period(context, when), target, field));
    let by = target.by.map(|by| when(by, "by"));
    let words = |id: &str, field: &str| context.of_target(context.t(id), target, field);
    let dated = |id: &str, mut args: Vec<(&'static str, Arg)>| match by.clone() {
        Some(by) => {
            args.push(("by", by));
            context.tf(&format!("{id}-by"), &args)
        }
        None => context.tf(id, &args),
    };
    match target.form {
        TargetForm::Level | TargetForm::Share => match target.bound {
            Bound::AtLeast => dated("target-at-least", vec![("value", value)]),
            Bound::AtMost => dated("target-at-most", vec![("value", value)]),
        },
        TargetForm::Range => dated("target-range", vec![("min", lower_end(context, target)), ("max", value_of(target.max, "max"))]),
        TargetForm::EveryPlace => dated("target-every-place", vec![("value", value)]),
        TargetForm::Direction => match target.direction {
            Some(Desired::Down) => context.of_target(dated("target-decrease", Vec::new()), target, "direction"),
            _ => context.of_target(dated("target-increase", Vec::new()), target, "direction"),
        },
        TargetForm::Milestone => match by {
            Some(by) => context.tf("target-milestone", &[("by", by)]),
            None => words("target-milestone-undated", "form"),
        },
        TargetForm::Quota => quota(context, target, value, value_of(target.max, "max")),
        TargetForm::Cumulative => {
            let during = target.during.map(|during| when(during, "during")).or(by);
            context.tf("target-cumulative", &[("value", value), ("during", during.unwrap_or_else(|| Arg::from(Html::default())))])
        }
        TargetForm::Deferred => match target.set_after {
            Some(after) => context.tf("target-deferred-after", &[("when", when(after, "set_after"))]),
            None => words("target-deferred", "form"),
        },
        TargetForm::Text => words("target-text", "form"),
    }
}

/// The lower end of a range, whose unit stands at the upper.
fn lower_end(context: PageContext<'_>, target: &Target) -> Arg {
    let number = Html::text(&context.texts().formats.number(target.value.unwrap_or_default(), 0));
    Arg::from(context.of_target(number, target, "value"))
}

fn quota(context: PageContext<'_>, target: &Target, value: Arg, max: Arg) -> Html {
    let per = match target.per {
        Some(Per::Grain(grain)) => context.t(&format!("quota-per-{}", grain.key())),
        Some(Per::Period) => context.t("quota-per-period"),
        Some(Per::Day) => context.t("quota-per-day"),
        Some(Per::Person) => context.t("quota-per-person"),
        None => context.t("quota-per-year"),
    };
    let per = ("per", Arg::from(context.of_target(per, target, "per")));
    let during = |during| Arg::from(context.of_target(period(context, during), target, "during"));
    match (target.max, target.during) {
        (Some(_), _) => context.tf("target-quota-range", &[("min", lower_end(context, target)), ("max", max), per]),
        (None, Some(window)) => context.tf("target-quota-during", &[("value", value), per, ("during", during(window))]),
        (None, None) => context.tf("target-quota", &[("value", value), per]),
    }
}

/// A cost as a phrase; `item` is where it stands.
pub fn cost(context: PageContext<'_>, cost: &Cost, item: Item) -> Html {
    let sum = |value: f64, field: &str| {
        let value = Arg::Number(value, if value.fract() == 0.0 { 0 } else { 2 });
        let sum = match cost.currency.as_deref() {
            Some("SEK") | None => context.tf("amount-sek", &[("value", value)]),
            Some(currency) => context.tf("amount-other", &[("value", value), ("currency", Arg::from(currency))]),
        };
        Arg::from(context.item(sum, item, field))
    };
    let amount = cost.min.map(|min| match cost.max {
        Some(max) => context.tf("cost-range", &[("min", sum(min, "min")), ("max", sum(max, "max"))]),
        None if cost.approximate => context.tf("cost-amount-about", &[("amount", sum(min, "min"))]),
        None => context.tf("cost-amount", &[("amount", sum(min, "min"))]),
    });
    let amount = amount.map(|amount| per_and_years(context, cost, amount, item));
    let words = |id: &str| context.item(context.t(id), item, "form");
    match (cost.form, amount) {
        (CostForm::Conditional, Some(amount)) => context.tf("cost-conditional", &[("amount", Arg::from(amount))]),
        (CostForm::Conditional, None) => words("cost-conditional-open"),
        (CostForm::External, None) => words("cost-external"),
        (CostForm::WithinBudget, None) => words("cost-within-budget"),
        (_, Some(amount)) => amount,
        (CostForm::Amount | CostForm::Missing, None) => words("cost-missing"),
    }
}

fn per_and_years(context: PageContext<'_>, cost: &Cost, mut amount: Html, item: Item) -> Html {
    if !cost.per.is_empty() {
        let words: Vec<String> = cost.per.iter().map(|per| context.texts().plain(&format!("cost-per-{per}"))).collect();
        let list = context.texts().formats.list(&words);
        let list = context.item(Html::text(&list), item, "per");
        amount = context.tf("cost-per", &[("amount", Arg::from(amount)), ("per", Arg::from(list))]);
    }
    if let Some(years) = cost.years {
        let years = context.item(period(context, years), item, "years");
        amount = context.tf("cost-years", &[("amount", Arg::from(amount)), ("years", Arg::from(years))]);
    }
    amount
}

/// How an assignment is followed up, a line each; `item` is where it stands.
pub fn plan(context: PageContext<'_>, plan: &FollowUpPlan, item: Item) -> Vec<Html> {
    let mut lines = Vec::new();
    if !plan.cadence.is_empty() {
        lines.push(context.tf("plan-cadence", &[("cadence", Arg::from(context.item(cadences(context, &plan.cadence), item, "cadence")))]));
    }
    if let Some(lead) = &plan.lead {
        lines.push(context.tf("plan-lead", &[("lead", Arg::from(context.item(context.source_text(lead), item, "lead")))]));
    }
    if let Some(to) = &plan.reports_to {
        lines.push(context.tf("plan-reports-to", &[("to", Arg::from(context.item(context.source_text(to), item, "reports_to")))]));
    }
    lines
}

/// "varje tertial och varje år".
pub fn cadences(context: PageContext<'_>, cadences: &[Cadence]) -> Html {
    let words: Vec<String> = cadences.iter().map(|cadence| context.texts().plain(&format!("cadence-{}", cadence.key()))).collect();
    Html::text(&context.texts().formats.list(&words))
}

/// How far the work has come.
pub fn implementation(context: PageContext<'_>, state: Implementation) -> StatusTag {
    StatusTag { axis: "implementation", key: state.key(), label: context.t(&format!("implementation-{}", state.key())), reason: None }
}

/// How far a target is reached.
pub fn fulfilment(context: PageContext<'_>, state: Fulfilment) -> StatusTag {
    let reason = state.reason().map(|reason| context.t(&format!("reason-{}", reason.key())));
    StatusTag { axis: "fulfilment", key: state.key(), label: context.t(&format!("fulfilment-{}", state.key())), reason }
}

/// Whether follow-ups have come.
pub fn reporting(context: PageContext<'_>, state: Reporting) -> StatusTag {
    StatusTag { axis: "reporting", key: state.key(), label: context.t(&format!("reporting-{}", state.key())), reason: None }
}

/// "18 av 21 uppföljningar lämnade", of those that are due or have come.
pub fn coverage(context: PageContext<'_>, id: &str, tally: Tally) -> Html {
    match (tally.owed, tally.due) {
        (0, _) => context.t("coverage-none"),
        (_, 0) => context.t("coverage-expected"),
        (_, due) => context.tf(id, &[("received", Arg::from(tally.received)), ("owed", Arg::from(due))]),
    }
}

/// The unit and decimals of an indicator.
pub fn indicator_unit(facts: &Indicator) -> (&str, usize) {
    (&facts.unit.value, facts.decimals)
}

/// A target's title for other pages to refer to: the words of its owner.
pub fn target_owner(context: PageContext<'_>, id: TargetId) -> Html {
    context.title(id.owner)
}
