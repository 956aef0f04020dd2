//! Personal data whose time is over: listed, signed for, gone, and the record whole.

use crate::kit::*;
use serde_json::json;

const NAME: &str = "慕容思远";
const PHONE: &str = "13912345678";

/// A closed inquiry of somebody whose name stands in every place that a name can stand in.
fn told() -> Counter {
    let words = format!("{NAME}想问发票,电话{PHONE}");
    let mut counter = desk()
        .at("2026-04-01 09:00")
        .act(json!({"register": {
            "visitor": {"name": NAME, "phone": PHONE, "address": "平安里7号", "unit": "慕容商行"},
            "words": words, "left": [format!("{NAME}的身份证复印件")]
        }}))
        .by(CLERK);
    let number = counter.number().to_owned();
    counter = counter.act(json!({"handover_open": {"to": OTHER_CLERK}}));
    let handover = counter.handover().number.0;
    counter
        .act(json!({"handover_note": {"handover": handover, "item": 1, "text": format!("{NAME}下午再来")}}))
        .act(json!({"handover_cancel": {"handover": handover, "text": "不走了"}}))
        .on(&number)
        .act(json!({"reveal": {"inquiry": number, "reason": format!("给{NAME}回电")}}))
        .on(&number)
        .act(json!({"correct": {"changes": {"name": "慕容思源"}, "reason": format!("不是{NAME}")}}))
        .act(json!({"give_back_documents": {"to": format!("{NAME}本人")}}))
        .act(json!({"answer": {"text": format!("{NAME}带执照即可")}}))
        .close()
}

fn list(counter: Counter) -> Counter {
    counter.by(ADMIN).act(json!({"list_destruction": {}}))
}

fn stands_in_the_file(counter: &Counter, text: &str) -> Vec<String> {
    let wanted = text.as_bytes();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(counter.path().parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        if bytes.windows(wanted.len()).any(|window| window == wanted) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found
}

#[test]
fn what_is_destroyed_stands_nowhere_in_the_file_and_the_record_is_whole() {
    let counter = told();
    let number = counter.number().to_owned();
    assert!(
        !stands_in_the_file(&counter, NAME).is_empty(),
        "it stands there before"
    );
    let counter = list(counter.at("2031-04-02 09:00"));
    let list = counter.last()[0].body.clone();
    assert!(list.contains("销〔2031〕1号"), "{list}");
    let mut counter = counter
        .by(SUPERVISOR)
        .act(json!({"sign_destruction": {"list": "销〔2031〕1号"}}))
        .on(&number);
    for text in [
        NAME,
        "慕容",
        "murongsiyuan",
        "mrsy",
        PHONE,
        "2345678",
        "平安里",
        "身份证复印",
    ] {
        assert_eq!(
            stands_in_the_file(&counter, text),
            Vec::<String>::new(),
            "{text}"
        );
    }
    counter.expect_whole();
    let state = counter.state();
    assert!(state.visitor.get().is_none() && state.words.get().is_none());
    assert!(
        state.is_closed() && !state.legs.is_empty(),
        "what happened stays"
    );
    let row = counter
        .desk()
        .read()
        .inquiry_row(&number.as_str().into())
        .unwrap()
        .unwrap();
    assert_eq!((row.name, row.phone), (None, None));
    assert!(counter.desk().read().find("慕容", 10).unwrap().is_empty());
    let rebuilt = {
        let mut store =
            shouwen::store::Store::open(counter.path(), shouwen::store::Mode::ReadWrite).unwrap();
        store.rebuild().unwrap()
    };
    assert_eq!(
        (rebuilt.before, rebuilt.after.differences),
        (vec![], vec![])
    );
}

#[test]
fn a_list_takes_two_people_and_holds_only_what_is_due_and_closed() {
    let counter = told()
        .at("2031-03-31 09:00")
        .by(ADMIN)
        .refuses(json!({"list_destruction": {}}), "nothing_due");
    let number = counter.number().to_owned();
    let counter = list(counter.at("2031-04-02 09:00"));
    let sign = || json!({"sign_destruction": {"list": "销〔2031〕1号"}});
    let counter = counter
        .by(CLERK)
        .refuses(sign(), "not_allowed")
        .by(SUPERVISOR)
        .refuses(
            json!({"sign_destruction": {"list": "销〔2031〕9号"}}),
            "no_list",
        )
        .on(&number)
        // Taken up again after it was listed: it is needed.
        .act(json!({"reopen": {"reason": "又来了"}}))
        .act(sign())
        .refuses(sign(), "destroyed_already")
        .on(&number);
    assert_eq!(counter.state().visitor.get().unwrap().name, "慕容思源");
    counter.expect_whole();
}

#[test]
fn whoever_lists_does_not_sign() {
    use shouwen::domain::staff::{Person, Role};
    let mut counter = told().at("2031-04-02 09:00");
    let both = Person {
        number: "5001".into(),
        name: "双职".into(),
        department: "信息科".into(),
        roles: vec![Role::Admin, Role::Supervisor],
        ..Person::default()
    };
    counter.desk().record_people(&[(both, None)], b"").unwrap();
    counter
        .by("5001")
        .act(json!({"list_destruction": {"limit": 1}}))
        .refuses(
            json!({"sign_destruction": {"list": "销〔2031〕1号"}}),
            "own_list",
        );
}

#[test]
fn a_value_that_is_gone_without_a_word_and_one_that_was_kept_are_both_found() {
    let counter = told();
    let raw = rusqlite::Connection::open(counter.path()).unwrap();
    let differences = |counter: &mut Counter| counter.desk().store().audit().unwrap().differences;
    let mut counter = counter;
    raw.execute(
        "UPDATE private SET body = NULL, salt = NULL WHERE id = 1",
        [],
    )
    .unwrap();
    assert!(!differences(&mut counter).is_empty(), "taken");
    counter.damaged();
    let mut counter = list(told().at("2031-04-02 09:00"));
    let raw = rusqlite::Connection::open(counter.path()).unwrap();
    let (body, salt): (String, Vec<u8>) = raw
        .query_row("SELECT body, salt FROM private WHERE id = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    counter = counter
        .by(SUPERVISOR)
        .act(json!({"sign_destruction": {"list": "销〔2031〕1号"}}));
    assert_eq!(differences(&mut counter), vec![]);
    raw.execute(
        "UPDATE private SET body = ?1, salt = ?2 WHERE id = 1",
        rusqlite::params![body, salt],
    )
    .unwrap();
    assert!(!differences(&mut counter).is_empty(), "kept");
    counter.damaged();
}

#[test]
fn a_look_needs_a_reason_and_a_role() {
    let counter = desk().at("2026-04-07 09:00").register("问");
    let number = counter.number().to_owned();
    let look = |reason: &str| json!({"reveal": {"inquiry": number, "reason": reason}});
    let mut counter = counter
        .refuses(look(" "), "empty_field")
        .refuses(look(&"长".repeat(201)), "too_long")
        .refuses(
            json!({"reveal": {"inquiry": "20260407-0099", "reason": "问"}}),
            "unknown_inquiry",
        )
        .by(ADMIN)
        .refuses(look("看看"), "not_allowed")
        .by(QUALITY)
        .act(look("抽查"));
    assert_eq!(counter.desk().read().looks(10).unwrap().len(), 1);
}
