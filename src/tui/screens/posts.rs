//! Who is away from the post, for lists and pickers.

use crate::domain::ids::StaffNo;
use crate::i18n::urging as say;
use crate::store::AwayRow;
use crate::tui::screen::Ctx;
use crate::tui::widgets::picker::Choice;

/// Who is away now, and the posts that nobody holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Posts {
    away: Vec<AwayRow>,
    /// Both the one who is away and their substitute are away.
    pub empty: Vec<AwayRow>,
}

impl Posts {
    /// As the register has it now.
    pub fn read(cx: &Ctx) -> Self {
        let read = cx.desk.read();
        Self {
            away: read.away(cx.now).unwrap_or_default(),
            empty: read.both_away(cx.now).unwrap_or_default(),
        }
    }

    /// A person's absence.
    pub fn of(&self, staff: &StaffNo) -> Option<&AwayRow> {
        self.away.iter().find(|row| &row.staff == staff)
    }
}

/// Marks those who are away with their expected return.
pub(super) fn mark_away(cx: &Ctx, choices: &mut [Choice]) {
    for row in cx.desk.read().away(cx.now).unwrap_or_default() {
        if let Some(at) = place(choices, &row.staff) {
            let until = cx.local(row.until).format("%m-%d %H:%M").to_string();
            let label = &choices[at].label;
            choices[at].label = format!("{label} {}", say::away_mark(cx.lang, &until));
        }
    }
}

/// Puts whoever stands in before the one who is away, whose name finds them too;
/// one who is away as well is not proposed.
pub(super) fn propose_substitutes(cx: &Ctx, choices: &mut Vec<Choice>) {
    let away = cx.desk.read().away(cx.now).unwrap_or_default();
    for row in &away {
        let present = |one: &&StaffNo| !away.iter().any(|row| &row.staff == *one);
        let Some(substitute) = row.substitute.as_ref().filter(present) else {
            continue;
        };
        let (Some(at), Some(stand_in)) = (place(choices, &row.staff), place(choices, substitute))
        else {
            continue;
        };
        let name = cx.name(&row.staff);
        let known_as = choices[at].label.clone();
        let mut substitute = choices.remove(stand_in);
        let mark = say::substitute_mark(cx.lang, &name);
        substitute.label = format!("{} {mark}", substitute.label);
        substitute.also.push(known_as);
        let at = place(choices, &row.staff).unwrap_or(0);
        choices.insert(at, substitute);
    }
    mark_away(cx, choices);
}

fn place(choices: &[Choice], staff: &StaffNo) -> Option<usize> {
    choices.iter().position(|one| one.id == staff.as_str())
}
