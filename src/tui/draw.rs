//! From a painted buffer to the fewest bytes that make the terminal show it.
//!
//! A frame is painted whole into a [`Canvas`], settled (no half glyph, nothing
//! a terminal could take for a command), compared with the last one and sent in
//! one write. Nothing is sent when nothing changed.

mod pen;
mod settle;
mod travel;

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{StatefulWidget, Widget};

use pen::Pen;
use travel::Travel;

use super::text;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const HIDE: &[u8] = b"\x1b[?25l";
const SHOW: &[u8] = b"\x1b[?25h";

/// Past this many bytes a visible cursor would be seen running over the screen
/// on a terminal without synchronized updates.
const LONG_FRAME: usize = 400;

/// Changed cells of a blank line end beyond which erasing is shorter.
const ERASE_FROM: usize = 4;

/// One frame being painted.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The cells. They start blank.
    pub buf: &'a mut Buffer,
    /// Where the real cursor shall stand: at the insertion point, because input
    /// methods open their window there. `None` hides it.
    pub cursor: Option<Position>,
}

impl Canvas<'_> {
    /// The whole screen.
    pub fn area(&self) -> Rect {
        self.buf.area
    }

    /// Renders a ratatui widget, cut to the screen.
    pub fn render(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buf.area), self.buf);
    }

    /// Renders a ratatui widget that keeps state, cut to the screen.
    pub fn render_with<S: StatefulWidget>(&mut self, widget: S, area: Rect, state: &mut S::State) {
        widget.render(area.intersection(self.buf.area), self.buf, state);
    }

    /// Writes one line of text at `(x, y)` in at most `columns`; returns the
    /// column after it.
    ///
    /// The text is made [`visible`](text::visible) and cut with an ellipsis.
    /// Outside the screen nothing is written.
    pub fn text(&mut self, x: u16, y: u16, columns: u16, words: &str, style: Style) -> u16 {
        let area = self.buf.area;
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return x;
        }
        let columns = columns.min(area.right() - x);
        let shown = text::visible(words);
        let shown = text::fit(&shown, usize::from(columns));
        self.release(x, y);
        let (after, _) = self
            .buf
            .set_stringn(x, y, &shown, usize::from(columns), style);
        after
    }

    /// Sets the style of an area without touching its words.
    pub fn style(&mut self, area: Rect, style: Style) {
        self.buf.set_style(area, style);
    }

    /// Repeats a one-column glyph along a line.
    pub fn rule(&mut self, x: u16, y: u16, columns: u16, glyph: &str, style: Style) {
        for column in x..x.saturating_add(columns).min(self.buf.area.right()) {
            if let Some(cell) = self.buf.cell_mut((column, y)) {
                cell.reset();
                cell.set_symbol(glyph).set_style(style);
            }
        }
    }

    /// Blanks an area for something that lies on top: cells become default
    /// blanks, and a wide glyph that the area's edge cuts is blanked whole.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buf.area);
        for y in area.top()..area.bottom() {
            self.release(area.left(), y);
            for x in area.left()..area.right() {
                self.buf[(x, y)].reset();
            }
        }
    }

    /// Blanks the wide glyph whose second half is at `(x, y)`, before something
    /// else is written there.
    fn release(&mut self, x: u16, y: u16) {
        if x > self.buf.area.left()
            && let Some(before) = self.buf.cell_mut((x - 1, y))
            && text::cluster_width(before.symbol()) == 2
        {
            before.set_symbol(" ");
        }
    }
}

/// A settled frame outside any terminal: for tests and pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The cells; the covered half of a wide glyph is an empty symbol.
    pub buffer: Buffer,
    /// The real cursor, where it is shown.
    pub cursor: Option<Position>,
}

impl Picture {
    /// Paints one frame of `width` by `height` columns and rows.
    pub fn paint(width: u16, height: u16, paint: impl FnOnce(&mut Canvas<'_>)) -> Self {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = fill(&mut buffer, paint);
        Self { buffer, cursor }
    }

    /// The words on it; see [`text::screen_text`].
    pub fn text(&self) -> String {
        text::screen_text(&self.buffer)
    }
}

fn fill(buffer: &mut Buffer, paint: impl FnOnce(&mut Canvas<'_>)) -> Option<Position> {
    let mut canvas = Canvas {
        buf: buffer,
        cursor: None,
    };
    paint(&mut canvas);
    let cursor = canvas.cursor.filter(|at| canvas.buf.area.contains(*at));
    settle::settle(buffer);
    cursor
}

/// The drawing loop over one terminal.
#[derive(Debug)]
pub struct Screen<W> {
    out: W,
    shown: Buffer,
    next: Buffer,
    pen: Pen,
    travel: Travel,
    cursor: Option<Position>,
    repaint: bool,
    frame: Vec<u8>,
}

impl<W: Write> Screen<W> {
    /// A screen of the given size that will repaint everything at first.
    ///
    /// `out` should not buffer: each frame is one `write_all` and one `flush`.
    pub fn new(out: W, width: u16, height: u16) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            out,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            pen: Pen::default(),
            travel: Travel::new(width),
            cursor: None,
            repaint: true,
            frame: Vec::with_capacity(16 * 1024),
        }
    }

    /// The whole screen, at the origin.
    pub fn area(&self) -> Rect {
        self.next.area
    }

    /// Takes over a new size; the next frame repaints everything.
    pub fn resize(&mut self, width: u16, height: u16) {
        let area = Rect::new(0, 0, width, height);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.travel = Travel::new(width);
        self.repaint = true;
    }

    /// Forgets what the terminal shows: the next frame repaints everything.
    pub fn invalidate(&mut self) {
        self.repaint = true;
    }

    /// The last frame sent.
    pub fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// Paints a frame and sends what changed; returns how many bytes that were.
    ///
    /// # Errors
    /// When the terminal does not take the bytes; it is then to be repainted.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Canvas<'_>)) -> io::Result<usize> {
        self.next.reset();
        let cursor = fill(&mut self.next, paint);
        self.frame.clear();
        if self.repaint {
            self.start_over();
        }
        for y in 0..self.next.area.height {
            self.draw_row(y);
        }
        let sent = self.send(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
        self.repaint = sent.is_err();
        sent
    }

    /// Sends bytes past the screen in one write, for a printer behind the
    /// terminal. The terminal must show what it showed before.
    ///
    /// # Errors
    /// When the terminal does not take them.
    pub fn pass_through(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// The writer, when the drawing is over.
    pub fn into_inner(self) -> W {
        self.out
    }

    fn start_over(&mut self) {
        self.frame.extend_from_slice(HIDE);
        self.frame.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        self.cursor = None;
        self.pen = Pen::default();
        self.travel.at_home();
        self.shown.reset();
    }

    fn draw_row(&mut self, y: u16) {
        let row_width = usize::from(self.next.area.width);
        let start = usize::from(y) * row_width;
        let next = &self.next.content[start..start + row_width];
        let shown = &self.shown.content[start..start + row_width];
        if next == shown {
            return;
        }
        let blank_from = blank_tail(next);
        let mut x = 0;
        while x < row_width {
            let wide = next.get(x + 1).is_some_and(|c| c.symbol().is_empty());
            let span = if wide { 2 } else { 1 };
            if next[x..x + span] == shown[x..x + span] {
                x += span;
                continue;
            }
            self.travel
                .go(&mut self.frame, (x, usize::from(y)), next, &self.pen);
            if x >= blank_from && differing(&next[x..], &shown[x..]) > ERASE_FROM {
                self.pen.become_plain(&mut self.frame);
                self.frame.extend_from_slice(b"\x1b[K");
                return;
            }
            self.pen.become_like(&mut self.frame, &next[x]);
            self.frame.extend_from_slice(next[x].symbol().as_bytes());
            self.travel.wrote(next[x].symbol(), span);
            x += span;
        }
    }

    fn send(&mut self, cursor: Option<Position>) -> io::Result<usize> {
        let cursor_stays = cursor == self.cursor;
        if self.frame.is_empty() && cursor_stays {
            return Ok(0);
        }
        let changed = !self.frame.is_empty();
        let mut hidden = self.cursor.is_none();
        let mut head = Vec::with_capacity(BEGIN.len() + HIDE.len());
        if changed {
            head.extend_from_slice(BEGIN);
        }
        if !hidden && (cursor.is_none() || self.frame.len() > LONG_FRAME) {
            head.extend_from_slice(HIDE);
            hidden = true;
        }
        if let Some(at) = cursor {
            self.travel.place(&mut self.frame, at);
            if hidden {
                self.frame.extend_from_slice(SHOW);
            }
        }
        self.frame.splice(0..0, head);
        if changed {
            self.frame.extend_from_slice(END);
        }
        self.cursor = cursor;
        self.out.write_all(&self.frame)?;
        self.out.flush()?;
        Ok(self.frame.len())
    }
}

/// The column from which on a row is blank in the terminal's own colours.
fn blank_tail(row: &[Cell]) -> usize {
    row.iter()
        .rposition(|cell| *cell != Cell::EMPTY)
        .map_or(0, |last| last + 1)
}

fn differing(a: &[Cell], b: &[Cell]) -> usize {
    a.iter().zip(b).filter(|(a, b)| a != b).count()
}

#[cfg(test)]
mod tests;
