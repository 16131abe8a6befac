//! The formats of files below `content`: what they are called, which reader each has, which of them may be edited. A
//! format is added by a variant of [`Format`]; the compiler names the rest.

use std::sync::Arc;

use super::{Entry, data::Data, json, table};
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic, Message};
use crate::source::encoded_file::digest;
use crate::source::{Source, SourcePath};

/// The folder in which every file is read, or reported if it cannot be.
const DATA_FOLDER: &str = "content/data/";

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page in one language: Markdown below front matter.
    Page,
    /// A table with separators between cells.
    Csv,
    /// A table with tabs between cells.
    Tsv,
    /// A workbook of Excel.
    Workbook,
    /// What Kolada and statistical databases give.
    Json,
}

impl Format {
    /// All of them, in the order in which messages list them.
    pub const ALL: [Self; 5] = [Self::Page, Self::Csv, Self::Tsv, Self::Workbook, Self::Json];

    /// The format of a file, by its suffix in small or capital letters.
    pub fn of(path: &SourcePath) -> Option<Self> {
        let extension = path.extension();
        Self::ALL.into_iter().find(|format| format.suffixes().contains(&extension.as_str()))
    }

    /// The suffixes of its files.
    pub fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Page => &["md"],
            Self::Csv => &["csv"],
            Self::Tsv => &["tsv"],
            // With macros, which are not run.
            Self::Workbook => &["xlsx", "xlsm"],
            Self::Json => &["json"],
        }
    }

    /// Whether its files can be changed in the preview.
    pub fn is_editable(self) -> bool {
        match self {
            Self::Page | Self::Csv => true,
            Self::Tsv | Self::Workbook | Self::Json => false,
        }
    }

    /// Whether its files are rows of cells in a text.
    pub fn is_delimited(self) -> bool {
        match self {
            Self::Csv | Self::Tsv => true,
            Self::Page | Self::Workbook | Self::Json => false,
        }
    }

    /// Whether its files are read wherever they stand below `content`; others only in the folder of data, and are
    /// published as they are elsewhere.
    fn is_read_anywhere(self) -> bool {
        match self {
            Self::Page | Self::Csv => true,
            Self::Tsv | Self::Workbook | Self::Json => false,
        }
    }
}

/// Whether a file below `content` is read. Nothing in the folder of data is published as it is: a file that cannot be
/// read is reported.
pub fn is_read(path: &SourcePath) -> bool {
    path.as_str().starts_with(DATA_FOLDER) || Format::of(path).is_some_and(Format::is_read_anywhere)
}

/// A file below `content`, parsed.
#[derive(Debug)]
pub struct ParsedFile {
    /// Its text; of a workbook, what messages show of it.
    pub source: Source,
    /// What it holds.
    pub content: Content,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// The digest of its bytes, where they are more than its text.
    digest: Option<String>,
}

/// What a file of content holds.
#[derive(Debug)]
pub enum Content {
    /// A page in one language.
    Page(Arc<Entry>),
    /// Figures and follow-ups.
    Data(Data),
    /// Nothing that can be used.
    Nothing,
}

/// Reads a file, whatever it is. `None` when it says the same as when it was read before.
pub fn parse(path: SourcePath, bytes: &[u8], config: &Config, before: Option<&ParsedFile>) -> Option<ParsedFile> {
    let Some(format) = Format::of(&path) else {
        let source = Source::new(path.as_str(), "");
        let unread = ParsedFile { source, content: Content::Nothing, diagnostics: vec![not_read(&path)], digest: None };
        return before.is_none().then_some(unread);
    };
    let same = before.is_some_and(|before| format.is_same(before, bytes));
    (!same).then(|| format.parse(path, bytes, config))
}

impl Format {
    fn parse(self, path: SourcePath, bytes: &[u8], config: &Config) -> ParsedFile {
        match self {
            Self::Page => parse_page(Source::decode(path, bytes), config),
            Self::Csv | Self::Tsv => parse_data(Source::decode(path, bytes), table::parse),
            Self::Json => parse_data(Source::decode(path, bytes), json::parse),
            Self::Workbook => {
                let (source, parsed) = table::parse_workbook(path, bytes);
                let content = Content::Data(parsed.value);
                ParsedFile { source, content, diagnostics: parsed.diagnostics, digest: Some(digest(bytes)) }
            }
        }
    }

    /// A text is the same when it reads the same, whatever its encoding.
    fn is_same(self, before: &ParsedFile, bytes: &[u8]) -> bool {
        match self {
            Self::Workbook => before.digest == Some(digest(bytes)),
            Self::Page | Self::Csv | Self::Tsv | Self::Json => before.source.text == Source::decode(before.source.path.clone(), bytes).text,
        }
    }
}

fn parse_data(source: Source, parse: impl Fn(&Source) -> Checked<Data>) -> ParsedFile {
    let parsed = parse(&source);
    ParsedFile { source, content: Content::Data(parsed.value), diagnostics: parsed.diagnostics, digest: None }
}

/// Reads a page, whose name and folder mean what site.toml says.
pub fn parse_page(source: Source, config: &Config) -> ParsedFile {
    let (content, diagnostics) = match super::key_of(&source.path, config) {
        Ok(key) => {
            let parsed = super::parse(&source, key, config);
            (Content::Page(Arc::new(parsed.value)), parsed.diagnostics)
        }
        Err(diagnostic) => (Content::Nothing, vec![*diagnostic]),
    };
    ParsedFile { source, content, diagnostics, digest: None }
}

/// Reports a file among the data that no reader is for.
fn not_read(path: &SourcePath) -> Diagnostic {
    let name = path.name();
    let message = Message::new(format!("`{name}` läses inte"), format!("`{name}` is not read"));
    let help = match path.extension().as_str() {
        "xls" | "xlsb" | "ods" | "numbers" => Message::new(
            "öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)",
            "open the file in Excel or LibreOffice and save it as an Excel workbook (.xlsx)",
        ),
        "txt" => Message::new(
            "är det en tabell, ge filen namnet .csv; är det en anteckning, lägg den utanför `content/data`",
            "if it is a table, name the file .csv; if it is a note, put it outside `content/data`",
        ),
        _ => {
            let (others, last) = data_suffixes();
            Message::new(
                format!("här läses {others} och {last}; annat läggs i `static/` eller utanför webbplatsen"),
                format!("what is read here is {others} and {last}; put other files in `static/` or outside the site"),
            )
        }
    };
    Diagnostic::new(Code::NotRead, message).in_file(path).help(help)
}

/// The suffixes of files of data as they are listed in a sentence: all but the last, and the last.
fn data_suffixes() -> (String, String) {
    let formats = Format::ALL.into_iter().filter(|format| *format != Format::Page);
    let mut suffixes: Vec<String> = formats.flat_map(Format::suffixes).map(|suffix| format!(".{suffix}")).collect();
    let last = suffixes.pop().unwrap_or_default();
    (suffixes.join(", "), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_listed_and_has_suffixes_of_its_own() {
        for format in Format::ALL {
            for suffix in format.suffixes() {
                let path = SourcePath::new(format!("content/data/a.{}", suffix.to_uppercase()));
                assert_eq!(Format::of(&path), Some(format), "{suffix}");
                assert!(is_read(&path), "{suffix}");
            }
        }
        let (others, last) = data_suffixes();
        assert_eq!((others.as_str(), last.as_str()), (".csv, .tsv, .xlsx, .xlsm", ".json"));
    }

    #[test]
    fn what_is_no_page_and_no_table_is_published_outside_the_folder_of_data() {
        let cases = [
            ("content/a.md", true),
            ("content/a.csv", true),
            ("content/a.xlsx", false),
            ("content/bild.png", false),
            ("content/data/bild.png", true),
        ];
        for (path, expected) in cases {
            assert_eq!(is_read(&SourcePath::new(path)), expected, "{path}");
        }
    }
}
