//! What can be done with one inquiry: each act with what it asks for.

mod offered;

use super::ask::{Ask, Kind};
use super::form::{Answers, Form};
use super::register::ask;
use super::talk::Talk;
use crate::domain::command::{
    Accept, Answer, AskSuperior, Bring, Close, Command, Deliver, Extend, FollowUp, GuideOutside,
    HandOff, Note, Return, SignFor, ToldHow, Way,
};
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::inquiry::{ClockRun, Inquiry, Stage, TEXT_LIMIT};
use crate::i18n::{Both, plain as say};

use offered::{
    UNREACHED, awaited, department_of, departments, levels, receivers, running, superiors, told_how,
};

type Asks = fn(&Talk, &Inquiry) -> Vec<Ask>;
type Makes = fn(&Inquiry, &Talk, &Answers) -> Command;

/// An act on an inquiry.
pub struct Act {
    /// Under which its draft is kept.
    pub id: &'static str,
    /// What it is called.
    pub name: Both,
    /// At which stages it can be of use.
    pub at: fn(&Inquiry) -> bool,
    asks: Asks,
    makes: Makes,
}

/// The acts, those that are done most before others.
pub const ACTS: &[Act] = &[
    Act {
        id: "sign-for",
        name: say::SIGN_FOR,
        at: |state| state.stage == Stage::Unsigned,
        asks: |talk, state| {
            let keeps = state.custody_count() > 0;
            let also = ask(talk, "custody", say::CUSTODY_TOO, true, Kind::Yes(true));
            keeps.then_some(also).into_iter().collect()
        },
        makes: |state, _, answers| {
            Command::SignFor(SignFor {
                inquiry: state.number.clone(),
                custody: answers.yes("custody"),
                ..SignFor::default()
            })
        },
    },
    Act {
        id: "answer",
        name: say::ANSWER,
        at: in_work,
        asks: |talk, _| vec![words(talk, "text", say::ANSWER_WORDS, true)],
        makes: |state, _, answers| {
            Command::Answer(Answer {
                inquiry: state.number.clone(),
                text: answers.value("text"),
            })
        },
    },
    Act {
        id: "hand-off",
        name: say::HAND_OFF,
        at: in_work,
        asks: |talk, state| {
            let to = Kind::Find(receivers(talk, state), true);
            vec![
                ask(talk, "staff", say::TO_WHOM, true, to),
                ask(talk, "accompanied", say::LED_THERE, true, Kind::Yes(false)),
                words(talk, "note", say::NOTE, false),
            ]
        },
        makes: |state, talk, answers| {
            let staff = StaffNo(answers.value("staff"));
            Command::HandOff(HandOff {
                inquiry: state.number.clone(),
                department: department_of(talk, &staff),
                staff,
                accompanied: answers.yes("accompanied"),
                note: answers.value("note"),
            })
        },
    },
    Act {
        id: "return",
        name: say::RETURN,
        at: |state| state.current_leg().no > 0 && in_work(state),
        asks: |talk, _| {
            let departments = Kind::Find(departments(talk), false);
            vec![
                words(talk, "opinion", say::OPINION, true),
                ask(talk, "should_go_to", say::SHOULD_GO_TO, true, departments),
            ]
        },
        makes: |state, _, answers| {
            Command::Return(Return {
                inquiry: state.number.clone(),
                leg: 0,
                opinion: answers.value("opinion"),
                should_go_to: answers.value("should_go_to"),
            })
        },
    },
    Act {
        id: "close",
        name: say::CLOSE,
        at: |state| state.stage == Stage::Answered,
        asks: told_how,
        makes: |state, _, answers| {
            let said = answers.value("how");
            let known = Way::ALL.into_iter().find(|way| way.as_str() == said);
            let unreached = said == UNREACHED;
            let how = known.or(unreached.then_some(Way::Phone));
            Command::Close(Close {
                inquiry: state.number.clone(),
                text: String::new(),
                contact: how.map(|how| ToldHow {
                    how,
                    at: String::new(),
                    who: answers.value("who"),
                    unreached,
                }),
            })
        },
    },
    Act {
        id: "follow-up",
        name: say::FOLLOW_UP,
        at: |state| state.stage == Stage::Answered,
        asks: |talk, _| {
            vec![
                ask(talk, "level", say::HOW_SATISFIED, true, levels(talk)),
                words(talk, "text", say::WHAT_THEY_SAID, false),
            ]
        },
        makes: |state, _, answers| {
            let level = answers.value("level");
            Command::FollowUp(FollowUp {
                inquiry: state.number.clone(),
                reached: level != "unreached",
                refused: level == "refused",
                level: level.parse().unwrap_or(0),
                text: answers.value("text"),
            })
        },
    },
    Act {
        id: "bring",
        name: say::BRING,
        at: |state| state.stage == Stage::Visitor,
        asks: |talk, state| {
            let missing = Kind::Numbers(awaited(talk, state));
            vec![ask(talk, "brought", say::BROUGHT_WHICH, true, missing)]
        },
        makes: |state, _, answers| {
            let numbers = answers.each("brought");
            Command::Bring(Bring {
                inquiry: state.number.clone(),
                brought: numbers.iter().filter_map(|one| one.parse().ok()).collect(),
            })
        },
    },
    Act {
        id: "accept",
        name: say::ACCEPT,
        at: |state| state.accepted_at.is_none() && in_work(state),
        asks: |_, _| Vec::new(),
        makes: |state, _, _| {
            Command::Accept(Accept {
                inquiry: state.number.clone(),
            })
        },
    },
    Act {
        id: "deliver",
        name: say::DELIVER,
        at: |state| state.stage == Stage::Accepted,
        asks: |talk, _| vec![words(talk, "text", say::DELIVERED_WHAT, true)],
        makes: |state, _, answers| {
            Command::Deliver(Deliver {
                inquiry: state.number.clone(),
                text: answers.value("text"),
            })
        },
    },
    Act {
        id: "guide",
        name: say::GUIDE,
        at: in_work,
        asks: |talk, _| vec![words(talk, "advice", say::ADVICE, true)],
        makes: |state, _, answers| {
            Command::GuideOutside(GuideOutside {
                inquiry: state.number.clone(),
                advice: answers.value("advice"),
            })
        },
    },
    Act {
        id: "ask-superior",
        name: say::ASK_SUPERIOR,
        at: in_work,
        asks: |talk, _| {
            let superiors = Kind::Find(superiors(talk), true);
            vec![
                ask(talk, "superior", say::TO_WHOM, true, superiors),
                words(talk, "question", say::QUESTION, true),
            ]
        },
        makes: |state, _, answers| {
            Command::AskSuperior(AskSuperior {
                inquiry: state.number.clone(),
                superior: StaffNo(answers.value("superior")),
                question: answers.value("question"),
            })
        },
    },
    Act {
        id: "opinion",
        name: say::NOTE_OPINION,
        at: |state| matches!(state.stage, Stage::Superior | Stage::Conferring),
        asks: |talk, _| vec![words(talk, "text", say::OPINION, true)],
        makes: |state, _, answers| {
            let note = note(state, answers);
            if state.stage == Stage::Superior {
                Command::SuperiorOpinion(note)
            } else {
                Command::SettleOpinion(note)
            }
        },
    },
    Act {
        id: "urge",
        name: say::URGE,
        at: |state| !state.is_closed(),
        asks: |talk, _| vec![words(talk, "text", say::NOTE, false)],
        makes: |state, _, answers| Command::Urge(note(state, answers)),
    },
    Act {
        id: "tell",
        name: say::TELL_VISITOR,
        at: |state| !state.is_closed(),
        asks: |talk, _| vec![words(talk, "text", say::TOLD_WHAT, true)],
        makes: |state, _, answers| Command::Tell(note(state, answers)),
    },
    Act {
        id: "extend",
        name: say::EXTEND,
        at: |state| state.clocks.iter().any(ClockRun::is_running),
        asks: |talk, state| {
            vec![
                ask(talk, "clock", say::WHICH_CLOCK, true, running(talk, state)),
                ask(talk, "by", say::BY_HOW_MUCH, true, Kind::Text(4)),
                words(talk, "reason", say::REASON, true),
            ]
        },
        makes: |state, _, answers| {
            Command::Extend(Extend {
                inquiry: state.number.clone(),
                clock: ClockId(answers.value("clock")),
                by: answers.value("by").parse().unwrap_or(0),
                reason: answers.value("reason"),
            })
        },
    },
];

/// Whether someone has it in hand and it is not answered yet.
fn in_work(state: &Inquiry) -> bool {
    !matches!(
        state.stage,
        Stage::Unsigned | Stage::Answered | Stage::Closed | Stage::Ruling
    )
}

fn note(state: &Inquiry, answers: &Answers) -> Note {
    Note {
        inquiry: state.number.clone(),
        text: answers.value("text"),
    }
}

fn words(talk: &Talk, key: &'static str, label: Both, must: bool) -> Ask {
    ask(talk, key, label, must, Kind::Text(TEXT_LIMIT))
}

/// The form of an act on an inquiry.
pub struct Acting<'a> {
    /// Which.
    pub act: &'a Act,
    /// On what.
    pub state: &'a Inquiry,
    asks: Vec<Ask>,
}

impl<'a> Acting<'a> {
    /// The form, with what it offers read once.
    pub fn new(talk: &Talk, act: &'a Act, state: &'a Inquiry) -> Self {
        Self {
            act,
            state,
            asks: (act.asks)(talk, state),
        }
    }
}

impl Form for Acting<'_> {
    fn name(&self) -> String {
        format!("plain-{}-{}", self.act.id, self.state.number)
    }

    fn asks(&self, _talk: &Talk, _answers: &Answers) -> Vec<Ask> {
        self.asks.clone()
    }

    fn command(&self, talk: &Talk, answers: &Answers) -> Option<Command> {
        Some((self.act.makes)(self.state, talk, answers))
    }
}
