//! Making a register, signing in, acting, and its people.

use chrono::FixedOffset;

use crate::domain::time::Moment;
use crate::i18n::Lang;

/// No place for the register.
pub fn no_place(lang: Lang) -> String {
    lang.pick(
        "找不到存放登记簿的目录。请用 --db 指明位置。",
        "There is no directory for the register: name a file with --db.",
    )
    .to_owned()
}

/// No place for the keys.
pub fn no_state(lang: Lang) -> String {
    lang.pick(
        "找不到存放密钥的目录。请设置 HOME 后再试。",
        "There is no directory for the keys: set HOME and try again.",
    )
    .to_owned()
}

/// A set time on a real register.
pub fn forged_time(lang: Lang) -> String {
    lang.pick(
        "只有演练用的登记簿(init --sandbox 或 demo)才能设定时间写入。请去掉 --now 和 SHOUWEN_NOW。",
        "Only a sandbox (init --sandbox, demo) can be written at a set time: leave out --now and \
         SHOUWEN_NOW.",
    )
    .to_owned()
}

/// A PIN that must be changed.
pub fn one_time_pin(lang: Lang) -> String {
    lang.pick(
        "这是一次性 PIN，请尽快登录后改掉。",
        "This PIN was drawn for you: sign in to the app soon and change it.",
    )
    .to_owned()
}

/// The question for a PIN.
pub fn ask_pin(lang: Lang, staff: &str) -> String {
    match lang {
        Lang::Zh => format!("{staff} 的 PIN:"),
        Lang::En => format!("PIN of {staff}: "),
    }
}

/// There is neither a PIN file nor a terminal.
pub fn pin_required(lang: Lang) -> String {
    lang.pick(
        "正式登记簿需要 PIN。请在终端里运行，或用 SHOUWEN_PIN_FILE 指明存有 PIN 的文件。",
        "A real register needs a PIN: run this on a terminal, or name a file that holds the PIN \
         with SHOUWEN_PIN_FILE.",
    )
    .to_owned()
}

/// Nothing to carry out.
pub fn no_commands(lang: Lang) -> String {
    lang.pick(
        "没有命令。请把 JSON 写在后面，或从标准输入逐行送入；格式见 shouwen schema。",
        "There is no command: write JSON behind act, or send JSON lines on standard input; see \
         shouwen schema.",
    )
    .to_owned()
}

/// A command that cannot be read.
pub fn malformed(lang: Lang, nth: usize, reason: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {nth} 条命令读不懂：{reason}。格式见 shouwen schema。"),
        Lang::En => format!("Command {nth} cannot be read: {reason}. See shouwen schema."),
    }
}

/// A register was made.
pub fn made(lang: Lang, office: &str, path: &std::path::Path, people: usize) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("已建立「{office}」的登记簿：{path}(人员 {people} 名)"),
        Lang::En => format!("Made the register of {office}: {path} (people: {people})"),
    }
}

/// A register without people, and what to do.
pub fn nobody_yet(lang: Lang) -> String {
    lang.pick(
        "还没有人员。请运行 shouwen staff import 文件，再开始登记。",
        "There is nobody on it yet: run shouwen staff import FILE before registering.",
    )
    .to_owned()
}

/// Before the PINs that were drawn.
pub fn drawn_pins(lang: Lang) -> String {
    lang.pick(
        "一次性 PIN(只显示这一次，首次登录时更改)：",
        "One-time PINs (shown this once, to be changed at the first sign-in):",
    )
    .to_owned()
}

/// People came in.
pub fn imported_staff(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("已导入 {count} 名人员。"),
        Lang::En => format!("People imported: {count}."),
    }
}

/// Headings of the list of staff.
pub fn staff_columns(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        ["工号", "姓名", "角色", "部门", "窗口", "职务", "离岗"],
        [
            "number",
            "name",
            "roles",
            "department",
            "window",
            "title",
            "away",
        ],
    )
}

/// Until when someone is away, and who stands in.
pub fn staff_away(
    lang: Lang,
    until: Moment,
    offset: FixedOffset,
    stands_in: Option<&str>,
) -> String {
    let until = until.local(offset).format("%m-%d %H:%M");
    match (lang, stands_in) {
        (Lang::Zh, Some(b)) => format!("至 {until}，B角 {b}"),
        (Lang::Zh, None) => format!("至 {until}，由领导安排"),
        (Lang::En, Some(b)) => format!("until {until}, {b} stands in"),
        (Lang::En, None) => format!("until {until}, a leader decides"),
    }
}

/// Names of a person's fields.
pub fn staff_fields(lang: Lang) -> [&'static str; 10] {
    lang.pick(
        [
            "工号",
            "姓名",
            "职务",
            "岗位",
            "业务范围",
            "部门",
            "窗口",
            "电话",
            "角色",
            "B角",
        ],
        [
            "number",
            "name",
            "title",
            "post",
            "scope",
            "department",
            "window",
            "phone",
            "roles",
            "substitute",
        ],
    )
}

/// How far a demonstration has come.
pub fn demo_progress(lang: Lang, done: u32, total: u32) -> String {
    match lang {
        Lang::Zh => format!("正在生成演练数据 {done}/{total}"),
        Lang::En => format!("Making the demonstration {done}/{total}"),
    }
}

/// A demonstration was made to stay.
pub fn demo_made(lang: Lang, path: &std::path::Path, clerk: &str) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!("演练登记簿：{path}。打开：shouwen --db {path} --as {clerk}"),
        Lang::En => format!("Sandbox register: {path}. Open it: shouwen --db {path} --as {clerk}"),
    }
}

/// What only a sandbox allows.
pub fn no_sandbox(lang: Lang) -> String {
    lang.pick(
        "只有演练用的登记簿才能用 --now 设定时间、用 --as 免 PIN 打开。请去掉它们再打开。",
        "Only a sandbox can be opened at a set time (--now) or without a PIN (--as): leave them \
         out.",
    )
    .to_owned()
}

/// There is no terminal for the app.
pub fn no_terminal(lang: Lang, error: &std::io::Error) -> String {
    match lang {
        Lang::Zh => format!("打不开终端：{error}。请在终端里运行，或用子命令(shouwen --help)。"),
        Lang::En => format!(
            "There is no terminal to use: {error}. Run it on one, or use a subcommand (shouwen \
             --help)."
        ),
    }
}
