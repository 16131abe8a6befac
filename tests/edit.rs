//! Changing files from the preview, through its real server: who may, what is refused, and what stands on disk afterwards.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/browsing.rs"]
mod browsing;
#[path = "support/built.rs"]
mod built;

use std::fs;

use browsing::{Answer, Previewed, copy, preview, preview_with};
use serde_json::{Value, json};
use tydlig::preview::Editing;

/// A copy of the least site with a page to change.
fn with_page() -> std::path::PathBuf {
    let folder = copy("minimal");
    fs::write(folder.join("content/sida.md"), "---\ntitle: Om\n---\n\nEtt.\n").expect("a file can be written");
    folder
}

/// What can be changed on a page.
fn editables(site: &Previewed, page: &str) -> Value {
    let answer = site.get(&format!("/_tydlig/edit/editables?page={page}"));
    assert_eq!(answer.status, 200, "{page}: {}", answer.text());
    serde_json::from_str(&answer.text()).expect("editables are JSON")
}

/// The editable that has a text, and its file.
fn editable<'p>(editables: &'p Value, text: &str) -> (&'p Value, &'p Value) {
    let list = editables["editables"].as_array().expect("editables are a list");
    let found = list.iter().find(|editable| editable["text"] == text);
    let editable = found
        .unwrap_or_else(|| panic!("no editable says {text:?}: {:#?}", list.iter().map(|editable| &editable["text"]).collect::<Vec<_>>()));
    (editable, &editables["files"][usize::try_from(editable["file"].as_u64().expect("a number")).expect("small")])
}

fn request(editables: &Value, old: &str, new: &str) -> Value {
    let (editable, file) = editable(editables, old);
    json!({"path": file["path"], "digest": file["digest"], "changes": [{"part": editable["part"], "text": new}]})
}

/// Headers of a request to save.
fn head(site: &Previewed, token: &str) -> Vec<(&'static str, String)> {
    let host = format!("127.0.0.1:{}", site.preview.port());
    vec![
        ("Host", host.clone()),
        ("Origin", format!("http://{host}")),
        ("Content-Type", "application/json".to_owned()),
        ("X-Tydlig-Token", token.to_owned()),
    ]
}

fn post(site: &Previewed, head: &[(&str, String)], body: &str) -> Answer {
    let head: String = head.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    site.send(&format!("POST /_tydlig/edit/save HTTP/1.1\r\n{head}Connection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
}

fn save(site: &Previewed, editables: &Value, old: &str, new: &str) -> Answer {
    let token = editables["token"].as_str().expect("editables come with the token");
    post(site, &head(site, token), &request(editables, old, new).to_string())
}

#[test]
fn a_paragraph_is_changed_and_served() {
    let site = preview(with_page());
    site.write("content/sida.md", "---\r\ntitle: Om  # rubriken\r\n---\r\n\r\nEtt stycke.\r\n\r\n- a\r\n- b\r\n");
    site.until("the page is served", |site| site.page("/sida/").contains("Ett stycke."));
    let found = editables(&site, "/sida/");
    let answer = save(&site, &found, "Ett stycke.", "Två **stycken**\nmed text.");
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(
        site.read("content/sida.md"),
        "---\r\ntitle: Om  # rubriken\r\n---\r\n\r\nTvå **stycken**\r\nmed text.\r\n\r\n- a\r\n- b\r\n"
    );
    site.until("the page is new", |site| site.page("/sida/").contains("Två <strong>stycken</strong>"));
    let found = editables(&site, "/sida/");
    assert_eq!(save(&site, &found, "Om", "Om: programmet").status, 200);
    assert!(site.read("content/sida.md").contains("title: 'Om: programmet'  # rubriken\r\n"));
    site.settles();
    let left: Vec<_> = fs::read_dir(site.folder.join("content")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".tydlig")), "{left:?}");
}

#[test]
fn a_change_is_refused_when_the_file_is_another() {
    let site = preview(with_page());
    let found = editables(&site, "/sida/");
    let before = site.read("content/sida.md");
    let (editable, file) = (found["editables"][0].clone(), found["files"][0].clone());
    let request = json!({"path": file["path"], "digest": file["digest"], "changes": [{"part": editable["part"], "text": "Nytt"}]});
    site.write("content/sida.md", format!("{before}\nNytt sist.\n"));
    let answer = post(&site, &head(&site, found["token"].as_str().unwrap()), &request.to_string());
    assert_eq!((answer.status, site.read("content/sida.md")), (409, format!("{before}\nNytt sist.\n")));
}

#[test]
fn a_change_that_breaks_the_site_is_refused_with_the_reason() {
    let site = preview(with_page());
    site.write("content/sida.md", "---\ntitle: Om\n---\n\nEtt stycke.\n");
    site.until("the page is served", |site| site.page("/sida/").contains("Ett stycke."));
    let found = editables(&site, "/sida/");
    let before = site.read("content/sida.md");
    for (old, new, code) in [("Ett stycke.", "[finns](inte.md)", "R101"), ("Ett stycke.", "<b>x</b>", "M101"), ("Om", "", "F")] {
        let answer = save(&site, &found, old, new);
        let text = answer.text();
        assert_eq!(answer.status, 422, "{new}: {text}");
        let problems: Value = serde_json::from_str(&text).expect("JSON");
        assert!(problems["problems"]["list"][0]["code"].as_str().is_some_and(|own| own.starts_with(code)), "{new}: {text}");
        assert_eq!(site.read("content/sida.md"), before);
    }
}

#[test]
fn what_was_wrong_before_stops_no_change() {
    let site = preview(with_page());
    site.write("content/sida.md", "---\ntitle: Om\n---\n\nEtt stycke.\n\nTvå.\n");
    site.until("the page is served", |site| site.page("/sida/").contains("Två."));
    site.write("content/annan.md", "---\ntitle: Annan\n---\n\n[finns](inte.md)\n");
    site.until("the error is shown", |site| {
        site.listen("/sida/").next()["problems"]["list"].as_array().is_some_and(|list| !list.is_empty())
    });
    let found = editables(&site, "/sida/");
    let answer = save(&site, &found, "Två.", "Tre.");
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn only_the_previews_own_pages_may_save() {
    let site = preview(with_page());
    let found = editables(&site, "/sida/");
    let token = found["token"].as_str().unwrap().to_owned();
    assert_eq!(token.len(), 64);
    let (editable, file) = (&found["editables"][0], &found["files"][0]);
    let body = json!({"path": file["path"], "digest": file["digest"], "changes": [{"part": editable["part"], "text": "Nytt"}]}).to_string();
    let before = site.read("content/sida.md");
    let with = |name: &str, value: Option<&str>| {
        let mut head = head(&site, &token);
        head.retain(|(own, _)| *own != name);
        let name: &'static str =
            ["Host", "Origin", "Content-Type", "X-Tydlig-Token", "Sec-Fetch-Site"].into_iter().find(|own| *own == name).unwrap();
        head.extend(value.map(|value| (name, value.to_owned())));
        head
    };
    let cases = [
        ("Host", Some("evil.example"), 403),
        ("Host", Some("evil.example:4711"), 403),
        ("Origin", None, 403),
        ("Origin", Some("null"), 403),
        ("Origin", Some("http://evil.example"), 403),
        ("Origin", Some("https://localhost"), 403),
        ("Sec-Fetch-Site", Some("cross-site"), 403),
        ("Sec-Fetch-Site", Some("same-site"), 403),
        ("Sec-Fetch-Site", Some("none"), 403),
        ("X-Tydlig-Token", None, 403),
        ("X-Tydlig-Token", Some(""), 403),
        ("X-Tydlig-Token", Some(&token[..63]), 403),
        ("X-Tydlig-Token", Some(&format!("{token}0")), 403),
        ("X-Tydlig-Token", Some(&"0".repeat(64)), 403),
        ("Content-Type", None, 415),
        ("Content-Type", Some("text/plain"), 415),
        ("Content-Type", Some("application/x-www-form-urlencoded"), 415),
    ];
    for (name, value, status) in cases {
        let answer = post(&site, &with(name, value), &body);
        assert_eq!((answer.status, site.read("content/sida.md")), (status, before.clone()), "{name}: {value:?}");
    }
    // The token is no part of an address, nor of a page or a script.
    for path in ["/sida/", "/_tydlig/preview.js"] {
        assert!(!site.get(path).text().contains(&token), "{path}");
    }
    let other =
        "GET /_tydlig/edit/editables?page=/sida/ HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n";
    assert_eq!(site.send(other).status, 403);
    let large = format!("{{\"path\": \"{}\"}}", "a".repeat(1024 * 1024));
    assert_eq!(post(&site, &head(&site, &token), &large).status, 413);
    for body in ["", "{}", "[]", "{\"path\":\"content/sida.md\",\"digest\":\"\",\"changes\":[]}"] {
        assert_eq!(post(&site, &head(&site, &token), body).status, 400, "{body}");
    }
    assert_eq!(post(&site, &head(&site, &token), &body).status, 200, "and so it is saved");
}

#[test]
fn only_files_of_content_are_changed() {
    let site = preview(with_page());
    let found = editables(&site, "/sida/");
    let token = found["token"].as_str().unwrap();
    site.write("content/data/a.json", "{}");
    site.write("content/.dold.md", "x");
    site.write("utanfor.md", "x");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(site.folder.join("utanfor.md"), site.folder.join("content/lank.md")).unwrap();
        std::os::unix::fs::symlink(&site.folder, site.folder.join("content/mapp")).unwrap();
    }
    let digest = tydlig::source::encoded_file::digest(b"x");
    let paths = [
        "site.toml",
        "utanfor.md",
        "content/../utanfor.md",
        "/etc/passwd",
        "content/data/a.json",
        "content/.dold.md",
        "content/lank.md",
        "content/mapp/utanfor.md",
        "content\\sida.md",
        "content/finns-inte.md",
        "content/sida.md/",
        "content//sida.md",
        "content/sida.md\u{0}",
        "themes/a.css",
    ];
    for path in paths {
        let request = json!({"path": path, "digest": digest, "changes": [{"part": {"block": [0, 1]}, "text": "y"}]});
        let answer = post(&site, &head(&site, token), &request.to_string());
        assert!(matches!(answer.status, 400 | 422), "{path}: {}", answer.status);
    }
    assert_eq!((site.read("utanfor.md"), site.read("content/.dold.md")), ("x".to_owned(), "x".to_owned()));
}

#[test]
fn nothing_is_changed_when_that_is_turned_off_or_others_can_reach_it() {
    for (host, editing) in [([127, 0, 0, 1], Editing::Off), ([0, 0, 0, 0], Editing::Allowed)] {
        let site = preview_with(with_page(), host.into(), editing);
        assert_eq!(site.get("/_tydlig/edit/editables?page=/sida/").status, 404);
        let body = json!({"path": "content/sida.md", "digest": "", "changes": [{"part": {"block": [0, 1]}, "text": "y"}]}).to_string();
        assert_eq!(post(&site, &head(&site, ""), &body).status, 403);
        assert!(!site.get("/_tydlig/preview.js").text().contains("edit/save"));
    }
}

#[test]
#[cfg(unix)]
fn a_file_keeps_its_permissions_and_a_read_only_one_its_text() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = preview(with_page());
    let path = site.folder.join("content/sida.md");
    site.write("content/sida.md", "---\ntitle: Om\n---\n\nEtt.\n");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(save(&site, &editables(&site, "/sida/"), "Ett.", "Två.").status, 200);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(save(&site, &editables(&site, "/sida/"), "Två.", "Tre.").status, 422);
    assert!(site.read("content/sida.md").contains("Två."));
}

#[test]
fn the_figures_and_reports_of_an_assignment_are_changed_in_their_tables() {
    let site = preview(copy("progress"));
    let before = site.read("content/data/uppfoljning.csv");
    let found = editables(&site, "/assignments/skola-1/");
    let (editable, file) = editable(&found, "Läxhjälpen har startat på tre skolor.");
    assert_eq!((file["path"].as_str(), editable["kind"].as_str()), (Some("content/data/uppfoljning.csv"), Some("prose")));
    let state = found["editables"]
        .as_array()
        .unwrap()
        .iter()
        .find(|other| other["group"] == editable["group"] && other["kind"] == "choice")
        .unwrap();
    assert!(state["words"].as_array().unwrap().iter().any(|word| word == "klart"), "{state}");
    let token = found["token"].as_str().unwrap();
    let both = json!({"path": file["path"], "digest": file["digest"], "changes": [
        {"part": editable["part"], "text": "Läxhjälp finns; på \"tre\" skolor."},
        {"part": state["part"], "text": "klart"},
    ]});
    let answer = post(&site, &head(&site, token), &both.to_string());
    assert_eq!(answer.status, 200, "{}", answer.text());
    let expected = before.replacen(
        "skola-1;2009-T1;skola;pågår;;enligt plan;Läxhjälpen har startat på tre skolor.;",
        "skola-1;2009-T1;skola;klart;;enligt plan;\"Läxhjälp finns; på \"\"tre\"\" skolor.\";",
        1,
    );
    assert_eq!(site.read("content/data/uppfoljning.csv"), expected);
    site.until("the page is new", |site| site.page("/assignments/skola-1/").contains("Läxhjälp finns; på"));
    // A word that means nothing is refused with the place.
    let found = editables(&site, "/assignments/skola-1/");
    let answer = save(&site, &found, "klart", "snart klart");
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert_eq!(site.read("content/data/uppfoljning.csv"), expected);
}

#[test]
fn a_value_is_marked_where_its_table_shows_it() {
    let site = preview(copy("progress"));
    let found = editables(&site, "/indicators/behoriga/");
    let marked = site.get("/indicators/behoriga/").text();
    let is_marked = |editable: &Value| editable["ids"].as_array().unwrap().iter().any(|id| marked.contains(id.as_str().unwrap()));
    let found = found["editables"].as_array().unwrap();
    assert!(found.iter().any(|editable| editable["text"] == "60" && editable["kind"] == "number" && is_marked(editable)), "{found:#?}");
    assert!(!site.page("/indicators/behoriga/").contains("data-tydlig-part"));
}

#[test]
fn a_translation_is_changed_beside_its_source_from_right_to_left() {
    let site = preview(copy("rtl"));
    site.write("content/ny.md", "---\ntitle: Nytt\nsummary: Kort\n---\n\nFörsta.\n\n## Andra\n\nTredje.\n");
    site.write("content/ny.ar.md", "---\r\ntitle: جديد\r\n---\r\n\r\nالأول 018-727.\r\n\r\n## الثاني\r\n\r\nالثالث.\r\n");
    site.until("the page is served", |site| site.page("/ar/ny/").contains("الثالث"));
    let found = editables(&site, "/ar/ny/");
    let (third, file) = editable(&found, "الثالث.");
    assert_eq!(file["path"], "content/ny.ar.md");
    assert_eq!((&third["dir"], &third["lang"]), (&json!("rtl"), &json!("ar")));
    assert_eq!(
        (&third["source"]["text"], &third["source"]["dir"], &third["source"]["lang"]),
        (&json!("Tredje."), &json!("ltr"), &json!("sv"))
    );
    let (title, _) = editable(&found, "جديد");
    assert_eq!(title["source"]["text"], "Nytt");
    assert_eq!(save(&site, &found, "الثالث.", "الثالث **2009**.").status, 200);
    assert_eq!(
        site.read("content/ny.ar.md"),
        "---\r\ntitle: جديد\r\n---\r\n\r\nالأول 018-727.\r\n\r\n## الثاني\r\n\r\nالثالث **2009**.\r\n"
    );
    // Facts stand in the source file only, so a translation offers none.
    assert!(found["editables"].as_array().unwrap().iter().all(|editable| editable["part"]["field"] != "order"));
}

/// The editables of a group, by their labels.
fn group<'p>(editables: &'p Value, title: &str) -> std::collections::BTreeMap<&'p str, &'p Value> {
    let list = editables["editables"].as_array().expect("editables are a list");
    list.iter()
        .filter(|editable| editable["group"] == title)
        .map(|editable| (editable["label"].as_str().expect("a label"), editable))
        .collect()
}

#[test]
fn what_a_file_lacks_is_added_by_its_schema() {
    let site = preview(copy("progress"));
    let path = "content/assignments/skola-1.md";
    let found = editables(&site, "/assignments/skola-1/");
    let token = found["token"].as_str().unwrap();
    let fields = group(&found, "Lägg till uppgifter");
    assert_eq!(fields["Sammanfattning"]["kind"], "prose", "{:?}", fields.keys());
    assert!(fields["Läge"]["words"].as_array().unwrap().iter().any(|word| word == "struck"), "{:?}", fields["Läge"]);
    assert!(!fields.contains_key("Rubrik") && !fields.contains_key("Kostnad"), "{:?}", fields.keys());
    let (editable, file) = editable(&found, fields["Sammanfattning"]["text"].as_str().unwrap());
    assert_eq!((editable["add"].as_bool(), file["path"].as_str()), (Some(true), Some(path)));
    let request = |changes: Value| json!({"path": path, "digest": file["digest"], "changes": changes}).to_string();
    let before = site.read(path);
    let wrong = request(json!([{"part": fields["Läge"]["part"], "text": "borta"}]));
    let answer = post(&site, &head(&site, token), &wrong);
    assert_eq!((answer.status, site.read(path)), (422, before.clone()), "{}", answer.text());
    let right = request(
        json!([{"part": fields["Sammanfattning"]["part"], "text": "Hjälp: för alla"}, {"part": fields["Läge"]["part"], "text": "in-force"}]),
    );
    let answer = post(&site, &head(&site, token), &right);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (front, body) = before.split_once("\n---\n").unwrap();
    assert_eq!(site.read(path), format!("{front}\nsummary: 'Hjälp: för alla'\nstate: in-force\n---\n{body}"));
    site.until("the page is new", |site| site.page("/assignments/skola-1/").contains("Hjälp: för alla"));
}

#[test]
fn follow_ups_and_values_are_added_as_rows() {
    let site = preview(copy("progress"));
    let found = editables(&site, "/assignments/skola-1/");
    let token = found["token"].as_str().unwrap();
    let cells = group(&found, "Ny uppföljning");
    assert_eq!(cells["Uppdrag eller mål"]["fixed"], "skola-1", "{:?}", cells.keys());
    let file = &found["files"][usize::try_from(cells["Period"]["file"].as_u64().unwrap()).unwrap()];
    let (path, before) = (file["path"].as_str().unwrap(), site.read(file["path"].as_str().unwrap()));
    let request = |period: &str, state: &str| {
        let change = |label: &str, text: &str| json!({"part": cells[label]["part"], "text": text});
        let changes =
            [change("Uppdrag eller mål", "skola-1"), change("Period", period), change("Läge", state), change("Text", "Nytt; år.")];
        json!({"path": path, "digest": file["digest"], "changes": changes}).to_string()
    };
    let answer = post(&site, &head(&site, token), &request("snart", "klart"));
    assert_eq!((answer.status, site.read(path)), (422, before.clone()), "{}", answer.text());
    let answer = post(&site, &head(&site, token), &request("2010-T1", "klart"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (head_row, row) = (before.lines().next().unwrap(), site.read(path).lines().last().unwrap().to_owned());
    assert_eq!(row.matches(';').count(), head_row.matches(';').count() + 1, "{row}");
    assert!(row.starts_with("skola-1;2010-T1;;klart;") && row.contains("\"Nytt; år.\""), "{row}");
    assert!(site.read(path).starts_with(&before));
    site.until("the page is new", |site| site.page("/assignments/skola-1/").contains("Nytt; år."));
    // Values: from the indicator's page, and from the pages of those that it is about.
    let found = editables(&site, "/indicators/behoriga/");
    assert!(found["editables"].as_array().unwrap().iter().any(|editable| editable["fixed"] == "behoriga"));
    let places = editables(&site, "/areas/norr/");
    let is_value = |editable: &&Value| !editable["part"]["cell"].is_null() && editable["kind"] == "number";
    let values: Vec<&Value> = places["editables"].as_array().unwrap().iter().filter(is_value).collect();
    assert!(values.iter().any(|editable| editable["text"] == "56"), "{values:#?}");
    assert!(values.iter().all(|editable| editable["group"].as_str().is_some_and(|group| group.contains("Norr"))), "{values:#?}");
}
