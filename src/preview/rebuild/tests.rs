use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::sync_channel;

use super::*;
use crate::diagnostic::UiLanguage;
use crate::preview::problem::MessageContext;

const PATIENCE: Duration = Duration::from_secs(30);

/// A rebuilder of a small site in a folder of its own, and its commands.
fn rebuilder(name: &str) -> (Rebuilder, Receiver<Command>, PathBuf) {
    let root = std::env::temp_dir().join(format!("tydlig-follow-{}-{name}", std::process::id()));
    fs::create_dir_all(root.join("content")).expect("the folder can be made");
    let settings = include_str!("../../../tests/sites/minimal/site.toml");
    fs::write(root.join("site.toml"), settings).expect("the settings can be written");
    fs::write(root.join("content/index.md"), "---\ntitle: Hem\n---\n").expect("the page can be written");
    let loader = DiskLoader::new(&root);
    let (commands, signs) = sync_channel(100);
    let state = PreviewState::new(MessageContext { ui_language: UiLanguage::Swedish, editor: None, loader: loader.clone() });
    let watch = Watch::start(&root, commands.clone()).expect("the site can be watched");
    let today = Box::new(|| "2010-06-30".parse().expect("it is a date"));
    let rebuilder = Rebuilder::start(loader, watch, commands, Arc::new(state), today, Box::new(|| ())).expect("the site can be listed");
    assert!(rebuilder.state.now().good.is_some(), "{:?}", rebuilder.state.now().findings.report);
    (rebuilder, signs, root)
}

/// What rendering all pages has found, as it waits to be taken.
fn told(signs: &Receiver<Command>) -> Command {
    loop {
        let sign = signs.recv_timeout(PATIENCE).expect("a proof tells what came of it");
        if let Command::FullyChecked(_, checked) = &sign {
            assert!(!checked.all_rendered && !checked.found.is_empty(), "a template that fails is found");
            return sign;
        }
    }
}

/// Writes a file and handles the event for it.
fn edited(rebuilder: &mut Rebuilder, root: &std::path::Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it is below the root")).expect("the folder can be made");
    fs::write(&path, text).expect("the file can be written");
    let (_, none) = sync_channel(1);
    assert!(rebuilder.take(Command::Path(path), &none));
    assert!(rebuilder.apply());
}

#[test]
fn what_a_proof_tells_too_late_hides_no_newer_problem() {
    let (mut rebuilder, signs, root) = rebuilder("late");
    // Only rendering finds it.
    edited(&mut rebuilder, &root, "themes/default/start.html", "{{ nothing.at.all }}");
    rebuilder.check_all();
    let late = told(&signs);
    edited(&mut rebuilder, &root, "content/index.md", "---\ntilte: Hem\n---\n");
    let newest = rebuilder.state.now().findings.mark;
    let (_, none) = sync_channel(1);
    rebuilder.take(late, &none);
    assert_eq!(rebuilder.state.now().findings.mark, newest);
    fs::remove_dir_all(root).expect("the folder can be removed");
}

#[test]
fn a_proof_that_was_interrupted_for_nothing_is_begun_again() {
    let (mut rebuilder, signs, root) = rebuilder("again");
    edited(&mut rebuilder, &root, "themes/default/start.html", "{{ nothing.at.all }}");
    rebuilder.check_all();
    // Somebody has saved a file as it was.
    let (_, none) = sync_channel(1);
    rebuilder.take(Command::Path(root.join("content/index.md")), &none);
    assert!(!rebuilder.apply());
    assert!(rebuilder.pending.unchecked);
    rebuilder.check_all();
    let found = told(&signs);
    rebuilder.take(found, &none);
    assert!(!rebuilder.state.now().problems.is_empty());
    fs::remove_dir_all(root).expect("the folder can be removed");
}
