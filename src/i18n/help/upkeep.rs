//! What looks after an office's people, lists and files.

pub(super) const TEXTS: &[(&str, &str)] = &[
    (
        "Count a month: on the spot, on time, late, sent back, time in hands",
        "数一个月：当场、按时、超期、退回、在手时间",
    ),
    (
        "Set apart by: first, hands, department, leg, channel, matter, rulebook, day, week, month",
        "分法：first 首问人 hands 经手人 department 部门 leg 转办次序 channel 渠道 matter 事项 rulebook 制度 day 日 week 周 month 月",
    ),
    (
        "The month of registration, `2026-11`",
        "登记的月份，2026-11",
    ),
    (
        "Write a month's ledger and its figures to a file",
        "把一个月的台账和数字导出成文件",
    ),
    (
        "A workbook: ledger, legs, clocks, notices, handovers, figures",
        "工作簿：台账、转办、时限、告知单、交接班、数字",
    ),
    ("One table as .csv", "一张表，.csv"),
    (
        "Which table the .csv holds: ledger, legs, clocks, notices, handovers or figures",
        ".csv 装哪张表：ledger legs clocks notices handovers figures",
    ),
    (
        "How the .csv is written: utf-8 or gb18030",
        ".csv 的编码：utf-8 或 gb18030",
    ),
    (
        "Names and telephones in clear, for supervisors and quality, with --reason",
        "姓名电话不遮，限带班领导和质检，须写 --reason",
    ),
    ("For what; it goes on record", "用途，写进记录"),
    (
        "Write the guide to every matter as pages that need nothing else",
        "把全部事项的办事指南写成网页，不依赖任何外部文件",
    ),
    (
        "The directory; a new one, or one that holds an earlier guide",
        "目录；新目录，或放着以前发布的指南的目录",
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
        "Print references made from the program: keys, roles",
        "输出由程序生成的参考：keys、roles",
    ),
    ("keys, roles", "keys（键位表）、roles（角色与命令）"),
    (
        "Show name, telephone and papers in clear, for this reason, which goes on record",
        "按此原因显示姓名、电话、证件，原因记录在案",
    ),
    (
        "List the keys with which staff come in over SSH",
        "列出人员从 SSH 登录用的密钥",
    ),
    (
        "Let somebody in with a public key",
        "登记一把公钥，凭它登录",
    ),
    (
        "The key: the one line of its file, or the file",
        "公钥：文件里的那一行，或文件名",
    ),
    ("Let a key in no more", "停用一把公钥"),
    ("The key, or how it is called", "公钥，或它的名称"),
    (
        "List who looked at personal data and why, and what was destroyed",
        "列出谁因何看过个人信息，以及销毁了什么",
    ),
    (
        "Print the line that lets a key in, for OpenSSH's `AuthorizedKeysCommand`",
        "输出放行一把密钥的那一行，供 OpenSSH 的 AuthorizedKeysCommand 用",
    ),
    ("The account that is asked for", "要登录的账户"),
    ("The kind of key that is offered", "对方所持密钥的种类"),
    (
        "The key that is offered, in base 64",
        "对方所持的公钥(base64)",
    ),
    (
        "The app for somebody who came in with a key, and nothing but the app",
        "给凭密钥登录的人开本程序，别的都不给",
    ),
    (
        "The directory of keys and drafts; the environment is not asked",
        "密钥与草稿的目录；不看环境变量",
    ),
];
