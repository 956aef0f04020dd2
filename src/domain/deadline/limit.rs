//! A length of time and the unit it is counted in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How a limit is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Minutes of clock time, day and night.
    Min,
    /// Hours of clock time, day and night.
    H,
    /// Hours of office time.
    Oh,
    /// Working days.
    Wd,
    /// Calendar days.
    Cd,
    /// Months, to the corresponding day.
    Mo,
}

impl Unit {
    /// Every unit, from the shortest.
    pub const ALL: [Self; 6] = [Self::Min, Self::H, Self::Oh, Self::Wd, Self::Cd, Self::Mo];

    /// The code used in files and on the command line: `wd`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Min => "min",
            Self::H => "h",
            Self::Oh => "oh",
            Self::Wd => "wd",
            Self::Cd => "cd",
            Self::Mo => "mo",
        }
    }

    /// Whether what remains of such a limit is told in office time.
    pub const fn in_office_time(self) -> bool {
        match self {
            Self::Oh | Self::Wd => true,
            Self::Min | Self::H | Self::Cd | Self::Mo => false,
        }
    }

    /// Whether such a limit ends with a day rather than at a minute.
    pub const fn in_days(self) -> bool {
        match self {
            Self::Wd | Self::Cd | Self::Mo => true,
            Self::Min | Self::H | Self::Oh => false,
        }
    }

    /// The largest amount: all of them stay below ten thousand days.
    pub const fn most(self) -> u32 {
        match self {
            Self::Min => 9_999 * 24 * 60,
            Self::H => 9_999 * 24,
            // Office hours at eight a day.
            Self::Oh => 9_999 * 8,
            Self::Wd | Self::Cd => 9_999,
            Self::Mo => 327,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Unit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|unit| unit.code() == text)
            .ok_or_else(|| LimitError::UnknownUnit(text.to_owned()))
    }
}

/// A limit: `3wd`, `90min`, `60cd`. At least one unit, less than ten thousand days.
///
/// ```
/// use shouwen::domain::deadline::{Limit, Unit};
/// let limit: Limit = "15wd".parse()?;
/// assert_eq!((limit.amount(), limit.unit()), (15, Unit::Wd));
/// assert!("0wd".parse::<Limit>().is_err());
/// # Ok::<(), shouwen::domain::deadline::LimitError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Limit {
    amount: u32,
    unit: Unit,
}

impl Limit {
    /// A limit of `amount` units.
    ///
    /// # Errors
    /// [`LimitError::Zero`] and [`LimitError::TooLong`].
    pub fn new(amount: u32, unit: Unit) -> Result<Self, LimitError> {
        if amount == 0 {
            return Err(LimitError::Zero);
        }
        if amount > unit.most() {
            return Err(LimitError::TooLong {
                amount: u64::from(amount),
                unit,
            });
        }
        Ok(Self { amount, unit })
    }

    /// How many units.
    pub const fn amount(self) -> u32 {
        self.amount
    }

    /// The unit.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The limit with an extension of `by` of the same unit.
    ///
    /// # Errors
    /// [`LimitError::TooLong`] when both together reach ten thousand days.
    pub fn extended(self, by: u32) -> Result<Self, LimitError> {
        Self::new(self.amount.saturating_add(by), self.unit)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.amount, self.unit)
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

impl TryFrom<String> for Limit {
    type Error = LimitError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (amount, unit) = text.split_at(digits);
        if amount.is_empty() {
            return Err(LimitError::NoNumber(text.to_owned()));
        }
        if unit.is_empty() {
            return Err(LimitError::NoUnit(text.to_owned()));
        }
        let unit = unit.parse()?;
        let amount: u64 = amount.parse().unwrap_or(u64::MAX);
        u32::try_from(amount).map_or(Err(LimitError::TooLong { amount, unit }), |amount| {
            Self::new(amount, unit)
        })
    }
}

/// Why a text or a number is no limit.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LimitError {
    /// No digits at the beginning.
    #[error("no number in limit {0:?}")]
    NoNumber(String),
    /// Digits without a unit: a bare `5` could mean anything.
    #[error("no unit in limit {0:?}")]
    NoUnit(String),
    /// A unit that is none of `min h oh wd cd mo`.
    #[error("unknown unit {0:?}")]
    UnknownUnit(String),
    /// Nothing to count.
    #[error("a limit of zero")]
    Zero,
    /// Ten thousand days or more.
    #[error("a limit of {amount}{unit} reaches ten thousand days")]
    TooLong {
        /// How many units were asked for; `u64::MAX` stands for more than that.
        amount: u64,
        /// In which unit.
        unit: Unit,
    },
}
