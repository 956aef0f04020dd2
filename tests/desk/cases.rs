//! Calling to account: from an overdue petition to what came of an appeal, and who may not
//! take part in it.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use serde_json::{Value, json};
use shouwen::domain::case::{Case, CaseStage, Outcome, Sees, evidence};
use shouwen::domain::ids::{CaseNo, ClockId};
use shouwen::store::{Mode, Store};

use crate::kit::{
    ADMIN, CLERK, Counter, HANDLER, OTHER_CLERK, QUALITY, SUPERVISOR, WINDOW_HANDLER, desk_of, wall,
};

const CASE: &str = "A2026-0001";

fn case(act: &str, mut fields: Value) -> Value {
    if act != "open" {
        let fields = fields.as_object_mut().unwrap();
        fields.entry("case").or_insert(json!(CASE));
        fields.entry("text").or_insert(json!("记录在案"));
        if act == "report" {
            fields.remove("text");
        }
    }
    json!({"case": {act: fields}})
}

fn stands(counter: &mut Counter, number: &str) -> Case {
    let found = counter.desk().read().case(&CaseNo::from(number)).unwrap();
    found.unwrap().0
}

/// The end of the newest run of a clock.
fn due(counter: &mut Counter, clock: &str) -> String {
    let state = stands(counter, CASE);
    let run = state
        .clocks
        .iter()
        .rev()
        .find(|run| run.clock.as_str() == clock);
    wall(run.unwrap_or_else(|| panic!("{clock} never ran")).due)
}

/// A petition that nobody accepted in time.
fn overdue() -> Counter {
    desk_of("police")
        .at("2026-01-04 15:00")
        .act(
            json!({"register": {"kind": "petition", "visitor": {"name": "张三"},
            "words": "反映邻里纠纷"}}),
        )
        .at("2026-01-26 09:00")
        .settle()
        .expect_breaches(&[("XF-23", CLERK)])
}

/// Opened from that breach; nobody is named, the record tells whose hands it was in.
fn opened() -> Counter {
    let counter = overdue();
    let inquiry = counter.number().to_owned();
    counter.by(QUALITY).act(case(
        "open",
        json!({"source": "checks", "category": "delay", "item": 1, "inquiry": inquiry,
            "text": "信访件逾期未受理", "reporter": {"name": "周某", "contact": "13900000001"}}),
    ))
}

fn investigated() -> Counter {
    opened()
        .act(case("check", json!({"borne_out": true})))
        .act(case("propose", json!({})))
        .by(SUPERVISOR)
        .act(case("investigate", json!({"team": [QUALITY]})))
        .by(QUALITY)
}

fn decided() -> Counter {
    investigated()
        .act(case("hear", json!({"upheld": false})))
        .at("2026-03-31 10:00")
        .act(case(
            "report",
            json!({"facts": "逾期七日", "conclusion": "属办事拖拉", "proposal": "书面检查"}),
        ))
}

fn reported_in_time() -> Counter {
    investigated()
        .act(case("hear", json!({"upheld": false})))
        .at("2026-03-02 10:00")
        .act(case(
            "report",
            json!({"facts": "逾期七日", "conclusion": "属办事拖拉", "proposal": "书面检查"}),
        ))
}

fn written_review() -> Value {
    json!({"tier": "minor", "forms": ["written_review"]})
}

#[test]
fn an_overdue_petition_becomes_a_case_that_an_appeal_changes_with_every_end_right() {
    let mut counter = investigated();
    // Over Spring Festival (15 to 23 February) with its two make-up Saturdays.
    assert_eq!(due(&mut counter, "D1-A1"), "2026-03-13 17:30");
    let mut counter = counter
        .at("2026-03-10 09:00")
        .refuses(case("extend", json!({"by": 16})), "extension_too_long")
        .act(case("extend", json!({"by": 15})))
        .refuses(case("extend", json!({"by": 1})), "extension_pending")
        .by(SUPERVISOR)
        .act(case("rule_on_extension", json!({"approve": true})));
    assert_eq!(due(&mut counter, "D1-A1"), "2026-04-03 17:30");
    let report = json!({"facts": "逾期", "conclusion": "拖拉", "proposal": "书面检查"});
    let mut counter = counter
        .by(QUALITY)
        .at("2026-04-01 16:00")
        .refuses(case("report", report.clone()), "unheard")
        .act(case("hear", json!({"upheld": false})))
        .act(case("report", report))
        .at("2026-04-02 10:00")
        .refuses(case("decide", written_review()), "not_allowed")
        .by(SUPERVISOR)
        .act(case("decide", written_review()));
    assert_eq!(due(&mut counter, "D1-A3"), "2026-04-17 17:30");
    let mut counter = counter
        .at("2026-04-08 09:00")
        .refuses(case("serve", json!({})), "rights_untold")
        .act(case("serve", json!({"rights_told": true})));
    assert_eq!(due(&mut counter, "D1-A4"), "2026-04-29 17:30");
    let mut counter = counter
        .by(CLERK)
        .at("2026-04-20 11:00")
        .act(case("appeal", json!({"text": "当时外出办案"})));
    assert_eq!(due(&mut counter, "D1-A5"), "2026-06-03 17:30");
    let heavier =
        json!({"outcome": "change", "tier": "serious", "forms": ["circulated_criticism"]});
    let lighter = json!({"outcome": "change", "tier": "minor", "forms": ["admonition"]});
    let mut counter = counter
        .at("2026-05-20 09:00")
        .refuses(case("review", lighter.clone()), "not_allowed")
        .by(SUPERVISOR)
        .refuses(case("review", heavier), "heavier")
        .act(case("review", lighter))
        .refuses(case("close", json!({})), "step_owed")
        .act(case("carry_out", json!({"form": "admonition"})))
        .refuses(case("close", json!({})), "step_first")
        .act(case("tell", json!({"whom": "reporter"})))
        .act(case("close", json!({})));
    let state = stands(&mut counter, CASE);
    assert_eq!(state.stage(), CaseStage::Closed);
    assert_eq!(state.breached().count(), 0);
    let clerk = state.accused(&CLERK.into()).unwrap();
    assert_eq!(
        clerk.appeal.as_ref().unwrap().ended.unwrap().1,
        Outcome::Change
    );
    assert_eq!(clerk.stands().unwrap().measure.forms, ["admonition"]);
}

#[test]
fn missing_a_clock_of_the_procedure_is_a_breach_of_its_own() {
    let mut counter = decided();
    let state = stands(&mut counter, CASE);
    let missed: Vec<(&str, String)> = state
        .breached()
        .map(|run| (run.clock.as_str(), wall(run.lapsed_at.unwrap())))
        .collect();
    assert_eq!(missed, [("D1-A1", "2026-03-13 17:30".to_owned())]);
    // A right that nobody used is nobody's breach, and cannot be used any more.
    let mut counter = counter
        .by(SUPERVISOR)
        .act(case("decide", written_review()))
        .act(case("serve", json!({"rights_told": true})))
        .at("2026-07-01 09:00")
        .by(CLERK)
        .refuses(case("appeal", json!({})), "right_gone")
        .settle();
    assert_eq!(stands(&mut counter, CASE).breached().count(), 1);
}

#[test]
fn whoever_held_it_or_stands_above_its_holders_keeps_out() {
    let counter = opened()
        .act(case("check", json!({"borne_out": true})))
        .refuses(
            case("investigate", json!({"team": [QUALITY]})),
            "not_allowed",
        )
        .by(SUPERVISOR)
        .refuses(
            case("investigate", json!({"team": [QUALITY]})),
            "step_first",
        )
        .act(case("propose", json!({})));
    counter
        .refuses(case("investigate", json!({"team": [CLERK]})), "too_near")
        .refuses(
            case("investigate", json!({"team": [SUPERVISOR]})),
            "too_near",
        )
        .act(case("investigate", json!({"team": [QUALITY, HANDLER]})))
        .act(case(
            "recuse",
            json!({"staff": HANDLER, "instead": WINDOW_HANDLER}),
        ))
        .refuses(
            case(
                "recuse",
                json!({"staff": WINDOW_HANDLER, "instead": HANDLER}),
            ),
            "too_near",
        );
}

#[test]
fn a_second_decision_within_a_rolling_year_is_heavier_and_one_a_day_later_is_not() {
    let second = |day: &str| {
        let mut counter = reported_in_time()
            .by(SUPERVISOR)
            .act(case("decide", written_review()))
            .at(day)
            .by(QUALITY)
            .act(case(
                "open",
                json!({"source": "other", "category": "cold", "about": [CLERK],
                "text": "态度粗暴"}),
            ));
        let number = "A2027-0001";
        let on = |act: &str, fields: Value| {
            let mut fields = fields;
            fields["case"] = json!(number);
            case(act, fields)
        };
        counter = counter
            .act(on("check", json!({"borne_out": true})))
            .act(on("propose", json!({})))
            .by(SUPERVISOR)
            .act(on("investigate", json!({"team": [QUALITY]})))
            .by(QUALITY)
            .act(on("hear", json!({})))
            .act(on(
                "report",
                json!({"facts": "一", "conclusion": "二", "proposal": "三"}),
            ))
            .by(SUPERVISOR)
            .act(on("decide", written_review()));
        let state = stands(&mut counter, number);
        let measure = &state.accused[0].decision.as_ref().unwrap().measure;
        (measure.circumstances.clone(), measure.on_record.len())
    };
    assert_eq!(second("2027-03-02 16:00"), (vec!["D1-A6".to_owned()], 1));
    assert_eq!(second("2027-03-03 09:00"), (vec![], 0));
}

#[test]
fn forms_keep_to_their_tier_and_some_need_those_who_manage_the_post() {
    let grave = json!({"tier": "grave", "forms": ["removal_proposed"]});
    let agreed = json!({"tier": "grave", "forms": ["removal_proposed"], "authority": "县委组织部"});
    reported_in_time()
        .by(SUPERVISOR)
        .refuses(
            case("decide", json!({"tier": "minor", "forms": ["suspended"]})),
            "not_of_tier",
        )
        .refuses(case("decide", json!({"tier": "minor"})), "empty_field")
        .refuses(
            case("decide", json!({"forms": ["admonition"]})),
            "empty_field",
        )
        .refuses(case("decide", json!({"tier": "heavy"})), "not_in_rulebook")
        .refuses(case("decide", grave), "by_management")
        .act(case("decide", agreed));
}

#[test]
fn fines_stay_in_their_range_and_the_head_of_the_department_answers_too() {
    let fine = |yuan: u32, staff: &str| {
        case(
            "decide",
            json!({"staff": staff, "forms": ["fine"],
            "fines": [{"fine": "D2-11", "yuan": yuan}]}),
        )
    };
    let mut counter = desk_of("forestry")
        .by(QUALITY)
        .act(case(
            "open",
            json!({"source": "spot_check", "about": [CLERK], "text": "推诿"}),
        ))
        .by(SUPERVISOR)
        .refuses(fine(19, CLERK), "fine_outside")
        .refuses(fine(201, CLERK), "fine_outside")
        .act(fine(200, CLERK))
        .refuses(fine(20, HANDLER), "not_concerned")
        .by(QUALITY)
        .refuses(fine(20, SUPERVISOR), "not_allowed");
    assert_eq!(stands(&mut counter, CASE).stage(), CaseStage::Decided);
    // Where the source breaks off nothing is filled in: a least, and no most.
    desk_of("company-2020")
        .by(QUALITY)
        .act(case(
            "open",
            json!({"source": "spot_check", "about": [CLERK], "text": "未移交"}),
        ))
        .by(SUPERVISOR)
        .refuses(
            case(
                "decide",
                json!({"forms": ["penalty"],
            "fines": [{"fine": "D7-6.1", "yuan": 201}]}),
            ),
            "fine_outside",
        )
        .refuses(
            case(
                "decide",
                json!({"forms": ["penalty"],
            "fines": [{"fine": "D7-6.1-grave", "yuan": 499}]}),
            ),
            "fine_outside",
        )
        .act(case(
            "decide",
            json!({"forms": ["penalty"],
            "fines": [{"fine": "D7-6.1", "yuan": 400, "times": 2}]}),
        ));
}

#[test]
fn a_rulebook_without_accountability_says_so_and_each_other_runs_its_own() {
    let open = json!({"about": [CLERK], "text": "推诿"});
    for silent in [
        "tax",
        "property",
        "service-centre",
        "customer-service",
        "management",
    ] {
        desk_of(silent)
            .by(QUALITY)
            .refuses(case("open", open.clone()), "no_accountability");
    }
    for (rules, source, category, procedure) in [
        ("police", "complaint", "delay", 8),
        ("township", "", "delay", 0),
        ("forestry", "spot_check", "breach", 0),
        ("company", "complaint", "upheld_complaint", 1),
        ("company-2020", "complaint", "not_passed_on", 1),
        ("mine-centre", "", "D4-6-4", 1),
        ("hotel", "quality", "pretext", 0),
    ] {
        let mut counter = desk_of(rules).by(QUALITY).act(case(
            "open",
            json!({"source": source, "category": category, "about": [CLERK], "text": "推诿"}),
        ));
        let rules = counter.desk().rules().accountability.clone().unwrap();
        assert_eq!(rules.procedure.len(), procedure);
    }
}

#[test]
fn a_case_changes_nothing_of_the_inquiry_and_gathers_what_its_record_says() {
    let mut counter = opened();
    let before = counter.state();
    let found = evidence(&before);
    assert_eq!(
        found.broken().map(ClockId::as_str).collect::<Vec<_>>(),
        ["XF-23"]
    );
    assert_eq!(found.first.as_str(), CLERK);
    assert_eq!(found.version, before.version);
    counter = counter
        .act(case("check", json!({"borne_out": true})))
        .act(case("propose", json!({})));
    assert_eq!(counter.state(), before);
}

#[test]
fn who_reported_it_is_for_those_who_oversee_alone_and_each_look_is_on_record() {
    let mut counter = opened();
    let person = |counter: &mut Counter, staff: &str| counter.desk().person(&staff.into()).unwrap();
    let sees = |counter: &mut Counter, staff: &str| {
        let person = person(counter, staff);
        stands(counter, CASE).seen_by(&person)
    };
    assert_eq!(sees(&mut counter, CLERK), Sees::Nothing);
    assert_eq!(sees(&mut counter, OTHER_CLERK), Sees::Nothing);
    assert_eq!(sees(&mut counter, ADMIN), Sees::Nothing);
    assert_eq!(sees(&mut counter, SUPERVISOR), Sees::All);
    let mut counter = counter
        .by(CLERK)
        .refuses(case("look", json!({})), "unknown_case")
        .refuses(case("appeal", json!({})), "step_first")
        .by(SUPERVISOR)
        .refuses(case("look", json!({"text": " "})), "empty_field")
        .act(case("look", json!({"text": "例行检查"})));
    let looks = stands(&mut counter, CASE).looks;
    assert_eq!(looks.len(), 1);
    assert_eq!(looks[0].0.as_str(), SUPERVISOR);
}

#[test]
fn a_list_of_cases_that_was_bent_is_found() {
    let mut counter = reported_in_time()
        .by(SUPERVISOR)
        .act(case("decide", written_review()))
        .damaged();
    let conn = rusqlite::Connection::open(counter.path()).unwrap();
    for bent in [
        "UPDATE accounting SET about = '1002'",
        "UPDATE accounting SET breached = 7",
        "UPDATE answered SET at = at - 1",
        "DELETE FROM answered",
        "INSERT INTO answered VALUES ('A2026-0001', '1002', 5)",
    ] {
        conn.execute_batch(&format!("SAVEPOINT before; {bent};"))
            .unwrap();
        conn.execute_batch("RELEASE before").unwrap();
        assert_ne!(
            counter.desk().store().audit().unwrap().differences,
            [],
            "{bent}"
        );
        let mut store = Store::open(counter.path(), Mode::ReadWrite).unwrap();
        let made = store.rebuild().unwrap();
        assert_eq!(made.after.differences, [], "{bent}");
    }
}
