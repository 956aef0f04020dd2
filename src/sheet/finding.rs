//! What is wrong with a cell of a sheet, and where it stands.

use crate::domain::catalog::{CatalogReason, Lint};
use crate::domain::refusal::Refusal;

/// One thing that does not fit, at its cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1; the heading is one of them.
    pub row: usize,
    /// What the heading calls the column.
    pub column: String,
    /// What does not fit.
    pub what: What,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A column that nobody knows; it is kept out.
    UnknownColumn,
    /// A column that stands twice.
    ColumnTwice,
    /// A column that must stand and does not.
    MissingColumn,
    /// A sheet that must stand and does not.
    MissingSheet,
    /// A sheet that nobody knows; it is kept out.
    UnknownSheet,
    /// There is no row below the heading.
    NoRows,
    /// A cell that must be filled is empty.
    Empty,
    /// More characters than this.
    TooLong(usize),
    /// An identifier typed as a number: its end may be rounded, its zeros gone.
    NumericId,
    /// A formula without a result, as the program shows it.
    CellFault(String),
    /// Not a whole number from 0.
    NotANumber(String),
    /// Not a date.
    NotADate(String),
    /// Not a date with a time of day.
    NotATime(String),
    /// None of these words.
    UnknownWord {
        /// The word that stands there.
        found: String,
        /// The words that may.
        choices: String,
    },
    /// An identifier with blanks in it.
    BadId(String),
    /// Characters that cannot be seen.
    Unseen,
    /// A document of a matter that is not in the sheet.
    UnknownMatter(String),
    /// The same as in this row.
    Twice(usize),
    /// In force on days on which the version in this row is, too.
    Overlaps(usize),
    /// Steps that are not `受理:1;审核:3`.
    BadSteps(String),
    /// A limit has a number but no unit.
    LimitWithoutUnit,
    /// A limit of 0 that is not done at once, or an at-once limit of more.
    ZeroLimit,
    /// Nobody knows where the visitor gets it.
    NoSource,
    /// It goes against what else stands in the row.
    Lint(Lint),
    /// Of this catalogue and version there is other content in use.
    SameVersion(String),
    /// A person that is not on the register, or several of that name.
    UnknownPerson(String),
    /// A matter of which the catalogue has none or several.
    UnknownMatterName(String),
    /// The paper is another person's.
    OthersSlip(String),
    /// What else a catalogue must hold.
    Catalog(CatalogReason),
    /// The rules refuse it.
    Refused(Box<Refusal>),
}

impl What {
    /// The code that scripts read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownColumn => "unknown_column",
            Self::ColumnTwice => "column_twice",
            Self::MissingColumn => "missing_column",
            Self::MissingSheet => "missing_sheet",
            Self::UnknownSheet => "unknown_sheet",
            Self::NoRows => "no_rows",
            Self::Empty => "empty",
            Self::TooLong(_) => "too_long",
            Self::NumericId => "numeric_id",
            Self::CellFault(_) => "cell_fault",
            Self::NotANumber(_) => "not_a_number",
            Self::NotADate(_) => "not_a_date",
            Self::NotATime(_) => "not_a_time",
            Self::UnknownWord { .. } => "unknown_word",
            Self::BadId(_) => "bad_code",
            Self::Unseen => "unseen_characters",
            Self::UnknownMatter(_) | Self::UnknownMatterName(_) => "unknown_matter",
            Self::Twice(_) => "duplicate",
            Self::Overlaps(_) => "overlapping_dates",
            Self::BadSteps(_) => "bad_steps",
            Self::LimitWithoutUnit => "limit_without_unit",
            Self::ZeroLimit => "zero_limit",
            Self::NoSource => "no_source",
            Self::Lint(lint) => lint_code(*lint),
            Self::SameVersion(_) => "same_version",
            Self::UnknownPerson(_) => "unknown_staff",
            Self::OthersSlip(_) => "others_slip",
            Self::Catalog(_) => "catalog",
            Self::Refused(refusal) => refusal.code(),
        }
    }
}

fn lint_code(lint: Lint) -> &'static str {
    match lint {
        Lint::PromiseBeyondLaw { .. } => "promise_beyond_law",
        Lint::PromisePerhapsBeyondLaw { .. } => "promise_perhaps_beyond_law",
        Lint::StepsBeyondPromise { .. } => "steps_beyond_promise",
        Lint::StepsShortOfPromise { .. } => "steps_short_of_promise",
        Lint::EndsBeforeItBegins => "ends_before_it_begins",
        Lint::CatchAll => "catch_all",
        Lint::FormWithoutCount | Lint::CountWithoutForm => "form_against_count",
        Lint::NoPhone => "no_phone",
        Lint::NoComplaintPhone => "no_complaint_phone",
    }
}

/// Everything that was found in a file: what stops it, and what is only said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// With any of these nothing is taken over.
    pub errors: Vec<Finding>,
    /// These are said, and stop nothing.
    pub warnings: Vec<Finding>,
}

impl Findings {
    /// Puts the findings into the order of the file.
    #[must_use]
    pub fn sorted(mut self, sheets: &[&str]) -> Self {
        let place = |finding: &Finding| {
            let sheet = sheets.iter().position(|one| *one == finding.sheet);
            (sheet.unwrap_or(usize::MAX), finding.row)
        };
        self.errors.sort_by_key(place);
        self.warnings.sort_by_key(place);
        self
    }
}
