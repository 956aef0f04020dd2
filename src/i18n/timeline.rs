//! One line of an inquiry's story for each of its events.

mod closing;
mod correct;
mod handling;
mod own;

use super::Lang;
use super::cli::reason as suspension_reason;
use super::refusal::{Speaker, short_time};
use super::words::satisfaction;
use crate::domain::command::Told;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Event;
use crate::domain::inquiry::event::{FollowedUp, Stop};
use crate::store::Header;

pub use correct::{appointment, changes};

/// What happened, or nothing for an event that tells a person nothing new
/// (a clock that starts or stops with the act beside it).
#[expect(clippy::too_many_lines, reason = "one arm an event")]
pub fn line(lang: Lang, actor: &str, event: &Event, speaker: &dyn Speaker) -> Option<String> {
    let who = speaker.name(&StaffNo::from(actor));
    let name = |staff: &StaffNo| speaker.name(staff);
    let zh = lang == Lang::Zh;
    Some(match event {
        Event::Registered(fact) => {
            let words = match (fact.words.text(), &fact.matter) {
                ("", Some(matter)) => {
                    lang.pick(matter.name.as_str(), matter.name_en.as_str()).to_owned()
                }
                (words, _) => words.to_owned(),
            };
            let why = match fact.late_reason.text() {
                "" => String::new(),
                why => format!("({why})"),
            };
            let line = match (zh, fact.back_entry) {
                (true, false) => format!("{who} 登记「{words}」"),
                (true, true) => format!("{who} 补录「{words}」{why}"),
                (false, false) => format!("{who} registered “{words}”"),
                (false, true) => {
                    format!("{who} entered “{words}” late {why}").trim_end().to_owned()
                }
            };
            line + &correct::appointed_beside(lang, fact.appointment.as_ref(), speaker)
        }
        Event::Promised { by } => {
            let by = short_time(*by, speaker);
            if zh { format!("{who} 答应 {by} 前答复") } else { format!("{who} promised an answer by {by}") }
        }
        Event::Accepted { receipt } => {
            if zh { format!("{who} 受理，{receipt}") } else { format!("{who} accepted it, {receipt}") }
        }
        Event::HandedOff { sender, department, holder, accompanied, ping_pong, .. } => {
            let (sender, holder) = (name(sender), name(holder));
            let led = match (zh, accompanied) {
                (true, true) => "(陪同)",
                (false, true) => " (in person)",
                (_, false) => "",
            };
            let again = handling::ping_pong(lang, *ping_pong);
            format!("{sender} -> {department} {holder}{led}{again}")
        }
        Event::SignedFor { by, proxy, .. } => {
            let by = name(by);
            match (proxy, zh) {
                (None, true) => format!("{by} 签收"),
                (None, false) => format!("{by} signed for it"),
                (Some(proxy), true) => {
                    format!("{by} 签收({}，{} 代录)", proxy.how.text(), name(&proxy.entered_by))
                }
                (Some(proxy), false) => format!(
                    "{by} signed for it ({}, entered by {})",
                    proxy.how.text(),
                    name(&proxy.entered_by)
                ),
            }
        }
        Event::Returned { by, opinion, should_go_to, internal_rule, ping_pong, to_rule, .. } => {
            let (by, opinion) = (name(by), opinion.text());
            let rule = match (zh, internal_rule) {
                (true, true) => "(内控规则)",
                (false, true) => " (internal rule)",
                (_, false) => "",
            };
            let again = handling::ping_pong(lang, *ping_pong);
            let next = handling::to_rule(lang, *to_rule);
            if zh {
                format!("{by} 退回：「{opinion}」，应转 {should_go_to}{rule}{again}{next}")
            } else {
                format!("{by} returned it: “{opinion}”, should go to {should_go_to}{rule}{again}{next}")
            }
        }
        Event::Answered { by, text, .. } => {
            let by = name(by);
            let text = text.text();
            if zh { format!("{by} 答复：「{text}」") } else { format!("{by} answered: “{text}”") }
        }
        Event::Delivered { by, text } => {
            let by = name(by);
            let text = text.text();
            if zh { format!("{by} 交付：「{text}」") } else { format!("{by} delivered: “{text}”") }
        }
        Event::Guided { by, advice } => {
            let by = name(by);
            let text = advice.text();
            if zh { format!("{by} 指引：「{text}」") } else { format!("{by} guided: “{text}”") }
        }
        Event::Notified { notice, content, told, by, second, .. } => {
            let by = name(by);
            let missing = content.missing.len();
            let how = match (told, zh) {
                (Told::Printed, true) => "打印",
                (Told::Read, true) => "口述",
                (Told::Shown, true) => "出示",
                (Told::Printed, false) => "printed",
                (Told::Read, false) => "read aloud",
                (Told::Shown, false) => "shown",
            };
            match (zh, second) {
                (true, false) => format!("{by} 一次性告知 {notice}，缺 {missing} 项({how})"),
                (true, true) => format!("{by} 二次告知 {notice}，缺 {missing} 项({how})"),
                (false, false) => format!("{by} told {missing} missing, notice {notice} ({how})"),
                (false, true) => {
                    format!("{by} told {missing} missing again, notice {notice} ({how})")
                }
            }
        }
        Event::Brought { documents, complete, .. } => {
            let count = documents.len();
            match (zh, complete) {
                (true, true) => format!("{who} 收到补交 {count} 件，已齐"),
                (true, false) => format!("{who} 收到补交 {count} 件，仍缺"),
                (false, true) => format!("{who} took {count} documents, now complete"),
                (false, false) => format!("{who} took {count} documents, more are missing"),
            }
        }
        Event::Declined { notice, by, superior, reason } => {
            own::declined(lang, notice, &name(by), superior.as_ref().map(name), reason.text())
        }
        Event::SeveralNamed { departments } => {
            let all = departments.join(lang.pick("、", ", "));
            if zh { format!("{who} 认定涉及多部门：{all}") } else { format!("{who} named several departments: {all}") }
        }
        Event::Convened { text } => {
            let said = own::said(lang, text.text());
            if zh { format!("{who} 提请会商{said}") } else { format!("{who} called them to confer{said}") }
        }
        Event::OpinionSettled { text } => {
            let said = own::said(lang, text.text());
            if zh { format!("{who} 记会商意见{said}") } else { format!("Their opinion, noted by {who}{said}") }
        }
        Event::SuperiorAsked(fact) => {
            let superior = name(&fact.superior);
            let question = fact.question.text();
            if zh {
                format!("{who} 请示 {superior}：「{question}」")
            } else {
                format!("{who} asked {superior}: “{question}”")
            }
        }
        Event::SuperiorRuled { by, text } => {
            let (by, said) = (name(by), own::said(lang, text.text()));
            if zh {
                format!("{by} 记上级意见{said}")
            } else {
                format!("The superior's opinion, noted by {by}{said}")
            }
        }
        Event::ClockStarted(_) => return None,
        Event::ClockStopped { how, .. } => match how {
            Stop::Met | Stop::Replaced => return None,
        },
        Event::Extended { clock, by, filed_by, due, reason, approved_by, .. } => {
            let end = format!("{clock} {}", lang.pick(format!("共 {by}，至 "), format!("by {by} in all, to ")));
            let end = format!("{end}{}", short_time(*due, speaker));
            own::extended(lang, &end, &name(filed_by), approved_by.as_ref().map(name), reason.text())
        }
        Event::ExtensionFiled { clock, by, filed_by, reason, .. } => {
            let (filed_by, reason) = (name(filed_by), reason.text());
            if zh {
                format!("{filed_by} 提出延期 {clock} 共 {by}，待批：「{reason}」")
            } else {
                format!("{filed_by} filed to extend {clock} by {by} in all: “{reason}”")
            }
        }
        Event::ExtensionDenied { clock, by, reason, .. } => {
            let (by, reason) = (name(by), reason.text());
            if zh {
                format!("{by} 未批准延期 {clock}：「{reason}」")
            } else {
                format!("{by} did not grant the extension of {clock}: “{reason}”")
            }
        }
        Event::Suspended { suspension, reason, clocks, by, told } => {
            let clocks: Vec<&str> = clocks.iter().map(|(clock, _)| clock.as_str()).collect();
            let (clocks, by, told) = (clocks.join(" "), name(by), told.text());
            let reason = suspension_reason(lang, *reason);
            if zh {
                format!("{by} 停计 {clocks}(第 {suspension} 次，{reason})：告知「{told}」")
            } else {
                format!("{by} stopped {clocks} (no. {suspension}, {reason}), told: “{told}”")
            }
        }
        Event::Resumed { suspension, by, .. } => {
            let by = name(by);
            if zh {
                format!("{by} 恢复计时(第 {suspension} 次停计结束)")
            } else {
                format!("{by} let the clocks run on (stop no. {suspension} is over)")
            }
        }
        Event::StepTaken { name: step, by, text, .. } => {
            own::step(lang, &name(by), lang.pick(step.zh.as_str(), step.en.as_str()), text.text())
        }
        Event::Visited { visit, text, .. } => match (zh, text.text()) {
            (true, "") => format!("来人第 {visit} 次到访"),
            (true, text) => format!("来人第 {visit} 次到访：「{text}」"),
            (false, "") => format!("The visitor came, visit {visit}"),
            (false, text) => format!("The visitor came, visit {visit}: “{text}”"),
        },
        Event::Received { by, documents } => {
            let by = name(by);
            let count = documents.get().map_or(0, Vec::len);
            if zh {
                format!("{by} 收下申请材料 {count} 件")
            } else {
                format!("{by} took in {count} documents of the application")
            }
        }
        Event::DeemedAccepted { from, .. } => {
            let from = short_time(*from, speaker);
            if zh {
                format!("逾期未告知补正：自收到材料之日({from})起即为受理")
            } else {
                format!("What was missing was not told in time: accepted as from {from}")
            }
        }
        Event::RuleBroken { rule, hands, substitute, charge } => {
            let by = charge.as_ref().map(|charge| (name(&charge.by), charge.text.text()));
            let hands = own::hands(lang, hands, substitute.as_ref(), speaker);
            own::broken(lang, rule.as_str(), &hands, by)
        }
        Event::OverrunExplained { clock, by, reason } => {
            let (by, reason) = (name(by), reason.text());
            if zh {
                format!("{by} 说明超过 {clock} 的理由：「{reason}」")
            } else {
                format!("{by} said why {clock} was overrun: “{reason}”")
            }
        }
        Event::ExtensionRefusedLate { clock, .. } => {
            if zh {
                format!("{who} 到期后申请延期 {clock}，未准")
            } else {
                format!("{who} asked too late to extend {clock}: refused")
            }
        }
        Event::Breached { clock, hands, substitute, .. } => {
            let hands = own::hands(lang, hands, substitute.as_ref(), speaker);
            if zh { format!("超时 {clock}，在 {hands} 手里") } else { format!("{clock} ran out in the hands of {hands}") }
        }
        Event::Recounted { clock, was, due, provisional, calendar, .. } => {
            let still = match (zh, provisional) {
                (true, true) => "(暂算)",
                (false, true) => " (provisional)",
                (_, false) => "",
            };
            let (from, to) = (short_time(*was, speaker), short_time(*due, speaker));
            match (zh, was == due) {
                (true, true) => format!("启用日历 {calendar}：{clock} 到期 {to} 不变{still}"),
                (true, false) => format!("启用日历 {calendar}：{clock} 到期 {from} 改为 {to}{still}"),
                (false, true) => format!("Calendar {calendar}: {clock} stays due {to}{still}"),
                (false, false) => format!("Calendar {calendar}: {clock} due {to}, was {from}{still}"),
            }
        }
        Event::DeemedConsent { .. } => lang
            .pick(
                "超时默认：视为该单位已同意办理，请领导督促窗口立即办理(不自动发证)",
                "Deemed consent on timeout: the unit counts as having agreed (no licence is issued)",
            )
            .to_owned(),
        Event::Taken { from, to, handover } => {
            let (from, to) = (name(from), name(to));
            if zh {
                format!("交接班 {handover}：{from} -> {to}")
            } else {
                format!("Shift handover {handover}: {from} -> {to}")
            }
        }
        Event::FollowedUp(fact) => {
            let FollowedUp { by, nth, reached, refused, level, text } = fact.as_ref();
            let by = name(by);
            let said = match (zh, text.text()) {
                (_, "") => String::new(),
                (true, text) => format!("：「{text}」"),
                (false, text) => format!(": “{text}”"),
            };
            match (zh, reached, refused, level) {
                (true, _, true, _) => format!("{by} 回访(第 {nth} 次)，来人不愿评价{said}"),
                (true, false, _, _) => format!("{by} 回访(第 {nth} 次)未联系上{said}"),
                (true, true, _, 0) => format!("{by} 回访(第 {nth} 次){said}"),
                (true, true, _, level) => {
                    format!("{by} 回访(第 {nth} 次)，{}{said}", satisfaction(lang, *level))
                }
                (false, _, true, _) => format!("{by} asked afterwards ({nth}): would not say{said}"),
                (false, false, _, _) => format!("{by} asked afterwards ({nth}): not reached{said}"),
                (false, true, _, 0) => format!("{by} asked afterwards ({nth}){said}"),
                (false, true, _, level) => {
                    format!("{by} asked afterwards ({nth}): {}{said}", satisfaction(lang, *level))
                }
            }
        }
        Event::Reopened(fact) => {
            let (by, holder) = (name(&fact.by), name(&fact.holder));
            let reason = fact.reason.text();
            if zh {
                format!("{by} 重办，由 {holder} 负责：「{reason}」")
            } else {
                format!("{by} took it up again, {holder} answers for it: “{reason}”")
            }
        }
        Event::RatingAppealed(fact) => {
            let (by, text) = (name(&fact.by), fact.text.text());
            if zh { format!("{by} 对评价提出申诉：「{text}」") } else { format!("{by} appealed the rating: “{text}”") }
        }
        Event::RatingRuled(fact) => {
            let (by, text) = (name(&fact.by), fact.text.text());
            match (zh, fact.stands) {
                (true, true) => format!("{by} 裁定评价有效：「{text}」"),
                (true, false) => format!("{by} 裁定评价不予采信：「{text}」"),
                (false, true) => format!("{by} let the rating stand: “{text}”"),
                (false, false) => format!("{by} set the rating aside: “{text}”"),
            }
        }
        Event::Closed { by, contact, .. } => closing::line(lang, &name(by), contact.as_deref(), speaker),
        Event::HandlingRuled(_)
        | Event::Coordinated(_)
        | Event::Reassigned(_)
        | Event::DocumentsKept(_)
        | Event::CustodyMoved(_)
        | Event::DocumentsReturned(_)
        | Event::Attempted(_)
        | Event::HolderTold(_)
        | Event::HandlingSigned(_)
        | Event::BreachExcused(_)
        | Event::BreachReviewed(_) => handling::line(lang, event, speaker),
        Event::Urged(_)
        | Event::Supervised(_)
        | Event::Escalated(_)
        | Event::RungReached(_)
        | Event::Climbed(_)
        | Event::VisitorTold(_)
        | Event::LeaderAsked(_) => return super::urging::line(lang, event, speaker),
        Event::Corrected(_)
        | Event::ClockCorrected(_)
        | Event::Withdrawn(_)
        | Event::Continued(_) => correct::line(lang, event, speaker),
        Event::PaperGiven(fact) => {
            super::papers::line(lang, &name(&fact.by), &fact.paper, fact.told)
        }
    })
}

/// The same with whoever did it in another's place: both names stand on every act.
pub fn told(lang: Lang, header: &Header, event: &Event, speaker: &dyn Speaker) -> Option<String> {
    if header.on_behalf_of.is_empty() {
        return line(lang, &header.actor, event, speaker);
    }
    let line = line(lang, &header.on_behalf_of, event, speaker)?;
    let name = |staff: &str| speaker.name(&StaffNo::from(staff));
    let (who, of) = (name(&header.actor), name(&header.on_behalf_of));
    Some(super::urging::in_place_of(lang, &line, &who, &of))
}
