//! Geometry of a drawing: scales, boxes, free places. Does not know what the boxes hold.

/// Maps values to coordinates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// A scale that spans all finite values.
    pub(super) fn spanning(values: impl Iterator<Item = f64>, start: f64, end: f64) -> Self {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        Self { low, high, start, end }
    }

    /// The coordinate of a value; values outside the scale, also infinite ones, go to its ends.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        if value <= self.low && self.low < self.high {
            self.start
        } else if value >= self.high && self.low < self.high {
            self.end
        } else if share.is_finite() {
            self.start + share * (self.end - self.start)
        } else {
            f64::midpoint(self.start, self.end)
        }
    }
}

/// A box with its left, top, right and bottom edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// The square around a place.
    pub(super) fn around(x: f64, y: f64, reach: f64) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }
}

/// What is drawn already and must not be covered by a label.
#[derive(Debug)]
pub(super) struct Taken {
    bounds: Area,
    areas: Vec<Area>,
}

impl Taken {
    pub(super) fn within(bounds: Area) -> Self {
        Self { bounds, areas: Vec::new() }
    }

    pub(super) fn add(&mut self, area: Area) {
        self.areas.push(area);
    }

    /// Adds a straight line as a row of small squares.
    pub(super) fn add_line(&mut self, from: (f64, f64), to: (f64, f64)) {
        const STEPS: u8 = 100;
        self.areas.extend((0..=STEPS).map(|step| {
            let share = f64::from(step) / f64::from(STEPS);
            let x = from.0 + (to.0 - from.0) * share;
            let y = from.1 + (to.1 - from.1) * share;
            Area::around(x, y, 2.0)
        }));
    }

    /// Adds the straight lines between corners.
    pub(super) fn add_path(&mut self, corners: &[(f64, f64)]) {
        for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
            self.add_line(*from, *to);
        }
    }

    /// Takes the first free one of several places.
    pub(super) fn claim(&mut self, places: impl Iterator<Item = Area>) -> Option<Area> {
        let is_free = |place: &Area| self.bounds.holds(place) && !self.areas.iter().any(|area| area.meets(place));
        let place = places.into_iter().find(is_free)?;
        self.areas.push(place);
        Some(place)
    }
}

/// The parts of an upright line that cross none of the areas; the shortest are left out, as they
/// would look like specks.
pub(super) fn clear(x: f64, top: f64, bottom: f64, areas: &[Area]) -> Vec<(f64, f64)> {
    const LEAST: f64 = 4.0;
    let mut crossed: Vec<&Area> = areas.iter().filter(|area| area.left < x && x < area.right && area.bottom > top).collect();
    crossed.sort_by(|one, other| one.top.total_cmp(&other.top));
    let mut parts = Vec::new();
    let mut start = top;
    for area in crossed {
        parts.push((start, area.top.min(bottom)));
        start = start.max(area.bottom);
    }
    parts.push((start, bottom));
    parts.retain(|(from, to)| to - from >= LEAST);
    parts
}

/// A stretch on one axis that wants to begin at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) start: f64,
    pub(super) length: f64,
}

/// Moves stretches apart as little as needed, inside the limits as far as they fit; keeps the order
/// of the slice.
pub(super) fn spread(stretches: &mut [Stretch], low: f64, high: f64) {
    let mut order: Vec<&mut Stretch> = stretches.iter_mut().collect();
    order.sort_by(|one, other| one.start.total_cmp(&other.start));
    let mut ceiling = high;
    for stretch in order.iter_mut().rev() {
        stretch.start = stretch.start.min(ceiling - stretch.length);
        ceiling = stretch.start;
    }
    let mut floor = low;
    for stretch in &mut order {
        stretch.start = stretch.start.max(floor);
        floor = stretch.start + stretch.length;
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Scale, Stretch, Taken, clear, spread};

    #[test]
    fn values_outside_the_scale_go_to_its_ends() {
        let scale = Scale::spanning([2.0, f64::NAN, 4.0].into_iter(), 0.0, 100.0);
        let table = [(2.0, 0.0), (3.0, 50.0), (9.0, 100.0), (f64::NEG_INFINITY, 0.0), (f64::NAN, 50.0)];
        for (value, expect) in table {
            assert!((scale.at(value) - expect).abs() < 1e-9, "{value}");
        }
        let single = Scale::spanning([7.0].into_iter(), 0.0, 100.0);
        assert!((single.at(7.0) - 50.0).abs() < 1e-9);
        let empty = Scale::spanning([].into_iter(), 0.0, 100.0);
        assert!((empty.at(7.0) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn labels_move_apart_inside_the_limits() {
        let table: &[(&[f64], &[f64])] =
            &[(&[0.0, 50.0], &[0.0, 50.0]), (&[40.0, 45.0], &[35.0, 45.0]), (&[95.0, 94.0], &[90.0, 80.0]), (&[-5.0, 2.0], &[0.0, 10.0])];
        for (starts, expect) in table {
            let mut stretches: Vec<Stretch> = starts.iter().map(|start| Stretch { start: *start, length: 10.0 }).collect();
            spread(&mut stretches, 0.0, 100.0);
            let found: Vec<f64> = stretches.iter().map(|stretch| stretch.start).collect();
            assert_eq!(&found, expect);
        }
    }

    #[test]
    fn an_upright_line_passes_by_what_it_would_cross() {
        let areas = [Area::around(0.0, 50.0, 10.0), Area::around(5.0, 55.0, 10.0), Area::around(30.0, 20.0, 9.0)];
        let table: &[(f64, &[(f64, f64)])] = &[
            (0.0, &[(0.0, 40.0), (65.0, 100.0)]),
            (-7.0, &[(0.0, 40.0), (60.0, 100.0)]),
            (30.0, &[(0.0, 11.0), (29.0, 100.0)]),
            (60.0, &[(0.0, 100.0)]),
        ];
        for (x, expect) in table {
            assert_eq!(&clear(*x, 0.0, 100.0, &areas), expect, "{x}");
        }
        assert_eq!(clear(0.0, 38.0, 60.0, &areas), []);
    }

    #[test]
    fn a_label_takes_the_first_free_place() {
        let mut taken = Taken::within(Area::around(50.0, 50.0, 50.0));
        taken.add_line((0.0, 50.0), (100.0, 50.0));
        let places = [(50.0, 50.0), (99.0, 10.0), (50.0, 70.0)];
        let claim = |taken: &mut Taken| taken.claim(places.iter().map(|(x, y)| Area::around(*x, *y, 8.0)));
        assert_eq!(claim(&mut taken), Some(Area::around(50.0, 70.0, 8.0)));
        assert_eq!(claim(&mut taken), None);
    }
}
