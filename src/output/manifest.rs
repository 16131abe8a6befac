//! What a build has written, kept in the folder itself: so it changes in the same step as the site.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::Record;
use crate::disk::{self, Existing, WriteError};

/// The file's name, which also marks a folder as made by the program.
pub(super) const NAME: &str = ".tydlig";

/// The files of a site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// By path below the folder, with `/`.
    pub(super) files: BTreeMap<String, FileState>,
    /// Whether it tells of every file that the program made: one of another form tells of none.
    #[serde(skip)]
    pub(super) is_complete: bool,
}

/// A file as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileState {
    /// In bytes.
    pub(super) length: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub(super) modified: u64,
    /// The BLAKE3 hash of its bytes, in hexadecimal digits.
    pub(super) hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) record: Option<Record>,
}

impl Manifest {
    /// Reads the manifest of a folder; nothing where there is none.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Self>> {
        let bytes = match fs::read(folder.join(NAME)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        // A manifest that does not read is of another version, or somebody has changed it: then everything is written anew.
        let manifest = serde_json::from_slice(&bytes).map(|manifest| Self { is_complete: true, ..manifest });
        Ok(Some(manifest.unwrap_or_default()))
    }

    /// Writes the manifest of a folder that has none.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        fs::write(folder.join(NAME), serde_json::to_vec(self).map_err(io::Error::other)?)
    }

    /// Replaces the manifest of a folder.
    pub(super) fn replace(&self, folder: &Path) -> io::Result<()> {
        let bytes = serde_json::to_vec(self).map_err(io::Error::other)?;
        disk::write(&folder.join(NAME), &bytes, Existing::Replace).map_err(|error| match error {
            WriteError::Exists(_) => io::ErrorKind::AlreadyExists.into(),
            WriteError::System(_, error) => error,
        })
    }

    /// Whether the program made a file or a folder.
    pub(super) fn has(&self, path: &str) -> bool {
        path == NAME || self.files.contains_key(path)
    }
}

impl FileState {
    /// The state of a file that was just written; its hash is not known here.
    pub(super) fn of(metadata: &Metadata) -> io::Result<Self> {
        let modified = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        Ok(Self { length: metadata.len(), modified: u64::try_from(modified).unwrap_or(u64::MAX), hash: String::new(), record: None })
    }

    /// Whether a file still is as it was written.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        let found = fs::symlink_metadata(path).ok().filter(Metadata::is_file);
        found.and_then(|found| Self::of(&found).ok()).is_some_and(|found| self.is_same_file(&found))
    }

    /// Whether two states are of one file.
    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        (self.length, self.modified) == (other.length, other.modified)
    }
}
