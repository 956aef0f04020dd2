//! `handover`: the list of shift handovers, and one as a sheet.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::table::Table;
use super::{facts, out};
use crate::desk::{Desk, review};
use crate::domain::ids::HandoverNo;
use crate::domain::office::Checkpoint;
use crate::domain::refusal::Refusal;
use crate::domain::shift::{About, Handover, Item};
use crate::i18n::handover::{self as said, Say, cancelled, checkpoint, standing, travelled};
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, cli as words, words as names};
use crate::paper::layout::{PaperSize, Sheet};
use crate::store::HandoverRow;

/// What is done with them; the handover itself is a command of `act`.
#[derive(Debug, Args)]
pub struct HandoverArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List handovers, the newest first
    List {
        /// Only those under way
        #[arg(long)]
        open: bool,
        /// At most so many
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: u32,
    },
    /// Look back on one's own shift (--as)
    Review,
    /// Print one as a sheet to be signed
    Print {
        /// The handover's number
        number: String,
    },
}

/// Lists or prints.
pub fn run(args: &HandoverArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    match &args.what {
        What::List { open, limit } => list(&desk, *open, *limit, cx),
        What::Review => look_back(&desk, cx),
        What::Print { number } => print(&desk, number, cx),
    }?;
    Ok(Status::Done)
}

fn list(desk: &Desk, open: bool, limit: u32, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let rows = desk
        .read()
        .handovers(open, limit)
        .map_err(|error| register::unread(lang, &error))?;
    let offset = desk.office().offset;
    if cx.json {
        let all: Vec<Value> = rows.iter().map(|row| row_json(row, offset)).collect();
        return out::json(&all);
    }
    if rows.is_empty() {
        return out::text(&words::no_handovers(lang));
    }
    let voice = Voice::of(desk);
    let mut table = Table::new(words::handover_columns(lang), cx.plain);
    for row in &rows {
        table.row(&[
            row.handover.as_str(),
            &voice.name(&row.from),
            &voice.name(&row.to),
            &words::minute(row.opened_at.local(offset)),
            &format!("{}/{}", row.items - row.open_items, row.items),
            &match (row.done_at, row.cancelled_at) {
                (Some(at), _) => words::minute(at.local(offset)),
                (None, Some(_)) => Say::Cancelled.text(lang).to_owned(),
                (None, None) => String::new(),
            },
        ]);
    }
    out::text(&table.finish())
}

/// What the one who asks did since their shift began.
fn look_back(desk: &Desk, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let Some(staff) = &cx.staff else {
        return Err(Failure::Usage(words::view_of_someone(lang, "review")));
    };
    let person = register::person(desk, staff, lang)?;
    let (from, done) = review::review(desk.read(), desk.office(), &person.number, desk.now())
        .map_err(|error| register::unread(lang, &error))?;
    let offset = desk.office().offset;
    if cx.json {
        return out::json(&json!({
            "staff": person.number,
            "from": from.rfc3339(offset),
            "registered": done.registered,
            "on_the_spot": done.on_the_spot,
            "answered": done.answered,
            "handed_off": done.handed_off,
            "signed": done.signed,
            "closed": done.closed,
            "overdue": done.overdue,
            "average_seconds": done.average_seconds(),
            "timed": done.timed,
        }));
    }
    let lines = said::review(lang, &words::minute(from.local(offset)), &done);
    out::text(&(lines.join("\n") + "\n"))
}

fn row_json(row: &HandoverRow, offset: chrono::FixedOffset) -> Value {
    json!({
        "handover": row.handover,
        "from": row.from,
        "to": row.to,
        "opened_at": row.opened_at.rfc3339(offset),
        "items": row.items,
        "open_items": row.open_items,
        "signed": row.signed,
        "done_at": row.done_at.map(|at| at.rfc3339(offset)),
        "cancelled_at": row.cancelled_at.map(|at| at.rfc3339(offset)),
    })
}

fn print(desk: &Desk, number: &str, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let number = HandoverNo(number.trim().to_owned());
    let found = desk
        .read()
        .handover(&number)
        .map_err(|error| register::unread(lang, &error))?;
    let voice = Voice::of(desk);
    let Some((state, events)) = found else {
        let unknown = Refusal::UnknownHandover(number);
        return Err(register::refused(lang, &unknown, &voice));
    };
    let made = desk
        .read()
        .checkpoint_of(&state.number)
        .map_err(|error| register::unread(lang, &error))?;
    if !cx.json {
        return out::text(&sheet(&state, made.as_ref(), desk, &voice, lang));
    }
    let offset = desk.office().offset;
    out::json(&json!({
        "handover": state.number,
        "from": state.from,
        "to": state.to,
        "opened_at": state.opened_at.rfc3339(offset),
        "items": state.items.iter().zip(1..).map(|(item, nth)| item_json(item, nth, offset)).collect::<Vec<_>>(),
        "open_items": state.open_items(),
        "signed": state
            .signed
            .iter()
            .map(|(by, at)| json!({"by": by, "at": at.rfc3339(offset)}))
            .collect::<Vec<_>>(),
        "done_at": state.done_at.map(|at| at.rfc3339(offset)),
        "cancelled_at": state.cancelled.as_ref().map(|(at, _)| at.rfc3339(offset)),
        "cancelled_because": state.cancelled.as_ref().map(|(_, why)| why.text()),
        "checkpoint": made,
        "timeline": events.iter().map(|event| facts::json(event, offset)).collect::<Vec<_>>(),
    }))
}

fn item_json(item: &Item, nth: u32, offset: chrono::FixedOffset) -> Value {
    let (inquiry, stage, due, (custody, shifts), text) = match &item.about {
        About::Inquiry {
            inquiry,
            stage,
            due,
            custody,
            shifts,
        } => (
            Some(inquiry),
            Some(stage.as_str()),
            *due,
            (*custody, *shifts),
            None,
        ),
        About::Free { text, shifts, .. } => (None, None, None, (0, *shifts), Some(text.text())),
    };
    json!({
        "item": nth,
        "inquiry": inquiry,
        "stage": stage,
        "due": due.map(|due| due.rfc3339(offset)),
        "custody": custody,
        "shifts": shifts,
        "arrived": item.arrived,
        "text": text,
        "note": item.note.as_ref().map(crate::domain::private::Private::text),
        "question": item.question.as_ref().map(crate::domain::private::Private::text),
        "answer": item.answer.as_ref().map(crate::domain::private::Private::text),
        "acknowledged": item.acknowledged,
        "as_asked": item.as_asked,
    })
}

/// The handover as a sheet that both sign.
fn sheet(
    state: &Handover,
    made: Option<&Checkpoint>,
    desk: &Desk,
    voice: &Voice,
    lang: Lang,
) -> String {
    let offset = desk.office().offset;
    let mut sheet = Sheet::new(PaperSize::A4.columns());
    sheet.centred(&desk.facts().name);
    sheet.centred(words::handover_title(lang));
    sheet.ends(
        state.number.as_str(),
        &words::minute(state.opened_at.local(offset)),
    );
    if let Some(made) = made {
        let code = checkpoint(lang, Some(made));
        sheet.ends(Say::Code.text(lang), &code);
    }
    sheet.text(&words::handover_people(
        lang,
        &format!("{} {}", voice.name(&state.from), state.from),
        &format!("{} {}", voice.name(&state.to), state.to),
    ));
    if let Some((_, why)) = &state.cancelled {
        sheet.text(&cancelled(lang, why.text()));
    }
    sheet.rule();
    for (item, nth) in state.items.iter().zip(1_u32..) {
        let mark = if item.acknowledged { "[x]" } else { "[ ]" };
        let about = match &item.about {
            About::Inquiry {
                inquiry,
                stage,
                due,
                custody,
                shifts,
            } => {
                let due = due.map(|due| words::minute(due.local(offset)));
                let kept = names::in_custody(lang, *custody);
                let item = words::handover_item(
                    lang,
                    inquiry.as_str(),
                    names::stage(lang, *stage),
                    due.as_deref(),
                );
                let travelled = travelled(lang, *shifts);
                [item, kept, travelled]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            About::Free {
                text,
                shifts,
                instructed,
                ..
            } => {
                let from = instructed.as_ref().map(|who| voice.name(who));
                standing(lang, text.text(), from.as_deref(), *shifts)
            }
        };
        sheet.hanging(&format!("{nth:>3} {mark} "), &about);
        for said in [&item.note, &item.question, &item.answer]
            .into_iter()
            .flatten()
        {
            sheet.indented(8, said.text());
        }
    }
    sheet.rule();
    for (who, title) in [&state.from, &state.to]
        .into_iter()
        .zip(words::handover_signers(lang))
    {
        let at = state.signed.iter().find(|(by, _)| by == who);
        let signed = at.map_or_else(
            || "__________".to_owned(),
            |(_, at)| format!("{} {}", voice.name(who), words::minute(at.local(offset))),
        );
        sheet.text(&format!("{title}{signed}"));
    }
    sheet.finish()
}
