//! The parts of a site that are known before its addresses are.

use super::data::TableId;
use super::{Approved, Pages, Programme, Progress};
use crate::config::Config;
use crate::period::{Date, Period};
use std::collections::BTreeMap;

/// What routes, lists and the pages that the program makes follow from.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The tree of pages.
    pub pages: &'a Pages,
    /// The programme.
    pub programme: &'a Programme,
    /// How it goes.
    pub progress: &'a Progress,
    /// Periods whose figures were approved.
    pub approved: &'a BTreeMap<Period, Approved>,
    /// The tables of open data.
    pub tables: &'a [TableId],
    /// The day that "late" is judged by.
    pub today: Date,
}
