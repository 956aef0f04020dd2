//! Two terminals at the same moment: one wins, the other is told who and when, in
//! either language, and loses nothing that was typed.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::sync::{Arc, Barrier};

use crate::journey::{Journey, handed};
use crate::kit::*;
use chrono::FixedOffset;
use serde_json::{Value, json};
use shouwen::desk::{Desk, DeskError};
use shouwen::domain::ids::StaffNo;
use shouwen::domain::refusal::Refusal;
use shouwen::i18n::Lang;
use shouwen::i18n::refusal::{Speaker, refusal as worded};

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];
const AT: &str = "2026-04-07 10:02";

/// The names of a register's people.
struct Names<'a>(&'a Desk);

impl Speaker for Names<'_> {
    fn name(&self, staff: &StaffNo) -> String {
        self.0.person(staff).expect("somebody").name
    }

    fn offset(&self) -> FixedOffset {
        FixedOffset::east_opt(8 * 3600).unwrap()
    }
}

/// Two commands at one instant from two terminals: the place of the one that won, and
/// what the other was told.
fn race(counter: &Counter, tries: [(&str, Value); 2]) -> (usize, Refusal) {
    let barrier = Arc::new(Barrier::new(2));
    let hands: Vec<_> = (0..)
        .zip(tries)
        .map(|(seed, (who, mut command))| {
            let (path, barrier) = (counter.path().to_owned(), Arc::clone(&barrier));
            let who = who.to_owned();
            for (_, body) in command.as_object_mut().expect("a command") {
                body["inquiry"] = json!(counter.number());
            }
            std::thread::spawn(move || {
                let mut desk = terminal(&path, moment(AT), 300 + seed);
                barrier.wait();
                match send(&mut desk, &who, &command) {
                    Ok(_) => None,
                    Err(DeskError::Refused(why)) => Some(*why),
                    Err(error) => panic!("{error}"),
                }
            })
        })
        .collect();
    let mut told: Vec<Option<Refusal>> = hands
        .into_iter()
        .map(|hand| hand.join().expect("a terminal"))
        .collect();
    let lost = told.iter().position(Option::is_some).expect("one loses");
    let why = told.swap_remove(lost).expect("a reason");
    assert_eq!(told, [None], "one wins");
    (1 - lost, why)
}

/// The loser is told the winner's name and the minute, in both languages.
#[track_caller]
fn tells(counter: &mut Counter, why: &Refusal, who: &str) {
    let names = Names(counter.desk());
    let name = names.name(&who.into());
    for lang in BOTH {
        let said = worded(lang, why, &names);
        assert!(said.contains("04-07 10:02"), "{said}");
        assert!(said.contains(&name), "{name}: {said}");
    }
}

fn handed_over() -> Counter {
    desk()
        .at("2026-04-07 09:10")
        .register("问")
        .hand_off("税政科", HANDLER)
}

fn signed() -> Counter {
    handed_over().by(HANDLER).sign()
}

fn back() -> Value {
    json!({"return": {"opinion": "不归本科管", "should_go_to": "征管科"}})
}

fn answer() -> Value {
    json!({"answer": {"text": "可以,带齐材料即可。"}})
}

fn hand_off(department: &str, staff: &str) -> Value {
    json!({"hand_off": {"department": department, "staff": staff}})
}

fn reassign(department: &str, staff: &str, from: &str) -> Value {
    json!({"reassign": {
        "department": department, "staff": staff, "from": from, "reason": "轮休",
    }})
}

#[test]
fn of_two_acts_on_one_leg_one_is_done_and_the_other_is_told_who_and_when() {
    let two = |command: Value, who| [(who, command.clone()), (who, command)];
    let cases = vec![
        (signed(), two(back(), HANDLER)),
        (signed(), two(answer(), HANDLER)),
        (signed(), [(HANDLER, back()), (HANDLER, answer())]),
        (
            desk().at("2026-04-07 09:10").register("问"),
            [
                (CLERK, hand_off("税政科", HANDLER)),
                (CLERK, hand_off("征管科", WINDOW_HANDLER)),
            ],
        ),
        (
            desk().at("2026-04-07 09:10").register("问"),
            [
                (CLERK, hand_off("税政科", HANDLER)),
                (CLERK, json!({"guide_outside": {"advice": "请到社保"}})),
            ],
        ),
        (
            signed(),
            [
                (SUPERVISOR, reassign("征管科", WINDOW_HANDLER, HANDLER)),
                (SUPERVISOR, reassign("办税服务厅", OTHER_CLERK, HANDLER)),
            ],
        ),
        (
            signed(),
            [
                (SUPERVISOR, reassign("征管科", WINDOW_HANDLER, HANDLER)),
                (HANDLER, answer()),
            ],
        ),
        (
            signed().answer().by(CLERK),
            two(
                json!({"close": {"contact": {"how": "phone", "who": "本人"}}}),
                CLERK,
            ),
        ),
        (
            signed().answer().by(CLERK).close(),
            [
                (CLERK, json!({"reopen": {"reason": "又来"}})),
                (SUPERVISOR, json!({"reopen": {"reason": "来人说没解决"}})),
            ],
        ),
        (
            signed().answer().by(CLERK),
            two(
                json!({"follow_up": {"reached": true, "level": 1, "text": "没办成"}}),
                CLERK,
            ),
        ),
    ];
    for (mut counter, tries) in cases {
        let who = [tries[0].0, tries[1].0];
        let (won, why) = race(&counter, tries);
        assert!(matches!(why, Refusal::Overtaken(_)), "{why:?}");
        tells(&mut counter, &why, who[won]);
        counter.expect_whole();
    }
}

#[test]
fn of_two_signatures_one_counts_and_the_other_is_told_who_signed() {
    let mut counter = handed_over();
    let tries = [
        (HANDLER, json!({"sign_for": {}})),
        (CLERK, json!({"sign_for": {"how": "电话"}})),
    ];
    let (_, why) = race(&counter, tries);
    assert_eq!(why.code(), "already_signed");
    tells(&mut counter, &why, HANDLER);
    assert_eq!(counter.count("signed_for"), 1);
}

#[test]
fn two_who_press_at_the_same_moment_are_both_counted() {
    let counter = signed();
    let hands: Vec<_> = [(CLERK, 1), (SUPERVISOR, 2)]
        .map(|(who, seed)| {
            let (path, number) = (counter.path().to_owned(), counter.number().to_owned());
            std::thread::spawn(move || {
                let mut desk = terminal(&path, moment(AT), seed);
                let urge = json!({"urge": {"inquiry": number, "text": "来人在等"}});
                send(&mut desk, who, &urge).expect("urged");
            })
        })
        .into();
    for hand in hands {
        hand.join().expect("a terminal");
    }
    counter.expect(|state| assert_eq!(state.urges.len(), 2));
}

#[test]
fn a_reassignment_that_names_nobody_takes_it_out_of_whatever_hands() {
    signed()
        .by(SUPERVISOR)
        .act(reassign("征管科", WINDOW_HANDLER, ""))
        .expect_holder(WINDOW_HANDLER)
        .refuses(reassign("办税服务厅", OTHER_CLERK, HANDLER), "not_yours")
        .act(reassign("办税服务厅", OTHER_CLERK, WINDOW_HANDLER))
        .expect_holder(OTHER_CLERK);
}

// ---- At the screens -------------------------------------------------------------------------

/// The handler at two terminals, the leg signed for.
fn chen_twice(lang: Lang) -> (Journey, Journey, Journey) {
    let (li, mut chen) = handed(lang);
    chen.keys("s");
    let mut again = chen.beside("2003");
    again.speak(lang);
    (li, chen, again)
}

#[test]
fn who_comes_too_late_to_answer_or_return_keeps_the_words_in_the_dialog() {
    for lang in BOTH {
        let quick = [
            ("a带身份证来<enter>", "答复", "answered it"),
            ("r缺委托书<enter>征管科<enter>", "退回", "sent it back"),
        ];
        for (keys, zh, en) in quick {
            for late in ["a请带齐材料", "r请补委托书<enter>征管科"] {
                let (_, mut chen, mut again) = chen_twice(lang);
                again.keys(late);
                chen.keys(keys);
                let typed = if late.starts_with('a') {
                    "请带齐材料"
                } else {
                    "请补委托书"
                };
                again.keys("<enter>").shows(typed).shows(lang.pick(
                    &format!("陈静 已于 04-03 16:50 {zh}"),
                    &format!("陈静 {en} at 04-03 16:50"),
                ));
                again.is_whole();
            }
        }
    }
}

#[test]
fn who_comes_too_late_to_hand_off_or_close_keeps_the_words_in_the_dialog() {
    for lang in BOTH {
        let mut li = crate::journey::journey();
        li.speak(lang).keys(crate::journey::INVOICES).keys("<f2>");
        let mut again = li.beside("1001");
        again.speak(lang).keys("<f2>hcj<enter>先问清来意");
        li.keys("hzn<enter><enter>");
        again
            .keys("<enter>")
            .shows("先问清来意")
            .shows(lang.pick("转办给 赵宁", "handed it off to 赵宁"))
            .shows("04-03 16:50");
        let mut li = crate::journey::journey();
        li.speak(lang)
            .keys(crate::journey::INVOICES)
            .keys("<f2>a已答复<enter>");
        let mut again = li.beside("1001");
        again.speak(lang).keys("<f2>c已电话告知");
        li.keys("c<enter>");
        again.keys("<enter>").shows("已电话告知").shows(lang.pick(
            "李明 已于 04-03 16:50 办结",
            "李明 closed it at 04-03 16:50",
        ));
    }
}

#[test]
fn of_two_supervisors_who_reassign_the_second_is_told_before_anything_is_undone() {
    for lang in BOTH {
        let (_, mut chen) = handed(lang);
        let mut sun = chen.beside("3001");
        let mut again = chen.beside("3001");
        sun.speak(lang).keys("<f2>vvv");
        again.speak(lang).keys("<f2>vvvMzl<enter>");
        chen.keys("s");
        again.keys("<esc>Mzn<enter>轮休");
        sun.keys("Mlm<enter>调岗<enter>")
            .shows(lang.pick("已改派 20260403-0001", "Reassigned 20260403-0001"));
        again.keys("<enter>").shows("轮休").shows(lang.pick(
            "孙卫 已于 04-03 16:50 改派给 李明",
            "孙卫 reassigned it to 李明",
        ));
    }
}

#[test]
fn what_was_typed_about_one_inquiry_never_lands_on_another() {
    for lang in BOTH {
        let mut li = crate::journey::journey();
        li.speak(lang)
            .keys(crate::journey::TO_CHEN)
            .keys("<f1>13900000002<enter>钱多<enter><enter>fply<enter><enter>3cj<enter><enter>");
        let mut chen = li.beside("2003");
        chen.speak(lang).keys("s<home>s<home>");
        let mut again = chen.beside("2003");
        again.speak(lang).keys("a请带齐材料").shows("请带齐材料");
        chen.keys("a带身份证来<enter>");
        again.tick().shows("请带齐材料");
        for _ in 0..2 {
            again.keys("<enter>").shows("请带齐材料").shows("陈静");
        }
        let desk = li.process();
        let open: Vec<bool> = ["20260403-0001", "20260403-0002"]
            .map(|number| {
                let found = desk.read().inquiry(&number.into()).unwrap();
                found.unwrap().0.resolution.is_none()
            })
            .into();
        assert_eq!(open.iter().filter(|open| **open).count(), 1, "{open:?}");
    }
}
