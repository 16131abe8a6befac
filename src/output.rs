//! Writes a site's bytes to a folder, in one step: a new folder is filled beside the old one and takes its place. Whoever kills
//! the program at any moment leaves one whole site. What did not change is neither read nor written, and what the program did
//! not make stays where it is. Knows neither pages nor sites.

mod foreign;
mod manifest;
mod working;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::diagnostic::{Message, UiLanguage};
use crate::disk::system;
use manifest::{FileState, Manifest};
use working::WorkingFolder;

/// A file to write: its URL below the base path, and its bytes.
pub type File = (String, Arc<[u8]>);

/// What a build keeps of a page for the next one; means nothing to this module.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Record {
    /// A hash of all that the page's bytes follow from, in hexadecimal digits.
    pub fingerprint: String,
    /// What other checks need to know of the page.
    pub summary: String,
}

/// Why a folder was not written; nothing in it has changed then.
#[derive(Debug)]
pub enum OutputError {
    /// It may not be written like this: what is wrong, and what to do.
    Refused(Message),
    /// The system refused.
    System(PathBuf, io::Error),
}

impl OutputError {
    fn at(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        |error| Self::System(path.to_owned(), error)
    }

    /// The error in one language, as one line.
    pub fn in_ui_language(&self, ui_language: UiLanguage) -> String {
        match (self, ui_language) {
            (Self::Refused(message), _) => message.in_ui_language(ui_language).to_owned(),
            (Self::System(path, error), UiLanguage::Swedish) => format!("kunde inte skriva {}: {error}", path.display()),
            (Self::System(path, error), UiLanguage::English) => format!("could not write {}: {error}", path.display()),
        }
    }
}

/// What came of writing a site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have other bytes.
    pub changed: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Files that were left alone.
    pub unchanged: usize,
}

/// A site's folder that is being brought up to date. Dropped unfinished, it leaves everything as it was.
#[derive(Debug)]
pub struct Folder {
    target: PathBuf,
    working: WorkingFolder,
    /// What stands in the target; nothing where no site does.
    old: Manifest,
    /// What will stand there, by path.
    new: Mutex<BTreeMap<String, Planned>>,
    /// Folders that have been made in the new tree.
    folders: Mutex<BTreeSet<PathBuf>>,
    /// The new tree, made when the first file differs.
    fresh: OnceLock<Result<(), String>>,
}

/// What becomes of one path.
#[derive(Clone, Debug)]
enum Planned {
    /// The old file stays.
    Kept,
    /// The old file stays, with another record.
    Noted(FileState),
    /// Its new file stands in the new tree.
    Written(FileState),
}

impl Folder {
    /// Takes hold of a folder: waits for another build that is writing it, and cleans up after one that was killed.
    ///
    /// # Errors
    /// When the folder holds something else than a site of this program, is no folder, or cannot be replaced as a whole; when
    /// another build does not end; when the disk refuses.
    pub fn create(target: &Path, site: &Path) -> Result<Self, OutputError> {
        let target = real_path(target).map_err(OutputError::at(target))?;
        refuse_places(&target, site)?;
        let working = WorkingFolder::lock(&target)?;
        working.recover(&target).map_err(OutputError::at(&target))?;
        let old = Manifest::read(&target).map_err(OutputError::at(&target))?;
        let is_empty = fs::read_dir(&target).map_or(true, |mut entries| entries.next().is_none());
        let old = match old {
            Some(old) => old,
            None if is_empty => Manifest::default(),
            None => return Err(OutputError::Refused(not_ours(&target))),
        };
        Ok(Self { target, working, old, new: Mutex::default(), folders: Mutex::default(), fresh: OnceLock::new() })
    }

    /// Where the file of a URL goes, below the folder: `/a/` is `a/index.html`.
    fn relative(url: &str) -> Result<String, OutputError> {
        let relative = url.trim_start_matches('/');
        let leads_out = |part: &str| matches!(part, ".." | ".") || part.contains(['\\', '\0']);
        if relative.split('/').any(leads_out) || relative == manifest::NAME {
            return Err(OutputError::Refused(Message::new(
                format!("adressen {url} leder ut ur webbplatsen"),
                format!("the address {url} leads out of the site"),
            )));
        }
        let is_index = relative.is_empty() || relative.ends_with('/');
        Ok(if is_index { format!("{relative}index.html") } else { relative.to_owned() })
    }

    /// What the last build kept of a URL, if its file still is the one that it wrote.
    pub fn record(&self, url: &str) -> Option<&Record> {
        let path = Self::relative(url).ok()?;
        self.old.unchanged(&self.target, &path)?.record.as_ref()
    }

    /// Leaves the file of a URL, with its record, as the last build wrote it.
    ///
    /// # Errors
    /// When two URLs have one file.
    pub fn keep(&self, url: &str) -> Result<(), OutputError> {
        self.plan(Self::relative(url)?, Planned::Kept)
    }

    /// Writes the file of a URL. One that has the bytes of the last build stays the same file, with its time, so that copying
    /// the site to its host moves only what is new.
    ///
    /// # Errors
    /// When two URLs have one file, or the disk refuses.
    pub fn write(&self, url: &str, bytes: &[u8], record: Option<Record>) -> Result<(), OutputError> {
        let path = Self::relative(url)?;
        let state = FileState::of(bytes, record);
        if let Some(old) = self.old.unchanged(&self.target, &path).filter(|old| old.hash == state.hash) {
            let planned = if *old == state { Planned::Kept } else { Planned::Noted(state) };
            return self.plan(path, planned);
        }
        self.make_fresh()?;
        let file = self.fresh_path(&path);
        self.write_new(&file, bytes).map_err(OutputError::at(&file))?;
        self.plan(path, Planned::Written(state))
    }

    /// Writes many files at once.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_all(&self, files: &[File]) -> Result<(), OutputError> {
        files.par_iter().try_for_each(|(url, bytes)| self.write(url, bytes, None))
    }

    /// A file of its own, never one that is there: another name for it may belong to the old site.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.make_parent(path)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(bytes)
    }

    fn make_parent(&self, path: &Path) -> io::Result<()> {
        let Some(parent) = path.parent() else { return Ok(()) };
        let is_known = || self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(parent);
        if !is_known() {
            fs::create_dir_all(parent)?;
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(parent.to_owned());
        }
        Ok(())
    }

    fn fresh_path(&self, path: &str) -> PathBuf {
        self.working.fresh().join(path)
    }

    fn make_fresh(&self) -> Result<(), OutputError> {
        let fresh = self.working.fresh();
        let made = self.fresh.get_or_init(|| fs::create_dir(&fresh).map_err(|error| error.to_string()));
        made.clone().map_err(|error| OutputError::System(fresh, io::Error::other(error)))
    }

    fn plan(&self, path: String, planned: Planned) -> Result<(), OutputError> {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        match new.insert(path.clone(), planned) {
            None => Ok(()),
            Some(_) => Err(OutputError::Refused(Message::new(
                format!("två adresser ger samma fil: {path}"),
                format!("two addresses give the same file: {path}"),
            ))),
        }
    }

    /// Puts the new site in the old one's place; an unchanged site is left alone.
    ///
    /// # Errors
    /// When a file that the program did not make stands where a page should, or cannot be kept; when the disk refuses.
    pub fn finish(self) -> Result<Written, OutputError> {
        let new = std::mem::take(&mut *self.new.lock().unwrap_or_else(PoisonError::into_inner));
        let removed = self.old.files.keys().filter(|path| !new.contains_key(*path)).count();
        let is_written = |planned: &Planned| matches!(planned, Planned::Written(_));
        let changed = new.values().filter(|planned| is_written(planned)).count();
        let written = Written { changed, removed, unchanged: new.len() - changed };
        let is_same_site = changed == 0 && removed == 0 && self.old.is_complete;
        if is_same_site && new.values().all(|planned| matches!(planned, Planned::Kept)) {
            return Ok(written);
        }
        let kept: Vec<String> = new.iter().filter(|(_, planned)| !is_written(planned)).map(|(path, _)| path.clone()).collect();
        let names: BTreeSet<String> = new.keys().cloned().collect();
        let state = |path: &String, planned: Planned| match planned {
            Planned::Written(state) | Planned::Noted(state) => Some(state),
            Planned::Kept => self.old.files.get(path).cloned(),
        };
        let files = new.into_iter().filter_map(|(path, planned)| Some((path.clone(), state(&path, planned)?))).collect();
        let manifest = Manifest::complete(files);
        if is_same_site {
            // Only what is kept for the next build is new.
            manifest.replace(&self.target).map_err(OutputError::at(&self.target))?;
            return Ok(written);
        }
        self.make_fresh()?;
        kept.par_iter().try_for_each(|path| self.link(path))?;
        foreign::keep(&self.target, &self.working.fresh(), &self.old, &names)?;
        let fresh = self.working.fresh();
        manifest.write(&fresh).map_err(OutputError::at(&fresh))?;
        self.working.put_in_place(&self.target).map_err(OutputError::at(&self.target))?;
        Ok(written)
    }

    /// Gives an old file its name in the new tree; where the file system has no second names for a file, a copy.
    fn link(&self, path: &str) -> Result<(), OutputError> {
        let (old, new) = (self.target.join(path), self.fresh_path(path));
        self.make_parent(&new).map_err(OutputError::at(&new))?;
        foreign::link(&old, &new).map_err(OutputError::at(&old))
    }
}

/// A path without links and without `.` and `..`; its last part may be missing.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    if path.symlink_metadata().is_ok() {
        // A link that leads nowhere has no real path, and is told so.
        return path.canonicalize();
    }
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    Ok(parent.canonicalize()?.join(name))
}

/// The folders of a site that a build reads.
const SOURCES: [&str; 5] = ["content", "static", "themes", "i18n", "frozen"];

/// Refuses places where a site would be published into itself, or could not be replaced as a whole.
fn refuse_places(target: &Path, site: &Path) -> Result<(), OutputError> {
    let refused = |sv: &str, en: &str| {
        let place = target.display();
        Err(OutputError::Refused(Message::new(format!("{place} {sv}"), format!("{place} {en}"))))
    };
    if target.exists() && !target.is_dir() {
        return refused("är en fil; välj en mapp med --out", "is a file; choose a folder with --out");
    }
    let Some(parent) = target.parent() else {
        return refused("kan inte ersättas; välj en mapp med --out", "cannot be replaced; choose a folder with --out");
    };
    if let Ok(site) = site.canonicalize() {
        if site.starts_with(target) {
            return refused(
                "innehåller webbplatsens egna filer; välj en annan mapp med --out",
                "holds the site's own files; choose another folder with --out",
            );
        }
        if SOURCES.iter().any(|source| target.starts_with(site.join(source))) {
            return refused(
                "ligger bland webbplatsens källfiler och skulle publiceras i nästa bygge; välj en annan mapp med --out",
                "stands among the site's source files, and the next build would publish it; choose another folder with --out",
            );
        }
    }
    if target.exists() && !system::is_same_device(target, parent).map_err(OutputError::at(target))? {
        return refused(
            "är en monteringspunkt, som inte kan ersättas i ett steg; välj en mapp i den med --out",
            "is a mount point, which cannot be replaced in one step; choose a folder in it with --out",
        );
    }
    Ok(())
}

fn not_ours(target: &Path) -> Message {
    let target = target.display();
    Message::new(
        format!("{target} är inte tom och inte gjord av tydlig; välj en annan mapp med --out, eller flytta det som ligger där"),
        format!("{target} is not empty and was not made by tydlig; choose another folder with --out, or move what is there"),
    )
}
