//! `schema`: the JSON Schema of every command.

use super::failure::{Failure, Status};
use super::out;
use crate::domain::command::EnvelopeShape;

/// Prints it.
pub fn run() -> Result<Status, Failure> {
    out::json(&schemars::schema_for!(EnvelopeShape))?;
    Ok(Status::Done)
}
