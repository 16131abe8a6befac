//! Texts of a site and places in them. Reads nothing itself: see [`load`].

pub mod cells;
pub mod encoded_file;
pub mod load;
pub mod save;
pub mod span;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub use cells::{CellMap, CellPlace, SheetLine};
pub use span::{LineColumn, Span, Spanned};

/// Path of a file, relative to the site's root, with `/` between its parts on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// Takes a path that already is relative and uses `/`.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(Arc::from(path.as_ref()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder part, without a slash at its end; empty for a file at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The folder part of a file of content, counted from `content/`; empty for a file that stands in `content/` itself.
    pub fn folder_in_content(&self) -> &str {
        let path = self.0.strip_prefix("content/").unwrap_or_default();
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The suffix without its dot, in lower case; empty when there is none.
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase())
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// A fingerprint of bytes: FNV-1a, 64 bits (the offset and prime of its authors). For telling versions apart.
pub fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// One text file, decoded, or a workbook as the text that messages show of it.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it stands.
    pub path: SourcePath,
    /// Its whole text, UTF-8, without a byte order mark; of a workbook one line a row.
    pub text: Arc<str>,
    /// Of a workbook: where its cells stand in the text.
    pub cells: Option<Arc<CellMap>>,
}

impl Source {
    /// A source from its path and text.
    pub fn new(path: impl AsRef<str>, text: impl AsRef<str>) -> Self {
        Self { path: SourcePath::new(path), text: Arc::from(text.as_ref()), cells: None }
    }

    /// A workbook as text, with the places of its cells.
    pub fn of_cells(path: SourcePath, text: String, cells: CellMap) -> Self {
        Self { path, text: Arc::from(text), cells: Some(Arc::new(cells)) }
    }

    /// Decodes bytes: what a byte order mark says (Excel's "Unicode text" is UTF-16), else UTF-8, else Windows-1252,
    /// which is what Swedish Excel writes (WHATWG Encoding, table of Windows-1252).
    pub fn decode(path: SourcePath, bytes: &[u8]) -> Self {
        let text = match encoding_rs::Encoding::for_bom(bytes) {
            Some((encoding, length)) if encoding != encoding_rs::UTF_8 => {
                Arc::from(&*encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0)
            }
            marked => {
                let bytes = bytes.get(marked.map_or(0, |(_, length)| length)..).unwrap_or_default();
                match std::str::from_utf8(bytes) {
                    Ok(text) => Arc::from(text),
                    Err(_) => Arc::from(&*encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0),
                }
            }
        };
        Self { path, text, cells: None }
    }

    /// The cell of a workbook that holds a byte of its text.
    pub fn cell(&self, offset: usize) -> Option<CellPlace<'_>> {
        self.cells.as_ref()?.find(offset)
    }
}

/// The texts that messages may point into, by path.
#[derive(Clone, Debug, Default)]
pub struct Sources(BTreeMap<SourcePath, Source>);

impl Sources {
    /// Adds or replaces a source.
    pub fn insert(&mut self, source: Source) {
        self.0.insert(source.path.clone(), source);
    }

    /// The source at a path.
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.0.get(path)
    }

    /// All sources, by path.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.values()
    }
}
