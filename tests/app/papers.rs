//! Papers are looked at first, and the record says how they were given; typed as keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{handed, journey};
use shouwen::domain::staff::{Person, Role};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn a_slip_is_looked_at_in_every_width_and_shown_on_record() {
    for lang in BOTH {
        let (mut li, _) = handed(lang);
        li.keys("<f2>vp")
            .shows(lang.pick("首问责任记录单", "First-inquiry responsibility record"))
            .shows("A4")
            .keys("<tab>")
            .shows(lang.pick("80毫米", "80 mm"))
            .keys("<tab>")
            .shows("A5")
            .keys("s")
            .shows(lang.pick(
                "已记录 20260403-0001/1：出示",
                "On record: 20260403-0001/1 shown",
            ))
            .keys("<esc><enter>")
            .shows(lang.pick(
                "给出 20260403-0001/1(出示)",
                "gave out 20260403-0001/1 (shown)",
            ))
            .keys("<esc>");
        li.is_whole();
    }
}

#[test]
fn the_machines_own_printing_is_refused_until_the_office_allows_it() {
    for lang in BOTH {
        let (mut li, _) = handed(lang);
        li.keys("<f2>vpl")
            .shows(lang.pick("不允许由本机打印", "Printing by the machine is not allowed"))
            .keys("p")
            .shows(lang.pick(
                "已记录 20260403-0001/1：打印",
                "On record: 20260403-0001/1 printed",
            ))
            .keys("<esc>");
        li.is_whole();
    }
}

#[test]
fn a_code_stands_on_the_screen_where_there_is_room_for_it() {
    for lang in BOTH {
        let (mut li, _) = handed(lang);
        li.size(120, 40).keys("<f2>vpc").shows("▀").shows("▄");
        li.keys("c").hides("▀");
    }
}

#[test]
fn only_an_admin_settles_the_printing() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("<f2>$")
            .shows(lang.pick("只有管理员能改打印设置", "Only an admin may change"));
        let admin = Person {
            number: "9002".into(),
            name: "何珊".into(),
            department: "办公室".into(),
            roles: vec![Role::Admin],
            ..Person::default()
        };
        li.process().record_people(&[(admin, None)], &[]).unwrap();
        let mut admin = li.beside("9002");
        admin
            .speak(lang)
            .keys("<f2>$")
            .shows(lang.pick("机关代字", "Office mark"))
            .keys("青税<enter>a5<enter>gb18030<enter><enter><enter><enter>")
            .shows(lang.pick("打印设置已保存", "The printing is settled"));
        li.is_whole();
    }
}
