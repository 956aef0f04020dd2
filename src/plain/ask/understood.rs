//! What was said, taken as the answer that the question asks for.

use super::{Answer, Ask, Kind, is_back, is_help, is_leave, number_in, numbered};
use crate::i18n::{plain as say, when};
use crate::plain::talk::Talk;
use crate::plain::turn::{Told, Turn};
use crate::search::{Choice, Shelf};

/// Hits of a search that are read out at once; more than a listener keeps in mind.
const HITS: usize = 7;

impl Talk {
    /// The answer that these words are, or nothing once it is said why they are none.
    pub(super) fn understood(&mut self, ask: &Ask, words: &str) -> Told<Option<Answer>> {
        match &ask.kind {
            Kind::Text(limit) => {
                let length = words.chars().count();
                if length > *limit {
                    self.say(say::too_long(self.lang, length, *limit))?;
                    return Ok(None);
                }
                Ok(Some(Answer::word(words)))
            }
            Kind::List(choices) => self.one_of(choices, words),
            Kind::Find(choices, _) => self.found(choices, words),
            Kind::Several(choices) => self.several(choices, words).map(Some),
            Kind::Numbers(choices) => self.numbers(choices, words),
            Kind::Yes(_) => self.yes_or_no(words),
            Kind::Time { ahead } => self.time(words, *ahead),
        }
    }

    fn one_of(&mut self, choices: &[Choice], words: &str) -> Told<Option<Answer>> {
        if let Some(number) = number_in(words) {
            if let Some(choice) = choices.get(number - 1) {
                return Ok(Some(Answer::of(choice)));
            }
            self.say(say::no_such_number(self.lang, number, choices.len()))?;
            return Ok(None);
        }
        self.found(&choices.to_vec().into(), words)
    }

    /// Looks for words among many: one hit is taken and said, several are read out.
    fn found(&mut self, choices: &Shelf, words: &str) -> Told<Option<Answer>> {
        let mut words = words.to_owned();
        loop {
            let found = choices.find(&words);
            let hits = (0..found.len()).filter_map(|rank| choices.get(found.get(rank)?));
            let hits: Vec<&Choice> = hits.map(|entry| &***entry).collect();
            match hits.as_slice() {
                [] => {
                    self.say(say::nothing_fits(self.lang, &words))?;
                    return Ok(None);
                }
                [only] => {
                    self.say(say::taken(self.lang, &only.label))?;
                    return Ok(Some(Answer::of(only)));
                }
                [first, ..] => {
                    let read: Vec<Choice> =
                        hits.iter().take(HITS).map(|one| (*one).clone()).collect();
                    for line in numbered(&read) {
                        self.say(line)?;
                    }
                    let more = hits.len() - read.len();
                    let prompt = say::which(self.lang, more);
                    let heard = self.hear(&prompt)?;
                    if heard.is_empty() {
                        return Ok(Some(Answer::of(first)));
                    }
                    if is_leave(&heard) {
                        return Err(Turn::Leave);
                    }
                    if is_back(&heard) {
                        return Ok(None);
                    }
                    if is_help(&heard) {
                        self.say(self.t(say::HOW_WHICH))?;
                        continue;
                    }
                    if let Some(choice) = number_in(&heard).and_then(|n| read.get(n - 1)) {
                        self.say(say::taken(self.lang, &choice.label))?;
                        return Ok(Some(Answer::of(choice)));
                    }
                    words = heard;
                }
            }
        }
    }

    fn several(&mut self, choices: &Shelf, words: &str) -> Told<Answer> {
        let mut chosen: Vec<&Choice> = Vec::new();
        let mut heard = words.to_owned();
        let between = self.lang.pick("、", ", ");
        loop {
            let answer = if heard.is_empty() {
                return Ok(Answer::of_all(&chosen, between));
            } else if is_leave(&heard) {
                return Err(Turn::Leave);
            } else if is_back(&heard) {
                if chosen.pop().is_none() {
                    return Err(Turn::Back);
                }
                None
            } else if is_help(&heard) {
                self.say(self.t(say::HOW_SEVERAL))?;
                None
            } else {
                self.found(choices, &heard)?
            };
            if let Some(answer) = answer
                && let Some(choice) = choices.iter().find(|one| one.id == answer.value)
                && !chosen.iter().any(|one| one.id == choice.id)
            {
                chosen.push(choice);
            }
            let so_far = Answer::of_all(&chosen, between).said;
            heard = self.hear(&say::one_more(self.lang, &so_far))?;
        }
    }

    fn numbers(&mut self, choices: &[Choice], words: &str) -> Told<Option<Answer>> {
        let mut chosen: Vec<&Choice> = Vec::new();
        let parts = words.split(|c: char| c.is_whitespace() || ",，、;；".contains(c));
        for part in parts.filter(|part| !part.is_empty()) {
            let choice = number_in(part).and_then(|n| choices.get(n - 1));
            let Some(choice) = choice else {
                self.say(say::no_number(self.lang, part, choices.len()))?;
                return Ok(None);
            };
            if !chosen.iter().any(|one| one.id == choice.id) {
                chosen.push(choice);
            }
        }
        let between = self.lang.pick("、", ", ");
        Ok(Some(Answer::of_all(&chosen, between)))
    }

    fn yes_or_no(&mut self, words: &str) -> Told<Option<Answer>> {
        if let Some(yes) = say::yes_or_no(words) {
            return Ok(Some(self.yes(yes)));
        }
        self.say(self.t(say::HOW_YES))?;
        Ok(None)
    }

    fn time(&mut self, words: &str, ahead: bool) -> Told<Option<Answer>> {
        let office = self.desk.office();
        let now = self.desk.now();
        let Some(local) = when::read(words, office.local(now)) else {
            self.say(self.t(say::HOW_TIME))?;
            return Ok(None);
        };
        let at = office.moment(local);
        let value = at.rfc3339(office.offset);
        let wrong = match (ahead, at < now, at > now) {
            (true, true, _) => Some(say::TIME_PAST),
            (false, _, true) => Some(say::TIME_AHEAD),
            (true, false, _) | (false, _, false) => None,
        };
        if let Some(wrong) = wrong {
            self.say(self.t(wrong))?;
            return Ok(None);
        }
        let said = local.format("%Y-%m-%d %H:%M").to_string();
        self.say(say::taken(self.lang, &said))?;
        Ok(Some(Answer { value, said }))
    }
}
