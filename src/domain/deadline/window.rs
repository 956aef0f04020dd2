//! A rolling period: how often something happened within so many months.

use chrono::NaiveDate;

use super::due::corresponding_day;

/// How many of `dates` lie no more than `months` before `day`.
///
/// A period begins on the date itself and lasts until its corresponding day,
/// which still belongs to it; where that month has no such day, until the
/// month's last (民法典 art. 202). It is a rolling period, not a calendar year:
/// what happened after `day` is not counted, what happened on it is.
///
/// ```
/// use shouwen::domain::deadline::falls_within;
///
/// let before = ["2025-03-10".parse()?];
/// assert_eq!(falls_within(&before, 12, "2026-03-10".parse()?), 1);
/// assert_eq!(falls_within(&before, 12, "2026-03-11".parse()?), 0);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn falls_within(dates: &[NaiveDate], months: u32, day: NaiveDate) -> usize {
    let lasts = |date: &NaiveDate| corresponding_day(*date, months).is_none_or(|end| day <= end);
    dates
        .iter()
        .filter(|date| **date <= day && lasts(date))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn within_a_year(dates: &[&str], at: &str) -> usize {
        let dates: Vec<NaiveDate> = dates.iter().map(|text| day(text)).collect();
        falls_within(&dates, 12, day(at))
    }

    #[test]
    fn the_corresponding_day_still_belongs_to_it_and_the_next_does_not() {
        assert_eq!(within_a_year(&["2025-08-20"], "2026-08-20"), 1);
        assert_eq!(within_a_year(&["2025-08-20"], "2026-08-21"), 0);
    }

    #[test]
    fn the_turn_of_the_calendar_year_changes_nothing() {
        assert_eq!(
            within_a_year(&["2025-12-31", "2026-01-01"], "2026-01-02"),
            2
        );
    }

    #[test]
    fn where_the_month_has_no_such_day_its_last_one_ends_it() {
        assert_eq!(within_a_year(&["2024-02-29"], "2025-02-28"), 1);
        assert_eq!(within_a_year(&["2024-02-29"], "2025-03-01"), 0);
        assert_eq!(falls_within(&[day("2025-08-31")], 6, day("2026-02-28")), 1);
        assert_eq!(falls_within(&[day("2025-08-31")], 6, day("2026-03-01")), 0);
    }

    #[test]
    fn the_same_day_counts_and_a_later_one_does_not() {
        assert_eq!(
            within_a_year(&["2026-05-01", "2026-05-02"], "2026-05-01"),
            1
        );
    }

    #[test]
    fn the_end_of_time_is_no_end_of_it() {
        let last = NaiveDate::MAX;
        assert_eq!(falls_within(&[last], u32::MAX, last), 1);
    }
}
