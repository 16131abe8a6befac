//! The live preview through its real server, and the cache below it: after every edit all is as a cold build makes it.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/browsing.rs"]
mod browsing;
#[path = "support/built.rs"]
mod built;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use browsing::{TODAY, copy, preview};

#[test]
fn every_address_has_the_bytes_of_a_build() {
    for site in ["minimal", "bilingual", "base-path", "progress", "rtl"] {
        let site = preview(copy(site));
        assert_eq!(site.different(), Vec::<String>::new());
    }
}

#[test]
fn addresses_are_served_as_a_host_serves_them() {
    let site = preview(copy("minimal"));
    let cases = [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/om", 302, "text/plain; charset=utf-8"),
        ("/om/", 200, "text/html; charset=utf-8"),
        ("/om/?a=b", 200, "text/html; charset=utf-8"),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/_headers", 200, "text/plain; charset=utf-8"),
        ("/vapen.svg", 200, "image/svg+xml"),
        ("/finns/inte/", 404, "text/html; charset=utf-8"),
        ("/assets/", 404, "text/html; charset=utf-8"),
        ("/_tydlig/preview.js", 200, "text/javascript; charset=utf-8"),
        ("/_tydlig/explain/R101", 200, "text/html; charset=utf-8"),
        ("/_tydlig/explain/X999", 404, "text/plain; charset=utf-8"),
    ];
    for (path, status, kind) in cases {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (status, Some(kind)), "{path}");
    }
    assert_eq!(site.get("/om").header("location"), Some("/om/"));
    let page = site.get("/");
    assert!(page.header("content-security-policy").is_some_and(|policy| policy.contains("script-src 'self'")), "{}", page.head);
    assert_eq!(page.text().matches("<script").count(), 1, "the preview adds one script and nothing else");
    let head = site.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), Some(page.body.len().to_string().as_str()));
}

#[test]
fn a_site_below_a_path_is_found_from_the_root() {
    let site = preview(copy("base-path"));
    let answer = site.get("/");
    assert_eq!((answer.status, answer.header("location")), (302, Some("/program/integration/")));
    assert_eq!(site.get("/program/integration/").status, 200);
    assert_eq!(site.get("/annat/").status, 404);
}

#[test]
fn attacks_are_refused() {
    let folder = copy("minimal");
    fs::write(folder.join("hemligt.txt"), "hemligt").expect("a file can be written");
    fs::write(folder.parent().expect("a folder above").join("granne.txt"), "hemligt").expect("a file can be written");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", folder.join("static/losen.txt")).expect("a link can be made");
        std::os::unix::fs::symlink(folder.parent().expect("a folder above"), folder.join("static/utat")).expect("a link can be made");
    }
    let site = preview(folder);
    let paths = [
        "/../hemligt.txt",
        "/%2e%2e/hemligt.txt",
        "/..%2fhemligt.txt",
        "/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/..%5chemligt.txt",
        "/..\\hemligt.txt",
        "/%252e%252e/hemligt.txt",
        "/vapen.svg%00.html",
        "/vapen.svg/../../hemligt.txt",
        "//etc/passwd",
        "/C:/Windows/win.ini",
        "/c:%5cwindows%5cwin.ini",
        "/%5c%5cserver%5cshare",
        "//server/share",
        "/hemligt.txt",
        "/static/vapen.svg",
        "/content/index.md",
        "/site.toml",
        "/.git/config",
        "/losen.txt",
        "/utat/granne.txt",
        "/static/",
        "/%ff%fe",
        "/%",
        "/_tydlig/",
        "/_tydlig/../site.toml",
        "/_tydlig/%2e%2e/site.toml",
        "/_tydlig/explain/../../site.toml",
    ];
    for path in paths {
        let answer = site.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.head);
        assert!(!answer.text().contains("hemligt") && !answer.text().contains("root:"), "{path}: {}", answer.text());
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
        assert_eq!(answer.header("location"), None, "{path}");
    }
    let port = site.preview.port();
    let own = format!("127.0.0.1:{port}");
    let requests = [
        ("GET", "/", "Host: evil.example".to_owned(), 403),
        ("GET", "/", format!("Host: evil.example:{port}"), 403),
        ("GET", "/", format!("Host: localhost.evil.example:{port}"), 403),
        ("GET", "/", "Host: 10.0.0.1".to_owned(), 403),
        ("GET", "/", "Host: ".to_owned(), 403),
        ("GET", "/", format!("Host: {own}\r\nHost: evil.example"), 403),
        ("GET", "http://evil.example/", format!("Host: {own}"), 403),
        ("GET", "/_tydlig/preview.js", "Host: evil.example".to_owned(), 403),
        ("POST", "/", format!("Host: {own}\r\nContent-Length: 0"), 405),
        ("PUT", "/om/", format!("Host: {own}\r\nContent-Length: 0"), 405),
        ("OPTIONS", "/", format!("Host: {own}"), 405),
        ("GET", "/_tydlig/states?page=/", format!("Host: {own}\r\nOrigin: http://evil.example"), 403),
        ("GET", "/_tydlig/states?page=/", format!("Host: {own}\r\nOrigin: null"), 403),
        ("GET", "/_tydlig/states?page=/", format!("Host: {own}\r\nOrigin: http://127.0.0.1:{}", port.wrapping_add(1)), 403),
        ("GET", "/_tydlig/states?page=/", format!("Host: {own}\r\nSec-Fetch-Site: cross-site"), 403),
        ("GET", "/_tydlig/preview.js", format!("Host: {own}\r\nSec-Fetch-Site: same-site"), 403),
        ("GET", "/_tydlig/states", format!("Host: {own}"), 400),
        ("GET", "/_tydlig/states?page=%252e%252e/", format!("Host: {own}"), 400),
        ("GET", "/_tydlig/preview.js", format!("Host: {own}\r\nOrigin: http://{own}\r\nSec-Fetch-Site: same-origin"), 200),
        ("GET", "/", format!("Host: LOCALHOST:{port}"), 200),
        ("GET", "/", format!("Host: [::1]:{port}"), 200),
    ];
    for (method, target, headers, status) in requests {
        let answer = site.send(&format!("{method} {target} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status, status, "{method} {target} {headers}");
    }
}

#[test]
#[cfg(unix)]
fn a_file_that_becomes_a_link_is_served_no_more() {
    let site = preview(copy("minimal"));
    assert_eq!(site.get("/vapen.svg").status, 200);
    site.remove("static/vapen.svg");
    std::os::unix::fs::symlink("/etc/passwd", site.folder.join("static/vapen.svg")).expect("a link can be made");
    assert_eq!(site.get("/vapen.svg").status, 404);
    site.until("the address is gone", |site| site.get("/sitemap.xml").status == 200);
}

#[test]
fn there_is_a_limit_to_listeners() {
    let site = preview(copy("minimal"));
    let mut streams: Vec<browsing::States> = (0..64).map(|_| site.listen("/")).collect();
    for stream in &mut streams {
        assert_eq!(stream.status(), 200);
    }
    assert_eq!(site.listen("/").status(), 503);
    assert_eq!(site.get("/").status, 200, "pages are served all the same");
    // Nobody of these reads; every state is dropped but the last.
    for number in 0..50 {
        site.replace("content/index.md", "title:", &format!("order: {number}\ntitle:"));
        site.until("the preview goes on", |site| site.get("/").status == 200);
        site.replace("content/index.md", &format!("order: {number}\ntitle:"), "title:");
    }
    site.settles();
    drop(streams);
    site.until("places are free again", |site| site.listen("/").status() == 200);
}

#[test]
fn whoever_connects_and_says_nothing_keeps_nobody_out() {
    let site = preview(copy("minimal"));
    let silent: Vec<TcpStream> =
        (0..100).map(|_| TcpStream::connect(("127.0.0.1", site.preview.port())).expect("the server listens")).collect();
    assert_eq!(site.get("/").status, 200);
    drop(silent);
}

#[test]
fn follows_every_kind_of_edit() {
    let site = preview(copy("bilingual"));
    site.settles();
    // A file is created, changed, renamed, removed.
    site.write("content/ny.md", "---\ntitle: Ny sida\n---\nText.\n");
    site.settles();
    assert!(site.page("/ny/").contains("Ny sida"));
    site.replace("content/ny.md", "Ny sida", "Nyare sida");
    site.settles();
    site.rename("content/ny.md", "content/gammal.md");
    site.settles();
    assert_eq!(site.get("/ny/").status, 404);
    site.remove("content/gammal.md");
    site.settles();
    assert_eq!(site.get("/gammal/").status, 404);
    // Folders with files in them are made, moved and removed.
    site.write("content/mapp/under/djupt.md", "---\ntitle: Djupt\n---\n");
    site.write("content/mapp/index.md", "---\ntitle: Mapp\n---\n");
    site.settles();
    site.rename("content/mapp", "content/flyttad");
    site.settles();
    assert_eq!((site.get("/mapp/").status, site.get("/flyttad/under/djupt/").status), (404, 200));
    site.write("content/flyttad/under/till.md", "---\ntitle: Till\n---\n");
    site.settles();
    site.rename("content/flyttad/under", "ute");
    site.settles();
    assert_eq!(site.get("/flyttad/under/djupt/").status, 404);
    site.rename("ute", "content/inne");
    site.settles();
    fs::remove_dir_all(site.folder.join("content/inne")).expect("a folder can be removed");
    site.settles();
    // Settings, texts, templates, styles, files.
    site.replace("site.toml", "Två språk", "Två olika språk");
    site.settles();
    site.replace("site.toml", "https://example.org/", "https://example.org/under/");
    site.settles();
    assert_eq!(site.get("/").header("location"), Some("/under/"));
    site.write("i18n/sv/theme.ftl", "skip-to-content = Till innehållet nu\n");
    site.settles();
    assert!(site.page("/under/").contains("Till innehållet nu"));
    fs::remove_dir_all(site.folder.join("i18n")).expect("a folder can be removed");
    site.settles();
    let base = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/base.html")).expect("the theme has a base");
    site.write("themes/default/base.html", base.replace("<main", "<main data-x=\"1\""));
    site.settles();
    site.write("themes/default/style.css", "body { color: red }");
    site.settles();
    site.remove("themes/default/style.css");
    site.settles();
    site.write("static/mapp/fil.txt", "ett");
    site.settles();
    site.write("static/mapp/fil.txt", "två");
    site.settles();
    // A language is removed and added again: pages are parsed by what site.toml says.
    let both = site.read("site.toml");
    site.write("site.toml", both.replace("[[language]]\ntag = \"en\"\n", ""));
    for path in ["content/index.en.md", "content/stod.en.md", "content/kontakt.en.md"] {
        site.rename(path, &path.replace("content/", "undan/"));
    }
    site.settles();
    for path in ["content/index.en.md", "content/stod.en.md", "content/kontakt.en.md"] {
        site.rename(&path.replace("content/", "undan/"), path);
    }
    site.write("site.toml", both);
    site.settles();
}

#[test]
fn follows_data_and_frozen_periods() {
    let site = preview(copy("progress"));
    site.settles();
    let values = site.read("content/data/varden.csv");
    let shorter: Vec<&str> = values.lines().collect();
    site.write("content/data/varden.csv", format!("{}\n", shorter[..shorter.len() - 1].join("\n")));
    site.settles();
    site.write("content/data/varden.csv", &values);
    site.settles();
    site.rename("content/data/varden.csv", "content/data/figures.csv");
    site.settles();
    let frozen = site.read("frozen/2009.json");
    site.remove("frozen/2009.json");
    site.settles();
    site.write("frozen/2009.json", frozen);
    site.settles();
}

#[test]
fn editors_that_empty_and_move_files_never_show_a_half_page() {
    let site = preview(copy("minimal"));
    let mut states = site.listen("/");
    states.next();
    let text = site.read("content/index.md");
    for number in 0..20 {
        let text = text.replace("title: ", &format!("title: {number} "));
        // Emptied, then written.
        let mut file = fs::File::create(site.folder.join("content/index.md")).expect("a file can be emptied");
        std::thread::yield_now();
        file.write_all(text.as_bytes()).expect("a file can be written");
        drop(file);
        // Set aside, another written in its place, the first removed.
        site.rename("content/index.md", "content/index.md~");
        site.write("content/index.md", &text);
        site.remove("content/index.md~");
        // Written beside and moved.
        site.write("content/.index.md.swp", &text);
        site.rename("content/.index.md.swp", "content/index.md");
        let state = states.until(|state| {
            assert_eq!(state["problems"]["list"].as_array().map(Vec::len), Some(0), "{state}");
            site.page("/").contains(&format!("{number} "))
        });
        assert!(state["page"].is_string(), "{state}");
    }
    site.settles();
    // An empty file that stays so is believed.
    site.write("content/index.md", "");
    let state = states.until(|state| state["problems"]["list"].as_array().is_some_and(|list| !list.is_empty()));
    assert_eq!(state["problems"]["list"][0]["code"], "F104", "{state}");
    assert!(site.page("/").contains("19 "), "the last good page is shown");
    site.write("content/index.md", text);
    site.settles();
}

#[test]
fn five_hundred_files_at_once() {
    let site = preview(copy("minimal"));
    for number in 0..500 {
        site.write(&format!("content/mapp-{}/sida-{number}.md", number % 7), format!("---\ntitle: Sida {number}\n---\n"));
    }
    site.until("the last page is there", |site| site.get("/mapp-2/sida-499/").status == 200);
    site.settles();
    for number in 0..7 {
        fs::remove_dir_all(site.folder.join(format!("content/mapp-{number}"))).expect("a folder can be removed");
    }
    site.until("all are gone", |site| site.get("/mapp-2/sida-499/").status == 404 && site.get("/mapp-6/sida-6/").status == 404);
    site.settles();
}

#[test]
fn errors_stand_on_the_last_good_page_until_they_are_mended() {
    let site = preview(copy("bilingual"));
    let good = site.page("/stod/");
    let mut states = site.listen("/stod/");
    let first = states.next();
    assert_eq!(first["problems"]["summary"], "", "{first}");
    let broken = [
        ("content/stod.md", "---\ntilte: Stöd\n---\n", "F102"),
        ("site.toml", "[site\n", "C101"),
        ("themes/default/page.html", "{% if %}", "H101"),
        ("themes/default/page.html", "{{ finns.inte.alls }}", "H101"),
        ("i18n/sv/theme.ftl", "skip-to-content = { $a\n", "T108"),
        ("content/data/x.csv", "a;b\n1;2\n", "P103"),
    ];
    for (path, text, code) in broken {
        let old = fs::read(site.folder.join(path)).ok();
        site.write(path, text);
        let state = states.until(|state| state["problems"]["summary"] != "");
        let list = state["problems"]["list"].as_array().expect("problems are a list").clone();
        assert!(list.iter().any(|problem| problem["code"] == code), "{path}: {state}");
        let problem = list.iter().find(|problem| problem["code"] == code).expect("it was just found");
        assert!(problem["place"].as_str().is_some_and(|place| place.starts_with(path)), "{problem}");
        assert_eq!(problem["explain"], format!("/_tydlig/explain/{code}"));
        let file = site.folder.join(path);
        assert!(
            problem["edit"].as_str().is_some_and(|edit| edit.starts_with("vscode://file/") && edit.contains(path)),
            "{problem} {file:?}"
        );
        assert_eq!(site.page("/stod/"), good, "{path}");
        assert_eq!(site.get("/stod/").status, 200);
        match old {
            Some(old) => site.write(path, old),
            None => site.remove(path),
        }
        states.until(|state| state["problems"]["summary"] == "");
        site.settles();
    }
    // The settings may be gone for a while.
    let settings = site.read("site.toml");
    site.remove("site.toml");
    let state = states.until(|state| state["problems"]["summary"] != "");
    assert!(state["problems"]["list"][0]["message"].as_str().is_some_and(|text| text.contains("site.toml")), "{state}");
    assert!(state["problems"]["list"][0]["message"].as_str().is_some_and(|text| text.contains("filen finns inte")), "{state}");
    site.write("site.toml", settings);
    states.until(|state| state["problems"]["summary"] == "");
    site.settles();
}

#[test]
fn a_site_that_is_broken_at_the_start_is_shown_once_it_is_mended() {
    let folder = copy("minimal");
    let text = fs::read_to_string(folder.join("content/index.md")).expect("the file is there");
    fs::write(folder.join("content/index.md"), "---\ntilte: <b>\n---\n").expect("a file can be written");
    let site = preview(folder);
    let answer = site.get("/om/");
    assert_eq!(answer.status, 503);
    let page = answer.text();
    assert!(page.contains("F102") && page.contains("content/index.md") && page.contains("/_tydlig/preview.js"), "{page}");
    assert!(!page.contains("<b>"), "{page}");
    let mut states = site.listen("/om/");
    let state = states.next();
    assert!(page.contains(state["page"].as_str().expect("a state names its page")), "the script knows the page it stands in");
    site.write("content/index.md", text);
    let mended = states.until(|state| state["problems"]["summary"] == "");
    assert_ne!(mended["page"], state["page"]);
    site.settles();
}

#[test]
fn open_pages_are_told_only_of_what_changes_them() {
    let site = preview(copy("minimal"));
    let (mut start, mut about) = (site.listen("/"), site.listen("/om/"));
    let (first, other) = (start.next(), about.next());
    let page = |state: &serde_json::Value| state["page"].as_str().expect("a state names its page").to_owned();
    assert!(site.get("/").text().contains(&format!("data-page=\"{}\"", page(&first))));
    site.write("content/om-oss.md", site.read("content/om-oss.md") + "\nMer text.\n");
    let changed = about.next();
    assert_ne!(page(&changed), page(&other));
    // Styles alone change no page.
    site.write("themes/default/style.css", "body { color: #000 }");
    let (restyled, also) = (start.next(), about.next());
    assert_eq!((page(&restyled), page(&also)), (page(&first), page(&changed)));
    assert_ne!(restyled["style"], first["style"]);
    // What is put back is as it was.
    site.remove("themes/default/style.css");
    assert_eq!(start.next(), first);
    // An address that leads nowhere yet.
    let mut missing = site.listen("/ny/");
    let none = missing.next();
    site.write("content/ny.md", "---\ntitle: Ny\n---\n");
    assert_ne!(page(&missing.next()), page(&none));
}

#[test]
fn the_next_port_is_taken_and_an_interrupt_stops_it() {
    let site = preview(copy("minimal"));
    let port = site.preview.port();
    let mut child = Command::new(env!("CARGO_BIN_EXE_tydlig"))
        .args(["serve", "--lang", "en", "--today", TODAY, "--port", &port.to_string(), "--site"])
        .arg(&site.folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program can be run");
    let mut out = child.stdout.take().expect("its output is caught");
    let mut said = String::new();
    let mut buffer = [0; 512];
    while !said.contains("Ctrl-C") {
        let length = out.read(&mut buffer).expect("it says something");
        assert!(length > 0, "{said}");
        said.push_str(&String::from_utf8_lossy(&buffer[..length]));
    }
    assert!(said.contains(&format!("Port {port} is taken.")), "{said}");
    let other = said.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).expect("it names its address");
    let mut listener = TcpStream::connect(format!("127.0.0.1:{other}")).expect("it listens");
    write!(listener, "GET /_tydlig/states?page=/ HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("it reads");
    let length = listener.read(&mut buffer).expect("it answers");
    assert!(length > 0);
    #[cfg(unix)]
    {
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal can be sent");
        assert!(killed.success());
        assert_eq!(child.wait().expect("it ends").code(), Some(0));
    }
    #[cfg(not(unix))]
    child.kill().expect("it can be ended");
}
