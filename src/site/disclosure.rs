//! Small numbers: finds the counts of persons in the values, has them guarded, and takes out what must not be published.
//! What is taken out here is nowhere else: pages, charts, judgements and data files are all made after.

use std::collections::BTreeSet;

use super::guard::{CountCell, Guarded, PeriodSum, Rules, Zeros, guard};
use super::programme::{Measured, facts_of};
use super::{PageId, Pages, Programme};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::document::data::{Finality, Sex};
use crate::document::facts::{Facts, Indicator, IndicatorForm};
use crate::period::{Grain, Period};

/// Reports counts of fewer persons than the site publishes, and takes out those that are marked, with all that they could
/// be worked out from.
pub(super) fn apply(pages: &Pages, programme: &mut Programme, limit: f64, found: &mut Vec<Diagnostic>) {
    let indicators = programme.indicators.clone();
    for indicator in indicators {
        let Some(facts) = facts_of(pages, indicator).and_then(Facts::as_indicator) else { continue };
        let Some(values) = programme.observations.get_mut(&indicator) else { continue };
        let rows = values.all_mut();
        let marked = rows.iter().any(|measured| measured.row.finality == Finality::Confidential);
        if !facts.persons && !marked {
            continue;
        }
        // What is marked is left out of every indicator; only counts of persons must be marked.
        let limit = if facts.persons { limit } else { 0.0 };
        let numbers = Numbers::new(rows, facts);
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for count in counts(facts) {
            let Guarded { unmarked, suppressed, exposed } = numbers.guard(rows, count, limit);
            found.extend(unmarked.into_iter().filter_map(|row| small(rows.get(row)?, limit)));
            taken.extend(suppressed.into_keys());
            // Figures that contradict each other give no way to hide one: then nothing of the period is published.
            let lost: BTreeSet<Period> = exposed.into_iter().filter_map(|row| Some(rows.get(row)?.row.period)).collect();
            taken.extend((0..rows.len()).filter(|at| rows.get(*at).is_some_and(|measured| lost.contains(&measured.row.period))));
        }
        for (at, measured) in rows.iter_mut().enumerate() {
            if taken.contains(&at) || measured.row.finality == Finality::Confidential {
                measured.guarded = measured.row.finality != Finality::Confidential;
                measured.row.value = None;
                measured.row.parts = None;
                measured.row.finality = Finality::Confidential;
            }
        }
    }
}

/// What a row counts.
type Count = fn(&Measured) -> Option<f64>;

/// The counts that an indicator's rows hold and that add up over places, sexes and bodies.
fn counts(facts: &Indicator) -> Vec<Count> {
    match facts.form {
        IndicatorForm::Level | IndicatorForm::Flow if facts.unit.value != "percent" => vec![|measured| measured.row.value],
        // Those counted, those they are a share of, and those left: 32 of 33 is about one person, too.
        IndicatorForm::Ratio => vec![|measured| Some(measured.row.parts?.0), |measured| Some(measured.row.parts?.1), |measured| {
            measured.row.parts.map(|(numerator, denominator)| denominator - numerator)
        }],
        _ => Vec::new(),
    }
}

/// The numbers that the guard knows periods by, and which periods are sums of others.
struct Numbers {
    periods: Vec<Period>,
    sums: Vec<PeriodSum>,
}

impl Numbers {
    fn new(rows: &[Measured], facts: &Indicator) -> Self {
        let mut periods: Vec<Period> = rows.iter().map(|measured| measured.row.period).collect();
        periods.sort();
        periods.dedup();
        let mut numbers = Self { periods, sums: Vec::new() };
        // Only what happens in a period adds up to what happens in a longer one.
        if matches!(facts.form, IndicatorForm::Flow | IndicatorForm::Ratio) {
            let sums = numbers.periods.iter().flat_map(|whole| Grain::ALL.into_iter().filter_map(|grain| numbers.sum(*whole, grain)));
            numbers.sums = sums.collect();
        }
        numbers
    }

    fn number(&self, period: Period) -> Option<u32> {
        u32::try_from(self.periods.binary_search(&period).ok()?).ok()
    }

    /// The parts of a kind that a period is made of, if there are values for all of them.
    fn sum(&self, whole: Period, grain: Grain) -> Option<PeriodSum> {
        if whole.is_open() || whole.grain() == Some(grain) || grain == Grain::Day {
            return None;
        }
        let parts = grain.within(whole.start(), whole.end());
        let tiles = parts.first()?.start() == whole.start() && parts.last()?.end() == whole.end();
        let numbers: Option<Vec<u32>> = parts.into_iter().map(|part| self.number(part)).collect();
        tiles.then_some(PeriodSum { whole: self.number(whole)?, parts: numbers? })
    }

    fn guard(&self, rows: &[Measured], count: Count, limit: f64) -> Guarded {
        let key = |page: Option<PageId>| page.and_then(|page| u32::try_from(page.index()).ok());
        let cell = |(id, measured): (usize, &Measured)| CountCell {
            id,
            period: self.number(measured.row.period).unwrap_or(u32::MAX),
            area: key(measured.area),
            sex: measured.sex.map(|sex| u32::from(sex == Sex::Men)),
            body: key(measured.body),
            value: count(measured),
            confidential: measured.row.finality == Finality::Confidential,
        };
        let cells: Vec<CountCell> = rows.iter().enumerate().map(cell).collect();
        guard(&cells, &Rules { limit, zeros: Zeros::Open, partial: &[], sums: &self.sums })
    }
}

fn small(measured: &Measured, limit: f64) -> Option<Diagnostic> {
    let row = &measured.row;
    let message = Message::new(
        format!("raden gäller färre än {limit} personer och är inte märkt med sekretess"),
        format!("the row is about fewer than {limit} persons and is not marked as confidential"),
    );
    let help = Message::new(
        "skriv `sekretess` i kolumnen `status`: då visas värdet inte, och inte heller de värden som det kan räknas ut från. \
         Gränsen är `smallest_count` under `[checks]` i site.toml",
        "write `confidential` in the column `status`: then the value is not shown, nor those that it could be worked out from. \
         The limit is `smallest_count` under `[checks]` in site.toml",
    );
    Some(Diagnostic::new(Code::SmallCount, message).at(&row.path, row.span).help(help))
}
