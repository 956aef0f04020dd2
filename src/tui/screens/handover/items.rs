//! What is handed over: the items of a handover, or what is in one's hands now.

use crate::desk::gather::{self, Held, InHand, Known};
use crate::domain::ids::{NoteNo, Number, StaffNo};
use crate::domain::inquiry::Stage;
use crate::domain::mask::{mask_name, mask_phone};
use crate::domain::shift::{About, Handover};
use crate::domain::time::Moment;
use crate::i18n::handover::{self, Say};
use crate::i18n::refusal::short_time;
use crate::i18n::{queue, timeline, words};
use crate::store::{Fact, StoreError};
use crate::tui::screen::Ctx;

/// What the one who comes did about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// No handover is open.
    None,
    /// To be taken over.
    Waiting,
    /// Asked about.
    Asked,
    /// Answered, and still to be taken over.
    Answered,
    /// Taken over.
    Taken,
    /// Came into these hands after the list was made.
    Arrived,
}

/// One item as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The inquiry; nothing for keys and stamps.
    pub inquiry: Option<Number>,
    /// The words of what is no inquiry.
    pub free: String,
    /// The number of what stands until it is done.
    pub note_no: Option<NoteNo>,
    pub stage: Option<Stage>,
    pub due: Option<Moment>,
    pub soon: Option<Moment>,
    /// The time promised to the visitor, or of the appointment where that is earlier.
    pub promised: Option<Moment>,
    /// When and where somebody is to be seen.
    pub appointment: String,
    pub note: String,
    pub question: String,
    pub answer: String,
    /// Taken over with the question unanswered.
    pub as_asked: bool,
    /// How many handovers it has come through.
    pub shifts: u32,
    pub state: State,
    /// The visitor, covered, and the matter.
    pub about: String,
}

/// Everything in these hands, what would hurt first at the top.
pub(super) fn in_hands(
    cx: &Ctx,
    staff: &StaffNo,
    known: &mut Known,
) -> Result<Vec<Entry>, StoreError> {
    let read = cx.desk.read();
    let found = gather::held(read, cx.desk.office(), staff, cx.now, (known, None))?;
    let entry = |one| match one {
        Held::Inquiry(one) => Entry::of(cx, one),
        Held::Note(one) => {
            let by = one.kept.instruction.then_some(&one.kept.by);
            Entry::note(
                cx,
                one.kept.text.text(),
                Some(one.kept.note),
                by,
                one.shifts,
            )
        }
    };
    Ok(found.into_iter().map(entry).collect())
}

/// The items of a handover in their order, then what arrived since: in the order
/// in which the desk will add it.
pub(super) fn of_handover(
    cx: &Ctx,
    shift: &Handover,
    known: &mut Known,
) -> Result<Vec<Entry>, StoreError> {
    let open = in_hands(cx, &shift.from, known)?;
    let mut entries = Vec::new();
    for item in &shift.items {
        let mut entry = match &item.about {
            About::Free {
                text,
                note,
                instructed,
                shifts,
            } => Entry::note(cx, text.text(), note.clone(), instructed.as_ref(), *shifts),
            About::Inquiry { inquiry, .. } => {
                let of = |entry: &&Entry| entry.inquiry.as_ref() == Some(inquiry);
                match open.iter().find(of) {
                    Some(entry) => entry.clone(),
                    None => gone(cx, inquiry)?,
                }
            }
        };
        entry.note = text_of(item.note.as_ref());
        entry.question = text_of(item.question.as_ref());
        entry.answer = text_of(item.answer.as_ref());
        entry.as_asked = item.as_asked;
        entry.state = if item.acknowledged {
            State::Taken
        } else if item.unanswered() {
            State::Asked
        } else if item.question.is_some() {
            State::Answered
        } else if item.arrived {
            State::Arrived
        } else {
            State::Waiting
        };
        entries.push(entry);
    }
    if shift.ended_at().is_none() {
        let new = |entry: &Entry| {
            entry.inquiry.as_ref().is_some_and(|n| !shift.has(n))
                || entry.note_no.as_ref().is_some_and(|n| !shift.has_note(n))
        };
        entries.extend(open.into_iter().filter(new).map(|entry| Entry {
            state: State::Arrived,
            ..entry
        }));
    }
    Ok(entries)
}

fn text_of(text: Option<&crate::domain::private::Private<String>>) -> String {
    text.map(|text| text.text().to_owned()).unwrap_or_default()
}

/// An inquiry that is not in these hands any more.
fn gone(cx: &Ctx, number: &Number) -> Result<Entry, StoreError> {
    let row = cx.desk.read().inquiry_row(number)?;
    let about = row.as_ref().map_or(String::new(), |row| {
        let name = row.name.as_deref().map(mask_name).unwrap_or_default();
        format!("{name}  {}", row.matter)
    });
    Ok(Entry {
        inquiry: Some(number.clone()),
        stage: row.map(|row| row.stage),
        about,
        ..Entry::free("")
    })
}

impl Entry {
    fn free(text: &str) -> Self {
        Self {
            inquiry: None,
            free: text.to_owned(),
            note_no: None,
            stage: None,
            due: None,
            soon: None,
            promised: None,
            appointment: String::new(),
            note: String::new(),
            question: String::new(),
            answer: String::new(),
            as_asked: false,
            shifts: 0,
            state: State::None,
            about: String::new(),
        }
    }

    fn note(
        cx: &Ctx,
        text: &str,
        note: Option<NoteNo>,
        instructed: Option<&StaffNo>,
        shifts: u32,
    ) -> Self {
        let by = instructed.map(|who| cx.name(who));
        Self {
            note_no: note,
            shifts,
            ..Self::free(&handover::standing(cx.lang, text, by.as_deref(), shifts))
        }
    }

    fn of(cx: &Ctx, one: InHand) -> Self {
        let row = one.row;
        let matter = match cx.t(row.matter.as_str(), row.matter_en.as_str()) {
            "" => row.matter.as_str(),
            name => name,
        };
        let matter = match matter {
            "" => row.words.as_deref().unwrap_or_default(),
            name => name,
        };
        let name = row.name.as_deref().map(mask_name).unwrap_or_default();
        let phone = row.phone.as_deref().map(mask_phone).unwrap_or_default();
        let kept = words::in_custody(cx.lang, one.custody);
        let travelled = handover::travelled(cx.lang, one.shifts);
        let appointment = one.appointment.map_or(String::new(), |one| {
            let told = timeline::appointment(short_time(one.at, cx.names), one.place.text());
            format!("{} {told}", cx.say(queue::APPOINTMENT))
        });
        let visitor = format!("{name} {phone}  {matter}");
        let parts: [&str; 3] = [&travelled, &kept, visitor.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            inquiry: Some(row.inquiry),
            stage: Some(row.stage),
            due: row.due,
            soon: row.soon,
            promised: one.stands.promised,
            appointment,
            shifts: one.shifts,
            about: parts.join(" "),
            ..Self::free("")
        }
    }

    /// The sign of what presses: overdue, soon, held here, promised, waiting.
    pub fn sign(&self, cx: &Ctx) -> &'static str {
        let glyphs = &cx.theme.glyphs;
        let past = |at: Option<Moment>| at.is_some_and(|at| cx.now.is_late_for(at));
        if self.inquiry.is_none() {
            glyphs.held
        } else if past(self.due) {
            glyphs.overdue
        } else if self.soon.is_some_and(|soon| soon <= cx.now) {
            glyphs.soon
        } else if self.promised.is_some() {
            glyphs.promise
        } else if self.due.is_none() {
            glyphs.paused
        } else {
            glyphs.running
        }
    }

    /// What it is: a number, or the words.
    pub fn what(&self) -> &str {
        self.inquiry.as_ref().map_or(&self.free, |number| &number.0)
    }

    /// Where it stands, in a word.
    pub fn stage_word(&self, cx: &Ctx) -> &'static str {
        match (self.stage, &self.inquiry) {
            (Some(stage), _) => words::stage(cx.lang, stage),
            (None, Some(_)) => Say::Closed.text(cx.lang),
            (None, None) => Say::Other.text(cx.lang),
        }
    }

    /// When it has to be done: the promise where there is one that is earlier.
    pub fn due_word(&self, cx: &Ctx) -> String {
        let earlier = |at: &Moment| self.due.is_none_or(|due| *at < due);
        match (self.promised.filter(earlier), self.due) {
            (Some(at), _) | (None, Some(at)) => short_time(at, cx.names),
            (None, None) if self.stage.is_some() => Say::NoClock.text(cx.lang).to_owned(),
            (None, None) => String::new(),
        }
    }

    /// What the one who comes did about it.
    pub fn state_word(&self, cx: &Ctx) -> &'static str {
        let say = match self.state {
            State::None => return "",
            State::Waiting => Say::Waiting,
            State::Asked => Say::Asked,
            State::Answered => Say::Answered,
            State::Taken => Say::Taken,
            State::Arrived => Say::Arrived,
        };
        say.text(cx.lang)
    }
}

/// The last lines of an inquiry's story, the newest last.
pub(super) fn story(cx: &Ctx, number: &Number, most: usize) -> Vec<String> {
    let Ok(Some((_, events))) = cx.desk.read().inquiry(number) else {
        return Vec::new();
    };
    let mut lines: Vec<String> = events
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Inquiry(fact) => {
                let line = timeline::told(cx.lang, &event.header, fact, cx.names)?;
                Some(format!("{} {line}", short_time(event.at, cx.names)))
            }
            Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        })
        .collect();
    lines.split_off(lines.len().saturating_sub(most))
}
