//! The other person's PIN, for as long as one handover is open at this terminal.

use std::fmt;

use crate::domain::ids::StaffNo;

/// A PIN and whose it is; overwritten when it is dropped, and never printed.
pub(super) struct HeldPin {
    pub staff: StaffNo,
    digits: Vec<u8>,
}

impl HeldPin {
    pub fn new(staff: StaffNo, pin: String) -> Self {
        Self {
            staff,
            digits: pin.into_bytes(),
        }
    }

    pub fn digits(&self) -> String {
        String::from_utf8_lossy(&self.digits).into_owned()
    }
}

impl Drop for HeldPin {
    fn drop(&mut self) {
        self.digits.fill(0);
        // Keeps the overwriting from being left out as useless.
        std::hint::black_box(&self.digits);
    }
}

impl fmt::Debug for HeldPin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HeldPin({})", self.staff)
    }
}
