//! Who looked at personal data, for what reason, and what was destroyed.

use serde_json::{Value, json};

use super::context::Context;
use super::failure::Failure;
use super::register::{self, Voice};
use super::table::Table;
use super::{facts, out};
use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::domain::office::OfficeEvent;
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, privacy as words};
use crate::store::{Fact, Recorded};

/// Lists all of it, the oldest first.
///
/// # Errors
///
/// When it cannot be read, or nobody reads it.
pub fn list(desk: &Desk, cx: &Context) -> Result<(), Failure> {
    let lang = cx.lang();
    let all = desk.read().looks(usize::MAX);
    let all = all.map_err(|error| register::unread(lang, &error))?;
    let offset = desk.office().offset;
    if cx.json {
        let one = |event: &Recorded| {
            let mut one = facts::json(event, offset);
            if let (Some(reason), Value::Object(map)) = (reason(event), &mut one) {
                map.insert("reason".to_owned(), json!(reason));
            }
            one
        };
        return out::json(&all.iter().map(one).collect::<Vec<_>>());
    }
    let voice = Voice::of(desk);
    let mut table = Table::new(words::view_columns(lang), cx.plain);
    for event in &all {
        let actor = StaffNo::from(event.header.actor.as_str());
        let at = desk.office().local(event.at).format("%Y-%m-%d %H:%M");
        table.row(&[
            at.to_string().as_str(),
            &voice.name(&actor),
            words::deed(lang, &event.kind),
            &about(event, lang),
            reason(event).unwrap_or_default(),
        ]);
    }
    out::text(&table.finish())
}

fn reason(event: &Recorded) -> Option<&str> {
    match &event.fact {
        Fact::Office(OfficeEvent::Revealed(look)) => Some(look.reason.text()),
        Fact::Office(OfficeEvent::Exported(one)) => Some(one.reason.text()),
        Fact::Office(_) | Fact::Inquiry(_) | Fact::Shift(_) | Fact::Case(_) => None,
    }
}

fn about(event: &Recorded, lang: Lang) -> String {
    let Fact::Office(fact) = &event.fact else {
        return String::new();
    };
    if let OfficeEvent::Revealed(look) = fact {
        look.inquiry.0.clone()
    } else if let OfficeEvent::Exported(one) = fact {
        words::went_out(lang, one.inquiries, one.revealed)
    } else if let OfficeEvent::DestructionListed(list) = fact {
        format!("{} ({})", list.list, list.inquiries.len())
    } else if let OfficeEvent::Destroyed(list) = fact {
        format!("{} ({})", list.list, list.inquiries.len())
    } else {
        String::new()
    }
}
