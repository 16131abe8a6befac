//! Disclosure control for small counts of persons: which counts must be marked as confidential, and
//! what else must be left out so that a marked one cannot be worked out from totals.
//!
//! Knows no pages and no files: the caller numbers its periods, places, sexes and bodies, and asks
//! once for each indicator that counts persons.
//!
//! # What it protects against
//!
//! Subtraction, however long the chain: no set of published sums (places, sexes and bodies into their
//! totals, shorter periods into longer ones) has only one answer for a count that is left out. Also
//! the plainest use of the fact that counts are never negative: where what is left of a total is
//! zero, all of it is zero.
//!
//! # What it does not protect against
//!
//! Narrow ranges (what is left of a total is 1, so one of two is 1 and the other 0), what is known
//! from elsewhere or from an earlier version of the site, a difference between two totals that are
//! not sums of each other, a zero that says something of everybody in a group, and shares: the
//! caller leaves out a share with a part that is left out, and gives what is left (denominator less
//! numerator) as a count of its own: 32 of 33 is about one person, too. Rounded figures protect more
//! than they are given credit for here.
//!
//! What is missing from the data is taken for unknown, and also, where nothing else was published of
//! it, for zero, as a reader may take it: what is left out is safe either way.

use std::collections::{BTreeMap, BTreeSet};

/// One count: of a period, and of one part or the total of each dimension. The keys are the
/// caller's own numbers; `None` is the total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountCell {
    /// What the caller knows it by.
    pub id: usize,
    /// The period.
    pub period: u32,
    /// The place.
    pub area: Option<u32>,
    /// The sex.
    pub sex: Option<u32>,
    /// The body.
    pub body: Option<u32>,
    /// The count; none if it is missing, or already taken out.
    pub value: Option<f64>,
    /// Whether it is marked as confidential.
    pub confidential: bool,
}

/// What a count is split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Places.
    Area,
    /// Sexes.
    Sex,
    /// Bodies.
    Body,
}

/// A period that is the sum of others, such as a year of its tertials. It counts where each of them
/// has figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodSum {
    /// The longer one.
    pub whole: u32,
    /// The shorter ones, all of them.
    pub parts: Vec<u32>,
}

/// What is done about zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zeros {
    /// They are published: a zero is about nobody. So does Statistics Sweden, whose own method since
    /// 2025 changes only what is greater than zero (scb.se/FAQ-CKM).
    #[default]
    Open,
    /// They must be marked like other small counts, where a zero tells something of everybody else.
    Guarded,
}

/// How counts are guarded.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Counts below it must be marked.
    pub limit: f64,
    /// Whether zeros must be, too.
    pub zeros: Zeros,
    /// The dimensions whose parts are known not to make up their total, such as some places of many.
    /// For all others they are taken to, which is the safe side.
    pub partial: &'a [Dimension],
    /// Which periods are sums of others.
    pub sums: &'a [PeriodSum],
}

/// Why a count is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is marked as confidential.
    Primary,
    /// With it, one that is left out could be worked out.
    Secondary,
}

/// What must be done about a table of counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guarded {
    /// Small counts that nobody has marked, in the order given: reasons to stop.
    pub unmarked: Vec<usize>,
    /// What must be left out, and why.
    pub suppressed: BTreeMap<usize, Why>,
    /// Counts that can be worked out whatever else is left out, because the figures contradict each
    /// other: reasons to stop. Empty for any table that adds up.
    pub exposed: Vec<usize>,
}

/// Finds the small counts that are not marked, and what must be left out for those that are.
///
/// In each sum where a single count is left out, the smallest other one that is not zero is left out
/// with it, a part rather than the total, until no such sum is left; then the sums are solved
/// together, and more is left out until none of what is left out has only one answer.
pub fn guard(cells: &[CountCell], rules: &Rules<'_>) -> Guarded {
    let small = |value: f64| value < rules.limit && (value > 0.0 || value == 0.0 && rules.zeros == Zeros::Guarded);
    let unmarked = cells.iter().filter(|cell| !cell.confidential && cell.value.is_some_and(small)).map(|cell| cell.id).collect();
    let mut hidden: BTreeSet<CountKey> = cells.iter().filter(|cell| cell.confidential).map(CountKey::of).collect();
    let mut exposed = BTreeSet::new();
    if !hidden.is_empty() {
        let open = cells.iter().filter(|cell| !hidden.contains(&CountKey::of(cell)));
        let mut published: BTreeMap<CountKey, f64> = open.filter_map(|cell| Some((CountKey::of(cell), cell.value?))).collect();
        let frame = Frame::new(cells, rules);
        for periods in frame.groups() {
            if hidden.iter().any(|place| periods.contains(&place.period)) {
                let lines = frame.lines(&periods, rules.partial);
                exposed.extend(Sums { published: &mut published, hidden: &mut hidden, lines }.protect());
            }
        }
    }
    let why = |cell: &CountCell| if cell.confidential { Why::Primary } else { Why::Secondary };
    let at = |places: &BTreeSet<CountKey>| cells.iter().copied().filter(|cell| places.contains(&CountKey::of(cell))).collect::<Vec<_>>();
    Guarded {
        unmarked,
        suppressed: at(&hidden).iter().map(|cell| (cell.id, why(cell))).collect(),
        exposed: at(&exposed).iter().map(|cell| cell.id).collect(),
    }
}

/// Where a count stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CountKey {
    period: u32,
    keys: [Option<u32>; 3],
}

impl CountKey {
    fn of(cell: &CountCell) -> Self {
        Self { period: cell.period, keys: [cell.area, cell.sex, cell.body] }
    }

    /// Gives itself in another part, or the total, of a dimension.
    fn with(mut self, dimension: usize, key: Option<u32>) -> Self {
        if let Some(own) = self.keys.get_mut(dimension) {
            *own = key;
        }
        self
    }

    fn key(self, dimension: usize) -> Option<u32> {
        self.keys.get(dimension).copied().flatten()
    }

    /// Gives how many dimensions it is the total of.
    fn totals(self) -> usize {
        self.keys.iter().filter(|key| key.is_none()).count()
    }

    /// Gives every total that it is a part of, itself included, within its period.
    fn wider(self) -> impl Iterator<Item = Self> {
        (0..8).map(move |mask| {
            (0..3).filter(|dimension| mask >> dimension & 1 == 1).fold(self, |place, dimension| place.with(dimension, None))
        })
    }
}

/// A total and all its parts.
#[derive(Debug)]
struct Line {
    total: CountKey,
    parts: Vec<CountKey>,
}

impl Line {
    fn places(&self) -> impl Iterator<Item = CountKey> {
        std::iter::once(self.total).chain(self.parts.iter().copied())
    }
}

/// Periods that hang together, and all their sums.
struct Sums<'a> {
    published: &'a mut BTreeMap<CountKey, f64>,
    hidden: &'a mut BTreeSet<CountKey>,
    lines: Vec<Line>,
}

impl Sums<'_> {
    /// Gives the count that is published at a place.
    fn published(&self, place: CountKey) -> Option<f64> {
        self.published.get(&place).copied()
    }

    /// Leaves out what must be, and gives what cannot be protected.
    fn protect(self) -> BTreeSet<CountKey> {
        let mut exposed = BTreeSet::new();
        loop {
            let next = self.lone().or_else(|| self.solved(&mut exposed));
            let Some(next) = next else { return exposed };
            self.published.remove(&next);
            self.hidden.insert(next);
        }
    }

    /// Finds what to leave out beside the only count that a sum lacks.
    fn lone(&self) -> Option<CountKey> {
        self.lines.iter().find_map(|line| {
            let mut lacking = line.places().filter(|place| self.published(*place).is_none());
            let only = lacking.next().filter(|place| self.hidden.contains(place));
            only.filter(|_| lacking.next().is_none()).and_then(|_| self.cheapest(&[line]))
        })
    }

    /// Finds what to leave out for a count that can be worked out from several sums together.
    fn solved(&self, exposed: &mut BTreeSet<CountKey>) -> Option<CountKey> {
        let mut seen = BTreeSet::new();
        let own = self.lines.iter().flat_map(Line::places).filter(|place| self.hidden.contains(place));
        for from in own.collect::<BTreeSet<_>>() {
            if seen.contains(&from) {
                continue;
            }
            let (lines, members) = self.component(from);
            for place in self.answers(&lines).into_keys().filter(|place| self.hidden.contains(place)) {
                let near: Vec<&Line> = lines.iter().copied().filter(|line| line.places().any(|other| other == place)).collect();
                match self.cheapest(&near).or_else(|| self.cheapest(&lines)) {
                    Some(next) => return Some(next),
                    None => exposed.insert(place),
                };
            }
            seen.extend(members);
        }
        None
    }

    /// Gives the published count that is least missed: not zero before zero, a part before a total,
    /// then the smallest. Among zeros a total goes first, for another zero hides nothing.
    fn cheapest(&self, lines: &[&Line]) -> Option<CountKey> {
        let places = lines.iter().flat_map(|line| line.places().map(|place| (place, place == line.total)));
        let known = places.filter_map(|(place, total)| Some((place, total, self.published(place)?)));
        let rank = |(place, total, value): &(CountKey, bool, f64)| (*value == 0.0, *total != (*value == 0.0), place.totals());
        let first = known.min_by(|one, other| rank(one).cmp(&rank(other)).then(one.2.total_cmp(&other.2)).then(one.0.cmp(&other.0)));
        first.map(|(place, ..)| place)
    }

    /// Gathers the sums that hang together with a place through what is not published.
    fn component(&self, from: CountKey) -> (Vec<&Line>, BTreeSet<CountKey>) {
        let mut lines = BTreeSet::new();
        let mut members = BTreeSet::from([from]);
        loop {
            let before = lines.len();
            for (at, line) in self.lines.iter().enumerate() {
                if !lines.contains(&at) && line.places().any(|place| members.contains(&place)) {
                    lines.insert(at);
                    members.extend(line.places().filter(|place| self.published(*place).is_none()));
                }
            }
            if lines.len() == before {
                return (lines.into_iter().filter_map(|at| self.lines.get(at)).collect(), members);
            }
        }
    }

    /// Gives what is not published and has only one answer, with the answer where it is at hand.
    fn answers(&self, lines: &[&Line]) -> BTreeMap<CountKey, Option<f64>> {
        let mut known = BTreeMap::new();
        loop {
            let before = known.len();
            for line in lines {
                self.conclude(line, &mut known);
            }
            if known.len() == before {
                let rows = lines.iter().map(|line| self.row(line, &known));
                known.extend(solve(rows).into_iter().map(|place| (place, None)));
            }
            if known.len() == before {
                return known;
            }
        }
    }

    /// Concludes from one sum: the only unknown is the rest, and where the rest is nothing, each of
    /// its parts is.
    fn conclude(&self, line: &Line, known: &mut BTreeMap<CountKey, Option<f64>>) {
        let value = |place: CountKey| self.published(place).map(Some).or_else(|| known.get(&place).copied());
        let unknown: Vec<CountKey> = line.parts.iter().copied().filter(|part| value(*part).is_none()).collect();
        let parts: Option<f64> = line.parts.iter().filter_map(|part| value(*part)).sum();
        let (answer, places) = match (value(line.total), unknown.as_slice()) {
            (None, []) => (parts, vec![line.total]),
            (Some(total), [_, ..]) => {
                let rest = total.zip(parts).map(|(total, parts)| total - parts);
                // Counts are whole: less than half a person is a binary fraction.
                let nothing = rest.is_some_and(|rest| rest.abs() < 0.5);
                if !nothing && unknown.len() > 1 {
                    return;
                }
                (if nothing { Some(0.0) } else { rest }, unknown)
            }
            _ => return,
        };
        known.extend(places.into_iter().map(|place| (place, answer)));
    }

    /// Gives the unknowns of a sum: the total less its parts.
    fn row(&self, line: &Line, known: &BTreeMap<CountKey, Option<f64>>) -> Row {
        let unknown = |place: &CountKey| self.published(*place).is_none() && !known.contains_key(place);
        let parts = line.parts.iter().map(|part| (*part, PRIME - 1));
        std::iter::once((line.total, 1)).chain(parts).filter(|(place, _)| unknown(place)).collect()
    }
}

/// The places that sums are made of: those of the data, and those that a reader can fill in.
struct Frame<'a> {
    /// Those of the data.
    given: BTreeSet<CountKey>,
    sums: Vec<&'a PeriodSum>,
    /// Each period and all that it is a part of, itself included.
    longer: BTreeMap<u32, BTreeSet<u32>>,
    /// Totals of something that is in the data.
    totals: BTreeSet<CountKey>,
}

impl<'a> Frame<'a> {
    fn new(cells: &[CountCell], rules: &Rules<'a>) -> Self {
        let given: BTreeSet<CountKey> = cells.iter().map(CountKey::of).collect();
        let mut periods: BTreeSet<u32> = given.iter().map(|place| place.period).collect();
        let mut sums: Vec<&PeriodSum> = Vec::new();
        loop {
            let complete = |sum: &&PeriodSum| !sum.parts.contains(&sum.whole) && sum.parts.iter().all(|part| periods.contains(part));
            let whole: Vec<&PeriodSum> = rules.sums.iter().filter(|sum| !sum.parts.is_empty()).filter(complete).collect();
            periods.extend(whole.iter().map(|sum| sum.whole));
            if whole.len() == sums.len() {
                break;
            }
            sums = whole;
        }
        let mut longer: BTreeMap<u32, BTreeSet<u32>> = periods.iter().map(|period| (*period, BTreeSet::from([*period]))).collect();
        // As many rounds as there can be levels.
        for _ in &sums {
            for sum in &sums {
                let above = longer.get(&sum.whole).cloned().unwrap_or_default();
                for part in &sum.parts {
                    longer.entry(*part).or_default().extend(&above);
                }
            }
        }
        let mut frame = Self { given, sums, longer, totals: BTreeSet::new() };
        frame.totals = frame.given.iter().flat_map(|place| frame.wider(*place).filter(move |wide| wide != place)).collect();
        frame
    }

    /// Gives every total that a place is a part of, itself included.
    fn wider(&self, place: CountKey) -> impl Iterator<Item = CountKey> {
        let periods = self.longer.get(&place.period).into_iter().flatten();
        periods.flat_map(move |period| place.wider().map(|wide| CountKey { period: *period, ..wide }))
    }

    /// Gives all sums of periods that hang together.
    fn lines(&self, periods: &BTreeSet<u32>, partial: &[Dimension]) -> Vec<Line> {
        let mut lines = Vec::new();
        let own = || self.given.iter().filter(|place| periods.contains(&place.period));
        let keys: [BTreeSet<u32>; 3] = std::array::from_fn(|dimension| own().filter_map(|place| place.key(dimension)).collect());
        let mut places: Vec<CountKey> = periods.iter().map(|period| CountKey { period: *period, keys: [None; 3] }).collect();
        for (dimension, keys) in keys.iter().enumerate() {
            let split = |place: &CountKey| keys.iter().map(|key| place.with(dimension, Some(*key))).collect::<Vec<_>>();
            places.extend(places.iter().flat_map(split).collect::<Vec<_>>());
        }
        for (dimension, (keys, name)) in keys.iter().zip([Dimension::Area, Dimension::Sex, Dimension::Body]).enumerate() {
            let whole = !partial.contains(&name) && !keys.is_empty();
            for total in places.iter().copied().filter(|place| whole && place.key(dimension).is_none()) {
                let parts: Vec<CountKey> = keys.iter().map(|key| total.with(dimension, Some(*key))).collect();
                lines.extend(self.guessed(dimension, total, &parts));
                lines.push(Line { total, parts });
            }
        }
        for sum in self.sums.iter().filter(|sum| periods.contains(&sum.whole)) {
            let parts = |total: CountKey| sum.parts.iter().map(|part| CountKey { period: *part, ..total }).collect();
            let totals = places.iter().copied().filter(|place| place.period == sum.whole);
            lines.extend(totals.map(|total| Line { total, parts: parts(total) }));
        }
        lines
    }

    /// Gives the sum as it is for a reader who takes missing parts for zero. Not those that are
    /// somehow published, as part of another total or as the total of something: they are there.
    fn guessed(&self, dimension: usize, total: CountKey, parts: &[CountKey]) -> Option<Line> {
        let is_there = |part: CountKey| {
            let mut wider = self.wider(part).filter(|wide| wide.key(dimension) == part.key(dimension));
            self.totals.contains(&part) || wider.any(|wide| self.given.contains(&wide))
        };
        let there: Vec<CountKey> = parts.iter().copied().filter(|part| is_there(*part)).collect();
        let some = there.iter().any(|part| self.given.contains(part));
        (some && there.len() < parts.len()).then_some(Line { total, parts: there })
    }

    /// Gathers the periods that hang together through sums.
    fn groups(&self) -> Vec<BTreeSet<u32>> {
        let mut groups: Vec<BTreeSet<u32>> = self.longer.values().cloned().collect();
        let mut joined: Vec<BTreeSet<u32>> = Vec::new();
        while let Some(mut group) = groups.pop() {
            while let Some(at) = groups.iter().position(|other| !other.is_disjoint(&group)) {
                group.extend(groups.swap_remove(at));
            }
            joined.push(group);
        }
        joined.sort();
        joined
    }
}

/// The unknowns of an equation and their coefficients.
type Row = BTreeMap<CountKey, u64>;

/// Coefficients are counted modulo this prime (the Mersenne prime of 61 bits): exact, where binary
/// fractions would make a zero look like a number.
const PRIME: u64 = (1 << 61) - 1;

/// Gives the unknowns that the equations determine, by Gauss and Jordan: those that end up alone.
fn solve(rows: impl Iterator<Item = Row>) -> Vec<CountKey> {
    let mut done: BTreeMap<CountKey, Row> = BTreeMap::new();
    for mut row in rows {
        let pivots: Vec<(CountKey, u64)> =
            row.iter().filter(|(place, _)| done.contains_key(place)).map(|(place, times)| (*place, *times)).collect();
        for (pivot, times) in pivots {
            done.get(&pivot).into_iter().for_each(|other| subtract(&mut row, other, times));
        }
        let Some((pivot, first)) = row.first_key_value().map(|(place, first)| (*place, *first)) else { continue };
        let inverse = power(first, PRIME - 2);
        row.values_mut().for_each(|own| *own = times(*own, inverse));
        for other in done.values_mut() {
            if let Some(own) = other.get(&pivot).copied() {
                subtract(other, &row, own);
            }
        }
        done.insert(pivot, row);
    }
    done.into_iter().filter(|(_, row)| row.len() == 1).map(|(pivot, _)| pivot).collect()
}

/// Subtracts a row so many times.
fn subtract(row: &mut Row, other: &Row, count: u64) {
    for (place, own) in other {
        let left = (row.get(place).copied().unwrap_or(0) + PRIME - times(*own, count)) % PRIME;
        if left == 0 {
            row.remove(place)
        } else {
            row.insert(*place, left)
        };
    }
}

fn times(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

fn power(base: u64, exponent: u64) -> u64 {
    (0..u64::BITS).rev().fold(1, |result, bit| {
        let square = times(result, result);
        if exponent >> bit & 1 == 1 { times(square, base) } else { square }
    })
}

#[cfg(test)]
mod tests;
