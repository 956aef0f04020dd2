//! The help of the command line in Chinese; English stands beside each option.

mod upkeep;

/// How the help of a command is laid out.
pub const TEMPLATE: &str =
    "{before-help}{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";
/// The head of the subcommands.
pub const SUBCOMMANDS: &str = "子命令";
/// The head of the arguments.
pub const ARGUMENTS: &str = "参数";
/// The head of the options.
pub const OPTIONS: &str = "选项";
/// What the help option does.
pub const SHOW_USAGE: &str = "查看用法";
/// What the version option does.
pub const SHOW_VERSION: &str = "查看版本";

const TEXTS: &[(&str, &str)] = &[
    (
        "First-inquiry desk: register, hand off, watch the clocks, tell all documents at once",
        "首问窗口：登记、转办、看时限、一次告知全部材料",
    ),
    (
        "The register (else `SHOUWEN_DB`, else the platform's data directory)",
        "登记簿(否则用 SHOUWEN_DB，再否则用系统的数据目录)",
    ),
    (
        "Language: zh or en (else `SHOUWEN_LANG`, the register's setting, the locale)",
        "语言：zh 或 en(否则依次用 SHOUWEN_LANG、登记簿的设定、系统语言)",
    ),
    ("Print one JSON value", "输出一个 JSON 值"),
    ("Draw lines in ASCII", "用 ASCII 字符画线"),
    (
        "Work by questions and answers, without a screen; print without alignment",
        "逐行问答地办理，不用全屏；输出不对齐、不装饰",
    ),
    (
        "Ring no bell when something new comes (else `SHOUWEN_QUIET`)",
        "来了新件也不响铃(否则看 SHOUWEN_QUIET)",
    ),
    (
        "The time to live by, RFC 3339 (else `SHOUWEN_NOW`); for writing only on a sandbox",
        "设定当前时间，RFC 3339(否则用 SHOUWEN_NOW)；写入时只限演练用登记簿",
    ),
    (
        "The member of staff who acts or looks",
        "办理或查看的人的工号",
    ),
    ("Make a register without questions", "直接建立登记簿"),
    (
        "The rulebook: a built-in id or a file",
        "制度：内置编号或文件",
    ),
    ("The office's name", "单位名称"),
    (
        "The people: a TOML, .csv or .xlsx file",
        "人员：TOML、.csv 或 .xlsx 文件",
    ),
    (
        "Make it for trying out: time may be set on it, for ever",
        "仅供演练：可以设定时间，永远如此标记",
    ),
    (
        "Office hours on working days; the usual ones without",
        "工作日办公时间；不写用通常的",
    ),
    ("The telephone for complaints", "监督电话"),
    (
        "Make a sandbox with realistic data, and open the app on it",
        "生成仿真的演练数据并打开",
    ),
    ("How many inquiries it has", "首问件数量"),
    (
        "What chance follows from: the same seed makes the same data",
        "随机种子：相同种子得相同数据",
    ),
    ("The rulebook in use", "所用制度"),
    (
        "Only make the register, here, and leave",
        "只在此处生成登记簿，不打开",
    ),
    (
        "Carry out commands in order, one JSON line each",
        "依次执行命令，每条输出一行 JSON",
    ),
    (
        "Commands as JSON objects; without any, or for -, JSON lines on standard input",
        "JSON 命令；不写或写 - 则从标准输入逐行读取",
    ),
    (
        "Print the JSON Schema of every command",
        "输出全部命令的 JSON Schema",
    ),
    (
        "List open legs, most pressing first",
        "列出待办，最急的在前",
    ),
    (
        "mine, first, department, all, unsigned, today, overdue or visitor",
        "mine 待我处理、first 我首问、department 本部门、all 全部、unsigned 待签收、today 今日到期、overdue 超时、visitor 待来人",
    ),
    ("At most so many rows", "最多几行"),
    (
        "Show one inquiry: legs, clocks, notices, timeline",
        "查看一件：转办、时限、告知、经过",
    ),
    ("The inquiry's number", "首问件编号"),
    (
        "Tell how due dates came about, day by day",
        "逐日说明到期日怎么来的",
    ),
    (
        "A clock of it; all of them without",
        "其中一个时限；不写则全部",
    ),
    (
        "Find inquiries by number, name, telephone tail, words, pinyin",
        "按编号、姓名、电话尾号、文字、拼音查找",
    ),
    (
        "Number, name, telephone tail, words, pinyin or initials",
        "编号、姓名、电话尾号、文字、拼音或首字母",
    ),
    ("At most so many", "最多几条"),
    (
        "Entered on this day or later, 2026-04-07",
        "从这一天起登记的，如 2026-04-07",
    ),
    ("Entered on this day or before", "到这一天为止登记的"),
    ("First asked: a staff number", "首问责任人的工号"),
    (
        "Went through these hands: a staff number",
        "经手过的人的工号",
    ),
    ("Went through this department", "经过的部门"),
    ("Came by this channel", "来的渠道"),
    (
        "unclosed, breached, or a stage such as closed or unsigned",
        "unclosed 未办结、breached 有超时违规，或环节，如 closed、unsigned",
    ),
    ("About this matter of the catalogue", "目录里的事项"),
    (
        "In which this clock or rule was breached",
        "超过的时限或违反的条款",
    ),
    (
        "Compute when a limit ends; needs no register",
        "推算到期日，不需要登记簿",
    ),
    (
        "A rulebook: a built-in id or a file",
        "制度：内置编号或文件",
    ),
    ("A clock of that rulebook", "该制度的一个时限"),
    (
        "A limit: a number and min, h, oh, wd, cd or mo",
        "时限：数字加 min 分、h 小时、oh 办公小时、wd 工作日、cd 自然日 或 mo 月",
    ),
    (
        "Whether the trigger day counts: next-day or receipt-day",
        "触发日是否计入：next-day 不计，receipt-day 收件日为第1日",
    ),
    (
        "Do not move a last calendar day that is no working day",
        "末日遇休息日不顺延",
    ),
    ("When it was triggered, RFC 3339", "触发时间，RFC 3339"),
    (
        "How many of the same unit an extension adds",
        "延长几个同样的单位",
    ),
    (
        "Office hours on working days; the rulebook's, or 09:00-12:00,14:00-17:30 without",
        "工作日办公时间；不写用制度的，制度没有的用 09:00-12:00,14:00-17:30",
    ),
    (
        "Show what an extension by so many more of its unit would give, without filing it",
        "预看再延几个同样的单位会到何时，不提出",
    ),
    (
        "Take a rulebook into use; open inquiries keep the one they were registered under",
        "启用一部制度；在办的件按登记时的制度办到办结",
    ),
    (
        "A TOML file, or a built-in id",
        "TOML 文件，或内置制度的编号",
    ),
    (
        "List every document of a matter in one pass",
        "一次列清事项的全部材料",
    ),
    (
        "The matter: id, name, pinyin or initials",
        "事项：编号、名称、拼音或首字母",
    ),
    (
        "A circumstance of the visitor: id or label",
        "来人的情形：编号或标签",
    ),
    (
        "Numbers of the documents brought, counting from 1",
        "已带材料的序号，从 1 起",
    ),
    (
        "pressing, urgency, received, holder or matter",
        "pressing(到期)、urgency(紧急)、received(收到)、holder(在手人) 或 matter(事项)",
    ),
    (
        "List the numbered papers of an inquiry, or print one",
        "列出一件出过的单据，或印出一张",
    ),
    (
        "The paper's number; a list of all without",
        "单据编号；不写则列出全部",
    ),
    (
        "Paper: a4, a5 or receipt; the office's own without",
        "纸宽：a4、a5 或 receipt；不写则按本单位设置",
    ),
    ("Print what a QR code of it says", "印出二维码里写的内容"),
    (
        "Record it for this inquiry; needs --as",
        "为这一件出具并记录，须加 --as",
    ),
    (
        "How it is told when recorded: printed, read or shown",
        "告知方式：printed 打印、read 口述、shown 出示",
    ),
    (
        "Why more is asked than an earlier notice had",
        "比前一份多要材料的原因",
    ),
    ("Paper: a4, a5 or receipt", "纸张：a4、a5 或 receipt 小票"),
    ("Print sentences to read aloud", "输出可以念的句子"),
    ("List shift handovers, print one", "交接班：列出、打印"),
    ("List handovers, the newest first", "列出交接，新的在前"),
    (
        "Look back on one's own shift (--as)",
        "回顾自己这一班(--as)",
    ),
    ("Registered on this day or later", "登记在这一天或以后"),
    ("Registered on this day or before", "登记在这一天或以前"),
    ("Only those under way", "只列进行中的"),
    ("Print one as a sheet to be signed", "打印交接清单供签字"),
    ("The handover's number", "交接编号"),
    (
        "Look after the people: list, show, import, pin, keys",
        "人员：列出、查看、导入、重发 PIN、密钥",
    ),
];

/// The Chinese of an English help text; the text itself where there is none.
pub fn chinese(text: &str) -> &str {
    TEXTS
        .iter()
        .chain(upkeep::TEXTS)
        .find(|(en, _)| *en == text)
        .map_or(text, |(_, zh)| zh)
}
