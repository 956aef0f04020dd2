//! The forms for what comes after an answer.

use super::{Choice, Entry, HITS, Picker, TEXT};
use crate::domain::command::{Command, FollowUp, Note, Reopen, RuleOnRating};
use crate::domain::inquiry::Inquiry;
use crate::i18n::{clauses, queue as say, words};
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

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
