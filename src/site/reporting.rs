//! Who owes which report, and whether it has come: follow-ups of assignments, and reports that a body owes as a whole.
//! Needs no figures: a programme without a single indicator has duties all the same.

mod duties;
mod schedule;
mod tally;

use super::PageId;
use crate::period::{Date, Period};
use crate::status::Reporting;

pub use duties::{Duties, ReportDuties};
pub(super) use schedule::DutySchedule;
pub use tally::{Scope, Tally};

/// A follow-up that is owed for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The assignment.
    pub assignment: PageId,
    /// The body that owes it.
    pub body: Option<PageId>,
    /// The period it is about.
    pub period: Period,
    /// The last day to hand it in.
    pub due: Date,
    /// Whether it has come.
    pub state: Reporting,
    /// The day it came, if that was written.
    pub received: Option<Date>,
}

/// A report that a body owes as a whole for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDuty {
    /// The body that owes it.
    pub body: PageId,
    /// The period it is about.
    pub period: Period,
    /// The last day to hand it in.
    pub due: Date,
    /// Whether it has come: partly, when some of its sections have.
    pub state: Reporting,
    /// For each section that the programme asks for, in order, whether it is there.
    pub sections: Vec<bool>,
}

impl ReportDuty {
    /// The state of a section that has not come.
    pub fn missing(&self, today: Date) -> Reporting {
        if today > self.due { Reporting::Late } else { Reporting::Expected }
    }
}
