//! Why something was not done, and what to do now.

mod bars;
mod english;
mod overtaken;

use chrono::FixedOffset;

use super::Lang;
use super::words::{field, role, stage};
use crate::domain::deadline::{DeadlineError, LimitError};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::Clause;
use crate::domain::time::Moment;

/// What sentences need to know of the office: names of people and its wall clock.
pub trait Speaker {
    /// A person as colleagues call them; the number when nobody has it.
    fn name(&self, staff: &StaffNo) -> String;
    /// The office's offset from UTC.
    fn offset(&self) -> FixedOffset;
}

/// Numbers in place of names, China's wall clock: for where no register is open.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plain;

impl Speaker for Plain {
    fn name(&self, staff: &StaffNo) -> String {
        staff.to_string()
    }

    fn offset(&self) -> FixedOffset {
        china()
    }
}

/// UTC+8.
pub fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc))
}

/// An instant as a clerk reads it: `04-07 17:30`.
pub fn short_time(at: Moment, speaker: &dyn Speaker) -> String {
    at.local(speaker.offset()).format("%m-%d %H:%M").to_string()
}

/// The article of a clause, with its words: `D9 art. 九「…」`.
pub fn clause(lang: Lang, clause: &Clause) -> String {
    let Clause {
        document,
        article,
        quote,
    } = clause;
    match lang {
        Lang::Zh => format!("{document} {article}「{quote}」"),
        Lang::En => format!("{document} art. {article}: “{quote}”"),
    }
}

/// A refusal as a sentence.
pub fn refusal(lang: Lang, refusal: &Refusal, speaker: &dyn Speaker) -> String {
    match lang {
        Lang::Zh => chinese(refusal, speaker),
        Lang::En => english::english(refusal, speaker),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm a refusal")]
fn chinese(refusal: &Refusal, speaker: &dyn Speaker) -> String {
    let zh = Lang::Zh;
    let time = |at: &Moment| short_time(*at, speaker);
    let name = |staff: &StaffNo| speaker.name(staff);
    match refusal {
        Refusal::Empty(f) => format!("「{}」没有填，请填写后再保存。", field(zh, *f)),
        Refusal::TooLong { field: f, limit } => {
            format!("「{}」太长，最多 {limit} 个字，请缩短。", field(zh, *f))
        }
        Refusal::PhoneMalformed => {
            "电话里有不是数字的字符，请只填数字、空格、- 或开头的 +。".into()
        }
        Refusal::TimeMalformed(given) => {
            format!("时间「{given}」看不懂，请写成 2026-04-03T16:50:00+08:00 这样。")
        }
        Refusal::InFuture(at) => format!("时间 {} 在将来，请改成实际收到的时间。", time(at)),
        Refusal::InPast(at) => format!("答应的时间 {} 已经过去，请另定一个。", time(at)),
        Refusal::LateEntry { minutes } => {
            format!("收到已有 {minutes} 分钟，属于补录，请写明补录原因。")
        }
        Refusal::Duplicate(number) => {
            format!("同一电话今天已为同一事项登记 {number}。确是另一件，请确认后再存。")
        }
        Refusal::UnknownInquiry(number) => format!("没有编号为 {number} 的首问件，请核对编号。"),
        Refusal::UnknownStaff(staff) => format!("没有工号 {staff} 的人员，请核对工号。"),
        Refusal::UnknownMatter(id) => {
            format!("事项目录里没有「{id}」，请另选事项，或留空只写疑问。")
        }
        Refusal::UnknownChannel(id) => format!("本制度没有受理方式「{id}」，请另选一种。"),
        Refusal::UnknownKind(id) => format!("本制度没有请求类型「{id}」，请另选一种。"),
        Refusal::UnknownCircumstance(id) => format!("这个事项没有情形「{id}」，请另选。"),
        Refusal::UnknownPaper(number) => {
            format!("这一件没有出过编号「{number}」的单据，请核对编号。")
        }
        Refusal::MarkMalformed(mark) => {
            format!("机关代字「{mark}」不能用：只能是 12 个以内的汉字或字母。")
        }
        Refusal::UnknownDocument { number, of } => {
            format!("清单里没有第 {number} 件材料，共 {of} 件，请核对序号。")
        }
        Refusal::UnknownLeg(0) => "没有待签收或可退回的转办，请刷新后再看。".into(),
        Refusal::UnknownLeg(leg) => format!("没有待处理的第 {leg} 次转办，请刷新后再看。"),
        Refusal::ClockNotRunning(clock) => format!("时限 {clock} 没有在走，请看这一件的时限列表。"),
        Refusal::NotInDepartment { staff, department } => {
            format!("{} 属于{department}，请改选部门或改选接收人。", name(staff))
        }
        Refusal::AlreadyHolds(staff) => format!("这一件已在 {} 手里，不用再转。", name(staff)),
        Refusal::LacksRole { staff, role: r } => {
            format!(
                "{} 不是{}，不能承担这一步，请另选人。",
                name(staff),
                role(zh, *r)
            )
        }
        Refusal::NotYours { holder } => {
            format!(
                "这一件现在由 {} 负责，请由其办理，或先办转办。",
                name(holder)
            )
        }
        Refusal::AlreadySigned { by, at } => {
            format!("{} 已于 {} 签收，不用再签。", name(by), time(at))
        }
        Refusal::NotSigned => "还没有签收，请先签收再办。".into(),
        Refusal::AlreadyResolved => "已经答复或交付，请直接办结。".into(),
        Refusal::Closed { at } => format!("已于 {} 办结，不能再改；有新情况请重新登记。", time(at)),
        Refusal::WrongStage(s) => format!("现在是「{}」，还不能办这一步。", stage(zh, *s)),
        Refusal::NotAnswered => "还没有答复、交付或退回，不能办结，请先答复来人。".into(),
        Refusal::ReturnForbidden(rule) => {
            let words = rule
                .as_ref()
                .map(|rule| clause(zh, rule))
                .unwrap_or_default();
            format!("本制度不许再转或退回，请由接收部门办理并填协调单。{words}")
        }
        Refusal::StaysAtWindows(rule) => {
            format!(
                "已受理的件不得转到大厅外，请选窗口人员。{}",
                clause(zh, rule)
            )
        }
        Refusal::NoExtension => {
            "本制度和这个事项的法律都没有给延期，不能延期；请按期办理或说明情况。".into()
        }
        Refusal::ExtensionTooLong { max } => format!("延期合计最多 {max}，请改短。"),
        Refusal::ExtensionTooLate { due } => {
            format!(
                "已于 {} 到期，到期后提出的延期一律不准；已记录在案。",
                time(due)
            )
        }
        Refusal::UnknownStep(step) => format!("本制度在这类件上没有「{step}」这一步，请另选。"),
        Refusal::UnknownReason(given) => {
            format!("「{given}」不是法定的不计入期限的事由，请从列出的事由里选。")
        }
        Refusal::NoSuspension => "在走的时限里，没有可以因这个事由停计的，请照常办理。".into(),
        Refusal::NotSuspended => "现在没有停计的时限，不用恢复。".into(),
        Refusal::StandsStill(clock) => format!("时限 {clock} 正在停计，请先恢复计时。"),
        Refusal::ExtensionPending(clock) => {
            format!("时限 {clock} 已提出延期，等负责人批准，请勿重复提出。")
        }
        Refusal::NothingFiled(clock) => format!("时限 {clock} 没有待批的延期，请核对。"),
        Refusal::NotOverrun(clock) => format!("时限 {clock} 没有超过，不用说明。"),
        Refusal::Unexplained(clock) => {
            format!("「原则上」的时限 {clock} 已超过，请先写明理由，再办结。")
        }
        Refusal::NoSuchLevel(level) => {
            format!("满意程度 {level} 不对：联系上的填 5 到 1，没联系上的不填。")
        }
        Refusal::NoRating => "没有可申诉或待裁定的评价，请核对。".into(),
        Refusal::StillOwed(clock) => {
            format!("时限 {clock} 要求的还没有做完，做完再办结(按 t 记录步骤)。")
        }
        Refusal::TransferredOnce(rule) => format!(
            "本制度只许转一次，请由接收部门办理，并填《{}》。{}",
            rule.instead.zh,
            clause(zh, &rule.clause)
        ),
        Refusal::AlreadyReceived => {
            "申请材料已经收下。先一次告知缺什么，补正后才能重新提交；只补几件的请用补交。".into()
        }
        Refusal::ForbiddenPhrase(rule) => {
            format!(
                "答复里有禁用语「{}」，请换一种说法。{}",
                rule.phrase,
                clause(zh, &rule.clause)
            )
        }
        Refusal::SecondNotice {
            documents,
            clause: rule,
        } => {
            let words = rule
                .as_ref()
                .map(|rule| clause(zh, rule))
                .unwrap_or_default();
            format!(
                "上次告知单里没有：{}。再要须写明原因，并计入二次告知。{words}",
                documents.join("、")
            )
        }
        Refusal::NothingMissing => "材料已齐，没有要告知的，请直接受理或答复。".into(),
        Refusal::NoNotice => "还没有出过告知单，请先出告知单。".into(),
        Refusal::Deadline(error) => deadline(zh, error),
        Refusal::NotAllowed => "您的角色不能办这一步，请由有权限的人办理。".into(),
        Refusal::UnknownHandover(number) => format!("没有编号为 {number} 的交接，请核对。"),
        Refusal::HandoverOpen(number) => format!("已有交接 {number} 未完成，请先完成它。"),
        Refusal::UnknownItem(item) => format!("交接单里没有第 {item} 项，请核对。"),
        Refusal::Unacknowledged { open } => format!("还有 {open} 件没有接，逐件接完才能签字。"),
        Refusal::Unanswered(item) => {
            format!("第 {item} 项的疑问还没有答复：请交班人答复，或按原样接下。")
        }
        Refusal::NoQuestion(item) => format!("第 {item} 项没有疑问，不用答复。"),
        Refusal::HandoverSigned => "您已经签过字，等对方签字即可。".into(),
        Refusal::NotInHandover => "这份交接的这一步要由另一方来办，请换人操作。".into(),
        Refusal::SamePerson => "接班人不能是交班人自己，请另选。".into(),
        Refusal::Barred(bar) => bars::chinese(bar, speaker),
        Refusal::Pressing(why) => super::urging::refusal(zh, why, speaker),
        Refusal::Overtaken(lost) => overtaken::sentence(zh, lost, speaker),
        Refusal::Overseeing(why) => super::oversight::refused(zh, why),
        Refusal::Accounting(why) => super::case::refused(zh, why, speaker),
        Refusal::Keeping(why) => super::privacy::refused(zh, why, speaker),
        Refusal::Edit(why) => super::edit::refused(zh, why),
    }
}

/// Why a limit cannot be computed.
pub fn deadline(lang: Lang, error: &DeadlineError) -> String {
    match error {
        DeadlineError::Limit(error) => limit(lang, error),
        DeadlineError::SuspensionBackwards(_) => lang
            .pick(
                "有一段暂停的结束早于开始，请改正。",
                "A suspension ends before it begins: mend it.",
            )
            .to_owned(),
        DeadlineError::BeyondHorizon => lang
            .pick(
                "二百年内算不出到期日：请检查办公时间和日历。",
                "No end within two hundred years: check office hours and calendar.",
            )
            .to_owned(),
    }
}

/// What is wrong with a limit.
pub fn limit(lang: Lang, error: &LimitError) -> String {
    match (error, lang) {
        (LimitError::NoNumber(text), Lang::Zh) => {
            format!("时限「{text}」没有数字，请写成 3wd、90min 这样。")
        }
        (LimitError::NoNumber(text), Lang::En) => {
            format!("The limit “{text}” has no number: write it like 3wd or 90min.")
        }
        (LimitError::NoUnit(text), Lang::Zh) => {
            format!("时限「{text}」没有单位，请加 min、h、oh、wd、cd 或 mo。")
        }
        (LimitError::NoUnit(text), Lang::En) => {
            format!("The limit “{text}” has no unit: add min, h, oh, wd, cd or mo.")
        }
        (LimitError::UnknownUnit(unit), Lang::Zh) => {
            format!("没有单位「{unit}」，请用 min、h、oh、wd、cd 或 mo。")
        }
        (LimitError::UnknownUnit(unit), Lang::En) => {
            format!("There is no unit “{unit}”: use min, h, oh, wd, cd or mo.")
        }
        (LimitError::Zero, Lang::Zh) => "时限不能是零，请至少写 1。".to_owned(),
        (LimitError::Zero, Lang::En) => "A limit cannot be zero: give at least 1.".to_owned(),
        (LimitError::TooLong { unit, .. }, Lang::Zh) => {
            format!("时限太长，以 {unit} 计最多 {}。", unit.most())
        }
        (LimitError::TooLong { unit, .. }, Lang::En) => {
            format!("The limit is too long: at most {} in {unit}.", unit.most())
        }
    }
}
