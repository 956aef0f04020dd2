//! Secrets of a register that stand outside it, each a file for its owner only.

use std::path::Path;

use crate::entropy::Entropy;

/// Bytes of a secret.
pub(super) const SECRET: usize = 32;

/// Reads a secret that is there.
pub(super) fn kept(path: &Path) -> Option<[u8; SECRET]> {
    std::fs::read(path).ok()?.try_into().ok()
}

/// Draws a secret and keeps it, unless someone else was first: whoever was first has
/// made the one that counts.
pub(super) fn make(path: &Path, entropy: &mut dyn Entropy) -> std::io::Result<()> {
    let mut bytes = [0_u8; SECRET];
    entropy.fill(&mut bytes)?;
    if let Some(parent) = path.parent() {
        make_private_directory(parent)?;
    }
    let part = path.with_extension(format!("{}.part", std::process::id()));
    let made = write_private(&part, &bytes).and_then(|()| match std::fs::hard_link(&part, path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(_) => std::fs::rename(&part, path),
        Ok(()) => Ok(()),
    });
    let _ = std::fs::remove_file(&part);
    made
}

#[cfg(unix)]
fn make_private_directory(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)?;
    if std::fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_private_directory(path: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(path)
}

#[cfg(unix)]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(path, bytes)
}
