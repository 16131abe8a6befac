//! What the rules have to know of a finished page, collected in one pass over its HTML.

use crate::locale::script::Script;

/// A text of a page and the byte of the tag that it stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// With character references resolved.
    pub(super) text: String,
    pub(super) at: usize,
}

/// All of it.
#[derive(Debug, Default)]
pub(super) struct PageFacts {
    /// The language of the document.
    pub(super) lang: String,
    /// The document's title.
    pub(super) title: Option<Placed>,
    /// Main headings, as they are read out.
    pub(super) main_headings: Vec<Placed>,
    pub(super) ids: Vec<Placed>,
    /// Links to a place on a page: addresses with a fragment.
    pub(super) anchors: Vec<Placed>,
    /// Elements that have no name for those who hear the page.
    pub(super) nameless: Vec<Nameless>,
    /// What the page makes a browser load, as far as its address names a host or a scheme.
    pub(super) requests: Vec<Request>,
    /// Code and styles that stand in the page itself.
    pub(super) inline: Vec<Inline>,
    /// Texts mostly in another script than that of their language.
    pub(super) other_script: Vec<OtherScript>,
    /// Whether the page sends its reader elsewhere at once.
    pub(super) is_redirect: bool,
    /// White space between two pieces of one line, in an element that usually holds blocks: it is shown, though it looks
    /// like indentation. In order.
    pub(super) shown_spaces: Vec<usize>,
}

/// An element without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nameless {
    pub(super) kind: NamedKind,
    pub(super) at: usize,
}

/// An element that needs a name (WCAG 2.4.4, 2.4.6, 4.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedKind {
    Link,
    Button,
    Heading,
}

/// Something that a browser loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) purpose: Purpose,
    pub(super) url: String,
    pub(super) at: usize,
}

/// What something is loaded as: a directive of the content security policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Image,
    Script,
    Style,
    Media,
    Frame,
    Object,
    Form,
    Base,
    Manifest,
    Connection,
}

/// Code or styles in the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Inline {
    pub(super) kind: InlineKind,
    pub(super) at: usize,
}

/// Where code or styles stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InlineKind {
    /// `<script>` without `src`.
    Script,
    /// An attribute such as `onclick`, or an address that begins with `javascript:`.
    Handler,
    /// `<style>`.
    Style,
    /// The attribute `style`.
    StyleAttribute,
}

/// A text mostly in another script than that of its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OtherScript {
    /// The language that the page says it is in.
    pub(super) lang: String,
    pub(super) script: Script,
    /// Its beginning.
    pub(super) sample: String,
    pub(super) at: usize,
}
