//! The form that a body fills in for a period: what it owes, with all that is known already, in Swedish, the language
//! of those who fill it in. What it says is read back as it stands, so a form that nobody has touched changes nothing.
//!
//! Plain values: which sheets, columns and cells there are. [`xlsx`] alone knows how a workbook is made of them.

mod assignments;
mod figures;
mod guide;
mod report;
mod words;
pub mod xlsx;

use crate::config::LanguageId;
use crate::period::{Date, Period};
use crate::site::PageId;
use crate::site::programme::facts_of;
use crate::site::reporting::{Duty, ReportDuty, Scope};
use crate::snapshot::Snapshot;
use crate::view::{PageContext, phrase};

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// Name of its file.
    pub file: String,
    /// What it is.
    pub title: String,
    /// The site that it is for.
    pub site: String,
    /// Who asks.
    pub organisation: String,
    /// The day that it was made for: a clock would make each file another.
    pub made: Date,
    /// The last day to hand it in, if anything is owed.
    pub due: Option<Date>,
    /// How to fill it in: the first sheet, which is not read.
    pub guide: Vec<Line>,
    /// The sheets to fill in.
    pub tables: Vec<SheetTable>,
}

/// A line of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The title of the whole.
    Title(String),
    /// What stands below the title.
    Lead(String),
    /// What must be known first.
    Notice(String),
    /// The heading of what follows.
    Heading(String),
    /// A word and what there is to say of it.
    Entry(String, String),
    /// Space between parts.
    Space,
}

/// A sheet to fill in.
#[derive(Clone, Debug)]
pub struct SheetTable {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many of the first columns stay in sight.
    pub pinned: u16,
    /// How many lines of text each row has room for at least.
    pub room: usize,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<SheetCell>>,
}

impl SheetTable {
    /// The table without those of some columns that no row says anything in.
    #[must_use]
    fn without_blank(mut self, heads: &[&str]) -> Self {
        let blank = |at: usize| self.rows.iter().all(|row| row.get(at).is_none_or(|cell| *cell == SheetCell::Blank));
        let kept: Vec<bool> = self.columns.iter().enumerate().map(|(at, column)| !heads.contains(&column.head) || !blank(at)).collect();
        let mut keep = kept.iter();
        self.columns.retain(|_| keep.next().is_none_or(|keep| *keep));
        for row in &mut self.rows {
            let mut keep = kept.iter();
            row.retain(|_| keep.next().is_none_or(|keep| *keep));
        }
        self
    }
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head, as the reader of tables knows it but for å, ä, ö and the capital letter.
    pub head: &'static str,
    /// How many letters of it are seen.
    pub width: u16,
    /// What it is there for.
    pub purpose: Purpose,
    /// What it means, in one or two sentences.
    pub help: String,
}

impl Column {
    fn new(head: &'static str, width: u16, purpose: Purpose, help: impl Into<String>) -> Self {
        Self { head, width, purpose, help: help.into() }
    }
}

/// What a column is there for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Says what the row is about, and is read: locked.
    Key,
    /// Tells the one who fills in the row, and is not read: locked.
    Context,
    /// To be filled in with text.
    Text,
    /// To be filled in with one of these.
    Choice(Vec<String>),
    /// To be filled in with a number.
    Number,
    /// To be filled in with a date.
    Date,
}

impl Purpose {
    /// Whether it is to be filled in.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Key | Self::Context)
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Blank,
    /// Text, whatever it looks like.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(Date),
}

impl SheetCell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Blank, Self::text)
    }

    fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Blank, Self::Date)
    }
}

/// Makes the form of a body for a period.
pub fn workbook(snapshot: &Snapshot, body: PageId, period: Period) -> Form {
    let asked = Asked::new(snapshot, body, period);
    let tables = [assignments::table(asked), figures::table(asked), report::table(asked)];
    let tables: Vec<SheetTable> = tables.into_iter().flatten().filter(|table| !table.rows.is_empty()).collect();
    let dues = asked.duties().map(|duty| duty.due).chain(asked.reports().map(|report| report.due));
    let (config, language) = (&snapshot.config, asked.reader.language);
    Form {
        file: file_name(&asked.id(body), period),
        title: format!("Uppföljning {}: {}", asked.in_words(period), asked.reader.plain_title(body)),
        site: config.title.get(config, language).0.to_owned(),
        organisation: config.organisation.get(config, language).0.to_owned(),
        made: snapshot.site.today,
        due: dues.min(),
        guide: guide::lines(asked, &tables),
        tables,
    }
}

/// The periods that a body owes something for or has reported for, in order.
pub fn periods(snapshot: &Snapshot, body: PageId) -> Vec<Period> {
    let (programme, progress) = (&snapshot.site.programme, &snapshot.site.progress);
    let owed = progress.duties.of(body).iter().map(|duty| duty.period);
    let reports = progress.reports.of(body).iter().map(|report| report.period);
    let came = programme.follow_ups.values().flatten().filter(|reported| reported.body == Some(body)).map(|reported| reported.row.period);
    let sections = programme.sections.keys().filter(|(of, _)| *of == body).map(|(_, period)| *period);
    let mut periods: Vec<Period> = owed.chain(reports).chain(came).chain(sections).collect();
    periods.sort();
    periods.dedup();
    periods
}

/// The folder of a period's forms.
pub fn folder_name(period: Period) -> String {
    format!("uppfoljning-{}", period.file_name())
}

/// `uppfoljning-soc-2009.xlsx`.
fn file_name(body: &str, period: Period) -> String {
    format!("uppfoljning-{}-{}.xlsx", safe(body), period.file_name())
}

/// An id in signs that every file system takes.
fn safe(id: &str) -> String {
    id.replace(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '_' | '.'), "-")
}

/// What a form is asked for.
#[derive(Clone, Copy)]
struct Asked<'a> {
    reader: PageContext<'a>,
    body: PageId,
    period: Period,
}

impl<'a> Asked<'a> {
    fn new(snapshot: &'a Snapshot, body: PageId, period: Period) -> Self {
        let language = snapshot.config.find_language("sv").unwrap_or(LanguageId::SOURCE);
        Self { reader: PageContext::new(snapshot, language), body, period }
    }

    fn id(self, page: PageId) -> String {
        let facts = facts_of(&self.reader.snapshot.site.pages, page);
        facts.and_then(|facts| facts.id()).map(|id| id.value.clone()).unwrap_or_default()
    }

    /// The follow-ups that the body owes for the period.
    fn duties(self) -> impl Iterator<Item = &'a Duty> {
        self.reader.snapshot.site.progress.duties.within(self.body, Scope::Period(self.period))
    }

    /// The report that it owes as a whole.
    fn reports(self) -> impl Iterator<Item = &'a ReportDuty> {
        let reports = self.reader.snapshot.site.progress.reports.of(self.body).iter();
        reports.filter(move |report| report.period == self.period)
    }

    fn in_words(self, period: Period) -> String {
        phrase::period_text(self.reader, period)
    }

    fn date_in_words(self, date: Date) -> String {
        self.reader.texts().formats.date(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_that_every_system_takes() {
        let cases = [
            ("soc", "2009", "uppfoljning-soc-2009.xlsx"),
            ("soc", "2009-T1", "uppfoljning-soc-2009-T1.xlsx"),
            ("a/b", "2008/09", "uppfoljning-a-b-2008_09.xlsx"),
            ("soc", "2008..2010", "uppfoljning-soc-2008--2010.xlsx"),
            ("soc", "2008..", "uppfoljning-soc-2008--.xlsx"),
        ];
        for (body, period, expected) in cases {
            let period = Period::parse(period).expect("this is a period");
            assert_eq!(file_name(body, period), expected);
        }
    }

    #[test]
    fn leaves_out_columns_that_say_nothing() {
        let column = |head| Column::new(head, 8, Purpose::Key, "");
        let table = SheetTable {
            name: "",
            columns: vec![column("a"), column("b"), column("c")],
            pinned: 1,
            room: 1,
            rows: vec![vec![SheetCell::Blank, SheetCell::Blank, SheetCell::text("x")]],
        };
        let table = table.without_blank(&["b", "c"]);
        assert_eq!(table.columns.iter().map(|column| column.head).collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(table.rows, [[SheetCell::Blank, SheetCell::text("x")]]);
    }
}
