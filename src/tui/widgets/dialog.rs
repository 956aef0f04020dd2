//! A small form over a screen: a few fields, each a text or one of many.

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::field::{Edit, Field};
use super::frame;
use super::list::Step;
use super::picker::{Pick, Picker};
use crate::tui::draw::Canvas;
use crate::tui::text;
use crate::tui::theme::Theme;

/// How many hits of a picker are shown.
pub const HITS: usize = 6;

/// One field of a dialog.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it asks for.
    pub label: String,
    /// How it is filled.
    pub kind: Kind,
}

/// How a field is filled.
#[derive(Debug, Clone)]
pub enum Kind {
    /// By typing.
    Text(Field),
    /// By choosing one of many.
    Pick(Box<Picker>),
}

impl Entry {
    /// A field for at most `limit` characters.
    pub fn text(label: &str, limit: usize) -> Self {
        Self {
            label: label.to_owned(),
            kind: Kind::Text(Field::new(limit)),
        }
    }

    /// A field that starts with a text.
    pub fn with(label: &str, limit: usize, value: &str) -> Self {
        Self {
            label: label.to_owned(),
            kind: Kind::Text(Field::new(limit).with(value)),
        }
    }

    /// One of many.
    pub fn pick(label: &str, picker: Picker) -> Self {
        Self {
            label: label.to_owned(),
            kind: Kind::Pick(Box::new(picker)),
        }
    }

    /// What was typed, or the id of what was chosen.
    pub fn value(&self) -> String {
        match &self.kind {
            Kind::Text(field) => field.value().trim().to_owned(),
            Kind::Pick(picker) => picker.id().to_owned(),
        }
    }

    /// What stands in the field, for a draft.
    pub fn typed(&self) -> &str {
        match &self.kind {
            Kind::Text(field) => field.value(),
            Kind::Pick(picker) => picker.value(),
        }
    }
}

/// A small form.
#[derive(Debug, Clone)]
pub struct Dialog {
    /// What it is for.
    pub title: String,
    /// What to know before filling it, in a sentence; may be empty.
    pub advice: String,
    /// Its fields.
    pub entries: Vec<Entry>,
    /// The field that has the focus.
    pub focus: usize,
    /// What is wrong, said under the fields.
    pub error: Option<String>,
}

impl Dialog {
    /// A form with these fields.
    pub fn new(title: impl Into<String>, entries: Vec<Entry>) -> Self {
        Self {
            title: title.into(),
            advice: String::new(),
            entries,
            focus: 0,
            error: None,
        }
    }

    /// Says something above the fields.
    #[must_use]
    pub fn advising(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    /// The value of a field.
    pub fn value(&self, index: usize) -> String {
        self.entries
            .get(index)
            .map(Entry::value)
            .unwrap_or_default()
    }

    /// Goes on to the next field; false on the last one.
    pub fn go_on(&mut self) -> bool {
        self.take_hit();
        if self.focus + 1 < self.entries.len() {
            self.focus += 1;
            true
        } else {
            false
        }
    }

    /// Goes back to the field before.
    pub fn back(&mut self) {
        self.take_hit();
        self.focus = self.focus.saturating_sub(1);
    }

    /// Takes the hit that is lit in the picker with the focus.
    pub fn take_hit(&mut self) {
        if let Some(Entry {
            kind: Kind::Pick(picker),
            ..
        }) = self.entries.get_mut(self.focus)
        {
            picker.take();
        }
    }

    /// Moves among a picker's hits; false where there are none.
    pub fn step(&mut self, step: Step) -> bool {
        match self.entries.get_mut(self.focus) {
            Some(Entry {
                kind: Kind::Pick(picker),
                ..
            }) => picker.step(step),
            Some(Entry {
                kind: Kind::Text(_),
                ..
            })
            | None => false,
        }
    }

    /// Takes a key; whether a limit was met.
    pub fn key(&mut self, key: KeyEvent) -> Edit {
        self.error = None;
        match self
            .entries
            .get_mut(self.focus)
            .map(|entry| &mut entry.kind)
        {
            Some(Kind::Text(field)) => field.key(key),
            Some(Kind::Pick(picker)) => match picker.key(key) {
                Pick::Ignored => Edit::Ignored,
                Pick::Typing(edit) => edit,
                Pick::Taken => Edit::Changed,
            },
            None => Edit::Ignored,
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) -> Edit {
        match self
            .entries
            .get_mut(self.focus)
            .map(|entry| &mut entry.kind)
        {
            Some(Kind::Text(field)) => field.paste(pasted),
            Some(Kind::Pick(picker)) => picker.paste(pasted),
            None => Edit::Ignored,
        }
    }

    fn has_picker(&self) -> bool {
        self.entries
            .iter()
            .any(|entry| matches!(entry.kind, Kind::Pick(_)))
    }

    /// Draws the form in the middle of the screen, the real cursor in its field.
    pub fn render(&self, canvas: &mut Canvas<'_>, theme: &Theme, keys: &str) {
        let width = 74.min(canvas.area().width);
        let inner = usize::from(width.saturating_sub(4));
        let advice = if self.advice.is_empty() {
            Vec::new()
        } else {
            text::wrap(&self.advice, inner)
        };
        let fields = self.entries.len() * 2;
        let hits = if self.has_picker() { HITS + 1 } else { 0 };
        let rows = advice.len() + usize::from(!advice.is_empty()) + fields + hits + 2;
        let height = u16::try_from(rows + 3).unwrap_or(u16::MAX);
        let inside = frame::popup(canvas, theme, (width, height), &self.title);
        let mut y = inside.y;
        for line in &advice {
            canvas.text(inside.x, y, inside.width, line, theme.dim);
            y += 1;
        }
        y += u16::from(!advice.is_empty());
        let label_width = self
            .entries
            .iter()
            .map(|entry| text::width(&entry.label))
            .max()
            .and_then(|wide| u16::try_from(wide).ok())
            .unwrap_or(0)
            + 2;
        for (index, entry) in self.entries.iter().enumerate() {
            let focused = index == self.focus;
            let style = if focused { theme.focus } else { theme.label };
            canvas.text(inside.x, y, label_width, &entry.label, style);
            let x = inside.x + label_width;
            let columns = inside.width.saturating_sub(label_width);
            match &entry.kind {
                Kind::Text(field) => field.render(canvas, (x, y), columns, theme.text, focused),
                Kind::Pick(picker) => picker.render(canvas, (x, y), columns, theme.text, focused),
            }
            y += 2;
        }
        if let Some(Entry {
            kind: Kind::Pick(picker),
            ..
        }) = self.entries.get(self.focus)
        {
            let area = Rect::new(inside.x, y, inside.width, u16::try_from(HITS).unwrap_or(6));
            picker.render_hits(canvas, theme, area.intersection(inside));
        }
        if let Some(error) = &self.error {
            let lines = text::wrap(error, inner);
            let first = inside.bottom().saturating_sub(2);
            for (y, line) in (first..inside.bottom()).zip(lines.iter()) {
                canvas.clear(Rect::new(inside.x, y, inside.width, 1));
                canvas.text(inside.x, y, inside.width, line, theme.danger);
            }
        } else {
            canvas.text(
                inside.x,
                inside.bottom().saturating_sub(1),
                inside.width,
                keys,
                theme.dim,
            );
        }
    }
}
