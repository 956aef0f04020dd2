//! How a question is asked, how it may be answered, and what was not understood.

use crate::i18n::{Both, Lang};

/// A line is longer than it may be.
pub const LINE_TOO_LONG: Both = Both::new(
    "这一行太长，没有收下。请分短一些再输入。",
    "That line is too long and was not taken: enter a shorter one.",
);
/// Bytes that are no UTF-8.
pub const NOT_UTF8: Both = Both::new(
    "这一行不是 UTF-8 文字，没有收下。请检查终端的编码，再输入一次。",
    "That line is no UTF-8 text and was not taken: check the terminal's encoding, then enter it again.",
);
/// A control character stands in the line.
pub const CONTROL: Both = Both::new(
    "这一行里有控制字符(例如方向键)，没有收下。请再输入一次。",
    "That line has control characters in it (an arrow key?) and was not taken: enter it again.",
);

/// How words are answered.
pub const HOW_TEXT: Both = Both::new("输入文字，回车。", "Type words, then Enter.");
/// How one of a short list is answered.
pub const HOW_LIST: Both = Both::new(
    "输入号码，或名称的汉字、拼音、首字母。",
    "Type its number, or a part of its name.",
);
/// How one of many is answered.
pub const HOW_FIND: Both = Both::new(
    "输入汉字、拼音或首字母查找；只有一项符合就选定，有几项就念出来，再输号码。",
    "Type hanzi, pinyin or initials: one hit is taken, several are read out and chosen by number.",
);
/// How one of several hits is answered.
pub const HOW_WHICH: Both = Both::new(
    "输入号码选一项；空行取第一项；打别的字另查；< 重新问。",
    "A number takes one, an empty line the first; other letters search anew; < asks again.",
);
/// How several of many are answered.
pub const HOW_SEVERAL: Both = Both::new(
    "一次查找并选定一个，牵头的在前；< 去掉最后一个；空行结束。",
    "Find one after another, the lead first; < drops the last; an empty line ends it.",
);
/// How numbers are answered.
pub const HOW_NUMBERS: Both = Both::new(
    "输入号码，用空格或逗号隔开；没有就空行。",
    "Type numbers with spaces or commas between them; an empty line for none.",
);
/// How yes or no is answered.
pub const HOW_YES: Both = Both::new("1 或 y 是，2 或 n 否。", "1 or y for yes, 2 or n for no.");
/// How a time is answered.
pub const HOW_TIME: Both = Both::new(
    "写成 15:30、04-08 10:00 或 明天 10:00。",
    "Write it like 15:30, 04-08 10:00 or tomorrow 10:00.",
);
/// What holds at every question.
pub const HOW_ANY: Both = Both::new(
    "空行取方括号里的默认，- 留空，< 退回上一问，<< 离开这张表(草稿保留)。",
    "An empty line takes what stands in brackets, - leaves it blank, < goes back one question, << leaves the form (its draft is kept).",
);
/// How the queue is used.
pub const HOW_QUEUE: Both = Both::new(
    "输入号码打开一件；空行往后，没有了就返回；打字筛选，- 取消筛选；< 换视图。",
    "A number opens one; an empty line reads on, or goes back at the end; letters filter, - ends the filter; < for another view.",
);
/// How the register is searched.
pub const HOW_SEARCH: Both = Both::new(
    "输入编号、姓名、拼音、首字母、电话尾号或疑问里的字；空行返回。",
    "Type a number, a name, pinyin, initials, a telephone's tail or words of the doubt; an empty line goes back.",
);
/// A promised time that is over.
pub const TIME_PAST: Both = Both::new(
    "这个时间已经过去，请另定一个。",
    "That time is past: give another.",
);
/// A received time that lies ahead.
pub const TIME_AHEAD: Both = Both::new(
    "这个时间还没到，请写实际收到的时间。",
    "That lies ahead: give the time it was received.",
);
/// Yes.
pub const YES: Both = Both::new("是", "yes");
/// No.
pub const NO: Both = Both::new("否", "no");

/// What somebody means who answers yes or no; nothing when it is neither.
pub fn yes_or_no(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "1" | "１" | "y" | "yes" | "是" | "shi" | "s" => Some(true),
        "2" | "２" | "0" | "n" | "no" | "否" | "不" | "不是" | "fou" | "f" => Some(false),
        _ => None,
    }
}

/// A question, with what an empty line takes.
pub fn prompt(lang: Lang, label: &str, default: Option<&str>) -> String {
    match default {
        Some(default) => lang.pick(
            format!("{label} [{default}]："),
            format!("{label} [{default}]:"),
        ),
        None => lang.pick(format!("{label}："), format!("{label}:")),
    }
}

/// A short list: `方式：1 来访，2 来电`.
pub fn listed(lang: Lang, label: &str, lines: &[String]) -> String {
    lang.pick(
        format!("{label}：{}", lines.join("，")),
        format!("{label}: {}", lines.join(", ")),
    )
}

/// Something that must be answered.
pub fn must(lang: Lang, label: &str) -> String {
    lang.pick(
        format!("{label}不能留空，请填写；输入 ? 听说明。"),
        format!("{label} cannot stay blank: answer it, or type ? to hear more."),
    )
}

/// Words are too many.
pub fn too_long(lang: Lang, length: usize, limit: usize) -> String {
    lang.pick(
        format!("写了 {length} 个字，最多 {limit} 个，没有收下。请写短一些。"),
        format!("{length} characters, and {limit} are the most: not taken, make it shorter."),
    )
}

/// There is no such number in a list.
pub fn no_such_number(lang: Lang, number: usize, last: usize) -> String {
    lang.pick(
        format!("没有第 {number} 项，请输入 1 到 {last}。"),
        format!("There is no {number}: type 1 to {last}."),
    )
}

/// Something that is no number of the list.
pub fn no_number(lang: Lang, part: &str, last: usize) -> String {
    lang.pick(
        format!("「{part}」不是清单里的号码，请输入 1 到 {last}，用空格隔开。"),
        format!("“{part}” is no number of the list: type 1 to {last}, with spaces between."),
    )
}

/// Nothing fits.
pub fn nothing_fits(lang: Lang, typed: &str) -> String {
    lang.pick(
        format!("找不到「{typed}」，请换个写法。"),
        format!("Nothing is called “{typed}”: try other letters."),
    )
}

/// What was understood.
pub fn taken(lang: Lang, label: &str) -> String {
    lang.pick(format!("即 {label}"), format!("That is {label}"))
}

/// Which of several hits, and how many more there are than were read out.
pub fn which(lang: Lang, more: usize) -> String {
    let (zh, en) = if more == 0 {
        (String::new(), String::new())
    } else {
        (
            format!("还有 {more} 项，多打几个字。"),
            format!("{more} more: type more letters. "),
        )
    };
    lang.pick(
        format!("{zh}选几号 [1]："),
        format!("{en}Which number [1]:"),
    )
}

/// The next of several, and those chosen so far.
pub fn one_more(lang: Lang, so_far: &str) -> String {
    lang.pick(
        format!("已选 {so_far}。再选一个，空行结束："),
        format!("Chosen: {so_far}. One more, or an empty line to end:"),
    )
}

/// An answer as it is read back.
pub fn answered(lang: Lang, label: &str, said: &str) -> String {
    lang.pick(format!("{label}：{said}"), format!("{label}: {said}"))
}
