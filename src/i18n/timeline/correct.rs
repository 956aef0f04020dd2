//! Lines on what was corrected, taken back or gone on with. Who a visitor is stands
//! covered, whatever the screen around it shows.

use super::super::Lang;
use super::super::refusal::{Speaker, short_time};
use super::super::words::{self, field};
use crate::domain::command::Urgency;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::Event;
use crate::domain::inquiry::event::{Appointed, Change, MatterRef};
use crate::domain::mask::{mask_name, mask_number, mask_phone};
use crate::domain::private::Private;
use crate::domain::refusal::Field;

/// The line of one such event.
pub(super) fn line(lang: Lang, event: &Event, speaker: &dyn Speaker) -> String {
    let name = |staff: &StaffNo| speaker.name(staff);
    if let Event::Corrected(fact) = event {
        let all = fact
            .changes
            .iter()
            .map(|one| change(lang, one, speaker, Cover::On));
        let all: Vec<String> = all.collect();
        let (all, by) = (all.join(lang.pick("；", "; ")), name(&fact.by));
        let said = super::own::said(lang, fact.reason.text());
        lang.pick(
            format!("{by} 更正 {all}{said}"),
            format!("{by} corrected {all}{said}"),
        )
    } else if let Event::ClockCorrected(fact) = event {
        let (clock, was) = (&fact.run.clock, short_time(fact.was, speaker));
        let due = short_time(fact.run.due, speaker);
        lang.pick(
            format!("按更正重算：{clock} 到期 {was} 改为 {due}"),
            format!("Counted anew after the correction: {clock} due {due}, was {was}"),
        )
    } else if let Event::Withdrawn(fact) = event {
        let (by, said) = (name(&fact.by), super::own::said(lang, fact.reason.text()));
        lang.pick(
            format!("{by} 撤销登记(误登，记录保留){said}"),
            format!("{by} withdrew it as a mistake (kept on record){said}"),
        )
    } else if let Event::Continued(fact) = event {
        let (by, number) = (name(&fact.by), &fact.inquiry);
        lang.pick(
            format!("来人再来，{by} 续登为 {number}"),
            format!("The visitor came again: {by} registered {number} to go on with it"),
        )
    } else {
        String::new()
    }
}

/// Whether who a visitor is stands covered.
#[derive(Clone, Copy)]
enum Cover {
    On,
    Off,
}

/// Each field before and after, in clear: for whoever has them before them to mend.
pub fn changes(lang: Lang, changes: &[Change], speaker: &dyn Speaker) -> Vec<String> {
    let told = |one| change(lang, one, speaker, Cover::Off);
    changes.iter().map(told).collect()
}

/// One field, before and after.
fn change(lang: Lang, change: &Change, speaker: &dyn Speaker, cover: Cover) -> String {
    let typed = |field, was: &Private<String>, now: &Private<String>, mask: fn(&str) -> String| {
        let mask = match cover {
            Cover::On => mask,
            Cover::Off => str::to_owned,
        };
        (
            words::field(lang, field),
            mask(was.text()),
            mask(now.text()),
        )
    };
    let yes = |it: &bool| lang.pick(["否", "是"], ["no", "yes"])[usize::from(*it)].to_owned();
    let (what, was, now) = match change {
        Change::Name { was, now } => typed(Field::Name, was, now, mask_name),
        Change::Phone { was, now } => typed(Field::Phone, was, now, mask_phone),
        Change::Unit { was, now } => typed(Field::Unit, was, now, str::to_owned),
        Change::Address { was, now } => typed(Field::Address, was, now, mask_name),
        Change::IdNumber { was, now } => typed(Field::IdNumber, was, now, mask_number),
        Change::Words { was, now } => typed(Field::Words, was, now, str::to_owned),
        Change::Matter { was, now } => (
            field(lang, Field::Matter),
            matter(lang, was.as_ref()),
            matter(lang, now.as_ref()),
        ),
        Change::Channel { was, now } => (lang.pick("方式", "channel"), was.clone(), now.clone()),
        Change::Kind { was, now } => (lang.pick("类型", "kind"), was.clone(), now.clone()),
        Change::Urgency { was, now } => {
            let told = |it: &Urgency| urgency(lang, *it).to_owned();
            (lang.pick("紧要", "urgency"), told(was), told(now))
        }
        Change::Green { was, now } => (lang.pick("绿色通道", "green channel"), yes(was), yes(now)),
        Change::Internal { was, now } => (lang.pick("内部", "internal"), yes(was), yes(now)),
        Change::Received { was, now, .. } => {
            let told = |at| short_time(at, speaker);
            (
                lang.pick("收到时间", "time of receipt"),
                told(*was),
                told(*now),
            )
        }
        Change::Appointment { was, now } => {
            let mask = match cover {
                Cover::On => mask_name,
                Cover::Off => str::to_owned,
            };
            let told = |one: &Option<Appointed>| {
                one.as_ref().map_or(String::new(), |one| {
                    appointment(short_time(one.at, speaker), &mask(one.place.text()))
                })
            };
            (lang.pick("预约", "appointment"), told(was), told(now))
        }
    };
    let empty = lang.pick("(空)", "(empty)");
    let shown = |text: String| {
        if text.is_empty() {
            empty.to_owned()
        } else {
            text
        }
    };
    let (was, now) = (shown(was), shown(now));
    lang.pick(
        format!("{what} {was} -> {now}"),
        format!("{what} {was} -> {now}"),
    )
}

/// `04-08 10:00 某街一号`.
pub fn appointment(at: String, place: &str) -> String {
    if place.is_empty() {
        at
    } else {
        format!("{at} {place}")
    }
}

/// The appointment behind a registration, its place covered; nothing without one.
pub(super) fn appointed_beside(
    lang: Lang,
    appointed: Option<&Appointed>,
    speaker: &dyn Speaker,
) -> String {
    let Some(one) = appointed else {
        return String::new();
    };
    let told = appointment(short_time(one.at, speaker), &mask_name(one.place.text()));
    lang.pick(format!("，预约 {told}"), format!(", appointment {told}"))
}

fn matter(lang: Lang, matter: Option<&MatterRef>) -> String {
    matter.map_or(String::new(), |one| {
        lang.pick(one.name.as_str(), one.name_en.as_str())
            .to_owned()
    })
}

fn urgency(lang: Lang, urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Normal => lang.pick("一般", "normal"),
        Urgency::Urgent => lang.pick("急", "urgent"),
        Urgency::Emergency => lang.pick("紧急", "emergency"),
    }
}
