//! Several questions in a row, the command that comes of them, and what is kept
//! when somebody stops in the middle.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ask::{Answer, Ask, Kind};
use super::talk::{Sent, Talk};
use super::turn::{Told, Turn};
use crate::desk::Done;
use crate::domain::command::{Command, Envelope};
use crate::domain::refusal::{Field, Refusal};
use crate::entropy::{Entropy, SystemEntropy};
use crate::i18n::plain as say;

/// Key of the answer that says why a second list is asked for.
pub const REASON: &str = "reason";

/// Key of the last word before a form is sent.
const SAVE: &str = "save";

/// What was answered so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The question that comes next.
    at: String,
    given: BTreeMap<String, Answer>,
    /// The form's own id on the record, so that it is saved once only.
    request: String,
}

impl Answers {
    /// What was answered to a question; empty when nothing was.
    pub fn value(&self, key: &str) -> String {
        self.given
            .get(key)
            .map_or(String::new(), |answer| answer.value.clone())
    }

    /// Whether a question was answered, be it with nothing.
    pub fn given(&self, key: &str) -> bool {
        self.given.contains_key(key)
    }

    /// Each of several that were answered to a question.
    pub fn each(&self, key: &str) -> Vec<String> {
        let value = self.value(key);
        value.lines().map(str::to_owned).collect()
    }

    /// Whether a question was answered with yes.
    pub fn yes(&self, key: &str) -> bool {
        self.value(key) == "yes"
    }

    /// Answers a question beforehand.
    pub fn put(&mut self, key: &str, value: &str, said: &str) {
        let answer = Answer {
            value: value.to_owned(),
            said: said.to_owned(),
        };
        self.given.insert(key.to_owned(), answer);
    }

    /// Whether nothing was typed that would be missed: a proposal that was taken is
    /// proposed again.
    fn is_blank(&self, asks: &[Ask]) -> bool {
        let proposed = |kind: &Kind| matches!(kind, Kind::List(_) | Kind::Yes(_));
        let typed = asks.iter().filter(|ask| !proposed(&ask.kind));
        typed
            .filter_map(|ask| self.given.get(ask.key))
            .all(|one| one.value.is_empty())
    }
}

/// What a form asks, and what comes of it.
pub trait Form {
    /// Under which name its draft is kept.
    fn name(&self) -> String;

    /// The questions, as the answers so far ask for them.
    fn asks(&self, talk: &Talk, answers: &Answers) -> Vec<Ask>;

    /// Says what follows from an answer just given.
    ///
    /// # Errors
    ///
    /// When nobody listens any more.
    fn answered(&self, _talk: &mut Talk, _key: &str, _answers: &Answers) -> Told<()> {
        Ok(())
    }

    /// The command that comes of it; none where it was only to be looked at.
    fn command(&self, talk: &Talk, answers: &Answers) -> Option<Command>;
}

impl Talk {
    /// Asks a form's questions and sends what comes of them. Nothing when it was left,
    /// refused for good, or only looked at; what was answered is kept when it was not saved.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn fill(&mut self, form: &dyn Form, begin: Answers) -> Told<Option<Done>> {
        let mut answers = self.take_up(form, begin)?;
        loop {
            match self.all_answered(form, &mut answers) {
                Ok(()) => {}
                Err(Turn::Back | Turn::Leave) => {
                    self.leave(form, &answers)?;
                    return Ok(None);
                }
                Err(turn) => return Err(turn),
            }
            let Some(command) = form.command(self, &answers) else {
                self.keep_draft(&form.name(), None)?;
                return Ok(None);
            };
            let envelope = Envelope {
                request: Some(answers.request.clone()),
                ..Envelope::of(command)
            };
            match self.send(envelope)? {
                Sent::Done(done) => {
                    self.keep_draft(&form.name(), None)?;
                    return Ok(Some(done));
                }
                Sent::Kept => SAVE.clone_into(&mut answers.at),
                Sent::Refused(why) => {
                    let asks = form.asks(self, &answers);
                    let Some(key) = mended_at(&why, &asks, &mut answers) else {
                        self.leave(form, &answers)?;
                        return Ok(None);
                    };
                    match self.mended(form, &key, &mut answers) {
                        Ok(()) => {}
                        Err(Turn::Back) => answers.at = key,
                        Err(Turn::Leave) => {
                            self.leave(form, &answers)?;
                            return Ok(None);
                        }
                        Err(turn) => return Err(turn),
                    }
                }
            }
        }
    }

    /// Asks the one question again that was refused; the others stay as they are.
    fn mended(&mut self, form: &dyn Form, key: &str, answers: &mut Answers) -> Told<()> {
        let asks = form.asks(self, answers);
        if let Some(ask) = asks.iter().find(|ask| ask.key == key) {
            self.one_answered(form, ask, answers)?;
        }
        SAVE.clone_into(&mut answers.at);
        self.keep(form, answers)
    }

    /// The draft of this form where its person wants to go on with it.
    fn take_up(&mut self, form: &dyn Form, mut begin: Answers) -> Told<Answers> {
        let kept = self.draft(&form.name());
        let kept = kept.and_then(|draft| serde_json::from_value::<Answers>(draft).ok());
        let is_blank = |kept: &Answers| kept.is_blank(&form.asks(self, kept));
        if let Some(kept) = kept.filter(|kept| !is_blank(kept)) {
            self.say(self.t(say::DRAFT_FOUND))?;
            self.read_back(form, &kept)?;
            if self.agrees(say::GO_ON_WITH_DRAFT, true)? {
                return Ok(kept);
            }
            self.keep_draft(&form.name(), None)?;
        }
        let mut id = [0; 12];
        // Without chance the form has no id, and could be saved twice after a power cut.
        if SystemEntropy.fill(&mut id).is_ok() {
            begin.request = format!("plain-{}", hex::encode(id));
        }
        Ok(begin)
    }

    fn leave(&mut self, form: &dyn Form, answers: &Answers) -> Told<()> {
        if answers.is_blank(&form.asks(self, answers)) {
            self.keep_draft(&form.name(), None)?;
            return self.say(self.t(say::LEFT));
        }
        self.keep(form, answers)?;
        self.say(self.t(say::LEFT_DRAFT))
    }

    fn keep(&mut self, form: &dyn Form, answers: &Answers) -> Told<()> {
        match serde_json::to_value(answers) {
            Ok(draft) => self.keep_draft(&form.name(), Some(&draft)),
            Err(_) => Ok(()),
        }
    }

    fn all_answered(&mut self, form: &dyn Form, answers: &mut Answers) -> Told<()> {
        loop {
            let asks = form.asks(self, answers);
            let at = place(&asks, answers);
            let turn = match asks.get(at) {
                Some(ask) => self.one_answered(form, ask, answers),
                // What was only to be heard needs no last word.
                None if form.command(self, answers).is_none() => return Ok(()),
                None => match self.settled(form, answers) {
                    Ok(()) => return Ok(()),
                    Err(turn) => Err(turn),
                },
            };
            let asks = form.asks(self, answers);
            let next = match turn {
                Ok(()) => place_of(&asks, &answers.at).map_or(at + 1, |at| at + 1),
                Err(Turn::Back) if at > 0 => at - 1,
                Err(turn) => return Err(turn),
            };
            let next = asks.get(next).map_or(SAVE, |ask| ask.key);
            next.clone_into(&mut answers.at);
            self.keep(form, answers)?;
        }
    }

    fn one_answered(&mut self, form: &dyn Form, ask: &Ask, answers: &mut Answers) -> Told<()> {
        ask.key.clone_into(&mut answers.at);
        let kept = answers.given.get(ask.key).cloned();
        let answer = self.ask(ask, kept.as_ref())?;
        answers.given.insert(ask.key.to_owned(), answer);
        form.answered(self, ask.key, answers)
    }

    /// The last word before it is sent.
    fn settled(&mut self, form: &dyn Form, answers: &Answers) -> Told<()> {
        let ask = Ask {
            key: SAVE,
            label: self.t(say::SAVE).to_owned(),
            help: String::new(),
            must: true,
            kind: Kind::Yes(true),
        };
        self.read_back(form, answers)?;
        let answer = self.ask(&ask, None)?;
        if answer.value == "yes" {
            Ok(())
        } else {
            Err(Turn::Leave)
        }
    }

    /// Reads out what was answered.
    fn read_back(&mut self, form: &dyn Form, answers: &Answers) -> Told<()> {
        for ask in form.asks(self, answers) {
            if let Some(answer) = answers.given.get(ask.key)
                && !answer.said.is_empty()
            {
                self.say(say::answered(self.lang, &ask.label, &answer.said))?;
            }
        }
        Ok(())
    }
}

fn place_of(asks: &[Ask], key: &str) -> Option<usize> {
    asks.iter().position(|ask| ask.key == key)
}

/// The place of the question that comes next; behind the last one when all are answered.
fn place(asks: &[Ask], answers: &Answers) -> usize {
    match answers.at.as_str() {
        SAVE => asks.len(),
        key => place_of(asks, key).unwrap_or(0),
    }
}

/// The question at which a refusal can be mended; none when asking again is no use.
fn mended_at(why: &Refusal, asks: &[Ask], answers: &mut Answers) -> Option<String> {
    if matches!(why, Refusal::SecondNotice { .. }) {
        answers.put("second", "yes", "");
        return Some(REASON.to_owned());
    }
    let last = |fits: fn(&Kind) -> bool| {
        let found = asks.iter().rev().find(|ask| fits(&ask.kind));
        found.map(|ask| ask.key.to_owned())
    };
    if matches!(why, Refusal::ForbiddenPhrase(_)) {
        return last(|kind| matches!(kind, Kind::Text(_)));
    }
    let whom = matches!(
        why,
        Refusal::UnknownStaff(_) | Refusal::LacksRole { .. } | Refusal::StaysAtWindows(_)
    );
    if whom {
        return last(|kind| matches!(kind, Kind::Find(..)));
    }
    let key = why.field().map(Field::as_str)?;
    place_of(asks, key).map(|_| key.to_owned())
}
