//! Tables that come in from files and go out to them: TOML, .csv, .xlsx.

pub mod calendar;
pub mod catalog;
pub mod export;
pub mod finding;
pub mod grid;
pub mod headed;
pub mod slips;
pub mod staff;
pub mod table;

/// A file's bytes as text: UTF-8 with or without its mark, else GB18030, in
/// which most Chinese spreadsheets save. None when it is neither.
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    encoding_rs::GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_sheet_may_be_saved_either_way() {
        let (gb, _, _) = encoding_rs::GB18030.encode("李明");
        assert_eq!(decode(&gb).as_deref(), Some("李明"));
        assert_eq!(decode("\u{feff}李明".as_bytes()).as_deref(), Some("李明"));
        assert_eq!(decode(&[0xff, 0xff]), None);
    }
}
