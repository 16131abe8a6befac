//! Figures as charts: chooses what is drawn and words its labels; `chart` does the drawing.

use super::table::{no_value, worst_first};
use super::{Figure, Line, LineKey, MOST_LINES, Split, decision_date, resolved, successor};
use crate::document::data::Sex;
use crate::document::facts::Target;
use crate::locale;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::PageId;
use crate::site::programme::{Measured, TargetId};
use crate::status::{Assessment, Fulfilment};
use crate::view::chart::{
    self, BarChart, BarGroup, Break, Direction, DotPlot, DotRow, DotWords, Event, LineChart, Multiples, Point, Reading, Series, TargetLine,
    TargetStep, Tick, Verdict,
};
use crate::view::{PageContext, phrase};

/// The direction that a chart's labels run in.
pub(super) fn direction(context: PageContext<'_>) -> Direction {
    match context.locale().direction {
        locale::Direction::LeftToRight => Direction::LeftToRight,
        locale::Direction::RightToLeft => Direction::RightToLeft,
    }
}

impl Figure<'_> {
    /// The values over time: in one field, or in a field each where they are many.
    pub(super) fn lines(&self, id: &str, first: Period, last: Period) -> String {
        let context = self.context;
        let range = [("from", Arg::from(phrase::period_text(context, first))), ("to", Arg::from(phrase::period_text(context, last)))];
        let (id, name) = (id.to_owned(), context.plain_title(self.indicator));
        let description = context.texts().string("chart-description", &range);
        let series = self.lines.iter().map(|line| self.series(line)).collect();
        let targets = self.targets.iter().filter_map(|target| self.step(*target)).collect();
        let (direction, x, y) = (direction(context), self.x_ticks(), self.y_ticks(self.values(), true));
        if self.lines.len() > MOST_LINES {
            return chart::multiples(&Multiples { id, name, description, direction, x, y, panels: series, targets });
        }
        let events = self.targets.iter().filter_map(|target| self.event(*target)).collect();
        let breaks = self.breaks(first, last);
        chart::line(&LineChart { id, name, description, direction, x, y, series, targets, events, breaks })
    }

    /// The values of one period side by side, by sex where they are known so.
    pub(super) fn bars(&self, id: &str, period: Period) -> String {
        let context = self.context;
        let sexes = self.sexes(period);
        let bar = |page: PageId, sex: Option<Sex>| self.reading(self.find(page, sex, period));
        let group = |page: PageId| BarGroup { label: context.plain_title(page), bars: sexes.iter().map(|sex| bar(page, *sex)).collect() };
        let sex_name = |sex: Option<Sex>| sex.map(|sex| context.texts().plain(&format!("sex-{}", sex.key())));
        chart::bars(&BarChart {
            id: id.to_owned(),
            name: context.plain_title(self.indicator),
            description: context.texts().string("bars-description", &[("period", Arg::from(phrase::period_text(context, period)))]),
            direction: direction(context),
            series: sexes.iter().map(|sex| sex_name(*sex).unwrap_or_default()).collect(),
            groups: self.parts(period).into_iter().map(group).collect(),
            target: self.every_place().and_then(|target| self.target_line(target)),
        })
    }

    /// Each place's latest value on one scale, with the target that every place is to reach.
    pub(super) fn dots(&self, id: &str, target: TargetId) -> Option<String> {
        let context = self.context;
        let places = worst_first(context, target)?;
        let points = places.iter().filter_map(|(_, own)| own.as_ref()).flat_map(|own| [own.inputs.baseline, own.inputs.latest]);
        let values: Vec<f64> = points.flatten().map(|point| point.value).collect();
        let word = |id: &str| context.texts().plain(id);
        Some(chart::dots(&DotPlot {
            id: id.to_owned(),
            name: context.plain_title(self.indicator),
            description: word("dots-description"),
            direction: direction(context),
            ticks: self.y_ticks(values, false),
            rows: places.into_iter().map(|(area, own)| self.dot_row(*area, own.as_ref())).collect(),
            target: self.target_line(target),
            words: DotWords {
                met: word("dots-met"),
                not_met: word("dots-not-met"),
                unjudged: word("fulfilment-not-assessed"),
                baseline: word("input-baseline"),
            },
        }))
    }

    fn dot_row(&self, area: PageId, own: Option<&Assessment>) -> DotRow {
        let context = self.context;
        let latest = own.and_then(|own| own.inputs.latest);
        let measured = latest.and_then(|point| context.observed(self.indicator, Some(area), point.period?));
        let label =
            latest.map_or_else(|| context.texts().plain("not-measured"), |point| phrase::amount_text(context, point.value, self.unit()));
        let label = match measured {
            Some(measured) => context.measured_text(label, measured),
            None => label,
        };
        let verdict = match (latest, own.map(|own| own.status)) {
            (None, _) | (_, None) => Verdict::Unjudged,
            (_, Some(Fulfilment::Met)) => Verdict::Met,
            _ => Verdict::NotMet,
        };
        DotRow {
            label: context.plain_title(area),
            latest: Reading { value: latest.map(|point| point.value), label },
            verdict,
            baseline: own.and_then(|own| own.inputs.baseline).map(|point| point.value),
        }
    }

    fn target_line(&self, target: TargetId) -> Option<TargetLine> {
        let target = resolved(self.context, target)?;
        let value = target.value?;
        Some(TargetLine { value, label: self.target_label(target, value) })
    }

    fn target_label(&self, target: &Target, value: f64) -> String {
        let amount = phrase::amount_text(self.context, value, (self.unit().0, usize::from(value.fract() != 0.0)));
        let amount = self.context.target_text(amount, target, "value");
        self.context.texts().string("chart-target", &[("value", Arg::from(amount))])
    }

    fn reading(&self, measured: Option<&Measured>) -> Reading {
        let value = measured.and_then(|measured| measured.row.value);
        let label = value
            .map_or_else(|| self.context.texts().plain(no_value(measured)), |value| phrase::amount_text(self.context, value, self.unit()));
        let label = match measured.filter(|_| value.is_some()) {
            Some(measured) => self.context.measured_text(label, measured),
            None => label,
        };
        Reading { value, label }
    }

    /// The sexes that values of a period are known by; one nameless column where they are not.
    pub(super) fn sexes(&self, period: Period) -> Vec<Option<Sex>> {
        let known = |sex: Sex| self.at(period).any(|measured| measured.sex == Some(sex));
        let sexes: Vec<Option<Sex>> = Sex::ALL.into_iter().filter(|sex| known(*sex)).map(Some).collect();
        if sexes.is_empty() { vec![None] } else { sexes }
    }

    /// The places or bodies with a value of a period, those with the highest totals first.
    pub(super) fn parts(&self, period: Period) -> Vec<PageId> {
        let mut parts: Vec<PageId> = self.at(period).filter_map(|measured| measured.area.or(measured.body)).collect();
        parts.sort_unstable();
        parts.dedup();
        let value = |page: PageId| {
            let all = [None, Some(Sex::Women), Some(Sex::Men)].into_iter();
            all.filter_map(|sex| self.find(page, sex, period)?.row.value).next().unwrap_or(f64::MIN)
        };
        parts.sort_by(|a, b| value(*b).total_cmp(&value(*a)));
        parts
    }

    /// A place's or body's value of a period.
    pub(super) fn find(&self, page: PageId, sex: Option<Sex>, period: Period) -> Option<&Measured> {
        self.at(period).find(|measured| measured.area.or(measured.body) == Some(page) && measured.sex == sex)
    }

    fn x_ticks(&self) -> Vec<Tick> {
        let tick = |period: Period| Tick { at: period.decimal_end(), label: phrase::period_text(self.context, period) };
        self.periods().into_iter().map(tick).collect()
    }

    fn values(&self) -> Vec<f64> {
        self.rows().filter_map(|measured| measured.row.value).collect()
    }

    /// Ticks that hold some values and the targets; from zero, where lengths or heights are compared.
    fn y_ticks(&self, values: Vec<f64>, from_zero: bool) -> Vec<Tick> {
        let goals = self.targets.iter().filter_map(|target| resolved(self.context, *target)?.value);
        let (low, high) =
            values.into_iter().chain(goals).fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        // Shares and counts start at zero; an index may not, or its changes would be too small to see.
        let from_zero = from_zero && self.unit().0 != "index";
        let low = if from_zero { low.min(0.0) } else { low - (high - low) * 0.2 };
        // There is no half brochure.
        let whole = |at: &f64| self.unit().1 > 0 || at.fract() == 0.0;
        let ticks = chart::nice_ticks(low, high).into_iter().filter(whole);
        ticks.map(|at| Tick { at, label: self.context.texts().formats.number(at, usize::from(at.fract() != 0.0)) }).collect()
    }

    fn series(&self, line: &Line<'_>) -> Series {
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        let mut previous: Option<Period> = None;
        for measured in &line.rows {
            let period = measured.row.period;
            // Values before and after a change of definition are not joined.
            if self.facts.breaks.iter().any(|change| previous.is_some_and(|previous| previous < change.from && change.from <= period)) {
                runs.push(Vec::new());
            }
            previous = Some(period);
            match measured.row.value {
                Some(value) => {
                    let label = self.context.measured_text(phrase::amount_text(self.context, value, self.unit()), measured);
                    let point = Point { x: period.decimal_end(), y: value, label };
                    if let Some(run) = runs.last_mut() {
                        run.push(point);
                    }
                }
                // A missing value breaks the line: nothing is drawn across what is not known.
                None => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        // The total of a chart by place stands beside places, so it needs a name of its own.
        let label = match (line.key, self.split) {
            (LineKey::Total, Split::Areas | Split::Bodies | Split::Sexes) => self.context.texts().plain("chart-series-total"),
            (key, _) => self.plain_name(key),
        };
        Series { label, runs }
    }

    /// Where the definition changed, within the chart.
    fn breaks(&self, first: Period, last: Period) -> Vec<Break> {
        let periods = self.periods();
        let label = self.context.texts().plain("chart-break");
        let between = |from: Period| {
            let (old, new): (Vec<Period>, Vec<Period>) = periods.iter().copied().partition(|period| *period < from);
            // Halfway between the last value of the old kind and the first of the new.
            Some((old.last()?.decimal_end() + new.first()?.decimal_end()) / 2.0)
        };
        let within = self.facts.breaks.iter().filter(|change| first < change.from && change.from <= last);
        within.filter_map(|change| Some(Break { x: between(change.from)?, label: label.clone() })).collect()
    }

    fn step(&self, id: TargetId) -> Option<TargetStep> {
        let context = self.context;
        let target = resolved(context, id)?;
        let value = target.value?;
        // A target changed in the course of a year is drawn from the day of the decision.
        let decided = |target: &Target| decision_date(context, target).map(|date| Period::Day(date).decimal_start());
        let from = decided(target).or(target.valid.map(|valid| valid.decimal_start())).unwrap_or(f64::NEG_INFINITY);
        let replaced_by = successor(context, id);
        let ends = target.valid.filter(|valid| !valid.is_open() && replaced_by.is_some()).map(|valid| valid.decimal_end());
        let to = replaced_by.and_then(decided).or(ends).unwrap_or(f64::INFINITY);
        Some(TargetStep { from, to, value, label: self.target_label(target, value) })
    }

    fn event(&self, id: TargetId) -> Option<Event> {
        let texts = self.context.texts();
        let target = resolved(self.context, id)?;
        target.supersedes.as_ref()?;
        let date = decision_date(self.context, target)?;
        let kind = texts.plain("decision-target-changed");
        let label = texts.string("decision-on", &[("kind", Arg::from(kind)), ("date", Arg::from(texts.formats.date(date)))]);
        Some(Event { x: Period::Day(date).decimal_start(), label })
    }
}
