//! A handover as paper.

use super::items::{self, State};
use crate::desk::gather::Known;
use crate::desk::review;
use crate::domain::ids::StaffNo;
use crate::domain::shift::Handover;
use crate::i18n::fault;
use crate::i18n::handover::{self as words, Say};
use crate::i18n::refusal::short_time;
use crate::paper::handover::{HandoverLine, HandoverPaper, HandoverParty};
use crate::paper::layout::PaperSize;
use crate::store::StoreError;
use crate::tui::screen::{Ctx, Message, Outcome, Sheet};

/// Screen columns from which on A4 fits.
const A4_FROM: u16 = 76;

/// What one did in one's own shift.
pub(super) fn review(cx: &Ctx) -> Outcome {
    let read = cx.desk.read();
    match review::review(read, cx.desk.office(), &cx.me.number, cx.now) {
        Ok((from, done)) => Outcome::Show(Box::new(Sheet {
            title: format!("{} {}", Say::Review.text(cx.lang), cx.me.name),
            text: words::review(cx.lang, &short_time(from, cx.names), &done).join("\n"),
            file: format!("shift-{}-{}.txt", cx.me.number, cx.local(cx.now).date()),
        })),
        Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
    }
}

/// The sheet of a handover, as wide as the screen allows.
pub(super) fn sheet(cx: &Ctx, handover: &Handover, columns: u16) -> Result<Sheet, StoreError> {
    let entries = items::of_handover(cx, handover, &mut Known::default())?;
    let lines = entries
        .iter()
        .map(|entry| HandoverLine {
            what: entry.what().to_owned(),
            state: match entry.inquiry {
                Some(_) => {
                    let travelled = words::travelled(cx.lang, entry.shifts);
                    format!(
                        "{}  {}  {travelled}",
                        entry.stage_word(cx),
                        entry.due_word(cx)
                    )
                }
                None => String::new(),
            },
            note: entry.note.clone(),
            question: entry.question.clone(),
            answer: entry.answer.clone(),
            as_asked: entry.as_asked,
            taken: entry.state == State::Taken,
        })
        .collect();
    let party = |staff: &StaffNo| HandoverParty {
        name: format!("{} {staff}", cx.name(staff)),
        signed_at: handover
            .signed
            .iter()
            .find(|(by, _)| by == staff)
            .map(|(_, at)| short_time(*at, cx.names))
            .unwrap_or_default(),
    };
    let time = |at| cx.local(at).format("%Y-%m-%d %H:%M").to_string();
    let sealed = cx.desk.read().checkpoint_of(&handover.number)?;
    let code = words::checkpoint(cx.lang, sealed.as_ref());
    let paper = HandoverPaper {
        office: &cx.desk.facts().name,
        number: handover.number.as_str(),
        from: party(&handover.from),
        to: party(&handover.to),
        opened_at: &time(handover.opened_at),
        done_at: &handover.done_at.map(time).unwrap_or_default(),
        code: &code,
        lines,
    };
    let size = if columns >= A4_FROM {
        PaperSize::A4
    } else {
        PaperSize::A5
    };
    Ok(Sheet {
        title: format!("{} {}", Say::SheetName.text(cx.lang), handover.number),
        text: paper.text(size, cx.lang),
        file: format!("handover-{}.txt", handover.number),
    })
}
