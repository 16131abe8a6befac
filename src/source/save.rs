//! The only writer of a site's own files: replaces one that is there, whole or not at all, and only if it is still the one
//! that was read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::SourcePath;
use super::encoded_file::digest;
use super::load::{DiskLoader, Look};

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

/// Whether a path may be edited at all: a page or a table below `content`, named as the site's own files are.
pub fn is_editable(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let plain = |part: &&str| {
        let bad = |character: char| character.is_control() || matches!(character, '\\' | ':');
        !part.is_empty() && !part.starts_with('.') && !part.starts_with("~$") && !part.ends_with(['~', ' ', '.']) && !part.contains(bad)
    };
    let known = path.ends_with(".md") || path.ends_with(".csv");
    parts.len() > 1 && parts.first() == Some(&"content") && parts.iter().all(plain) && known
}

/// The bytes of a file that may be edited.
///
/// # Errors
/// When there is none, a link leads elsewhere, or it is too large.
pub fn read(loader: &DiskLoader, path: &SourcePath) -> Result<Vec<u8>, Refused> {
    if !is_editable(path.as_str()) || !matches!(loader.look(path), Look::File | Look::Empty) {
        return Err(Refused::NotThere);
    }
    if fs::symlink_metadata(loader.absolute(path))?.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    // Permission is denied where a link leads out of the site: nothing of the site stands there.
    loader.read_inside(path).map_err(|_| Refused::NotThere)
}

/// Replaces a file if its digest still is as expected. Who reads meanwhile gets the old file or the new one.
///
/// # Errors
/// When it may not be replaced; nothing has happened then.
pub fn replace(loader: &DiskLoader, path: &SourcePath, expected: &str, bytes: &[u8]) -> Result<(), Refused> {
    let is_same = || Ok::<_, Refused>(digest(&read(loader, path)?) == expected);
    if !is_same()? {
        return Err(Refused::Changed);
    }
    let target = loader.absolute(path);
    let permissions = fs::metadata(&target)?.permissions();
    // A rename would replace it all the same.
    if permissions.readonly() {
        return Err(Refused::ReadOnly);
    }
    let (mut file, draft) = draft_beside(&target)?;
    let written = file.write_all(bytes).and_then(|()| file.set_permissions(permissions)).and_then(|()| file.sync_all());
    drop(file);
    let result = written.map_err(Refused::from).and_then(|()| match is_same() {
        Ok(true) => fs::rename(&draft, &target).map_err(Refused::from),
        Ok(false) => Err(Refused::Changed),
        Err(refused) => Err(refused),
    });
    if result.is_err() {
        // The reason to tell is why it was not replaced.
        let _ = fs::remove_file(&draft);
        return result;
    }
    sync_folder(&target);
    result
}

/// A new file in the same folder, by a name that the site does not count as its own.
fn draft_beside(target: &Path) -> Result<(fs::File, PathBuf), Refused> {
    let name = target.file_name().and_then(|name| name.to_str()).ok_or(Refused::NotThere)?;
    for number in 0..100 {
        let draft = target.with_file_name(format!(".{name}.{number}.tydlig"));
        // Never one that is there already, nor a link that somebody put there.
        match OpenOptions::new().write(true).create_new(true).open(&draft) {
            Ok(file) => return Ok((file, draft)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Refused::System(io::ErrorKind::AlreadyExists.into()))
}

/// The rename itself is to survive a power cut, where the system can promise that.
fn sync_folder(target: &Path) {
    if cfg!(unix)
        && let Some(folder) = target.parent()
        && let Ok(folder) = fs::File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_and_tables_below_content_are_edited() {
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
            ("content/a.json", false),
            ("content/a.MD", false),
            ("content/data/a.xlsx", false),
            ("content/a.md::$DATA", false),
            ("", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_editable(path), expected, "{path:?}");
        }
    }
}
