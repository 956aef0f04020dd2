//! One of many that can be chosen, made ready to be found.

use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::LazyLock;

use ib_pinyin::pinyin::{PinyinData, PinyinNotation};
use pinyin::ToPinyin;

use super::folded;

/// One of many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What the command will be given.
    pub id: String,
    /// What is shown, and stands in the field once taken.
    pub label: String,
    /// What is shown beside it.
    pub detail: String,
    /// What else finds it, beside its label: the name in the other language, a number.
    pub also: Vec<String>,
}

/// A choice with everything that a search asks of it worked out beforehand, so that
/// a key costs a comparison and no more.
#[derive(Debug, Clone)]
pub struct Entry {
    choice: Choice,
    pub(super) texts: Vec<Rc<Text>>,
    pub(super) spelled: Spelled,
}

/// A text that is searched.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// As queries are compared with it.
    pub words: String,
    /// The same without the marks between its letters, where it has any.
    pub bare: Option<String>,
    /// Every letter that some way of reading it has.
    pub letters: u64,
}

/// A label written in pinyin by its commonest reading, for queries with a slip in them.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelled {
    pub letters: String,
    /// Where its syllables begin.
    pub starts: Vec<u16>,
    /// Which letters it has.
    pub has: u64,
}

impl Entry {
    /// Makes a choice ready.
    pub fn new(choice: Choice) -> Self {
        Self::sharing(choice, &mut Texts::default())
    }

    /// Makes a choice ready that shares what else finds it with others: a department,
    /// a scope. What was read for one of them is not read again for the next.
    pub fn sharing(choice: Choice, known: &mut Texts) -> Self {
        let own = std::iter::once(Rc::new(Text::of(&choice.label)));
        let shared = choice.also.iter().map(|text| known.of(text));
        Self {
            texts: own.chain(shared).collect(),
            spelled: Spelled::of(&choice.label),
            choice,
        }
    }

    /// The same choice under another label, still found as before.
    #[must_use]
    pub fn relabelled(&self, label: String) -> Self {
        let mut also = self.choice.also.clone();
        also.push(self.choice.label.clone());
        Self::new(Choice {
            label,
            also,
            ..self.choice.clone()
        })
    }

    /// The same choice with another way to find it.
    #[must_use]
    pub fn known_as(&self, name: String) -> Self {
        let mut choice = self.choice.clone();
        choice.also.push(name);
        Self::new(choice)
    }
}

impl Deref for Entry {
    type Target = Choice;

    fn deref(&self) -> &Choice {
        &self.choice
    }
}

/// Texts that many choices have in common.
#[derive(Debug, Default)]
pub struct Texts(HashMap<String, Rc<Text>>);

impl Texts {
    fn of(&mut self, text: &str) -> Rc<Text> {
        if let Some(known) = self.0.get(text) {
            return Rc::clone(known);
        }
        let ready = Rc::new(Text::of(text));
        self.0.insert(text.to_owned(), Rc::clone(&ready));
        ready
    }
}

impl Text {
    fn of(text: &str) -> Self {
        let words = folded(text).into_owned();
        let letter = |c: char| c.is_alphanumeric();
        let bare: String = words.chars().filter(|c| letter(*c)).collect();
        Self {
            letters: words.chars().fold(0, |all, c| all | letters_of(c)),
            bare: (bare.len() < words.len()).then_some(bare),
            words,
        }
    }
}

impl Spelled {
    fn of(label: &str) -> Self {
        let mut spelled = Self::default();
        let mut inside = false;
        for c in label.chars() {
            let begins = u16::try_from(spelled.letters.len()).unwrap_or(u16::MAX);
            if let Some(reading) = c.to_pinyin() {
                spelled.starts.push(begins);
                spelled.letters.push_str(&reading.plain().replace('ü', "v"));
                inside = false;
            } else if c.is_ascii_alphabetic() {
                if !inside {
                    spelled.starts.push(begins);
                }
                spelled.letters.push(c.to_ascii_lowercase());
                inside = true;
            } else {
                inside = false;
            }
        }
        spelled.has = needed(&spelled.letters);
        spelled
    }
}

static READINGS: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii));

/// The letters that a character can be typed with, one bit each.
fn letters_of(c: char) -> u64 {
    let mut letters = bit(c);
    if !c.is_ascii() {
        READINGS.get_pinyins_and_for_each(c, |reading| {
            let spelled = reading.notation(PinyinNotation::Ascii).unwrap_or_default();
            letters |= needed(spelled);
        });
    }
    letters
}

/// The letters without which a text cannot have this in it.
pub(super) fn needed(query: &str) -> u64 {
    query.chars().fold(0, |all, c| all | bit(c))
}

/// Letters and digits have a bit each, all other characters share the rest.
fn bit(c: char) -> u64 {
    let place = match c {
        'a'..='z' => u32::from(c) - u32::from('a'),
        '0'..='9' => 26 + u32::from(c) - u32::from('0'),
        c if c.is_ascii() => return 0,
        c => 36 + u32::from(c) % 28,
    };
    1 << place
}
