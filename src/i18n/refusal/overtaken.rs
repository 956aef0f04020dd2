//! Who was quicker, and when.

use super::{Speaker, refusal, short_time};
use crate::domain::inquiry::{Turn, Turned};
use crate::domain::refusal::{Overtaken, Refusal};
use crate::i18n::Lang;

pub(super) fn sentence(lang: Lang, lost: &Overtaken, speaker: &dyn Speaker) -> String {
    let first = quicker(lang, &lost.turned, speaker);
    let (zh, en) = if let Refusal::Closed { .. } = lost.why {
        (
            "，不能再改；有新情况请重新登记。",
            ": register a new inquiry if there is more.",
        )
    } else if let Refusal::UnknownLeg(_) = lost.why {
        ("，请看最新情况。", ": look at it again.")
    } else if lost.why == Refusal::AlreadyResolved {
        ("，请直接办结。", ": close it.")
    } else if let Refusal::NotYours { holder } = &lost.why {
        let holder = speaker.name(holder);
        return match lang {
            Lang::Zh => format!("{first}，现由 {holder} 负责。"),
            Lang::En => format!("{first}: {holder} answers for it now."),
        };
    } else {
        let then = refusal(lang, &lost.why, speaker);
        return match lang {
            Lang::Zh => format!("{first}。{then}"),
            Lang::En => format!("{first}. {then}"),
        };
    };
    format!("{first}{}", lang.pick(zh, en))
}

/// `陈静 已于 04-07 10:02 退回`
fn quicker(lang: Lang, turned: &Turned, speaker: &dyn Speaker) -> String {
    let by = speaker.name(&turned.by);
    let to = speaker.name(&turned.to);
    let at = short_time(turned.at, speaker);
    let (zh, en) = match turned.what {
        Turn::HandedOff => (format!("转办给 {to}"), format!("handed it off to {to}")),
        Turn::Signed => ("签收".to_owned(), "signed for it".to_owned()),
        Turn::Returned => ("退回".to_owned(), "sent it back".to_owned()),
        Turn::Answered => ("答复".to_owned(), "answered it".to_owned()),
        Turn::Delivered => ("交付".to_owned(), "delivered the result".to_owned()),
        Turn::Guided => (
            "指引办结".to_owned(),
            "guided the visitor elsewhere".to_owned(),
        ),
        Turn::Declined => ("退件".to_owned(), "declined it".to_owned()),
        Turn::Ruled => (
            format!("裁定由 {to} 办理"),
            format!("ruled that it is {to}'s"),
        ),
        Turn::Reassigned => (format!("改派给 {to}"), format!("reassigned it to {to}")),
        Turn::Taken => (
            "接班接手".to_owned(),
            "took it over with the shift".to_owned(),
        ),
        Turn::Reopened => ("重办".to_owned(), "took it up again".to_owned()),
        Turn::Closed => ("办结".to_owned(), "closed it".to_owned()),
    };
    match lang {
        Lang::Zh => format!("{by} 已于 {at} {zh}"),
        Lang::En => format!("{by} {en} at {at}"),
    }
}
