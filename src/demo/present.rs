//! The present: what lies in the first clerk's hands when the hall is looked at,
//! and at least one open inquiry in every stage with others.
//!
//! A limit in working days ends at closing time, so by itself nothing would be
//! due before that. What is due in the next minutes is a promised reply, whose
//! clock ends at the time that the visitor was given.

use super::acts::{accept, answer, ask, bring, convene, give_back, hand_off, several, sign};
use super::chance::Chance;
use super::hall::Minute;
use super::story::{By, Story, Teller};
use crate::domain::command::{Route, Urgency};
use crate::domain::ids::StaffNo;
use crate::domain::time::Moment;

/// The clerk whose desk this is.
const CLERK: &str = "1001";
/// The handler to whom most goes.
const HANDLER: &str = "2003";
/// The promised call-back is due so many seconds after the present.
const CALL_BACK: i64 = 8 * 60;

/// What is said in one scene.
struct Line {
    clerk: &'static str,
    at: Minute,
    listed: bool,
}

/// Every scene, the most telling one first.
pub(super) fn scenes(teller: &mut Teller, now: Moment) -> Vec<Story> {
    let makers: [fn(&mut Teller, Moment) -> Option<Story>; 24] = [
        call_back,
        |t, _| sent(t, CLERK, t.hall.on_day(1, 350), HANDLER),
        |t, _| mine(t, t.hall.on_day(4, 120)),
        |t, _| waiting(t, CLERK, t.hall.on_day(1, 100)),
        |t, _| worked_on(t, CLERK, t.hall.on_day(1, 20), HANDLER, 40),
        |t, _| conferring(t, CLERK, t.hall.on_day(1, 200)),
        |t, _| asked(t, CLERK, before(t, 60)),
        |t, _| accepted(t, CLERK, t.hall.on_day(2, 90)),
        |t, _| answered(t, CLERK, t.hall.on_day(1, 60)),
        |t, _| fresh(t),
        |t, _| sent_back(t),
        |t, _| due_today(t),
        |t, _| second_visit(t),
        |t, _| sent(t, CLERK, t.hall.on_day(2, 300), "2001"),
        |t, _| entered_late(t),
        |t, _| sent(t, "1003", t.hall.on_day(1, 240), HANDLER),
        |t, _| accepted(t, "1005", t.hall.on_day(3, 50)),
        |t, _| conferring(t, "1006", t.hall.on_day(2, 30)),
        |t, _| asked(t, "1007", t.hall.on_day(1, 310)),
        |t, _| waiting(t, "1002", t.hall.on_day(2, 200)),
        |t, _| worked_on(t, "1009", t.hall.on_day(5, 80), HANDLER, 70),
        |t, _| answered(t, "1004", t.hall.on_day(2, 100)),
        |t, _| worked_on(t, "1008", t.hall.on_day(2, 15), "2002", 25),
        |t, _| sent(t, "1010", before(t, 35), "2002"),
    ];
    makers
        .into_iter()
        .filter_map(|make| make(teller, now))
        .collect()
}

/// The open minute `minutes` before the present.
fn before(teller: &Teller, minutes: u32) -> Minute {
    teller.hall.now().saturating_sub(minutes)
}

fn begin(teller: &mut Teller, line: &Line) -> Option<Story> {
    let cast = teller.cast;
    let topic = cast.topic(line.listed, &mut teller.chance)?;
    let mut story = teller.entered(topic, StaffNo::from(line.clerk), line.at);
    story.register.urgency = None;
    story.register.green = false;
    Some(story)
}

fn any(clerk: &'static str, at: Minute) -> Line {
    Line {
        clerk,
        at,
        listed: false,
    }
}

fn listed(clerk: &'static str, at: Minute) -> Line {
    Line {
        clerk,
        at,
        listed: true,
    }
}

/// Adds a handoff to a named person.
fn send(teller: &Teller, story: &mut Story, after: u32, to: &str) {
    let to = StaffNo::from(to);
    if let Some(person) = teller.cast.person(&to) {
        let department = person.department.clone();
        story.then(after, By::Holder, hand_off(department, to, false));
    }
}

fn call_back(teller: &mut Teller, now: Moment) -> Option<Story> {
    let at = before(teller, 30);
    let mut story = begin(teller, &any(CLERK, at))?;
    let due = Moment(now.plus_seconds(CALL_BACK).0.div_euclid(60_000) * 60_000);
    story.register.route = Some(Route::MineLater {
        promised: teller.hall.text(due),
    });
    Some(story)
}

fn mine(teller: &mut Teller, at: Minute) -> Option<Story> {
    begin(teller, &any(CLERK, at))
}

fn fresh(teller: &mut Teller) -> Option<Story> {
    let at = before(teller, 6);
    let mut story = begin(teller, &any(CLERK, at))?;
    story.register.green = true;
    Some(story)
}

fn due_today(teller: &mut Teller) -> Option<Story> {
    let at = teller.hall.on_day(3, 200);
    let mut story = begin(teller, &any(CLERK, at))?;
    story.register.urgency = Some(Urgency::Urgent);
    Some(story)
}

fn entered_late(teller: &mut Teller) -> Option<Story> {
    let at = before(teller, 45);
    let mut story = begin(teller, &any(CLERK, at))?;
    teller.back_entry(&mut story, 40);
    send(teller, &mut story, 2, HANDLER);
    Some(story)
}

fn sent(teller: &mut Teller, clerk: &'static str, at: Minute, to: &str) -> Option<Story> {
    let mut story = begin(teller, &listed(clerk, at))?;
    send(teller, &mut story, 2, to);
    Some(story)
}

fn worked_on(
    teller: &mut Teller,
    clerk: &'static str,
    at: Minute,
    to: &str,
    wait: u32,
) -> Option<Story> {
    let mut story = sent(teller, clerk, at, to)?;
    story.then(wait, By::Holder, sign);
    Some(story)
}

fn answered(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let mut story = worked_on(teller, clerk, at, HANDLER, 30)?;
    let cast = teller.cast;
    let topic = cast.topic(false, &mut teller.chance)?;
    let text = teller.chance.text(&topic.answers);
    let done = teller.hall.now().saturating_sub(at + 2 + 30 + 15);
    story.then(done.max(1), By::Holder, answer(text));
    Some(story)
}

fn sent_back(teller: &mut Teller) -> Option<Story> {
    let at = teller.hall.on_day(1, 340);
    let mut story = worked_on(teller, CLERK, at, HANDLER, 40)?;
    let opinion = teller.chance.text(&teller.cast.words.returns);
    let to = teller
        .cast
        .elsewhere("", &mut teller.chance)?
        .department
        .clone();
    let wait = teller.hall.now().saturating_sub(at + 2 + 40 + 22);
    story.then(wait.max(1), By::Holder, give_back(opinion, to));
    Some(story)
}

fn waiting(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let mut story = begin(teller, &listed(clerk, at))?;
    teller.told(&mut story, 4);
    Some(story)
}

fn second_visit(teller: &mut Teller) -> Option<Story> {
    let at = teller.hall.on_day(3, 30);
    let mut story = begin(teller, &listed(CLERK, at))?;
    let missing = teller.told(&mut story, 5);
    let wait = teller.hall.now().saturating_sub(at + 5 + 12);
    story.then(wait.max(1), By::Keeper, bring(missing));
    Some(story)
}

fn accepted(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let mut story = begin(teller, &listed(clerk, at))?;
    story.then(6, By::Holder, accept);
    Some(story)
}

fn conferring(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let cast = teller.cast;
    let mut story = begin(teller, &any(clerk, at))?;
    let topic = cast.topic(false, &mut teller.chance)?;
    let departments = teller.departments(topic);
    story.then(5, By::Holder, several(departments));
    if clerk != CLERK {
        let called = teller.chance.text(&cast.words.convened);
        story.then(60, By::Holder, convene(called));
    }
    Some(story)
}

fn asked(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let mut story = begin(teller, &any(clerk, at))?;
    story.register.urgency = Some(Urgency::Emergency);
    let (superior, question) = question(teller);
    story.then(4, By::Holder, ask(superior, question));
    Some(story)
}

fn question(teller: &mut Teller) -> (StaffNo, String) {
    let chance: &mut Chance = &mut teller.chance;
    let superior = teller.cast.superior(chance);
    (superior, chance.text(&teller.cast.words.questions))
}
