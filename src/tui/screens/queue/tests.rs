//! No key of the queue is dead: it opens a form that can be filled and saved, or says
//! in a sentence why not.

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::Queue;
use crate::desk::DeskError;
use crate::domain::command::{Envelope, Subject};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::Refusal;
use crate::domain::staff::Role;
use crate::i18n::Lang;
use crate::store::{Filter, Pending, View};
use crate::tui::keymap::{Action, KEYMAP, Scope};
use crate::tui::screen::{Outcome, Screen, Target};
use crate::tui::screens::kit::Office;
use crate::tui::widgets::dialog::Kind;

const AREA: Rect = Rect::new(0, 1, 80, 21);

/// The acts on an inquiry, as the table of keys has them.
fn acts() -> Vec<Action> {
    let of_queue = KEYMAP.iter().filter(|one| one.scope == Scope::Queue);
    of_queue
        .map(|one| one.action)
        .filter(|action| super::dialogs::acts_on_a_row(*action))
        .collect()
}

/// One row of each kind: where it stands, what it waits for, whose documents lie about,
/// whether it ran out, and whether it was passed on, sent back, or urged.
fn kinds(office: &Office) -> Vec<Pending> {
    let cx = office.cx();
    let all = Filter {
        view: View::All,
        staff: StaffNo::default(),
        department: String::new(),
        now: cx.now,
        day_end: cx.desk.day_end(cx.now),
        text: String::new(),
        spelled: std::rc::Rc::default(),
        rules: true,
        order: crate::store::Order::Pressing,
        hands: None,
        limit: 10_000,
        offset: 0,
    };
    let mut kinds = BTreeMap::new();
    for row in cx.desk.read().queue(&all).unwrap() {
        let kind = format!(
            "{:?} {:?} {} {} {} {}",
            row.stage,
            row.waits,
            row.custodians.is_empty(),
            row.due.is_some_and(|due| due < cx.now),
            row.leg.min(1),
            row.returns.min(1),
        );
        kinds.entry(kind).or_insert(row);
    }
    kinds.into_values().collect()
}

/// Whoever holds and keeps it, and someone else of every role.
fn people(office: &Office, row: &Pending) -> Vec<StaffNo> {
    let all = office.desk.read().people().unwrap();
    let mut chosen = vec![row.holder.clone(), row.keeper.clone()];
    for role in Role::ALL {
        let other = all
            .iter()
            .find(|one| one.is(role) && !chosen.contains(&one.number));
        chosen.extend(other.map(|one| one.number.clone()));
    }
    chosen.dedup();
    chosen
}

/// Fills the open form as somebody in a hurry would, and saves it.
fn fill_and_save(screen: &mut Queue, office: &Office) -> Outcome {
    let (_, dialog) = screen.dialog.as_mut().unwrap();
    for entry in &mut dialog.entries {
        match &mut entry.kind {
            Kind::Pick(picker) => assert!(picker.take_at(0), "{}: nothing to choose", dialog.title),
            Kind::Text(field) => field.set("1"),
        }
    }
    let outcome = screen.submit(&office.cx());
    let (_, dialog) = screen.dialog.as_mut().unwrap();
    if dialog.error.is_none() {
        return outcome;
    }
    // What asks for a time may be left empty.
    if let Some(Kind::Text(field)) = dialog.entries.last_mut().map(|entry| &mut entry.kind) {
        field.set("");
    }
    dialog.error = None;
    screen.submit(&office.cx())
}

fn would_be_done(office: &Office, envelope: &Envelope) -> Result<(), Refusal> {
    let Subject::Inquiry(number) = envelope.command.subject() else {
        return Ok(());
    };
    let (state, _) = office.desk.read().inquiry(&number).unwrap().unwrap();
    let me = &office.me.number;
    match office.desk.rehearse(me, &state, envelope.command.clone()) {
        Ok(_) => Ok(()),
        Err(DeskError::Refused(why)) => Err(*why),
        Err(error) => panic!("{error}"),
    }
}

/// Presses a key on a row; what came of it, `opened` or `said`.
fn press(office: &Office, screen: &mut Queue, action: Action) -> &'static str {
    let cx = office.cx();
    if let Err(why) = screen.enabled(&cx, action) {
        assert!(why.chars().count() > 5, "{action:?} says {why:?}");
        return "said";
    }
    match screen.act(&cx, action) {
        Outcome::Say(message) => {
            assert!(message.text.chars().count() > 5, "{action:?}: {message:?}");
            "said"
        }
        Outcome::Show(_) | Outcome::Papers(_) | Outcome::Go(_) | Outcome::Run(_) => "opened",
        Outcome::Handled if screen.dialog.is_some() => {
            let Outcome::Run(envelope) = fill_and_save(screen, office) else {
                panic!("{action:?} cannot be saved");
            };
            if let Err(why) = would_be_done(office, &envelope) {
                let words_only = why.field().is_some() || matches!(why, Refusal::Barred(_));
                assert!(
                    words_only,
                    "{action:?} opened for {:?}: {why:?}",
                    office.me.number
                );
            }
            screen.dialog = None;
            "opened"
        }
        other => panic!("{action:?} does nothing: {other:?}"),
    }
}

fn no_key_is_dead(book: &str, lang: Lang) {
    let mut office = Office::demo(lang, book, 60);
    let rows = kinds(&office);
    assert!(rows.len() > 8, "{} kinds of work", rows.len());
    let mut came: BTreeMap<(String, &str), u32> = BTreeMap::new();
    for row in rows {
        for person in people(&office, &row) {
            office.sign_in(person.as_str());
            let mut screen = Queue::default();
            screen.arrive(&office.cx(), &Target::Inquiry(row.inquiry.clone()), AREA);
            assert_eq!(
                screen.selected().map(|row| &row.inquiry),
                Some(&row.inquiry)
            );
            for action in acts() {
                let what = press(&office, &mut screen, action);
                *came.entry((format!("{action:?}"), what)).or_default() += 1;
            }
        }
    }
    // The common acts do open for somebody.
    for action in [
        "Answer",
        "HandOff",
        "Urge",
        "Supervise",
        "Reassign",
        "TellVisitor",
    ] {
        let opened = came.contains_key(&(action.to_owned(), "opened"));
        assert!(opened, "{action} never opens: {came:?}");
    }
}

#[test]
fn no_key_is_dead_under_the_tax_offices_rules() {
    no_key_is_dead("tax", Lang::Zh);
}

#[test]
fn no_key_is_dead_where_clocks_stop_and_rungs_climb() {
    no_key_is_dead("police", Lang::En);
}

#[test]
fn no_key_is_dead_where_heads_sign_and_guests_are_asked() {
    no_key_is_dead("hotel", Lang::En);
}
