//! The views by name, with their columns.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A view's name, its owner's column first among its columns.
pub(in crate::store) struct Table {
    pub name: &'static str,
    pub owner: &'static str,
    pub columns: &'static [&'static str],
}

/// How a view is written: made once, for a thousand rows a second.
pub(in crate::store) struct Texts {
    pub delete: String,
    pub insert: String,
}

impl Table {
    pub fn texts(&self) -> &'static Texts {
        static MADE: Mutex<BTreeMap<&str, &Texts>> = Mutex::new(BTreeMap::new());
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        made.entry(self.name).or_insert_with(|| {
            let Self {
                name,
                owner,
                columns,
            } = self;
            let marks = vec!["?"; columns.len()].join(",");
            let columns = columns.join(",");
            Box::leak(Box::new(Texts {
                delete: format!("DELETE FROM {name} WHERE {owner} = ?1"),
                insert: format!("INSERT INTO {name} ({columns}) VALUES ({marks})"),
            }))
        })
    }
}

/// The view of staff, which is written with the reference data.
pub(in crate::store) const STAFF: &str = "staff";

/// Every view by name.
pub(in crate::store) const NAMES: [&str; 13] = [
    INQUIRY.name,
    LEG.name,
    CLOCK.name,
    PENDING.name,
    NOTICE.name,
    SEARCH_KEY.name,
    HANDOVER.name,
    STAFF,
    PRESENCE.name,
    BREACH.name,
    TURN.name,
    ACCOUNTING.name,
    ANSWERED.name,
];

pub(in crate::store) const INQUIRY: Table = Table {
    name: "inquiry",
    owner: "inquiry",
    columns: &[
        "inquiry",
        "received_at",
        "entered_at",
        "back_entry",
        "first",
        "department",
        "channel",
        "name",
        "phone",
        "unit",
        "words",
        "matter",
        "matter_name",
        "urgency",
        "green",
        "rulebook",
        "stage",
        "resolution",
        "holder",
        "returns",
        "breaches",
        "closed_at",
        "next_at",
        "version",
        "on_the_spot",
        "ran_out",
        "second_notices",
        "escalated",
        "rating",
    ],
};
pub(in crate::store) const TURN: Table = Table {
    name: "turn",
    owner: "inquiry",
    columns: &[
        "inquiry",
        "turn",
        "leg",
        "holder",
        "department",
        "from_at",
        "until_at",
    ],
};
pub(in crate::store) const LEG: Table = Table {
    name: "leg",
    owner: "inquiry",
    columns: &[
        "inquiry",
        "leg",
        "slip",
        "sender",
        "keeper",
        "department",
        "holder",
        "sent_at",
        "signed_at",
        "ended",
        "ended_at",
    ],
};
pub(in crate::store) const CLOCK: Table = Table {
    name: "clock",
    owner: "inquiry",
    columns: &[
        "inquiry",
        "run",
        "leg",
        "clock",
        "counted_from",
        "due",
        "soon",
        "provisional",
        "extended",
        "stopped",
        "stopped_at",
        "breached",
        "stands_still",
    ],
};
pub(in crate::store) const PENDING: Table = Table {
    name: "pending",
    owner: "inquiry",
    columns: &[
        "inquiry",
        "leg",
        "clock",
        "clock_limit",
        "due",
        "soon",
        "provisional",
        "internal",
        "stage",
        "holder",
        "department",
        "first",
        "keeper",
        "answerable",
        "name",
        "phone",
        "matter_name",
        "matter_name_en",
        "words",
        "urgency",
        "green",
        "received_at",
        "returns",
        "waits",
        "custodians",
        "urged",
        "run",
    ],
};
pub(in crate::store) const BREACH: Table = Table {
    name: "breach",
    owner: "inquiry",
    columns: &[
        "inquiry",
        "breach",
        "rule",
        "leg",
        "department",
        "hands",
        "at",
        "due",
        "excused",
        "own_fault",
    ],
};
pub(in crate::store) const NOTICE: Table = Table {
    name: "notice",
    owner: "inquiry",
    columns: &[
        "inquiry", "notice", "at", "matter", "complete", "second", "charged",
    ],
};
pub(in crate::store) const SEARCH_KEY: Table = Table {
    name: "search_key",
    owner: "inquiry",
    columns: &["inquiry", "key"],
};
pub(in crate::store) const HANDOVER: Table = Table {
    name: "handover",
    owner: "handover",
    columns: &[
        "handover",
        "leaves",
        "comes",
        "opened_at",
        "items",
        "open_items",
        "signed",
        "done_at",
        "cancelled_at",
        "version",
    ],
};
pub(in crate::store) const ACCOUNTING: Table = Table {
    name: "accounting",
    owner: "number",
    columns: &[
        "number",
        "opened_at",
        "stage",
        "category",
        "inquiry",
        "about",
        "next_at",
        "breached",
        "closed_at",
        "version",
    ],
};
pub(in crate::store) const ANSWERED: Table = Table {
    name: "answered",
    owner: "number",
    columns: &["number", "staff", "at"],
};
pub(in crate::store) const PRESENCE: Table = Table {
    name: "presence",
    owner: "staff",
    columns: &["staff", "since", "until", "substitute", "reason"],
};
