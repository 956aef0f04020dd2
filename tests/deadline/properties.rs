//! What holds for every limit, and a second counter that must agree to the minute.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use crate::kit::*;
use crate::oracle::{Hours, How, World};
use chrono::{Days, NaiveDateTime, TimeDelta};
use proptest::collection::vec;
use proptest::prelude::*;
use shouwen::domain::deadline::*;

const HOURS: [&str; 5] = [
    "09:00-12:00,14:00-17:30",
    "08:30-12:00,13:30-17:00",
    "00:00-24:00",
    "10:00-11:00,20:00-24:00",
    "09:00-12:00,12:00-17:00",
];

/// A world to count in, kept as plain values so that a failing one can be read.
#[derive(Debug, Clone)]
struct Scene {
    from: NaiveDateTime,
    hours: usize,
    own: Vec<(u64, Option<usize>)>,
    pauses: Vec<(i64, i64)>,
    receipt: bool,
    roll: bool,
}

fn scene() -> impl Strategy<Value = Scene> {
    let own = (0u64..40, prop::option::of(0..HOURS.len()));
    // Starts and ends often fall on an opening, a closing or a midnight.
    let instant = (
        -2i64..25,
        prop_oneof![
            Just(0i64),
            Just(540),
            Just(720),
            Just(840),
            Just(1050),
            0i64..1440
        ],
    );
    let pause = (
        instant,
        prop_oneof![Just(0i64), Just(60), Just(510), Just(1440), 0i64..9000],
    )
        .prop_map(|((day, minute), length)| (day * 1440 + minute, length));
    let from = (
        0i64..1000,
        prop_oneof![Just(1050i64), Just(0), Just(720), 0i64..1440],
    );
    (
        from,
        0..HOURS.len(),
        vec(own, 0..6),
        vec(pause, 0..4),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|((day, minute), hours, own, pauses, receipt, roll)| Scene {
            from: at("2024-01-02 00:00") + TimeDelta::minutes(day * 1440 + minute),
            hours,
            own,
            pauses,
            receipt,
            roll,
        })
}

impl Scene {
    fn own_days(&self) -> BTreeMap<chrono::NaiveDate, Option<usize>> {
        let first = self.from.date();
        self.own
            .iter()
            .map(|(day, hours)| (first + Days::new(*day), *hours))
            .collect()
    }

    fn office(&self) -> Office {
        let days = self
            .own_days()
            .into_iter()
            .map(|(date, hours)| match hours {
                None => closed_on(date),
                Some(hours) => opened(&date.to_string(), Some(HOURS[hours])),
            });
        let mut office = office_with(HOURS[self.hours], Week::STANDARD);
        office.calendar = office.calendar.with_overrides(days.collect()).unwrap();
        office
    }

    fn instants(&self) -> Vec<(NaiveDateTime, NaiveDateTime)> {
        let start = self.from.date().and_time(chrono::NaiveTime::MIN);
        let minutes = TimeDelta::minutes;
        let each = self.pauses.iter();
        each.map(|(from, length)| (start + minutes(*from), start + minutes(from + length)))
            .collect()
    }

    fn suspensions(&self) -> Vec<Suspension> {
        let each = self.instants().into_iter();
        each.map(|(from, until)| Suspension {
            from,
            until: Some(until),
            reason: SuspensionReason::Testing,
        })
        .collect()
    }

    fn rule(&self, amount: u32, unit: Unit) -> Rule {
        Rule {
            limit: Limit::new(amount, unit).unwrap(),
            counting: if self.receipt {
                Counting::ReceiptDay
            } else {
                Counting::NextDay
            },
            roll: self.roll,
        }
    }

    fn world(&self) -> World {
        let own = self.own_days().into_iter();
        World {
            off: dates(OFF),
            makeup: dates(MAKEUP),
            own: own
                .map(|(date, hours)| (date, hours.map(|at| minutes(HOURS[at]))))
                .collect(),
            hours: minutes(HOURS[self.hours]),
            pauses: self.instants(),
        }
    }

    fn due(&self, amount: u32, unit: Unit) -> Due {
        let rule = self.rule(amount, unit);
        compute(&rule, self.from, 0, &self.suspensions(), &self.office()).unwrap()
    }
}

fn minutes(hours: &str) -> Hours {
    let clock = |text: &str| {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
    };
    let span = |text: &str| {
        let (open, close) = text.split_once('-').unwrap();
        (clock(open), clock(close))
    };
    hours.split(',').map(span).collect()
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(Unit::ALL.to_vec())
}

/// A few months at most, so that one case stays short.
fn amount(unit: Unit, seed: u32) -> u32 {
    match unit {
        Unit::Min => seed * 37,
        Unit::H | Unit::Oh => seed * 2,
        Unit::Wd | Unit::Cd => seed,
        Unit::Mo => seed.div_ceil(10),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn the_slow_counter_agrees(scene in scene(), unit in unit(), seed in 1u32..30) {
        let amount = amount(unit, seed);
        let (world, from) = (scene.world(), scene.from);
        let how = How { working: unit == Unit::Wd, receipt: scene.receipt, roll: scene.roll };
        let expected = match unit {
            Unit::Min => world.minutes(from, amount, false),
            Unit::H => world.minutes(from, amount * 60, false),
            Unit::Oh => world.minutes(from, amount * 60, true),
            Unit::Wd | Unit::Cd => world.days(from, amount, how),
            Unit::Mo => return Ok(()),
        };
        prop_assert_eq!(scene.due(amount, unit).at, Some(expected));
    }

    #[test]
    fn never_before_its_trigger_and_soon_lies_between(scene in scene(), unit in unit(), seed in 1u32..60) {
        let due = scene.due(amount(unit, seed), unit);
        let (at, soon) = (due.at.unwrap(), due.soon.unwrap());
        prop_assert!(scene.from <= soon && soon <= at, "{} {soon} {at}", scene.from);
    }

    #[test]
    fn never_earlier_for_one_more_day_off(scene in scene(), day in 0u64..60, seed in 1u32..40) {
        let mut office = scene.office();
        let added = scene.from.date() + Days::new(day);
        let mut days = office.calendar.overrides().to_vec();
        days.retain(|own| own.date != added);
        days.push(closed_on(added));
        for unit in [Unit::Wd, Unit::Oh] {
            let rule = scene.rule(amount(unit, seed), unit);
            let end = |office: &Office| {
                compute(&rule, scene.from, 0, &scene.suspensions(), office).unwrap().at
            };
            let before = end(&office);
            office.calendar = office.calendar.with_overrides(days.clone()).unwrap();
            prop_assert!(end(&office) >= before);
        }
    }

    #[test]
    fn a_suspension_cut_in_two_changes_nothing(
        scene in scene(), unit in unit(), seed in 1u32..40, which in 0usize..4, cut in 0.0..1.0f64,
    ) {
        let mut cut_scene = scene.clone();
        if let Some(pause) = cut_scene.pauses.get_mut(which) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
            let first = (pause.1 as f64 * cut) as i64;
            let second = (pause.0 + first, pause.1 - first);
            pause.1 = first;
            cut_scene.pauses.push(second);
        }
        let amount = amount(unit, seed);
        prop_assert_eq!(scene.due(amount, unit), cut_scene.due(amount, unit));
    }

    #[test]
    fn more_time_never_ends_earlier(scene in scene(), unit in unit(), seed in 1u32..40, more in 1u32..20) {
        let amount = amount(unit, seed);
        prop_assert!(scene.due(amount, unit).at <= scene.due(amount + more, unit).at);
    }

    #[test]
    fn an_extension_is_the_longer_limit(scene in scene(), unit in unit(), seed in 1u32..40, by in 1u32..20) {
        let amount = amount(unit, seed);
        let rule = scene.rule(amount, unit);
        let got = compute(&rule, scene.from, by, &scene.suspensions(), &scene.office()).unwrap();
        prop_assert_eq!(got, scene.due(amount + by, unit));
    }

    #[test]
    fn nothing_ends_inside_a_suspension(scene in scene(), unit in unit(), seed in 1u32..40) {
        let due = scene.due(amount(unit, seed), unit).at.unwrap();
        for (from, until) in scene.instants() {
            prop_assert!(due <= from || until < due, "{from} – {until}: {due}");
        }
    }

    #[test]
    fn the_explanation_adds_up(scene in scene(), unit in unit(), seed in 1u32..40, by in 0u32..9) {
        let (rule, office, pauses) = (scene.rule(amount(unit, seed), unit), scene.office(), scene.suspensions());
        let total = rule.limit.amount() + by;
        let got = explain(&rule, scene.from, by, &pauses, &office).unwrap();
        prop_assert_eq!(got.due, compute(&rule, scene.from, by, &pauses, &office).unwrap());
        let due = got.due.at.unwrap();
        match got.lines {
            Lines::Days(days) => {
                let counted = days.iter().filter(|day| day.counted()).count();
                if unit != Unit::Mo {
                    prop_assert_eq!(counted, total as usize);
                }
                prop_assert_eq!(days[0].date(), scene.from.date());
                prop_assert!(days.windows(2).all(|two| two[0].date().succ_opt() == Some(two[1].date())));
                prop_assert_eq!(due, office.closing(&days[days.len() - 1].day));
            }
            Lines::Stretches(parts) => {
                let counted = parts.iter().filter(|part| part.counted());
                let sum: TimeDelta = counted.map(|part| part.to.unwrap() - part.from).sum();
                let minutes = if unit == Unit::Min { total } else { total * 60 };
                prop_assert_eq!(sum, TimeDelta::minutes(i64::from(minutes)));
                prop_assert_eq!(parts[0].from, scene.from);
                prop_assert!(parts.windows(2).all(|two| two[0].to == Some(two[1].from)));
                prop_assert_eq!(parts[parts.len() - 1].to, Some(due));
            }
        }
    }

    #[test]
    fn what_is_left_at_the_trigger_is_the_limit(scene in scene(), seed in 1u32..60) {
        for unit in [Unit::Min, Unit::H, Unit::Oh] {
            let amount = amount(unit, seed);
            let due = scene.due(amount, unit).at.unwrap();
            let left = time_left(unit, scene.from, due, &scene.suspensions(), &scene.office());
            let seconds = if unit == Unit::Min { 60 } else { 3600 };
            prop_assert_eq!(left, Ok(i64::from(amount) * seconds));
            let late = time_left(unit, due, scene.from, &scene.suspensions(), &scene.office());
            prop_assert_eq!(late, Ok(-i64::from(amount) * seconds));
        }
    }

    #[test]
    fn a_limit_reads_back_as_it_prints(unit in unit(), seed in 1u32..300) {
        let limit = Limit::new(seed, unit).unwrap();
        prop_assert_eq!(limit.to_string().parse(), Ok(limit));
    }
}
