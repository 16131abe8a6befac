//! Writes a report: as text with code frames, one line each, JSON lines, or GitHub's workflow commands.
//!
//! JSON, version 1: one object a line, `{version, code, name, level, message, file, sheet, cell,
//! start{line,column,byte}, end{line,column,byte}, labels[], help}`, and last `{version, summary{errors,warnings}}`.
//! Lines and columns count from 1, columns in characters, bytes from 0. In a workbook line and column are the
//! cell's row and column, byte is null, and `sheet` and `cell` (`C14`) are set. What is absent is null.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level as Grade, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Label, Level, Message, Report, UiLanguage};
use crate::source::{CellPlace, LineColumn, Source, Sources, Span};

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With code frames, for people.
    #[default]
    Text,
    /// One line each.
    Short,
    /// JSON lines.
    Json,
    /// GitHub's workflow commands, which become notes on the changed lines.
    Github,
}

/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// No escape codes.
    Plain,
    /// ANSI escape codes.
    Ansi,
}

/// The writer's choices.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Which form.
    pub format: Format,
    /// Which language.
    pub ui_language: UiLanguage,
    /// With or without colours (text only).
    pub colour: Colour,
}

/// How many of one code the forms for people show; JSON is never cut.
const SHOWN_PER_CODE: usize = 20;

/// Writes a whole report.
pub fn report(report: &Report, sources: &Sources, style: Style) -> String {
    let mut out = String::new();
    if style.format == Format::Json {
        for diagnostic in &report.diagnostics {
            let _ = writeln!(out, "{}", as_json(diagnostic, sources, style.ui_language));
        }
        let summary = json!({"errors": report.count(Level::Error), "warnings": report.count(Level::Warning)});
        let _ = writeln!(out, "{}", json!({"version": 1, "summary": summary}));
        return out;
    }
    let mut shown = std::collections::BTreeMap::new();
    for diagnostic in &report.diagnostics {
        let count: &mut usize = shown.entry(diagnostic.code).or_default();
        *count += 1;
        if *count > SHOWN_PER_CODE {
            continue;
        }
        match style.format {
            Format::Text => out.push_str(&as_text(diagnostic, sources, style)),
            Format::Short => out.push_str(&as_line(diagnostic, sources, style.ui_language)),
            Format::Github => out.push_str(&as_github(diagnostic, sources, style.ui_language)),
            Format::Json => {}
        }
    }
    for (code, count) in shown {
        if count > SHOWN_PER_CODE {
            let more = count - SHOWN_PER_CODE;
            let text = Message::new(
                format!("… och {more} till av {} {} (--format json visar alla)", code.code(), code.name()),
                format!("… and {more} more of {} {} (--format json shows all)", code.code(), code.name()),
            );
            let _ = writeln!(out, "{}", text.in_ui_language(style.ui_language));
        }
    }
    out
}

/// "3 fel, 1 varning"; empty when there is nothing to say.
pub fn summary(report: &Report, ui_language: UiLanguage) -> String {
    let (errors, warnings) = (report.count(Level::Error), report.count(Level::Warning));
    let part = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let parts = match ui_language {
        UiLanguage::Swedish => [part(errors, "fel", "fel"), part(warnings, "varning", "varningar")],
        UiLanguage::English => [part(errors, "error", "errors"), part(warnings, "warning", "warnings")],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The lines of a finding's files with its places marked, without its message and its help; empty when it names no place.
pub fn frame(diagnostic: &Diagnostic, sources: &Sources, ui_language: UiLanguage) -> String {
    let bare = Diagnostic { help: None, ..diagnostic.clone() };
    let text = as_text(&bare, sources, Style { format: Format::Text, ui_language, colour: Colour::Plain });
    text.split_once('\n').map_or(String::new(), |(_, frame)| frame.trim_end().to_owned())
}

/// Where a finding is, in one line: `content/a.csv:2:10`, or `content/a.xlsx, Blad1!C14`.
pub fn whereabouts(diagnostic: &Diagnostic, sources: &Sources) -> Option<String> {
    diagnostic.primary.as_ref().map(|label| place_words(label, sources))
}

/// Line and column of a finding; a workbook and a whole file have none.
pub fn line_and_column(diagnostic: &Diagnostic, sources: &Sources) -> Option<LineColumn> {
    let label = diagnostic.primary.as_ref()?;
    if cell(label, sources).is_some() { None } else { place(label, sources) }
}

fn level_word(level: Level, ui_language: UiLanguage) -> &'static str {
    match (level, ui_language) {
        (Level::Error, UiLanguage::Swedish) => "fel",
        (Level::Error, UiLanguage::English) => "error",
        (Level::Warning, UiLanguage::Swedish) => "varning",
        (Level::Warning, UiLanguage::English) => "warning",
    }
}

fn as_text(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    let grade = match diagnostic.level {
        Level::Error => Grade::ERROR,
        Level::Warning => Grade::WARNING,
    };
    let title = grade
        .with_name(level_word(diagnostic.level, style.ui_language))
        .primary_title(diagnostic.message.in_ui_language(style.ui_language))
        .id(diagnostic.code.code());
    let mut group = Group::with_title(title);
    let mut cells = Vec::new();
    let labels = diagnostic.primary.iter().map(|label| (label, AnnotationKind::Primary));
    for (label, kind) in labels.chain(diagnostic.labels.iter().map(|label| (label, AnnotationKind::Context))) {
        let remark = label.text.as_ref().map(|text| text.in_ui_language(style.ui_language).to_owned());
        match (label.span, sources.get(&label.path)) {
            (Some(span), Some(source)) => {
                if let Some(cell) = source.cell(span.start) {
                    let (line, span) = row(source, span);
                    let snippet = Snippet::source(line).line_start(cell.row).path(cell_place(label, cell));
                    group = group.element(snippet.annotation(kind.span(span).label(remark)));
                    cells.push(cell_place(label, cell));
                    continue;
                }
                let span = clamp(&source.text, span.start)..clamp(&source.text, span.end.max(span.start));
                let snippet = Snippet::source(source.text.to_string()).path(label.path.to_string()).fold(true);
                group = group.element(snippet.annotation(kind.span(span).label(remark)));
            }
            _ => group = group.element(annotate_snippets::Origin::path(label.path.to_string())),
        }
    }
    if let Some(help) = &diagnostic.help {
        let word = match style.ui_language {
            UiLanguage::Swedish => "hjälp",
            UiLanguage::English => "help",
        };
        group = group.element(Grade::HELP.with_name(word).message(help.in_ui_language(style.ui_language)));
    }
    let renderer = match style.colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    };
    let text = cells.iter().fold(renderer.render(&[group]), |text, cell| without_line(&text, cell));
    format!("{text}\n\n")
}

/// The library writes line and column after every path; behind the name of a cell they would only confuse.
fn without_line(text: &str, cell: &str) -> String {
    let mut parts = text.split(cell);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let bare = part.strip_prefix(':').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        let bare = bare.and_then(|rest| rest.strip_prefix(':')).map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        out.push_str(cell);
        out.push_str(bare.unwrap_or(part));
    }
    out
}

fn clamp(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The row of a workbook that holds a span, and the span within it.
fn row(source: &Source, span: Span) -> (String, std::ops::Range<usize>) {
    let row = source.cells.as_ref().and_then(|cells| cells.row_span(span.start)).unwrap_or(span);
    let (first, last) = (clamp(&source.text, row.start), clamp(&source.text, row.end));
    let line = source.text.get(first..last).unwrap_or_default();
    let within = |offset: usize| clamp(line, clamp(&source.text, offset).saturating_sub(first));
    (line.to_owned(), within(span.start)..within(span.end.max(span.start)))
}

/// A cell as spreadsheets name it: `uppfoljning.xlsx, Blad1!C14`.
fn cell_place(label: &Label, cell: CellPlace<'_>) -> String {
    format!("{}, {}!{}", label.path, cell.sheet, cell.address())
}

fn cell<'a>(label: &Label, sources: &'a Sources) -> Option<CellPlace<'a>> {
    sources.get(&label.path)?.cell(label.span?.start)
}

fn place(label: &Label, sources: &Sources) -> Option<LineColumn> {
    let source = sources.get(&label.path)?;
    Some(LineColumn::of(&source.text, label.span?.start))
}

/// A place in one line: `content/a.csv:2:10`, or `content/a.xlsx, Blad1!C14`.
fn place_words(label: &Label, sources: &Sources) -> String {
    if let Some(cell) = cell(label, sources) {
        return cell_place(label, cell);
    }
    let place = place(label, sources);
    place.map_or_else(|| label.path.to_string(), |place| format!("{}:{}:{}", label.path, place.line, place.column))
}

fn as_line(diagnostic: &Diagnostic, sources: &Sources, ui_language: UiLanguage) -> String {
    let mut line = String::new();
    if let Some(label) = &diagnostic.primary {
        let _ = write!(line, "{}: ", place_words(label, sources));
    }
    let level = level_word(diagnostic.level, ui_language);
    let _ = write!(line, "{level}[{}]: {}", diagnostic.code.code(), diagnostic.message.in_ui_language(ui_language));
    for (label, text) in diagnostic.labels.iter().filter_map(|label| Some((label, label.text.as_ref()?))) {
        let _ = write!(line, "; {}: {}", text.in_ui_language(ui_language), place_words(label, sources));
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(line, " ({})", help.in_ui_language(ui_language));
    }
    line.push('\n');
    line
}

fn position(label: &Label, sources: &Sources, offset: usize) -> Value {
    sources.get(&label.path).map_or(Value::Null, |source| {
        if let Some(cell) = source.cell(offset) {
            return json!({"line": cell.row, "column": cell.column, "byte": null});
        }
        let place = LineColumn::of(&source.text, offset);
        json!({"line": place.line, "column": place.column, "byte": offset})
    })
}

fn label_json(label: &Label, sources: &Sources, ui_language: UiLanguage) -> Value {
    let cell = cell(label, sources);
    json!({
        "file": label.path.as_str(),
        "sheet": cell.map(|cell| cell.sheet),
        "cell": cell.map(|cell| cell.address()),
        "start": label.span.map(|span| position(label, sources, span.start)),
        "end": label.span.map(|span| position(label, sources, span.end)),
        "message": label.text.as_ref().map(|text| text.in_ui_language(ui_language)),
    })
}

fn as_json(diagnostic: &Diagnostic, sources: &Sources, ui_language: UiLanguage) -> Value {
    let primary = diagnostic.primary.as_ref();
    let span = primary.and_then(|label| Some((label, label.span?)));
    let cell = primary.and_then(|label| cell(label, sources));
    json!({
        "version": 1,
        "code": diagnostic.code.code(),
        "name": diagnostic.code.name(),
        "level": diagnostic.level.key(),
        "message": diagnostic.message.in_ui_language(ui_language),
        "file": primary.map(|label| label.path.as_str()),
        "sheet": cell.map(|cell| cell.sheet),
        "cell": cell.map(|cell| cell.address()),
        "start": span.map(|(label, span)| position(label, sources, span.start)),
        "end": span.map(|(label, span)| position(label, sources, span.end)),
        "labels": diagnostic.labels.iter().map(|label| label_json(label, sources, ui_language)).collect::<Vec<_>>(),
        "help": diagnostic.help.as_ref().map(|help| help.in_ui_language(ui_language)),
    })
}

/// GitHub's "workflow commands": `%`, line ends and, in properties, `:` and `,` are escaped.
fn as_github(diagnostic: &Diagnostic, sources: &Sources, ui_language: UiLanguage) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let mut properties = String::new();
    if let Some(label) = &diagnostic.primary {
        let file = escape(label.path.as_str()).replace(':', "%3A").replace(',', "%2C");
        let _ = write!(properties, " file={file}");
        let cell = cell(label, sources);
        if let Some(place) = place(label, sources).filter(|_| cell.is_none()) {
            let _ = write!(properties, ",line={},col={}", place.line, place.column);
        }
        let _ = write!(properties, ",title={} {}", diagnostic.code.code(), diagnostic.code.name());
        if let Some(cell) = cell {
            let sheet = escape(cell.sheet).replace(':', "%3A").replace(',', "%2C");
            let _ = write!(properties, " {sheet}!{}", cell.address());
        }
    }
    let mut message = diagnostic.message.in_ui_language(ui_language).to_owned();
    for (label, text) in diagnostic.labels.iter().filter_map(|label| Some((label, label.text.as_ref()?))) {
        let _ = write!(message, "\n{}: {}", text.in_ui_language(ui_language), place_words(label, sources));
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(message, "\n{}", help.in_ui_language(ui_language));
    }
    format!("::{}{properties}::{}\n", diagnostic.level.key(), escape(&message))
}
