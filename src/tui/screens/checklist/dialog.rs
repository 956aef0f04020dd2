//! The small forms over a list: which matter, why, how.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use serde_json::{Value, json};

use super::case::Case;
use crate::domain::command::{Notify, Told};
use crate::i18n::Lang;
use crate::i18n::checklist::Say;
use crate::search::Shelf;
use crate::tui::draw::Canvas;
use crate::tui::keymap::{self, Scope};
use crate::tui::screen::Ctx;
use crate::tui::widgets::{Field, Picker, Prompt, Step, frame};

/// Characters that a reason may have.
pub(super) const REASON_LIMIT: usize = 200;

/// A small form.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Which matter.
    Matter(Picker),
    /// Why a document does not serve: its name, and the question.
    Invalid(String, Prompt),
    /// How the notice is told.
    Told(Notify),
    /// Why more is asked than the last notice had.
    More(Notify, Prompt),
}

impl Dialog {
    pub fn matter(matters: Shelf, area: Rect) -> Self {
        let shown = usize::from(area.height.saturating_sub(4)).clamp(3, 24);
        let mut picker = Picker::new(shown, 40);
        picker.set_choices(matters);
        Self::Matter(picker)
    }

    pub fn invalid(document: &str, why: &str, lang: Lang) -> Self {
        let field = Field::new(REASON_LIMIT).with(why);
        let prompt = Prompt::new(Say::WhyInvalid.text(lang), field);
        Self::Invalid(document.to_owned(), prompt)
    }

    pub fn more(notify: Notify, why: &str, lang: Lang) -> Self {
        let field = Field::new(REASON_LIMIT).with(why);
        Self::More(notify, Prompt::new(Say::WhyMore.text(lang), field))
    }

    /// Takes a key that is no action.
    pub fn key(&mut self, key: KeyEvent) {
        match self {
            Self::Matter(picker) => match Step::of(key) {
                Some(step) => {
                    picker.step(step);
                }
                None => {
                    picker.key(key);
                }
            },
            Self::Invalid(_, prompt) | Self::More(_, prompt) => {
                prompt.field.key(key);
            }
            Self::Told(_) => {}
        }
    }

    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Matter(picker) => {
                picker.paste(text);
            }
            Self::Invalid(_, prompt) | Self::More(_, prompt) => {
                prompt.field.paste(text);
            }
            Self::Told(_) => {}
        }
    }

    /// How the notice is told, by the digit that says so.
    pub fn told(key: KeyEvent) -> Option<Told> {
        [('1', Told::Printed), ('2', Told::Read), ('3', Told::Shown)]
            .into_iter()
            .find_map(|(digit, told)| (key.code == KeyCode::Char(digit)).then_some(told))
    }

    /// What is half-typed.
    pub fn draft(&self) -> Option<Value> {
        match self {
            Self::Invalid(document, prompt) if !prompt.field.is_blank() => {
                Some(json!({ "document": document, "why": prompt.field.value() }))
            }
            Self::More(notify, prompt) if !prompt.field.is_blank() => {
                Some(json!({ "more": notify, "why": prompt.field.value() }))
            }
            Self::Matter(_) | Self::Invalid(..) | Self::Told(_) | Self::More(..) => None,
        }
    }

    /// Takes up what was half-typed.
    pub fn resume(draft: &Value, case: &Case, lang: Lang) -> Option<Self> {
        let why = draft.get("why")?.as_str()?;
        if let Some(more) = draft.get("more") {
            let notify = serde_json::from_value(more.clone()).ok()?;
            return Some(Self::more(notify, why, lang));
        }
        let name = draft.get("document")?.as_str()?;
        let known = case.matter.documents.iter().any(|one| one.name == name);
        known.then(|| Self::invalid(name, why, lang))
    }

    pub fn render(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (cx.lang, cx.theme);
        if area.height < 2 || area.width < 10 {
            return;
        }
        match self {
            Self::Matter(picker) => picker.render_finder(
                canvas,
                theme,
                area,
                (Say::ChooseMatter.text(lang), Say::Matter.text(lang)),
                (Say::NoMatter.text(lang), Say::FindHint.text(lang)),
            ),
            Self::Invalid(_, prompt) | Self::More(_, prompt) => {
                let row = strip(cx, canvas, area, &keymap::legend(Scope::Prompt, lang));
                prompt.render(canvas, theme, row);
            }
            Self::Told(_) => {
                let row = strip(cx, canvas, area, "");
                canvas.text(
                    row.x,
                    row.y,
                    row.width,
                    Say::HowTold.text(lang),
                    theme.focus,
                );
            }
        }
    }
}

/// Opens two rows at the foot of an area, a rule and a row for the form.
fn strip(cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect, keys: &str) -> Rect {
    let rule = Rect::new(area.x, area.bottom() - 2, area.width, 1);
    let row = Rect::new(area.x + 1, area.bottom() - 1, area.width - 1, 1);
    canvas.clear(Rect { height: 2, ..rule });
    frame::heading(canvas, cx.theme, rule, "", keys);
    row
}
