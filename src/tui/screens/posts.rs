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

/// Marks those who are away with their expected return, and puts whoever stands in
/// before them; the name of the one who is away finds their substitute too.
pub(super) fn mark_away(cx: &Ctx, choices: &mut Vec<Choice>) {
    for row in cx.desk.read().away(cx.now).unwrap_or_default() {
        let place = |choices: &[Choice], staff: &StaffNo| {
            choices.iter().position(|one| one.id == staff.as_str())
        };
        let Some(at) = place(choices, &row.staff) else {
            continue;
        };
        let until = cx.local(row.until).format("%m-%d %H:%M").to_string();
        let known_as = choices[at].label.clone();
        choices[at].label = format!("{known_as} {}", say::away_mark(cx.lang, &until));
        let Some(stand_in) = row.substitute.as_ref().and_then(|one| place(choices, one)) else {
            continue;
        };
        let name = cx.name(&row.staff);
        let mut substitute = choices.remove(stand_in);
        substitute.label = format!(
            "{} {}",
            substitute.label,
            say::substitute_mark(cx.lang, &name)
        );
        substitute.also.push(known_as);
        let at = place(choices, &row.staff).unwrap_or(0);
        choices.insert(at, substitute);
    }
}
