//! Made-up visitors, some of whom come again.

use serde::Deserialize;

use super::cast::read;
use super::chance::Chance;
use crate::desk::DeskError;
use crate::domain::command::Visitor;

const FILE: &str = "names.toml";
const TEXT: &str = include_str!("../builtin/demo/names.toml");

/// Parts that names and small remarks are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    surnames: String,
    double_surnames: Vec<String>,
    given: String,
    trades: Vec<String>,
    firm_marks: Vec<String>,
    streets: Vec<String>,
    /// Why something is entered late.
    pub late_reasons: Vec<String>,
    /// What is passed on at a shift change beside inquiries.
    pub handover_notes: Vec<String>,
    /// What the one who leaves says about an item.
    pub item_notes: Vec<String>,
    /// Why a time in principle was overrun.
    pub overruns: Vec<String>,
    /// Why more time is asked for.
    pub extensions: Vec<String>,
    /// What an applicant is told when time does not count.
    pub suspended: Vec<String>,
    /// What is noted when someone comes again.
    pub came_again: Vec<String>,
    /// What is taken in with an application.
    pub taken_in: Vec<String>,
}

impl Names {
    pub fn read() -> Result<Self, DeskError> {
        read(FILE, TEXT)
    }
}

/// Everyone who comes to the hall.
#[derive(Debug)]
pub(super) struct Visitors {
    surnames: Vec<char>,
    given: Vec<char>,
    names: Names,
    met: u32,
    scramble: u32,
    today: Vec<Visitor>,
    known: Vec<Visitor>,
}

/// How many visitors of the last days may come again.
const REMEMBERED: usize = 600;
/// Telephone numbers with one prefix.
const BLOCK: u32 = 10_000;

impl Visitors {
    pub fn new(names: Names, chance: &mut Chance) -> Self {
        let letters = |text: &str| text.chars().filter(|ch| !ch.is_whitespace()).collect();
        Self {
            surnames: letters(&names.surnames),
            given: letters(&names.given),
            names,
            met: 0,
            scramble: chance.below(BLOCK),
            today: Vec::new(),
            known: Vec::new(),
        }
    }

    /// Small remarks.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Who comes next: someone new mostly.
    pub fn next(&mut self, from_firms: u32, chance: &mut Chance) -> Visitor {
        let visitor = if !self.known.is_empty() && chance.happens(12) {
            let count = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            self.known.swap_remove(chance.below(count) as usize)
        } else {
            self.stranger(from_firms, chance)
        };
        self.today.push(visitor.clone());
        visitor
    }

    /// Someone who has not been here before.
    pub fn stranger(&mut self, from_firms: u32, chance: &mut Chance) -> Visitor {
        let unit = if chance.happens(from_firms) {
            let mark = chance.text(&self.names.firm_marks);
            let trade = chance.text(&self.names.trades);
            format!("{mark}{trade}有限公司")
        } else {
            String::new()
        };
        let address = if chance.happens(15) {
            let street = chance.text(&self.names.streets);
            format!("{street}{}号", chance.between(1, 188))
        } else {
            String::new()
        };
        Visitor {
            name: self.name(chance),
            phone: self.phone(),
            unit,
            address,
            id_number: String::new(),
        }
    }

    /// The day is over: whoever came today may come again from tomorrow on, so
    /// that nobody asks the same twice in a day.
    pub fn end_of_day(&mut self) {
        self.known.append(&mut self.today);
        let surplus = self.known.len().saturating_sub(REMEMBERED);
        self.known.drain(..surplus);
    }

    /// Whoever came so far does not come again: they came on days that are not played yet.
    pub fn end_of_scenes(&mut self) {
        self.today.clear();
    }

    fn name(&self, chance: &mut Chance) -> String {
        let mut name = if chance.happens(1) {
            chance.text(&self.names.double_surnames)
        } else {
            chance
                .pick(&self.surnames)
                .map(char::to_string)
                .unwrap_or_default()
        };
        let letters = if chance.happens(28) { 1 } else { 2 };
        for _ in 0..letters {
            name.extend(chance.pick(&self.given));
        }
        name
    }

    /// 139 0000 0000 to 139 0000 9999 in a scrambled order, then 138 0000 and so on.
    fn phone(&mut self) -> String {
        let prefix = 139 - (self.met / BLOCK) % 10;
        let tail = (self.met * 7_919 + self.scramble) % BLOCK;
        self.met += 1;
        format!("{prefix}0000{tail:04}")
    }
}
