//! Reads rendered HTML as far as the tests need it: elements with their attributes, and texts with what they stand in.

#![allow(dead_code, reason = "each suite uses its part of this file")]

/// A start tag.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// What a page is made of, in order.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Start(Element),
    End(String),
    Text(String),
}

/// Elements that have no end tag (HTML Living Standard, void elements).
const VOID: [&str; 13] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements within a line; all others part words.
const INLINE: [&str; 17] =
    ["a", "abbr", "b", "bdi", "bdo", "code", "dfn", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time", "wbr"];

/// Splits a page into tags and texts.
pub(crate) fn parse(page: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        if !text.is_empty() {
            nodes.push(Node::Text(unescape(text)));
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let end = tag_end(tag);
        let inner = tag.get(1..end).unwrap_or_default();
        rest = tag.get(end + 1..).unwrap_or_default();
        match inner.strip_prefix('/') {
            Some(name) => nodes.push(Node::End(name.trim().to_lowercase())),
            None if inner.starts_with('!') => {}
            None => {
                let element = element(inner.trim_end_matches('/'));
                let closed = inner.ends_with('/') && !VOID.contains(&element.name.as_str());
                let name = element.name.clone();
                nodes.push(Node::Start(element));
                if closed {
                    nodes.push(Node::End(name));
                }
            }
        }
    }
    if !rest.is_empty() {
        nodes.push(Node::Text(unescape(rest)));
    }
    nodes
}

/// Where a tag ends: the first `>` outside quotation marks.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return at,
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn element(inner: &str) -> Element {
    let (name, mut rest) = inner.split_once(|c: char| c.is_whitespace()).unwrap_or((inner, ""));
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end.max(1));
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((name.to_lowercase(), String::new()));
            rest = after;
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value.get(1..).and_then(|value| value.split_once(quote)).unwrap_or((value, "")),
            None => value.split_at(value.find(|c: char| c.is_whitespace()).unwrap_or(value.len())),
        };
        attributes.push((name.to_lowercase(), unescape(value)));
        rest = after;
    }
    Element { name: name.to_lowercase(), attributes }
}

fn unescape(text: &str) -> String {
    let names = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", "\u{A0}"),
        ("&amp;", "&"),
    ];
    names.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

/// All start tags of a page.
pub(crate) fn elements(page: &str) -> impl Iterator<Item = Element> {
    parse(page).into_iter().filter_map(|node| if let Node::Start(element) = node { Some(element) } else { None })
}

/// The texts of a page, each with the elements that it stands in, outermost first.
pub(crate) fn texts(page: &str) -> Vec<(Vec<Element>, String)> {
    let mut open: Vec<Element> = Vec::new();
    let mut texts = Vec::new();
    for node in parse(page) {
        match node {
            Node::Start(element) if VOID.contains(&element.name.as_str()) => {}
            Node::Start(element) => open.push(element),
            // What nobody closed ends with the element around it.
            Node::End(name) => {
                if let Some(at) = open.iter().rposition(|element| element.name == name) {
                    open.truncate(at);
                }
            }
            Node::Text(text) => texts.push((open.clone(), text)),
        }
    }
    texts
}

/// What a reader sees of a page, with single spaces; blocks are parted by a space, pieces of a line are not.
pub(crate) fn plain(page: &str) -> String {
    let mut text = String::new();
    for node in parse(page) {
        match node {
            Node::Text(own) => text.push_str(&own),
            Node::Start(Element { name, .. }) | Node::End(name) if !INLINE.contains(&name.as_str()) => text.push(' '),
            Node::Start(_) | Node::End(_) => {}
        }
    }
    normal(&text)
}

/// A text with single spaces.
pub(crate) fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
