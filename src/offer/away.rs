//! Who is away, and who stands in.

use std::rc::Rc;

use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, urging as say};
use crate::search::Entry;

/// Marks those who are away with their expected return.
pub fn mark_away(desk: &Desk, lang: Lang, entries: &mut [Rc<Entry>]) {
    for row in desk.read().away(desk.now()).unwrap_or_default() {
        if let Some(at) = place(entries, &row.staff) {
            let until = desk.office().local(row.until).format("%m-%d %H:%M");
            let mark = say::away_mark(lang, &until.to_string());
            let label = format!("{} {mark}", entries[at].label);
            entries[at] = Rc::new(entries[at].relabelled(label));
        }
    }
}

/// Puts whoever stands in before the one who is away, whose name finds them too;
/// one who is away as well is not proposed.
pub fn propose_substitutes(
    desk: &Desk,
    lang: Lang,
    names: &dyn Speaker,
    entries: &mut Vec<Rc<Entry>>,
) {
    let away = desk.read().away(desk.now()).unwrap_or_default();
    for row in &away {
        let present = |one: &&StaffNo| !away.iter().any(|row| &row.staff == *one);
        let Some(substitute) = row.substitute.as_ref().filter(present) else {
            continue;
        };
        let (Some(at), Some(stand_in)) = (place(entries, &row.staff), place(entries, substitute))
        else {
            continue;
        };
        let name = names.name(&row.staff);
        let known_as = entries[at].label.clone();
        let substitute = entries.remove(stand_in);
        let mark = say::substitute_mark(lang, &name);
        let label = format!("{} {mark}", substitute.label);
        let substitute = substitute.relabelled(label).known_as(known_as);
        let at = place(entries, &row.staff).unwrap_or(0);
        entries.insert(at, Rc::new(substitute));
    }
    mark_away(desk, lang, entries);
}

fn place(entries: &[Rc<Entry>], staff: &StaffNo) -> Option<usize> {
    entries.iter().position(|one| one.id == staff.as_str())
}
