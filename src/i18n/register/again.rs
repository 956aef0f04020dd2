//! The words for what is mended, for who comes again, and for doubtful numbers.

use super::super::Lang;
use super::{HEADING, HEADING_DRAFT, Pair, word};
use crate::domain::identity::Doubt;

/// The heading: a new form, or the inquiry whose fields are corrected.
pub fn heading(lang: Lang, correcting: &str, blank: bool) -> String {
    match (correcting, blank) {
        ("", true) => word(lang, HEADING).to_owned(),
        ("", false) => word(lang, HEADING_DRAFT).to_owned(),
        (number, _) => lang.pick(format!("更正  {number}"), format!("Correct  {number}")),
    }
}

/// Before and after stay; the key for an entry that should never have been.
pub const KEPT_BOTH: Pair = (
    "前后都留在记录；^N 误登撤销",
    "both stay on record; ^N: a mistake",
);
/// The title of the pane while fields are corrected.
pub const MENDING: Pair = ("更正会记下", "This correction records");
/// The fields that a correction changes, before and after.
pub const MENDS: Pair = ("改动", "Changed");
/// No field differs yet.
pub const MENDS_NOTHING: Pair = (
    "还没有。改哪一项，前后就列在这里。",
    "Nothing yet: each field you change is listed here, before and after.",
);
/// What a correction does to the clocks.
pub const MENDED_CLOCKS: Pair = ("时限", "Clocks");
/// A correction that moves no clock.
pub const CLOCKS_STAY: Pair = (
    "照原来的走。改收到时间、方式、类型或事项才会重算；已经超期的不会抹掉。",
    "They run on as they are. Only time of receipt, channel, kind or matter count them anew; a breach stays.",
);
/// A clock that would not have run by what stands there now.
pub fn clock_ends(lang: Lang, clock: &str) -> String {
    lang.pick(format!("{clock} 不再计"), format!("{clock} runs no more"))
}

/// How a correction ends.
pub const MENDING_KEYS: Pair = (
    "写明原因再保存；谁、何时、前后各是什么都留在记录里。^X 放弃更正。",
    "Say why, then save: who, when, before and after stay on record. ^X gives it up.",
);
/// Nothing was saved yet.
pub const NOTHING_SAVED: Pair = (
    "还没有刚存的件。F2 到待办选中一件，再按 ^Z 更正。",
    "Nothing was just saved. F2: choose one in the queue, then ^Z.",
);
/// A withdrawn registration is not corrected.
pub const WITHDRAWN_ALREADY: Pair = (
    "这一件已按误登撤销，不再更正。",
    "It was withdrawn as a mistake: nothing to correct.",
);
/// A withdrawal begins with a correction.
pub const CORRECT_FIRST: Pair = (
    "先按 ^Z 打开刚存的一件，再撤销。",
    "Open what was saved with ^Z first.",
);
/// A withdrawal needs a reason.
pub const WHY_WITHDRAW: Pair = (
    "请先写明为什么是误登，再按 ^N 撤销。",
    "Say first why it was a mistake, then ^N.",
);
/// Nothing differs from the record.
pub const NOTHING_CHANGED: Pair = (
    "没有改动。请先改要更正的那一项；^X 放弃更正。",
    "Nothing differs: change the field that is wrong, or ^X to give up.",
);
/// A correction was given up.
pub const CORRECTION_DROPPED: Pair = (
    "已放弃更正，记录没有变。",
    "Given up: the record is as it was.",
);
/// It cannot have been received after it was entered.
pub const AFTER_ENTRY: Pair = (
    "收到时间不能晚于登记时间，请改正。",
    "It cannot have come after it was entered.",
);
/// Nobody like this came before.
pub const NOBODY_KNOWN: Pair = (
    "没有找到来过的记录。打电话、姓名、单位或证件尾号再按 ^R。",
    "Nobody is known by this: phone, name, unit or ID tail, then ^R.",
);
/// The link to an earlier inquiry was taken away.
pub const UNLINKED: Pair = (
    "不再接着以前的件，按新件登记。",
    "Not linked: a new inquiry.",
);

/// It was corrected, or withdrawn.
pub fn corrected(lang: Lang, number: &str, withdrawn: bool) -> String {
    if withdrawn {
        lang.pick(
            format!("已撤销 {number}(误登)，记录保留"),
            format!("Withdrew {number} as a mistake; it stays on record"),
        )
    } else {
        lang.pick(
            format!("已更正 {number}，更正前后都留在记录里"),
            format!("Corrected {number}: before and after stay on record"),
        )
    }
}

/// What a withdrawal would do.
pub fn withdraws(lang: Lang, number: &str, reason: &str) -> String {
    lang.pick(
        format!("{number} 按误登撤销：不再办理，时限停止，记录保留。原因「{reason}」"),
        format!("Withdraw {number} as a mistake? Its clocks stop, the record stays. “{reason}”"),
    )
}

/// This form goes on with an earlier inquiry.
pub fn linked(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("接着 {number} 办；^R 换一件或取消"),
        format!("Goes on with {number}; ^R: another or none"),
    )
}

/// People of this name or unit came before: not surely the same.
pub fn alike(lang: Lang, times: usize) -> String {
    let plural = if times == 1 { "" } else { "s" };
    lang.pick(
        format!("同名或同单位 {times} 件"),
        format!(
            "Alike: {times} inquir{}",
            if plural.is_empty() { "y" } else { "ies" }
        ),
    )
}

/// The seldom needed fields are hidden, and what stands in them is kept.
pub const MORE_KEPT: Pair = (
    "证件、地址、代收先收起，所填仍会保存；再按 ^O 显示。",
    "Hidden, but what stands there is saved; ^O shows it again.",
);
/// An identity number that fits its check character.
pub const PERSON_OK: Pair = ("身份证号校验通过", "identity number: check passed");
/// A code of an organisation that fits its check character.
pub const ORGANISATION_OK: Pair = (
    "统一社会信用代码校验通过",
    "social credit code: check passed",
);
/// A telephone number of a form that none has.
pub const PHONE_DOUBTFUL: Pair = ("位数？", "digits?");

/// What is doubtful about a document's number; it can be saved as it is.
pub fn doubt(lang: Lang, doubt: Doubt) -> String {
    match doubt {
        Doubt::Length { has } => lang.pick(
            format!("证件号 {has} 位，身份证是 18 位：请核对，确实如此可照存"),
            format!("{has} characters; an identity number has 18: check, or save as it is"),
        ),
        Doubt::Birth => lang.pick(
            "证件号里的出生日期不对：请核对，确实如此可照存".to_owned(),
            "No such day of birth: check the number, or save as it is".to_owned(),
        ),
        Doubt::Check => lang.pick(
            "证件号校验位不对，可能抄错一位：请核对，确实如此可照存".to_owned(),
            "The check character does not fit: one may be miscopied; or save as it is".to_owned(),
        ),
        Doubt::Character(c) => lang.pick(
            format!("信用代码里不会有「{c}」：请核对，确实如此可照存"),
            format!("No such code has a “{c}”: check it, or save as it is"),
        ),
    }
}

/// How an organisation that was named before is put into its field.
pub const UNIT_HOW: Pair = (
    "按下键取用以前登记过的单位；不取就照打的登记",
    "Down takes one that was named before; what you type stays otherwise",
);
/// How what was left is listed.
pub const LEFT_HOW: Pair = (
    "来人留下的材料，用顿号或逗号分开；交还前不能办结",
    "What was left, parted by commas; given back before closing",
);
