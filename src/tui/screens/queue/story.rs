//! The whole story of an inquiry, as a sheet.

use crate::domain::inquiry::{ClockRun, Inquiry};
use crate::domain::mask;
use crate::domain::rulebook::Rulebook;
use crate::i18n::{clauses, privacy, queue as say, timeline, words};
use crate::store::{Fact, Recorded};
use crate::tui::screen::{Ctx, Sheet};
use crate::tui::screens::revealed;

use super::{explain, facts};

/// What it is about, its clocks, and everything that happened, in order.
pub(in crate::tui::screens) fn sheet(
    cx: &Ctx,
    state: &Inquiry,
    events: &[Recorded],
    reveal: bool,
) -> Sheet {
    let rules = cx.desk.rules_of(state);
    let mut lines = about(cx, &rules, state, reveal);
    lines.extend(facts::lines(cx, state).into_iter().map(|(line, _)| line));
    if !state.clocks.is_empty() {
        lines.push(String::new());
        lines.extend(
            state
                .clocks
                .iter()
                .map(|clock| clock_line(cx, &rules, clock)),
        );
    }
    lines.push(String::new());
    let name = state.visitor.get().map(|one| one.name.as_str());
    for event in events {
        let Fact::Inquiry(fact) = &event.fact else {
            continue;
        };
        if let Some(words) = timeline::line(cx.lang, &event.header.actor, fact, cx.names) {
            let time = cx.local(event.at).format("%Y-%m-%d %H:%M");
            let words = revealed::words(reveal, &words, name);
            lines.push(format!("{time} {words}"));
        }
    }
    Sheet {
        title: state.number.to_string(),
        text: lines.join("\n"),
        file: format!("{}.txt", state.number),
    }
}

fn about(cx: &Ctx, rules: &Rulebook, state: &Inquiry, reveal: bool) -> Vec<String> {
    let visitor = state.visitor.get();
    let visitor_name = visitor.map(|v| v.name.as_str());
    let name = visitor_name.unwrap_or(cx.say(privacy::GONE));
    let phone = visitor.map_or("", |v| v.phone.as_str());
    let (name, phone) = if reveal {
        (name.to_owned(), phone.to_owned())
    } else {
        (mask::mask_name(name), mask::mask_phone(phone))
    };
    let kind = rules.kind(&state.kind_of_request);
    let unnamed = visitor.is_some_and(|visitor| visitor.name.is_empty());
    let nobody = unnamed || kind.is_some_and(|kind| !kind.visitor);
    let visitor = if nobody {
        cx.say(say::NO_VISITOR).to_owned()
    } else {
        format!("{name} {phone}")
    };
    let kind = kind.map_or("", |kind| {
        cx.t(kind.name.zh.as_str(), kind.name.en.as_str())
    });
    let matter = state.matter.as_ref();
    let matter = matter.map_or("", |one| cx.t(one.name.as_str(), one.name_en.as_str()));
    let doubt = revealed::words(reveal, state.words.text(), visitor_name);
    let (first, holder) = (cx.name(&state.first), cx.name(state.holder()));
    [
        (say::VISITOR, visitor.as_str()),
        (say::KIND, kind),
        (say::MATTER, matter),
        (say::DOUBT, doubt.as_str()),
        (say::STAGE, words::stage(cx.lang, state.stage)),
        (say::FIRST_ASKED, &first),
        (say::HELD_BY, &holder),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(label, value)| format!("{} {value}", cx.say(label)))
    .collect()
}

/// `D9-T1 首问答复  3 个工作日  到期 04-09 17:30  在走`.
fn clock_line(cx: &Ctx, rules: &Rulebook, clock: &ClockRun) -> String {
    let run = &clock.run;
    let name = rules.clock(&run.clock).map_or("", |rule| {
        cx.t(rule.name.zh.as_str(), rule.name.en.as_str())
    });
    let limit = clauses::limit(cx.lang, run.limit);
    let standing = explain::standing(cx, clock);
    let due = if clock.stands_still() {
        cx.say(say::STANDS_STILL).to_owned()
    } else {
        cx.local(run.due).format("%Y-%m-%d %H:%M").to_string()
    };
    let marks = facts::marks(cx, clock);
    let due = format!("{} {due}{marks}", cx.say(say::DUE));
    format!("{} {name}  {limit}  {due}  {standing}", run.clock)
}
