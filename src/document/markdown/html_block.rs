//! What Markdown takes for HTML: comments are left out, and what would be left out with them is found.

/// What stands in a piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Html<'a> {
    /// Comments and nothing else.
    Comments,
    /// A comment that has no end, so that it takes all that follows with it.
    Open,
    /// Words behind a comment in the same line, which Markdown counts as part of the comment.
    Hidden(&'a str),
    /// HTML.
    Markup,
}

impl<'a> Html<'a> {
    /// Reads a piece that Markdown took for HTML.
    pub(super) fn read(html: &'a str) -> Self {
        let mut rest = html.trim();
        let mut is_behind = false;
        while !rest.is_empty() {
            let Some(comment) = rest.strip_prefix("<!--") else {
                return if is_behind && !rest.starts_with('<') { Self::Hidden(rest) } else { Self::Markup };
            };
            // `<!-->` is whole (HTML, 13.2.5.44), and to Markdown any `-->` ends the comment.
            let end = if comment.starts_with('>') { Some((0, 1)) } else { comment.find("-->").map(|at| (at, 3)) };
            let Some((at, length)) = end else { return Self::Open };
            rest = comment.get(at + length..).unwrap_or_default().trim_start();
            is_behind = true;
        }
        Self::Comments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_comments_from_what_they_hide() {
        let cases = [
            ("<!-- a -->\n", Html::Comments),
            ("<!-- a\nb -->  <!-- c -->", Html::Comments),
            ("<!-->", Html::Comments),
            ("<!-- a --> b\n", Html::Hidden("b")),
            ("<!-- a --> <!-- b --> c", Html::Hidden("c")),
            ("<!-- a\n\nb", Html::Open),
            ("<!-- a --> <b>c</b>", Html::Markup),
            ("<div>", Html::Markup),
            ("", Html::Comments),
        ];
        for (html, expected) in cases {
            assert_eq!(Html::read(html), expected, "{html:?}");
        }
    }
}
