//! Personal data: looked at with a reason, destroyed when its time is over; and keys.

use super::refusal::Speaker;
use super::{Both, Lang};
use crate::domain::command::Command;
use crate::domain::refusal::Keeping;

/// The form that asks what it is needed for.
pub const REVEAL: Both = Both::new("显示姓名电话", "Show name and telephone");
/// What it is needed for.
pub const WHAT_FOR: Both = Both::new("为什么要看", "What for");
/// In one's own words.
pub const OWN_WORDS: Both = Both::new("说明", "In your words");
/// What becomes of the reason.
pub const IS_RECORDED: Both = Both::new(
    "谁、何时、为什么看，都记录在案，质检可查。",
    "Who looked, when and why goes on record, for quality control to read.",
);
/// The reasons that are mostly meant, with the short names by which scripts know them.
pub const REASONS: [(&str, Both); 5] = [
    ("contact", Both::new("联系来人", "To reach the visitor")),
    ("identity", Both::new("当面核对身份", "To check who it is")),
    ("handle", Both::new("办理本件", "To handle the inquiry")),
    ("follow", Both::new("回访、核查", "To follow up or check")),
    (
        OTHER,
        Both::new("其他(请说明)", "Something else (say what)"),
    ),
];
/// The reason that is told in one's own words alone.
pub const OTHER: &str = "other";
/// A visitor of whom nothing is kept any more.
pub const GONE: Both = Both::new("(已按期销毁)", "(destroyed in time)");

/// The form for destruction.
pub const DESTROY: Both = Both::new("到期销毁", "Destroy what is due");
/// Which list.
pub const WHICH_LIST: Both = Both::new("销毁清单", "List");
/// How many at most.
pub const AT_MOST: Both = Both::new("最多几件", "At most");
/// What signing does.
pub const SIGNING_DESTROYS: Both = Both::new(
    "签字后，清单上各件的姓名、电话、证件、原话和说明全部销毁，无法恢复；经过和时限仍在。",
    "Signing destroys names, telephones, papers and words of all on the list, for good; what happened and when stays.",
);
/// Nothing waits for a signature.
pub const NO_LIST_WAITS: Both = Both::new(
    "没有待签的销毁清单，由管理员先列。",
    "No list waits for a signature: an admin draws one up first.",
);
/// Who has to do with destruction.
pub const WHO_DESTROYS: Both = Both::new(
    "销毁清单由管理员列、带班领导签。",
    "An admin draws the list up, a supervisor signs it.",
);
/// Who reads the list of those who looked.
pub const QUALITY_READS: Both = Both::new("查看记录由质检查阅。", "Quality control reads this.");
/// The list of those who looked, and of what went out.
pub const VIEWS: Both = Both::new("谁看过、导出过", "Who looked, and what went out");
/// Nobody looked yet.
pub const NOBODY_LOOKED: Both = Both::new("还没有人看过。", "Nobody has looked yet.");

/// Headings of the list of those who looked.
pub fn view_columns(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["时间", "谁", "做什么", "件", "为什么"],
        ["when", "who", "did", "inquiry", "what for"],
    )
}

/// What was done with personal data, by the kind of fact.
pub fn deed(lang: Lang, kind: &str) -> &'static str {
    match kind {
        "revealed" => lang.pick("查看", "looked"),
        "destruction_listed" => lang.pick("列销毁清单", "listed"),
        "destroyed" => lang.pick("销毁", "destroyed"),
        _ => lang.pick("导出", "took out"),
    }
}

/// How much went out, and whether in clear.
pub fn went_out(lang: Lang, inquiries: u64, clear: bool) -> String {
    match (lang, clear) {
        (Lang::Zh, true) => format!("{inquiries} 件(未遮)"),
        (Lang::Zh, false) => format!("{inquiries} 件(已遮)"),
        (Lang::En, true) => format!("{inquiries} in clear"),
        (Lang::En, false) => format!("{inquiries} masked"),
    }
}

/// Headings of a person's keys.
pub fn key_columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(["工号", "种类", "名称"], ["staff", "kind", "name"])
}

/// How long personal data is kept, and how much of it is due.
pub fn due(lang: Lang, months: u32, count: usize) -> String {
    lang.pick(
        format!("办结满 {months} 个月的可以销毁，现有 {count} 件。"),
        format!("What was closed {months} months ago may go: {count} by now."),
    )
}

/// What a list holds.
pub fn list_detail(lang: Lang, count: usize, by: &str) -> String {
    lang.pick(
        format!("{count} 件，{by} 列"),
        format!("{count} inquiries, by {by}"),
    )
}

/// What came of an act.
pub fn done(command: &Command, subject: &str) -> (String, String) {
    if let Command::Reveal(_) = command {
        return (
            format!("已显示 {subject}，查看已记录；再按 z 遮住"),
            format!("{subject} is shown, and that is on record; z masks it again"),
        );
    }
    if let Command::ListDestruction(_) = command {
        return (
            format!("已列 {subject}，待带班领导签"),
            format!("Drew up {subject}: a supervisor signs it"),
        );
    }
    if let Command::SignDestruction(_) = command {
        return (
            format!("{subject} 已销毁"),
            format!("What stood on {subject} is destroyed"),
        );
    }
    if let Command::AddKey(_) = command {
        return (
            format!("{subject} 的密钥已登记"),
            format!("The key of {subject} is let in"),
        );
    }
    (
        format!("{subject} 的密钥已停用"),
        format!("The key of {subject} is let in no more"),
    )
}

/// Why it was not done, and what to do now.
pub fn refused(lang: Lang, why: &Keeping, speaker: &dyn Speaker) -> String {
    let (zh, en) = match why {
        Keeping::NothingDue(months) => (
            format!("没有到期的：办结满 {months} 个月才可销毁。"),
            format!("Nothing is due: it has to be closed for {months} months first."),
        ),
        Keeping::NoList(list) => (
            format!("没有销毁清单「{list}」，请核对编号。"),
            format!("There is no list “{list}”: check its number."),
        ),
        Keeping::DestroyedAlready(list) => (
            format!("{list} 已经销毁过了。"),
            format!("What stood on {list} is destroyed already."),
        ),
        Keeping::OwnList => (
            "自己列的清单不能自己签，请另一位带班领导签。".to_owned(),
            "Whoever drew a list up does not sign it: ask another supervisor.".to_owned(),
        ),
        Keeping::NoKey => (
            "这不是公钥。请粘贴 .pub 文件里的那一行(ssh-ed25519 AAAA…)。".to_owned(),
            "This is no public key: paste the one line of its .pub file (ssh-ed25519 AAAA…)."
                .to_owned(),
        ),
        Keeping::KeyTaken(staff) => (
            format!(
                "这把密钥已登记在 {} 名下，每人须用自己的。",
                speaker.name(staff)
            ),
            format!(
                "{} comes in with this key already: everybody needs their own.",
                speaker.name(staff)
            ),
        ),
        Keeping::UnknownKey => (
            "没有这把密钥。用 shouwen staff keys 查看已登记的。".to_owned(),
            "There is no such key: shouwen staff keys lists those that are let in.".to_owned(),
        ),
    };
    lang.pick(zh, en)
}
