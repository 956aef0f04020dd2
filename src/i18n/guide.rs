//! The words of the published guide.

use super::paper::span;
use super::{Lang, clauses};
use crate::domain::catalog::{LimitUnit, Span};
use crate::domain::rulebook::Length;

/// A heading, label or sentence of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// The guide as a whole.
    Guide,
    /// The guide to the office itself.
    OfficeGuide,
    /// What a matter is.
    Overview,
    /// The code of a matter here.
    Code,
    /// The code that it shares with other offices.
    BasicCode,
    /// The kind of power exercised.
    ItemType,
    /// The first day in force.
    Since,
    /// The first day no more in force.
    Until,
    /// The documents.
    Documents,
    /// Of everyone.
    Everyone,
    /// The steps of handling.
    Steps,
    /// The limits.
    Limits,
    /// What a limit counts from.
    Counted,
    /// What may be added to it.
    Extension,
    /// What a fee rests on.
    FeeBasis,
    /// The licence to charge it.
    FeeLicence,
    /// What we promise.
    Commitment,
    /// That the list is whole.
    NothingElse,
    /// Departments and posts.
    Structure,
    /// Where they are.
    Places,
    /// When they are open.
    OfficeHours,
    /// Duties of units and staff.
    Duties,
    /// The service standard.
    Standard,
    /// That everything missing is told at once.
    ToldOnce,
    /// Discipline.
    Discipline,
    /// Fees.
    Fees,
    /// Where to complain.
    Complaints,
    /// The regulations in force.
    Rules,
    /// To the text, past the head of the page.
    Skip,
    /// Back to the list of matters.
    ToIndex,
    /// The field to search in.
    Search,
    /// What can be typed there.
    SearchHint,
    /// Nothing fits what was typed.
    NothingFits,
    /// Matters of no named field.
    OtherMatters,
}

impl Say {
    /// The words.
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Guide => ("办事指南", "Guide to our services"),
            Self::OfficeGuide => ("机构与服务承诺", "The office and its commitments"),
            Self::Overview => ("基本信息", "At a glance"),
            Self::Code => ("实施编码", "Code"),
            Self::BasicCode => ("基本编码", "Shared code"),
            Self::ItemType => ("事项类型", "Kind of matter"),
            Self::Since => ("施行日期", "In force from"),
            Self::Until => ("取消日期", "In force until"),
            Self::Documents => ("申请材料", "Documents"),
            Self::Everyone => ("所有申请人都要交", "Everyone brings"),
            Self::Steps => ("办理流程", "Steps"),
            Self::Limits => ("办理时限", "Time limits"),
            Self::Counted => ("起算", "Counted from"),
            Self::Extension => ("可以延长", "May be extended"),
            Self::FeeBasis => ("收费依据", "Basis of the fee"),
            Self::FeeLicence => ("收费许可证", "Licence to charge"),
            Self::Commitment => ("我们的承诺", "Our commitment"),
            Self::NothingElse => (
                "本页没有列出的材料，窗口不得无故再要；确需增加的，须书面说明原因，并计为二次告知。",
                "Nothing that is not on this page may be asked for without reason. Where more is \
                 needed, we say why in writing, and it counts as a second notification against us.",
            ),
            Self::Structure => ("机构设置", "Structure"),
            Self::Places => ("办公地点和时间", "Places and hours"),
            Self::OfficeHours => ("办公时间", "Office hours"),
            Self::Duties => ("单位职能和人员职责", "Duties of units and staff"),
            Self::Standard => ("服务标准", "Service standard"),
            Self::ToldOnce => (
                "需要的材料一次告清",
                "All documents that are needed are told at once",
            ),
            Self::Discipline => ("纪律要求", "Discipline"),
            Self::Fees => (
                "收费项目、标准、依据和许可证",
                "Fees, standards, basis and licence",
            ),
            Self::Complaints => ("监督投诉", "Complaints"),
            Self::Rules => ("所依制度", "The rules behind it"),
            Self::Skip => ("跳到正文", "Skip to the text"),
            Self::ToIndex => ("全部事项", "All matters"),
            Self::Search => ("找事项", "Find a matter"),
            Self::SearchHint => (
                "可输汉字、全拼或拼音首字母",
                "Chinese, pinyin, initials or English",
            ),
            Self::NothingFits => ("没有找到，请换个说法。", "Nothing fits; try other words."),
            Self::OtherMatters => ("其他", "Others"),
        };
        lang.pick(zh, en)
    }
}

/// Office hours of a working day.
pub fn on_working_days(lang: Lang, hours: &str) -> String {
    if hours.trim().is_empty() {
        return String::new();
    }
    let hours = hours.replace(',', lang.pick("，", ", "));
    lang.pick(
        format!("工作日 {hours}"),
        format!("{hours} on working days"),
    )
}

/// Documents that a circumstance adds.
pub fn under(lang: Lang, sentence: &str) -> String {
    lang.pick(
        format!("以下情形另交：{sentence}"),
        format!("In addition, if: {sentence}"),
    )
}

/// One of a group of alternatives.
pub fn any_one(lang: Lang, group: &str) -> String {
    lang.pick(
        format!("任选其一（{group}）"),
        format!("any one of this group will do ({group})"),
    )
}

/// A step and the days that it may take.
pub fn step(lang: Lang, name: &str, days: u32, unit: LimitUnit) -> String {
    let time = if days == 0 {
        lang.pick("当日", "the same day").to_owned()
    } else {
        span(lang, Span { value: days, unit })
    };
    lang.pick(format!("{name}：{time}"), format!("{name}: {time}"))
}

/// In what time we tell everything that is missing, and what follows otherwise.
pub fn told_within(lang: Lang, within: &str, else_accepted: bool) -> String {
    let (zh, en) = if else_accepted {
        (
            "；逾期不告知的，自收到申请材料之日起即为受理",
            "; otherwise the application counts as accepted from the day it was received",
        )
    } else {
        ("", "")
    };
    lang.pick(
        format!("材料不全的，我们{within}一次告知全部补正内容{zh}。"),
        format!("If documents are missing, we tell you all of them at once: {within}{en}."),
    )
}

/// Where to complain.
pub fn complain(lang: Lang, line: &str) -> String {
    lang.pick(
        format!("没有做到的，可以投诉。监督电话：{line}"),
        format!("Where we fall short, complain. Complaint line: {line}"),
    )
}

/// The windows of a department.
pub fn windows(lang: Lang, windows: &str) -> String {
    lang.pick(format!("{windows} 号窗口"), format!("window {windows}"))
}

/// How long a clock of the regulation runs.
pub fn length(lang: Lang, length: Length) -> String {
    match length {
        Length::Fixed(limit) => clauses::limit(lang, limit),
        Length::Matter => lang
            .pick("按各事项的时限", "the matter's own limit")
            .to_owned(),
        Length::Promised => lang
            .pick("按答应来人的时间", "the time promised to the visitor")
            .to_owned(),
        Length::HalfPromised => lang
            .pick("答应时间的一半", "half the time promised")
            .to_owned(),
        Length::Correction(limit) => {
            let limit = clauses::limit(lang, limit);
            lang.pick(
                format!("当场或{limit}内"),
                format!("on the spot or within {limit}"),
            )
        }
    }
}

/// The most visits that anyone needs.
pub fn visits(lang: Lang, most: u32) -> String {
    lang.pick(
        format!("最多跑 {most} 次"),
        format!("{most} visits at the most"),
    )
}

/// A phrase that nobody here may use.
pub fn never_say(lang: Lang, phrase: &str) -> String {
    lang.pick(
        format!("不得说「{phrase}」"),
        format!("Nobody here may say \"{phrase}\""),
    )
}

/// From which catalogue and as of which day a page is.
pub fn as_of(lang: Lang, day: &str, catalog: &str) -> String {
    lang.pick(
        format!("{day} 发布，目录 {catalog}"),
        format!("As of {day}, catalogue {catalog}"),
    )
}

/// How many matters fit what was typed; the number stands where `{}` is.
pub fn found(lang: Lang) -> &'static str {
    lang.pick("{} 个事项", "{} matters")
}

/// A guide was published.
pub fn published(lang: Lang, directory: &str, matters: usize) -> String {
    lang.pick(
        format!("已发布到 {directory}：{matters} 个事项，从 index.html 打开"),
        format!("Published to {directory}: {matters} matters; open index.html"),
    )
}

/// The directory holds what is no guide of ours.
pub fn not_ours(lang: Lang, directory: &str, stranger: &str) -> String {
    lang.pick(
        format!("{directory} 里有别的东西（{stranger}），没有动它。请换一个空目录"),
        format!(
            "{directory} holds something else ({stranger}) and was left alone. Name an empty \
             directory"
        ),
    )
}

/// The directory could not be written.
pub fn unpublished(lang: Lang, directory: &str, error: &std::io::Error) -> String {
    lang.pick(
        format!("没有发布：{directory} 写不进去（{error}）。原有的内容没有变"),
        format!("Not published: {directory} could not be written ({error}). What was there stays"),
    )
}
