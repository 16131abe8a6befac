//! The only reader of a site's files: from disk, or from memory in tests and examples.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::SourcePath;

/// Where a site's files come from.
pub trait Loader: Sync {
    /// All files below a folder (`content`, `themes/default`), sorted by path; none if it is missing.
    ///
    /// # Errors
    /// When the folder exists but cannot be listed.
    fn list(&self, folder: &str) -> io::Result<Vec<SourcePath>>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// When the file is missing or cannot be read.
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>>;
}

/// Reads a site from a folder on disk.
#[derive(Clone, Debug)]
pub struct DiskLoader {
    root: PathBuf,
}

impl DiskLoader {
    /// A loader for the site whose `site.toml` stands in `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    fn walk(&self, folder: &Path, prefix: &str, found: &mut Vec<SourcePath>) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            // Editors and Office leave lock and swap files (`.name.swp`, `~$name.xlsx`) beside the real ones.
            if name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') {
                continue;
            }
            let path = format!("{prefix}/{name}");
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.walk(&entry.path(), &path, found)?;
            } else if kind.is_file() {
                found.push(SourcePath::new(path));
            }
        }
        Ok(())
    }
}

impl Loader for DiskLoader {
    fn list(&self, folder: &str) -> io::Result<Vec<SourcePath>> {
        let path = self.root.join(folder);
        let mut found = Vec::new();
        if path.is_dir() {
            self.walk(&path, folder, &mut found)?;
        }
        found.sort();
        Ok(found)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path.as_str()))
    }
}

/// A site in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryLoader {
    files: BTreeMap<SourcePath, Vec<u8>>,
}

impl MemoryLoader {
    /// Adds or replaces a file; returns the loader, so that calls can be chained.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(SourcePath::new(path), bytes.into());
        self
    }
}

impl Loader for MemoryLoader {
    fn list(&self, folder: &str) -> io::Result<Vec<SourcePath>> {
        let prefix = format!("{folder}/");
        Ok(self.files.keys().filter(|path| path.as_str().starts_with(&prefix)).cloned().collect())
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, path.to_string()))
    }
}
