//! The forms on how an inquiry is passed on and held, and on what ran late.

use super::people::{detail_of, people, receivers};
use super::{Choice, Entry, HITS, Picker, TEXT, each};
use crate::domain::command::{
    Attempt, Command, ExcuseBreach, GiveBackDocuments, KeepDocuments, Note, Reassign, RecordBreach,
    ReviewBreach, RuleOnHandling, SignFor, SignHandling, TakeCustody, TellHolder,
};
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::inquiry::{Breach, Inquiry, Stage};
use crate::domain::oversight::{Whose, contacts};
use crate::domain::rulebook::{Late, Rulebook};
use crate::domain::staff::{Person, Role};
use crate::i18n::queue::handling as say;
use crate::i18n::{Both, clauses, oversight, queue};
use crate::store::Pending;
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

/// These acts, with the names under which half-typed forms are kept.
pub(super) const NAMES: [(Action, &str); 12] = [
    (Action::RuleOnHandling, "rule_on_handling"),
    (Action::Coordinate, "coordinate"),
    (Action::Reassign, "reassign"),
    (Action::TakeCustody, "take_custody"),
    (Action::KeepDocuments, "keep_documents"),
    (Action::GiveBackDocuments, "give_back_documents"),
    (Action::Attempt, "attempt"),
    (Action::TellHolder, "tell_holder"),
    (Action::SignHandling, "sign_handling"),
    (Action::ExcuseBreach, "excuse_breach"),
    (Action::ReviewBreach, "review_breach"),
    (Action::RecordBreach, "record_breach"),
];

/// Whether an act is one of these.
pub(super) fn is(action: Action) -> bool {
    NAMES.iter().any(|(known, _)| *known == action)
}

/// What is plainly in the way.
pub(super) fn why_not(cx: &Ctx, action: Action, row: &Pending) -> Result<(), String> {
    let rules = cx.desk.rules();
    let ruling = row.stage == Stage::Ruling;
    let words = match action {
        Action::HandOff | Action::Return if ruling => say::WAITS_FOR_RULING,
        Action::RuleOnHandling if !ruling => say::NOTHING_TO_RULE,
        Action::Coordinate if rules.handoff.once.is_none() => say::NO_COORDINATION,
        Action::TakeCustody | Action::GiveBackDocuments if row.custodians.is_empty() => {
            say::NO_CUSTODY
        }
        Action::TellHolder if row.leg == 0 => say::NOT_HANDED_OFF,
        Action::SignHandling if !rules.slip.head_signs => say::NO_HEAD_SIGNS,
        _ => return Ok(()),
    };
    Err(cx.say(words).to_owned())
}

/// The form for one of these acts.
pub(super) fn open(cx: &Ctx, action: Action, state: &Inquiry) -> Option<Dialog> {
    let text = |words: Both| Entry::text(cx.say(words), TEXT);
    let form = |words: Both, entries| {
        let title = format!("{} {}", cx.say(words), state.number);
        Dialog::new(title, entries)
    };
    let reason = || text(queue::REASON);
    let receiver = |picker| Entry::pick(cx.say(queue::RECEIVER), picker);
    let dialog =
        match action {
            Action::SignFor => form(queue::SIGN, vec![yes_or_no(cx, say::CUSTODY_TOO)])
                .advising(custody(cx, state)),
            Action::RuleOnHandling => {
                let all = people(cx, Person::holds_inquiries);
                form(say::RULE_ON_HANDLING, vec![receiver(all), reason()])
                    .advising(cx.say(say::RULING_BINDS))
            }
            Action::Reassign => form(
                say::REASSIGN,
                vec![receiver(receivers(cx, state)), reason()],
            )
            .advising(cx.say(say::REASSIGN_RULE)),
            Action::Coordinate => form(say::COORDINATE, vec![text(say::COORDINATE_WHAT)])
                .advising(coordination(cx, &cx.desk.rules_of(state))),
            Action::TakeCustody => form(say::TAKE_CUSTODY, vec![]).advising(custody(cx, state)),
            Action::KeepDocuments => form(say::KEEP_DOCUMENTS, vec![text(queue::TAKEN_IN)])
                .advising(cx.say(say::KEEP_RULE)),
            Action::GiveBackDocuments => form(
                say::GIVE_BACK,
                vec![text(say::WHICH_DOCUMENTS), text(say::GIVEN_TO)],
            )
            .advising(custody(cx, state)),
            Action::Attempt => form(
                say::ATTEMPT,
                vec![
                    Entry::pick(cx.say(say::WHOM), people(cx, Person::holds_inquiries)),
                    text(say::HOW),
                    yes_or_no(cx, say::REACHED),
                ],
            ),
            Action::TellHolder => form(say::TELL_HOLDER, vec![text(say::HOW)])
                .advising(say::say_aloud(cx.lang, held_by(cx, state)) + &reliable(cx, state)),
            Action::SignHandling => form(
                say::SIGN_HANDLING,
                vec![
                    Entry::pick(cx.say(say::WHO_SIGNED), signers(cx)),
                    yes_or_no(cx, say::STAMPED),
                ],
            )
            .advising(cx.say(say::SIGN_RULE)),
            Action::ExcuseBreach => form(
                say::EXCUSE,
                vec![
                    breaches(cx, state, |one| one.hands == cx.me.number),
                    reason(),
                ],
            )
            .advising(cx.say(say::EXCUSE_RULE)),
            Action::ReviewBreach => form(
                say::REVIEW,
                vec![
                    breaches(cx, state, |one| one.hands != cx.me.number),
                    yes_or_no(cx, say::OWN_FAULT),
                    text(say::FOUND),
                ],
            ),
            Action::RecordBreach => form(
                say::RECORD_BREACH,
                vec![
                    rules(cx, &cx.desk.rules_of(state)),
                    Entry::pick(
                        cx.say(say::WHOSE_HANDS),
                        people(cx, Person::holds_inquiries),
                    ),
                    text(say::WHAT_HAPPENED),
                ],
            ),
            _ => return None,
        };
    Some(dialog)
}

/// The command of one of these forms.
pub(super) fn command(action: Action, dialog: &Dialog, state: &Inquiry) -> Option<Command> {
    let inquiry = state.number.clone();
    let value = |at| dialog.value(at);
    let staff = |at| StaffNo(dialog.value(at));
    let yes = |at| dialog.value(at) == "yes";
    Some(match action {
        Action::SignFor => Command::SignFor(SignFor {
            inquiry,
            leg: 0,
            how: String::new(),
            custody: yes(0),
        }),
        Action::RuleOnHandling => Command::RuleOnHandling(RuleOnHandling {
            inquiry,
            department: detail_of(dialog, 0),
            staff: staff(0),
            text: value(1),
        }),
        Action::Reassign => Command::Reassign(Reassign {
            inquiry,
            department: detail_of(dialog, 0),
            staff: staff(0),
            from: state.holder().clone(),
            reason: value(1),
        }),
        Action::Coordinate => Command::Coordinate(Note {
            inquiry,
            text: value(0),
        }),
        Action::TakeCustody => Command::TakeCustody(TakeCustody { inquiry }),
        Action::KeepDocuments => Command::KeepDocuments(KeepDocuments {
            inquiry,
            documents: each(&value(0)),
        }),
        Action::GiveBackDocuments => Command::GiveBackDocuments(GiveBackDocuments {
            inquiry,
            // What is no number names no document, and is refused as such.
            documents: each(&value(0))
                .iter()
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().unwrap_or(u32::MAX))
                .collect(),
            to: value(1),
        }),
        Action::Attempt => Command::Attempt(Attempt {
            inquiry,
            whom: staff(0),
            how: value(1),
            reached: yes(2),
        }),
        Action::TellHolder => Command::TellHolder(TellHolder {
            inquiry,
            how: value(0),
        }),
        Action::SignHandling => Command::SignHandling(SignHandling {
            inquiry,
            by: staff(0),
            stamped: yes(1),
        }),
        Action::ExcuseBreach => Command::ExcuseBreach(ExcuseBreach {
            inquiry,
            clock: ClockId(value(0)),
            excuse: value(1),
        }),
        Action::ReviewBreach => Command::ReviewBreach(ReviewBreach {
            inquiry,
            clock: ClockId(value(0)),
            own_fault: yes(1),
            text: value(2),
        }),
        Action::RecordBreach => Command::RecordBreach(RecordBreach {
            inquiry,
            rule: ClockId(value(0)),
            hands: staff(1),
            text: value(2),
        }),
        _ => return None,
    })
}

/// Department, name and desk telephone of whoever holds it.
pub(in crate::tui::screens::queue) fn held_by(cx: &Ctx, state: &Inquiry) -> String {
    let leg = state.current_leg();
    let person = cx.desk.read().person(&leg.holder).ok().flatten();
    let phone = person.map_or(String::new(), |person| person.phone);
    let whose = format!("{} {} {phone}", leg.department, cx.name(&leg.holder));
    whose.trim_end().to_owned()
}

/// How far the number of whoever holds it can be relied on; empty where there is none.
fn reliable(cx: &Ctx, state: &Inquiry) -> String {
    let read = cx.desk.read();
    let people = read.person(&state.current_leg().holder).ok().flatten();
    let people: Vec<Person> = people.into_iter().collect();
    let term = cx.desk.rules().contact_days();
    let known = contacts(&people, &read.checks().unwrap_or_default(), term);
    let whose = Whose::Staff(state.current_leg().holder.clone());
    known
        .iter()
        .find(|one| one.whose == whose)
        .map_or(String::new(), |one| {
            format!(" [{}]", oversight::checked(cx.lang, one, cx.now, cx.names))
        })
}

/// What is in custody: `代收 2 件：1 身份证(李明)、2 合同(李明)`.
pub(in crate::tui::screens::queue) fn custody(cx: &Ctx, state: &Inquiry) -> String {
    let one = |one: &crate::domain::inquiry::state::Document| {
        format!("{} {}({})", one.no, one.name, cx.name(&one.keeper))
    };
    let all: Vec<String> = state.in_custody().map(one).collect();
    let list = all.join(cx.t("、", ", "));
    say::custody_line(cx.lang, state.custody_count(), list)
}

fn picker(choices: Vec<Choice>) -> Picker {
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    picker
}

fn yes_or_no(cx: &Ctx, label: Both) -> Entry {
    let choice = |id: &str, words| Choice {
        id: id.to_owned(),
        label: cx.say(words).to_owned(),
        also: vec![id.to_owned()],
        ..Choice::default()
    };
    Entry::pick(
        cx.say(label),
        picker(vec![choice("yes", say::YES), choice("no", say::NO)]),
    )
}

/// Heads, and the deputies whom they named.
fn signers(cx: &Ctx) -> Picker {
    let roster = cx.offers.roster(cx.desk);
    let heads = || {
        roster
            .people()
            .iter()
            .filter(|one| one.is(Role::Supervisor))
    };
    let deputy = |one: &Person| heads().any(|head| head.substitute.as_ref() == Some(&one.number));
    people(cx, |one| one.is(Role::Supervisor) || deputy(one))
}

fn breaches(cx: &Ctx, state: &Inquiry, wanted: impl Fn(&Breach) -> bool) -> Entry {
    let mut choices: Vec<Choice> = Vec::new();
    let rules = cx.desk.rules_of(state);
    for one in state.breaches.iter().filter(|one| wanted(one)) {
        if choices.iter().any(|known| known.id == one.rule.0) {
            continue;
        }
        let name = rules.clock(&one.rule).map_or("", |rule| {
            cx.t(rule.name.zh.as_str(), rule.name.en.as_str())
        });
        choices.push(Choice {
            id: one.rule.0.clone(),
            label: format!("{} {name}", one.rule).trim_end().to_owned(),
            detail: say::breach(cx.lang, cx.name(&one.hands)),
            also: Vec::new(),
        });
    }
    Entry::pick(cx.say(say::WHICH_BREACH), picker(choices))
}

/// What can be charged without a clock, under the rulebook's own ids.
fn rules(cx: &Ctx, rules: &Rulebook) -> Entry {
    let none = Late::default();
    let late = rules.late.as_ref().unwrap_or(&none);
    let choice = |id: &str, words, own: &Option<ClockId>| Choice {
        id: id.to_owned(),
        label: cx.say(words).to_owned(),
        detail: own.as_ref().map_or(String::new(), |own| own.0.clone()),
        also: vec![id.to_owned()],
    };
    let choices = vec![
        choice("refused", say::REFUSED, &late.refused),
        choice("unanswered", say::UNANSWERED, &late.unanswered),
        choice("undelivered", say::UNDELIVERED, &late.undelivered),
    ];
    Entry::pick(cx.say(say::WHICH_BREACH), picker(choices))
}

fn coordination(cx: &Ctx, rules: &Rulebook) -> String {
    rules.handoff.once.as_ref().map_or(String::new(), |once| {
        let name = cx.t(once.instead.zh.as_str(), once.instead.en.as_str());
        format!("{name} {}", clauses::clause(cx.lang, &once.clause))
    })
}
