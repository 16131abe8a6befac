//! The adapter to the HTML minifier: a finished page in fewer bytes, which shows the same.

use minify_html::Cfg;

/// Marks white space that the minifier would take away although it is shown. A noncharacter (Unicode 23.7): no text of a
/// page has it, and none leaves this module.
const KEPT_SPACE: char = '\u{FDD0}';

/// What may be left out is what every parser of the HTML standard puts back: end tags, `<html>` and `<head>`, and quotation
/// marks only where the standard lets them. Scripts and styles stay as they are; their own tools have made them small.
fn settings() -> Cfg {
    Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        allow_noncompliant_unquoted_attribute_values: false,
        allow_optimal_entities: false,
        allow_removing_spaces_between_attributes: false,
        minify_doctype: false,
        minify_css: false,
        minify_js: false,
        ..Cfg::default()
    }
}

/// A page as it is published. `shown_spaces` are the bytes of white space that is shown although it stands where the
/// minifier takes it for indentation ([`crate::audit::shown_spaces`]).
pub fn page(html: String, shown_spaces: &[usize], is_minified: bool) -> String {
    if !is_minified {
        return html;
    }
    let settings = settings();
    if shown_spaces.is_empty() {
        return text(minify_html::minify(html.as_bytes(), &settings));
    }
    let mut marked = String::with_capacity(html.len() + shown_spaces.len() * KEPT_SPACE.len_utf8());
    let mut from = 0;
    for at in shown_spaces {
        marked.push_str(html.get(from..*at).unwrap_or_default());
        marked.push(KEPT_SPACE);
        from = *at;
    }
    marked.push_str(html.get(from..).unwrap_or_default());
    text(minify_html::minify(marked.as_bytes(), &settings)).replace(KEPT_SPACE, "")
}

/// The minifier works on bytes. What it takes from a text and adds to it is text.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
