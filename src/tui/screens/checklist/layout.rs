//! Where everything of a list stands: pure, so that keys and drawing agree.

use std::ops::Range;

use ratatui::layout::Rect;

use super::case::{Bracket, Case, Entry, Part};
use crate::domain::catalog::{Document, DocumentKind, Matter, Tick};
use crate::i18n::checklist::{self as words, Say};
use crate::i18n::{Lang, paper};
use crate::tui::text;
use crate::tui::widgets::frame;

/// From this width on, what goes with a document stands beside the list.
const WIDE: u16 = 110;
/// Columns of the pane beside the list.
const SIDE: u16 = 44;
/// Columns before a document's name: marker, number, box.
pub(super) const LEAD: u16 = 8;
/// Columns of a bracket with its word, and the blank behind it.
pub(super) const GROUP: u16 = 6;

/// The columns of a list: as wide as the matter's documents need, so that ticks
/// and circumstances move nothing sideways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub name: u16,
    pub form: u16,
    pub group: u16,
    pub source: u16,
}

impl Columns {
    fn new(matter: &Matter, lang: Lang, width: u16) -> Self {
        let documents = || matter.documents.iter();
        let widest = |all: &mut dyn Iterator<Item = usize>| {
            u16::try_from(all.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let form = |one: &Document| text::width(&self::form(one, lang));
        let source = |one: &Document| text::width(&self::source(one, lang));
        let form = widest(&mut documents().map(form));
        let source = widest(&mut documents().map(source));
        let grouped = documents().any(|one| one.any_of_group.is_some());
        let group = if grouped { GROUP } else { 0 };
        // A blank after the name, one after the form, one at the end of the row.
        let taken = LEAD + form + group + source + 3;
        Self {
            name: width.saturating_sub(taken).max(10),
            form,
            group,
            source,
        }
    }

    /// Where form, bracket and source stand, from the list's left side.
    pub fn places(self) -> (u16, u16, u16) {
        let form = LEAD + self.name + 1;
        let group = form + self.form + 1;
        (form, group, group + self.group)
    }

    /// Columns for a remark below a name.
    pub fn remark(self) -> u16 {
        let (_, _, source) = self.places();
        source + self.source - LEAD - 2
    }
}

/// Which part of the screen the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pane {
    Circumstances,
    Documents,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of a part.
    Head(&'static str),
    /// The first line of a document: its place among the entries, and its name.
    Document(usize, String),
    /// More of its name.
    More(usize, String),
    /// A remark on it.
    Remark(usize, String),
}

impl Line {
    pub fn entry(&self) -> Option<usize> {
        match self {
            Self::Head(_) => None,
            Self::Document(at, _) | Self::More(at, _) | Self::Remark(at, _) => Some(*at),
        }
    }
}

/// Where everything stands.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub heading: Rect,
    pub facts: Rect,
    pub visitor: Rect,
    pub circumstances: Rect,
    pub rule: Rect,
    pub list: Rect,
    /// Detail of the document and terms of the matter.
    pub detail: Rect,
    /// Whether the detail stands beside the list.
    pub beside: bool,
    pub lines: Vec<Line>,
    pub pages: Vec<Range<usize>>,
    /// Places of the circumstances, row and column within their area.
    pub boxes: Vec<(u16, u16)>,
    /// Whether the circumstances are folded into one row, which names the chosen ones.
    pub folded: bool,
    pub columns: Columns,
}

impl Layout {
    pub fn new(case: &Case, entries: &[Entry<'_>], pane: Pane, lang: Lang, area: Rect) -> Self {
        let beside = area.width >= WIDE;
        let width = if beside {
            area.width - SIDE
        } else {
            area.width
        };
        let columns = Columns::new(&case.matter, lang, width);
        let full = full_lines(entries, lang, columns);
        let short = short_lines(entries, lang);
        let (boxes, rows) = flow(case, lang, area.width);
        // A part that fills or empties adds or drops a heading: keep its row free.
        let needed = |lines: &[Line]| u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
        // Heading, facts, visitor and the rule above the list.
        let rest = area.height.saturating_sub(4);
        let mut below = if beside { 0 } else { 2.min(rest / 3) };
        let tight = rest.saturating_sub(rows + below) < needed(&short);
        let folded = tight && rows > 1 && pane == Pane::Documents;
        let rows = if folded { 1 } else { rows };
        if rest.saturating_sub(rows + below) < needed(&short) {
            below = below.min(1);
        }
        // Before a list is torn into pages its headings go: the boxes say the same.
        let bare = u16::try_from(entries.len()).unwrap_or(u16::MAX);
        let left = rest.saturating_sub(rows);
        let crowded = left.saturating_sub(below) < needed(&short) && bare < left;
        if crowded && !beside {
            below = 2.min(left - bare);
        }
        let room = left.saturating_sub(below);
        let lines = if needed(&full) <= room {
            full
        } else if crowded {
            short
                .into_iter()
                .filter(|line| line.entry().is_some())
                .collect()
        } else {
            short
        };
        let height = if beside || crowded {
            room
        } else {
            needed(&lines).min(room)
        };
        Self {
            boxes,
            folded,
            columns,
            ..Self::place(area, (rows, height, beside), lines, columns)
        }
    }

    fn place(
        area: Rect,
        (rows, height, beside): (u16, u16, bool),
        lines: Vec<Line>,
        columns: Columns,
    ) -> Self {
        let mut rest = area;
        let heading = frame::take_rows(&mut rest, 1);
        let facts = frame::take_rows(&mut rest, 1);
        let visitor = frame::take_rows(&mut rest, 1);
        let circumstances = frame::take_rows(&mut rest, rows);
        let top = rest.y;
        if beside {
            rest.width -= SIDE;
        }
        let rule = frame::take_rows(&mut rest, 1);
        let list = frame::take_rows(&mut rest, height);
        let detail = if beside {
            Rect::new(area.right() - SIDE + 2, top, SIDE - 2, area.bottom() - top)
        } else {
            rest
        };
        Self {
            heading,
            facts,
            visitor,
            circumstances,
            rule,
            pages: pages(&lines, usize::from(list.height)),
            list,
            detail,
            beside,
            lines,
            boxes: Vec::new(),
            folded: false,
            columns,
        }
    }

    /// The page that shows this entry.
    pub fn page_of(&self, entry: usize) -> usize {
        let line = self.lines.iter().position(|l| l.entry() == Some(entry));
        let holds = |page: &Range<usize>| line.is_some_and(|line| page.contains(&line));
        self.pages.iter().position(holds).unwrap_or(0)
    }

    /// The first entry of a page.
    pub fn first_of(&self, page: usize) -> Option<usize> {
        let lines = self.lines.get(self.pages.get(page)?.clone())?;
        lines.iter().find_map(Line::entry)
    }
}

/// Boxes and labels of the circumstances from left to right, in as many rows as they need.
fn flow(case: &Case, lang: Lang, width: u16) -> (Vec<(u16, u16)>, u16) {
    let indent = text::width(Say::Circumstances.text(lang)) + 3;
    let (mut x, mut y) = (indent, 0_u16);
    let mut boxes = Vec::new();
    for one in &case.known {
        let label = lang.pick(&one.label, &one.label_en);
        let needed = 4 + text::width(&text::visible(label));
        if x > indent && x + needed > usize::from(width) {
            (x, y) = (indent, y + 1);
        }
        boxes.push((y, u16::try_from(x).unwrap_or(u16::MAX)));
        x += needed + 3;
    }
    (boxes, y + 1)
}

fn heads(entries: &[Entry<'_>], at: usize, lang: Lang, lines: &mut Vec<Line>) {
    let part = entries[at].part;
    if at > 0 && entries[at - 1].part == part {
        return;
    }
    match part {
        // The rule above the list says what is missing.
        Part::Missing => {}
        Part::Brought => lines.push(Line::Head(Say::Brought.text(lang))),
        Part::Optional => lines.push(Line::Head(Say::Optional.text(lang))),
    }
}

fn short_lines(entries: &[Entry<'_>], lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        heads(entries, at, lang, &mut lines);
        lines.push(Line::Document(at, name(entry, lang).to_owned()));
    }
    lines
}

fn full_lines(entries: &[Entry<'_>], lang: Lang, columns: Columns) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        heads(entries, at, lang, &mut lines);
        let shown = text::visible(name(entry, lang)).into_owned();
        for (nth, piece) in text::wrap(&shown, usize::from(columns.name))
            .into_iter()
            .enumerate()
        {
            lines.push(match nth {
                0 => Line::Document(at, piece),
                _ => Line::More(at, piece),
            });
        }
        for remark in remarks(entry, lang) {
            let shown = text::visible(&remark).into_owned();
            let pieces = text::wrap(&shown, usize::from(columns.remark()));
            lines.extend(pieces.into_iter().map(|piece| Line::Remark(at, piece)));
        }
    }
    lines
}

pub(super) fn name<'a>(entry: &Entry<'a>, lang: Lang) -> &'a str {
    lang.pick(&entry.document.name, &entry.document.name_en)
}

/// The columns that an issuer's own name may take.
const ISSUER: usize = 14;

/// Form and number of a document, in few columns.
pub(super) fn form(document: &Document, lang: Lang) -> String {
    let (originals, copies) = document.counts();
    let count = match document.kind {
        DocumentKind::Original => originals,
        DocumentKind::Copy
        | DocumentKind::OriginalAndCopy
        | DocumentKind::Either
        | DocumentKind::Electronic => copies,
    };
    words::form(lang, document.kind, count)
}

/// Who issues a document, in few columns.
pub(super) fn source(document: &Document, lang: Lang) -> String {
    match &document.issuer {
        Some(issuer) => text::fit(&text::visible(issuer), ISSUER).into_owned(),
        None => words::source(lang, document.source).to_owned(),
    }
}

/// What is said below a document: why it does not serve, and its note.
pub(super) fn remarks(entry: &Entry<'_>, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Tick::Invalid(why) = &entry.tick {
        remarks.push(words::does_not_serve(lang, why));
    }
    if entry.document.may_follow {
        remarks.push(paper::may_follow(lang).to_owned());
    }
    remarks.extend(paper::particulars(lang, &entry.document.particulars));
    if let Some(note) = &entry.document.note {
        remarks.push(words::note(lang, note));
    }
    remarks
}

/// The sign of a bracket beside a group's alternatives.
pub(super) fn bracket(bracket: Bracket, glyphs: &crate::tui::theme::Glyphs) -> &'static str {
    match bracket {
        Bracket::First => glyphs.corners[1],
        Bracket::Middle => glyphs.vertical,
        Bracket::Last => glyphs.corners[3],
    }
}

/// Pages of at most `height` lines; a document is never torn between two, unless
/// it alone is longer than one.
fn pages(lines: &[Line], height: usize) -> Vec<Range<usize>> {
    let height = height.max(1);
    let mut pages = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let mut end = (start + height).min(lines.len());
        if end < lines.len() {
            // Go back to where a document or a part begins.
            let begins = |at: usize| matches!(lines[at], Line::Document(..) | Line::Head(_));
            let whole = (start + 1..=end)
                .rev()
                .find(|at| begins(*at) && !matches!(lines[*at - 1], Line::Head(_)));
            end = whole.unwrap_or(end);
        }
        pages.push(start..end);
        start = end;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_never_ends_inside_a_document_or_on_a_heading() {
        let d = |at| Line::Document(at, String::new());
        let m = |at| Line::More(at, String::new());
        let lines = [
            d(0),
            d(1),
            m(1),
            Line::Head("已带"),
            d(2),
            m(2),
            m(2),
            m(2),
            m(2),
            m(2),
        ];
        assert_eq!(pages(&lines, 4), [0..3, 3..7, 7..10]);
        assert_eq!(pages(&lines[..5], 4), [0..3, 3..5]);
        assert_eq!(pages(&lines[..4], 20).first(), Some(&(0..4)));
        assert!(pages(&[], 3).is_empty());
    }
}
