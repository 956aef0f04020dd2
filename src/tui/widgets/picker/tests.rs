//! Finding one of many by a few letters.

use super::*;
use crate::tui::draw::Picture;

fn choice(id: &str, label: &str, detail: &str) -> Choice {
    Choice {
        id: id.into(),
        label: label.into(),
        detail: detail.into(),
        also: vec![],
    }
}

fn matters(picker: Picker) -> Picker {
    let mut picker = picker;
    picker.set_choices(vec![
        choice("a", "户口迁移", "公安"),
        choice("b", "发票领用(首次)", "税务"),
        choice("c", "发票领用(增量)", "税务"),
        choice("d", "不动产转移登记", "不动产"),
    ]);
    picker
}

fn press(picker: &mut Picker, code: KeyCode) -> Pick {
    picker.key(KeyEvent::from(code))
}

fn typed(picker: &mut Picker, letters: &str) {
    for c in letters.chars() {
        press(picker, KeyCode::Char(c));
    }
}

#[test]
fn initials_find_and_enter_takes_the_highlighted_hit() {
    let mut picker = matters(Picker::new(3, 40));
    typed(&mut picker, "fply");
    assert_eq!(picker.found(), 2);
    assert!(picker.is_undecided());
    assert!(picker.take());
    assert_eq!((picker.id(), picker.value()), ("b", "发票领用(首次)"));
    assert!(!picker.take());
}

#[test]
fn arrows_move_among_hits_and_digits_take_one() {
    let mut picker = matters(Picker::new(3, 40).digits());
    typed(&mut picker, "fp");
    assert!(picker.step(Step::Down));
    assert_eq!(picker.highlighted().map(|one| one.id.as_str()), Some("c"));
    assert_eq!(press(&mut picker, KeyCode::Char('1')), Pick::Taken);
    assert_eq!(picker.id(), "b");
    // A digit that stands for nothing changes nothing.
    assert_eq!(
        press(&mut picker, KeyCode::Char('9')),
        Pick::Typing(Edit::Moved)
    );
    assert_eq!(picker.id(), "b");
}

#[test]
fn nothing_is_taken_unasked_unless_it_is_a_proposal() {
    let mut picker = matters(Picker::new(3, 40));
    assert!(!picker.take());
    assert!(picker.step(Step::Down));
    assert!(picker.take());
    assert_eq!(picker.id(), "a");
    let mut proposing = matters(Picker::new(3, 40).eager());
    assert!(proposing.take());
    assert_eq!(proposing.id(), "a");
}

#[test]
fn what_was_taken_is_replaced_by_typing_and_removed_by_backspace() {
    let mut picker = matters(Picker::new(3, 40));
    assert!(picker.take_id("d"));
    assert_eq!(press(&mut picker, KeyCode::Left), Pick::Typing(Edit::Moved));
    assert_eq!(picker.id(), "d");
    typed(&mut picker, "h");
    assert_eq!((picker.id(), picker.value()), ("", "h"));
    assert!(picker.take());
    press(&mut picker, KeyCode::Backspace);
    assert!(picker.is_blank());
    assert!(!picker.take_id("nothing"));
}

#[test]
fn new_choices_keep_what_was_taken_and_speak_the_new_language() {
    let mut picker = matters(Picker::new(3, 40));
    picker.take_id("d");
    picker.set_choices(vec![choice("d", "Transfer of real property", "")]);
    assert_eq!(
        (picker.id(), picker.value()),
        ("d", "Transfer of real property")
    );
    // Gone from the choices, it is still what was taken.
    picker.set_choices(Vec::<Choice>::new());
    assert_eq!(picker.id(), "d");
}

#[test]
fn another_name_finds_it_too() {
    let mut picker = Picker::new(3, 40);
    let mut named = choice("b", "Invoices, first time", "");
    named.also.push("发票领用".into());
    picker.set_choices(vec![named]);
    typed(&mut picker, "fply");
    assert!(picker.take());
}

#[test]
fn hits_stand_in_their_place_with_marker_digit_and_detail() {
    let mut picker = matters(Picker::new(2, 40).digits());
    typed(&mut picker, "fp");
    let theme = Theme::default();
    let picture = Picture::paint(28, 3, |c| {
        picker.render(c, (0, 0), 28, theme.text, true);
        picker.render_hits(c, &theme, Rect::new(0, 1, 28, 2));
    });
    let expected = "fp\n>1 发票领用(首次)  税务\n 2 发票领用(增量)  税务\n";
    assert_eq!(picture.text(), expected);
    assert_eq!(picture.cursor.map(|at| at.x), Some(2));
    picker.take();
    let picture = Picture::paint(28, 3, |c| {
        picker.render_hits(c, &theme, Rect::new(0, 1, 28, 2));
    });
    assert_eq!(picture.text(), "\n\n\n");
}

#[test]
fn many_thousands_are_searched_within_a_key() {
    let names = ["王芳", "李明", "欧阳小满", "何静", "单雄"];
    let people: Vec<Choice> = (0..20_000)
        .map(|n| choice(&n.to_string(), names[n % names.len()], ""))
        .collect();
    let mut picker = Picker::new(5, 40);
    picker.set_choices(people);
    let started = std::time::Instant::now();
    typed(&mut picker, "oyxm");
    assert_eq!(picker.found(), crate::search::MOST);
    // Unoptimised and on a busy machine; a key's share is far smaller in use.
    assert!(started.elapsed() < std::time::Duration::from_secs(2));
}
