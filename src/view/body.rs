//! Writes a text as HTML for one reader: fills in addresses, anchors and names.

use super::PageContext;
use crate::document::{Body, Entry, Piece};
use crate::html::{Html, attribute};
use crate::locale::catalogue::Arg;
use crate::site::page::Version;
use crate::site::reference::Destination;

/// A version's text. Links go to the reader's language and say so where what they lead to is in another.
pub fn html(context: PageContext<'_>, version: &Version, body: &Body) -> Html {
    let mut out = String::with_capacity(4096);
    for piece in &body.0 {
        match piece {
            Piece::Html(html) => out.push_str(html),
            Piece::HeadingId(index) => out.push_str(version.anchors.get(*index).map_or("", String::as_str)),
            Piece::TableName(number) => out.push_str(context.tf("table-name", &[("number", Arg::from(*number))]).as_str()),
            Piece::Link(index) => link(context, &version.entry, *index, &mut out),
        }
    }
    Html::trusted(out)
}

fn link(context: PageContext<'_>, entry: &Entry, index: usize, out: &mut String) {
    let Some(link) = entry.links.get(index) else { return };
    let name = if link.image { "src" } else { "href" };
    let snapshot = context.snapshot;
    match snapshot.site.destination(entry, link) {
        Destination::External(url) => attribute(out, name, url),
        Destination::Anchor(anchor) => attribute(out, name, &format!("#{anchor}")),
        Destination::Page(page, anchor) => {
            let url = snapshot.site.routes.page(page, context.language);
            attribute(out, name, &address(context, url, anchor));
            let (language, _) = snapshot.site.version(&snapshot.config, page, context.language);
            if let (Some(tag), _) = context.language_of(language) {
                attribute(out, "hreflang", tag);
            }
        }
        Destination::Route(url, anchor) => attribute(out, name, &address(context, &url, anchor)),
        // Reported already; the text stays readable without the link.
        Destination::Broken => {}
    }
}

fn address(context: PageContext<'_>, url: &str, anchor: Option<&str>) -> String {
    let path = context.snapshot.config.path_of(url);
    match anchor {
        Some(anchor) => format!("{path}#{anchor}"),
        None => path,
    }
}
