//! A sheet of paper slips on its way in: its file and the reason, what it would
//! enter, and a yes.

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::front::Front;
use super::overlay::Overlay;
use super::{After, App};
use crate::desk::{Actor, DeskError, Together};
use crate::domain::command::{Command, Envelope};
use crate::domain::mask::mask_name;
use crate::domain::staff::Person;
use crate::domain::time::Moment;
use crate::i18n::{fault, sheet as words, slips as say};
use crate::sheet::slips::{Around, Slips, read};
use crate::sheet::table;
use crate::tui::draw::Canvas;
use crate::tui::screen::Message;
use crate::tui::text;
use crate::tui::widgets::{Field, frame};

/// Columns and rows of the box.
const BOX: (u16, u16) = (78, 20);
/// The most characters of a file's name.
const PATH: usize = 400;

/// What is being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Asking {
    #[default]
    File,
    Reason,
    Sure,
}

/// A sheet on its way in.
#[derive(Debug)]
pub(super) struct SlipSheet {
    file: Field,
    reason: Field,
    asking: Asking,
    /// What it would enter, or what does not fit.
    lines: Vec<String>,
    from: usize,
    /// The commands that a yes carries out; none while anything is wrong.
    ready: Vec<Envelope>,
    /// Whether the only thing wrong is that visitors came twice.
    twice: bool,
}

impl Default for SlipSheet {
    fn default() -> Self {
        Self {
            file: Field::new(PATH),
            reason: Field::new(crate::domain::inquiry::LINE_LIMIT),
            asking: Asking::File,
            lines: Vec::new(),
            from: 0,
            ready: Vec::new(),
            twice: false,
        }
    }
}

impl SlipSheet {
    /// Whether characters are text now.
    pub fn typing(&self) -> bool {
        self.asking != Asking::Sure
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        match self.asking {
            Asking::File => self.file.paste(text),
            Asking::Reason => self.reason.paste(text),
            Asking::Sure => return,
        };
    }

    fn scroll(&mut self, down: bool, by: usize) {
        let last = self.lines.len().saturating_sub(usize::from(BOX.1) - 4);
        self.from = if down {
            (self.from + by).min(last)
        } else {
            self.from.saturating_sub(by)
        };
    }
}

impl App {
    /// Takes a key while a sheet is on its way in.
    pub(super) fn key_on_slips(&mut self, mut sheet: Box<SlipSheet>, key: KeyEvent) -> After {
        let page = usize::from(BOX.1) - 5;
        match (sheet.asking, key.code) {
            (Asking::File | Asking::Reason, KeyCode::Esc) => return After::default(),
            (Asking::File, KeyCode::Enter | KeyCode::Tab | KeyCode::Down) => {
                sheet.asking = Asking::Reason;
            }
            (Asking::Reason, KeyCode::BackTab | KeyCode::Up | KeyCode::Tab) => {
                sheet.asking = Asking::File;
            }
            (Asking::Reason, KeyCode::Enter) => self.read_slips(&mut sheet, &[]),
            (Asking::File, _) => {
                let _ = sheet.file.key(key);
            }
            (Asking::Reason, _) => {
                let _ = sheet.reason.key(key);
            }
            (Asking::Sure, KeyCode::Char('y')) if !sheet.ready.is_empty() => {
                self.enter_slips(&sheet.ready);
                return After::default();
            }
            (Asking::Sure, KeyCode::Char('d')) if sheet.twice => {
                self.read_slips(&mut sheet, &["duplicate".to_owned()]);
            }
            (Asking::Sure, KeyCode::Esc | KeyCode::Char('n')) => sheet.asking = Asking::File,
            (Asking::Sure, KeyCode::Down | KeyCode::Char('j')) => sheet.scroll(true, 1),
            (Asking::Sure, KeyCode::Up | KeyCode::Char('k')) => sheet.scroll(false, 1),
            (Asking::Sure, KeyCode::PageDown | KeyCode::Char(' ')) => sheet.scroll(true, page),
            (Asking::Sure, KeyCode::PageUp) => sheet.scroll(false, page),
            (Asking::Sure, _) => {}
        }
        self.overlay = Some(Overlay::Slips(sheet));
        After::default()
    }

    /// Reads the file and carries its slips out without keeping them.
    fn read_slips(&mut self, sheet: &mut SlipSheet, confirm: &[String]) {
        let Front::Working(me) = &self.front else {
            return;
        };
        let me = (**me).clone();
        sheet.asking = Asking::Sure;
        sheet.from = 0;
        sheet.ready.clear();
        sheet.twice = false;
        let reason = sheet.reason.value().to_owned();
        sheet.lines = match self.slips(&me, sheet.file.value(), &reason, confirm) {
            Err(lines) => lines,
            Ok((slips, together)) => {
                let rows = || slips.slips.iter().zip(&together.all);
                let refused: Vec<_> = rows()
                    .filter_map(|(slip, one)| {
                        let why = one.result.as_ref().err()?;
                        Some((why.can_be_confirmed(), slips.refused(slip.row, why.clone())))
                    })
                    .collect();
                sheet.twice = !refused.is_empty() && refused.iter().all(|(asked, _)| *asked);
                if refused.is_empty() {
                    sheet.ready = slips.envelopes();
                    self.told(&slips, &together)
                } else {
                    let refused = refused.iter();
                    refused
                        .map(|(_, finding)| words::finding(self.lang, finding, &self.names))
                        .collect()
                }
            }
        };
        let wide = usize::from(BOX.0) - 4;
        let lines = sheet.lines.iter();
        sheet.lines = lines
            .flat_map(|line| text::wrap(&text::visible(line), wide))
            .collect();
    }

    /// The slips of a file and what they would come to, or what is wrong with it.
    fn slips(
        &mut self,
        me: &Person,
        file: &str,
        reason: &str,
        confirm: &[String],
    ) -> Result<(Slips, Together), Vec<String>> {
        let (lang, file) = (self.lang, file.trim());
        let tables =
            table::open(Path::new(file)).map_err(|fault| vec![words::table(lang, file, &fault)])?;
        let unread = |error| vec![fault::store(lang, &error)];
        let today = self.desk.office().local(self.desk.now()).date();
        let matters = self.desk.read().matters_on(today).map_err(unread)?;
        let matters: Vec<_> = matters
            .into_iter()
            .map(|row| (row.id, row.name, row.name_en))
            .collect();
        let people = self.desk.read().people().map_err(unread)?;
        let slips = read(
            &tables,
            Around {
                me,
                people: &people,
                matters: &matters,
                rules: self.desk.rules(),
                offset: self.desk.office().offset,
                reason,
                lang,
                confirm,
            },
        );
        if !slips.findings.errors.is_empty() {
            let errors = slips.findings.errors.iter();
            return Err(errors
                .map(|one| words::finding(lang, one, &self.names))
                .collect());
        }
        let actor = Actor::Staff(me.number.clone());
        let together = self.desk.together(&actor, &slips.envelopes(), false);
        let together = together.map_err(|error| vec![fault::desk(lang, &error, &self.names)])?;
        Ok((slips, together))
    }

    fn told(&self, slips: &Slips, together: &Together) -> Vec<String> {
        let lang = self.lang;
        let offset = self.desk.office().offset;
        let mut lines = vec![say::previewed(lang, together.entered(), together.again())];
        for warning in &slips.findings.warnings {
            let sentence = words::finding(lang, warning, &self.names);
            lines.push(words::warning(lang, &sentence));
        }
        for (slip, one) in slips.slips.iter().zip(&together.all) {
            let Command::Register(register) = &slip.envelope.command else {
                continue;
            };
            let received = Moment::parse_rfc3339(&register.received_at)
                .map(|at| at.local(offset).format("%m-%d %H:%M").to_string());
            let about = [&register.matter, &register.words];
            let about = about.into_iter().find(|text| !text.is_empty());
            lines.push(format!(
                "{:>4}  {}  {}  {}  {}",
                slip.row,
                received.unwrap_or_default(),
                text::pad(&mask_name(&register.visitor.name), 10),
                text::fit(about.map_or("", String::as_str), 36),
                if one.again { say::again(lang) } else { "" },
            ));
        }
        lines
    }

    fn enter_slips(&mut self, ready: &[Envelope]) {
        let Front::Working(me) = &self.front else {
            return;
        };
        let actor = Actor::Staff(me.number.clone());
        let message = match self.desk.together(&actor, ready, true) {
            Ok(together) => match together.all.iter().find_map(|one| one.result.clone().err()) {
                None => Message::good(say::entered(
                    self.lang,
                    together.entered(),
                    together.again(),
                )),
                Some(why) => {
                    let why = DeskError::from(why);
                    Message::bad(fault::desk(self.lang, &why, &self.names))
                }
            },
            Err(error) => Message::bad(fault::desk(self.lang, &error, &self.names)),
        };
        self.catch_up();
        self.say(message);
    }
}

pub(super) fn render(app: &App, sheet: &SlipSheet, canvas: &mut Canvas) {
    let theme = &app.theme;
    let lang = app.lang;
    let inside = frame::popup(canvas, theme, BOX, say::TITLE.text(lang));
    let foot = inside.bottom().saturating_sub(1);
    let keys = match (sheet.asking, sheet.ready.is_empty(), sheet.twice) {
        (Asking::File | Asking::Reason, _, _) => say::KEYS_ASKING,
        (Asking::Sure, false, _) => say::KEYS_READY,
        (Asking::Sure, true, true) => say::KEYS_TWICE,
        (Asking::Sure, true, false) => say::KEYS_WRONG,
    };
    canvas.text(inside.x, foot, inside.width, keys.text(lang), theme.key);
    if sheet.asking == Asking::Sure {
        canvas.cursor = None;
        let rows = usize::from(inside.height.saturating_sub(2));
        let lines = sheet.lines.iter().skip(sheet.from).take(rows);
        for (y, line) in (inside.y..).zip(lines) {
            canvas.text(inside.x, y, inside.width, line, theme.text);
        }
        return;
    }
    for (row, label, field, asked) in [
        (0, say::FILE, &sheet.file, Asking::File),
        (2, say::REASON, &sheet.reason, Asking::Reason),
    ] {
        let focused = sheet.asking == asked;
        let style = if focused { theme.focus } else { theme.label };
        let y = inside.y + row;
        canvas.text(inside.x, y, 14, label.text(lang), style);
        let width = inside.width.saturating_sub(15);
        field.render(canvas, (inside.x + 15, y), width, theme.text, focused);
    }
    let hint = Rect {
        y: inside.y + 5,
        height: 6,
        ..inside
    };
    let lines = text::wrap(say::HINT.text(lang), usize::from(hint.width));
    for (y, line) in (hint.y..hint.bottom()).zip(lines) {
        canvas.text(hint.x, y, hint.width, &line, theme.dim);
    }
}
