//! Which role may give which command: one table, which the desk asks before anything
//! else and the documents print.
//!
//! A yes says that the role may try. Whether it is this person's turn (who holds the
//! inquiry, who is first responder, who signs) is for `decide` to say.

use super::Command;
use crate::domain::staff::Role;

use Role::{Admin, Clerk, Handler, Quality, Supervisor};

/// Those who enter, hold and pass on inquiries.
const HANDS: &[Role] = &[Clerk, Handler, Supervisor];
/// The same, and quality control, which asks visitors and takes steps of its own.
const HANDS_AND_QUALITY: &[Role] = &[Clerk, Handler, Supervisor, Quality];
/// The same without quality, and whoever looks after the roster.
const HANDS_AND_ADMIN: &[Role] = &[Clerk, Handler, Supervisor, Admin];
/// Those who decide, approve and order.
const SUPERVISOR: &[Role] = &[Supervisor];
/// Those who judge what others did.
const JUDGES: &[Role] = &[Supervisor, Quality];
/// Quality control alone.
const QUALITY: &[Role] = &[Quality];
/// Whoever looks after reference data.
const ADMIN: &[Role] = &[Admin];
/// All of them.
const EVERYBODY: &[Role] = &Role::ALL;

/// Every command with the roles that may give it.
pub const TABLE: &[(&str, &[Role])] = &[
    ("register", HANDS),
    ("accept", HANDS),
    ("answer", HANDS),
    ("hand_off", HANDS),
    ("sign_for", HANDS),
    ("return", HANDS),
    ("guide_outside", HANDS),
    ("notify", HANDS),
    ("bring", HANDS),
    ("extend", HANDS),
    ("rule_on_extension", SUPERVISOR),
    ("explain_overrun", HANDS),
    ("suspend", HANDS),
    ("resume", HANDS),
    ("step", HANDS_AND_QUALITY),
    ("visit", HANDS),
    ("receive", HANDS),
    ("deliver", HANDS),
    ("decline", HANDS),
    ("several", HANDS),
    ("convene", HANDS),
    ("settle_opinion", HANDS),
    ("ask_superior", HANDS),
    ("superior_opinion", HANDS),
    ("close", HANDS),
    ("follow_up", HANDS_AND_QUALITY),
    ("reopen", HANDS),
    ("appeal_rating", HANDS),
    ("rule_on_rating", JUDGES),
    ("handover_open", HANDS),
    ("handover_note", HANDS),
    ("handover_acknowledge", HANDS),
    ("handover_question", HANDS),
    ("handover_sign", HANDS),
    ("record_staff", ADMIN),
    ("rule_on_handling", SUPERVISOR),
    ("coordinate", HANDS),
    ("reassign", SUPERVISOR),
    ("take_custody", HANDS),
    ("keep_documents", HANDS),
    ("give_back_documents", HANDS),
    ("attempt", HANDS),
    ("tell_holder", HANDS),
    ("sign_handling", HANDS),
    ("excuse_breach", HANDS),
    ("review_breach", JUDGES),
    ("record_breach", JUDGES),
    ("urge", HANDS),
    ("supervise", SUPERVISOR),
    ("escalate", HANDS),
    ("climb", HANDS),
    ("tell", HANDS),
    ("leader_asked", HANDS),
    ("away", EVERYBODY),
    ("back", EVERYBODY),
    ("correct", HANDS),
    ("withdraw", HANDS),
    ("handover_answer", HANDS),
    ("handover_cancel", HANDS),
    ("check_contact", HANDS_AND_ADMIN),
    ("draw_sample", QUALITY),
    ("ask_sampled", QUALITY),
    ("issue_bulletin", JUDGES),
    ("keep_note", HANDS),
    ("end_note", HANDS),
    ("give_paper", HANDS),
    ("set_printing", ADMIN),
    ("export", EVERYBODY),
    ("edit_matter", ADMIN),
    ("reveal", HANDS_AND_QUALITY),
    ("list_destruction", ADMIN),
    ("sign_destruction", SUPERVISOR),
    ("add_key", ADMIN),
    ("remove_key", ADMIN),
    ("case.open", JUDGES),
    ("case.check", JUDGES),
    ("case.propose", JUDGES),
    ("case.investigate", SUPERVISOR),
    ("case.recuse", JUDGES),
    ("case.hear", JUDGES),
    ("case.obstruct", JUDGES),
    ("case.extend", JUDGES),
    ("case.rule_on_extension", SUPERVISOR),
    ("case.report", JUDGES),
    ("case.decide", SUPERVISOR),
    ("case.serve", JUDGES),
    ("case.appeal", EVERYBODY),
    ("case.review", SUPERVISOR),
    ("case.carry_out", JUDGES),
    ("case.tell", JUDGES),
    ("case.restore", JUDGES),
    ("case.close", JUDGES),
    ("case.look", EVERYBODY),
];

impl Command {
    /// The command's name, as JSON writes it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Register(_) => "register",
            Self::Accept(_) => "accept",
            Self::Answer(_) => "answer",
            Self::HandOff(_) => "hand_off",
            Self::SignFor(_) => "sign_for",
            Self::Return(_) => "return",
            Self::GuideOutside(_) => "guide_outside",
            Self::Notify(_) => "notify",
            Self::Bring(_) => "bring",
            Self::Extend(_) => "extend",
            Self::RuleOnExtension(_) => "rule_on_extension",
            Self::ExplainOverrun(_) => "explain_overrun",
            Self::Suspend(_) => "suspend",
            Self::Resume(_) => "resume",
            Self::Step(_) => "step",
            Self::Visit(_) => "visit",
            Self::Receive(_) => "receive",
            Self::Deliver(_) => "deliver",
            Self::Decline(_) => "decline",
            Self::Several(_) => "several",
            Self::Convene(_) => "convene",
            Self::SettleOpinion(_) => "settle_opinion",
            Self::AskSuperior(_) => "ask_superior",
            Self::SuperiorOpinion(_) => "superior_opinion",
            Self::Close(_) => "close",
            Self::FollowUp(_) => "follow_up",
            Self::Reopen(_) => "reopen",
            Self::AppealRating(_) => "appeal_rating",
            Self::RuleOnRating(_) => "rule_on_rating",
            Self::HandoverOpen(_) => "handover_open",
            Self::HandoverNote(_) => "handover_note",
            Self::HandoverAcknowledge(_) => "handover_acknowledge",
            Self::HandoverQuestion(_) => "handover_question",
            Self::HandoverSign(_) => "handover_sign",
            Self::RecordStaff(_) => "record_staff",
            Self::RuleOnHandling(_) => "rule_on_handling",
            Self::Coordinate(_) => "coordinate",
            Self::Reassign(_) => "reassign",
            Self::TakeCustody(_) => "take_custody",
            Self::KeepDocuments(_) => "keep_documents",
            Self::GiveBackDocuments(_) => "give_back_documents",
            Self::Attempt(_) => "attempt",
            Self::TellHolder(_) => "tell_holder",
            Self::SignHandling(_) => "sign_handling",
            Self::ExcuseBreach(_) => "excuse_breach",
            Self::ReviewBreach(_) => "review_breach",
            Self::RecordBreach(_) => "record_breach",
            Self::Urge(_) => "urge",
            Self::Supervise(_) => "supervise",
            Self::Escalate(_) => "escalate",
            Self::Climb(_) => "climb",
            Self::Tell(_) => "tell",
            Self::LeaderAsked(_) => "leader_asked",
            Self::Away(_) => "away",
            Self::Back(_) => "back",
            Self::Correct(_) => "correct",
            Self::Withdraw(_) => "withdraw",
            Self::HandoverAnswer(_) => "handover_answer",
            Self::HandoverCancel(_) => "handover_cancel",
            Self::CheckContact(_) => "check_contact",
            Self::DrawSample(_) => "draw_sample",
            Self::AskSampled(_) => "ask_sampled",
            Self::IssueBulletin(_) => "issue_bulletin",
            Self::KeepNote(_) => "keep_note",
            Self::EndNote(_) => "end_note",
            Self::GivePaper(_) => "give_paper",
            Self::SetPrinting(_) => "set_printing",
            Self::Export(_) => "export",
            Self::EditMatter(_) => "edit_matter",
            Self::Case(command) => command.name(),
            Self::Reveal(_) => "reveal",
            Self::ListDestruction(_) => "list_destruction",
            Self::SignDestruction(_) => "sign_destruction",
            Self::AddKey(_) => "add_key",
            Self::RemoveKey(_) => "remove_key",
        }
    }

    /// The roles that may give this command.
    pub fn allowed(&self) -> &'static [Role] {
        let name = self.name();
        let mut rows = TABLE.iter();
        rows.find(|row| row.0 == name).map_or(&[], |row| row.1)
    }
}

/// The table in Markdown, a row a command; `head` names the column of commands and each role.
pub fn reference(head: &str, role: impl Fn(Role) -> &'static str) -> String {
    let names: Vec<&str> = Role::ALL.into_iter().map(role).collect();
    let mut text = format!("| {head} | {} |\n|---|", names.join(" | "));
    text.push_str(&":-:|".repeat(names.len()));
    text.push('\n');
    for (command, allowed) in TABLE {
        let cells = Role::ALL.map(|one| if allowed.contains(&one) { "+" } else { "" });
        text = format!("{text}| `{command}` | {} |\n", cells.join(" | "));
    }
    text
}
