//! Who may give which command: every cell of the table, tried at the desk.

use std::collections::BTreeSet;

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::desk::{Actor, DeskError};
use shouwen::domain::command::{Envelope, EnvelopeShape, allowed::TABLE};
use shouwen::domain::staff::Role;

fn whoever_is(role: Role) -> &'static str {
    match role {
        Role::Clerk => CLERK,
        Role::Handler => HANDLER,
        Role::Supervisor => SUPERVISOR,
        Role::Quality => QUALITY,
        Role::Admin => ADMIN,
    }
}

/// A command of this name, as bare as it can be sent.
fn bare(name: &str, inquiry: &str) -> Envelope {
    if let Some((room, act)) = name.split_once('.') {
        let one = if act == "open" {
            json!({"category": "delay", "source": "other", "about": [CLERK], "text": "问"})
        } else {
            json!({"case": "A2026-0001"})
        };
        let text = json!({ room: { act: one } }).to_string();
        return Envelope::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let shapes = [
        json!({"inquiry": inquiry}),
        json!({"handover": "H20260401-01"}),
        json!({"number": inquiry}),
        json!({}),
    ];
    let read = |shape: &Value| Envelope::from_json(&json!({ name: shape }).to_string()).ok();
    let found = shapes.iter().find_map(read);
    found.unwrap_or_else(|| panic!("no shape for {name}"))
}

#[test]
fn every_command_stands_in_the_table_once() {
    let schema = serde_json::to_value(schemars::schema_for!(EnvelopeShape)).unwrap();
    let told: Vec<&str> = TABLE.iter().map(|row| row.0).collect();
    let each: BTreeSet<&str> = told.iter().copied().collect();
    assert_eq!(each.len(), told.len());
    let text = schema.to_string();
    for name in &each {
        let name = name.rsplit('.').next().unwrap_or(name);
        assert!(
            text.contains(&format!("\"{name}\"")),
            "{name} is no command"
        );
    }
    for name in &each {
        assert_eq!(bare(name, "20260401-0001").command.name(), *name);
    }
    let known = schema["$defs"]["Command"]["oneOf"].as_array();
    if let Some(known) = known {
        let rooms: BTreeSet<&str> = told
            .iter()
            .map(|name| name.split('.').next().unwrap_or(name))
            .collect();
        assert_eq!(known.len(), rooms.len());
    }
}

#[test]
fn each_cell_of_the_table_holds_at_the_desk() {
    let mut counter = desk().at("2026-04-07 09:00").register("问");
    let number = counter.number().to_owned();
    let mut tried = 0;
    for (name, allowed) in TABLE {
        for role in Role::ALL {
            let before = counter.desk().store().audit().unwrap().events;
            let actor = Actor::Staff(whoever_is(role).into());
            let result = counter.desk().carry_out(&actor, &bare(name, &number));
            let code = match &result {
                Err(DeskError::Refused(why)) => why.code(),
                Ok(_) => "done",
                Err(other) => panic!("{name} by {role:?}: {other}"),
            };
            if allowed.contains(&role) {
                assert_ne!(code, "not_allowed", "{name} by {role:?}");
            } else {
                assert_eq!(code, "not_allowed", "{name} by {role:?}");
                let after = counter.desk().store().audit().unwrap().events;
                assert_eq!(after, before, "{name} by {role:?} left a trace");
            }
            tried += 1;
        }
    }
    println!("{tried} cells of role and command hold at the desk");
}
