//! The folder beside a site's folder in which a new site is made: `.NAME.tydlig`. Its lock keeps other builds away, and its lock
//! file tells it from folders that are not the program's.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::OutputError;
use crate::diagnostic::Message;
use crate::disk::system;

/// How long a build waits for another one of the same folder.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it looks whether the other one has ended.
const PAUSE: Duration = Duration::from_millis(20);

/// How often a folder that looks as if somebody else had made it is looked at.
const LOOKS: usize = 5;

/// What the lock file holds: by it, a folder is known as the program's own.
const MARK: &str = "tydlig\n";

/// A working folder that belongs to this process; it is removed when this is dropped.
#[derive(Debug)]
pub(super) struct WorkingFolder {
    path: PathBuf,
    lock: File,
}

impl WorkingFolder {
    /// Makes the working folder of a site's folder, or takes over the one of a build that was killed.
    pub(super) fn lock(target: &Path) -> Result<Self, OutputError> {
        let mut name = std::ffi::OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(".tydlig");
        let path = target.with_file_name(name);
        let mut pauses = PATIENCE.as_millis() / PAUSE.as_millis();
        loop {
            match Self::try_lock(&path) {
                Ok(Some(working)) => return Ok(working),
                Ok(None) if pauses > 0 => {
                    pauses -= 1;
                    std::thread::sleep(PAUSE);
                }
                Ok(None) => return Err(OutputError::Refused(busy(target))),
                Err(Attempt::Foreign) => return Err(OutputError::Refused(foreign(&path))),
                Err(Attempt::System(error)) => return Err(OutputError::System(path, error)),
            }
        }
    }

    /// Takes the lock if nobody has it.
    fn try_lock(path: &Path) -> Result<Option<Self>, Attempt> {
        match fs::create_dir(path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => is_ours(path)?,
            Err(error) => return Err(error.into()),
        }
        let name = path.join("lock");
        let lock = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&name) {
            Ok(lock) => lock,
            // The build that had it has ended, and removed it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        if !system::is_file_at(&lock, &name) {
            return Ok(None);
        }
        let mut working = Self { path: path.to_owned(), lock };
        working.lock.set_len(0)?;
        working.lock.write_all(MARK.as_bytes())?;
        Ok(Some(working))
    }

    /// The new tree.
    pub(super) fn fresh(&self) -> PathBuf {
        self.path.join("new")
    }

    /// Where the old tree waits, where the system cannot exchange two folders in one step.
    fn aside(&self) -> PathBuf {
        self.path.join("old")
    }

    /// Mends what a killed build has left: gives the old site its place back if it was moved aside, and removes the rest.
    pub(super) fn recover(&self, target: &Path) -> io::Result<()> {
        if target.symlink_metadata().is_err() && self.aside().is_dir() {
            fs::rename(self.aside(), target)?;
        }
        remove(&self.aside())?;
        remove(&self.fresh())
    }

    /// Puts the new tree in the place of the old one, in one step where the system can.
    pub(super) fn put_in_place(&self, target: &Path) -> io::Result<()> {
        if target.symlink_metadata().is_err() {
            return fs::rename(self.fresh(), target);
        }
        match system::exchange(&self.fresh(), target) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.put_in_place_in_two_steps(target),
            result => result,
        }
    }

    /// The same by two renames; what a kill between them leaves, [`Self::recover`] mends.
    fn put_in_place_in_two_steps(&self, target: &Path) -> io::Result<()> {
        fs::rename(target, self.aside())?;
        fs::rename(self.fresh(), target).inspect_err(|_| {
            // The error to tell is the first one.
            let _ = fs::rename(self.aside(), target);
        })
    }
}

impl Drop for WorkingFolder {
    fn drop(&mut self) {
        // What cannot be removed is removed by the next build, which knows by the lock file whose it is.
        if remove(&self.fresh()).and_then(|()| remove(&self.aside())).is_err() {
            return;
        }
        // Whoever waits for the lock finds that it is no longer the file at its path, and asks again.
        let _ = fs::remove_file(self.path.join("lock"));
        let _ = fs::remove_dir(&self.path);
    }
}

/// Removes a folder with all that is in it, on all processors; a missing one is no error.
fn remove(folder: &Path) -> io::Result<()> {
    use rayon::prelude::*;
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    entries.par_iter().try_for_each(
        |entry| {
            if entry.file_type()?.is_dir() { remove(&entry.path()) } else { fs::remove_file(entry.path()) }
        },
    )?;
    fs::remove_dir(folder)
}

/// Why the lock cannot be had, however long one waits.
enum Attempt {
    Foreign,
    System(io::Error),
}

impl From<io::Error> for Attempt {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// A folder of that name is the program's if it is empty, or if its lock file says so. Builds that start and end meanwhile
/// make and remove both, so what looks foreign is looked at again.
fn is_ours(path: &Path) -> Result<(), Attempt> {
    for _ in 0..LOOKS {
        if looks_ours(path)? {
            return Ok(());
        }
        std::thread::sleep(PAUSE);
    }
    Err(Attempt::Foreign)
}

fn looks_ours(path: &Path) -> io::Result<bool> {
    let mut mark = String::new();
    match File::open(path.join("lock")) {
        // A build may have made the file and not yet written to it.
        Ok(mut file) => file.read_to_string(&mut mark).map(|_| mark.is_empty() || mark == MARK),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_dir(path) {
            Ok(mut entries) => Ok(entries.next().is_none()),
            Err(error) => Ok(error.kind() == io::ErrorKind::NotFound),
        },
        Err(error) => Err(error),
    }
}

fn busy(target: &Path) -> Message {
    let (target, seconds) = (target.display(), PATIENCE.as_secs());
    Message::new(
        format!(
            "ett annat bygge skriver till {target} och blev inte klart på {seconds} sekunder; vänta tills det är klart och försök igen"
        ),
        format!("another build is writing to {target} and did not end within {seconds} seconds; wait until it has ended and try again"),
    )
}

fn foreign(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!(
            "{path} behövs för att bygga webbplatsen, men är inte gjord av tydlig; byt namn på den, eller välj en annan mapp med --out"
        ),
        format!("{path} is needed to build the site, but was not made by tydlig; rename it, or choose another folder with --out"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_steps_are_mended_after_each() {
        let base = std::env::temp_dir().join(format!("tydlig-working-{}", std::process::id()));
        let _ = fs::remove_dir_all(&base);
        let target = base.join("public");
        fs::create_dir_all(&target).unwrap();
        fs::write(target.join("a"), "old").unwrap();
        let working = WorkingFolder::lock(&target).unwrap();
        fs::create_dir(working.fresh()).unwrap();
        fs::write(working.fresh().join("a"), "new").unwrap();
        // Killed between the renames.
        fs::rename(&target, working.aside()).unwrap();
        working.recover(&target).unwrap();
        assert_eq!(fs::read_to_string(target.join("a")).unwrap(), "old");
        // Killed after both.
        fs::create_dir(working.fresh()).unwrap();
        fs::write(working.fresh().join("a"), "new").unwrap();
        working.put_in_place_in_two_steps(&target).unwrap();
        working.recover(&target).unwrap();
        assert_eq!(fs::read_to_string(target.join("a")).unwrap(), "new");
        drop(working);
        assert_eq!(fs::read_dir(&base).unwrap().count(), 1, "nothing is left beside the site");
        fs::remove_dir_all(&base).unwrap();
    }
}
