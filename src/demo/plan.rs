//! How many inquiries come on which day.

use chrono::{Datelike, Weekday};

use super::hall::Hall;

/// The most inquiries of a working day.
const MOST_A_DAY: u32 = 1_500;
/// On an average day at most so many, which leaves room for busy ones.
const USUAL_MOST: u32 = 1_100;
/// The history has at least so many working days.
const LEAST_DAYS: u32 = 25;

/// How many working days a history with so many inquiries needs.
pub(super) fn working_days(inquiries: u32) -> u32 {
    inquiries
        .div_ceil(USUAL_MOST)
        .saturating_add(1)
        .max(LEAST_DAYS)
}

/// How many inquiries come on each day of the hall; they add up to `inquiries`
/// wherever the days have room for them.
pub(super) fn a_day(hall: &Hall, inquiries: u32) -> Vec<u32> {
    let weights: Vec<u64> = (0..hall.days().len()).map(|at| weight(hall, at)).collect();
    let total = weights.iter().sum::<u64>().max(1);
    let mut passed = 0;
    let mut given = 0;
    let mut counts = Vec::new();
    for weight in weights {
        passed += weight;
        let so_far = u64::from(inquiries) * passed / total;
        let count = u32::try_from(so_far - given).unwrap_or(MOST_A_DAY);
        counts.push(count.min(MOST_A_DAY));
        given = so_far;
    }
    counts
}

/// Busier on Mondays and after holidays; today only as far as it has gone.
fn weight(hall: &Hall, at: usize) -> u64 {
    let Some(day) = hall.days().get(at) else {
        return 0;
    };
    let usual: u64 = match day.date.weekday() {
        Weekday::Mon => 122,
        Weekday::Tue => 105,
        Weekday::Wed | Weekday::Thu => 96,
        Weekday::Fri | Weekday::Sat | Weekday::Sun => 82,
    };
    let after_holiday = if day.closed_before > 2 { 125 } else { usual };
    let open = hall.now().saturating_sub(day.first).min(day.minutes);
    usual.max(after_holiday) * u64::from(open)
}

#[cfg(test)]
mod tests {
    use super::{Hall, MOST_A_DAY, a_day, working_days};
    use crate::demo::{PRESENT, office};

    #[test]
    fn no_day_has_more_than_a_hall_can_serve_and_none_is_lost() {
        let rules = crate::builtin::rulebook::rulebook("tax").unwrap().unwrap();
        let office = office(&rules).unwrap();
        for inquiries in [0, 7, 400, 10_000, 100_000] {
            let hall = Hall::before(&office, PRESENT, working_days(inquiries));
            let counts = a_day(&hall, inquiries);
            assert_eq!(counts.iter().sum::<u32>(), inquiries);
            assert!(
                counts.iter().all(|count| *count <= MOST_A_DAY),
                "{counts:?}"
            );
        }
    }
}
