//! The event loop: one poll over the terminal, the signals and the next tick.

use std::time::{Duration, Instant};

use super::app::App;
use super::draw::{Canvas, Screen};
use super::input::Input;
use super::pace::{Pace, tick_every};
use super::setup::{Answered, Setup};
use super::terminal::Terminal;
use crate::opening::Founded;

/// After this long without input the app does what may wait.
const IDLE: Duration = Duration::from_secs(2);

/// So long after a key what it typed is kept, ticks or no ticks.
const KEEP: Duration = Duration::from_secs(1);

/// What the loop shows: the questions of a first run, or the app.
trait Show {
    fn draw(&self, canvas: &mut Canvas);
}

impl Show for App {
    fn draw(&self, canvas: &mut Canvas) {
        App::draw(self, canvas);
    }
}

impl Show for Setup {
    fn draw(&self, canvas: &mut Canvas) {
        Setup::draw(self, canvas);
    }
}

fn paint<W: std::io::Write>(screen: &mut Screen<W>, shown: &dyn Show) -> std::io::Result<()> {
    screen.draw(|canvas| shown.draw(canvas))?;
    Ok(())
}

/// Asks the questions of a first run; nothing when the person left instead.
///
/// # Errors
///
/// When there is no terminal, or it fails.
pub fn set_up(mut setup: Setup) -> std::io::Result<Option<Founded>> {
    let terminal = Terminal::enter()?;
    let mut screen = terminal.screen()?;
    let mut reader = terminal.reader()?;
    let mut inputs = Vec::new();
    loop {
        paint(&mut screen, &setup)?;
        reader.wait(None, &mut inputs)?;
        for input in inputs.drain(..) {
            if matches!(input, Input::Resize | Input::Resumed) {
                let (width, height) = terminal.size();
                screen.resize(width, height);
            }
            setup.input(input);
        }
        match setup.outcome() {
            Some(Answered::All(founded)) => return Ok(Some(founded)),
            Some(Answered::Left) => return Ok(None),
            None => {}
        }
    }
}

/// Runs the app until its person leaves.
///
/// # Errors
///
/// When there is no terminal, or it fails.
pub fn run<E: From<std::io::Error>>(
    make: impl FnOnce((u16, u16)) -> Result<App, E>,
) -> Result<(), E> {
    let mut terminal = Terminal::enter()?;
    let mut app = make(terminal.size())?;
    let ended = serve(&mut terminal, &mut app);
    // The line may have broken in the middle of a frame.
    app.keep_drafts();
    Ok(ended?)
}

fn serve(terminal: &mut Terminal, app: &mut App) -> std::io::Result<()> {
    let mut screen = terminal.screen()?;
    let mut reader = terminal.reader()?;
    let mut inputs = Vec::new();
    let mut pace = Pace::new(Instant::now());
    let mut last_input = Instant::now();
    let mut keep_by = None;
    let mut rested = true;
    while !app.is_over() {
        paint(&mut screen, app)?;
        let until = keep_by.map_or(pace.deadline(), |by| pace.deadline().min(by));
        reader.wait(Some(until), &mut inputs)?;
        let now = Instant::now();
        if !inputs.is_empty() {
            last_input = now;
            keep_by.get_or_insert(now + KEEP);
            rested = false;
        }
        if keep_by.is_some_and(|by| by <= now) {
            app.keep_drafts();
            keep_by = None;
        }
        let was_typing = app.typing();
        for input in inputs.drain(..) {
            match input {
                Input::Resumed => {
                    terminal.retake()?;
                    screen.invalidate();
                }
                Input::Resize => {}
                Input::Key(_) | Input::Paste(_) | Input::Terminate | Input::Hangup => {
                    if app.input(input).moved {
                        pace.moved(now);
                    }
                    continue;
                }
            }
            let size = terminal.size();
            screen.resize(size.0, size.1);
            app.resize(size);
        }
        if was_typing && !app.typing() {
            // The next tick was set for someone typing: others' commits would wait for it.
            pace.hurry(now);
        }
        if let Some(bytes) = app.take_print() {
            screen.pass_through(&bytes)?;
        }
        if app.take_bell() {
            screen.pass_through(b"\x07")?;
        }
        let every = tick_every(None, app.typing(), true);
        let due = pace.take(now, every);
        if due.details {
            app.rested();
        }
        if due.tick {
            app.tick();
            if !rested && now.duration_since(last_input) >= IDLE {
                app.idle();
                rested = true;
            }
        }
    }
    Ok(())
}
