//! What each cell shows, and to whom.

use chrono::{NaiveDate, NaiveDateTime};

use super::Order;
use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::domain::mask;
use crate::domain::time::Moment;
use crate::i18n::figures::Groups;
use crate::i18n::{Lang, export as say};
use crate::store::{Field, Going, Grouping};

/// So many digits in a row are somebody's number.
const NUMBER: usize = 5;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// Text, whatever it looks like.
    Text(String),
    /// A number.
    Number(f64),
    /// An instant on the office's wall clock.
    At(NaiveDateTime),
}

/// How the record's values are shown.
pub(super) struct Shown<'a> {
    desk: &'a Desk,
    lang: Lang,
    reveal: bool,
    pub groups: Groups<'a>,
}

impl<'a> Shown<'a> {
    pub fn of(desk: &'a Desk, order: &Order) -> Self {
        Self {
            desk,
            lang: order.lang,
            reveal: order.reveal,
            groups: Groups::of(desk, order.lang),
        }
    }

    /// The visitor's name in a row that has one.
    pub fn name_of<'r>(&self, fields: &[Field], row: &'r Going<'_>) -> &'r str {
        let at = fields.iter().position(|field| *field == Field::Name);
        at.filter(|_| !self.reveal).map_or("", |at| row.text(at))
    }

    /// A value of a row; `name` is kept out of the words where it is to be masked.
    pub fn cell(&self, field: Field, row: &Going<'_>, at: usize, name: &str) -> Cell {
        let text = |text: String| {
            if text.is_empty() {
                Cell::Blank
            } else {
                Cell::Text(text)
            }
        };
        let own = || row.text(at).to_owned();
        match field {
            Field::Name | Field::Phone | Field::Words if self.reveal => text(own()),
            Field::Inquiry
            | Field::Slip
            | Field::Clock
            | Field::Notice
            | Field::Handover
            | Field::Department
            | Field::Unit
            | Field::Matter => text(own()),
            Field::Name => text(mask::mask_name(row.text(at))),
            Field::Phone => text(mask::mask_phone(row.text(at))),
            Field::Words => text(without_numbers(row.text(at), name)),
            Field::Channel => text(self.groups.channel(row.text(at))),
            Field::MatterId => text(self.groups.name(Grouping::Matter, row.text(at))),
            Field::Rulebook => text(self.groups.name(Grouping::Rulebook, row.text(at))),
            Field::First
            | Field::Holder
            | Field::Sender
            | Field::BreachedBy
            | Field::Leaves
            | Field::Comes => text(self.person(row.text(at))),
            Field::Urgency | Field::Stage | Field::Resolution | Field::Ended | Field::Stopped => {
                text(say::word(self.lang, field, row.text(at)))
            }
            Field::BackEntry
            | Field::Green
            | Field::OnTheSpot
            | Field::Provisional
            | Field::Complete
            | Field::Second => match row.number(at) {
                Some(0) | None => Cell::Blank,
                Some(_) => Cell::Text(say::YES.text(self.lang).to_owned()),
            },
            Field::Rating => count(row.number(at).filter(|level| *level > 0)),
            Field::RanOut
            | Field::Returns
            | Field::SecondNotices
            | Field::Escalated
            | Field::Leg
            | Field::Extended
            | Field::Items
            | Field::OpenItems
            | Field::Signatures => count(row.number(at)),
            Field::ReceivedAt
            | Field::EnteredAt
            | Field::ClosedAt
            | Field::SentAt
            | Field::SignedAt
            | Field::EndedAt
            | Field::CountedFrom
            | Field::Due
            | Field::StoppedAt
            | Field::ToldAt
            | Field::OpenedAt
            | Field::DoneAt
            | Field::CancelledAt => match row.number(at) {
                Some(at) => Cell::At(self.desk.office().local(Moment(at))),
                None => Cell::Blank,
            },
        }
    }

    /// `李明 1001`; nothing for nobody.
    fn person(&self, number: &str) -> String {
        if number.is_empty() {
            return String::new();
        }
        let name = self.groups.person(&StaffNo(number.to_owned()));
        if name == number {
            name
        } else {
            format!("{name} {number}")
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts, far below 2^52")]
pub(super) fn count(number: Option<i64>) -> Cell {
    number.map_or(Cell::Blank, |number| Cell::Number(number as f64))
}

/// Words in which the visitor's name is masked, and numbers that may be somebody's.
fn without_numbers(words: &str, name: &str) -> String {
    let words = if name.chars().count() > 1 {
        words.replace(name, &mask::mask_name(name))
    } else {
        words.to_owned()
    };
    let mut shown = String::with_capacity(words.len());
    let mut run = String::new();
    let end = |run: &mut String, shown: &mut String| {
        if run.len() >= NUMBER {
            shown.push_str(&"*".repeat(run.len()));
        } else {
            shown.push_str(run);
        }
        run.clear();
    };
    for ch in words.chars() {
        if ch.is_ascii_digit() {
            run.push(ch);
        } else {
            end(&mut run, &mut shown);
            shown.push(ch);
        }
    }
    end(&mut run, &mut shown);
    shown
}

/// How wide a column is, in characters.
pub(super) fn width(field: Field) -> f64 {
    match field {
        Field::Words => 44.0,
        Field::Matter | Field::MatterId | Field::Unit | Field::Rulebook => 26.0,
        Field::Inquiry
        | Field::Slip
        | Field::Notice
        | Field::Handover
        | Field::ReceivedAt
        | Field::EnteredAt
        | Field::ClosedAt
        | Field::SentAt
        | Field::SignedAt
        | Field::EndedAt
        | Field::CountedFrom
        | Field::Due
        | Field::StoppedAt
        | Field::ToldAt
        | Field::OpenedAt
        | Field::DoneAt
        | Field::CancelledAt => 17.0,
        Field::Phone
        | Field::Name
        | Field::First
        | Field::Department
        | Field::Holder
        | Field::Sender
        | Field::BreachedBy
        | Field::Leaves
        | Field::Comes => 15.0,
        Field::BackEntry
        | Field::Channel
        | Field::Urgency
        | Field::Green
        | Field::Stage
        | Field::Resolution
        | Field::OnTheSpot
        | Field::RanOut
        | Field::Returns
        | Field::SecondNotices
        | Field::Escalated
        | Field::Rating
        | Field::Leg
        | Field::Ended
        | Field::Clock
        | Field::Provisional
        | Field::Extended
        | Field::Stopped
        | Field::Complete
        | Field::Second
        | Field::Items
        | Field::OpenItems
        | Field::Signatures => 11.0,
    }
}

/// Days since spreadsheets began to count.
pub(super) fn serial(at: NaiveDateTime) -> f64 {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let since = at - zero.and_time(chrono::NaiveTime::MIN);
    let seconds = i32::try_from(since.num_seconds() % 86_400).unwrap_or(0);
    let days = i32::try_from(since.num_days()).unwrap_or(0);
    f64::from(days) + f64::from(seconds) / 86_400.0
}

#[cfg(test)]
mod tests {
    use super::{serial, without_numbers};

    #[test]
    fn spreadsheets_count_days_from_1900_on() {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 4, 7).unwrap();
        let at = at.and_hms_opt(12, 0, 0).unwrap();
        assert!((serial(at) - 46_119.5).abs() < 1e-9);
    }

    #[test]
    fn words_tell_neither_the_name_nor_a_number() {
        let shown = without_numbers("张三说电话13900000001，3号窗2026年", "张三");
        assert_eq!(shown, "张*说电话***********，3号窗2026年");
    }
}
