//! How one inquiry goes on, act by act, until it closes or the present cuts it off.

use std::collections::{BTreeSet, VecDeque};

use super::acts::{
    accept, answer, bring, close, convene, decline, deliver, give_back, guide, hand_off, rule,
    settle, sign,
};
use super::cast::{Cast, Plot, Topic};
use super::chance::Chance;
use super::hall::{Hall, Minute};
use super::visitors::Visitors;
use crate::domain::catalog::{Catalog, Checklist, CircumstanceId, MatterId};
use crate::domain::command::{Command, Invalid, Notify, Register, Route, Told, Urgency};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::rulebook::Rulebook;

/// Who acts next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum By {
    /// Whoever keeps the first responder's part.
    Keeper,
    /// Whoever holds the inquiry.
    Holder,
    /// Someone by number.
    Person(StaffNo),
}

/// What someone does to an inquiry once its number is known.
pub(super) type Act = Box<dyn FnOnce(Number) -> Command>;

/// One act of a story.
pub(super) struct Step {
    /// How many open minutes after the act before.
    pub after: u32,
    /// Who acts.
    pub by: By,
    /// What is done.
    pub act: Act,
}

/// One inquiry, from its registration on.
pub(super) struct Story {
    /// When it is entered.
    pub start: Minute,
    /// The first responder.
    pub first: StaffNo,
    /// How it is entered.
    pub register: Register,
    /// What follows.
    pub steps: VecDeque<Step>,
}

impl Story {
    /// Adds an act.
    pub fn then(&mut self, after: u32, by: By, act: impl FnOnce(Number) -> Command + 'static) {
        self.steps.push_back(Step {
            after,
            by,
            act: Box::new(act),
        });
    }
}

/// Whoever makes the stories up.
pub(super) struct Teller<'a> {
    pub cast: &'a Cast,
    pub rules: &'a Rulebook,
    pub catalog: &'a Catalog,
    pub hall: &'a Hall,
    pub chance: Chance,
    pub visitors: Visitors,
}

impl Teller<'_> {
    /// An inquiry about a topic, entered by `first` at `start`, with nothing done to it yet.
    pub fn entered(&mut self, topic: &Topic, first: StaffNo, start: Minute) -> Story {
        let chance = &mut self.chance;
        let visitor = self.visitors.next(self.cast.from_firms, chance);
        let urgency = match chance.below(100) {
            0..=5 => Some(Urgency::Urgent),
            6 => Some(Urgency::Emergency),
            _ => None,
        };
        let register = Register {
            channel: self.channel(),
            visitor,
            matter: topic.matter.clone(),
            words: self.chance.text(&topic.doubts),
            urgency,
            green: self.chance.happens(5),
            ..Register::default()
        };
        Story {
            start,
            first,
            register,
            steps: VecDeque::new(),
        }
    }

    /// The first channel of the rulebook most often, each further one less often.
    fn channel(&mut self) -> String {
        let of = |place: usize| 60_u32 >> (2 * place.min(5));
        let places: Vec<usize> = (0..self.rules.channels.len()).collect();
        let drawn = self.chance.weigh(&places, |place| of(*place).max(1));
        let choice = drawn.and_then(|place| self.rules.channels.get(*place));
        choice.map(|choice| choice.id.clone()).unwrap_or_default()
    }

    /// An inquiry with everything that comes of it; `plain` is answered at once.
    pub fn story(&mut self, start: Minute, plain: impl Fn(&StaffNo) -> bool) -> Option<Story> {
        let cast = self.cast;
        let mut plot = cast.plot(&mut self.chance);
        let listed = matches!(plot, Plot::Notice | Plot::Accepted);
        let topic = cast.topic(listed, &mut self.chance)?;
        let first = cast.clerk(&topic.department, &mut self.chance);
        if plain(&first) && plot != Plot::Outside {
            plot = Plot::AnswerNow;
        }
        let mut story = self.entered(topic, first, start);
        self.enter_late(&mut story);
        match plot {
            Plot::AnswerNow => self.answer_now(&mut story, topic),
            Plot::Later => self.later(&mut story, topic),
            Plot::HandOff => self.hand_off(&mut story, topic),
            Plot::Returned => self.returned(&mut story, topic),
            Plot::Several => self.several(&mut story, topic),
            Plot::Unclear => self.unclear(&mut story, topic),
            Plot::Outside => self.outside(&mut story),
            Plot::Notice => self.notice(&mut story, topic),
            Plot::Accepted => self.accepted(&mut story),
        }
        Some(story)
    }

    /// Some are entered from paper later than they were received.
    fn enter_late(&mut self, story: &mut Story) {
        if self.chance.happens(2) {
            let minutes = self.chance.between(12, 90);
            self.back_entry(story, minutes);
        }
    }

    /// Enters it `minutes` after its receipt, with a reason.
    pub fn back_entry(&mut self, story: &mut Story, minutes: u32) {
        story.register.received_at = self.instant(story.start.saturating_sub(minutes));
        let reasons = &self.visitors.names().late_reasons;
        story.register.late_reason = self.chance.text(reasons);
    }

    /// RFC 3339 text of an open minute.
    pub fn instant(&self, minute: Minute) -> String {
        self.hall.text(self.hall.moment(minute))
    }

    /// What is passed on at a shift change: things beside inquiries, and words about items.
    pub fn passed_on(&mut self) -> (Vec<String>, Vec<String>) {
        let names = self.visitors.names();
        let keys = self.chance.text(&names.handover_notes);
        (vec![keys], names.item_notes.clone())
    }

    fn answer_now(&mut self, story: &mut Story, topic: &Topic) {
        let text = self.chance.text(&topic.answers);
        if self.chance.happens(60) {
            story.register.route = Some(Route::AnswerNow { text });
        } else {
            let wait = self.chance.between(2, 12);
            story.then(wait, By::Holder, answer(text));
            story.then(1, By::Keeper, close);
        }
    }

    fn later(&mut self, story: &mut Story, topic: &Topic) {
        let promised = self.chance.between(60, 900);
        story.register.route = Some(Route::MineLater {
            promised: self.instant(story.start + promised),
        });
        let early = self.chance.below(promised / 2);
        let wait = match self.chance.below(100) {
            0..=4 => promised + 1_300,
            _ => promised - early,
        };
        self.answered(story, topic, wait);
    }

    /// Answered after `wait` minutes, and closed by whoever keeps it.
    pub fn answered(&mut self, story: &mut Story, topic: &Topic, wait: u32) {
        story.then(wait, By::Holder, answer(self.chance.text(&topic.answers)));
        let wait = self.chance.between(1, 90);
        story.then(wait, By::Keeper, close);
    }

    fn hand_off(&mut self, story: &mut Story, topic: &Topic) {
        if self.sent(story, &topic.department) {
            let wait = self.until_signed();
            story.then(wait, By::Holder, sign);
        }
        let wait = self.until_answered();
        self.answered(story, topic, wait);
    }

    /// Hands off to someone of a department, if anyone is there.
    fn sent(&mut self, story: &mut Story, department: &str) -> bool {
        let chance = &mut self.chance;
        let Some(to) = self.cast.handler(department, &story.first, chance) else {
            return false;
        };
        let (department, staff) = (to.department.clone(), to.number.clone());
        let accompanied = chance.happens(15);
        if story.steps.is_empty() && chance.happens(50) {
            story.register.route = Some(Route::HandOff {
                department,
                staff,
                accompanied,
            });
        } else {
            let wait = chance.between(1, 25);
            story.then(wait, By::Holder, hand_off(department, staff, accompanied));
        }
        true
    }

    fn until_signed(&mut self) -> u32 {
        match self.chance.below(100) {
            0..=4 => self.chance.between(480, 900),
            5..=25 => self.chance.between(90, 300),
            _ => self.chance.between(3, 90),
        }
    }

    fn until_answered(&mut self) -> u32 {
        match self.chance.below(100) {
            0..=5 => self.chance.between(1_450, 2_000),
            6..=35 => self.chance.between(300, 1_000),
            _ => self.chance.between(20, 300),
        }
    }

    fn returned(&mut self, story: &mut Story, topic: &Topic) {
        let chance = &mut self.chance;
        if let Some(wrong) = self.cast.elsewhere(&topic.department, chance)
            && wrong.number != story.first
        {
            let (department, staff) = (wrong.department.clone(), wrong.number.clone());
            let opinion = chance.text(&self.cast.words.returns);
            let should_go_to = topic.department.clone();
            let wait = chance.between(2, 20);
            story.then(wait, By::Holder, hand_off(department, staff, false));
            let wait = chance.between(10, 200);
            story.then(wait, By::Holder, sign);
            let wait = chance.between(20, 300);
            story.then(wait, By::Holder, give_back(opinion, should_go_to));
        }
        self.hand_off(story, topic);
    }

    fn several(&mut self, story: &mut Story, topic: &Topic) {
        let departments = self.departments(topic);
        story.register.route = Some(Route::Several { departments });
        let words = &self.cast.words;
        let called = self.chance.text(&words.convened);
        let opinion = self.chance.text(&words.opinions);
        let wait = self.chance.between(30, 500);
        story.then(wait, By::Holder, convene(called));
        let wait = self.chance.between(60, 900);
        story.then(wait, By::Holder, settle(opinion));
        let wait = self.chance.between(30, 500);
        self.answered(story, topic, wait);
    }

    /// A topic's department and another one.
    pub fn departments(&mut self, topic: &Topic) -> Vec<String> {
        let other = self.cast.elsewhere(&topic.department, &mut self.chance);
        let other = other.map(|person| person.department.clone());
        std::iter::once(topic.department.clone())
            .chain(other)
            .collect()
    }

    fn unclear(&mut self, story: &mut Story, topic: &Topic) {
        let words = &self.cast.words;
        let superior = self.cast.superior(&mut self.chance);
        story.register.route = Some(Route::Unclear {
            superior: superior.clone(),
            question: self.chance.text(&words.questions),
        });
        let ruling = self.chance.text(&words.rulings);
        let wait = self.chance.between(30, 1_200);
        story.then(wait, By::Person(superior), rule(ruling));
        let wait = self.chance.between(20, 500);
        self.answered(story, topic, wait);
    }

    fn outside(&mut self, story: &mut Story) {
        let Some(outside) = self.cast.outside(&mut self.chance) else {
            return;
        };
        story.register.matter = String::new();
        story.register.words.clone_from(&outside.doubt);
        let advice = outside.advice.clone();
        if self.chance.happens(70) {
            story.register.route = Some(Route::Outside { advice });
        } else {
            story.then(3, By::Holder, guide(advice));
        }
    }

    fn notice(&mut self, story: &mut Story, topic: &Topic) {
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
        story.then(wait, By::Holder, move |inquiry| {
            Command::Notify(Notify {
                inquiry,
                circumstances,
                brought,
                invalid,
                told,
                ..Notify::default()
            })
        });
        missing
    }

    fn accepted(&mut self, story: &mut Story) {
        let wait = self.chance.between(2, 15);
        story.then(wait, By::Holder, accept);
        let words = &self.cast.words;
        if self.chance.happens(6) {
            let reason = self.chance.text(&words.declined);
            let superior = self.cast.superior(&mut self.chance);
            let wait = self.chance.between(60, 900);
            story.then(wait, By::Holder, decline(reason, superior));
        } else {
            let text = self.chance.text(&words.delivered);
            let wait = match self.chance.below(100) {
                0..=2 => self.chance.between(2_300, 4_500),
                3..=30 => self.chance.between(400, 1_900),
                _ => self.chance.between(5, 300),
            };
            story.then(wait, By::Keeper, deliver(text));
        }
        let wait = self.chance.between(1, 60);
        story.then(wait, By::Keeper, close);
    }
}
