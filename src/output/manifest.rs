//! What a build has written, kept in the folder itself: so it changes in the same step as the site.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Record;
use crate::disk::{self, Existing, WriteError};

/// The file's name, which also marks a folder as made by the program.
pub(super) const NAME: &str = ".tydlig";

/// How long it is waited for the next step of the file system's clock, at most so often: coarse clocks have steps of two seconds.
const STEP: Duration = Duration::from_millis(1);
const MOST_STEPS: usize = 2500;

/// The files of a site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// By path below the folder, with `/`.
    pub(super) files: BTreeMap<String, FileState>,
    /// Whether it tells of every file that the program made: one of another form tells of none.
    #[serde(skip)]
    pub(super) is_complete: bool,
    /// When it was written, after all files. Kept by the file system, so that the same site has the same bytes.
    #[serde(skip)]
    written: Option<SystemTime>,
}

/// A file as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileState {
    /// In bytes.
    pub(super) length: u64,
    /// The BLAKE3 hash of its bytes, in hexadecimal digits.
    pub(super) hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) record: Option<Record>,
}

impl Manifest {
    /// Reads the manifest of a folder; nothing where there is none.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join(NAME);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        // A manifest that does not read is of another version, or somebody has changed it: then everything is written anew.
        let written = fs::metadata(&path)?.modified().ok();
        let manifest = serde_json::from_slice(&bytes).map(|manifest| Self { is_complete: true, written, ..manifest });
        Ok(Some(manifest.unwrap_or_default()))
    }

    /// Writes the manifest of a folder whose files have all been written, so that it is newer than each of them.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let path = folder.join(NAME);
        let bytes = serde_json::to_vec(self).map_err(io::Error::other)?;
        let write = || fs::write(&path, &bytes).and_then(|()| fs::metadata(&path)?.modified());
        let first = write()?;
        // File systems count time in steps of some milliseconds: within one, nobody could tell which file is newer.
        for _ in 0..MOST_STEPS {
            std::thread::sleep(STEP);
            if write()? > first {
                break;
            }
        }
        Ok(())
    }

    /// Replaces the manifest of a folder.
    pub(super) fn replace(&self, folder: &Path) -> io::Result<()> {
        let bytes = serde_json::to_vec(self).map_err(io::Error::other)?;
        disk::write(&folder.join(NAME), &bytes, Existing::Replace).map_err(|error| match error {
            WriteError::Exists(_) => io::ErrorKind::AlreadyExists.into(),
            WriteError::System(_, error) => error,
        })
    }

    /// A manifest of the files of a whole site.
    pub(super) fn complete(files: BTreeMap<String, FileState>) -> Self {
        Self { files, is_complete: true, written: None }
    }

    /// The state of a file, if nobody has changed it since it was written: it has its length, and is older than this.
    pub(super) fn unchanged(&self, folder: &Path, path: &str) -> Option<&FileState> {
        let state = self.files.get(path)?;
        let found = fs::symlink_metadata(folder.join(path)).ok().filter(Metadata::is_file)?;
        let is_older = found.modified().ok()? < self.written?;
        (is_older && found.len() == state.length).then_some(state)
    }

    /// Whether the program made a file or a folder.
    pub(super) fn has(&self, path: &str) -> bool {
        path == NAME || self.files.contains_key(path)
    }
}

impl FileState {
    /// The state of a file with some bytes.
    pub(super) fn of(bytes: &[u8], record: Option<Record>) -> Self {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { length, hash: blake3::hash(bytes).to_hex().to_string(), record }
    }
}
