//! Follows a site's files: looks up what happened, loads the site anew and shows it. Acts on the first sign at once; what
//! comes while it works, and shortly after, is taken together.
//!
//! Time is counted in beats without a sign, so nothing here asks a clock.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::Duration;

use super::problem::Problems;
use super::proof::Proof;
use super::stage::{Moment, Stage};
use super::watch::{Hint, Watch};
use crate::diagnostic::Diagnostic;
use crate::period::Date;
use crate::source::SourcePath;
use crate::source::load::{DiskLoader, Loader, Look};
use crate::workspace::{FOLDERS, Fate, Loaded, Options, Workspace};

/// A pause in which nothing happens.
const BEAT: Duration = Duration::from_millis(5);

/// Beats until an empty or missing file is believed. Editors empty a file before they write it, or move it aside and
/// write another; ten beats are longer than that takes, and shorter than anyone notices.
const BELIEVED: u8 = 10;

/// Beats after which a new folder is listed again: its own watch may begin after its first files.
const LISTED_AGAIN: [u8; 2] = [4, 40];

/// How many beats of work may be folded into one.
const FOLDED: u8 = 20;

/// The pause after which all pages are rendered, to find what is wrong with those that nobody looks at.
const REST: Duration = Duration::from_millis(300);

/// The day that "late" is judged by.
pub(super) type Today = Box<dyn Fn() -> Date + Send>;

/// Follows a site's files.
pub(super) struct Follower {
    loader: DiskLoader,
    workspace: Workspace,
    watch: Watch,
    /// Where a proof tells what has come of it.
    hints: SyncSender<Hint>,
    stage: Arc<Stage>,
    today: Today,
    /// Called after each new moment.
    ring: Box<dyn Fn() + Send>,
    waiting: Waiting,
    proof: Option<Proof>,
    /// Moments that are shown no longer. Freeing a large site takes longer than showing the next.
    past: Vec<Arc<Moment>>,
}

/// What waits for a number of beats.
#[derive(Debug)]
struct Waiting {
    doubts: BTreeMap<SourcePath, u8>,
    listings: Vec<(SourcePath, u8)>,
    /// The site could not be read; it is tried again, and at the end taken as it is.
    retry: Option<u8>,
    failed: bool,
    /// Whether all pages are still to be rendered.
    unproven: bool,
}

impl Default for Waiting {
    /// At the start, everything is taken as it is.
    fn default() -> Self {
        Self { doubts: BTreeMap::new(), listings: Vec::new(), retry: Some(0), failed: false, unproven: false }
    }
}

impl Waiting {
    fn is_over(&self) -> bool {
        self.doubts.is_empty() && self.listings.is_empty() && self.retry.is_none()
    }
}

impl Follower {
    /// Lists a site's files and shows it as it is now. They are watched already, so that nothing happens in between.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub(super) fn start(
        (loader, watch, hints): (DiskLoader, Watch, SyncSender<Hint>),
        stage: Arc<Stage>,
        today: Today,
        ring: Box<dyn Fn() + Send>,
    ) -> io::Result<Self> {
        let (workspace, waiting) = (Workspace::open(&loader)?, Waiting::default());
        let mut follower = Self { loader, workspace, watch, hints, stage, today, ring, waiting, proof: None, past: Vec::new() };
        follower.apply();
        Ok(follower)
    }

    /// Follows until it is told to stop.
    pub(super) fn run(mut self, hints: &Receiver<Hint>) {
        loop {
            let next = match (self.waiting.is_over(), self.waiting.unproven) {
                (false, _) => hints.recv_timeout(BEAT),
                (true, true) => hints.recv_timeout(REST),
                (true, false) => hints.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let goes_on = match next {
                Ok(hint) => self.take(hint, hints),
                Err(RecvTimeoutError::Timeout) if self.waiting.is_over() => {
                    self.prove();
                    true
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.beat();
                    true
                }
                Err(RecvTimeoutError::Disconnected) => false,
            };
            if !goes_on || self.apply() && !self.fold(hints) {
                return;
            }
        }
    }

    /// Takes a sign and all that have come since; false when it is to stop.
    fn take(&mut self, hint: Hint, hints: &Receiver<Hint>) -> bool {
        let mut next = Some(hint);
        while let Some(hint) = next {
            match hint {
                Hint::Stop => return false,
                Hint::Proven(state, found) => self.judge(&state, found),
                Hint::Fork(reply) => {
                    // Whoever asked may have given up.
                    let _ = reply.try_send(self.workspace.clone());
                }
                Hint::Path(path) if path.as_os_str().is_empty() => self.list_all(),
                Hint::Path(path) => self.look(self.loader.relative(&path)),
                Hint::Moved(from, to) => {
                    let (from, to) = (self.loader.relative(&from), self.loader.relative(&to));
                    if let (Some(from), Some(to)) = (&from, &to) {
                        self.moved(from, to);
                    }
                    self.look(to);
                }
            }
            next = hints.try_recv().ok();
        }
        if self.watch.has_lost() {
            self.list_all();
        }
        true
    }

    /// Takes what comes shortly after a change together with it; false when it is to stop.
    fn fold(&mut self, hints: &Receiver<Hint>) -> bool {
        for _ in 0..FOLDED {
            match hints.recv_timeout(BEAT) {
                Ok(hint) => {
                    if !self.take(hint, hints) {
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

    /// What can wait until nobody does.
    fn tidy(&mut self) {
        self.past.clear();
        self.workspace.prepare();
    }

    /// Looks up what stands at a path where something happened.
    fn look(&mut self, path: Option<SourcePath>) {
        let Some(path) = path.filter(is_counted) else { return };
        // Whoever edits wants to see it: the processors are theirs.
        self.waiting.unproven |= self.proof.take().is_some();
        match self.loader.look(&path) {
            Look::File => {
                self.forget(&path);
                self.waiting.doubts.remove(&path);
                if path.as_str().contains('/') || path.as_str() == "site.toml" {
                    self.workspace.note(&path, Fate::Touched);
                }
            }
            Look::Empty | Look::Missing => {
                for path in self.with_all_below(&path) {
                    self.waiting.doubts.entry(path).or_insert(BELIEVED);
                }
                if self.loader.look(&path) == Look::Empty {
                    self.waiting.doubts.entry(path).or_insert(BELIEVED);
                }
            }
            Look::Folder => {
                if !path.as_str().contains('/') {
                    // A watch that cannot be had is told by the files that do not change; the preview still serves.
                    let _ = self.watch.add(path.as_str());
                }
                self.workspace.note(&path, Fate::Removed);
                self.list(&path);
                self.waiting.listings.extend(LISTED_AGAIN.map(|beats| (path.clone(), beats)));
            }
        }
    }

    /// What was moved away within the site is gone for certain. A file that becomes something else is only set aside.
    fn moved(&mut self, from: &SourcePath, to: &SourcePath) {
        let is_same_kind = from.extension() == to.extension() || self.loader.look(to) == Look::Folder;
        if !is_counted(to) || !is_same_kind {
            return;
        }
        for path in self.with_all_below(from) {
            if self.loader.look(&path) == Look::Missing {
                self.waiting.doubts.remove(&path);
                self.workspace.note(&path, Fate::Removed);
            }
        }
    }

    fn with_all_below(&self, path: &SourcePath) -> Vec<SourcePath> {
        let own = Some(path.clone()).filter(|path| self.workspace.contains(path));
        own.into_iter().chain(self.workspace.below(path.as_str())).collect()
    }

    /// Where a file stands now, there is no folder any more.
    fn forget(&mut self, path: &SourcePath) {
        for path in self.workspace.below(path.as_str()) {
            self.workspace.note(&path, Fate::Removed);
        }
    }

    /// Lists a folder: all its files may have changed.
    fn list(&mut self, folder: &SourcePath) {
        let listed = match self.loader.list(folder.as_str()) {
            Ok(listed) => listed,
            Err(error) => {
                // It changed while it was listed; a folder that may not be read stays as it was known.
                if error.kind() == io::ErrorKind::NotFound {
                    self.waiting.listings.push((folder.clone(), BELIEVED));
                }
                return;
            }
        };
        for path in self.workspace.below(folder.as_str()) {
            if listed.binary_search(&path).is_err() {
                self.waiting.doubts.entry(path).or_insert(BELIEVED);
            }
        }
        for path in listed {
            if self.loader.look(&path) == Look::Empty {
                self.waiting.doubts.entry(path).or_insert(BELIEVED);
            } else {
                self.waiting.doubts.remove(&path);
                self.workspace.note(&path, Fate::Touched);
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

    /// A beat without a sign: what has stayed as it was is believed.
    fn beat(&mut self) {
        let due = |beats: &mut u8| {
            *beats = beats.saturating_sub(1);
            *beats == 0
        };
        let mut believed = Vec::new();
        self.waiting.doubts.retain(|path, beats| {
            let is_due = due(beats);
            is_due.then(|| believed.push(path.clone()));
            !is_due
        });
        for path in believed {
            let fate = if matches!(self.loader.look(&path), Look::File | Look::Empty) { Fate::Touched } else { Fate::Removed };
            self.workspace.note(&path, fate);
        }
        let mut listings = Vec::new();
        self.waiting.listings.retain_mut(|(path, beats)| {
            let is_due = due(beats);
            is_due.then(|| listings.push(path.clone()));
            !is_due
        });
        listings.dedup();
        listings.iter().for_each(|path| self.list(path));
        if let Some(beats) = &mut self.waiting.retry {
            *beats = beats.saturating_sub(1);
        }
    }

    /// Loads the site if something is different and shows it; whether there is something new to see.
    fn apply(&mut self) -> bool {
        let options = Options { base_url: None, today: (self.today)(), drafts: true };
        let careful = Careful(&self.loader);
        let result = match (self.waiting.failed, self.waiting.retry) {
            (true, _) => self.workspace.load(&self.loader, &options).map(Some),
            (false, Some(0)) => self.workspace.reload(&self.loader, &options),
            (false, _) => self.workspace.reload(&careful, &options),
        };
        match result {
            Ok(None) => {
                self.waiting.retry = None;
                false
            }
            Ok(Some(loaded)) => {
                self.waiting.retry = None;
                self.waiting.failed = false;
                self.show(loaded);
                true
            }
            // A file that was there a moment ago may be on its way to another place: its own sign will come.
            Err(error) => match self.waiting.retry {
                _ if self.waiting.failed => false,
                None => {
                    self.waiting.retry = Some(BELIEVED);
                    false
                }
                Some(0) => {
                    self.waiting.retry = None;
                    self.waiting.failed = true;
                    let problems = Problems::unreadable(&error, self.stage.voice());
                    self.publish(Moment { problems: Arc::new(problems), ..Moment::clone(&self.stage.now()) });
                    true
                }
                Some(_) => false,
            },
        }
    }

    fn show(&mut self, loaded: Loaded) {
        let now = self.stage.now();
        let (problems, findings) = self.stage.judge(&loaded, Vec::new());
        let good = if problems.is_empty() { Some(Arc::new(loaded)) } else { now.good.clone() };
        self.waiting.unproven = problems.is_empty();
        // As long as nothing has been proven, the first state is the one most likely to work.
        let proven = now.proven.clone().or_else(|| now.good.clone());
        self.publish(Moment { good, proven, problems, findings });
    }

    /// Shows a moment; what was being found out about the one before is of no use any more.
    fn publish(&mut self, moment: Moment) {
        self.proof = None;
        self.past.push(self.stage.show(moment));
        (self.ring)();
    }

    /// Begins to render every page of the state that is shown.
    fn prove(&mut self) {
        self.tidy();
        self.waiting.unproven = false;
        let state = self.stage.now().good.clone();
        // Without a thread for it, pages are judged when somebody looks at them.
        self.proof = state.and_then(|state| Proof::begin(state, self.hints.clone()).ok());
    }

    /// Takes what has come of rendering a state, if it still is the one that is shown.
    fn judge(&mut self, state: &Arc<Loaded>, found: Vec<Diagnostic>) {
        let now = self.stage.now();
        let good = now.good.clone().filter(|good| Arc::ptr_eq(good, state));
        // One that was given up may have told its findings just before.
        let (Some(good), Some(_)) = (good, self.proof.take()) else { return };
        if found.is_empty() {
            self.stage.show(Moment { proven: Some(good), ..Moment::clone(&now) });
        } else {
            let (problems, findings) = self.stage.judge(&good, found);
            self.publish(Moment { problems, findings, ..Moment::clone(&now) });
        }
    }
}

/// Reads no file that is empty: it may have been emptied to be written since somebody looked.
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
