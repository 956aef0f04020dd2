//! The form that closes an inquiry: how the visitor came to know of the outcome.

use crate::i18n::Both;

/// What closing needs where nothing shows that the visitor was told.
pub const CLOSE_NEEDS_CONTACT: Both = Both::new(
    "还没有告知来人的记录。写明怎样告知、谁接的，办结后不能再改。",
    "Nothing shows yet that they were told: say how, and who answered. It is final.",
);
/// How the visitor was told.
pub const TOLD_HOW: Both = Both::new("怎样告知", "Told how");
/// Who answered.
pub const WHO_ANSWERED: Both = Both::new("谁接的(或收的)", "Who answered");
/// When the visitor was told.
pub const TOLD_WHEN: Both = Both::new("何时(空为现在)", "When (empty: now)");
