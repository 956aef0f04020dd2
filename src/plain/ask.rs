//! One question: what it is called, what may be answered, and what an empty line means.

mod understood;

use serde::{Deserialize, Serialize};

use super::talk::Talk;
use super::turn::{Told, Turn};
use crate::i18n::{Both, plain as say};
use crate::search::{Choice, Shelf};

/// What an answer may be.
#[derive(Clone)]
pub enum Kind {
    /// Words, at most so many characters.
    Text(usize),
    /// One of a short list; its first is what an empty line takes.
    List(Vec<Choice>),
    /// One of many, found by a few letters; whether the first is proposed.
    Find(Shelf, bool),
    /// Several of many, one after another; an empty line ends them.
    Several(Shelf),
    /// Numbers of a list that is read out first.
    Numbers(Vec<Choice>),
    /// Yes or no, and which of them an empty line means.
    Yes(bool),
    /// A time: ahead of now, or before it.
    Time {
        /// Whether it lies ahead.
        ahead: bool,
    },
}

/// A question.
#[derive(Clone)]
pub struct Ask {
    /// Under which its answer is kept; the field's name of a command where it has one.
    pub key: &'static str,
    /// What it is called.
    pub label: String,
    /// What `?` says of it.
    pub help: String,
    /// Whether it must be answered.
    pub must: bool,
    /// What an answer may be.
    pub kind: Kind,
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ask")
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answer {
    /// What the command will be given; of several, one a line.
    pub value: String,
    /// How it is read out.
    pub said: String,
}

impl Answer {
    fn word(value: &str) -> Self {
        Self {
            value: value.to_owned(),
            said: value.to_owned(),
        }
    }

    fn of(choice: &Choice) -> Self {
        Self {
            value: choice.id.clone(),
            said: choice.label.clone(),
        }
    }

    fn of_all(choices: &[&Choice], between: &str) -> Self {
        let ids: Vec<&str> = choices.iter().map(|one| one.id.as_str()).collect();
        let labels: Vec<&str> = choices.iter().map(|one| one.label.as_str()).collect();
        Self {
            value: ids.join("\n"),
            said: labels.join(between),
        }
    }
}

/// An answer, or another way to go on with the question.
enum Reply {
    Taken(Answer),
    Again,
    Words(String),
}

/// Whether a person wants to go back one question. Input methods turn the sign into
/// a title mark.
fn is_back(words: &str) -> bool {
    ["<", "＜", "《", "〈"].contains(&words)
}

fn is_leave(words: &str) -> bool {
    ["<<", "＜＜", "《《"].contains(&words)
}

fn is_help(words: &str) -> bool {
    ["?", "？"].contains(&words)
}

fn is_nothing(words: &str) -> bool {
    ["-", "－"].contains(&words)
}

/// The number that stands in these words, in digits of any width.
pub fn number_in(words: &str) -> Option<usize> {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        c => Some(c),
    };
    let plain: Option<String> = words.chars().map(digit).collect();
    plain?.parse().ok().filter(|n| *n > 0)
}

impl Talk {
    /// Asks until there is an answer. An empty line takes `kept`, else what the
    /// question proposes, else leaves it blank.
    ///
    /// # Errors
    ///
    /// Back, out, or the end of the talk.
    pub fn ask(&mut self, ask: &Ask, kept: Option<&Answer>) -> Told<Answer> {
        self.read_options(ask)?;
        let default = kept
            .filter(|answer| !answer.value.is_empty())
            .cloned()
            .or_else(|| self.proposed(&ask.kind));
        let prompt = say::prompt(
            self.lang,
            &ask.label,
            default.as_ref().map(|one| &*one.said),
        );
        loop {
            let words = match self.reply(ask, &prompt, default.as_ref())? {
                Reply::Taken(answer) => return Ok(answer),
                Reply::Again => continue,
                Reply::Words(words) => words,
            };
            if let Some(answer) = self.understood(ask, &words)? {
                return Ok(answer);
            }
        }
    }

    /// Asks yes or no.
    ///
    /// # Errors
    ///
    /// The end of the talk; going back means no.
    pub fn agrees(&mut self, question: Both, default: bool) -> Told<bool> {
        let ask = Ask {
            key: "",
            label: self.t(question).to_owned(),
            help: String::new(),
            must: true,
            kind: Kind::Yes(default),
        };
        match self.ask(&ask, None) {
            Ok(answer) => Ok(answer.value == "yes"),
            Err(Turn::Back | Turn::Leave) => Ok(false),
            Err(turn) => Err(turn),
        }
    }

    fn reply(&mut self, ask: &Ask, prompt: &str, default: Option<&Answer>) -> Told<Reply> {
        let words = self.hear(prompt)?;
        if is_leave(&words) {
            return Err(Turn::Leave);
        }
        if is_back(&words) {
            return Err(Turn::Back);
        }
        if is_help(&words) {
            self.explain(ask)?;
            return Ok(Reply::Again);
        }
        if words.is_empty()
            && let Some(default) = default
        {
            return Ok(Reply::Taken(default.clone()));
        }
        if words.is_empty() || is_nothing(&words) {
            if !ask.must {
                return Ok(Reply::Taken(Answer::default()));
            }
            self.say(say::must(self.lang, &ask.label))?;
            return Ok(Reply::Again);
        }
        Ok(Reply::Words(words))
    }

    fn proposed(&self, kind: &Kind) -> Option<Answer> {
        match kind {
            Kind::List(choices) => choices.first().map(Answer::of),
            Kind::Find(choices, true) => choices.first().map(|first| Answer::of(first)),
            Kind::Yes(yes) => Some(self.yes(*yes)),
            Kind::Find(_, false)
            | Kind::Text(_)
            | Kind::Several(_)
            | Kind::Numbers(_)
            | Kind::Time { .. } => None,
        }
    }

    fn yes(&self, yes: bool) -> Answer {
        let (value, words) = if yes {
            ("yes", say::YES)
        } else {
            ("no", say::NO)
        };
        Answer {
            value: value.to_owned(),
            said: self.t(words).to_owned(),
        }
    }

    /// Reads out what there is to choose from, where it is short enough for that.
    fn read_options(&mut self, ask: &Ask) -> Told<()> {
        match &ask.kind {
            Kind::List(choices) if choices.len() > 1 => {
                let lines: Vec<String> = numbered(choices);
                self.say(say::listed(self.lang, &ask.label, &lines))
            }
            Kind::Numbers(choices) => {
                for line in numbered(choices) {
                    self.say(line)?;
                }
                Ok(())
            }
            Kind::List(_)
            | Kind::Text(_)
            | Kind::Find(..)
            | Kind::Several(_)
            | Kind::Yes(_)
            | Kind::Time { .. } => Ok(()),
        }
    }

    fn explain(&mut self, ask: &Ask) -> Told<()> {
        if !ask.help.is_empty() {
            self.say(&ask.help)?;
        }
        let how = match &ask.kind {
            Kind::Text(_) => say::HOW_TEXT,
            Kind::List(_) => say::HOW_LIST,
            Kind::Find(..) => say::HOW_FIND,
            Kind::Several(_) => say::HOW_SEVERAL,
            Kind::Numbers(_) => say::HOW_NUMBERS,
            Kind::Yes(_) => say::HOW_YES,
            Kind::Time { .. } => say::HOW_TIME,
        };
        self.say(self.t(how))?;
        self.read_options(ask)?;
        self.say(self.t(say::HOW_ANY))
    }
}

/// `1 来访`, and what stands beside it.
fn numbered(choices: &[Choice]) -> Vec<String> {
    let line = |(choice, nth): (&Choice, usize)| {
        let detail = if choice.label.contains(&choice.detail) {
            ""
        } else {
            choice.detail.as_str()
        };
        format!("{nth} {} {detail}", choice.label)
            .trim_end()
            .to_owned()
    };
    choices.iter().zip(1..).map(line).collect()
}
