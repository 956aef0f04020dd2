//! A catalogue from TOML, with file, line and reason for what does not fit.

use toml::de::DeTable;

use super::{Catalog, CircumstanceId, MatterId, Step};

/// Why a catalogue is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogReason {
    /// The text is not TOML; what the reader says.
    Syntax(String),
    /// A field that no catalogue has.
    UnknownField(String),
    /// A field that must stand and does not.
    MissingField(String),
    /// A value of the wrong type, or none of the known words; what the reader says.
    WrongValue(String),
    /// This field is empty.
    Empty(&'static str),
    /// An id with a space in it, or none at all.
    BadId(String),
    /// Two matters of one id.
    DuplicateMatter(MatterId),
    /// Two circumstances of one id.
    DuplicateCircumstance(CircumstanceId),
    /// Two documents of one name in one matter.
    DuplicateDocument {
        /// The matter.
        matter: MatterId,
        /// The name.
        name: String,
    },
    /// A document names a circumstance that the file does not hold.
    UnknownCircumstance(CircumstanceId),
    /// Two circumstances of one matter would look the same on screen.
    AmbiguousLabel(String),
    /// An English name for a group that no document of the matter names.
    UnknownGroup(String),
    /// A limit has a number but no unit.
    LimitWithoutUnit,
    /// A limit of 0 that is not on the spot, or an on-the-spot limit of more.
    ZeroLimit,
    /// A document of which no copy is wanted.
    ZeroCopies,
    /// It is cancelled on or before the day on which it comes into force.
    EndsBeforeItBegins,
}

/// A catalogue file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason:?}")]
pub struct CatalogError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: CatalogReason,
}

/// Reads a catalogue; `file` only names it in errors.
///
/// # Errors
/// The first thing in the file that does not fit.
pub fn parse(text: &str, file: &str) -> Result<Catalog, CatalogError> {
    parse_reporting(text, file).map_err(|mut errors| errors.swap_remove(0))
}

/// Reads a catalogue and reports everything that does not fit.
///
/// # Errors
/// At least one error. A file of the wrong shape gives one; one of the right
/// shape gives all that [`Catalog::check`] finds.
pub fn parse_reporting(text: &str, file: &str) -> Result<Catalog, Vec<CatalogError>> {
    let at = |line: usize, reason: CatalogReason| CatalogError {
        file: file.to_owned(),
        line,
        reason,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let catalog: Catalog = match toml::from_str(text) {
        Ok(catalog) => catalog,
        Err(error) => {
            let line = error.span().map_or(1, |span| line_at(text, span.start));
            return Err(vec![at(line, reason_of(error.message()))]);
        }
    };
    let errors: Vec<CatalogError> = catalog
        .check()
        .into_iter()
        .map(|finding| at(line_of(text, &finding.path), finding.reason))
        .collect();
    if errors.is_empty() {
        Ok(catalog)
    } else {
        Err(errors)
    }
}

/// How the reader's messages begin when a value is not what its field wants.
const WRONG_VALUE: [&str; 4] = [
    "invalid type",
    "invalid value",
    "unknown variant",
    "wanted string or table",
];

/// Sorts the reader's message, so that each kind can be worded.
fn reason_of(message: &str) -> CatalogReason {
    let quoted = || message.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("unknown field") {
        CatalogReason::UnknownField(quoted())
    } else if message.starts_with("missing field") {
        CatalogReason::MissingField(quoted())
    } else if WRONG_VALUE.iter().any(|start| message.starts_with(start)) {
        CatalogReason::WrongValue(message.to_owned())
    } else {
        CatalogReason::Syntax(message.to_owned())
    }
}

/// The line of the value at `path`, or of the nearest thing around it.
fn line_of(text: &str, path: &[Step]) -> usize {
    let Ok(root) = DeTable::parse(text) else {
        return 1;
    };
    let mut steps = path.iter();
    let Some(Step::Field(first)) = steps.next() else {
        return 1;
    };
    let Some(mut here) = root.get_ref().get(*first) else {
        return 1;
    };
    for step in steps {
        let next = match step {
            Step::Field(name) => here.get_ref().get(*name),
            Step::At(place) => here.get_ref().get(*place),
        };
        match next {
            Some(value) => here = value,
            None => break,
        }
    }
    line_at(text, here.span().start)
}

fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    1 + before.filter(|&&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::{CatalogReason, parse, parse_reporting};
    use crate::domain::catalog::CircumstanceId;

    const SOUND: &str = r#"
id = "local"
version = "2026-03"
[[circumstances]]
id = "agent"
label = "委托代理"
label_en = "Through an agent"
sentence = "委托代理"
[[matters]]
id = "m1"
name = "事项"
name_en = "Matter"
domain = "税务"
department = "税务局"
type = "承诺件"
confidence = "high"
legal_limit = { text = "5个工作日", value = 5, unit = "working_day" }
[[matters.documents]]
name = "申请表"
name_en = "Form"
kind = "original+copy"
copies = 2
source = "applicant"
required = true
when = "agent"
"#;

    fn refused(from: &str, to: &str) -> (usize, CatalogReason) {
        assert!(SOUND.contains(from), "{from}");
        let error = parse(&SOUND.replacen(from, to, 1), "local.toml").unwrap_err();
        assert_eq!(error.file, "local.toml");
        (error.line, error.reason)
    }

    #[test]
    fn a_sound_file_is_read() {
        let catalog = parse(SOUND, "local.toml").unwrap();
        assert_eq!(catalog.matters[0].documents[0].copies, Some(2));
        let marked = format!("\u{feff}{SOUND}");
        assert_eq!(parse(&marked, "local.toml").unwrap(), catalog);
    }

    #[test]
    fn a_typo_in_a_field_is_named_with_its_line() {
        let (line, reason) = refused("copies = 2", "copeis = 2");
        assert_eq!(
            (line, reason),
            (22, CatalogReason::UnknownField("copeis".into()))
        );
        let (line, reason) = refused("value = 5", "vaule = 5");
        assert_eq!(
            (line, reason),
            (17, CatalogReason::UnknownField("vaule".into()))
        );
    }

    #[test]
    fn a_missing_field_is_named() {
        let (line, reason) = refused("kind = \"original+copy\"\n", "");
        assert_eq!(
            (line, reason),
            (18, CatalogReason::MissingField("kind".into()))
        );
    }

    #[test]
    fn a_value_of_the_wrong_type_or_an_unknown_word_is_named_with_its_line() {
        for (from, to, at) in [
            ("copies = 2", "copies = \"two\"", 22),
            ("copies = 2", "copies = -1", 22),
            ("original+copy", "photograph", 21),
            ("working_day", "fortnight", 17),
            ("\"承诺件\"", "\"急件\"", 15),
        ] {
            let (line, reason) = refused(from, to);
            assert_eq!(line, at, "{to}");
            assert!(
                matches!(reason, CatalogReason::WrongValue(_)),
                "{to}: {reason:?}"
            );
        }
    }

    #[test]
    fn what_is_no_toml_is_said_so() {
        let (line, reason) = refused("version = \"2026-03\"", "version = \"2026-03");
        assert_eq!(line, 3);
        assert!(matches!(reason, CatalogReason::Syntax(_)), "{reason:?}");
    }

    #[test]
    fn what_a_catalogue_must_hold_is_checked_with_its_line() {
        for (from, to, at, expected) in [
            (
                "when = \"agent\"",
                "when = \"agnet\"",
                25,
                CatalogReason::UnknownCircumstance(CircumstanceId("agnet".into())),
            ),
            ("copies = 2", "copies = 0", 22, CatalogReason::ZeroCopies),
            (
                ", unit = \"working_day\"",
                "",
                17,
                CatalogReason::LimitWithoutUnit,
            ),
            ("value = 5", "value = 0", 17, CatalogReason::ZeroLimit),
            (
                "\"working_day\"",
                "\"on_spot\"",
                17,
                CatalogReason::ZeroLimit,
            ),
            ("\"事项\"", "\" \"", 11, CatalogReason::Empty("name")),
            ("\"m1\"", "\"m 1\"", 10, CatalogReason::BadId("m 1".into())),
        ] {
            assert_eq!(refused(from, to), (at, expected), "{to}");
        }
    }

    #[test]
    fn the_same_thing_twice_is_refused_at_the_second() {
        let circumstance = SOUND.split("[[").nth(1).unwrap();
        let document = SOUND.split("[[").nth(3).unwrap();
        let matter = SOUND.split("[[").nth(2).unwrap();
        for (twice, lines) in [(circumstance, 5), (document, 8), (matter, 9)] {
            let text = format!("{SOUND}[[{twice}");
            let errors = parse_reporting(&text, "local.toml").unwrap_err();
            assert_eq!(errors.len(), 1, "{errors:?}");
            assert!(
                errors[0].line > 25 && errors[0].line <= 25 + lines,
                "{errors:?}"
            );
            assert!(
                format!("{:?}", errors[0].reason).starts_with("Duplicate"),
                "{errors:?}"
            );
        }
    }

    #[test]
    fn everything_is_reported_at_once() {
        let text = SOUND
            .replace("copies = 2", "copies = 0")
            .replace("\"agent\"\n\"", "\"x\"");
        let text = text.replace("name_en = \"Matter\"", "name_en = \"\"");
        let errors = parse_reporting(&text, "local.toml").unwrap_err();
        let lines: Vec<usize> = errors.iter().map(|one| one.line).collect();
        assert_eq!(lines, [12, 22]);
    }
}
