use std::path::PathBuf;

use super::*;

/// A folder of its own for a test, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tydlig-disk-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_new_file_takes_no_name_that_is_there() {
    let scratch = Scratch::new("new");
    let path = scratch.0.join("a.json");
    write(&path, b"1", Existing::Keep).unwrap();
    assert!(matches!(write(&path, b"2", Existing::Keep), Err(WriteError::Exists(_))));
    assert_eq!(fs::read(&path).unwrap(), b"1");
    assert_eq!(scratch.names(), ["a.json"]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let scratch = Scratch::new("link");
    let (link, beyond) = (scratch.0.join("a.json"), scratch.0.join("beyond.json"));
    std::os::unix::fs::symlink(&beyond, &link).unwrap();
    assert!(matches!(write(&link, b"1", Existing::Keep), Err(WriteError::Exists(_))));
    write(&link, b"1", Existing::Replace).unwrap();
    assert!(!beyond.exists() && fs::symlink_metadata(&link).unwrap().is_file());
}

#[test]
fn files_are_written_all_or_none() {
    let scratch = Scratch::new("together");
    let (first, second) = (scratch.0.join("a"), scratch.0.join("b"));
    fs::write(&first, "old").unwrap();
    fs::create_dir_all(second.join("inside")).unwrap();
    let files = [(first.clone(), b"new".to_vec()), (second.clone(), b"new".to_vec())];
    assert!(matches!(write_together(&files, Existing::Replace), Err(WriteError::Exists(path)) if path == second));
    assert_eq!(fs::read(&first).unwrap(), b"old");
    assert!(write_together(&[(scratch.0.join("c"), b"1".to_vec()), (first.clone(), b"2".to_vec())], Existing::Keep).is_err());
    assert!(!scratch.0.join("c").exists());
}

#[test]
fn only_drafts_that_nobody_writes_are_cleaned() {
    let scratch = Scratch::new("drafts");
    let open = Draft::beside(&scratch.0.join("a.md")).unwrap();
    for name in [".b.md.0.tydlig", ".b.md.17.tydlig", ".b.md.x.tydlig", "..0.tydlig", ".tydlig", "b.md.0.tydlig"] {
        fs::write(scratch.0.join(name), "").unwrap();
    }
    clean_drafts(&scratch.0);
    assert_eq!(scratch.names(), ["..0.tydlig", ".a.md.0.tydlig", ".b.md.x.tydlig", ".tydlig", "b.md.0.tydlig"]);
    drop(open);
    assert_eq!(scratch.names(), ["..0.tydlig", ".b.md.x.tydlig", ".tydlig", "b.md.0.tydlig"]);
}
