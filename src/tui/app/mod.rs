//! The app: takes input, asks the desk, draws. It owns no terminal.

mod carry;
mod export;
mod front;
mod news;
mod on_top;
mod overlay;
mod paint;
mod palette;
mod papers;
mod parked;
mod pins;
mod signin;
mod slips;
mod tick;

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::draw::Canvas;
use super::input::Input;
use super::keymap::{self, Action, Scope};
use super::screen::{Ctx, Message, Outcome, Screen, ScreenId, Target};
use super::theme::Theme;
use crate::desk::{Desk, DeskError};
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;
use crate::drafts::Drafts;
use crate::i18n::names::Names;
use crate::i18n::{Lang, app as say};
use crate::offer::Offers;
use front::{Front, Habits};
use news::News;
use overlay::Overlay;
use parked::{Entrance, Parked};

/// The smallest screen that everything fits on.
pub const SMALLEST: (u16, u16) = (80, 24);

/// What an app begins with.
#[derive(Debug)]
pub struct Setting {
    /// The register.
    pub desk: Desk,
    /// The language.
    pub lang: Lang,
    /// How things look.
    pub theme: Theme,
    /// Where the pepper lies.
    pub pepper: PathBuf,
    /// Where drafts lie.
    pub drafts: Drafts,
    /// Where sheets are written to.
    pub sheets: PathBuf,
}

/// What the event loop has to do after an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct After {
    /// The selection moved: its details follow after a rest.
    pub moved: bool,
}

/// The app.
pub struct App {
    desk: Desk,
    lang: Lang,
    theme: Theme,
    pepper: PathBuf,
    drafts: Drafts,
    sheets: PathBuf,
    names: Names,
    offers: Offers,
    front: Front,
    screens: Vec<Box<dyn Screen>>,
    at: ScreenId,
    overlay: Option<Overlay>,
    message: Option<Message>,
    size: (u16, u16),
    seen: i64,
    kept: Vec<Option<serde_json::Value>>,
    habits: Habits,
    /// The screens of those who signed out here, the last one last.
    parked: Vec<Parked>,
    entrance: Entrance,
    /// When a key last came.
    touched: Moment,
    news: News,
    to_print: Option<Vec<u8>>,
    children: bool,
    exporting: Option<export::Exporting>,
    over: bool,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

impl App {
    /// An app at its sign-in, on a screen of this size.
    ///
    /// # Errors
    ///
    /// When the register cannot be read.
    pub fn new(setting: Setting, size: (u16, u16)) -> Result<Self, DeskError> {
        let Setting {
            desk,
            lang,
            theme,
            pepper,
            drafts,
            sheets,
        } = setting;
        desk.store().checkpoint_when_told()?;
        let names = Names::new(desk.read().names()?, desk.office().offset);
        let seen = desk.store().data_version()?;
        let touched = desk.now();
        Ok(Self {
            desk,
            lang,
            theme,
            pepper,
            drafts,
            sheets,
            names,
            offers: Offers::default(),
            front: Front::SignIn(Box::default()),
            screens: Vec::new(),
            at: ScreenId::Queue,
            overlay: None,
            message: None,
            size,
            seen,
            kept: vec![None; ScreenId::ALL.len()],
            habits: Habits::default(),
            parked: Vec::new(),
            entrance: Entrance::default(),
            touched,
            news: News::default(),
            to_print: None,
            children: true,
            exporting: None,
            over: false,
        })
    }

    /// Signs a person in without a PIN; only ever on a sandbox.
    ///
    /// # Errors
    ///
    /// When nobody has this number.
    pub fn sign_in_as(&mut self, staff: &StaffNo) -> Result<(), DeskError> {
        let person = self.desk.person(staff)?;
        self.entrance = Entrance::Sandbox;
        self.welcome(&person);
        Ok(())
    }

    /// Signs in a person whom the system let in with a key of theirs.
    ///
    /// # Errors
    ///
    /// When nobody has this number.
    pub fn sign_in_with_key(&mut self, staff: &StaffNo) -> Result<(), DeskError> {
        let person = self.desk.person(staff)?;
        self.entrance = Entrance::Key;
        self.welcome(&person);
        Ok(())
    }

    /// Starts no other program from now on, whatever the office allows.
    pub fn keep_to_itself(&mut self) {
        self.children = false;
    }

    /// Whether the app has come to its end.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// The language in use.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Bytes for the printer beside the terminal, once.
    pub fn take_print(&mut self) -> Option<Vec<u8>> {
        self.to_print.take()
    }

    /// Whether a text field has the focus.
    pub fn typing(&self) -> bool {
        match (&self.overlay, &self.front) {
            (Some(overlay), _) => overlay.typing(),
            (None, Front::SignIn(_)) => true,
            (None, Front::Working(_)) => self.screen().is_some_and(Screen::typing),
        }
    }

    /// The nearest countdown on the screen.
    pub fn nearest_due(&self) -> Option<Moment> {
        self.screen().and_then(Screen::nearest_due)
    }

    /// The present.
    pub fn now(&self) -> Moment {
        self.desk.now()
    }

    fn screen(&self) -> Option<&dyn Screen> {
        self.screens.get(index(self.at)).map(AsRef::as_ref)
    }

    /// Lends the screen in front, and what it may read, to `work`.
    fn with<R>(&mut self, work: impl FnOnce(&mut dyn Screen, &Ctx) -> R) -> Option<R> {
        let Front::Working(me) = &self.front else {
            return None;
        };
        let cx = Ctx {
            desk: &self.desk,
            now: self.desk.now(),
            lang: self.lang,
            theme: &self.theme,
            me,
            names: &self.names,
            offers: &self.offers,
        };
        let screen = self.screens.get_mut(index(self.at))?;
        Some(work(screen.as_mut(), &cx))
    }

    /// The place that a screen draws on: all but the head line and the two at the foot.
    fn place(&self) -> Rect {
        let (width, height) = self.size;
        Rect::new(0, 1, width, height.saturating_sub(3))
    }

    /// Takes one input.
    pub fn input(&mut self, input: Input) -> After {
        if matches!(input, Input::Key(_) | Input::Paste(_)) {
            self.touched = self.desk.now();
        }
        match input {
            Input::Key(key) => {
                self.note_was_read();
                self.key(key)
            }
            Input::Paste(text) => self.paste(&text),
            Input::Resize | Input::Resumed => After::default(),
            Input::Terminate | Input::Hangup => {
                self.keep_drafts();
                self.over = true;
                After::default()
            }
        }
    }

    fn paste(&mut self, text: &str) -> After {
        if let Some(overlay) = &mut self.overlay {
            overlay.paste(text);
            return After::default();
        }
        if let Front::SignIn(form) = &mut self.front {
            form.paste(text);
            return After::default();
        }
        let outcome = self.with(|screen, cx| screen.paste(cx, text));
        self.follow(outcome.unwrap_or(Outcome::Ignored))
    }

    fn key(&mut self, key: KeyEvent) -> After {
        if matches!(self.front, Front::SignIn(_)) {
            self.key_at_the_door(key);
            return After::default();
        }
        if self.overlay.is_some() {
            return self.key_on_overlay(key);
        }
        if key.code == KeyCode::Esc && self.stop_export() {
            return After::default();
        }
        let (scope, typing, digits) = self.screen().map_or((Scope::Global, false, false), |s| {
            (s.scope(), s.typing(), s.takes_digits())
        });
        let is_digit = matches!(key.code, KeyCode::Char(c) if c.is_ascii_digit());
        let action = if digits && is_digit {
            None
        } else {
            keymap::action(scope, key, typing)
        };
        if action.is_none_or(|action| !moves(action)) {
            self.message = None;
        }
        if let Some(action) = action {
            return self.act(action);
        }
        if let KeyCode::Char(c) = key.code
            && !typing
            && !c.is_ascii()
        {
            self.say(Message::plain(say::SWITCH_INPUT.text(self.lang)));
            return After::default();
        }
        let outcome = self.with(|screen, cx| screen.input(cx, key));
        self.follow(outcome.unwrap_or(Outcome::Ignored))
    }

    /// Carries out an action of the keymap.
    pub(super) fn act(&mut self, action: Action) -> After {
        match action {
            Action::GoRegister => self.go(&Target::Screen(ScreenId::Register)),
            Action::GoQueue => self.go(&Target::Screen(ScreenId::Queue)),
            Action::GoChecklist => self.go(&Target::Screen(ScreenId::Checklist)),
            Action::GoHandover => self.go(&Target::Screen(ScreenId::Handover)),
            Action::GoLedger => self.go(&Target::Screen(ScreenId::Ledger)),
            Action::Help => self.overlay = Some(Overlay::Reading(self.help())),
            Action::Palette => {
                let palette = self.palette();
                self.overlay = Some(Overlay::Palette(palette));
            }
            Action::ImportSlips if !self.children => {
                self.say(Message::plain(say::NOT_FROM_HERE.text(self.lang)));
            }
            Action::ImportSlips => self.overlay = Some(Overlay::Slips(Box::default())),
            Action::Language => self.change_language(),
            Action::SignOut => self.sign_out(),
            Action::Lock => self.lock(),
            Action::ChangePin => self.ask_for_new_pin(),
            Action::ResetPin => self.ask_whose_pin(),
            Action::Quit => {
                self.keep_drafts();
                self.over = true;
            }
            other => {
                let outcome = self.with(|screen, cx| match screen.enabled(cx, other) {
                    Ok(()) => screen.act(cx, other),
                    Err(why) => Outcome::Say(Message::plain(why)),
                });
                return self.follow(outcome.unwrap_or(Outcome::Ignored));
            }
        }
        After::default()
    }

    fn change_language(&mut self) {
        self.lang = match self.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        self.with(|screen, cx| screen.refresh(cx));
    }

    fn go(&mut self, target: &Target) {
        self.at = target.screen();
        let place = self.place();
        self.with(|screen, cx| {
            screen.arrive(cx, target, place);
            screen.rested(cx);
        });
    }

    fn say(&mut self, message: Message) {
        self.message = Some(message);
    }

    /// The selection has rested.
    pub fn rested(&mut self) {
        self.with(|screen, cx| screen.rested(cx));
    }

    /// The terminal has another size now.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        let place = self.place();
        self.with(|screen, cx| screen.resized(cx, place));
    }

    /// Draws everything.
    pub fn draw(&self, canvas: &mut Canvas) {
        paint::app(self, canvas);
    }
}

/// The bindings that only move about, so that a message stays to be read.
fn moves(action: Action) -> bool {
    matches!(
        action,
        Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::First
            | Action::Last
    )
}

const fn index(id: ScreenId) -> usize {
    match id {
        ScreenId::Register => 0,
        ScreenId::Queue => 1,
        ScreenId::Checklist => 2,
        ScreenId::Handover => 3,
        ScreenId::Ledger => 4,
    }
}

/// The name under which a screen's draft is kept.
const fn form(id: ScreenId) -> &'static str {
    match id {
        ScreenId::Register => "register",
        ScreenId::Queue => "queue",
        ScreenId::Checklist => "checklist",
        ScreenId::Handover => "handover",
        ScreenId::Ledger => "ledger",
    }
}
