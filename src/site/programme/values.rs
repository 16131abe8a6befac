//! The values of an indicator, in an order in which those of a place stand together.

use super::Measured;
use crate::site::PageId;

/// Where values are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The area; `None` for all of them together.
    pub area: Option<PageId>,
    /// The body; `None` for all of them together.
    pub body: Option<PageId>,
}

impl Place {
    fn of(measured: &Measured) -> Self {
        Self { area: measured.area, body: measured.body }
    }
}

/// The values of one indicator, by area, body, sex and period.
#[derive(Clone, Debug, Default)]
pub struct Values {
    rows: Vec<Measured>,
    is_by_body: bool,
}

impl Values {
    /// Sorts values.
    pub(in crate::site) fn new(mut rows: Vec<Measured>) -> Self {
        rows.sort_by_key(|measured| (measured.area, measured.body, measured.sex, measured.row.period));
        Self { is_by_body: rows.iter().any(|measured| measured.body.is_some()), rows }
    }

    /// All of them.
    pub fn all(&self) -> &[Measured] {
        &self.rows
    }

    pub(in crate::site) fn all_mut(&mut self) -> &mut [Measured] {
        &mut self.rows
    }

    /// Whether any of them is about a body.
    pub fn is_by_body(&self) -> bool {
        self.is_by_body
    }

    /// Those of a place, by sex and period.
    pub fn at(&self, place: Place) -> &[Measured] {
        self.between(|measured| Place::of(measured) < place, |measured| Place::of(measured) <= place)
    }

    /// Those of an area, whichever body they are about.
    pub fn of_area(&self, area: PageId) -> &[Measured] {
        self.between(|measured| measured.area < Some(area), |measured| measured.area <= Some(area))
    }

    /// Those of an area, whichever body they are about, or of a body and no area.
    pub fn about(&self, page: PageId) -> impl Iterator<Item = &Measured> {
        self.of_area(page).iter().chain(self.at(Place { area: None, body: Some(page) }))
    }

    fn between(&self, is_before: impl Fn(&Measured) -> bool, is_not_after: impl Fn(&Measured) -> bool) -> &[Measured] {
        let (first, last) = (self.rows.partition_point(is_before), self.rows.partition_point(is_not_after));
        self.rows.get(first..last).unwrap_or_default()
    }
}

impl<'a> IntoIterator for &'a Values {
    type Item = &'a Measured;
    type IntoIter = std::slice::Iter<'a, Measured>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}
