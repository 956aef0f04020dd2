//! THE table of keys.
//!
//! Dispatch, the line at the foot of each screen, the help screen, the command
//! palette and the key reference in the README all come from here; what is not
//! here cannot be pressed.

mod action;
mod chord;
mod scope;
mod table;
#[cfg(test)]
mod tests;

use crossterm::event::KeyEvent;

use crate::i18n::Lang;

pub use action::Action;
pub use chord::Chord;
pub use scope::Scope;
pub use table::KEYMAP;

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it applies.
    pub scope: Scope,
    /// The keys; the first is the one that is shown.
    pub chords: &'static [Chord],
    /// What they do.
    pub action: Action,
    /// A word for the foot of the screen: Chinese, English.
    pub label: (&'static str, &'static str),
    /// A sentence for the help screen: Chinese, English.
    pub help: (&'static str, &'static str),
    /// Its place at the foot of the screen, the smaller the further left; 0 keeps it off.
    pub footer: u8,
}

impl Binding {
    /// The word for the foot of the screen.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.label.0, self.label.1)
    }

    /// The sentence for the help screen.
    pub fn help(&self, lang: Lang) -> &'static str {
        lang.pick(self.help.0, self.help.1)
    }

    /// Its keys as they are written.
    pub fn keys(&self, lang: Lang) -> String {
        let all: Vec<String> = self.chords.iter().map(|chord| chord.label(lang)).collect();
        all.join(" ")
    }
}

/// The action of a key in a scope, the scope's own bindings before those that
/// work everywhere. While someone types, plain characters are no keys.
pub fn action(scope: Scope, key: KeyEvent, typing: bool) -> Option<Action> {
    let fits = |binding: &&Binding| {
        binding
            .chords
            .iter()
            .any(|chord| chord.is(key) && !(typing && chord.is_plain()))
    };
    let own = KEYMAP
        .iter()
        .filter(|binding| binding.scope == scope)
        .find(fits);
    let global = || {
        KEYMAP
            .iter()
            .filter(|binding| binding.scope == Scope::Global)
            .find(fits)
    };
    own.or_else(global).map(|binding| binding.action)
}

/// The key reference, as a table for each scope in Markdown.
pub fn reference(lang: Lang) -> String {
    let (key, does) = lang.pick(("键", "做什么"), ("Key", "Does"));
    let mut text = String::new();
    for scope in Scope::ALL {
        let name = scope.name(lang);
        text = format!("{text}#### {name}\n\n| {key} | {does} |\n|---|---|\n");
        for binding in KEYMAP.iter().filter(|binding| binding.scope == scope) {
            let keys: Vec<String> = binding
                .chords
                .iter()
                .map(|chord| format!("`{}`", chord.label(lang)))
                .collect();
            text = format!("{text}| {} | {} |\n", keys.join(" "), binding.help(lang));
        }
        text.push('\n');
    }
    text
}

/// The bindings at the foot of a screen, from the left; while someone types,
/// only those that work then.
pub fn footer(scope: Scope, typing: bool) -> Vec<&'static Binding> {
    let mut shown: Vec<&Binding> = KEYMAP
        .iter()
        .filter(|binding| binding.footer > 0)
        .filter(|binding| binding.scope == scope || binding.scope == Scope::Global)
        .filter(|binding| !typing || binding.chords.iter().any(|chord| !chord.is_plain()))
        .collect();
    shown.sort_by_key(|binding| binding.footer);
    shown
}

/// The bindings at the foot of a small form, as one line for inside it.
pub fn legend(scope: Scope, lang: Lang) -> String {
    let own = footer(scope, true).into_iter();
    let told: Vec<String> = own
        .filter(|binding| binding.scope == scope)
        .map(|binding| {
            let chord = binding.chords.iter().find(|chord| !chord.is_plain());
            let key = chord.map(|chord| chord.label(lang)).unwrap_or_default();
            format!("{key} {}", binding.label(lang))
        })
        .collect();
    told.join("  ")
}
