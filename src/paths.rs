//! Where things lie: the register, and the state that belongs to it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The register's file name in the platform's data directory.
const REGISTER: &str = "register.db";

/// An environment variable; an empty one counts as unset.
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// Where the register lies: as named, else `SHOUWEN_DB`, else in the platform's
/// data directory. None where the platform knows no such directory.
pub fn register(named: Option<&Path>) -> Option<PathBuf> {
    named
        .filter(|path| !path.as_os_str().is_empty())
        .map(Path::to_owned)
        .or_else(|| variable("SHOUWEN_DB").map(PathBuf::from))
        .or_else(|| Some(directories()?.data_dir().join(REGISTER)))
}

/// Whether the register was named, by an option or by `SHOUWEN_DB`.
pub fn is_named(named: Option<&Path>) -> bool {
    named.is_some_and(|path| !path.as_os_str().is_empty()) || variable("SHOUWEN_DB").is_some()
}

/// The directory for keys, drafts and logs of the register with this id: apart
/// from the register, so that a copied file does not carry its keys.
pub fn state(register: &str) -> Option<PathBuf> {
    let directories = directories()?;
    let base = directories
        .state_dir()
        .unwrap_or_else(|| directories.data_local_dir());
    Some(base.join(register))
}

/// Where the pepper of the register with this id stands.
pub fn pepper(register: &str) -> Option<PathBuf> {
    Some(state(register)?.join("pepper"))
}

/// Where the key of this register's checkpoints stands.
pub fn key(register: &str) -> Option<PathBuf> {
    Some(state(register)?.join("checkpoint.key"))
}

fn directories() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "shouwen")
}
