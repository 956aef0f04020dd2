//! What single bytes and whole escape sequences are as keys.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use termina::event::{KeyCode as SentCode, KeyEventKind, Modifiers};
use termina::{Event, Parser};

use super::Input;

/// A key without modifiers.
pub fn plain(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// A key with Ctrl.
pub fn control(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::CONTROL))
}

/// One byte below 0x80, and whether Ctrl is down.
///
/// `^H` is Backspace, because half of all terminals send it for that key.
pub fn ascii(byte: u8) -> (KeyCode, bool) {
    match byte {
        b'\r' | b'\n' => (KeyCode::Enter, false),
        b'\t' => (KeyCode::Tab, false),
        0x08 | 0x7f => (KeyCode::Backspace, false),
        0x1b => (KeyCode::Esc, false),
        0 => (KeyCode::Char(' '), true),
        1..=0x1a => (KeyCode::Char(char::from(byte - 1 + b'a')), true),
        0x1c..=0x1f => (KeyCode::Char(char::from(byte - 0x1c + b'4')), true),
        _ => (KeyCode::Char(char::from(byte)), false),
    }
}

/// The key a whole escape sequence stands for, if it stands for one.
pub fn from_sequence(bytes: &[u8]) -> Option<Input> {
    let mut parser = Parser::default();
    parser.parse(bytes, false);
    let Some(Event::Key(key)) = parser.pop() else {
        return None;
    };
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let code = translated(key.code)?;
    Some(Input::Key(KeyEvent::new(
        code,
        modifiers(key.modifiers, code),
    )))
}

fn translated(code: SentCode) -> Option<KeyCode> {
    let named = match code {
        SentCode::Char(c) if c.is_control() => return None,
        SentCode::Char(c) => KeyCode::Char(c),
        SentCode::Enter => KeyCode::Enter,
        SentCode::Backspace => KeyCode::Backspace,
        SentCode::Tab => KeyCode::Tab,
        SentCode::BackTab => KeyCode::BackTab,
        SentCode::Escape => KeyCode::Esc,
        SentCode::Left => KeyCode::Left,
        SentCode::Right => KeyCode::Right,
        SentCode::Up => KeyCode::Up,
        SentCode::Down => KeyCode::Down,
        SentCode::Home => KeyCode::Home,
        SentCode::End => KeyCode::End,
        SentCode::PageUp => KeyCode::PageUp,
        SentCode::PageDown => KeyCode::PageDown,
        SentCode::Insert => KeyCode::Insert,
        SentCode::Delete => KeyCode::Delete,
        SentCode::Function(number) => KeyCode::F(number),
        SentCode::KeypadBegin
        | SentCode::CapsLock
        | SentCode::ScrollLock
        | SentCode::NumLock
        | SentCode::PrintScreen
        | SentCode::Pause
        | SentCode::Menu
        | SentCode::Null
        | SentCode::Modifier(_)
        | SentCode::Media(_) => return None,
    };
    Some(named)
}

/// Ctrl and Alt as sent; Shift only where it makes another key of a named one.
fn modifiers(sent: Modifiers, code: KeyCode) -> KeyModifiers {
    let mut kept = KeyModifiers::NONE;
    kept.set(KeyModifiers::CONTROL, sent.contains(Modifiers::CONTROL));
    kept.set(KeyModifiers::ALT, sent.contains(Modifiers::ALT));
    let says_itself = matches!(code, KeyCode::Char(_) | KeyCode::BackTab);
    kept.set(
        KeyModifiers::SHIFT,
        sent.contains(Modifiers::SHIFT) && !says_itself,
    );
    kept
}
