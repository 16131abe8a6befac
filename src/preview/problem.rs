//! What is wrong, in the words of the one who edits: as data for the preview's script, and as a page of its own where no
//! page of the site can be shown.

use std::fmt::Write as _;
use std::io;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Level, Message, Report, UiLanguage, emit};
use crate::html::Html;
use crate::source::load::{DiskLoader, Look};
use crate::source::{LineColumn, SourcePath, Sources, fingerprint};

/// How many are shown at once; more than this nobody reads.
const SHOWN: usize = 50;

/// The language of messages and the editor that links open.
#[derive(Clone, Debug)]
pub(super) struct MessageContext {
    pub(super) ui_language: UiLanguage,
    /// An address with `{path}`, `{line}` and `{column}`; without one there are no links.
    pub(super) editor: Option<String>,
    pub(super) loader: DiskLoader,
}

/// All that was found in a state, and the texts that it points into.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    pub(super) report: Report,
    pub(super) sources: Arc<Sources>,
    /// A fingerprint of all: whoever shows them asks again when it changes.
    pub(super) mark: u64,
}

impl Findings {
    pub(super) fn new(report: Report, sources: &Arc<Sources>) -> Self {
        let words = report.diagnostics.iter().map(|found| {
            let label = found.primary.as_ref();
            let at = label.and_then(|label| label.span).map_or(0, |span| span.start);
            format!("{}{}{at}{}", found.code.code(), label.map_or("", |label| label.path.as_str()), found.message.sv)
        });
        let mark = fingerprint(words.flat_map(String::into_bytes));
        Self { report, sources: Arc::clone(sources), mark }
    }
}

/// One finding, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Problem {
    code: Option<&'static str>,
    level: &'static str,
    message: String,
    place: Option<String>,
    frame: String,
    help: Option<String>,
    /// The page that explains the rule.
    explain: Option<String>,
    /// The address that opens the file in an editor.
    edit: Option<String>,
}

/// All findings, and how they are summed up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Problems {
    /// "3 fel, 1 varning"; empty when nothing is wrong.
    pub(super) summary: String,
    /// The first of them.
    pub(super) list: Vec<Problem>,
}

impl Problems {
    /// The errors of a report; warnings stop nothing and are left to `tydlig check`.
    pub(super) fn of(findings: &Findings, message_context: &MessageContext) -> Self {
        let (report, sources) = (&findings.report, &findings.sources);
        let errors: Vec<&Diagnostic> = report.diagnostics.iter().filter(|found| found.level == Level::Error).collect();
        if errors.is_empty() {
            return Self::default();
        }
        let list = errors.iter().take(SHOWN).map(|found| Problem::of(found, sources, message_context)).collect();
        let only = Report { diagnostics: errors.into_iter().cloned().collect() };
        Self { summary: emit::summary(&only, message_context.ui_language), list }
    }

    /// The site cannot be read at all.
    pub(super) fn unreadable(error: &io::Error, message_context: &MessageContext) -> Self {
        let message = system("webbplatsen kan inte läsas", "the site cannot be read", error);
        let problem = Problem {
            code: None,
            level: Level::Error.key(),
            message: message.in_ui_language(message_context.ui_language).to_owned(),
            place: None,
            frame: String::new(),
            help: None,
            explain: None,
            edit: None,
        };
        let summary = Message::new("1 fel", "1 error").in_ui_language(message_context.ui_language).to_owned();
        Self { summary, list: vec![problem] }
    }

    /// Whether nothing is wrong.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// A page that shows them, for a site of which no page can be shown.
    pub(super) fn page(&self, ui_language: UiLanguage) -> String {
        let words = Words::in_ui_language(ui_language);
        let mut main = String::new();
        let text = |text: &str| Html::text(text);
        let _ = write!(main, "<h1>{}</h1><p>{}</p>", text(&self.summary), text(words.nothing));
        for problem in &self.list {
            let _ = write!(main, "<section><h2>{}</h2>", text(&problem.title()));
            if let Some(place) = &problem.place {
                match &problem.edit {
                    Some(edit) => {
                        let _ = write!(main, "<p><a href=\"{}\">{}</a></p>", text(edit), text(place));
                    }
                    None => {
                        let _ = write!(main, "<p>{}</p>", text(place));
                    }
                }
            }
            if !problem.frame.is_empty() {
                let name = text(problem.place.as_ref().unwrap_or(&problem.message));
                let _ = write!(main, "<pre tabindex=\"0\" role=\"group\" aria-label=\"{name}\">{}</pre>", text(&problem.frame));
            }
            if let Some(help) = &problem.help {
                let _ = write!(main, "<p>{}: {}</p>", text(words.help), text(help));
            }
            if let Some(explain) = &problem.explain {
                let _ = write!(main, "<p><a href=\"{}\">{}</a></p>", text(explain), text(&words.explain(problem.code)));
            }
            main.push_str("</section>");
        }
        frame_page(ui_language, &self.summary, &main)
    }
}

impl Problem {
    pub(super) fn of(found: &Diagnostic, sources: &Sources, message_context: &MessageContext) -> Self {
        Self {
            code: Some(found.code.code()),
            level: found.level.key(),
            message: found.message.in_ui_language(message_context.ui_language).to_owned(),
            place: emit::whereabouts(found, sources),
            frame: emit::frame(found, sources, message_context.ui_language),
            help: found.help.as_ref().map(|help| help.in_ui_language(message_context.ui_language).to_owned()),
            explain: Some(format!("{}explain/{}", super::RESERVED, found.code.code())),
            edit: edit(found, sources, message_context),
        }
    }

    fn title(&self) -> String {
        self.code.map_or_else(|| self.message.clone(), |code| format!("{code}: {}", self.message))
    }
}

/// The address that opens the place of a finding in the editor.
fn edit(found: &Diagnostic, sources: &Sources, message_context: &MessageContext) -> Option<String> {
    edit_at(&found.primary.as_ref()?.path, emit::line_and_column(found, sources), message_context)
}

/// The address that opens a file in the editor; built-in files stand on no disk.
pub(super) fn edit_at(path: &SourcePath, place: Option<LineColumn>, message_context: &MessageContext) -> Option<String> {
    let pattern = message_context.editor.as_ref()?;
    if !matches!(message_context.loader.look(path), Look::File | Look::Empty) {
        return None;
    }
    let absolute = message_context.loader.absolute(path).to_str()?.replace('\\', "/");
    let (line, column) = place.map_or((1, 1), |place| (place.line, place.column));
    let path = super::address::encode(absolute.trim_start_matches('/'));
    Some(pattern.replace("{path}", &path).replace("{line}", &line.to_string()).replace("{column}", &column.to_string()))
}

/// A page of the preview's own.
pub(super) fn frame_page(ui_language: UiLanguage, title: &str, main: &str) -> String {
    let lang = match ui_language {
        UiLanguage::Swedish => "sv",
        UiLanguage::English => "en",
    };
    let style = format!("{}page.css", super::RESERVED);
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"stylesheet\" href=\"{style}\"></head>\
         <body class=\"tydlig-own\"><main>{main}</main></body></html>",
        Html::text(title)
    )
}

/// What the preview itself says.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    lang: &'static str,
    heading: &'static str,
    shown: &'static str,
    nothing: &'static str,
    close: &'static str,
    open: &'static str,
    help: &'static str,
    explain: &'static str,
    edit: &'static str,
    updated: &'static str,
    restyled: &'static str,
    mended: &'static str,
}

impl Words {
    pub(super) fn in_ui_language(ui_language: UiLanguage) -> &'static Self {
        match ui_language {
            UiLanguage::Swedish => &Self {
                lang: "sv",
                heading: "Fel i webbplatsens filer",
                shown: "Sidan bakom visar det senaste som fungerade. Den uppdateras när felen är rättade.",
                nothing: "Sidan visas när felen är rättade. Förhandsvisningen behöver inte startas om.",
                close: "Stäng",
                open: "Visa felen",
                help: "Gör så här",
                explain: "Vad betyder {code}?",
                edit: "Öppna filen",
                updated: "Sidan är uppdaterad.",
                restyled: "Utseendet är uppdaterat.",
                mended: "Felen är rättade.",
            },
            UiLanguage::English => &Self {
                lang: "en",
                heading: "Errors in the site's files",
                shown: "The page behind shows the last state that worked. It is updated once the errors are mended.",
                nothing: "The page is shown once the errors are mended. The preview need not be restarted.",
                close: "Close",
                open: "Show the errors",
                help: "What to do",
                explain: "What does {code} mean?",
                edit: "Open the file",
                updated: "The page has been updated.",
                restyled: "The styles have been updated.",
                mended: "The errors are mended.",
            },
        }
    }

    fn explain(&self, code: Option<&str>) -> String {
        self.explain.replace("{code}", code.unwrap_or_default())
    }
}

/// What the system refused, and why. The system gives its reasons in English, so the usual ones are said in Swedish first.
pub(super) fn system(sv: &str, en: &str, error: &io::Error) -> Message {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => Some("filen finns inte"),
        io::ErrorKind::PermissionDenied => Some("behörighet saknas"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some("disken är full"),
        io::ErrorKind::ReadOnlyFilesystem => Some("disken är skrivskyddad"),
        _ => None,
    };
    let sv = reason.map_or_else(|| format!("{sv}: {error}"), |reason| format!("{sv}: {reason} ({error})"));
    Message::new(sv, format!("{en}: {error}"))
}
