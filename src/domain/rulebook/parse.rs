//! From TOML text to a rulebook, or to the line that stands in the way.

use toml::de::DeTable;

use super::{Flaw, Rulebook, check};

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file as it was named.
    pub file: String,
    /// Line, counting from 1.
    pub line: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// Reads a rulebook.
///
/// # Errors
///
/// Every fault found: one for text that is not TOML or not of the rulebook's
/// shape, else one for each rule that cannot work.
pub fn parse(text: &str, file: &str) -> Result<Rulebook, Vec<Fault>> {
    let book: Rulebook = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        vec![Fault {
            file: file.to_owned(),
            line,
            flaw: Flaw::Parser(error.message().to_owned()),
        }]
    })?;
    let faults: Vec<Fault> = check(&book)
        .into_iter()
        .map(|finding| Fault {
            file: file.to_owned(),
            line: line_of(text, &finding.at),
            flaw: finding.flaw,
        })
        .collect();
    if faults.is_empty() {
        Ok(book)
    } else {
        Err(faults)
    }
}

/// The line on which the byte `offset` stands, counting from 1.
fn line_at(text: &str, offset: usize) -> usize {
    text.as_bytes()
        .iter()
        .take(offset)
        .filter(|byte| **byte == b'\n')
        .count()
        + 1
}

/// The line of the value at `path`, or of the nearest thing around it.
fn line_of(text: &str, path: &str) -> usize {
    let Ok(root) = DeTable::parse(text) else {
        return 1;
    };
    let mut steps = path.split('.');
    let Some(mut here) = steps.next().and_then(|name| root.get_ref().get(name)) else {
        return 1;
    };
    for step in steps {
        let next = match step.parse::<usize>() {
            Ok(place) => here.get_ref().get(place),
            Err(_) => here.get_ref().get(step),
        };
        match next {
            Some(value) => here = value,
            None => break,
        }
    }
    line_at(text, here.span().start)
}
