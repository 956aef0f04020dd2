//! Numbers that say by their last character whether they were copied rightly:
//! citizens' identity numbers (GB 11643) and unified social credit codes (GB 32100).
//!
//! What is found is a doubt to look at, never a reason to turn somebody away:
//! passports and other documents have numbers of their own.

use chrono::{Datelike, NaiveDate};

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// A person's identity number, 18 characters.
    Person,
    /// An organisation's unified social credit code, 18 characters.
    Organisation,
    /// Some other number, of which nothing can be said.
    Other,
}

/// What makes a number doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// An identity number has 18 characters.
    Length {
        /// How many it has.
        has: usize,
    },
    /// No such day of birth, or one that is still to come.
    Birth,
    /// The last character does not follow from the others.
    Check,
    /// A character that no such code has.
    Character(char),
}

/// Characters of a unified social credit code, each worth its place: neither I, O, S,
/// V nor Z, which are read as digits.
const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// How long both numbers are.
const LENGTH: usize = 18;
/// Nobody who is older comes to a counter.
const ELDEST: i32 = 130;

/// Reads a number as it was typed, width and case aside; `today` is the office's day.
///
/// # Errors
///
/// What is doubtful about it.
pub fn identify(typed: &str, today: NaiveDate) -> Result<Identity, Doubt> {
    let plain = plain(typed);
    let digits = plain.iter().take_while(|c| c.is_ascii_digit()).count();
    let numeric = digits == plain.len() || (digits + 1 == plain.len() && plain.ends_with(&['X']));
    match plain.len() {
        LENGTH if digits >= LENGTH - 1 => person_or_organisation(&plain, today),
        LENGTH => organisation(&plain),
        has @ (16 | 17 | 19 | 20) if numeric => Err(Doubt::Length { has }),
        _ => Ok(Identity::Other),
    }
}

/// The number without spaces and dashes, as capital letters of plain width.
fn plain(typed: &str) -> Vec<char> {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let letters = typed.chars().map(narrow);
    letters
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// A number of digits alone is nearly always a person's; an enterprise's, which
/// begins with 9, may be one too.
fn person_or_organisation(plain: &[char], today: NaiveDate) -> Result<Identity, Doubt> {
    match person(plain, today) {
        Err(Doubt::Birth) if plain[0] == '9' => organisation(plain),
        other => other,
    }
}

fn person(plain: &[char], today: NaiveDate) -> Result<Identity, Doubt> {
    let number = |places: std::ops::Range<usize>| {
        plain[places]
            .iter()
            .filter_map(|c| c.to_digit(10))
            .fold(0, |all, digit| all * 10 + digit)
    };
    let year = i32::try_from(number(6..10)).unwrap_or_default();
    let born = NaiveDate::from_ymd_opt(year, number(10..12), number(12..14));
    let alive = |day: &NaiveDate| *day <= today && today.year() - day.year() <= ELDEST;
    if !born.as_ref().is_some_and(alive) {
        return Err(Doubt::Birth);
    }
    let sum: u32 = plain[..LENGTH - 1]
        .iter()
        .zip(weights(2, 11))
        .map(|(c, weight)| c.to_digit(10).unwrap_or_default() * weight)
        .sum();
    let check = match (12 - sum % 11) % 11 {
        10 => 'X',
        digit => char::from_digit(digit, 10).unwrap_or('X'),
    };
    if plain[LENGTH - 1] == check {
        Ok(Identity::Person)
    } else {
        Err(Doubt::Check)
    }
}

fn organisation(plain: &[char]) -> Result<Identity, Doubt> {
    let mut worth = Vec::with_capacity(LENGTH);
    for c in plain {
        match LETTERS.chars().zip(0_u32..).find(|(letter, _)| letter == c) {
            Some((_, place)) => worth.push(place),
            None => return Err(Doubt::Character(*c)),
        }
    }
    let (last, body) = (worth[LENGTH - 1], &worth[..LENGTH - 1]);
    let mut weight = 1;
    let mut sum = 0;
    for place in body {
        sum += place * weight;
        weight = weight * 3 % 31;
    }
    if (31 - sum % 31) % 31 == last {
        Ok(Identity::Organisation)
    } else {
        Err(Doubt::Check)
    }
}

/// Powers of `base` modulo `modulus`, the highest first, down to `base` itself.
fn weights(base: u32, modulus: u32) -> impl Iterator<Item = u32> {
    let mut all = Vec::with_capacity(LENGTH - 1);
    let mut weight = base % modulus;
    for _ in 1..LENGTH {
        all.push(weight);
        weight = weight * base % modulus;
    }
    all.into_iter().rev()
}

#[cfg(test)]
mod tests;
