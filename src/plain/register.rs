//! Registering, question by question, in the order of the form on the screen.

mod ways;

use std::rc::Rc;

use super::ask::{Ask, Kind};
use super::form::{Answers, Form};
use super::talk::Talk;
use super::told::{earlier, tell_earlier, tell_matter, tell_next};
use super::turn::Told;
use crate::domain::command::{Appointment, Command, Register, Urgency, Visitor};
use crate::domain::ids::Number;
use crate::domain::inquiry::{LATE_MINUTES, LINE_LIMIT, TEXT_LIMIT};
use crate::domain::time::Moment;
use crate::i18n::{Both, plain as say, register as words, words as names};
use crate::offer::{self, Habits, Roster};
use crate::search::{Choice, Shelf};

use ways::{route, routes};

const CHANNEL: &str = "channel";
const KIND: &str = "kind";
const RECEIVED: &str = "received_at";
const LATE_REASON: &str = "reason";
const PHONE: &str = "visitor.phone";
const FOLLOWS: &str = "follows";
const NAME: &str = "visitor.name";
const UNIT: &str = "visitor.unit";
const MATTER: &str = "matter";
const APPOINTED: &str = "appointment.at";
const PLACE: &str = "appointment.place";
const INTERNAL: &str = "internal";
const WORDS: &str = "words";
const URGENCY: &str = "urgency";
const GREEN: &str = "green";
const ROUTE: &str = "route";

/// The choice that it goes on with nothing earlier.
const ANEW: &str = "new";

/// The form of a registration.
struct Registration {
    roster: Rc<Roster>,
    habits: Habits,
    matters: Shelf,
    superiors: Shelf,
}

impl Talk {
    /// Registers an inquiry; its number once it is on the record.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn register(&mut self) -> Told<()> {
        let form = Registration::load(self);
        let Some(done) = self.fill(&form, Answers::default())? else {
            return Ok(());
        };
        let number = Number(done.subject);
        self.tell_clocks(&number)?;
        let line = self.desk.facts().complaint_line.clone();
        self.say(words::aloud(self.lang, &self.me, &line))
    }

    /// Says which clocks of an inquiry run, and until when.
    ///
    /// # Errors
    ///
    /// When nobody listens any more.
    pub fn tell_clocks(&mut self, number: &Number) -> Told<()> {
        let Some((state, _)) = self.inquiry(number) else {
            return Ok(());
        };
        let rules = self.desk.rules_of(&state).into_owned();
        for run in state.clocks.iter().filter(|run| run.is_running()) {
            let name = rules
                .clock(&run.run.clock)
                .map_or("", |rule| self.named(&rule.name));
            let due = self.desk.office().local(run.run.due);
            let due = due.format("%Y-%m-%d %H:%M").to_string();
            let line = say::clock(self.lang, name, &due, run.run.provisional);
            self.say(line)?;
        }
        Ok(())
    }
}

impl Registration {
    fn load(talk: &Talk) -> Self {
        // What cannot be read now is not offered; the desk says what is wrong with the file.
        let newest = talk.desk.read().newest(offer::NEWEST).unwrap_or_default();
        let habits = Habits::of(&newest, &talk.me.number);
        let roster = talk.offers.roster(&talk.desk);
        let catalogue = talk.offers.catalogue(&talk.desk);
        Self {
            superiors: roster.superiors(&talk.me).into(),
            matters: catalogue.shelf(&habits, talk.lang),
            roster,
            habits,
        }
    }

    /// What the visitor wants, in the words by which receivers are proposed.
    fn wanted(&self, answers: &Answers) -> String {
        let id = answers.value(MATTER);
        let matter = self.matters.iter().find(|one| one.id == id);
        matter.map_or_else(|| answers.value(WORDS), |one| one.label.clone())
    }

    fn receivers(&self, talk: &Talk, answers: &Answers) -> Shelf {
        let wanted = self.wanted(answers);
        let mut found = self
            .roster
            .receivers(&talk.me.number, &wanted, &self.habits);
        offer::propose_substitutes(&talk.desk, talk.lang, &talk.names, &mut found);
        found.into()
    }

    fn departments(&self, answers: &Answers) -> Shelf {
        self.roster.departments(&self.wanted(answers), &[])
    }
}

impl Form for Registration {
    fn name(&self) -> String {
        "plain-register".to_owned()
    }

    fn asks(&self, talk: &Talk, answers: &Answers) -> Vec<Ask> {
        let rules = talk.desk.rules();
        let channels = rules.channels.iter().map(|one| (&one.id, &one.name));
        let kinds = rules.kinds.iter().map(|one| (&one.id, &one.name));
        let ask = |key, label, kind| question(talk, key, label, kind);
        let line = || Kind::Text(LINE_LIMIT);
        let mut asks = vec![ask(
            CHANNEL,
            words::CHANNEL,
            Kind::List(offer::of_rulebook(channels, talk.lang)),
        )];
        asks.push(Ask {
            label: talk.t(say::RECEIVED).to_owned(),
            help: talk.t(say::RECEIVED_HELP).to_owned(),
            ..ask(RECEIVED, words::RECEIVED, Kind::Time { ahead: false })
        });
        if is_late(talk, answers) {
            asks.push(Ask {
                must: true,
                help: words::word(talk.lang, words::WHY_LATE).to_owned(),
                ..ask(LATE_REASON, words::LATE_REASON, line())
            });
        }
        if !rules.kinds.is_empty() {
            let kinds = Kind::List(offer::of_rulebook(kinds, talk.lang));
            asks.push(ask(KIND, words::KIND, kinds));
        }
        let kind = rules.kind(&answers.value(KIND));
        let somebody = kind.is_none_or(|kind| kind.visitor);
        let has_visitor = somebody && !answers.yes(INTERNAL);
        if somebody {
            asks.push(ask(PHONE, words::PHONE, line()));
            let earlier = earlier(talk, &answers.value(PHONE));
            if !earlier.is_empty() {
                let numbers = earlier.iter().map(|row| row.inquiry.as_str());
                asks.push(Ask {
                    label: talk.t(say::FOLLOWS).to_owned(),
                    ..ask(FOLLOWS, words::PHONE, goes_on_with(talk, numbers))
                });
            }
            of_name(talk, answers, &mut asks);
        }
        if has_visitor {
            asks.push(ask(UNIT, words::UNIT, line()));
        }
        let matters = Kind::Find(self.matters.clone(), false);
        asks.push(ask(MATTER, words::MATTER, matters));
        asks.push(Ask {
            must: answers.value(MATTER).is_empty(),
            ..ask(WORDS, words::WORDS, Kind::Text(TEXT_LIMIT))
        });
        asks.push(ask(URGENCY, words::URGENCY, urgencies(talk)));
        if has_visitor {
            asks.push(Ask {
                label: talk.t(say::GREEN).to_owned(),
                help: talk.t(say::GREEN_HELP).to_owned(),
                ..ask(GREEN, words::GREEN, Kind::Yes(false))
            });
        }
        asks.push(Ask {
            label: talk.t(say::APPOINTED).to_owned(),
            help: talk.t(say::APPOINTED_HELP).to_owned(),
            ..ask(APPOINTED, words::APPOINTED, Kind::Time { ahead: true })
        });
        if !answers.value(APPOINTED).is_empty() {
            asks.push(Ask {
                help: words::word(talk.lang, words::PLACE_HOW).to_owned(),
                ..ask(PLACE, words::PLACE, line())
            });
        }
        asks.push(ask(ROUTE, words::ROUTE, routes(talk)));
        asks.extend(self.of_route(talk, answers, has_visitor));
        asks
    }

    fn answered(&self, talk: &mut Talk, key: &str, answers: &Answers) -> Told<()> {
        match key {
            PHONE => tell_earlier(talk, &answers.value(PHONE)),
            MATTER => tell_matter(talk, &answers.value(MATTER)),
            ROUTE => tell_next(talk, route(answers)),
            _ => Ok(()),
        }
    }

    fn command(&self, _talk: &Talk, answers: &Answers) -> Option<Command> {
        let urgency = match answers.value(URGENCY).as_str() {
            "urgent" => Urgency::Urgent,
            "emergency" => Urgency::Emergency,
            _ => Urgency::Normal,
        };
        Some(Command::Register(Box::new(Register {
            channel: answers.value(CHANNEL),
            kind: answers.value(KIND),
            visitor: Visitor {
                name: answers.value(NAME),
                phone: answers.value(PHONE),
                unit: answers.value(UNIT),
                ..Visitor::default()
            },
            matter: answers.value(MATTER),
            words: answers.value(WORDS),
            urgency: Some(urgency),
            green: answers.yes(GREEN),
            internal: answers.value(NAME).is_empty() && answers.yes(INTERNAL),
            appointment: appointment(answers),
            received_at: answers.value(RECEIVED),
            late_reason: answers.value(LATE_REASON),
            follows: followed(answers),
            route: self.chosen_route(answers),
            ..Register::default()
        })))
    }
}

/// The name; where there is none, whether nobody came, and else the name again.
fn of_name(talk: &Talk, answers: &Answers, asks: &mut Vec<Ask>) {
    let somebody = answers.value(INTERNAL) == "no";
    let name = Ask {
        must: somebody,
        help: talk.t(say::NAME_HELP).to_owned(),
        ..question(talk, NAME, words::NAME, Kind::Text(LINE_LIMIT))
    };
    asks.push(name.clone());
    if !answers.given(NAME) || !answers.value(NAME).is_empty() {
        return;
    }
    asks.push(Ask {
        label: talk.t(say::UNNAMED).to_owned(),
        ..question(talk, INTERNAL, words::NAME, Kind::Yes(false))
    });
    asks.extend(somebody.then_some(name));
}

fn question(talk: &Talk, key: &'static str, label: words::Pair, kind: Kind) -> Ask {
    Ask {
        key,
        label: words::word(talk.lang, label).to_owned(),
        help: String::new(),
        must: false,
        kind,
    }
}

fn urgencies(talk: &Talk) -> Kind {
    let levels = [
        ("normal", Urgency::Normal),
        ("urgent", Urgency::Urgent),
        ("emergency", Urgency::Emergency),
    ];
    let choice = |(id, level): (&str, Urgency)| {
        let own = talk.desk.rules().urgencies.iter();
        let own = own
            .filter(|rule| rule.level == level)
            .map(|rule| &rule.name);
        let label = own.map(|name| talk.named(name)).next();
        Choice {
            id: id.to_owned(),
            label: label
                .unwrap_or_else(|| names::urgency(talk.lang, level))
                .to_owned(),
            ..Choice::default()
        }
    };
    Kind::List(levels.into_iter().map(choice).collect())
}

/// A new matter, or one of the earlier inquiries.
fn goes_on_with<'n>(talk: &Talk, numbers: impl Iterator<Item = &'n str>) -> Kind {
    let choice = |id: &str, label: &str| Choice {
        id: id.to_owned(),
        label: label.to_owned(),
        ..Choice::default()
    };
    let anew = choice(ANEW, talk.t(say::ANEW));
    Kind::List(
        std::iter::once(anew)
            .chain(numbers.map(|number| choice(number, number)))
            .collect(),
    )
}

fn appointment(answers: &Answers) -> Option<Appointment> {
    let given = Appointment {
        at: answers.value(APPOINTED),
        place: answers.value(PLACE),
    };
    (!given.at.is_empty()).then_some(given)
}

fn followed(answers: &Answers) -> Number {
    let chosen = answers.value(FOLLOWS);
    Number(if chosen == ANEW {
        String::new()
    } else {
        chosen
    })
}

fn is_late(talk: &Talk, answers: &Answers) -> bool {
    let received = Moment::parse_rfc3339(&answers.value(RECEIVED));
    received.is_some_and(|at| talk.desk.now().seconds_since(at) / 60 > LATE_MINUTES)
}

/// A question of a form about an inquiry.
pub fn ask(talk: &Talk, key: &'static str, label: Both, must: bool, kind: Kind) -> Ask {
    Ask {
        key,
        label: talk.t(label).to_owned(),
        help: String::new(),
        must,
        kind,
    }
}
