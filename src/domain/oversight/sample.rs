//! A sample of what was closed, drawn by a seed on record, so that anyone can draw it again.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::ids::{Number, StaffNo};
use crate::domain::private::Private;
use crate::domain::time::Moment;

/// Quality control drew a sample of what was closed in a period (D8 art. 4.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// Number of the sample.
    pub sample: String,
    /// The period's first instant.
    pub from: Moment,
    /// The first instant after the period.
    pub to: Moment,
    /// How many of a hundred, 1 to 100.
    pub percent: u32,
    /// What the draw hangs on, in hexadecimal.
    pub seed: String,
    /// How many were closed in the period.
    pub of: u32,
    /// What was drawn, in the order of the draw.
    pub inquiries: Vec<Number>,
    /// Who drew it.
    pub by: StaffNo,
}

/// Quality control asked the visitor of a sampled inquiry, or tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Number of the sample.
    pub sample: String,
    /// The inquiry, which this changes nothing of.
    pub inquiry: Number,
    /// Who asked.
    pub by: StaffNo,
    /// Whether the visitor was reached.
    pub reached: bool,
    /// Whether the visitor says that it was settled; nothing where nobody was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<bool>,
    /// How satisfied, 5 to 1; 0 when nothing was said.
    pub level: u8,
    /// What was found.
    pub text: Private<String>,
}

/// Draws `percent` of a hundred of these, rounded up: those whose SHA-256 of the seed's
/// text and the number comes first. Whoever has seed and numbers draws the same.
pub fn draw(seed: &str, percent: u32, closed: &[Number]) -> Vec<Number> {
    let mut all: Vec<(Vec<u8>, &Number)> = closed
        .iter()
        .map(|number| (rank(seed, number), number))
        .collect();
    all.sort();
    all.dedup();
    let wanted = (all.len() as u64 * u64::from(percent.min(100))).div_ceil(100);
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    let drawn = all.into_iter().take(wanted);
    drawn.map(|(_, number)| number.clone()).collect()
}

fn rank(seed: &str, number: &Number) -> Vec<u8> {
    Sha256::digest(format!("{seed}{number}")).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: u32) -> Vec<Number> {
        (1..=count)
            .map(|one| Number(format!("20260403-{one:04}")))
            .collect()
    }

    #[test]
    fn the_same_seed_draws_the_same_whatever_the_order() {
        let closed = numbers(40);
        let mut turned = closed.clone();
        turned.reverse();
        assert_eq!(draw("ab12", 10, &closed), draw("ab12", 10, &turned));
        assert_ne!(draw("ab12", 10, &closed), draw("ab13", 10, &closed));
        assert_eq!(draw("ab12", 10, &closed).len(), 4);
    }

    #[test]
    fn a_part_of_one_is_one_and_nothing_gives_nothing() {
        assert_eq!(draw("ab", 1, &numbers(3)).len(), 1);
        assert_eq!(draw("ab", 100, &numbers(3)).len(), 3);
        assert_eq!(draw("ab", 5, &[]), []);
    }
}
