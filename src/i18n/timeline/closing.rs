//! The end of an inquiry's story, and how the visitor came to know of it.

use crate::domain::command::Way;
use crate::domain::inquiry::event::Contact;
use crate::i18n::refusal::{Speaker, short_time};
use crate::i18n::{Lang, words};

/// Who closed it, and how the visitor was told.
pub(super) fn line(
    lang: Lang,
    by: &str,
    contact: Option<&Contact>,
    speaker: &dyn Speaker,
) -> String {
    let zh = lang == Lang::Zh;
    let Some(contact) = contact else {
        return lang.pick(format!("{by} 办结"), format!("{by} closed it"));
    };
    let (how, at) = (
        words::way(lang, contact.how),
        short_time(contact.at, speaker),
    );
    let who = contact.who.text();
    let heard = |zh: &str, en: &str| match (who, lang) {
        ("", _) => String::new(),
        (who, Lang::Zh) => format!("，{who}{zh}"),
        (who, Lang::En) => format!(", {en} {who}"),
    };
    match (zh, contact.reached) {
        (_, true) => {
            let answered = match contact.how {
                Way::Phone => heard("接听", "answered by"),
                Way::InPerson => heard("在场", "to"),
                Way::Letter | Way::Message | Way::Email => heard("收", "to"),
            };
            lang.pick(
                format!("{by} 办结（{at} {how}告知{answered}）"),
                format!("{by} closed it (told {at} {how}{answered})"),
            )
        }
        (true, false) => format!("{by} 办结（{at} {how}仍未联系上来人）"),
        (false, false) => format!("{by} closed it (again nobody reached {at} {how})"),
    }
}
