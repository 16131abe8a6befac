//! Charts and all that belongs to them: what an indicator's values show, in a picture, a sentence, a table and a file.

pub mod count;
mod draw;
mod finding;
mod table;

use serde::Serialize;

use super::marks::{Item, RowPlace};
use super::{PageContext, phrase};
use crate::document::data::{Finality, Sex};
use crate::document::facts::{Facts, Indicator, Target, TargetForm};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::{Date, Period};
use crate::site::PageId;
use crate::site::data::{DataFile, Format, TableId};
use crate::site::programme::{Measured, TargetId, Values, facts_of};

pub use finding::{latest_change, lower_first, places_finding};
pub use table::{Column, DataTable, Row, places, point_value};

/// A chart with everything that belongs to it.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// What it shows, as a sentence.
    pub finding: Html,
    /// The picture, in a wide and a narrow drawing.
    pub svg: Html,
    /// The same as a table.
    pub table: DataTable,
    /// What must be known to read the values: changed definitions, remarks on single values.
    pub notes: Vec<Html>,
    /// The same as a file.
    pub csv: Csv,
    /// Where the values come from.
    pub source: Html,
    /// The end of the last period.
    pub updated: Option<Html>,
}

/// A link to a data file.
#[derive(Clone, Debug, Serialize)]
pub struct Csv {
    /// Where it is.
    pub href: Html,
    /// The link's text.
    pub label: Html,
}

/// Which values of an indicator a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Split {
    /// The total.
    Total,
    /// By sex.
    Sexes,
    /// By place.
    Areas,
    /// One place.
    Area(PageId),
    /// By body.
    Bodies,
    /// One body.
    Body(PageId),
}

impl Split {
    /// Whether a value belongs to it; those of one sex do only where the sexes are what is compared.
    fn keeps(self, measured: &Measured) -> bool {
        (measured.sex.is_some() == (self == Self::Sexes)) && self.place_of(measured)
    }

    fn place_of(self, measured: &Measured) -> bool {
        match self {
            Self::Total | Self::Sexes => measured.area.is_none() && measured.body.is_none(),
            Self::Areas => measured.area.is_some(),
            Self::Area(area) => measured.area == Some(area),
            Self::Bodies => measured.body.is_some(),
            Self::Body(body) => measured.body == Some(body),
        }
    }
}

/// How a chart shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Over time, as lines: in one field, or, beyond four, in a field each.
    Lines,
    /// The latest values side by side, by sex where they are known so.
    Bars,
    /// The latest values on one scale with the target that each is to reach.
    Dots,
}

/// Who a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKey {
    /// All together.
    Total,
    /// A place or a body.
    Part(PageId),
    /// A sex.
    Sex(Sex),
}

/// One line of a chart.
struct Line<'a> {
    key: LineKey,
    rows: Vec<&'a Measured>,
}

/// What a chart is made from.
struct Figure<'a> {
    context: PageContext<'a>,
    indicator: PageId,
    facts: &'a Indicator,
    split: Split,
    lines: Vec<Line<'a>>,
    targets: &'a [TargetId],
}

/// More lines than this cannot be told apart in one field.
const MOST_LINES: usize = 4;

/// A chart of an indicator, with the targets that are set for it; none without values.
pub fn chart(context: PageContext<'_>, indicator: PageId, split: Split, picture: Picture, targets: &[TargetId]) -> Option<ChartView> {
    let figure = Figure::new(context, indicator, split, targets)?;
    let (first, last) = figure.range()?;
    let shown = if picture == Picture::Lines { first } else { last };
    let id = figure.id(picture);
    let (svg, finding) = match picture {
        Picture::Lines => (figure.lines(&id, first, last), figure.finding()),
        Picture::Bars => (figure.bars(&id, last), figure.spread(last)?),
        Picture::Dots => {
            let target = figure.every_place()?;
            (figure.dots(&id, target)?, figure.places_finding(target)?)
        }
    };
    let table = match picture {
        Picture::Lines => figure.table(&id),
        Picture::Bars => figure.bars_table(&id, last),
        Picture::Dots => places(context, figure.every_place()?)?,
    };
    Some(ChartView {
        finding,
        svg: Html::trusted(svg),
        table,
        notes: figure.notes(shown),
        csv: Csv {
            href: context.href(&DataFile::Table(TableId::Indicator(indicator), Format::Excel).url(&context.snapshot.site.pages)),
            label: context.t("data-csv"),
        },
        source: figure.sources(),
        updated: Some(phrase::date(context, last.end())),
    })
}

/// What an indicator's values say, in a sentence or two; none without values.
pub fn sentence(context: PageContext<'_>, indicator: PageId, targets: &[TargetId]) -> Option<Html> {
    let splits = [Split::Total, Split::Sexes, Split::Areas, Split::Bodies];
    let figure = splits.into_iter().find_map(|split| Figure::new(context, indicator, split, targets))?;
    Some(figure.finding())
}

impl<'a> Figure<'a> {
    fn new(context: PageContext<'a>, indicator: PageId, split: Split, targets: &'a [TargetId]) -> Option<Self> {
        let site = &context.snapshot.site;
        let facts = facts_of(&site.pages, indicator).and_then(Facts::as_indicator)?;
        let rows = site.programme.observations.get(&indicator)?.into_iter().filter(|measured| split.keeps(measured));
        let lines = lines(rows);
        (!lines.is_empty()).then_some(Self { context, indicator, facts, split, lines, targets })
    }

    fn unit(&self) -> (&'a str, usize) {
        phrase::indicator_unit(self.facts)
    }

    fn rows(&self) -> impl Iterator<Item = &'a Measured> {
        self.lines.iter().flat_map(|line| line.rows.iter().copied())
    }

    fn periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = self.rows().map(|measured| measured.row.period).collect();
        periods.sort();
        periods.dedup();
        periods
    }

    fn range(&self) -> Option<(Period, Period)> {
        let periods = self.periods();
        Some((*periods.first()?, *periods.last()?))
    }

    /// All values of one period, those by sex too, of the places or bodies that the chart compares.
    fn at(&self, period: Period) -> impl Iterator<Item = &'a Measured> {
        let all = self.context.snapshot.site.programme.observations.get(&self.indicator).map(Values::all).unwrap_or_default();
        let split = self.split;
        all.iter().filter(move |measured| measured.row.period == period && split.place_of(measured))
    }

    fn id(&self, picture: Picture) -> String {
        let stem = |page: PageId| self.context.snapshot.site.pages.get(page).stem.rsplit('/').next().unwrap_or_default().to_owned();
        let split = match self.split {
            Split::Total => String::new(),
            Split::Sexes => "-sexes".to_owned(),
            Split::Areas => "-areas".to_owned(),
            Split::Bodies => "-bodies".to_owned(),
            Split::Area(page) | Split::Body(page) => format!("-{}", stem(page)),
        };
        let picture = match picture {
            Picture::Lines => "",
            Picture::Bars => "-bars",
            Picture::Dots => "-dots",
        };
        format!("chart-{}{split}{picture}", stem(self.indicator))
    }

    /// A line's values that can be compared with its latest: those since the definition last changed.
    fn comparable<'b>(&self, line: &'b Line<'a>) -> &'b [&'a Measured] {
        let newest = line.rows.last().map(|measured| measured.row.period);
        let since = self.facts.breaks.iter().map(|change| change.from).filter(|from| newest.is_some_and(|newest| *from <= newest)).max();
        let at = line.rows.partition_point(|measured| since.is_some_and(|since| measured.row.period < since));
        line.rows.get(at..).unwrap_or_default()
    }

    /// The name of a line as plain text.
    fn plain_name(&self, key: LineKey) -> String {
        match key {
            LineKey::Total => self.context.plain_title(self.indicator),
            LineKey::Part(page) => self.context.plain_title(page),
            LineKey::Sex(sex) => self.context.texts().plain(&format!("sex-{}", sex.key())),
        }
    }

    /// What must be known of the values from a period on.
    fn notes(&self, from: Period) -> Vec<Html> {
        let context = self.context;
        let last = self.range().map(|(_, last)| last);
        let within = |change: &Period| change.end() >= from.start() && last.is_some_and(|last| *change <= last);
        let changed = self.facts.breaks.iter().filter(|change| within(&change.from));
        let withheld = |measured: &Measured| measured.row.finality == Finality::Confidential;
        let mut notes: Vec<Html> = changed
            .map(|change| {
                let at = self.facts.breaks.iter().position(|other| std::ptr::eq(other, change)).unwrap_or_default();
                let item = Item { page: self.indicator, list: "breaks", index: at };
                let text = context.local_field(&change.text, |html, key| context.item(html, item, &format!("text{key}")));
                let from = context.item(phrase::period(context, change.from), item, "from");
                context.tf("break-note", &[("period", Arg::from(from)), ("text", Arg::from(text))])
            })
            .collect();
        let shown = || self.rows().chain(self.at(from)).filter(|measured| measured.row.period.end() >= from.start());
        notes.extend(shown().any(withheld).then(|| context.t("withheld-note")));
        for measured in shown() {
            let note = measured.row.note.as_deref().map(|note| context.source_text(note));
            let note = note.map(|note| context.cell(note, RowPlace::from(&measured.row), "kommentar"));
            notes.extend(note.filter(|note| !notes.contains(note)));
        }
        notes
    }

    /// The target that every place is to reach, if there is one.
    fn every_place(&self) -> Option<TargetId> {
        let current = self.targets.iter().rev().copied().filter(|target| successor(self.context, *target).is_none());
        current.into_iter().find(|target| resolved(self.context, *target).is_some_and(|terms| terms.form == TargetForm::EveryPlace))
    }
}

/// Rows to lines, each in order of time.
fn lines<'a>(rows: impl Iterator<Item = &'a Measured>) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for row in rows {
        let key = match (row.area.or(row.body), row.sex) {
            (Some(page), _) => LineKey::Part(page),
            (None, Some(sex)) => LineKey::Sex(sex),
            (None, None) => LineKey::Total,
        };
        match lines.iter_mut().find(|line| line.key == key) {
            Some(line) => line.rows.push(row),
            None => lines.push(Line { key, rows: vec![row] }),
        }
    }
    lines
}

/// The target whose terms count.
pub fn resolved(context: PageContext<'_>, id: TargetId) -> Option<&Target> {
    let site = &context.snapshot.site;
    site.programme.target(&site.pages, site.programme.linked(id)?.terms)
}

/// The target that replaced another.
fn successor(context: PageContext<'_>, id: TargetId) -> Option<&Target> {
    let site = &context.snapshot.site;
    site.programme.target(&site.pages, site.programme.linked(id)?.successor?)
}

fn decision_date(context: PageContext<'_>, target: &Target) -> Option<Date> {
    let site = &context.snapshot.site;
    let index = site.programme.find_decision(&target.decided_in.as_ref()?.value)?;
    site.programme.facts(&site.pages)?.decisions.get(index)?.date
}
