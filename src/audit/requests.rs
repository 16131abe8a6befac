//! What a browser loads for a page, and whether the site's own content security policy lets it. A reader's address goes to
//! nobody but the municipality; whatever the policy blocks is missing on the page.

use super::collect::text;
use super::facts::{Inline, InlineKind, PageFacts, Purpose, Request};
use super::tags::Tag;
use super::tokens::StartTag;
use super::{Context, Fault};
use crate::diagnostic::Message;
use crate::render::HEADERS;

/// Takes what a tag makes a browser load, as far as its address names a host or a scheme.
pub(super) fn collect(kind: Tag, tag: StartTag<'_>, requests: &mut Vec<Request>) {
    let mut add = |purpose: Purpose, name: &[u8]| {
        if let Some(url) = tag.attributes.get(name).filter(|url| names_host_or_scheme(url)) {
            requests.push(Request { purpose, url: text(url.trim_ascii()), at: tag.at });
        }
    };
    match kind {
        Tag::Img => add(Purpose::Image, b"src"),
        Tag::Input => {
            add(Purpose::Image, b"src");
            add(Purpose::Form, b"formaction");
        }
        Tag::SvgReference => {
            add(Purpose::Image, b"href");
            add(Purpose::Image, b"xlink:href");
        }
        Tag::Media => {
            add(Purpose::Media, b"src");
            add(Purpose::Image, b"poster");
        }
        Tag::Source | Tag::Track => add(Purpose::Media, b"src"),
        Tag::Script => {
            add(Purpose::Script, b"src");
            add(Purpose::Script, b"href");
        }
        Tag::Frame => add(Purpose::Frame, b"src"),
        Tag::Embed => add(Purpose::Object, b"src"),
        Tag::Object => add(Purpose::Object, b"data"),
        Tag::Form => add(Purpose::Form, b"action"),
        Tag::Button => add(Purpose::Form, b"formaction"),
        Tag::Base => add(Purpose::Base, b"href"),
        Tag::A | Tag::Area => add(Purpose::Connection, b"ping"),
        Tag::Link => {
            if let Some(purpose) = link_purpose(tag.attributes.get(b"rel").unwrap_or_default()) {
                add(purpose, b"href");
            }
        }
        _ => {}
    }
    if matches!(kind, Tag::Img | Tag::Source)
        && let Some(set) = tag.attributes.get(b"srcset")
    {
        candidates(set, |url| requests.push(Request { purpose: Purpose::Image, url: text(url), at: tag.at }));
    }
}

/// What a `<link>` loads; one that only tells of another page loads nothing (HTML standard, 4.6.7).
fn link_purpose(rel: &[u8]) -> Option<Purpose> {
    let words = rel.split(u8::is_ascii_whitespace);
    words
        .filter_map(|word| match word.to_ascii_lowercase().as_slice() {
            b"stylesheet" => Some(Purpose::Style),
            b"icon" | b"apple-touch-icon" | b"mask-icon" => Some(Purpose::Image),
            b"manifest" => Some(Purpose::Manifest),
            b"preload" | b"modulepreload" | b"prefetch" | b"preconnect" | b"dns-prefetch" | b"prerender" => Some(Purpose::Connection),
            _ => None,
        })
        .next()
}

/// The addresses of `srcset` that name a host or a scheme: they stand before widths, after commas.
fn candidates(set: &[u8], mut add: impl FnMut(&[u8])) {
    let words = set.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    for word in words {
        let url = word.strip_suffix(b",").unwrap_or(word);
        if names_host_or_scheme(url) {
            add(url);
        }
    }
}

/// Whether an address is more than a path: `//host/…`, `https://…`, `data:…`.
fn names_host_or_scheme(url: &[u8]) -> bool {
    let url = url.trim_ascii_start();
    if url.starts_with(b"//") {
        return true;
    }
    let scheme = url.iter().position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'+' | b'-' | b'.'));
    scheme.is_some_and(|end| end > 0 && url.get(end) == Some(&b':') && url.first().is_some_and(u8::is_ascii_alphabetic))
}

/// What the policy lets a page load for a purpose, as far as the site's own policy says anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Allowed {
    Nothing,
    Own,
}

fn allowed(directive: &str) -> Allowed {
    let (_, policy) = HEADERS[0];
    let sources = |name: &str| policy.split(';').find_map(|rule| rule.trim().strip_prefix(name)?.strip_prefix(' ').map(str::trim));
    match sources(directive).or_else(|| sources("default-src")) {
        Some("'none'") => Allowed::Nothing,
        _ => Allowed::Own,
    }
}

impl Purpose {
    fn directive(self) -> &'static str {
        match self {
            Self::Image => "img-src",
            Self::Script => "script-src",
            Self::Style => "style-src",
            Self::Media => "media-src",
            Self::Frame => "frame-src",
            Self::Object => "object-src",
            Self::Form => "form-action",
            Self::Base => "base-uri",
            Self::Manifest => "manifest-src",
            Self::Connection => "connect-src",
        }
    }

    /// What is asked for, in a sentence.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Image => ("bilden", "the image"),
            Self::Script => ("skriptet", "the script"),
            Self::Style => ("stilmallen", "the stylesheet"),
            Self::Media => ("ljudet eller filmen", "the sound or video"),
            Self::Frame => ("sidan i en ram", "the page in a frame"),
            Self::Object => ("det inbäddade innehållet", "the embedded content"),
            Self::Form => ("formulärets mottagare", "the receiver of the form"),
            Self::Base => ("basadressen", "the base address"),
            Self::Manifest => ("manifestet", "the manifest"),
            Self::Connection => ("anslutningen", "the connection"),
        }
    }
}

/// What comes from elsewhere, or is blocked wherever it comes from.
pub(super) fn third_party(facts: &PageFacts, context: &Context<'_>) -> Vec<Fault> {
    let own = |url: &str| {
        let rest = url.strip_prefix(context.config.origin.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    let is_blocked = |request: &&Request| !own(&request.url) || allowed(request.purpose.directive()) == Allowed::Nothing;
    let blocked = facts.requests.iter().filter(is_blocked);
    blocked
        .map(|request| {
            let (sv, en) = request.purpose.words();
            let url = shortened(&request.url);
            Fault {
                at: request.at,
                in_template: request.url.clone(),
                in_text: request.url.clone(),
                message: Message::new(
                    format!("{sv} `{url}` hämtas utanför webbplatsen och spärras av dess egen säkerhetspolicy"),
                    format!("{en} `{url}` is fetched from outside the site, and its own security policy blocks it"),
                ),
                help: Some(Message::new(
                    "lägg filen i `static/` eller bredvid texten och ange dess sökväg, eller länka till den andra webbplatsen i stället",
                    "put the file into `static/` or beside the text and give its path, or link to the other site instead",
                )),
            }
        })
        .collect()
}

/// An address as a message shows it: `data:` may be as long as a picture.
fn shortened(url: &str) -> String {
    const LONGEST: usize = 80;
    if url.chars().count() <= LONGEST { url.to_owned() } else { url.chars().take(LONGEST).chain(['…']).collect() }
}

/// Code and styles in the page itself, which the policy blocks.
pub(super) fn inline_code(facts: &PageFacts, _: &Context<'_>) -> Vec<Fault> {
    let fault = |inline: &Inline| {
        let (written, sv, en) = match inline.kind {
            InlineKind::Script => ("<script", "ett skript står i sidan", "a script stands in the page"),
            InlineKind::Handler => (" on", "en händelse är kopplad till skript i sidan", "an event is tied to a script in the page"),
            InlineKind::Style => ("<style", "stilar står i sidan", "styles stand in the page"),
            InlineKind::StyleAttribute => (" style=", "stilar står i ett attribut", "styles stand in an attribute"),
        };
        Fault {
            at: inline.at,
            in_template: written.to_owned(),
            in_text: String::new(),
            message: Message::new(
                format!("{sv} och spärras av webbplatsens egen säkerhetspolicy"),
                format!("{en}, and the site's own security policy blocks it"),
            ),
            help: Some(Message::new(
                "lägg skript i en fil i `static/` och stilar i temats `style.css`",
                "put scripts into a file in `static/` and styles into the theme's `style.css`",
            )),
        }
    };
    facts.inline.iter().map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_paths_from_addresses() {
        let cases: [(&str, bool); 8] = [
            ("/a/b.png", false),
            ("b.png", false),
            ("a/b:c.png", false),
            ("//example.org/a.png", true),
            (" https://example.org/", true),
            ("data:image/png;base64,AA", true),
            ("#a:b", false),
            ("", false),
        ];
        for (url, expected) in cases {
            assert_eq!(names_host_or_scheme(url.as_bytes()), expected, "{url}");
        }
    }

    #[test]
    fn follows_the_policy() {
        assert_eq!(allowed("object-src"), Allowed::Nothing);
        assert_eq!(allowed("img-src"), Allowed::Own);
        // Not named, so `default-src` holds.
        assert_eq!(allowed("media-src"), Allowed::Own);
    }
}
