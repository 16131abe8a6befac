//! Whether each URL can be an address: it names one file, nothing else names that file, and a browser reads it as it is written.

use super::route::{Route, RouteTarget, Routes};
use super::{PageId, Pages};
use crate::diagnostic::{Code, Diagnostic, Label, Message};
use crate::document::Entry;
use crate::source::{Span, Spanned};

/// Names that a build writes itself beside the routes: the headers for hosts, and what it knows of the folder.
const RESERVED: [&str; 2] = ["/_headers", "/.tydlig"];

/// The longest part of an address in bytes: file systems take 255, less what they need for names of their own.
const LONGEST_PART: usize = 200;

/// What is wrong with addresses. Two routes of exactly one URL are found where routes are made.
pub(super) fn check(pages: &Pages, routes: &Routes) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let all: Vec<(&str, &Route)> = routes.iter().collect();
    for (url, route) in &all {
        if let Some(fault) = fault(url, route) {
            found.push(invalid(pages, url, route, fault));
        } else if RESERVED.contains(url) {
            found.push(reserved(url, route));
        } else if !url.ends_with('/') {
            // `/om` and `/om/index.html` beside `/om/`.
            let folder = url.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).map(str::to_owned);
            let below = format!("{url}/");
            let at = all.partition_point(|(other, _)| *other < below.as_str());
            let inside = all.get(at).filter(|(other, _)| other.starts_with(&below));
            let same = folder.and_then(|folder| Some((url, routes.get(&folder)?)));
            if let Some((_, other)) = same.or(inside.map(|(other, route)| (other, *route))) {
                found.push(one_file(url, other, route));
            }
        }
    }
    found
}

/// Why a URL is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// A part is empty, `.` or `..`.
    Part,
    /// A character has another meaning in addresses, or none.
    Character(char),
    /// A part is too long for the name of a file.
    Long,
}

fn fault(url: &str, route: &Route) -> Option<Fault> {
    let inner = url.strip_prefix('/').unwrap_or(url);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if url != "/" && inner.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Some(Fault::Part);
    }
    // A file keeps the name that it has.
    let is_file = matches!(route.target, RouteTarget::File(_));
    let bad = |character: char| {
        character.is_control() || character == '\\' || !is_file && (character.is_whitespace() || "?#%\"<>:|*".contains(character))
    };
    if let Some(character) = inner.chars().find(|character| bad(*character)) {
        return Some(Fault::Character(character));
    }
    inner.split('/').any(|part| part.len() > LONGEST_PART).then_some(Fault::Long)
}

/// Where an address is written: in a file's `slug` or `aliases`, else the file itself.
fn place(pages: &Pages, route: &Route) -> Option<Label> {
    let path = route.source.as_ref()?;
    let span = match route.target {
        RouteTarget::Page(page, _) => slug_span(pages, page, path.as_str()),
        RouteTarget::Redirect(page, _) => pages.get(page).source().aliases.first().map(|alias| alias.span),
        _ => None,
    };
    Some(Label::new(path, span.unwrap_or_default()))
}

fn slug_span(pages: &Pages, page: PageId, path: &str) -> Option<Span> {
    let entries = pages.get(page).versions.iter().flatten().map(|version| &version.entry);
    let slug = |entry: &Entry| entry.slug.as_ref().map(|Spanned { span, .. }| *span);
    entries.filter(|entry| entry.path.as_str() == path).find_map(|entry| slug(entry))
}

fn at(diagnostic: Diagnostic, label: Option<Label>) -> Diagnostic {
    match label {
        Some(label) => diagnostic.at(&label.path, label.span.unwrap_or_default()),
        None => diagnostic,
    }
}

fn invalid(pages: &Pages, url: &str, route: &Route, fault: Fault) -> Diagnostic {
    let message = match fault {
        Fault::Part => Message::new(
            format!("`{url}` kan inte vara en adress: en del av den är tom, `.` eller `..`"),
            format!("`{url}` cannot be an address: a part of it is empty, `.` or `..`"),
        ),
        Fault::Character(character) => {
            let shown = character.escape_default();
            Message::new(
                format!("`{}` kan inte vara en adress: den har tecknet `{shown}`", url.escape_debug()),
                format!("`{}` cannot be an address: it has the character `{shown}`", url.escape_debug()),
            )
        }
        Fault::Long => Message::new(
            format!("en del av adressen är längre än {LONGEST_PART} tecken"),
            format!("a part of the address is longer than {LONGEST_PART} characters"),
        ),
    };
    let help = Message::new(
        "skriv adressen med bokstäver, siffror och bindestreck, till exempel `om-oss`",
        "write the address with letters, digits and hyphens, such as `about-us`",
    );
    at(Diagnostic::new(Code::InvalidAddress, message).help(help), place(pages, route))
}

fn reserved(url: &str, route: &Route) -> Diagnostic {
    let message = Message::new(
        format!("filen `{url}` görs av programmet och kan inte komma från webbplatsen"),
        format!("the file `{url}` is made by the program and cannot come from the site"),
    );
    let help = Message::new("byt namn på filen", "rename the file");
    let diagnostic = Diagnostic::new(Code::DuplicateUrl, message).help(help);
    at(diagnostic, route.source.as_ref().map(Label::file))
}

fn one_file(url: &str, first: &Route, second: &Route) -> Diagnostic {
    let message = Message::new(
        format!("`{url}` skulle bli samma fil eller mapp som en annan sida"),
        format!("`{url}` would become the same file or folder as another page"),
    );
    let help = Message::new("byt namn på den ena filen eller ge den en annan `slug`", "rename one of the files or give it another `slug`");
    let diagnostic =
        at(Diagnostic::new(Code::DuplicateUrl, message).help(help), second.source.as_ref().or(first.source.as_ref()).map(Label::file));
    match (&first.source, &second.source) {
        (Some(path), Some(_)) => diagnostic.and(Label::file(path)),
        _ => diagnostic,
    }
}
