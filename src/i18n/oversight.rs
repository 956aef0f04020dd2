//! What those who oversee read: numbers that were checked, samples, bulletins.

use chrono::FixedOffset;

use super::refusal::Speaker;
use super::{Both, Lang};
use crate::domain::command::Command;
use crate::domain::oversight::{Contact, Line, Standing, Whose};
use crate::domain::refusal::Overseeing;
use crate::domain::time::Moment;

/// The bulletin's name.
pub const BULLETIN: Both = Both::new("首问责任制通报", "First-inquiry responsibility: bulletin");
/// All departments together, before their figures.
pub const THE_HOUSE: Both = Both::new("全单位 ", "The house ");
/// No figure that is not nought.
pub const NOTHING: Both = Both::new("无", "nothing");
/// The form of a bulletin.
pub const ISSUE_BULLETIN: Both = Both::new("发通报", "Issue the bulletin");
/// What a bulletin is.
pub const BULLETIN_RULE: Both = Both::new(
    "按记录汇总一段时间内各部门的情况，发出后数字留痕，可以再印。",
    "What the record says of each department in a period; its figures stay as issued.",
);
/// The form that draws a sample.
pub const DRAW_SAMPLE: Both = Both::new("抽查已办结的件", "Sample what was closed");
/// What a sample is.
pub const SAMPLE_RULE: Both = Both::new(
    "按比例抽取，随机种子留痕，任何人都能重算。只回访，不改件。",
    "Drawn by a seed on record that anyone can draw again. Asking changes nothing.",
);
/// The form that asks a sampled visitor.
pub const ASK_SAMPLED: Both = Both::new("抽查回访", "Ask a sampled visitor");
/// The first day of a period.
pub const FROM: Both = Both::new("自(年-月-日)", "From (Y-M-D)");
/// The last day of a period.
pub const TO: Both = Both::new("至(年-月-日)", "To (Y-M-D)");
/// How many of a hundred.
pub const PERCENT: Both = Both::new("比例(%)", "Percent");
/// A word to the house.
pub const A_WORD: Both = Both::new("附言", "A word");
/// Which of the sampled inquiries.
pub const WHICH: Both = Both::new("抽中的件", "Sampled inquiry");
/// Whether it was settled.
pub const SETTLED: Both = Both::new("解决了吗", "Settled");
/// What was found.
pub const FOUND: Both = Both::new("回访所得", "What was found");
/// It was settled.
pub const IS_SETTLED: Both = Both::new("已解决", "settled");
/// It was not settled.
pub const NOT_SETTLED: Both = Both::new("没有解决", "not settled");
/// Nobody was reached.
pub const NOBODY: Both = Both::new("未联系上", "nobody reached");
/// The list of numbers, and the form that checks one.
pub const CHECK_CONTACT: Both = Both::new("核对联系电话", "Check a number");
/// Whose number.
pub const WHOSE: Both = Both::new("谁的电话", "Whose number");
/// A department's number, where it is nobody's own.
pub const DEPARTMENT_PHONE: Both = Both::new("部门电话(新增才填)", "Department's number (if new)");
/// What came of trying it.
pub const RESULT: Both = Both::new("结果", "Result");
/// The number is right.
pub const IS_RIGHT: Both = Both::new("打得通，正确", "right");
/// The number is wrong.
pub const IS_WRONG: Both = Both::new("号码有误", "wrong");
/// Only quality control draws and asks samples.
pub const QUALITY_ONLY: Both = Both::new("抽查由质检办理。", "Quality control samples.");
/// Only quality control and supervisors issue bulletins.
pub const ISSUERS_ONLY: Both = Both::new(
    "通报由质检或带班领导发。",
    "Quality control or a supervisor issues the bulletin.",
);

/// No bulletin was named.
pub const WHICH_BULLETIN: Both = Both::new(
    "写明通报编号，或 --from 和 --to。",
    "Name a bulletin, or give --from and --to.",
);

/// No such sample or bulletin.
pub fn no_such(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("没有 {number}，请核对编号。"),
        format!("There is no {number}: check its number."),
    )
}

/// Both days of a period that ends before `to`.
pub fn days(from: Moment, to: Moment, offset: FixedOffset) -> String {
    let day = |at: Moment| at.local(offset).format("%Y-%m-%d").to_string();
    format!("{} / {}", day(from), day(Moment(to.0 - 1)))
}

/// Whose number it is, as people call it.
pub fn whose(whose: &Whose, speaker: &dyn Speaker) -> String {
    match whose {
        Whose::Department(name) => name.clone(),
        Whose::Staff(staff) => speaker.name(staff),
    }
}

/// How far a number can be relied on.
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    let (zh, en) = match standing {
        Standing::Right => ("已核对", "checked"),
        Standing::Stale => ("久未核对", "check again"),
        Standing::Wrong => ("号码有误", "WRONG"),
        Standing::Unchecked => ("未核对", "never checked"),
    };
    lang.pick(zh, en)
}

/// When a number was last checked, by whom, and whether it can be given out.
pub fn checked(lang: Lang, contact: &Contact, now: Moment, speaker: &dyn Speaker) -> String {
    let how = standing(lang, contact.standing(now));
    match &contact.checked {
        None => how.to_owned(),
        Some((at, by)) => {
            let day = at.local(speaker.offset()).format("%Y-%m-%d");
            let by = speaker.name(by);
            lang.pick(format!("{how} {day} {by}"), format!("{how} {day} by {by}"))
        }
    }
}

/// The note under the list of numbers.
pub fn check_term(lang: Lang, holds_days: u32) -> String {
    lang.pick(
        format!("超过 {holds_days} 天未核对的标“久未核对”(内控)。"),
        format!("Unchecked for {holds_days} days: marked \"check again\" (our own rule)."),
    )
}

/// Columns of the list of numbers.
pub fn contact_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["工号或部门", "名称", "电话", "最后核对"],
        ["number or department", "name", "phone", "last checked"],
    )
}

/// Columns of the list of samples.
pub fn sample_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["编号", "期间", "比例", "抽中/办结", "已回访", "种子"],
        [
            "number",
            "period",
            "percent",
            "drawn/closed",
            "asked",
            "seed",
        ],
    )
}

/// Columns of the list of bulletins.
pub fn bulletin_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["编号", "期间", "签发", "签发人"],
        ["number", "period", "issued", "by"],
    )
}

/// What was drawn again, and whether it is the same.
pub fn verified(lang: Lang, sample: &str, same: bool) -> String {
    match (lang, same) {
        (Lang::Zh, true) => format!("{sample}：重算一致"),
        (Lang::Zh, false) => format!("{sample}：重算不一致！"),
        (Lang::En, true) => format!("{sample}: drawn again, the same"),
        (Lang::En, false) => format!("{sample}: drawn again, NOT the same"),
    }
}

/// The figures of a department, each with its name; those that are nought are left out.
pub fn figures(lang: Lang, line: &Line) -> Vec<String> {
    let all = [
        (line.registered, "登记", "registered"),
        (line.escalated, "矛盾升级", "escalated"),
        (line.breaches, "超时违规", "late or broken"),
        (line.own_fault, "其中自身责任", "of these our own fault"),
        (line.returned, "退回", "sent back"),
        (line.ping_pong, "其中来回推转", "of these to and fro"),
        (line.urged, "被催办", "urged"),
        (line.ordered, "被督办", "orders"),
        (line.second_notices, "二次告知", "told twice"),
        (line.bad_ratings, "差评", "bad ratings"),
    ];
    let told = all.into_iter().filter(|(count, _, _)| *count > 0);
    told.map(|(count, zh, en)| lang.pick(format!("{zh} {count}"), format!("{en} {count}")))
        .collect()
}

/// Why nothing could be sampled, checked or issued.
pub fn refused(lang: Lang, why: &Overseeing) -> String {
    let (zh, en) = match why {
        Overseeing::NoDay(_, given) => (
            format!("日期“{given}”看不懂，请写成 2026-03-01。"),
            format!("“{given}” is no day: write 2026-03-01."),
        ),
        Overseeing::PeriodTurned => (
            "期间的末日早于首日，请核对。".to_owned(),
            "The period ends before it begins: check both days.".to_owned(),
        ),
        Overseeing::Percent(percent) => (
            format!("比例 {percent} 不对，请写 1 到 100。"),
            format!("{percent} is no part of a hundred: 1 to 100."),
        ),
        Overseeing::NothingClosed => (
            "这一期间没有办结的件，无从抽查。".to_owned(),
            "Nothing was closed in this period: choose another.".to_owned(),
        ),
        Overseeing::NoSample(sample) => (
            format!("没有抽查 {sample}，请核对编号。"),
            format!("No sample {sample}: check its number."),
        ),
        Overseeing::NoNote(note) => (
            format!("没有 {note} 这一笔，或已经办了；交接(F4)里看现在的。"),
            format!("{note} does not stand, or is done: see the handover (F4)."),
        ),
        Overseeing::NotSampled(number) => (
            format!("{number} 不在抽查之列，请选抽中的件。"),
            format!("{number} was not drawn: choose one that was."),
        ),
        Overseeing::NoNumber => (
            "没有电话可核对：人员的请先登记电话，部门的请填号码。".to_owned(),
            "There is no number to check: put it on the roster, or give the department's."
                .to_owned(),
        ),
    };
    lang.pick(zh, en)
}

/// What was done.
pub fn done(command: &Command, subject: &str) -> (String, String) {
    if let Command::CheckContact(c) = command {
        return if c.wrong {
            (
                format!("已记下 {subject} 的号码有误，不要再告知来人"),
                format!("Noted: the number of {subject} is wrong, give it to nobody"),
            )
        } else {
            (
                format!("已记下 {subject} 的号码核对无误"),
                format!("Noted: the number of {subject} is right"),
            )
        };
    }
    if let Command::DrawSample(_) = command {
        return (
            format!("已抽 {subject}。按 % 逐件回访"),
            format!("Drew {subject}. Press % to ask them one by one"),
        );
    }
    if let Command::Export(_) = command {
        return (
            format!("已记下导出 {subject} 件"),
            format!("Noted the export of {subject} inquiries"),
        );
    }
    if let Command::AskSampled(_) = command {
        return (
            format!("已记下 {subject} 的抽查回访"),
            format!("Noted what the visitor of {subject} said"),
        );
    }
    (format!("已发 {subject}"), format!("Issued {subject}"))
}
