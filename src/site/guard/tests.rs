//! Tables of counts, and random tables checked by a separate calculation.

use super::*;

/// Reads cells such as `1/2/-/-=12` (period, place, sex, body, count), `=..` for a missing count and
/// `!` for one marked as confidential; each is known by its order.
fn cells(text: &str) -> Vec<CountCell> {
    let read = |(id, word): (usize, &str)| {
        let (place, value) = word.split_once('=').unwrap();
        let keys: Vec<Option<u32>> = place.split('/').map(|key| key.parse().ok()).collect();
        CountCell {
            id,
            period: keys[0].unwrap(),
            area: keys[1],
            sex: keys[2],
            body: keys[3],
            value: value.trim_end_matches('!').parse().ok(),
            confidential: value.ends_with('!'),
        }
    };
    text.split_whitespace().enumerate().map(read).collect()
}

const PLAIN: Rules<'_> = Rules { limit: 5.0, zeros: Zeros::Open, partial: &[], sums: &[] };

/// Says what is left out, as it was written.
fn hidden(text: &str, found: &Guarded) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let name = |(id, why): (&usize, &Why)| {
        let place = words[*id].split('=').next().unwrap();
        if *why == Why::Primary { format!("{place}!") } else { place.to_owned() }
    };
    found.suppressed.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn small_counts_must_be_marked() {
    let guarded = Rules { zeros: Zeros::Guarded, ..PLAIN };
    #[rustfmt::skip]
    let table: [(&str, Rules<'_>, &[usize]); 9] = [
        ("1/-/-/-=5 1/1/-/-=4.5", PLAIN, &[1]),
        ("1/-/-/-=4 1/1/-/-=1 1/2/-/-=3", PLAIN, &[0, 1, 2]),
        ("1/-/-/-=4! 1/1/-/-=1! 1/2/-/-=3!", PLAIN, &[]),
        ("1/-/-/-=0 1/1/-/-=0", PLAIN, &[]),
        ("1/-/-/-=0 1/1/-/-=0!", guarded, &[0]),
        ("1/-/-/-=.. 1/1/-/-=..", guarded, &[]),
        ("1/-/-/-=4", Rules { limit: 0.0, ..PLAIN }, &[]),
        ("1/-/-/-=-3", PLAIN, &[]),
        ("", PLAIN, &[]),
    ];
    for (text, rules, expect) in table {
        let found = guard(&cells(text), &rules);
        assert_eq!(found.unmarked, expect, "{text}");
        assert!(found.exposed.is_empty(), "{text}");
        assert!(text.contains('!') || found.suppressed.is_empty(), "{text}");
    }
}

#[test]
fn what_is_left_out() {
    let year = [PeriodSum { whole: 9, parts: vec![1, 2, 3] }];
    let halves =
        [PeriodSum { whole: 9, parts: vec![7, 8] }, PeriodSum { whole: 7, parts: vec![1, 2] }, PeriodSum { whole: 8, parts: vec![3, 4] }];
    let some_areas = Rules { partial: &[Dimension::Area], ..PLAIN };
    let years = Rules { sums: &year, ..PLAIN };
    let nested = Rules { sums: &halves, ..PLAIN };
    #[rustfmt::skip]
    let table = [
        // One place marked: the smallest other one goes with it, but not a zero.
        ("1/-/-/-=40 1/1/-/-=3! 1/2/-/-=20 1/3/-/-=17", PLAIN, "1/1/-/-! 1/3/-/-"),
        ("1/-/-/-=23 1/1/-/-=3! 1/2/-/-=20 1/3/-/-=0", PLAIN, "1/1/-/-! 1/2/-/-"),
        ("1/-/-/-=40 1/1/-/-=..! 1/2/-/-=20 1/3/-/-=17", PLAIN, "1/1/-/-! 1/3/-/-"),
        // Two marked hide each other, unless what is left of the total is zero.
        ("1/-/-/-=40 1/1/-/-=3! 1/2/-/-=20! 1/3/-/-=17", PLAIN, "1/1/-/-! 1/2/-/-!"),
        ("1/-/-/-=17 1/1/-/-=..! 1/2/-/-=..! 1/3/-/-=17", PLAIN, "1/1/-/-! 1/2/-/-! 1/3/-/-"),
        // Only zeros beside it, or nothing: the total goes.
        ("1/-/-/-=3 1/1/-/-=3! 1/2/-/-=0", PLAIN, "1/-/-/- 1/1/-/-!"),
        ("1/-/-/-=0 1/1/-/-=0! 1/2/-/-=0", PLAIN, "1/-/-/- 1/1/-/-!"),
        ("1/-/-/-=3 1/1/-/-=3!", PLAIN, "1/-/-/- 1/1/-/-!"),
        // The total itself is marked: one of its parts goes.
        ("1/-/-/-=9! 1/1/-/-=5 1/2/-/-=4", PLAIN, "1/-/-/-! 1/2/-/-"),
        // No total, no sum; some places of many, no sum; another period, no sum.
        ("1/1/-/-=3! 1/2/-/-=20", PLAIN, "1/1/-/-!"),
        ("1/-/-/-=40 1/1/-/-=3! 1/2/-/-=20", some_areas, "1/1/-/-!"),
        ("1/-/-/-=40 2/1/-/-=3! 2/2/-/-=20", PLAIN, "2/1/-/-!"),
        ("1/-/-/-=23 1/1/-/-=3! 1/2/-/-=20 2/-/-/-=23 2/1/-/-=13 2/2/-/-=10", PLAIN, "1/1/-/-! 1/2/-/-"),
        // A missing part is unknown already, but may be taken for zero where nothing else speaks of it.
        ("1/-/-/-=40 1/1/-/-=3! 1/2/-/-=20 1/3/-/-=..", PLAIN, "1/1/-/-!"),
        ("1/-/-/-=23 1/1/-/-=3! 1/2/-/-=20", PLAIN, "1/1/-/-! 1/2/-/-"),
        ("1/-/1/-=23 1/1/1/-=3! 1/2/1/-=20 1/3/2/-=9", PLAIN, "1/1/1/-! 1/2/1/-"),
        // Places by sex: one cell of the middle takes a square with it.
        (
            "1/-/-/-=70 1/-/1/-=30 1/-/2/-=40 1/1/-/-=23 1/1/1/-=3! 1/1/2/-=20 1/2/-/-=47 1/2/1/-=27 1/2/2/-=20",
            PLAIN,
            "1/1/1/-! 1/1/2/- 1/2/1/- 1/2/2/-",
        ),
        // The same without the margins of the places: the sexes' totals and the whole still tell.
        ("1/-/-/-=70 1/1/1/-=3! 1/1/2/-=20 1/2/1/-=27 1/2/2/-=20", PLAIN, "1/1/1/-! 1/1/2/-"),
        // Places and bodies apart: the whole links them.
        ("1/-/-/-=23 1/1/-/-=3! 1/2/-/-=20 1/-/-/1=13 1/-/-/2=10", PLAIN, "1/1/-/-! 1/2/-/-"),
        ("1/-/-/-=..! 1/1/-/-=3 1/2/-/-=20 1/-/-/1=13 1/-/-/2=10", PLAIN, "1/-/-/-! 1/1/-/- 1/-/-/2"),
        // A year and its tertials; nothing follows where a tertial is missing.
        ("9/-/-/-=40 1/-/-/-=3! 2/-/-/-=20 3/-/-/-=17", years, "1/-/-/-! 3/-/-/-"),
        ("9/-/-/-=23 1/-/-/-=3! 2/-/-/-=20", years, "1/-/-/-!"),
        ("9/-/-/-=40 1/-/-/-=3! 2/-/-/-=20 3/-/-/-=17", PLAIN, "1/-/-/-!"),
        (
            "9/-/-/-=90 9/1/-/-=40 9/2/-/-=50 1/-/-/-=23 1/1/-/-=3! 1/2/-/-=20 2/-/-/-=30 2/1/-/-=20 2/2/-/-=10 \
             3/-/-/-=37 3/1/-/-=17 3/2/-/-=20",
            years,
            "1/1/-/-! 1/2/-/- 3/1/-/- 3/2/-/-",
        ),
        // Quarters into a year through half years that were not published.
        ("9/-/-/-=40 1/-/-/-=3! 2/-/-/-=7 3/-/-/-=10 4/-/-/-=20", nested, "1/-/-/-! 2/-/-/-"),
        ("9/-/-/-=40 7/-/-/-=10 1/-/-/-=3! 2/-/-/-=7! 3/-/-/-=10 4/-/-/-=20", nested, "1/-/-/-! 2/-/-/-!"),
        // Two rows for one place: both, or neither.
        ("1/1/-/-=3! 1/1/-/-=3", PLAIN, "1/1/-/-! 1/1/-/-"),
    ];
    for (text, rules, expect) in table {
        let found = guard(&cells(text), &rules);
        assert_eq!(hidden(text, &found), expect, "{text}");
        assert!(found.exposed.is_empty(), "{text}");
    }
}

#[test]
fn equations_are_solved() {
    let place = |period| CountKey { period, keys: [None; 3] };
    let row = |terms: &[(u32, u64)]| -> Row { terms.iter().map(|(period, times)| (place(*period), *times)).collect() };
    let minus = PRIME - 1;
    #[rustfmt::skip]
    let table: [(Vec<Row>, &[u32]); 5] = [
        (vec![], &[]),
        (vec![row(&[(1, 1), (2, 1)])], &[]),
        (vec![row(&[(1, 1), (2, 1)]), row(&[(1, 1), (2, minus)])], &[1, 2]),
        (vec![row(&[(1, 1), (2, 1)]), row(&[(1, 2), (2, 2)])], &[]),
        (vec![row(&[(1, 1), (2, 1), (3, 1)]), row(&[(2, 1), (3, 1)])], &[1]),
    ];
    for (rows, expect) in table {
        assert_eq!(solve(rows.into_iter()), expect.iter().map(|period| place(*period)).collect::<Vec<_>>());
    }
    assert_eq!(times(power(7, PRIME - 2), 7), 1);
}

/// A generator of numbers that gives the same ones each time (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// One random table that adds up: the cells, and which of its smallest counts each is the sum of.
fn random_table(dice: &mut Dice) -> (Vec<CountCell>, Vec<Vec<f64>>) {
    let sizes = [dice.roll(2) * 2 + 1, dice.roll(4) + 1, dice.roll(2) + 1, dice.roll(3) + 1];
    let all = sizes.iter().product::<u64>();
    let counts: Vec<f64> = (0..all).map(|_| [0, 1, 3, 8, 12, 20, 31, 44][dice.roll(8) as usize] as f64).collect();
    let drop = dice.roll(4) * 12;
    let split =
        |at: u64| [at % sizes[0], at / sizes[0] % sizes[1], at / sizes[0] / sizes[1] % sizes[2], at / sizes[0] / sizes[1] / sizes[2]];
    // A dimension of one part has only its total; the last number stands for the total.
    let keys = |dimension: usize| (if sizes[dimension] == 1 { 1 } else { 0 })..=sizes[dimension];
    let mut table = (Vec::new(), Vec::new());
    for (period, area, sex, body) in
        keys(0).flat_map(|p| keys(1).flat_map(move |a| keys(2).flat_map(move |s| keys(3).map(move |b| (p, a, s, b)))))
    {
        let own = [period, area, sex, body];
        let part = |at: u64| split(at).iter().zip(own).zip(sizes).all(|((key, own), size)| own == size || *key == own);
        let sum: Vec<f64> = (0..all).map(|at| if part(at) { 1.0 } else { 0.0 }).collect();
        let value: f64 = sum.iter().zip(&counts).map(|(one, count)| one * count).sum();
        if dice.roll(100) < drop {
            continue;
        }
        let key = |dimension: usize| (own[dimension] != sizes[dimension]).then_some(own[dimension] as u32);
        let confidential = value > 0.0 && value < 5.0;
        table.0.push(CountCell {
            id: table.0.len(),
            period: period as u32,
            area: key(1),
            sex: key(2),
            body: key(3),
            value: Some(value).filter(|_| !confidential || dice.roll(2) == 0),
            confidential,
        });
        table.1.push(sum);
    }
    table
}

/// Takes from a row what others say of it; nothing is left if they say it all.
fn reduce(mut row: Vec<f64>, basis: &[(usize, Vec<f64>)]) -> Vec<f64> {
    for (at, other) in basis {
        let times = row[*at];
        row.iter_mut().zip(other).for_each(|(own, other)| *own -= times * other);
    }
    row
}

/// Enough to meet every shape of table; ten times as many have been run.
const ROUNDS: usize = 60;

#[test]
fn nothing_left_out_can_be_worked_out() {
    let sums = [PeriodSum { whole: 3, parts: vec![0, 1, 2] }];
    let rules = Rules { sums: &sums, ..PLAIN };
    let mut dice = Dice(2009);
    let (mut marked, mut followed, mut all) = (0, 0, 0);
    for round in 0..ROUNDS {
        let (cells, sums) = random_table(&mut dice);
        let found = guard(&cells, &rules);
        assert!(found.unmarked.is_empty() && found.exposed.is_empty(), "table {round}: {found:?}");
        let mut basis: Vec<(usize, Vec<f64>)> = Vec::new();
        for (cell, sum) in cells.iter().zip(&sums).filter(|(cell, _)| !found.suppressed.contains_key(&cell.id)) {
            assert!(!cell.confidential);
            let row = reduce(sum.clone(), &basis);
            let Some(at) = row.iter().position(|number| number.abs() > 1e-6) else { continue };
            let first = row[at];
            basis.push((at, row.into_iter().map(|number| number / first).collect()));
        }
        for id in found.suppressed.keys() {
            let left = reduce(sums[*id].clone(), &basis);
            assert!(left.iter().any(|number| number.abs() > 1e-6), "table {round}: {:?} can be worked out", cells[*id]);
        }
        marked += cells.iter().filter(|cell| cell.confidential).count();
        followed += found.suppressed.values().filter(|why| **why == Why::Secondary).count();
        all += cells.len();
        if cells.iter().all(|cell| !cell.confidential) {
            assert!(found.suppressed.is_empty());
        }
        // What was left out once is enough: a second look at the result finds nothing more.
        let again = cells.iter().map(|cell| CountCell { confidential: found.suppressed.contains_key(&cell.id), ..*cell });
        let again = guard(&again.collect::<Vec<_>>(), &rules);
        assert_eq!(again.suppressed.len(), found.suppressed.len(), "table {round}");
    }
    // Most of a table still stands.
    assert!(followed < (all - marked) * 2 / 3, "{marked} marked, {followed} followed, {all} in all");
}
