//! The numbers that people read aloud: inquiries, staff, clocks, slips.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether nothing was given.
            pub fn is_empty(&self) -> bool {
                self.0.trim().is_empty()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    };
}

id! {
    /// An inquiry's number, `20260403-0001`: the office's own day of entry and a serial.
    Number
}
id! {
    /// A member of staff's number, as on the badge.
    StaffNo
}
id! {
    /// A clock's id in its rulebook, `D9-T2`.
    ClockId
}
id! {
    /// A shift handover's number, `H20260407-01`.
    HandoverNo
}
id! {
    /// The number of something that stands from shift to shift, `N12`.
    NoteNo
}
id! {
    /// An accountability case's number, `A2026-0001`: the office's own year and a serial.
    CaseNo
}
id! {
    /// A step's id in its rulebook, `plan_made`.
    StepId
}
