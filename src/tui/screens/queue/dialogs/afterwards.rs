//! The forms for what comes after an answer.

use super::{Choice, Entry, HITS, Picker, TEXT, urging};
use crate::domain::command::{Close, Command, FollowUp, Note, Reopen, RuleOnRating, ToldHow, Way};
use crate::domain::ids::Number;
use crate::domain::inquiry::{Inquiry, LINE_LIMIT, knows_already};
use crate::i18n::queue::{self as say, closing};
use crate::i18n::{clauses, words};
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

/// The choice that nobody could be reached.
const UNREACHED: &str = "nobody";

fn picker(choices: Vec<Choice>) -> Picker {
    let mut picker = Picker::new(HITS + 1, 40).eager();
    picker.set_choices(choices);
    picker
}

fn choice(id: &str, label: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        label: label.to_owned(),
        ..Choice::default()
    }
}

pub(super) fn follow_up(cx: &Ctx, state: &Inquiry) -> Dialog {
    let mut levels: Vec<Choice> = (1..=5_u8)
        .rev()
        .map(|level| {
            let label = format!("{level} {}", words::satisfaction(cx.lang, level));
            choice(&level.to_string(), &label)
        })
        .collect();
    levels.push(choice("refused", cx.say(say::WOULD_NOT_SAY)));
    levels.push(choice("nobody", cx.say(say::NOT_REACHED)));
    let rules = cx.desk.rules_of(state);
    let clause = rules.follow_up.as_ref().map(|rule| &rule.clause);
    Dialog::new(
        format!("{} {}", cx.say(say::FOLLOW_UP), state.number),
        vec![
            Entry::pick(cx.say(say::HOW_SATISFIED), picker(levels)),
            Entry::text(cx.say(say::WHAT_WAS_SAID), TEXT),
        ],
    )
    .advising(clause.map_or(String::new(), |clause| clauses::clause(cx.lang, clause)))
}

/// Closes; how the visitor was told is asked where the record does not show it.
pub(super) fn close(cx: &Ctx, state: &Inquiry) -> Dialog {
    let title = format!("{} {}", cx.say(say::CLOSE), state.number);
    let remark = Entry::text(cx.say(say::REMARK), TEXT);
    if knows_already(state, &cx.desk.rules_of(state)) {
        return Dialog::new(title, vec![remark]).advising(cx.say(say::CLOSE_IS_FINAL));
    }
    let mut ways: Vec<Choice> = Way::ALL
        .into_iter()
        .map(|way| choice(way.as_str(), words::way(cx.lang, way)))
        .collect();
    ways.push(choice(UNREACHED, cx.say(say::NOT_REACHED)));
    Dialog::new(
        title,
        vec![
            Entry::pick(cx.say(closing::TOLD_HOW), picker(ways)),
            Entry::text(cx.say(closing::WHO_ANSWERED), LINE_LIMIT),
            remark,
            Entry::text(cx.say(closing::TOLD_WHEN), 40),
        ],
    )
    .advising(cx.say(closing::CLOSE_NEEDS_CONTACT))
}

/// The command of a closing.
///
/// # Errors
///
/// A sentence: what was typed is no time.
pub(super) fn end(cx: &Ctx, dialog: &Dialog, inquiry: Number) -> Result<Command, String> {
    if dialog.entries.len() == 1 {
        let text = dialog.value(0);
        return Ok(Command::Close(Close {
            inquiry,
            text,
            contact: None,
        }));
    }
    let said = dialog.value(0);
    let unreached = said == UNREACHED;
    let known = Way::ALL.into_iter().find(|way| way.as_str() == said);
    let how = known.or(unreached.then_some(Way::Phone));
    let at = urging::instant(cx, &dialog.value(3))?;
    Ok(Command::Close(Close {
        inquiry,
        text: dialog.value(2),
        contact: how.map(|how| ToldHow {
            how,
            at,
            who: dialog.value(1),
            unreached,
        }),
    }))
}

/// Appeals, or decides on what was appealed.
pub(super) fn appeal(cx: &Ctx, state: &Inquiry) -> Dialog {
    let title = format!("{} {}", cx.say(say::APPEAL), state.number);
    if is_appealed(state) {
        let choices = vec![
            choice("stands", cx.say(say::RATING_STANDS)),
            choice("falls", cx.say(say::RATING_FALLS)),
        ];
        return Dialog::new(
            title,
            vec![
                Entry::pick(cx.say(say::STANDS_OR_NOT), picker(choices)),
                Entry::text(cx.say(say::REASON), TEXT),
            ],
        );
    }
    Dialog::new(title, vec![Entry::text(cx.say(say::REASON), TEXT)])
}

fn is_appealed(state: &Inquiry) -> bool {
    state.rating.is_some_and(|rating| rating.appealed)
}

/// The command of one of these forms.
pub(super) fn command(action: Action, dialog: &Dialog, state: &Inquiry) -> Option<Command> {
    let inquiry = state.number.clone();
    Some(match action {
        Action::FollowUp => {
            let said = dialog.value(0);
            let level = said.parse().unwrap_or(0);
            Command::FollowUp(FollowUp {
                inquiry,
                reached: said != "nobody",
                refused: said == "refused",
                level,
                text: dialog.value(1),
            })
        }
        Action::Reopen => Command::Reopen(Reopen {
            inquiry,
            reason: dialog.value(0),
        }),
        Action::Appeal if is_appealed(state) => Command::RuleOnRating(RuleOnRating {
            inquiry,
            stands: dialog.value(0) == "stands",
            text: dialog.value(1),
        }),
        Action::Appeal => Command::AppealRating(Note {
            inquiry,
            text: dialog.value(0),
        }),
        _ => return None,
    })
}
