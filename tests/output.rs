//! Writing a site's folder: whole or not at all, nothing of others' touched, nothing written that is there.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tydlig::diagnostic::UiLanguage;
use tydlig::output::{Folder, Record};

/// A folder of its own for a test, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tydlig-output-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn out(&self) -> PathBuf {
        self.0.join("public")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a site of some pages; what stands before a URL's `=` is its address.
fn write(out: &Path, pages: &[&str]) -> Result<tydlig::output::Written, String> {
    let said = |error: tydlig::output::OutputError| error.in_ui_language(UiLanguage::English);
    let folder = Folder::create(out, Path::new("/nonexistent")).map_err(said)?;
    for page in pages {
        let (url, text) = page.split_once('=').unwrap();
        folder.write(url, text.as_bytes(), None).map_err(said)?;
    }
    folder.finish().map_err(said)
}

/// All files below a folder with their bytes, without what the program keeps for itself.
fn files(folder: &Path) -> BTreeMap<String, String> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found.remove(".tydlig");
    found
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(unix)]
fn inode(path: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).unwrap().ino()
}

#[test]
fn a_site_takes_the_place_of_the_one_before() {
    let scratch = Scratch::new("place");
    let first = write(&scratch.out(), &["/=start", "/om/=om", "/a.css=a"]).unwrap();
    assert_eq!((first.changed, first.removed, first.unchanged), (3, 0, 0));
    let second = write(&scratch.out(), &["/=start", "/ny/=ny", "/a.css=b"]).unwrap();
    assert_eq!((second.changed, second.removed, second.unchanged), (2, 1, 1));
    let expected = [("a.css", "b"), ("index.html", "start"), ("ny/index.html", "ny")];
    assert_eq!(files(&scratch.out()), BTreeMap::from(expected.map(|(name, text)| (name.to_owned(), text.to_owned()))));
    assert_eq!(names(&scratch.0), ["public"], "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn what_did_not_change_is_not_written() {
    let scratch = Scratch::new("unchanged");
    let site = ["/=start", "/om/=om"];
    write(&scratch.out(), &site).unwrap();
    let before = [inode(&scratch.out()), inode(&scratch.out().join("index.html")), inode(&scratch.out().join(".tydlig"))];
    let time = fs::metadata(scratch.out()).unwrap().modified().unwrap();
    assert_eq!(write(&scratch.out(), &site).unwrap().unchanged, 2);
    let after = [inode(&scratch.out()), inode(&scratch.out().join("index.html")), inode(&scratch.out().join(".tydlig"))];
    assert_eq!((before, time), (after, fs::metadata(scratch.out()).unwrap().modified().unwrap()));
    // One page: the others stay the same files.
    write(&scratch.out(), &["/=start", "/om/=nytt"]).unwrap();
    assert_eq!(inode(&scratch.out().join("index.html")), before[1]);
}

#[test]
fn a_file_that_somebody_changed_is_written_again() {
    let scratch = Scratch::new("changed");
    let site = ["/=start", "/om/=om"];
    write(&scratch.out(), &site).unwrap();
    fs::write(scratch.out().join("om/index.html"), "XX").unwrap();
    write(&scratch.out(), &site).unwrap();
    assert_eq!(files(&scratch.out())["om/index.html"], "om");
    fs::remove_file(scratch.out().join("index.html")).unwrap();
    write(&scratch.out(), &site).unwrap();
    assert_eq!(files(&scratch.out())["index.html"], "start");
}

#[test]
fn what_is_kept_of_a_page_comes_back_as_long_as_its_file_is_there() {
    let scratch = Scratch::new("record");
    let record = Record { fingerprint: "f".to_owned(), summary: "med\nrader\t".to_owned() };
    let folder = Folder::create(&scratch.out(), Path::new("/nonexistent")).unwrap();
    assert_eq!(folder.record("/"), None);
    folder.write("/", b"start", Some(record.clone())).unwrap();
    folder.finish().unwrap();
    let folder = Folder::create(&scratch.out(), Path::new("/nonexistent")).unwrap();
    assert_eq!(folder.record("/"), Some(&record));
    folder.keep("/").unwrap();
    assert_eq!(folder.finish().unwrap().unchanged, 1);
    // Another record for the same bytes is kept without a file being written.
    let other = Record { fingerprint: "g".to_owned(), ..record };
    let folder = Folder::create(&scratch.out(), Path::new("/nonexistent")).unwrap();
    folder.write("/", b"start", Some(other.clone())).unwrap();
    assert_eq!(folder.finish().unwrap().unchanged, 1);
    let folder = Folder::create(&scratch.out(), Path::new("/nonexistent")).unwrap();
    assert_eq!(folder.record("/"), Some(&other));
    drop(folder);
    fs::write(scratch.out().join("index.html"), "nytt").unwrap();
    let folder = Folder::create(&scratch.out(), Path::new("/nonexistent")).unwrap();
    assert_eq!(folder.record("/"), None);
}

#[test]
fn what_the_program_did_not_make_stays() {
    let scratch = Scratch::new("foreign");
    let out = scratch.out();
    write(&out, &["/=start", "/om/=om"]).unwrap();
    fs::create_dir_all(out.join(".git/refs/tom")).unwrap();
    fs::write(out.join(".git/HEAD"), "ref").unwrap();
    fs::write(out.join("CNAME"), "example.org").unwrap();
    fs::write(out.join("om/egen.txt"), "egen").unwrap();
    write(&out, &["/=start 2"]).unwrap();
    let expected = [(".git/HEAD", "ref"), ("CNAME", "example.org"), ("index.html", "start 2"), ("om/egen.txt", "egen")];
    assert_eq!(files(&out), BTreeMap::from(expected.map(|(name, text)| (name.to_owned(), text.to_owned()))));
    assert!(out.join(".git/refs/tom").is_dir());
    // Nothing of others' is written over.
    let said = write(&out, &["/=start", "/CNAME=min"]).unwrap_err();
    assert!(said.contains("CNAME was not made by tydlig"), "{said}");
    let said = write(&out, &["/=start", "/om/egen.txt/=mapp"]).unwrap_err();
    assert!(said.contains("egen.txt was not made by tydlig"), "{said}");
    assert_eq!(files(&out)["CNAME"], "example.org");
}

#[test]
fn places_that_cannot_be_replaced_are_refused() {
    let scratch = Scratch::new("places");
    let site = scratch.0.join("site");
    for folder in ["content", "static/out"] {
        fs::create_dir_all(site.join(folder)).unwrap();
    }
    fs::write(scratch.0.join("notes.txt"), "mina").unwrap();
    fs::create_dir_all(scratch.0.join("full")).unwrap();
    fs::write(scratch.0.join("full/a"), "").unwrap();
    let cases = [
        (scratch.0.join("notes.txt"), "is a file"),
        (scratch.0.join("full"), "was not made by tydlig"),
        (site.clone(), "holds the site's own files"),
        (scratch.0.clone(), "holds the site's own files"),
        (site.join("content/out"), "among the site's source files"),
        (site.join("static/out"), "among the site's source files"),
        (PathBuf::from("/"), "cannot be replaced"),
    ];
    for (out, reason) in cases {
        let error = Folder::create(&out, &site).expect_err("it is refused").in_ui_language(UiLanguage::English);
        assert!(error.contains(reason), "{}: {error}", out.display());
    }
    assert_eq!(fs::read_to_string(scratch.0.join("notes.txt")).unwrap(), "mina");
    // A neighbour with the name that a build needs, which is not the program's.
    fs::create_dir_all(scratch.0.join(".public.tydlig")).unwrap();
    fs::write(scratch.0.join(".public.tydlig/mine"), "").unwrap();
    let error = write(&scratch.out(), &["/=start"]).unwrap_err();
    assert!(error.contains(".public.tydlig is needed"), "{error}");
    assert!(scratch.0.join(".public.tydlig/mine").exists());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_to_the_site() {
    let scratch = Scratch::new("link");
    fs::create_dir(scratch.0.join("real")).unwrap();
    std::os::unix::fs::symlink("real", scratch.out()).unwrap();
    write(&scratch.out(), &["/=start"]).unwrap();
    write(&scratch.out(), &["/=start 2"]).unwrap();
    assert!(fs::symlink_metadata(scratch.out()).unwrap().is_symlink());
    assert_eq!(files(&scratch.0.join("real"))["index.html"], "start 2");
}

#[test]
fn a_build_that_fails_leaves_the_site_as_it_was() {
    let scratch = Scratch::new("fails");
    write(&scratch.out(), &["/=start", "/om/=om"]).unwrap();
    let folder = Folder::create(&scratch.out(), Path::new("/nonexistent")).unwrap();
    folder.write("/", b"annat", None).unwrap();
    folder.write("/om/", b"annat", None).unwrap();
    assert!(folder.write("/om/index.html", b"samma fil", None).is_err());
    drop(folder);
    assert_eq!(files(&scratch.out())["om/index.html"], "om");
    assert_eq!(names(&scratch.0), ["public"]);
}

/// What a killed build leaves is cleaned up by the next one.
#[test]
fn leftovers_are_cleaned_up() {
    let scratch = Scratch::new("leftovers");
    write(&scratch.out(), &["/=start"]).unwrap();
    fs::create_dir_all(scratch.0.join(".public.tydlig/new/om")).unwrap();
    fs::write(scratch.0.join(".public.tydlig/lock"), "tydlig\n").unwrap();
    write(&scratch.out(), &["/=start 2"]).unwrap();
    assert_eq!(names(&scratch.0), ["public"]);
}

fn build(site: &Path, out: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tydlig"));
    command.args(["build", "--today", "2011-05-20", "--site"]).arg(site).arg("--out").arg(out);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

/// Two sites that are built into one folder at the same time: one of them stands there in the end, whole.
#[test]
fn builds_at_once_leave_one_whole_site() {
    let scratch = Scratch::new("at-once");
    let sites = ["tests/sites/bilingual", "tests/sites/programme"].map(PathBuf::from);
    let wholes = sites.clone().map(|site| {
        let out = scratch.0.join(site.file_name().unwrap());
        assert!(build(&site, &out).wait().unwrap().success());
        files(&out)
    });
    for _ in 0..3 {
        let builds: Vec<Child> = sites.iter().chain(&sites).map(|site| build(site, &scratch.out())).collect();
        for mut build in builds {
            assert!(build.wait().unwrap().success());
        }
        assert!(wholes.contains(&files(&scratch.out())), "one site stands there, and nothing of the other");
    }
}
