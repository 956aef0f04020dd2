//! `show`: one inquiry with its legs, clocks, notices and timeline.

use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::story::{Story, clock_json};
use super::table::Table;
use super::{facts, handling, out, pressed, queue};
use crate::desk::{Actor, Desk};
use crate::domain::command::{Command, Envelope, Reveal};
use crate::domain::inquiry::{Leg, LegEnd, Notice, Resolution};
use crate::i18n::refusal::Speaker;
use crate::i18n::{Lang, cli as words, timeline, words as names};
use crate::store::{Fact, Recorded};

/// Which inquiry.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The inquiry's number
    number: String,
    /// Show name, telephone and papers in clear, for this reason, which goes on record
    #[arg(long, value_name = "REASON")]
    reveal: Option<String>,
}

/// Prints it.
pub fn run(args: &ShowArgs, cx: &mut Context) -> Result<Status, Failure> {
    let desk = match &args.reveal {
        None => register::read(cx)?,
        Some(reason) => looked_at(&args.number, reason, cx)?,
    };
    let mut story = Story::read(&desk, &args.number, cx.lang())?;
    story.clear = args.reveal.is_some();
    let voice = Voice::of(&desk);
    if cx.json {
        out::json(&whole(&story, &desk, &voice, cx.lang()))?;
    } else {
        out::text(&text(&story, &desk, &voice, cx))?;
    }
    Ok(Status::Done)
}

/// Puts on record that this person looks, and why.
fn looked_at(number: &str, reason: &str, cx: &mut Context) -> Result<Desk, Failure> {
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let staff = register::staff(cx, &mut desk)?;
    let command = Command::Reveal(Reveal {
        inquiry: number.trim().into(),
        reason: reason.to_owned(),
    });
    let voice = Voice::of(&desk);
    desk.carry_out(&Actor::Staff(staff), &Envelope::of(command))
        .map_err(|error| register::failed(lang, &error, &voice))?;
    Ok(desk)
}

fn whole(story: &Story, desk: &Desk, voice: &Voice, lang: Lang) -> Value {
    let state = &story.state;
    let offset = desk.office().offset;
    let time = |at: crate::domain::time::Moment| at.rfc3339(offset);
    let visitor = state.visitor.get();
    let mut value = json!({
        "number": state.number,
        "stage": state.stage.as_str(),
        "visitor": visitor.map(|one| story.name(&one.name)),
        "phone": visitor.map(|one| story.phone(&one.phone)),
        "unit": visitor.map(|one| one.unit.as_str()),
        "id_number": visitor.map(|one| story.paper(&one.id_number)),
        "matter": state.matter.as_ref().map_or("", |matter| matter.name.as_str()),
        "matter_id": state.matter.as_ref().map(|matter| &matter.id),
        "words": state.words.get().map(|words| story.covered(words)),
        "channel": state.channel,
        "urgency": state.urgency,
        "green": state.green,
        "internal": state.internal,
        "first": state.first,
        "keeper": state.keeper(),
        "holder": {
            "department": state.current_leg().department,
            "staff": state.holder(),
            "name": voice.name(state.holder()),
        },
        "received_at": time(state.received_at),
        "entered_at": time(state.entered_at),
        "back_entry": state.back_entry,
        "accepted_at": state.accepted_at.map(time),
        "promised": state.promised.map(time),
        "appointment": state.appointment.as_ref().map(|one| json!({
            "at": time(one.at),
            "place": one.place.get().map(|place| story.name(place)),
        })),
        "departments": state.departments,
        "returns": state.returns,
        "bounces": handling::bounces(state, desk),
        "handling": handling::handling(state, desk),
        "custody": handling::custody(story, desk),
        "breaches": handling::breaches(story, desk),
        "resolution": state.resolution.map(resolution),
        "deemed_consent": state.deemed_consent,
        "closed_at": state.closed_at.map(time),
        "rulebook": story.rules.id,
        "legs": state.legs.iter().map(|leg| leg_json(leg, desk)).collect::<Vec<_>>(),
        "clocks": state
            .clocks
            .iter()
            .map(|run| clock_json(story, run, 0, desk))
            .collect::<Vec<_>>(),
        "papers": papers_json(state, desk),
        "notices": state
            .notices
            .iter()
            .map(|notice| notice_json(notice, desk))
            .collect::<Vec<_>>(),
        "timeline": story
            .events
            .iter()
            .map(|event| event_json(story, event, desk, voice, lang))
            .collect::<Vec<_>>(),
    });
    if let Value::Object(map) = &mut value {
        map.extend(afterwards(story, desk));
    }
    value
}

/// What came after an answer, and who pressed whom.
fn afterwards(story: &Story, desk: &Desk) -> Map<String, Value> {
    let state = &story.state;
    let offset = desk.office().offset;
    let time = |at: crate::domain::time::Moment| at.rfc3339(offset);
    let read = desk.read();
    let away = read.away_now(state.holder(), desk.now()).ok().flatten();
    let value = json!({
        "follow_ups": state.follow_ups,
        "rating": state.rating.map(|rating| json!({
            "level": rating.level,
            "at": time(rating.at),
            "appealed": rating.appealed,
            "stands": rating.stands,
        })),
        "reopened": state.reopened,
        "visits": state.visits,
        "follows": state.follows,
        "continued_in": state.continued_in,
        "broken": state.broken.iter().map(|one| json!({
            "rule": one.rule,
            "hands": one.hands,
            "at": time(one.at),
        })).collect::<Vec<_>>(),
        "urged": pressed::urged(state, offset),
        "supervised": pressed::supervised(state, offset),
        "escalations": pressed::escalations(state, offset),
        "climbed": pressed::climbed(state, offset),
        "leaders_asked": pressed::leaders(state, offset),
        "away": pressed::away(away.as_ref(), offset),
        "on_behalf": pressed::on_behalf(&story.events, offset),
    });
    if let Value::Object(map) = value {
        map
    } else {
        Map::new()
    }
}

fn leg_json(leg: &Leg, desk: &Desk) -> Value {
    let offset = desk.office().offset;
    json!({
        "leg": leg.no,
        "slip": leg.slip,
        "sender": leg.sender,
        "keeper": leg.keeper,
        "department": leg.department,
        "holder": leg.holder,
        "sent_at": leg.sent_at.rfc3339(offset),
        "accompanied": leg.accompanied,
        "signed_at": leg.signed_at.map(|at| at.rfc3339(offset)),
        "ended": leg.end.map(|(how, at)| json!({
            "how": match how {
                LegEnd::Answered => "answered",
                LegEnd::Returned => "returned",
                LegEnd::HandedOn => "handed_on",
                LegEnd::Closed => "closed",
            },
            "at": at.rfc3339(offset),
        })),
    })
}

/// Every numbered paper, and each time that it was given.
fn papers_json(state: &crate::domain::inquiry::Inquiry, desk: &Desk) -> Vec<Value> {
    let offset = desk.office().offset;
    let one = |paper: &crate::domain::paper::Paper| {
        json!({
            "kind": paper.kind,
            "number": paper.number,
            "at": paper.at.rfc3339(offset),
            "leg": paper.leg,
            "given": paper.given.iter().map(|one| json!({
                "at": one.at.rfc3339(offset),
                "by": one.by,
                "told": one.told,
            })).collect::<Vec<_>>(),
        })
    };
    state.papers.iter().map(one).collect()
}

fn notice_json(notice: &Notice, desk: &Desk) -> Value {
    json!({
        "number": notice.number,
        "at": notice.at.rfc3339(desk.office().offset),
        "complete": notice.complete,
        "second": notice.second,
        "charged": notice.charged,
        "brought": notice.brought,
        "matter": notice.content.matter,
        "catalog": notice.content.catalog,
        "documents": super::notice::documents(&notice.content),
        "missing": notice.content.missing,
    })
}

/// A fact of the timeline, with the sentence that people read.
fn event_json(story: &Story, event: &Recorded, desk: &Desk, voice: &Voice, lang: Lang) -> Value {
    let mut value = facts::json(event, desk.office().offset);
    if let (Value::Object(map), Some(line)) = (&mut value, line(story, event, voice, lang)) {
        map.insert("text".to_owned(), line.into());
    }
    value
}

fn line(story: &Story, event: &Recorded, voice: &Voice, lang: Lang) -> Option<String> {
    let Fact::Inquiry(fact) = &event.fact else {
        return None;
    };
    let line = timeline::told(lang, &event.header, fact, voice)?;
    Some(story.covered(&line))
}

fn resolution(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Answered => "answered",
        Resolution::Delivered => "delivered",
        Resolution::Guided => "guided",
        Resolution::Declined => "declined",
        Resolution::Withdrawn => "withdrawn",
    }
}

fn text(story: &Story, desk: &Desk, voice: &Voice, cx: &Context) -> String {
    let lang = cx.lang();
    let state = &story.state;
    let visitor = state.visitor.get();
    let matter = state.matter.as_ref().map_or_else(
        || words::free_text(lang).to_owned(),
        |matter| lang.pick(matter.name.clone(), matter.name_en.clone()),
    );
    let current = state.current_leg();
    let holder = format!("{} {}", current.department, voice.name(&current.holder));
    let said = state.words.get().map(|words| story.covered(words));
    let mut head = Table::headless(cx.plain);
    for (name, value) in words::show_fields(lang).into_iter().zip([
        state.number.as_str(),
        names::stage(lang, state.stage),
        &visitor.map_or_else(
            || words::destroyed(lang).to_owned(),
            |one| format!("{} {}", story.name(&one.name), story.phone(&one.phone)),
        ),
        &matter,
        said.as_deref().unwrap_or_default(),
        &voice.name(&state.first),
        &holder,
        &words::minute(desk.office().local(state.received_at)),
    ]) {
        if !value.trim().is_empty() {
            head.row(&[name, value]);
        }
    }
    let mut text = head.finish();
    text.push('\n');
    text.push_str(&clocks(story, desk, cx));
    let mut table = Table::headless(cx.plain);
    for event in &story.events {
        if let Some(line) = line(story, event, voice, lang) {
            table.row(&[&words::minute(desk.office().local(event.at)), &line]);
        }
    }
    text.push('\n');
    text.push_str(&table.finish());
    text
}

fn clocks(story: &Story, desk: &Desk, cx: &Context) -> String {
    let lang = cx.lang();
    let office = desk.office();
    let now = desk.now();
    let mut table = Table::new(words::clock_columns(lang), cx.plain);
    for run in &story.state.clocks {
        let started = &run.run;
        let (left, stands) = if let Some((how, at)) = run.stopped {
            let at = words::minute(office.local(at));
            (String::new(), words::stopped(lang, how, &at))
        } else if run.stands_still() {
            let state = queue::State::Suspended;
            (String::new(), words::state(lang, state.as_str()).to_owned())
        } else {
            let unit = started.limit.unit();
            let left = queue::remaining(unit, now, started.due, office);
            let state = queue::State::of(now, Some(started.due), Some(started.soon));
            (
                left.map(|left| words::time_left(lang, left, unit.in_office_time()))
                    .unwrap_or_default(),
                words::state(lang, state.as_str()).to_owned(),
            )
        };
        let name = story
            .rule(run)
            .map(|rule| lang.pick(rule.name.zh.clone(), rule.name.en.clone()));
        table.row(&[
            started.clock.as_str(),
            &name.unwrap_or_default(),
            &started.limit.to_string(),
            &words::due_cell(lang, office.local(started.due), started.provisional),
            &left,
            &stands,
        ]);
    }
    table.finish()
}
