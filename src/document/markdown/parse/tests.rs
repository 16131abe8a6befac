//! Texts and what is read of them: one line a case.

use super::*;
use crate::document::markdown::Piece;

fn read(text: &str) -> Checked<Text> {
    parse(&Source::new("content/uppdrag/a.md", text), 0)
}

/// The pieces of a text, each as short as it can be told from others.
fn pieces_of(text: &str) -> String {
    let text = read(text).value;
    let piece = |piece: Piece<'_>| match piece {
        Piece::Words(words) => format!("{words:?}"),
        Piece::Start(element) => format!("{element:?}("),
        Piece::End(_) => ")".to_owned(),
        Piece::Break => "Break".to_owned(),
        Piece::Rule => "Rule".to_owned(),
    };
    let blocks = text.blocks().map(|block| block.pieces().map(piece).collect::<Vec<_>>().join(" "));
    blocks.collect::<Vec<_>>().join(" | ")
}

#[test]
fn reads_pieces() {
    let cases = [
        ("a *b* [c](d.md)", r#"Paragraph( "a " Emphasis( "b" ) " " Link(0)( "c" ) )"#),
        ("## A {#k}\n\n---\n", r#"Heading(0)( "A" ) | Rule"#),
        ("a\nb  \nc\\\nd", r#"Paragraph( "a\nb" Break "c" Break "d" )"#),
        ("a\r\nb", r#"Paragraph( "a" "\n" "b" )"#),
        ("> a\n> b", r#"Quote( Paragraph( "a" "\n" "b" ) )"#),
        ("1 & 2 &amp; 3 \\* 4 [5]", r#"Paragraph( "1 & 2 " "&" " 3 " "* 4 [5]" )"#),
        ("`` a`b `` ~~c~~", r#"Paragraph( Code( "a`b" ) " " Strikethrough( "c" ) )"#),
        ("```\na\n  b\n```", r#"CodeBlock( "a\n  b\n" )"#),
        ("3. a\n4. b\n   - c\n", r#"OrderedList(3)( Item( "a" ) Item( "b" BulletList( Item( "c" ) ) ) )"#),
        ("![a *b*](c.png)", r#"Paragraph( Image(0)( "a " Emphasis( "b" ) ) )"#),
        (
            "| a | |*b*|\n|--|--:|--|\n| 1 | 2 |",
            "Table(1)( Head( HeadCell { right: false }( \"a\" ) Cell { right: false }( ) HeadCell { right: false }( Emphasis( \"b\" ) ) ) \
             Row( Cell { right: false }( \"1\" ) Cell { right: true }( \"2\" ) Cell { right: false }( ) ) )",
        ),
        ("<!-- a\nb -->\nc", r#" | Paragraph( "c" )"#),
    ];
    for (text, expected) in cases {
        assert_eq!(pieces_of(text), expected, "{text:?}");
    }
}

#[test]
fn words_stay_in_the_file() {
    let text = read("Ett *två* `tre`\nfyra, [fem](a.md) – sex.\n\n- Sju\n\n> Åtta\n").value;
    assert_eq!(&*text.resolved, "");
    assert_eq!(&*read("Ett &amp; två").value.resolved, "&");
}

#[test]
fn finds_blocks() {
    let text = "## A *b*\r\ntext\r\nmore\r\n\r\n- c\n- d\n\n<!-- e -->\n\n> f\n\n---\n\n| g |\n|--|\n| h |\n\n![i](j.png) k\n";
    let parsed = read(text).value;
    let found: Vec<(&str, &str, String)> = parsed
        .blocks()
        .map(|block| (block.kind().key(), text.get(block.span().start..block.span().end).unwrap_or_default(), block.words()))
        .collect();
    let expected = [
        ("heading", "## A *b*", "A b"),
        ("paragraph", "text\r\nmore", "text\nmore"),
        ("list", "- c\n- d", "c\nd"),
        ("silent", "<!-- e -->", ""),
        ("quote", "> f", "f"),
        ("silent", "---", ""),
        ("table", "| g |\n|--|\n| h |", "g\nh"),
        ("paragraph", "![i](j.png) k", " k"),
    ];
    assert_eq!(found, expected.map(|(kind, text, words)| (kind, text, words.to_owned())));
    assert_eq!((parsed.headings.len(), &*parsed.headings[0].text, parsed.hashes().count()), (1, "A b", 6));
}

#[test]
fn places_count_from_the_start_of_the_file() {
    let source = Source::new("content/a.md", "---\ntitle: å\n---\nEtt [två](b.md).\n");
    let text = parse(&source, 18).value;
    let written = |span: Span| source.text.get(span.start..span.end);
    let block = text.blocks().next().expect("there is one");
    assert_eq!((written(block.span()), written(text.links[0].span)), (Some("Ett [två](b.md)."), Some("[två](b.md)")));
    assert_eq!(block.words(), "Ett två.");
}

#[test]
fn says_what_is_wrong_and_where() {
    let cases = [
        ("[här](a.md)", "A105 [här](a.md)"),
        ("[HÄR *ser du*](a.md) [Läs\nmer](b.md)", "A105 [Läs\nmer](b.md)"),
        ("![ ](a.png) ![](b.png \"dekorativ\") ![c](d.png)", "A102 ![ ](a.png)"),
        ("## A\n\n#### B", "A103 #### B"),
        ("# A", "A103 # A"),
        ("a <b>c</b>", "M101 <b>; M101 </b>"),
        ("<div>\na\n</div>", "M101 <div>"),
        ("a <!-- b --> c", ""),
        ("<!-- a\nb -->\n\n> <!-- c -->", ""),
        ("<!-- a --> Fem *miljoner*\nmer", "M103 Fem *miljoner*"),
        ("- <!-- a\n  b --> c", "M103 c"),
        ("<!-- a\n\nb", "M103 <!-- a"),
        ("## A {#b.c_d-å1}", ""),
        ("## A {#b\"onmouseover=\"alert(1)}", "M102 {#b\"onmouseover=\"alert(1)}"),
        ("## A {2010}\n\n## B {.c}", "M102 {2010}; M102 {.c}"),
        ("## A \\{2010\\}", ""),
        ("a\u{202E}b", "A104 \u{202E}"),
    ];
    for (text, expected) in cases {
        let found = read(text).diagnostics;
        let found = found.iter().map(|found| {
            let span = found.primary.as_ref().and_then(|label| label.span).expect("it has a place");
            format!("{} {}", found.code.code(), &text[span.start..span.end])
        });
        assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{text:?}");
    }
}

#[test]
fn an_id_that_is_none_is_left_out() {
    let ids = |text| read(text).value.headings.iter().map(|heading| heading.id.as_deref().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(ids("## A {#b}\n\n## C {#d\"e}\n\n## F"), [Some("b".to_owned()), None, None]);
}
