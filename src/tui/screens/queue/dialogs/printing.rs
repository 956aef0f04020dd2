//! The form that says how the office puts its papers on paper.

use super::{Choice, Entry, HITS, Picker, TEXT};
use crate::domain::command::Command;
use crate::domain::printing::{Encoding, MARK_LIMIT, PaperSize, Printing};
use crate::i18n::papers::{self as say, Setting};
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;

const YES: &str = "yes";
const GB18030: &str = "gb18030";

/// The form, filled with what holds now.
pub(super) fn open(cx: &Ctx) -> Dialog {
    let now = &cx.desk.facts().printing;
    let label = |setting: Setting| setting.text(cx.lang);
    let sizes = PaperSize::ALL.map(|size| (size.as_str(), say::paper_size(cx.lang, size)));
    let encodings = [("utf8", "UTF-8"), (GB18030, "GB 18030")];
    let allowed = [("no", say::NO.text(cx.lang)), (YES, say::YES.text(cx.lang))];
    let encoding = match now.encoding {
        Encoding::Utf8 => 0,
        Encoding::Gb18030 => 1,
    };
    let size = crate::papers::place(now.size);
    Dialog::new(
        say::PRINTING.text(cx.lang),
        vec![
            Entry::with(label(Setting::Mark), MARK_LIMIT, &now.mark),
            pick(label(Setting::Size), &sizes, size),
            pick(label(Setting::Encoding), &encodings, encoding),
            pick(label(Setting::Lp), &allowed, usize::from(now.lp)),
            Entry::with(label(Setting::Printer), 60, &now.printer),
            Entry::with(label(Setting::Font), TEXT, &now.font),
        ],
    )
    .advising(say::MARK_BEGINS_A_SERIES.text(cx.lang))
}

/// What the form says.
pub(super) fn command(dialog: &Dialog) -> Command {
    let size = dialog.value(1);
    let size = PaperSize::ALL.into_iter().find(|one| one.as_str() == size);
    Command::SetPrinting(Printing {
        mark: dialog.value(0),
        size: size.unwrap_or_default(),
        encoding: if dialog.value(2) == GB18030 {
            Encoding::Gb18030
        } else {
            Encoding::Utf8
        },
        lp: dialog.value(3) == YES,
        printer: dialog.value(4),
        font: dialog.value(5),
    })
}

/// A choice of few, the one that holds now first.
fn pick(label: &str, all: &[(&str, &str)], now: usize) -> Entry {
    let mut choices: Vec<Choice> = all
        .iter()
        .map(|(id, name)| Choice {
            id: (*id).to_owned(),
            label: (*name).to_owned(),
            also: vec![(*id).to_owned()],
            ..Choice::default()
        })
        .collect();
    let len = choices.len().max(1);
    choices.rotate_left(now % len);
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    Entry::pick(label, picker)
}
