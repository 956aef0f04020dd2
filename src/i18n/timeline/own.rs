//! Lines on what a rulebook asks for of its own, and on what was granted or broken under it.

use super::super::Lang;
use super::super::queue::handling::{REFUSED, UNANSWERED, UNDELIVERED};
use super::super::refusal::Speaker;
use crate::domain::ids::StaffNo;

/// Whose hands it was in, with whoever stood in for them then.
pub(super) fn hands(
    lang: Lang,
    hands: &StaffNo,
    substitute: Option<&StaffNo>,
    speaker: &dyn Speaker,
) -> String {
    let whose = speaker.name(hands);
    let Some(b) = substitute.map(|staff| speaker.name(staff)) else {
        return whose;
    };
    lang.pick(
        format!("{whose}(离岗，B角 {b} 代)"),
        format!("{whose} (away, {b} standing in)"),
    )
}

/// What someone said, where they said anything.
pub(super) fn said(lang: Lang, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    lang.pick(format!("：「{text}」"), format!(": “{text}”"))
}

/// A step of the rulebook's own, as whoever took it put it down: its name may speak of others.
pub(super) fn step(lang: Lang, by: &str, step: &str, text: &str) -> String {
    let text = if text.is_empty() {
        String::new()
    } else {
        lang.pick(format!("，「{text}」"), format!(", “{text}”"))
    };
    lang.pick(
        format!("{by} 记：{step}{text}"),
        format!("{by}: {step}{text}"),
    )
}

/// Sent back to the visitor, with the superior who agreed (D11 art. 2.5).
pub(super) fn declined(
    lang: Lang,
    notice: &str,
    by: &str,
    superior: Option<String>,
    reason: &str,
) -> String {
    let agreed = superior.map_or(String::new(), |superior| {
        lang.pick(
            format!("，经 {superior} 同意"),
            format!(", {superior} agreed"),
        )
    });
    lang.pick(
        format!("{by} 退件 {notice}{agreed}：「{reason}」"),
        format!("{by} declined it, {notice}{agreed}: “{reason}”"),
    )
}

/// More time, with whoever granted it where someone had to (D1 art. 3.5).
pub(super) fn extended(
    lang: Lang,
    end: &str,
    filed_by: &str,
    approved_by: Option<String>,
    reason: &str,
) -> String {
    let said = said(lang, reason);
    match approved_by {
        Some(by) => lang.pick(
            format!("{by} 批准 {filed_by} 延期 {end}{said}"),
            format!("{by} let {filed_by} extend {end}{said}"),
        ),
        None => lang.pick(
            format!("{filed_by} 延期 {end}{said}"),
            format!("{filed_by} extended {end}{said}"),
        ),
    }
}

/// A rule that was broken, by its own number or as the kind of lateness that it is.
pub(super) fn broken(
    lang: Lang,
    rule: &str,
    hands: &str,
    charge: Option<(String, &str)>,
) -> String {
    let rule = match rule {
        "refused" => REFUSED.text(lang),
        "unanswered" => UNANSWERED.text(lang),
        "undelivered" => UNDELIVERED.text(lang),
        own => own,
    };
    match charge {
        Some((by, text)) => lang.pick(
            format!("{by} 记违反规定({rule})，在 {hands} 手里：「{text}」"),
            format!("{by} recorded a breach ({rule}) in the hands of {hands}: “{text}”"),
        ),
        None => lang.pick(
            format!("违反 {rule}，在 {hands} 手里"),
            format!("{rule} was broken in the hands of {hands}"),
        ),
    }
}
