//! The facts that a file states: the programme model as its authors write it, references by id and place.
//! Relations between files are found in [`crate::site`].

mod target;

use super::jsonstat::StatMapping;
use crate::config::LocalText;
use crate::period::{Cadence, Date, Period};
use crate::source::Spanned;
use crate::status::Method;

pub use target::{Baseline, Bound, COST_PER, Cost, CostForm, Desired, Per, Target, TargetForm};

/// An id that refers to something, and where it was written.
pub type Reference = Spanned<String>;

/// The facts of a file, by its kind.
#[derive(Clone, Debug, Default)]
pub enum Facts {
    /// None: plain pages, news, terms, and every translation.
    #[default]
    None,
    /// A programme.
    Programme(Box<Programme>),
    /// A goal.
    Goal(Box<Goal>),
    /// An assignment.
    Assignment(Box<Assignment>),
    /// A body.
    Body(Box<Body>),
    /// A place.
    Area(Box<Area>),
    /// An indicator.
    Indicator(Box<Indicator>),
}

impl Facts {
    /// The id that the file gives to its subject.
    pub fn id(&self) -> Option<&Reference> {
        match self {
            Self::None => None,
            Self::Programme(facts) => Some(&facts.id),
            Self::Goal(facts) => Some(&facts.id),
            Self::Assignment(facts) => Some(&facts.id),
            Self::Body(facts) => Some(&facts.id),
            Self::Area(facts) => Some(&facts.id),
            Self::Indicator(facts) => Some(&facts.id),
        }
    }
}

/// What sort of programme it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeForm {
    /// A programme.
    Programme,
    /// A plan.
    Plan,
    /// A strategy.
    Strategy,
    /// A policy.
    Policy,
    /// An action plan.
    ActionPlan,
}

/// A decided programme.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Its id.
    pub id: Reference,
    /// What sort.
    pub form: ProgrammeForm,
    /// When it is in force.
    pub valid: Option<Spanned<Period>>,
    /// Who has decided it.
    pub owner: Option<String>,
    /// The decisions on it, as written.
    pub decisions: Vec<Decision>,
    /// How often follow-ups are owed unless an assignment says otherwise.
    pub cadence: Vec<Cadence>,
    /// The window that follow-ups are owed for; else the time in force.
    pub periods: Option<Period>,
    /// Days after a period's end until its follow-up is due.
    pub due_days: i32,
    /// The programme's own heads for the columns of its tables, verbatim.
    pub columns: Vec<(DecidedColumn, String)>,
    /// How targets are judged, unless an indicator says otherwise.
    pub assess: Option<Method>,
    /// The report that every body owes as a whole, in programmes that ask for one.
    pub report: Option<ReportRule>,
}

/// A report that bodies owe as a whole, apart from the follow-ups of their assignments.
#[derive(Clone, Debug)]
pub struct ReportRule {
    /// How often.
    pub cadence: Vec<Cadence>,
    /// Days after a period's end until it is due.
    pub due_days: i32,
    /// What each report must hold, in order.
    pub sections: Vec<SectionRule>,
    /// The bodies that owe it; all of them when none is named.
    pub bodies: Vec<Reference>,
}

/// A section that a report must hold.
#[derive(Clone, Debug)]
pub struct SectionRule {
    /// Its id.
    pub id: Reference,
    /// Its heading, by language.
    pub title: LocalText,
}

/// What a decision did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionKind {
    /// The programme was adopted.
    Adopted,
    /// It was revised.
    Revised,
    /// A goal or target was changed.
    TargetChanged,
    /// It was repealed.
    Repealed,
}

/// One decision on a programme.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Its id.
    pub id: Reference,
    /// Its day.
    pub date: Option<Date>,
    /// The body that decided.
    pub by: String,
    /// What it did.
    pub kind: DecisionKind,
    /// Paragraph and register number, as written.
    pub reference: Option<String>,
    /// The words of the document about it.
    pub text: Option<String>,
}

/// The columns that a programme's tables may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecidedColumn {
    /// The goal's own words.
    Goal,
    /// What is to be done.
    Assignment,
    /// How it is followed up.
    FollowUp,
    /// The level of ambition or target.
    Target,
    /// What it costs.
    Cost,
    /// When.
    Schedule,
    /// Who.
    Responsible,
}

impl DecidedColumn {
    /// The cells and their keys, in the order of a programme's table.
    pub const ALL: [(&'static str, Self); 7] = [
        ("goal", Self::Goal),
        ("assignment", Self::Assignment),
        ("follow_up", Self::FollowUp),
        ("target", Self::Target),
        ("cost", Self::Cost),
        ("schedule", Self::Schedule),
        ("responsible", Self::Responsible),
    ];

    /// Its key in front matter.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, cell)| *cell == self).map_or("", |(key, _)| key)
    }
}

/// The decided text of a row, cell by cell, verbatim.
pub type Decided = Vec<(DecidedColumn, String)>;

/// The rank of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoalLevel {
    /// A vision.
    Vision,
    /// A goal of the council.
    Council,
    /// A strategic goal.
    Strategy,
    /// A goal below another.
    SubGoal,
    /// A field of special attention.
    Focus,
    /// An assignment given to all bodies together.
    Joint,
}

impl GoalLevel {
    /// The levels and their keys.
    pub const ALL: [(&'static str, Self); 6] = [
        ("vision", Self::Vision),
        ("council", Self::Council),
        ("strategy", Self::Strategy),
        ("sub-goal", Self::SubGoal),
        ("focus", Self::Focus),
        ("joint", Self::Joint),
    ];

    /// Its key.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, level)| *level == self).map_or("", |(key, _)| key)
    }
}

/// A goal.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its id.
    pub id: Reference,
    /// Its number in the programme.
    pub number: Option<String>,
    /// Its rank.
    pub level: GoalLevel,
    /// Its decided words.
    pub decided: Decided,
    /// The decision that set it.
    pub decided_in: Option<Reference>,
    /// Bodies that answer for it; `all` means every one.
    pub lead: Vec<Reference>,
    /// Its targets.
    pub targets: Vec<Target>,
}

/// Whether an assignment is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignmentState {
    /// In force.
    InForce,
    /// Replaced by another.
    Replaced,
    /// Struck.
    Struck,
}

/// An assignment.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Its id.
    pub id: Reference,
    /// Its number within its body's table.
    pub number: String,
    /// The body that owes it.
    pub body: Reference,
    /// Goals it serves, where the programme says so.
    pub contributes_to: Vec<Reference>,
    /// The row's cells, verbatim.
    pub decided: Decided,
    /// How it is followed up: the reading of the cell.
    pub follow_up: Vec<FollowUpPlan>,
    /// Its targets: the reading of the cell.
    pub targets: Vec<Target>,
    /// Its costs: the reading of the cell.
    pub costs: Vec<Cost>,
    /// Whether it is in force.
    pub state: AssignmentState,
    /// Whether an editor has confirmed the reading of the cells.
    pub confirmed: bool,
}

/// How and how often an assignment is followed up.
#[derive(Clone, Debug, Default)]
pub struct FollowUpPlan {
    /// How, in the programme's words.
    pub method: Option<String>,
    /// How often.
    pub cadence: Vec<Cadence>,
    /// Who does it.
    pub lead: Option<String>,
    /// Who gets it.
    pub reports_to: Option<String>,
}

/// A body that owes assignments.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its id.
    pub id: Reference,
    /// Its number in the programme.
    pub number: Option<String>,
    /// What others' data call it.
    pub codes: Vec<Reference>,
}

/// A place.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its id.
    pub id: Reference,
    /// Its number or code.
    pub number: Option<String>,
    /// What others' data call it: codes of Statistics Sweden and Kolada.
    pub codes: Vec<Reference>,
}

/// How an indicator's values behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndicatorForm {
    /// A state at a time.
    Level,
    /// A count for a period, which can be added up.
    Flow,
    /// A share of a whole.
    Ratio,
    /// A score.
    Index,
    /// Yes or no.
    Binary,
}

/// What an indicator is broken down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// By place.
    Area,
    /// By body.
    Body,
    /// By sex.
    Sex,
}

/// An indicator.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its id.
    pub id: Reference,
    /// Its unit.
    pub unit: Spanned<String>,
    /// Decimals to show.
    pub decimals: usize,
    /// Which way is good.
    pub direction: Desired,
    /// How its values behave.
    pub form: IndicatorForm,
    /// What it is broken down by.
    pub by: Vec<Dimension>,
    /// Whether it counts persons, or is a share of persons counted: such small numbers are not published.
    pub persons: bool,
    /// How targets that it measures are judged; else as the programme says.
    pub assess: Option<Method>,
    /// The value that nothing can pass, such as 100 %, for Open SDG's method.
    pub natural_limit: Option<f64>,
    /// The key figures of Kolada that it is.
    pub kolada: Vec<Reference>,
    /// The part of a table of JSON-stat that it is.
    pub jsonstat: Option<StatMapping>,
    /// Changes of definition: values before and after cannot be compared.
    pub breaks: Vec<Break>,
}

/// A change in how an indicator is made.
#[derive(Clone, Debug)]
pub struct Break {
    /// The first period that is made in the new way.
    pub from: Period,
    /// What changed.
    pub text: LocalText,
}

/// Prose about an indicator, which translations may hold too.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Where the values come from.
    pub source: Option<String>,
    /// How they are made.
    pub method: Option<String>,
    /// Whom they are about.
    pub population: Option<String>,
}
