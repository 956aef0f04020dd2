//! Where things lie: the register, and the state that belongs to it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use directories::ProjectDirs;

/// The register's file name in the platform's data directory.
const REGISTER: &str = "register.db";

/// Where keys and drafts lie once the environment is not asked any more.
static SEALED: OnceLock<PathBuf> = OnceLock::new();

/// What a person far away may say of their terminal, whoever they are.
const HARMLESS: [&str; 6] = [
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "TERM",
    "NO_COLOR",
];
/// The longest of it, in bytes.
const LONGEST: usize = 64;

/// Asks the environment for nothing any more but language and terminal: it comes from
/// somebody far away. `state` is where keys and drafts lie.
pub fn seal(state: &Path) {
    // Whoever seals twice has sealed.
    let _ = SEALED.set(state.to_owned());
}

/// Whether the environment is asked for nothing any more.
pub fn is_sealed() -> bool {
    SEALED.get().is_some()
}

/// An environment variable; an empty one counts as unset.
pub fn variable(name: &str) -> Option<OsString> {
    let value = from_outside(name)?;
    if !is_sealed() {
        return Some(value);
    }
    let plain = |text: &str| {
        let fits = |ch: char| ch.is_ascii_alphanumeric() || "-_.+@".contains(ch);
        text.len() <= LONGEST && text.chars().all(fits)
    };
    let harmless = HARMLESS.contains(&name) && value.to_str().is_some_and(plain);
    harmless.then_some(value)
}

/// An environment variable, sealed or not: for what the system itself sets.
pub fn from_outside(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The directory above those of the registers' keys and drafts.
pub fn base() -> Option<PathBuf> {
    if let Some(sealed) = SEALED.get() {
        return Some(sealed.clone());
    }
    let directories = directories()?;
    let base = directories
        .state_dir()
        .unwrap_or_else(|| directories.data_local_dir());
    Some(base.to_owned())
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
    Some(base()?.join(register))
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
