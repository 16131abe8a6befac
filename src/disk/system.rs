//! What the standard library cannot ask the system for: two names changed in one step, and whom a file belongs to.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Gives two paths each other's file or folder in one step, so that nobody ever finds nothing at either.
///
/// # Errors
/// [`io::ErrorKind::Unsupported`] where the system or the file system cannot.
#[cfg(target_os = "linux")]
pub(crate) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(unsupported)
}

/// Gives two paths each other's file or folder in one step: not on this system.
///
/// # Errors
/// Always [`io::ErrorKind::Unsupported`].
#[cfg(not(target_os = "linux"))]
pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Renames a file to a name that nothing has, not even a link that leads nowhere.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when something has the name.
pub(crate) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(unsupported) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            result => return result,
        }
    }
    // A second name for the same file cannot take one that is there.
    std::fs::hard_link(from, to)?;
    std::fs::remove_file(from)
}

#[cfg(target_os = "linux")]
fn unsupported(error: rustix::io::Errno) -> io::Error {
    use rustix::io::Errno;
    match error {
        Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    }
}

/// Gives a file the owner and group of another.
///
/// # Errors
/// When they differ and this user may not change them.
#[cfg(unix)]
pub(crate) fn copy_owner(from: &Path, to: &File) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    let (from, own) = (std::fs::metadata(from)?, to.metadata()?);
    if (from.uid(), from.gid()) == (own.uid(), own.gid()) {
        return Ok(());
    }
    std::os::unix::fs::fchown(to, Some(from.uid()), Some(from.gid()))
}

/// Files have no owner that could be lost here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(crate) fn copy_owner(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

/// Gives a file the extended attributes of another, as far as the file system has them and this user may set them.
#[cfg(target_os = "linux")]
pub(crate) fn copy_attributes(from: &Path, to: &Path) {
    use rustix::fs::{XattrFlags, getxattr, listxattr, setxattr};
    let mut names = vec![0_u8; 4096];
    let Ok(length) = listxattr(from, names.as_mut_slice()) else { return };
    let mut value = vec![0_u8; 65536];
    for name in names.get(..length).unwrap_or_default().split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        if let Ok(length) = getxattr(from, name, value.as_mut_slice()) {
            let _ = setxattr(to, name, value.get(..length).unwrap_or_default(), XattrFlags::empty());
        }
    }
}

/// Extended attributes are not copied on this system.
#[cfg(not(target_os = "linux"))]
pub(crate) fn copy_attributes(_: &Path, _: &Path) {}

/// Whether two paths stand in one file system: only there can a folder take another's place.
#[cfg(unix)]
pub(crate) fn is_same_device(one: &Path, other: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(std::fs::metadata(one)?.dev() == std::fs::metadata(other)?.dev())
}

/// Whether two paths stand in one file system: taken for granted here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(crate) fn is_same_device(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Whether a path still names the file that was opened by it.
#[cfg(unix)]
pub(crate) fn is_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let at = std::fs::symlink_metadata(path);
    matches!((file.metadata(), at), (Ok(own), Ok(at)) if (own.dev(), own.ino()) == (at.dev(), at.ino()))
}

/// Whether a path still names the file that was opened by it.
#[cfg(not(unix))]
pub(crate) fn is_file_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// An opened folder of a site, by a path that stays the same folder whatever is renamed or linked meanwhile.
#[derive(Debug)]
pub(crate) struct FolderHandle {
    /// Kept open: the path leads through it.
    #[cfg(target_os = "linux")]
    _folder: std::os::fd::OwnedFd,
    path: PathBuf,
}

impl FolderHandle {
    /// Opens a folder below another without following any link.
    ///
    /// # Errors
    /// When there is none, or a link stands in the way.
    #[cfg(target_os = "linux")]
    pub(crate) fn open(root: &Path, below: &Path) -> io::Result<Self> {
        use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat, openat2};
        use std::os::fd::AsRawFd as _;
        let flags = OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root = openat(CWD, root, flags, Mode::empty())?;
        let below = if below.as_os_str().is_empty() { Path::new(".") } else { below };
        let folder = openat2(&root, below, flags, Mode::empty(), ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS)?;
        let path = PathBuf::from(format!("/proc/self/fd/{}", folder.as_raw_fd()));
        Ok(Self { _folder: folder, path })
    }

    /// Opens a folder below another.
    ///
    /// # Errors
    /// When there is none.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn open(root: &Path, below: &Path) -> io::Result<Self> {
        let path = root.join(below);
        if path.is_dir() { Ok(Self { path }) } else { Err(io::ErrorKind::NotFound.into()) }
    }

    /// A path to a file in it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}
