//! Writes files whole or not at all: each is written beside its place, synced, and renamed. Whoever reads meanwhile gets the old
//! file or the new one, and so does whoever comes back after a crash or a power cut. Knows nothing of sites.

pub(crate) mod system;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced.
    Replace,
}

/// Why files were not written; nothing has changed then.
#[derive(Debug)]
pub enum WriteError {
    /// A file was to be new, and something stands there: a file, a folder or a link.
    Exists(PathBuf),
    /// The system refused.
    System(PathBuf, io::Error),
}

/// The end of the name of a file that is being written.
const DRAFT: &str = ".tydlig";

/// A file beside its place, locked by this process as long as it is open: that is how drafts that nobody writes any more are
/// told from others.
#[derive(Debug)]
pub(crate) struct Draft {
    target: PathBuf,
    path: PathBuf,
    file: File,
}

impl Draft {
    /// Makes an empty draft for a file.
    pub(crate) fn beside(target: &Path) -> io::Result<Self> {
        let name = target.file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidInput)?;
        for number in 0..1000 {
            let path = target.with_file_name(format!(".{name}.{number}{DRAFT}"));
            // Never a file that is there already, nor a link that somebody put there.
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    // A file system without locks has no cleaning either: then nothing is lost without one.
                    let _ = file.try_lock();
                    return Ok(Self { target: target.to_owned(), path, file });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Writes bytes, and waits until they are on the disk.
    pub(crate) fn fill(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.file.sync_all()
    }

    /// Gives the draft the owner, mode and extended attributes of the file that it will replace.
    ///
    /// # Errors
    /// When this user may not: then the file would come to belong to somebody else.
    pub(crate) fn take_after(&self, original: &Path) -> io::Result<()> {
        self.file.set_permissions(fs::metadata(original)?.permissions())?;
        system::copy_owner(original, &self.file)?;
        system::copy_attributes(original, &self.path);
        Ok(())
    }

    /// Puts the draft in its place, whatever stands there.
    pub(crate) fn replace(self) -> io::Result<()> {
        fs::rename(&self.path, &self.target)?;
        sync_folder_of(&self.target);
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Once it has been renamed, nothing stands there.
        let _ = fs::remove_file(&self.path);
    }
}

/// Writes one file, with the folders that it needs.
///
/// # Errors
/// As [`write_together`].
pub fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), WriteError> {
    write_together(&[(path.to_owned(), bytes.to_vec())], existing)
}

/// Writes files, all or none: everything that needs space is done before the first file takes its place, and what has taken
/// its place goes back if a later one cannot.
///
/// # Errors
/// When a file is there already and is to be kept, or the system refuses. A crash between two renames leaves some of the files,
/// each whole.
pub fn write_together(files: &[(PathBuf, Vec<u8>)], existing: Existing) -> Result<(), WriteError> {
    if existing == Existing::Keep
        && let Some((path, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok())
    {
        return Err(WriteError::Exists(path.clone()));
    }
    // A file never takes a folder's place.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok_and(|found| found.is_dir())) {
        return Err(WriteError::Exists(path.clone()));
    }
    let mut drafts = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        drafts.push(draft(path, bytes, existing).map_err(|error| WriteError::System(path.clone(), error))?);
    }
    for (number, draft) in drafts.iter().enumerate() {
        if let Err(error) = place(draft, existing) {
            drafts.iter().take(number).for_each(|placed| take_back(placed, existing));
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => WriteError::Exists(draft.target.clone()),
                _ => WriteError::System(draft.target.clone(), error),
            });
        }
    }
    Ok(())
}

fn draft(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<Draft> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut draft = Draft::beside(path)?;
    draft.fill(bytes)?;
    if existing == Existing::Replace && path.is_file() {
        draft.take_after(path)?;
    }
    Ok(draft)
}

/// Puts a draft in its place. One that replaces a file keeps it, under the draft's name, until all are in place.
fn place(draft: &Draft, existing: Existing) -> io::Result<()> {
    match existing {
        Existing::Keep => system::rename_new(&draft.path, &draft.target)?,
        Existing::Replace if draft.target.symlink_metadata().is_ok() => system::exchange(&draft.path, &draft.target).or_else(|error| {
            if error.kind() == io::ErrorKind::Unsupported { fs::rename(&draft.path, &draft.target) } else { Err(error) }
        })?,
        Existing::Replace => fs::rename(&draft.path, &draft.target)?,
    }
    sync_folder_of(&draft.target);
    Ok(())
}

fn take_back(draft: &Draft, existing: Existing) {
    // The error to tell is the one that stopped the others.
    let _ = match existing {
        Existing::Replace if draft.path.exists() => system::exchange(&draft.path, &draft.target),
        _ => fs::remove_file(&draft.target),
    };
}

/// Removes the drafts of a folder and of those below that no process writes any more.
pub(crate) fn clean_drafts(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        if kind.is_dir() {
            clean_drafts(&path);
        } else if kind.is_file()
            && entry.file_name().to_str().is_some_and(is_draft)
            && File::open(&path).is_ok_and(|file| file.try_lock().is_ok())
        {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Whether a name is one that [`Draft::beside`] gives: `.NAME.NUMBER.tydlig`.
fn is_draft(name: &str) -> bool {
    let middle = name.strip_prefix('.').and_then(|name| name.strip_suffix(DRAFT));
    let parts = middle.and_then(|middle| middle.rsplit_once('.'));
    parts.is_some_and(|(name, number)| !name.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The rename itself is to survive a power cut, where the system can promise that.
fn sync_folder_of(path: &Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests;
