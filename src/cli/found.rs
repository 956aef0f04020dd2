//! What was found in a sheet, cell by cell, as scripts and people read it.

use serde_json::{Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use super::register::Voice;
use crate::i18n::sheet as words;
use crate::sheet::finding::{Finding, Findings};

/// Prints the findings of a file, and says with which status that ends.
///
/// # Errors
///
/// When nobody reads them.
pub fn print(
    findings: &Findings,
    file: &str,
    voice: &Voice,
    cx: &Context,
) -> Result<Status, Failure> {
    let lang = cx.lang();
    let (errors, warnings) = (&findings.errors, &findings.warnings);
    let status = if errors.is_empty() {
        Status::Done
    } else {
        Status::Refused
    };
    if cx.json {
        let all = |findings: &[Finding]| -> Vec<Value> {
            findings.iter().map(|one| json(one, voice, cx)).collect()
        };
        let mut value = json!({"errors": all(errors), "warnings": all(warnings)});
        if let (Value::Object(map), Status::Refused) = (&mut value, status) {
            map.insert("refused".to_owned(), "faulty_file".into());
            let message = words::stopped(lang, file, errors.len(), warnings.len());
            map.insert("message".to_owned(), message.into());
        }
        out::json(&value)?;
        return Ok(status);
    }
    let errors = errors.iter().map(|one| words::finding(lang, one, voice));
    let warnings = warnings.iter().map(|one| {
        let sentence = words::finding(lang, one, voice);
        words::warning(lang, &sentence)
    });
    let mut lines: Vec<String> = errors.chain(warnings).collect();
    let (errors, warnings) = (findings.errors.len(), findings.warnings.len());
    if errors == 0 {
        lines.push(words::fits(lang, file, warnings));
        out::text(&lines.join("\n"))?;
    } else {
        out::text(&lines.join("\n"))?;
        out::say(&words::stopped(lang, file, errors, warnings));
    }
    Ok(status)
}

/// One finding as scripts read it.
pub fn json(finding: &Finding, voice: &Voice, cx: &Context) -> Value {
    json!({
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "code": finding.what.code(),
        "message": words::message(cx.lang(), &finding.what, voice),
    })
}
