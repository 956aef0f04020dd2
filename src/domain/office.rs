//! The office itself: facts about staff, rulebook, catalogue and calendar.

use serde::{Deserialize, Serialize};

use super::access::{KeyAdded, KeyRemoved};
use super::catalog::Matter;
use super::ids::{HandoverNo, StaffNo};
use super::oversight::{Asked, Checked, Drawn, Exported, Issued};
use super::presence::Absence;
use super::printing::Printing;
use super::privacy::{Destroyed, Listed, Revealed};
use super::shift::{NoteDone, NoteKept, NotePassed};
use super::staff::Person;

/// A fact about the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OfficeEvent {
    /// The register was made.
    Founded {
        /// The office's name.
        name: String,
        /// Short id that every number of this register belongs to.
        site: String,
        /// Minutes east of UTC.
        offset_minutes: i32,
        /// Office hours on a working day, `09:00-12:00,14:00-17:30`.
        hours: String,
        /// Whether time may be set on it.
        sandbox: bool,
        /// Language of its people, `zh` or `en`; empty for each terminal's own.
        lang: String,
        /// Complaint line; empty to point at the notice on the counter.
        complaint_line: String,
        /// The register's own id, by which its keys are found.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        id: String,
    },
    /// A rulebook was taken into use.
    RulebookAdopted {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// SHA-256 of its compact text.
        hash: String,
    },
    /// A catalogue was taken into use.
    CatalogAdopted {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// SHA-256 of its matters and circumstances as the register keeps them.
        hash: String,
        /// How many matters it holds.
        matters: u32,
    },
    /// A calendar was taken into use.
    CalendarAdopted {
        /// Its version.
        version: String,
        /// SHA-256 of its text; of its version where the text is empty.
        hash: String,
        /// What the register adds to the calendar that comes with the program: see
        /// [`Additions`](super::deadline::Additions). Empty for nothing.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
    },
    /// A member of staff was added or changed.
    StaffRecorded {
        /// As known from now on.
        person: Person,
    },
    /// A PIN was set. The record keeps that it was, not what it is.
    PinSet {
        /// Whether it was drawn for the person, to be used once.
        one_time: bool,
        /// SHA-256 of the salted and peppered hash that sign-in compares with, so that
        /// nobody puts another in its place.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        hash: String,
    },
    /// Somebody left the post for a while.
    WentAway(Absence),
    /// Somebody is back at the post.
    CameBack {
        /// Who recorded it; nobody where the expected return was reached.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<StaffNo>,
    },
    /// How far the record had come was sealed.
    Checkpointed(Checkpoint),
    /// A backup was put in the register's place. What came after it is no longer on
    /// this record; the register that was there is kept under another name.
    Restored {
        /// How many facts the backup had.
        events: i64,
        /// The hash of the last of them, in hex.
        head: String,
        /// How many facts the register had beyond the backup; nothing where that could not be told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lost: Option<i64>,
    },
    /// A number that callers are given was tried.
    ContactChecked(Box<Checked>),
    /// A sample of what was closed was drawn.
    SampleDrawn(Box<Drawn>),
    /// The visitor of a sampled inquiry was asked.
    SampleAsked(Box<Asked>),
    /// A bulletin went out.
    BulletinIssued(Box<Issued>),
    /// Something was put into somebody's hands until it is done.
    NoteKept(Box<NoteKept>),
    /// It went on with a handover.
    NotePassed(NotePassed),
    /// It is done.
    NoteDone(NoteDone),
    /// Somebody looked at personal data in clear.
    Revealed(Box<Revealed>),
    /// Personal data that may be destroyed was listed.
    DestructionListed(Box<Listed>),
    /// Personal data was destroyed.
    Destroyed(Box<Destroyed>),
    /// A member of staff may come in with this key.
    KeyAdded(Box<KeyAdded>),
    /// This key is let in no more.
    KeyRemoved(Box<KeyRemoved>),
    /// How papers are put on paper was settled.
    PrintingSet {
        /// As it is from now on.
        printing: Printing,
        /// Who settled it.
        by: StaffNo,
    },
    /// A period's inquiries were written to a file.
    Exported(Box<Exported>),
    /// A matter of the catalogue says something else from a day on.
    MatterEdited(Box<MatterEdited>),
}

/// A matter that says something else, under a new version of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterEdited {
    /// The matter as it is from that day on.
    pub matter: Matter,
    /// The catalogue's version from now on.
    pub version: String,
    /// The version before.
    pub before: String,
    /// SHA-256 of the catalogue's matters and circumstances as the register keeps them now.
    pub hash: String,
    /// Who changed it.
    pub by: StaffNo,
}

/// How far the record had come: what a printed code stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// How many facts stand before it.
    pub events: i64,
    /// The hash of the last of them, in hex.
    pub head: String,
    /// The short code.
    pub code: String,
    /// The public key, in hex; empty where it is unsigned.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The Ed25519 signature, in hex; empty where it is unsigned.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
    /// The handover at whose signing it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<HandoverNo>,
}
