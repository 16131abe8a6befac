//! The live preview: serves a site as `build` would write it, and follows every change to its files. Nothing is rendered
//! ahead: a request is answered from the state that is shown, and every state is made of the whole site.

mod address;
mod answer;
mod bar;
mod edit;
mod facts;
mod full_check;
mod problem;
mod rebuild;
mod server;
mod state;
mod survey;
mod view_options;
mod watch;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use crate::diagnostic::UiLanguage;
use crate::period::Date;
use crate::source::load::DiskLoader;
use crate::source::save;

use edit::EditService;
use problem::MessageContext;
use rebuild::Rebuilder;
use server::Server;
use state::PreviewState;
use watch::{Command, Watch};

/// Where the preview's own files stand.
const RESERVED: &str = "/_tydlig/";

/// How many signs may wait to be looked at.
const SIGNS: usize = 10_000;

/// How many ports are tried after one that is taken.
const PORTS: u16 = 20;

/// What the one who edits wants.
pub struct Settings {
    /// The address to listen at.
    pub host: IpAddr,
    /// The port, or the first of those to try; 0 for any.
    pub port: u16,
    /// The language of messages.
    pub ui_language: UiLanguage,
    /// The address that opens a file in an editor, with `{path}`, `{line}` and `{column}`.
    pub editor: Option<String>,
    /// Whether files may be changed from the pages.
    pub editing: Editing,
    /// The day that "late" is judged by, asked at every change.
    pub today: Box<dyn Fn() -> Date + Send>,
}

/// Whether files may be changed from the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// They may, by whoever sits at this computer: never when others can reach the preview.
    Allowed,
    /// They may not.
    Off,
}

/// A preview that runs until it is dropped.
#[derive(Debug)]
pub struct Preview {
    address: SocketAddr,
    commands: SyncSender<Command>,
    rebuilder: Option<JoinHandle<()>>,
    _server: Server,
}

impl Preview {
    /// Reads a site and serves it, whatever is wrong with it.
    ///
    /// # Errors
    /// When no port is free, the files cannot be watched or the folders cannot be listed.
    pub fn start(site: &Path, settings: Settings) -> io::Result<Self> {
        let root = site.canonicalize()?;
        let loader = DiskLoader::new(&root);
        save::clean(&loader);
        let listener = listen(settings.host, settings.port)?;
        let address = listener.local_addr()?;
        let (commands, signs) = sync_channel(SIGNS);
        let watch = Watch::start(&root, commands.clone())?;
        let message_context = MessageContext { ui_language: settings.ui_language, editor: settings.editor, loader: loader.clone() };
        let is_private = address.ip().is_loopback() && settings.editing == Editing::Allowed;
        let edit_service = if is_private { Some(EditService::new(commands.clone())?) } else { None };
        let state = Arc::new(PreviewState::new(message_context).with_desk(edit_service));
        let server = Server::start(listener, Arc::clone(&state))?;
        let notifier = server.notifier();
        let notify_clients = Box::new(move || notifier.notify_clients());
        let rebuilder = Rebuilder::start(loader, watch, commands.clone(), state, settings.today, notify_clients)?;
        let rebuilder = std::thread::Builder::new().name("follow".to_owned()).spawn(move || rebuilder.run(&signs))?;
        Ok(Self { address, commands, rebuilder: Some(rebuilder), _server: server })
    }

    /// Where it is served.
    pub fn url(&self) -> String {
        let host = match self.address.ip() {
            // Nobody can visit "all addresses".
            ip if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), self.address.port()),
            _ => self.address,
        };
        format!("http://{host}/")
    }

    /// The port it is served at.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Listens from now on for the program being asked to stop; what it gives runs until then, and stops cleanly.
    ///
    /// # Errors
    /// When the system does not say when to stop.
    pub fn until_interrupted(self) -> io::Result<impl FnOnce() -> io::Result<()>> {
        let interrupted = server::interruption()?;
        Ok(move || {
            let result = interrupted();
            drop(self);
            result
        })
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // A full queue is emptied by the follower; one that is gone needs no stopping.
        let _ = self.commands.send(Command::Stop);
        if let Some(rebuilder) = self.rebuilder.take() {
            let _ = rebuilder.join();
        }
    }
}

/// The first free port from one on.
fn listen(host: IpAddr, port: u16) -> io::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS) };
    for port in port..last {
        match TcpListener::bind((host, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            result => return result,
        }
    }
    TcpListener::bind((host, last))
}
