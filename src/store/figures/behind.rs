//! What stands behind a figure: one condition, by which it is counted and its rows are found.

use serde::{Deserialize, Serialize};

use super::{Figure, Grouping};
use crate::domain::ids::StaffNo;

/// One group of inquiries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// This one was first asked.
    First(StaffNo),
    /// It lay in these hands.
    Hands(StaffNo),
    /// It lay with this department.
    Department(String),
    /// It went on this leg.
    Leg(u32),
    /// It came by this channel.
    Channel(String),
    /// It is about this matter; empty for free text.
    Matter(String),
    /// It keeps the rulebook with this hash.
    Rulebook(String),
}

impl Of {
    /// The group of a line; nothing where lines are stretches of days.
    pub(super) fn group(by: Grouping, key: &str) -> Option<Self> {
        let text = key.to_owned();
        Some(match by {
            Grouping::First => Self::First(StaffNo(text)),
            Grouping::Hands => Self::Hands(StaffNo(text)),
            Grouping::Department => Self::Department(text),
            Grouping::Leg => Self::Leg(text.parse().ok()?),
            Grouping::Channel => Self::Channel(text),
            Grouping::Matter => Self::Matter(text),
            Grouping::Rulebook => Self::Rulebook(text),
            Grouping::Day | Grouping::Week | Grouping::Month => return None,
        })
    }

    /// The grouping that it is a group of.
    pub fn grouping(&self) -> Grouping {
        match self {
            Self::First(_) => Grouping::First,
            Self::Hands(_) => Grouping::Hands,
            Self::Department(_) => Grouping::Department,
            Self::Leg(_) => Grouping::Leg,
            Self::Channel(_) => Grouping::Channel,
            Self::Matter(_) => Grouping::Matter,
            Self::Rulebook(_) => Grouping::Rulebook,
        }
    }

    /// The value that a row's key has to have.
    fn value(&self) -> String {
        match self {
            Self::First(staff) | Self::Hands(staff) => staff.0.clone(),
            Self::Leg(leg) => leg.to_string(),
            Self::Department(text)
            | Self::Channel(text)
            | Self::Matter(text)
            | Self::Rulebook(text) => text.clone(),
        }
    }
}

/// The rows that a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    /// The figure.
    pub figure: Figure,
    /// Of which group; of all without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Of>,
}

/// The column by which groups are told apart, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) enum Key {
    /// It is the inquiry's own: one group an inquiry.
    Own(&'static str),
    /// Where it lay: an inquiry has one for each of its turns, and for what was
    /// charged on the way. Columns of `turn`, `breach` and `leg`, as text.
    Lay {
        turn: &'static str,
        breach: &'static str,
        leg: &'static str,
    },
}

impl Key {
    pub fn of(by: Grouping) -> Self {
        match by {
            Grouping::First => Self::Own("i.first"),
            Grouping::Channel => Self::Own("i.channel"),
            Grouping::Matter => Self::Own("i.matter"),
            Grouping::Rulebook => Self::Own("i.rulebook"),
            Grouping::Day | Grouping::Week | Grouping::Month => {
                Self::Own("substr(i.inquiry, 1, 8)")
            }
            Grouping::Hands => Self::Lay {
                turn: "t.holder",
                breach: "b.hands",
                leg: "l.holder",
            },
            Grouping::Department => Self::Lay {
                turn: "nullif(t.department, CASE WHEN t.holder = '' THEN t.department END)",
                breach: "b.department",
                leg: "l.department",
            },
            Grouping::Leg => Self::Lay {
                turn: "CASE WHEN t.holder <> '' THEN CAST(t.leg AS TEXT) END",
                breach: "CAST(b.leg AS TEXT)",
                leg: "CAST(l.leg AS TEXT)",
            },
        }
    }
}

/// Entered for good.
pub(super) const STANDS: &str = "i.resolution <> 'withdrawn'";

/// What has to hold for a figure of the group that `group` names; every `group` in it
/// stands for the same value.
pub(super) fn holds(figure: Figure, key: Option<Key>, group: &str) -> String {
    let charged = |common: &str, lay: &dyn Fn() -> Option<String>| match lay() {
        Some(exists) => format!("({common} AND {exists})"),
        None => common.to_owned(),
    };
    let late = || {
        charged("i.ran_out > 0", &|| match key {
            Some(Key::Lay { breach, .. }) => Some(format!(
                "EXISTS (SELECT 1 FROM breach b WHERE b.inquiry = i.inquiry \
                 AND b.due IS NOT NULL AND {breach} = {group})"
            )),
            Some(Key::Own(_)) | None => None,
        })
    };
    match figure {
        Figure::Registered => STANDS.to_owned(),
        Figure::OnTheSpot => format!("{STANDS} AND i.on_the_spot > 0"),
        Figure::OnTime => format!("{STANDS} AND i.resolution <> '' AND NOT {}", late()),
        Figure::Late => format!("{STANDS} AND {}", late()),
        Figure::Unclosed => format!("{STANDS} AND i.stage <> 'closed'"),
        Figure::Returned => {
            let sent_back = charged("i.returns > 0", &|| match key {
                Some(Key::Lay { leg, .. }) => Some(format!(
                    "EXISTS (SELECT 1 FROM leg l WHERE l.inquiry = i.inquiry \
                     AND l.ended = 'returned' AND {leg} = {group})"
                )),
                Some(Key::Own(_)) | None => None,
            });
            format!("{STANDS} AND {sent_back}")
        }
        Figure::SecondNotice => format!("{STANDS} AND i.second_notices > 0"),
        Figure::Rated => format!("{STANDS} AND i.rating > 0"),
        Figure::RatedBadly => format!("{STANDS} AND i.rating BETWEEN 1 AND 2"),
        Figure::Escalated => format!("{STANDS} AND i.escalated > 0"),
    }
}

/// Where the rows behind a figure are read first.
pub(in crate::store) struct Drive {
    /// The inquiry's table, by the index that leaves the fewest.
    pub tables: &'static str,
    /// What has to hold, one `?` for each value.
    pub condition: String,
    /// The values.
    pub values: Vec<String>,
}

impl Behind {
    /// How its rows are found.
    pub(in crate::store) fn drive(&self) -> Drive {
        let key = self.of.as_ref().map(|of| Key::of(of.grouping()));
        let mut condition = holds(self.figure, key, "?");
        match key {
            Some(Key::Own(column)) => condition = format!("{condition} AND {column} = ?"),
            Some(Key::Lay { turn, breach, leg }) => {
                condition = format!(
                    "{condition} AND (\
                     EXISTS (SELECT 1 FROM turn t WHERE t.inquiry = i.inquiry AND {turn} = ?) \
                     OR EXISTS (SELECT 1 FROM breach b WHERE b.inquiry = i.inquiry \
                     AND b.due IS NOT NULL AND {breach} = ?) \
                     OR EXISTS (SELECT 1 FROM leg l WHERE l.inquiry = i.inquiry \
                     AND l.ended = 'returned' AND {leg} = ?))"
                );
            }
            None => {}
        }
        let value = self.of.as_ref().map_or(String::new(), Of::value);
        let values = vec![value; condition.matches('?').count()];
        Drive {
            tables: self.table(),
            condition,
            values,
        }
    }

    fn table(&self) -> &'static str {
        match self.figure {
            Figure::Late => "inquiry i INDEXED BY inquiry_ran_out",
            Figure::Returned => "inquiry i INDEXED BY inquiry_returned",
            Figure::SecondNotice => "inquiry i INDEXED BY inquiry_second",
            Figure::RatedBadly => "inquiry i INDEXED BY inquiry_badly",
            Figure::Escalated => "inquiry i INDEXED BY inquiry_escalated",
            Figure::Unclosed => "inquiry i INDEXED BY inquiry_unclosed",
            Figure::Registered | Figure::OnTheSpot | Figure::OnTime | Figure::Rated => {
                match &self.of {
                    Some(Of::First(_)) => "inquiry i INDEXED BY inquiry_first",
                    Some(Of::Channel(_)) => "inquiry i INDEXED BY inquiry_channel",
                    Some(
                        Of::Hands(_)
                        | Of::Department(_)
                        | Of::Leg(_)
                        | Of::Matter(_)
                        | Of::Rulebook(_),
                    )
                    | None => "inquiry i",
                }
            }
        }
    }
}
