//! Drawing what changed must show what drawing everything shows: both are fed
//! to an emulator, over thousands of frames full of hanzi and popups.

use std::num::NonZeroU16;

use ratatui::style::{Color, Modifier};
use ratatui::widgets::{Block, Clear};

use super::*;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).unwrap()
    }

    fn column(&mut self, below: u16) -> u16 {
        u16::try_from(self.roll(usize::from(below))).unwrap()
    }

    fn style(&mut self) -> Style {
        const COLOURS: [Color; 6] = [
            Color::Reset,
            Color::Red,
            Color::DarkGray,
            Color::LightCyan,
            Color::Indexed(200),
            Color::Rgb(1, 22, 133),
        ];
        const MODIFIERS: [Modifier; 6] = [
            Modifier::BOLD,
            Modifier::DIM,
            Modifier::ITALIC,
            Modifier::UNDERLINED,
            Modifier::REVERSED,
            Modifier::empty(),
        ];
        let mut style = Style::new().fg(COLOURS[self.roll(6)]);
        if self.roll(3) == 0 {
            style = style.bg(COLOURS[self.roll(6)]);
        }
        style.add_modifier(MODIFIERS[self.roll(6)] | MODIFIERS[self.roll(6)])
    }

    fn words(&mut self) -> String {
        const PARTS: [&str; 12] = [
            "登记", "a", " ", "首问", "──", "zx", "，", "e\u{301}", "张", "     ", "▁", "\u{200b}",
        ];
        (0..self.roll(14)).map(|_| PARTS[self.roll(12)]).collect()
    }
}

/// What a screen of the program is made of, at random.
#[derive(Clone, Default)]
struct Scene {
    rows: Vec<(u16, String, Style)>,
    bands: Vec<(u16, Style)>,
    popup: Option<(Rect, Style, bool)>,
    cursor: Option<Position>,
}

impl Scene {
    fn change(&mut self, dice: &mut Dice, area: Rect) {
        self.rows
            .resize_with(usize::from(area.height), Default::default);
        for _ in 0..=dice.roll(4) {
            let row = dice.roll(self.rows.len());
            match dice.roll(7) {
                0 => self.bands = vec![(dice.column(area.height), dice.style())],
                1 => self.bands.clear(),
                2 => self.popup = None,
                3 => {
                    let (x, y) = (dice.column(area.width), dice.column(area.height));
                    let (w, h) = (dice.column(area.width) + 1, dice.column(area.height) + 1);
                    let place = Rect::new(x, y, w, h).intersection(area);
                    self.popup = Some((place, dice.style(), dice.roll(2) == 0));
                }
                4 => {
                    let at = Position::new(dice.column(area.width), dice.column(area.height));
                    self.cursor = (dice.roll(3) > 0).then_some(at);
                }
                _ => self.rows[row] = (dice.column(area.width), dice.words(), dice.style()),
            }
        }
    }

    fn paint(&self, canvas: &mut Canvas<'_>) {
        for (y, (x, words, style)) in (0..).zip(&self.rows) {
            canvas.text(*x, y, u16::MAX, words, *style);
        }
        for (y, style) in &self.bands {
            canvas.style(Rect::new(0, *y, canvas.area().width, 1), *style);
        }
        if let Some((place, style, bordered)) = self.popup {
            canvas.clear(place);
            canvas.style(place, style);
            if bordered {
                canvas.render(Block::bordered().title("补录"), place);
            } else {
                canvas.text(place.x, place.y, place.width, "弹出 popup 窗", style);
            }
        }
        canvas.cursor = self.cursor;
    }
}

fn emulator(width: u16, height: u16) -> vt100::Parser {
    vt100::Parser::new(
        NonZeroU16::new(height).unwrap(),
        NonZeroU16::new(width).unwrap(),
        0,
    )
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the dice know six colours")]
fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::LightCyan => vt100::Color::Idx(14),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Default,
    }
}

/// The first cell in which the emulator does not show the picture.
fn wrong_cell(picture: &Picture, terminal: &vt100::Parser) -> Option<String> {
    let area = picture.buffer.area;
    for at in area.positions() {
        let wanted = &picture.buffer[at];
        let seen = terminal.screen().cell(at.y, at.x).unwrap();
        let contents = if seen.is_wide_continuation() {
            ""
        } else if seen.has_contents() {
            seen.contents()
        } else {
            " "
        };
        let has = |m| wanted.modifier.contains(m);
        // The emulator knows bold or dim, not both at once.
        let both = wanted.modifier.contains(Modifier::BOLD | Modifier::DIM);
        let covered = wanted.symbol().is_empty();
        let same_look = covered
            || (seen.bgcolor() == colour(wanted.bg)
                && seen.inverse() == has(Modifier::REVERSED)
                && seen.underline() == has(Modifier::UNDERLINED)
                && (wanted.symbol() == " " && !wanted.modifier.contains(Modifier::REVERSED)
                    || seen.fgcolor() == colour(wanted.fg)
                        && (both || seen.bold() == has(Modifier::BOLD))
                        && (both || seen.dim() == has(Modifier::DIM))
                        && seen.italic() == has(Modifier::ITALIC)));
        if contents != wanted.symbol() || !same_look {
            return Some(format!(
                "{at}: wanted {wanted:?}, the terminal shows {contents:?} {seen:?}"
            ));
        }
    }
    let hidden = terminal.screen().hide_cursor();
    let (row, column) = terminal.screen().cursor_position();
    match picture.cursor {
        None if hidden => None,
        Some(at) if !hidden && (at.y, at.x) == (row, column) => None,
        wanted => Some(format!(
            "cursor {wanted:?}, the terminal has {row},{column} {hidden}"
        )),
    }
}

#[test]
fn drawing_what_changed_shows_what_drawing_everything_shows() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for (width, height, frames) in [(80, 24, 700), (40, 8, 1500), (13, 5, 1500), (7, 3, 1500)] {
        let mut screen = Screen::new(Vec::new(), width, height);
        let mut terminal = emulator(width, height);
        let mut scene = Scene::default();
        for frame in 0..frames {
            scene.change(&mut dice, screen.area());
            screen.out.clear();
            let sent = screen.draw(|canvas| scene.paint(canvas)).unwrap();
            assert_eq!(sent, screen.out.len());
            terminal.process(&screen.out);
            let picture = Picture::paint(width, height, |canvas| scene.paint(canvas));
            let wrong = wrong_cell(&picture, &terminal);
            assert_eq!(
                wrong,
                None,
                "{width}x{height}, frame {frame}\n{}",
                picture.text()
            );
            let mut whole = Screen::new(Vec::new(), width, height);
            whole.draw(|canvas| scene.paint(canvas)).unwrap();
            let mut fresh = emulator(width, height);
            fresh.process(&whole.out);
            assert_eq!(
                wrong_cell(&picture, &fresh),
                None,
                "{width}x{height}, repaint {frame}"
            );
        }
    }
}

#[test]
fn every_size_down_to_one_cell_is_drawn_and_resized() {
    let mut dice = Dice(7);
    let mut screen = Screen::new(Vec::new(), 80, 24);
    for step in 0..400 {
        let (width, height) = (dice.column(30) + 1, dice.column(10) + 1);
        let mut scene = Scene::default();
        scene.change(&mut dice, Rect::new(0, 0, width, height));
        screen.resize(width, height);
        screen.out.clear();
        screen.draw(|canvas| scene.paint(canvas)).unwrap();
        let mut terminal = emulator(width, height);
        terminal.process(&screen.out);
        let picture = Picture::paint(width, height, |canvas| scene.paint(canvas));
        assert_eq!(
            wrong_cell(&picture, &terminal),
            None,
            "step {step}: {width}x{height}"
        );
    }
    screen.resize(0, 0);
    screen
        .draw(|canvas| Scene::default().paint(canvas))
        .unwrap();
}

#[test]
fn an_unchanged_frame_sends_nothing_and_a_changed_cell_little() {
    let mut screen = Screen::new(Vec::new(), 120, 40);
    let paint = |word: &'static str| {
        move |canvas: &mut Canvas<'_>| {
            canvas.text(0, 3, 120, "20260403-0007 周小满 户口迁移", Style::new());
            canvas.text(100, 3, 20, word, Style::new());
        }
    };
    screen.draw(paint("1:42")).unwrap();
    assert_eq!(screen.draw(paint("1:42")).unwrap(), 0);
    let sent = screen.draw(paint("1:41")).unwrap();
    assert!(sent <= 25, "{sent} bytes for one digit");
}

#[test]
fn a_frame_is_one_write_inside_a_synchronized_update() {
    struct Writes(Vec<Vec<u8>>);
    impl Write for Writes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut screen = Screen::new(Writes(Vec::new()), 80, 24);
    screen
        .draw(|c| c.render(Block::bordered().title("登记"), c.area()))
        .unwrap();
    assert_eq!(screen.out.0.len(), 1);
    let frame = &screen.out.0[0];
    assert!(frame.starts_with(BEGIN) && frame.ends_with(END));
}

#[test]
fn moving_only_the_cursor_moves_only_the_cursor() {
    let mut screen = Screen::new(Vec::new(), 80, 24);
    let at = |x| move |c: &mut Canvas<'_>| c.cursor = Some(Position::new(x, 5));
    screen.draw(at(10)).unwrap();
    screen.out.clear();
    screen.draw(at(11)).unwrap();
    assert_eq!(screen.out, b"\x1b[C");
}

#[test]
fn a_refused_frame_is_drawn_again_whole() {
    struct Full(bool, Vec<u8>);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 {
                return Err(io::ErrorKind::Other.into());
            }
            self.1.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut screen = Screen::new(Full(true, Vec::new()), 20, 2);
    let paint = |c: &mut Canvas<'_>| {
        c.text(0, 0, 20, "登记", Style::new());
    };
    assert!(screen.draw(paint).is_err());
    screen.out.0 = false;
    screen.draw(paint).unwrap();
    let mut terminal = emulator(20, 2);
    terminal.process(&screen.out.1);
    assert_eq!(terminal.screen().contents(), "登记");
}

#[test]
fn a_popup_over_hanzi_keeps_its_borders() {
    let picture = Picture::paint(12, 3, |c| {
        for y in 0..3 {
            c.text(0, y, 12, "甲乙丙丁戊己", Style::new());
        }
        let place = Rect::new(3, 0, 5, 3);
        c.clear(place);
        c.render(Clear, place);
        c.render(Block::bordered(), place);
    });
    assert_eq!(picture.text(), "甲 ┌───┐戊己\n甲 │   │戊己\n甲 └───┘戊己\n");
}
