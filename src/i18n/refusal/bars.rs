//! What bars passing an inquiry on, closing it or judging it.

use super::{Speaker, short_time};
use crate::domain::refusal::Bar;

pub(super) fn chinese(bar: &Bar, speaker: &dyn Speaker) -> String {
    match bar {
        Bar::AwaitsRuling => "这一件已退回两次，不能再转再退，请等带班领导裁定由谁办理(J)。".into(),
        Bar::Ruled { by, department } => format!(
            "{} 已裁定由{department}办理，不能再退回或转出，请办理。",
            speaker.name(by)
        ),
        Bar::NothingToRule => "这一件不在等裁定，不用裁定；要换人办请用改派。".into(),
        Bar::NoCoordination => "本制度没有协调单；不归本部门的，请按制度退回。".into(),
        Bar::InCustody { count, keeper } => format!(
            "还有代收的材料 {count} 件在 {} 手里，请先交还来人(B)，再办结。",
            speaker.name(keeper)
        ),
        Bar::NotInCustody(0) => "没有可交接或交还的代收材料，请看代收清单。".into(),
        Bar::NotInCustody(no) => format!("代收清单里没有还在手里的第 {no} 件，请核对序号。"),
        Bar::HandlingUnsigned { department } => {
            format!("处理情况还没有{department}负责人或指定代签人签字盖章，签好再办结(S)。")
        }
        Bar::NothingToSign => "这一件现在没有要负责人签字的处理情况，请先由承办部门处理。".into(),
        Bar::NotHead { staff, department } => format!(
            "{} 不是{department}的负责人，也不是其指定的代签人，请另选人签字。",
            speaker.name(staff)
        ),
        Bar::UnknownRule(rule) => format!("本制度没有规则 {rule}，请核对规则编号。"),
        Bar::NotBreached(rule) => format!("{rule} 没有超时或违反的记录，请核对编号。"),
        Bar::NothingToCorrect => "各项与已登记的相同，没有可更正的。请先改要更正的那一项。".into(),
        Bar::OwnBreach => "不能审核自己手里的超时，请由别的负责人或质检审核。".into(),
        Bar::Untold => "还没有告知来人结果的记录，不能办结：请写明怎样告知、何时、谁接的；已回访(f)或已记告知(N)的不用再写。".into(),
        Bar::ToldBefore { resolved } => format!(
            "告知时间早于答复的 {}，请核对。",
            short_time(*resolved, speaker)
        ),
        Bar::AppointedBefore { received } => format!(
            "预约的时间早于收到的 {}，请核对。",
            short_time(*received, speaker)
        ),
        Bar::Untried => "要按“未联系上”办结，先记一次没有联系上的回访(f)，再试一次。".into(),
    }
}

pub(super) fn english(bar: &Bar, speaker: &dyn Speaker) -> String {
    match bar {
        Bar::AwaitsRuling => {
            "It was sent back twice: a supervisor says whose it is first (J).".into()
        }
        Bar::Ruled { by, department } => format!(
            "{} has ruled that {department} handles it: it is neither returned nor handed out.",
            speaker.name(by)
        ),
        Bar::NothingToRule => "It waits for no ruling: reassign it to change hands.".into(),
        Bar::NoCoordination => {
            "This rulebook has no coordination slip: return it as the rulebook allows.".into()
        }
        Bar::InCustody { count, keeper } => format!(
            "{count} documents are still in the custody of {}: give them back (B), then close.",
            speaker.name(keeper)
        ),
        Bar::NotInCustody(0) => "No document in custody to take over or give back.".into(),
        Bar::NotInCustody(no) => {
            format!("No document {no} is in custody: check the custody list.")
        }
        Bar::HandlingUnsigned { department } => format!(
            "The head of {department} or a named deputy signs and stamps how it was handled first (S)."
        ),
        Bar::NothingToSign => "Nothing was handled that a head has to sign.".into(),
        Bar::NotHead { staff, department } => format!(
            "{} is neither the head of {department} nor a named deputy: choose someone else.",
            speaker.name(staff)
        ),
        Bar::UnknownRule(rule) => {
            format!("The rulebook has no rule {rule}: check its id.")
        }
        Bar::NotBreached(rule) => {
            format!("Nothing on record says that {rule} was late or broken: check its id.")
        }
        Bar::NothingToCorrect => {
            "Every field says this already: change the one that is wrong first.".into()
        }
        Bar::OwnBreach => {
            "Nobody judges what was late in their own hands: another supervisor or quality does."
                .into()
        }
        Bar::Untold => "Nothing on record shows that the visitor was told. Say how, when and who answered; asking afterwards (f) or telling them (N) counts as well.".into(),
        Bar::ToldBefore { resolved } => format!(
            "They cannot have been told before the answer of {}: check the time.",
            short_time(*resolved, speaker)
        ),
        Bar::AppointedBefore { received } => format!(
            "Nobody is seen before they asked, at {}: check the time.",
            short_time(*received, speaker)
        ),
        Bar::Untried => "To close with nobody reached, first record a try that found nobody (f), then try again.".into(),
    }
}
