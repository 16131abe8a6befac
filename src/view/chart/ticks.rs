//! Chooses places on an axis: round ones, and those whose labels fit. Does not format them.

use super::Tick;

/// Steps the range is divided into, about: more crowd the grid (at most ten light lines).
const STEPS: f64 = 5.0;

/// Chooses three to seven evenly spaced round numbers that enclose both values.
///
/// Steps are 1, 2 or 5 times a power of ten. Returns nothing when a value is not finite.
#[must_use]
pub fn nice_ticks(min: f64, max: f64) -> Vec<f64> {
    let (low, high) = enclosing(min, max);
    let rough = (high - low) / STEPS;
    if !(rough.is_finite() && rough > 0.0) {
        return Vec::new();
    }
    let (factor, exponent) = round_step(rough);
    let power = 10_f64.powi(exponent.abs());
    // Dividing by a whole power of ten keeps 0.3 from becoming 0.30000000000000004.
    let value = |index: f64| {
        let scaled = index * factor;
        if exponent < 0 { scaled / power } else { scaled * power }
    };
    let step = value(1.0);
    let first = (low / step + 1e-9).floor();
    let last = (high / step - 1e-9).ceil();
    // Counting up to a limit ends also where adding one no longer changes a float.
    (0..=10_u8).map(|count| first + f64::from(count)).take_while(|index| *index <= last).map(|index| value(index) + 0.0).collect()
}

/// The ticks that fit, each with its place: every one, every second, every third and so on,
/// always with the last.
///
/// The function tells the place of a tick and the room its label needs there.
pub(super) fn spaced<'t>(ticks: &'t [Tick], place: impl Fn(&Tick) -> (f64, f64)) -> Vec<(f64, &'t Tick)> {
    let ticks: Vec<&Tick> = ticks.iter().filter(|tick| tick.at.is_finite()).collect();
    let every = |step: usize| -> Vec<&'t Tick> {
        let mut kept: Vec<&Tick> = ticks.iter().rev().step_by(step).copied().collect();
        kept.reverse();
        kept
    };
    let fits = |kept: &[&Tick]| {
        kept.iter().zip(kept.iter().skip(1)).all(|(one, next)| {
            let ((here, room), (there, other)) = (place(one), place(next));
            (there - here).abs() >= f64::midpoint(room, other)
        })
    };
    let kept = (1..=ticks.len()).map(every).find(|kept| fits(kept)).unwrap_or_default();
    kept.into_iter().map(|tick| (place(tick).0, tick)).collect()
}

/// Orders the values and opens a range between equal ones.
fn enclosing(min: f64, max: f64) -> (f64, f64) {
    let (low, high) = if min <= max { (min, max) } else { (max, min) };
    if high > low {
        (low, high)
    } else {
        let room = (low.abs() * 0.1).max(1.0);
        (low - room, high + room)
    }
}

/// The next round step at or above the rough one, as factor and power of ten.
fn round_step(rough: f64) -> (f64, i32) {
    let mut exponent = -300;
    while exponent < 307 && 10_f64.powi(exponent + 1) <= rough * (1.0 + 1e-9) {
        exponent += 1;
    }
    let rest = rough / 10_f64.powi(exponent);
    let limit = 1.0 + 1e-9;
    if rest <= limit {
        (1.0, exponent)
    } else if rest <= 2.0 * limit {
        (2.0, exponent)
    } else if rest <= 5.0 * limit {
        (5.0, exponent)
    } else {
        (1.0, exponent + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::nice_ticks;

    #[test]
    fn round_numbers_enclose_the_values() {
        let table: &[(f64, f64, &[f64])] = &[
            (0.0, 100.0, &[0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
            (25.0, 60.0, &[20.0, 30.0, 40.0, 50.0, 60.0]),
            (56.7, 65.0, &[56.0, 58.0, 60.0, 62.0, 64.0, 66.0]),
            (60.0, 25.0, &[20.0, 30.0, 40.0, 50.0, 60.0]),
            (0.1, 0.3, &[0.1, 0.15, 0.2, 0.25, 0.3]),
            (-1.0, 1.0, &[-1.0, -0.5, 0.0, 0.5, 1.0]),
            (48.0, 48.0, &[42.0, 44.0, 46.0, 48.0, 50.0, 52.0, 54.0]),
            (0.0, 0.0, &[-1.0, -0.5, 0.0, 0.5, 1.0]),
            (f64::NAN, 1.0, &[]),
            (0.0, f64::INFINITY, &[]),
            (f64::MIN, f64::MAX, &[]),
        ];
        for (min, max, expect) in table {
            assert_eq!(&nice_ticks(*min, *max), expect, "{min} to {max}");
        }
        assert!(nice_ticks(1e17, 1e17 + 16.0).len() < 12);
    }
}
