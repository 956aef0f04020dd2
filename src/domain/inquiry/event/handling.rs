//! How an inquiry is passed on and held, and what is said of its breaches.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::private::Private;
use crate::domain::rulebook::Bilingual;

/// How a leg was signed for when not by the receiver at a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    /// Who entered the signature.
    pub entered_by: StaffNo,
    /// How it was given: on paper, by telephone, in person.
    pub how: Private<String>,
}

/// A supervisor decided whose it is, after it was sent back twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandlingRuled {
    /// The leg that is bound by it.
    pub leg: u32,
    /// Who decided.
    pub by: StaffNo,
    /// The department that handles it.
    pub department: String,
    /// Who handles it.
    pub holder: StaffNo,
    /// Why.
    pub text: Private<String>,
}

/// The coordination slip was raised, inside the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coordinated {
    /// The leg.
    pub leg: u32,
    /// Number of the slip.
    pub slip: String,
    /// What the rulebook calls it.
    pub name: Bilingual,
    /// Who raised it.
    pub by: StaffNo,
    /// What is to be coordinated.
    pub text: Private<String>,
}

/// A supervisor put a leg into other hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reassigned {
    /// The leg.
    pub leg: u32,
    /// Who held it.
    pub from: StaffNo,
    /// Department that holds it now.
    pub department: String,
    /// Who holds it now.
    pub holder: StaffNo,
    /// Who decided.
    pub by: StaffNo,
    /// Why.
    pub reason: Private<String>,
}

/// Documents were kept for the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentsKept {
    /// Who keeps them.
    pub by: StaffNo,
    /// What they are.
    pub documents: Private<Vec<String>>,
}

/// Documents in custody went from one person to another, who counted and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyMoved {
    /// Who had them.
    pub from: StaffNo,
    /// Who signed for them.
    pub to: StaffNo,
    /// Their numbers in the custody list, counting from 1.
    pub documents: Vec<u32>,
}

/// Documents went back to the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentsReturned {
    /// Who gave them back.
    pub by: StaffNo,
    /// Their numbers in the custody list, counting from 1.
    pub documents: Vec<u32>,
    /// Who got them.
    pub to: Private<String>,
}

/// Somebody tried to reach the handler or a superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempted {
    /// The leg.
    pub leg: u32,
    /// Who was to be reached.
    pub whom: StaffNo,
    /// Who tried.
    pub by: StaffNo,
    /// How.
    pub how: Private<String>,
    /// Whether they answered.
    pub reached: bool,
}

/// The visitor was told who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolderTold {
    /// The leg.
    pub leg: u32,
    /// The department that was named.
    pub department: String,
    /// The person who was named.
    pub holder: StaffNo,
    /// The telephone at their desk, as the roster had it; empty when it had none.
    pub phone: String,
    /// Who told it.
    pub by: StaffNo,
    /// How.
    pub how: Private<String>,
}

/// The department's head or a deputy confirmed how it was handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandlingSigned {
    /// The leg.
    pub leg: u32,
    /// Who signed.
    pub by: StaffNo,
    /// Who entered the signature.
    pub entered_by: StaffNo,
    /// Whether the signer is a deputy that the head has named.
    pub deputy: bool,
    /// Whether the department's stamp stands beside it.
    pub stamped: bool,
}

/// The one in whose hands it was late said why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreachExcused {
    /// The breach, counting from 1 in the inquiry's own list.
    pub breach: u32,
    /// The clock or the rule.
    pub clock: ClockId,
    /// Who said it.
    pub by: StaffNo,
    /// Why.
    pub excuse: Private<String>,
}

/// Somebody judged whether it was our own fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreachReviewed {
    /// The breach, counting from 1 in the inquiry's own list.
    pub breach: u32,
    /// The clock or the rule.
    pub clock: ClockId,
    /// Who judged.
    pub by: StaffNo,
    /// Whether it was our own fault.
    pub own_fault: bool,
    /// What was found.
    pub text: Private<String>,
}

/// Who says that a rule was broken, and what happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// Who says so.
    pub by: StaffNo,
    /// What happened.
    pub text: Private<String>,
}
