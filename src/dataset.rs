//! The model as tables of typed cells: what files of open data hold, whatever their format. Codes and figures only;
//! what they are called in each language stands beside them.

mod codes;
mod decided;
mod reports;
mod targets;
mod values;

use crate::config::LanguageId;
use crate::period::{Date, Period};
use crate::site::PageId;
use crate::site::data::TableId;
use crate::snapshot::Snapshot;
use crate::status::{Fulfilment, Implementation, Reason, Reporting};

/// A table with all its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which.
    pub id: TableId,
    /// Its columns.
    pub fields: Vec<Field>,
    /// Its rows; each has a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The columns that tell rows apart; none if rows may be equal.
    pub primary_key: Vec<&'static str>,
    /// Columns whose values stand in another table.
    pub foreign_keys: Vec<ForeignKey>,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its head: Swedish, as the reader of data files knows it.
    pub name: String,
    /// Its title for people.
    pub title: Title,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether each row has a value.
    pub required: bool,
    /// Who gets it.
    pub audience: Audience,
}

/// Who gets a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everyone.
    All,
    /// Machines: what people see from another column, and what would keep a file from being read back in.
    Machines,
}

/// The title of a column or the word for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// A message of the catalogue.
    Message(&'static str),
    /// "Title" and the name of a language.
    TitleIn(LanguageId),
}

impl Title {
    /// The words in a language.
    pub fn text(self, snapshot: &Snapshot, language: LanguageId) -> String {
        match self {
            Self::Message(id) => words(snapshot, language, id),
            Self::TitleIn(other) => {
                format!("{} ({})", words(snapshot, language, "column-title"), snapshot.config.language(other).locale.autonym)
            }
        }
    }
}

/// What the cells of a column hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A reporting period in its canonical form.
    Period,
    /// Yes or no.
    Flag,
    /// A web address.
    Address,
    /// One of these codes, each with its word.
    Choice(Vec<(String, Title)>),
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// There is nothing to say, or it is withheld.
    Empty,
    /// There should be a value, and there is none.
    Missing,
    /// Text or a code.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
    /// Yes or no.
    Flag(bool),
}

/// Columns whose values stand in another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The column.
    pub field: &'static str,
    /// The other table, in which `id` is the key.
    pub table: TableId,
}

/// The pattern of [`Kind::Period`], as XPath and ECMA 262 read it alike.
pub const PERIOD_PATTERN: &str = r"^\d{4}(/\d{2}|-H[12]|-T[1-3]|-Q[1-4]|-M(0[1-9]|1[0-2])|-VT|-HT|-\d{2}-\d{2})?(\.\.(\d{4}(/\d{2}|-H[12]|-T[1-3]|-Q[1-4]|-M(0[1-9]|1[0-2])|-VT|-HT|-\d{2}-\d{2})?)?)?$";

/// Makes a table.
pub fn table(snapshot: &Snapshot, id: TableId) -> Table {
    match id {
        TableId::Observations => values::all(snapshot),
        TableId::Indicator(page) => values::indicator(snapshot, page),
        TableId::FollowUps => reports::follow_ups(snapshot),
        TableId::Duties => reports::duties(snapshot),
        TableId::Sections => reports::sections(snapshot),
        TableId::Assignments => decided::assignments(snapshot),
        TableId::Goals => decided::goals(snapshot),
        TableId::Targets => targets::targets(snapshot),
        TableId::Bodies => codes::bodies(snapshot),
        TableId::Areas => codes::areas(snapshot),
        TableId::Indicators => codes::indicators(snapshot),
    }
}

/// All tables of the site.
pub fn tables(snapshot: &Snapshot) -> Vec<Table> {
    snapshot.site.routes.tables().iter().map(|id| table(snapshot, *id)).collect()
}

impl Table {
    /// Its title in a language, and the language that it is in.
    pub fn title(&self, snapshot: &Snapshot, language: LanguageId) -> (String, LanguageId) {
        let id = match self.id {
            TableId::Indicator(page) => {
                let (own, entry) = snapshot.site.version(&snapshot.config, page, language);
                return (entry.title.value.clone(), own);
            }
            TableId::Observations => "data-observations",
            TableId::FollowUps => "data-follow-ups",
            TableId::Assignments => "data-assignments",
            TableId::Goals => "data-goals",
            TableId::Targets => "data-targets",
            TableId::Duties => "data-duties",
            TableId::Sections => "data-sections",
            TableId::Bodies => "data-bodies",
            TableId::Areas => "data-areas",
            TableId::Indicators => "data-indicators",
        };
        (words(snapshot, language, id), language)
    }

    /// What it holds, in a language, for those who meet the table without the site around it.
    pub fn description(&self, snapshot: &Snapshot, language: LanguageId) -> String {
        with_notice(snapshot, language, words(snapshot, language, description(self.id)))
    }

    /// Its name in addresses.
    pub fn name<'a>(&self, snapshot: &'a Snapshot) -> &'a str {
        self.id.name(&snapshot.site.pages)
    }

    /// The first and last day that its rows are about.
    pub fn span(&self) -> Option<(Date, Date)> {
        let periods = self.rows.iter().flatten().filter_map(|cell| if let Cell::Period(period) = cell { Some(period) } else { None });
        let periods: Vec<&Period> = periods.filter(|period| !period.is_open()).collect();
        Some((periods.iter().map(|period| period.start()).min()?, periods.iter().map(|period| period.end()).max()?))
    }

    /// The columns for someone, each with its place in the rows.
    pub fn columns(&self, audience: Audience) -> impl Iterator<Item = (usize, &Field)> {
        let wanted = move |field: &Field| audience == Audience::Machines || field.audience == Audience::All;
        self.fields.iter().enumerate().filter(move |(_, field)| wanted(field))
    }
}

/// The message that says what a table holds.
pub fn description(id: TableId) -> &'static str {
    match id {
        TableId::Observations => "data-observations-text",
        TableId::FollowUps => "data-follow-ups-text",
        TableId::Assignments => "data-assignments-text",
        TableId::Goals => "data-goals-text",
        TableId::Targets => "data-targets-text",
        TableId::Duties => "data-duties-text",
        TableId::Sections => "data-sections-text",
        TableId::Bodies => "data-bodies-text",
        TableId::Areas => "data-areas-text",
        TableId::Indicators => "data-indicators-text",
        TableId::Indicator(_) => "data-indicator-text",
    }
}

/// A demonstration must not be taken for the municipality's own data: whatever describes the data says so.
pub fn with_notice(snapshot: &Snapshot, language: LanguageId, text: String) -> String {
    if snapshot.config.demo { format!("{text} {}", words(snapshot, language, "notice-demo")) } else { text }
}

/// A message as plain text.
pub fn words(snapshot: &Snapshot, language: LanguageId, id: &str) -> String {
    snapshot.catalogues.get(language.index()).map(|catalogue| catalogue.plain(id)).unwrap_or_default()
}

/// The absolute address of a route.
pub fn absolute(snapshot: &Snapshot, url: &str) -> String {
    snapshot.config.absolute(&snapshot.config.path_of(url))
}

impl Field {
    fn new(name: &str, title: &'static str, kind: Kind) -> Self {
        Self { name: name.to_owned(), title: Title::Message(title), kind, required: false, audience: Audience::All }
    }

    fn text(name: &str, title: &'static str) -> Self {
        Self::new(name, title, Kind::Text)
    }

    fn number(name: &str, title: &'static str) -> Self {
        Self::new(name, title, Kind::Number)
    }

    fn required(mut self) -> Self {
        self.required = true;
        self
    }

    fn for_machines(mut self) -> Self {
        self.audience = Audience::Machines;
        self
    }

    /// A period, and for machines its first and last day: no data type knows tertials and terms.
    fn period() -> [Self; 3] {
        [
            Self::new("period", "period-column", Kind::Period).required(),
            Self::new("period_start", "column-period-start", Kind::Date).for_machines(),
            Self::new("period_slut", "column-period-end", Kind::Date).for_machines(),
        ]
    }
}

impl Cell {
    /// Text, unless there is none.
    fn text(text: Option<&str>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Empty, |text| Self::Text(text.to_owned()))
    }

    fn number(value: Option<f64>) -> Self {
        value.filter(|value| value.is_finite()).map_or(Self::Empty, Self::Number)
    }

    fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    fn any_period(period: Option<Period>) -> Self {
        period.map_or(Self::Empty, Self::Period)
    }

    /// The cells of [`Field::period`].
    fn period(period: Period) -> [Self; 3] {
        let end = (!period.is_open()).then(|| period.end());
        [Self::Period(period), Self::Date(period.start()), Self::date(end)]
    }
}

/// The code of a page's subject.
fn id_of(snapshot: &Snapshot, page: PageId) -> &str {
    snapshot.site.pages.get(page).source().facts.id().map_or("", |id| id.value.as_str())
}

/// The code of a subject or that of everything together.
fn id_or_total(snapshot: &Snapshot, page: Option<PageId>) -> Cell {
    Cell::Text(page.map_or(TOTAL, |page| id_of(snapshot, page)).to_owned())
}

/// The code of "all together", as the reader of data files knows it.
const TOTAL: &str = "totalt";

/// Where people read about a page's subject.
fn address(snapshot: &Snapshot, page: PageId) -> Cell {
    Cell::Text(absolute(snapshot, snapshot.site.routes.page(page, LanguageId::SOURCE)))
}

/// The columns of a page's title: its own, then one for each other language of the site.
fn title_fields(snapshot: &Snapshot) -> Vec<Field> {
    let mut fields = vec![Field::text("titel", "column-title").required()];
    for language in snapshot.config.language_ids().skip(1) {
        let tag = snapshot.config.language(language).locale.tag.to_lowercase().replace('-', "_");
        fields.push(Field { title: Title::TitleIn(language), ..Field::text(&format!("titel_{tag}"), "column-title") });
    }
    fields
}

/// The cells of [`title_fields`]; a language without a translation has none.
fn titles(snapshot: &Snapshot, page: PageId) -> impl Iterator<Item = Cell> {
    let page = snapshot.site.pages.get(page);
    snapshot.config.language_ids().map(|language| Cell::text(page.own(language).map(|version| version.entry.title.value.as_str())))
}

fn choices(words: &[(&'static str, &'static str)]) -> Kind {
    Kind::Choice(words.iter().map(|(code, title)| ((*code).to_owned(), Title::Message(title))).collect())
}

fn implementations() -> Kind {
    let title = |value| match value {
        Implementation::NotStarted => "implementation-not-started",
        Implementation::InProgress => "implementation-in-progress",
        Implementation::Continuous => "implementation-continuous",
        Implementation::Done => "implementation-done",
        Implementation::Paused => "implementation-paused",
        Implementation::Cancelled => "implementation-cancelled",
        Implementation::Replaced => "implementation-replaced",
        Implementation::Unknown => "implementation-unknown",
    };
    Kind::Choice(Implementation::ALL.map(|value| (value.key().to_owned(), Title::Message(title(value)))).to_vec())
}

fn reason_title(reason: Reason) -> &'static str {
    match reason {
        Reason::NoTarget => "reason-no-target",
        Reason::TargetSetLater => "reason-target-set-later",
        Reason::NoBaseline => "reason-no-baseline",
        Reason::NoMeasurement => "reason-no-measurement",
        Reason::TooOldMeasurement => "reason-too-old-measurement",
        Reason::NotDue => "reason-not-due",
        Reason::Confidential => "reason-confidential",
        Reason::MethodChange => "reason-method-change",
        Reason::NotApplicable => "reason-not-applicable",
        Reason::NotComputable => "reason-not-computable",
    }
}

fn fulfilment_title(value: Fulfilment) -> &'static str {
    match value {
        Fulfilment::Met => "fulfilment-met",
        Fulfilment::OnTrack => "fulfilment-on-track",
        Fulfilment::Behind => "fulfilment-behind",
        Fulfilment::FarBehind => "fulfilment-far-behind",
        Fulfilment::WrongDirection => "fulfilment-wrong-direction",
        Fulfilment::NotMet => "fulfilment-not-met",
        Fulfilment::Increasing => "fulfilment-increasing",
        Fulfilment::Unchanged => "fulfilment-unchanged",
        Fulfilment::Decreasing => "fulfilment-decreasing",
        Fulfilment::Baseline => "fulfilment-baseline",
        Fulfilment::NotAssessed(_) => "fulfilment-not-assessed",
    }
}

/// A judgement and the reason for none, as the model has them: two columns.
fn fulfilment_fields() -> [Field; 2] {
    let mut codes: Vec<(String, Title)> =
        Fulfilment::ALL.iter().map(|value| (value.key().to_owned(), Title::Message(fulfilment_title(*value)))).collect();
    codes.dedup();
    let reasons = Reason::ALL.map(|reason| (reason.key().to_owned(), Title::Message(reason_title(reason))));
    [
        Field::new("maluppfyllelse", "status-column", Kind::Choice(codes)),
        Field::new("orsak", "column-reason", Kind::Choice(reasons.to_vec())),
    ]
}

fn fulfilment(value: Fulfilment) -> [Cell; 2] {
    [Cell::Text(value.key().to_owned()), Cell::text(value.reason().map(Reason::key))]
}

fn reportings() -> Kind {
    let title = |value| match value {
        Reporting::Received => "reporting-received",
        Reporting::Expected => "reporting-expected",
        Reporting::Late => "reporting-late",
        Reporting::None => "reporting-none",
        Reporting::Partly => "reporting-partly",
    };
    Kind::Choice(Reporting::ALL.map(|value| (value.key().to_owned(), Title::Message(title(value)))).to_vec())
}
