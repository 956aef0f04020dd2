//! Who came before, and what the matter is that they come for.

use ratatui::style::Style;

use crate::domain::catalog::Matter;
use crate::domain::ids::Number;
use crate::domain::inquiry::Stage;
use crate::domain::mask::mask_name;
use crate::i18n::words::stage;
use crate::i18n::{Lang, paper, register as words};
use crate::store::{FoundBy, InquiryRow, Known};
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::wrapped;

/// Digits from which on a telephone number nobody had before is somebody's first.
const ENOUGH_DIGITS: usize = 7;
/// The most earlier inquiries that are counted.
const MOST: u32 = 50;
/// The most rows that are looked at for a notice that waits.
const LOOKED_AT: usize = 8;

/// Who stands there, as far as the record knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visitor {
    /// What was looked up.
    pub who: Known,
    sure: bool,
    rows: Vec<InquiryRow>,
    open_notice: Option<(Number, usize)>,
}

impl Visitor {
    /// Looks somebody up, once enough is known.
    pub fn read(cx: &Ctx, who: Known) -> Self {
        let read = cx.desk.read();
        let found = read.returning(&who, MOST);
        let (by, mut rows) = found.unwrap_or((FoundBy::Name, Vec::new()));
        let waits = |row: &InquiryRow| row.stage == Stage::Visitor;
        let waiting = rows.iter().take(LOOKED_AT).position(waits);
        let mut open_notice = None;
        if let Some(place) = waiting {
            // The notice that waits comes first: it is what this visit is for.
            rows[..=place].rotate_right(1);
            let number = rows[0].inquiry.clone();
            let state = read.inquiry(&number).ok().flatten().map(|(state, _)| state);
            let missing = state
                .and_then(|state| state.notices.last().map(|one| one.content.missing.len()))
                .unwrap_or_default();
            open_notice = Some((number, missing));
        }
        Self {
            sure: by == FoundBy::Number,
            who,
            rows,
            open_notice,
        }
    }

    /// The earlier inquiry that waits for this visit.
    pub fn awaited(&self) -> Option<&Number> {
        self.open_notice.as_ref().map(|(number, _)| number)
    }

    /// The earlier inquiry behind this one; the first when it is none of them.
    pub fn after(&self, number: &str) -> Option<&Number> {
        let here = self
            .rows
            .iter()
            .position(|row| row.inquiry.as_str() == number);
        let next = here.map_or(0, |here| here + 1);
        self.rows.get(next).map(|row| &row.inquiry)
    }

    /// Whether, and how often, they came before.
    pub fn title(&self, lang: Lang) -> String {
        let digits = self.who.phone.chars().filter(char::is_ascii_digit).count();
        match (self.rows.len(), self.sure) {
            (0, _) if digits >= ENOUGH_DIGITS => words::word(lang, words::FIRST_VISIT).to_owned(),
            (0, _) => words::word(lang, words::VISITOR_UNKNOWN).to_owned(),
            (times, true) => words::came_before(lang, times, times >= MOST as usize),
            (times, false) => words::alike(lang, times),
        }
    }

    /// The earlier inquiries, the notice that waits first.
    pub fn lines(&self, cx: &Ctx, follows: &str, columns: u16) -> Vec<(String, Style)> {
        let mut lines = Vec::new();
        if !follows.is_empty() {
            lines.push((words::linked(cx.lang, follows), cx.theme.title));
        }
        for (at, row) in self.rows.iter().enumerate() {
            let notice = self
                .open_notice
                .as_ref()
                .filter(|(number, _)| *number == row.inquiry);
            let standing = match notice {
                Some((_, missing)) => words::still_to_bring(cx.lang, *missing),
                None => stage(cx.lang, row.stage).to_owned(),
            };
            let style = if notice.is_some() {
                cx.theme.warn
            } else {
                cx.theme.text
            };
            lines.push((visit(cx, row, &standing, columns), style));
            if let (0, Some((number, _))) = (at, &self.open_notice) {
                let hint = words::second_visit(cx.lang, number.as_str());
                lines.push((hint, cx.theme.warn));
            }
        }
        lines
    }
}

/// One earlier inquiry: day, masked name, matter, where it stands.
fn visit(cx: &Ctx, row: &InquiryRow, standing: &str, columns: u16) -> String {
    let day = cx.local(row.received_at).format("%m-%d");
    let name = mask_name(row.name.as_deref().unwrap_or_default());
    let about = if row.matter.is_empty() {
        row.words.as_deref().unwrap_or_default()
    } else {
        &row.matter
    };
    let head = format!("{day} {name} ");
    let taken = text::width(&head) + text::width(standing) + 1;
    let about = text::pad(about, usize::from(columns).saturating_sub(taken));
    format!("{head}{about} {standing}")
}

/// What stands below a matter that was taken: its limits, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About(Box<Matter>);

impl About {
    /// Reads the matter with this id.
    pub fn read(cx: &Ctx, id: &str) -> Option<Self> {
        if id.is_empty() {
            return None;
        }
        let today = cx.local(cx.now).date();
        let matter = cx.desk.read().matter_on(id, today).ok().flatten()?;
        Some(Self(Box::new(matter)))
    }

    /// The matter's id.
    pub fn id(&self) -> &str {
        self.0.id.as_str()
    }

    /// The matter.
    pub fn matter(&self) -> &Matter {
        &self.0
    }

    /// Its lines, the most telling first.
    pub fn lines(&self, lang: Lang, columns: u16) -> Vec<String> {
        let limits = [
            (words::PROMISE, &self.0.promised_limit),
            (words::LEGAL, &self.0.legal_limit),
        ];
        let limits: Vec<String> = limits
            .into_iter()
            .filter_map(|(name, limit)| {
                let span = limit.as_ref()?.span()?;
                Some(format!(
                    "{} {}",
                    words::word(lang, name),
                    paper::span(lang, span)
                ))
            })
            .collect();
        let mut lines = wrapped::lines(&limits.join(lang.pick("  ", ", ")), columns);
        lines.retain(|line| !line.is_empty());
        if self.0.example {
            lines.push(words::word(lang, words::EXAMPLE).to_owned());
        }
        lines.extend(wrapped::lines(&self.0.department, columns));
        lines
    }
}
