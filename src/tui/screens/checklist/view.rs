//! Drawing a list.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::case::{Case, Entry, Part};
use super::layout::{self, LEAD, Layout, Line, Pane};
use super::terms::{facts, terms};
use crate::domain::catalog::Tick;
use crate::domain::rulebook::Lapse;
use crate::i18n::Lang;
use crate::i18n::checklist::{self as words, Say};
use crate::i18n::clauses;
use crate::i18n::paper;
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;
use crate::tui::widgets::{frame, list, wrapped};

/// What is drawn: a list, and where the keys are in it.
pub(super) struct View<'a> {
    pub case: &'a Case,
    pub pane: Pane,
    /// The selected document, by its place among the entries.
    pub document: usize,
    /// The selected circumstance.
    pub circumstance: usize,
}

impl View<'_> {
    pub fn render(&self, cx: &Ctx, canvas: &mut Canvas<'_>, area: Rect) {
        let entries = self.case.entries();
        let at = Layout::new(self.case, &entries, self.pane, cx.lang, area);
        self.head(cx, canvas, &at);
        self.circumstances(cx, canvas, &at);
        self.list(cx, canvas, &at, &entries);
        self.detail(cx, canvas, &at, entries.get(self.document));
    }

    fn head(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout) {
        let (lang, theme) = (cx.lang, cx.theme);
        let matter = &self.case.matter;
        let stamp = &cx.desk.facts().catalog;
        let right = format!("{} {}", Say::Catalogue.text(lang), stamp.version);
        let name = lang.pick(&matter.name, &matter.name_en);
        frame::heading(canvas, theme, at.heading, name, &right);
        if at.facts.height > 0 {
            let mut x = at.facts.x + 1;
            if matter.example {
                let mark = Say::Example.text(lang);
                x = canvas.text(x, at.facts.y, at.facts.width - 1, mark, theme.warn) + 2;
            }
            let room = at.facts.right().saturating_sub(x);
            let facts = facts(matter, lang, usize::from(room));
            canvas.text(x, at.facts.y, room, &facts, theme.text);
        }
        if at.visitor.height > 0 {
            let row = at.visitor;
            let (line, style) = match &self.case.served {
                None => (words::no_inquiry(lang).to_owned(), theme.dim),
                Some(served) => {
                    let who = served.masked();
                    let mut line = words::for_inquiry(lang, served.number.as_str(), &who);
                    if let Some(notice) = &served.notice {
                        let day = cx.local(notice.at).format("%m-%d").to_string();
                        let missing = notice.content.missing.len();
                        line.push_str("   ");
                        line.push_str(&words::last_notice(lang, &notice.number, &day, missing));
                    }
                    (line, theme.accent)
                }
            };
            canvas.text(row.x + 1, row.y, row.width - 1, &line, style);
        }
    }

    fn circumstances(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout) {
        let (lang, theme) = (cx.lang, cx.theme);
        let area = at.circumstances;
        if area.height == 0 {
            return;
        }
        let here = self.pane == Pane::Circumstances;
        let label = if here { theme.focus } else { theme.label };
        let title = Say::Circumstances.text(lang);
        let after = canvas.text(area.x + 1, area.y, area.width - 1, title, label);
        if self.case.known.is_empty() {
            let none = Say::NoCircumstances.text(lang);
            canvas.text(
                after + 2,
                area.y,
                area.width.saturating_sub(8),
                none,
                theme.dim,
            );
        }
        if at.folded {
            let chosen = self.case.known.iter();
            let chosen = chosen.filter(|one| self.case.chosen.contains(&one.id));
            let labels: Vec<&str> = chosen
                .map(|one| lang.pick(one.label.as_str(), one.label_en.as_str()))
                .collect();
            let line = labels.join(lang.pick("、", "; "));
            let room = area.width.saturating_sub(after + 2 - area.x);
            canvas.text(after + 2, area.y, room, &line, theme.selected);
            return;
        }
        for (nth, (one, (row, column))) in self.case.known.iter().zip(&at.boxes).enumerate() {
            let (x, y) = (area.x + column, area.y + row);
            if y >= area.bottom() {
                break;
            }
            let selected = here && nth == self.circumstance;
            let on = self.case.chosen.contains(&one.id);
            let style = if selected {
                list::mark(canvas, theme, (x - 1, y), true)
            } else if on {
                theme.selected
            } else {
                theme.text
            };
            let ticked = if on {
                theme.glyphs.ticked
            } else {
                theme.glyphs.unticked
            };
            let room = area.right().saturating_sub(x);
            let line = format!("{ticked} {}", lang.pick(&one.label, &one.label_en));
            canvas.text(x, y, room, &line, style);
        }
    }

    fn list(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout, entries: &[Entry<'_>]) {
        let (lang, theme) = (cx.lang, cx.theme);
        let page = at.page_of(self.document);
        let mut right = String::new();
        if at.pages.len() > 1 {
            right = words::page(lang, page + 1, at.pages.len());
        }
        let left = words::progress(lang, self.case.progress());
        frame::heading(canvas, theme, at.rule, &left, &right);
        let Some(lines) = at.pages.get(page).cloned() else {
            return;
        };
        for (line, y) in at.lines[lines].iter().zip(at.list.top()..at.list.bottom()) {
            match line {
                Line::Head(title) => {
                    canvas.text(at.list.x + 1, y, at.list.width - 1, title, theme.title);
                }
                Line::Document(nth, name) => {
                    self.document(cx, canvas, at, y, (*nth, &entries[*nth], name));
                }
                Line::More(nth, name) => {
                    let style = self.style(cx, *nth, &entries[*nth]);
                    let width = at.columns.name;
                    canvas.text(at.list.x + LEAD, y, width, name, style);
                    Self::bracket(cx, canvas, at, y, &entries[*nth], false);
                }
                Line::Remark(nth, remark) => {
                    let bad = matches!(entries[*nth].tick, Tick::Invalid(_));
                    let style = if bad { theme.warn } else { theme.dim };
                    let room = at.list.width.saturating_sub(LEAD + 2);
                    canvas.text(at.list.x + LEAD + 2, y, room, remark, style);
                }
            }
        }
    }

    fn document(
        &self,
        cx: &Ctx,
        canvas: &mut Canvas<'_>,
        at: &Layout,
        y: u16,
        (nth, entry, name): (usize, &Entry<'_>, &str),
    ) {
        let (lang, theme) = (cx.lang, cx.theme);
        let x = at.list.x;
        if self.pane == Pane::Documents && nth == self.document {
            list::mark(canvas, theme, (x, y), true);
        }
        let style = self.style(cx, nth, entry);
        let (sign, sign_style) = match &entry.tick {
            Tick::Brought => (theme.glyphs.ticked, theme.ok),
            Tick::Invalid(_) => ("[!]", theme.danger),
            Tick::Missing => (theme.glyphs.unticked, style),
        };
        canvas.text(x + 1, y, 2, &format!("{:>2}", entry.number), style);
        canvas.text(x + 4, y, 3, sign, sign_style);
        let width = at.columns.name;
        canvas.text(x + LEAD, y, width, name, style);
        let form = layout::form(entry.document, lang);
        let (form_at, _, source_at) = at.columns.places();
        Self::cell(canvas, at, (form_at, y), &form, theme.text);
        Self::bracket(cx, canvas, at, y, entry, true);
        let source = layout::source(entry.document, lang);
        Self::cell(canvas, at, (source_at, y), &source, theme.dim);
    }

    /// Writes from a column of the list on, never beyond it.
    fn cell(
        canvas: &mut Canvas<'_>,
        at: &Layout,
        (column, y): (u16, u16),
        words: &str,
        style: Style,
    ) {
        let room = at.list.width.saturating_sub(column);
        if room > 0 {
            canvas.text(at.list.x + column, y, room, words, style);
        }
    }

    fn bracket(
        cx: &Ctx,
        canvas: &mut Canvas<'_>,
        at: &Layout,
        y: u16,
        entry: &Entry<'_>,
        first_line: bool,
    ) {
        use super::case::Bracket;
        let Some(place) = entry.bracket else {
            return;
        };
        let place = match (place, first_line) {
            (Bracket::First, false) => Bracket::Middle,
            // The corner stands on the last alternative's first line.
            (Bracket::Last, false) => return,
            (place, _) => place,
        };
        let (_, column, _) = at.columns.places();
        let sign = layout::bracket(place, &cx.theme.glyphs);
        Self::cell(canvas, at, (column, y), sign, cx.theme.accent);
        if entry.bracket == Some(Bracket::First) && first_line {
            let any = Say::AnyOne.text(cx.lang);
            Self::cell(canvas, at, (column + 1, y), any, cx.theme.accent);
        }
    }

    fn style(&self, cx: &Ctx, nth: usize, entry: &Entry<'_>) -> Style {
        let theme = cx.theme;
        if self.pane == Pane::Documents && nth == self.document {
            theme.selected
        } else if entry.part == Part::Missing || entry.tick == Tick::Brought {
            theme.text
        } else {
            theme.dim
        }
    }

    /// By when we have to tell everything, while that time runs: it is ours, and when
    /// it is missed the application counts as accepted.
    fn to_tell_by(&self, cx: &Ctx) -> Option<String> {
        let state = self.case.served.as_ref()?.state.as_deref()?;
        let rules = cx.desk.rules_of(state);
        let (clock, rule) = state.clocks.iter().find_map(|clock| {
            let rule = rules.clock(&clock.run.clock)?;
            let tells = clock.is_running() && rule.lapse == Lapse::DeemedAccepted;
            tells.then_some((clock, rule))
        })?;
        let due = cx.local(clock.run.due).format("%m-%d %H:%M").to_string();
        let clause = clauses::reference(cx.lang, &rule.clause);
        Some(words::tell_by(cx.lang, &due, &clause))
    }

    /// The selected document in full, and the matter's terms as far as there is room.
    fn detail(&self, cx: &Ctx, canvas: &mut Canvas<'_>, at: &Layout, entry: Option<&Entry<'_>>) {
        let (lang, theme) = (cx.lang, cx.theme);
        let mut area = at.detail;
        if area.height == 0 || area.width < 4 {
            return;
        }
        if at.beside {
            for y in area.top()..area.bottom() {
                canvas.rule(area.x - 1, y, 1, theme.glyphs.vertical, theme.border);
            }
        }
        area.x += 1;
        area.width -= 1;
        let first = match (self.pane, entry) {
            (Pane::Circumstances, _) => self
                .case
                .known
                .get(self.circumstance)
                .map(|one| lang.pick(&one.sentence, &one.label_en).clone()),
            (Pane::Documents, Some(entry)) => Some(in_full(entry, lang)),
            (Pane::Documents, None) => None,
        };
        let mut blocks: Vec<(String, Style)> = Vec::new();
        if let Some(first) = first {
            blocks.push((first, theme.text));
        }
        if let Some(by) = self.to_tell_by(cx) {
            blocks.push((by, theme.warn));
        }
        blocks.push((Say::NothingElse.text(lang).to_owned(), theme.accent));
        for term in terms(&self.case.matter, lang) {
            blocks.push((term, theme.dim));
        }
        let mut below: Vec<(String, Style)> = Vec::new();
        for (nth, (words, style)) in blocks.into_iter().enumerate() {
            // The document of the moment may not push the promise off the screen.
            let lines = wrapped::lines(&words, area.width);
            let most = if nth == 0 && area.height <= 3 {
                usize::from(area.height - 1).max(1)
            } else {
                usize::MAX
            };
            below.extend(lines.into_iter().take(most).map(|line| (line, style)));
            if at.beside {
                below.push((String::new(), style));
            }
        }
        let room = usize::from(area.height);
        let more = below.len() > room;
        for (nth, ((line, style), y)) in below.iter().zip(area.top()..area.bottom()).enumerate() {
            canvas.text(area.x, y, area.width, line, *style);
            if more && nth + 1 == room {
                let hint = Say::MoreOnPaper.text(lang);
                let wide = u16::try_from(text::width(hint)).unwrap_or(0);
                if usize::from(area.width) > text::width(line) + text::width(hint) + 2 {
                    canvas.text(area.right() - wide, y, wide, hint, theme.key);
                }
            }
        }
    }
}

/// One document in one sentence.
fn in_full(entry: &Entry<'_>, lang: Lang) -> String {
    let document = entry.document;
    let form = paper::form(lang, document.kind, document.originals, document.copies);
    let mut parts = vec![
        format!("{} {}", entry.number, layout::name(entry, lang)),
        form,
        paper::issuer(lang, document.source, document.issuer.as_ref()),
    ];
    parts.extend(layout::remarks(entry, lang));
    parts.join("  ")
}
