//! What the list is narrowed down by: as chips, and as choices to add one.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::ids::{ClockId, StaffNo};
use crate::i18n::Lang;
use crate::i18n::figures::Groups;
use crate::i18n::ledger::{self as say, Side};
use crate::store::{Sought, Standing};
use crate::tui::screen::Ctx;
use crate::tui::widgets::picker::Choice;

/// Months that are offered, the present one first.
const MONTHS: u32 = 24;

/// Every condition as it is shown, in a fixed order; what is typed comes last.
pub(super) fn chips(cx: &Ctx, sought: &Sought) -> Vec<String> {
    let mut chips = Vec::new();
    let mut add = |side: Side, value: String| {
        chips.push(format!("{} {value}", say::side(cx.lang, side)));
    };
    if let Some(days) = days(sought.from, sought.until) {
        add(Side::Days, days);
    }
    if let Some(staff) = &sought.first {
        add(Side::First, cx.name(staff));
    }
    if let Some(staff) = &sought.hands {
        add(Side::Hands, cx.name(staff));
    }
    if let Some(department) = &sought.department {
        add(Side::Department, department.clone());
    }
    if let Some(channel) = &sought.channel {
        add(Side::Channel, channel_name(cx, channel));
    }
    if let Some(standing) = sought.standing {
        add(Side::Standing, say::standing(cx.lang, standing).to_owned());
    }
    if let Some(matter) = &sought.matter {
        add(Side::Matter, matter_name(cx, matter));
    }
    if let Some(rule) = &sought.rule {
        add(Side::Rule, rule.to_string());
    }
    if let Some(behind) = &sought.behind {
        let groups = Groups::of(cx.desk, cx.lang);
        add(Side::Figure, groups.behind(behind));
    }
    let text = sought.text.trim();
    if !text.is_empty() {
        chips.push(format!("\"{text}\""));
    }
    chips
}

fn days(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<String> {
    match (from, until) {
        (None, None) => None,
        (Some(from), Some(until)) if from == until => Some(from.to_string()),
        (Some(from), Some(until)) if is_month(from, until) => {
            Some(from.format("%Y-%m").to_string())
        }
        (from, until) => {
            let text = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
            Some(format!("{}..{}", text(from), text(until)))
        }
    }
}

fn is_month(from: NaiveDate, until: NaiveDate) -> bool {
    from.day() == 1 && last_of_month(from) == Some(until)
}

fn last_of_month(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// Takes the condition away that is shown last.
pub(super) fn drop_last(sought: &mut Sought) {
    if !sought.text.trim().is_empty() {
        sought.text.clear();
    } else if sought.behind.take().is_some()
        || sought.rule.take().is_some()
        || sought.matter.take().is_some()
        || sought.standing.take().is_some()
        || sought.channel.take().is_some()
        || sought.department.take().is_some()
        || sought.hands.take().is_some()
        || sought.first.take().is_some()
    {
    } else {
        (sought.from, sought.until) = (None, None);
    }
}

fn channel_name(cx: &Ctx, id: &str) -> String {
    let name = cx.desk.rules().channel(id);
    name.map_or(id, |one| cx.t(&one.name.zh, &one.name.en))
        .to_owned()
}

fn matter_name(cx: &Ctx, id: &str) -> String {
    let matters = cx.desk.read().matters().unwrap_or_default();
    let name = matters.into_iter().find(|one| one.id == id);
    name.map_or_else(
        || id.to_owned(),
        |one| named(cx.lang, one.name, one.name_en),
    )
}

fn named(lang: Lang, zh: String, en: String) -> String {
    if lang == Lang::En && !en.is_empty() {
        en
    } else {
        zh
    }
}

/// Everything by which one may narrow down.
pub(super) fn choices(cx: &Ctx) -> Vec<Choice> {
    let mut all = Vec::new();
    let mut add = |side: Side, key: &str, id: &str, name: String, also: Vec<String>| {
        all.push(Choice {
            id: format!("{key}:{id}"),
            label: format!("{} {name}", say::side(cx.lang, side)),
            detail: String::new(),
            also: [
                vec![format!("{}{name}", say::side(cx.lang, side)), name],
                also,
            ]
            .concat(),
        });
    };
    for standing in Standing::ALL {
        let (zh, en) = (
            say::standing(Lang::Zh, standing),
            say::standing(Lang::En, standing),
        );
        let name = cx.t(zh, en).to_owned();
        add(
            Side::Standing,
            "standing",
            standing.as_str(),
            name,
            vec![zh.to_owned(), en.to_owned()],
        );
    }
    let read = cx.desk.read();
    let people = read.people().unwrap_or_default();
    for (side, key) in [(Side::First, "first"), (Side::Hands, "hands")] {
        for person in &people {
            let also = vec![person.number.0.clone(), person.department.clone()];
            add(side, key, person.number.as_str(), person.name.clone(), also);
        }
    }
    let mut departments: Vec<&String> = people.iter().map(|one| &one.department).collect();
    departments.sort();
    departments.dedup();
    for department in departments {
        add(
            Side::Department,
            "department",
            department,
            department.clone(),
            Vec::new(),
        );
    }
    let rules = cx.desk.rules();
    for channel in &rules.channels {
        let (zh, en) = (channel.name.zh.clone(), channel.name.en.clone());
        let name = cx.t(zh.clone(), en.clone());
        add(Side::Channel, "channel", &channel.id, name, vec![zh, en]);
    }
    for matter in read.matters().unwrap_or_default() {
        let name = named(cx.lang, matter.name.clone(), matter.name_en.clone());
        add(
            Side::Matter,
            "matter",
            &matter.id,
            name,
            vec![matter.name, matter.name_en],
        );
    }
    for clock in &rules.clocks {
        let name = cx.t(clock.name.zh.clone(), clock.name.en.clone());
        let also = vec![clock.id.0.clone(), clock.clause.document.clone()];
        add(
            Side::Rule,
            "rule",
            clock.id.as_str(),
            format!("{} {name}", clock.id),
            also,
        );
    }
    let today = cx.local(cx.now).date();
    let this_month = today.with_day(1);
    for back in 0..MONTHS {
        if let Some(month) = this_month.and_then(|day| day.checked_sub_months(Months::new(back))) {
            let month = month.format("%Y-%m").to_string();
            add(Side::Days, "month", &month, month.clone(), Vec::new());
        }
    }
    all
}

/// Adds the condition of a choice.
pub(super) fn add(sought: &mut Sought, choice: &str) {
    let Some((key, id)) = choice.split_once(':') else {
        return;
    };
    let text = Some(id.to_owned());
    match key {
        "standing" => sought.standing = Standing::parse(id),
        "first" => sought.first = Some(StaffNo::from(id)),
        "hands" => sought.hands = Some(StaffNo::from(id)),
        "department" => sought.department = text,
        "channel" => sought.channel = text,
        "matter" => sought.matter = text,
        "rule" => sought.rule = Some(ClockId(id.to_owned())),
        "month" => {
            let first = NaiveDate::parse_from_str(&format!("{id}-01"), "%Y-%m-%d").ok();
            sought.from = first;
            sought.until = first.and_then(last_of_month);
        }
        _ => {}
    }
}

/// A day as people type one: `2026-04-07`, `20260407`, `04-07`, `0407`, `昨天`; of this
/// year where none is given, unless that still lies ahead.
pub(super) fn day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim();
    if let Some(ahead) = crate::i18n::words::days_ahead(typed) {
        let days = Days::new(ahead.unsigned_abs());
        return if ahead < 0 {
            today.checked_sub_days(days)
        } else {
            today.checked_add_days(days)
        };
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    match digits.len() {
        8 => NaiveDate::parse_from_str(&digits, "%Y%m%d").ok(),
        4 => {
            let (month, day) = (number(&digits[..2])?, number(&digits[2..])?);
            let this = NaiveDate::from_ymd_opt(today.year(), month, day);
            match this.filter(|day| *day <= today) {
                Some(day) => Some(day),
                None => NaiveDate::from_ymd_opt(today.year() - 1, month, day),
            }
        }
        _ => None,
    }
}
