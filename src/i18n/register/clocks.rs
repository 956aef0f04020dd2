//! The words of the clocks in the side pane.

use super::super::Lang;
use crate::domain::deadline::{Limit, Unit};
use crate::domain::rulebook::Act;

/// A length of time of the rulebook: `1个工作日`, `1 working day`.
pub fn limit(lang: Lang, limit: Limit) -> String {
    let amount = limit.amount();
    let plural = if amount == 1 { "" } else { "s" };
    let (zh, en) = match limit.unit() {
        Unit::Min => ("分钟", "minute"),
        Unit::H => ("小时", "hour"),
        Unit::Oh => ("个工作小时", "office hour"),
        Unit::Wd => ("个工作日", "working day"),
        Unit::Cd => ("日", "calendar day"),
        Unit::Mo => ("个月", "month"),
    };
    lang.pick(format!("{amount}{zh}"), format!("{amount} {en}{plural}"))
}

/// When a clock starts that does not start with the registration.
pub fn starts_after(lang: Lang, act: &Act) -> &'static str {
    let (zh, en) = match act {
        Act::Signed => ("签收后起算", "once signed for"),
        Act::OpinionSettled => ("会商明确后起算", "once conferred"),
        Act::SuperiorRuled => ("上级明确后起算", "once ruled on"),
        Act::Promised => ("约定后起算", "once promised"),
        Act::Accepted => ("受理后起算", "once accepted"),
        Act::Brought => ("补齐后起算", "once brought"),
        Act::Received => ("收件后起算", "once taken in"),
        Act::Registered => ("登记后起算", "once registered"),
        Act::HandedOff => ("转办后起算", "once handed off"),
        Act::Returned => ("退回后起算", "once returned"),
        Act::Answered => ("答复后起算", "once answered"),
        Act::Delivered => ("交付后起算", "once delivered"),
        Act::Notified => ("告知后起算", "once told"),
        Act::Guided => ("指引后起算", "once guided"),
        Act::Several => ("列出部门后起算", "once departments are named"),
        Act::Convened => ("提请会商后起算", "once called to confer"),
        Act::SuperiorAsked => ("请示后起算", "once asked"),
        Act::Declined => ("退件后起算", "once declined"),
        Act::Closed => ("办结后起算", "once closed"),
        Act::Visited => ("再访后起算", "once visited again"),
        Act::Reopened => ("重办后起算", "once taken up again"),
        Act::Step(_) => ("做了这一步后起算", "after that step"),
    };
    lang.pick(zh, en)
}

/// When a clock starts that waits for one of these steps of the rulebook's own.
pub fn starts_after_steps(lang: Lang, steps: &[&str]) -> String {
    lang.pick(
        format!("「{}」后起算", steps.join("」或「")),
        format!("after “{}”", steps.join("” or “")),
    )
}

/// How many more clocks there are than the pane has room for.
pub fn more_clocks(lang: Lang, more: usize) -> String {
    let plural = if more == 1 { "" } else { "s" };
    lang.pick(
        format!("另有 {more} 个时限"),
        format!("and {more} more clock{plural}"),
    )
}
