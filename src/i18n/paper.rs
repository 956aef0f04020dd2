//! The words on paper.

use super::Lang;
use crate::domain::catalog::{
    Binds, CaseType, DocumentKind, DocumentSource, Limit, LimitUnit, Particulars, Span,
};

/// A heading or label on a printed sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// The number of a sheet.
    Number,
    /// A sheet that has no number yet.
    Preview,
    /// The visitor.
    Applicant,
    /// The visitor's telephone or address.
    Contact,
    /// The matter.
    Matter,
    /// Kind of case.
    CaseType,
    /// The visitor's circumstances.
    Circumstances,
    /// The day of issue.
    Date,
    /// The catalogue's version.
    Catalogue,
    /// What is still missing.
    StillMissing,
    /// What the visitor brought.
    Brought,
    /// What is not compulsory.
    Optional,
    /// Conditions.
    Conditions,
    /// The legal limit.
    LegalLimit,
    /// The promised limit.
    PromisedLimit,
    /// Where a time binds the visitor.
    VisitorLimit,
    /// The fee.
    Fee,
    /// The legal basis.
    Basis,
    /// What the visitor receives.
    Result,
    /// The rule on incomplete documents.
    Correction,
    /// Where to go.
    Place,
    /// When it is open.
    Hours,
    /// Who handles the matter.
    Department,
    /// Who issued the sheet.
    Handler,
    /// A telephone for questions.
    Phone,
    /// A telephone for complaints.
    Complaint,
    /// A remark.
    Note,
    /// Why a document does not serve.
    DoesNotServe,
}

impl Label {
    /// The label of a limit that binds this side: a time that binds the visitor must
    /// not read as the office's promise.
    #[must_use]
    pub fn binding(self, binds: Binds) -> Self {
        match binds {
            Binds::Office => self,
            Binds::Visitor => Self::VisitorLimit,
        }
    }

    /// The words.
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Number => ("编号", "Number"),
            Self::Preview => ("（预览，未编号）", "(preview, no number yet)"),
            Self::Applicant => ("申请人", "Applicant"),
            Self::Contact => ("联系方式", "Contact"),
            Self::Matter => ("事项", "Matter"),
            Self::CaseType => ("办件类型", "Case type"),
            Self::Circumstances => ("情形", "Circumstances"),
            Self::Date => ("日期", "Date"),
            Self::Catalogue => ("目录", "Catalogue"),
            Self::StillMissing => ("还缺", "Still missing"),
            Self::Brought => ("已带", "Brought"),
            Self::Optional => ("可不带", "Not compulsory"),
            Self::Conditions => ("条件", "Conditions"),
            Self::LegalLimit => ("法定时限", "Legal limit"),
            Self::PromisedLimit => ("承诺时限", "Promised limit"),
            Self::VisitorLimit => ("申请人时限", "Time for you"),
            Self::Fee => ("收费", "Fee"),
            Self::Basis => ("依据", "Basis"),
            Self::Result => ("办理结果", "You receive"),
            Self::Correction => ("补正规定", "If incomplete"),
            Self::Place => ("地点", "Place"),
            Self::Hours => ("时间", "Hours"),
            Self::Department => ("办理部门", "Handled by"),
            Self::Handler => ("经办人", "Issued by"),
            Self::Phone => ("咨询电话", "Questions"),
            Self::Complaint => ("监督电话", "Complaints"),
            Self::Note => ("注", "Note"),
            Self::DoesNotServe => ("不能用", "does not serve"),
        };
        lang.pick(zh, en)
    }
}

/// The form of a document.
pub fn document_kind(lang: Lang, kind: DocumentKind) -> &'static str {
    let (zh, en) = match kind {
        DocumentKind::Original => ("原件", "original"),
        DocumentKind::Copy => ("复印件", "copy"),
        DocumentKind::OriginalAndCopy => ("原件和复印件", "original and copy"),
        DocumentKind::Either => ("原件或复印件", "original or copy"),
        DocumentKind::Electronic => ("电子件", "electronic"),
    };
    lang.pick(zh, en)
}

/// Where a document comes from.
pub fn document_source(lang: Lang, source: DocumentSource) -> &'static str {
    let (zh, en) = match source {
        DocumentSource::Applicant => ("申请人自备", "your own"),
        DocumentSource::GovIssued => ("政府部门核发", "issued by an authority"),
        DocumentSource::ThirdParty => (
            "单位、医院等出具",
            "issued by an employer, clinic or agency",
        ),
        DocumentSource::Mixed => ("视情形", "as the case may be"),
    };
    lang.pick(zh, en)
}

/// The kind of case.
pub fn case_type(lang: Lang, case: CaseType) -> &'static str {
    let (zh, en) = match case {
        CaseType::OnSpot => ("即办件", "done at the counter"),
        CaseType::Promised => ("承诺件", "done within a promised time"),
    };
    lang.pick(zh, en)
}

/// A length of time: `5个工作日`, `5 working days`.
pub fn span(lang: Lang, span: Span) -> String {
    let Span { value, unit } = span;
    let plural = if value == 1 { "" } else { "s" };
    let (zh, en) = match unit {
        LimitUnit::OnSpot => ("当场".to_owned(), "on the spot".to_owned()),
        LimitUnit::WorkingDay => (
            format!("{value}个工作日"),
            format!("{value} working day{plural}"),
        ),
        LimitUnit::CalendarDay => (
            format!("{value}日"),
            format!("{value} calendar day{plural}"),
        ),
        LimitUnit::Month => (format!("{value}个月"), format!("{value} month{plural}")),
        LimitUnit::Hour => (format!("{value}小时"), format!("{value} hour{plural}")),
        LimitUnit::DayUnspecified => (
            format!("{value}日（未注明工作日）"),
            format!("{value} day{plural} (which kind is not said)"),
        ),
    };
    lang.pick(zh, en)
}

/// A limit: in Chinese as published; in English its number and unit before the
/// published words.
pub fn limit(lang: Lang, limit: &Limit) -> String {
    match (lang, limit.span()) {
        (Lang::En, Some(length)) => format!("{} ({})", span(lang, length), limit.text),
        (Lang::Zh | Lang::En, _) => limit.text.clone(),
    }
}

/// How many of a document, after its form: ` 2份`.
pub fn copies(lang: Lang, copies: u32) -> String {
    lang.pick(format!("{copies}份"), format!("x{copies}"))
}

/// The form of a document and how many: `原件 1份、复印件 2份`.
pub fn form(
    lang: Lang,
    kind: DocumentKind,
    originals: Option<u32>,
    of_form: Option<u32>,
) -> String {
    let each = |kind, count| format!("{} {}", document_kind(lang, kind), copies(lang, count));
    match (kind, originals, of_form) {
        (DocumentKind::OriginalAndCopy, Some(first), Some(second)) => [
            each(DocumentKind::Original, first),
            each(DocumentKind::Copy, second),
        ]
        .join(lang.pick("、", ", ")),
        (DocumentKind::Original, Some(count), _) | (_, _, Some(count)) => each(kind, count),
        (_, _, None) => document_kind(lang, kind).to_owned(),
    }
}

/// Who issues a document, in the office's own words where it has any.
pub fn issuer(lang: Lang, source: DocumentSource, own: Option<&String>) -> String {
    own.map_or_else(|| document_source(lang, source).to_owned(), String::clone)
}

/// What else one needs to know to come with the right document, a line each.
pub fn particulars(lang: Lang, of: &Particulars) -> Vec<String> {
    let colon = lang.pick("：", ": ");
    let labelled = [
        (lang.pick("表格", "form"), &of.form),
        (lang.pick("出具地点", "issued at"), &of.issued_at),
        (lang.pick("有效期", "good for"), &of.validity),
        (lang.pick("电子件可代", "or show"), &of.electronic),
    ];
    labelled
        .into_iter()
        .filter_map(|(label, text)| Some(format!("{label}{colon}{}", text.as_ref()?)))
        .collect()
}

/// A document that may be brought after the application was accepted.
pub fn may_follow(lang: Lang) -> &'static str {
    lang.pick(
        "容缺：可以先受理，以后补交",
        "may follow: accepted without it, brought later",
    )
}

/// Before alternatives of which one will do.
pub fn any_one_of(lang: Lang, group: &str) -> String {
    lang.pick(
        format!("{group}：以下任交一件即可"),
        format!("{group}: any one of these will do"),
    )
}

/// How many things are still missing.
pub fn missing_count(lang: Lang, count: usize) -> String {
    lang.pick(
        format!("还缺 {count} 项"),
        format!("Still missing: {count}"),
    )
}

/// Nothing is missing.
pub fn complete(lang: Lang) -> &'static str {
    lang.pick("材料齐全。", "The documents are complete.")
}

/// What a second visit is for (D1 一(四)5, D2-7).
pub fn second_visit(lang: Lang) -> &'static str {
    lang.pick(
        "请把以上材料一次带齐，第二次来就能办完。",
        "Bring all of the above at once, and it can be finished at your second visit.",
    )
}

/// That the list is whole.
pub fn nothing_else(lang: Lang) -> &'static str {
    lang.pick(
        "本单没有列出的材料，以后不得无故再要；确需增加的，须书面说明原因，并计为二次告知。",
        "Nothing that is not on this list may be asked for later without reason. Where more is \
         needed, we say why in writing, and it counts as a second notification against us.",
    )
}

/// That the matter is an example.
pub fn example_mark(lang: Lang) -> &'static str {
    lang.pick(
        "示例目录，以本地公布为准。",
        "From an example catalogue; what is published locally decides.",
    )
}

/// The visitor was told, face to face.
pub fn told(lang: Lang) -> &'static str {
    lang.pick("以上内容已当面告知。", "I have been told the above.")
}

/// Where the visitor signs, and where the day goes.
pub fn receipt(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        ("申请人签收：__________", "日期：__________"),
        ("Received: ____________", "Date: ____________"),
    )
}

/// How many copies there are, and who keeps them.
pub fn two_copies(lang: Lang) -> &'static str {
    lang.pick(
        "本单一式两份，申请人和窗口各存一份。",
        "Made in two copies: one for the applicant, one for the counter.",
    )
}

/// Read aloud: what the matter is and how many things are missing.
pub fn say_opening(lang: Lang, matter: &str, missing: usize) -> String {
    lang.pick(
        format!("您办的是{matter}。还缺{missing}项材料。"),
        format!("Your matter is: {matter}. {missing} still to bring."),
    )
}

/// Read aloud: what the matter is, and that nothing is missing.
pub fn say_complete(lang: Lang, matter: &str) -> String {
    lang.pick(
        format!("您办的是{matter}。材料齐全，可以办理。"),
        format!("Your matter is: {matter}. The documents are complete."),
    )
}

/// Read aloud: one document, as the `nth` thing.
pub fn say_document(lang: Lang, nth: usize, what: &str) -> String {
    lang.pick(
        format!("第{nth}，{what}。"),
        format!("Number {nth}: {what}."),
    )
}

/// Read aloud: alternatives, as the `nth` thing.
pub fn say_any_one_of(lang: Lang, nth: usize, what: &[String]) -> String {
    lang.pick(
        format!("第{nth}，下面任带一样就行：{}。", what.join("，或者")),
        format!("Number {nth}, any one of these: {}.", what.join("; or ")),
    )
}

/// Read aloud: a label and what it says.
pub fn say_field(lang: Lang, label: Label, text: &str) -> String {
    let label = label.text(lang);
    let text = text.trim_end_matches(['。', '.']);
    lang.pick(format!("{label}：{text}。"), format!("{label}: {text}."))
}

/// A heading or label on a handoff slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlipLabel {
    /// The inquiry's number.
    Inquiry,
    /// How it came.
    Channel,
    /// When it was received.
    Received,
    /// The visitor's employer or organisation.
    Unit,
    /// The exact doubt.
    Words,
    /// The first responder.
    First,
    /// The sending side.
    From,
    /// The receiving side.
    To,
    /// When it was sent.
    Sent,
    /// Whether the visitor was led there.
    Accompanied,
    /// When it was signed for.
    Signed,
    /// The limits that run.
    Limits,
    /// What became of it.
    Result,
}

impl SlipLabel {
    /// The words.
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Inquiry => ("首问件", "Inquiry"),
            Self::Channel => ("方式", "Channel"),
            Self::Received => ("收到", "Received"),
            Self::Unit => ("单位", "Organisation"),
            Self::Words => ("疑问", "Doubt"),
            Self::First => ("首问责任人", "First responder"),
            Self::From => ("移交", "From"),
            Self::To => ("接收", "To"),
            Self::Sent => ("移交时间", "Sent"),
            Self::Accompanied => (
                "陪同前往，当面交接。",
                "The visitor was led there in person.",
            ),
            Self::Signed => ("签收时间", "Signed for"),
            Self::Limits => ("时限", "Limits"),
            Self::Result => ("办理情况", "What was done"),
        };
        lang.pick(zh, en)
    }
}

/// When a clock ends, and that the calendar did not reach that far.
pub fn slip_due(lang: Lang, due: &str, provisional: bool) -> String {
    let (zh, en) = if provisional {
        ("(暂定)", " (provisional)")
    } else {
        ("", "")
    };
    lang.pick(format!("{due} 前{zh}"), format!("by {due}{en}"))
}

/// Where a party of a slip signs: `移交人签字:____ 日期:____`.
pub fn slip_signature(lang: Lang, receiver: bool) -> (&'static str, &'static str) {
    match (lang, receiver) {
        (Lang::Zh, false) => ("移交人签字：__________", "时间：__________"),
        (Lang::Zh, true) => ("接收人签字：__________", "时间：__________"),
        (Lang::En, false) => ("Sender: ______________", "Time: __________"),
        (Lang::En, true) => ("Receiver: ____________", "Time: __________"),
    }
}

/// Where the head of the department, or whom they named, signs for how it was handled.
pub fn head_signature(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("部门负责人(或指定人)签章：__________", "时间：__________"),
        Lang::En => ("Head or deputy, with stamp: __________", "Time: __________"),
    }
}

/// Who gets a copy for their information.
pub fn slip_copied_to(lang: Lang, other: &str) -> String {
    lang.pick(format!("抄送：{other}"), format!("Copy to: {other}"))
}

/// How many copies of a slip are made, and who keeps them.
pub fn slip_copies(lang: Lang, copies: u32) -> String {
    lang.pick(
        format!("本单一式 {copies} 份，移交方和接收方各存。"),
        format!("Made in {copies} copies: sender and receiver keep theirs."),
    )
}

/// Before a limit of ours that no clause sets.
pub fn internal_rule(lang: Lang) -> &'static str {
    lang.pick("内控", "internal")
}
