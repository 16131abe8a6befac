//! The adapter to the system's file events. Says where something may have happened, never what: that is looked up.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::full_check::CheckedPages;
use crate::workspace::{FOLDERS, Loaded, Workspace};

/// What the one who follows the files is told.
#[derive(Clone, Debug)]
pub(super) enum Command {
    /// Something may have happened at a path.
    Path(PathBuf),
    /// One path has become the other.
    Moved(PathBuf, PathBuf),
    /// Somebody asks for what has been read so far, to try a change on.
    Fork(SyncSender<Workspace>),
    /// Every page of a state was rendered and judged.
    FullyChecked(Arc<Loaded>, CheckedPages),
    /// The preview ends.
    Stop,
}

/// Watches a site's files until it is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    root: PathBuf,
    lost: Arc<AtomicBool>,
}

impl Watch {
    /// Starts watching.
    ///
    /// # Errors
    /// When the system has no more watches to give.
    pub(super) fn start(root: &Path, commands: SyncSender<Command>) -> io::Result<Self> {
        let lost = Arc::new(AtomicBool::new(false));
        let missed = Arc::clone(&lost);
        let send = move |command: Command| {
            // Whoever follows is far behind: a list of all files is shorter than all that happened to them.
            if commands.try_send(command).is_err() {
                missed.store(true, Ordering::Release);
                // It may have emptied the queue in between and wait again.
                let _ = commands.try_send(Command::Path(PathBuf::new()));
            }
        };
        let handler = move |event: notify::Result<Event>| match event {
            Ok(event) if event.need_rescan() => send_lost(&send),
            Ok(event) => command(event).into_iter().for_each(&send),
            Err(_) => send_lost(&send),
        };
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(handler, config).map_err(other)?;
        // Not the folders below it: beside a site's own there may be `public`, `.git` and `target`.
        watcher.watch(root, RecursiveMode::NonRecursive).map_err(other)?;
        let mut watch = Self { watcher, root: root.to_owned(), lost };
        for folder in FOLDERS {
            watch.add(folder)?;
        }
        Ok(watch)
    }

    /// Watches one of the site's folders, if it is there.
    pub(super) fn add(&mut self, folder: &str) -> io::Result<()> {
        let path = self.root.join(folder);
        if path.is_dir() { self.watcher.watch(&path, RecursiveMode::Recursive).map_err(other) } else { Ok(()) }
    }

    /// Whether events were lost since this was asked last.
    pub(super) fn has_lost(&self) -> bool {
        self.lost.swap(false, Ordering::AcqRel)
    }
}

/// Events were lost: sent as an event at no path, so that the rebuilder lists all files.
fn send_lost(send: &impl Fn(Command)) {
    send(Command::Path(PathBuf::new()));
}

fn other(error: notify::Error) -> io::Error {
    io::Error::other(error)
}

/// Where an event says that something happened; reading a file changes nothing.
fn command(event: Event) -> Vec<Command> {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
        EventKind::Access(_) => return Vec::new(),
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
            if let [from, to] = event.paths.as_slice() {
                return vec![Command::Moved(from.clone(), to.clone())];
            }
        }
        _ => {}
    }
    event.paths.into_iter().map(Command::Path).collect()
}
