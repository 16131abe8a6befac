//! Renders every page of a state once, for errors on pages that nobody looks at. On a thread of its own and one page at a
//! time: some pages of a large site take longer than an edit may wait, and the other processors are for those who work.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;

use super::watch::Command;
use crate::diagnostic::Diagnostic;
use crate::render::Renderer;
use crate::workspace::Loaded;

/// How many pages that fail are enough to tell.
const ENOUGH: usize = 20;

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
            if let Some(found) = render(&state, &given_up) {
                // Nobody listens any more when the preview has ended.
                let _ = commands.send(Command::FullyChecked(state, found));
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

/// What is wrong with the pages of a state; none when it was given up.
fn render(state: &Loaded, given_up: &AtomicBool) -> Option<Vec<Diagnostic>> {
    let renderer = Renderer::new(&state.snapshot);
    let mut found = Vec::new();
    for (url, route) in state.snapshot.site.routes.iter() {
        if given_up.load(Ordering::Relaxed) {
            return None;
        }
        found.extend(renderer.render(url, route).err().map(|found| *found));
        if found.len() >= ENOUGH {
            break;
        }
    }
    Some(found)
}
