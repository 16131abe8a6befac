//! Renders and judges every page of a state once, for what is wrong with pages that nobody looks at. On a thread of its own and one page at a
//! time: some pages of a large site take longer than an edit may wait, and the other processors are for those who work.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;

use super::watch::Command;
use crate::audit::Audit;
use crate::diagnostic::Diagnostic;
use crate::render::Output;
use crate::workspace::Loaded;

/// A proof that is under way; it is given up when this is dropped.
#[derive(Debug)]
pub(super) struct FullCheck(Arc<AtomicBool>);

impl FullCheck {
    /// Begins to render a state; what came of it is told as [`Command::FullyChecked`].
    ///
    /// # Errors
    /// When the system has no thread to give.
    pub(super) fn begin(state: Arc<Loaded>, commands: SyncSender<Command>) -> io::Result<Self> {
        let given_up = Arc::new(AtomicBool::new(false));
        let full_check = Self(Arc::clone(&given_up));
        let check_all = move || {
            if let Some(checked) = check(&state, &given_up) {
                // Nobody listens any more when the preview has ended.
                let _ = commands.send(Command::FullyChecked(state, checked));
            }
        };
        std::thread::Builder::new().name("prove".to_owned()).spawn(check_all)?;
        Ok(full_check)
    }
}

impl Drop for FullCheck {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What came of a full check.
#[derive(Clone, Debug)]
pub(super) struct CheckedPages {
    /// Whether no template failed.
    pub(super) all_rendered: bool,
    /// What is wrong with the pages.
    pub(super) found: Vec<Diagnostic>,
}

/// What is wrong with the pages of a state; none when it was given up.
fn check(state: &Loaded, given_up: &AtomicBool) -> Option<CheckedPages> {
    let audit = Audit::new(&state.snapshot, &state.sources);
    let mut all_rendered = true;
    for (url, route) in state.snapshot.site.routes.iter() {
        if given_up.load(Ordering::Relaxed) {
            return None;
        }
        match audit.render(url, route) {
            Some(Output::Html(page)) => drop(audit.page(url, route, &page)),
            Some(_) => {}
            None => all_rendered = false,
        }
        if audit.has_enough_failures() {
            break;
        }
    }
    Some(CheckedPages { all_rendered, found: audit.finish() })
}
