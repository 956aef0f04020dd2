//! Pressing for an answer, and who is at the post: stories, results, refusals, forms.

mod forms;

pub use forms::*;

use super::Lang;
use super::refusal::{Speaker, short_time};
use crate::desk::Done;
use crate::domain::command::Command;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Event;
use crate::domain::inquiry::event::{LeaderAsked, RungReached, Supervised};
use crate::domain::refusal::Pressing;
use crate::domain::time::Moment;
use crate::store::{AwayRow, Fact};

/// One line of the story; nothing for a fact that is told elsewhere.
pub(super) fn line(lang: Lang, event: &Event, speaker: &dyn Speaker) -> Option<String> {
    let zh = lang == Lang::Zh;
    let name = |staff: &StaffNo| speaker.name(staff);
    let line = if let Event::Urged(fact) = event {
        let (by, to, said) = (name(&fact.by), name(&fact.to), said(lang, fact.text.text()));
        let count = fact.count;
        if zh {
            format!("{by} 催办 {to}(第 {count} 次){said}")
        } else {
            format!("{by} urged {to} (no. {count}){said}")
        }
    } else if let Event::Supervised(fact) = event {
        supervised(lang, fact, speaker)
    } else if let Event::Escalated(fact) = event {
        let (by, to) = (name(&fact.by), lang.pick(&fact.to.zh, &fact.to.en));
        let (mark, said) = (
            counted(lang, fact.counts, &fact.department, fact.internal),
            said(lang, fact.text.text()),
        );
        if zh {
            format!("{by} 上报 {to}{mark}{said}")
        } else {
            format!("{by} reported to: {to}{mark}{said}")
        }
    } else if let Event::RungReached(fact) = event {
        rung_reached(lang, fact)
    } else if let Event::Climbed(fact) = event {
        let (by, superior) = (name(&fact.by), name(&fact.superior));
        let (attempt, said) = (fact.attempt, said(lang, fact.text.text()));
        match (zh, fact.reached) {
            (true, true) => format!("{by} 逐级汇报第 {attempt} 次：{superior} 已接{said}"),
            (true, false) => format!("{by} 逐级汇报第 {attempt} 次：{superior} 联系不上{said}"),
            (false, true) => format!("{by} reached {superior} (try {attempt}){said}"),
            (false, false) => format!("{by} could not reach {superior} (try {attempt}){said}"),
        }
    } else if let Event::VisitorTold(fact) = event {
        let (by, text) = (name(&fact.by), fact.text.text());
        if zh {
            format!("{by} 告知来人：「{text}」")
        } else {
            format!("{by} told the visitor: “{text}”")
        }
    } else if let Event::LeaderAsked(fact) = event {
        leader_asked(lang, fact, speaker)
    } else {
        return None;
    };
    Some(line)
}

/// What someone said, where they said anything.
fn said(lang: Lang, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    lang.pick(format!("：「{text}」"), format!(": “{text}”"))
}

fn supervised(lang: Lang, fact: &Supervised, speaker: &dyn Speaker) -> String {
    let zh = lang == Lang::Zh;
    let (order, department) = (&fact.order, &fact.department);
    let to = speaker.name(&fact.to);
    let until = fact.until.map_or(String::new(), |at| {
        let at = short_time(at, speaker);
        lang.pick(format!("，{at} 前办妥"), format!(", by {at}"))
    });
    if let Some(by) = &fact.by {
        let (by, said) = (speaker.name(by), said(lang, fact.text.text()));
        return if zh {
            format!("{by} 督办 {order} -> {department} {to}{until}{said}")
        } else {
            format!("{by} ordered {order} -> {department} {to}{until}{said}")
        };
    }
    let leader = fact.leader.as_ref();
    let leader = leader.map_or(String::new(), |leader| {
        lang.pick(format!("{}、", leader.zh), format!("{}; ", leader.en))
    });
    if zh {
        format!("超时默认督办单 {order} -> {leader}{department} {to}：立即办理(不自动发证)")
    } else {
        format!(
            "Order {order} after deemed consent -> {leader}{department} {to}: act at once (no \
             licence is issued)"
        )
    }
}

/// Whether it counts as an escalation, against whom, and whether the rung is our own.
fn counted(lang: Lang, counts: bool, department: &str, internal: bool) -> String {
    let counts = match (counts, lang) {
        (true, Lang::Zh) => format!("(矛盾升级，计 {department})"),
        (true, Lang::En) => format!(" (an escalation, counted for {department})"),
        (false, _) => String::new(),
    };
    let internal = match (internal, lang) {
        (true, Lang::Zh) => "(内控规则)",
        (true, Lang::En) => " (internal rule)",
        (false, _) => "",
    };
    format!("{counts}{internal}")
}

fn rung_reached(lang: Lang, fact: &RungReached) -> String {
    let to = lang.pick(&fact.to.zh, &fact.to.en);
    let mark = counted(lang, fact.counts, &fact.department, fact.internal);
    let clock = &fact.clock;
    lang.pick(
        format!("{clock} 超时，报 {to}{mark}"),
        format!("{clock} ran out: told to {to}{mark}"),
    )
}

fn leader_asked(lang: Lang, fact: &LeaderAsked, speaker: &dyn Speaker) -> String {
    let (by, leader) = (speaker.name(&fact.by), speaker.name(&fact.leader));
    let purpose = fact.purpose.text();
    let mut line = lang.pick(
        format!("来人找 {leader}：「{purpose}」"),
        format!("The visitor asks for {leader}: “{purpose}”"),
    );
    let consent = match fact.consented {
        Some(true) => Some(("，本人同意", ", who agreed")),
        Some(false) => Some(("，本人未同意", ", who did not agree")),
        None => None,
    };
    let led = fact
        .led_to_reception
        .then_some(("，领到接待处转报", ", led to reception, which relays"));
    let number = fact
        .told_number
        .then_some(("，已告知电话", ", given the number"));
    for (zh, en) in [consent, led, number].into_iter().flatten() {
        line.push_str(lang.pick(zh, en));
    }
    let told = match fact.told.text() {
        "" => String::new(),
        told => lang.pick(format!("，答复来人「{told}」"), format!("; told: “{told}”")),
    };
    lang.pick(
        format!("{line}{told}({by} 记)"),
        format!("{line}{told} ({by})"),
    )
}

/// In whose place it was done: both names stand on every act.
pub(super) fn in_place_of(lang: Lang, line: &str, who: &str, of: &str) -> String {
    lang.pick(
        format!("{line}({who} 代 {of})"),
        format!("{line} ({who} in place of {of})"),
    )
}

/// What a command of these came to; nothing for another one.
pub(super) fn done(command: &Command, done: &Done) -> (String, String) {
    let number = &done.subject;
    if let Command::Urge(_) = command {
        let count = done
            .events
            .iter()
            .rev()
            .find_map(|event| match &event.fact {
                Fact::Inquiry(Event::Urged(fact)) => Some(fact.count),
                Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
            });
        let count = count.unwrap_or(1);
        return (
            format!("已催办 {number}，第 {count} 次"),
            format!("Urged {number}, no. {count}"),
        );
    }
    if let Command::Supervise(_) = command {
        let order = done
            .events
            .iter()
            .rev()
            .find_map(|event| match &event.fact {
                Fact::Inquiry(Event::Supervised(fact)) => Some(fact.order.clone()),
                Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
            });
        let order = order.unwrap_or_default();
        return (
            format!("已督办 {number}，{order}"),
            format!("Ordered {number}, {order}"),
        );
    }
    let (zh, en) = if let Command::Escalate(_) = command {
        ("已上报", "Reported")
    } else if let Command::Climb(c) = command {
        if c.reached {
            (
                "已记下领导的决定，请告知来人(T)",
                "Recorded what the leader decided: tell the visitor (T)",
            )
        } else {
            (
                "已记下，请找再上一级(K)",
                "Recorded: try the next one up (K)",
            )
        }
    } else if let Command::Tell(_) = command {
        ("已记下告知来人", "Recorded what the visitor was told")
    } else if let Command::LeaderAsked(_) = command {
        ("已记下来人找领导", "Recorded whom the visitor asked for")
    } else if let Command::Away(_) = command {
        (
            "已离岗，同事都看得到；到时自动返岗，按 B 可提前返岗",
            "Away: colleagues see it; it ends by itself, or with B",
        )
    } else {
        ("已返岗", "Back at the post")
    };
    (format!("{zh} {number}"), format!("{en} {number}"))
}

/// Why nobody can be pressed, reported to or away like this.
pub(super) fn refusal(lang: Lang, why: &Pressing, speaker: &dyn Speaker) -> String {
    let name = |staff: &StaffNo| speaker.name(staff);
    let time = |at: &Moment| short_time(*at, speaker);
    let (zh, en) = match why {
        Pressing::Oneself => (
            "这一件就在您自己手里，请直接办理。".to_owned(),
            "It is in your own hands: act on it.".to_owned(),
        ),
        Pressing::UnknownRung(rung) => (
            format!("本制度没有可以上报的「{rung}」这一级，请另选。"),
            format!("The rulebook has no rung “{rung}” to report to: choose another."),
        ),
        Pressing::NoConsent(leader) => (
            format!(
                "{} 没有同意，电话不能给来人；请先问领导，或领到接待处转报。",
                name(leader)
            ),
            format!(
                "{} has not agreed: give no number. Ask the leader first, or lead the visitor to \
                 reception.",
                name(leader)
            ),
        ),
        Pressing::Reached(superior) => (
            format!("{} 已经接到汇报，请按其决定办。", name(superior)),
            format!(
                "{} has answered already: do as they decided.",
                name(superior)
            ),
        ),
        Pressing::UntilPast(at) => (
            format!("{} 已经过去，请写将来的时间。", time(at)),
            format!("{} is already past: give a time to come.", time(at)),
        ),
        Pressing::AlreadyAway(until) => (
            format!("已经离岗，至 {}；先返岗再改。", time(until)),
            format!("Away already, until {}: be back first.", time(until)),
        ),
        Pressing::NotAway(staff) => (
            format!("{} 没有离岗，不用返岗。", name(staff)),
            format!("{} is not away.", name(staff)),
        ),
    };
    lang.pick(zh, en)
}

/// How often it was urged, before a matter.
pub fn urged_mark(lang: Lang, count: u32) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("[催{count}]"),
        (_, Lang::En) => format!("[urged {count}] "),
    }
}

/// In place of a holder: `代李明`.
pub fn stands_in(lang: Lang, name: &str) -> String {
    lang.pick(format!("代{name}"), format!("for {name}"))
}

/// Behind a name in a picker: away, and until when.
pub fn away_mark(lang: Lang, until: &str) -> String {
    lang.pick(format!("离岗至 {until}"), format!("away until {until}"))
}

/// Behind a substitute's name in a picker.
pub fn substitute_mark(lang: Lang, of: &str) -> String {
    lang.pick(format!("B角，代{of}"), format!("stands in for {of}"))
}

/// Someone is away: until when, why, and who stands in.
pub fn away_line(lang: Lang, row: &AwayRow, speaker: &dyn Speaker) -> String {
    let (who, until) = (speaker.name(&row.staff), short_time(row.until, speaker));
    let why = match row.reason.as_deref().unwrap_or_default() {
        "" => String::new(),
        why => lang.pick(format!("({why})"), format!(" ({why})")),
    };
    let instead = match (&row.substitute, lang) {
        (Some(one), Lang::Zh) => format!("，{} 代", speaker.name(one)),
        (Some(one), Lang::En) => format!("; {} stands in", speaker.name(one)),
        (None, Lang::Zh) => "，无B角，报领导决定".to_owned(),
        (None, Lang::En) => "; no substitute: a leader decides".to_owned(),
    };
    lang.pick(
        format!("{who} 离岗至 {until}{why}{instead}"),
        format!("{who} is away until {until}{why}{instead}"),
    )
}

/// Both the one who is away and their substitute are away: an alarm.
pub fn both_away(lang: Lang, rows: &[AwayRow], speaker: &dyn Speaker) -> String {
    let posts: Vec<String> = rows
        .iter()
        .map(|row| {
            let one = row.substitute.as_ref().map(|one| speaker.name(one));
            format!("{}/{}", speaker.name(&row.staff), one.unwrap_or_default())
        })
        .collect();
    let posts = posts.join(lang.pick("、", ", "));
    lang.pick(format!("AB都离岗 {posts}"), format!("both away: {posts}"))
}

/// Oneself is away until then.
pub fn i_am_away(lang: Lang, until: &str) -> String {
    lang.pick(
        format!("离岗至 {until}，B返岗"),
        format!("away until {until}, B ends it"),
    )
}
