//! A preview of a copy of a site, and requests to it as bytes on a socket: nothing between the test and the server tidies
//! what is sent.

#![allow(dead_code, reason = "each suite uses its part of this file")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tydlig::diagnostic::UiLanguage;
use tydlig::preview::{Editing, Preview, Settings};

use crate::built;

/// The day of all previews here.
pub(crate) const TODAY: &str = "2011-05-20";

/// How long anything may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A copy of a site with a preview of it.
pub(crate) struct Previewed {
    pub(crate) folder: PathBuf,
    pub(crate) preview: Preview,
}

/// An answer to a request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.filter(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A copy of one of the sites in `tests/sites`.
pub(crate) fn copy(site: &str) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("preview-{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(site), &folder);
    folder.canonicalize().expect("the copy is there")
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let target = to.join(path.file_name().expect("files have names"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

/// A preview of a folder.
pub(crate) fn preview(folder: PathBuf) -> Previewed {
    preview_with(folder, [127, 0, 0, 1].into(), Editing::Allowed)
}

/// A preview of a folder at an address, from which files may be changed or not.
pub(crate) fn preview_with(folder: PathBuf, host: std::net::IpAddr, editing: Editing) -> Previewed {
    let settings = Settings {
        host,
        port: 0,
        ui_language: UiLanguage::Swedish,
        editor: Some("vscode://file/{path}:{line}:{column}".to_owned()),
        editing,
        today: Box::new(|| TODAY.parse().expect("this is a date")),
    };
    let preview = Preview::start(&folder, settings).expect("the preview starts");
    Previewed { folder, preview }
}

impl Drop for Previewed {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Previewed {
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.folder.join(path);
        std::fs::create_dir_all(path.parent().expect("files stand in folders")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.join(path)).expect("the file is there")
    }

    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old}");
        self.write(path, text.replace(old, new));
    }

    pub(crate) fn remove(&self, path: &str) {
        std::fs::remove_file(self.folder.join(path)).expect("the file can be removed");
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        let to = self.folder.join(to);
        std::fs::create_dir_all(to.parent().expect("files stand in folders")).expect("a folder can be made");
        std::fs::rename(self.folder.join(from), to).expect("the file can be moved");
    }

    /// Sends bytes as they are.
    pub(crate) fn send(&self, request: &str) -> Answer {
        send(self.preview.port(), request)
    }

    /// Asks as a browser does.
    pub(crate) fn get(&self, path: &str) -> Answer {
        get(self.preview.port(), path)
    }

    /// A page without the preview's script.
    pub(crate) fn page(&self, path: &str) -> String {
        bare(&self.get(path).text())
    }

    /// Waits until every address gives what a build gives.
    pub(crate) fn settles(&self) {
        let started = Instant::now();
        loop {
            let different = self.different();
            if different.is_empty() {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "still another than a build:\n{}", different.join("\n"));
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The addresses that give other bytes than a build.
    pub(crate) fn different(&self) -> Vec<String> {
        let site = built::build(&self.folder, TODAY);
        let found = site.loaded.report(Vec::new());
        assert!(!found.has_errors(), "{found:#?}");
        different(self.preview.port(), &site)
    }

    /// Waits until something is so.
    pub(crate) fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !holds(self) {
            assert!(started.elapsed() < PATIENCE, "still not so: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Listens to the states of a page.
    pub(crate) fn listen(&self, page: &str) -> States {
        listen(self.preview.port(), page)
    }
}

/// Sends bytes as they are to a preview.
pub(crate) fn send(port: u16, request: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
    stream.write_all(request.as_bytes()).expect("the server reads");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the server answers and closes");
    let at = bytes.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("an answer has a head");
    let head = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status");
    Answer { status, head, body: bytes[at + 4..].to_vec() }
}

/// Asks a preview as a browser does.
pub(crate) fn get(port: u16, path: &str) -> Answer {
    send(port, &format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"))
}

/// The addresses at which a preview gives other bytes than a build gave.
pub(crate) fn different(port: u16, site: &built::Built) -> Vec<String> {
    let config = &site.loaded.snapshot.config;
    let mut different = Vec::new();
    for (url, bytes) in &site.files {
        let answer = get(port, &escaped(&config.path_of(url)));
        let is_page = answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        let body = if is_page { bare(&answer.text()).into_bytes() } else { answer.body };
        if answer.status != 200 || body != **bytes {
            different.push(format!("{} {url}", answer.status));
        }
    }
    different
}

/// Listens to the states of a page.
pub(crate) fn listen(port: u16, page: &str) -> States {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
    let request = format!("GET /_tydlig/states?page={page} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("the server reads");
    States { lines: BufReader::new(stream) }
}

/// The states of a page.
pub(crate) struct States {
    lines: BufReader<TcpStream>,
}

impl States {
    /// The status of the answer.
    pub(crate) fn status(&mut self) -> u16 {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("the server answers");
        line.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("an answer has a status")
    }

    /// The next state.
    pub(crate) fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            let length = self.lines.read_line(&mut line).expect("the server goes on");
            assert!(length > 0, "the stream has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("a state is JSON");
            }
        }
    }

    /// The next state that is as asked for.
    pub(crate) fn until(&mut self, holds: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let state = self.next();
            if holds(&state) {
                return state;
            }
        }
    }
}

/// A page without what the preview adds: its script, which stands right before the body ends, and the ids of the parts of
/// files that elements show.
pub(crate) fn bare(page: &str) -> String {
    let page = without_parts(page);
    let Some(start) = page.rfind("<script src=\"/_tydlig/preview.js\"") else { return page };
    let end = page[start..].find("</script>").expect("the script ends") + start + "</script>".len();
    format!("{}{}", &page[..start], &page[end..])
}

/// A page without the attribute that names parts, whose value has quotation marks or not.
fn without_parts(page: &str) -> String {
    let mut pieces = page.split(" data-tydlig-part=");
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let quoted = piece.strip_prefix('"');
        let rest = quoted.unwrap_or(piece).trim_start_matches(|c: char| c.is_ascii_hexdigit() || c == '.');
        bare.push_str(if quoted.is_some() { rest.strip_prefix('"').expect("the value ends") } else { rest });
    }
    bare
}

/// A path as browsers send it.
pub(crate) fn escaped(path: &str) -> String {
    path.bytes().map(|byte| if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
