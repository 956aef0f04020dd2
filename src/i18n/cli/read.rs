//! What is read from a register.

use chrono::NaiveDateTime;

use crate::domain::inquiry::event::Stop;
use crate::i18n::Lang;

/// Headings of the queue.
pub fn queue_columns(lang: Lang) -> [&'static str; 10] {
    lang.pick(
        [
            "编号", "转", "来人", "事项", "状态", "承办", "时限", "到期", "剩余", "",
        ],
        [
            "number", "leg", "visitor", "matter", "stage", "holder", "clock", "due", "left", "",
        ],
    )
}

/// Headings of what was found.
pub fn find_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["编号", "来人", "电话", "事项", "状态", "收到"],
        ["number", "visitor", "phone", "matter", "stage", "received"],
    )
}

/// Names of an inquiry's fields.
pub fn show_fields(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        [
            "编号",
            "状态",
            "来人",
            "事项",
            "疑问",
            "首问责任人",
            "现承办",
            "收到",
        ],
        [
            "number",
            "stage",
            "visitor",
            "matter",
            "doubt",
            "first responder",
            "held by",
            "received",
        ],
    )
}

/// Headings of clocks.
pub fn clock_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["时限", "名称", "长度", "到期", "剩余", "状态"],
        ["clock", "name", "limit", "due", "left", "state"],
    )
}

/// Nothing is open.
pub fn nothing_open(lang: Lang) -> String {
    lang.pick("没有待办。", "Nothing is open.").to_owned()
}

/// Nothing fits.
pub fn nothing_found(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!("没有找到「{text}」。可以用编号、姓名、电话尾号、拼音或首字母再试。"),
        Lang::En => format!(
            "Nothing fits “{text}”: try a number, a name, the tail of a telephone, pinyin or \
             initials."
        ),
    }
}

/// A matter that is none of the catalogue.
pub fn free_text(lang: Lang) -> &'static str {
    lang.pick("(未选事项)", "(no matter)")
}

/// Personal data that is gone.
pub fn destroyed(lang: Lang) -> &'static str {
    lang.pick("(已销毁)", "(destroyed)")
}

/// How a clock stands.
pub fn state(lang: Lang, state: &str) -> &'static str {
    match state {
        "overdue" => lang.pick("超时", "overdue"),
        "soon" => lang.pick("将到期", "soon"),
        "suspended" => lang.pick("停计", "suspended"),
        _ => "",
    }
}

/// When a clock that counts the day of receipt would end by the usual count.
pub fn from_next_day(lang: Lang, due: NaiveDateTime) -> String {
    let due = due.format("%Y-%m-%d %H:%M");
    match lang {
        Lang::Zh => format!("收件日计入；按次日起算的通常口径为 {due}，以上从严。"),
        Lang::En => {
            format!("The day of receipt counts; counted from the next day it would be {due}.")
        }
    }
}

/// A clock that stands still: where it would end if it ran on now.
pub fn stands_still(lang: Lang) -> &'static str {
    lang.pick(
        "停计中：以下按现在恢复计算。",
        "It stands still: below is its end if it ran on from now.",
    )
}

/// An extension that is only foreseen.
pub fn not_filed_yet(lang: Lang, more: u32) -> String {
    match lang {
        Lang::Zh => format!("预看：再延 {more}，尚未提出。"),
        Lang::En => format!("Foreseen: {more} more; nothing was filed."),
    }
}

/// What stopped a clock.
pub fn stopped(lang: Lang, how: Stop, at: &str) -> String {
    match (how, lang) {
        (Stop::Met, Lang::Zh) => format!("{at} 完成"),
        (Stop::Met, Lang::En) => format!("met {at}"),
        (Stop::Replaced, Lang::Zh) => format!("{at} 由其他时限代替"),
        (Stop::Replaced, Lang::En) => format!("replaced {at}"),
    }
}

/// How much time is left, or by how much it is past.
pub fn time_left(lang: Lang, seconds: i64, office: bool) -> String {
    let minutes = seconds.unsigned_abs() / 60;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let sign = if seconds < 0 { "-" } else { "" };
    let kind = if office {
        lang.pick("(工时)", " (office)")
    } else {
        ""
    };
    match lang {
        Lang::Zh => format!("{sign}{hours}时{minutes:02}分{kind}"),
        Lang::En => format!("{sign}{hours}h{minutes:02}m{kind}"),
    }
}

/// Nothing came about where a notice should have.
pub fn no_notice(lang: Lang) -> String {
    lang.pick("没有出告知单。", "No notice came about.")
        .to_owned()
}

/// Several matters fit what was typed.
pub fn several_matters(lang: Lang, named: &str, fitting: &[String]) -> String {
    let more = if fitting.len() > 8 { " …" } else { "" };
    let shown: Vec<&str> = fitting.iter().take(8).map(String::as_str).collect();
    match lang {
        Lang::Zh => format!(
            "「{named}」有 {} 个事项：{}{more}。请写明其中一个的编号。",
            fitting.len(),
            shown.join(";")
        ),
        Lang::En => format!(
            "“{named}” fits {} matters: {}{more}. Name one by its id.",
            fitting.len(),
            shown.join("; ")
        ),
    }
}

/// A circumstance that the matter does not have.
pub fn unknown_circumstance(lang: Lang, name: &str, known: &[String]) -> String {
    match (known, lang) {
        ([], Lang::Zh) => format!("这个事项不分情形，没有「{name}」。请去掉 --when。"),
        ([], Lang::En) => {
            format!("This matter knows no circumstances, so not “{name}”: leave out --when.")
        }
        (known, Lang::Zh) => format!("这个事项没有情形「{name}」。可以是：{}", known.join("、")),
        (known, Lang::En) => format!(
            "This matter has no circumstance “{name}”. It has: {}",
            known.join(", ")
        ),
    }
}

/// No handover at all.
pub fn no_handovers(lang: Lang) -> String {
    lang.pick("没有交接记录。", "There are no handovers.")
        .to_owned()
}

/// Headings of the list of handovers.
pub fn handover_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["编号", "交班", "接班", "开始", "已接", "生效"],
        ["number", "leaves", "comes", "began", "taken", "in effect"],
    )
}

/// The name of the sheet.
pub fn handover_title(lang: Lang) -> &'static str {
    lang.pick("交接班清单", "Shift handover")
}

/// Who leaves and who comes.
pub fn handover_people(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Zh => format!("交班：{from}    接班：{to}"),
        Lang::En => format!("Leaves: {from}    Comes: {to}"),
    }
}

/// One inquiry on the sheet.
pub fn handover_item(lang: Lang, inquiry: &str, stage: &str, due: Option<&str>) -> String {
    match (due, lang) {
        (Some(due), Lang::Zh) => format!("{inquiry} {stage} 到期 {due}"),
        (Some(due), Lang::En) => format!("{inquiry} {stage}, due {due}"),
        (None, _) => format!("{inquiry} {stage}"),
    }
}

/// Before the two signatures.
pub fn handover_signers(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        ["交班人签字：", "接班人签字："],
        ["Signed, who leaves: ", "Signed, who comes: "],
    )
}
