//! Text of a given width: lines, fields, lists.

use unicode_width::UnicodeWidthChar;

use crate::domain::text::is_invisible;

pub use crate::domain::printing::PaperSize;

/// Text that a printer, or a terminal that passes it on to one, cannot take for
/// a command: line breaks and tabs become spaces, every other control, bidi,
/// zero-width or invisible character becomes `?`.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() || is_invisible(c) => '?',
            c => c,
        })
        .collect()
}

/// How many columns a text takes. Characters that are narrow on some printers
/// and wide on Chinese ones (`“ ” — → ①`) count as wide, so no line is too long.
pub fn columns(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

fn width_of(c: char) -> usize {
    c.width_cjk().unwrap_or(0)
}

/// Breaks a text into lines of at most `width` columns: between hanzi, between
/// words, and inside a word only when it is longer than a line. Closing marks do
/// not begin a line and opening ones do not end it. At least one line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(&printable(text)) {
        let room = width.saturating_sub(columns(&line));
        if columns(piece.trim_end()) <= room {
            line.push_str(piece);
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.clear();
        for c in piece.trim_start().chars() {
            if columns(&line) + width_of(c) > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The parts of a text between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = ",.:;!?)]}%》」』〉】〕、。，；：！？）］％…”’";
    const OPENING: &str = "([{《「『〈【〔（［“‘";
    if after == ' ' || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before == ' ' || width_of(before) > 1 || width_of(after) > 1 || before == '/'
}

/// A sheet that is written line by line, from top to bottom.
#[derive(Debug, Clone)]
pub struct Sheet {
    width: usize,
    lines: Vec<String>,
}

impl Sheet {
    /// An empty sheet of this many columns.
    pub fn new(width: usize) -> Self {
        Self {
            width: width.max(8),
            lines: Vec::new(),
        }
    }

    /// Columns in a line.
    pub fn width(&self) -> usize {
        self.width
    }

    /// A paragraph.
    pub fn text(&mut self, text: &str) {
        self.lines.extend(wrap(text, self.width));
    }

    /// A heading in the middle.
    pub fn centred(&mut self, text: &str) {
        for line in wrap(text, self.width) {
            let left = (self.width - columns(&line).min(self.width)) / 2;
            self.lines.push(format!("{}{line}", " ".repeat(left)));
        }
    }

    /// A line across.
    pub fn rule(&mut self) {
        self.lines.push("-".repeat(self.width));
    }

    /// An empty line; never two together.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// `lead` and then a text whose later lines begin under its first.
    pub fn hanging(&mut self, lead: &str, text: &str) {
        let lead = printable(lead);
        let indent = columns(&lead);
        if indent * 2 > self.width {
            self.text(&lead);
            return self.indented(2, text);
        }
        for (nth, line) in wrap(text, self.width - indent).into_iter().enumerate() {
            let start = if nth == 0 {
                lead.clone()
            } else {
                " ".repeat(indent)
            };
            self.lines
                .push(format!("{start}{line}").trim_end().to_owned());
        }
    }

    /// A paragraph that begins `indent` columns to the right.
    pub fn indented(&mut self, indent: usize, text: &str) {
        let indent = indent.min(self.width / 2);
        for line in wrap(text, self.width - indent) {
            self.lines.push(format!("{}{line}", " ".repeat(indent)));
        }
    }

    /// Two texts at both ends of a line, or below each other where they do not fit.
    pub fn ends(&mut self, left: &str, right: &str) {
        let (left, right) = (printable(left), printable(right));
        let taken = columns(&left) + columns(&right);
        if taken < self.width {
            let gap = " ".repeat(self.width - taken);
            self.lines.push(format!("{left}{gap}{right}"));
        } else {
            self.text(&left);
            self.text(&right);
        }
    }

    /// The text, each line ended by a line feed.
    pub fn finish(self) -> String {
        let mut text = self.lines.join("\n");
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sheet, columns, printable, wrap};

    #[test]
    fn nothing_stored_can_steer_a_printer() {
        for evil in [
            "\u{1b}[4i",
            "\u{9b}4i",
            "\u{1b}@",
            "\u{0}",
            "\u{7}",
            "\u{202e}",
            "\u{200b}",
            "\r\n",
            "\u{7f}",
            "\u{feff}",
            "\u{e0041}",
            "\u{2028}",
        ] {
            let clean = printable(&format!("张{evil}三"));
            let visible = |c: char| c == ' ' || (!c.is_control() && columns(&c.to_string()) > 0);
            assert!(clean.chars().all(visible), "{clean:?}");
            assert!(clean.starts_with('张') && clean.ends_with('三'));
        }
        assert_eq!(printable("户口簿(原件)①—“”"), "户口簿(原件)①—“”");
    }

    #[test]
    fn hanzi_break_anywhere_words_do_not() {
        assert_eq!(wrap("不动产登记申请书", 8), ["不动产登", "记申请书"]);
        assert_eq!(wrap("Real estate title", 11), ["Real estate", "title"]);
        assert_eq!(wrap("凭ID card办理", 8), ["凭ID", "card办理"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn marks_keep_their_place() {
        assert_eq!(wrap("带原件,复印件", 6), ["带原", "件,复", "印件"]);
        assert_eq!(
            wrap("按《民法典》办", 4),
            ["按", "《民", "法", "典》", "办"]
        );
    }

    #[test]
    fn later_lines_of_an_entry_stand_under_its_first() {
        let mut sheet = Sheet::new(16);
        sheet.hanging("1 [ ] ", "不动产权属证书");
        sheet.ends("左", "右");
        sheet.centred("告知单");
        sheet.gap();
        sheet.gap();
        sheet.rule();
        assert_eq!(
            sheet.finish(),
            "1 [ ] 不动产权属\n      证书\n左            右\n     告知单\n\n----------------\n"
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_paper_and_nothing_is_lost(
            text in "[一-龥a-z0-9(),。、《》“”→ \\u{1b}\\u{200b}]{0,200}",
            width in 8_usize..80,
        ) {
            let lines = wrap(&text, width);
            for line in &lines {
                prop_assert!(columns(line) <= width, "{line:?}");
            }
            let solid = |text: &str| text.replace(' ', "");
            prop_assert_eq!(solid(&lines.concat()), solid(&printable(&text)));
        }
    }
}
