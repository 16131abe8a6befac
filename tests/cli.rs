//! The program as people run it: each file in `cmd` is a series of commands with what they answer.
//!
//! `TRYCMD=overwrite cargo test --test cli` writes the answers anew; read them before they are committed.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn commands() {
    let cases = trycmd::TestCases::new();
    // The staff's language, whatever the machine's is.
    cases.env("LC_ALL", "sv_SE.UTF-8").env("RUST_BACKTRACE", "0").case("tests/cmd/*.md");
}

#[test]
fn a_build_writes_every_route_and_nothing_else() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("minimal");
    let _ = std::fs::remove_dir_all(&out);
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/minimal");
    let status = Command::new(env!("CARGO_BIN_EXE_tydlig"))
        .args(["build", "--today", "2010-06-30", "--site"])
        .arg(&site)
        .arg("--out")
        .arg(&out)
        .output();
    let output = status.expect("the program can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let names = files(&out).into_iter().map(|path| unhashed(path.strip_prefix(&out).expect("the file is in the folder")));
    // Which fonts there are is the theme's business.
    let names: Vec<String> = names.filter(|name| !name.ends_with(".woff2")).collect();
    let expected = [
        ".tydlig",
        "404.html",
        "_headers",
        "a-o/index.html",
        "assets/favicon.[HASH].svg",
        "assets/style.[HASH].css",
        "gamla/om-oss/index.html",
        "index.html",
        "om/index.html",
        "robots.txt",
        "sitemap.xml",
        "tillganglighetsredogorelse/index.html",
        "vapen.svg",
        "webbkarta/index.html",
    ];
    assert_eq!(names, expected);
    let fresh = out.with_file_name(".minimal.new");
    assert!(!fresh.exists(), "the folder that is being filled is gone afterwards");
}

/// All files below a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The name of a file without the part that changes with its bytes.
fn unhashed(path: &Path) -> String {
    let name = path.to_str().expect("names are text").replace('\\', "/");
    let parts =
        name.split('.').map(|part| if part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()) { "[HASH]" } else { part });
    parts.collect::<Vec<_>>().join(".")
}
