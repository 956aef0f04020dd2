//! Open work, a few lines at a time, and one of them to act on.

use super::talk::Talk;
use super::turn::{Told, Turn};
use crate::domain::deadline::{Limit, time_left};
use crate::domain::ids::Number;
use crate::domain::mask::mask_name;
use crate::domain::staff::Role;
use crate::i18n::{cli, plain as say, words as names};
use crate::search::Choice;
use crate::store::{Filter, Pending, View};

use super::ask::{Ask, Kind};

/// Rows that are read out at once; more than a listener keeps in mind.
const ROWS: u32 = 7;

impl Talk {
    /// Reads the open work out and acts on what is chosen from it.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn queue(&mut self) -> Told<()> {
        let views = View::ALL.into_iter().map(|view| Choice {
            id: view.as_str().to_owned(),
            label: names::view(self.lang, view).to_owned(),
            ..Choice::default()
        });
        let ask = Ask {
            key: "view",
            label: self.t(say::WHICH_VIEW).to_owned(),
            help: String::new(),
            must: true,
            kind: Kind::List(views.collect()),
        };
        loop {
            let view = match self.ask(&ask, None) {
                Ok(answer) => View::parse(&answer.value).unwrap_or(View::Mine),
                Err(Turn::Back | Turn::Leave) => return Ok(()),
                Err(turn) => return Err(turn),
            };
            match self.pages(view) {
                Ok(()) | Err(Turn::Back) => {}
                Err(Turn::Leave) => return Ok(()),
                Err(turn) => return Err(turn),
            }
        }
    }

    /// Reads a view page by page; words narrow it, a number opens a row.
    fn pages(&mut self, view: View) -> Told<()> {
        let (mut text, mut from) = (String::new(), 0);
        loop {
            self.catch_up()?;
            let filter = self.filter(view, &text, from);
            let read = self.desk.read();
            let rows = read.queue(&filter).unwrap_or_default();
            let size = read.queue_size(&filter).unwrap_or_default();
            if rows.is_empty() && from > 0 {
                from = 0;
                continue;
            }
            self.say(say::open_work(
                self.lang,
                names::view(self.lang, view),
                size,
            ))?;
            for (row, nth) in rows.iter().zip(1_usize..) {
                let line = format!("{nth} {}", self.row(row));
                self.say(line)?;
            }
            let more = size.saturating_sub(from + ROWS);
            let heard = self.hear(&say::which_row(self.lang, more))?;
            match heard.as_str() {
                "" if more > 0 => from += ROWS,
                "" | "<" | "《" | "＜" => return Err(Turn::Back),
                "<<" | "《《" => return Err(Turn::Leave),
                "?" | "？" => self.say(self.t(say::HOW_QUEUE))?,
                "-" => (text, from) = (String::new(), 0),
                words => {
                    let nth = words.parse::<usize>().ok();
                    if let Some(row) = nth.and_then(|n| rows.get(n.checked_sub(1)?)) {
                        let number = row.inquiry.clone();
                        self.inquiry_menu(&number)?;
                    } else {
                        (text, from) = (words.to_owned(), 0);
                    }
                }
            }
        }
    }

    fn filter(&self, view: View, text: &str, offset: u32) -> Filter {
        let now = self.desk.now();
        Filter {
            view,
            staff: self.me.number.clone(),
            department: self.me.department.clone(),
            now,
            day_end: self.desk.day_end(now),
            text: text.to_owned(),
            spelled: self.desk.read().spelled(text).unwrap_or_default(),
            rules: self.me.is(Role::Supervisor),
            order: crate::store::Order::Pressing,
            hands: None,
            limit: ROWS,
            offset,
        }
    }

    /// A row as a sentence: what presses first, then what it is.
    pub fn row(&self, row: &Pending) -> String {
        let lang = self.lang;
        let matter = match (row.matter.as_str(), row.matter_en.as_str()) {
            ("", _) => row.words.clone().unwrap_or_default(),
            (name, english) => lang.pick(name, english).to_owned(),
        };
        let name = row.name.as_deref().map(mask_name).unwrap_or_default();
        let holder = if row.holder == self.me.number {
            self.t(say::WITH_YOU).to_owned()
        } else {
            say::with(lang, &row.department, &row.holder_name)
        };
        let parts = [
            self.left(row),
            names::stage(lang, row.stage).to_owned(),
            name,
            matter,
            holder,
            row.inquiry.to_string(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|one| !one.is_empty()).collect();
        parts.join(lang.pick("，", ", "))
    }

    /// How much time is left of a row's clock, or by how much it is over.
    fn left(&self, row: &Pending) -> String {
        if row.waits.is_some() {
            return cli::state(self.lang, "suspended").to_owned();
        }
        let (Some(due), Ok(limit)) = (row.due, row.limit.parse::<Limit>()) else {
            return String::new();
        };
        let office = self.desk.office();
        let (unit, now) = (limit.unit(), self.desk.now());
        let left = time_left(unit, office.local(now), office.local(due), &[], office);
        let Ok(left) = left else {
            return String::new();
        };
        say::left(
            self.lang,
            &cli::time_left(self.lang, left.abs(), unit.in_office_time()),
            now.is_late_for(due),
        )
    }

    /// Finds inquiries by number, name, telephone tail or words.
    ///
    /// # Errors
    ///
    /// The end of the talk.
    pub fn find(&mut self) -> Told<()> {
        loop {
            let text = self.hear(self.t(say::FIND_WHAT))?;
            match text.as_str() {
                "" | "<" | "<<" | "《" | "《《" => return Ok(()),
                "?" | "？" => {
                    self.say(self.t(say::HOW_SEARCH))?;
                    continue;
                }
                _ => {}
            }
            let hits = self.desk.read().find(&text, ROWS).unwrap_or_default();
            if hits.is_empty() {
                self.say(say::nothing_fits(self.lang, &text))?;
                continue;
            }
            let choices = hits.iter().map(|hit| {
                let about = if hit.matter.is_empty() {
                    hit.words.clone().unwrap_or_default()
                } else {
                    hit.matter.clone()
                };
                let name = hit.name.as_deref().map(mask_name).unwrap_or_default();
                let stage = names::stage(self.lang, hit.stage);
                Choice {
                    id: hit.inquiry.to_string(),
                    label: format!("{} {name} {about} {stage}", hit.inquiry),
                    ..Choice::default()
                }
            });
            let ask = Ask {
                key: "found",
                label: self.t(say::FOUND).to_owned(),
                help: String::new(),
                must: true,
                kind: Kind::List(choices.collect()),
            };
            match self.ask(&ask, None) {
                Ok(answer) => match self.inquiry_menu(&Number(answer.value)) {
                    Err(Turn::Leave) => return Ok(()),
                    other => other?,
                },
                Err(Turn::Back) => {}
                Err(Turn::Leave) => return Ok(()),
                Err(turn) => return Err(turn),
            }
        }
    }
}
