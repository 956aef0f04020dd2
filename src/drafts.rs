//! Half-typed forms, kept safe outside the register.
//!
//! One file a form and person, for the owner only, written whole, synced and
//! renamed, so that a hang-up, a kill or a power cut leaves the last one that
//! was written. Never in the register: each commit there wakes every terminal.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::domain::ids::StaffNo;

/// Where the drafts of one register lie.
#[derive(Debug, Clone)]
pub struct Drafts {
    directory: PathBuf,
}

impl Drafts {
    /// The drafts under a directory, which is made when first needed.
    pub fn at(directory: &Path) -> Self {
        Self {
            directory: directory.to_owned(),
        }
    }

    fn path(&self, staff: &StaffNo, form: &str) -> PathBuf {
        // Staff numbers come from outside: only letters and digits reach a file name.
        let safe = hex::encode(staff.as_str());
        self.directory.join(format!("{safe}-{form}.json"))
    }

    /// Keeps a draft, or forgets it when there is nothing to keep.
    ///
    /// # Errors
    ///
    /// When the file could not be written; the draft before it is still there.
    pub fn keep(&self, staff: &StaffNo, form: &str, draft: Option<&Value>) -> io::Result<()> {
        let path = self.path(staff, form);
        let Some(draft) = draft else {
            return match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                Ok(()) | Err(_) => Ok(()),
            };
        };
        make_directory(&self.directory)?;
        let beside = path.with_extension("part");
        let mut file = private_file(&beside)?;
        file.write_all(draft.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &path)
    }

    /// The draft of a form, if one was kept and can be read.
    pub fn find(&self, staff: &StaffNo, form: &str) -> Option<Value> {
        let text = fs::read_to_string(self.path(staff, form)).ok()?;
        serde_json::from_str(&text).ok()
    }
}

#[cfg(unix)]
fn make_directory(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
}

#[cfg(not(unix))]
fn make_directory(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<fs::File> {
    fs::File::create(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_draft_is_offered_to_its_person_only_and_is_gone_once_saved() {
        let dir = tempfile::tempdir().unwrap();
        let drafts = Drafts::at(&dir.path().join("drafts"));
        let (li, wang) = (StaffNo::from("1001"), StaffNo::from("../1002"));
        drafts
            .keep(&li, "register", Some(&json!({"name": "赵小满"})))
            .unwrap();
        assert_eq!(drafts.find(&li, "register").unwrap()["name"], "赵小满");
        assert_eq!(drafts.find(&wang, "register"), None);
        drafts
            .keep(&wang, "register", Some(&json!({"name": "甲"})))
            .unwrap();
        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            1,
            "nothing outside the directory"
        );
        drafts.keep(&li, "register", None).unwrap();
        drafts.keep(&li, "register", None).unwrap();
        assert_eq!(drafts.find(&li, "register"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let drafts = Drafts::at(&dir.path().join("drafts"));
        let li = StaffNo::from("1001");
        drafts.keep(&li, "register", Some(&json!(1))).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&drafts.path(&li, "register")), 0o600);
        assert_eq!(mode(&dir.path().join("drafts")), 0o700);
    }
}
