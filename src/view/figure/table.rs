//! Tables beside charts: the same figures, for those who read rather than look.

use serde::Serialize;

use super::{Figure, LineKey, resolved};
use crate::document::data::{Finality, Sex};
use crate::document::facts::Target;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::PageId;
use crate::site::programme::{Measured, TargetId};
use crate::status::{Assessment, Point};
use crate::view::{PageContext, phrase};

/// A table of data; the first column names the rows.
#[derive(Clone, Debug, Serialize)]
pub struct DataTable {
    /// Unique on the page.
    pub id: String,
    /// What it shows.
    pub caption: Html,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its head.
    pub title: Html,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What it is about.
    pub head: Html,
    /// The other cells.
    pub cells: Vec<Html>,
}

impl Figure<'_> {
    /// The values over time, a column a line, with the target that held.
    pub(super) fn table(&self, id: &str) -> DataTable {
        let context = self.context;
        let mut columns = vec![Column { title: context.t("period-column"), numeric: false }];
        columns.extend(self.lines.iter().map(|line| Column {
            title: match line.key {
                LineKey::Part(page) => context.title(page),
                LineKey::Sex(sex) => context.t(&format!("sex-{}", sex.key())),
                LineKey::Total => context.t("chart-value"),
            },
            numeric: true,
        }));
        let goals: Vec<&Target> =
            self.targets.iter().filter_map(|target| resolved(context, *target)).filter(|target| target.value.is_some()).collect();
        if !goals.is_empty() {
            columns.push(Column { title: context.t("input-target"), numeric: true });
        }
        let row = |period: Period| {
            let value = |line: &super::Line<'_>| self.value(line.rows.iter().find(|measured| measured.row.period == period).copied());
            let mut cells: Vec<Html> = self.lines.iter().map(value).collect();
            if !goals.is_empty() {
                cells.push(self.goal_at(&goals, period));
            }
            Row { head: phrase::period(context, period), cells }
        };
        let rows = self.periods().into_iter().map(row).collect();
        DataTable { id: format!("{id}-table"), caption: self.caption(), columns, rows }
    }

    fn goal_at(&self, goals: &[&Target], period: Period) -> Html {
        let holds = |target: &&&Target| target.valid.is_none_or(|valid| valid.start() <= period.end() && period.end() <= valid.end());
        let Some((target, value)) = goals.iter().find(holds).and_then(|target| Some((target, target.value?))) else {
            return Html::text("–");
        };
        let decimals = usize::from(value.fract() != 0.0);
        self.context.of_target(phrase::amount(self.context, value, (self.unit().0, decimals)), target, "value")
    }

    fn caption(&self) -> Html {
        let id = match self.split {
            super::Split::Areas => "chart-table-caption-areas",
            super::Split::Bodies => "chart-table-caption-bodies",
            super::Split::Sexes => "chart-table-caption-sexes",
            _ => "chart-table-caption",
        };
        self.context.tf(id, &[("name", Arg::from(self.context.title(self.indicator)))])
    }

    /// The values of one period, a row a place or body, a column a sex where there are any.
    pub(super) fn bars_table(&self, id: &str, period: Period) -> DataTable {
        let context = self.context;
        let sexes = self.sexes(period);
        let mut columns = vec![Column { title: self.part_head(), numeric: false }];
        columns.extend(sexes.iter().map(|sex| Column { title: self.sex_head(*sex), numeric: true }));
        let row = |page: PageId| Row {
            head: linked(context, page),
            cells: sexes.iter().map(|sex| self.value(self.find(page, *sex, period))).collect(),
        };
        let rows = self.parts(period).into_iter().map(row).collect();
        let args = [("name", Arg::from(context.title(self.indicator))), ("period", Arg::from(phrase::period(context, period)))];
        DataTable { id: format!("{id}-table"), caption: context.tf("chart-table-caption-latest", &args), columns, rows }
    }

    fn part_head(&self) -> Html {
        self.context.t(if self.split == super::Split::Bodies { "body-column" } else { "area-column" })
    }

    fn sex_head(&self, sex: Option<Sex>) -> Html {
        sex.map_or_else(|| self.context.t("chart-value"), |sex| self.context.t(&format!("sex-{}", sex.key())))
    }

    fn value(&self, measured: Option<&Measured>) -> Html {
        value_cell(self.context, measured, self.unit())
    }
}

fn linked(context: PageContext<'_>, page: PageId) -> Html {
    let link = context.link(page);
    Html::trusted(format!("<a href=\"{}\">{}</a>", link.href, link.title))
}

/// A value, or in words why there is none.
fn value_cell(context: PageContext<'_>, measured: Option<&Measured>, unit: (&str, usize)) -> Html {
    let finality = measured.map(|measured| measured.row.finality);
    let Some(value) = measured.and_then(|measured| measured.row.value) else { return context.t(no_value(measured)) };
    let amount = phrase::amount(context, value, unit);
    let amount = measured.map_or_else(|| amount.clone(), |measured| context.measured(amount.clone(), measured));
    match finality {
        Some(Finality::Preliminary) => context.tf("preliminary-value", &[("value", Arg::from(amount))]),
        Some(Finality::Revised) => context.tf("revised-value", &[("value", Arg::from(amount))]),
        _ => amount,
    }
}

/// The message that says why there is no value.
pub(super) fn no_value(measured: Option<&Measured>) -> &'static str {
    match measured.map(|measured| &measured.row) {
        Some(row) if row.finality == Finality::Confidential => "withheld-value",
        Some(row) if row.parts.is_some_and(|(_, denominator)| denominator == 0.0) => "not-applicable-value",
        _ => "missing-value",
    }
}

/// A table of the places that a target is set for, worst first.
pub fn places(context: PageContext<'_>, target: TargetId) -> Option<DataTable> {
    let terms = resolved(context, target)?;
    let unit = phrase::unit_of(context, terms);
    let row = |(area, own): &(PageId, Option<Assessment>)| {
        let value = |point: Option<Point>| {
            let shown = |point| context.place_value(point_value(context, point, unit), terms, *area, point);
            point.map_or_else(|| context.t("not-measured"), shown)
        };
        let inputs = own.as_ref().map(|own| &own.inputs);
        let status = own.as_ref().map_or_else(|| context.t("not-measured"), |own| phrase::fulfilment(context, own.status).label);
        let cells = vec![value(inputs.and_then(|inputs| inputs.baseline)), value(inputs.and_then(|inputs| inputs.latest)), status];
        Row { head: linked(context, *area), cells }
    };
    let rows = worst_first(context, target)?.into_iter().map(row).collect();
    let titles = [("area-column", false), ("input-baseline", true), ("input-latest", true), ("status-column", false)];
    let columns = titles.into_iter().map(|(id, numeric)| Column { title: context.t(id), numeric }).collect();
    Some(DataTable { id: "places-table".to_owned(), caption: phrase::target(context, terms), columns, rows })
}

/// The places that a target is set for with what their values say, those farthest from it first, unmeasured ones last.
pub(super) fn worst_first(context: PageContext<'_>, target: TargetId) -> Option<Vec<&(PageId, Option<Assessment>)>> {
    let subject = context.snapshot.site.progress.subject(target.owner)?;
    let every = subject.targets.iter().find(|progress| progress.id == target)?.places.as_ref()?;
    let mut each: Vec<&(PageId, Option<Assessment>)> = every.each.iter().collect();
    let margin = |place: &(PageId, Option<Assessment>)| place.1.as_ref().and_then(|own| own.inputs.margin).unwrap_or(f64::MAX);
    each.sort_by(|a, b| margin(a).total_cmp(&margin(b)));
    Some(each)
}

/// A value and when it is from.
pub fn point_value(context: PageContext<'_>, point: Point, unit: (&str, usize)) -> Html {
    let value = phrase::amount(context, point.value, unit);
    match point.period {
        Some(period) => {
            context.tf("input-value-at", &[("value", Arg::from(value)), ("period", Arg::from(phrase::period(context, period)))])
        }
        None => value,
    }
}
