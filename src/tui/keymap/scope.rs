//! Where a key is a key.

use crate::i18n::Lang;

/// Where a binding applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere once signed in.
    Global,
    /// The queue.
    Queue,
    /// The registration form.
    Register,
    /// The checklist.
    Checklist,
    /// The shift handover.
    Handover,
    /// The ledger.
    Ledger,
    /// A small form over a screen.
    Dialog,
    /// A question that is answered in one line, or by one of a list.
    Prompt,
    /// The filter of the queue while it is typed.
    Filter,
    /// Who holds what, for supervisors.
    Holders,
    /// A sheet of paper shown for reading.
    Paper,
    /// The figures of a period.
    Figures,
    /// Papers of an inquiry, looked at and given.
    Given,
}

impl Scope {
    /// Every scope, in the order of the help screen.
    pub const ALL: [Self; 13] = [
        Self::Global,
        Self::Queue,
        Self::Register,
        Self::Checklist,
        Self::Handover,
        Self::Ledger,
        Self::Figures,
        Self::Dialog,
        Self::Prompt,
        Self::Filter,
        Self::Holders,
        Self::Paper,
        Self::Given,
    ];

    /// The scope's name.
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Global => ("随处", "Everywhere"),
            Self::Queue => ("待办", "Queue"),
            Self::Register => ("登记", "Register"),
            Self::Checklist => ("告知", "Checklist"),
            Self::Handover => ("交接", "Handover"),
            Self::Ledger => ("台账", "Ledger"),
            Self::Dialog => ("小窗", "Small form"),
            Self::Prompt => ("一问一答", "Question"),
            Self::Filter => ("筛选", "Filter"),
            Self::Holders => ("各人在手", "Who holds what"),
            Self::Paper => ("纸面", "Paper"),
            Self::Figures => ("数字", "Figures"),
            Self::Given => ("单据", "Papers of an inquiry"),
        };
        lang.pick(zh, en)
    }
}
