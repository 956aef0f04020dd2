//! What a check of a file prints, whichever kind of file it is.

use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use crate::i18n::cli as words;

/// One thing that does not fit.
#[derive(Debug)]
pub struct Fault {
    /// The line, from 1, where it can be told.
    pub line: Option<usize>,
    /// What is wrong, without the place.
    pub message: String,
    /// The same with file and line.
    pub sentence: String,
}

/// Prints the faults of a file, and says with which status that ends.
///
/// # Errors
///
/// When nobody reads them.
pub fn print(faults: &[Fault], file: &str, cx: &Context) -> Result<Status, Failure> {
    let status = if faults.is_empty() {
        Status::Done
    } else {
        Status::Refused
    };
    if cx.json {
        let errors: Vec<Value> = faults
            .iter()
            .map(|fault| json!({"file": file, "line": fault.line, "message": fault.message}))
            .collect();
        let mut value = json!({"errors": errors, "warnings": []});
        if let (Value::Object(map), Status::Refused) = (&mut value, status) {
            map.insert("refused".to_owned(), "faulty_file".into());
            map.insert(
                "message".to_owned(),
                words::faulty_file(cx.lang(), file, faults.len()).into(),
            );
        }
        out::json(&value)?;
    } else if faults.is_empty() {
        out::text(&words::file_fits(cx.lang(), file))?;
    } else {
        let lines: Vec<&str> = faults.iter().map(|one| one.sentence.as_str()).collect();
        out::text(&lines.join("\n"))?;
        out::say(&words::faulty_file(cx.lang(), file, faults.len()));
    }
    Ok(status)
}
