//! A request to its answer: who may ask, what is served, and the preview's own files. Knows no sockets.

use std::net::IpAddr;

use serde::Serialize;

use super::edit::{self, Saved};
use super::problem::{Words, frame_page};
use super::state::{Known, PageRequest, PreviewState, Response, asked_place, digest, with_script};
use super::view_options::ViewOptions;
use super::{RESERVED, address, bar, facts, survey};
use crate::diagnostic::{Code, UiLanguage, explain};
use crate::html::Html;
use crate::render::HEADERS;

/// A request, as far as it matters here.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) method: &'a str,
    /// As sent, with its escapes.
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    /// Every `Host` that the request names, in its headers or in its address.
    pub(super) hosts: Vec<&'a str>,
    pub(super) origin: Option<&'a str>,
    /// `Sec-Fetch-Site`: how the page that asks is related to this server.
    pub(super) relation: Option<&'a str>,
    /// The token that came with a request to change something.
    pub(super) token: Option<&'a str>,
    /// The media type of the body.
    pub(super) kind: Option<&'a str>,
    /// What was sent; nothing when it was too much.
    pub(super) body: Option<&'a [u8]>,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Content,
}

/// What an answer holds.
#[derive(Debug)]
pub(super) enum Content {
    /// All of it.
    Bytes(Vec<u8>),
    /// The states of a page, one after the other, for as long as somebody listens.
    States(PageRequest),
}

impl Answer {
    fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        // What stands at an address changes at any time.
        let headers = vec![
            ("Content-Type", kind.to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ];
        Self { status, headers, body: Content::Bytes(body.into()) }
    }

    fn refusal(status: u16, why: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{why}\n")).with("X-Content-Type-Options", "nosniff")
    }

    /// Too many pages listen already.
    pub(super) fn busy() -> Self {
        Self::refusal(503, "too many open pages")
    }

    /// The program has a fault, and says so in its terminal.
    pub(super) fn failed() -> Self {
        Self::refusal(500, "the preview failed at this request")
    }

    /// Something for the preview's own script.
    fn data<T: Serialize>(status: u16, value: &T) -> Self {
        let text = serde_json::to_vec(value).unwrap_or_default();
        Self::new(status, "application/json", text).with("X-Content-Type-Options", "nosniff")
    }

    fn page(status: u16, html: String) -> Self {
        let answer = Self::new(status, "text/html; charset=utf-8", html);
        answer.with_site_headers()
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The headers that the site's own host is told to send: what they forbid should not work here either. Except that
    /// the preview itself may show a page in a frame.
    fn with_site_headers(self) -> Self {
        HEADERS
            .iter()
            .fold(self, |answer, (name, value)| answer.with(name, value.replace("frame-ancestors 'none'", "frame-ancestors 'self'")))
    }
}

/// Answers a request that came to an address.
pub(super) fn answer(state: &PreviewState, asked: &Asked<'_>, bound: IpAddr) -> Answer {
    // RFC 9112, 3.2: a request names exactly one host.
    if asked.hosts.is_empty() || !asked.hosts.iter().all(|host| address::is_own_host(host, bound)) {
        return Answer::refusal(403, "this server is not known by that name");
    }
    if asked.path == SAVE && asked.method == "POST" {
        return save(state, asked);
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        return Answer::refusal(405, "only GET and HEAD").with("Allow", "GET, HEAD");
    }
    let Some(path) = address::decode(asked.path) else { return Answer::refusal(400, "there is no such address") };
    if let Some(own) = path.strip_prefix(RESERVED) {
        return if is_from_here(asked) {
            own_file(state, own, asked.query)
        } else {
            Answer::refusal(403, "only for the preview's own pages")
        };
    }
    let place = PageRequest { path, options: ViewOptions::read(asked.query) };
    match state.look(&place) {
        Response::Page { html, style, known, shown, .. } => {
            let status = match known {
                Known::Found => 200,
                Known::Missing => 404,
                Known::Broken => 503,
            };
            let parts = shown.and_then(|shown| state.with_parts(&shown));
            Answer::page(status, with_script(parts.as_ref().unwrap_or(&html), &digest(&html, &style)))
        }
        Response::File(bytes) => Answer::new(200, address::media_type(&place.path), bytes.to_vec()).with_site_headers(),
        Response::Elsewhere(url) => {
            let query = place.options.query();
            let mark = if query.is_empty() { "" } else { "?" };
            Answer::refusal(302, "see the other address").with("Location", format!("{}{mark}{query}", address::encode(&url)))
        }
    }
}

/// Whether the preview's own pages ask: other sites may not listen to what is edited.
fn is_from_here(asked: &Asked<'_>) -> bool {
    let origin = asked.origin.is_none_or(|origin| asked.hosts.iter().all(|host| origin.strip_prefix("http://") == Some(*host)));
    origin && asked.relation.is_none_or(|relation| matches!(relation, "same-origin" | "none"))
}

fn own_file(state: &PreviewState, name: &str, query: &str) -> Answer {
    let ui_language = state.message_context().ui_language;
    match name {
        "preview.js" => Answer::new(200, "text/javascript; charset=utf-8", script(state)).with_site_headers(),
        "page.css" => Answer::new(200, "text/css; charset=utf-8", include_str!("page.css")).with_site_headers(),
        "edit/editables" => match asked_place(query).and_then(|place| edit::editable::of_page(state, &place)) {
            Some(editables) => Answer::data(200, &editables),
            None => Answer::refusal(404, "nothing to edit"),
        },
        "states" => match asked_place(query) {
            Some(place) => Answer { body: Content::States(place), ..Answer::new(200, "text/event-stream", "") },
            None => Answer::refusal(400, "which page?"),
        },
        "facts" => match asked_place(query) {
            Some(place) => Answer::data(200, &facts::of(state, &place)),
            None => Answer::refusal(400, "which page?"),
        },
        "problems" => Answer::data(200, &survey::problems(state, ViewOptions::read(query))),
        "late" => Answer::data(200, &survey::late(state, ViewOptions::read(query))),
        _ => match name.strip_prefix("explain/").and_then(Code::find) {
            Some(code) => Answer::page(200, explanation(code, ui_language)),
            None => Answer::refusal(404, "there is no such file"),
        },
    }
}

/// The preview's script with its words and its styles: a policy against inline styles binds neither.
fn script(state: &PreviewState) -> String {
    let ui_language = state.message_context().ui_language;
    let words = serde_json::to_string(Words::in_ui_language(ui_language)).unwrap_or_default();
    let style = serde_json::to_string(include_str!("overlay.css")).unwrap_or_default();
    let preview = include_str!("preview.js").replace("\"WORDS\"", &words).replace("\"STYLE\"", &style);
    format!("{preview}\n{}", bar::script(ui_language, state.edit_service().is_some())).replace("\"RESERVED\"", &format!("\"{RESERVED}\""))
}

/// Where changes are sent.
const SAVE: &str = "/_tydlig/edit/save";

/// Saves what one of the preview's own pages sends: it says where it comes from, knows the secret of this run, and asks in a
/// way that no form of another site can.
fn save(state: &PreviewState, asked: &Asked<'_>) -> Answer {
    let Some(edit_service) = state.edit_service() else { return Answer::refusal(403, "this preview changes no files") };
    let is_own_page = asked.origin.is_some() && is_from_here(asked) && asked.relation.is_none_or(|relation| relation == "same-origin");
    if !is_own_page || !asked.token.is_some_and(|token| edit_service.is_valid_token(token)) {
        return Answer::refusal(403, "only for the preview's own pages");
    }
    let kind = asked.kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    if kind != Some("application/json") {
        return Answer::refusal(415, "only JSON");
    }
    let Some(body) = asked.body else { return Answer::refusal(413, "too much") };
    let Some(request) = edit::read_save_request(body) else { return Answer::refusal(400, "no change that can be made") };
    let ui_language = state.message_context().ui_language;
    match edit_service.save(state, &request) {
        Saved::Written(digest) => Answer::data(200, &serde_json::json!({"digest": digest})),
        Saved::Changed => Answer::data(409, &serde_json::json!({"changed": true})),
        Saved::Impossible(change, message) => {
            Answer::data(422, &serde_json::json!({"change": change, "message": message.in_ui_language(ui_language)}))
        }
        Saved::Wrong(problems) => Answer::data(422, &serde_json::json!({"problems": problems})),
    }
}

/// The page that explains a rule.
fn explanation(code: Code, ui_language: UiLanguage) -> String {
    let text = explain::in_ui_language(code, ui_language);
    let (head, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    let head = head.trim_start_matches('#').trim();
    let main = format!("<h1>{}</h1><pre class=\"text\">{}</pre>", Html::text(head), Html::text(rest));
    frame_page(ui_language, head, &main)
}
