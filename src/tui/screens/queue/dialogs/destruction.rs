//! Personal data whose time is over: an admin lists it, a supervisor signs.

use super::{Choice, Entry, HITS, Picker};
use crate::domain::command::{Command, ListDestruction, SignDestruction};
use crate::domain::privacy::ON_ONE_LIST;
use crate::domain::staff::Role;
use crate::i18n::privacy as say;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;
use crate::tui::widgets::dialog::Kind;

/// What is plainly in the way.
pub(super) fn why_not(cx: &Ctx) -> Result<(), String> {
    if cx.me.is(Role::Admin) {
        return Ok(());
    }
    if !cx.me.is(Role::Supervisor) {
        return Err(cx.say(say::WHO_DESTROYS).to_owned());
    }
    if waiting(cx).is_empty() {
        return Err(cx.say(say::NO_LIST_WAITS).to_owned());
    }
    Ok(())
}

/// The lists that wait for a signature of this person.
fn waiting(cx: &Ctx) -> Vec<Choice> {
    let lists = cx.desk.read().destruction_lists().unwrap_or_default();
    let open = lists
        .into_iter()
        .filter(|(_, one, done)| !done && one.by != cx.me.number);
    open.map(|(_, one, _)| Choice {
        label: one.list.clone(),
        detail: say::list_detail(cx.lang, one.inquiries.len(), &cx.name(&one.by)),
        also: Vec::new(),
        id: one.list,
    })
    .collect()
}

/// The form: to sign where a list waits, else to draw one up.
pub(super) fn open(cx: &Ctx) -> Dialog {
    let lists = waiting(cx);
    if cx.me.is(Role::Supervisor) && !lists.is_empty() {
        let mut picker = Picker::new(HITS, 40).eager();
        picker.set_choices(lists);
        let entries = vec![Entry::pick(cx.say(say::WHICH_LIST), picker)];
        return Dialog::new(cx.say(say::DESTROY), entries).advising(cx.say(say::SIGNING_DESTROYS));
    }
    let months = cx.desk.rules().keeps_months();
    let before = cx.desk.office().months_before(cx.now, months);
    let due = cx.desk.read().kept_since_before(before, ON_ONE_LIST);
    let count = due.map_or(0, |all| all.len());
    let limit = Entry::with(cx.say(say::AT_MOST), 4, &ON_ONE_LIST.to_string());
    Dialog::new(cx.say(say::DESTROY), vec![limit]).advising(say::due(cx.lang, months, count))
}

/// The command of the form.
pub(super) fn command(dialog: &Dialog) -> Command {
    let signs = matches!(
        dialog.entries.first().map(|entry| &entry.kind),
        Some(Kind::Pick(_))
    );
    let value = dialog.value(0);
    if signs {
        Command::SignDestruction(SignDestruction { list: value })
    } else {
        let limit = value.trim().parse().unwrap_or(0);
        Command::ListDestruction(ListDestruction { limit })
    }
}
