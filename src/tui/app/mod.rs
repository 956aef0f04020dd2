//! The app: takes input, asks the desk, draws. It owns no terminal.

mod front;
mod overlay;
mod paint;
mod signin;

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::drafts::Drafts;
use super::draw::Canvas;
use super::input::Input;
use super::keymap::{self, Action, Scope};
use super::names::Names;
use super::screen::{Ctx, Message, Outcome, Screen, ScreenId, Target};
use super::screens;
use super::theme::Theme;
use super::widgets::Confirm;
use crate::desk::{Actor, Desk, DeskError, Done};
use crate::domain::command::Envelope;
use crate::domain::ids::StaffNo;
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::{Lang, app as say, fault, refusal, said};
use front::Front;
use overlay::{Overlay, Palette, Reading};

/// The smallest screen that everything fits on.
pub const SMALLEST: (u16, u16) = (80, 24);

/// How many inquiries are settled at one tick, so that no tick is long.
const SETTLE_AT_ONCE: u32 = 50;

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
    front: Front,
    screens: Vec<Box<dyn Screen>>,
    at: ScreenId,
    overlay: Option<Overlay>,
    message: Option<Message>,
    size: (u16, u16),
    seen: i64,
    kept: Vec<Option<serde_json::Value>>,
    to_print: Option<Vec<u8>>,
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
        Ok(Self {
            desk,
            lang,
            theme,
            pepper,
            drafts,
            sheets,
            names,
            front: Front::SignIn(Box::default()),
            screens: Vec::new(),
            at: ScreenId::Queue,
            overlay: None,
            message: None,
            size,
            seen,
            kept: vec![None; ScreenId::ALL.len()],
            to_print: None,
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
        self.welcome(&person);
        Ok(())
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
        };
        let screen = self.screens.get_mut(index(self.at))?;
        Some(work(screen.as_mut(), &cx))
    }

    /// The place that a screen draws on: all but the head line and the two at the foot.
    fn place(&self) -> Rect {
        let (width, height) = self.size;
        Rect::new(0, 1, width, height.saturating_sub(3))
    }

    /// Someone has signed in: the screens open, with what was half-typed before.
    fn welcome(&mut self, me: &Person) {
        self.message = None;
        self.screens = screens::all();
        self.front = Front::Working(Box::new(me.clone()));
        let mut resumed = Vec::new();
        for id in ScreenId::ALL {
            self.kept[index(id)] = None;
            // The others read the register when they are first looked at.
            if let Some(draft) = self.drafts.find(&me.number, form(id)) {
                self.at = id;
                let place = self.place();
                self.with(|screen, cx| {
                    screen.arrive(cx, &Target::Screen(id), place);
                    screen.resume(cx, draft);
                });
                resumed.push(id.name(self.lang));
                self.kept[index(id)] = self.screen().and_then(Screen::draft);
            }
        }
        self.go(&Target::Screen(ScreenId::Queue));
        if !resumed.is_empty() {
            self.message = Some(Message::plain(say::drafts_found(self.lang, &resumed)));
        }
    }

    fn sign_out(&mut self) {
        self.keep_drafts();
        self.screens.clear();
        self.overlay = None;
        self.message = None;
        self.front = Front::SignIn(Box::default());
    }

    /// Takes one input.
    pub fn input(&mut self, input: Input) -> After {
        match input {
            Input::Key(key) => self.key(key),
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
            Action::Help => self.overlay = Some(Overlay::Reading(self.help())),
            Action::Palette => self.overlay = Some(Overlay::Palette(self.palette())),
            Action::Language => self.change_language(),
            Action::SignOut => self.sign_out(),
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

    fn follow(&mut self, outcome: Outcome) -> After {
        let mut after = After::default();
        match outcome {
            Outcome::Ignored | Outcome::Handled => {}
            Outcome::Moved => after.moved = true,
            Outcome::Say(message) => self.say(message),
            Outcome::Go(target) => self.go(&target),
            Outcome::Show(sheet) => {
                self.overlay = Some(Overlay::Reading(Reading::new(*sheet)));
            }
            Outcome::Several(all) => {
                for outcome in all {
                    after.moved |= self.follow(outcome).moved;
                }
            }
            Outcome::Confirm { words, then } => {
                self.overlay = Some(self.confirm(&words, *then));
            }
            Outcome::Run(envelope) => {
                if let Front::Working(me) = &self.front {
                    let staff = me.number.clone();
                    return self.carry_out(&staff, *envelope);
                }
            }
            Outcome::RunAs {
                staff,
                pin,
                envelope,
            } => {
                return self.carry_out_as(&staff, &pin, *envelope);
            }
        }
        after
    }

    fn confirm(&self, words: &str, then: Outcome) -> Overlay {
        let confirm = Confirm {
            title: say::PLEASE_CONFIRM.text(self.lang).to_owned(),
            words: words.to_owned(),
            keys: say::YES_NO.text(self.lang).to_owned(),
        };
        Overlay::Confirm(confirm, Box::new(then))
    }

    fn carry_out_as(&mut self, staff: &StaffNo, pin: &str, envelope: Envelope) -> After {
        let result = signin::check(&mut self.desk, &self.pepper, staff, pin);
        match result {
            Ok(_) => self.carry_out(staff, envelope),
            Err(error) => {
                let words = fault::sign_in(self.lang, &error, &self.names);
                let failed = DeskError::Reference(words.clone());
                let outcome = self.with(|screen, cx| screen.done(cx, &envelope, Err(&failed)));
                let after = self.follow(outcome.unwrap_or(Outcome::Handled));
                self.say(Message::bad(words));
                after
            }
        }
    }

    fn carry_out(&mut self, staff: &StaffNo, envelope: Envelope) -> After {
        let result = self.desk.carry_out(&Actor::Staff(staff.clone()), &envelope);
        if let Err(DeskError::Refused(why)) = &result
            && why.can_be_confirmed()
        {
            let words = refusal::refusal(self.lang, why, &self.names);
            let mut again = envelope;
            again.confirm.push(why.code().to_owned());
            self.overlay = Some(self.confirm(&words, Outcome::Run(Box::new(again))));
            return After::default();
        }
        let message = self.came_to(&envelope, &result);
        let outcome = self
            .with(|screen, cx| screen.done(cx, &envelope, result.as_ref()))
            .unwrap_or(Outcome::Ignored);
        self.catch_up();
        self.keep_drafts();
        // A screen that takes a failure has said it where it belongs.
        if result.is_ok() || outcome == Outcome::Ignored {
            self.say(message);
        }
        self.follow(outcome)
    }

    /// What a command came to, in a sentence.
    fn came_to(&self, envelope: &Envelope, result: &Result<Done, DeskError>) -> Message {
        match result {
            Ok(done) => match done.refused.clone().map(DeskError::from) {
                Some(error) => Message::bad(fault::desk(self.lang, &error, &self.names)),
                None => Message::good(said::done(self.lang, &envelope.command, done)),
            },
            Err(error) => Message::bad(fault::desk(self.lang, error, &self.names)),
        }
    }

    /// Reads the register again after a commit of ours or of someone else.
    fn catch_up(&mut self) {
        if let Ok(names) = self.desk.read().names() {
            self.names = Names::new(names, self.desk.office().offset);
        }
        self.with(|screen, cx| screen.refresh(cx));
    }

    /// The selection has rested.
    pub fn rested(&mut self) {
        self.with(|screen, cx| screen.rested(cx));
    }

    /// Time has gone on: other terminals' commits, clocks that ran out, drafts.
    pub fn tick(&mut self) {
        self.keep_drafts();
        let now = self.desk.now();
        let lapsed = self.desk.read().next_lapse().ok().flatten();
        if lapsed.is_some_and(|at| now.is_late_for(at))
            && let Ok(settled) = self.desk.settle(SETTLE_AT_ONCE)
            && settled > 0
        {
            self.catch_up();
        }
        if let Ok(version) = self.desk.store().data_version()
            && version != self.seen
        {
            self.seen = version;
            self.catch_up();
        }
    }

    /// Nothing was typed for a while: what may wait is done now.
    pub fn idle(&mut self) {
        // A checkpoint that finds readers in its way does what it can, next time more.
        let _ = self.desk.store().checkpoint();
    }

    /// The terminal has another size now.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        let place = self.place();
        self.with(|screen, cx| screen.resized(cx, place));
    }

    /// Writes every form that changed since it was last written.
    pub fn keep_drafts(&mut self) {
        let Front::Working(me) = &self.front else {
            return;
        };
        for (id, screen) in ScreenId::ALL.into_iter().zip(&self.screens) {
            let draft = screen.draft();
            if let Some(kept) = self.kept.get_mut(index(id))
                && *kept != draft
            {
                match self.drafts.keep(&me.number, form(id), draft.as_ref()) {
                    Ok(()) => *kept = draft,
                    Err(error) => {
                        let words = say::draft_not_kept(self.lang, error);
                        self.message = Some(Message::bad(words));
                    }
                }
            }
        }
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
    }
}

/// The name under which a screen's draft is kept.
const fn form(id: ScreenId) -> &'static str {
    match id {
        ScreenId::Register => "register",
        ScreenId::Queue => "queue",
        ScreenId::Checklist => "checklist",
        ScreenId::Handover => "handover",
    }
}

impl App {
    fn key_on_overlay(&mut self, key: KeyEvent) -> After {
        let Some(overlay) = self.overlay.take() else {
            return After::default();
        };
        match overlay {
            Overlay::Confirm(confirm, then) => match confirm.key(key) {
                Some(true) => return self.follow(*then),
                Some(false) => self.message = None,
                None => self.overlay = Some(Overlay::Confirm(confirm, then)),
            },
            Overlay::Reading(mut reading) => {
                let height = overlay::reading_height(self.size);
                match keymap::action(Scope::Paper, key, false) {
                    Some(Action::Back | Action::Help) => {}
                    Some(Action::Quit) => return self.act(Action::Quit),
                    Some(Action::Print) => {
                        self.to_print = Some(overlay::print_bytes(&reading.sheet.text));
                        self.say(Message::plain(say::PRINTED.text(self.lang)));
                    }
                    Some(Action::WriteFile) => self.write_sheet(&reading),
                    Some(action) => {
                        reading.scroll(action, height);
                        self.overlay = Some(Overlay::Reading(reading));
                    }
                    None => self.overlay = Some(Overlay::Reading(reading)),
                }
            }
            Overlay::Palette(mut palette) => match palette.key(key) {
                overlay::Chosen::Action(action) => return self.act(action),
                overlay::Chosen::Nothing => {}
                overlay::Chosen::NotYet => self.overlay = Some(Overlay::Palette(palette)),
            },
        }
        After::default()
    }

    fn write_sheet(&mut self, reading: &Reading) {
        let path = self.sheets.join(&reading.sheet.file);
        let written = std::fs::create_dir_all(&self.sheets)
            .and_then(|()| std::fs::write(&path, &reading.sheet.text));
        self.message = Some(match written {
            Ok(()) => Message::good(say::written(self.lang, path.display())),
            Err(error) => Message::bad(say::not_written(self.lang, path.display(), error)),
        });
    }

    fn help(&self) -> Reading {
        let scope = self.screen().map_or(Scope::Global, Screen::scope);
        Reading::new(overlay::help(self.lang, scope))
    }

    fn palette(&self) -> Palette {
        let scope = self.screen().map_or(Scope::Global, Screen::scope);
        Palette::new(self.lang, scope)
    }
}
