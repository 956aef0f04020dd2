//! Accountability cases: their steps, and why something is refused.

use super::Lang;
use super::refusal::{Speaker, short_time};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::{Accounting, Named};
use crate::domain::rulebook::CaseStep;

/// A step of a case.
pub fn step(lang: Lang, step: CaseStep) -> &'static str {
    let (zh, en) = match step {
        CaseStep::Check => ("初步核实", "the first check"),
        CaseStep::Propose => ("书面建议", "the written proposal"),
        CaseStep::Investigate => ("启动调查", "the decision to investigate"),
        CaseStep::Hear => ("听取陈述和申辩", "hearing the person concerned"),
        CaseStep::Report => ("调查报告", "the written report"),
        CaseStep::Decide => ("作出决定", "the decision"),
        CaseStep::Serve => ("送达", "serving the decision"),
        CaseStep::CarryOut => ("执行", "carrying it out"),
        CaseStep::Review => ("申诉复查", "the decision on the appeal"),
        CaseStep::TellBack => ("告知反映人", "telling whoever reported it"),
        CaseStep::TellVisitor => (
            "由部门领导告知来人",
            "the department's leader telling the visitor",
        ),
        CaseStep::Restore => (
            "澄清事实、恢复名誉",
            "clearing the facts up and restoring the name",
        ),
    };
    lang.pick(zh, en)
}

fn named(lang: Lang, what: Named) -> &'static str {
    let (zh, en) = match what {
        Named::Source => ("线索来源", "way of coming to light"),
        Named::Category => ("问责情形", "charge"),
        Named::Item => ("具体情形", "case under this charge"),
        Named::Form => ("问责方式", "form"),
        Named::Tier => ("情节档次", "tier"),
        Named::Circumstance => ("从重从轻情形", "circumstance"),
        Named::Fine => ("罚款项", "fine"),
        Named::Outcome => ("复查结果", "outcome"),
    };
    lang.pick(zh, en)
}

/// Why nobody can be called to account like this: what is wrong, and what to do now.
#[expect(clippy::too_many_lines, reason = "one sentence a reason")]
pub fn refused(lang: Lang, why: &Accounting, speaker: &dyn Speaker) -> String {
    let name = |staff: &StaffNo| speaker.name(staff);
    let time = |at| short_time(at, speaker);
    let (zh, en) = match why {
        Accounting::NoRules => (
            "本制度没有问责条款(或原文在此之前截断)，不能立问责件；请用有问责条款的制度，或按上级规定另行处理。".to_owned(),
            "This rulebook says nothing of accountability, or its source breaks off before it: no case can be opened by it.".to_owned(),
        ),
        Accounting::UnknownCase(case) => (
            format!("没有问责件 {case}，请核对编号。"),
            format!("There is no case {case}: check its number."),
        ),
        Accounting::Unknown(what, id) => (
            format!("制度里没有这一{}「{id}」，请从制度所列中选。", named(Lang::Zh, *what)),
            format!("The rulebook has no {} “{id}”: take one that it lists.", named(Lang::En, *what)),
        ),
        Accounting::Concerned => (
            "您是被反映人，不能办理本件；可以申诉。".to_owned(),
            "The case concerns you: you cannot act on it, but for an appeal.".to_owned(),
        ),
        Accounting::NotConcerned(staff) => (
            format!("{} 不是本件的被反映人，请核对。", name(staff)),
            format!("The case does not concern {}: check the number.", name(staff)),
        ),
        Accounting::TooNear(staff) => (
            format!("{} 应当回避：是被反映人、经手过该件，或是他们的上级。请另派他人。D1 四(十八)", name(staff)),
            format!("{} has to keep out: concerned, once held the inquiry, or a superior of such a person. Name somebody else. D1 art. 4.18", name(staff)),
        ),
        Accounting::NotInTeam(staff) => (
            format!("{} 不在调查组里。", name(staff)),
            format!("{} is not on the team.", name(staff)),
        ),
        Accounting::Investigated => (
            "您参加了调查，决定须由他人作出。".to_owned(),
            "You investigated: somebody else has to decide.".to_owned(),
        ),
        Accounting::OwnRequest => (
            "自己提出的延期不能自己批，请另一位领导批。".to_owned(),
            "Whoever filed for more time does not grant it: ask another supervisor.".to_owned(),
        ),
        Accounting::First(one) => (
            format!("还没有{}，请先办这一步。", step(Lang::Zh, *one)),
            format!("This needs {} first.", step(Lang::En, *one)),
        ),
        Accounting::Done(one, at) => (
            format!("{}已于 {} 办过。", step(Lang::Zh, *one), time(*at)),
            format!("Done already, at {}: {}.", time(*at), step(Lang::En, *one)),
        ),
        Accounting::NotBorneOut => (
            "初步核实认为不属实，只能结案。".to_owned(),
            "The first check did not bear it out: it can only be closed.".to_owned(),
        ),
        Accounting::Unheard(staff) => (
            format!("还没有听取 {} 的陈述和申辩，请先听取。D1 四(十二)", name(staff)),
            format!("{} has not been heard yet: hear them first. D1 art. 4.12", name(staff)),
        ),
        Accounting::NothingFiled => (
            "没有待批的延期。".to_owned(),
            "No more time was filed for.".to_owned(),
        ),
        Accounting::NotOfTier(form) => (
            format!("这一档情节不适用「{form}」，请换档次或方式。"),
            format!("This tier does not allow “{form}”: take another tier or form."),
        ),
        Accounting::ByManagement(form) => (
            format!("「{form}」须按干部管理权限办理，请写明批准机关。"),
            format!("“{form}” is for those who manage the post: say who agreed."),
        ),
        Accounting::FineOutside { from, to: Some(to) } => (
            format!("罚款应在 {from} 至 {to} 元之间。"),
            format!("The fine has to be from {from} to {to} yuan."),
        ),
        Accounting::FineOutside { from, to: None } => (
            format!("罚款不得少于 {from} 元；上限原文截断，未作填补。"),
            format!("The fine is at least {from} yuan; the source breaks off before its most."),
        ),
        Accounting::RightsUntold => (
            "送达时须告知享有的权利，请告知后再记。D1 四(十五)".to_owned(),
            "The rights have to be told on service: tell them, then record it. D1 art. 4.15".to_owned(),
        ),
        Accounting::RightGone(due) => (
            format!("申诉期已于 {} 届满。", time(*due)),
            format!("The time to appeal ended at {}.", time(*due)),
        ),
        Accounting::AlreadyAppealed(at) => (
            format!("已于 {} 申诉过。", time(*at)),
            format!("Appealed already, at {}.", time(*at)),
        ),
        Accounting::NoAppeal(staff) => (
            format!("{} 没有待复查的申诉。", name(staff)),
            format!("No appeal of {} waits for a decision.", name(staff)),
        ),
        Accounting::Heavier => (
            "不得因申辩、申诉而从重：变更后的处理不能重于原决定。".to_owned(),
            "A defence never makes it heavier: what is changed cannot weigh more than it did.".to_owned(),
        ),
        Accounting::StillAnswers(staff) => (
            format!("对 {} 的决定仍然有效，无须恢复名誉。", name(staff)),
            format!("What was decided about {} still stands: there is nothing to restore.", name(staff)),
        ),
        Accounting::NoReporter => (
            "本件没有反映人，无须告知。".to_owned(),
            "Nobody reported this: there is nobody to tell.".to_owned(),
        ),
        Accounting::Owed(one, staff) => (
            format!("{} 还差{}，办完才能结案。", name(staff), step(Lang::Zh, *one)),
            format!("For {} there is still to do: {}. Then it can be closed.", name(staff), step(Lang::En, *one)),
        ),
        Accounting::RightRuns(due) => (
            format!("申诉期到 {} 为止，期满或复查后才能结案。", time(*due)),
            format!("The right to appeal runs until {}: close it after that, or after a review.", time(*due)),
        ),
        Accounting::Unreckoned(error) => (
            format!("期限算不出来：{error}"),
            format!("The end cannot be reckoned: {error}"),
        ),
    };
    lang.pick(zh, en)
}

/// That an act on a case is on record.
pub fn done(number: &str) -> (String, String) {
    (
        format!("已记入问责件 {number}"),
        format!("On record in case {number}"),
    )
}
