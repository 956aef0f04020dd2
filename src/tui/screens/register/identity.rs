//! What looks doubtful in a number, said beside it: a warning, never a wall.

use crate::domain::identity::{Identity, identify};
use crate::i18n::register as words;
use crate::tui::screen::Ctx;

use super::form::Form;

/// What is found of a number: the words, and whether it is doubtful.
pub type Found = (String, bool);

/// What is found of the identity document's number; nothing for other documents.
pub fn of_document(cx: &Ctx, form: &Form) -> Option<Found> {
    let typed = form.id_number.value().trim();
    if typed.is_empty() {
        return None;
    }
    match identify(typed, cx.local(cx.now).date()) {
        Ok(Identity::Other) => None,
        Ok(Identity::Person) => Some((words::word(cx.lang, words::PERSON_OK).to_owned(), false)),
        Ok(Identity::Organisation) => Some((
            words::word(cx.lang, words::ORGANISATION_OK).to_owned(),
            false,
        )),
        Err(doubt) => Some((words::doubt(cx.lang, doubt), true)),
    }
}

/// Whether the document's number should be looked at again.
pub fn document_is_doubtful(cx: &Ctx, form: &Form) -> bool {
    of_document(cx, form).is_some_and(|(_, doubtful)| doubtful)
}

/// Whether a telephone number has a form that none in the country has: mobiles have
/// eleven digits and begin with 13 to 19, lines begin with 0 or stand alone with seven
/// or eight, service numbers have three to six, or ten after 400 and 800.
pub fn phone_is_doubtful(form: &Form) -> bool {
    let typed = form.phone_digits();
    // Abroad anything is possible.
    if typed.is_empty() || typed.starts_with('+') && !typed.starts_with("+86") {
        return false;
    }
    let digits = typed.strip_prefix("+86").unwrap_or(&typed);
    let all = digits.len();
    let fits = match digits.as_bytes() {
        [b'0', b'0', ..] => true,
        [b'0', ..] => (10..=12).contains(&all),
        [b'4' | b'8', b'0', b'0', ..] if all > 8 => all == 10,
        [b'1', b'3'..=b'9', ..] if all > 8 => all == 11,
        _ => (3..=8).contains(&all),
    };
    !fits
}
