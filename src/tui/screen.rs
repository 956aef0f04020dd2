//! What a screen is: it reads a snapshot, draws it, and asks for commands.

use chrono::NaiveDateTime;
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use serde_json::Value;

use super::draw::Canvas;
use super::keymap::{Action, Scope};
use super::theme::Theme;
use crate::desk::{Desk, DeskError, Done};
use crate::domain::command::{Envelope, Told};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::names::Names;
use crate::i18n::{Both, Lang, words};
use crate::offer::Offers;
use crate::papers::{Desktop, Drawn};
use crate::sheet::export::Order;

/// Everything a screen may read. A screen cannot change the record: the desk is
/// lent for reading only.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The register, for reading.
    pub desk: &'a Desk,
    /// The present.
    pub now: Moment,
    /// The language of the person.
    pub lang: Lang,
    /// How things look.
    pub theme: &'a Theme,
    /// Who is signed in.
    pub me: &'a Person,
    /// Names of the staff.
    pub names: &'a Names,
    /// What can be chosen from.
    pub offers: &'a Offers,
}

impl Ctx<'_> {
    /// Of a Chinese and an English wording, the person's.
    pub fn t<T>(&self, zh: T, en: T) -> T {
        self.lang.pick(zh, en)
    }

    /// A sentence in the person's language.
    pub fn say(&self, words: Both) -> &'static str {
        words.text(self.lang)
    }

    /// What papers are drawn up from.
    pub fn desktop(&self) -> Desktop<'_> {
        Desktop {
            desk: self.desk,
            lang: self.lang,
            names: self.names,
        }
    }

    /// A person's name.
    pub fn name(&self, staff: &StaffNo) -> String {
        self.names.of(staff)
    }

    /// The office's wall clock at an instant.
    pub fn local(&self, at: Moment) -> NaiveDateTime {
        self.desk.office().local(at)
    }
}

/// The screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScreenId {
    /// Registration.
    Register,
    /// Open work.
    Queue,
    /// Documents told in one pass.
    Checklist,
    /// Shift handover.
    Handover,
    /// Every inquiry.
    Ledger,
}

impl ScreenId {
    /// Every screen, in the order of the keys from 1 on.
    pub const ALL: [Self; 5] = [
        Self::Register,
        Self::Queue,
        Self::Checklist,
        Self::Handover,
        Self::Ledger,
    ];

    /// The screen's name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Register => words::REGISTER,
            Self::Queue => words::QUEUE,
            Self::Checklist => words::CHECKLIST,
            Self::Handover => words::HANDOVER,
            Self::Ledger => words::LEDGER,
        }
        .text(lang)
    }
}

/// Where to go next, and with what in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A screen as it was left.
    Screen(ScreenId),
    /// The queue, with this inquiry selected.
    Inquiry(Number),
    /// The checklist of a matter, for an inquiry when there is one.
    Checklist {
        /// The inquiry that a notice is to be told for.
        inquiry: Option<Number>,
        /// The matter's id; empty to choose one.
        matter: String,
    },
    /// A new registration for a matter; afterwards the checklist goes on.
    Register {
        /// The matter's id.
        matter: String,
    },
    /// The registration of an inquiry on record, to be corrected.
    Correct(Number),
}

impl Target {
    /// The screen that it lies on.
    pub fn screen(&self) -> ScreenId {
        match self {
            Self::Screen(id) => *id,
            Self::Inquiry(_) => ScreenId::Queue,
            Self::Checklist { .. } => ScreenId::Checklist,
            Self::Register { .. } | Self::Correct(_) => ScreenId::Register,
        }
    }
}

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Something went well.
    Good,
    /// Something to know.
    Plain,
    /// Something was not done.
    Bad,
}

/// A sentence at the foot of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How it is meant.
    pub level: Level,
    /// What happened and what to do.
    pub text: String,
}

impl Message {
    /// Something went well.
    pub fn good(text: impl Into<String>) -> Self {
        Self {
            level: Level::Good,
            text: text.into(),
        }
    }

    /// Something to know.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            level: Level::Plain,
            text: text.into(),
        }
    }

    /// Something was not done.
    pub fn bad(text: impl Into<String>) -> Self {
        Self {
            level: Level::Bad,
            text: text.into(),
        }
    }
}

/// A sheet of text to read, print or write to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// Its lines.
    pub text: String,
    /// The name of the file it would be written to, without a directory.
    pub file: String,
}

/// A paper of an inquiry, to be looked at and then given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperSheet {
    /// The paper in every width; its number is empty for a preview.
    pub drawn: Drawn,
    /// The inquiry whose record says how it was given; none for a preview.
    pub inquiry: Option<Number>,
    /// How it is on record already that it was given, this once.
    pub told: Option<Told>,
    /// Whether its code is to be shown first.
    pub code: bool,
}

/// A period that is to be taken out as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOut {
    /// What goes out.
    pub order: Order,
    /// For what.
    pub reason: String,
    /// The name of the file, without a directory.
    pub file: String,
}

/// What comes of a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It means nothing here.
    Ignored,
    /// It was taken.
    Handled,
    /// The selection moved: details may follow after a rest.
    Moved,
    /// Say something.
    Say(Message),
    /// Carry out a command as the person who is signed in.
    Run(Box<Envelope>),
    /// Carry out commands one after another, and tell what came of each.
    RunEach(Vec<Envelope>),
    /// Carry out a command as another person, who gave a PIN at this terminal.
    RunAs {
        /// The other person.
        staff: StaffNo,
        /// Their PIN.
        pin: String,
        /// The command.
        envelope: Box<Envelope>,
    },
    /// Write a period's inquiries to a file.
    Export(Box<TakeOut>),
    /// Go somewhere.
    Go(Target),
    /// Ask before something that cannot be undone.
    Confirm {
        /// What would happen.
        words: String,
        /// What follows a yes.
        then: Box<Outcome>,
    },
    /// Show a sheet.
    Show(Box<Sheet>),
    /// Show papers, the first of them in front.
    Papers(Vec<PaperSheet>),
    /// Several of these, one after another.
    Several(Vec<Outcome>),
}

impl Outcome {
    /// Carries out a command with nothing beside it.
    pub fn run(command: crate::domain::command::Command) -> Self {
        Self::Run(Box::new(Envelope::of(command)))
    }
}

/// A screen.
pub trait Screen {
    /// Which keys apply now.
    fn scope(&self) -> Scope;

    /// Whether characters are text now.
    fn typing(&self) -> bool;

    /// Whether digits mean something here, so that only function keys change the screen.
    fn takes_digits(&self) -> bool {
        false
    }

    /// Whether an action can be carried out now, or why not.
    ///
    /// # Errors
    ///
    /// A sentence that says what is in the way.
    fn enabled(&self, cx: &Ctx, action: Action) -> Result<(), String>;

    /// Carries out an action of the keymap.
    fn act(&mut self, cx: &Ctx, action: Action) -> Outcome;

    /// Takes a key that is bound to nothing: typing.
    fn input(&mut self, cx: &Ctx, key: KeyEvent) -> Outcome;

    /// Takes pasted text.
    fn paste(&mut self, cx: &Ctx, text: &str) -> Outcome;

    /// Comes to the front, at this size.
    fn arrive(&mut self, cx: &Ctx, target: &Target, area: Rect);

    /// The place on the screen changed.
    fn resized(&mut self, cx: &Ctx, area: Rect);

    /// Reads the register again: someone committed, or time went on far enough.
    fn refresh(&mut self, cx: &Ctx);

    /// The selection has rested: fetch what goes with it.
    fn rested(&mut self, _cx: &Ctx) {}

    /// How a command that this screen asked for came out.
    fn done(&mut self, cx: &Ctx, envelope: &Envelope, result: Result<&Done, &DeskError>)
    -> Outcome;

    /// How commands that were carried out one after another came out: which inquiries
    /// were refused.
    fn done_each(&mut self, _cx: &Ctx, _refused: &[Number]) {}

    /// Somebody else may look on from now on: whatever was revealed is masked again.
    fn cover(&mut self) {}

    /// How this person likes the screen, kept until the app ends.
    fn habits(&self) -> Option<Value> {
        None
    }

    /// Takes up how this person liked it before.
    fn take_up(&mut self, _habits: &Value) {}

    /// What is half-typed, to be kept safe; nothing when nothing is.
    fn draft(&self) -> Option<Value>;

    /// Whether what is kept is something half-typed, to be told of at the next sign-in.
    fn is_half_typed(&self) -> bool {
        true
    }

    /// Takes up what was half-typed before.
    fn resume(&mut self, cx: &Ctx, draft: Value);

    /// Draws itself. It cannot change state here.
    fn render(&self, cx: &Ctx, canvas: &mut Canvas, area: Rect);

    /// The nearest countdown on the screen, for the pace of ticks.
    fn nearest_due(&self) -> Option<Moment> {
        None
    }
}
