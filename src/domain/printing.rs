//! How an office puts its papers on paper: widths, marks and the ways out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Paper by the columns that fit on it; a hanzi takes two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// A receipt roll of 80 mm: 32 columns in the printer's large type.
    Receipt,
    /// A5 upright: 48 columns.
    A5,
    /// A4 upright: 72 columns.
    #[default]
    A4,
}

impl PaperSize {
    /// Every size, from the narrowest.
    pub const ALL: [Self; 3] = [Self::Receipt, Self::A5, Self::A4];

    /// Columns in a line.
    pub fn columns(self) -> usize {
        match self {
            Self::Receipt => 32,
            Self::A5 => 48,
            Self::A4 => 72,
        }
    }

    /// The next size, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Receipt => Self::A5,
            Self::A5 => Self::A4,
            Self::A4 => Self::Receipt,
        }
    }

    /// The size as it is written: `receipt`, `a5`, `a4`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::A5 => "a5",
            Self::A4 => "a4",
        }
    }
}

/// In which bytes the printer beside a terminal takes its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// GB 18030, as printers with a font of their own want it.
    Gb18030,
}

/// How an office puts its papers on paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Printing {
    /// The office's own mark before the kind of a paper, at most 12 characters; empty
    /// for none. From then on a series of its own is counted under it.
    pub mark: String,
    /// The paper that is taken where nobody says otherwise.
    pub size: PaperSize,
    /// What the printer beside the terminal reads.
    pub encoding: Encoding,
    /// Whether the `lp` command of the machine may be run.
    pub lp: bool,
    /// The printer that `lp` sends to; empty for the machine's own choice.
    pub printer: String,
    /// A font file that a PDF takes its letters from; empty where no PDF is made.
    pub font: String,
}

/// Characters that an office's mark may have.
pub const MARK_LIMIT: usize = 12;

impl Printing {
    /// Whether the mark can stand in a number: letters and hanzi only, and few.
    pub fn mark_fits(&self) -> bool {
        self.mark.chars().count() <= MARK_LIMIT && self.mark.chars().all(char::is_alphabetic)
    }

    /// As the register keeps it; empty for the usual.
    ///
    /// # Errors
    ///
    /// When it cannot be written down.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        if *self == Self::default() {
            return Ok(String::new());
        }
        serde_json::to_string(self)
    }

    /// As the register kept it; the usual where that cannot be read.
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}
