//! A sheet of paper slips that are entered afterwards: each row becomes the
//! command that the counter would have sent, with the time when it was received
//! and the reason why it comes late.

mod row;
mod template;

use std::collections::BTreeMap;

use chrono::FixedOffset;
use sha2::{Digest, Sha256};

use super::finding::{Finding, Findings, What};
use super::headed::Headed;
use super::table::Table;
use crate::domain::command::{Command, Envelope, Register};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::i18n::Lang;
use crate::i18n::slips::{COLUMNS, HELP, SLIPS};

pub use template::template;

/// What a slip may name: people, matters, and the words of the rulebook.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Who enters the slips: they were the first asked.
    pub me: &'a Person,
    /// Everyone on the register.
    pub people: &'a [Person],
    /// Matters in force: id, name, English name.
    pub matters: &'a [(String, String, String)],
    /// Channels and kinds of request.
    pub rules: &'a Rulebook,
    /// Where the office's clock stands.
    pub offset: FixedOffset,
    /// Why they come late, for the whole sheet.
    pub reason: &'a str,
    /// The language of what is added to a reason.
    pub lang: Lang,
    /// Codes of questions that are answered with yes for the whole sheet.
    pub confirm: &'a [String],
}

/// One slip as it will be entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// Its row, from 1.
    pub row: usize,
    /// The command, with an id made from what the slip says: the same slip is
    /// entered once, however often its sheet is brought.
    pub envelope: Envelope,
}

/// The slips of a sheet, and where each refusal of one stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Slips {
    /// The slips, in their order.
    pub slips: Vec<Slip>,
    /// What was found.
    pub findings: Findings,
    sheet: String,
    names: BTreeMap<&'static str, String>,
}

/// Reads the sheet of slips in a file.
pub fn read(tables: &[Table], around: Around<'_>) -> Slips {
    let mut findings = Findings::default();
    let called =
        |names: &[&str], table: &Table| names.contains(&table.name.trim().to_lowercase().as_str());
    let named = tables.iter().find(|table| called(&SLIPS, table));
    let mut slips = Slips {
        slips: Vec::new(),
        findings: Findings::default(),
        sheet: SLIPS[0].to_owned(),
        names: BTreeMap::new(),
    };
    let Some(table) = named.or_else(|| tables.iter().find(|table| !called(&HELP, table))) else {
        slips
            .findings
            .errors
            .push(slips.at(1, "received_at", What::NoRows));
        return slips;
    };
    if !table.name.is_empty() {
        slips.sheet.clone_from(&table.name);
    }
    for other in tables {
        if !std::ptr::eq(other, table) && !called(&HELP, other) {
            findings.warnings.push(Finding {
                sheet: other.name.clone(),
                row: 1,
                column: String::new(),
                what: What::UnknownSheet,
            });
        }
    }
    let headed = Headed::new(table, &slips.sheet, COLUMNS, &mut findings);
    slips.names = COLUMNS
        .iter()
        .map(|one| (one.field, headed.name(one.field)))
        .collect();
    if headed.is_whole() {
        let mut seen = BTreeMap::new();
        for line in headed.lines() {
            let (register, slip) = row::read(&line, around, &mut findings);
            let request = request(around.me, &register, &slip, &mut seen);
            slips.slips.push(Slip {
                row: line.number(),
                envelope: Envelope {
                    command: Command::Register(Box::new(register)),
                    confirm: around.confirm.to_vec(),
                    request: Some(request),
                },
            });
        }
        if slips.slips.is_empty() {
            findings
                .errors
                .push(headed.at_heading("received_at", What::NoRows));
        }
    }
    slips.findings = findings;
    slips
}

/// An id made from what stands on the slip. Of two that say the same the second
/// is another, so that the guard against duplicates can ask.
fn request(
    me: &Person,
    register: &Register,
    slip: &str,
    seen: &mut BTreeMap<String, usize>,
) -> String {
    // The reason is not on the paper: given anew, the slip is still the same.
    let said = Register {
        late_reason: String::new(),
        ..register.clone()
    };
    let text = serde_json::to_string(&(&me.number, &said, slip)).unwrap_or_default();
    let digest = hex::encode(Sha256::digest(text.as_bytes()));
    let short = digest.get(..32).unwrap_or(&digest).to_owned();
    let nth = seen.entry(short.clone()).or_insert(0);
    *nth += 1;
    format!("slip-{short}-{nth}")
}

impl Slips {
    /// A refusal of the slip in this row, at the cell that it is about.
    pub fn refused(&self, row: usize, refusal: Refusal) -> Finding {
        let field = match (&refusal, refusal.field()) {
            (Refusal::Duplicate(_), _) | (_, Some(Field::Phone)) => "phone",
            (_, Some(Field::Name)) => "name",
            (_, Some(Field::Words)) => "words",
            (_, Some(Field::Matter)) => "matter",
            (_, Some(Field::Reason)) => "late_reason",
            (_, Some(Field::Department)) => "department",
            (_, Some(Field::Staff)) => "staff",
            (_, Some(Field::Answer | Field::Advice)) => "text",
            (Refusal::InPast(_), _) | (_, Some(Field::Promised)) => "promised",
            (_, Some(Field::AppointedAt)) => "appointment_at",
            (_, Some(Field::Place)) => "appointment_place",
            (Refusal::UnknownChannel(_), _) => "channel",
            (Refusal::UnknownKind(_), _) => "kind",
            (Refusal::ForbiddenPhrase(_), _) => "text",
            (_, _) => "received_at",
        };
        self.at(row, field, What::Refused(Box::new(refusal)))
    }

    fn at(&self, row: usize, field: &'static str, what: What) -> Finding {
        let column = self.names.get(field).cloned();
        Finding {
            sheet: self.sheet.clone(),
            row,
            column: column.unwrap_or_else(|| COLUMNS[0].zh.to_owned()),
            what,
        }
    }

    /// The commands, in their order.
    pub fn envelopes(&self) -> Vec<Envelope> {
        self.slips
            .iter()
            .map(|slip| slip.envelope.clone())
            .collect()
    }
}
