//! One of many that can be chosen.

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
