//! The help of the command line in Chinese; English stands beside each option.

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
    ("Only those under way", "只列进行中的"),
    ("Print one as a sheet to be signed", "打印交接清单供签字"),
    ("The handover's number", "交接编号"),
    (
        "Look after the people: list, show, import, pin",
        "人员：列出、查看、导入、重发 PIN",
    ),
    ("List everyone", "列出全部人员"),
    ("Show one person", "查看一人"),
    ("The staff number", "工号"),
    (
        "Add or change people from a TOML, .csv or .xlsx file, by number",
        "从 TOML、.csv 或 .xlsx 按工号新增或更新人员",
    ),
    ("The file", "文件"),
    (
        "Draw a new one-time PIN for someone who lost theirs",
        "为忘记 PIN 的人发一次性 PIN",
    ),
    (
        "List the numbers that callers are given, with when each was last checked",
        "列出告知来人的电话，及各自最后核对的时间",
    ),
    (
        "Samples and bulletins: list, verify, print",
        "抽查和通报：列出、重算、打印",
    ),
    (
        "List the samples that were drawn, with who of them was asked",
        "列出抽查，及已回访的件",
    ),
    (
        "Draw samples again from seed and record, and compare",
        "按种子和记录重算抽查，核对是否一致",
    ),
    ("The sample; all of them without", "抽查编号；不写则全部"),
    ("List the bulletins that were issued", "列出已发的通报"),
    (
        "Print a bulletin: one that was issued, or a period as it stands now",
        "打印通报：已发的，或某一期间现在的情况",
    ),
    ("The bulletin's number", "通报编号"),
    ("The first day", "首日"),
    ("The last day", "末日"),
    (
        "Look after the rulebooks: list, show, check, export",
        "制度：列出、查看、检查、导出",
    ),
    (
        "List the rulebooks that come with the program",
        "列出内置制度",
    ),
    (
        "Show one with its clocks and clauses; the register's without a name",
        "查看制度的时限和条文；不写则看登记簿所用的",
    ),
    ("A built-in id or a file", "内置编号或文件"),
    (
        "Check a rulebook file: file, line, reason",
        "检查制度文件：文件、行、原因",
    ),
    ("A TOML file", "TOML 文件"),
    (
        "Write one as TOML, to be changed, checked and used",
        "导出为 TOML，供修改、检查、使用",
    ),
    (
        "A built-in id; the register's without",
        "内置编号；不写则为登记簿所用的",
    ),
    (
        "Where to; standard output without",
        "写到哪里；不写则输出到屏幕",
    ),
    (
        "Look after the matters: list, show, import, check, export",
        "事项目录：列出、查看、导入、检查、导出",
    ),
    ("List the matters", "列出事项"),
    ("Show one matter", "查看一个事项"),
    (
        "Put a catalogue in place of the one in use: TOML, .xlsx, or two .csv",
        "导入目录，替换现用目录：TOML、.xlsx 或两个 .csv",
    ),
    (
        "Only check it, and print what would change",
        "只检查，并列出会改动什么",
    ),
    (
        "Check a catalogue: sheet, row, column, reason",
        "检查目录：哪张表、哪一行、哪一列、原因",
    ),
    (
        "Print what a catalogue would change in the one in use",
        "列出一份目录会让现用目录改动什么",
    ),
    (
        "Write the catalogue as TOML or .xlsx by the file's name, or as two .csv",
        "导出目录：按文件名写成 TOML 或 .xlsx，或写成两个 .csv",
    ),
    (
        "A TOML file, an .xlsx workbook, or one .csv to be checked",
        "TOML 文件、.xlsx 工作簿，或要检查的一个 .csv",
    ),
    (
        "Enter paper slips afterwards, from a sheet: import, template",
        "从表格补录纸质单据：导入、空白表",
    ),
    (
        "Enter a sheet of paper slips: all of it, or none; a slip that is there already is not entered again",
        "补录一张表的纸质单据：要么全部，要么都不；录过的不会重复登记",
    ),
    ("An .xlsx or .csv file", ".xlsx 或 .csv 文件"),
    (
        "Why they are entered late; once for the whole sheet",
        "为什么补录，整张表写一次",
    ),
    (
        "Answer a question with yes for the whole sheet: duplicate",
        "整张表对某个提问都答「是」：duplicate",
    ),
    (
        "Only check it, and print what would be entered",
        "只检查，并列出会登记什么",
    ),
    (
        "Write a blank sheet to fill in, with what each column takes",
        "写一张空白表，附每列怎么填",
    ),
    ("The .xlsx file to write", "要写的 .xlsx 文件"),
    ("The matters as .csv", "事项表（.csv）"),
    ("The documents as .csv", "材料表（.csv）"),
    (
        "The catalogue's id, where the file gives none",
        "目录编号；文件里没有时用",
    ),
    (
        "The catalogue's version, where the file gives none; the day without",
        "目录版本；文件里没有时用，不写用当天日期",
    ),
    (
        "The built-in examples, even where a register has its own",
        "导出内置示例，而不是登记簿的目录",
    ),
    (
        "Look after the calendar: list, import, check",
        "日历：列出、导入、检查",
    ),
    (
        "Bring in yearly notices or own days, and move the clocks that run",
        "导入放假安排或本单位自定的日子，并改动在走的时限",
    ),
    ("A TOML, JSON or .csv file", "TOML、JSON 或 .csv 文件"),
    (
        "The file holds the office's own days: closed, or open with hours of its own",
        "文件里是本单位自定的日子：停办，或另定时间上班",
    ),
    (
        "Only print which due dates would move",
        "只列出会变动的到期时间，不改动",
    ),
    (
        "List the yearly notices, with their days off and make-up days",
        "列出各年放假安排及调休",
    ),
    (
        "Check a notice file: file, line, reason",
        "检查放假安排文件：文件、行、原因",
    ),
    (
        "Look after the record: verify, rebuild, checkpoint",
        "记录：核对、重建、校验点",
    ),
    (
        "Check the chain, the commitments, the checkpoints, and every view against the record",
        "核对链条、承诺值、校验点，以及各视图与记录是否一致",
    ),
    (
        "A code from a sheet, or a file of checkpoints kept elsewhere, to compare with",
        "交接班单上的校验码，或另处所存的校验点文件，用来比对",
    ),
    (
        "Make every view again from the record",
        "按记录重建所有视图",
    ),
    (
        "Seal how far the record has come, and print its code",
        "给记录打校验点，输出校验码",
    ),
    (
        "Append the checkpoint to this file, best on another machine",
        "把校验点追加到这个文件，最好放在另一台机器上",
    ),
    (
        "Draw a new key where this machine has none",
        "本机没有密钥时，生成新的密钥",
    ),
    (
        "Copy the register while others work, verified",
        "在他人使用时备份登记簿，并核对",
    ),
    ("Where the copy will lie", "备份放在哪里"),
    ("Replace what lies there", "替换已有的文件"),
    (
        "Keep the copy even where the record does not verify",
        "记录核对不上时也照样留存",
    ),
    ("Give up after so many seconds", "超过这么多秒就放弃"),
    (
        "Put a backup in the register's place, and keep what was there",
        "用备份恢复登记簿，并留存原来的",
    ),
    ("The backup", "备份文件"),
    (
        "Even where the backup is another register's",
        "即使备份属于另一个登记簿",
    ),
    (
        "Print what a shell needs for completion",
        "输出命令补全脚本",
    ),
    (
        "bash, elvish, fish, powershell or zsh",
        "bash、elvish、fish、powershell 或 zsh",
    ),
    (
        "Print references made from the program: keys",
        "输出由程序生成的参考：keys",
    ),
    ("keys", "keys（键位表）"),
];

/// The Chinese of an English help text; the text itself where there is none.
pub fn chinese(text: &str) -> &str {
    TEXTS
        .iter()
        .find(|(en, _)| *en == text)
        .map_or(text, |(_, zh)| zh)
}
