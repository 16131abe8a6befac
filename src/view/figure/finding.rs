//! What figures say, as whole sentences.

use super::{Figure, Line, LineKey, MOST_LINES, Split, resolved, successor};
use crate::document::data::Finality;
use crate::html::{Html, is_noncharacter};
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::PageId;
use crate::site::programme::{Measured, TargetId};
use crate::view::marks::RowPlace;
use crate::view::{PageContext, phrase};

impl Figure<'_> {
    /// What the values say, and what the target is.
    pub(super) fn finding(&self) -> Html {
        let mut sentences: Vec<Html> = match self.range() {
            Some((_, last)) if self.lines.len() > MOST_LINES => self.spread(last).into_iter().collect(),
            _ => self.lines.iter().map(|line| self.change(line)).collect(),
        };
        sentences.extend(self.target_sentence());
        joined(&sentences)
    }

    /// "Målet är minst 60 % senast 2010."
    fn target_sentence(&self) -> Option<Html> {
        let context = self.context;
        let current = self.targets.iter().rev().find(|target| successor(context, **target).is_none())?;
        let terms = resolved(context, *current).filter(|terms| terms.value.is_some())?;
        let words = phrase::target(context, terms);
        Some(context.tf("finding-target", &[("target", Arg::from(Html::trusted(lower_first(words.as_str()))))]))
    }

    /// Where the values of one period lie, from the lowest to the highest.
    pub(super) fn spread(&self, period: Period) -> Option<Html> {
        let known = self.lines.iter().flat_map(|line| line.rows.iter().map(move |row| (line.key, row)));
        let mut known: Vec<(LineKey, f64, &Measured)> =
            known.filter(|(_, row)| row.row.period == period).filter_map(|(key, row)| Some((key, row.row.value?, *row))).collect();
        known.sort_by(|a, b| a.1.total_cmp(&b.1));
        let ((low, lowest, lowest_row), (high, highest, highest_row)) = (*known.first()?, *known.last()?);
        let amount = |value, row| Arg::from(self.context.measured(phrase::amount(self.context, value, self.unit()), row));
        let args = [
            ("name", Arg::from(self.context.title(self.indicator))),
            ("period", Arg::from(phrase::period(self.context, period))),
            ("from", amount(lowest, lowest_row)),
            ("lowest", Arg::from(self.name(low))),
            ("to", amount(highest, highest_row)),
            ("highest", Arg::from(self.name(high))),
        ];
        Some(self.context.tf(if known.len() > 1 { "finding-spread" } else { "finding-one" }, &args))
    }

    /// How many places are short of a target.
    pub(super) fn places_finding(&self, target: TargetId) -> Option<Html> {
        places_finding(self.context, target)
    }

    fn name(&self, key: LineKey) -> Html {
        match key {
            LineKey::Total => self.context.title(self.indicator),
            // On a place's own page, its name alone does not say what was measured there.
            LineKey::Part(page) if matches!(self.split, Split::Area(_) | Split::Body(_)) => {
                Html::trusted(format!("{} ({})", self.context.title(self.indicator), self.context.title(page)))
            }
            LineKey::Part(page) => self.context.title(page),
            LineKey::Sex(sex) => self.context.t(&format!("sex-{}", sex.key())),
        }
    }

    fn change(&self, line: &Line<'_>) -> Html {
        change(self.context, self.name(line.key), self.comparable(line), self.unit())
    }

    /// Where the values come from.
    pub(super) fn sources(&self) -> Html {
        let mut names: Vec<&str> = self.rows().filter_map(|measured| measured.row.source.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            let entry = self.context.snapshot.site.pages.get(self.indicator).source();
            let source = entry.prose.source.as_deref().map(|source| self.context.source_text(source));
            return source.map(|source| self.context.stated(source, self.indicator, format_args!("source"))).unwrap_or_default();
        }
        let text = self.context.source_text(&names.join("; "));
        // One name is shown once for all values that it is given for; the newest of them stands for them.
        let newest = self.rows().filter(|measured| measured.row.source.is_some()).max_by_key(|measured| measured.row.period);
        match newest {
            Some(measured) if names.len() == 1 => self.context.cell(text, RowPlace::from(&measured.row), "kalla"),
            _ => text,
        }
    }
}

/// How many places are short of the target that each is to reach, and how many are not measured.
pub fn places_finding(context: PageContext<'_>, target: TargetId) -> Option<Html> {
    let progress = context.snapshot.site.progress.subject(target.owner)?.targets.iter().find(|progress| progress.id == target)?;
    let places = progress.places.as_ref()?;
    let terms = resolved(context, target)?;
    let limit = phrase::amount(context, terms.value?, (phrase::unit_of(context, terms).0, 0));
    let limit = context.of_target(limit, terms, "value");
    let (below, total) = (Arg::from(places.all.below.len()), Arg::from(places.all.measured));
    let mut sentences = vec![context.tf("finding-places", &[("below", below), ("total", total), ("limit", Arg::from(limit))])];
    if !places.all.unmeasured.is_empty() {
        sentences.push(context.tf("finding-places-missing", &[("count", Arg::from(places.all.unmeasured.len()))]));
    }
    Some(joined(&sentences))
}

fn joined(sentences: &[Html]) -> Html {
    Html::trusted(sentences.iter().map(Html::as_str).collect::<Vec<_>>().join(" "))
}

/// "minst" within a sentence; other scripts have no capitals.
pub fn lower_first(text: &str) -> String {
    let at = text.find(|character| !is_noncharacter(character)).unwrap_or_default();
    let (mark, text) = text.split_at(at);
    let mut characters = text.chars();
    mark.chars().chain(characters.next().into_iter().flat_map(char::to_lowercase)).chain(characters).collect()
}

fn change(context: PageContext<'_>, name: Html, rows: &[&Measured], unit: (&str, usize)) -> Html {
    let known: Vec<(&Measured, f64)> = rows.iter().filter_map(|measured| Some((*measured, measured.row.value?))).collect();
    let name = ("name", Arg::from(name));
    let value = |value: f64, measured: &Measured| Arg::from(context.measured(phrase::amount(context, value, unit), measured));
    let when = |measured: &Measured| Arg::from(phrase::period(context, measured.row.period));
    match (known.first(), known.last()) {
        (Some((first, from)), Some((last, to))) if known.len() > 1 => {
            let id = match from.total_cmp(to) {
                std::cmp::Ordering::Less => "finding-increased",
                std::cmp::Ordering::Greater => "finding-decreased",
                std::cmp::Ordering::Equal => "finding-unchanged",
            };
            context.tf(id, &[name, ("from", value(*from, first)), ("to", value(*to, last)), ("first", when(first)), ("last", when(last))])
        }
        (Some((row, only)), _) => context.tf("finding-single", &[name, ("to", value(*only, row)), ("last", when(row))]),
        _ if rows.iter().any(|measured| measured.row.finality == Finality::Confidential) => context.tf("finding-withheld", &[name]),
        _ => context.tf("finding-none", &[name]),
    }
}

/// What changed from the last value but one to the last, of the total.
pub fn latest_change(context: PageContext<'_>, indicator: PageId) -> Option<(Period, Html)> {
    let figure = Figure::new(context, indicator, Split::Total, &[])?;
    let line = figure.lines.first()?;
    let known: Vec<&Measured> = figure.comparable(line).iter().copied().filter(|measured| measured.row.value.is_some()).collect();
    let last_two = known.get(known.len().checked_sub(2)?..)?;
    let period = last_two.last()?.row.period;
    Some((period, change(context, context.title(indicator), last_two, figure.unit())))
}
