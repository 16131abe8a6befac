//! A long day with the preview: random edits of a site that a real process serves, and after each burst of them it gives
//! what a cold build gives; in the end it takes no more memory than before. `SOAK_EDITS` sets how many, `SOAK_SEED` which.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::print_stderr, reason = "a test says how it goes and fails when it cannot go on")]

#[path = "support/browsing.rs"]
mod browsing;
#[path = "support/built.rs"]
mod built;
#[path = "support/edits.rs"]
mod edits;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use browsing::{PATIENCE, TODAY};
use edits::{Chance, Edit, Files, edit, files_of, mended};
use serde_json::Value;
use tydlig::diagnostic::{Diagnostic, Level, emit};
use tydlig::source::load::DiskLoader;
use tydlig::workspace::{self, Options};

/// Edits between two looks at the memory; what the first of these have taken is needed anyway.
const LEG: usize = 200;

/// How many hundredths more memory may be in use after all edits than after the first leg. One state of the smallest site that
/// is kept for each burst takes far more.
const SHARE: u64 = 15;

/// Milliseconds between two edits of a burst: none, within one beat, after some; and such as let all pages be rendered.
const PAUSES: [u64; 10] = [0, 0, 0, 1, 2, 7, 20, 60, 120, 330];

#[test]
fn pages_stay_as_built() {
    soak("bilingual", 40);
}

#[test]
fn a_programme_stays_as_built() {
    soak("progress", 10);
}

/// Edits a site, a few times within the other tests.
fn soak(site: &str, few: usize) {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse().expect("it is a number"));
    let (count, seed) = (number("SOAK_EDITS").unwrap_or(few), number("SOAK_SEED").unwrap_or(20_110_520));
    let seed = u64::try_from(seed).expect("seeds are small");
    let mut soak = Soak::start(site, Chance(seed));
    let mut memory = vec![soak.rest(0)];
    for leg in 0..count.div_ceil(LEG) {
        let end = count.min((leg + 1) * LEG);
        while soak.tally.edits < end {
            soak.burst(end);
        }
        memory.push(soak.rest(end));
    }
    eprintln!("{site}, seed {seed}: {:?}", soak.tally);
    let said = fs::read_to_string(&soak.served.said).expect("what it said was written down");
    assert!(!said.contains("panicked"), "{said}");
    if let (Some(Some(first)), Some(Some(last)), true) = (memory.get(1), memory.last(), memory.len() > 3) {
        let allowed = first + first * SHARE / 100;
        assert!(*last <= allowed, "{site}: {last} KiB after {count} edits, {first} KiB after {LEG}");
    }
}

/// What was done.
#[derive(Debug, Default)]
struct Tally {
    edits: usize,
    bursts: usize,
    /// States with errors, and those that could not be read at all.
    broken: usize,
    unreadable: usize,
    /// States of which the findings were compared, and those of which every address was.
    found: usize,
    compared: usize,
    addresses: usize,
    gone: usize,
}

/// A site that is edited and served.
struct Soak {
    site: String,
    served: Served,
    chance: Chance,
    /// The files as they were at first, as they are, and as they were when nothing was wrong last.
    first: Files,
    files: Files,
    good: Files,
    /// Every address that there ever was.
    seen: BTreeSet<String>,
    tally: Tally,
    started: Instant,
}

impl Soak {
    fn start(site: &str, chance: Chance) -> Self {
        let served = Served::start(browsing::copy(site));
        let first = files_of(&served.folder);
        let (files, good) = (first.clone(), first.clone());
        let (seen, tally, started) = (BTreeSet::new(), Tally::default(), Instant::now());
        Self { site: site.to_owned(), served, chance, first, files, good, seen, tally, started }
    }

    /// Some edits one after the other; then everything is as a build makes it. What is broken then is mended, or not yet.
    fn burst(&mut self, end: usize) {
        self.tally.bursts += 1;
        for _ in 0..(1 + self.chance.below(4)).min(end - self.tally.edits) {
            let edit = edit(&mut self.chance, &self.files, &self.first);
            self.tally.edits += 1;
            self.apply(edit);
            self.pause();
        }
        if self.is_settled() {
            self.good.clone_from(&self.files);
        } else if self.chance.below(3) > 0 {
            let mend = mended(&self.files, &self.good);
            self.apply(mend);
            assert!(self.is_settled(), "what was good is good again");
        }
    }

    /// All is as it was; every page has been rendered once, and nothing comes of that. How much memory that takes.
    fn rest(&mut self, edits: usize) -> Option<u64> {
        let first = self.first.clone();
        self.apply(mended(&self.files, &first));
        self.good = first;
        for _ in 0..2 {
            assert!(self.is_settled(), "the site is as it was at first");
            std::thread::sleep(Duration::from_millis(600));
        }
        let (now, most) = (self.served.memory("VmRSS")?, self.served.memory("VmHWM")?);
        let (threads, open) = (self.served.memory("Threads")?, self.served.open_files()?);
        let seconds = self.started.elapsed().as_secs();
        eprintln!("{}: {edits} edits, {now} KiB, at most {most} KiB, {threads} threads, {open} open files, {seconds} s", self.site);
        Some(now)
    }

    fn pause(&mut self) {
        std::thread::sleep(Duration::from_millis(*self.chance.of(&PAUSES)));
    }

    /// Does an edit as some editor does it.
    fn apply(&mut self, edit: Edit) {
        let folder = edit.moved.map(|(from, to)| (self.served.path(&from), self.served.path(&to)));
        let is_moved = folder.is_some_and(|(from, to)| {
            let is_free = from.is_dir() && !to.exists();
            is_free && fs::create_dir_all(to.parent().expect("folders stand in folders")).and_then(|()| fs::rename(&from, &to)).is_ok()
        });
        for (path, bytes) in edit.changes {
            match bytes {
                Some(bytes) => {
                    // A mended file was mostly not broken.
                    if !is_moved && (self.files.get(&path) != Some(&bytes) || self.chance.below(4) == 0) {
                        self.write(&path, &bytes);
                    }
                    self.files.insert(path, bytes);
                }
                None => {
                    if self.files.remove(&path).is_some() && !is_moved {
                        self.remove(&path);
                    }
                }
            }
        }
    }

    fn write(&mut self, name: &str, bytes: &[u8]) {
        let path = self.served.path(name);
        let beside = |pattern: &str| path.with_file_name(pattern.replace('*', name.rsplit('/').next().unwrap_or_default()));
        fs::create_dir_all(path.parent().expect("files stand in folders")).expect("a folder can be made");
        let write = |path: &Path, bytes: &[u8]| fs::write(path, bytes).expect("a file can be written");
        match self.chance.below(6) {
            // Beside it, then in its place.
            0 => {
                write(&beside(".*.swp"), bytes);
                fs::rename(beside(".*.swp"), &path).expect("a file can be moved");
            }
            // Emptied, then by halves.
            1 => {
                let (half, rest) = bytes.split_at(bytes.len() / 2);
                write(&path, b"");
                self.pause();
                write(&path, half);
                self.pause();
                write(&path, &[half, rest].concat());
            }
            // Set aside, another in its place, the first away.
            2 if path.exists() => {
                fs::rename(&path, beside("*~")).expect("a file can be moved");
                self.pause();
                write(&path, bytes);
                fs::remove_file(beside("*~")).expect("a file can be removed");
            }
            _ => write(&path, bytes),
        }
    }

    fn remove(&mut self, name: &str) {
        let path = self.served.path(name);
        if self.chance.below(2) == 0 {
            fs::remove_file(&path).expect("a file can be removed");
        } else {
            let aside = self.served.path("borta");
            fs::create_dir_all(&aside).expect("a folder can be made");
            fs::rename(&path, aside.join("fil")).expect("a file can be moved");
        }
        let folder = path.parent().expect("files stand in folders");
        if folder != self.served.folder && self.chance.below(2) == 0 {
            // One with other files in it stays.
            let _ = fs::remove_dir(folder);
        }
    }

    /// Waits until all is as a cold build makes it; whether nothing is wrong with the site.
    fn is_settled(&mut self) -> bool {
        let cold = Cold::read(&self.served.folder);
        let config = cold.built.as_ref().map(|built| &built.loaded.snapshot.config);
        let paths = |config: &tydlig::config::Config| {
            let files = cold.built.iter().flat_map(|built| built.files.keys());
            files.map(|url| browsing::escaped(&config.path_of(url))).collect::<BTreeSet<String>>()
        };
        let paths = config.map(|config| paths(config)).unwrap_or_default();
        let gone: Vec<String> = if paths.is_empty() { Vec::new() } else { self.seen.difference(&paths).cloned().collect() };
        let started = Instant::now();
        loop {
            let different = self.served.different(&cold, &gone);
            if different.is_empty() {
                break;
            }
            let Tally { edits, bursts, .. } = self.tally;
            let is_late = started.elapsed() > PATIENCE;
            assert!(!is_late, "{}: after {edits} edits in {bursts} bursts another than a build:\n{}", self.site, different.join("\n"));
            std::thread::sleep(Duration::from_millis(10));
        }
        self.tally.found += usize::from(cold.found.is_some());
        self.tally.unreadable += usize::from(cold.found.is_none());
        self.tally.broken += usize::from(cold.built.is_none());
        self.tally.compared += usize::from(cold.built.is_some());
        self.tally.addresses += paths.len();
        self.tally.gone += gone.len();
        self.seen.extend(paths);
        cold.built.is_some()
    }
}

/// What a build of the files as they are gives.
struct Cold {
    /// What is wrong, a line each; nothing for a site that cannot be read. Templates that fail end the list early.
    found: Option<Vec<String>>,
    fails: bool,
    /// What it gives without errors.
    built: Option<built::Built>,
}

impl Cold {
    fn read(folder: &Path) -> Self {
        let loader = DiskLoader::new(folder);
        // As the preview shows it.
        let options = Options { base_url: None, today: TODAY.parse().expect("this is a date"), drafts: true };
        let Ok(loaded) = workspace::load(&loader, &options) else { return Self { found: None, fails: false, built: None } };
        let report = loaded.report(Vec::new());
        let line = |found: &Diagnostic| {
            let place = emit::whereabouts(found, &loaded.sources).unwrap_or_default();
            format!("{} {} {place} {}", found.level.key(), found.code.code(), found.message.en)
        };
        let mut found: Vec<String> = report.diagnostics.iter().map(line).collect();
        found.sort();
        if report.count(Level::Error) > 0 {
            return Self { found: Some(found), fails: false, built: None };
        }
        let (built, failed) = built::try_render(loaded, &loader);
        Self { found: Some(found), fails: !failed.is_empty(), built: Some(built).filter(|_| failed.is_empty()) }
    }
}

/// A process that serves a site.
struct Served {
    folder: PathBuf,
    /// What it says of its own faults.
    said: PathBuf,
    process: Child,
    port: u16,
}

impl Served {
    fn start(folder: PathBuf) -> Self {
        let said = folder.with_extension("log");
        let mut process = Command::new(env!("CARGO_BIN_EXE_tydlig"))
            .args(["serve", "--lang", "en", "--today", TODAY, "--port", "0", "--site"])
            .arg(&folder)
            // What each thread's own heap holds back, and there are more threads the longer it runs, would hide a leak.
            .env("MALLOC_ARENA_MAX", "1")
            .stdout(Stdio::piped())
            .stderr(fs::File::create(&said).expect("a file can be made"))
            .spawn()
            .expect("the program can be run");
        let mut out = process.stdout.take().expect("its output is caught");
        let (mut words, mut byte) = (String::new(), [0]);
        while !words.ends_with('\n') {
            out.read_exact(&mut byte).expect("it says where it is");
            words.push(char::from(byte[0]));
        }
        let port = words.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok()).expect("it names its port");
        Self { folder, said, process, port }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What is served otherwise than a build gives it.
    fn different(&self, cold: &Cold, gone: &[String]) -> Vec<String> {
        let mut different = Vec::new();
        let state = browsing::listen(self.port, "/finns/inte/").next();
        let summary = state["problems"]["summary"].as_str().expect("errors are summed up");
        if summary.is_empty() != cold.built.is_some() {
            different.push(format!("errors: {summary:?}"));
        }
        let Some(found) = &cold.found else { return different };
        let problems: Value = serde_json::from_slice(&browsing::get(self.port, "/_tydlig/problems").body).expect("problems are JSON");
        let list = problems["files"].as_array().expect("problems are by files").iter().flat_map(|file| file["list"].as_array());
        let text = |problem: &Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let line = |problem: &Value| ["level", "code", "place", "message"].map(|key| text(problem, key)).join(" ");
        let mut listed: Vec<String> = list.flatten().map(line).collect();
        listed.sort();
        // Not all are listed, and not all templates that fail are tried.
        if problems["more"] == 0 && !cold.fails && listed != *found {
            let only =
                |one: &[String], other: &[String]| one.iter().filter(|line| !other.contains(line)).cloned().collect::<Vec<_>>().join("\n");
            different.push(format!("served only:\n{}\nbuilt only:\n{}", only(&listed, found), only(found, &listed)));
        }
        if let Some(built) = &cold.built {
            different.extend(browsing::different(self.port, built));
            let statuses = gone.iter().map(|path| (path, browsing::get(self.port, path).status));
            different.extend(statuses.filter(|(_, status)| *status == 200).map(|(path, _)| format!("still there: {path}")));
        }
        different
    }

    /// A line of what the system knows of the process.
    fn memory(&self, key: &str) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))?;
        line.split_whitespace().next()?.parse().ok()
    }

    fn open_files(&self) -> Option<usize> {
        Some(fs::read_dir(format!("/proc/{}/fd", self.process.id())).ok()?.count())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // One that has ended cannot be ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
            let _ = fs::remove_file(&self.said);
        }
    }
}
