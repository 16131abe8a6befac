//! Changes from the preview to the site's files: who may make them, whether the site still works with them, and writing them.
//! What can be changed on a page is in [`editable`]; how a file comes to its new text in [`crate::edit`].

pub(super) mod editable;
mod elements;
pub(super) mod shown_parts;
mod words;

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Deserialize;

use super::problem::{Findings, Problems, system};
use super::state::PreviewState;
use super::watch::Command;
use crate::diagnostic::{Diagnostic, Level, Message, Report};
use crate::document::format::Format;
use crate::edit::{self, Change, Edit, FieldForm, Part};
use crate::source::encoded_file::{EncodedFile, Unwritable, digest};
use crate::source::load::{DiskLoader, Loader};
use crate::source::save::{self, Refused};
use crate::source::{SourcePath, Span};
use crate::workspace::{FileEvent, Loaded, Options, Workspace};

/// The most bytes that a request to save may have.
pub(super) const LARGEST_REQUEST: usize = 1024 * 1024;

/// How long the rebuilder may take to hand out a copy of the workspace.
const REBUILDER_TIMEOUT: Duration = Duration::from_secs(20);

/// Saves changes, one at a time.
#[derive(Debug)]
pub(super) struct EditService {
    token: String,
    commands: Mutex<SyncSender<Command>>,
}

/// The result of a request to save.
#[derive(Debug)]
pub(super) enum Saved {
    /// It is written; the file's new digest.
    Written(String),
    /// The file is another than the one that was shown.
    Changed,
    /// It cannot be: which change is to blame, if one is, and why.
    Impossible(Option<usize>, Message),
    /// The site would not work any more.
    Wrong(Problems),
}

impl EditService {
    /// A service with a token of its own.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub(super) fn new(commands: SyncSender<Command>) -> io::Result<Self> {
        let mut secret = [0_u8; 32];
        getrandom::fill(&mut secret).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self { token: secret.iter().map(|byte| format!("{byte:02x}")).collect(), commands: Mutex::new(commands) })
    }

    /// The token of this run, which only the preview's own pages get.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Whether a token is this run's. Takes equally long whatever is wrong with it, so that it cannot be guessed character by character.
    pub(super) fn is_valid_token(&self, token: &str) -> bool {
        let own = self.token.as_bytes();
        let given = token.as_bytes();
        let different = own.iter().enumerate().fold(0, |different, (at, byte)| different | (byte ^ given.get(at).unwrap_or(&0)));
        std::hint::black_box(different) == 0 && given.len() == own.len()
    }

    /// Makes changes, if the file is as it was shown and the site has no more errors with them than without.
    pub(super) fn save(&self, state: &PreviewState, edit: &Edit) -> Saved {
        // One at a time: what is checked must be what is there when it is written.
        let commands = self.commands.lock().unwrap_or_else(PoisonError::into_inner);
        match write(state, edit, &commands) {
            Ok(digest) => Saved::Written(digest),
            Err(saved) => *saved,
        }
    }
}

fn write(state: &PreviewState, edit: &Edit, commands: &SyncSender<Command>) -> Result<String, Box<Saved>> {
    let loader = &state.message_context().loader;
    let refused = |refused| Box::new(refusal(refused));
    let bytes = save::read(loader, &edit.path).map_err(refused)?;
    if digest(&bytes) != edit.digest {
        return Err(Box::new(Saved::Changed));
    }
    let unreadable = || Message::new("filens teckenkodning går inte att bevara", "the file's encoding cannot be kept");
    let written = EncodedFile::read(edit.path.clone(), &bytes).ok_or_else(|| Box::new(Saved::Impossible(None, unreadable())))?;
    let text = edit::apply(&written.source, &edit.changes).map_err(|found| Box::new(Saved::Impossible(found.change, found.message)))?;
    let after = written.encode(&text).map_err(|why| Box::new(Saved::Impossible(None, unwritable(why))))?;
    if after == bytes {
        return Ok(edit.digest.clone());
    }
    if u64::try_from(after.len()).unwrap_or(u64::MAX) > save::LARGEST {
        return Err(refused(Refused::TooLarge));
    }
    check(state, &edit.path, &after, commands)?;
    save::replace(loader, &edit.path, &edit.digest, &after).map_err(refused)?;
    Ok(digest(&after))
}

/// Loads the site with one file replaced in memory, and refuses what makes more wrong than there was.
fn check(state: &PreviewState, path: &SourcePath, bytes: &[u8], commands: &SyncSender<Command>) -> Result<(), Box<Saved>> {
    let busy =
        || Box::new(Saved::Impossible(None, Message::new("förhandsvisningen är upptagen; försök igen", "the preview is busy; try again")));
    let (reply, answer) = sync_channel(1);
    commands.send(Command::Fork(reply)).map_err(|_| busy())?;
    let mut fork = answer.recv_timeout(REBUILDER_TIMEOUT).map_err(|_| busy())?;
    let Some(today) = fork.day() else { return Err(busy()) };
    let options = Options { base_url: None, today, drafts: true };
    let loader = &state.message_context().loader;
    let load = |fork: &mut Workspace, loader: &dyn Loader| fork.load(loader, &options).map_err(|_| busy());
    let before = errors(&load(&mut fork, loader)?.report(Vec::new()));
    fork.mark_changed(path, FileEvent::Touched);
    let loaded: Loaded = load(&mut fork, &Replaced { loader, path, bytes })?;
    let added = added(&before, &loaded.report(Vec::new()));
    if added.is_empty() {
        return Ok(());
    }
    let findings = Findings::new(Report { diagnostics: added }, &loaded.sources);
    Err(Box::new(Saved::Wrong(Problems::of(&findings, state.message_context()))))
}

/// How often each error is found. Places are left out: they move with the text above them.
type Errors = BTreeMap<(&'static str, String, String), usize>;

fn key(found: &Diagnostic) -> (&'static str, String, String) {
    let path = found.primary.as_ref().map(|label| label.path.to_string()).unwrap_or_default();
    (found.code.code(), path, found.message.en.clone())
}

fn errors(report: &Report) -> Errors {
    let mut errors = Errors::new();
    for found in report.diagnostics.iter().filter(|found| found.level == Level::Error) {
        *errors.entry(key(found)).or_default() += 1;
    }
    errors
}

/// The errors of a report that there were not before.
fn added(before: &Errors, report: &Report) -> Vec<Diagnostic> {
    let mut left = before.clone();
    let is_new = |found: &&Diagnostic| match left.get_mut(&key(found)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    report.diagnostics.iter().filter(|found| found.level == Level::Error).filter(is_new).cloned().collect()
}

/// A site on disk in which one file is another.
struct Replaced<'a> {
    loader: &'a DiskLoader,
    path: &'a SourcePath,
    bytes: &'a [u8],
}

impl Loader for Replaced<'_> {
    fn list(&self, folder: &str) -> io::Result<Vec<SourcePath>> {
        self.loader.list(folder)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        if path == self.path { Ok(self.bytes.to_vec()) } else { self.loader.read(path) }
    }
}

fn refusal(refused: Refused) -> Saved {
    let message = match refused {
        Refused::Changed => return Saved::Changed,
        Refused::NotThere => {
            Message::new("filen finns inte, eller får inte ändras här", "the file is not there, or may not be changed here")
        }
        Refused::TooLarge => Message::new("filen är för stor för att ändras här", "the file is too large to be changed here"),
        Refused::ReadOnly => Message::new("filen är skrivskyddad", "the file is read-only"),
        Refused::System(error) => system("filen kunde inte sparas", "the file could not be saved", &error),
    };
    Saved::Impossible(None, message)
}

fn unwritable(why: Unwritable) -> Message {
    match why {
        Unwritable::Character(sign) => Message::new(
            format!("filen är sparad i Windows-1252, som saknar tecknet ”{sign}”; spara om den som CSV UTF-8 i Excel"),
            format!("the file is saved in Windows-1252, which lacks the character “{sign}”; save it as CSV UTF-8 in Excel"),
        ),
        Unwritable::Ambiguous => {
            Message::new("texten skulle läsas fel i filens teckenkodning", "the text would be read wrongly in the file's encoding")
        }
    }
}

/// A wish to save, as the preview's script sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SaveRequest {
    path: String,
    digest: String,
    changes: Vec<RequestedChange>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestedChange {
    part: RequestedPart,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum RequestedPart {
    Block(usize, usize),
    Field(String),
    Cell(usize, usize),
    /// A new field, and whether it is a list.
    Add(String, bool),
    /// A cell of a new row, by its column.
    Row(usize),
}

/// Reads a wish to save; nothing for what the script does not send.
pub(super) fn read_save_request(body: &[u8]) -> Option<Edit> {
    let request: SaveRequest = serde_json::from_slice(body).ok()?;
    let change = |change: RequestedChange| Change {
        part: match change.part {
            RequestedPart::Block(start, end) => Part::Block(Span::new(start, end)),
            RequestedPart::Field(path) => Part::Field(path),
            RequestedPart::Cell(row, column) => Part::Cell(row, column),
            RequestedPart::Add(path, list) => Part::NewField(path, if list { FieldForm::List } else { FieldForm::Scalar }),
            RequestedPart::Row(column) => Part::NewCell(column),
        },
        text: change.text,
    };
    let path = SourcePath::new(&request.path);
    let is_path = save::is_own_name(&request.path) && Format::of(&path).is_some_and(Format::is_editable) && !request.changes.is_empty();
    is_path.then(|| Edit { path, digest: request.digest, changes: request.changes.into_iter().map(change).collect() })
}
