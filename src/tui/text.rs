//! Text as a terminal shows it: columns, cutting, wrapping, and making the
//! invisible visible.
//!
//! A hanzi takes two columns, and some characters take none, or a number that
//! terminals disagree about. Everything that is put on the screen goes through
//! [`visible`] first, so that nobody can hide a word, turn a line around or
//! send the terminal a command with a stored name. The stored value is kept.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The mark of a cut text. Two full stops: `…` is two columns wide on some
/// Chinese terminals, these never are.
pub const ELLIPSIS: &str = "..";

/// Characters that may not start a line.
const NOT_FIRST: &str = "，。、；：？！）」』】》〉〕］｝’”·…—～,.;:?!)]}%％";

/// Characters that may not end a line.
const NOT_LAST: &str = "（「『【《〈〔［｛‘“([{";

/// Columns that a text takes when every part of it is shown.
///
/// The text is expected to have come through [`visible`]; control characters
/// count as nothing here.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.len();
    }
    text.graphemes(true).map(cluster_width).sum()
}

/// Columns of one character as the user sees it: 0, 1 or 2.
pub fn cluster_width(cluster: &str) -> usize {
    match cluster.as_bytes() {
        [b] => usize::from((0x20..0x7f).contains(b)),
        _ => cluster.width().min(2),
    }
}

/// The longest beginning of `text` that fits `columns`, and the columns it takes.
///
/// A wide glyph that fits only by half is left out.
pub fn head(text: &str, columns: usize) -> (&str, usize) {
    let mut taken = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        let w = cluster_width(cluster);
        if taken + w > columns {
            return (&text[..at], taken);
        }
        taken += w;
    }
    (text, taken)
}

/// `text` cut to `columns`, ending in [`ELLIPSIS`] where something was cut.
///
/// Never wider than `columns`; it may be one column narrower when a wide glyph
/// stood at the cut.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns <= ELLIPSIS.len() {
        return Cow::Borrowed(&ELLIPSIS[..columns]);
    }
    let (kept, _) = head(text, columns - ELLIPSIS.len());
    Cow::Owned(format!("{kept}{ELLIPSIS}"))
}

/// `text` cut or filled up on the right to exactly `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let mut line = fit(text, columns).into_owned();
    let missing = columns.saturating_sub(width(&line));
    line.extend(std::iter::repeat_n(' ', missing));
    line
}

/// `text` cut or filled up on the left to exactly `columns`.
pub fn pad_left(text: &str, columns: usize) -> String {
    let line = fit(text, columns);
    let missing = columns.saturating_sub(width(&line));
    format!("{}{line}", " ".repeat(missing))
}

/// The lines of `text` when it is set in `columns`.
///
/// Breaks at line ends, at spaces, and between hanzi; a word longer than a line
/// is cut. A closing mark does not start a line and an opening one does not end
/// it, unless the line is too narrow for that. Below two columns nothing wide
/// can be set, so the width is taken as two.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph.trim_end_matches('\r'), columns, &mut lines);
    }
    lines
}

fn wrap_paragraph(paragraph: &str, columns: usize, lines: &mut Vec<String>) {
    let mut line: Vec<&str> = Vec::new();
    let mut taken = 0;
    let mut continued = false;
    for cluster in paragraph.graphemes(true) {
        let w = cluster_width(cluster);
        while taken + w > columns && !line.is_empty() {
            let keep = if cluster == " " {
                line.len()
            } else {
                break_point(&line, cluster)
            };
            let rest = line.split_off(keep);
            lines.push(line.concat().trim_end().to_owned());
            line = rest.into_iter().skip_while(|c| *c == " ").collect();
            taken = line.iter().map(|c| cluster_width(c)).sum();
            continued = true;
        }
        if !(continued && line.is_empty() && cluster == " ") {
            line.push(cluster);
            taken += w;
        }
    }
    lines.push(line.concat().trim_end().to_owned());
}

/// Where to break a full `line` that `next` no longer fits: how many of its
/// clusters stay.
fn break_point(line: &[&str], next: &str) -> usize {
    let at = |i: usize| line.get(i).copied().unwrap_or(next);
    for keep in (1..=line.len()).rev() {
        let (before, after) = (line[keep - 1], at(keep));
        let between_words = before == " " || before == "-";
        let hanzi = cluster_width(before) == 2 || cluster_width(after) == 2;
        let allowed = !NOT_FIRST.contains(after) && !NOT_LAST.contains(before);
        if (between_words || hanzi) && allowed {
            return keep;
        }
    }
    line.len()
}

/// What stands for a line end in a text that is shown on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// A space: for titles and list cells.
    Space,
    /// A return arrow: for a field that is being edited.
    Mark,
    /// Kept: for a text that is wrapped afterwards.
    Keep,
}

/// `text` for one line of the screen: nothing in it can hide, reorder or
/// command. Line ends become spaces; see [`visible_with`].
pub fn visible(text: &str) -> Cow<'_, str> {
    visible_with(text, LineEnd::Space)
}

/// `text` with every invisible part made visible.
///
/// Control characters become caret notation (`^[`); directional, zero-width and
/// other invisible characters become `<U+202E>`; a tab becomes a space;
/// variation selectors are dropped; an emoji sequence becomes its first
/// character where that is safe, else its code point. Composed letters are kept.
pub fn visible_with(text: &str, ends: LineEnd) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for cluster in text.graphemes(true) {
        show_cluster(cluster, ends, &mut shown);
    }
    Cow::Owned(shown)
}

/// Whether a cluster can be sent to a terminal as it stands.
pub fn is_plain_cluster(cluster: &str) -> bool {
    if let [byte] = cluster.as_bytes() {
        return (0x20..0x7f).contains(byte);
    }
    let mut chars = cluster.chars();
    chars.next().is_some_and(is_plain) && (chars.as_str().is_empty() || is_lettering(chars))
}

/// Characters that every terminal shows as one visible thing.
fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}' => {
            true
        }
        '\0'..='\u{9f}' | '\u{a0}' | '\u{2000}'..='\u{200f}' => false,
        _ => {
            !is_invisible(c)
                && !is_combining_mark(c)
                && !is_emoji_part(c)
                && UnicodeWidthChar::width(c).is_some_and(|w| w > 0)
        }
    }
}

/// Up to two combining marks after a base: an accent, not a tower of them.
fn is_lettering(marks: std::str::Chars<'_>) -> bool {
    marks.clone().count() <= 2 && marks.into_iter().all(is_accent)
}

fn is_accent(c: char) -> bool {
    is_combining_mark(c) && UnicodeWidthChar::width(c) == Some(0) && !is_invisible(c) && c != KEYCAP
}

fn show_cluster(cluster: &str, ends: LineEnd, shown: &mut String) {
    if matches!(cluster, "\n" | "\r\n" | "\r" | "\u{2028}" | "\u{2029}") {
        match ends {
            LineEnd::Space => shown.push(' '),
            LineEnd::Mark => shown.push('⏎'),
            LineEnd::Keep => shown.push('\n'),
        }
        return;
    }
    let composed: String = cluster.nfc().filter(|c| !is_variation(*c)).collect();
    if is_plain_cluster(&composed) {
        shown.push_str(&composed);
        return;
    }
    let sequence = composed.chars().any(is_emoji_part);
    let mut parts = if composed.is_empty() {
        cluster.chars()
    } else {
        composed.chars()
    };
    if let Some(first) = parts.next() {
        show_char(first, shown);
    }
    // The joiners and tones of an emoji say nothing on paper, and no two
    // terminals agree on their width; other parts would join what is before them.
    if !sequence {
        parts.for_each(|part| show_code(part, shown));
    }
}

fn show_char(c: char, shown: &mut String) {
    match c {
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => shown.push(' '),
        '\0'..='\u{1f}' => shown.extend(['^', char::from(c as u8 + 0x40)]),
        '\u{7f}' => shown.push_str("^?"),
        _ if is_plain(c) => shown.push(c),
        _ => show_code(c, shown),
    }
}

fn show_code(c: char, shown: &mut String) {
    use std::fmt::Write as _;
    // Writing to a String cannot fail.
    let _ = write!(shown, "<U+{:04X}>", u32::from(c));
}

fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

const KEYCAP: char = '\u{20e3}';

/// Pieces of emoji sequences that mean nothing, or another width, alone.
fn is_emoji_part(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{200d}' | KEYCAP)
}

/// Format, filler and directional characters: they show nothing, or change
/// how other characters show; the last lines join what stands beside them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{d4e}' | '\u{e33}' | '\u{eb3}' | '\u{110bd}' | '\u{110cd}' | '\u{111c2}' | '\u{111c3}' | '\u{113d1}'
        | '\u{1193f}' | '\u{11941}' | '\u{11a3a}' | '\u{11a84}'..='\u{11a89}' | '\u{11d46}'
        | '\u{11f02}' | '\u{ff9e}' | '\u{ff9f}')
}

/// The words on a settled buffer, line by line, without the covered half of a
/// wide glyph and without spaces at line ends: for snapshots of screens.
pub fn screen_text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += if cluster_width(symbol) == 2 { 2 } else { 1 };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_never_halves_a_hanzi() {
        assert_eq!(head("赵小满", 5), ("赵小", 4));
        assert_eq!(fit("不动产转移登记", 9), "不动产..");
        assert_eq!(width(&fit("不动产转移登记", 9)), 8);
        assert_eq!(fit("登记", 4), "登记");
        assert_eq!(fit("登记处", 1), ".");
        assert_eq!(pad("登记", 6), "登记  ");
        assert_eq!(pad("不动产登记", 7), "不动.. ");
        assert_eq!(pad_left("4:48", 6), "  4:48");
    }

    #[test]
    fn a_closing_mark_does_not_start_a_line() {
        assert_eq!(wrap("缺委托书，应告知", 8), ["缺委托", "书，应告", "知"]);
        assert_eq!(wrap("说（甲）", 4), ["说", "（甲", "）"]);
    }

    #[test]
    fn words_break_at_spaces_and_long_ones_are_cut() {
        assert_eq!(wrap("bring the form", 9), ["bring the", "form"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("一\n\n二", 10), ["一", "", "二"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn no_wrapped_line_is_too_wide_and_no_hanzi_is_lost() {
        let text = "首问责任人应当「一次性告知」，不得推诿；abc def（例外：见第八条）。";
        for columns in 2..40 {
            let lines = wrap(text, columns);
            assert!(
                lines.iter().all(|l| width(l) <= columns),
                "{columns}: {lines:?}"
            );
            let joined: String = lines.concat().replace(' ', "");
            assert_eq!(joined, text.replace(' ', ""), "{columns}");
        }
    }

    #[test]
    fn what_hides_is_shown() {
        assert_eq!(visible("\u{1b}[31m红"), "^[[31m红");
        assert_eq!(visible("a\u{202e}b"), "a<U+202E>b");
        assert_eq!(visible("张\u{200b}三"), "张<U+200B>三");
        assert_eq!(visible("a\tb\nc\r\nd"), "a b c d");
        assert_eq!(visible_with("一\n二", LineEnd::Mark), "一⏎二");
        assert_eq!(visible("\u{9b}4i"), "<U+009B>4i");
        assert_eq!(visible("\u{7f}"), "^?");
    }

    #[test]
    fn sequences_whose_width_nobody_agrees_on_become_one_character() {
        assert_eq!(visible("❤\u{fe0f}"), "❤");
        assert_eq!(visible("👨\u{200d}👩\u{200d}👧"), "👨");
        assert_eq!(visible("葛\u{e0100}城"), "葛城");
        assert_eq!(visible("🇨🇳"), "<U+1F1E8>");
        assert_eq!(visible("e\u{301}"), "é");
    }

    #[test]
    fn plain_text_is_not_copied() {
        for text in ["张三 13900000001", "（甲）「乙」，。", "Zoë Müller", "ｱｲｳ"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_is_shown_is_plain_and_showing_it_again_changes_nothing() {
        for code in (0..0x3_0000).chain(0xe_0000..0xe_0200) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let once = visible(&format!("甲{c}乙")).into_owned();
            assert!(
                once.graphemes(true).all(is_plain_cluster),
                "U+{code:04X}: {once:?}"
            );
            assert_eq!(visible(&once), once, "U+{code:04X}");
        }
    }
}
