//! Links as their authors wrote them. Where they lead is the site's to find.

use crate::source::Span;

/// A link or image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it stands in the file.
    pub span: Span,
    /// Where it goes.
    pub target: Target,
    /// Whether it is an image's source.
    pub image: bool,
}

/// Where a link goes, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file of the site, relative to this one, and a fragment.
    File(Box<str>, Option<Box<str>>),
    /// A subject by its id, and a fragment.
    Id(Box<str>, Option<Box<str>>),
    /// A place on this page.
    Anchor(Box<str>),
    /// A path from the site's root, and a fragment.
    Root(Box<str>, Option<Box<str>>),
    /// Another website, a mail address or telephone number.
    External(Box<str>),
}

impl Target {
    /// Reads what stands in the brackets of a link.
    pub(super) fn read(url: &str) -> Self {
        let (path, fragment) = url.split_once('#').map_or((url, None), |(path, fragment)| (path, Some(fragment.into())));
        if let Some(id) = path.strip_prefix("id:") {
            return Self::Id(id.into(), fragment);
        }
        if path.is_empty() {
            return Self::Anchor(fragment.unwrap_or_default());
        }
        let scheme = path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '.']));
        if scheme || path.starts_with("//") {
            return Self::External(url.into());
        }
        if path.starts_with('/') {
            return Self::Root(path.into(), fragment);
        }
        Self::File(path.into(), fragment)
    }

    /// The place on the page that it leads to, if it names one.
    pub fn fragment(&self) -> Option<&str> {
        match self {
            Self::File(_, fragment) | Self::Id(_, fragment) | Self::Root(_, fragment) => fragment.as_deref(),
            Self::Anchor(fragment) => Some(fragment),
            Self::External(_) => None,
        }
    }
}

/// Joins a relative path to a folder below `content/`; `None` when it leads out of `content/`.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_targets() {
        let cases = [
            ("../mal/kf-3.md#a", Target::File("../mal/kf-3.md".into(), Some("a".into()))),
            ("id:soc-3", Target::Id("soc-3".into(), None)),
            ("#a", Target::Anchor("a".into())),
            ("/a/#b", Target::Root("/a/".into(), Some("b".into()))),
            ("https://a.se/#b", Target::External("https://a.se/#b".into())),
            ("tel:+4652212", Target::External("tel:+4652212".into())),
        ];
        for (url, target) in cases {
            assert_eq!(Target::read(url), target, "{url}");
        }
    }

    #[test]
    fn joins_paths() {
        assert_eq!(join("uppdrag", "../mal/kf-1.md").as_deref(), Some("mal/kf-1.md"));
        assert_eq!(join("", "../x.md"), None);
    }
}
