//! Stories about documents: what is missing is told, what is complete is accepted.

use std::collections::BTreeSet;

use super::acts::{Missing, accept, bring, decline, deliver, notify, receive, tell_and_close};
use super::cast::Topic;
use super::story::{By, Story, Teller};
use crate::domain::catalog::{Checklist, CircumstanceId, MatterId};
use crate::domain::command::{Invalid, Told, Way};

impl Teller<'_> {
    /// Something is missing: told once, brought on another day.
    pub fn notice(&mut self, story: &mut Story, topic: &Topic) {
        let wait = self.chance.between(2, 15);
        let missing = self.told(story, wait);
        let keeps = self.chance.happens(4) && story.first.as_str() > "1002";
        if !keeps {
            let wait = self.chance.between(200, 2_200);
            story.then(wait, By::Keeper, bring(missing));
            let wait = self.chance.between(5, 200);
            self.answered(story, topic, wait);
        }
    }

    /// Tells what is missing, and gives the numbers of what would complete it.
    pub fn told(&mut self, story: &mut Story, wait: u32) -> Vec<u32> {
        let id = MatterId(story.register.matter.clone());
        let Some(matter) = self.catalog.matter(&id) else {
            return Vec::new();
        };
        let chance = &mut self.chance;
        let mut named: BTreeSet<CircumstanceId> = BTreeSet::new();
        if chance.happens(45)
            && let Some(one) = chance.pick(&matter.circumstances())
        {
            named.insert((*one).clone());
        }
        let list = Checklist::new(matter, &named);
        let wanted = list.missing(&list.brought(&[]).unwrap_or_default());
        // The last thing wanted is never there, so that there is something to tell.
        let here = wanted.split_last().map_or(&[][..], |(_, rest)| rest);
        let first_of = |number: Option<u32>| number.into_iter();
        let mut brought = Vec::new();
        let mut missing = Vec::new();
        let mut invalid = Vec::new();
        for want in &wanted {
            let number = want.alternatives.first().map(|item| item.number);
            if !here.contains(want) || chance.happens(40) {
                missing.extend(first_of(number));
            } else {
                brought.extend(first_of(number));
            }
        }
        if chance.happens(20)
            && let Some(&document) = missing.first()
        {
            invalid.push(Invalid {
                document,
                why: "复印件不清晰".to_owned(),
            });
        }
        let told = match chance.below(10) {
            0..=6 => Told::Printed,
            7 | 8 => Told::Read,
            _ => Told::Shown,
        };
        let circumstances = named.into_iter().map(|id| id.0).collect();
        let told = Missing {
            circumstances,
            brought,
            invalid,
            told,
        };
        story.then(wait, By::Holder, notify(told));
        missing
    }

    /// Taken in, accepted, decided, and the result put into the visitor's hands.
    pub fn accepted(&mut self, story: &mut Story) {
        let wait = self.chance.between(2, 15);
        if self.takes_in() && self.chance.happens(40) {
            let papers = self.visitors.names().taken_in.clone();
            story.then(wait, By::Keeper, receive(papers));
        }
        let wait = self.chance.between(2, 15);
        story.then(wait, By::Holder, accept());
        let words = &self.cast.words;
        if self.chance.happens(6) {
            let reason = self.chance.text(&words.declined);
            let superior = self.cast.superior(&mut self.chance);
            let wait = self.chance.between(60, 900);
            story.then(wait, By::Holder, decline(reason, superior));
        } else {
            let text = self.chance.text(&words.delivered);
            let wait = match self.chance.below(100) {
                0..=2 => {
                    story.late = true;
                    self.chance.between(2_300, 4_500)
                }
                3..=30 => self.chance.between(400, 1_900),
                _ => self.chance.between(5, 300),
            };
            story.then(wait, By::Keeper, deliver(text));
        }
        let wait = self.chance.between(1, 60);
        story.then(wait, By::Keeper, tell_and_close(Way::Phone));
    }
}
