//! The present: what lies in the first clerk's hands when the hall is looked at,
//! and at least one open inquiry in every stage with others.
//!
//! A limit in working days ends at closing time, so by itself nothing would be
//! due before that. What is due in the next minutes is a promised reply, whose
//! clock ends at the time that the visitor was given.

mod limited;

use limited::{more_time, stands_still};

use super::acts::{accept, answer, ask, bring, convene, give_back, hand_off, several, sign, visit};
use super::cast::Topic;
use super::chance::Chance;
use super::hall::Minute;
use super::story::{By, Story, Teller};
use crate::domain::command::{Route, Urgency};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::clocks::end;
use crate::domain::rulebook::{Act, ClockRule, Length};
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
    about: About,
}

/// What it is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// Anything that goes the way of any question.
    Anything,
    /// A matter of the catalogue.
    Listed,
}

/// Every scene, the most telling one first.
pub(super) fn scenes(teller: &mut Teller, now: Moment) -> Vec<Story> {
    let makers: [fn(&mut Teller, Moment) -> Option<Story>; 32] = [
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
        |t, _| sent(t, CLERK, in_time(t, t.hall.on_day(2, 300), 55), "2001"),
        |t, _| entered_late(t),
        |t, _| stands_still(t, CLERK, t.hall.on_day(4, 60), true),
        |t, _| more_time(t, CLERK, t.hall.on_day(9, 150), false),
        |t, _| came_again(t, CLERK, t.hall.on_day(2, 140)),
        |t, _| step_taken(t, CLERK, before(t, 12)),
        |t, _| under_way(t, before(t, 3)),
        |t, _| more_time(t, "1004", t.hall.on_day(11, 40), true),
        |t, _| under_way(t, before(t, 200)),
        |t, _| stands_still(t, "1006", t.hall.on_day(6, 90), false),
        |t, _| sent(t, "1003", in_time(t, t.hall.on_day(1, 240), 25), HANDLER),
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

/// A minute long past, or `minutes` before the present where a slip that was
/// written then would have to be signed for by now.
fn in_time(teller: &Teller, at: Minute, minutes: u32) -> Minute {
    let from = teller.hall.moment(at);
    let present = teller.hall.moment(teller.hall.now());
    let over = |clock: &ClockRule| {
        let Length::Fixed(limit) = clock.limit else {
            return false;
        };
        clock.is_met_by(&Act::Signed)
            && end(limit, clock.counting, from, 0, teller.hall.office())
                .is_ok_and(|end| end.at < present)
    };
    if teller.rules.clocks.iter().any(over) {
        before(teller, minutes)
    } else {
        at
    }
}

fn begin(teller: &mut Teller, line: &Line) -> Option<Story> {
    let topic = topic(teller, line.about)?;
    Some(begin_with(teller, line.clerk, line.at, topic))
}

fn begin_with(teller: &mut Teller, clerk: &'static str, at: Minute, topic: &Topic) -> Story {
    let mut story = teller.entered(topic, StaffNo::from(clerk), at);
    if !teller.is_plain(&story.register.kind) {
        story.register.kind = teller.plain_kind();
    }
    story.register.urgency = None;
    story.register.green = false;
    story
}

/// A topic that goes the way of any question.
fn topic<'a>(teller: &mut Teller<'a>, about: About) -> Option<&'a Topic> {
    let listed =
        |teller: &Teller, topic: &Topic| !topic.matter.is_empty() && is_plain(teller, topic);
    match about {
        About::Anything => drawn(teller, is_plain),
        About::Listed => drawn(teller, listed),
    }
}

/// Whether a topic goes the way of any question, whichever of its kinds it is.
fn is_plain(teller: &Teller, topic: &Topic) -> bool {
    let mut known = topic
        .kinds
        .iter()
        .filter(|id| teller.rules.kind(id).is_some());
    known.all(|kind| teller.is_plain(kind))
}

fn any(clerk: &'static str, at: Minute) -> Line {
    let about = About::Anything;
    Line { clerk, at, about }
}

fn listed(clerk: &'static str, at: Minute) -> Line {
    let about = About::Listed;
    Line { clerk, at, about }
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
    let own = teller.cast.person(&StaffNo::from(to));
    let own = own.map_or("", |person| person.department.as_str());
    let topic = match drawn(teller, |teller, topic| {
        topic.department == own && is_plain(teller, topic)
    }) {
        Some(topic) => topic,
        None => topic(teller, About::Anything)?,
    };
    let mut story = begin_with(teller, clerk, at, topic);
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
    story.then(wait, By::Holder, sign());
    Some(story)
}

fn answered(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let mut story = worked_on(teller, clerk, at, HANDLER, 30)?;
    let topic = topic(teller, About::Anything)?;
    let text = teller.chance.text(&topic.answers);
    let done = teller.hall.now().saturating_sub(at + 2 + 30 + 15);
    story.then(done.max(1), By::Holder, answer(text));
    Some(story)
}

fn sent_back(teller: &mut Teller) -> Option<Story> {
    if !teller.comes_back() {
        return None;
    }
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
    story.then(6, By::Holder, accept());
    Some(story)
}

/// Whoever asked comes again before it is settled.
fn came_again(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let mut story = begin(teller, &any(clerk, at))?;
    let said = teller.chance.text(&teller.visitors.names().came_again);
    let wait = teller.hall.now().saturating_sub(at + 33).max(1);
    story.then(wait, By::Keeper, visit(said));
    Some(story)
}

/// A question on whose way a step of the rulebook's own is taken.
fn step_taken(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let with_steps = |teller: &Teller, topic: &Topic| {
        let mut steps = topic.steps.iter();
        steps.any(|id| teller.rules.step(id).is_some()) && is_plain(teller, topic)
    };
    let topic = drawn(teller, with_steps)?;
    let mut story = begin_with(teller, clerk, at, topic);
    teller.take_step(&mut story, 1, topic);
    Some(story)
}

/// An order or an alarm whose steps are being taken.
fn under_way(teller: &mut Teller, at: Minute) -> Option<Story> {
    let rules = teller.rules;
    let task = |teller: &Teller, topic: &Topic| {
        let mut known = topic.kinds.iter().filter(|id| rules.kind(id).is_some());
        known.any(|kind| teller.is_task(kind))
    };
    let topic = drawn(teller, task)?;
    let clerk = teller.cast.clerk(topic, &mut teller.chance);
    let mut story = teller.entered(topic, clerk, at);
    teller.take_step(&mut story, 1, topic);
    Some(story)
}

/// One of the topics that will do.
fn drawn<'a>(
    teller: &mut Teller<'a>,
    will_do: impl Fn(&Teller, &Topic) -> bool,
) -> Option<&'a Topic> {
    let cast = teller.cast;
    let mut chance = teller.chance.clone();
    let topic = cast.topic(|topic| will_do(teller, topic), &mut chance);
    teller.chance = chance;
    topic
}

fn conferring(teller: &mut Teller, clerk: &'static str, at: Minute) -> Option<Story> {
    let cast = teller.cast;
    let mut story = begin(teller, &any(clerk, at))?;
    let topic = topic(teller, About::Anything)?;
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
