//! Marks each element of a served page with the parts of files that it shows, so that the editor knows what was pointed at.

use std::collections::BTreeMap;

use super::elements::{elements, showing};
use crate::origin::{Origin, OriginPart, field_name};
use crate::render::Page;
use crate::source::{Source, SourcePath, Span, fingerprint};
use crate::workspace::Loaded;

/// The attribute with the ids of the parts that an element shows, the outer before the inner, with a full stop between them.
pub(in crate::preview) const ATTRIBUTE: &str = "data-tydlig-part";

/// A page with the attribute on each element that shows something of a file.
pub(in crate::preview) fn with_parts(page: &Page, loaded: &Loaded) -> String {
    let html = page.html.as_str();
    let list = elements(html);
    // What stands in the head is not seen on the page.
    let body = list.iter().find(|element| element.name.eq_ignore_ascii_case("body")).map_or(0, |body| body.tag.end);
    let mut ids: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for region in page.regions.iter().filter(|region| region.bytes.start >= body) {
        let Some(id) = part_id(&region.origin, loaded.source(&region.origin.path)) else { continue };
        for element in showing(&list, html, &region.bytes) {
            let own = ids.entry(element).or_default();
            if !own.contains(&id) {
                own.push(id.clone());
            }
        }
    }
    let mut out = String::with_capacity(html.len() + ids.len() * 40);
    let mut written = 0;
    for (element, ids) in ids {
        let Some(element) = list.get(element) else { continue };
        let at = element.tag.start + 1 + element.name.len();
        out.push_str(html.get(written..at).unwrap_or_default());
        out.push_str(&format!(" {ATTRIBUTE}=\"{}\"", ids.join(".")));
        written = at;
    }
    out.push_str(html.get(written..).unwrap_or_default());
    out
}

/// What a part is called on a page: the same in two states of a file only where it is the same part and reads the same, so that
/// what is pointed at on an old page is never another. Nothing when the part is not in its file.
pub(super) fn part_id(origin: &Origin, source: Option<&Source>) -> Option<String> {
    let identity = match &origin.part {
        OriginPart::Field(path) => format!("field\n{}", field_name(path).collect::<Vec<_>>().join(".")),
        OriginPart::File => "file".to_owned(),
        OriginPart::Block(span) => {
            let source = source?;
            let text = source.text.get(span.start..span.end)?;
            let same_above = source.text.get(..span.start)?.matches(text).count();
            format!("block\n{same_above}\n{text}")
        }
        OriginPart::Cell { span, column } => {
            let (start, lines) = lines(source?, *span)?;
            format!("cell\n{column}\n{}\n{lines}", span.start - start)
        }
    };
    Some(id(&origin.path, &identity))
}

fn id(path: &SourcePath, identity: &str) -> String {
    format!("{:016x}", fingerprint(path.as_str().bytes().chain([b'\n']).chain(identity.bytes())))
}

/// The whole lines that a place is on, and where they begin.
fn lines(source: &Source, span: Span) -> Option<(usize, &str)> {
    let start = source.text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let end = source.text.get(span.end..)?.find('\n').map_or(source.text.len(), |at| span.end + at);
    Some((start, source.text.get(start..end)?))
}
