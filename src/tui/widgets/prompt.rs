//! A question that is answered in one line.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::field::{Edit, Field};
use crate::tui::draw::Canvas;
use crate::tui::text;
use crate::tui::theme::Theme;

/// What came of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Not a key of the prompt.
    Ignored,
    /// Still typing; whether the words changed is in the edit.
    Typing(Edit),
    /// Enter: these are the words. The prompt keeps them until it is dropped.
    Given(String),
    /// Esc.
    Cancelled,
}

/// A question and a field.
#[derive(Debug, Clone)]
pub struct Prompt {
    question: String,
    /// The words being typed.
    pub field: Field,
}

impl Prompt {
    /// A question, and the field that takes its answer.
    pub fn new(question: impl Into<String>, field: Field) -> Self {
        Self {
            question: question.into(),
            field,
        }
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Answer {
        match (key.code, self.field.key(key)) {
            (KeyCode::Enter, _) => Answer::Given(self.field.value().to_owned()),
            (KeyCode::Esc, _) => Answer::Cancelled,
            (_, Edit::Ignored) => Answer::Ignored,
            (_, edit) => Answer::Typing(edit),
        }
    }

    /// Draws question and field on `area`'s first row, with the real cursor.
    ///
    /// The question never takes more than half of the row.
    pub fn render(&self, canvas: &mut Canvas<'_>, theme: &Theme, area: Rect) {
        if area.is_empty() {
            return;
        }
        canvas.clear(Rect { height: 1, ..area });
        let half = usize::from(area.width / 2);
        let shown = text::visible(&self.question);
        let question = text::fit(&shown, half);
        let x = canvas.text(area.x, area.y, area.width, &question, theme.focus);
        let x = (x + 1).min(area.right() - 1);
        self.field
            .render(canvas, (x, area.y), area.right() - x, theme.text, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draw::Picture;

    #[test]
    fn a_question_is_answered_with_enter_and_left_with_esc() {
        let mut prompt = Prompt::new("找谁", Field::new(20));
        for c in ['张', '三'] {
            let answer = prompt.key(KeyEvent::from(KeyCode::Char(c)));
            assert_eq!(answer, Answer::Typing(Edit::Changed));
        }
        let theme = Theme::default();
        let picture = Picture::paint(20, 1, |c| prompt.render(c, &theme, c.area()));
        assert_eq!(picture.text(), "找谁 张三\n");
        assert_eq!(picture.cursor.map(|at| at.x), Some(9));
        assert_eq!(prompt.key(KeyEvent::from(KeyCode::Up)), Answer::Ignored);
        assert_eq!(
            prompt.key(KeyCode::Enter.into()),
            Answer::Given("张三".to_owned())
        );
        assert_eq!(prompt.key(KeyCode::Esc.into()), Answer::Cancelled);
    }
}
