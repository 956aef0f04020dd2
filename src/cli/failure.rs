//! How a subcommand ends when it does not end well, and the exit status of each way.

use std::process::ExitCode;

use serde_json::{Map, Value};

/// The exit status, from good to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Done.
    Done = 0,
    /// Wrong usage.
    Usage = 2,
    /// Refused by the rules.
    Refused = 3,
    /// Could not be saved or read; nothing was changed.
    NotSaved = 4,
    /// The record does not verify.
    NotVerified = 5,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a subcommand did not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage: a sentence.
    Usage(String),
    /// Refused by the rules.
    Refused(Refused),
    /// Could not be saved or read: a sentence.
    NotSaved(String),
    /// The record cannot be trusted: a sentence.
    NotVerified(String),
    /// Nobody reads what is printed any more.
    Unread,
}

/// A refusal as scripts and people read it.
#[derive(Debug)]
pub struct Refused {
    /// The code that scripts read.
    pub code: &'static str,
    /// The sentence.
    pub message: String,
    /// The field concerned, if one is.
    pub field: Option<&'static str>,
}

impl Refused {
    /// As one JSON object.
    pub fn json(&self) -> Map<String, Value> {
        let mut map = Map::new();
        map.insert("refused".to_owned(), self.code.into());
        map.insert(
            "message".to_owned(),
            super::out::clipped(&self.message).into(),
        );
        if let Some(field) = self.field {
            map.insert("field".to_owned(), field.into());
        }
        map
    }
}

impl Failure {
    /// A refusal with a code and a sentence.
    pub fn refused(code: &'static str, message: String) -> Self {
        Self::Refused(Refused {
            code,
            message,
            field: None,
        })
    }

    /// The exit status that it ends with.
    pub fn status(&self) -> Status {
        match self {
            Self::Usage(_) => Status::Usage,
            Self::Refused(_) => Status::Refused,
            Self::NotSaved(_) => Status::NotSaved,
            Self::NotVerified(_) => Status::NotVerified,
            Self::Unread => Status::Done,
        }
    }

    /// The sentence for people; none where nobody is there to read it.
    pub fn message(&self) -> Option<&str> {
        match self {
            Self::Usage(message) | Self::NotSaved(message) | Self::NotVerified(message) => {
                Some(message)
            }
            Self::Refused(refused) => Some(&refused.message),
            Self::Unread => None,
        }
    }
}
