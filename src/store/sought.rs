//! What is sought in the ledger: one type for the screen, the command line and exports.

use chrono::NaiveDate;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::figures::Behind;
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::inquiry::Stage;

/// How an inquiry stands, as far as someone seeks by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Not closed.
    Unclosed,
    /// Late once, or a rule was broken in it, whatever came of it.
    Breached,
    /// At one stage; closed is one of them.
    At(Stage),
}

impl Standing {
    /// Every standing, what is sought most often first.
    pub const ALL: [Self; 12] = [
        Self::Unclosed,
        Self::Breached,
        Self::At(Stage::Closed),
        Self::At(Stage::Open),
        Self::At(Stage::Unsigned),
        Self::At(Stage::Working),
        Self::At(Stage::Visitor),
        Self::At(Stage::Conferring),
        Self::At(Stage::Superior),
        Self::At(Stage::Accepted),
        Self::At(Stage::Answered),
        Self::At(Stage::Ruling),
    ];

    /// The standing as scripts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unclosed => "unclosed",
            Self::Breached => "breached",
            Self::At(stage) => stage.as_str(),
        }
    }

    /// Reads what [`Standing::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// What is sought: everything that is named has to fit, nothing named fits all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sought {
    /// Entered on this day or later.
    #[serde(with = "day", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Entered on this day or before.
    #[serde(with = "day", skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Who was first asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<StaffNo>,
    /// Through whose hands it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hands: Option<StaffNo>,
    /// Through which department it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// By which channel it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// How it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// The matter's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// The clock or rule that was breached in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<ClockId>,
    /// The figure that counts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behind: Option<Behind>,
    /// Number, name, telephone tail, words, pinyin or initials; empty for all.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Sought {
    /// Every inquiry that fits a text.
    pub fn text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Whether nothing but days is named.
    pub fn is_days_alone(&self) -> bool {
        let days = Self {
            from: self.from,
            until: self.until,
            ..Self::default()
        };
        self.text.trim().is_empty()
            && days
                == Self {
                    text: String::new(),
                    ..self.clone()
                }
    }

    /// The first number of the first day, and the first one past the last day.
    pub(super) fn bounds(&self) -> (Option<String>, Option<String>) {
        let day = |date: NaiveDate| date.format("%Y%m%d").to_string();
        let past = self.until.and_then(|date| date.succ_opt());
        (self.from.map(day), past.map(day))
    }
}

/// Part of a query: where it reads first, and what has to hold.
pub(super) struct Clauses {
    /// Tables, the inquiry's own as `i`.
    pub tables: &'static str,
    /// The column by which rows are in order.
    pub number: &'static str,
    /// Conditions, each with its values in order.
    pub conditions: Vec<(String, Vec<Value>)>,
}

/// Reads one table first, in the order of numbers, and the inquiry beside it.
macro_rules! beside {
    ($table:literal) => {
        concat!($table, " CROSS JOIN inquiry i ON i.inquiry = d.inquiry")
    };
}

impl Sought {
    /// The condition that leaves the fewest is read from its own index; the others are
    /// looked at row by row. Row by row, nothing is read but the inquiry itself where
    /// `driven` is false.
    pub(super) fn clauses(&self, driven: bool) -> Clauses {
        let mut clauses = Clauses {
            tables: "inquiry i",
            number: "i.inquiry",
            conditions: Vec::new(),
        };
        let mut lead = !driven;
        let mut leads = |clauses: &mut Clauses, tables: &'static str| {
            let first = !lead;
            lead = true;
            if first {
                clauses.tables = tables;
                if tables.contains(" d ") {
                    clauses.number = "d.inquiry";
                }
            }
            first
        };
        if let Some(rule) = &self.rule {
            let text = rule.0.clone();
            if leads(&mut clauses, beside!("breach d INDEXED BY breach_rule")) {
                clauses.and("d.rule = ?", text);
            } else {
                clauses.and(
                    "EXISTS (SELECT 1 FROM breach b WHERE b.inquiry = i.inquiry AND b.rule = ?)",
                    text,
                );
            }
        }
        match self.standing {
            Some(Standing::Unclosed) => {
                leads(&mut clauses, beside!("pending d "));
                clauses.that("i.stage <> 'closed'");
            }
            Some(Standing::Breached) => {
                leads(&mut clauses, beside!("breach d "));
                clauses.that("i.breaches > 0");
            }
            Some(Standing::At(Stage::Closed)) => clauses.that("i.stage = 'closed'"),
            Some(Standing::At(stage)) => {
                leads(&mut clauses, "inquiry i INDEXED BY inquiry_unclosed");
                clauses.that("i.stage <> 'closed'");
                clauses.and("i.stage = ?", stage.as_str().to_owned());
            }
            None => {}
        }
        if let Some(hands) = &self.hands {
            if leads(&mut clauses, beside!("leg d INDEXED BY leg_holder")) {
                clauses.and("d.holder = ?", hands.0.clone());
            } else {
                clauses.and(
                    "EXISTS (SELECT 1 FROM leg l WHERE l.inquiry = i.inquiry AND l.holder = ?)",
                    hands.0.clone(),
                );
            }
        }
        if let Some(matter) = &self.matter {
            leads(&mut clauses, "inquiry i INDEXED BY inquiry_matter");
            clauses.that("i.matter <> ''");
            clauses.and("i.matter = ?", matter.clone());
        }
        if let Some(first) = &self.first {
            leads(&mut clauses, "inquiry i INDEXED BY inquiry_first");
            clauses.and("i.first = ?", first.0.clone());
        }
        if let Some(channel) = &self.channel {
            leads(&mut clauses, "inquiry i INDEXED BY inquiry_channel");
            clauses.and("i.channel = ?", channel.clone());
        }
        if let Some(department) = &self.department {
            if leads(&mut clauses, beside!("leg d INDEXED BY leg_department")) {
                clauses.and("d.department = ?", department.clone());
            } else {
                clauses.and(
                    "EXISTS (SELECT 1 FROM leg l WHERE l.inquiry = i.inquiry \
                     AND l.department = ?)",
                    department.clone(),
                );
            }
        }
        if let Some(behind) = &self.behind {
            let drive = behind.drive();
            leads(&mut clauses, drive.tables);
            let values = drive.values.into_iter().map(Value::Text).collect();
            clauses.conditions.push((drive.condition, values));
        }
        let (from, past) = self.bounds();
        if let Some(from) = from {
            clauses.numbered(">=", from);
        }
        if let Some(past) = past {
            clauses.numbered("<", past);
        }
        clauses
    }
}

impl Clauses {
    /// Adds a condition with one value.
    pub fn and(&mut self, condition: &str, value: String) {
        self.conditions
            .push((condition.to_owned(), vec![Value::Text(value)]));
    }

    /// Adds a condition on the number.
    pub fn numbered(&mut self, how: &str, number: String) {
        let condition = format!("{} {how} ?", self.number);
        self.and(&condition, number);
    }

    fn that(&mut self, condition: &str) {
        self.conditions.push((condition.to_owned(), Vec::new()));
    }

    /// The conditions as one, with their values.
    pub fn joined(self) -> (String, Vec<Value>) {
        let mut parts = vec!["1".to_owned()];
        let mut values = Vec::new();
        for (condition, own) in self.conditions {
            parts.push(condition);
            values.extend(own);
        }
        (parts.join(" AND "), values)
    }
}

/// A day as `2026-04-07`.
mod day {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "as serde calls it"
    )]
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        Ok(text.and_then(|text| text.parse().ok()))
    }
}
