//! The forms of those who oversee: numbers checked, samples drawn and asked, bulletins.
//! They are about the office, not about the selected row.

use super::{Choice, Entry, HITS, Picker, TEXT};
use crate::desk::period;
use crate::domain::command::{AskSampled, CheckContact, Command, DrawSample, IssueBulletin};
use crate::domain::ids::{Number, StaffNo};
use crate::domain::oversight::{self, Whose, contacts};
use crate::domain::staff::Role;
use crate::domain::time::Moment;
use crate::i18n::papers::ADMIN_ONLY;
use crate::i18n::{oversight as say, privacy};
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

/// Whether an act is one of these.
pub(in crate::tui::screens::queue) fn is(action: Action) -> bool {
    matches!(
        action,
        Action::CheckContact
            | Action::Sample
            | Action::Bulletin
            | Action::Printing
            | Action::Looks
            | Action::Destroy
    )
}

/// What is plainly in the way.
pub(in crate::tui::screens::queue) fn why_not(cx: &Ctx, action: Action) -> Result<(), String> {
    let quality = cx.me.is(Role::Quality);
    let words = match action {
        Action::Sample if !quality => say::QUALITY_ONLY,
        Action::Looks if !quality => privacy::QUALITY_READS,
        Action::Destroy => return super::destruction::why_not(cx),
        Action::Printing if !cx.me.is(Role::Admin) => ADMIN_ONLY,
        Action::Bulletin if !quality && !cx.me.is(Role::Supervisor) => say::ISSUERS_ONLY,
        _ => return Ok(()),
    };
    Err(cx.say(words).to_owned())
}

/// The form of an act.
pub(in crate::tui::screens::queue) fn open(cx: &Ctx, action: Action) -> Option<Dialog> {
    Some(match action {
        Action::CheckContact => check(cx),
        Action::Sample => ask(cx).unwrap_or_else(|| draw(cx)),
        Action::Bulletin => bulletin(cx),
        Action::Printing => super::printing::open(cx),
        Action::Destroy => super::destruction::open(cx),
        _ => return None,
    })
}

/// The command of a form.
pub(in crate::tui::screens::queue) fn command(action: Action, dialog: &Dialog) -> Option<Command> {
    let value = |index| dialog.value(index);
    Some(match action {
        Action::CheckContact => {
            let whose = value(0);
            let (staff, department) = match whose.split_once(':') {
                Some(("staff", number)) => (StaffNo::from(number), String::new()),
                Some((_, name)) => (StaffNo::default(), name.to_owned()),
                None => (StaffNo::default(), String::new()),
            };
            Command::CheckContact(CheckContact {
                staff,
                department,
                phone: value(1),
                wrong: value(2) == WRONG,
                text: value(3),
            })
        }
        Action::Sample if dialog.entries.len() == DRAW => Command::DrawSample(DrawSample {
            from: value(0),
            to: value(1),
            percent: value(2).trim_end_matches('%').trim().parse().unwrap_or(0),
        }),
        Action::Sample => {
            let level = value(2).parse().unwrap_or(0);
            Command::AskSampled(AskSampled {
                sample: String::new(),
                number: Number(value(0)),
                reached: !matches!(value(1).as_str(), "" | NOBODY),
                settled: value(1) == SETTLED,
                level,
                text: value(3),
            })
        }
        Action::Printing => super::printing::command(dialog),
        Action::Destroy => super::destruction::command(dialog),
        Action::Bulletin => Command::IssueBulletin(IssueBulletin {
            from: value(0),
            to: value(1),
            text: value(2),
        }),
        _ => return None,
    })
}

/// What the figures of the bulletin are by now, said while its period is typed.
pub(in crate::tui::screens::queue) fn foresee(cx: &Ctx, action: Action, dialog: &mut Dialog) {
    if action != Action::Bulletin {
        return;
    }
    let Ok((from, to)) = period(cx.desk.office(), &dialog.value(0), &dialog.value(1)) else {
        return;
    };
    if dialog.focus < 2 {
        return;
    }
    let touched = cx.desk.read().touched_between(from, to).unwrap_or_default();
    let house = oversight::total(&oversight::figures(&touched, from, to));
    dialog.advice = say::figures(cx.lang, &house).join(cx.t("，", ", "));
}

/// How many fields the form has that draws a sample.
const DRAW: usize = 3;
/// The choice that a number is wrong.
const WRONG: &str = "wrong";
/// The choice that it was settled.
const SETTLED: &str = "settled";
/// The choice that nobody was reached.
const NOBODY: &str = "nobody";

fn choice(id: &str, label: String, detail: String) -> Choice {
    Choice {
        id: id.to_owned(),
        label,
        detail,
        also: vec![id.to_owned()],
    }
}

fn pick(label: &str, choices: Vec<Choice>) -> Entry {
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    Entry::pick(label, picker)
}

/// Every number with its last check; a department without one can be given its first.
fn check(cx: &Ctx) -> Dialog {
    let read = cx.desk.read();
    let people = read.people().unwrap_or_default();
    let term = cx.desk.rules().contact_days();
    let known = contacts(&people, &read.checks().unwrap_or_default(), term);
    let mut all: Vec<Choice> = known
        .iter()
        .map(|one| {
            let checked = say::checked(cx.lang, one, cx.now, cx.names);
            let detail = format!("{} {checked}", one.phone);
            let id = match &one.whose {
                Whose::Staff(number) => format!("staff:{number}"),
                Whose::Department(name) => format!("department:{name}"),
            };
            choice(&id, say::whose(&one.whose, cx.names), detail)
        })
        .collect();
    let mut departments: Vec<&str> = people.iter().map(|one| one.department.as_str()).collect();
    departments.sort_unstable();
    departments.dedup();
    for name in departments {
        let id = format!("department:{name}");
        if all.iter().all(|one| one.id != id) {
            all.push(choice(&id, name.to_owned(), String::new()));
        }
    }
    let results = vec![
        choice("right", cx.say(say::IS_RIGHT).to_owned(), String::new()),
        choice(WRONG, cx.say(say::IS_WRONG).to_owned(), String::new()),
    ];
    Dialog::new(
        cx.say(say::CHECK_CONTACT),
        vec![
            pick(cx.say(say::WHOSE), all),
            Entry::text(cx.say(say::DEPARTMENT_PHONE), 40),
            pick(cx.say(say::RESULT), results),
            Entry::text(cx.say(say::A_WORD), TEXT),
        ],
    )
    .advising(say::check_term(cx.lang, term))
}

/// Last month, as the period that is mostly meant.
fn last_month(cx: &Ctx) -> (String, String) {
    use chrono::{Datelike, Days};
    let today = cx.local(cx.now).date();
    let first = today.with_day(1).unwrap_or(today);
    let last = first.checked_sub_days(Days::new(1)).unwrap_or(first);
    let begin = last.with_day(1).unwrap_or(last);
    (begin.to_string(), last.to_string())
}

fn draw(cx: &Ctx) -> Dialog {
    let (from, to) = last_month(cx);
    Dialog::new(
        cx.say(say::DRAW_SAMPLE),
        vec![
            Entry::with(cx.say(say::FROM), 10, &from),
            Entry::with(cx.say(say::TO), 10, &to),
            Entry::text(cx.say(say::PERCENT), 4),
        ],
    )
    .advising(cx.say(say::SAMPLE_RULE))
}

/// Asks one that was drawn and has not said yet; nothing when all did. Who was not
/// reached is called again on another day.
fn ask(cx: &Ctx) -> Option<Dialog> {
    let read = cx.desk.read();
    let asked = read.sampled().unwrap_or_default();
    let mut left: Vec<Choice> = Vec::new();
    for (_, _, drawn) in read.samples().unwrap_or_default() {
        for number in &drawn.inquiries {
            let done = |(at, one): &(Moment, oversight::Asked)| {
                let today = cx.local(*at).date() == cx.local(cx.now).date();
                one.sample == drawn.sample && &one.inquiry == number && (one.reached || today)
            };
            if !asked.iter().any(done) {
                let row = read.inquiry_row(number).ok().flatten();
                let matter = row.map_or(String::new(), |row| row.matter);
                let detail = format!("{} {matter}", drawn.sample);
                left.push(choice(number.as_str(), number.0.clone(), detail));
            }
        }
    }
    if left.is_empty() {
        return None;
    }
    let answers = vec![
        choice(SETTLED, cx.say(say::IS_SETTLED).to_owned(), String::new()),
        choice(
            "unsettled",
            cx.say(say::NOT_SETTLED).to_owned(),
            String::new(),
        ),
        choice(NOBODY, cx.say(say::NOBODY).to_owned(), String::new()),
    ];
    let levels = (1..=5_u8).rev().map(|level| {
        let words = crate::i18n::words::satisfaction(cx.lang, level);
        choice(
            &level.to_string(),
            format!("{level} {words}"),
            String::new(),
        )
    });
    let mut levels: Vec<Choice> = levels.collect();
    levels.push(choice("0", "0 -".to_owned(), String::new()));
    let count = left.len();
    let dialog = Dialog::new(
        format!("{} ({count})", cx.say(say::ASK_SAMPLED)),
        vec![
            pick(cx.say(say::WHICH), left),
            pick(cx.say(say::SETTLED), answers),
            pick(cx.say(crate::i18n::queue::HOW_SATISFIED), levels),
            Entry::text(cx.say(say::FOUND), TEXT),
        ],
    );
    Some(dialog.advising(cx.say(say::SAMPLE_RULE)))
}

fn bulletin(cx: &Ctx) -> Dialog {
    let (from, to) = last_month(cx);
    Dialog::new(
        cx.say(say::ISSUE_BULLETIN),
        vec![
            Entry::with(cx.say(say::FROM), 10, &from),
            Entry::with(cx.say(say::TO), 10, &to),
            Entry::text(cx.say(say::A_WORD), TEXT),
        ],
    )
    .advising(cx.say(say::BULLETIN_RULE))
}
