//! A question that is answered with yes or no.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{frame, wrapped};
use crate::tui::draw::Canvas;
use crate::tui::text;
use crate::tui::theme::Theme;

/// The widest box: longer lines are hard to read.
const WIDEST: u16 = 60;

/// What shall be done, why one is asked, and the two ways on.
///
/// `y` agrees and `n` or Esc does not; Enter does neither, because it is the
/// key that fingers press without looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The box's title.
    pub title: String,
    /// What will happen; wrapped to the box.
    pub words: String,
    /// The line that names the keys, such as `y 确定   n 不`.
    pub keys: String,
}

impl Confirm {
    /// The answer a key gives, if it gives one.
    pub fn key(&self, key: KeyEvent) -> Option<bool> {
        let chorded = key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match (key.code, chorded) {
            (KeyCode::Char('y' | 'Y'), false) => Some(true),
            (KeyCode::Char('n' | 'N'), false) | (KeyCode::Esc, _) => Some(false),
            _ => None,
        }
    }

    /// Draws the box in the middle of the screen.
    pub fn render(&self, canvas: &mut Canvas<'_>, theme: &Theme) {
        let width = WIDEST.min(canvas.area().width);
        let lines = text::wrap(&self.words, usize::from(width.saturating_sub(4))).len();
        let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(4);
        let inside = frame::popup(canvas, theme, (width, height), &self.title);
        if inside.is_empty() {
            return;
        }
        let mut words = inside;
        words.height = words.height.saturating_sub(1);
        wrapped::draw(canvas, words, &self.words, theme.text, 0);
        canvas.text(
            inside.x,
            inside.bottom() - 1,
            inside.width,
            &self.keys,
            theme.key,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draw::Picture;

    fn question() -> Confirm {
        Confirm {
            title: "退回".to_owned(),
            words: "这是第二次退回,将由带班裁定。".to_owned(),
            keys: "y 退回   n 不退".to_owned(),
        }
    }

    #[test]
    fn only_plain_letters_answer() {
        let question = question();
        assert_eq!(question.key(KeyEvent::from(KeyCode::Char('y'))), Some(true));
        assert_eq!(question.key(KeyEvent::from(KeyCode::Esc)), Some(false));
        assert_eq!(question.key(KeyEvent::from(KeyCode::Enter)), None);
        let chord = KeyEvent::new(KeyCode::Char('y'), KeyModifiers::CONTROL);
        assert_eq!(question.key(chord), None);
    }

    #[test]
    fn the_keys_stay_on_a_small_screen() {
        for (width, height) in [(80, 24), (20, 4), (3, 2), (1, 1)] {
            let picture =
                Picture::paint(width, height, |c| question().render(c, &Theme::default()));
            assert_eq!(
                picture.text().contains("y 退回"),
                width >= 20,
                "{}",
                picture.text()
            );
        }
    }
}
