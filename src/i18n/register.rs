//! The words of the registration form.

mod again;
mod clocks;
mod seldom;

use super::Lang;
use crate::domain::rulebook::RouteId;
use crate::domain::staff::Person;

pub use again::*;
pub use clocks::*;
pub use seldom::*;

/// The same words in Chinese and English.
pub type Pair = (&'static str, &'static str);

/// The wording of a pair in a language.
pub fn word(lang: Lang, pair: Pair) -> &'static str {
    lang.pick(pair.0, pair.1)
}

/// Name of the field for how the inquiry arrived.
pub const CHANNEL: Pair = ("方式", "Channel");
/// Name of the field for what is asked for.
pub const KIND: Pair = ("类型", "Kind");
/// Name of the field for when it was received.
pub const RECEIVED: Pair = ("收到", "Came at");
/// Name of the field for why it is entered late.
pub const LATE_REASON: Pair = ("原因", "because");
/// Name of the telephone field.
pub const PHONE: Pair = ("电话", "Phone");
/// Name of the name field.
pub const NAME: Pair = ("姓名", "Name");
/// Name of the field for the visitor's organisation.
pub const UNIT: Pair = ("单位", "Unit");
/// Name of the matter field.
pub const MATTER: Pair = ("事项", "Matter");
/// Name of the field for the visitor's words.
pub const WORDS: Pair = ("疑问", "Doubt");
/// Name of the urgency field.
pub const URGENCY: Pair = ("紧要", "Urgency");
/// Name of the route field.
pub const ROUTE: Pair = ("处理", "Route");
/// Name of the receiver field.
pub const RECEIVER: Pair = ("转给", "To");
/// Name of the field for leading the visitor there.
pub const ACCOMPANY: Pair = ("陪同", "Led");
/// Name of the answer field.
pub const ANSWER: Pair = ("答复", "Answer");
/// Name of the promised time field.
pub const PROMISED: Pair = ("答应", "Promise");
/// Name of the field for one of several departments.
pub const DEPARTMENT: Pair = ("部门", "Dept");
/// Name of the superior field.
pub const SUPERIOR: Pair = ("请示", "Ask");
/// Name of the question field.
pub const QUESTION: Pair = ("内容", "About");
/// Name of the advice field.
pub const ADVICE: Pair = ("指引", "Advice");
/// Name of the field for the number of an identity document.
pub const ID_NUMBER: Pair = ("证件", "ID");
/// Name of the address field.
pub const ADDRESS: Pair = ("地址", "Addr");
/// Name of the field for what the visitor left with us.
pub const LEFT: Pair = ("代收", "Left");
/// Name of the field for why what was entered is corrected.
pub const WHY: Pair = ("原因", "Why");
/// Name of the list of departments that were chosen.
pub const CHOSEN: Pair = ("已选", "Chosen");

/// It was received just now; the key that says otherwise.
pub const JUST_NOW: Pair = (
    "现在   ^B 补录   ^O 证件、地址",
    "now   ^B back-entry   ^O ID",
);
/// The green channel's tick.
pub const GREEN: Pair = ("^G 绿色通道", "^G green");
/// The tick for one of our own people.
pub const OURS: Pair = ("^D 内部", "^D ours");
/// Led there in person, or not.
pub const LED: Pair = ("陪同前往", "led there in person");
/// See [`LED`].
pub const NOT_LED: Pair = ("不陪同", "not led there");
/// The keys of a yes or no.
pub const YES_NO: Pair = ("y/n 切换", "y/n");
/// The heading of an empty form.
pub const HEADING: Pair = ("登记  新件", "Register  new");
/// The heading of a form that has something in it.
pub const HEADING_DRAFT: Pair = ("登记  新件(草稿保留)", "Register  new (draft is kept)");
/// Nobody comes with this kind of request.
pub const NO_VISITOR: Pair = ("没有来人", "No visitor");
/// The fields of a visitor are passed over.
pub const NOBODY_COMES: Pair = ("没有来人：这三项不用填", "no visitor: these are skipped");
/// The title of what to mind.
pub const MIND: Pair = ("注意", "Mind");
/// A clock that runs until the promised time.
pub const AS_PROMISED: Pair = ("按答应的时间", "as promised");
/// A clock that runs half the way to the promised time.
pub const HALFWAY: Pair = ("到答应时间的一半", "half-way there");
/// Nobody is named yet.
pub const VISITOR_UNKNOWN: Pair = ("来人", "Visitor");
/// This telephone is not on the record.
pub const FIRST_VISIT: Pair = ("来人  初次", "Visitor  first time");
/// The title of the clocks.
pub const CLOCKS: Pair = ("保存后计时", "Clocks once saved");
/// No clock starts.
pub const NO_CLOCK: Pair = ("这样处理不开始计时。", "No clock starts this way.");
/// Settled at once.
pub const SETTLED_NOW: Pair = ("当场办结，不再计时。", "Settled now: no clock runs on.");
/// The rulebook's own target, not the regulation's.
pub const INTERNAL: Pair = ("内控", "internal");
/// The calendar does not reach that far.
pub const PROVISIONAL: Pair = ("暂算", "provisional");
/// The matter says how long.
pub const BY_MATTER: Pair = ("按事项时限", "as the matter says");
/// The title of what to say aloud.
pub const SAY: Pair = ("请说", "Say");
/// The title of what to do next.
pub const NEXT: Pair = ("接着", "Next");
/// No route is chosen.
pub const NO_ROUTE: Pair = (
    "先由首问责任人办理。按 1-7 选择怎样处理。",
    "It stays with you. Keys 1-7 in Route say how it goes on.",
);
/// Hanzi where a key was expected.
pub const SWITCH_INPUT: Pair = (
    "这里按数字选，请切换到英文输入。",
    "A digit chooses here: switch to English input.",
);
/// A paste was cut.
pub const PASTE_CUT: Pair = (
    "粘贴的内容太长，超出的部分没有放进来，请核对。",
    "The paste was too long: the rest was left out, please check.",
);
/// A field is full.
pub const FULL: Pair = (
    "这一项已满，多打的字没有放进来。",
    "This field is full: what was typed beyond it was left out.",
);
/// The form was emptied.
pub const CLEARED: Pair = (
    "已清空。再按 ^X 取回刚才的内容。",
    "Emptied. ^X again brings it back.",
);
/// The form was brought back.
pub const BROUGHT_BACK: Pair = ("已取回。", "Brought back.");
/// There is nothing to empty.
pub const NOTHING_TO_CLEAR: Pair = ("表是空的。", "The form is empty.");
/// Back-entry was switched off, and what stood there is kept.
pub const BACK_ENTRY_OFF: Pair = (
    "改为现在收到；补录的时间和原因还在，再按 ^B 恢复。",
    "Received now; the earlier time and reason are kept: ^B again.",
);
/// A time that cannot be read.
pub const RECEIVED_HOW: Pair = (
    "收到时间看不懂，请写成 16:50 或 04-03 16:50。",
    "No time: write it like 16:50 or 04-03 16:50.",
);
/// A promised time that cannot be read.
pub const PROMISED_HOW: Pair = (
    "答应的时间看不懂，请写成 15:30、明天 10:00 或 04-08 10:00。",
    "No time: write it like 15:30, tomorrow 10:00 or 04-08 10:00.",
);
/// A received time that lies ahead.
pub const RECEIVED_AHEAD: Pair = (
    "收到时间在将来，请改成实际收到的时间。",
    "That lies ahead: give the time it was received.",
);
/// A promised time that is over.
pub const PROMISED_PAST: Pair = (
    "答应的时间已经过去，请另定一个。",
    "That time is past: promise another.",
);
/// Late entry without a reason.
pub const WHY_LATE: Pair = (
    "收到已超过 5 分钟，属于补录，请写明原因。",
    "Received over 5 minutes ago: say why it is entered late.",
);
/// The promised time when none is typed.
pub const BY_THE_CLOCK: Pair = ("不填即到期前", "blank: by the due time");
/// How departments are gathered.
pub const SEVERAL_HOW: Pair = (
    "至少两个，牵头的在前；退格去掉最后一个",
    "two at least, lead first; Bksp drops one",
);
/// After saving, the checklist follows.
pub const THEN_CHECKLIST: Pair = ("保存后接着告知材料", "the checklist follows");
/// An example that nobody has checked.
pub const EXAMPLE: Pair = ("示例目录，以本地公布为准", "An example: check locally");
/// The limits of a matter.
pub const LEGAL: Pair = ("法定", "by law");
/// See [`LEGAL`].
pub const PROMISE: Pair = ("承诺", "promised");

/// A route in a word short enough for two rows of the form.
pub fn route(lang: Lang, route: RouteId) -> &'static str {
    let (zh, en) = match route {
        RouteId::AnswerNow => ("当场答复", "answer"),
        RouteId::MineLater => ("本人限时", "later"),
        RouteId::HandOff => ("转办", "hand off"),
        RouteId::Several => ("多部门", "several"),
        RouteId::Unclear => ("不明请示", "ask"),
        RouteId::Outside => ("非本单位", "outside"),
        RouteId::Incomplete => ("缺件告知", "documents"),
    };
    lang.pick(zh, en)
}

/// Who I am, and that I answer for it: said aloud to the visitor (D1 art. 2.3, 2.5).
pub fn aloud(lang: Lang, me: &Person, complaint_line: &str) -> String {
    let Person {
        name,
        title,
        number,
        ..
    } = me;
    let line = complaint_line.trim();
    match lang {
        Lang::Zh => {
            let line = if line.is_empty() {
                "见台面公示牌"
            } else {
                line
            };
            format!("「我是{title}{name}，工号{number}，您的事由我负责到底。监督电话{line}。」")
        }
        Lang::En => {
            let line = if line.is_empty() {
                "see the board on the counter"
            } else {
                line
            };
            let title = if title.is_empty() {
                String::new()
            } else {
                format!(", {title}")
            };
            format!(
                "“I am {name}{title}, no. {number}. I answer for this to the end. Complaints: {line}.”"
            )
        }
    }
}

/// How often someone came before.
pub fn came_before(lang: Lang, times: usize, more: bool) -> String {
    let more = if more { "+" } else { "" };
    let plural = if times == 1 { "" } else { "s" };
    lang.pick(
        format!("来人  来过 {times}{more} 次"),
        format!("Visitor  came {times}{more} time{plural} before"),
    )
}

/// How many documents of a notice are still to be brought.
pub fn still_to_bring(lang: Lang, missing: usize) -> String {
    lang.pick(format!("待补 {missing} 项"), format!("{missing} to bring"))
}

/// The open notice that this visit should complete (D1 art. 1.4.5, D2-7), and the
/// key.
pub fn second_visit(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("^R 第二次来应办完 {number}"),
        format!("^R Must finish now {number}"),
    )
}

/// How many digits a telephone number has so far.
pub fn digits(lang: Lang, count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    lang.pick(format!("电话 {count} 位"), format!("{count} digit{plural}"))
}

/// How many hits there are and which keys choose.
pub fn hits(lang: Lang, found: usize) -> String {
    let more = if found >= crate::search::MOST {
        "+"
    } else {
        ""
    };
    lang.pick(
        format!("找到 {found}{more} 项  Enter 选中  上下键另选  数字直选"),
        format!("{found}{more} found  Enter takes  Up/Down move  a digit takes one"),
    )
}

/// How a picker is used before anything is typed in it.
pub fn type_to_find(lang: Lang) -> &'static str {
    lang.pick(
        "打汉字、拼音或首字母查找；数字直选",
        "Type hanzi, pinyin or initials to find; a digit takes one",
    )
}

/// Nothing fits what was typed.
pub fn nothing_fits(lang: Lang, typed: &str) -> String {
    lang.pick(
        format!("找不到「{typed}」，请换个写法，或按 ^U 清掉。"),
        format!("Nothing is called “{typed}”: try other letters, or ^U to clear."),
    )
}

/// Something is typed but not taken.
pub fn not_taken(lang: Lang, typed: &str) -> String {
    lang.pick(
        format!("「{typed}」还没有选定，按 Enter 选中一项，或按 ^U 清掉。"),
        format!("“{typed}” is not chosen yet: Enter takes one, ^U clears."),
    )
}

/// The field is nearly full.
pub fn room_left(lang: Lang, left: usize) -> String {
    lang.pick(
        format!("还可以写 {left} 个字"),
        format!("Room for {left} more characters"),
    )
}

/// A promised time as it was understood.
pub fn understood(lang: Lang, time: &str) -> String {
    lang.pick(format!("即 {time}"), format!("that is {time}"))
}

/// It was saved, and what to do next.
pub fn saved(lang: Lang, number: &str, route: Option<RouteId>, receiver: &str) -> String {
    let (zh, en) = match route {
        None => (
            "由您办理。F2 到待办：a 答复 h 转办".to_owned(),
            "Yours. F2 queue: a answer, h hand off".to_owned(),
        ),
        Some(RouteId::AnswerNow) => (
            "已当场答复并办结".to_owned(),
            "answered and closed".to_owned(),
        ),
        Some(RouteId::MineLater) => (
            "请按时答复。F2 到待办：a 答复".to_owned(),
            "Answer in time. F2 queue: a answer".to_owned(),
        ),
        Some(RouteId::HandOff) => (
            format!("已转{receiver}。F2 到待办：p 转办单"),
            format!("with {receiver}. F2 queue: p slip"),
        ),
        Some(RouteId::Several) => (
            "请提请会商。F2 到待办：m 会商".to_owned(),
            "Call them to confer. F2 queue: m confer".to_owned(),
        ),
        Some(RouteId::Unclear) => (
            format!("已请示{receiver}。F2 到待办：i 记意见"),
            format!("asked {receiver}. F2 queue: i opinion"),
        ),
        Some(RouteId::Outside) => ("已指引并办结".to_owned(), "guided and closed".to_owned()),
        Some(RouteId::Incomplete) => (
            "接着一次性告知所缺材料".to_owned(),
            "now tell all missing documents".to_owned(),
        ),
    };
    lang.pick(
        format!("已登记 {number}  {zh}  ^Z 更正"),
        format!("Registered {number}: {en}  ^Z mends"),
    )
}
