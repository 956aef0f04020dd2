//! What a person said or is, kept apart from the log so that it can be destroyed.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The key under which a private value travels inside an event's body.
pub const MARK: &str = "$private";

/// A value that the log never holds in clear: visitor fields and everything typed.
///
/// In memory it is the value, or nothing once it has been destroyed. When an
/// event is written, the store swaps the marked value for an id and a salted
/// commitment, and puts it back when it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Private<T>(Option<T>);

impl<T> Private<T> {
    /// Marks a value as private.
    pub fn new(value: T) -> Self {
        Self(Some(value))
    }

    /// A value that has been destroyed.
    pub fn destroyed() -> Self {
        Self(None)
    }

    /// The value, unless it has been destroyed.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl Private<String> {
    /// The text, empty once destroyed.
    pub fn text(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<T> From<T> for Private<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

#[derive(Serialize)]
struct Marked<'a, T> {
    #[serde(rename = "$private")]
    value: &'a Option<T>,
}

#[derive(Deserialize)]
struct Unmarked<T> {
    #[serde(rename = "$private")]
    value: Option<T>,
}

impl<T: Serialize> Serialize for Private<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Marked { value: &self.0 }.serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Private<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Unmarked::<T>::deserialize(deserializer).map(|read| Self(read.value))
    }
}
