//! The forms that press for an answer or report upwards, and the one for leaving the post.

use super::people::everyone;
use super::{Choice, Entry, HITS, Picker, TEXT, people};
use crate::domain::command::{Away, Back, Climb, Command, Escalate, LeaderAsked, Note, Supervise};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Inquiry;
use crate::domain::rulebook::{Rulebook, Rung, RungOn};
use crate::domain::staff::Role;
use crate::i18n::{Both, urging as say, when};
use crate::offer::mark_away;
use crate::search::Shelf;
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

/// The form of one of these acts; nothing for another act, or where it has none.
pub(super) fn open(cx: &Ctx, action: Action, state: &Inquiry) -> Option<Dialog> {
    let text = |words: Both| Entry::text(cx.say(words), TEXT);
    let form = |words: Both, entries: Vec<Entry>| {
        Dialog::new(format!("{} {}", cx.say(words), state.number), entries)
    };
    Some(match action {
        Action::Urge => form(say::URGE, vec![text(say::A_WORD)]),
        Action::Supervise => form(
            say::SUPERVISE,
            vec![text(say::ORDER), Entry::text(cx.say(say::BY_WHEN), 40)],
        )
        .advising(cx.say(say::ORDER_RULE)),
        Action::Escalate => {
            let rungs = rungs(cx, &cx.desk.rules_of(state));
            if rungs.is_empty() {
                return None;
            }
            form(
                say::ESCALATE,
                vec![pick(cx, say::RUNG, rungs), text(say::REPORT)],
            )
            .advising(cx.say(say::ESCALATE_RULE))
        }
        Action::Climb => form(
            say::CLIMB,
            vec![
                Entry::pick(cx.say(say::TRIED), superiors(cx)),
                pick(
                    cx,
                    say::ANSWERED,
                    of(cx, &[("no", say::NO), ("yes", say::YES)]),
                ),
                text(say::DECIDED),
            ],
        )
        .advising(cx.say(say::CLIMB_RULE)),
        Action::TellVisitor => form(say::TELL, vec![text(say::TOLD)]),
        Action::LeaderAsked => form(
            say::LEADER,
            vec![
                text(say::PURPOSE),
                Entry::pick(cx.say(say::WHICH_LEADER), superiors(cx)),
                pick(cx, say::OUTCOME, of(cx, &OUTCOMES)),
                text(say::VISITOR_WAS_TOLD),
            ],
        )
        .advising(cx.say(say::LEADER_RULE)),
        _ => return None,
    })
}

/// What may come of asking for a leader, the one without a number first.
const OUTCOMES: [(&str, Both); 5] = [
    ("reception", say::RECEPTION),
    ("calls_back", say::CALLS_BACK),
    ("number", say::NUMBER_GIVEN),
    ("refused", say::NOT_AGREED),
    ("unasked", say::NOT_ASKED),
];

fn of(cx: &Ctx, all: &[(&str, Both)]) -> Vec<Choice> {
    all.iter()
        .map(|(id, words)| Choice {
            id: (*id).to_owned(),
            label: cx.say(*words).to_owned(),
            ..Choice::default()
        })
        .collect()
}

fn pick(cx: &Ctx, label: Both, choices: impl Into<Shelf>) -> Entry {
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    Entry::pick(cx.say(label), picker)
}

fn superiors(cx: &Ctx) -> Picker {
    let me = cx.me.number.clone();
    let mut picker = people(cx, |person| {
        person.number != me && (person.is(Role::Supervisor) || person.is(Role::Handler))
    });
    let roster = cx.offers.roster(cx.desk);
    let mut choices = picker.choices().to_vec();
    let leads = |id: &str| {
        let person = roster.get(&StaffNo::from(id));
        person.is_some_and(|person| person.is(Role::Supervisor))
    };
    choices.sort_by_key(|one| !leads(&one.id));
    picker.set_choices(choices);
    picker
}

/// The rungs that people report to, those that count marked.
fn rungs(cx: &Ctx, rules: &Rulebook) -> Vec<Choice> {
    let by_hand = |rung: &&Rung| !matches!(rung.on, RungOn::Breach | RungOn::LeaderAsked);
    rules
        .ladder
        .iter()
        .filter(by_hand)
        .map(|rung| {
            let counts = if rung.counts { cx.say(say::COUNTS) } else { "" };
            let clause = format!("{} {}", rung.clause.document, rung.clause.article);
            Choice {
                id: rung.id.clone(),
                label: cx.t(rung.to.zh.clone(), rung.to.en.clone()),
                detail: format!("{counts} {clause}").trim().to_owned(),
                also: vec![rung.id.clone()],
            }
        })
        .collect()
}

/// The form for leaving the post; a supervisor may say so of someone else.
pub(in crate::tui::screens::queue) fn leave(cx: &Ctx) -> Dialog {
    let mut entries = vec![
        Entry::text(cx.say(say::WHY), 200),
        Entry::text(cx.say(say::UNTIL), 40),
    ];
    let mut advice = cx.say(say::AWAY_RULE).to_owned();
    if cx.me.is(Role::Supervisor) {
        let mut choices = everyone(cx, |_| true);
        choices.sort_by_key(|one| one.id != cx.me.number.as_str());
        mark_away(cx.desk, cx.lang, &mut choices);
        entries.insert(0, pick(cx, say::WHO, choices));
        advice = format!("{advice}{}", cx.say(say::AWAY_RULE_FOR));
    }
    Dialog::new(cx.say(say::AWAY), entries).advising(advice)
}

/// Whether a person is away now.
pub(in crate::tui::screens::queue) fn is_away(cx: &Ctx, staff: &StaffNo) -> bool {
    matches!(cx.desk.read().away_now(staff, cx.now), Ok(Some(_)))
}

/// What a form of these asks for; nothing for another act.
///
/// # Errors
///
/// A sentence: what was typed is no time.
pub(in crate::tui::screens::queue) fn command(
    cx: &Ctx,
    action: Action,
    dialog: &Dialog,
    state: Option<&Inquiry>,
) -> Result<Option<Command>, String> {
    if action == Action::Away {
        return away(cx, dialog).map(Some);
    }
    let Some(inquiry) = state.map(|state| state.number.clone()) else {
        return Ok(None);
    };
    let text = dialog.value(0);
    Ok(Some(match action {
        Action::Close => return super::afterwards::end(cx, dialog, inquiry).map(Some),
        Action::Urge => Command::Urge(Note { inquiry, text }),
        Action::TellVisitor => Command::Tell(Note { inquiry, text }),
        Action::Supervise => Command::Supervise(Supervise {
            inquiry,
            text,
            by: instant(cx, &dialog.value(1))?,
        }),
        Action::Escalate => Command::Escalate(Escalate {
            inquiry,
            rung: text,
            text: dialog.value(1),
        }),
        Action::Climb => Command::Climb(Climb {
            inquiry,
            superior: StaffNo(text),
            reached: dialog.value(1) == "yes",
            text: dialog.value(2),
        }),
        Action::LeaderAsked => {
            let outcome = dialog.value(2);
            let consented = match outcome.as_str() {
                "calls_back" | "number" => Some(true),
                "refused" => Some(false),
                _ => None,
            };
            Command::LeaderAsked(LeaderAsked {
                inquiry,
                leader: StaffNo(dialog.value(1)),
                purpose: text,
                consented,
                told_number: outcome == "number",
                led_to_reception: outcome == "reception",
                told: dialog.value(3),
            })
        }
        _ => return Ok(None),
    }))
}

fn away(cx: &Ctx, dialog: &Dialog) -> Result<Command, String> {
    let own = dialog.entries.len() == 2;
    let (staff, from) = if own {
        (StaffNo::default(), 0)
    } else {
        (StaffNo(dialog.value(0)), 1)
    };
    if !staff.is_empty() && is_away(cx, &staff) {
        return Ok(Command::Back(Back { staff }));
    }
    Ok(Command::Away(Away {
        staff,
        reason: dialog.value(from),
        until: instant(cx, &dialog.value(from + 1))?,
    }))
}

/// A time as people type it, as scripts write it; empty for none.
pub(super) fn instant(cx: &Ctx, typed: &str) -> Result<String, String> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let office = cx.desk.office();
    match when::read(typed, office.local(cx.now)) {
        Some(local) => Ok(office.moment(local).rfc3339(office.offset)),
        None => Err(cx.say(say::NO_TIME).to_owned()),
    }
}
