//! One of many that can be chosen.

use super::{Query, Rank};

/// One of many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What the command will be given.
    pub id: String,
    /// What is shown, and stands in the field once taken.
    pub label: String,
    /// What is shown beside it.
    pub detail: String,
    /// What else finds it, beside its label: the name in the other language, a number.
    pub also: Vec<String>,
}

/// The places of the choices that fit what was typed, best first; all of them, in
/// their order, when nothing is typed.
pub fn choose(typed: &str, choices: &[Choice]) -> Vec<usize> {
    let query = Query::new(typed);
    let matcher = query.matcher();
    let mut found: Vec<(Rank, usize)> = Vec::new();
    for (at, choice) in choices.iter().enumerate() {
        let texts =
            std::iter::once(choice.label.as_str()).chain(choice.also.iter().map(String::as_str));
        if let Some(rank) = matcher.best(texts) {
            found.push((rank, at));
        }
    }
    if !query.is_empty() {
        found.sort_unstable();
    }
    found.into_iter().map(|(_, at)| at).collect()
}
