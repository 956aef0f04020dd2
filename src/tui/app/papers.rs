//! Papers laid over a screen: looked at first, then printed, written, read out,
//! shown or turned into a code.

use std::process::{Command as Process, Stdio};

use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::front::Front;
use super::overlay::{self, Overlay};
use super::{After, App};
use crate::domain::command::{Command, Envelope, GivePaper, Told};
use crate::domain::printing::PaperSize;
use crate::i18n::papers as say;
use crate::paper::out;
use crate::paper::qr::Code;
use crate::tui::draw::Canvas;
use crate::tui::keymap::{self, Action, Scope};
use crate::tui::screen::{Message, PaperSheet};
use crate::tui::widgets::frame;

/// Papers, one of them in front.
#[derive(Debug)]
pub(super) struct Papers {
    all: Vec<PaperSheet>,
    nth: usize,
    size: PaperSize,
    from: usize,
    code: bool,
}

impl Papers {
    pub fn new(all: Vec<PaperSheet>, size: PaperSize) -> Self {
        let code = all.first().is_some_and(|one| one.code);
        Self {
            all,
            nth: 0,
            size,
            from: 0,
            code,
        }
    }

    fn front(&self) -> Option<&PaperSheet> {
        self.all.get(self.nth)
    }

    fn lines(&self) -> Vec<&str> {
        let text = self.front().map_or("", |one| one.drawn.text(self.size));
        text.lines().collect()
    }

    /// The file that a paper is written to, without a directory.
    fn file(&self, end: &str) -> String {
        let drawn = self.front().map(|one| &one.drawn);
        let name = drawn.map_or("", |one| match one.number.as_str() {
            "" => one.title.as_str(),
            number => number,
        });
        let keep = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let name: String = name.chars().map(keep).collect();
        format!("{}.{end}", name.trim_matches('-'))
    }
}

impl App {
    pub(super) fn key_on_papers(&mut self, mut papers: Box<Papers>, key: KeyEvent) -> After {
        let height = overlay::reading_height(self.size);
        let action = keymap::action(Scope::Given, key, false);
        if let Some(action) = action {
            self.message = None;
            match action {
                Action::Back | Action::Help => return After::default(),
                Action::Quit => return self.act(Action::Quit),
                Action::PaperSize => (papers.size, papers.from) = (papers.size.next(), 0),
                Action::Code => papers.code = !papers.code,
                Action::NextPaper => {
                    papers.nth = (papers.nth + 1) % papers.all.len().max(1);
                    papers.from = 0;
                }
                Action::Print | Action::Spool | Action::ReadAloud | Action::ShowPaper => {
                    return self.give(papers, action);
                }
                Action::WriteFile => self.write_paper(&papers),
                other => {
                    let lines = papers.lines().len();
                    papers.from = overlay::scrolled(papers.from, lines, other, height);
                }
            }
        }
        self.overlay = Some(Overlay::Papers(papers));
        After::default()
    }

    /// Gives the paper in front in one of the ways, and has that on record.
    fn give(&mut self, mut papers: Box<Papers>, action: Action) -> After {
        let text = papers.front().map_or("", |one| one.drawn.text(papers.size));
        let (told, done) = match action {
            Action::Print => {
                let encoding = self.desk.facts().printing.encoding;
                self.to_print = Some(out::pass_through(text, encoding));
                (Told::Printed, Ok(say::PASSED_THROUGH.text(self.lang)))
            }
            Action::Spool => (Told::Printed, self.spool(text)),
            Action::ReadAloud => (Told::Read, Ok("")),
            _ => (Told::Shown, Ok("")),
        };
        let record = papers.all.get_mut(papers.nth).and_then(|one| {
            let inquiry = one.inquiry.clone()?;
            // It was put on record with the notice itself, this once.
            (one.told.take() != Some(told)).then(|| GivePaper {
                inquiry,
                paper: one.drawn.number.clone(),
                told,
            })
        });
        let preview = papers.front().is_none_or(|one| one.inquiry.is_none());
        self.overlay = Some(Overlay::Papers(papers));
        match (done, record) {
            (Err(why), _) => self.say(Message::bad(why)),
            (Ok(_), Some(give)) => {
                if let Front::Working(me) = &self.front {
                    let me = me.number.clone();
                    self.carry_out(&me, Envelope::of(Command::GivePaper(give)));
                }
            }
            (Ok(_), None) if preview => {
                self.say(Message::plain(say::PREVIEW_ONLY.text(self.lang)));
            }
            (Ok(words), None) => {
                let words = if words.is_empty() {
                    say::ON_RECORD_ALREADY.text(self.lang)
                } else {
                    words
                };
                self.say(Message::good(words));
            }
        }
        After::default()
    }

    /// Hands a text to the machine's own printing, where the office allows it.
    fn spool(&self, text: &str) -> Result<&'static str, &'static str> {
        let printing = &self.desk.facts().printing;
        if !self.children || !printing.lp {
            return Err(say::NO_LP.text(self.lang));
        }
        let mut lp = Process::new("lp");
        if !printing.printer.is_empty() {
            lp.arg("-d").arg(&printing.printer);
        }
        lp.stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let bytes = out::bytes(text, printing.encoding);
        let went = lp.spawn().and_then(|mut child| {
            if let Some(mut pipe) = child.stdin.take() {
                std::io::Write::write_all(&mut pipe, &bytes)?;
            }
            child.wait()
        });
        match went {
            Ok(status) if status.success() => Ok(say::SPOOLED.text(self.lang)),
            Ok(_) | Err(_) => Err(say::LP_FAILED.text(self.lang)),
        }
    }

    fn write_paper(&mut self, papers: &Papers) {
        let text = papers.front().map_or("", |one| one.drawn.text(papers.size));
        let (name, text) = (papers.file("txt"), text.to_owned());
        self.write_out(&name, text.as_bytes());
    }
}

/// Draws the papers over everything.
pub(super) fn render(app: &App, papers: &Papers, canvas: &mut Canvas) {
    let theme = &app.theme;
    let area = canvas.area();
    canvas.clear(area);
    canvas.cursor = None;
    let height = overlay::reading_height((area.width, area.height));
    let Some(front) = papers.front() else {
        return;
    };
    let lines = papers.lines();
    let to = (papers.from + height).min(lines.len());
    let mut place = format!("{}-{to}/{}", papers.from + 1, lines.len());
    if papers.all.len() > 1 {
        place = say::nth_paper(app.lang, papers.nth + 1, papers.all.len(), &place);
    }
    let size = say::paper_size(app.lang, papers.size);
    let title = format!("{}  {size}", front.drawn.title);
    let top = Rect::new(0, 0, area.width, 1);
    frame::heading(canvas, theme, top, &title, &place);
    if papers.code {
        code(
            app,
            front,
            canvas,
            Rect::new(0, 1, area.width, area.height - 3),
        );
        return;
    }
    for (y, line) in (1..).zip(lines.iter().skip(papers.from).take(height)) {
        canvas.text(2, y, area.width - 2, line, theme.text);
    }
}

/// The code of a paper, or how large the screen would have to be.
fn code(app: &App, front: &PaperSheet, canvas: &mut Canvas, area: Rect) {
    let ascii = app.theme.glyphs.is_ascii();
    let lines = |code: &Code| {
        if ascii {
            code.ascii()
        } else {
            code.half_blocks()
        }
    };
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let fits = |code: &Code| {
        let lines = lines(code);
        lines.len() <= height && lines.first().is_none_or(|one| one.chars().count() <= width)
    };
    if let Some(code) = Code::fitting(&front.drawn.short, fits) {
        let lines = lines(&code);
        let wide = lines.first().map_or(0, |one| one.chars().count());
        let left = u16::try_from(width.saturating_sub(wide) / 2).unwrap_or(0);
        for (y, line) in (area.y..).zip(&lines) {
            canvas.text(left, y, area.width - left, line, app.theme.code);
        }
    } else {
        let sorry = say::too_small_for_code(app.lang);
        canvas.text(2, area.y + 1, area.width - 2, sorry, app.theme.warn);
    }
}
