//! One key, and how it is written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::i18n::Lang;

/// One key, with or without Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

impl Chord {
    /// Whether a key event is this chord.
    pub fn is(self, key: KeyEvent) -> bool {
        self.code == key.code && self.ctrl == key.modifiers.contains(KeyModifiers::CONTROL)
    }

    /// Whether it is a character that a text field would take.
    pub fn is_plain(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl
    }

    /// The chord as it is written on screen: `a`, `^S`, `F1`, `Enter`.
    pub fn label(self, lang: Lang) -> String {
        let name = match (self.code, self.ctrl) {
            (KeyCode::Char(' '), false) => lang.pick("空格", "Space").to_owned(),
            (KeyCode::Char(c), false) => c.to_string(),
            (KeyCode::Char(c), true) => format!("^{}", c.to_ascii_uppercase()),
            (KeyCode::F(n), _) => format!("F{n}"),
            (KeyCode::Tab, _) => "Tab".to_owned(),
            (KeyCode::BackTab, _) => "S-Tab".to_owned(),
            (code, _) => format!("{code:?}"),
        };
        match name.as_str() {
            "PageDown" => "PgDn".to_owned(),
            "PageUp" => "PgUp".to_owned(),
            _ => name,
        }
    }
}

pub(super) const fn ch(c: char) -> Chord {
    Chord {
        code: KeyCode::Char(c),
        ctrl: false,
    }
}

pub(super) const fn ctrl(c: char) -> Chord {
    Chord {
        code: KeyCode::Char(c),
        ctrl: true,
    }
}

pub(super) const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

pub(super) const fn f(n: u8) -> Chord {
    Chord {
        code: KeyCode::F(n),
        ctrl: false,
    }
}
