//! What stands in a site's folder that the program did not make, such as `.git` or `CNAME`: the new folder gets the same files.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::OutputError;
use super::manifest::Manifest;
use crate::diagnostic::Message;

/// Gives everything that the program did not make its place in the new tree, and refuses what cannot be there.
pub(super) fn keep(old: &Path, fresh: &Path, manifest: &Manifest, wanted: &BTreeSet<String>) -> Result<(), OutputError> {
    if !old.is_dir() {
        return Ok(());
    }
    let keeper = Keeper { old, fresh, manifest, wanted };
    keeper.folder("", false)
}

struct Keeper<'a> {
    old: &'a Path,
    fresh: &'a Path,
    manifest: &'a Manifest,
    /// The paths of the new site's files.
    wanted: &'a BTreeSet<String>,
}

impl Keeper<'_> {
    /// A folder by its path below the site's; `is_foreign` when the program made nothing in it.
    fn folder(&self, path: &str, is_foreign: bool) -> Result<(), OutputError> {
        let folder = self.old.join(path);
        let entries: io::Result<Vec<DirEntry>> = fs::read_dir(&folder).and_then(Iterator::collect);
        let entries = entries.map_err(OutputError::at(&folder))?;
        entries.par_iter().try_for_each(|entry| self.entry(path, entry, is_foreign))
    }

    fn entry(&self, parent: &str, entry: &DirEntry, is_foreign: bool) -> Result<(), OutputError> {
        let at = entry.path();
        let kind = entry.file_type().map_err(OutputError::at(&at))?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { return Err(OutputError::Refused(cannot_stay(&at))) };
        let path = if parent.is_empty() { name } else { format!("{parent}/{name}") };
        if kind.is_dir() {
            let is_foreign = is_foreign || !has_below(self.manifest, &path);
            if is_foreign {
                if self.wanted.contains(path.as_str()) {
                    return Err(OutputError::Refused(in_the_way(&at)));
                }
                let new = self.fresh.join(&path);
                fs::create_dir_all(&new).map_err(OutputError::at(&new))?;
                let permissions = fs::metadata(&at).map_err(OutputError::at(&at))?.permissions();
                fs::set_permissions(&new, permissions).map_err(OutputError::at(&new))?;
            }
            return self.folder(&path, is_foreign);
        }
        if self.manifest.has(&path) {
            return Ok(());
        }
        let new = self.fresh.join(&path);
        if self.wanted.contains(path.as_str()) {
            // A manifest of another form does not say whose it is; what the new site has at the same address replaces it.
            return if self.manifest.is_complete { Err(OutputError::Refused(in_the_way(&at))) } else { Ok(()) };
        }
        if !kind.is_file() && !kind.is_symlink() {
            return Err(OutputError::Refused(cannot_stay(&at)));
        }
        if new.symlink_metadata().is_ok() {
            // The new site has a folder here.
            return Err(OutputError::Refused(in_the_way(&at)));
        }
        let parent = new.parent().unwrap_or(self.fresh);
        fs::create_dir_all(parent).map_err(|_| OutputError::Refused(in_the_way(&at)))?;
        if kind.is_symlink() { copy_link(&at, &new).map_err(OutputError::at(&at)) } else { link(&at, &new).map_err(OutputError::at(&at)) }
    }
}

/// Whether the program made a file below a folder.
fn has_below(manifest: &Manifest, folder: &str) -> bool {
    let prefix = format!("{folder}/");
    manifest.files.range(prefix.clone()..).next().is_some_and(|(path, _)| path.starts_with(&prefix))
}

/// Gives a file a second name; where the file system has none, a copy with the same time.
pub(super) fn link(old: &Path, new: &Path) -> io::Result<()> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let modified = fs::metadata(old)?.modified()?;
    fs::copy(old, new)?;
    fs::File::options().write(true).open(new)?.set_modified(modified)
}

#[cfg(unix)]
fn copy_link(old: &Path, new: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(old)?, new)
}

#[cfg(not(unix))]
fn copy_link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn in_the_way(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!("{path} är inte gjord av tydlig, och webbplatsen behöver adressen; flytta eller byt namn på filen"),
        format!("{path} was not made by tydlig, and the site needs its address; move or rename it"),
    )
}

fn cannot_stay(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!("{path} är inte gjord av tydlig och kan inte behållas när webbplatsen byts ut; flytta den"),
        format!("{path} was not made by tydlig and cannot be kept when the site is replaced; move it"),
    )
}
