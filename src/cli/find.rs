//! `find`: inquiries by number, name, telephone tail, words, pinyin, initials.

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::table::Table;
use super::{out, register};
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::mask::{mask_name, mask_phone};
use crate::i18n::{Lang, cli as words, words as names};
use crate::store::{Side, Sought, Standing};

/// What is looked for.
#[derive(Debug, Args)]
pub struct FindArgs {
    /// Number, name, telephone tail, words, pinyin or initials
    #[arg(default_value = "", hide_default_value = true)]
    text: String,
    #[command(flatten)]
    by: ByArgs,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u32,
}

/// What else has to hold of an inquiry.
#[derive(Debug, Args)]
pub struct ByArgs {
    /// Entered on this day or later, 2026-04-07
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Entered on this day or before
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// First asked: a staff number
    #[arg(long, value_name = "STAFF")]
    first: Option<String>,
    /// Went through these hands: a staff number
    #[arg(long, value_name = "STAFF")]
    hands: Option<String>,
    /// Went through this department
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// Came by this channel
    #[arg(long, value_name = "ID")]
    channel: Option<String>,
    /// unclosed, breached, or a stage such as closed or unsigned
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// About this matter of the catalogue
    #[arg(long, value_name = "ID")]
    matter: Option<String>,
    /// In which this clock or rule was breached
    #[arg(long, value_name = "CLOCK")]
    breached: Option<String>,
}

impl ByArgs {
    /// What is sought, with a text.
    fn sought(&self, text: &str, lang: Lang) -> Result<Sought, Failure> {
        let bad = |name: &str, given: &str, known: Option<String>| {
            Failure::Usage(words::bad_value(lang, name, given, known))
        };
        let day = |name: &str, given: &Option<String>| match given.as_deref() {
            None => Ok(None),
            Some(given) => match given.parse::<NaiveDate>() {
                Ok(day) => Ok(Some(day)),
                Err(_) => Err(bad(name, given, Some("2026-04-07".to_owned()))),
            },
        };
        let standing = match self.state.as_deref() {
            None => None,
            Some(name) => Some(Standing::parse(name).ok_or_else(|| {
                let known: Vec<&str> = Standing::ALL.iter().map(|one| one.as_str()).collect();
                bad("--state", name, Some(known.join(" ")))
            })?),
        };
        Ok(Sought {
            from: day("--from", &self.from)?,
            until: day("--until", &self.until)?,
            first: self.first.as_deref().map(StaffNo::from),
            hands: self.hands.as_deref().map(StaffNo::from),
            department: self.department.clone(),
            channel: self.channel.clone(),
            standing,
            matter: self.matter.clone(),
            rule: self.breached.as_deref().map(ClockId::from),
            behind: None,
            text: text.trim().to_owned(),
        })
    }
}

/// Prints what fits, newest first.
pub fn run(args: &FindArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let sought = args.by.sought(&args.text, lang)?;
    let hits = if sought == Sought::default() {
        Vec::new()
    } else {
        let found = desk.read().ledger(&sought, &Side::Newest, args.limit);
        found.map_err(|error| register::unread(lang, &error))?
    };
    let offset = desk.office().offset;
    if cx.json {
        let all: Vec<Value> = hits
            .iter()
            .map(|hit| {
                json!({
                    "number": hit.inquiry,
                    "visitor": hit.name.as_deref().map(mask_name),
                    "phone": hit.phone.as_deref().map(mask_phone),
                    "matter": hit.matter,
                    "stage": hit.stage.as_str(),
                    "received_at": hit.received_at.rfc3339(offset),
                    "first": hit.first,
                    "holder": hit.holder,
                    "closed_at": hit.closed_at.map(|at| at.rfc3339(offset)),
                })
            })
            .collect();
        out::json(&all)?;
    } else if hits.is_empty() {
        out::text(&words::nothing_found(lang, &args.text))?;
    } else {
        let mut table = Table::new(words::find_columns(lang), cx.plain);
        for hit in &hits {
            table.row(&[
                hit.inquiry.as_str(),
                &hit.name.as_deref().map(mask_name).unwrap_or_default(),
                &hit.phone.as_deref().map(mask_phone).unwrap_or_default(),
                &hit.matter,
                names::stage(lang, hit.stage),
                &words::minute(hit.received_at.local(offset)),
            ]);
        }
        out::text(&table.finish())?;
    }
    Ok(Status::Done)
}
