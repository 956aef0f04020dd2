//! How a registration goes on: what each way asks for, and what it makes.

use super::{ROUTE, Registration, question};
use crate::domain::command::Route;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::TEXT_LIMIT;
use crate::domain::rulebook::RouteId;
use crate::i18n::{plain as say, register as words, words as names};
use crate::plain::ask::{Ask, Kind};
use crate::plain::form::Answers;
use crate::plain::talk::Talk;
use crate::search::Choice;

const ANSWER: &str = "text";
const PROMISED: &str = "promised";
const RECEIVER: &str = "staff";
const ACCOMPANY: &str = "accompanied";
const DEPARTMENTS: &str = "departments";
const SUPERIOR: &str = "superior";
const QUESTION: &str = "question";
const ADVICE: &str = "advice";

impl Registration {
    /// The questions that a route asks for.
    pub(super) fn of_route(&self, talk: &Talk, answers: &Answers, has_visitor: bool) -> Vec<Ask> {
        let must = |key, label, kind| Ask {
            must: true,
            ..question(talk, key, label, kind)
        };
        let text = || Kind::Text(TEXT_LIMIT);
        match route(answers) {
            Some(RouteId::AnswerNow) => vec![must(ANSWER, words::ANSWER, text())],
            Some(RouteId::MineLater) => {
                vec![must(PROMISED, words::PROMISED, Kind::Time { ahead: true })]
            }
            Some(RouteId::HandOff) => {
                let to = Kind::Find(self.receivers(talk, answers), true);
                let mut asks = vec![must(RECEIVER, words::RECEIVER, to)];
                if has_visitor {
                    asks.push(question(
                        talk,
                        ACCOMPANY,
                        words::ACCOMPANY,
                        Kind::Yes(false),
                    ));
                }
                asks
            }
            Some(RouteId::Several) => vec![must(
                DEPARTMENTS,
                words::DEPARTMENT,
                Kind::Several(self.departments(answers)),
            )],
            Some(RouteId::Unclear) => vec![
                must(
                    SUPERIOR,
                    words::SUPERIOR,
                    Kind::Find(self.superiors.clone(), true),
                ),
                must(QUESTION, words::QUESTION, text()),
            ],
            Some(RouteId::Outside) => vec![must(ADVICE, words::ADVICE, text())],
            Some(RouteId::Incomplete) | None => Vec::new(),
        }
    }
    pub(super) fn chosen_route(&self, answers: &Answers) -> Option<Route> {
        Some(match route(answers)? {
            RouteId::AnswerNow => Route::AnswerNow {
                text: answers.value(ANSWER),
            },
            RouteId::MineLater => Route::MineLater {
                promised: answers.value(PROMISED),
            },
            RouteId::HandOff => {
                let staff = StaffNo(answers.value(RECEIVER));
                let receiver = self.roster.get(&staff);
                Route::HandOff {
                    department: receiver.map_or(String::new(), |one| one.department.clone()),
                    staff,
                    accompanied: answers.yes(ACCOMPANY),
                }
            }
            RouteId::Several => Route::Several {
                departments: answers.each(DEPARTMENTS),
            },
            RouteId::Unclear => Route::Unclear {
                superior: StaffNo(answers.value(SUPERIOR)),
                question: answers.value(QUESTION),
            },
            RouteId::Outside => Route::Outside {
                advice: answers.value(ADVICE),
            },
            RouteId::Incomplete => return None,
        })
    }
}

/// How it goes on; first of all that it stays where it is.
pub(super) fn routes(talk: &Talk) -> Kind {
    let stays = Choice {
        id: "stays".to_owned(),
        label: talk.t(say::STAYS).to_owned(),
        ..Choice::default()
    };
    let route = |id: RouteId| Choice {
        id: id.as_str().to_owned(),
        label: names::route(talk.lang, id).to_owned(),
        ..Choice::default()
    };
    // Missing documents are told from the queue, once there is a number.
    let known = RouteId::ALL
        .into_iter()
        .filter(|id| *id != RouteId::Incomplete)
        .filter(|id| talk.desk.rules().route(*id).is_some());
    Kind::List(std::iter::once(stays).chain(known.map(route)).collect())
}

pub(super) fn route(answers: &Answers) -> Option<RouteId> {
    let chosen = answers.value(ROUTE);
    RouteId::ALL.into_iter().find(|id| id.as_str() == chosen)
}
