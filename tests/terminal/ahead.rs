//! Keys that arrive faster than a form is saved: none is lost, none lands elsewhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::cli_kit::Hall;
use crate::pty_kit::Seat;

const NOW: &str = "2026-04-03T16:50:00+08:00";
const F1: &str = "\x1bOP";

#[test]
fn a_burst_that_reaches_over_two_saves_into_a_third_form_is_typed_as_meant() {
    for (lang, form) in [("zh", "[1登记]"), ("en", "[1Register]")] {
        let hall = Hall::sandbox();
        let words = ["--as", "1001", "--lang", lang, "--now", NOW];
        let mut seat = Seat::open(hall.dir.path(), &words);
        seat.keys(F1).shows(form);
        // ^S in the middle of the first form, Enter on the last field of the second,
        // and the third is half typed: one write, as a fast line delivers it.
        let burst = "13900000001\r赵小满\r\rfply\r第一件\x13\
                     13900000002\r周月\r\rfply\r\r3\r\r\
                     13900000003\r孙建国\r\r\r问得正细";
        seat.keys(burst);
        seat.shows("问得正细").shows("孙建国").shows("13900000003");
        seat.leave();
        let first = hall.json_at(NOW, &["show", "20260403-0001"]);
        assert_eq!(first["phone"], "139****0001", "{first}");
        assert_eq!(first["words"], "第一件");
        let second = hall.json_at(NOW, &["show", "20260403-0002"]);
        assert_eq!(second["visitor"], "周*", "{second}");
        assert_eq!(second["holder"]["staff"], "2003");
        let (status, _, _) = hall.told(&["show", "20260403-0003"]);
        assert_ne!(status, 0, "the third is not saved");
        // It is there at the next sign-in, to the last letter.
        let mut seat = Seat::open(hall.dir.path(), &words);
        seat.keys(F1).shows("问得正细").shows("孙建国");
        seat.leave();
    }
}
