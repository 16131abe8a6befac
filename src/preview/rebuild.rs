//! Reloads the site when its files change and publishes the new revision. The first event is handled at once; events that arrive
//! during the reload, and shortly after, are handled together.
//!
//! Time is counted in ticks without an event, so nothing here asks a clock.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::Duration;

use super::full_check::{CheckedPages, FullCheck};
use super::problem::Problems;
use super::state::{PreviewState, Revision};
use super::watch::{Command, Watch};
use crate::period::Date;
use crate::source::SourcePath;
use crate::source::load::{DiskLoader, Loader, Look};
use crate::workspace::{FOLDERS, FileEvent, Loaded, Options, Workspace};

/// The unit of waiting: so long without an event.
const TICK: Duration = Duration::from_millis(5);

/// Ticks until a file that is empty or missing counts as such. Editors empty a file before they write it, or move it aside and
/// write another: 50 ms are longer than that takes, and too short to be noticed.
const SETTLE_TICKS: u8 = 10;

/// Ticks after which a new folder is listed again: its watch may start after its first files were written.
const RELIST_TICKS: [u8; 2] = [4, 40];

/// For how many ticks events are collected into one reload.
const MOST_FOLDED_TICKS: u8 = 20;

/// The pause after which all pages are rendered, to find errors on pages that are not open.
const FULL_CHECK_PAUSE: Duration = Duration::from_millis(300);

/// The day that "late" is judged by.
pub(super) type Today = Box<dyn Fn() -> Date + Send>;

/// The thread that keeps the preview up to date.
pub(super) struct Rebuilder {
    loader: DiskLoader,
    workspace: Workspace,
    watch: Watch,
    /// Where a full check sends its result.
    commands: SyncSender<Command>,
    state: Arc<PreviewState>,
    today: Today,
    /// Tells open pages that there is a new revision.
    notify_clients: Box<dyn Fn() + Send>,
    pending: Pending,
    full_check: Option<FullCheck>,
    /// Earlier revisions. They are freed when there is time: freeing a large site takes longer than publishing the next.
    past: Vec<Arc<Revision>>,
}

/// What is due after a number of ticks.
#[derive(Debug)]
struct Pending {
    unsettled: BTreeMap<SourcePath, u8>,
    listings: Vec<(SourcePath, u8)>,
    /// The site could not be read; it is tried again, and at the end taken as it is.
    retry: Option<u8>,
    failed: bool,
    /// Whether all pages are still to be rendered.
    unchecked: bool,
}

impl Default for Pending {
    /// At the start every file counts as it is.
    fn default() -> Self {
        Self { unsettled: BTreeMap::new(), listings: Vec::new(), retry: Some(0), failed: false, unchecked: false }
    }
}

impl Pending {
    fn is_over(&self) -> bool {
        self.unsettled.is_empty() && self.listings.is_empty() && self.retry.is_none()
    }
}

impl Rebuilder {
    /// Lists a site's files and publishes the first revision. The files are watched already, so no change is missed.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub(super) fn start(
        loader: DiskLoader,
        watch: Watch,
        commands: SyncSender<Command>,
        state: Arc<PreviewState>,
        today: Today,
        notify_clients: Box<dyn Fn() + Send>,
    ) -> io::Result<Self> {
        let (workspace, pending) = (Workspace::open(&loader)?, Pending::default());
        let mut rebuilder =
            Self { loader, workspace, watch, commands, state, today, notify_clients, pending, full_check: None, past: Vec::new() };
        rebuilder.apply();
        Ok(rebuilder)
    }

    /// Handles events until it is told to stop.
    pub(super) fn run(mut self, commands: &Receiver<Command>) {
        loop {
            let next = match (self.pending.is_over(), self.pending.unchecked) {
                (false, _) => commands.recv_timeout(TICK),
                (true, true) => commands.recv_timeout(FULL_CHECK_PAUSE),
                (true, false) => commands.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let goes_on = match next {
                Ok(command) => self.take(command, commands),
                Err(RecvTimeoutError::Timeout) if self.pending.is_over() => {
                    self.check_all();
                    true
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.tick();
                    true
                }
                Err(RecvTimeoutError::Disconnected) => false,
            };
            if !goes_on || self.apply() && !self.fold(commands) {
                return;
            }
        }
    }

    /// Handles a command and all that are queued behind it; false when it is to stop.
    fn take(&mut self, command: Command, commands: &Receiver<Command>) -> bool {
        let mut next = Some(command);
        while let Some(command) = next {
            match command {
                Command::Stop => return false,
                Command::FullyChecked(state, checked) => self.judge(&state, checked),
                Command::Fork(reply) => {
                    // Whoever asked may have given up.
                    let _ = reply.try_send(self.workspace.clone());
                }
                Command::Path(path) if path.as_os_str().is_empty() => self.list_all(),
                Command::Path(path) => self.look(self.loader.relative(&path)),
                Command::Moved(from, to) => {
                    let (from, to) = (self.loader.relative(&from), self.loader.relative(&to));
                    if let (Some(from), Some(to)) = (&from, &to) {
                        self.moved(from, to);
                    }
                    self.look(to);
                }
            }
            next = commands.try_recv().ok();
        }
        if self.watch.has_lost() {
            self.list_all();
        }
        true
    }

    /// Handles what arrives shortly after a reload, in one more reload; false when it is to stop.
    fn fold(&mut self, commands: &Receiver<Command>) -> bool {
        for _ in 0..MOST_FOLDED_TICKS {
            match commands.recv_timeout(TICK) {
                Ok(command) => {
                    if !self.take(command, commands) {
                        return false;
                    }
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        self.apply();
        self.tidy();
        true
    }

    /// Work that no reader waits for.
    fn tidy(&mut self) {
        self.past.clear();
        self.workspace.prepare();
    }

    /// Looks up what stands at a path where something happened.
    fn look(&mut self, path: Option<SourcePath>) {
        let Some(path) = path.filter(is_counted) else { return };
        // A full check would take processor time from the reload that somebody waits for.
        self.pending.unchecked |= self.full_check.take().is_some();
        match self.loader.look(&path) {
            Look::File => {
                self.forget(&path);
                self.pending.unsettled.remove(&path);
                if path.as_str().contains('/') || path.as_str() == "site.toml" {
                    self.workspace.mark_changed(&path, FileEvent::Touched);
                }
            }
            Look::Empty | Look::Missing => {
                for path in self.with_all_below(&path) {
                    self.pending.unsettled.entry(path).or_insert(SETTLE_TICKS);
                }
                if self.loader.look(&path) == Look::Empty {
                    self.pending.unsettled.entry(path).or_insert(SETTLE_TICKS);
                }
            }
            Look::Folder => {
                if !path.as_str().contains('/') {
                    // A watch that cannot be had is told by the files that do not change; the preview still serves.
                    let _ = self.watch.add(path.as_str());
                }
                self.workspace.mark_changed(&path, FileEvent::Removed);
                self.list(&path);
                self.pending.listings.extend(RELIST_TICKS.map(|ticks| (path.clone(), ticks)));
            }
        }
    }

    /// A file that was moved within the site is certainly gone from its old place. One that gets another suffix may be an editor's backup.
    fn moved(&mut self, from: &SourcePath, to: &SourcePath) {
        let is_same_kind = from.extension() == to.extension() || self.loader.look(to) == Look::Folder;
        if !is_counted(to) || !is_same_kind {
            return;
        }
        for path in self.with_all_below(from) {
            if self.loader.look(&path) == Look::Missing {
                self.pending.unsettled.remove(&path);
                self.workspace.mark_changed(&path, FileEvent::Removed);
            }
        }
    }

    fn with_all_below(&self, path: &SourcePath) -> Vec<SourcePath> {
        let own = Some(path.clone()).filter(|path| self.workspace.contains(path));
        own.into_iter().chain(self.workspace.below(path.as_str())).collect()
    }

    /// A file has taken the place of a folder.
    fn forget(&mut self, path: &SourcePath) {
        for path in self.workspace.below(path.as_str()) {
            self.workspace.mark_changed(&path, FileEvent::Removed);
        }
    }

    /// Lists a folder: all its files may have changed.
    fn list(&mut self, folder: &SourcePath) {
        let listed = match self.loader.list(folder.as_str()) {
            Ok(listed) => listed,
            Err(error) => {
                // It changed while it was listed. A folder that may not be read keeps the files that are known.
                if error.kind() == io::ErrorKind::NotFound {
                    self.pending.listings.push((folder.clone(), SETTLE_TICKS));
                }
                return;
            }
        };
        for path in self.workspace.below(folder.as_str()) {
            if listed.binary_search(&path).is_err() {
                self.pending.unsettled.entry(path).or_insert(SETTLE_TICKS);
            }
        }
        for path in listed {
            if self.loader.look(&path) == Look::Empty {
                self.pending.unsettled.entry(path).or_insert(SETTLE_TICKS);
            } else {
                self.pending.unsettled.remove(&path);
                self.workspace.mark_changed(&path, FileEvent::Touched);
            }
        }
    }

    /// Lists everything: events were lost.
    fn list_all(&mut self) {
        self.look(Some(SourcePath::new("site.toml")));
        for folder in FOLDERS {
            let _ = self.watch.add(folder);
            self.list(&SourcePath::new(folder));
        }
    }

    /// A tick without an event: files that have stayed empty or missing for long enough count as such.
    fn tick(&mut self) {
        let due = |ticks: &mut u8| {
            *ticks = ticks.saturating_sub(1);
            *ticks == 0
        };
        let mut settled = Vec::new();
        self.pending.unsettled.retain(|path, ticks| {
            let is_due = due(ticks);
            is_due.then(|| settled.push(path.clone()));
            !is_due
        });
        for path in settled {
            let event = if matches!(self.loader.look(&path), Look::File | Look::Empty) { FileEvent::Touched } else { FileEvent::Removed };
            self.workspace.mark_changed(&path, event);
        }
        let mut listings = Vec::new();
        self.pending.listings.retain_mut(|(path, ticks)| {
            let is_due = due(ticks);
            is_due.then(|| listings.push(path.clone()));
            !is_due
        });
        listings.dedup();
        listings.iter().for_each(|path| self.list(path));
        if let Some(ticks) = &mut self.pending.retry {
            *ticks = ticks.saturating_sub(1);
        }
    }

    /// Loads the site if something is different and shows it; whether there is something new to see.
    fn apply(&mut self) -> bool {
        let options = Options { base_url: None, today: (self.today)(), drafts: true };
        let careful = Careful(&self.loader);
        let result = match (self.pending.failed, self.pending.retry) {
            (true, _) => self.workspace.load(&self.loader, &options).map(Some),
            (false, Some(0)) => self.workspace.reload(&self.loader, &options),
            (false, _) => self.workspace.reload(&careful, &options),
        };
        match result {
            Ok(None) => {
                self.pending.retry = None;
                false
            }
            Ok(Some(loaded)) => {
                self.pending.retry = None;
                self.pending.failed = false;
                self.show(loaded);
                true
            }
            // A file that has just disappeared may be on its way to another place: that will be an event of its own.
            Err(error) => match self.pending.retry {
                _ if self.pending.failed => false,
                None => {
                    self.pending.retry = Some(SETTLE_TICKS);
                    false
                }
                Some(0) => {
                    self.pending.retry = None;
                    self.pending.failed = true;
                    let problems = Problems::unreadable(&error, self.state.message_context());
                    self.publish(Revision { problems: Arc::new(problems), ..Revision::clone(&self.state.now()) });
                    true
                }
                Some(_) => false,
            },
        }
    }

    fn show(&mut self, loaded: Loaded) {
        let now = self.state.now();
        let (problems, findings) = self.state.judge(&loaded, Vec::new());
        let good = if problems.is_empty() { Some(Arc::new(loaded)) } else { now.good.clone() };
        self.pending.unchecked = problems.is_empty();
        // Until a revision has been checked in full, the first one is the most likely to work.
        let fully_checked = now.fully_checked.clone().or_else(|| now.good.clone());
        self.publish(Revision { good, fully_checked, problems, findings });
    }

    /// Publishes a revision; a full check of the one before is given up.
    fn publish(&mut self, revision: Revision) {
        self.full_check = None;
        self.past.push(self.state.show(revision));
        (self.notify_clients)();
    }

    /// Starts to render every page of the current revision.
    fn check_all(&mut self) {
        self.tidy();
        self.pending.unchecked = false;
        let state = self.state.now().good.clone();
        // Without a thread for it, a page is checked when it is opened.
        self.full_check = state.and_then(|state| FullCheck::begin(state, self.commands.clone()).ok());
    }

    /// Adopts the result of a full check, if it is of the current revision.
    fn judge(&mut self, state: &Arc<Loaded>, checked: CheckedPages) {
        let now = self.state.now();
        let good = now.good.clone().filter(|good| Arc::ptr_eq(good, state));
        // A check that was given up may have sent its findings just before.
        let (Some(good), Some(_)) = (good, self.full_check.take()) else { return };
        let fully_checked = if checked.all_rendered { Some(Arc::clone(&good)) } else { now.fully_checked.clone() };
        if checked.found.is_empty() {
            self.state.show(Revision { fully_checked, ..Revision::clone(&now) });
        } else {
            let (problems, findings) = self.state.judge(&good, checked.found);
            self.publish(Revision { fully_checked, problems, findings, ..Revision::clone(&now) });
        }
    }
}

/// Refuses to read an empty file: an editor may be about to write it.
struct Careful<'a>(&'a DiskLoader);

impl Loader for Careful<'_> {
    fn list(&self, folder: &str) -> io::Result<Vec<SourcePath>> {
        self.0.list(folder)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let bytes = self.0.read(path)?;
        if bytes.is_empty() { Err(io::ErrorKind::Interrupted.into()) } else { Ok(bytes) }
    }
}

/// Whether a path can be part of a site.
fn is_counted(path: &SourcePath) -> bool {
    let top = path.as_str().split('/').next().unwrap_or_default();
    path.as_str() == "site.toml" || FOLDERS.contains(&top)
}

#[cfg(test)]
mod tests;
