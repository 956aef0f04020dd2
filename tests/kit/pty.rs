//! The real binary at a terminal: bytes in, screen out.
//!
//! A wait ends when the words stand on the screen; it gives up after
//! [`PATIENCE`] and prints the screen.
#![allow(dead_code)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long a busy machine may take.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What the terminal shows.
struct Shown {
    parser: vt100::Parser,
    bytes: usize,
}

/// A terminal with the program running in it.
pub struct Seat {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    leaving: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

impl Seat {
    /// Starts the program at a terminal of 80 by 24, with all it keeps under `home`.
    pub fn open(home: &Path, words: &[&str]) -> Self {
        Self::sized(home, words, (80, 24))
    }

    /// Starts it at a terminal of another size.
    pub fn sized(home: &Path, words: &[&str], (cols, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(cols, rows)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_shouwen"));
        command.args(words);
        command.env_clear();
        for (name, value) in [
            ("HOME", home.to_path_buf()),
            ("XDG_STATE_HOME", home.join("state")),
            ("XDG_DATA_HOME", home.join("data")),
            ("XDG_CONFIG_HOME", home.join("config")),
            ("SHOUWEN_DB", home.join("register.db")),
            ("LANG", "C.UTF-8".into()),
            ("TERM", "xterm-256color".into()),
        ] {
            command.env(name, value);
        }
        command.cwd(home);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let shown = Arc::new((
            Mutex::new(Shown {
                parser: vt100::Parser::new(cells(rows), cells(cols), 0),
                bytes: 0,
            }),
            Condvar::new(),
        ));
        let leaving = Arc::new(AtomicBool::new(false));
        let reader = listen(
            pair.master.try_clone_reader().unwrap(),
            Arc::clone(&shown),
            Arc::clone(&leaving),
        );
        Self {
            writer: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            child,
            shown,
            leaving,
            reader: Some(reader),
        }
    }

    /// Types bytes.
    pub fn keys(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let writer = self.writer.as_mut().expect("a terminal");
        writer.write_all(bytes.as_ref()).unwrap();
        writer.flush().unwrap();
        self
    }

    /// Pastes, marked as a paste.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.keys("\x1b[200~").keys(text).keys("\x1b[201~")
    }

    /// Waits until these words stand on the screen.
    pub fn shows(&mut self, words: &str) -> &mut Self {
        self.shows_within(words, PATIENCE);
        self
    }

    /// Waits at most `patience` for these words; how long it took.
    pub fn shows_within(&mut self, words: &str, patience: Duration) -> Duration {
        self.wait(&format!("“{words}” to show"), patience, |screen| {
            screen.contents().contains(words)
        })
    }

    /// Waits until these words stand on the screen no more.
    pub fn hides(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("“{words}” to go"), PATIENCE, |screen| {
            !screen.contents().contains(words)
        });
        self
    }

    /// Waits until the screen is as it should be.
    pub fn wait(
        &mut self,
        what: &str,
        patience: Duration,
        holds: impl Fn(&vt100::Screen) -> bool,
    ) -> Duration {
        let began = Instant::now();
        let (shown, changed) = &*self.shown;
        let mut now = shown.lock().unwrap();
        while !holds(now.parser.screen()) {
            let left = patience.saturating_sub(began.elapsed());
            assert!(
                !left.is_zero(),
                "waited {patience:?} for {what}:\n{}\n(the process: {:?})",
                now.parser.screen().contents(),
                self.child.try_wait()
            );
            now = changed.wait_timeout(now, left).unwrap().0;
        }
        began.elapsed()
    }

    /// What stands on the screen now.
    pub fn screen(&self) -> String {
        self.shown.0.lock().unwrap().parser.screen().contents()
    }

    /// Changes the terminal's size.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        let master = self.master.as_ref().expect("a terminal");
        {
            let mut shown = self.shown.0.lock().unwrap();
            shown.parser.set_size(cells(rows), cells(cols));
        }
        master.resize(size(cols, rows)).unwrap();
        self
    }

    /// Asks the process to end, as `kill` does.
    pub fn terminate(&self) {
        let pid = self.child.process_id().unwrap();
        let pid = Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
        kill_process(pid, Signal::TERM).unwrap();
    }

    /// Breaks the line to the terminal. What is typed last on it is a line end
    /// and ^D: the way in sends them when it closes.
    pub fn hang_up(&mut self) {
        self.leaving.store(true, Ordering::SeqCst);
        self.writer = None;
        let began = Instant::now();
        while self
            .reader
            .as_ref()
            .is_some_and(|reader| !reader.is_finished())
        {
            assert!(began.elapsed() < PATIENCE, "nothing came any more");
            std::thread::yield_now();
        }
        self.master = None;
    }

    /// Waits until the process has ended by itself; how long it took, and its status.
    pub fn ends(&mut self) -> (Duration, u32) {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (began.elapsed(), status.exit_code());
            }
            assert!(
                began.elapsed() < PATIENCE,
                "still running:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the terminal is as it was before the program: the ordinary
    /// screen, the cursor shown, pastes unmarked.
    pub fn is_given_back(&mut self) -> &mut Self {
        self.wait("the terminal to be given back", PATIENCE, |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        self
    }

    /// Leaves by the key, and waits for the end.
    pub fn leave(&mut self) {
        self.keys("\x11");
        let (_, status) = self.ends();
        assert_eq!(status, 0, "{}", self.screen());
        self.is_given_back();
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("at least one cell")
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn listen(
    mut reader: Box<dyn Read + Send>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    leaving: Arc<AtomicBool>,
) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut chunk = vec![0; 64 * 1024];
        while let Ok(count) = reader.read(&mut chunk) {
            if count == 0 || leaving.load(Ordering::SeqCst) {
                break;
            }
            let (screen, changed) = &*shown;
            let Ok(mut screen) = screen.lock() else { break };
            screen.parser.process(&chunk[..count]);
            screen.bytes += count;
            changed.notify_all();
        }
    })
}
