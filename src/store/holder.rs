//! Who holds a file that others wait for: told by the system, where it tells.

use std::fs::File;
#[cfg(target_os = "linux")]
use std::path::Path;

/// SQLite's own lock on writing, as a byte of the file that its processes share.
#[cfg(target_os = "linux")]
const WRITING: &str = "120";

/// The process that holds this file as a whole.
#[cfg(target_os = "linux")]
pub(super) fn of_file(file: &File) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    holds("FLOCK", file.metadata().ok()?.ino(), None)
}

/// The process that writes to this register at present.
#[cfg(target_os = "linux")]
pub(super) fn of_register(register: &Path) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    let mut shared = register.as_os_str().to_os_string();
    shared.push("-shm");
    let shared = std::fs::metadata(shared).ok()?.ino();
    holds("POSIX", shared, Some(WRITING))
}

/// Looks a lock up in the system's table, whose lines read
/// `1: FLOCK ADVISORY WRITE 4242 fe:00:1310766 0 EOF`.
#[cfg(target_os = "linux")]
fn holds(kind: &str, file: u64, from: Option<&str>) -> Option<u32> {
    let table = std::fs::read_to_string("/proc/locks").ok()?;
    table.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [_, k, _, "WRITE", process, place, first, ..] = words[..] else {
            return None;
        };
        let is_it = k == kind
            && place.rsplit(':').next()?.parse() == Ok(file)
            && from.is_none_or(|from| from == first);
        let process = is_it.then(|| process.parse().ok())?;
        process.filter(|process| *process > 0)
    })
}

#[cfg(not(target_os = "linux"))]
pub(super) fn of_file(_file: &File) -> Option<u32> {
    None
}

#[cfg(not(target_os = "linux"))]
pub(super) fn of_register(_register: &std::path::Path) -> Option<u32> {
    None
}
