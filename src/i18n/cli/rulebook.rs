//! A rulebook's headings, and the few sentences between them.

use crate::i18n::Lang;

/// A heading of a rulebook that is shown whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// People whom it names.
    People,
    /// Who hears of what cannot be settled.
    Ladder,
    /// Channels.
    Channels,
    /// Kinds of request.
    Kinds,
    /// Levels of urgency.
    Urgencies,
    /// Routes.
    Routes,
    /// Its own steps.
    Steps,
    /// Visits.
    Visits,
    /// Papers.
    Papers,
    /// Returns.
    Returns,
    /// Forbidden phrases.
    Forbidden,
    /// Advice.
    Guidance,
    /// Clocks.
    Clocks,
    /// Why clocks may stand still.
    Suspensions,
    /// Standing duties.
    Duties,
    /// Numbers that callers are given.
    Contacts,
    /// Following up.
    FollowUp,
    /// What people are called to account for.
    Categories,
    /// What can follow.
    Forms,
    /// How grave it is.
    Tiers,
    /// What weighs.
    Weights,
    /// Fines.
    Fines,
    /// How it comes to light.
    Sources,
    /// How an appeal can end.
    Outcomes,
    /// Rules of the procedure.
    Procedure,
    /// Clocks of the procedure.
    CaseClocks,
}

/// A heading.
pub fn section(lang: Lang, section: Section) -> &'static str {
    let (zh, en) = match section {
        Section::People => ("人员", "People"),
        Section::Ladder => ("逐级上报", "Escalation"),
        Section::Channels => ("受理方式", "Channels"),
        Section::Kinds => ("请求类型", "Kinds of request"),
        Section::Urgencies => ("紧要程度", "Urgency"),
        Section::Routes => ("分流", "Routes"),
        Section::Steps => ("另外要求的步骤", "Steps of its own"),
        Section::Visits => ("到访次数", "Visits"),
        Section::Papers => ("单据", "Papers"),
        Section::Returns => ("退回与再转", "Returns and transfers"),
        Section::Forbidden => ("禁用语", "Forbidden phrases"),
        Section::Guidance => ("怎么做、怎么说", "Guidance"),
        Section::Clocks => ("时限", "Clocks"),
        Section::Suspensions => ("不计入期限", "What stops a clock"),
        Section::Contacts => ("联系电话", "Numbers given out"),
        Section::Duties => ("常设要求", "Standing duties"),
        Section::FollowUp => ("回访", "Follow-up"),
        Section::Categories => ("问责情形", "What people answer for"),
        Section::Forms => ("问责方式", "What can follow"),
        Section::Tiers => ("轻重", "How grave"),
        Section::Weights => ("从重、从轻、免予", "What weighs"),
        Section::Fines => ("罚款", "Fines"),
        Section::Sources => ("线索来源", "How it comes to light"),
        Section::Outcomes => ("申诉结果", "How an appeal can end"),
        Section::Procedure => ("程序", "Procedure"),
        Section::CaseClocks => ("问责程序的时限", "Clocks of the procedure"),
    };
    lang.pick(zh, en)
}

/// How often a visitor may have to come.
pub fn visits_at_most(lang: Lang, most: u32) -> String {
    lang.pick(format!("至多 {most} 次"), format!("{most} at most"))
}

/// A slip and how many copies it has.
pub fn slip_in_copies(lang: Lang, name: &str, copies: u32) -> String {
    lang.pick(
        format!("{name}，一式 {copies} 份"),
        format!("{name}, copies: {copies}"),
    )
}

/// Whether a receiver may send a leg back.
pub fn returns(lang: Lang, allowed: bool) -> &'static str {
    if allowed {
        lang.pick("可以退回", "a receiver may send it back")
    } else {
        lang.pick("不许退回", "a receiver may not send it back")
    }
}

/// For how long a check of a number holds.
pub fn contact_term(lang: Lang, days: u32) -> String {
    lang.pick(
        format!("{days} 天内核对过的可给群众"),
        format!("good for {days} days after somebody called it"),
    )
}

/// One transfer is all there may be.
pub fn one_transfer(lang: Lang, instead: &str) -> String {
    lang.pick(
        format!("只转一次；转错的填《{instead}》"),
        format!("one transfer only; after that the {instead}"),
    )
}

/// Things one after another.
pub fn listed(lang: Lang, things: &[&str]) -> String {
    things.join(lang.pick("、", ", "))
}

/// A fine, in yuan; where the source is cut off nothing is filled in.
pub fn fine(lang: Lang, from: u32, to: Option<u32>) -> String {
    match (to, lang) {
        (Some(to), Lang::Zh) => format!("{from}—{to} 元"),
        (Some(to), Lang::En) => format!("{from} to {to} yuan"),
        (None, Lang::Zh) => format!("{from}(原文到此截断)"),
        (None, Lang::En) => format!("{from} (the text breaks off here)"),
    }
}
