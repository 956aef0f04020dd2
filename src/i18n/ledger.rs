//! What the ledger says.

use super::{Both, Lang, words};
use crate::store::{Count, Standing};

/// Before what is typed to find something.
pub const FIND: Both = Both::new("找 ", "Find ");
/// Nothing narrows it down.
pub const EVERYTHING: Both = Both::new("全部", "All");
/// Nothing was registered yet.
pub const EMPTY: Both = Both::new("还没有登记过。", "Nothing is registered yet.");
/// Nothing fits.
pub const NOT_FOUND: Both = Both::new(
    "没有符合的件。x 去掉一个条件，Esc 全部去掉。",
    "Nothing fits. x drops a condition, Esc drops all.",
);
/// The form that adds a condition.
pub const CONDITION: Both = Both::new("加一个条件", "Add a condition");
/// Its field.
pub const BY_WHAT: Both = Both::new("按什么", "By what");
/// What may be typed there.
pub const CONDITION_ADVICE: Both = Both::new(
    "姓名、部门、渠道、环节、事项、条款、月份：打汉字、拼音或首字母。",
    "Person, department, channel, state, matter, clause or month: type a part of it.",
);
/// The form of the days.
pub const DAYS: Both = Both::new("登记日期", "Days of registration");
/// The first day.
pub const FROM: Both = Both::new("从", "From");
/// The last day.
pub const UNTIL: Both = Both::new("到", "Until");
/// How days are typed.
pub const DAYS_ADVICE: Both = Both::new(
    "写成 2026-04-07 或 0407，空着就不限。",
    "As 2026-04-07 or 0407; empty for no limit.",
);
/// A day that is none.
pub const NOT_A_DAY: Both = Both::new(
    "日期看不懂：写成 2026-04-07 或 0407。",
    "Not a day: write 2026-04-07 or 0407.",
);
/// The last day is before the first.
pub const WRONG_WAY_ROUND: Both = Both::new(
    "到的日期在从的日期之前。",
    "The last day is before the first.",
);
/// The form that keeps the conditions.
pub const KEEP: Both = Both::new("留下这组条件", "Keep these conditions");
/// Under which name.
pub const UNDER_NAME: Both = Both::new("名称", "Name");
/// They were kept.
pub const KEPT: Both = Both::new("已留下，v 随时取用。", "Kept: v takes it up at any time.");
/// There are no conditions to keep or to drop.
pub const NO_CONDITIONS: Both = Both::new("没有条件。", "There are no conditions.");
/// The form that takes kept conditions up again.
pub const TAKE_UP: Both = Both::new("取用留下的条件", "Take up kept conditions");
/// Which of them.
pub const WHICH: Both = Both::new("哪一组", "Which");
/// None were kept.
pub const NONE_KEPT: Both = Both::new(
    "还没有留下过条件：先加条件，再按 s。",
    "Nothing is kept yet: add conditions, then press s.",
);
/// Before what was kept, to forget it.
pub const FORGET: Both = Both::new("忘掉 ", "Forget ");
/// Acting on an open one belongs to the queue.
pub const STILL_OPEN: Both = Both::new(
    "还没有办结：按 o 到待办里办。",
    "It is not closed: press o to act on it in the queue.",
);
/// Going to the queue with what is closed.
pub const IS_CLOSED: Both = Both::new(
    "已经办结，不在待办里。",
    "It is closed: the queue no longer has it.",
);

/// The ledger shows the rows behind a figure.
pub const FIGURES_AGAIN: Both = Both::new(
    "这个数字数到的件；F 回到数字。",
    "The rows that the figure counts; F goes back to the figures.",
);

/// What a condition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who was first asked.
    First,
    /// Through whose hands it went.
    Hands,
    /// Through which department it went.
    Department,
    /// By which channel it came.
    Channel,
    /// How it stands.
    Standing,
    /// About what.
    Matter,
    /// What was breached.
    Rule,
    /// When it was entered.
    Days,
    /// The figure that counts it.
    Figure,
}

/// What a condition is about, in a word.
pub fn side(lang: Lang, side: Side) -> &'static str {
    let (zh, en) = match side {
        Side::First => ("首问", "first asked"),
        Side::Hands => ("经手", "held by"),
        Side::Department => ("部门", "department"),
        Side::Channel => ("渠道", "channel"),
        Side::Standing => ("环节", "state"),
        Side::Matter => ("事项", "matter"),
        Side::Rule => ("超时", "breached"),
        Side::Days => ("登记", "entered"),
        Side::Figure => ("数字", "counted"),
    };
    lang.pick(zh, en)
}

/// How an inquiry stands, as one seeks by it.
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Unclosed => lang.pick("未办结", "not closed"),
        Standing::Breached => lang.pick("有超时违规", "late or broken"),
        Standing::At(stage) => words::stage(lang, stage),
    }
}

/// The ledger's columns.
pub const fn columns(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["编号", "来人", "事项", "首问", "在谁手里", "环节", "办结"],
        Lang::En => [
            "Number", "Name", "Matter", "First", "Held by", "State", "Closed",
        ],
    }
}

/// `第 12 / 1,000,000 件`.
pub fn place(lang: Lang, at: Option<u64>, count: Option<Count>) -> String {
    let of = match count {
        Some(Count::Exactly(count)) => grouped(count),
        Some(Count::AtLeast(count)) => format!("{}+", grouped(count)),
        None => String::new(),
    };
    match (at, of.as_str()) {
        (Some(at), "") => grouped(at),
        (Some(at), of) => lang.pick(
            format!("第 {} / {of} 件", grouped(at)),
            format!("{} of {of}", grouped(at)),
        ),
        (None, "") => String::new(),
        (None, of) => lang.pick(format!("共 {of} 件"), format!("{of} in all")),
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A condition under a name was kept already and is replaced.
pub fn replaced(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("「{name}」已换成这组条件。"),
        format!("{name} now stands for these conditions."),
    )
}

#[cfg(test)]
mod tests {
    use super::{Count, Lang, place};

    #[test]
    fn thousands_stand_apart() {
        let of = |at, count| place(Lang::En, at, count);
        assert_eq!(
            of(Some(1), Some(Count::Exactly(1_000_000))),
            "1 of 1,000,000"
        );
        assert_eq!(
            of(Some(999), Some(Count::AtLeast(10_000))),
            "999 of 10,000+"
        );
        assert_eq!(of(None, Some(Count::Exactly(12))), "12 in all");
    }
}
