//! What stands from shift to shift until it is done: keys, stamps, a leader's word.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{HandoverNo, NoteNo, StaffNo};
use crate::domain::office::OfficeEvent;
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// Something was put into somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteKept {
    /// Its number.
    pub note: NoteNo,
    /// Who has it.
    pub holder: StaffNo,
    /// Who put it there.
    pub by: StaffNo,
    /// Whether a supervisor asked for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub instruction: bool,
    /// What it is.
    pub text: Private<String>,
}

/// It went on with a handover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotePassed {
    /// Its number.
    pub note: NoteNo,
    /// Who has it from now on.
    pub to: StaffNo,
    /// The handover.
    pub handover: HandoverNo,
}

/// It is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteDone {
    /// Its number.
    pub note: NoteNo,
    /// Who says so.
    pub by: StaffNo,
    /// What became of it.
    pub text: Private<String>,
}

/// Keep something that stands until it is done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct KeepNote {
    /// Whose hands it is for; one's own when empty. Into others' only a supervisor puts it.
    pub to: StaffNo,
    /// What it is.
    pub text: String,
}

/// Say that such a thing is done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EndNote {
    /// Its number.
    pub note: NoteNo,
    /// What became of it.
    pub text: String,
}

/// Something that stands, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// As it was put on record.
    pub kept: NoteKept,
    /// When that was.
    pub at: Moment,
    /// Who has it now.
    pub holder: StaffNo,
    /// How many handovers it has come through.
    pub shifts: u32,
    /// Whether it is done.
    pub done: bool,
}

/// Everything that ever stood, in order, folded from the office's own record.
pub fn notes<'a>(facts: impl IntoIterator<Item = (Moment, &'a OfficeEvent)>) -> Vec<Note> {
    let mut all: Vec<Note> = Vec::new();
    let find = |all: &mut Vec<Note>, note: &NoteNo, change: &dyn Fn(&mut Note)| {
        if let Some(one) = all.iter_mut().find(|one| &one.kept.note == note) {
            change(one);
        }
    };
    for (at, fact) in facts {
        if let OfficeEvent::NoteKept(kept) = fact {
            all.push(Note {
                kept: (**kept).clone(),
                at,
                holder: kept.holder.clone(),
                shifts: 0,
                done: false,
            });
        } else if let OfficeEvent::NotePassed(passed) = fact {
            find(&mut all, &passed.note, &|one| {
                one.holder = passed.to.clone();
                one.shifts += 1;
            });
        } else if let OfficeEvent::NoteDone(done) = fact {
            find(&mut all, &done.note, &|one| one.done = true);
        }
    }
    all
}
