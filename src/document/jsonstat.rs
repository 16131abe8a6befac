//! Tables of JSON-stat 2.0, as PxWeb and Statistics Sweden give them: whole, since an indicator says which part it is.

use std::collections::BTreeMap;

use super::cell::parse_sex;
use super::data::{Data, Sex};
use super::head::fold;
use super::json::{entries, field, items, number, retrieved, spanned, stem, text};
use crate::diagnostic::{Checked, Code, Diagnostic, Message};
use crate::period::{Date, Period};
use crate::schema::{Node, Value};
use crate::source::{Source, SourcePath, Span, Spanned};
use crate::table::MOST_CELLS;

/// Which part of which table an indicator is.
#[derive(Clone, Debug)]
pub struct StatMapping {
    /// The table's id, or the name of its file.
    pub table: Spanned<String>,
    /// The category that is meant, for each dimension that has several.
    pub fixed: Vec<(Spanned<String>, Spanned<String>)>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct StatTable {
    /// Its file.
    pub path: SourcePath,
    /// What it may be called: its id, its file's name, its label.
    pub names: Vec<String>,
    /// Its dimensions, the last one fastest.
    pub dimensions: Vec<Dimension>,
    /// Its values by index; those that are absent are missing.
    pub cells: BTreeMap<usize, StatCell>,
    /// Who made it.
    pub source: Option<String>,
    /// When it was changed last.
    pub updated: Option<Date>,
    /// The day the file was retrieved.
    pub retrieved: Option<Date>,
    /// What must be said with all of its values.
    pub notes: Vec<String>,
}

/// What a dimension tells apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// Periods.
    Time,
    /// Places.
    Region,
    /// Women and men.
    Sex,
    /// Anything else.
    Other,
}

/// A dimension.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Its id.
    pub id: Spanned<String>,
    /// Its name.
    pub label: String,
    /// What it tells apart.
    pub role: Role,
    /// Its categories, in the order of the values.
    pub categories: Vec<Category>,
    /// What must be said with its values.
    pub notes: Vec<String>,
}

impl Dimension {
    /// Whether it has an id or name.
    pub fn is(&self, name: &str) -> bool {
        self.id.value == name || fold(&self.label) == fold(name) || fold(&self.id.value) == fold(name)
    }
}

/// A category of a dimension.
#[derive(Clone, Debug)]
pub struct Category {
    /// Its code.
    pub code: Spanned<String>,
    /// Its name.
    pub label: String,
    /// What must be said with its values.
    pub notes: Vec<String>,
}

impl Category {
    /// As a period.
    pub fn period(&self) -> Option<Period> {
        Period::parse(&self.code.value).or_else(|| Period::parse(&self.label))
    }

    /// As a sex; `Some(None)` for both together.
    pub fn sex(&self) -> Option<Option<Sex>> {
        parse_sex(&self.label).or_else(|| match self.code.value.to_uppercase().as_str() {
            "1" => Some(Some(Sex::Men)),
            "2" => Some(Some(Sex::Women)),
            "1+2" | "TOT" | "TOTAL" | "TOTALT" => Some(None),
            other => parse_sex(other),
        })
    }
}

/// A value of a table.
#[derive(Clone, Debug)]
pub struct StatCell {
    /// The value, unless missing.
    pub value: Option<f64>,
    /// What its maker says of it, in the maker's own signs.
    pub status: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// Reads a dataset.
pub(super) fn read(source: &Source, root: &Node) -> Checked<Data> {
    let mut reader = FieldReader { source, found: Vec::new() };
    let mut data = Data::default();
    data.tables.extend(reader.table(root));
    Checked { value: data, diagnostics: reader.found }
}

struct FieldReader<'a> {
    source: &'a Source,
    found: Vec<Diagnostic>,
}

impl FieldReader<'_> {
    fn table(&mut self, root: &Node) -> Option<StatTable> {
        let dimensions = self.dimensions(root)?;
        let mut cells = self.cells(root, &dimensions)?;
        self.statuses(root, &dimensions, &mut cells);
        let px = field(root, "extension").and_then(|extension| field(extension, "px"));
        let ids = ["tableid", "matrix"].into_iter().filter_map(|name| text(field(px?, name)?));
        let label = field(root, "label").and_then(text);
        let file = self.source.path.name().rsplit_once('.').map(|(name, _)| name);
        let names = ids.chain(file).chain([stem(&self.source.path).0]).chain(label);
        let day = |text: &str| text.get(..10)?.parse().ok();
        Some(StatTable {
            path: self.source.path.clone(),
            names: names.map(str::to_owned).collect(),
            dimensions,
            cells,
            source: field(root, "source").and_then(text).map(str::to_owned),
            updated: field(root, "updated").and_then(text).and_then(day),
            retrieved: retrieved(self.source, root),
            notes: mandatory(field(root, "note"), field(root, "extension").and_then(|extension| field(extension, "noteMandatory"))),
        })
    }

    fn refuse(&mut self, span: Span, message: Message) {
        let help = Message::new(
            "hämta tabellen på nytt i formatet JSON-stat 2 och ändra inte i filen",
            "fetch the table again in the format JSON-stat 2, and do not change the file",
        );
        self.found.push(Diagnostic::new(Code::UnreadableData, message).at(&self.source.path, span).help(help));
    }

    fn needed<'n>(&mut self, node: &'n Node, name: &str) -> Option<&'n Node> {
        let found = field(node, name);
        if found.is_none() {
            let at = Span::new(node.span.start, node.span.start);
            self.refuse(at, Message::new(format!("tabellen saknar `{name}`"), format!("the table has no `{name}`")));
        }
        found
    }

    fn dimensions(&mut self, root: &Node) -> Option<Vec<Dimension>> {
        let (ids, sizes) = (self.needed(root, "id")?, self.needed(root, "size")?);
        let dimension = self.needed(root, "dimension")?;
        if items(ids).len() != items(sizes).len() {
            let (ids, count) = (items(ids).len(), items(sizes).len());
            self.refuse(
                sizes.span,
                Message::new(
                    format!("`size` har {count} tal men `id` har {ids} dimensioner"),
                    format!("`size` has {count} numbers but `id` has {ids} dimensions"),
                ),
            );
            return None;
        }
        let roles = field(root, "role");
        let mut dimensions = Vec::new();
        for (id, size) in items(ids).iter().zip(items(sizes)) {
            let id = spanned(id)?;
            let role = role(&id.value, roles);
            let categories = self.needed(dimension, &id.value).and_then(|node| Some((node, self.categories(node)?)));
            let (node, categories) = categories?;
            let expected = text(size).and_then(|size| size.parse::<usize>().ok());
            if expected != Some(categories.len()) {
                let (name, count, said) = (&id.value, categories.len(), text(size).unwrap_or_default());
                self.refuse(
                    size.span,
                    Message::new(
                        format!("dimensionen `{name}` har {count} värden, inte {said} som `size` säger"),
                        format!("the dimension `{name}` has {count} categories, not {said} as `size` says"),
                    ),
                );
                return None;
            }
            let label = field(node, "label").and_then(text).unwrap_or(&id.value).to_owned();
            let notes = mandatory(field(node, "note"), field(node, "extension").and_then(|extension| field(extension, "noteMandatory")));
            dimensions.push(Dimension { id, label, role, categories, notes });
        }
        Some(dimensions)
    }

    fn categories(&mut self, dimension: &Node) -> Option<Vec<Category>> {
        let category = self.needed(dimension, "category")?;
        let labels = field(category, "label");
        let mut codes: Vec<(usize, Spanned<String>)> = match field(category, "index") {
            Some(index) if matches!(index.value, Value::List(_)) => items(index).iter().filter_map(spanned).enumerate().collect(),
            Some(index) => entries(index).iter().filter_map(|(code, at)| Some((text(at)?.parse().ok()?, code.clone()))).collect(),
            // A dimension of one category need not say its place.
            None => labels.map(entries).unwrap_or_default().iter().take(1).map(|(code, _)| (0, code.clone())).collect(),
        };
        codes.sort_by_key(|(at, _)| *at);
        if codes.iter().enumerate().any(|(at, (said, _))| at != *said) {
            self.refuse(category.span, Message::new("ordningen i `index` har luckor", "the order in `index` has gaps"));
            return None;
        }
        let notes = field(category, "note");
        let required = field(dimension, "extension").and_then(|extension| field(extension, "categoryNoteMandatory"));
        let category = |code: Spanned<String>| Category {
            label: labels.and_then(|labels| text(field(labels, &code.value)?)).unwrap_or(&code.value).to_owned(),
            notes: mandatory(notes.and_then(|notes| field(notes, &code.value)), required.and_then(|notes| field(notes, &code.value))),
            code,
        };
        Some(codes.into_iter().map(|(_, code)| category(code)).collect())
    }

    fn cells(&mut self, root: &Node, dimensions: &[Dimension]) -> Option<BTreeMap<usize, StatCell>> {
        let values = self.needed(root, "value")?;
        let count = dimensions.iter().try_fold(1_usize, |count, dimension| count.checked_mul(dimension.categories.len()));
        let Some(count) = count.filter(|count| *count <= MOST_CELLS) else {
            self.refuse(values.span, Message::new("tabellen har för många celler", "the table has too many cells"));
            return None;
        };
        let mut cells = BTreeMap::new();
        if let Value::List(items) = &values.value {
            if items.len() != count {
                let message = Message::new(
                    format!("tabellen har {} värden men dimensionerna ger {count}", items.len()),
                    format!("the table has {} values but its dimensions make {count}", items.len()),
                );
                self.refuse(Span::new(values.span.start, values.span.start), message);
                return None;
            }
            for (at, node) in items.iter().enumerate() {
                self.cell(at, node, dimensions, &mut cells);
            }
        }
        for (key, node) in entries(values) {
            match key.value.parse().ok().filter(|at| *at < count) {
                Some(at) => self.cell(at, node, dimensions, &mut cells),
                None => self.refuse(
                    key.span,
                    Message::new(
                        format!("`{}` är ingen plats i tabellen, som har {count} celler", key.value),
                        format!("`{}` is no place in the table, which has {count} cells", key.value),
                    ),
                ),
            }
        }
        Some(cells)
    }

    fn cell(&mut self, at: usize, node: &Node, dimensions: &[Dimension], cells: &mut BTreeMap<usize, StatCell>) {
        let value = number(node);
        if value.is_none() && !matches!(node.value, Value::Empty) {
            let (written, place) = (text(node).unwrap_or_default(), coordinates(dimensions, at));
            let message = Message::new(
                format!("`{written}` i cellen {place} är inte ett tal"),
                format!("`{written}` in the cell {place} is not a number"),
            );
            self.found.push(Diagnostic::new(Code::BadCell, message).at(&self.source.path, node.span));
        }
        cells.insert(at, StatCell { value, status: None, span: node.span });
    }

    /// A sign for each value, for those that have one, or one for all.
    fn statuses(&mut self, root: &Node, dimensions: &[Dimension], cells: &mut BTreeMap<usize, StatCell>) {
        let Some(status) = field(root, "status") else { return };
        let said = |node: &Node| text(node).filter(|sign| !sign.trim().is_empty()).map(str::to_owned);
        if let Some(sign) = said(status) {
            cells.values_mut().for_each(|cell| cell.status = Some(sign.clone()));
        }
        for (at, node) in items(status).iter().enumerate() {
            if let Some(cell) = cells.get_mut(&at) {
                cell.status = said(node);
            }
        }
        let count: usize = dimensions.iter().map(|dimension| dimension.categories.len()).product();
        for (key, node) in entries(status) {
            match key.value.parse().ok().filter(|at| *at < count) {
                // Of a value that a sparse table leaves out, only the sign may be there.
                Some(at) => cells.entry(at).or_insert(StatCell { value: None, status: None, span: node.span }).status = said(node),
                None => self.refuse(
                    key.span,
                    Message::new(format!("`{}` är ingen plats i tabellen", key.value), format!("`{}` is no place in the table", key.value)),
                ),
            }
        }
    }
}

/// A cell by the categories that it belongs to: `Region=1485, Tid=2009`.
fn coordinates(dimensions: &[Dimension], at: usize) -> String {
    let mut rest = at;
    let mut names = Vec::new();
    for dimension in dimensions.iter().rev() {
        let size = dimension.categories.len().max(1);
        if let Some(category) = dimension.categories.get(rest % size) {
            names.push(format!("{}={}", dimension.id.value, category.code.value));
        }
        rest /= size;
    }
    names.reverse();
    names.join(", ")
}

/// What a dimension tells apart: what the file says, else what its id means at Statistics Sweden, which sets no role
/// for places.
fn role(id: &str, roles: Option<&Node>) -> Role {
    let named =
        |name: &str| roles.and_then(|roles| field(roles, name)).is_some_and(|ids| items(ids).iter().any(|own| text(own) == Some(id)));
    match fold(id).as_str() {
        _ if named("time") => Role::Time,
        _ if named("geo") => Role::Region,
        "tid" | "time" | "ar" | "year" => Role::Time,
        "region" | "kommun" | "lan" | "municipality" => Role::Region,
        "kon" | "sex" | "gender" => Role::Sex,
        _ => Role::Other,
    }
}

/// Those notes that must be shown wherever the values are.
fn mandatory(notes: Option<&Node>, required: Option<&Node>) -> Vec<String> {
    let (Some(notes), Some(required)) = (notes, required) else { return Vec::new() };
    let must = |at: usize| field(required, &at.to_string()).and_then(text) == Some("true");
    items(notes).iter().enumerate().filter(|(at, _)| must(*at)).filter_map(|(_, note)| text(note)).map(str::to_owned).collect()
}
