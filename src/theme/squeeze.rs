//! Templates without needless white space. Pages are small because their templates are: every page is made of squeezed
//! templates and of text that is written without waste, so no page needs to be minified by itself.

/// Elements that start or end a line of their own, so that white space beside their tags is not shown (HTML standard,
/// rendering, flow content).
const BLOCKS: [&str; 48] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "path",
];

/// Collapses each run of white space to one space, and drops it beside block elements. Templates with preformatted
/// text are left as they are.
pub(super) fn squeeze(template: &str) -> String {
    if ["<pre", "<textarea", "<script"].iter().any(|tag| template.contains(tag)) {
        return template.to_owned();
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find(|c: char| c.is_ascii_whitespace()) {
        let (before, run) = rest.split_at(start);
        out.push_str(before);
        let after = run.trim_start_matches(|c: char| c.is_ascii_whitespace());
        if !out.is_empty() && !after.is_empty() && !ends_with_block(&out) && !starts_with_block(after) {
            out.push(' ');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn starts_with_block(text: &str) -> bool {
    let Some(tag) = text.strip_prefix('<') else { return false };
    is_block(tag.strip_prefix('/').unwrap_or(tag)) || tag.starts_with('!')
}

fn ends_with_block(text: &str) -> bool {
    let Some(start) = text.strip_suffix('>').and_then(|open| open.rfind('<')) else { return false };
    let tag = text.get(start + 1..).unwrap_or_default();
    is_block(tag.strip_prefix('/').unwrap_or(tag)) || tag.starts_with('!')
}

fn is_block(tag: &str) -> bool {
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    BLOCKS.contains(&name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_spaces_that_are_seen() {
        let cases = [
            ("<ul>\n  <li>a</li>\n  <li>b\n c</li>\n</ul>\n", "<ul><li>a</li><li>b c</li></ul>"),
            ("<a>x</a>\n<a>y</a>", "<a>x</a> <a>y</a>"),
            ("{% if a %}\n<p>x</p>\n{% endif %}", "{% if a %}<p>x</p>{% endif %}"),
            ("<p>{{ a }}\n {{ b }}</p>", "<p>{{ a }} {{ b }}</p>"),
            ("<a  class=\"b\"\n href=\"#\">x</a>", "<a class=\"b\" href=\"#\">x</a>"),
            ("<pre>a\n\n b</pre>", "<pre>a\n\n b</pre>"),
        ];
        for (template, expected) in cases {
            assert_eq!(squeeze(template), expected);
        }
    }
}
