//! Tables of changes: a file, what is changed, the file after it. Every change that can be undone is.

use super::*;
use crate::document::text_of;
use crate::source::encoded_file::EncodedFile;

/// Applies changes to bytes, as the preview does.
fn edited(path: &str, bytes: &[u8], changes: &[Change]) -> Result<Vec<u8>, String> {
    let written = EncodedFile::read(SourcePath::new(path), bytes).expect("it comes out as it went in");
    let text = apply(&written.source, changes).map_err(|impossible| impossible.message.en)?;
    written.encode(&text).map_err(|why| format!("{why:?}"))
}

fn field(path: &str, text: &str) -> Vec<Change> {
    vec![Change { part: Part::Field(path.to_owned()), text: text.to_owned() }]
}

fn cell(row: usize, column: usize, text: &str) -> Vec<Change> {
    vec![Change { part: Part::Cell(row, column), text: text.to_owned() }]
}

/// The change of the block with a number.
fn block(file: &str, number: usize, text: &str) -> Vec<Change> {
    let source = Source::new("content/a.md", file);
    let span = text_of(&source).blocks().nth(number).expect("the file has the block").span();
    vec![Change { part: Part::Block(span), text: text.to_owned() }]
}

#[test]
fn a_field_changes_and_nothing_else() {
    let cases = [
        ("title: Mål", "title", "Nytt mål", "title: Nytt mål"),
        ("title: Mål  # så\nid: a", "title", "Nytt", "title: Nytt  # så\nid: a"),
        ("title: Mål\r\nid: a", "title", "Kf: mål", "title: 'Kf: mål'\r\nid: a"),
        ("title: 'Kf: mål'", "title", "mål", "title: mål"),
        ("title: 'mål'", "title", "it's", "title: 'it''s'"),
        ("number: \"3\"", "number", "4 \"a\"", "number: \"4 \\\"a\\\"\""),
        ("title: أهداف\nid: a", "title", "أهداف البلدية 2009", "title: أهداف البلدية 2009\nid: a"),
        ("summary: a\nid: b", "summary", "", "summary: \nid: b"),
        ("d:\n  t: |-\n    Ett\n\n    två\n  u: 1", "d.t", "Ett\n\ntre", "d:\n  t: |-\n    Ett\n\n    tre\n  u: 1"),
        ("d:\r\n  t: |\r\n     Ett\r\n  u: 1", "d.t", "Två\ntre", "d:\r\n  t: |\r\n     Två\r\n     tre\r\n  u: 1"),
        ("d:\n  t: Ett\n  u: 1", "d.t", "Ett\ntvå", "d:\n  t: |-\n    Ett\n    två\n  u: 1"),
        ("t:\n  - {id: a, value: 60, op: '>='}", "t.0.value", "65,5", "t:\n  - {id: a, value: '65,5', op: '>='}"),
        ("t:\n  - {id: a, value: 60, op: '>='}", "t.0.op", "<=", "t:\n  - {id: a, value: 60, op: '<='}"),
        ("t:\n  - {id: a, text: b}", "t.0.text", "c\nd", "t:\n  - {id: a, text: \"c\\nd\"}"),
        ("t:\n  - id: a\n    text: b", "t.0.text", "c\nd", "t:\n  - id: a\n    text: |-\n      c\n      d"),
        ("to: [kf-1, kf-2]", "to", "kf-1\nkf-3\n", "to: [kf-1, kf-3]"),
        ("to: [ a,b ]", "to", "a\nb\nc", "to: [ a,b,c ]"),
        ("to: [a]", "to", "", "to: []"),
        ("to: [a]", "to", "a\n0 -", "to: [a, '0 -']"),
        ("to:\n  - a\n  - 'b'\nid: c", "to", "b\nd", "to:\n  - 'b'\n  - d\nid: c"),
        ("to:\n- a\nid: c", "to", "a\nb: c", "to:\n- a\n- 'b: c'\nid: c"),
    ];
    for (matter, path, text, expected) in cases {
        let end = if matter.contains("\r\n") { "\r\n" } else { "\n" };
        let file = |matter: &str| format!("---{end}{matter}{end}---{end}Text{end}{end}- b{end}");
        let result = edited("content/a.md", file(matter).as_bytes(), &field(path, text)).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(result, Ok(file(expected)), "{matter:?}, {path}: {text:?}");
    }
}

#[test]
fn a_block_changes_and_nothing_else() {
    let cases = [
        ("Ett\n\nTvå\n", 0, "Noll", "Noll\n\nTvå\n"),
        (
            "---\r\ntitle: a\r\n---\r\n\r\nEtt\r\ntvå\r\n\r\nTre\r\n",
            0,
            "Ett\nnytt",
            "---\r\ntitle: a\r\n---\r\n\r\nEtt\r\nnytt\r\n\r\nTre\r\n",
        ),
        ("Ett\r\ntvå\ntre\r\n", 0, "Ett\ntvå och\ntre", "Ett\r\ntvå och\r\ntre\r\n"),
        ("## A {#k}\nb\n", 0, "## C {#k}", "## C {#k}\nb\n"),
        ("- a\n- b\n\n\n\nc", 0, "- a\n- b\n- d", "- a\n- b\n- d\n\n\n\nc"),
        ("a\n\nb\n\nc\n", 1, "", "a\n\nc\n"),
        ("a\n\nb\n\nc\n", 2, "", "a\n\nb\n"),
        ("a\n", 0, "b\n\nc\n\n", "b\n\nc\n"),
        ("البلدية 018-727\n\nب\n", 0, "البلدية **الجديدة** 018\n", "البلدية **الجديدة** 018\n\nب\n"),
        ("a  \nb\n", 0, "a  \nc", "a  \nc\n"),
        ("a", 0, "å\r\nä", "å\nä"),
    ];
    for (file, number, text, expected) in cases {
        let result = edited("content/a.md", file.as_bytes(), &block(file, number, text)).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(result.as_deref(), Ok(expected), "{file:?}, {number}: {text:?}");
    }
}

#[test]
fn a_cell_changes_and_nothing_else() {
    let head = "uppdrag;period;text";
    let cases: [(&[u8], usize, &str, &[u8]); 11] = [
        (b"a;2009;b\n", 2, "c", b"a;2009;c\n"),
        (b"a;2009;b\r\na;2010;d\r\n", 2, "c;d", b"a;2009;\"c;d\"\r\na;2010;d\r\n"),
        (b"a;2009;\"b;c\"", 2, "b", b"a;2009;b"),
        (b"a;2009;\"b\"", 2, "c", b"a;2009;\"c\""),
        (b"a;2009;\"b;c\"\na;2010;\"d\"\n", 2, "e", b"a;2009;\"e\"\na;2010;\"d\"\n"),
        (b"a;2009;b\n", 2, "\"c\"", b"a;2009;\"\"\"c\"\"\"\n"),
        (b"a;2009;b\n", 2, "c\nd", b"a;2009;\"c\nd\"\n"),
        (b"a;2009;\"b\r\nc\"\r\n", 2, "b\nd", b"a;2009;\"b\r\nd\"\r\n"),
        (b"a;2009;m\xE5l\r\n", 2, "m\u{E5}len \u{2013} n\u{E5}dda", b"a;2009;m\xE5len \x96 n\xE5dda\r\n"),
        (b"\n\na;2009;\n", 2, "b", b"\n\na;2009;b\n"),
        (b"a;2009; b \n", 0, "d", b"d;2009; b \n"),
    ];
    for (rows, column, text, expected) in cases {
        for mark in [&b""[..], b"\xEF\xBB\xBF"] {
            if !mark.is_empty() && std::str::from_utf8(rows).is_err() {
                continue;
            }
            let file = |rows: &[u8]| [mark, head.as_bytes(), b"\r\n", rows].concat();
            let result = edited("content/data/a.csv", &file(rows), &cell(1, column, text));
            assert_eq!(result, Ok(file(expected)), "{rows:?}: {text:?}");
        }
    }
    let tabs = b"sep=|\nindikator|period|varde\na|2009|41,5\n";
    assert_eq!(
        edited("content/data/a.csv", tabs, &cell(1, 2, "42|")).as_deref(),
        Ok(&b"sep=|\nindikator|period|varde\na|2009|\"42|\"\n"[..])
    );
    let wide = b"\xFF\xFEi\0n\0d\0i\0k\0a\0t\0o\0r\0\t\x002\x000\x000\x008\0\n\0a\0\t\x001\0";
    let result = edited("content/data/a.csv", wide, &cell(1, 1, "2")).unwrap();
    assert_eq!(&result[..wide.len() - 2], &wide[..wide.len() - 2]);
    assert_eq!(&result[wide.len() - 2..], b"2\0");
}

#[test]
fn several_changes_are_made_at_once_or_not_at_all() {
    let file = b"uppdrag;period;lage;text\na;2009;klart;b\n";
    let both = [cell(1, 2, "p\u{E5}g\u{E5}r"), cell(1, 3, "c")].concat();
    assert_eq!(edited("content/data/a.csv", file, &both), Ok("uppdrag;period;lage;text\na;2009;pågår;c\n".into()));
    let same = [cell(1, 2, "x"), cell(1, 2, "y")].concat();
    assert!(edited("content/data/a.csv", file, &same).is_err());
    let page = "---\ntitle: a\n---\nb\n";
    let both = [field("title", "c"), block(page, 0, "d")].concat();
    assert_eq!(edited("content/a.md", page.as_bytes(), &both), Ok("---\ntitle: c\n---\nd\n".into()));
}

#[test]
fn what_would_change_more_is_refused() {
    let page = "---\ntitle: a\nto: [b]\n---\nEtt\n\nTvå\ntre\n\n## A\nb\n";
    let pages = [
        block(page, 0, "```\nkod"),
        block(page, 0, "<!-- "),
        block(page, 2, "A"),
        field("title.a", "b"),
        field("missing", "b"),
        field("to.7", "b"),
        field("title", "a\u{0}b"),
        block(page, 0, "a\u{7}b"),
        vec![Change { part: Part::Block(Span::new(0, 3)), text: "x".to_owned() }],
        vec![Change { part: Part::Block(Span::new(900, 901)), text: "x".to_owned() }],
        cell(1, 0, "x"),
    ];
    for changes in pages {
        assert!(edited("content/a.md", page.as_bytes(), &changes).is_err(), "{changes:?}");
    }
    let table = b"uppdrag;period;text\na;2009;m\xE5l\n";
    let tables = [cell(0, 0, "x"), cell(2, 0, "x"), cell(1, 9, "x"), cell(1, 2, "ሰላም"), field("title", "x")];
    for changes in tables {
        assert!(edited("content/data/a.csv", table, &changes).is_err(), "{changes:?}");
    }
    // A file without front matter must not get one by a first block.
    assert!(edited("content/a.md", b"a\n\n---\n\nb\n", &block("a\n\n---\n\nb\n", 0, "---\ntitle: x")).is_err());
}

#[test]
fn a_change_and_its_inverse_give_the_first_bytes() {
    let texts = [
        "a",
        "Två ord",
        "a: b",
        "it's",
        "\"x\"",
        "65,5",
        "-1",
        "# a",
        "a #b",
        "x;y",
        "هدف",
        "ሰላም",
        "a\nb",
        "a\n\nb",
        "[a]",
        "{a}",
        "null",
        "true",
        "~",
        "a\tb",
        "=1+1",
        "a,b",
        "å\\n",
        "|-",
        "'",
        "*a*",
        "a:",
        "  x",
    ];
    let matters = ["t: {}", "d:\n  t: {}\n  u: 1", "d: {t: {}, u: 1}", "l:\n  - u: 1\n    t: {}\n  - u: 2", "l: [{u: 1, t: {}}]"];
    let paths = ["t", "d.t", "d.t", "l.0.t", "l.0.t"];
    for end in ["\n", "\r\n"] {
        for (matter, path) in matters.iter().zip(paths) {
            for first in ["a", "Två ord", "65"] {
                let matter = matter.replacen("{}", first, 1).replace('\n', end);
                let file = format!("---{end}{matter}{end}---{end}text{end}");
                for text in texts {
                    let there = edited("content/a.md", file.as_bytes(), &field(path, text))
                        .unwrap_or_else(|why| panic!("{matter:?}, {text:?}: {why}"));
                    // Lines that need a block of text, or quotes for a tab, stay so: the text is the same, its form is not.
                    if text.contains(['\n', '\t']) {
                        continue;
                    }
                    let back = edited("content/a.md", &there, &field(path, first)).unwrap();
                    assert_eq!(String::from_utf8(back).unwrap(), file, "{matter:?}, {text:?}");
                }
            }
        }
        let rows = [format!("a;2009;b{end}a;2010;c{end}"), format!("\"a\";\"2009\";\"b\"{end}\"a\";\"2010\";\"c\"{end}")];
        for rows in rows {
            let file = format!("uppdrag;period;text{end}{rows}");
            for text in texts {
                let there = edited("content/data/a.csv", file.as_bytes(), &cell(1, 2, text)).unwrap();
                let back = edited("content/data/a.csv", &there, &cell(1, 2, "b")).unwrap();
                assert_eq!(String::from_utf8(back).unwrap(), file, "{text:?}");
            }
        }
        let file = format!("# a{end}{end}b{end}c{end}{end}d{end}");
        for text in texts.iter().filter(|text| !text.starts_with(' ') && !text.contains("\n\n")) {
            let there = edited("content/a.md", file.as_bytes(), &block(&file, 1, text)).unwrap();
            let there = String::from_utf8(there).unwrap();
            let back = edited("content/a.md", there.as_bytes(), &block(&there, 1, "b\nc")).unwrap();
            assert_eq!(String::from_utf8(back).unwrap(), file, "{text:?}");
        }
    }
}

fn new_field(path: &str, form: FieldForm, text: &str) -> Vec<Change> {
    vec![Change { part: Part::NewField(path.to_owned(), form), text: text.to_owned() }]
}

#[test]
fn a_field_is_added_and_nothing_else_changes() {
    use FieldForm::{List, Scalar};
    let cases = [
        ("title: a", "summary", Scalar, "Kort: så", Ok("title: a\nsummary: 'Kort: så'")),
        ("title: a\r\nid: b", "order", Scalar, "3", Ok("title: a\r\nid: b\r\norder: 3")),
        ("title: a  # så", "lead", List, "soc\nbun\n", Ok("title: a  # så\nlead: [soc, bun]")),
        ("title: a\nsummary:\nid: b", "summary", Scalar, "Ny", Ok("title: a\nsummary: Ny\nid: b")),
        ("title: a\nsummary:   # tom\nid: b", "summary", Scalar, "Ny", Ok("title: a\nsummary: Ny   # tom\nid: b")),
        ("t:\n  - {id: a, form: text}", "t.0.unit", Scalar, "kr, %", Ok("t:\n  - {id: a, form: text, unit: 'kr, %'}")),
        (
            "t:\n  - id: a\n    form: text  # så\nx: y",
            "t.0.unit",
            Scalar,
            "%",
            Ok("t:\n  - id: a\n    form: text  # så\n    unit: '%'\nx: y"),
        ),
        (
            "d:\n  t: |-\n    Ett\n\n    två\nu: 1",
            "d.cost",
            Scalar,
            "Ett\ntvå",
            Ok("d:\n  t: |-\n    Ett\n\n    två\n  cost: |-\n    Ett\n    två\nu: 1"),
        ),
        ("title: a", "title", Scalar, "b", Err("the place is no longer in the file")),
        ("title: a", "d.t", Scalar, "b", Err("the place is no longer in the file")),
        ("title: a", "a: b\nc", Scalar, "b", Err("the place is no longer in the file")),
    ];
    for (matter, path, form, text, expected) in cases {
        let end = if matter.contains("\r\n") { "\r\n" } else { "\n" };
        let file = |matter: &str| format!("---{end}{matter}{end}---{end}Text{end}");
        let result = edited("content/a.md", file(matter).as_bytes(), &new_field(path, form, text));
        let result = result.map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(result, expected.map(file).map_err(str::to_owned), "{matter:?}, {path}: {text:?}");
    }
}

#[test]
fn a_row_is_added_below_the_last() {
    type Cells = &'static [(usize, &'static str)];
    let cases: [(&str, Cells, Result<&str, &str>); 6] = [
        ("uppdrag;period;text\na;2009;x\n", &[(0, "a"), (1, "2010")], Ok("uppdrag;period;text\na;2009;x\na;2010;\n")),
        ("uppdrag;period;text\r\na;2009;x", &[(0, "a"), (2, "y; \"z\"")], Ok("uppdrag;period;text\r\na;2009;x\r\na;;\"y; \"\"z\"\"\"")),
        ("uppdrag,period\na,2009\n\n", &[(0, "b"), (1, "2,0")], Ok("uppdrag,period\na,2009\nb,\"2,0\"\n\n")),
        ("uppdrag;period\n", &[(0, "a"), (1, "2009")], Ok("uppdrag;period\na;2009\n")),
        ("uppdrag;period\n", &[(2, "a")], Err("the place is no longer in the file")),
        ("a;b\n", &[(0, "a")], Err("the place is no longer in the file")),
    ];
    for (file, cells, expected) in cases {
        let changes: Vec<Change> =
            cells.iter().map(|(column, text)| Change { part: Part::NewCell(*column), text: (*text).to_owned() }).collect();
        let result = edited("content/data/a.csv", file.as_bytes(), &changes).map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(result, expected.map(str::to_owned).map_err(str::to_owned), "{file:?}");
    }
}
