//! The slip of a handoff under its rulebook's own name.

use super::{Desktop, Shows, visitor};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{Event, Inquiry, Leg};
use crate::domain::printing::PaperSize;
use crate::domain::rulebook::{Rulebook, SlipContent, SlipField};
use crate::i18n::{Lang, clauses, words};
use crate::paper::slip::{SlipClock, SlipPaper, SlipParty};
use crate::store::{Fact, Recorded};

/// A slip with everything that is printed on it.
pub(super) struct Slip {
    office: String,
    name: String,
    inquiry: String,
    channel: String,
    received_at: String,
    visitor: (String, String),
    unit: String,
    matter: String,
    words: String,
    first: String,
    from: SlipParty,
    to: SlipParty,
    sent_at: String,
    signed_at: String,
    note: String,
    clause: String,
    leg: Leg,
    fields: Vec<(String, String)>,
    copied_to: Vec<String>,
    clocks: Vec<SlipClock>,
    head_signs: bool,
    copies: u32,
}

impl Slip {
    /// The slip as lines that fit the paper.
    pub fn text(&self, size: PaperSize, lang: Lang) -> String {
        SlipPaper {
            office: &self.office,
            name: &self.name,
            number: &self.leg.slip,
            inquiry: &self.inquiry,
            fields: self.fields.clone(),
            copied_to: self.copied_to.clone(),
            head_signs: self.head_signs,
            channel: &self.channel,
            received_at: &self.received_at,
            visitor: &self.visitor.0,
            contact: &self.visitor.1,
            unit: &self.unit,
            matter: &self.matter,
            words: &self.words,
            first: &self.first,
            from: self.from.clone(),
            to: self.to.clone(),
            sent_at: &self.sent_at,
            signed_at: &self.signed_at,
            accompanied: self.leg.accompanied,
            note: &self.note,
            clocks: self.clocks.clone(),
            copies: self.copies,
            clause: &self.clause,
        }
        .text(size, lang)
    }
}

/// The slip of a leg.
pub(super) fn draw(
    desktop: Desktop<'_>,
    state: &Inquiry,
    events: &[Recorded],
    leg: u32,
    shows: Shows,
) -> Option<Slip> {
    let leg = state.leg(leg)?.clone();
    let rules = desktop.desk.rules_of(state);
    let to = format!("{} {}", leg.department, named(desktop, &leg.holder));
    let note = note(events, &leg);
    let channel = rules.channel(&state.channel);
    let unit = state.visitor.get().map(|one| one.unit.clone());
    let clause = rules.slip.clause.as_ref();
    Some(Slip {
        fields: fields(desktop, state, &rules, (&to, &note), shows),
        copied_to: rules
            .slip
            .copied_to
            .iter()
            .map(|one| desktop.in_words(one))
            .collect(),
        head_signs: rules.slip.head_signs,
        office: desktop.desk.facts().name.clone(),
        name: desktop.in_words(&rules.slip.name),
        inquiry: state.number.as_str().to_owned(),
        channel: channel.map_or_else(String::new, |one| desktop.in_words(&one.name)),
        received_at: desktop.time(state.received_at),
        visitor: visitor(state, shows),
        unit: unit.unwrap_or_default(),
        matter: desktop.matter(state),
        words: state.words.text().to_owned(),
        first: desktop.names.name(&state.first),
        from: party(desktop, &leg.sender),
        to: SlipParty {
            department: leg.department.clone(),
            name: named(desktop, &leg.holder),
        },
        sent_at: desktop.time(leg.sent_at),
        signed_at: leg.signed_at.map(|at| desktop.time(at)).unwrap_or_default(),
        note,
        clocks: clocks(desktop, state),
        copies: rules.slip.copies,
        clause: clause.map_or_else(String::new, |one| clauses::clause(desktop.lang, one)),
        leg,
    })
}

/// The fields that the rulebook gives its slip, each under its own word.
fn fields(
    desktop: Desktop<'_>,
    state: &Inquiry,
    rules: &Rulebook,
    (to, note): (&str, &str),
    shows: Shows,
) -> Vec<(String, String)> {
    let (name, phone) = visitor(state, shows);
    let visitor = state.visitor.get().cloned().unwrap_or_default();
    let channel = rules
        .channel(&state.channel)
        .map(|one| desktop.in_words(&one.name));
    let kind = rules
        .kind(&state.kind_of_request)
        .map(|one| desktop.in_words(&one.name));
    let holds = |field: &SlipField| match field.holds {
        SlipContent::Time => desktop.time(state.received_at),
        SlipContent::Channel => channel.clone().unwrap_or_default(),
        SlipContent::Kind => kind.clone().unwrap_or_default(),
        SlipContent::Name => name.clone(),
        SlipContent::Unit => visitor.unit.clone(),
        SlipContent::Phone => phone.clone(),
        SlipContent::Address if shows == Shows::Masked => String::new(),
        SlipContent::Address => visitor.address.clone(),
        SlipContent::Matter => desktop.matter(state),
        SlipContent::Words => state.words.text().to_owned(),
        SlipContent::Urgency => words::urgency(desktop.lang, state.urgency).to_owned(),
        SlipContent::First => named(desktop, &state.first),
        SlipContent::Handler => to.to_owned(),
        SlipContent::Note => note.to_owned(),
        // Written by hand on the paper itself.
        SlipContent::Documents | SlipContent::Handling | SlipContent::Feedback => String::new(),
    };
    let fields = rules.slip.fields.iter();
    fields
        .map(|field| (desktop.in_words(&field.label), holds(field)))
        .collect()
}

fn named(desktop: Desktop<'_>, staff: &StaffNo) -> String {
    format!("{} {staff}", desktop.names.name(staff))
}

fn party(desktop: Desktop<'_>, staff: &StaffNo) -> SlipParty {
    let department = match desktop.desk.read().person(staff) {
        Ok(Some(person)) => person.department,
        Ok(None) | Err(_) => String::new(),
    };
    SlipParty {
        department,
        name: named(desktop, staff),
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
            Fact::Inquiry(_) | Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        })
        .unwrap_or_default()
}

fn clocks(desktop: Desktop<'_>, state: &Inquiry) -> Vec<SlipClock> {
    let rules = desktop.desk.rules_of(state);
    state
        .clocks
        .iter()
        .filter(|clock| clock.is_running() && !clock.stands_still())
        .map(|clock| {
            let rule = rules.clock(&clock.run.clock);
            SlipClock {
                name: rule.map_or(String::new(), |rule| desktop.in_words(&rule.name)),
                due: desktop.time(clock.run.due),
                provisional: clock.run.provisional,
                internal: clock.run.internal,
                clause: rule
                    .filter(|_| !clock.run.internal)
                    .map_or(String::new(), |rule| {
                        clauses::clause(desktop.lang, &rule.clause)
                    }),
            }
        })
        .collect()
}
