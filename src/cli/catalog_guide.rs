//! `catalog publish`: the guide to every matter, as pages in a directory.

use std::path::Path;

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::{out, register};
use crate::guide::Kept;
use crate::guide::publish::{Unpublished, pages, publish};
use crate::i18n::guide as words;

/// Where to.
#[derive(Debug, Args)]
pub struct PublishArgs {
    /// The directory; a new one, or one that holds an earlier guide
    #[arg(value_name = "DIR")]
    directory: String,
}

/// Writes one page a matter, one of the office and an index, all of them or none.
pub fn run(args: &PublishArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = register::read(cx)?;
    let lang = cx.lang();
    let unread = |error| register::unread(lang, &error);
    let kept = Kept::of(&desk, lang).map_err(unread)?;
    let matters = kept.matters().map_err(unread)?;
    let pages = pages(&kept.about(), &matters);
    let directory = args.directory.trim_end_matches('/');
    publish(Path::new(directory), &pages).map_err(|why| match why {
        Unpublished::NotOurs(stranger) => {
            Failure::refused("not_a_guide", words::not_ours(lang, directory, &stranger))
        }
        Unpublished::Io(error) => Failure::NotSaved(words::unpublished(lang, directory, &error)),
    })?;
    if cx.json {
        let files: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        out::json(&json!({
            "directory": directory,
            "matters": matters.len(),
            "files": files,
        }))?;
    } else {
        out::text(&words::published(lang, directory, matters.len()))?;
    }
    Ok(Status::Done)
}
