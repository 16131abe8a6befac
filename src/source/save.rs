//! The only writer of a site's own files: replaces one that is there, whole or not at all, and only if it is still the one
//! that was read.

use std::fs::{self, OpenOptions};
use std::io;
use std::time::Duration;

use super::SourcePath;
use super::encoded_file::digest;
use super::load::{DiskLoader, Look};
use crate::disk::{Draft, clean_drafts};

/// How long a change waits for one that another preview of the site is making.
const PATIENCE: Duration = Duration::from_secs(5);

/// The most bytes that a file may have to be edited.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// Why a file was not replaced.
#[derive(Debug)]
pub enum Refused {
    /// Nothing that may be edited stands there.
    NotThere,
    /// It has more bytes than may be edited.
    TooLarge,
    /// It is another than the one that was read.
    Changed,
    /// It may not be written to.
    ReadOnly,
    /// The system refused.
    System(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotThere,
            io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::System(error),
        }
    }
}

/// Whether a path stands below `content` and is named as the site's own files are. Which of them may be edited follows
/// from their format.
pub fn is_own_name(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let plain = |part: &&str| {
        let bad = |character: char| character.is_control() || matches!(character, '\\' | ':');
        !part.is_empty() && !part.starts_with('.') && !part.starts_with("~$") && !part.ends_with(['~', ' ', '.']) && !part.contains(bad)
    };
    parts.len() > 1 && parts.first() == Some(&"content") && parts.iter().all(plain)
}

/// The bytes of a file that may be edited.
///
/// # Errors
/// When there is none, a link leads elsewhere, or it is too large.
pub fn read(loader: &DiskLoader, path: &SourcePath) -> Result<Vec<u8>, Refused> {
    if !is_own_name(path.as_str()) || !matches!(loader.look(path), Look::File | Look::Empty) {
        return Err(Refused::NotThere);
    }
    if fs::symlink_metadata(loader.absolute(path))?.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    // Permission is denied where a link leads out of the site: nothing of the site stands there.
    loader.read_inside(path).map_err(|_| Refused::NotThere)
}

/// Replaces a file if its digest still is as expected, through a folder that was opened without following links. Who reads
/// meanwhile gets the old file or the new one; two previews of one site take turns.
///
/// # Errors
/// When it may not be replaced; nothing has happened then.
pub fn replace(loader: &DiskLoader, path: &SourcePath, expected: &str, bytes: &[u8]) -> Result<(), Refused> {
    let _turn = loader.lock(PATIENCE)?;
    let (folder, name) = loader.open_folder_of(path).map_err(|_| Refused::NotThere)?;
    let target = folder.file(name);
    let is_same = || {
        let found = fs::symlink_metadata(&target)?;
        if !found.is_file() {
            return Err(Refused::NotThere);
        }
        Ok(digest(&fs::read(&target)?) == expected)
    };
    if !is_same()? {
        return Err(Refused::Changed);
    }
    // A rename asks only whether the folder may be written to.
    if fs::metadata(&target)?.permissions().readonly() || OpenOptions::new().write(true).open(&target).is_err() {
        return Err(Refused::ReadOnly);
    }
    let mut draft = Draft::beside(&target)?;
    draft.take_after(&target)?;
    draft.fill(bytes)?;
    if !is_same()? {
        return Err(Refused::Changed);
    }
    Ok(draft.replace()?)
}

/// Removes what killed programs have left of files that they were writing.
pub fn clean(loader: &DiskLoader) {
    clean_drafts(&loader.absolute(&SourcePath::new("content")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sites_own_files_below_content_are_edited() {
        let cases = [
            ("content/a.md", true),
            ("content/data/uppföljning 2009.csv", true),
            ("content/uppdrag/soc-3.ar.md", true),
            ("content", false),
            ("content.md", false),
            ("site.toml", false),
            ("static/a.md", false),
            ("content/../site.md", false),
            ("content/./a.md", false),
            ("content//a.md", false),
            ("/content/a.md", false),
            ("../content/a.md", false),
            ("content\\a.md", false),
            ("content/C:/a.md", false),
            ("content/a.md/", false),
            ("content/.a.md", false),
            ("content/.git/a.md", false),
            ("content/a.md\0", false),
            ("content/a.md::$DATA", false),
            ("", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_own_name(path), expected, "{path:?}");
        }
    }
}
