//! Who is at the post, and who stands in (D1 art. 3.6).

use serde::{Deserialize, Serialize};

use super::ids::StaffNo;
use super::office::OfficeEvent;
use super::private::Private;
use super::time::Moment;

/// An absence, as it was recorded when it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Why.
    pub reason: Private<String>,
    /// Expected return: it ends then by itself.
    pub until: Moment,
    /// Who acts in their place meanwhile (B角); nobody where a leader decides (D3, D10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<StaffNo>,
    /// Who recorded it.
    pub by: StaffNo,
}

/// Where one person is, folded from what is recorded of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presence {
    /// The absence under way, and since when; whether it is over by now is a matter of the hour.
    pub away: Option<(Moment, Absence)>,
}

impl Presence {
    /// Folds what is recorded of one person.
    pub fn fold<'a>(events: impl IntoIterator<Item = (Moment, &'a OfficeEvent)>) -> Self {
        let mut presence = Self::default();
        for (at, event) in events {
            presence.apply(at, event);
        }
        presence
    }

    /// Copies one event, which came about at `at`.
    pub fn apply(&mut self, at: Moment, event: &OfficeEvent) {
        match event {
            OfficeEvent::WentAway(absence) => self.away = Some((at, absence.clone())),
            OfficeEvent::CameBack { .. } => self.away = None,
            OfficeEvent::Founded { .. }
            | OfficeEvent::RulebookAdopted { .. }
            | OfficeEvent::CatalogAdopted { .. }
            | OfficeEvent::CalendarAdopted { .. }
            | OfficeEvent::StaffRecorded { .. }
            | OfficeEvent::PinSet { .. }
            | OfficeEvent::Checkpointed(_)
            | OfficeEvent::Restored { .. }
            | OfficeEvent::ContactChecked(_)
            | OfficeEvent::SampleDrawn(_)
            | OfficeEvent::SampleAsked(_)
            | OfficeEvent::BulletinIssued(_)
            | OfficeEvent::NoteKept(_)
            | OfficeEvent::NotePassed(_)
            | OfficeEvent::NoteDone(_)
            | OfficeEvent::Exported(_)
            | OfficeEvent::MatterEdited(_)
            | OfficeEvent::Revealed(_)
            | OfficeEvent::DestructionListed(_)
            | OfficeEvent::Destroyed(_)
            | OfficeEvent::KeyAdded(_)
            | OfficeEvent::KeyRemoved(_)
            | OfficeEvent::PrintingSet { .. } => {}
        }
    }
}
