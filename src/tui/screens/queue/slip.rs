//! The slip of a handoff, as a sheet.

use crate::domain::inquiry::{Event, Inquiry, Leg};
use crate::domain::rulebook::{Bilingual, Rulebook, SlipContent, SlipField};
use crate::i18n::{clauses, words};
use crate::paper::layout::PaperSize;
use crate::paper::slip::{SlipClock, SlipPaper, SlipParty};
use crate::store::{Fact, Recorded};
use crate::tui::screen::{Ctx, Sheet};

/// The slip of the last handoff, if there was one. It goes to the receiver, who
/// has to reach the visitor, so nothing on it is masked.
pub(in crate::tui::screens) fn sheet(
    cx: &Ctx,
    state: &Inquiry,
    events: &[Recorded],
) -> Option<Sheet> {
    let leg = state.legs.iter().rev().find(|leg| leg.no > 0)?;
    let rules = cx.desk.rules_of(state);
    let visitor = state.visitor.get().cloned().unwrap_or_default();
    let time = |at| cx.local(at).format("%Y-%m-%d %H:%M").to_string();
    let channel = rules.channel(&state.channel);
    let matter = state.matter.as_ref();
    let to = format!("{} {}", leg.department, named(cx, &leg.holder));
    let text = SlipPaper {
        fields: fields(cx, state, &rules, &to, &note(events, leg)),
        copied_to: rules
            .slip
            .copied_to
            .iter()
            .map(|one| in_words(cx, one))
            .collect(),
        head_signs: rules.slip.head_signs,
        office: &cx.desk.facts().name,
        name: cx.t(&rules.slip.name.zh, &rules.slip.name.en),
        number: &leg.slip,
        inquiry: state.number.as_str(),
        channel: channel.map_or("", |one| cx.t(one.name.zh.as_str(), one.name.en.as_str())),
        received_at: &time(state.received_at),
        visitor: &visitor.name,
        contact: &visitor.phone,
        unit: &visitor.unit,
        matter: matter.map_or("", |one| cx.t(one.name.as_str(), one.name_en.as_str())),
        words: state.words.text(),
        first: &cx.name(&state.first),
        from: party(cx, &leg.sender),
        to: SlipParty {
            department: leg.department.clone(),
            name: named(cx, &leg.holder),
        },
        sent_at: &time(leg.sent_at),
        signed_at: &leg.signed_at.map(time).unwrap_or_default(),
        accompanied: leg.accompanied,
        note: &note(events, leg),
        clocks: clocks(cx, state),
        copies: rules.slip.copies,
        clause: &rules
            .slip
            .clause
            .as_ref()
            .map_or(String::new(), |one| clauses::clause(cx.lang, one)),
    }
    .text(PaperSize::A4, cx.lang);
    Some(Sheet {
        title: format!(
            "{} {}",
            cx.t(&rules.slip.name.zh, &rules.slip.name.en),
            leg.slip
        ),
        text,
        file: format!("{}.txt", leg.slip.replace('/', "-")),
    })
}

fn in_words(cx: &Ctx, label: &Bilingual) -> String {
    cx.t(label.zh.clone(), label.en.clone())
}

/// The fields that the rulebook gives its slip, each under its own word.
fn fields(
    cx: &Ctx,
    state: &Inquiry,
    rules: &Rulebook,
    to: &str,
    note: &str,
) -> Vec<(String, String)> {
    let visitor = state.visitor.get().cloned().unwrap_or_default();
    let channel = rules
        .channel(&state.channel)
        .map(|one| in_words(cx, &one.name));
    let kind = rules
        .kind(&state.kind_of_request)
        .map(|one| in_words(cx, &one.name));
    let matter = state.matter.as_ref();
    let holds = |field: &SlipField| match field.holds {
        SlipContent::Time => cx
            .local(state.received_at)
            .format("%Y-%m-%d %H:%M")
            .to_string(),
        SlipContent::Channel => channel.clone().unwrap_or_default(),
        SlipContent::Kind => kind.clone().unwrap_or_default(),
        SlipContent::Name => visitor.name.clone(),
        SlipContent::Unit => visitor.unit.clone(),
        SlipContent::Phone => visitor.phone.clone(),
        SlipContent::Address => visitor.address.clone(),
        SlipContent::Matter => matter.map_or(String::new(), |one| {
            cx.t(one.name.clone(), one.name_en.clone())
        }),
        SlipContent::Words => state.words.text().to_owned(),
        SlipContent::Urgency => words::urgency(cx.lang, state.urgency).to_owned(),
        SlipContent::First => named(cx, &state.first),
        SlipContent::Handler => to.to_owned(),
        SlipContent::Note => note.to_owned(),
        // Written by hand on the paper itself.
        SlipContent::Documents | SlipContent::Handling | SlipContent::Feedback => String::new(),
    };
    let fields = rules.slip.fields.iter();
    fields
        .map(|field| (in_words(cx, &field.label), holds(field)))
        .collect()
}

fn named(cx: &Ctx, staff: &crate::domain::ids::StaffNo) -> String {
    format!("{} {staff}", cx.name(staff))
}

fn party(cx: &Ctx, staff: &crate::domain::ids::StaffNo) -> SlipParty {
    let department = match cx.desk.read().person(staff) {
        Ok(Some(person)) => person.department,
        Ok(None) | Err(_) => String::new(),
    };
    SlipParty {
        department,
        name: named(cx, staff),
    }
}

/// The word that went with the handoff.
fn note(events: &[Recorded], leg: &Leg) -> String {
    events
        .iter()
        .find_map(|event| match &event.fact {
            Fact::Inquiry(Event::HandedOff { leg: no, note, .. }) if *no == leg.no => {
                Some(note.text().to_owned())
            }
            Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) => None,
        })
        .unwrap_or_default()
}

fn clocks(cx: &Ctx, state: &Inquiry) -> Vec<SlipClock> {
    let rules = cx.desk.rules_of(state);
    state
        .clocks
        .iter()
        .filter(|clock| clock.is_running() && !clock.stands_still())
        .map(|clock| {
            let rule = rules.clock(&clock.run.clock);
            SlipClock {
                name: rule.map_or(String::new(), |rule| {
                    cx.t(rule.name.zh.clone(), rule.name.en.clone())
                }),
                due: cx.local(clock.run.due).format("%Y-%m-%d %H:%M").to_string(),
                provisional: clock.run.provisional,
                internal: clock.run.internal,
                clause: rule
                    .filter(|_| !clock.run.internal)
                    .map_or(String::new(), |rule| clauses::clause(cx.lang, &rule.clause)),
            }
        })
        .collect()
}
