//! What the checklist screen says.

use super::Lang;
use crate::domain::catalog::{DocumentKind, DocumentSource, Progress};
use crate::domain::command::Told;

/// A short, fixed wording of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Say {
    /// The screen before a matter is chosen.
    ChooseMatter,
    /// The field in which a matter is looked for.
    Matter,
    /// How a matter is found.
    FindHint,
    /// Nothing fits what is typed.
    NoMatter,
    /// Enter was pressed and nothing is marked.
    TakeOne,
    /// No matter is chosen yet.
    MatterFirst,
    /// The visitor's circumstances.
    Circumstances,
    /// The matter knows no circumstances.
    NoCircumstances,
    /// Any one of a group will do.
    AnyOne,
    /// Documents that are here.
    Brought,
    /// Documents that are not compulsory.
    Optional,
    /// Nothing is missing.
    Complete,
    /// A matter whose facts are an example.
    Example,
    /// Nothing else may be asked for later.
    NothingElse,
    /// The whole of it is on the paper.
    MoreOnPaper,
    /// Why a document does not serve.
    WhyInvalid,
    /// How the notice is told.
    HowTold,
    /// Why more is asked than the last notice had.
    WhyMore,
    /// A reason has to be typed.
    ReasonFirst,
    /// A visitor has to be registered before a notice has a number.
    RegisterFirst,
    /// Nothing is missing, and there is no notice to tick off.
    NothingToTell,
    /// The document is not on the list.
    NoSuchDocument,
    /// There is no document to mark.
    NoDocument,
    /// Read aloud, as the title of a sheet.
    Aloud,
    /// A preview, as part of a title.
    Preview,
    /// The promised limit, briefly.
    Promised,
    /// The legal limit, briefly.
    Legal,
    /// The fee, briefly.
    Fee,
    /// The catalogue, briefly.
    Catalogue,
}

impl Say {
    /// The words.
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::ChooseMatter => ("选事项", "Choose a matter"),
            Self::Matter => ("事项", "Matter"),
            Self::FindHint => (
                "打汉字、拼音或首字母，如 fply；上下键选，Enter 定，Esc 退",
                "Type hanzi, pinyin or initials such as fply; arrows, Enter to take, Esc to leave",
            ),
            Self::NoMatter => (
                "没有这样的事项，请换几个字再找。",
                "No matter fits: try other letters.",
            ),
            Self::TakeOne => (
                "请先打几个字，或用上下键选一个事项。",
                "Type a few letters, or mark a matter with the arrows.",
            ),
            Self::MatterFirst => ("请先按 / 选事项。", "Choose a matter first: press /."),
            Self::Circumstances => ("情形", "Case"),
            Self::NoCircumstances => ("本事项不分情形", "the same for everyone"),
            Self::AnyOne => ("任一", "any"),
            Self::Brought => ("已带", "Brought"),
            Self::Optional => ("可不带", "Not compulsory"),
            Self::Complete => ("材料齐了", "Complete"),
            Self::Example => ("示例目录，以本地公布为准", "example: local rules decide"),
            Self::NothingElse => (
                "没列出的材料，以后不得无故再要；确需增加须写明原因，计入二次告知。",
                "Nothing else may be asked for later without a reason: it counts against us.",
            ),
            Self::MoreOnPaper => ("p 看全文", "p for all of it"),
            Self::WhyInvalid => ("为什么不能用", "Why it does not serve"),
            Self::HowTold => (
                "怎么告知的：1 打印  2 念给来人听  3 出示   Esc 不出",
                "How is it told: 1 printed  2 read aloud  3 shown   Esc to leave",
            ),
            Self::WhyMore => ("为什么再要", "Why more is asked"),
            Self::ReasonFirst => ("请写明原因。", "Write the reason."),
            Self::RegisterFirst => (
                "告知单要有编号，先登记来人。现在去登记？登记后回到这里，勾选都在。",
                "A numbered notice needs a registered visitor. Register now? You come back here with every tick kept.",
            ),
            Self::NothingToTell => (
                "材料齐了，没有要告知的：可以受理或答复。",
                "Complete: nothing to tell. Accept or answer it.",
            ),
            Self::NoSuchDocument => ("清单里没有这个序号。", "The list has no such number."),
            Self::NoDocument => ("先用 Tab 到材料栏。", "Go to the documents with Tab first."),
            Self::Aloud => ("念给来人听", "Read aloud"),
            Self::Preview => ("预览", "preview"),
            Self::Promised => ("承诺", "promised"),
            Self::Legal => ("法定", "legal"),
            Self::Fee => ("收费", "fee"),
            Self::Catalogue => ("目录", "catalogue"),
        };
        lang.pick(zh, en)
    }
}

/// The form of a document in few columns, with how many: `原件 1`.
pub fn form(lang: Lang, kind: DocumentKind, copies: Option<u32>) -> String {
    let (zh, en) = match kind {
        DocumentKind::Original => ("原件", "original"),
        DocumentKind::Copy => ("复印件", "copy"),
        DocumentKind::OriginalAndCopy => ("原件+复印件", "orig + copy"),
        DocumentKind::Either => ("原件或复印件", "orig or copy"),
        DocumentKind::Electronic => ("电子件", "electronic"),
    };
    let kind = lang.pick(zh, en);
    copies.map_or_else(|| kind.to_owned(), |copies| format!("{kind} {copies}"))
}

/// Who issues a document, in few columns.
pub fn source(lang: Lang, source: DocumentSource) -> &'static str {
    let (zh, en) = match source {
        DocumentSource::Applicant => ("自备", "own"),
        DocumentSource::GovIssued => ("政府核发", "authority"),
        DocumentSource::ThirdParty => ("单位医院", "employer,clinic"),
        DocumentSource::Mixed => ("视情形", "it depends"),
    };
    lang.pick(zh, en)
}

/// How far the visitor has come: `还缺 4 项   应交 6,已带 2`.
pub fn progress(lang: Lang, progress: Progress) -> String {
    let Progress { asked, brought } = progress;
    let missing = progress.missing();
    if missing == 0 {
        return lang.pick(
            format!("材料齐了   应交 {asked} 项，已带 {brought}"),
            format!("Complete   {brought} of {asked} brought"),
        );
    }
    lang.pick(
        format!("还缺 {missing} 项   应交 {asked}，已带 {brought}"),
        format!("Missing {missing}   {brought} of {asked} brought"),
    )
}

/// Which page of how many.
pub fn page(lang: Lang, page: usize, of: usize) -> String {
    lang.pick(format!("第 {page}/{of} 页"), format!("page {page}/{of}"))
}

/// For which inquiry the list is: number, masked name and telephone.
pub fn for_inquiry(lang: Lang, number: &str, who: &str) -> String {
    lang.pick(format!("为 {number} {who}"), format!("For {number} {who}"))
}

/// The last notice of the inquiry.
pub fn last_notice(lang: Lang, number: &str, day: &str, missing: usize) -> String {
    lang.pick(
        format!("上次 {number} {day}，缺 {missing} 项"),
        format!("last notice {number} on {day}, {missing} missing"),
    )
}

/// No visitor is registered for this list yet.
pub fn no_inquiry(lang: Lang) -> &'static str {
    lang.pick(
        "还没有登记来人：i 会先请您登记",
        "No visitor registered yet: i will ask you to",
    )
}

/// Why a document does not serve.
pub fn does_not_serve(lang: Lang, why: &str) -> String {
    lang.pick(format!("不能用：{why}"), format!("does not serve: {why}"))
}

/// A remark on a document.
pub fn note(lang: Lang, note: &str) -> String {
    lang.pick(format!("注：{note}"), format!("note: {note}"))
}

/// A notice was issued.
pub fn issued(lang: Lang, notice: &str, missing: usize, told: Told, second: bool) -> String {
    let (zh, en) = match told {
        Told::Printed => ("请打印(p)交来人签收", "print it (p) and have it signed"),
        Told::Read => ("已念给来人", "read aloud"),
        Told::Shown => ("已出示", "shown"),
    };
    if second {
        lang.pick(
            format!("已出 {notice}，缺 {missing} 项，计为二次告知；{zh}。"),
            format!("{notice} issued: {missing} missing, counted as a second notice; {en}."),
        )
    } else {
        lang.pick(
            format!("已出 {notice}，缺 {missing} 项一次说清；{zh}。"),
            format!("{notice} issued: all {missing} missing are on it; {en}."),
        )
    }
}

/// Documents were taken against the last notice.
pub fn took(lang: Lang, count: usize, notice: &str, still: usize) -> String {
    if still == 0 {
        return lang.pick(
            format!("收到补交 {count} 件，{notice} 已齐。到待办按 A 受理，或按 a 答复。"),
            format!("{count} taken, {notice} is complete. In the queue: A to accept, a to answer."),
        );
    }
    lang.pick(
        format!("收到补交 {count} 件，{notice} 还缺 {still} 项。"),
        format!("{count} taken, {notice} still lacks {still}."),
    )
}

/// Nothing has changed since the last notice.
pub fn nothing_new(lang: Lang, notice: &str) -> String {
    lang.pick(
        format!("与 {notice} 相比没有变化：勾上补来的材料再按 i，p 可再看告知单。"),
        format!("Nothing has changed since {notice}: tick what came, then i; p shows it again."),
    )
}

/// The list belongs to an inquiry already.
pub fn has_inquiry(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("这张清单属于 {number}；另来一位请按 F1 登记。"),
        format!("This list belongs to {number}: press F1 to register someone else."),
    )
}

/// The matter is no longer in the catalogue.
pub fn matter_gone(lang: Lang, id: &str) -> String {
    lang.pick(
        format!("目录里没有「{id}」，请另选事项。"),
        format!("The catalogue has no matter “{id}”: choose another."),
    )
}

/// By when we have to tell everything that is missing.
pub fn tell_by(lang: Lang, due: &str, clause: &str) -> String {
    lang.pick(
        format!("缺什么我们须在 {due} 前一次告清，逾期视为已受理({clause})。"),
        format!(
            "All that is missing we must tell by {due}, else it counts as accepted ({clause})."
        ),
    )
}

/// The title of a notice that has no number yet.
pub fn notice_title(lang: Lang, name: &str) -> String {
    lang.pick(format!("{name}(预览)"), format!("{name} (preview)"))
}
