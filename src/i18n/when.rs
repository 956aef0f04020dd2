//! Times as clerks write them: `15:30`, `04-03 16:50`, `明天 10:00`.

use super::words;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// Reads a time near `now`, both by the office's wall clock; `None` when it is
/// not one.
///
/// A time alone means today. A date without a year is the one nearest to now.
pub fn read(typed: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let plain = typed
        .trim()
        .replace('：', ":")
        .replace(['/', '.'], "-")
        .to_lowercase();
    let mut parts = plain.split_whitespace();
    let (first, second) = (parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    if let Some(second) = second {
        return Some(day(first, now)?.and_time(time(second)?));
    }
    if let Some(time) = time(first) {
        return Some(now.date().and_time(time));
    }
    // `明天10:00`: hanzi need no space behind them.
    let cut = first.find(|c: char| c.is_ascii_digit())?;
    let (word, rest) = first.split_at(cut);
    Some(named(word, now.date())?.and_time(time(rest)?))
}

fn time(text: &str) -> Option<NaiveTime> {
    let (hours, minutes) = match text.split_once(':') {
        Some(parts) => parts,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return None,
    };
    let digits = |text: &str| {
        let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| text.parse::<u32>().ok()).flatten()
    };
    NaiveTime::from_hms_opt(digits(hours)?, digits(minutes)?, 0)
}

fn day(text: &str, now: NaiveDateTime) -> Option<NaiveDate> {
    let today = now.date();
    if let Some(day) = named(text, today) {
        return Some(day);
    }
    let numbers: Option<Vec<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    match numbers?.as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
        [month, day] => (today.year() - 1..=today.year() + 1)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, *month, *day))
            .min_by_key(|date| (*date - today).num_days().abs()),
        _ => None,
    }
}

fn named(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    today.checked_add_signed(TimeDelta::try_days(words::days_ahead(word)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn times_are_read_as_clerks_write_them() {
        let now = at("2026-04-03 16:50");
        for (typed, meant) in [
            ("15:30", "2026-04-03 15:30"),
            ("1530", "2026-04-03 15:30"),
            ("9：05", "2026-04-03 09:05"),
            ("04-07 10:00", "2026-04-07 10:00"),
            ("4/7 10:00", "2026-04-07 10:00"),
            ("2025-12-31 08:00", "2025-12-31 08:00"),
            ("明天 10:00", "2026-04-04 10:00"),
            ("明天10:00", "2026-04-04 10:00"),
            ("Tomorrow 10:00", "2026-04-04 10:00"),
            ("昨天 10:00", "2026-04-02 10:00"),
        ] {
            assert_eq!(read(typed, now), Some(at(meant)), "{typed}");
        }
        for typed in ["", "soon", "25:00", "04-31 10:00", "10:00 04-07", "1 2 3"] {
            assert_eq!(read(typed, now), None, "{typed}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_nearest_one() {
        assert_eq!(
            read("12-31 17:00", at("2026-01-02 09:00")),
            Some(at("2025-12-31 17:00"))
        );
        assert_eq!(
            read("01-04 10:00", at("2026-12-30 09:00")),
            Some(at("2027-01-04 10:00"))
        );
    }
}
