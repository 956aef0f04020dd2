//! Each act of a story: what it is to the clocks, and the command that carries it out.

use crate::domain::command::{
    Accept, Answer, AskSuperior, Bring, Close, Command, Decline, Deliver, ExplainOverrun, Extend,
    GiveBackDocuments, GuideOutside, HandOff, Invalid, Note, Notify, Receive, Resume, Return,
    RuleOnExtension, Several, SignFor, SignHandling, Suspend, TakeStep, Told, ToldHow, Way,
};
use crate::domain::deadline::SuspensionReason;
use crate::domain::ids::{ClockId, Number, StaffNo, StepId};
use crate::domain::rulebook::Act;

/// What someone does to an inquiry once its number is known.
pub(super) struct Deed {
    /// What it is to the clocks, if it is anything to them.
    pub act: Option<Act>,
    /// The command.
    pub command: Box<dyn FnOnce(Number) -> Command>,
}

fn deed(act: Act, command: impl FnOnce(Number) -> Command + 'static) -> Deed {
    Deed {
        act: Some(act),
        command: Box::new(command),
    }
}

fn aside(command: impl FnOnce(Number) -> Command + 'static) -> Deed {
    Deed {
        act: None,
        command: Box::new(command),
    }
}

pub fn answer(text: String) -> Deed {
    deed(Act::Answered, |inquiry| {
        Command::Answer(Answer { inquiry, text })
    })
}

pub fn close() -> Deed {
    deed(Act::Closed, |inquiry| {
        Command::Close(Close {
            inquiry,
            ..Close::default()
        })
    })
}

/// Closed once the visitor has been told.
pub fn tell_and_close(how: Way) -> Deed {
    deed(Act::Closed, move |inquiry| {
        Command::Close(Close {
            inquiry,
            contact: Some(ToldHow {
                how,
                at: String::new(),
                who: "本人".to_owned(),
                unreached: false,
            }),
            ..Close::default()
        })
    })
}

pub fn hand_off(department: String, staff: StaffNo, accompanied: bool) -> Deed {
    deed(Act::HandedOff, move |inquiry| {
        Command::HandOff(HandOff {
            inquiry,
            department,
            staff,
            accompanied,
            note: String::new(),
        })
    })
}

pub fn sign() -> Deed {
    deed(Act::Signed, |inquiry| {
        Command::SignFor(SignFor {
            custody: false,
            inquiry,
            leg: 0,
            how: String::new(),
        })
    })
}

pub fn give_back(opinion: String, should_go_to: String) -> Deed {
    deed(Act::Returned, |inquiry| {
        Command::Return(Return {
            inquiry,
            leg: 0,
            opinion,
            should_go_to,
        })
    })
}

pub fn several(departments: Vec<String>) -> Deed {
    deed(Act::Several, |inquiry| {
        Command::Several(Several {
            inquiry,
            departments,
        })
    })
}

pub fn convene(text: String) -> Deed {
    deed(Act::Convened, |inquiry| {
        Command::Convene(Note { inquiry, text })
    })
}

pub fn settle(text: String) -> Deed {
    deed(Act::OpinionSettled, |inquiry| {
        Command::SettleOpinion(Note { inquiry, text })
    })
}

pub fn ask(superior: StaffNo, question: String) -> Deed {
    deed(Act::SuperiorAsked, |inquiry| {
        Command::AskSuperior(AskSuperior {
            inquiry,
            superior,
            question,
        })
    })
}

pub fn rule(text: String) -> Deed {
    deed(Act::SuperiorRuled, |inquiry| {
        Command::SuperiorOpinion(Note { inquiry, text })
    })
}

pub fn guide(advice: String) -> Deed {
    deed(Act::Guided, |inquiry| {
        Command::GuideOutside(GuideOutside { inquiry, advice })
    })
}

/// What is missing, as it is told.
pub(super) struct Missing {
    pub circumstances: Vec<String>,
    pub brought: Vec<u32>,
    pub invalid: Vec<Invalid>,
    pub told: Told,
}

pub fn notify(missing: Missing) -> Deed {
    deed(Act::Notified, move |inquiry| {
        Command::Notify(Notify {
            inquiry,
            circumstances: missing.circumstances,
            brought: missing.brought,
            invalid: missing.invalid,
            told: missing.told,
            ..Notify::default()
        })
    })
}

pub fn bring(brought: Vec<u32>) -> Deed {
    deed(Act::Brought, |inquiry| {
        Command::Bring(Bring { inquiry, brought })
    })
}

pub fn receive(documents: Vec<String>) -> Deed {
    deed(Act::Received, |inquiry| {
        Command::Receive(Receive { inquiry, documents })
    })
}

pub fn accept() -> Deed {
    deed(Act::Accepted, |inquiry| Command::Accept(Accept { inquiry }))
}

pub fn deliver(text: String) -> Deed {
    deed(Act::Delivered, |inquiry| {
        Command::Deliver(Deliver { inquiry, text })
    })
}

pub fn decline(reason: String, superior: StaffNo) -> Deed {
    deed(Act::Declined, |inquiry| {
        Command::Decline(Decline {
            inquiry,
            reason,
            superior,
        })
    })
}

pub fn visit(text: String) -> Deed {
    deed(Act::Visited, |inquiry| {
        Command::Visit(Note { inquiry, text })
    })
}

pub fn step(step: StepId, text: String) -> Deed {
    deed(Act::Step(step.clone()), |inquiry| {
        Command::Step(TakeStep {
            inquiry,
            step,
            text,
        })
    })
}

pub fn suspend(clock: ClockId, reason: SuspensionReason, told: String) -> Deed {
    aside(move |inquiry| {
        Command::Suspend(Suspend {
            inquiry,
            clock,
            reason: reason.as_str().to_owned(),
            told,
        })
    })
}

pub fn resume() -> Deed {
    aside(|inquiry| {
        Command::Resume(Resume {
            inquiry,
            suspension: 0,
        })
    })
}

pub fn extend(clock: ClockId, by: u32, reason: String) -> Deed {
    aside(move |inquiry| {
        Command::Extend(Extend {
            inquiry,
            clock,
            by,
            reason,
        })
    })
}

pub fn grant(clock: ClockId) -> Deed {
    aside(|inquiry| {
        Command::RuleOnExtension(RuleOnExtension {
            inquiry,
            clock,
            granted: true,
            reason: String::new(),
        })
    })
}

pub fn explain(clock: ClockId, reason: String) -> Deed {
    aside(|inquiry| {
        Command::ExplainOverrun(ExplainOverrun {
            inquiry,
            clock,
            reason,
        })
    })
}

pub fn sign_handling() -> Deed {
    aside(|inquiry| {
        Command::SignHandling(SignHandling {
            inquiry,
            by: StaffNo::default(),
            stamped: true,
        })
    })
}

pub fn return_documents() -> Deed {
    aside(|inquiry| {
        Command::GiveBackDocuments(GiveBackDocuments {
            inquiry,
            documents: Vec::new(),
            to: "本人".to_owned(),
        })
    })
}
