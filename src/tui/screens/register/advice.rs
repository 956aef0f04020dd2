//! What the rulebook says to do: urgency, the next step, and what to mind.

use crate::domain::command::Urgency;
use crate::domain::rulebook::Guidance;
use crate::i18n::{clauses, register as words, words as names};
use crate::tui::screen::Ctx;

use super::Register;

/// What the rulebook calls a level of urgency, or what we do.
pub fn urgency<'a>(cx: &Ctx<'a>, level: Urgency) -> &'a str {
    let mut rules = cx.desk.rules().urgencies.iter();
    match rules.find(|rule| rule.level == level) {
        Some(rule) => cx.t(rule.name.zh.as_str(), rule.name.en.as_str()),
        None => names::urgency(cx.lang, level),
    }
}

/// What the chosen urgency asks for, where the rulebook says so.
pub fn urgent<'a>(screen: &Register, cx: &Ctx<'a>) -> Option<&'a str> {
    let level = screen.form.urgency;
    let mut rules = cx.desk.rules().urgencies.iter();
    let rule = rules.find(|rule| rule.level == level)?;
    // What is asked in every case says nothing of this one.
    (level != Urgency::Normal).then(|| cx.t(rule.next.zh.as_str(), rule.next.en.as_str()))
}

/// What the chosen route asks for next.
pub fn next<'a>(screen: &Register, cx: &Ctx<'a>) -> &'a str {
    match screen.form.route.and_then(|id| cx.desk.rules().route(id)) {
        Some(route) => cx.t(route.next.zh.as_str(), route.next.en.as_str()),
        None => words::word(cx.lang, words::NO_ROUTE),
    }
}

/// What to mind, and the article of each: first what is said of this route and
/// this channel, then what is said of every inquiry. What is said of others is not.
pub fn to_mind(screen: &Register, cx: &Ctx) -> Vec<(String, String)> {
    let form = &screen.form;
    let concerns = |item: &&Guidance| {
        let channels = &item.channels;
        let by_channel = channels.is_empty() || channels.iter().any(|id| id == form.channel.id());
        by_channel && (item.route.is_none() || item.route == form.route)
    };
    let mut items: Vec<&Guidance> = cx.desk.rules().guidance.iter().filter(concerns).collect();
    items.sort_by_key(|item| (item.route.is_none(), item.channels.is_empty()));
    let told = |item: &Guidance| {
        let text = cx.t(item.text.zh.as_str(), item.text.en.as_str());
        let article = clauses::reference(cx.lang, &item.clause);
        (format!("- {text}"), article)
    };
    items.into_iter().map(told).collect()
}
