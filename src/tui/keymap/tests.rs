//! What the table promises.

use crossterm::event::KeyCode;

use super::*;
use crate::tui::text;

#[test]
fn no_chord_means_two_things_in_a_scope() {
    for scope in Scope::ALL {
        let all: Vec<(Chord, Action)> = KEYMAP
            .iter()
            .filter(|binding| binding.scope == scope)
            .flat_map(|binding| binding.chords.iter().map(|chord| (*chord, binding.action)))
            .collect();
        for (at, (chord, action)) in all.iter().enumerate() {
            for (other, its) in &all[at + 1..] {
                assert!(
                    chord != other,
                    "{scope:?}: {chord:?} is {action:?} and {its:?}"
                );
            }
        }
    }
}

#[test]
fn an_action_stands_once_in_a_scope() {
    for (at, binding) in KEYMAP.iter().enumerate() {
        let again = KEYMAP[at + 1..]
            .iter()
            .any(|other| other.scope == binding.scope && other.action == binding.action);
        assert!(!again, "{:?} {:?}", binding.scope, binding.action);
    }
}

#[test]
fn every_foot_fits_eighty_columns_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        for scope in Scope::ALL {
            for typing in [false, true] {
                let wide: usize = footer(scope, typing)
                    .iter()
                    .map(|binding| {
                        let chord = binding
                            .chords
                            .iter()
                            .find(|chord| !(typing && chord.is_plain()))
                            .unwrap();
                        let gap = lang.pick(0, 1);
                        text::width(&chord.label(lang)) + text::width(binding.label(lang)) + gap + 1
                    })
                    .sum();
                assert!(
                    wide < 80,
                    "{scope:?} {lang:?} typing={typing}: {wide} columns"
                );
            }
        }
    }
}

#[test]
fn every_binding_speaks_both_languages() {
    for binding in KEYMAP {
        for words in [
            binding.label.0,
            binding.label.1,
            binding.help.0,
            binding.help.1,
        ] {
            assert!(
                !words.trim().is_empty(),
                "{:?} {:?}",
                binding.scope,
                binding.action
            );
        }
        assert!(binding.label.1.is_ascii(), "{:?}", binding.action);
    }
}

#[test]
fn keys_that_type_are_no_commands_while_typing() {
    let a = KeyEvent::from(KeyCode::Char('a'));
    assert_eq!(action(Scope::Queue, a, false), Some(Action::Answer));
    assert_eq!(action(Scope::Queue, a, true), None);
    let f2 = KeyEvent::from(KeyCode::F(2));
    assert_eq!(action(Scope::Queue, f2, true), Some(Action::GoQueue));
}
