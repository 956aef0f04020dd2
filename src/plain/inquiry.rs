//! One inquiry: how it stands, what can be done with it, what happened.

use super::acts::{ACTS, Act, Acting};
use super::ask::{Ask, Kind};
use super::form::Answers;
use super::talk::Talk;
use super::turn::{Told, Turn};
use crate::domain::ids::Number;
use crate::domain::inquiry::Inquiry;
use crate::domain::mask::{mask_name, mask_phone};
use crate::i18n::{plain as say, queue, timeline, words as names};
use crate::search::Choice;
use crate::store::Fact;

const STORY: &str = "story";
const NOTICE: &str = "notice";
const PHONE: &str = "phone";

impl Talk {
    /// Says how an inquiry stands, and does with it what is chosen.
    ///
    /// # Errors
    ///
    /// Out of the list it was chosen from, or the end of the talk.
    pub fn inquiry_menu(&mut self, number: &Number) -> Told<()> {
        loop {
            self.catch_up()?;
            let Some((state, _)) = self.inquiry(number) else {
                return Ok(());
            };
            self.tell_standing(&state)?;
            self.tell_clocks(number)?;
            let (ask, acts) = self.acts_now(&state);
            let chosen = match self.ask(&ask, None) {
                Ok(answer) => answer.value,
                Err(Turn::Back) => return Ok(()),
                Err(turn) => return Err(turn),
            };
            match chosen.as_str() {
                "back" => return Ok(()),
                STORY => self.tell_story(number)?,
                NOTICE => self.notice(Some(&state))?,
                PHONE => self.tell_visitor(&state)?,
                id => {
                    if let Some(act) = acts.into_iter().find(|act| act.id == id) {
                        let form = Acting::new(self, act, &state);
                        self.fill(&form, Answers::default())?;
                    }
                }
            }
        }
    }

    fn acts_now(&self, state: &Inquiry) -> (Ask, Vec<&'static Act>) {
        let acts: Vec<&Act> = ACTS.iter().filter(|act| (act.at)(state)).collect();
        let choice = |id: &str, label: &str| Choice {
            id: id.to_owned(),
            label: label.to_owned(),
            ..Choice::default()
        };
        let mut choices = vec![choice("back", self.t(say::BACK))];
        choices.extend(acts.iter().map(|act| choice(act.id, self.t(act.name))));
        if !state.is_closed() {
            choices.push(choice(NOTICE, self.t(say::TELL_DOCUMENTS)));
        }
        choices.push(choice(STORY, self.t(say::STORY)));
        choices.push(choice(PHONE, self.t(say::WHO_CAME)));
        let ask = Ask {
            key: "act",
            label: self.t(say::WHAT_NOW).to_owned(),
            help: String::new(),
            must: true,
            kind: Kind::List(choices),
        };
        (ask, acts)
    }

    fn tell_standing(&mut self, state: &Inquiry) -> Told<()> {
        let lang = self.lang;
        let visitor = state.visitor.get();
        let who = visitor.map_or(String::new(), |one| {
            format!("{} {}", mask_name(&one.name), mask_phone(&one.phone))
        });
        let matter = state.matter.as_ref();
        let matter = matter.map_or("", |one| lang.pick(&one.name, &one.name_en));
        let leg = state.current_leg();
        let holder = say::with(lang, &leg.department, &self.name(&leg.holder));
        let parts = [
            state.number.to_string(),
            names::stage(lang, state.stage).to_owned(),
            who.trim().to_owned(),
            matter.to_owned(),
            state.words.text().to_owned(),
            holder,
        ];
        let parts: Vec<String> = parts.into_iter().filter(|one| !one.is_empty()).collect();
        self.say(parts.join(lang.pick("，", ", ")))?;
        if let Some(one) = &state.appointment {
            let at = self.desk.office().local(one.at).format("%Y-%m-%d %H:%M");
            let told = timeline::appointment(at.to_string(), one.place.text());
            self.say(format!("{} {told}", self.t(queue::APPOINTMENT)))?;
        }
        if let Some(earlier) = &state.follows {
            self.say(say::goes_on_with(lang, earlier.as_str()))?;
        }
        for later in &state.continued_in {
            self.say(say::went_on_in(lang, later.as_str()))?;
        }
        Ok(())
    }

    /// Name and telephone uncovered, for whoever has to call back.
    fn tell_visitor(&mut self, state: &Inquiry) -> Told<()> {
        let said = state.visitor.get().map(|one| {
            let parts = [&one.name, &one.phone, &one.unit, &one.address];
            let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
            let filled: Vec<&str> = parts.into_iter().filter(|one| !one.is_empty()).collect();
            filled.join(self.lang.pick("，", ", "))
        });
        match said.filter(|said| !said.is_empty()) {
            Some(said) => self.say(said),
            None => self.say(self.t(say::NOBODY_KNOWN)),
        }
    }

    fn tell_story(&mut self, number: &Number) -> Told<()> {
        let Some((_, events)) = self.inquiry(number) else {
            return Ok(());
        };
        for event in &events {
            let Fact::Inquiry(fact) = &event.fact else {
                continue;
            };
            if let Some(line) = timeline::told(self.lang, &event.header, fact, &self.names) {
                let at = self.desk.office().local(event.at).format("%m-%d %H:%M");
                self.say(format!("{at} {line}"))?;
            }
        }
        Ok(())
    }
}
