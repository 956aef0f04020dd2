//! What a person at the app sees of a calendar that ends with the year.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{INVOICES, journey};
use shouwen::desk::Actor;
use shouwen::domain::deadline::{Change, Notice};
use shouwen::i18n::Lang;

fn next_year() -> Change {
    let mut notice = Notice::new("cn-2027", 2027, "某通知").unwrap();
    let name = shouwen::builtin::calendar::unnamed();
    notice
        .add_off("2027-01-01".parse().unwrap(), name.clone())
        .unwrap();
    notice.add_off("2027-01-04".parse().unwrap(), name).unwrap();
    Change::Notices(vec![notice])
}

#[test]
fn from_november_on_the_missing_notice_is_told_once_and_a_mark_stays() {
    for lang in [Lang::Zh, Lang::En] {
        let mut door = journey();
        door.speak(lang).at("2026-10-31 16:00");
        let told = lang.pick(
            "2027 年的放假安排还没有导入",
            "holidays of 2027 are not known yet",
        );
        let mark = lang.pick("2027 年放假安排未导入", "holidays of 2027 not known");
        door.beside("1001").hides(told).hides(mark);
        door.at("2026-11-02 09:00");
        let mut li = door.beside("1001");
        li.shows(told).keys("<f3>").hides(told).shows(mark);
        li.keys("<f2>").hides(told).shows(mark);
        let owner = &Actor::Owner;
        li.process().adopt_calendar(owner, &next_year()).unwrap();
        li.tick().hides(mark);
        li.beside("1001").hides(told).is_whole();
    }
}

#[test]
fn a_provisional_due_date_is_marked_until_the_year_is_known() {
    for lang in [Lang::Zh, Lang::En] {
        let provisional = lang.pick("暂算", "provisional");
        let mut li = journey();
        li.speak(lang).at("2026-12-30 09:10").keys(INVOICES);
        li.keys("<f2>v").shows("01-05 17:30?").shows(provisional);
        li.keys("e")
            .shows(provisional)
            .shows("cn-2026")
            .keys("<esc>");
        let owner = &Actor::Owner;
        li.process().adopt_calendar(owner, &next_year()).unwrap();
        li.tick().shows("01-06 17:30").hides("17:30?");
        li.shows(lang.pick(
            "到期 01-05 17:30 改为 01-06 17:30",
            "due 01-06 17:30, was 01-05 17:30",
        ));
        li.keys("e").shows("cn-2027").hides(provisional);
        li.keys("<esc>").is_whole();
    }
}

#[test]
fn what_is_registered_without_a_tick_counts_by_the_new_calendar() {
    let mut li = journey();
    li.at("2026-12-30 09:10");
    let owner = &Actor::Owner;
    li.process().adopt_calendar(owner, &next_year()).unwrap();
    li.keys(INVOICES).keys("<f2>v").shows("01-06 17:30");
}
