//! What is saved, and what is in the way of it.

use super::counter::{Counter, at, counter, people};
use super::*;
use crate::domain::command::Route;
use crate::domain::inquiry::Stage;
use crate::tui::screen::Level;

#[test]
fn a_walk_in_is_handed_over_in_twelve_keys_beside_name_and_phone() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n3\n\n");
    let typed = "13900000001赵小满".chars().count();
    assert!(c.keys - typed <= 12, "{} keys", c.keys - typed);
    let row = c.newest();
    assert_eq!((row.first, row.holder), ("1001".into(), "2003".into()));
    assert_eq!(row.matter, "发票领用(首次票种核定)");
    assert_eq!(
        c.said(),
        "已登记 20260403-0001  已转王芳。F2 到待办：p 转办单  ^Z 更正"
    );
    assert_eq!(c.said.last().map(|one| one.level), Some(Level::Good));
    // The next visitor can be typed at once.
    assert_eq!(c.screen.draft(), None);
    c.keys("139").shows(&["电话  139"]);
}

#[test]
fn the_receiver_that_the_matter_proposes_is_taken_by_saving_at_once() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n3<^s>");
    let typed = "13900000001赵小满".chars().count();
    assert_eq!(c.keys - typed, 11, "the count that the README gives");
    assert_eq!(c.newest().holder, "2003".into());
}

#[test]
fn each_route_is_saved_with_what_it_asks_for() {
    let visitor = "\n赵小满\n\n\n问什么\n";
    for (keys, stage) in [
        ("1<^s>请带身份证\n", Stage::Closed),
        ("2\n", Stage::Open),
        ("41zg\n<^s>", Stage::Conferring),
        ("5\n怎么办\n", Stage::Superior),
        ("6去房管局\n", Stage::Closed),
        ("\n", Stage::Open),
    ] {
        let mut c = counter();
        c.keys(visitor).keys(keys);
        assert_eq!(c.registered(), 1, "{keys}\n{}", c.text());
        assert_eq!(c.newest().stage, stage, "{keys}");
        assert!(c.said().contains("20260403-0001"), "{keys}: {}", c.said());
    }
}

#[test]
fn an_answer_is_promised_for_the_due_time_unless_said_otherwise() {
    let mut c = counter();
    c.keys("\n赵\n\n\n问\n2")
        .shows(&["不填即到期前 04-09 17:30"]);
    let promised = |c: &mut Counter| {
        let command = c.with(|s, cx| s.form.command(cx, &s.roster, s.due));
        match command.unwrap().route {
            Some(Route::MineLater { promised }) => promised,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(promised(&mut c), "2026-04-09T17:30:00+08:00");
    c.keys("明天 10:00").shows(&["即 2026-04-04 10:00"]);
    assert_eq!(promised(&mut c), "2026-04-04T10:00:00+08:00");
    c.keys("<^u>09:00<^s>").shows(&["!答应", "已经过去"]);
    c.keys("<^u>soon<^s>").shows(&["答应的时间看不懂"]);
    assert_eq!(c.registered(), 0);
}

#[test]
fn incomplete_documents_lead_on_to_the_checklist() {
    let mut c = counter();
    c.keys("\n赵小满\n\nfply\n\n7")
        .shows(&["保存后接着告知材料"]);
    let matter = c.screen.form.matter.id().to_owned();
    c.keys("\n");
    let inquiry = Some("20260403-0001".into());
    assert_eq!(c.gone, Some(Target::Checklist { inquiry, matter }));
}

#[test]
fn arriving_with_a_matter_sets_it_and_leads_on_to_the_checklist() {
    let mut c = counter();
    let matter = c.screen.catalogue.rows()[2].id.clone();
    c.arrive(&Target::Register {
        matter: matter.clone(),
    });
    c.keys("139\n赵小满<^s>");
    let inquiry = Some("20260403-0001".into());
    assert_eq!(c.gone, Some(Target::Checklist { inquiry, matter }));
}

#[test]
fn the_same_matter_twice_a_day_is_asked_about_first() {
    let mut c = counter();
    c.keys("13900000001\n赵小满\n\nfply\n\n\n");
    c.keys("13900000001\n赵小满\n\nfply\n\n\n");
    assert_eq!(c.registered(), 1);
    let (words, then) = c.asked.take().unwrap();
    assert!(words.contains("20260403-0001"), "{words}");
    c.shows(&["姓名  赵小满"]);
    c.follow(then);
    assert_eq!(c.registered(), 2);
}

#[test]
fn a_late_entry_keeps_the_true_time_and_asks_why() {
    let mut c = counter();
    c.keys("\n赵\n\n\n问<^b>04-02 09:00<^s>");
    c.shows(&["!收到  04-02 09:00", "请写明原因"]);
    c.keys("停电<^s>");
    assert_eq!(c.newest().received_at, at("2026-04-02 09:00"));

    c.keys("\n钱\n\n\n问<^b>17:30<^s>")
        .shows(&["收到时间在将来"]);
    c.keys("<^u>noon<^s>").shows(&["收到时间看不懂"]);
    // Off again, what stood there is kept but does not count.
    c.keys("<^b><^s>");
    assert_eq!(c.newest().received_at, at("2026-04-03 16:50"));
}

#[test]
fn a_form_is_saved_once_even_if_its_draft_comes_back() {
    let mut c = counter();
    c.keys("13900000001\n赵\n\n\n问");
    let draft = c.screen.draft().unwrap();
    c.keys("<^s>");
    c.with(|screen, cx| screen.resume(cx, draft));
    c.keys("<^s>");
    assert_eq!(c.registered(), 1);
    assert!(c.said().contains("20260403-0001"));
}

#[test]
fn several_departments_are_gathered_and_the_last_can_be_dropped() {
    let mut c = counter();
    c.keys("\n赵\n\n\n问\n4sz\nzg\n")
        .shows(&["已选  税政科、征管科"]);
    c.keys("<bs>").shows(&["已选  税政科"]);
    c.keys("\n").shows(&["!部门", "至少两个"]);
}

#[test]
fn those_who_may_not_register_are_told() {
    let mut c = counter();
    c.me = people().pop().unwrap();
    c.keys("\n赵\n\n\n问<^s>");
    assert!(c.said().contains("您的角色不能办"), "{}", c.said());
    assert_eq!(c.registered(), 0);
}
