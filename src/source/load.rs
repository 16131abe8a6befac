//! The only reader of a site's files: from disk, or from memory in tests and examples.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::SourcePath;
use crate::disk::system::FolderHandle;

/// How often somebody who waits for a lock looks whether it is free.
const PAUSE: Duration = Duration::from_millis(10);

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
            if is_aside(&name) {
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

/// Editors and Office leave lock and swap files (`.name.swp`, `~$name.xlsx`) beside the real ones.
fn is_aside(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~')
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A file with something in it.
    File,
    /// A file of no bytes.
    Empty,
    /// A folder.
    Folder,
    /// Nothing, or what no site is made of, as links are.
    Missing,
}

impl DiskLoader {
    /// What stands at a path. Links are not followed: what they lead to is no part of the site.
    pub fn look(&self, path: &SourcePath) -> Look {
        match std::fs::symlink_metadata(self.root.join(path.as_str())) {
            // The site's own folders may be links: whoever made them meant it.
            Ok(found) if found.is_dir() || !path.as_str().contains('/') && self.root.join(path.as_str()).is_dir() => Look::Folder,
            Ok(found) if found.is_file() => {
                if found.len() == 0 {
                    Look::Empty
                } else {
                    Look::File
                }
            }
            _ => Look::Missing,
        }
    }

    /// The path within the site of a path on disk; nothing for what the site does not count as its own.
    pub fn relative(&self, path: &Path) -> Option<SourcePath> {
        let parts: Option<Vec<&str>> = path.strip_prefix(&self.root).ok()?.iter().map(std::ffi::OsStr::to_str).collect();
        let parts = parts?;
        let aside = parts.is_empty() || parts.iter().any(|name| is_aside(name));
        (!aside).then(|| SourcePath::new(parts.join("/")))
    }

    /// The path on disk of a path within the site.
    pub fn absolute(&self, path: &SourcePath) -> PathBuf {
        self.root.join(path.as_str())
    }

    /// Waits for whoever else changes files of this site, and keeps others waiting until the result is dropped.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] when the other one does not end.
    pub(super) fn lock(&self, patience: Duration) -> io::Result<Option<File>> {
        // Where a folder cannot be opened as a file, each change still looks at the file once more before it is made.
        let Ok(folder) = File::open(&self.root) else { return Ok(None) };
        let pauses = patience.as_millis() / PAUSE.as_millis();
        for _ in 0..=pauses {
            match folder.try_lock() {
                Ok(()) => return Ok(Some(folder)),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(None),
            }
        }
        Err(io::ErrorKind::WouldBlock.into())
    }

    /// Opens the folder of a file, and gives the file's name in it. The site's own folders may be links, as in
    /// [`Self::look`]; none below may.
    ///
    /// # Errors
    /// When there is no such folder.
    pub(super) fn open_folder_of<'p>(&self, path: &'p SourcePath) -> io::Result<(FolderHandle, &'p str)> {
        let (top, rest) = path.as_str().split_once('/').ok_or(io::ErrorKind::InvalidInput)?;
        let (below, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        let home = self.root.join(top).canonicalize()?;
        Ok((FolderHandle::open(&home, Path::new(below))?, name))
    }

    /// The bytes of a file that was listed, unless a link has led out of the site since.
    ///
    /// # Errors
    /// When the file is missing, cannot be read, or does not stand in its own folder.
    pub fn read_inside(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let outside = || io::Error::new(io::ErrorKind::PermissionDenied, path.to_string());
        let top = path.as_str().split('/').next().unwrap_or_default();
        let home = self.root.join(top).canonicalize()?;
        let real = self.root.join(path.as_str()).canonicalize()?;
        let same = path.as_str().strip_prefix(top).is_some_and(|rest| home.join(rest.trim_start_matches('/')) == real);
        if same && self.look(path) != Look::Missing { std::fs::read(real) } else { Err(outside()) }
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
    /// Takes a file away.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(&SourcePath::new(path));
        self
    }

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
