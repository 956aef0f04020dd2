//! A list as paper and as sentences.

use super::case::Case;
use crate::domain::catalog::Tick;
use crate::domain::notice::NoticeContent;
use crate::domain::time::Moment;
use crate::i18n::checklist::{self as words, Say};
use crate::paper::layout::{self, PaperSize};
use crate::paper::notice::NoticePaper;
use crate::tui::screen::{Ctx, Sheet};

/// Screen columns from which on A4 fits.
const A4_FROM: u16 = 76;

/// The notice as paper, as wide as the screen allows; a preview has no number.
pub(super) fn notice(
    cx: &Ctx,
    case: &Case,
    number: Option<&str>,
    content: &NoticeContent,
    at: Moment,
    columns: u16,
) -> Sheet {
    let size = if columns >= A4_FROM {
        PaperSize::A4
    } else {
        PaperSize::A5
    };
    let handler = handler(cx);
    let text = paper(cx, case, number, content, at, &handler).text(size, cx.lang);
    let name = number.unwrap_or(content.matter.as_str());
    Sheet {
        title: words::notice_title(cx.lang, number),
        text,
        file: format!("notice-{}.txt", file_name(name)),
    }
}

/// What is missing, in sentences for the visitor's ear.
pub(super) fn aloud(cx: &Ctx, case: &Case, columns: u16) -> Sheet {
    let content = case.content(cx.desk.facts().catalog.clone());
    let handler = handler(cx);
    let said = paper(cx, case, None, &content, cx.now, &handler).read_aloud(cx.lang);
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

fn handler(cx: &Ctx) -> String {
    let me = cx.me;
    let parts = [me.name.as_str(), me.title.as_str(), me.number.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|one| !one.is_empty()).collect();
    parts.join(" ")
}

fn paper<'a>(
    cx: &'a Ctx,
    case: &'a Case,
    number: Option<&'a str>,
    content: &'a NoticeContent,
    at: Moment,
    handler: &'a str,
) -> NoticePaper<'a> {
    let facts = cx.desk.facts();
    let complaint = match facts.complaint_line.trim() {
        "" => words::complaint_board(cx.lang),
        line => line,
    };
    let served = case.served.as_ref();
    NoticePaper {
        office: &facts.name,
        number,
        applicant: served.map_or("", |one| &one.name),
        contact: served.map_or("", |one| &one.phone),
        date: cx.local(at).date(),
        handler,
        place: &cx.me.window,
        phone: &cx.me.phone,
        complaint,
        content,
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
    notice.is_some_and(|notice| {
        let brought = |number: &u32| {
            let document = notice.content.document(*number);
            document.is_some_and(|one| one.tick != Tick::Brought)
        };
        !case.is_changed() && !notice.brought.iter().any(brought)
    })
}
