//! A sheet of paper slips at the app: asked, previewed, entered, told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::too_many_lines,
    reason = "helpers of tests, and one line a mistake"
)]

use crate::journey::journey;
use crate::sheet_kit::{Sheet, workbook};
use shouwen::i18n::Lang;

fn slips() -> Sheet {
    let mut sheet = Sheet::new("补录", "收到时间 来人 电话 事项 疑问");
    sheet.row(&[
        "2026-04-02 10:20",
        "张三丰",
        "13800000000",
        "sw-fapiao",
        "首次领用",
    ]);
    sheet.row(&["2026-04-02 11:05", "李四", "", "", "问地址"]);
    sheet
}

#[test]
fn slips_are_asked_for_previewed_and_entered() {
    for lang in [Lang::Zh, Lang::En] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("slips.xlsx");
        std::fs::write(&path, workbook(&[&slips()])).unwrap();
        let mut li = journey();
        li.speak(lang).at("2026-04-03 16:00").keys("<f2><f7>");
        li.shows(lang.pick("补录一张表的纸质单据", "Enter a sheet of paper slips"))
            .is_whole();
        li.paste(path.to_str().unwrap());
        li.keys("<enter>停电<enter>");
        li.shows(lang.pick("可补录 2 张", "slips to enter: 2"))
            .shows("张*丰")
            .is_whole();
        li.keys("y")
            .shows(lang.pick("已补录 2 张", "Slips entered: 2"));
        li.keys("v").shows("20260403-0001").shows("20260403-0002");
        li.keys("<f7>").paste(path.to_str().unwrap());
        li.keys("<enter>停电<enter>")
            .shows(lang.pick("以前录过 2 张", "already: 2"));
        li.keys("<esc><esc>").is_whole();
    }
}

#[test]
fn what_does_not_fit_is_told_cell_by_cell_and_what_was_typed_stays() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("slips.csv");
    let mut sheet = slips();
    sheet.set(3, "收到时间", "昨天");
    std::fs::write(&path, sheet.csv()).unwrap();
    let mut li = journey();
    li.at("2026-04-03 16:00")
        .keys("<f2><c-p>import slips<enter>");
    li.paste(path.to_str().unwrap());
    li.keys("<enter>停电<enter>")
        .shows("第 3 行 收到时间：「昨天」不是日期加时间")
        .is_whole();
    li.keys("y").shows("第 3 行");
    li.keys("<esc>").shows("停电");
    li.keys("<esc>").hides("停电");
}
