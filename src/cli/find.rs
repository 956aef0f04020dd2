//! `find`: inquiries by number, name, telephone tail, words, pinyin, initials.

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::table::Table;
use super::{out, register};
use crate::domain::mask::{mask_name, mask_phone};
use crate::i18n::{cli as words, words as names};

/// What is looked for.
#[derive(Debug, Args)]
pub struct FindArgs {
    /// Number, name, telephone tail, words, pinyin or initials
    text: String,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u32,
}

/// Prints what fits, newest first.
pub fn run(args: &FindArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let hits = desk
        .read()
        .find(&args.text, args.limit)
        .map_err(|error| register::unread(lang, &error))?;
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
