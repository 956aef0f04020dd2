//! Checking numbers and issuing the bulletin, typed as keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::journey::{INVOICES, journey};
use shouwen::i18n::Lang;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn a_number_is_checked_and_the_list_says_when_and_by_whom() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("<f2>#")
            .shows(lang.pick("核对联系电话", "Check a number"))
            .keys("税政科<enter>8000<enter>right<enter><enter>")
            .shows(lang.pick("税政科 的号码核对无误", "the number of 税政科 is right"))
            .keys("#")
            .shows(lang.pick("已核对 2026-04-03 李明", "checked 2026-04-03 by 李明"))
            .keys("税政科<enter><enter>wrong<enter>改号了<enter>")
            .shows(lang.pick("税政科 的号码有误", "number of 税政科 is wrong"))
            .keys("#")
            .shows(lang.pick("号码有误 2026-04-03", "WRONG 2026-04-03"))
            .keys("<esc>");
        li.is_whole();
    }
}

#[test]
fn a_supervisor_issues_the_bulletin_and_leaves_samples_to_quality() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys("<f2>=")
            .shows(lang.pick("通报由质检或带班领导发", "Quality control or a supervisor"));
        let mut sun = li.beside("3001");
        sun.speak(lang)
            .keys("<f2>%")
            .shows(lang.pick("抽查由质检办理", "Quality control samples"))
            .keys("=")
            .shows("2026-03-31")
            .keys("<enter><enter>请各科对照<enter>")
            .shows(lang.pick("已发 通报〔2026〕1号", "Issued 通报〔2026〕1号"));
        li.is_whole();
    }
}

#[test]
fn quality_draws_a_sample_and_asks_until_somebody_answers() {
    for lang in BOTH {
        let mut li = journey();
        li.speak(lang)
            .keys(INVOICES)
            .keys("<f2>a已领用<enter>")
            .keys("c<enter>");
        let mut wu = li.beside("4001");
        wu.at("2026-05-06 09:00")
            .speak(lang)
            .keys("<f2>%")
            .shows("2026-04-01")
            .keys("<enter><enter>101<enter>")
            .shows(lang.pick("101 不对", "101 is no part of a hundred"))
            .shows("101")
            .keys("<bs>0<bs><bs>00<enter>")
            .shows(lang.pick("已抽 抽〔2026〕1号", "Drew 抽〔2026〕1号"))
            .keys("%<enter>nobody<enter>0<enter>无人接听<enter>")
            .shows(lang.pick(
                "已记下 20260403-0001 的抽查回访",
                "Noted what the visitor of 20260403-0001",
            ))
            // Today's call was made: the key draws again, and tomorrow it asks once more.
            .keys("%")
            .shows(lang.pick("抽查已办结的件", "Sample what was closed"))
            .keys("<esc>");
        wu.at("2026-05-07 09:00")
            .keys("%<enter>settled<enter>5<enter>满意<enter>")
            .shows(lang.pick(
                "已记下 20260403-0001 的抽查回访",
                "Noted what the visitor of 20260403-0001",
            ));
        wu.is_whole();
    }
}
