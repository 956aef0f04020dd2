//! What the forms say with which somebody is pressed, reported to or away.

use crate::i18n::Both;

/// Urging, and its form.
pub const URGE: Both = Both::new("催办", "Urge");
/// A word that goes with it.
pub const A_WORD: Both = Both::new("附言(可不写)", "A word (may be empty)");
/// An order to supervise, and its form.
pub const SUPERVISE: Both = Both::new("督办", "Supervise");
/// What is ordered.
pub const ORDER: Both = Both::new("要求", "Order");
/// By when.
pub const BY_WHEN: Both = Both::new("办妥时间(可不写)", "Done by (may be empty)");
/// What an order does.
pub const ORDER_RULE: Both = Both::new(
    "编号的督办单，发给承办部门和在手人，记录在案。时间写 17:00、04-08 17:00 这样。",
    "A numbered order to the department and its holder. Times: 17:00, or 04-08 17:00.",
);
/// Reporting upwards, and its form.
pub const ESCALATE: Both = Both::new("上报", "Report up");
/// To whom.
pub const RUNG: Both = Both::new("报给谁", "To whom");
/// What is reported.
pub const REPORT: Both = Both::new("报告内容", "What is reported");
/// What reporting means.
pub const ESCALATE_RULE: Both = Both::new(
    "报请决定。标「计」的算矛盾升级，计入所在部门；例行抄送不算。",
    "For a decision. Those marked “counted” count against the department; a routine copy does not.",
);
/// Beside a rung that counts.
pub const COUNTS: Both = Both::new("计", "counted");
/// The rulebook has no rung to report to.
pub const NO_LADDER: Both = Both::new(
    "本制度没有写上报的层级，请用请示(u)。",
    "The rulebook names nobody to report to: ask a superior (u).",
);
/// Climbing, and its form.
pub const CLIMB: Both = Both::new("紧急汇报", "Climb");
/// Who was tried.
pub const TRIED: Both = Both::new("找了谁", "Who was tried");
/// Whether they answered.
pub const ANSWERED: Both = Both::new("接了没有", "Answered?");
/// They did.
pub const YES: Both = Both::new("接了", "yes");
/// They did not.
pub const NO: Both = Both::new("没接", "no");
/// What they decided.
pub const DECIDED: Both = Both::new("汇报与决定", "Report and decision");
/// How one climbs.
pub const CLIMB_RULE: Both = Both::new(
    "紧急事项：分管人、分管领导联系不上，逐级往上，每次都记，接到为止；事后告知来人。",
    "An emergency: try one after another, rank by rank, until someone answers. Each try is recorded.",
);
/// Telling the visitor, and its form.
pub const TELL: Both = Both::new("告知来人", "Tell the visitor");
/// What was said.
pub const TOLD: Both = Both::new("说了什么", "What was said");
/// A visitor asks for a leader; the form.
pub const LEADER: Both = Both::new("找领导", "Asks for a leader");
/// Which leader.
pub const WHICH_LEADER: Both = Both::new("找哪位", "Which leader");
/// What for.
pub const PURPOSE: Both = Both::new("来意(先问)", "Purpose (ask first)");
/// What came of it.
pub const OUTCOME: Both = Both::new("怎么处理", "What came of it");
/// Led to reception.
pub const RECEPTION: Both = Both::new("领到接待处，由其转报", "led to reception, which relays");
/// The leader calls back.
pub const CALLS_BACK: Both = Both::new("领导同意，由领导回电", "agreed: the leader calls back");
/// The number was given.
pub const NUMBER_GIVEN: Both = Both::new("领导同意，已告知电话", "agreed: the number was given");
/// The leader does not agree.
pub const NOT_AGREED: Both = Both::new("领导未同意", "the leader did not agree");
/// The leader cannot be asked now.
pub const NOT_ASKED: Both = Both::new("领导暂联系不上", "the leader could not be asked");
/// What the visitor was told.
pub const VISITOR_WAS_TOLD: Both = Both::new("答复来人", "The visitor was told");
/// What holds for numbers.
pub const LEADER_RULE: Both = Both::new(
    "先问来意；未经本人同意，不得把领导电话告诉来人。",
    "Ask what it is about first; no number without the leader's consent.",
);
/// Leaving the post, and its form.
pub const AWAY: Both = Both::new("离岗", "Away");
/// Who leaves.
pub const WHO: Both = Both::new("谁", "Who");
/// Why.
pub const WHY: Both = Both::new("事由", "Reason");
/// Until when.
pub const UNTIL: Both = Both::new("预计返岗", "Expected return");
/// What it does.
pub const AWAY_RULE: Both = Both::new(
    "同事都看得到；B角代办；到时自动返岗。时间写 15:30、明天 09:00 这样。",
    "Colleagues see it; the substitute acts; it ends by itself. Times: 15:30, or 04-08 09:00.",
);
/// For a supervisor who sees someone off or back.
pub const AWAY_RULE_FOR: Both = Both::new(
    "已离岗的人选上即为返岗，不用填事由和时间。",
    "Someone who is away already is recorded as back: leave the rest empty.",
);
/// A typed time that is none.
pub const NO_TIME: Both = Both::new(
    "时间看不懂，请写 15:30 或 04-08 09:00。",
    "That is no time: write 15:30 or 04-08 09:00.",
);
