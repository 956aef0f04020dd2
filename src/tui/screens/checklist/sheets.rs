//! A list as paper and as sentences.

use super::case::Case;
use crate::domain::catalog::Tick;
use crate::domain::paper::PaperKind;
use crate::domain::printing::PaperSize;
use crate::i18n::checklist::{self as words, Say};
use crate::paper::layout;
use crate::papers::{self, Around, Drawn, Shows};
use crate::tui::screen::{Ctx, PaperSheet, Sheet};

/// The notice as it would be told now, without a number.
pub(super) fn preview(cx: &Ctx, case: &Case) -> PaperSheet {
    let content = case.content(cx.desk.facts().catalog.clone());
    let around = around(cx, case);
    let title = words::notice_title(cx.lang, &around.name);
    let whole = papers::notice(cx.desktop(), &around, &content);
    PaperSheet {
        drawn: Drawn {
            kind: PaperKind::Notice,
            title,
            number: String::new(),
            texts: PaperSize::ALL.map(|size| whole.text(size)),
            short: papers::short_notice(cx.lang, None, &content),
        },
        inquiry: None,
        told: None,
        code: false,
    }
}

/// What is missing, in sentences for the visitor's ear.
pub(super) fn aloud(cx: &Ctx, case: &Case, columns: u16) -> Sheet {
    let content = case.content(cx.desk.facts().catalog.clone());
    let around = around(cx, case);
    let said = papers::notice(cx.desktop(), &around, &content).read_aloud();
    let width = usize::from(columns.saturating_sub(4)).clamp(20, PaperSize::A4.columns());
    let mut sheet = layout::Sheet::new(width);
    for sentence in &said {
        sheet.text(sentence);
    }
    let matter = &case.matter;
    let name = cx.t(&matter.name, &matter.name_en);
    Sheet {
        title: format!("{} {name}", Say::Aloud.text(cx.lang)),
        text: sheet.finish(),
        file: format!("aloud-{}.txt", file_name(matter.id.as_str())),
    }
}

fn around<'a>(cx: &Ctx<'a>, case: &'a Case) -> Around<'a> {
    let served = case.served.as_ref();
    let state = served.and_then(|one| one.state.as_deref());
    let kind = if state.is_some_and(|one| one.taken_in_at.is_some()) {
        PaperKind::Supplement
    } else {
        PaperKind::Notice
    };
    let rules = cx.desk.rules();
    Around {
        name: cx.desktop().name(rules, kind),
        rules,
        number: None,
        inquiry: state,
        shows: Shows::Own,
        at: cx.now,
        handler: Some(cx.me.clone()),
    }
}

/// Letters and digits of a number, for a file's name.
fn file_name(number: &str) -> String {
    let keep = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = number.chars().map(keep).collect();
    name.trim_matches('-').to_owned()
}

/// Whether what stands on the screen is what the last notice says, with nothing
/// brought since: then the paper is that notice, with its number.
pub(super) fn is_as_told(case: &Case) -> bool {
    let notice = case.served.as_ref().and_then(|one| one.notice.as_ref());
    notice.is_some_and(|notice: &crate::domain::inquiry::Notice| {
        let brought = |number: &u32| {
            let document = notice.content.document(*number);
            document.is_some_and(|one| one.tick != Tick::Brought)
        };
        !case.is_changed() && !notice.brought.iter().any(brought)
    })
}
