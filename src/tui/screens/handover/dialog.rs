//! The small forms over a handover: who comes, what else, a word, a PIN.

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::{Value, json};

use crate::domain::ids::{HandoverNo, NoteNo, StaffNo};
use crate::domain::staff::{Person, Role};
use crate::i18n::Lang;
use crate::i18n::handover::{self as words, Say};
use crate::i18n::words::role;
use crate::tui::draw::Canvas;
use crate::tui::keymap::{self, Scope};
use crate::tui::screen::Ctx;
use crate::tui::widgets::{Choice, Field, Picker, Prompt, Step, frame};

/// Characters that a note may have.
const NOTE_LIMIT: usize = 200;
/// Digits that a PIN may have, and a few to be wrong with.
const PIN_LIMIT: usize = 16;

/// What the other person's PIN is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// To take an item over.
    Take(u32),
    /// To ask about an item.
    Ask(u32),
    /// To sign.
    Sign,
}

/// A small form.
#[derive(Debug)]
pub(super) enum Dialog {
    /// Who comes.
    Who(Picker),
    /// What else is handed over, and to whom.
    Extras(StaffNo, Prompt),
    /// What the one who leaves says about an item.
    Note(HandoverNo, u32, Prompt),
    /// What the one who comes asks about an item.
    Question(HandoverNo, u32, Prompt),
    /// What the one who leaves answers.
    Answer(HandoverNo, u32, Prompt),
    /// Why the handover is called off.
    CallOff(HandoverNo, Prompt),
    /// Whom a supervisor asks for something.
    Whom(Picker),
    /// What is kept, and in whose hands.
    Keep(StaffNo, Prompt),
    /// What became of something that was kept.
    End(NoteNo, Prompt),
    /// Handovers, to read one.
    History(Picker),
    /// The other person's PIN, and what for.
    Pin(Deed, Prompt),
}

impl Dialog {
    pub fn who(people: &[Person], me: &Person, lang: Lang, area: Rect) -> Self {
        let rows = usize::from(area.height.saturating_sub(4)).clamp(3, 24);
        let mut picker = Picker::new(rows, 40).eager();
        picker.set_choices(choices(people, me, lang));
        Self::Who(picker)
    }

    pub fn whom(people: &[Person], me: &Person, lang: Lang, area: Rect) -> Self {
        match Self::who(people, me, lang, area) {
            Self::Who(picker) => Self::Whom(picker),
            other => other,
        }
    }

    pub fn history(choices: Vec<Choice>, area: Rect) -> Self {
        let rows = usize::from(area.height.saturating_sub(4)).clamp(3, 24);
        let mut picker = Picker::new(rows, 40).eager();
        picker.set_choices(choices);
        Self::History(picker)
    }

    pub fn keep(to: StaffNo, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        Self::Keep(to, Prompt::new(Say::Keep.text(lang), field))
    }

    pub fn end(note: NoteNo, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        Self::End(note, Prompt::new(Say::End.text(lang), field))
    }

    pub fn extras(to: StaffNo, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        Self::Extras(to, Prompt::new(Say::Extras.text(lang), field))
    }

    pub fn note(handover: HandoverNo, item: u32, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        let question = words::about_item(lang, Say::Note, item);
        Self::Note(handover, item, Prompt::new(question, field))
    }

    pub fn question(handover: HandoverNo, item: u32, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        let question = words::about_item(lang, Say::Question, item);
        Self::Question(handover, item, Prompt::new(question, field))
    }

    pub fn answer(handover: HandoverNo, item: u32, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        let question = words::about_item(lang, Say::Answer, item);
        Self::Answer(handover, item, Prompt::new(question, field))
    }

    pub fn call_off(handover: HandoverNo, typed: &str, lang: Lang) -> Self {
        let field = Field::new(NOTE_LIMIT).with(typed);
        Self::CallOff(handover, Prompt::new(Say::CancelWhy.text(lang), field))
    }

    pub fn pin(deed: Deed, name: &str, lang: Lang) -> Self {
        let field = Field::new(PIN_LIMIT).secret();
        Self::Pin(deed, Prompt::new(words::pin(lang, name), field))
    }

    /// The field of a form that has one.
    fn field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Who(_) | Self::Whom(_) | Self::History(_) => None,
            Self::Extras(_, prompt)
            | Self::Keep(_, prompt)
            | Self::End(_, prompt)
            | Self::Note(_, _, prompt)
            | Self::Question(_, _, prompt)
            | Self::Answer(_, _, prompt)
            | Self::CallOff(_, prompt)
            | Self::Pin(_, prompt) => Some(&mut prompt.field),
        }
    }

    /// Takes a key that is no action.
    pub fn key(&mut self, key: KeyEvent) {
        if let Some(field) = self.field() {
            field.key(key);
            return;
        }
        let (Self::Who(picker) | Self::Whom(picker) | Self::History(picker)) = self else {
            return;
        };
        match Step::of(key) {
            Some(step) => {
                picker.step(step);
            }
            None => {
                picker.key(key);
            }
        }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.field() {
            field.paste(text);
        } else if let Self::Who(picker) | Self::Whom(picker) | Self::History(picker) = self {
            picker.paste(text);
        }
    }

    /// What is half-typed; a PIN never is.
    pub fn draft(&self) -> Option<Value> {
        let (value, prompt) = match self {
            Self::Extras(to, prompt) => (json!({ "to": to }), prompt),
            Self::Keep(to, prompt) => (json!({ "keep": to }), prompt),
            Self::End(note, prompt) => (json!({ "end": note }), prompt),
            Self::Note(handover, item, prompt) => {
                (json!({ "note": item, "handover": handover }), prompt)
            }
            Self::Question(handover, item, prompt) => {
                (json!({ "question": item, "handover": handover }), prompt)
            }
            Self::Answer(handover, item, prompt) => {
                (json!({ "answer": item, "handover": handover }), prompt)
            }
            Self::CallOff(handover, prompt) => {
                (json!({ "call_off": true, "handover": handover }), prompt)
            }
            Self::Who(_) | Self::Whom(_) | Self::History(_) | Self::Pin(..) => return None,
        };
        let mut value = value;
        value["typed"] = prompt.field.value().into();
        (!prompt.field.is_blank()).then_some(value)
    }

    /// Takes up what was half-typed.
    pub fn resume(draft: &Value, open: Option<&HandoverNo>, lang: Lang) -> Option<Self> {
        let typed = draft.get("typed")?.as_str()?;
        let of = |key: &str| draft.get(key).and_then(Value::as_str);
        if let Some(to) = of("keep") {
            return Some(Self::keep(to.into(), typed, lang));
        }
        if let Some(note) = of("end") {
            return Some(Self::end(note.into(), typed, lang));
        }
        if let (Some(to), None) = (draft.get("to").and_then(Value::as_str), open) {
            return Some(Self::extras(to.into(), typed, lang));
        }
        let handover = HandoverNo::from(draft.get("handover")?.as_str()?);
        let item = |key: &str| {
            let item = draft.get(key)?.as_u64()?;
            u32::try_from(item).ok()
        };
        if open != Some(&handover) {
            return None;
        }
        if let Some(item) = item("note") {
            Some(Self::note(handover, item, typed, lang))
        } else if let Some(item) = item("question") {
            Some(Self::question(handover, item, typed, lang))
        } else if let Some(item) = item("answer") {
            Some(Self::answer(handover, item, typed, lang))
        } else if draft.get("call_off").is_some() {
            Some(Self::call_off(handover, typed, lang))
        } else {
            None
        }
    }

    pub fn render(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (cx.lang, cx.theme);
        if area.height < 2 || area.width < 10 {
            return;
        }
        let prompt = match self {
            Self::Who(picker) => return who(cx, canvas, area, picker, Say::Who),
            Self::Whom(picker) => return who(cx, canvas, area, picker, Say::Whom),
            Self::History(picker) => return who(cx, canvas, area, picker, Say::History),
            Self::Extras(_, prompt)
            | Self::Keep(_, prompt)
            | Self::End(_, prompt)
            | Self::Note(_, _, prompt)
            | Self::Question(_, _, prompt)
            | Self::Answer(_, _, prompt)
            | Self::CallOff(_, prompt)
            | Self::Pin(_, prompt) => prompt,
        };
        let rule = Rect::new(area.x, area.bottom() - 2, area.width, 1);
        let row = Rect::new(area.x + 1, area.bottom() - 1, area.width - 1, 1);
        canvas.clear(Rect { height: 2, ..rule });
        frame::heading(
            canvas,
            theme,
            rule,
            "",
            &keymap::legend(Scope::Prompt, lang),
        );
        prompt.render(canvas, theme, row);
    }
}

fn who(cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect, picker: &Picker, title: Say) {
    let title_text = title.text(cx.lang);
    let (none, hint) = if title == Say::History {
        (Say::NoHistory, Say::HistoryHint)
    } else {
        (Say::Nobody, Say::FindHint)
    };
    let advice = (none.text(cx.lang), hint.text(cx.lang));
    picker.render_finder(canvas, cx.theme, area, (title_text, title_text), advice);
}

/// Who may come: the substitute first, then the supervisor of the department, to whom it
/// goes when nobody comes, then the same department, then the others.
fn choices(people: &[Person], me: &Person, lang: Lang) -> Vec<Choice> {
    let mut able: Vec<&Person> = people
        .iter()
        .filter(|one| one.number != me.number && one.holds_inquiries())
        .collect();
    let substitute = |one: &Person| me.substitute.as_ref() == Some(&one.number);
    let same = |one: &Person| one.department == me.department;
    let leads = |one: &Person| same(one) && one.is(Role::Supervisor);
    able.sort_by_key(|one| (!substitute(one), !leads(one), !same(one)));
    able.into_iter()
        .map(|one| {
            let mut detail = format!("{} {} {}", one.number, one.department, one.window);
            if substitute(one) {
                detail = format!("{} {detail}", Say::Substitute.text(lang));
            }
            if leads(one) {
                detail = format!("{} {detail}", role(lang, Role::Supervisor));
            }
            Choice {
                id: one.number.0.clone(),
                label: one.name.clone(),
                detail: detail.trim_end().to_owned(),
                also: vec![one.number.0.clone(), one.department.clone()],
            }
        })
        .collect()
}
