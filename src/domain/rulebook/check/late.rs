//! What counts as late must be a rule that the rulebook quotes.

use super::Findings;
use crate::domain::rulebook::Rulebook;

pub(super) fn late(book: &Rulebook, found: &mut Findings) {
    let Some(late) = &book.late else {
        return;
    };
    let quoted = |id: &str| {
        let accountability = book.accountability.as_ref();
        accountability.is_some_and(|all| all.rules.iter().any(|one| one.id == id))
    };
    for (kind, rule) in late.kinds() {
        let ids = rule.map(crate::domain::ids::ClockId::as_str);
        found.known(&format!("late.{kind}"), "accountability.rules", ids, quoted);
    }
}
