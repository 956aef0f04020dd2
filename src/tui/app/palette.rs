//! The command palette: every command of every screen, by name or pinyin, each with
//! its key.

use crossterm::event::{KeyCode, KeyEvent};

use crate::i18n::Lang;
use crate::search;
use crate::tui::keymap::{Action, Binding, KEYMAP, Scope};
use crate::tui::screen::ScreenId;
use crate::tui::widgets::Field;

/// What was chosen from the palette.
pub(super) enum Chosen {
    /// A command of the place one is at.
    Action(Action),
    /// A command of another place.
    Elsewhere(&'static Binding),
    Nothing,
    NotYet,
}

/// Actions by name or pinyin, each with its key.
#[derive(Debug)]
pub(super) struct Palette {
    pub field: Field,
    pub all: Vec<&'static Binding>,
    /// So many of them belong to the place one is at.
    here: usize,
    /// Why each of them cannot be done now; nothing for what can.
    pub barred: Vec<Option<String>>,
    pub hits: Vec<usize>,
    pub selected: usize,
    pub lang: Lang,
}

impl Palette {
    /// Everything that has a key in `scope`, then what has one on the other screens and
    /// last what works in something over a screen; `barred` says why one cannot be done
    /// here now.
    pub fn new(lang: Lang, scope: Scope, barred: impl Fn(Action) -> Option<String>) -> Self {
        let here = |binding: &&Binding| binding.scope == scope || binding.scope == Scope::Global;
        let bindings = || KEYMAP.iter().filter(|one| one.action != Action::Palette);
        let mut all: Vec<&Binding> = bindings().filter(here).collect();
        let barred = all.iter().map(|binding| barred(binding.action)).collect();
        let here_too = all.len();
        for on_a_screen in [true, false] {
            let elsewhere = bindings().filter(|one| !here(one));
            all.extend(elsewhere.filter(|one| screen_of(one.scope).is_some() == on_a_screen));
        }
        let hits = (0..all.len()).collect();
        Self {
            field: Field::new(40),
            all,
            here: here_too,
            barred,
            hits,
            selected: 0,
            lang,
        }
    }

    pub fn paste(&mut self, words: &str) {
        self.field.paste(words);
        self.search();
    }

    pub fn key(&mut self, key: KeyEvent) -> Chosen {
        match key.code {
            KeyCode::Esc => return Chosen::Nothing,
            KeyCode::Enter => {
                return self.hits.get(self.selected).map_or(Chosen::NotYet, |hit| {
                    let binding = self.all[*hit];
                    if self.elsewhere(*hit).is_some() {
                        Chosen::Elsewhere(binding)
                    } else {
                        Chosen::Action(binding.action)
                    }
                });
            }
            KeyCode::Down | KeyCode::Tab => {
                self.selected = (self.selected + 1).min(self.hits.len().saturating_sub(1));
            }
            KeyCode::Up | KeyCode::BackTab => self.selected = self.selected.saturating_sub(1),
            _ => {
                self.field.key(key);
                self.search();
            }
        }
        Chosen::NotYet
    }

    /// The place to which a command belongs that is not to be had here.
    pub fn elsewhere(&self, place: usize) -> Option<Scope> {
        let binding = self.all.get(place).filter(|_| place >= self.here)?;
        Some(binding.scope)
    }

    fn search(&mut self) {
        let typed = self.field.value();
        self.selected = 0;
        if typed.trim().is_empty() {
            self.hits = (0..self.all.len()).collect();
            return;
        }
        let lang = self.lang;
        let (here, elsewhere) = self.all.split_at(self.here);
        let mut hits = Vec::new();
        for (first, bindings) in [(0, here), (self.here, elsewhere)] {
            let labels = bindings.iter().map(|binding| binding.label(lang));
            // What the help says of a command finds it too, after those that are called so.
            let said = bindings.iter().map(|binding| known_as(binding, lang));
            let found = search::pick(typed, labels);
            for hit in found.into_iter().chain(search::pick(typed, said)) {
                if !hits.contains(&(first + hit)) {
                    hits.push(first + hit);
                }
            }
        }
        self.hits = hits;
    }
}

/// What else finds a command: its help, both its names, and the Chinese one without the
/// marks that nobody spells.
fn known_as(binding: &Binding, lang: Lang) -> String {
    let (zh, en) = binding.label;
    let bare: String = zh.chars().filter(|c| c.is_alphanumeric()).collect();
    format!("{} {zh} {bare} {en}", binding.help(lang))
}

/// The screen on which these keys are had; none where they belong to something that
/// lies over a screen.
pub(super) fn screen_of(scope: Scope) -> Option<ScreenId> {
    match scope {
        Scope::Register => Some(ScreenId::Register),
        Scope::Queue | Scope::Holders => Some(ScreenId::Queue),
        Scope::Checklist => Some(ScreenId::Checklist),
        Scope::Handover => Some(ScreenId::Handover),
        Scope::Ledger | Scope::Figures => Some(ScreenId::Ledger),
        Scope::Global
        | Scope::Dialog
        | Scope::Prompt
        | Scope::Filter
        | Scope::Paper
        | Scope::Given => None,
    }
}

/// What opens this place on its screen, where it is not the screen itself.
pub(super) fn opener(scope: Scope) -> Option<Action> {
    match scope {
        Scope::Holders => Some(Action::People),
        Scope::Figures => Some(Action::Figures),
        Scope::Global
        | Scope::Register
        | Scope::Queue
        | Scope::Checklist
        | Scope::Handover
        | Scope::Ledger
        | Scope::Dialog
        | Scope::Prompt
        | Scope::Filter
        | Scope::Paper
        | Scope::Given => None,
    }
}

#[cfg(test)]
mod tests;
