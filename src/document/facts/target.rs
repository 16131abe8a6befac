//! Targets and costs: what an assignment or goal is to reach, and what it may cost.

use super::Reference;
use crate::period::{Grain, Period};
use crate::source::{Span, Spanned};

/// The forms a target can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetForm {
    /// A number to reach.
    Level,
    /// A share to reach.
    Share,
    /// A number each period.
    Quota,
    /// A sum over a window.
    Cumulative,
    /// Between two numbers.
    Range,
    /// Something done by a day.
    Milestone,
    /// More or less of something.
    Direction,
    /// A level in every place.
    EveryPlace,
    /// Words only.
    Text,
    /// To be set later.
    Deferred,
}

/// Whether a target is a floor or a ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desired {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// A value to measure change from, from the programme itself.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The place, when it is of one.
    pub area: Option<Reference>,
    /// The value.
    pub value: f64,
    /// When.
    pub period: Period,
    /// Where it says so.
    pub source: Option<String>,
    /// Its field of the target: `baseline`, or `baselines.1`.
    pub field: String,
}

/// What a number counts, for each of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Each period of a kind.
    Grain(Grain),
    /// The programme's whole time.
    Period,
    /// Each working day.
    Day,
    /// Each person.
    Person,
}

/// A target.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its id.
    pub id: Reference,
    /// Its form.
    pub form: TargetForm,
    /// The words it was read from, when a cell holds several.
    pub text: Option<String>,
    /// What measures it.
    pub indicator: Option<Reference>,
    /// Floor or ceiling.
    pub bound: Bound,
    /// The number.
    pub value: Option<f64>,
    /// The upper end of a range.
    pub max: Option<f64>,
    /// The unit, when no indicator gives it.
    pub unit: Option<Spanned<String>>,
    /// What a quota counts for.
    pub per: Option<Per>,
    /// The way it should go.
    pub direction: Option<Desired>,
    /// Values to measure change from.
    pub baselines: Vec<Baseline>,
    /// When it should be reached.
    pub by: Option<Period>,
    /// The window of a quota or sum.
    pub during: Option<Period>,
    /// The places it is set for; empty means none in particular.
    pub areas: Vec<Reference>,
    /// Whom it is about, in the programme's words.
    pub population: Option<String>,
    /// The decision that set it.
    pub decided_in: Option<Reference>,
    /// When it is in force.
    pub valid: Option<Period>,
    /// The target it replaced.
    pub supersedes: Option<Reference>,
    /// The target it repeats.
    pub same_as: Option<Reference>,
    /// When a deferred target was to be set.
    pub set_after: Option<Period>,
}

/// The forms a cost can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostForm {
    /// Within the ordinary budget.
    WithinBudget,
    /// A sum.
    Amount,
    /// A sum that depends on something.
    Conditional,
    /// Paid by others.
    External,
    /// Not stated.
    Missing,
}

/// A cost.
#[derive(Clone, Debug)]
pub struct Cost {
    /// Where it is stated.
    pub span: Span,
    /// Its form.
    pub form: CostForm,
    /// The sum, or the least of it, in whole units of the currency.
    pub min: Option<f64>,
    /// The most of it.
    pub max: Option<f64>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// What it is for each of: `year`, `place` …
    pub per: Vec<&'static str>,
    /// Whether it is a guess.
    pub approximate: bool,
    /// The years it is for.
    pub years: Option<Period>,
    /// A remark in the programme's words.
    pub note: Option<String>,
}

/// What a cost can be for each of.
pub const COST_PER: [(&str, &str); 5] =
    [("one-off", "one-off"), ("year", "year"), ("place", "place"), ("person", "person"), ("meeting-place", "meeting-place")];
