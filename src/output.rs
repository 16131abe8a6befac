//! Writes a site's bytes to a folder: into a new one first, which then takes the old one's place, so that a build that
//! is killed leaves the old site whole. Single files for people to work on are never replaced unasked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use rayon::prelude::*;

/// A file to write: its URL below the base path, and its bytes.
pub type File = (String, Arc<[u8]>);

/// A name that marks a folder as made by the program, so that it may be replaced.
const MARK: &str = ".tydlig";

/// A folder that is being filled.
#[derive(Debug)]
pub struct Folder {
    target: PathBuf,
    fresh: PathBuf,
    /// Whether there is an old site to take unchanged files from.
    replaces: bool,
}

impl Folder {
    /// Makes an empty folder beside the target.
    ///
    /// # Errors
    /// When the target holds something else than a site made by this program, or the disk refuses.
    pub fn create(target: &Path) -> anyhow::Result<Self> {
        let occupied = target.read_dir().is_ok_and(|mut entries| entries.next().is_some());
        if occupied && !target.join(MARK).exists() {
            bail!("{} är inte tom och inte gjord av tydlig / is not empty and was not made by tydlig", target.display());
        }
        let name = target.file_name().context("the output folder has no name")?;
        let mut fresh_name = std::ffi::OsString::from(".");
        fresh_name.push(name);
        fresh_name.push(".new");
        let fresh = target.with_file_name(fresh_name);
        if fresh.exists() {
            std::fs::remove_dir_all(&fresh).with_context(|| format!("could not remove {}", fresh.display()))?;
        }
        std::fs::create_dir_all(&fresh).with_context(|| format!("could not create {}", fresh.display()))?;
        std::fs::write(fresh.join(MARK), "made by tydlig\n")?;
        Ok(Self { target: target.to_owned(), fresh, replaces: occupied })
    }

    /// Where the file of a URL goes, below the folder: `/a/` is `a/index.html`.
    ///
    /// # Errors
    /// When the URL leads out of the folder.
    fn relative(url: &str) -> anyhow::Result<PathBuf> {
        let relative = url.trim_start_matches('/');
        if relative.split('/').any(|part| part == ".." || part.contains('\\')) {
            bail!("the address {url} leads out of the site");
        }
        let index = relative.is_empty() || relative.ends_with('/');
        Ok(PathBuf::from(if index { format!("{relative}index.html") } else { relative.to_owned() }))
    }

    /// Writes one file. A file that has not changed stays the same file, with its time, so that copying the site to its
    /// host moves only what is new.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, url: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let relative = Self::relative(url)?;
        let path = self.fresh.join(&relative);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("could not create {}", parent.display()))?;
        }
        let old = self.target.join(&relative);
        if self.replaces && holds(&old, bytes) && std::fs::hard_link(&old, &path).is_ok() {
            return Ok(());
        }
        std::fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))
    }

    /// Writes many files at once.
    ///
    /// # Errors
    /// When the disk refuses one of them.
    pub fn write_all(&self, files: &[File]) -> anyhow::Result<()> {
        files.par_iter().try_for_each(|(url, bytes)| self.write(url, bytes))
    }

    /// Puts the new folder in the old one's place.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn finish(self) -> anyhow::Result<()> {
        let old = self.fresh.with_extension("old");
        if old.exists() {
            std::fs::remove_dir_all(&old)?;
        }
        if self.target.exists() {
            std::fs::rename(&self.target, &old).with_context(|| format!("could not replace {}", self.target.display()))?;
        }
        std::fs::rename(&self.fresh, &self.target).with_context(|| format!("could not create {}", self.target.display()))?;
        if old.exists() {
            std::fs::remove_dir_all(&old)?;
        }
        Ok(())
    }
}

/// What becomes of files that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// They stay, and nothing is written.
    Keep,
    /// They are replaced.
    Replace,
}

/// Writes files for people to work on, all or none: someone may have filled in the ones that are there.
///
/// # Errors
/// When a file is there already and is to be kept, or the disk refuses.
pub fn write_files(files: &[(PathBuf, Vec<u8>)], existing: Existing) -> anyhow::Result<()> {
    if existing == Existing::Keep
        && let Some((path, _)) = files.iter().find(|(path, _)| path.exists())
    {
        let path = path.display();
        bail!(
            "{path} finns redan, och någon kan ha fyllt i den: ange en annan fil med --out, eller skriv över den med --force / \
             exists already, and someone may have filled it in: name another file with --out, or replace it with --force"
        );
    }
    for (path, bytes) in files {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("could not create {}", parent.display()))?;
        }
        let mut name = path.file_name().context("the file has no name")?.to_owned();
        name.push(".new");
        // A write that is killed leaves the old file whole.
        let fresh = path.with_file_name(name);
        std::fs::write(&fresh, bytes).with_context(|| format!("could not write {}", fresh.display()))?;
        std::fs::rename(&fresh, path).with_context(|| format!("could not write {}", path.display()))?;
    }
    Ok(())
}

/// Whether a file has exactly these bytes.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = std::fs::metadata(path).is_ok_and(|file| file.len() == bytes.len() as u64);
    same_length && std::fs::read(path).is_ok_and(|old| old == bytes)
}
