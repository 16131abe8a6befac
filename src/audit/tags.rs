//! What kind of element a tag is, as far as the rules need it.

/// An element by what it is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Html,
    Title,
    Meta,
    Base,
    Link,
    Script,
    Style,
    A,
    Area,
    Button,
    Input,
    Form,
    H1,
    /// `h2` to `h6`.
    Heading,
    Summary,
    Img,
    Source,
    Track,
    Media,
    Frame,
    Embed,
    Object,
    Svg,
    /// `image`, `feImage` and `use` of SVG.
    SvgReference,
    /// Text that is read by machines or as it stands: no language is expected of it.
    Code,
    /// An element within a line whose white space at both ends is shown.
    Label,
    /// Another element within a line.
    Inline,
    /// An element without end tag that shows nothing, or stands on a line of its own.
    Void,
    /// An element that holds blocks; white space between its children is indentation.
    Layout,
    /// Any other element.
    Block,
}

impl Tag {
    /// The kind of an element with a name in lower case. The lists are those of the HTML standard: void elements, and
    /// phrasing content; layout elements are those in which minify-html drops white space between elements.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"html" => Self::Html,
            b"title" => Self::Title,
            b"meta" => Self::Meta,
            b"base" => Self::Base,
            b"link" => Self::Link,
            b"script" => Self::Script,
            b"style" => Self::Style,
            b"a" => Self::A,
            b"area" => Self::Area,
            b"button" => Self::Button,
            b"input" => Self::Input,
            b"form" => Self::Form,
            b"h1" => Self::H1,
            b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading,
            b"summary" => Self::Summary,
            b"img" => Self::Img,
            b"source" => Self::Source,
            b"track" => Self::Track,
            b"audio" | b"video" => Self::Media,
            b"iframe" | b"frame" => Self::Frame,
            b"embed" => Self::Embed,
            b"object" => Self::Object,
            b"svg" => Self::Svg,
            b"image" | b"use" | b"feimage" => Self::SvgReference,
            b"code" | b"kbd" | b"samp" | b"var" => Self::Code,
            b"label" | b"output" | b"slot" => Self::Label,
            b"abbr" | b"b" | b"bdi" | b"bdo" | b"canvas" | b"cite" | b"data" | b"del" | b"dfn" | b"em" | b"font" | b"i" | b"ins"
            | b"mark" | b"meter" | b"picture" | b"progress" | b"q" | b"rp" | b"rt" | b"ruby" | b"s" | b"select" | b"small" | b"span"
            | b"strong" | b"sub" | b"sup" | b"textarea" | b"time" | b"tspan" | b"u" => Self::Inline,
            b"br" | b"col" | b"hr" | b"param" | b"wbr" => Self::Void,
            b"article" | b"aside" | b"blockquote" | b"body" | b"datalist" | b"dialog" | b"div" | b"dl" | b"fieldset" | b"figure"
            | b"footer" | b"head" | b"header" | b"hgroup" | b"main" | b"map" | b"menu" | b"nav" | b"ol" | b"section" | b"table"
            | b"tbody" | b"tfoot" | b"thead" | b"tr" | b"ul" => Self::Layout,
            _ => Self::Block,
        }
    }

    /// Whether it has no end tag (HTML standard, void elements).
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Meta
                | Self::Base
                | Self::Link
                | Self::Area
                | Self::Input
                | Self::Img
                | Self::Source
                | Self::Track
                | Self::Embed
                | Self::Void
        )
    }

    /// Whether it stands within a line of text.
    pub(super) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Button
                | Self::Code
                | Self::Embed
                | Self::Frame
                | Self::Img
                | Self::Inline
                | Self::Input
                | Self::Label
                | Self::Media
                | Self::Object
                | Self::Svg
        )
    }

    /// Whether white space between its children is taken for indentation.
    pub(super) fn is_layout(self) -> bool {
        matches!(self, Self::Html | Self::Layout | Self::Form)
    }
}
