//! The slip of a handoff, and the whole story of an inquiry, as sheets.

use crate::domain::inquiry::Inquiry;
use crate::domain::mask;
use crate::i18n::{timeline, words};
use crate::store::{Fact, Recorded};
use crate::tui::screen::{Ctx, Sheet};

/// The slip of the last handoff, if there was one.
pub(super) fn sheet(_cx: &Ctx, _state: &Inquiry) -> Option<Sheet> {
    None
}

/// Everything that happened, in order.
pub(super) fn story(cx: &Ctx, state: &Inquiry, events: &[Recorded], reveal: bool) -> Sheet {
    let visitor = state.visitor.get();
    let name = visitor.map_or("-", |v| v.name.as_str());
    let phone = visitor.map_or("", |v| v.phone.as_str());
    let (name, phone) = if reveal {
        (name.to_owned(), phone.to_owned())
    } else {
        (mask::mask_name(name), mask::mask_phone(phone))
    };
    let mut lines = vec![
        format!("{} {name} {phone}", cx.t("来人", "Visitor")),
        format!(
            "{} {}",
            cx.t("环节", "Stage"),
            words::stage(cx.lang, state.stage)
        ),
        format!("{} {}", cx.t("首问", "First asked"), cx.name(&state.first)),
        format!("{} {}", cx.t("在手", "Held by"), cx.name(state.holder())),
    ];
    if !state.words.text().is_empty() {
        lines.push(format!("{} {}", cx.t("疑问", "Doubt"), state.words.text()));
    }
    lines.push(String::new());
    for event in events {
        let Fact::Inquiry(fact) = &event.fact else {
            continue;
        };
        if let Some(words) = timeline::line(cx.lang, &event.header.actor, fact, cx.names) {
            let time = cx.local(event.at).format("%Y-%m-%d %H:%M");
            lines.push(format!("{time} {words}"));
        }
    }
    Sheet {
        title: state.number.to_string(),
        text: lines.join("\n"),
        file: format!("{}.txt", state.number),
    }
}
