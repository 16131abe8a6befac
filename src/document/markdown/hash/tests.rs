//! The hashes that stand in files, and what they tell apart.

use proptest::prelude::*;

use super::*;
use crate::document::markdown::parse;
use crate::source::Source;

/// The hashes of a text that stands in `content/uppdrag/`.
fn hashes(text: &str) -> Vec<BlockHash> {
    parse(&Source::new("content/uppdrag/soc-1.md", text), 0).value.hashes().collect()
}

/// These hashes stand in the files of sites. A change of any of them makes every translation outdated: a form that gives
/// other hashes needs another prefix.
#[test]
fn hashes_never_change() {
    let cases = [
        // printf 'Kommunen ska betala.' | b3sum
        ("Kommunen ska betala.", "b1-65df62b782c9d369"),
        ("## Mål *och* medel {#mal}", "b1-ff96383958748929"),
        ("- Ett\n- Två\n  1. Tre", "b1-ca13e6048a7c3859"),
        ("| År | Antal |\n|--|--:|\n| 2009 | 60 |\n| 2010 | |", "b1-8336c860a7fd780c"),
        ("> Se [målet](../mal/kf-3.md#b) och ![en karta](karta.png).", "b1-9920ae71e6382dc9"),
        ("~~5~~ 6 miljoner", "b1-0a12567e272803b7"),
        ("البلدية **الجديدة** 018", "b1-2752cca0d65c4275"),
    ];
    let found: Vec<String> = cases.iter().flat_map(|(text, _)| hashes(text)).map(|hash| hash.to_string()).collect();
    assert_eq!(found, cases.map(|(_, expected)| expected));
}

#[test]
fn a_hash_is_the_blake3_of_the_normal_form() {
    let form = "Se m\u{e5}let\u{1D}/mal/kf-3.md#b";
    assert_eq!(hashes("Se  [ma\u{30a}let](../mal/kf-3.md#b)"), [BlockHash::of(form)]);
    let table = "\u{c5}r\u{1F}Antal\u{1F}\u{1E}2009\u{1F}\u{1F}";
    assert_eq!(hashes("| År | *Antal* |\n|--|--:|\n| 2009 | |"), [BlockHash::of(table)]);
    assert_eq!(hashes("- a\n- b\n\n  c ![d](e.png)"), [BlockHash::of("a\u{1E}b\u{1E}c \u{2}d\u{3}\u{1D}/uppdrag/e.png")]);
}

#[test]
fn form_does_not_count() {
    let cases = [
        ("Ett *två* `tre` **fyra**", "Ett\ntvå\\\ntre\u{a0}   _fy\u{ad}ra_"),
        ("- a\n- b", "1) a\n2) b"),
        ("- a\n- b", "* a\n\n* b\n"),
        ("## A {#b}", "### A"),
        ("A\n=", "# A #"),
        ("a & b", "a &amp; b <!-- c -->"),
        ("[a](b.md \"c\")", "[a][d]\n\n[d]: ./b.md"),
        ("[Se](id:soc-3) mer", "Se [mer](id:soc-3)"),
        ("a \u{2066}b\u{2069}\u{200F}", "a b"),
        ("> a\n> b", "> a b"),
        ("| a | b |\n|--|--|\n| c | |", "|a|*b*\n|:--|--:|\n| c |"),
        ("- a\n  - b", "- a\n- b"),
    ];
    for (one, other) in cases {
        assert_eq!(hashes(one), hashes(other), "{one:?} and {other:?}");
        assert_eq!(hashes(one).len(), 1, "{one:?}");
    }
    let there = |path: &str| parse(&Source::new(path, "[a](../mal/b.md)"), 0).value.hashes().collect::<Vec<_>>();
    assert_eq!(there("content/uppdrag/a.md"), there("content/bodies/a.md"));
}

#[test]
fn words_and_targets_count() {
    let texts = [
        "Ett två",
        "Etttvå",
        "ett två",
        "Ett tva",
        "Ett ~~två~~",
        "~~Ett~~ två",
        "Ett [två](a.md)",
        "Ett [två](b.md)",
        "Ett [två](a.md#c)",
        "Ett [två](https://a.se/)",
        "Ett ![två](a.md)",
        "Ett\n\n- två",
        "- Ett\n- två",
        "| Ett | två |\n|--|--|",
        "| Ett |\n|--|\n| två |",
        "| Ett | | två |\n|--|--|--|",
        "می\u{200C}خواهم",
        "میخواهم",
    ];
    for (at, one) in texts.iter().enumerate() {
        for other in texts.iter().skip(at + 1) {
            assert_ne!(hashes(one), hashes(other), "{one:?} and {other:?}");
        }
    }
    assert_eq!(hashes("---\n\n<!-- a -->"), []);
}

#[test]
fn only_what_was_printed_is_read() {
    let cases = [
        ("b1-0123456789abcdef", None),
        ("b2-0123456789abcdef", Some(InvalidHash::OtherForm)),
        ("b1-0123456789ABCDEF", Some(InvalidHash::Malformed)),
        ("b1-0123456789abcde", Some(InvalidHash::Malformed)),
        ("b1-+123456789abcdef", Some(InvalidHash::Malformed)),
        ("0123456789abcdef", Some(InvalidHash::Malformed)),
        ("b-0123456789abcdef", Some(InvalidHash::Malformed)),
        ("", Some(InvalidHash::Malformed)),
    ];
    for (text, expected) in cases {
        let read = BlockHash::parse(text);
        assert_eq!(read.err(), expected, "{text}");
        assert!(read.is_err() || read.is_ok_and(|hash| hash.to_string() == text), "{text}");
    }
}

/// How a word may be written without being another.
fn written(word: &str, form: u8) -> String {
    match form % 6 {
        0 => word.to_owned(),
        1 => format!("**{word}**"),
        2 => format!("*{word}*"),
        3 => format!("`{word}`"),
        4 => format!("&#120;{}", word.strip_prefix('x').expect("every word begins so")),
        _ => format!("{word}<!-- x -->"),
    }
}

/// The words of a paragraph as Markdown, each in its form, with what parts them.
fn paragraph(words: &[String], forms: &[u8]) -> String {
    let gaps = [" ", "\n", "  \n", "\\\n", "\t", " \u{a0}"];
    let form = |at: usize| forms.get(at % forms.len().max(1)).copied().unwrap_or_default();
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push_str(gaps[usize::from(form(at) / 6) % gaps.len()]);
        }
        text.push_str(&written(word, form(at)));
    }
    text
}

proptest! {
    #[test]
    fn another_form_has_the_same_hash(
        words in prop::collection::vec("[a-zåäöé]{1,9}|[ابتثج]{1,6}|[0-9]{1,4}|e\u{301}[a-z]", 1..12),
        one in prop::collection::vec(any::<u8>(), 1..12),
        other in prop::collection::vec(any::<u8>(), 1..12),
        marker in prop::sample::select(vec!["", "- ", "* ", "> ", "1. ", "12) "]),
    ) {
        let words: Vec<String> = words.into_iter().map(|word| format!("x{word}")).collect();
        let (one, other) = (paragraph(&words, &one), paragraph(&words, &other));
        prop_assert_eq!(hashes(&one), hashes(&other), "{:?} and {:?}", &one, &other);
        // A line that begins anew keeps its place in its block.
        let inner = paragraph(&words, &[0]);
        prop_assert_eq!(hashes(&one), hashes(&format!("{marker}{inner}")));
    }

    #[test]
    fn other_words_have_another_hash(
        words in prop::collection::vec("[a-zåäö]{1,9}", 1..12),
        forms in prop::collection::vec(any::<u8>(), 1..12),
        at in any::<prop::sample::Index>(),
        new in "[a-zåäö]{1,9}",
    ) {
        let words: Vec<String> = words.into_iter().map(|word| format!("x{word}")).collect();
        let mut changed = words.clone();
        let at = at.index(words.len());
        changed[at] = format!("x{new}");
        prop_assume!(changed != words);
        prop_assert_ne!(hashes(&paragraph(&words, &forms)), hashes(&paragraph(&changed, &forms)));
        let mut longer = words.clone();
        longer.insert(at, format!("x{new}"));
        prop_assert_ne!(hashes(&paragraph(&words, &forms)), hashes(&paragraph(&longer, &forms)));
        let mut shorter = words.clone();
        shorter.remove(at);
        prop_assert_ne!(hashes(&paragraph(&words, &forms)), hashes(&paragraph(&shorter, &forms)));
    }

    #[test]
    fn any_text_is_read_and_its_places_hold(text in "[ -~\\n\\r\u{e5}\u{202e}<>\\[\\]()`*_#|{}!:&;~-]{0,120}") {
        let source = Source::new("content/a.md", format!("---\n---\n{text}"));
        let parsed = parse(&source, 8).value;
        let mut before = 8;
        for block in parsed.blocks() {
            let span = block.span();
            prop_assert!(span.start >= before && source.text.get(span.start..span.end).is_some());
            before = span.end;
            prop_assert_eq!(BlockHash::parse(&block.hash().to_string()), Ok(block.hash()));
            let open = block.pieces().fold(0_i32, |open, piece| match piece {
                Piece::Start(_) => open + 1,
                Piece::End(_) => open - 1,
                _ => open,
            });
            prop_assert_eq!(open, 0);
        }
    }
}
