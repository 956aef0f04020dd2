//! Each act of a story as the command that carries it out.

use crate::domain::command::{
    Accept, Answer, AskSuperior, Bring, Command, Decline, Deliver, GuideOutside, HandOff, Note,
    Return, Several, SignFor,
};
use crate::domain::ids::{Number, StaffNo};

pub fn answer(text: String) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::Answer(Answer { inquiry, text })
}

pub fn close(inquiry: Number) -> Command {
    Command::Close(Note {
        inquiry,
        text: String::new(),
    })
}

pub fn hand_off(
    department: String,
    staff: StaffNo,
    accompanied: bool,
) -> impl FnOnce(Number) -> Command {
    move |inquiry| {
        Command::HandOff(HandOff {
            inquiry,
            department,
            staff,
            accompanied,
            note: String::new(),
        })
    }
}

pub fn sign(inquiry: Number) -> Command {
    Command::SignFor(SignFor {
        custody: false,
        inquiry,
        leg: 0,
        how: String::new(),
    })
}

pub fn give_back(opinion: String, should_go_to: String) -> impl FnOnce(Number) -> Command {
    |inquiry| {
        Command::Return(Return {
            inquiry,
            leg: 0,
            opinion,
            should_go_to,
        })
    }
}

pub fn several(departments: Vec<String>) -> impl FnOnce(Number) -> Command {
    |inquiry| {
        Command::Several(Several {
            inquiry,
            departments,
        })
    }
}

pub fn convene(text: String) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::Convene(Note { inquiry, text })
}

pub fn settle(text: String) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::SettleOpinion(Note { inquiry, text })
}

pub fn ask(superior: StaffNo, question: String) -> impl FnOnce(Number) -> Command {
    |inquiry| {
        Command::AskSuperior(AskSuperior {
            inquiry,
            superior,
            question,
        })
    }
}

pub fn rule(text: String) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::SuperiorOpinion(Note { inquiry, text })
}

pub fn guide(advice: String) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::GuideOutside(GuideOutside { inquiry, advice })
}

pub fn bring(brought: Vec<u32>) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::Bring(Bring { inquiry, brought })
}

pub fn accept(inquiry: Number) -> Command {
    Command::Accept(Accept { inquiry })
}

pub fn deliver(text: String) -> impl FnOnce(Number) -> Command {
    |inquiry| Command::Deliver(Deliver { inquiry, text })
}

pub fn decline(reason: String, superior: StaffNo) -> impl FnOnce(Number) -> Command {
    |inquiry| {
        Command::Decline(Decline {
            inquiry,
            reason,
            superior,
        })
    }
}
