use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::sync_channel;

use super::*;
use crate::diagnostic::Speech;
use crate::preview::problem::Voice;

const PATIENCE: Duration = Duration::from_secs(30);

/// A follower of a small site in a folder of its own, and the signs that reach it.
fn follower(name: &str) -> (Follower, Receiver<Hint>, PathBuf) {
    let root = std::env::temp_dir().join(format!("tydlig-follow-{}-{name}", std::process::id()));
    fs::create_dir_all(root.join("content")).expect("the folder can be made");
    let settings = include_str!("../../../tests/sites/minimal/site.toml");
    fs::write(root.join("site.toml"), settings).expect("the settings can be written");
    fs::write(root.join("content/index.md"), "---\ntitle: Hem\n---\n").expect("the page can be written");
    let loader = DiskLoader::new(&root);
    let (hints, signs) = sync_channel(100);
    let stage = Stage::new(Voice { speech: Speech::Swedish, editor: None, loader: loader.clone() });
    let watch = Watch::start(&root, hints.clone()).expect("the site can be watched");
    let today = Box::new(|| "2010-06-30".parse().expect("it is a date"));
    let follower = Follower::start((loader, watch, hints), Arc::new(stage), today, Box::new(|| ())).expect("the site can be listed");
    assert!(follower.stage.now().good.is_some(), "{:?}", follower.stage.now().findings.report);
    (follower, signs, root)
}

/// What rendering all pages has found, as it waits to be taken.
fn told(signs: &Receiver<Hint>) -> Hint {
    loop {
        let sign = signs.recv_timeout(PATIENCE).expect("a proof tells what came of it");
        if let Hint::Proven(_, found) = &sign {
            assert!(!found.is_empty(), "a template that fails is found");
            return sign;
        }
    }
}

/// Writes a file and takes it, as if its sign came next.
fn edited(follower: &mut Follower, root: &std::path::Path, (path, text): (&str, &str)) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it is below the root")).expect("the folder can be made");
    fs::write(&path, text).expect("the file can be written");
    let (_, none) = sync_channel(1);
    assert!(follower.take(Hint::Path(path), &none));
    assert!(follower.apply());
}

#[test]
fn what_a_proof_tells_too_late_hides_no_newer_problem() {
    let (mut follower, signs, root) = follower("late");
    // Only rendering finds it.
    edited(&mut follower, &root, ("themes/default/start.html", "{{ nothing.at.all }}"));
    follower.prove();
    let late = told(&signs);
    edited(&mut follower, &root, ("content/index.md", "---\ntilte: Hem\n---\n"));
    let newest = follower.stage.now().findings.mark;
    let (_, none) = sync_channel(1);
    follower.take(late, &none);
    assert_eq!(follower.stage.now().findings.mark, newest);
    fs::remove_dir_all(root).expect("the folder can be removed");
}

#[test]
fn a_proof_that_was_interrupted_for_nothing_is_begun_again() {
    let (mut follower, signs, root) = follower("again");
    edited(&mut follower, &root, ("themes/default/start.html", "{{ nothing.at.all }}"));
    follower.prove();
    // Somebody has saved a file as it was.
    let (_, none) = sync_channel(1);
    follower.take(Hint::Path(root.join("content/index.md")), &none);
    assert!(!follower.apply());
    assert!(follower.waiting.unproven);
    follower.prove();
    let found = told(&signs);
    follower.take(found, &none);
    assert!(!follower.stage.now().problems.is_empty());
    fs::remove_dir_all(root).expect("the folder can be removed");
}
