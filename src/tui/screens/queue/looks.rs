//! Who looked at personal data, as a sheet for quality control.

use crate::domain::office::OfficeEvent;
use crate::i18n::privacy as say;
use crate::store::Fact;
use crate::tui::screen::{Ctx, Sheet};

/// How many looks a sheet shows.
const LAST: usize = 500;

/// The last of them, the newest first.
pub(super) fn sheet(cx: &Ctx) -> Sheet {
    let mut lines = Vec::new();
    for one in cx.desk.read().looks(LAST).unwrap_or_default().iter().rev() {
        let Fact::Office(fact) = &one.fact else {
            continue;
        };
        let time = cx.local(one.at).format("%Y-%m-%d %H:%M");
        let deed = say::deed(cx.lang, &one.kind);
        let who = cx.name(&one.header.actor.as_str().into());
        let what = match fact {
            OfficeEvent::Revealed(look) => format!("{} {}", look.inquiry, look.reason.text()),
            OfficeEvent::Exported(one) => {
                let what = say::went_out(cx.lang, one.inquiries, one.revealed);
                format!("{what} {}", one.reason.text())
            }
            OfficeEvent::DestructionListed(list) => {
                format!("{} {}", list.list, list.inquiries.len())
            }
            OfficeEvent::Destroyed(list) => format!("{} {}", list.list, list.inquiries.len()),
            _ => String::new(),
        };
        lines.push(format!("{time} {who} {deed} {what}"));
    }
    if lines.is_empty() {
        lines.push(cx.say(say::NOBODY_LOOKED).to_owned());
    }
    Sheet {
        title: cx.say(say::VIEWS).to_owned(),
        text: lines.join("\n"),
        file: "looks.txt".to_owned(),
    }
}
