//! Who talks, about which register, and how a command goes to the desk.

use std::path::PathBuf;

use serde_json::Value;

use super::lines::{Heard, Lines};
use super::turn::Told;
use crate::desk::{Actor, Desk, DeskError, Done};
use crate::domain::command::{Envelope, Subject};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Inquiry;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::Bilingual;
use crate::domain::staff::Person;
use crate::drafts::Drafts;
use crate::i18n::names::Names;
use crate::i18n::{Both, Lang, app, fault, plain as say, refusal::refusal, said, timeline};
use crate::offer::Offers;
use crate::opening::Opened;
use crate::store::{Fact, Recorded};

/// How many inquiries are settled before something is read.
const SETTLE_AT_ONCE: u32 = 50;

/// A talk with one person about one register.
#[derive(Debug)]
pub struct Talk {
    /// The line.
    pub lines: Lines,
    /// The register.
    pub desk: Desk,
    /// The language.
    pub lang: Lang,
    /// Who is signed in; nobody yet at the door.
    pub me: Person,
    /// Names of the staff.
    pub names: Names,
    /// What can be chosen from.
    pub offers: Offers,
    /// Where the pepper lies.
    pub pepper: PathBuf,
    drafts: Drafts,
}

/// What became of a command.
#[derive(Debug)]
pub enum Sent {
    /// It is on the record.
    Done(Done),
    /// The rules refuse it.
    Refused(Box<Refusal>),
    /// It could not be saved, or the person took it back: the form is kept.
    Kept,
}

impl Talk {
    /// A talk over this line.
    pub fn over(lines: Lines, opened: Opened) -> Self {
        let Opened {
            desk,
            lang,
            pepper,
            drafts,
            ..
        } = opened;
        let mut talk = Self {
            lines,
            lang,
            me: Person::default(),
            names: Names::new(std::collections::HashMap::new(), desk.office().offset),
            offers: Offers::default(),
            pepper,
            drafts,
            desk,
        };
        talk.learn_names();
        talk
    }

    /// A wording in the person's language.
    pub fn t(&self, words: Both) -> &'static str {
        words.text(self.lang)
    }

    /// A name of the rulebook in the person's language.
    pub fn named<'n>(&self, name: &'n Bilingual) -> &'n str {
        self.lang.pick(&name.zh, &name.en)
    }

    /// Says a sentence.
    ///
    /// # Errors
    ///
    /// When nobody listens any more.
    pub fn say(&mut self, text: impl AsRef<str>) -> Told<()> {
        self.lines.say(text.as_ref())
    }

    /// Hears words; what cannot be understood is said and asked again.
    ///
    /// # Errors
    ///
    /// When nobody talks any more.
    pub fn hear(&mut self, prompt: &str) -> Told<String> {
        self.hear_by(prompt, Lines::hear)
    }

    /// The same, with nothing shown of what is typed.
    ///
    /// # Errors
    ///
    /// When nobody talks any more.
    pub fn hear_secret(&mut self, prompt: &str) -> Told<String> {
        self.hear_by(prompt, Lines::hear_secret)
    }

    fn hear_by(&mut self, prompt: &str, hear: impl Fn(&mut Lines) -> Told<Heard>) -> Told<String> {
        loop {
            self.lines.prompt(prompt)?;
            let unclear = match hear(&mut self.lines)? {
                Heard::Words(words) => return Ok(words),
                Heard::TooLong => say::LINE_TOO_LONG,
                Heard::NotText => say::NOT_UTF8,
                Heard::Control => say::CONTROL,
            };
            self.say(self.t(unclear))?;
        }
    }

    /// Brings what is known up to date: what time has done, what others changed.
    ///
    /// # Errors
    ///
    /// When nobody listens any more.
    pub fn catch_up(&mut self) -> Told<()> {
        // What cannot be settled now is settled by whoever comes next.
        let _ = self.desk.settle(SETTLE_AT_ONCE);
        if let Err(error) = self.desk.refresh() {
            let words = fault::desk(self.lang, &error, &self.names);
            self.say(words)?;
        }
        self.learn_names();
        Ok(())
    }

    fn learn_names(&mut self) {
        if let Ok(names) = self.desk.read().names() {
            self.names = Names::new(names, self.desk.office().offset);
        }
    }

    /// An inquiry with its timeline.
    pub fn inquiry(&self, number: &crate::domain::ids::Number) -> Option<(Inquiry, Vec<Recorded>)> {
        self.desk.read().inquiry(number).ok().flatten()
    }

    /// A person's name.
    pub fn name(&self, staff: &StaffNo) -> String {
        self.names.of(staff)
    }

    /// The draft of a form.
    pub fn draft(&self, form: &str) -> Option<Value> {
        self.drafts.find(&self.me.number, form)
    }

    /// Keeps a draft, or forgets it.
    ///
    /// # Errors
    ///
    /// When nobody listens any more; a draft that cannot be written is said.
    pub fn keep_draft(&mut self, form: &str, draft: Option<&Value>) -> Told<()> {
        match self.drafts.keep(&self.me.number, form, draft) {
            Ok(()) => Ok(()),
            Err(error) => self.say(app::draft_not_kept(self.lang, error)),
        }
    }

    /// Sends a command, asks where the rules would have it confirmed, and says what
    /// came of it.
    ///
    /// # Errors
    ///
    /// When nobody talks any more.
    pub fn send(&mut self, mut envelope: Envelope) -> Told<Sent> {
        let actor = Actor::Staff(self.me.number.clone());
        loop {
            match self.desk.carry_out(&actor, &envelope) {
                Ok(done) => {
                    self.learn_names();
                    self.tell_done(&envelope, &done)?;
                    return Ok(Sent::Done(done));
                }
                Err(DeskError::Refused(why)) if why.can_be_confirmed() => {
                    self.say(refusal(self.lang, &why, &self.names))?;
                    if !self.agrees(say::SAVE_ANYWAY, false)? {
                        return Ok(Sent::Kept);
                    }
                    envelope.confirm.push(why.code().to_owned());
                }
                Err(DeskError::Refused(why)) => {
                    self.say(refusal(self.lang, &why, &self.names))?;
                    return Ok(Sent::Refused(why));
                }
                Err(error) => {
                    self.say(fault::desk(self.lang, &error, &self.names))?;
                    return Ok(Sent::Kept);
                }
            }
        }
    }

    /// Says what a command put on the record.
    fn tell_done(&mut self, envelope: &Envelope, done: &Done) -> Told<()> {
        match envelope.command.subject() {
            Subject::NewInquiry | Subject::Inquiry(_) => {
                self.say(say::recorded(self.lang, &done.subject))?;
                for event in &done.events {
                    if let Fact::Inquiry(fact) = &event.fact
                        && let Some(line) =
                            timeline::told(self.lang, &event.header, fact, &self.names)
                    {
                        self.say(line)?;
                    }
                }
            }
            Subject::NewHandover
            | Subject::Handover(_)
            | Subject::Staff(_)
            | Subject::Office
            | Subject::Case(_) => {
                self.say(said::done(self.lang, &envelope.command, done))?;
            }
        }
        match &done.refused {
            Some(why) => self.say(refusal(self.lang, why, &self.names)),
            None => Ok(()),
        }
    }
}
