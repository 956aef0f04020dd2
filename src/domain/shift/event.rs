//! What is recorded of a handover.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{HandoverNo, NoteNo, Number, StaffNo};
use crate::domain::inquiry::Stage;
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// What an item is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    /// An open inquiry.
    Inquiry {
        /// Its number.
        inquiry: Number,
        /// Where it stood when it came onto the list.
        stage: Stage,
        /// When its most pressing clock ends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Moment>,
        /// How many documents of the visitor the one who leaves keeps.
        #[serde(default, skip_serializing_if = "is_none")]
        custody: u32,
        /// How many handovers it has come through before this one.
        #[serde(default, skip_serializing_if = "is_none")]
        shifts: u32,
    },
    /// Something that is no inquiry: keys, a stamp, a leader's instruction.
    Free {
        /// What it is.
        text: Private<String>,
        /// Its number, where it stood before this handover.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<NoteNo>,
        /// The supervisor who asked for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instructed: Option<StaffNo>,
        /// How many handovers it has come through before this one.
        #[serde(default, skip_serializing_if = "is_none")]
        shifts: u32,
    },
}

impl About {
    /// Something that is named for the first time, as a handover begins.
    pub fn free(text: &str) -> Self {
        Self::Free {
            text: text.to_owned().into(),
            note: None,
            instructed: None,
            shifts: 0,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the shape that the serializer asks for"
)]
fn is_none(count: &u32) -> bool {
    *count == 0
}

/// A fact about a handover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShiftEvent {
    /// Begun.
    HandoverOpened {
        /// Its number.
        handover: HandoverNo,
        /// Who leaves.
        from: StaffNo,
        /// Who comes.
        to: StaffNo,
        /// What is open.
        items: Vec<About>,
    },
    /// Something arrived while it was open.
    ItemAdded {
        /// What it is.
        item: About,
    },
    /// A word about an item.
    ItemNoted {
        /// The item, counting from 1.
        item: u32,
        /// The word.
        text: Private<String>,
    },
    /// The one who comes asked about an item.
    ItemQuestioned {
        /// The item, counting from 1.
        item: u32,
        /// The question.
        text: Private<String>,
    },
    /// The one who comes took an item over.
    ItemAcknowledged {
        /// The item, counting from 1.
        item: u32,
        /// Whether it was taken over with its question unanswered, as it was asked.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        as_asked: bool,
    },
    /// The one who leaves answered the question about an item.
    ItemAnswered {
        /// The item, counting from 1.
        item: u32,
        /// The answer.
        text: Private<String>,
    },
    /// Called off: nothing has moved.
    HandoverCancelled {
        /// Why.
        reason: Private<String>,
    },
    /// One of the two signed.
    HandoverSigned {
        /// Who.
        by: StaffNo,
    },
    /// Both have signed: from this moment the one who comes answers.
    HandedOver,
}
