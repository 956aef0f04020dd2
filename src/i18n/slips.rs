//! Paper slips that are entered afterwards from a sheet: columns, words, sentences.

use super::columns::{Column, Words};
use super::{Both, Lang};
use crate::domain::command::Urgency;

/// The names of the sheet of slips.
pub const SLIPS: [&str; 4] = ["补录", "首问单", "slips", "sheet1"];
/// The name of the sheet that explains the others.
pub const HELP: [&str; 2] = ["填写说明", "help"];

const fn column(field: &'static str, zh: &'static str, also: &'static [&'static str]) -> Column {
    Column {
        field,
        zh,
        also,
        needed: false,
    }
}

/// The columns of a slip.
pub const COLUMNS: [Column; 23] = [
    Column {
        field: "received_at",
        zh: "收到时间",
        also: &["received", "time", "接待时间", "登记时间", "来访时间"],
        needed: true,
    },
    column("name", "来人", &["姓名", "来人姓名", "visitor"]),
    column("phone", "电话", &["联系电话", "telephone"]),
    column("unit", "单位", &["organisation", "company"]),
    column("address", "地址", &[]),
    column("id_number", "证件号码", &["身份证号", "证件号", "id"]),
    column("channel", "方式", &["来访方式"]),
    column("kind", "类别", &["诉求类别"]),
    column("matter", "事项", &["事项名称", "实施编码"]),
    column("words", "疑问", &["具体疑问", "内容", "反映内容", "doubt"]),
    column("urgency", "紧要", &["紧急程度"]),
    column("green", "绿色通道", &["green_channel"]),
    column("internal", "内部", &[]),
    column("route", "处理", &["处理方式"]),
    column("text", "答复", &["答复内容", "answer", "advice"]),
    column("department", "转给部门", &["承办部门", "to_department"]),
    column("staff", "转给", &["承办人", "转给人", "to"]),
    column("promised", "答应时间", &["promised_at"]),
    column(
        "first",
        "首问人",
        &["首问责任人", "登记人", "first_responder"],
    ),
    column("slip", "纸单号", &["单号", "slip_number", "paper"]),
    column("late_reason", "补录原因", &["reason"]),
    column("appointment_at", "预约时间", &["appointment"]),
    column("appointment_place", "预约地点", &["place"]),
];

/// How a slip goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Answered on the spot.
    Answered,
    /// Mine, later.
    Mine,
    /// Handed off.
    HandedOff,
    /// Outside the remit.
    Outside,
}

/// 处理.
pub const WAYS: Words<Way> = &[
    (
        Way::Answered,
        &["当场答复", "已答复", "answer_now", "answered"],
    ),
    (Way::Mine, &["本人限时", "本人办理", "mine_later", "mine"]),
    (Way::HandedOff, &["转办", "hand_off", "handed_off"]),
    (Way::Outside, &["非本单位", "指引", "outside"]),
];

/// 紧要.
pub const URGENCIES: Words<Urgency> = &[
    (Urgency::Normal, &["一般", "normal"]),
    (Urgency::Urgent, &["急", "urgent"]),
    (Urgency::Emergency, &["紧急", "特急", "emergency"]),
];

/// The reason, with the number of the paper slip.
pub fn with_slip(lang: Lang, reason: &str, slip: &str) -> String {
    match lang {
        Lang::Zh => format!("{reason}（纸单 {slip}）"),
        Lang::En => format!("{reason} (slip {slip})"),
    }
}

/// What each column takes, for the sheet that explains them.
pub fn explained(lang: Lang, field: &str) -> &'static str {
    let (zh, en) = match field {
        "received_at" => (
            "必填。日期加时间，如 2026-04-03 10:20",
            "needed: date and time, as 2026-04-03 10:20",
        ),
        "name" => ("来人姓名", "the visitor's name"),
        "phone" => ("只填数字；请设为文本", "digits; keep the cell text"),
        "id_number" => (
            "请设为文本，按数字存会变",
            "keep the cell text: a number loses its end",
        ),
        "channel" => (
            "下面「方式」之一；空着按第一种",
            "one of the channels below; the first when empty",
        ),
        "kind" => ("下面「类别」之一", "one of the kinds below"),
        "matter" => (
            "实施编码或事项全名；空着就写疑问",
            "code or whole name; else put it into words",
        ),
        "words" => (
            "来人的原话；没有事项时必填",
            "the visitor's words; needed without a matter",
        ),
        "urgency" => ("一般 急 紧急", "normal urgent emergency"),
        "green" | "internal" => ("是 否", "yes no"),
        "route" => (
            "当场答复 本人限时 转办 非本单位；空着仍在本人手里",
            "answer_now mine_later hand_off outside; empty stays with me",
        ),
        "text" => (
            "当场答复的内容，或指引去处",
            "what was answered, or where they were sent",
        ),
        "department" => ("转办时填", "for hand_off"),
        "staff" => ("工号或姓名；转办时填", "staff number or name, for hand_off"),
        "promised" => ("本人限时时填，日期加时间", "for mine_later: date and time"),
        "appointment_at" => (
            "约好上门等才填，日期加时间",
            "a home visit or the like: date and time",
        ),
        "appointment_place" => (
            "约在哪里；空着是本处",
            "where it is; empty is our own place",
        ),
        "first" => (
            "首问人工号或姓名；只能导入本人的",
            "who was first asked; only one's own slips",
        ),
        "slip" => ("纸质单据上的号", "the number on the paper"),
        "late_reason" => (
            "这一张单独的原因；空着用整张表的",
            "a reason of this slip's own",
        ),
        _ => ("可不填", "may stay empty"),
    };
    lang.pick(zh, en)
}

/// Heads of the sheet that explains: column, what to put there.
pub fn explaining(lang: Lang) -> [&'static str; 2] {
    lang.pick(["列", "怎么填"], ["column", "what to put there"])
}

/// How many slips went onto the record, and how many stood there already.
pub fn entered(lang: Lang, entered: usize, again: usize) -> String {
    match (lang, again) {
        (Lang::Zh, 0) => format!("已补录 {entered} 张，都标「补录」。"),
        (Lang::En, 0) => format!("Slips entered: {entered}, each marked as back-entry."),
        (Lang::Zh, again) => {
            format!("已补录 {entered} 张；另有 {again} 张以前录过，没有重复登记。")
        }
        (Lang::En, again) => {
            format!(
                "Slips entered: {entered}; {again} were on the record already, and not entered again."
            )
        }
    }
}

/// How many slips would go onto the record.
pub fn previewed(lang: Lang, entered: usize, again: usize) -> String {
    match lang {
        Lang::Zh => format!("预览：可补录 {entered} 张，以前录过 {again} 张。还没有登记。"),
        Lang::En => format!(
            "Preview: slips to enter: {entered}, on the record already: {again}. Nothing was entered yet."
        ),
    }
}

/// Heads of the list of slips.
pub fn columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["行", "编号", "收到时间", "来人", "事项或疑问", ""],
        [
            "row",
            "number",
            "received",
            "visitor",
            "matter or doubt",
            "",
        ],
    )
}

/// Beside a slip that was entered before.
pub fn again(lang: Lang) -> &'static str {
    lang.pick("录过", "entered before")
}

/// The box's title.
pub const TITLE: Both = Both::new("补录一张表的纸质单据", "Enter a sheet of paper slips");
/// Before the file's name.
pub const FILE: Both = Both::new("文件", "File");
/// Before the reason.
pub const REASON: Both = Both::new("补录原因", "Why late");
/// What is read, and from where.
pub const HINT: Both = Both::new(
    "写 .xlsx 或 .csv 的路径，文件要在运行本程序的机器上。真实的收到时间保留，每件都标「补录」；要么全部登记，要么一件也不登记，录过的不会重复。空白表：shouwen slips template 文件.xlsx",
    "The path of an .xlsx or .csv on the machine that runs this program. The true times are kept and each is marked as back-entry; all are entered or none, and none twice. A blank sheet: shouwen slips template FILE.xlsx",
);
/// Keys while file and reason are typed.
pub const KEYS_ASKING: Both = Both::new(
    "Enter下一项 Tab往后 Esc收起",
    "Enter next  Tab forward  Esc leave",
);
/// Keys when the sheet fits.
pub const KEYS_READY: Both = Both::new(
    "y全部补录 n不 j下 k上 Esc返回",
    "y enter all  n no  j down  k up  Esc back",
);
/// Keys when visitors came twice.
pub const KEYS_TWICE: Both = Both::new(
    "d重复也要录 j下 k上 Esc返回",
    "d enter those too  j down  k up  Esc back",
);
/// Keys when the sheet does not fit.
pub const KEYS_WRONG: Both = Both::new("j下 k上 Esc返回", "j down  k up  Esc back");
