//! What a field promises.

use super::*;
use crate::tui::draw::Picture;

fn press(field: &mut Field, codes: &[KeyCode]) {
    for code in codes {
        field.key(KeyEvent::new(*code, KeyModifiers::NONE));
    }
}

fn control(field: &mut Field, letter: char) -> Edit {
    field.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
}

#[test]
fn the_cursor_stands_after_both_columns_of_a_hanzi() {
    let mut field = Field::new(20).with("赵小满");
    assert_eq!(field.view(10), ("赵小满".to_owned(), 6));
    press(&mut field, &[KeyCode::Left, KeyCode::Backspace]);
    assert_eq!(field.value(), "赵满");
    assert_eq!(field.view(10).1, 2);
    let picture = Picture::paint(12, 1, |c| field.render(c, (1, 0), 10, Style::new(), true));
    assert_eq!(picture.text(), " 赵满\n");
    assert_eq!(picture.cursor, Some(Position::new(3, 0)));
}

#[test]
fn a_long_text_moves_by_half_a_field_and_shows_the_cursor() {
    let mut field = Field::new(200);
    for count in 0..100 {
        press(
            &mut field,
            &[KeyCode::Char(if count % 3 == 0 { 'a' } else { '汉' })],
        );
        for columns in 1..20 {
            let (shown, cursor) = field.view(columns);
            assert!(text::width(&shown) <= columns, "{columns}: {shown:?}");
            assert!(cursor < columns, "{columns}: {cursor}");
        }
    }
    let field = Field::new(99).with("一二三四五");
    assert_eq!(field.view(7), ("四五".to_owned(), 4));
}

#[test]
fn a_full_field_says_so_and_keeps_what_it_has() {
    let mut field = Field::new(3).with("一二");
    assert_eq!(field.remaining(), 1);
    assert_eq!(field.paste("三四"), Edit::Full);
    assert_eq!(field.value(), "一二三");
    assert_eq!(field.key(KeyEvent::from(KeyCode::Char('四'))), Edit::Full);
    assert_eq!(field.value(), "一二三");
    assert_eq!(control(&mut field, 'u'), Edit::Changed);
    assert_eq!(control(&mut field, 'y'), Edit::Changed);
    assert_eq!(control(&mut field, 'y'), Edit::Full);
    assert_eq!(field.value(), "一二三");
}

#[test]
fn a_paste_becomes_one_line_without_commands() {
    let mut field = Field::new(100).with("ad");
    press(&mut field, &[KeyCode::Left]);
    assert_eq!(field.paste("b\r\nc\td\u{1b}[31m\n"), Edit::Changed);
    assert_eq!(field.value(), "ab c d[31md");
    assert_eq!(field.paste(""), Edit::Moved);
}

#[test]
fn hidden_characters_are_seen_while_typing() {
    let field = Field::new(100).with("a\u{202e}b");
    assert_eq!(field.view(40).0, "a<U+202E>b");
    assert_eq!(
        Field::new(9).secret().with("12张").view(9),
        ("***".to_owned(), 3)
    );
}

#[test]
fn words_and_ends_are_reached_and_removed() {
    let mut field = Field::new(100).with("one two three");
    control(&mut field, 'w');
    assert_eq!(field.value(), "one two ");
    control(&mut field, 'a');
    field.key(KeyEvent::new(KeyCode::Right, KeyModifiers::CONTROL));
    control(&mut field, 'k');
    assert_eq!(field.value(), "one ");
    control(&mut field, 'e');
    control(&mut field, 'u');
    assert!(field.is_blank());
    assert_eq!(control(&mut field, 's'), Edit::Ignored);
    assert_eq!(field.key(KeyEvent::from(KeyCode::F(2))), Edit::Ignored);
    assert_eq!(field.key(KeyEvent::from(KeyCode::Left)), Edit::Moved);
}

#[test]
fn a_composed_letter_is_removed_whole() {
    let mut field = Field::new(100).with("ae\u{301}");
    press(&mut field, &[KeyCode::Backspace]);
    assert_eq!(field.value(), "a");
}

#[test]
fn whatever_looks_like_one_character_is_passed_and_removed_as_one() {
    let family = "👨\u{200d}👩\u{200d}👧";
    for one in [
        "e\u{301}\u{323}",
        family,
        "🇨🇳",
        "👍🏽",
        "❤\u{fe0f}",
        "葛\u{e0100}",
        "汉",
    ] {
        let whole = format!("a{one}b");
        let mut field = Field::new(100).with(&whole);
        press(
            &mut field,
            &[KeyCode::Left, KeyCode::Left, KeyCode::Char('x')],
        );
        assert_eq!(field.value(), format!("ax{one}b"));
        press(&mut field, &[KeyCode::Backspace, KeyCode::Delete]);
        assert_eq!(field.value(), "ab", "{one}");
        let mut field = Field::new(100).with(&whole);
        press(
            &mut field,
            &[
                KeyCode::Home,
                KeyCode::Right,
                KeyCode::Right,
                KeyCode::Backspace,
            ],
        );
        assert_eq!(field.value(), "ab", "{one}");
        let mut field = Field::new(100).with(&whole);
        press(&mut field, &[KeyCode::End]);
        control(&mut field, 'w');
        assert!(
            field.value().is_empty() || whole.starts_with(field.value()),
            "{one}"
        );
        assert!(!field.value().ends_with('\u{200d}'), "{one}");
        for columns in 1..9 {
            let (shown, cursor) = field.view(columns);
            assert!(
                text::width(&shown) <= columns && cursor < columns,
                "{one} {columns}"
            );
        }
    }
}

#[test]
fn a_megabyte_is_pasted_soon() {
    let mut field = Field::new(2000);
    let started = std::time::Instant::now();
    assert_eq!(field.paste(&"责任\n".repeat(150_000)), Edit::Full);
    assert_eq!(field.remaining(), 0);
    assert!(started.elapsed() < std::time::Duration::from_secs(1));
}

#[test]
fn a_limit_is_counted_before_it_is_met() {
    let mut field = Field::new(200).with(&"字".repeat(179));
    let shown = |field: &Field| {
        Picture::paint(30, 1, |canvas| {
            field.render(canvas, (0, 0), 30, Style::default(), true);
        })
    };
    assert!(!shown(&field).text().contains('/'));
    press(&mut field, &[KeyCode::Char('字')]);
    let picture = shown(&field);
    assert!(picture.text().ends_with(" 180/200\n"), "{}", picture.text());
    // The cursor stays before the count.
    assert!(picture.cursor.is_some_and(|at| at.x < 22));
}
