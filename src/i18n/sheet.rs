//! What is wrong with a file of rows and columns, in words.

use super::catalog::catalog_reason;
use super::refusal::{Speaker, refusal};
use super::{Lang, paper};
use crate::domain::catalog::Lint;
use crate::sheet::finding::{Finding, What};
use crate::sheet::table::{
    LARGEST_FILE, LARGEST_UNPACKED, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, TableFault, letter,
};

/// Why a file gives no table, and what to do.
pub fn table(lang: Lang, file: &str, fault: &TableFault) -> String {
    let (zh, en) = reason(fault);
    match lang {
        Lang::Zh => format!("{file}：{zh}"),
        Lang::En => format!("{file}: {en}"),
    }
}

const fn mebibytes(bytes: u64) -> u64 {
    bytes >> 20
}

fn reason(fault: &TableFault) -> (String, String) {
    let rows = MOST_ROWS - 1;
    match fault {
        TableFault::Unreadable(why) => (
            format!("读不出来（{why}）。请核对文件名和权限。"),
            format!("it cannot be read ({why}): check its name and permissions."),
        ),
        TableFault::OtherName => both(
            "要 .xlsx 或 .csv 文件。",
            "an .xlsx or .csv file is wanted.",
        ),
        TableFault::TooLarge => {
            let most = mebibytes(LARGEST_FILE);
            (
                format!("文件超过 {most} MB，没有读。请分成几个文件。"),
                format!("the file is larger than {most} MB and was not read: split it."),
            )
        }
        TableFault::Bomb => {
            let most = mebibytes(LARGEST_UNPACKED);
            (
                format!("解开后超过 {most} MB，不像是正常的工作簿，没有读。"),
                format!("it unpacks to more than {most} MB, which no honest workbook does: it was not read."),
            )
        }
        TableFault::Empty => (
            "里面是空的。第一行写列名，下面每行一条。".to_owned(),
            "nothing stands in it: the first row names the columns, each row below is an entry.".to_owned(),
        ),
        TableFault::NotText => (
            "不是文字：请存成 .xlsx，或 UTF-8、GB18030 编码的 .csv。".to_owned(),
            "this is no text: save it as .xlsx, or as .csv in UTF-8 or GB18030.".to_owned(),
        ),
        TableFault::NoWorkbook => (
            "名字是工作簿，里面却不是。如果是 .csv，请改回 .csv 的名字；否则请在表格软件里另存为 .xlsx。".to_owned(),
            "it is called a workbook and is none: give a .csv its own name back, else save it anew as .xlsx.".to_owned(),
        ),
        TableFault::IsWorkbook => (
            "名字是 .csv，里面却是工作簿。请改成 .xlsx 的名字。".to_owned(),
            "it is called .csv and is a workbook: rename it to .xlsx.".to_owned(),
        ),
        TableFault::OldOrLocked => (
            "是旧的 .xls，或者加了密码。请去掉密码，另存为 .xlsx。".to_owned(),
            "this is an old .xls, or it has a password: take the password off and save it as .xlsx.".to_owned(),
        ),
        TableFault::Damaged(why) => (
            format!("工作簿不完整或已损坏（{why}）。请重新拷贝，或在表格软件里打开后另存。"),
            format!("the workbook is cut short or damaged ({why}): copy it again, or open it in a spreadsheet and save it anew."),
        ),
        TableFault::TooManyRows(sheet) => (
            format!("{}超过 {rows} 行。请删去空行，或分成几个文件。", of_sheet(sheet)),
            format!("{} has more than {rows} rows: remove blank ones, or split the file.", sheet_or_it(sheet)),
        ),
        TableFault::TooManyColumns(sheet) => (
            format!("{}超过 {MOST_COLUMNS} 列。请删去多余的列。", of_sheet(sheet)),
            format!("{} has more than {MOST_COLUMNS} columns: remove those that are not needed.", sheet_or_it(sheet)),
        ),
        TableFault::LongCell { sheet, row, column } => {
            let column = letter(*column);
            (
                format!("{}第 {row} 行 {column} 列超过 {LONGEST_CELL} 个字。请缩短。", of_sheet(sheet)),
                format!("{}, row {row}, column {column}: more than {LONGEST_CELL} characters; shorten it.", sheet_or_it(sheet)),
            )
        }
        TableFault::Ragged(row) => (
            format!("第 {row} 行附近读不下去，多半是引号没有配对。"),
            format!("it cannot be read on near row {row}: a quotation mark is not closed, most likely."),
        ),
    }
}

fn of_sheet(sheet: &str) -> String {
    if sheet.is_empty() {
        String::new()
    } else {
        format!("「{sheet}」")
    }
}

fn sheet_or_it(sheet: &str) -> &str {
    if sheet.is_empty() { "it" } else { sheet }
}

/// A finding with its place: sheet, row, column.
pub fn finding(lang: Lang, finding: &Finding, voice: &dyn Speaker) -> String {
    let Finding {
        sheet,
        row,
        column,
        what,
    } = finding;
    let message = message(lang, what, voice);
    match (lang, column.is_empty()) {
        (Lang::Zh, true) => format!("{sheet}：{message}"),
        (Lang::En, true) => format!("{sheet}: {message}"),
        (Lang::Zh, false) => format!("{sheet} 第 {row} 行 {column}：{message}"),
        (Lang::En, false) => format!("{sheet}, row {row}, {column}: {message}"),
    }
}

/// What does not fit and what to do, without the place.
#[expect(clippy::too_many_lines, reason = "one arm a fault")]
pub fn message(lang: Lang, what: &What, voice: &dyn Speaker) -> String {
    let (zh, en) = match what {
        What::Refused(why) => return refusal(lang, why, voice),
        What::Catalog(reason) => return catalog_reason(lang, reason),
        What::Lint(lint) => return self::lint(lang, *lint),
        What::UnknownColumn => both(
            "不认识这一列，没有采用。请核对列名。",
            "this column is not known and was kept out: check its name.",
        ),
        What::ColumnTwice => both(
            "这一列出现了两次，请删去一列。",
            "this column stands twice: remove one.",
        ),
        What::MissingColumn => both("缺少这一列，请补上。", "this column is missing: add it."),
        What::MissingSheet => both("缺少这张表，请补上。", "this sheet is missing: add it."),
        What::UnknownSheet => both(
            "不认识这张表，没有采用。",
            "this sheet is not known and was kept out.",
        ),
        What::NoRows => both("表里没有内容。", "there is nothing below the heading."),
        What::TooLong(most) => (
            format!("太长，最多 {most} 个字。"),
            format!("too long: at most {most} characters."),
        ),
        What::NumericId => both(
            "编码是按数字存的，位数多了末尾会变、开头的 0 会丢。请把单元格设为「文本」后重新输入。",
            "this code is stored as a number, which loses its end or its zeros: make the cell text and type it anew.",
        ),
        What::CellFault(fault) => (
            format!("公式没有结果（{fault}），请改正或直接填值。"),
            format!("the formula has no result ({fault}): mend it, or fill in the value."),
        ),
        What::NotANumber(text) => (
            format!("「{text}」不是整数，请只填数字。"),
            format!("“{text}” is no whole number: write digits only."),
        ),
        What::NotADate(text) => (
            format!("「{text}」不是日期，请写成 2026-01-31。"),
            format!("“{text}” is no date: write it as 2026-01-31."),
        ),
        What::NotATime(text) => (
            format!("「{text}」不是日期加时间，请写成 2026-01-31 09:30。"),
            format!("“{text}” is no date with a time: write it as 2026-01-31 09:30."),
        ),
        What::UnknownWord { found, choices } => (
            format!("不能填「{found}」，可以填：{choices}"),
            format!("“{found}” is none of these: {choices}"),
        ),
        What::BadId(text) => (
            format!("「{text}」里有空格，请去掉。"),
            format!("“{text}” has blanks in it: take them out."),
        ),
        What::Unseen => both(
            "里面有看不见的字符，请重新输入。",
            "there are characters that cannot be seen: type it anew.",
        ),
        What::Empty => both("是空的，请填写。", "this is empty: fill it in."),
        What::UnknownMatter(code) => (
            format!("事项表里没有实施编码 {code}，请核对。"),
            format!("no matter has the code {code}: check it."),
        ),
        What::Twice(row) => (
            format!("与第 {row} 行重复，请合并或改编码。"),
            format!("the same as row {row}: merge them, or change the code."),
        ),
        What::Overlaps(row) => (
            format!("与第 {row} 行的同一事项生效期重叠，请把前一个的取消日期改到后一个生效之日。"),
            format!(
                "in force together with the same matter in row {row}: cancel the earlier on the day when the later begins."
            ),
        ),
        What::BadSteps(text) => (
            format!("看不懂「{text}」，请写成「受理：1；审核：3；决定：1」，数字是天数。"),
            format!("“{text}” cannot be read: write each step as name:days, parted by semicolons."),
        ),
        What::LimitWithoutUnit => both(
            "时限有数字没有单位，请填：工作日 自然日 小时 月",
            "the limit has a number but no unit: 工作日 自然日 小时 月",
        ),
        What::ZeroLimit => both(
            "只有即办件（当场）的时限是 0，请核对数字、单位和办件类型。",
            "only what is done at once takes no time: check number, unit and case type.",
        ),
        What::NoSource => both(
            "没有写材料从哪里来，来人不知道到哪里取。请填来源渠道。",
            "nobody is told where to get this document: say where it comes from.",
        ),
        What::SameVersion(version) => (
            format!("正在用的目录也叫版本 {version}，内容却不同。请换一个版本号。"),
            format!(
                "the catalogue in use is version {version} too, with other content: give this one another."
            ),
        ),
        What::UnknownPerson(name) => (
            format!("没有「{name}」这个人，或者不止一个。请填工号。"),
            format!("nobody is called “{name}”, or several are: write the staff number."),
        ),
        What::UnknownMatterName(name) => (
            format!("目录里没有「{name}」，或者不止一个。请填实施编码，或把事项留空、写在疑问里。"),
            format!(
                "the catalogue has no “{name}”, or several: write its code, or leave it blank and put it into words."
            ),
        ),
        What::OthersSlip(name) => (
            format!("这张单子的首问人是{name}，请由本人导入。"),
            format!(
                "the first asked on this slip was {name}: they have to bring it in themselves."
            ),
        ),
    };
    lang.pick(zh, en)
}

fn both(zh: &str, en: &str) -> (String, String) {
    (zh.to_owned(), en.to_owned())
}

/// A published matter that is untrue to itself.
pub fn lint(lang: Lang, lint: Lint) -> String {
    let (zh, en) = match lint {
        Lint::PromiseBeyondLaw { promised, legal } => {
            let zh = |span| paper::span(Lang::Zh, span);
            let en = |span| paper::span(Lang::En, span);
            (
                format!("承诺 {} 比法定 {} 还长，请核对。", zh(promised), zh(legal)),
                format!(
                    "the promise of {} is longer than the law's {}: check both.",
                    en(promised),
                    en(legal)
                ),
            )
        }
        Lint::PromisePerhapsBeyondLaw { promised, legal } => {
            let zh = |span| paper::span(Lang::Zh, span);
            let en = |span| paper::span(Lang::En, span);
            (
                format!(
                    "承诺 {} 可能比法定 {} 还长（单位不同），请核对。",
                    zh(promised),
                    zh(legal)
                ),
                format!(
                    "the promise of {} may be longer than the law's {} (the units differ): check both.",
                    en(promised),
                    en(legal)
                ),
            )
        }
        Lint::StepsBeyondPromise { steps, promised } => (
            format!("各环节共 {steps} 天，超过承诺的 {promised} 天，请核对。"),
            format!("the steps take {steps} days, the promise is {promised}: check both."),
        ),
        Lint::StepsShortOfPromise { steps, promised } => (
            format!("各环节共 {steps} 天，不到承诺的 {promised} 天，请写全各环节。"),
            format!("the steps take {steps} days of the {promised} promised: name every step."),
        ),
        Lint::EndsBeforeItBegins => both(
            "取消日期要晚于生效日期，请改正。",
            "it is cancelled on or before the day it comes into force: correct it.",
        ),
        Lint::CatchAll => both(
            "「其他材料」等于没有告知。请写明是什么材料，或删去这一行。",
            "“other documents” tells nobody anything: name the document, or remove the row.",
        ),
        Lint::FormWithoutCount => both(
            "材料形式要这一种，份数却是 0，请核对。",
            "the document is wanted in this form, and none of it is counted: check both.",
        ),
        Lint::CountWithoutForm => both(
            "材料形式不要这一种，却填了份数，请核对。",
            "pieces are counted of a form that is not wanted: check both.",
        ),
        Lint::NoPhone => both(
            "没有咨询电话，建议补上。",
            "there is no telephone to ask: add one.",
        ),
        Lint::NoComplaintPhone => both(
            "没有监督电话，建议补上。",
            "there is no telephone for complaints: add one.",
        ),
    };
    lang.pick(zh, en)
}

/// A file that findings stop.
pub fn stopped(lang: Lang, file: &str, errors: usize, warnings: usize) -> String {
    match lang {
        Lang::Zh => {
            format!("{file} 有 {errors} 处错误、{warnings} 处提醒，什么都没有采用。请改正后再试。")
        }
        Lang::En => format!(
            "{file}: errors {errors}, warnings {warnings}. Nothing was taken over: correct it first."
        ),
    }
}

/// A file that fits, with what was noticed.
pub fn fits(lang: Lang, file: &str, warnings: usize) -> String {
    match (lang, warnings) {
        (Lang::Zh, 0) => format!("{file} 没有问题。"),
        (Lang::En, 0) => format!("{file}: nothing is wrong."),
        (Lang::Zh, count) => format!("{file} 可以导入，有 {count} 处提醒。"),
        (Lang::En, count) => format!("{file} can be imported; warnings: {count}."),
    }
}

/// Before a warning.
pub fn warning(lang: Lang, sentence: &str) -> String {
    match lang {
        Lang::Zh => format!("提醒：{sentence}"),
        Lang::En => format!("warning: {sentence}"),
    }
}

/// A file of one kind where another is wanted.
pub fn which_files(lang: Lang) -> String {
    lang.pick(
        "请写一个文件，或同时写 --matters 和 --documents。",
        "Name one file, or both --matters and --documents.",
    )
    .to_owned()
}
