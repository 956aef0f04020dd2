//! The people whom a form offers.

use std::rc::Rc;

use crate::domain::inquiry::Inquiry;
use crate::domain::staff::Person;
use crate::offer::propose_substitutes;
use crate::search::Entry;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;
use crate::tui::widgets::dialog::{HITS, Kind};
use crate::tui::widgets::picker::Picker;

/// Those who can take a leg, the likely ones first.
pub(super) fn receivers(cx: &Ctx, state: &Inquiry) -> Picker {
    let holder = state.holder().clone();
    let mut picker = people(cx, |person| {
        person.number != holder && person.holds_inquiries()
    });
    if let Some(matter) = &state.matter
        && let Ok(Some(matter)) = cx.desk.read().matter(&matter.id)
    {
        let mut choices = picker.choices().to_vec();
        let fits = |choice: &Rc<Entry>| {
            u8::from(
                !matter.department.contains(&choice.detail) && choice.detail != matter.department,
            )
        };
        choices.sort_by_key(fits);
        picker.set_choices(choices);
    }
    picker
}

pub(super) fn people(cx: &Ctx, wanted: impl Fn(&Person) -> bool) -> Picker {
    let mut choices = everyone(cx, wanted);
    propose_substitutes(cx.desk, cx.lang, cx.names, &mut choices);
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    picker
}

pub(super) fn everyone(cx: &Ctx, wanted: impl Fn(&Person) -> bool) -> Vec<Rc<Entry>> {
    cx.offers.roster(cx.desk).everyone(wanted)
}

/// The detail of the choice that a picker took: a receiver's department.
pub(super) fn detail_of(dialog: &Dialog, index: usize) -> String {
    match dialog.entries.get(index).map(|entry| &entry.kind) {
        Some(Kind::Pick(picker)) => picker
            .taken()
            .map(|choice| choice.detail.clone())
            .unwrap_or_default(),
        Some(Kind::Text(_)) | None => String::new(),
    }
}
