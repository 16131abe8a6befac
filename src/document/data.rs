//! What data files hold, whatever their format: values, follow-ups, sections of reports.

use super::jsonstat::StatTable;
use super::kolada::KoladaValue;
use crate::period::{Date, Period};
use crate::source::{SourcePath, Span, Spanned};
use crate::status::{Fulfilment, Implementation};
use crate::table::Sign;

/// How final a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// It will not change.
    Final,
    /// It may change.
    Preliminary,
    /// It was changed.
    Revised,
    /// It is missing.
    Missing,
    /// It is withheld to protect persons.
    Confidential,
}

/// The sex that a value is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Women and girls.
    Women,
    /// Men and boys.
    Men,
}

impl Sex {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Women, Self::Men];

    /// The stable key of messages, styles and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Women => "women",
            Self::Men => "men",
        }
    }
}

/// One measured value.
#[derive(Clone, Debug)]
pub struct Observation {
    /// File of the value.
    pub path: SourcePath,
    /// The value's cell, or its row where there is none.
    pub span: Span,
    /// The indicator's id.
    pub indicator: Spanned<String>,
    /// When.
    pub period: Period,
    /// The place's id; `None` for the total.
    pub area: Option<Spanned<String>>,
    /// The body's id; `None` for all.
    pub body: Option<Spanned<String>>,
    /// The sex; `None` for all.
    pub sex: Option<Sex>,
    /// The value, unless missing.
    pub value: Option<f64>,
    /// The sign that stands behind the value.
    pub sign: Option<Sign>,
    /// Numerator and denominator of a share.
    pub parts: Option<(f64, f64)>,
    /// How final it is.
    pub finality: Finality,
    /// Where it comes from.
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// What a body has reported of an assignment or goal for a period.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// File of the row.
    pub path: SourcePath,
    /// The whole row.
    pub span: Span,
    /// Id of the assignment or goal.
    pub subject: Spanned<String>,
    /// The period it is about.
    pub period: Period,
    /// The body that reports.
    pub body: Option<Spanned<String>>,
    /// How far the work has come.
    pub state: Implementation,
    /// The body's own judgement, where no figure decides.
    pub assessment: Option<Fulfilment>,
    /// What it expects for the period's end.
    pub forecast: Option<Fulfilment>,
    /// What it says.
    pub text: String,
    /// Where it is recorded.
    pub evidence: Option<String>,
    /// The day it came.
    pub date: Option<Date>,
    /// The role of who answers for it.
    pub role: Option<String>,
    /// Why the body's own judgement is to stand before what the figures say.
    pub reason: Option<Spanned<String>>,
}

/// One section of a body's report for a period, in programmes that say what a report must hold.
#[derive(Clone, Debug)]
pub struct ReportSection {
    /// File of the row.
    pub path: SourcePath,
    /// The whole row.
    pub span: Span,
    /// The body that reports.
    pub body: Spanned<String>,
    /// The period it is about.
    pub period: Period,
    /// Id of the section, as the programme lists them.
    pub section: Spanned<String>,
    /// What it says.
    pub text: String,
    /// Where it is recorded.
    pub evidence: Option<String>,
    /// The day it came.
    pub date: Option<Date>,
    /// The role of who answers for it.
    pub role: Option<String>,
}

/// What a data file holds.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// Values.
    pub observations: Vec<Observation>,
    /// What was reported of assignments and goals.
    pub follow_ups: Vec<FollowUp>,
    /// What was reported as sections of a whole report.
    pub sections: Vec<ReportSection>,
    /// Values of Kolada, which indicators ask for by its own ids.
    pub kolada: Vec<KoladaValue>,
    /// Whole tables of JSON-stat, of which indicators ask for parts.
    pub tables: Vec<StatTable>,
}

impl Data {
    /// Adds what another file holds.
    pub fn extend(&mut self, other: Self) {
        self.observations.extend(other.observations);
        self.follow_ups.extend(other.follow_ups);
        self.sections.extend(other.sections);
        self.kolada.extend(other.kolada);
        self.tables.extend(other.tables);
    }
}
