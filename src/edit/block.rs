//! A block of Markdown, replaced by what was typed.

use super::{Change, Part, Splice, is_page, line_end, missing};
use crate::diagnostic::Message;
use crate::document::fields::body_start;
use crate::document::markdown::BlockKind;
use crate::document::text_of;
use crate::source::{Source, Span};

pub(super) fn splice(source: &Source, span: Span, text: &str) -> Result<Splice, Message> {
    if !is_page(source) || !text_of(source).blocks().any(|block| block.span() == span) {
        return Err(missing());
    }
    let old = source.text.get(span.start..span.end).ok_or_else(missing)?;
    let text = text.trim_matches('\n');
    if text.trim().is_empty() {
        return Ok(Splice { span: with_gap(source, span), text: String::new() });
    }
    Ok(Splice { span, text: with_line_ends(old, text, line_end(old, source)) })
}

/// Whether the other blocks are still what they were: an open fence or comment would swallow what follows, and a paragraph
/// without a blank line before it continues the one above.
pub(super) fn check(before: &Source, after: &Source, changes: &[Change]) -> Result<(), Message> {
    let changed: Vec<Span> =
        changes.iter().filter_map(|change| if let Part::Block(span) = change.part { Some(span) } else { None }).collect();
    if !is_page(before) || changed.is_empty() {
        return Ok(());
    }
    let old = blocks(before);
    let new = written(after, &blocks(after));
    // The untouched runs of blocks stand in the new text in their order, each as it was; the first at its start, the last at
    // its end.
    let mut at = 0;
    let runs: Vec<Vec<Written>> = old.split(|(_, span)| changed.contains(span)).map(|run| written(before, run)).collect();
    for (number, run) in runs.iter().enumerate() {
        let rest = new.get(at..).unwrap_or_default();
        let found = match (number == 0, number + 1 == runs.len()) {
            (true, true) => (rest == run.as_slice()).then_some(0),
            (true, _) => rest.starts_with(run).then_some(0),
            (_, true) => rest.ends_with(run).then(|| rest.len() - run.len()),
            _ => (0..=rest.len().saturating_sub(run.len())).find(|start| rest.get(*start..).is_some_and(|rest| rest.starts_with(run))),
        };
        let Some(found) = found else { return Err(runs_on()) };
        at += found + run.len();
    }
    let matter = |source: &Source| source.text.get(..body_start(source)).unwrap_or_default().len();
    let touched = changes.iter().any(|change| matches!(change.part, Part::Field(_)));
    if touched || matter(before) == matter(after) { Ok(()) } else { Err(runs_on()) }
}

/// What is compared of a block: the same kind, written the same.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    kind: BlockKind,
    text: String,
}

fn written(source: &Source, blocks: &[(BlockKind, Span)]) -> Vec<Written> {
    let text = |span: Span| source.text.get(span.start..span.end).unwrap_or_default().to_owned();
    blocks.iter().map(|(kind, span)| Written { kind: *kind, text: text(*span) }).collect()
}

fn blocks(source: &Source) -> Vec<(BlockKind, Span)> {
    text_of(source).blocks().map(|block| (block.kind(), block.span())).collect()
}

/// A block with the blank lines that part it from the next, or, where it is the last, from the one before.
fn with_gap(source: &Source, span: Span) -> Span {
    let blank = |character: char| matches!(character, '\n' | '\r' | ' ' | '\t');
    let behind = source.text.get(span.end..).unwrap_or_default();
    let rest = behind.trim_start_matches(blank);
    if !rest.is_empty() {
        // Its own indentation belongs to what follows.
        let gap = behind.len() - rest.len();
        let line = behind.get(..gap).and_then(|gap| gap.rfind('\n')).map_or(gap, |at| at + 1);
        return Span::new(span.start, span.end + line);
    }
    let body = body_start(source);
    let before = source.text.get(body..span.start).unwrap_or_default();
    Span::new(body + before.trim_end_matches(blank).len(), span.end)
}

/// What was typed, with the file's line ends; lines that stay at the start and at the end keep their own.
fn with_line_ends(old: &str, text: &str, end: &str) -> String {
    let bare = |line: &str| line.trim_end_matches(['\r', '\n']).to_owned();
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = text.split('\n').collect();
    let same = |(old, new): &(&&str, &&str)| bare(old) == **new;
    // The last line has no end of its own, so it is no line to take one from.
    let most = old.len().min(new.len()).saturating_sub(1);
    let first = old.iter().zip(&new).take(most).take_while(same).count();
    let last = old.iter().rev().zip(new.iter().rev()).take(most - first).take_while(same).count();
    let mut result: String = old.iter().take(first).copied().collect();
    let middle: Vec<&str> = new.iter().skip(first).take(new.len() - first - last).copied().collect();
    result.push_str(&middle.join(end));
    if last > 0 {
        result.push_str(end);
    }
    result.extend(old.iter().skip(old.len() - last).copied());
    result
}

fn runs_on() -> Message {
    Message::new(
        "texten går ihop med ett annat stycke; lämna en tom rad, och stäng kod (```) och kommentarer (-->)",
        "the text runs into another paragraph; leave a blank line, and close code (```) and comments (-->)",
    )
}
