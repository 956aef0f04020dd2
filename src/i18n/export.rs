//! What stands in exports.

use std::path::Path;

use super::{Both, Lang, figures, words};
use crate::domain::inquiry::Stage;
use crate::store::{Field, Figure, Part};

/// The sheet of the figures.
pub const FIGURES: Both = Both::new("数字", "Figures");
/// A condition that holds.
pub const YES: Both = Both::new("是", "yes");
/// What is destroyed.
pub const DESTROYED: Both = Both::new("（已销毁）", "(destroyed)");
/// The month that is none.
pub const BAD_MONTH: Both = Both::new("月份写成 2026-04", "write the month as 2026-04");
/// Neither a workbook nor a table was named.
pub const WHERE_TO: Both = Both::new(
    "写明 --xlsx 文件 或 --csv 文件",
    "name --xlsx FILE or --csv FILE",
);
/// It was called off under way.
pub const CANCELLED: Both = Both::new(
    "导出已取消，没有留下文件。",
    "The export was called off; no file was left.",
);
/// The file is the register.
pub const IS_THE_REGISTER: Both = Both::new(
    "这是登记簿自己的文件，请换一个文件名。",
    "That file is the register itself: name another one.",
);

/// The name of a sheet.
pub fn sheet(lang: Lang, part: Part) -> &'static str {
    let (zh, en) = match part {
        Part::Ledger => ("台账", "Ledger"),
        Part::Legs => ("转办", "Legs"),
        Part::Clocks => ("时限", "Clocks"),
        Part::Notices => ("告知单", "Notices"),
        Part::Handovers => ("交接班", "Handovers"),
    };
    lang.pick(zh, en)
}

/// The head of a column.
pub fn head(lang: Lang, field: Field) -> &'static str {
    let (zh, en) = match field {
        Field::Inquiry => ("编号", "Number"),
        Field::ReceivedAt => ("收到时间", "Received"),
        Field::EnteredAt => ("登记时间", "Entered"),
        Field::BackEntry => ("补录", "Back-entry"),
        Field::Channel => ("方式", "Channel"),
        Field::Name => ("来人", "Visitor"),
        Field::Phone => ("电话", "Phone"),
        Field::Unit => ("单位", "Unit"),
        Field::Matter | Field::MatterId => ("事项", "Matter"),
        Field::Words => ("疑问", "Doubt"),
        Field::Urgency => ("紧要", "Urgency"),
        Field::Green => ("绿色通道", "Green channel"),
        Field::First => ("首问责任人", "First responder"),
        Field::Department => ("部门", "Department"),
        Field::Holder => ("在谁手里", "Held by"),
        Field::Stage => ("环节", "State"),
        Field::Resolution => ("结果", "Outcome"),
        Field::ClosedAt => ("办结时间", "Closed"),
        Field::OnTheSpot => ("当场答复", "On the spot"),
        Field::RanOut => ("超期次数", "Times late"),
        Field::Returns => ("退回次数", "Times sent back"),
        Field::SecondNotices => ("二次告知", "Told twice"),
        Field::Escalated => ("升级次数", "Times escalated"),
        Field::Rating => ("评价", "Rating"),
        Field::Rulebook => ("制度", "Rulebook"),
        Field::Leg => ("转办次序", "Leg"),
        Field::Slip => ("转办单号", "Slip"),
        Field::Sender => ("转出人", "Sender"),
        Field::SentAt => ("转出时间", "Sent"),
        Field::SignedAt => ("签收时间", "Signed for"),
        Field::Ended => ("如何结束", "How it ended"),
        Field::EndedAt => ("结束时间", "Ended"),
        Field::Clock => ("时限", "Clock"),
        Field::CountedFrom => ("起算时间", "Counted from"),
        Field::Due => ("到期", "Due"),
        Field::Provisional => ("暂定", "Provisional"),
        Field::Extended => ("延期", "Extended by"),
        Field::Stopped => ("如何停止", "How it stopped"),
        Field::StoppedAt => ("停止时间", "Stopped"),
        Field::BreachedBy => ("超期在谁手里", "Ran out with"),
        Field::Notice => ("告知单号", "Notice"),
        Field::ToldAt => ("告知时间", "Told"),
        Field::Complete => ("已齐", "Complete"),
        Field::Second => ("二次告知", "Second time"),
        Field::Handover => ("交接单号", "Handover"),
        Field::Leaves => ("交班人", "Leaves"),
        Field::Comes => ("接班人", "Comes"),
        Field::OpenedAt => ("开始时间", "Begun"),
        Field::Items => ("件数", "Items"),
        Field::OpenItems => ("未接", "Not taken over"),
        Field::Signatures => ("签字", "Signatures"),
        Field::DoneAt => ("生效时间", "Took effect"),
        Field::CancelledAt => ("取消时间", "Called off"),
    };
    lang.pick(zh, en)
}

/// A word of the record: a stage, how something ended or how pressing it is; the word
/// itself where it is not one of ours.
pub fn word(lang: Lang, field: Field, word: &str) -> String {
    let known = match (field, word) {
        (Field::Urgency, "normal") => Some(("一般", "normal")),
        (Field::Urgency, "urgent") => Some(("急", "urgent")),
        (Field::Urgency, "emergency") => Some(("紧急", "emergency")),
        (Field::Resolution | Field::Ended, "answered") => Some(("已答复", "answered")),
        (Field::Resolution, "delivered") => Some(("已交付", "delivered")),
        (Field::Resolution, "guided") => Some(("已指引", "guided elsewhere")),
        (Field::Resolution, "declined") => Some(("已退件", "declined")),
        (Field::Resolution, "withdrawn") => Some(("误登撤销", "entered by mistake")),
        (Field::Ended, "returned") => Some(("退回", "sent back")),
        (Field::Ended, "handed_on") => Some(("转出", "handed on")),
        (Field::Ended, "closed") => Some(("办结", "closed")),
        (Field::Stopped, "met") => Some(("已办到", "met")),
        (Field::Stopped, "replaced") => Some(("被替代", "replaced")),
        (Field::Stage, stage) => {
            let stage = Stage::parse(stage);
            return stage
                .map_or(word, |stage| words::stage(lang, stage))
                .to_owned();
        }
        (_, _) => None,
    };
    known.map_or_else(|| word.to_owned(), |(zh, en)| lang.pick(zh, en).to_owned())
}

/// The columns of the figures that are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// A count.
    Count(Figure),
    /// A share, in percent.
    SpotShare,
    /// A share, in percent.
    TimeShare,
    /// The mean rating.
    Rating,
    /// Turns in the same hands that are over.
    Turns,
    /// Office time, in hours.
    Median,
    /// Office time, in hours.
    Ninetieth,
}

/// The heads of the figures' columns.
pub fn number(lang: Lang, number: Number) -> &'static str {
    let (zh, en) = match number {
        Number::Count(figure) => return figures::figure(lang, figure),
        Number::SpotShare => ("当场答复率%", "on the spot %"),
        Number::TimeShare => ("按时率%", "on time %"),
        Number::Rating => ("平均评价", "mean rating"),
        Number::Turns => ("在手段数", "turns in hand"),
        Number::Median => ("在手中位数（办公小时）", "median in hand, office hours"),
        Number::Ninetieth => ("在手九成内（办公小时）", "90% in hand within, office hours"),
    };
    lang.pick(zh, en)
}

/// What the first columns of the figures are.
pub fn groups(lang: Lang) -> [&'static str; 2] {
    lang.pick(["分法", "组"], ["Set apart", "Group"])
}

/// How far it is.
pub fn progress(lang: Lang, done: u64, of: u64) -> String {
    lang.pick(
        format!("正在导出 {done} / {of} 行"),
        format!("exporting {done} of {of} rows"),
    )
}

/// It goes on while one works.
pub fn begun(lang: Lang) -> String {
    lang.pick(
        "开始导出，可以接着办别的；Esc 取消。".to_owned(),
        "Exporting while you go on; Esc calls it off.".to_owned(),
    )
}

/// How far it is, and how to stop it.
pub fn under_way(lang: Lang, done: u64, of: u64) -> String {
    let progress = progress(lang, done, of);
    lang.pick(
        format!("{progress}，Esc 取消"),
        format!("{progress}; Esc calls it off"),
    )
}

/// The form that asks what goes out.
pub const TITLE: super::Both = super::Both::new("导出", "Export");
/// Which kind of file.
pub const WHICH: Both = Both::new("导出成", "As");
/// Why names are to stand in clear.
pub const IN_CLEAR: Both = Both::new("姓名电话不遮，用途", "Names in clear, for");
/// What may be left empty, and where the file goes.
pub const ADVICE: Both = Both::new(
    "用途空着，姓名电话就遮住；不遮限带班领导和质检。都写进记录。",
    "Left empty, names and phones are masked. In clear: supervisors and quality, on record.",
);

/// The kinds of file that one chooses from: its key, and its name.
pub fn kinds(lang: Lang) -> [(&'static str, &'static str); 4] {
    lang.pick(
        [
            (
                "xlsx",
                "工作簿 .xlsx（台账、转办、时限、告知单、交接班、数字）",
            ),
            ("csv", "台账 .csv（UTF-8）"),
            ("gb18030", "台账 .csv（GB18030）"),
            ("figures", "数字 .csv（UTF-8）"),
        ],
        [
            (
                "xlsx",
                "workbook .xlsx (ledger, legs, clocks, notices, handovers, figures)",
            ),
            ("csv", "ledger .csv (UTF-8)"),
            ("gb18030", "ledger .csv (GB18030)"),
            ("figures", "figures .csv (UTF-8)"),
        ],
    )
}

/// It is done.
pub fn done(lang: Lang, to: &Path, inquiries: u64, revealed: bool) -> String {
    let to = to.display();
    let (zh, en) = if revealed {
        ("姓名电话未遮", "names and phones in clear")
    } else {
        ("姓名电话已遮", "names and phones masked")
    };
    lang.pick(
        format!("已导出 {inquiries} 件到 {to}，{zh}；这次导出已记录。"),
        format!("Exported {inquiries} inquiries to {to}, {en}; the export is on record."),
    )
}

/// The file cannot be written.
pub fn unwritable(lang: Lang, to: &Path, why: &str) -> String {
    let to = to.display();
    lang.pick(
        format!("写不了 {to}：{why}。没有留下文件，请换个位置再试。"),
        format!("Cannot write {to}: {why}. No file was left; try another place."),
    )
}
