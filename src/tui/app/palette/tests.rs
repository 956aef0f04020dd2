//! What the palette promises.

use pinyin::ToPinyin;

use super::*;

fn type_in(palette: &mut Palette, words: &str) {
    palette.field.set(words);
    palette.search();
}

/// The first letters of a Chinese name, as they are typed; letters and digits in it
/// stay as they are.
fn initials(name: &str) -> String {
    let letter = |c: char| match c.to_pinyin() {
        Some(reading) => reading.first_letter().to_owned(),
        None if c.is_ascii_alphanumeric() => c.to_string(),
        None => String::new(),
    };
    name.chars().map(letter).collect()
}

#[test]
fn every_command_of_every_place_is_found_by_name_and_initials_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        // Everything is elsewhere from somewhere; the others differ in the order only.
        for scope in [Scope::Register, Scope::Dialog] {
            let mut palette = Palette::new(lang, scope, |_| None);
            for binding in KEYMAP.iter().filter(|one| one.action != Action::Palette) {
                let same =
                    |one: &&Binding| (one.scope, one.action) == (binding.scope, binding.action);
                let at = palette.all.iter().position(same);
                let at = at.unwrap_or_else(|| panic!("{:?} is missing", binding.action));
                let (zh, en) = binding.label;
                for name in [zh.to_owned(), en.to_owned(), initials(zh)] {
                    type_in(&mut palette, &name);
                    assert!(palette.hits.contains(&at), "{name} in {scope:?}");
                }
                let here = binding.scope == scope || binding.scope == Scope::Global;
                assert_eq!(
                    palette.elsewhere(at).is_none(),
                    here,
                    "{:?}",
                    binding.action
                );
                assert!(!binding.keys(lang).is_empty(), "{:?}", binding.action);
            }
        }
    }
}

#[test]
fn from_every_place_everything_is_listed_once() {
    for scope in Scope::ALL {
        let palette = Palette::new(Lang::Zh, scope, |_| None);
        assert_eq!(palette.all.len(), KEYMAP.len() - 1, "{scope:?}");
    }
}

#[test]
fn what_can_be_done_here_stands_before_what_can_be_done_elsewhere() {
    let mut palette = Palette::new(Lang::Zh, Scope::Register, |_| None);
    for typed in ["d", "j", "qianshou", "bl"] {
        type_in(&mut palette, typed);
        let places = palette
            .hits
            .iter()
            .map(|hit| palette.elsewhere(*hit).is_some());
        assert!(places.is_sorted(), "{typed}");
    }
    type_in(&mut palette, "qianshou");
    let Chosen::Elsewhere(binding) = palette.key(KeyEvent::from(KeyCode::Enter)) else {
        panic!("signing belongs to the queue");
    };
    assert_eq!(
        (binding.scope, binding.action),
        (Scope::Queue, Action::SignFor)
    );
}
