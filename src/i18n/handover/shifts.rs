//! What is said of shifts beyond one handover: what stands from one to the next, which
//! handovers there were, what somebody did.

use chrono::FixedOffset;

use super::{Say, travelled};
use crate::domain::shift::Review;
use crate::domain::time::Moment;
use crate::i18n::Lang;
use crate::store::HandoverRow;

/// Something that stands from shift to shift: who asked for it, what it is, how far it came.
pub fn standing(lang: Lang, text: &str, instructed: Option<&str>, shifts: u32) -> String {
    let from = instructed.map_or(String::new(), |who| {
        lang.pick(format!("[{who}交办] "), format!("[asked by {who}] "))
    });
    format!("{from}{text} {}", travelled(lang, shifts))
        .trim_end()
        .to_owned()
}

/// What somebody did in a shift, a line each.
pub fn review(lang: Lang, from: &str, done: &Review) -> Vec<String> {
    let average = match done.average_seconds() {
        Some(seconds) => lang.pick(
            format!("平均 {seconds} 秒 (计时 {} 件)", done.timed),
            format!("{seconds} s on average ({} timed)", done.timed),
        ),
        None => lang.pick("没有计时的", "none was timed").to_owned(),
    };
    let count = |zh: &str, en: &str, count: u32| {
        lang.pick(format!("{zh}  {count}"), format!("{en:<22}{count}"))
    };
    vec![
        lang.pick(
            format!("自 {from} 起，只给本人看，不排名。"),
            format!("Since {from}. For you alone; nobody is ranked."),
        ),
        String::new(),
        count("登记    ", "Registered", done.registered),
        count("当场答复", "Answered on the spot", done.on_the_spot),
        count("答复    ", "Answers given", done.answered),
        count("转办    ", "Handed off", done.handed_off),
        count("签收    ", "Signed for", done.signed),
        count("办结    ", "Closed", done.closed),
        count("手里超期", "Ran out in my hands", done.overdue),
        lang.pick(
            format!("登记用时  {average}"),
            format!("{:<22}{average}", "Time to register"),
        ),
    ]
}

/// Who handed over to whom.
pub fn between(from: &str, to: &str) -> String {
    format!("{from} → {to}")
}

/// One handover in the list: when it began, how far it came, how it ended.
pub fn row(lang: Lang, row: &HandoverRow, offset: FixedOffset) -> String {
    let minute = |at: Moment| at.local(offset).format("%m-%d %H:%M").to_string();
    let taken = row.items.saturating_sub(row.open_items);
    let ended = match (row.done_at, row.cancelled_at) {
        (Some(at), _) => lang.pick(
            format!("{} 生效", minute(at)),
            format!("done {}", minute(at)),
        ),
        (None, Some(_)) => Say::Cancelled.text(lang).to_owned(),
        (None, None) => lang.pick("进行中", "under way").to_owned(),
    };
    format!(
        "{} {} {taken}/{} {ended}",
        row.handover,
        minute(row.opened_at),
        row.items
    )
}

/// Handovers of others that are under way.
pub fn under_way(lang: Lang, all: &[String]) -> String {
    let list = all.join(lang.pick("；", "; "));
    lang.pick(
        format!("进行中 {}：{list}", all.len()),
        format!("Under way {}: {list}", all.len()),
    )
}
