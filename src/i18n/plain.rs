//! What plain mode says: its questions, and how to answer them.

mod answers;

pub use answers::*;

use super::{Both, Lang};
use crate::domain::staff::Person;

/// The first words.
pub const WELCOME: Both = Both::new(
    "首问，逐行问答。空行取默认，? 说明，< 退回上一问，<< 离开这张表。",
    "shouwen, line by line. An empty line takes the default, ? explains, < goes back one question, << leaves a form.",
);
/// The last words.
pub const GOODBYE: Both = Both::new("再见。", "Goodbye.");
/// The question of the main menu.
pub const MENU: Both = Both::new("做什么", "What to do");
/// What the main menu is about.
pub const MENU_HELP: Both = Both::new(
    "登记来人的事；待办里签收、答复、转办；告知一次说清材料；交接班；查找。",
    "Register who came; sign for, answer and hand off from the queue; tell all documents at once; hand the shift over; find.",
);
/// Search the register.
pub const FIND: Both = Both::new("查找", "Find");
/// The other language.
pub const OTHER_LANGUAGE: Both = Both::new("English", "中文");
/// Leave the program.
pub const QUIT: Both = Both::new("离开", "Leave");
/// Back to where one came from.
pub const BACK: Both = Both::new("返回", "Back");
/// A registration was left half-way in plain mode.
pub const DRAFT_WAITS: Both = Both::new(
    "有一张没填完的登记，选「登记」接着填。",
    "A registration was left half-way: choose Register to go on with it.",
);
/// A registration was left half-way on the screen.
pub const DRAFT_ON_SCREEN: Both = Both::new(
    "全屏界面里还有一张没填完的登记，在那里接着填。",
    "A registration was left half-way on the full screen: go on with it there.",
);

// ---- Forms ----

/// The question before something is saved.
pub const SAVE: Both = Both::new("保存", "Save");
/// The rules would have it confirmed.
pub const SAVE_ANYWAY: Both = Both::new("仍然保存吗", "Save it all the same");
/// There is a draft of this form.
pub const DRAFT_FOUND: Both = Both::new("上次没有填完：", "It was left half-way before:");
/// Whether to go on with the draft.
pub const GO_ON_WITH_DRAFT: Both = Both::new("接着填吗", "Go on with it");
/// A form was left with nothing in it.
pub const LEFT: Both = Both::new("没有保存。", "Nothing was saved.");
/// A form was left and its draft kept.
pub const LEFT_DRAFT: Both = Both::new("没有保存，草稿保留。", "Not saved; the draft is kept.");
/// The green channel.
pub const GREEN: Both = Both::new("绿色通道", "Green channel");
/// For whom the green channel is.
pub const GREEN_HELP: Both = Both::new(
    "老、弱、病、残者优先。",
    "Who is elderly, weak, sick or disabled goes first.",
);
/// When a name is asked for.
pub const NAME_HELP: Both = Both::new(
    "来人的姓名；领导交办、请示等没有来人的，空行后答「是」。",
    "The visitor's name. For an order from above without a visitor: an empty line, then yes.",
);
/// Nobody was named.
pub const UNNAMED: Both = Both::new(
    "没有姓名：是没有来人的内部件吗(领导交办、请示)",
    "No name: is it from our own house, without a visitor",
);
/// When somebody is to be seen.
pub const APPOINTED: Both = Both::new("预约时间(空行为不预约)", "Appointment at (empty: none)");
/// When the time of an appointment is asked for.
pub const APPOINTED_HELP: Both = Both::new(
    "约好上门、另定时间等特殊情况才写，再问地点。",
    "Only for a home visit or another special case; the place is asked next.",
);
/// When it was received.
pub const RECEIVED: Both = Both::new("收到时间(空行为现在)", "Received at (empty: now)");
/// When a time of receipt is asked for.
pub const RECEIVED_HELP: Both = Both::new(
    "现在收到就空行；早先收到的写当时的时间，作为补录。",
    "An empty line for now; for what came earlier give that time: it is marked as a back-entry.",
);
/// It stays with the first responder.
pub const STAYS: Both = Both::new("先由我办理", "it stays with me for now");

// ---- The queue ----

/// Which part of the open work.
pub const WHICH_VIEW: Both = Both::new("看哪些", "Which part");
/// The reader holds it.
pub const WITH_YOU: Both = Both::new("在您手里", "with you");
/// The question of the search.
pub const FIND_WHAT: Both = Both::new("查什么：", "Find what:");
/// What was found.
pub const FOUND: Both = Both::new("找到", "Found");
/// The question of an inquiry's menu.
pub const WHAT_NOW: Both = Both::new("怎么办", "What now");
/// Sign for a leg.
pub const SIGN_FOR: Both = Both::new("签收", "sign for it");
/// Whether the documents in custody are taken over too.
pub const CUSTODY_TOO: Both = Both::new(
    "代收的材料点清一并接过来",
    "Take the documents in custody over too, counted",
);
/// Answer.
pub const ANSWER: Both = Both::new("答复", "answer");
/// The words of the answer.
pub const ANSWER_WORDS: Both = Both::new("答复内容", "Answer");
/// Hand off.
pub const HAND_OFF: Both = Both::new("转办", "hand off");
/// A person who is to have it.
pub const TO_WHOM: Both = Both::new("给谁", "To whom");
/// Whether the visitor is led there.
pub const LED_THERE: Both = Both::new("陪同来人前往", "Lead the visitor there");
/// A word beside it.
pub const NOTE: Both = Both::new("说明", "A word beside it");
/// Return.
pub const RETURN: Both = Both::new("退回", "return it");
/// An opinion.
pub const OPINION: Both = Both::new("意见", "Opinion");
/// The department that it should go to.
pub const SHOULD_GO_TO: Both = Both::new("应转哪个部门", "Which department it should go to");
/// Close.
pub const CLOSE: Both = Both::new("办结", "close it");
/// Follow up.
pub const FOLLOW_UP: Both = Both::new("回访", "follow up");
/// How satisfied the visitor is.
pub const HOW_SATISFIED: Both = Both::new("来人是否满意", "How satisfied");
/// What the visitor said.
pub const WHAT_THEY_SAID: Both = Both::new("怎么说的", "What was said");
/// Nobody was reached.
pub const UNREACHED: Both = Both::new("没有联系上", "nobody was reached");
/// The visitor would not say.
pub const WOULD_NOT_SAY: Both = Both::new("不愿评价", "would not say");
/// Take what was brought.
pub const BRING: Both = Both::new("收补交材料", "take documents brought");
/// Which documents were brought.
pub const BROUGHT_WHICH: Both = Both::new("带来哪几项", "Which were brought");
/// Accept.
pub const ACCEPT: Both = Both::new("受理", "accept for handling");
/// Deliver.
pub const DELIVER: Both = Both::new("交付", "deliver the result");
/// What was delivered.
pub const DELIVERED_WHAT: Both = Both::new("交付什么，怎么交的", "What was delivered, and how");
/// Guide elsewhere.
pub const GUIDE: Both = Both::new("指引到外单位", "outside our remit: guide");
/// What is advised.
pub const ADVICE: Both = Both::new("怎么指引", "What is advised");
/// Ask a superior.
pub const ASK_SUPERIOR: Both = Both::new("请示", "ask a superior");
/// What is asked.
pub const QUESTION: Both = Both::new("请示什么", "What is asked");
/// Record an opinion.
pub const NOTE_OPINION: Both = Both::new("记意见", "record the opinion");
/// Urge.
pub const URGE: Both = Both::new("催办", "urge its holder");
/// Tell the visitor.
pub const TELL_VISITOR: Both = Both::new("回告来人", "tell the visitor how it stands");
/// What was told.
pub const TOLD_WHAT: Both = Both::new("告诉了什么", "What was told");
/// Extend a clock.
pub const EXTEND: Both = Both::new("延期", "extend a clock");
/// Which clock.
pub const WHICH_CLOCK: Both = Both::new("哪个时限", "Which clock");
/// By how much.
pub const BY_HOW_MUCH: Both = Both::new("延长多少", "By how much");
/// Why.
pub const REASON: Both = Both::new("原因", "Why");
/// Tell the documents.
pub const TELL_DOCUMENTS: Both = Both::new("一次性告知材料", "tell all documents at once");
/// Hear what happened.
pub const STORY: Both = Both::new("听经过", "hear what happened");
/// Hear name and telephone.
pub const WHO_CAME: Both = Both::new("听来人姓名电话", "hear name and telephone");
/// There is no visitor.
pub const NOBODY_KNOWN: Both = Both::new("没有来人信息。", "Nothing is known of a visitor.");

// ---- The notice ----

/// Which matter.
pub const WHICH_MATTER: Both = Both::new("什么事项", "Which matter");
/// The visitor's circumstances.
pub const CIRCUMSTANCES: Both = Both::new("来人的情形，哪几项", "Which circumstances apply");
/// A document that need not be brought.
pub const NOT_COMPULSORY: Both = Both::new("可不带", "not compulsory");
/// For which inquiry it is recorded.
pub const FOR_INQUIRY: Both = Both::new("记到哪一件(编号)", "Record it for which inquiry (number)");
/// When a number is given.
pub const FOR_INQUIRY_HELP: Both = Both::new(
    "有编号就出一份编号的告知单；空行只念不记。",
    "With a number a numbered notice is issued; an empty line only reads it out.",
);
/// How it is told.
pub const HOW_TOLD: Both = Both::new("怎么告知", "How it is told");
/// Read aloud.
pub const TOLD_ALOUD: Both = Both::new("当面念了", "read aloud");
/// Printed.
pub const TOLD_PRINTED: Both = Both::new("打印给了", "printed");
/// Shown.
pub const TOLD_SHOWN: Both = Both::new("给看了", "shown");
/// Why more is asked than before.
pub const WHY_MORE: Both = Both::new("为什么再要", "Why more is asked");

// ---- The handover ----

/// No handover is under way.
pub const NO_HANDOVER: Both = Both::new(
    "没有进行中的交接。要交班就说接班人是谁，不交就输入 <。",
    "No handover is under way. To begin one, say who comes; else type <.",
);
/// Who takes over.
pub const WHO_COMES: Both = Both::new("接班人", "Who comes");
/// Things that are no inquiry.
pub const OTHER_THINGS: Both = Both::new("另外要交的", "Other things to pass on");
/// What such things are.
pub const OTHER_THINGS_HELP: Both = Both::new(
    "钥匙、公章、领导交办的事，用分号隔开。",
    "Keys, stamps, a leader's instruction, with semicolons between them.",
);
/// Read the items out.
pub const HEAR_ITEMS: Both = Both::new("逐件听", "hear the items");
/// Take the items over.
pub const TAKE_ITEMS: Both = Both::new("逐件接", "take them over one by one");
/// Ask about an item.
pub const ASK_ABOUT: Both = Both::new("疑问", "question");
/// Say something about an item.
pub const NOTE_ON: Both = Both::new("写说明", "note on one");
/// Sign.
pub const SIGN_HANDOVER: Both = Both::new("签字", "sign");
/// To answer what was asked.
pub const ANSWER_QUESTION: Both = Both::new("答复疑问", "answer");
/// To call the handover off.
pub const CANCEL_HANDOVER: Both = Both::new("取消交接", "call it off");
/// Why it is called off.
pub const WHY_CANCEL: Both = Both::new("为什么取消", "Why is it called off");
/// Whether to take an item over.
pub const TAKE_IT: Both = Both::new("接", "Take it");
/// Which item.
pub const WHICH_ITEM: Both = Both::new("哪一件", "Which item");
/// An item that was taken over.
pub const TAKEN_OVER: Both = Both::new("已接", "taken over");

/// Something is on the record.
pub fn recorded(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("已记录，编号 {number}。"),
        format!("Recorded, number {number}."),
    )
}

/// A clock that runs.
pub fn clock(lang: Lang, name: &str, due: &str, provisional: bool) -> String {
    let (zh, en) = if provisional {
        ("(暂算)", " (provisional)")
    } else {
        ("", "")
    };
    lang.pick(
        format!("时限 {name}，到 {due}{zh}"),
        format!("Clock {name}, until {due}{en}"),
    )
}

/// An earlier inquiry of the same visitor.
pub fn earlier(
    lang: Lang,
    day: &str,
    name: &str,
    about: &str,
    stage: &str,
    number: &str,
) -> String {
    lang.pick(
        format!("来过：{day} {name} {about}，{stage}，{number}"),
        format!("Came before: {day} {name} {about}, {stage}, {number}"),
    )
}

/// This visit should finish an inquiry.
pub fn second_visit(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("这是第二次来，应当办完：到待办打开 {number}，收补交材料。"),
        format!(
            "The second visit must finish it: open {number} in the queue and take the documents."
        ),
    )
}

/// Whether it goes on with an earlier inquiry.
pub const FOLLOWS: Both = Both::new("接着以前的哪一件", "Goes on with an earlier one");
/// It goes on with none.
pub const ANEW: Both = Both::new("新件", "a new one");

/// This visit goes on with an earlier inquiry.
pub fn goes_on_with(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("接着 {number} 再来的"),
        format!("Goes on with {number}"),
    )
}

/// The visitor came again, and it went on in a later inquiry.
pub fn went_on_in(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("来人再来，续登为 {number}"),
        format!("The visitor came again: it went on in {number}"),
    )
}

/// Who holds it.
pub fn with(lang: Lang, department: &str, name: &str) -> String {
    let whose = format!("{department} {name}");
    let whose = whose.trim();
    lang.pick(format!("在{whose}"), format!("with {whose}"))
}

/// How much time is left, or by how much it is over.
pub fn left(lang: Lang, amount: &str, over: bool) -> String {
    if over {
        lang.pick(format!("超期 {amount}"), format!("overdue by {amount}"))
    } else {
        lang.pick(format!("还剩 {amount}"), format!("{amount} left"))
    }
}

/// How much open work a view has.
pub fn open_work(lang: Lang, view: &str, count: u32) -> String {
    lang.pick(
        format!("{view}，{count} 件。"),
        format!("{view}: {count} open."),
    )
}

/// Which row, and how many more there are.
pub fn which_row(lang: Lang, more: u32) -> String {
    if more == 0 {
        lang.pick(
            "打开几号，空行返回：",
            "Open which number, or an empty line to go back:",
        )
        .to_owned()
    } else {
        lang.pick(
            format!("打开几号，空行再听 {more} 件："),
            format!("Open which number, or an empty line for {more} more:"),
        )
    }
}

/// Who is signed in, where and when.
pub fn greeting(lang: Lang, me: &Person, office: &str, now: &str, sandbox: bool) -> String {
    let name = &me.name;
    let (zh, en) = if sandbox {
        ("，演练", ", sandbox")
    } else {
        ("", "")
    };
    lang.pick(
        format!("{office}，{name}，现在 {now}{zh}。"),
        format!("{office}, {name}, it is {now}{en}."),
    )
}

/// A handover: its number, between whom, and how much of it is still to be taken.
pub fn handover_head(
    lang: Lang,
    number: &str,
    (from, to): (&str, &str),
    open: u32,
    all: usize,
) -> String {
    lang.pick(
        format!("交接 {number}，{from} 交给 {to}，共 {all} 件，还有 {open} 件没接。"),
        format!("Handover {number}, {from} to {to}: {all} items, {open} still to be taken."),
    )
}
