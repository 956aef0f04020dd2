//! The ledger: every inquiry, newest first, a page at a time from any place in it.
//!
//! Pages are found by the number that they begin after, so that the last page of a
//! million costs what the first one does.

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::error::StoreError;
use super::open::Store;
use super::read::{InquiryRow, ROW, Read, inquiry_row};
use super::said;
use super::sought::{Clauses, Sought};
use super::views;
use crate::domain::ids::Number;
use crate::search;

/// So many matters are looked into when letters fit several.
const MATTERS: usize = 5;
/// A text that finds no more than this is looked up whole; one that finds more is
/// found often enough among the newest.
const FEW: usize = 5_000;
/// Counting goes no further.
const COUNTED: u32 = 10_000;

/// On which side of a number a page lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// The newest of all.
    Newest,
    /// The oldest of all.
    Oldest,
    /// This one, or where it would be, and what is older.
    From(Number),
    /// What is older than this.
    Older(Number),
    /// What is newer than this, the nearest.
    Newer(Number),
}

/// How many fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// At least so many.
    AtLeast(u64),
}

/// What a text comes to.
enum Meant {
    /// Nothing was typed.
    All,
    /// These, the newest first.
    Few(Vec<String>),
    /// Too many to look up: what has to hold of each.
    Many(String, Vec<Value>),
}

/// One way in which a text may be meant: where to look it up, and how to tell it of a row.
struct Way {
    lookup: &'static str,
    test: &'static str,
    values: Vec<Value>,
}

impl Store {
    /// Fills the ledger's own tables of a register that was made before there were any.
    pub(super) fn fill_ledger(&mut self) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        said::fill(&tx)?;
        let numbers: Vec<String> = tx
            .prepare("SELECT inquiry FROM inquiry WHERE breaches > 0")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for number in numbers {
            if let Some((state, _)) = (Read { conn: &tx }).inquiry(&number.clone().into())? {
                views::replace(&tx, &views::BREACH, &number, &views::breaches(&state))?;
            }
        }
        Ok(tx.commit()?)
    }
}

impl Read<'_> {
    /// A page of the ledger, newest first.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn ledger(
        &self,
        sought: &Sought,
        side: &Side,
        limit: u32,
    ) -> Result<Vec<InquiryRow>, StoreError> {
        match self.meant(&sought.text)? {
            Meant::Few(numbers) => self.of_few(sought, &numbers, side, limit),
            Meant::All => self.in_order(sought.clauses(true), side, limit),
            Meant::Many(test, values) => {
                let mut clauses = sought.clauses(true);
                clauses.conditions.push((test, values));
                self.in_order(clauses, side, limit)
            }
        }
    }

    /// Inquiries that fit a text, newest first.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn find(&self, text: &str, limit: u32) -> Result<Vec<InquiryRow>, StoreError> {
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        self.ledger(&Sought::text(text), &Side::Newest, limit)
    }

    fn in_order(
        self,
        mut clauses: Clauses,
        side: &Side,
        limit: u32,
    ) -> Result<Vec<InquiryRow>, StoreError> {
        let upwards = matches!(side, Side::Oldest | Side::Newer(_));
        match side {
            Side::Newest | Side::Oldest => {}
            Side::From(number) => clauses.numbered("<=", number.0.clone()),
            Side::Older(number) => clauses.numbered("<", number.0.clone()),
            Side::Newer(number) => clauses.numbered(">", number.0.clone()),
        }
        let (tables, number) = (clauses.tables, clauses.number);
        let (condition, mut values) = clauses.joined();
        // One inquiry may stand several times in the table that is read first.
        let once = if number == "d.inquiry" {
            "GROUP BY d.inquiry"
        } else {
            ""
        };
        let order = if upwards { "ASC" } else { "DESC" };
        let sql = format!(
            "SELECT {ROW} FROM {tables} WHERE {condition} {once} ORDER BY {number} {order} LIMIT ?"
        );
        values.push(Value::Integer(limit.into()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(&values), inquiry_row)?;
        let mut rows: Vec<InquiryRow> = rows.collect::<rusqlite::Result<_>>()?;
        if upwards {
            rows.reverse();
        }
        Ok(rows)
    }

    /// Of numbers that were looked up, the page of those for which the rest holds too.
    fn of_few(
        self,
        sought: &Sought,
        numbers: &[String],
        side: &Side,
        limit: u32,
    ) -> Result<Vec<InquiryRow>, StoreError> {
        let mut clauses = sought.clauses(false);
        clauses.conditions.insert(
            0,
            ("i.inquiry = ?".to_owned(), vec![Value::Text(String::new())]),
        );
        let (condition, mut values) = clauses.joined();
        let sql = format!("SELECT {ROW} FROM inquiry i WHERE {condition}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let newest_first: Box<dyn Iterator<Item = &String>> = match side {
            Side::Newest => Box::new(numbers.iter()),
            Side::From(at) => Box::new(numbers.iter().skip_while(move |one| **one > at.0)),
            Side::Older(at) => Box::new(numbers.iter().skip_while(move |one| **one >= at.0)),
            Side::Oldest => Box::new(numbers.iter().rev()),
            Side::Newer(at) => Box::new(numbers.iter().rev().skip_while(move |one| **one <= at.0)),
        };
        let mut rows = Vec::new();
        for number in newest_first {
            if rows.len() >= limit as usize {
                break;
            }
            if let Some(value) = values.first_mut() {
                *value = Value::Text(number.clone());
            }
            let params = rusqlite::params_from_iter(&values);
            rows.extend(statement.query_row(params, inquiry_row).optional()?);
        }
        if matches!(side, Side::Oldest | Side::Newer(_)) {
            rows.reverse();
        }
        Ok(rows)
    }

    /// How many fit; where every day's own count tells, without looking at any.
    ///
    /// # Errors
    ///
    /// When they cannot be counted.
    pub fn ledger_count(&self, sought: &Sought) -> Result<Count, StoreError> {
        if sought.is_days_alone() {
            return Ok(Count::Exactly(self.entered(sought)?));
        }
        let (clauses, few) = match self.meant(&sought.text)? {
            Meant::Few(numbers) => {
                let found = self.of_few(sought, &numbers, &Side::Newest, COUNTED)?;
                (None, found.len())
            }
            Meant::All => (Some(sought.clauses(true)), 0),
            Meant::Many(test, values) => {
                let mut clauses = sought.clauses(true);
                clauses.conditions.push((test, values));
                (Some(clauses), 0)
            }
        };
        let Some(clauses) = clauses else {
            return Ok(Count::Exactly(few as u64));
        };
        let (tables, number) = (clauses.tables, clauses.number);
        let (condition, mut values) = clauses.joined();
        let once = if number == "d.inquiry" {
            "GROUP BY d.inquiry"
        } else {
            ""
        };
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {condition} {once} LIMIT ?)"
        );
        values.push(Value::Integer(COUNTED.into()));
        let found: u64 = self
            .conn
            .prepare_cached(&sql)?
            .query_row(rusqlite::params_from_iter(&values), whole)?;
        Ok(if found < COUNTED.into() {
            Count::Exactly(found)
        } else {
            Count::AtLeast(found)
        })
    }

    /// How many were entered on the days that are named, from the serials of each day.
    fn entered(self, sought: &Sought) -> Result<u64, StoreError> {
        let (from, past) = sought.bounds();
        let from = format!("day:{}", from.unwrap_or_default());
        let past = past.map_or_else(|| "day;".to_owned(), |past| format!("day:{past}"));
        let sql = "SELECT coalesce(sum(last), 0) FROM serial WHERE series >= ?1 AND series < ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([from, past], whole)?)
    }

    /// The place of an inquiry among those entered on the days that are named, the
    /// newest being the first.
    ///
    /// # Errors
    ///
    /// When it cannot be counted.
    pub fn ledger_place(&self, sought: &Sought, number: &Number) -> Result<u64, StoreError> {
        let Some((day, serial)) = number.as_str().split_once('-') else {
            return Ok(0);
        };
        let (_, past) = sought.bounds();
        let past = past.map_or_else(|| "day;".to_owned(), |past| format!("day:{past}"));
        let sql = "SELECT coalesce(sum(last), 0) FROM serial WHERE series >= ?1 AND series < ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let from: u64 = statement.query_row([format!("day:{day}"), past], whole)?;
        Ok((from + 1).saturating_sub(serial.parse().unwrap_or(0)))
    }

    fn meant(self, text: &str) -> Result<Meant, StoreError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Meant::All);
        }
        let ways = self.ways(text)?;
        let mut numbers: BTreeSet<String> = BTreeSet::new();
        let mut many = false;
        for way in &ways {
            let mut found = 0_usize;
            let mut statement = self.conn.prepare_cached(way.lookup)?;
            let mut values = way.values.clone();
            values.push(Value::Integer(i64::try_from(FEW).unwrap_or(i64::MAX) + 1));
            let mut rows = statement.query(rusqlite::params_from_iter(&values))?;
            while let Some(row) = rows.next()? {
                found += 1;
                match row.get::<_, Value>(0)? {
                    Value::Text(number) => numbers.insert(number),
                    Value::Integer(place) => numbers.insert(said::number(place)),
                    Value::Null | Value::Real(_) | Value::Blob(_) => false,
                };
            }
            many |= found > FEW;
            if many {
                break;
            }
        }
        if !many {
            return Ok(Meant::Few(numbers.into_iter().rev().collect()));
        }
        let tests: Vec<&str> = ways.iter().map(|way| way.test).collect();
        let values = ways.iter().flat_map(|way| way.values.clone()).collect();
        Ok(Meant::Many(format!("({})", tests.join(" OR ")), values))
    }

    /// Every way in which a text may be meant.
    fn ways(self, text: &str) -> Result<Vec<Way>, StoreError> {
        let mut ways = Vec::new();
        let range =
            |from: &str, to: &str| vec![Value::Text(from.to_owned()), Value::Text(to.to_owned())];
        if text.starts_with(|ch: char| ch.is_ascii_digit()) && text.len() >= 4 {
            ways.push(Way {
                lookup: "SELECT inquiry FROM inquiry WHERE inquiry >= ? AND inquiry < ? LIMIT ?",
                test: "(i.inquiry >= ? AND i.inquiry < ?)",
                values: range(text, &format!("{text}{}", char::MAX)),
            });
        }
        for (from, to) in search::query_ranges(text) {
            ways.push(Way {
                lookup: "SELECT inquiry FROM search_key WHERE key >= ? AND key < ? LIMIT ?",
                test: "EXISTS (SELECT 1 FROM search_key k WHERE k.inquiry = i.inquiry \
                       AND k.key >= ? AND k.key < ?)",
                values: range(&from, &to),
            });
        }
        let matters = self.matters()?;
        let fitting = search::pick(text, matters.iter().map(|matter| matter.name.as_str()));
        for matter in fitting
            .into_iter()
            .take(MATTERS)
            .filter_map(|at| matters.get(at))
        {
            ways.push(Way {
                lookup: "SELECT inquiry FROM inquiry WHERE matter = ? AND matter <> '' LIMIT ?",
                test: "i.matter = ?",
                values: vec![Value::Text(matter.id.clone())],
            });
        }
        if let Some(query) = said::query(text) {
            ways.push(Way {
                lookup: "SELECT rowid FROM said WHERE said MATCH ? LIMIT ?",
                test: said::AMONG,
                values: vec![Value::Text(query)],
            });
        }
        Ok(ways)
    }
}

/// A count, which is never negative.
fn whole(row: &rusqlite::Row) -> rusqlite::Result<u64> {
    let count: i64 = row.get(0)?;
    Ok(u64::try_from(count).unwrap_or(0))
}
