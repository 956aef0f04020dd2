//! Several commands of one person, all of them or none.

use super::{Actor, Desk, DeskError, Done, carry};
use crate::domain::command::Envelope;
use crate::domain::refusal::Refusal;

/// What became of one command among several.
#[derive(Debug, Clone, PartialEq)]
pub struct One {
    /// What it came to, or the rules' reason against it.
    pub result: Result<Done, Refusal>,
    /// Whether the record had it already, under the same id of its sender's.
    pub again: bool,
}

/// What became of several commands.
#[derive(Debug, Clone, PartialEq)]
pub struct Together {
    /// Each of them, in order.
    pub all: Vec<One>,
    /// Whether they are on the record now.
    pub kept: bool,
}

impl Together {
    /// How many go onto the record for the first time.
    pub fn entered(&self) -> usize {
        self.all.iter().filter(|one| !one.again).count()
    }

    /// How many stood there already.
    pub fn again(&self) -> usize {
        self.all.len() - self.entered()
    }
}

impl Desk {
    /// Carries out several commands at the present in one transaction, and keeps
    /// them only when `keep` is set and none is refused. Every refusal is told, not
    /// the first alone: so a sheet is mended in one go.
    ///
    /// # Errors
    ///
    /// When it could not be saved; nothing was changed then.
    pub fn together(
        &mut self,
        actor: &Actor,
        envelopes: &[Envelope],
        keep: bool,
    ) -> Result<Together, DeskError> {
        let now = self.now();
        let mut all = Vec::new();
        let mut turned_back = false;
        let result = self.carry_out_all(&mut |batch| {
            carry::in_time(batch, now)?;
            all.clear();
            for envelope in envelopes {
                let again = match &envelope.request {
                    Some(request) => batch.writer().earlier(request)?.is_some(),
                    None => false,
                };
                let result = match batch.carry_out(actor, envelope, now) {
                    Ok(done) => Ok(done),
                    Err(DeskError::Refused(why)) => Err(*why),
                    Err(error) => return Err(error),
                };
                all.push(One { result, again });
            }
            if keep && all.iter().all(|one| one.result.is_ok()) {
                return Ok(());
            }
            // Only an error takes a transaction back.
            turned_back = true;
            Err(DeskError::Reference(String::new()))
        });
        match result {
            Ok(()) => Ok(Together { all, kept: true }),
            Err(_) if turned_back => Ok(Together { all, kept: false }),
            Err(error) => Err(error),
        }
    }
}
