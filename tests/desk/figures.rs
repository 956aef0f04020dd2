//! Figures against a walk through every inquiry's own facts, and against the rows that
//! the ledger shows behind each.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};

use crate::kit::desk_of;
use chrono::{Datelike, NaiveDate, Timelike};
use serde_json::json;
use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::deadline::office_time;
use shouwen::domain::inquiry::{Inquiry, LegEnd, Resolution};
use shouwen::domain::rulebook::Act;
use shouwen::entropy::SystemEntropy;
use shouwen::store::{Count, Figure, Figures, Grouping, Line, Mode, Sought, Span};

struct Hall {
    desk: Desk,
    all: Vec<Inquiry>,
    _room: tempfile::TempDir,
}

impl Hall {
    fn of(rulebook: &str, inquiries: u32) -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("hall.db");
        let book = shouwen::builtin::rulebook::rulebook(rulebook)
            .unwrap()
            .unwrap();
        let recipe = Recipe {
            inquiries,
            ..Recipe::new(&path, book)
        };
        demo::make(&recipe, &mut |_, _| {}).unwrap();
        let clock = Box::new(FixedClock(PRESENT));
        let desk = Desk::open(&path, Mode::ReadWrite, clock, Box::new(SystemEntropy)).unwrap();
        let numbers = desk.read().newest(inquiries + 1).unwrap();
        let fold = |row: &shouwen::store::InquiryRow| {
            desk.read().inquiry(&row.inquiry).unwrap().unwrap().0
        };
        let all = numbers.iter().map(fold).collect();
        Self {
            desk,
            all,
            _room: room,
        }
    }

    fn figures(&self, span: Span, by: Grouping) -> Figures {
        self.desk
            .read()
            .figures(span, by, self.desk.office())
            .unwrap()
    }

    /// What stood in these days, mistakes left out.
    fn within(&self, span: Span) -> impl Iterator<Item = &Inquiry> {
        self.all.iter().filter(move |state| {
            let day = entered(state);
            day >= span.from && day <= span.until && state.resolution != Some(Resolution::Withdrawn)
        })
    }

    /// The lengths of all turns that are over, in office time, sorted.
    fn lengths(&self, states: &[&Inquiry], by: Option<(Grouping, &str)>) -> Vec<i64> {
        let office = self.desk.office();
        let mut all: Vec<i64> = states
            .iter()
            .flat_map(|state| state.turns().map(move |turn| (state, turn)))
            .filter(|(_, turn)| turn.holder.is_some())
            .filter(|(_, turn)| match by {
                Some((Grouping::Hands, key)) => turn.holder.as_ref().unwrap().as_str() == key,
                Some((Grouping::Department, key)) => turn.department == key,
                Some((Grouping::Leg, key)) => turn.leg.to_string() == key,
                _ => true,
            })
            .filter_map(|(_, turn)| {
                let (from, until) = (office.local(turn.from), office.local(turn.until?));
                Some(office_time(from, until, &[], office).unwrap())
            })
            .collect();
        all.sort_unstable();
        all
    }
}

fn entered(state: &Inquiry) -> NaiveDate {
    NaiveDate::parse_from_str(&state.number.as_str()[..8], "%Y%m%d").unwrap()
}

fn year() -> Span {
    Span {
        from: "2026-01-01".parse().unwrap(),
        until: "2026-12-31".parse().unwrap(),
    }
}

/// Every group that an inquiry belongs to.
fn groups(state: &Inquiry, by: Grouping) -> BTreeSet<String> {
    let one = |key: &str| BTreeSet::from([key.to_owned()]);
    let lay = |turn: &dyn Fn(&shouwen::domain::inquiry::hands::Turn) -> String,
               breach: &dyn Fn(&shouwen::domain::inquiry::Breach) -> String,
               leg: &dyn Fn(&shouwen::domain::inquiry::Leg) -> String| {
        let held = state.turns().filter(|turn| turn.holder.is_some());
        let late = state.breaches.iter().filter(|one| one.due.is_some());
        let back = state.legs.iter().filter(|one| sent_back(one));
        let mut all: BTreeSet<String> = held.map(turn).collect();
        all.extend(late.map(breach));
        all.extend(back.map(leg));
        all
    };
    let department = |leg: u32| state.leg(leg).unwrap().department.clone();
    match by {
        Grouping::First => one(state.first.as_str()),
        Grouping::Channel => one(&state.channel),
        Grouping::Matter => one(state.matter.as_ref().map_or("", |matter| &matter.id)),
        Grouping::Rulebook => one(&state.rulebook),
        Grouping::Day => one(&entered(state).to_string()),
        Grouping::Week => {
            let day = entered(state);
            let back = day.weekday().num_days_from_monday().into();
            one(&(day - chrono::Days::new(back)).to_string())
        }
        Grouping::Month => one(&entered(state).with_day(1).unwrap().to_string()),
        Grouping::Hands => lay(
            &|turn| turn.holder.as_ref().unwrap().0.clone(),
            &|breach| breach.hands.0.clone(),
            &|leg| leg.holder.0.clone(),
        ),
        Grouping::Department => lay(
            &|turn| turn.department.clone(),
            &|breach| department(breach.leg),
            &|leg| leg.department.clone(),
        ),
        Grouping::Leg => lay(
            &|turn| turn.leg.to_string(),
            &|breach| breach.leg.to_string(),
            &|leg| leg.no.to_string(),
        ),
    }
}

fn sent_back(leg: &shouwen::domain::inquiry::Leg) -> bool {
    matches!(leg.end, Some((LegEnd::Returned, _)))
}

/// Whether a figure counts an inquiry in a group, said a second time.
fn counts(state: &Inquiry, figure: Figure, by: Option<(Grouping, &str)>) -> bool {
    let late = state.breaches.iter().any(|one| {
        one.due.is_some()
            && match by {
                Some((Grouping::Hands, key)) => one.hands.as_str() == key,
                Some((Grouping::Department, key)) => state.leg(one.leg).unwrap().department == key,
                Some((Grouping::Leg, key)) => one.leg.to_string() == key,
                _ => true,
            }
    });
    let level = state
        .rating
        .filter(|rating| rating.stands != Some(false))
        .map_or(0, |rating| rating.level);
    match figure {
        Figure::Registered => true,
        Figure::OnTheSpot => {
            let first = state.acts.iter().find(|(act, _, _)| *act == Act::Answered);
            first.is_some_and(|(_, leg, at)| {
                *leg == 0
                    && state.legs.len() == 1
                    && state.resolution == Some(Resolution::Answered)
                    && (*at == state.entered_at || at.seconds_since(state.received_at) < 61 * 60)
            })
        }
        Figure::OnTime => state.resolution.is_some() && !late,
        Figure::Late => late,
        Figure::Unclosed => !state.is_closed(),
        Figure::Returned => state.legs.iter().any(|leg| {
            sent_back(leg)
                && match by {
                    Some((Grouping::Hands, key)) => leg.holder.as_str() == key,
                    Some((Grouping::Department, key)) => leg.department == key,
                    Some((Grouping::Leg, key)) => leg.no.to_string() == key,
                    _ => true,
                }
        }),
        Figure::SecondNotice => state.notices.iter().any(|notice| notice.second),
        Figure::Rated => level > 0,
        Figure::RatedBadly => level == 1 || level == 2,
        Figure::Escalated => state.escalations.iter().any(|one| one.counts),
    }
}

fn is_as_folded(hall: &Hall, line: &Line, states: &[&Inquiry], by: Option<(Grouping, &str)>) {
    for figure in Figure::ALL {
        let expected = states.iter().filter(|state| counts(state, figure, by));
        assert_eq!(
            line.count(figure),
            expected.count() as u64,
            "{figure:?} of {by:?}"
        );
    }
    let lengths = hall.lengths(states, by);
    assert_eq!(line.held.turns, lengths.len() as u64, "{by:?}");
    let within = |length: i64| lengths.iter().filter(|one| **one <= length).count();
    if !lengths.is_empty() {
        assert!(within(line.held.median) * 2 >= lengths.len(), "{by:?}");
        assert!(within(line.held.median - 1) * 2 < lengths.len(), "{by:?}");
        assert!(
            within(line.held.ninetieth) * 10 >= lengths.len() * 9,
            "{by:?}"
        );
        assert!(
            within(line.held.ninetieth - 1) * 10 < lengths.len() * 9,
            "{by:?}"
        );
    }
}

#[test]
fn figures_are_what_a_fold_over_the_facts_comes_to() {
    for rulebook in ["tax", "company"] {
        let hall = Hall::of(rulebook, 500);
        let month = Span::month_of("2026-03-15".parse().unwrap());
        for span in [year(), month] {
            let all: Vec<&Inquiry> = hall.within(span).collect();
            for by in Grouping::ALL {
                let figures = hall.figures(span, by);
                is_as_folded(&hall, &figures.whole, &all, None);
                let mut expected: BTreeMap<String, Vec<&Inquiry>> = BTreeMap::new();
                for state in &all {
                    for key in groups(state, by) {
                        expected.entry(key).or_default().push(state);
                    }
                }
                let keys: BTreeSet<&String> = figures.lines.iter().map(|one| &one.key).collect();
                assert_eq!(keys, expected.keys().collect(), "{by:?}");
                for line in &figures.lines {
                    is_as_folded(&hall, line, &expected[&line.key], Some((by, &line.key)));
                }
            }
        }
        let whole = hall.figures(year(), Grouping::First).whole;
        if rulebook == "tax" {
            let none = Figure::ALL.into_iter().filter(|one| whole.count(*one) == 0);
            let made_below = [
                Figure::SecondNotice,
                Figure::Rated,
                Figure::RatedBadly,
                Figure::Escalated,
            ];
            assert_eq!(none.collect::<Vec<_>>(), made_below);
        }
    }
}

#[test]
fn behind_each_figure_stand_as_many_rows_as_it_counts() {
    let hall = Hall::of("tax", 500);
    let span = Span {
        from: "2026-03-02".parse().unwrap(),
        ..year()
    };
    for by in Grouping::ALL {
        let figures = hall.figures(span, by);
        let lines = figures.lines.iter().map(Some).chain([None]);
        for line in lines {
            for figure in Figure::ALL {
                let (days, behind) = figures.behind(line, figure);
                let sought = Sought {
                    from: Some(days.from),
                    until: Some(days.until),
                    behind: Some(behind),
                    ..Sought::default()
                };
                let found = hall.desk.read().ledger_count(&sought).unwrap();
                let count = line.unwrap_or(&figures.whole).count(figure);
                assert_eq!(found, Count::Exactly(count), "{sought:?}");
            }
        }
    }
}

#[test]
fn the_charts_are_of_the_same_inquiries() {
    let hall = Hall::of("tax", 500);
    let office = hall.desk.office();
    let days = hall.desk.read().registered_by_day(year()).unwrap();
    assert_eq!(days.len(), 365);
    for (day, count) in days {
        let same = hall.within(year()).filter(|state| entered(state) == day);
        assert_eq!(count, same.count() as u64, "{day}");
    }
    let heat = hall.desk.read().heat(year(), 480).unwrap();
    let mut expected = [[0_u64; 24]; 7];
    for state in hall.within(year()) {
        let at = office.local(state.received_at);
        expected[at.weekday().num_days_from_monday() as usize][at.hour() as usize] += 1;
    }
    assert_eq!(heat.0, expected);
    assert!(heat.most() > 0);
}

#[test]
fn what_is_rare_counts_once_and_a_mistake_nowhere() {
    let mut counter = desk_of("hotel")
        .register("客人投诉")
        .hand_off("税政科", "2003")
        .act(json!({"escalate": {"rung": "D6-H5-quality", "text": "请决定"}}))
        .register("退质保金")
        .answer()
        .close()
        .act(json!({"follow_up": {"reached": true, "level": 2, "text": "等得太久"}}))
        .register("开公司")
        .notify("sw-fapiao")
        .act(json!({"notify": {"matter": "sj-company", "reason": "补充"}}))
        .register("登错了")
        .act(json!({"withdraw": {"reason": "登错了"}}));
    let desk = counter.desk();
    let span = Span::month_of("2026-04-01".parse().unwrap());
    let figures = desk.read().figures(span, Grouping::First, desk.office());
    let whole = figures.unwrap().whole;
    let how_many = |figure| whole.count(figure);
    assert_eq!(how_many(Figure::Registered), 3);
    assert_eq!(how_many(Figure::Escalated), 1);
    assert_eq!(how_many(Figure::Rated), 1);
    assert_eq!(how_many(Figure::RatedBadly), 1);
    assert_eq!(how_many(Figure::SecondNotice), 1);
    assert_eq!(whole.mean_rating(), Some(20));
}
