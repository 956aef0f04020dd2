//! Typing: where the cursor stands while an input method is at work, in every field
//! of every form, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::StaffNo;
use shouwen::drafts::Drafts;
use shouwen::entropy::SystemEntropy;
use shouwen::i18n::{Lang, app as say, register};
use shouwen::opening::rulebooks;
use shouwen::store::Mode;
use shouwen::tui::app::{App, Setting};
use shouwen::tui::draw::{Canvas, Picture};
use shouwen::tui::input::Input;
use shouwen::tui::keymap::{Action, KEYMAP, Scope};
use shouwen::tui::setup::Setup;
use shouwen::tui::theme::Theme;

const SIZE: (u16, u16) = (80, 24);
const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// What takes keys and is drawn.
trait Shown {
    fn take(&mut self, input: Input);
    fn paint(&self, canvas: &mut Canvas<'_>);
}

impl Shown for App {
    fn take(&mut self, input: Input) {
        self.input(input);
    }

    fn paint(&self, canvas: &mut Canvas<'_>) {
        self.draw(canvas);
    }
}

impl Shown for Setup {
    fn take(&mut self, input: Input) {
        self.input(input);
    }

    fn paint(&self, canvas: &mut Canvas<'_>) {
        self.draw(canvas);
    }
}

fn app(room: &std::path::Path, lang: Lang, staff: Option<&str>) -> App {
    let path = room.join("hall.db");
    if !path.exists() {
        let book = shouwen::builtin::rulebook::rulebook("tax")
            .unwrap()
            .unwrap();
        let mut recipe = Recipe::new(&path, book);
        recipe.inquiries = 60;
        demo::make(&recipe, &mut |_, _| {}).unwrap();
    }
    let clock = Box::new(FixedClock(PRESENT));
    let desk = Desk::open(&path, Mode::ReadWrite, clock, Box::new(SystemEntropy)).unwrap();
    let setting = Setting {
        desk,
        lang,
        theme: Theme::default(),
        pepper: room.join("pepper"),
        drafts: Drafts::at(&room.join("drafts")),
        sheets: room.to_owned(),
    };
    let mut app = App::new(setting, SIZE).unwrap();
    if let Some(staff) = staff {
        app.sign_in_as(&StaffNo::from(staff)).unwrap();
    }
    app
}

fn picture(shown: &impl Shown) -> Picture {
    Picture::paint(SIZE.0, SIZE.1, |canvas| shown.paint(canvas))
}

fn press(shown: &mut impl Shown, code: KeyCode) {
    shown.take(Input::Key(KeyEvent::from(code)));
}

fn control(shown: &mut impl Shown, letter: char) {
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    shown.take(Input::Key(key));
}

fn letters(shown: &mut impl Shown, words: &str) {
    for letter in words.chars() {
        press(shown, KeyCode::Char(letter));
    }
}

/// The row of the cursor up to it. A cursor in the second half of a wide glyph shows
/// as half of it missing.
fn before_cursor(picture: &Picture, place: &str) -> String {
    let cursor = picture.cursor;
    let at = cursor.unwrap_or_else(|| panic!("no cursor {place}:\n{}", picture.text()));
    assert!(at.x < SIZE.0 && at.y < SIZE.1, "{place}: {at:?}");
    let (mut words, mut x) = (String::new(), 0);
    while x < at.x {
        let symbol = picture.buffer[(x, at.y)].symbol();
        words.push_str(symbol);
        x += u16::try_from(shouwen::tui::text::cluster_width(symbol).max(1)).unwrap();
    }
    assert_eq!(
        x,
        at.x,
        "{place}: the cursor stands in a glyph\n{}",
        picture.text()
    );
    words
}

/// Types into whatever has the focus: the cursor follows. Whether it was a text field.
fn types_here(shown: &mut impl Shown, lang: Lang, place: &str) -> bool {
    before_cursor(&picture(shown), place);
    control(shown, 'u');
    let empty = picture(shown).cursor;
    letters(shown, "汉a字");
    let after = picture(shown);
    let before = before_cursor(&after, place);
    let chosen = [
        register::word(lang, register::SWITCH_INPUT),
        say::SWITCH_INPUT.text(lang),
    ];
    if chosen.iter().any(|words| after.text().contains(words)) {
        return false;
    }
    let digits_only = empty == after.cursor;
    let secret = before.ends_with("***");
    assert!(
        before.ends_with("汉a字") || secret || digits_only,
        "{place}: “{before}”\n{}",
        after.text()
    );
    for _ in 0..3 {
        press(shown, KeyCode::Backspace);
    }
    assert_eq!(picture(shown).cursor, empty, "{place}: not where it began");
    // Longer than any field: it slides, and no glyph is cut.
    letters(shown, &"汉".repeat(90));
    before_cursor(&picture(shown), place);
    control(shown, 'u');
    true
}

#[test]
fn the_cursor_stands_where_one_types_in_every_field_of_the_registration() {
    let room = tempfile::tempdir().unwrap();
    for lang in BOTH {
        let mut texts = 0;
        for route in '1'..='7' {
            let mut app = app(room.path(), lang, Some("1001"));
            press(&mut app, KeyCode::F(1));
            control(&mut app, 'b');
            for field in 0..18 {
                let place = format!("{lang:?} route {route} field {field}");
                if types_here(&mut app, lang, &place) {
                    texts += 1;
                } else {
                    press(&mut app, KeyCode::Char(route));
                }
                press(&mut app, KeyCode::Tab);
            }
            control(&mut app, 'x');
        }
        assert!(texts >= 7 * 8, "{lang:?}: only {texts} fields took text");
    }
}

#[test]
fn the_cursor_stands_where_one_types_in_every_form_over_the_queue() {
    let room = tempfile::tempdir().unwrap();
    for lang in BOTH {
        let mut opened = std::collections::BTreeSet::new();
        for (staff, view) in [("1001", 0), ("2003", 0), ("3001", 3)] {
            let mut app = app(room.path(), lang, Some(staff));
            press(&mut app, KeyCode::F(2));
            for _ in 0..view {
                press(&mut app, KeyCode::Char('v'));
            }
            for row in 0..3 {
                for binding in KEYMAP.iter().filter(|one| one.scope == Scope::Queue) {
                    let place = format!("{lang:?} {staff} row {row} {:?}", binding.action);
                    let chord = binding.chords[0];
                    let held = if chord.ctrl {
                        KeyModifiers::CONTROL
                    } else {
                        KeyModifiers::NONE
                    };
                    app.input(Input::Key(KeyEvent::new(chord.code, held)));
                    if app.typing() && opened.insert(format!("{:?}", binding.action)) {
                        // A form that only asks whether has nothing to type into.
                        let fields = if picture(&app).cursor.is_some() { 4 } else { 0 };
                        if fields == 0 {
                            letters(&mut app, "汉a字");
                            let text = picture(&app).text();
                            assert!(!text.contains("汉a字"), "{place}: {text}");
                        }
                        for field in 0..fields {
                            types_here(&mut app, lang, &format!("{place} field {field}"));
                            press(&mut app, KeyCode::Tab);
                            if !app.typing() {
                                break;
                            }
                        }
                    }
                    while app.typing() {
                        press(&mut app, KeyCode::Esc);
                    }
                    // Back from wherever it led, to the row it began on.
                    press(&mut app, KeyCode::Char('n'));
                    press(&mut app, KeyCode::Esc);
                    press(&mut app, KeyCode::F(2));
                    while app.typing() {
                        press(&mut app, KeyCode::Esc);
                    }
                }
                press(&mut app, KeyCode::Char('j'));
            }
        }
        assert!(opened.len() >= 10, "{lang:?}: {opened:?}");
    }
}

#[test]
fn the_cursor_stands_where_one_types_on_the_other_screens_and_in_the_palette() {
    let room = tempfile::tempdir().unwrap();
    for lang in BOTH {
        let mut app = app(room.path(), lang, Some("1001"));
        // The matter of a checklist, and why a document does not serve.
        press(&mut app, KeyCode::F(3));
        assert!(types_here(&mut app, lang, "the matter of a checklist"));
        letters(&mut app, "fply");
        press(&mut app, KeyCode::Enter);
        letters(&mut app, "x");
        assert!(types_here(&mut app, lang, "why it does not serve"));
        press(&mut app, KeyCode::Esc);
        // Who comes, and what else is handed over.
        press(&mut app, KeyCode::F(4));
        letters(&mut app, "n");
        assert!(types_here(&mut app, lang, "who comes"));
        letters(&mut app, "wf");
        press(&mut app, KeyCode::Enter);
        assert!(types_here(&mut app, lang, "what else"));
        press(&mut app, KeyCode::Esc);
        press(&mut app, KeyCode::F(2));
        control(&mut app, 'p');
        assert!(types_here(&mut app, lang, "the palette"));
    }
}

#[test]
fn the_cursor_stands_where_one_types_at_the_door_and_in_a_first_run() {
    let room = tempfile::tempdir().unwrap();
    for lang in BOTH {
        let mut door = app(room.path(), lang, None);
        assert!(types_here(&mut door, lang, "the staff number"));
        press(&mut door, KeyCode::Tab);
        assert!(types_here(&mut door, lang, "the PIN"));
        let mut setup = Setup::new(lang, Theme::default(), rulebooks());
        for field in 0..6 {
            types_here(&mut setup, lang, &format!("first run, field {field}"));
            press(&mut setup, KeyCode::Tab);
        }
    }
}

#[test]
fn a_paste_of_any_size_becomes_one_line_and_what_is_left_out_is_said() {
    let room = tempfile::tempdir().unwrap();
    for lang in BOTH {
        let mut app = app(room.path(), lang, Some("1001"));
        press(&mut app, KeyCode::F(1));
        // From the telephone to the doubt.
        for _ in 0..4 {
            press(&mut app, KeyCode::Tab);
        }
        app.input(Input::Paste(
            "第一行\r\n第二行\n\u{1b}[31m第三行\n".to_owned(),
        ));
        let text = picture(&app).text();
        assert!(text.contains("第一行 第二行 [31m第三行"), "{text}");
        control(&mut app, 'u');
        app.input(Input::Paste("责任\n".repeat(150_000)));
        let text = picture(&app).text();
        let cut = register::word(lang, register::PASTE_CUT);
        assert!(text.contains(&cut[..cut.len().min(30)]), "{text}");
        before_cursor(&picture(&app), "after a megabyte");
    }
}

#[test]
fn a_command_of_another_screen_is_found_and_leads_there() {
    let room = tempfile::tempdir().unwrap();
    let mut app = app(room.path(), Lang::Zh, Some("1001"));
    press(&mut app, KeyCode::F(1));
    control(&mut app, 'p');
    letters(&mut app, "shaixuan");
    let binding = KEYMAP
        .iter()
        .find(|one| one.action == Action::Filter)
        .unwrap();
    assert!(picture(&app).text().contains(&binding.keys(Lang::Zh)));
    press(&mut app, KeyCode::Enter);
    assert!(
        app.typing(),
        "the filter of the queue is open:\n{}",
        picture(&app).text()
    );
    assert!(types_here(&mut app, Lang::Zh, "the filter"));
}
