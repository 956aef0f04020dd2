//! Keys with which staff come in over SSH.

use serde::{Deserialize, Serialize};

use super::ids::StaffNo;

/// Kinds of keys that are let in; none of them is one that was broken.
const KINDS: [&str; 6] = [
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
];
/// The longest key, in characters: RSA of 16,384 bits.
const LONGEST: usize = 3000;

/// A public key of a member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Its kind, `ssh-ed25519`.
    pub kind: String,
    /// The key in base 64.
    pub key: String,
    /// How it is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

impl Key {
    /// Reads one line of a public key file; nothing where it is none, or brings options
    /// along.
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let kind = words.next().filter(|kind| KINDS.contains(kind))?;
        let key = words.next()?;
        let name: Vec<&str> = words.collect();
        let is_key = key.starts_with("AAAA")
            && (40..=LONGEST).contains(&key.len())
            && key
                .chars()
                .all(|ch| ch.is_ascii_alphanumeric() || "+/=".contains(ch))
            && !line.chars().any(char::is_control);
        is_key.then(|| Self {
            kind: kind.to_owned(),
            key: key.to_owned(),
            name: name.join(" ").chars().take(100).collect(),
        })
    }

    /// Whether `wanted` means this key: its line, its middle part, or its name.
    pub fn is_meant_by(&self, wanted: &str) -> bool {
        let wanted = wanted.trim();
        let same = Self::parse(wanted).is_some_and(|one| one.key == self.key);
        !wanted.is_empty() && (same || wanted == self.key || wanted == self.name)
    }
}

/// A key was let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAdded {
    /// The key.
    pub key: Key,
    /// Who let it in.
    pub by: StaffNo,
}

/// A key is let in no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRemoved {
    /// The key in base 64.
    pub key: String,
    /// Who shut it out.
    pub by: StaffNo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_line_of_its_file_and_nothing_more() {
        let key = format!("AAAA{}", "b".repeat(64));
        let read = Key::parse(&format!("ssh-ed25519 {key} li@window 3")).unwrap();
        assert_eq!(
            (read.key.as_str(), read.name.as_str()),
            (key.as_str(), "li@window 3")
        );
        assert!(read.is_meant_by("li@window 3") && read.is_meant_by(&key));
        for none in [
            format!("command=\"sh\" ssh-ed25519 {key}"),
            format!("ssh-dss {key}"),
            format!("ssh-ed25519 {key}\nssh-ed25519 {key}"),
            "ssh-ed25519 AAAA".to_owned(),
            format!("ssh-ed25519 {key}\u{1b}[2J"),
            String::new(),
        ] {
            assert_eq!(Key::parse(&none), None, "{none:?}");
        }
    }
}
