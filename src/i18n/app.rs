//! What the app says around its screens: the door, the head line, a new register.

use std::fmt::Display;

use super::{Both, Lang};

// ---- On top of every screen ----

/// A hanzi came where a command was expected.
pub const SWITCH_INPUT: Both = Both::new(
    "这里要按命令键，请切换到英文输入。",
    "A command is expected here: switch to English input.",
);
/// The title of a question.
pub const PLEASE_CONFIRM: Both = Both::new("请确认", "Please confirm");
/// The keys of a question.
pub const YES_NO: Both = Both::new("y 是   n 不", "y yes   n no");
/// A sheet went to the printer.
pub const PRINTED: Both = Both::new(
    "已送到终端旁的打印机(终端须打开直通打印)。",
    "Sent to the printer beside the terminal (pass-through must be on).",
);
/// The title of the help.
pub const KEYS_HERE: Both = Both::new("这里能按的键", "The keys that work here");
/// The title of the command palette.
pub const COMMANDS: Both = Both::new("命令", "Commands");

// ---- The door ----

/// The title of the sign-in.
pub const SIGN_IN: Both = Both::new("首问 登录", "shouwen sign-in");
/// The PIN to be.
pub const NEW_PIN: Both = Both::new("新 PIN", "New PIN");
/// The PIN to be, once more.
pub const AGAIN: Both = Both::new("再输一次", "Again");
/// The staff number.
pub const STAFF_NUMBER: Both = Both::new("工号", "Staff number");
/// The PIN.
pub const PIN: Both = Both::new("PIN", "PIN");
/// The keys at the door.
pub const DOOR_KEYS: Both = Both::new(
    "Enter 下一项   F8 English   ^Q 离开",
    "Enter next   F8 中文   ^Q leave",
);
/// Enter was pressed on an empty number.
pub const NUMBER_FIRST: Both = Both::new("请先输入工号。", "Enter your staff number first.");
/// The two new PINs are not the same.
pub const PINS_DIFFER: Both = Both::new(
    "两次不一样，请重新输入。",
    "They differ: enter the new PIN again.",
);
/// What a PIN of one's own must be.
pub const CHOOSE_PIN: Both = Both::new(
    "请设自己的 PIN：6 到 12 位数字，不能全同，不能用旧的。",
    "Choose your own PIN: 6 to 12 digits, not all the same, not the old one.",
);

/// A PIN was changed.
pub const PIN_CHANGED: Both = Both::new("PIN 已改。", "The PIN is changed.");
/// Before another PIN is chosen.
pub const PIN_OF_TODAY: Both = Both::new(
    "请先输入现在的 PIN；Esc 不改了，回去继续。",
    "Enter your present PIN first; Esc goes back without changing it.",
);
/// Whose PIN an admin draws anew.
pub const WHOSE_PIN: Both = Both::new("给谁发一次性 PIN", "Draw a one-time PIN for whom");
/// The keys of that question.
pub const WHOSE_PIN_KEYS: Both = Both::new("Enter 发   Esc 不发", "Enter draw it   Esc leave");

/// A screen is covered until this person gives the PIN.
pub fn locked(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("{name} 的屏幕已锁，所填内容都在。输入 PIN 继续；换人请按 Esc。"),
        format!("{name}'s screen is locked, nothing is lost. PIN to go on; Esc for somebody else."),
    )
}

/// A one-time PIN that was drawn, shown this once.
pub fn one_time_pin(lang: Lang, name: &str, digits: &str) -> String {
    lang.pick(
        format!("{name} 的一次性 PIN：{digits}。只显示这一次，登录时必须改。"),
        format!("One-time PIN of {name}: {digits}. Shown this once; changed at the next sign-in."),
    )
}

/// Those who worked here before.
pub fn recently_here(lang: Lang, names: &[String]) -> String {
    let all = names.join(lang.pick("、", ", "));
    lang.pick(format!("↑↓ 选：{all}"), format!("Up/Down: {all}"))
}

/// Files are not to be had over SSH.
pub const NOT_FROM_HERE: Both = Both::new(
    "从 SSH 进来不能读写文件，请到本机上做。",
    "Files are out of reach over SSH: do it at the machine itself.",
);

// ---- A new register ----

/// The title of the questions.
pub const NEW_REGISTER: Both = Both::new("首问 建立登记簿", "shouwen: a new register");
/// Which rulebook.
pub const RULEBOOK: Both = Both::new("制度", "Rulebook");
/// The office.
pub const OFFICE: Both = Both::new("单位名称", "Office");
/// The first person's number.
pub const YOUR_NUMBER: Both = Both::new("您的工号", "Your staff number");
/// The first person's name.
pub const YOUR_NAME: Both = Both::new("您的姓名", "Your name");
/// The first person's department.
pub const YOUR_DEPARTMENT: Both = Both::new("您的部门", "Your department");
/// The first person's PIN.
pub const YOUR_PIN: Both = Both::new("PIN(6 到 12 位数字)", "PIN (6 to 12 digits)");
/// The PIN does not do.
pub const WHAT_A_PIN_IS: Both = Both::new(
    "PIN 要 6 到 12 位数字，不能全同。",
    "A PIN has 6 to 12 digits, not all the same.",
);
/// The keys of the questions.
pub const SETUP_KEYS: Both = Both::new(
    "Enter 下一项/建立  Tab 往后  F8 English  ^Q 离开",
    "Enter next/make it  Tab forward  F8 中文  ^Q leave",
);

/// What is missing on the form of a new register, in the order of its fields.
pub const SETUP_MISSING: [Both; 5] = [
    Both::new("请选制度。", "Choose a rulebook."),
    Both::new("请填单位名称。", "Name the office."),
    Both::new("请填工号。", "Give your staff number."),
    Both::new("请填姓名。", "Give your name."),
    Both::new("请填部门。", "Give your department."),
];

/// Forms that were left half-typed, by the names of their screens.
pub fn drafts_found(lang: Lang, screens: &[&str]) -> String {
    lang.pick(
        format!("有未保存的草稿：{}。", screens.join("、")),
        format!("There are drafts not saved yet: {}.", screens.join(", ")),
    )
}

/// A command works only in something that lies over a screen, with this key.
pub fn works_in(lang: Lang, place: &str, keys: &str) -> String {
    lang.pick(
        format!("要在「{place}」里按 {keys}；现在没有打开。"),
        format!("{keys} works in “{place}”, which is not open now."),
    )
}

/// A draft could not be written.
pub fn draft_not_kept(lang: Lang, error: impl Display) -> String {
    lang.pick(
        format!("草稿没有存下({error})，请尽快保存登记。"),
        format!("The draft was not kept ({error}): save the form soon."),
    )
}

/// A sheet was written to a file.
pub fn written(lang: Lang, path: impl Display) -> String {
    lang.pick(format!("已存到 {path}"), format!("Written to {path}"))
}

/// A sheet could not be written.
pub fn not_written(lang: Lang, path: impl Display, error: impl Display) -> String {
    lang.pick(
        format!("没有存下 {path}：{error}。请检查目录权限。"),
        format!("{path} was not written: {error}. Check its permissions."),
    )
}

/// The terminal is smaller than anything can be shown on; sizes in columns and rows.
pub fn too_small(lang: Lang, has: (u16, u16), needs: (u16, u16)) -> String {
    let ((width, height), (wide, high)) = (has, needs);
    lang.pick(
        format!("窗口 {width}x{height} 太小，请放大到 {wide}x{high}。所填内容都在。"),
        format!("{width}x{height} is too small: {wide}x{high} is needed. Nothing is lost."),
    )
}

/// Whether the office works on a day, for the head line.
pub fn kind_of_day(lang: Lang, works: bool) -> &'static str {
    if works {
        lang.pick("工作日 ", "workday ")
    } else {
        lang.pick("休息日 ", "day off ")
    }
}

/// The mark of a sandbox in the head line.
pub const SANDBOX: Both = Both::new("[沙箱] ", "[sandbox] ");

/// A window in the head line.
pub fn window(lang: Lang, window: &str) -> String {
    lang.pick(format!("{window}号窗 "), format!("window {window} "))
}

/// How a countdown says that its time is over by `amount`.
pub fn over_by(lang: Lang, amount: &str) -> String {
    lang.pick(format!("超 {amount}"), format!("-{amount}"))
}

/// Whole days of a countdown.
pub fn days(lang: Lang, days: i64) -> String {
    lang.pick(format!("{days} 日"), format!("{days} d"))
}

/// What the signs beside the rows of the queue mean.
pub fn signs(lang: Lang) -> &'static str {
    lang.pick(
        "左边的记号：! 超期  ^ 临期  = 没有时限在走。到期后的 ? 是节假日未公布，暂算。",
        "Signs on the left: ! overdue  ^ due soon  = no clock runs. A ? after a due date is provisional.",
    )
}
