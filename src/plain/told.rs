//! What is said while a registration is asked: who came before, what the matter is,
//! what comes next.

use super::talk::Talk;
use super::turn::Told;
use crate::domain::catalog::Limit;
use crate::domain::command::dialled;
use crate::domain::inquiry::Stage;
use crate::domain::mask::mask_name;
use crate::domain::rulebook::RouteId;
use crate::i18n::register as words;
use crate::i18n::{paper, plain as say, words as names};
use crate::store::InquiryRow;

/// How many earlier inquiries of a visitor are read out.
const EARLIER: u32 = 3;
/// Digits from which on a telephone number is looked up.
const ENOUGH_DIGITS: usize = 7;

/// The newest inquiries from this telephone, once it has enough digits.
pub(super) fn earlier(talk: &Talk, phone: &str) -> Vec<InquiryRow> {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    if digits < ENOUGH_DIGITS {
        return Vec::new();
    }
    // What cannot be read now is not told.
    let rows = talk.desk.read().by_phone(&dialled(phone), EARLIER);
    rows.unwrap_or_default()
}

/// Who this telephone belongs to, as far as the record knows (D1 art. 1.4.5).
pub(super) fn tell_earlier(talk: &mut Talk, phone: &str) -> Told<()> {
    for row in earlier(talk, phone) {
        let day = talk.desk.office().local(row.received_at);
        let about = if row.matter.is_empty() {
            row.words.clone().unwrap_or_default()
        } else {
            row.matter.clone()
        };
        let stage = names::stage(talk.lang, row.stage);
        let line = say::earlier(
            talk.lang,
            &day.format("%m-%d").to_string(),
            &mask_name(row.name.as_deref().unwrap_or_default()),
            &about,
            stage,
            row.inquiry.as_str(),
        );
        talk.say(line)?;
        if row.stage == Stage::Visitor {
            talk.say(say::second_visit(talk.lang, row.inquiry.as_str()))?;
        }
    }
    Ok(())
}

pub(super) fn tell_matter(talk: &mut Talk, id: &str) -> Told<()> {
    if id.is_empty() {
        return Ok(());
    }
    let today = talk.desk.office().local(talk.desk.now()).date();
    let Ok(Some(matter)) = talk.desk.read().matter_on(id, today) else {
        return Ok(());
    };
    let limits: [(words::Pair, _); 2] = [
        (words::PROMISE, &matter.promised_limit),
        (words::LEGAL, &matter.legal_limit),
    ];
    let mut told: Vec<String> = vec![matter.department.clone()];
    for (name, limit) in limits {
        if let Some(span) = limit.as_ref().and_then(Limit::span) {
            let name = words::word(talk.lang, name);
            told.push(format!("{name} {}", paper::span(talk.lang, span)));
        }
    }
    told.retain(|one| !one.is_empty());
    talk.say(told.join(talk.lang.pick("，", ", ")))
}

pub(super) fn tell_next(talk: &mut Talk, route: Option<RouteId>) -> Told<()> {
    let Some(route) = route.and_then(|id| talk.desk.rules().route(id)) else {
        return Ok(());
    };
    let next = talk.named(&route.next).to_owned();
    talk.say(next)
}
