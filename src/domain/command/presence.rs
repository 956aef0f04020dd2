//! Away from the post, and back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::StaffNo;

/// Leave the post for a while (D1 art. 3.6).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Away {
    /// Who leaves; empty for oneself. Only a supervisor says so of someone else.
    pub staff: StaffNo,
    /// Why.
    pub reason: String,
    /// Expected return, RFC 3339: it ends then by itself.
    pub until: String,
}

/// Be back at the post before the expected return.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Back {
    /// Who is back; empty for oneself.
    pub staff: StaffNo,
}
