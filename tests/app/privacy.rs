//! Names and telephones on the screen: masked, looked at for a reason, on record.

use crate::journey::{INVOICES, journey};
use shouwen::domain::office::OfficeEvent;
use shouwen::domain::staff::{Person, Role};
use shouwen::i18n::Lang;
use shouwen::store::Fact;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn a_name_is_shown_for_a_reason_that_goes_on_record_and_that_one_alone() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang).keys(INVOICES).shows("20260403-0001");
        li.keys("<f1>13900000002<enter>钱多多<enter><enter>fply<enter><enter><enter>");
        li.keys("<f2>G")
            .shows("赵*满")
            .shows("钱*多")
            .hides("赵小满")
            .hides("钱多多");
        li.keys("z")
            .shows(lang.pick("为什么要看", "What for"))
            .shows(lang.pick("质检可查", "quality control to read"))
            .keys("<esc>")
            .hides("钱多多");
        // Something else has to be said in one's own words.
        li.keys("z<s-tab>")
            .keys("other<enter><enter>")
            .hides("钱多多")
            .keys("<esc>");
        li.keys("zcontact<enter>核对地址<enter>")
            .shows("钱多多")
            .shows("13900000002")
            .hides("赵小满");
        li.keys("z").hides("钱多多").keys("z").shows("钱多多");
        let looks = li.process().read().looks(10).unwrap();
        assert_eq!(looks.len(), 1, "asked once, recorded once");
        let Fact::Office(OfficeEvent::Revealed(look)) = &looks[0].fact else {
            panic!("{looks:?}");
        };
        assert_eq!(
            (look.by.as_str(), look.inquiry.as_str()),
            ("1001", "20260403-0002")
        );
        assert!(look.reason.text().contains("核对地址"));
        li.keys(";")
            .shows(lang.pick("查看记录由质检查阅", "Quality control reads this"));
        let mut qian = li.process();
        let quality = Person {
            number: "9001".into(),
            name: "何清".into(),
            department: "督察科".into(),
            roles: vec![Role::Quality],
            ..Person::default()
        };
        qian.record_people(&[(quality, None)], b"").unwrap();
        li.beside("9001")
            .speak(lang)
            .keys("<f2>;")
            .shows("核对地址")
            .shows("李明");
        li.is_whole();
    }
}

#[test]
fn nothing_that_is_typed_about_a_visitor_names_them_on_the_screen() {
    let mut li = journey();
    li.keys("<f1>13900000001<enter>赵小满<enter><enter>fply<enter>赵小满的妹妹来问,回电13900000009<enter><enter><c-s>")
        .keys("<f2>G<enter>")
        .hides("赵小满")
        .hides("13900000009")
        .shows("赵*满的妹妹来问");
}
