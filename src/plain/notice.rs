//! All documents of a matter in one pass, read out, and told on a numbered notice.

use std::collections::BTreeSet;

use super::ask::{Ask, Kind};
use super::form::{Answers, Form, REASON};
use super::register::ask;
use super::talk::Talk;
use super::turn::Told;
use crate::domain::catalog::{Checklist, Circumstance, CircumstanceId, Matter};
use crate::domain::command::{Command, Notify, Told as HowTold};
use crate::domain::ids::Number;
use crate::domain::inquiry::{Inquiry, LINE_LIMIT, TEXT_LIMIT};
use crate::domain::notice::NoticeContent;
use crate::i18n::{paper, plain as say};
use crate::offer::{self, Habits};
use crate::paper::notice::NoticePaper;
use crate::search::{Choice, Shelf};

const MATTER: &str = "matter";
const CIRCUMSTANCES: &str = "circumstances";
const BROUGHT: &str = "brought";
const INQUIRY: &str = "inquiry";
const TOLD: &str = "told";

/// The form of a notice; for an inquiry where it is known.
struct Telling {
    inquiry: Option<Number>,
    matters: Shelf,
}

impl Talk {
    /// Tells what documents a matter asks for and what is missing of them.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn notice(&mut self, state: Option<&Inquiry>) -> Told<()> {
        let newest = self.desk.read().newest(offer::NEWEST).unwrap_or_default();
        let habits = Habits::of(&newest, &self.me.number);
        let matters = self.offers.catalogue(&self.desk).shelf(&habits, self.lang);
        let form = Telling {
            inquiry: state.map(|state| state.number.clone()),
            matters,
        };
        let mut begin = Answers::default();
        if let Some(matter) = state.and_then(|state| state.matter.as_ref()) {
            let name = self.lang.pick(&matter.name, &matter.name_en);
            begin.put(MATTER, &matter.id, name);
        }
        self.fill(&form, begin)?;
        Ok(())
    }
}

fn matter(talk: &Talk, answers: &Answers) -> Option<Matter> {
    let id = answers.value(MATTER);
    let today = talk.desk.office().local(talk.desk.now()).date();
    talk.desk.read().matter_on(&id, today).ok().flatten()
}

fn known(talk: &Talk, matter: &Matter) -> Vec<Circumstance> {
    let read = talk.desk.read();
    read.circumstances_of(matter).unwrap_or_default()
}

fn chosen(answers: &Answers) -> BTreeSet<CircumstanceId> {
    let ids = answers.each(CIRCUMSTANCES).into_iter();
    ids.map(CircumstanceId).collect()
}

fn brought(answers: &Answers) -> Vec<u32> {
    let numbers = answers.each(BROUGHT);
    numbers.iter().filter_map(|one| one.parse().ok()).collect()
}

fn documents(talk: &Talk, list: &Checklist) -> Vec<Choice> {
    let lang = talk.lang;
    let one = |item: &crate::domain::catalog::Item| {
        let document = item.document;
        let mut parts = vec![
            paper::document_kind(lang, document.kind).to_owned(),
            paper::document_source(lang, document.source).to_owned(),
        ];
        if let Some(copies) = document.copies {
            parts.insert(1, paper::copies(lang, copies));
        }
        if !document.required {
            parts.push(talk.t(say::NOT_COMPULSORY).to_owned());
        }
        Choice {
            id: item.number.to_string(),
            label: lang.pick(&document.name, &document.name_en).clone(),
            detail: parts.join(lang.pick("，", ", ")),
            ..Choice::default()
        }
    };
    list.items().iter().map(one).collect()
}

impl Telling {
    fn asks_of(&self, talk: &Talk, matter: &Matter, answers: &Answers) -> Vec<Ask> {
        let circumstance = |one: Circumstance| Choice {
            label: talk.lang.pick(one.label, one.label_en),
            id: one.id.0,
            detail: String::new(),
            also: Vec::new(),
        };
        let circumstances: Vec<Choice> =
            known(talk, matter).into_iter().map(circumstance).collect();
        let mut asks = Vec::new();
        if !circumstances.is_empty() {
            let which = Kind::Numbers(circumstances);
            asks.push(ask(talk, CIRCUMSTANCES, say::CIRCUMSTANCES, false, which));
        }
        let list = Checklist::new(matter, &chosen(answers));
        let which = Kind::Numbers(documents(talk, &list));
        asks.push(ask(talk, BROUGHT, say::BROUGHT_WHICH, false, which));
        if self.inquiry.is_none() {
            let number = Kind::Text(LINE_LIMIT);
            asks.push(Ask {
                help: talk.t(say::FOR_INQUIRY_HELP).to_owned(),
                ..ask(talk, INQUIRY, say::FOR_INQUIRY, false, number)
            });
        }
        if self.number(answers).is_some() {
            asks.push(ask(talk, TOLD, say::HOW_TOLD, true, ways(talk)));
        }
        if answers.yes("second") {
            asks.push(ask(
                talk,
                REASON,
                say::WHY_MORE,
                true,
                Kind::Text(TEXT_LIMIT),
            ));
        }
        asks
    }

    fn number(&self, answers: &Answers) -> Option<Number> {
        let typed = answers.value(INQUIRY);
        self.inquiry
            .clone()
            .or_else(|| (!typed.is_empty()).then_some(Number(typed)))
    }
}

fn ways(talk: &Talk) -> Kind {
    let way = |(id, label)| Choice {
        id: String::from(id),
        label: talk.t(label).to_owned(),
        ..Choice::default()
    };
    Kind::List(
        [
            ("read", say::TOLD_ALOUD),
            ("printed", say::TOLD_PRINTED),
            ("shown", say::TOLD_SHOWN),
        ]
        .into_iter()
        .map(way)
        .collect(),
    )
}

impl Form for Telling {
    fn name(&self) -> String {
        let number = self.inquiry.as_ref().map_or("", Number::as_str);
        format!("plain-notice-{number}")
    }

    fn asks(&self, talk: &Talk, answers: &Answers) -> Vec<Ask> {
        let matters = Kind::Find(self.matters.clone(), false);
        let mut asks = vec![ask(talk, MATTER, say::WHICH_MATTER, true, matters)];
        if let Some(matter) = matter(talk, answers) {
            asks.extend(self.asks_of(talk, &matter, answers));
        }
        asks
    }

    fn answered(&self, talk: &mut Talk, key: &str, answers: &Answers) -> Told<()> {
        let Some(matter) = matter(talk, answers).filter(|_| key == BROUGHT) else {
            return Ok(());
        };
        let ids = chosen(answers);
        let list = Checklist::new(&matter, &ids);
        let Ok(ticks) = list.brought(&brought(answers)) else {
            return Ok(());
        };
        let mut circumstances = known(talk, &matter);
        circumstances.retain(|one| ids.contains(&one.id));
        let stamp = talk.desk.facts().catalog.clone();
        let content = NoticeContent::new(stamp, &matter, &circumstances, &ticks);
        let said = NoticePaper {
            office: &talk.desk.facts().name,
            name: "",
            clause: "",
            number: None,
            applicant: "",
            contact: "",
            date: talk.desk.office().local(talk.desk.now()).date(),
            handler: &talk.me.name,
            place: &talk.me.window,
            phone: &talk.me.phone,
            complaint: &talk.desk.facts().complaint_line,
            content: &content,
        }
        .read_aloud(talk.lang);
        for line in said {
            talk.say(line)?;
        }
        Ok(())
    }

    fn command(&self, _talk: &Talk, answers: &Answers) -> Option<Command> {
        Some(Command::Notify(Notify {
            inquiry: self.number(answers)?,
            matter: answers.value(MATTER),
            circumstances: answers.each(CIRCUMSTANCES),
            brought: brought(answers),
            told: match answers.value(TOLD).as_str() {
                "printed" => HowTold::Printed,
                "shown" => HowTold::Shown,
                _ => HowTold::Read,
            },
            reason: answers.value(REASON),
            ..Notify::default()
        }))
    }
}
