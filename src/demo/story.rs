//! How one inquiry goes on, act by act, until it closes or the present cuts it off.

use std::collections::VecDeque;

use super::acts::{
    Deed, answer, convene, give_back, guide, hand_off, rule, settle, sign, tell_and_close,
};
use super::cast::{Cast, Plot, Topic};
use super::chance::Chance;
use super::hall::{Hall, Minute};
use super::visitors::Visitors;
use crate::domain::catalog::Catalog;
use crate::domain::command::{Register, Route, Urgency, Visitor, Way};
use crate::domain::ids::StaffNo;
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

/// One act of a story.
pub(super) struct Step {
    /// How many open minutes after the act before.
    pub after: u32,
    /// Who acts.
    pub by: By,
    /// What is done.
    pub deed: Deed,
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
    /// Whether something in it comes too late.
    pub late: bool,
}

impl Story {
    /// Adds an act.
    pub fn then(&mut self, after: u32, by: By, deed: Deed) {
        self.steps.push_back(Step { after, by, deed });
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
        let kind = self.kind(topic);
        let comes = self.rules.kind(&kind).is_none_or(|kind| kind.visitor);
        let chance = &mut self.chance;
        let visitor = if comes {
            self.visitors.next(self.cast.from_firms, chance)
        } else {
            Visitor::default()
        };
        let urgency = match chance.below(100) {
            0..=5 => Some(Urgency::Urgent),
            6 => Some(Urgency::Emergency),
            _ => None,
        };
        let urgency = if self.counts_minutes(&kind) {
            Some(Urgency::Emergency)
        } else {
            urgency
        };
        let register = Register {
            channel: self.channel(topic),
            kind,
            visitor,
            matter: topic.matter.clone(),
            words: self.chance.text(&topic.doubts),
            urgency,
            green: self.chance.happens(5) && comes,
            ..Register::default()
        };
        Story {
            start,
            first,
            register,
            steps: VecDeque::new(),
            late: false,
        }
    }

    /// One of the topic's own channels, else the first of the rulebook most often
    /// and each further one less often.
    fn channel(&mut self, topic: &Topic) -> String {
        let own = |id: &&String| self.rules.channel(id).is_some();
        let own: Vec<&String> = topic.channels.iter().filter(own).collect();
        if let Some(id) = self.chance.pick(&own) {
            return (*id).clone();
        }
        let of = |place: usize| 60_u32 >> (2 * place.min(5));
        let places: Vec<usize> = (0..self.rules.channels.len()).collect();
        let drawn = self.chance.weigh(&places, |place| of(*place).max(1));
        let choice = drawn.and_then(|place| self.rules.channels.get(*place));
        choice.map(|choice| choice.id.clone()).unwrap_or_default()
    }

    /// An inquiry with everything that comes of it; `plain` is answered at once.
    pub fn story(&mut self, start: Minute, plain: impl Fn(&StaffNo) -> bool) -> Option<Story> {
        let cast = self.cast;
        let drawn = cast.plot(&mut self.chance);
        let listed = matches!(drawn, Plot::Notice | Plot::Accepted);
        let of_the_catalogue = |topic: &Topic| !topic.matter.is_empty();
        let topic = match cast.topic(of_the_catalogue, &mut self.chance) {
            Some(topic) if listed => topic,
            Some(_) | None => cast.topic(|_| true, &mut self.chance)?,
        };
        let first = cast.clerk(topic, &mut self.chance);
        let mut story = self.entered(topic, first, start);
        let mut plot = self.fitting(drawn, &story.register);
        if plain(&story.first) && plot != Plot::Outside {
            if self.is_plain(&story.register.kind) {
                plot = Plot::AnswerNow;
            } else {
                story.first = cast.colleague(&story.first);
            }
        }
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
            Plot::Task => self.task(&mut story, topic),
            Plot::Case => self.case(&mut story),
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
        let at_once = self.chance.happens(60);
        if at_once && self.ends_at_once(&story.register.kind) {
            story.register.route = Some(Route::AnswerNow { text });
        } else {
            let wait = self.chance.between(2, 12);
            story.then(wait, By::Holder, answer(text));
            let how = match story.register.channel.as_str() {
                "" | "visit" => Way::InPerson,
                "letter" => Way::Letter,
                _ => Way::Phone,
            };
            story.then(1, By::Keeper, tell_and_close(how));
        }
    }

    fn later(&mut self, story: &mut Story, topic: &Topic) {
        let promised = self.chance.between(60, 900);
        story.register.route = Some(Route::MineLater {
            promised: self.instant(story.start + promised),
        });
        let early = self.chance.below(promised / 2);
        let wait = match self.chance.below(100) {
            0..=4 => {
                story.late = true;
                promised + 1_300
            }
            _ => promised - early,
        };
        self.on_the_way(story, topic);
        self.answered(story, topic, wait);
    }

    /// Answered after `wait` minutes, and closed by whoever keeps it.
    pub fn answered(&mut self, story: &mut Story, topic: &Topic, wait: u32) {
        story.then(wait, By::Holder, answer(self.chance.text(&topic.answers)));
        let wait = self.chance.between(1, 90);
        story.then(wait, By::Keeper, tell_and_close(Way::Phone));
    }

    fn hand_off(&mut self, story: &mut Story, topic: &Topic) {
        if self.sent(story, &topic.department) {
            let wait = self.until_signed(story);
            story.then(wait, By::Holder, sign());
        }
        self.on_the_way(story, topic);
        let wait = self.until_answered(story);
        self.answered(story, topic, wait);
    }

    /// Hands off to someone of a department, if anyone is there.
    pub fn sent(&mut self, story: &mut Story, department: &str) -> bool {
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

    pub fn until_signed(&mut self, story: &mut Story) -> u32 {
        match self.chance.below(100) {
            0..=4 => {
                story.late = true;
                self.chance.between(480, 900)
            }
            5..=25 => self.chance.between(90, 300),
            _ => self.chance.between(3, 90),
        }
    }

    fn until_answered(&mut self, story: &mut Story) -> u32 {
        match self.chance.below(100) {
            0..=5 => {
                story.late = true;
                self.chance.between(1_450, 2_000)
            }
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
            story.then(wait, By::Holder, sign());
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
        story.register.kind = self.plain_kind();
        story.register.words.clone_from(&outside.doubt);
        let advice = outside.advice.clone();
        if self.chance.happens(70) {
            story.register.route = Some(Route::Outside { advice });
        } else {
            story.then(3, By::Holder, guide(advice));
        }
    }
}
