//! One inquiry under each regulation, from the first question to its end, as colleagues
//! read it afterwards. Whoever holds it is named after every act: never nobody, never two.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a way is read from its first line to its last"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod company;
mod company_2020;
mod customer_service;
mod forestry;
mod hotel;
mod management;
mod mine_centre;
mod police;
mod property;
mod service_centre;
mod tax;
mod township;

use std::fmt::Write as _;

use chrono::FixedOffset;
use kit::{ADMIN, Counter, desk_of};
use serde_json::{Value, json};
use shouwen::domain::ids::StaffNo;
use shouwen::domain::inquiry::Inquiry;
use shouwen::domain::staff::Person;
use shouwen::domain::time::Moment;
use shouwen::i18n::refusal::Speaker;
use shouwen::i18n::{Lang, timeline, urging};
use shouwen::store::Fact;

/// The head of the department that handles it.
const HEAD: &str = "3002";

/// Someone of the house: number, name, department, role.
type Part = (&'static str, &'static str, &'static str, &'static str);

/// Nobody: the inquiry is closed.
const CLOSED: &str = "";

/// One inquiry's way under one regulation.
struct Tale {
    desk: Counter,
    rulebook: &'static str,
    /// Who left the post and came back, in between.
    posts: Vec<(Moment, String)>,
}

impl Tale {
    /// A house under a regulation, with people of its own.
    fn under(rulebook: &'static str, cast: &[Part]) -> Self {
        let mut desk = desk_of(rulebook).at("2026-04-01 09:00").by(ADMIN);
        for (number, name, department, role) in cast {
            desk = desk.act(json!({"record_staff": {
                "number": number, "name": name, "department": department, "roles": [role],
                "window": if *role == "clerk" { "3" } else { "" },
            }}));
        }
        Self {
            desk,
            rulebook,
            posts: Vec::new(),
        }
    }

    /// Names the substitute of someone on the roster.
    fn substitute(mut self, of: Part, b: &str) -> Self {
        let (number, name, department, role) = of;
        self.desk = self.desk.by(ADMIN).act(json!({"record_staff": {
            "number": number, "name": name, "department": department, "roles": [role],
            "window": if role == "clerk" { "3" } else { "" },
            "substitute": b,
        }}));
        self
    }

    /// At this time someone does this, and from then on it is in these hands.
    #[track_caller]
    fn go(mut self, at: &str, who: &str, command: Value, holder: &str) -> Self {
        let at = format!("2026-{at}");
        self.desk = self.desk.at(&at).settle().by(who).act(command);
        self.held(holder)
    }

    /// At this time someone leaves the post, until then.
    #[track_caller]
    fn away(mut self, at: &str, who: &str, reason: &str, until: &str, holder: &str) -> Self {
        let until = format!("2026-{}:00+08:00", until.replace(' ', "T"));
        self = self.go(
            at,
            who,
            json!({"away": {"reason": reason, "until": until}}),
            holder,
        );
        let now = self.desk.now();
        let read = self.desk.desk().read();
        let row = read.away_now(&who.into(), now).expect("readable").unwrap();
        let roster = Roster(read.people().expect("readable"));
        self.posts
            .push((now, urging::away_line(Lang::Zh, &row, &roster)));
        self
    }

    /// At this time someone is back at the post before they were expected.
    #[track_caller]
    fn back(mut self, at: &str, who: &str, holder: &str) -> Self {
        self = self.go(at, who, json!({"back": {}}), holder);
        let roster = Roster(self.desk.desk().read().people().expect("readable"));
        let line = format!("{} 返岗", roster.name(&who.into()));
        self.posts.push((self.desk.now(), line));
        self
    }

    /// At this time someone tries this and is refused; nothing changes.
    #[track_caller]
    fn no(mut self, at: &str, who: &str, command: Value, code: &str) -> Self {
        let at = format!("2026-{at}");
        self.desk = self.desk.at(&at).settle().by(who).refuses(command, code);
        self
    }

    /// Time alone passes; it stays in these hands.
    #[track_caller]
    fn wait(mut self, at: &str, holder: &str) -> Self {
        self.desk = self.desk.at(&format!("2026-{at}")).settle();
        self.held(holder)
    }

    /// What must hold of the counter in the middle of the way.
    fn see(mut self, look: impl FnOnce(Counter) -> Counter) -> Self {
        self.desk = look(self.desk);
        self
    }

    /// Exactly one person answers for it, or it is closed.
    #[track_caller]
    fn held(self, holder: &str) -> Self {
        one_holder(&self.desk.state(), holder);
        self
    }

    /// Closed for good, and told as its regulation would have it.
    #[track_caller]
    fn told(mut self) {
        one_holder(&self.desk.state(), CLOSED);
        let story = story(&mut self.desk, self.posts);
        assert!(!story.contains("139"), "a telephone stands in the story");
        insta::with_settings!({
            snapshot_path => "snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(self.rulebook, story);
        });
    }
}

#[track_caller]
fn one_holder(state: &Inquiry, holder: &str) {
    let open: Vec<(u32, &str)> = state
        .legs
        .iter()
        .filter(|leg| leg.end.is_none())
        .map(|leg| (leg.no, leg.holder.as_str()))
        .collect();
    assert_eq!(state.is_closed(), holder == CLOSED, "{open:?}");
    if holder == CLOSED {
        assert_eq!(open, []);
    } else {
        // Leg 0 is the keeper's; beside it there is one leg at most, and that one is held.
        assert!(open.len() <= 2 && open[0].0 == 0, "{open:?}");
        assert_eq!(open[open.len() - 1].1, holder, "{open:?}");
        assert_eq!(state.holder().as_str(), holder);
    }
}

/// The names on the roster.
struct Roster(Vec<Person>);

impl Speaker for Roster {
    fn name(&self, staff: &StaffNo) -> String {
        let known = self.0.iter().find(|person| &person.number == staff);
        known.map_or_else(|| staff.to_string(), |person| person.name.clone())
    }

    fn offset(&self) -> FixedOffset {
        FixedOffset::east_opt(8 * 3600).unwrap()
    }
}

/// One line an event, with its local time.
fn story(desk: &mut Counter, posts: Vec<(Moment, String)>) -> String {
    let roster = Roster(desk.desk().read().people().expect("readable"));
    let mut lines = posts;
    for event in desk.story() {
        let Fact::Inquiry(fact) = &event.fact else {
            continue;
        };
        if let Some(line) = timeline::told(Lang::Zh, &event.header, fact, &roster) {
            lines.push((event.at, line));
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    let mut story = String::new();
    for (at, line) in lines {
        let at = at.local(roster.offset()).format("%m-%d %H:%M");
        writeln!(story, "{at} {line}").unwrap();
    }
    story
}

/// Sent on to someone of a department.
fn to(department: &str, staff: &str) -> Value {
    json!({"hand_off": {"department": department, "staff": staff}})
}

fn sign() -> Value {
    json!({"sign_for": {}})
}

fn back(opinion: &str, should_go_to: &str) -> Value {
    json!({"return": {"opinion": opinion, "should_go_to": should_go_to}})
}

fn answer(text: &str) -> Value {
    json!({"answer": {"text": text}})
}

fn step(id: &str) -> Value {
    json!({"step": {"step": id}})
}

fn step_with(id: &str, text: &str) -> Value {
    json!({"step": {"step": id, "text": text}})
}

fn urge(text: &str) -> Value {
    json!({"urge": {"text": text}})
}

fn rated(level: u8, text: &str) -> Value {
    json!({"follow_up": {"reached": true, "level": level, "text": text}})
}

fn unreached(text: &str) -> Value {
    json!({"follow_up": {"text": text}})
}

fn close() -> Value {
    json!({"close": {}})
}

/// Closed by someone who had the visitor on the line.
fn told_and_closed() -> Value {
    json!({"close": {"contact": {"how": "phone", "who": "本人"}}})
}
