//! Whose name and telephone this person looks at: asked for a reason once an inquiry
//! and session, and on record.

use std::collections::BTreeMap;

use crate::domain::command::{Command, Envelope, Reveal};
use crate::domain::ids::Number;
use crate::domain::inquiry::LINE_LIMIT;
use crate::domain::mask;
use crate::i18n::privacy as say;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;
use crate::tui::widgets::dialog::{Entry, HITS, Kind};
use crate::tui::widgets::picker::{Choice, Picker};

/// The inquiries that were looked at in this session, and whether they are shown now.
#[derive(Debug, Default)]
pub(super) struct Revealed(BTreeMap<Number, bool>);

impl Revealed {
    /// Whether this one is shown in clear now.
    pub fn shows(&self, number: &Number) -> bool {
        self.0.get(number).copied().unwrap_or(false)
    }

    /// Shows or masks one that was looked at before; whether it was.
    pub fn turn(&mut self, number: &Number) -> bool {
        let known = self.0.get_mut(number);
        if let Some(shown) = known {
            *shown = !*shown;
            return true;
        }
        false
    }

    /// Takes note of what was carried out.
    pub fn note(&mut self, envelope: &Envelope) {
        if let Command::Reveal(command) = &envelope.command {
            self.0.insert(command.inquiry.clone(), true);
        }
    }

    /// Masks everything; the reason is asked anew.
    pub fn cover(&mut self) {
        self.0.clear();
    }

    /// A name as it may be shown now.
    pub fn name(&self, number: &Number, name: &str) -> String {
        if self.shows(number) {
            name.to_owned()
        } else {
            mask::mask_name(name)
        }
    }

    /// A telephone number as it may be shown now.
    pub fn phone(&self, number: &Number, phone: &str) -> String {
        if self.shows(number) {
            phone.to_owned()
        } else {
            mask::mask_phone(phone)
        }
    }
}

/// A text as it may be shown: the visitor's name in it masked unless `shown`.
pub(super) fn words(shown: bool, text: &str, name: Option<&str>) -> String {
    if shown {
        text.to_owned()
    } else {
        mask::mask_within(text, name.unwrap_or_default())
    }
}

/// Asks what it is needed for.
pub(super) fn form(cx: &Ctx, number: &Number) -> Dialog {
    let choices = say::REASONS.iter().map(|(id, label)| Choice {
        id: (*id).to_owned(),
        label: cx.say(*label).to_owned(),
        detail: String::new(),
        also: vec![(*id).to_owned()],
    });
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices.collect::<Vec<_>>());
    let title = format!("{} {number}", cx.say(say::REVEAL));
    let entries = vec![
        Entry::pick(cx.say(say::WHAT_FOR), picker),
        Entry::text(cx.say(say::OWN_WORDS), LINE_LIMIT - 40),
    ];
    Dialog::new(title, entries).advising(cx.say(say::IS_RECORDED))
}

/// The command of that form.
pub(super) fn command(dialog: &Dialog, number: &Number) -> Command {
    let chosen = match dialog.entries.first().map(|entry| &entry.kind) {
        Some(Kind::Pick(picker)) => picker.taken(),
        Some(Kind::Text(_)) | None => None,
    };
    let label = chosen
        .filter(|one| one.id != say::OTHER)
        .map_or("", |one| one.label.as_str());
    let own = dialog.value(1);
    let parts: Vec<&str> = [label, own.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Command::Reveal(Reveal {
        inquiry: number.clone(),
        reason: parts.join(": "),
    })
}
