//! What counts as having said something.

/// Whether nothing in a text can be seen: it is empty, or holds only white space
/// and control, zero-width or direction characters.
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Characters that steer or hide text without showing anything themselves.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn what_cannot_be_seen_says_nothing() {
        for text in [
            "",
            " \t\u{3000}",
            "\u{200b}\u{202e}",
            "\0\u{1b}",
            "\u{3164}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["张", "\u{202e}x", "-"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
