//! Pages into a directory: all of them or none.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::html::GENERATOR;
use super::{About, Guide, Listed, index};
use crate::domain::catalog::Matter;

/// The page that leads to all others.
const INDEX: &str = "index.html";
/// The page of the office itself.
const OFFICE: &str = "office.html";

/// Why nothing was published.
#[derive(Debug)]
pub enum Unpublished {
    /// The directory holds something that is no guide of ours.
    NotOurs(String),
    /// It could not be written.
    Io(io::Error),
}

impl From<io::Error> for Unpublished {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The file of a matter's page: letters and digits of its id as they are, every other
/// character by its number, so that no two ids meet and none leaves the directory.
pub fn file_of(matter: &Matter) -> String {
    let mut name = String::from("m-");
    for c in matter.id.as_str().chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' => name.push(c),
            // Some file systems do not tell cases apart.
            c => {
                let _ = write!(name, "_{:x}_", u32::from(c));
            }
        }
    }
    if name.len() > 120 {
        use sha2::{Digest, Sha256};
        let whole = hex::encode(Sha256::digest(matter.id.as_str().as_bytes()));
        name.truncate(80);
        let _ = write!(name, "-{}", &whole[..16]);
    }
    format!("{name}.html")
}

/// Every page by the name of its file.
pub fn pages(about: &About<'_>, matters: &[Listed]) -> Vec<(String, String)> {
    let mut pages = vec![
        (INDEX.to_owned(), index::html(about, matters)),
        (
            OFFICE.to_owned(),
            Guide::of_office(about, matters).html(about),
        ),
    ];
    pages.extend(matters.iter().map(|listed| {
        let page = Guide::of_matter(about, listed).html(about);
        (file_of(&listed.0), page)
    }));
    pages
}

/// Writes pages beside `directory` and then puts them in its place in one go. An older
/// guide of ours that lies there is replaced whole; anything else is left alone.
///
/// # Errors
///
/// When something else lies there, or it cannot be written. What was there stays.
pub fn publish(directory: &Path, pages: &[(String, String)]) -> Result<(), Unpublished> {
    let there = directory.symlink_metadata().is_ok();
    if there {
        ours(directory)?;
    }
    let fresh = Beside::of(directory, "new")?;
    fs::create_dir(&fresh.0)?;
    for (name, page) in pages {
        let mut file = fs::File::create_new(fresh.0.join(name))?;
        file.write_all(page.as_bytes())?;
        file.sync_all()?;
    }
    synced(&fresh.0);
    if there {
        swap(&fresh.0, directory)?;
    } else {
        fs::rename(&fresh.0, directory)?;
    }
    if let Some(parent) = directory.parent() {
        synced(parent);
    }
    Ok(())
}

/// Puts one directory in the place of another, so that one of them lies there at every
/// instant where the system can do that.
fn swap(fresh: &Path, directory: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, fresh, CWD, directory, RenameFlags::EXCHANGE).is_ok() {
            // The old one lies under the new one's name now, and goes with it.
            return Ok(());
        }
    }
    let old = Beside::of(directory, "old")?;
    fs::rename(directory, &old.0)?;
    fs::rename(fresh, directory).inspect_err(|_| {
        // The old one goes back to where it was.
        let _ = fs::rename(&old.0, directory);
    })
}

/// The name is on the disk when its directory is.
fn synced(directory: &Path) {
    if let Ok(directory) = fs::File::open(directory) {
        let _ = directory.sync_all();
    }
}

/// Refuses a directory that holds anything but pages of ours.
fn ours(directory: &Path) -> Result<(), Unpublished> {
    if !directory.symlink_metadata()?.is_dir() {
        return Err(Unpublished::NotOurs(directory.display().to_string()));
    }
    let made_by = format!("<meta name=\"generator\" content=\"{GENERATOR}\">");
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let named =
            name == INDEX || name == OFFICE || (name.starts_with("m-") && name.ends_with(".html"));
        let is_page = named
            && path.symlink_metadata()?.is_file()
            && fs::read_to_string(&path).is_ok_and(|text| text.contains(&made_by));
        if !is_page {
            return Err(Unpublished::NotOurs(name.into_owned()));
        }
    }
    Ok(())
}

/// A directory under way beside its place. Dropped, it is taken away.
struct Beside(PathBuf);

impl Beside {
    fn of(directory: &Path, what: &str) -> io::Result<Self> {
        let name = directory
            .file_name()
            .ok_or(io::ErrorKind::InvalidInput)?
            .to_string_lossy();
        let name = format!(".{name}.{}.{what}", std::process::id());
        Ok(Self(directory.with_file_name(name)))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if self.0.is_dir() {
            // What cannot be taken away is left to whoever finds it.
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(names: &[&str]) -> Vec<(String, String)> {
        let page = format!("<meta name=\"generator\" content=\"{GENERATOR}\">");
        let page = |name: &&str| ((*name).to_owned(), format!("{page}{name}"));
        names.iter().map(page).collect()
    }

    fn names(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_guide_takes_the_place_of_the_old_one_whole() {
        let dir = tempfile::tempdir().unwrap();
        let to = dir.path().join("guide");
        publish(&to, &pages(&["index.html", "m-a.html", "m-b.html"])).unwrap();
        publish(&to, &pages(&["index.html", "m-a.html"])).unwrap();
        assert_eq!(names(&to), ["index.html", "m-a.html"]);
        assert_eq!(names(dir.path()), ["guide"], "nothing is left beside it");
    }

    #[test]
    fn what_is_not_ours_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let to = dir.path().join("guide");
        fs::create_dir(&to).unwrap();
        for (name, text) in [("notes.txt", "mine"), ("index.html", "<p>another's page")] {
            fs::write(to.join(name), text).unwrap();
            let refused = publish(&to, &pages(&["index.html"]));
            assert!(
                matches!(refused, Err(Unpublished::NotOurs(found)) if found == name),
                "{name}"
            );
            assert_eq!(fs::read_to_string(to.join(name)).unwrap(), text);
            fs::remove_file(to.join(name)).unwrap();
        }
        publish(&to, &pages(&["index.html"])).unwrap();
    }

    #[test]
    fn a_page_that_cannot_be_written_leaves_the_old_guide_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let to = dir.path().join("guide");
        publish(&to, &pages(&["index.html"])).unwrap();
        let twice = pages(&["index.html", "m-a.html", "m-a.html"]);
        assert!(matches!(publish(&to, &twice), Err(Unpublished::Io(_))));
        assert_eq!(names(&to), ["index.html"]);
        assert_eq!(names(dir.path()), ["guide"]);
    }
}
