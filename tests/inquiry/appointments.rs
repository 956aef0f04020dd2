//! Home visits and other special cases: when and where somebody is to be seen
//! (D1 art. 1.4.6). And what comes out of the house itself, without a visitor.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use crate::kit::*;
use serde_json::{Value, json};
use shouwen::desk::gather;
use shouwen::domain::ids::StaffNo;
use shouwen::domain::inquiry::ClockRun;
use shouwen::i18n::Lang;
use shouwen::i18n::refusal::Plain;
use shouwen::i18n::timeline;
use shouwen::store::Fact;

const AT: &str = "2026-04-08T10:00:00+08:00";

fn visit(appointment: &Value) -> Value {
    json!({"register": {
        "visitor": {"name": "张三", "phone": "13900000001"},
        "words": "腿脚不便，请上门", "green": true, "appointment": appointment}})
}

fn home() -> Value {
    visit(&json!({"at": AT, "place": "一号院3栋502"}))
}

fn changes(appointment: &Value) -> Value {
    json!({"correct": {"changes": {"appointment": appointment}, "reason": "改约"}})
}

fn told(desk: &Counter) -> String {
    let line = |fact: &Fact| match fact {
        Fact::Inquiry(event) => timeline::line(Lang::Zh, "1001", event, &Plain),
        Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
    };
    let lines: Vec<String> = desk
        .story()
        .iter()
        .filter_map(|one| line(&one.fact))
        .collect();
    lines.join("\n")
}

#[test]
fn when_and_where_stand_on_record_and_the_place_outside_the_log() {
    let desk = desk().at("2026-04-07 09:30").act(home());
    let appointed = desk.state().appointment.unwrap();
    assert_eq!(wall(appointed.at), "2026-04-08 10:00");
    assert_eq!(appointed.place.text(), "一号院3栋502");
    assert!(
        told(&desk).contains("，预约 04-08 10:00 一**2"),
        "{}",
        told(&desk)
    );
    let body: String = desk.last().iter().map(|one| one.body.as_str()).collect();
    assert!(!body.contains("一号院"), "{body}");
}

#[test]
fn without_an_appointment_nothing_of_it_stands_there() {
    let desk = desk().at("2026-04-07 09:30").act(visit(&Value::Null));
    assert_eq!(desk.state().appointment, None);
    assert!(!desk.last()[0].body.contains("appointment"));
    assert!(!told(&desk).contains("预约"));
}

#[test]
fn it_is_moved_and_called_off_with_before_and_after() {
    let desk = desk()
        .at("2026-04-07 09:30")
        .act(home())
        .act(changes(
            &json!({"at": "2026-04-09T09:00:00+08:00", "place": "一号院3栋502"}),
        ))
        .refuses(
            changes(&json!({"at": "2026-04-09T09:00:00+08:00", "place": "一号院3栋502"})),
            "nothing_to_correct",
        );
    assert_eq!(
        wall(desk.state().appointment.unwrap().at),
        "2026-04-09 09:00"
    );
    let desk = desk.act(changes(&json!({})));
    assert_eq!(desk.state().appointment, None);
    let story = told(&desk);
    for line in [
        "预约 04-08 10:00 一**2 -> 04-09 09:00 一**2",
        "预约 04-09 09:00 一**2 -> (空)",
    ] {
        assert!(story.contains(line), "{story}");
    }
    assert!(!story.contains("一号院"), "{story}");
}

#[test]
fn a_place_without_a_time_and_a_time_before_the_question_are_refused() {
    desk()
        .at("2026-04-07 09:30")
        .refuses(visit(&json!({"place": "一号院"})), "empty_field")
        .refuses(visit(&json!({"at": "明天"})), "time_malformed")
        .refuses(
            visit(&json!({"at": "2026-04-07T09:00:00+08:00"})),
            "appointed_before",
        )
        .refuses(
            visit(&json!({"at": AT, "place": "院".repeat(300)})),
            "too_long",
        )
        .act(visit(&json!({"at": "2026-04-07T09:30:00+08:00"})));
}

#[test]
fn at_a_handover_it_counts_as_a_promise_to_somebody() {
    let mut desk = desk()
        .at("2026-04-07 16:00")
        .act(json!({"register": {"visitor": {"name": "李四"}, "words": "先来的"}}))
        .act(visit(
            &json!({"at": "2026-04-08T09:30:00+08:00", "place": "一号院"}),
        ));
    let now = desk.now();
    let held = |desk: &mut Counter| {
        let desk = desk.desk();
        let mut known = gather::Known::default();
        let staff = StaffNo::from("1001");
        gather::in_hands(desk.read(), desk.office(), &staff, now, (&mut known, None)).unwrap()
    };
    let items = held(&mut desk);
    assert_eq!(items[0].row.inquiry.as_str(), "20260407-0002");
    assert_eq!(
        items[0].stands.promised.map(wall).unwrap(),
        "2026-04-08 09:30"
    );
    assert_eq!(
        items[0].appointment.as_ref().unwrap().place.text(),
        "一号院"
    );
    assert_eq!(items[1].stands.promised, None);
}

#[test]
fn an_order_from_above_needs_no_visitor_and_its_clocks_run() {
    let order = |internal: bool| json!({"register": {"internal": internal, "words": "领导交办：核对一季度台账"}});
    desk()
        .at("2026-04-07 09:30")
        .refuses(order(false), "empty_field")
        .act(order(true))
        .expect(|state| {
            assert!(state.internal);
            assert!(state.clocks.iter().any(ClockRun::is_running));
        })
        .refuses(
            json!({"correct": {"changes": {"internal": false}, "reason": "记错"}}),
            "empty_field",
        )
        .act(json!({"correct": {
            "changes": {"internal": false, "name": "王五"}, "reason": "有来人"}}));
}
