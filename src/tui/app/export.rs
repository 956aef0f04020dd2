//! A month on its way into a file, while one works on: the one thing that has a thread
//! of its own, because a month of a large office takes seconds.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;

use super::App;
use super::front::Front;
use crate::clock::FixedClock;
use crate::desk::{Actor, Desk};
use crate::domain::command::{Command, Envelope, Export};
use crate::domain::ids::StaffNo;
use crate::entropy::SystemEntropy;
use crate::i18n::{export as say, fault, refusal};
use crate::sheet::export::{ExportError, Kind, Ready, export};
use crate::store::Mode;
use crate::tui::screen::{Message, TakeOut};

/// An export under way.
pub(super) struct Exporting {
    done: Arc<AtomicU64>,
    of: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
    work: Option<JoinHandle<Result<Ready, ExportError>>>,
    staff: StaffNo,
    envelope: Envelope,
    to: PathBuf,
    reveal: bool,
}

impl Drop for Exporting {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(work) = self.work.take() {
            // What it had written so far is taken away with it.
            drop(work.join());
        }
    }
}

impl App {
    /// Begins an export, unless it would be refused in the end.
    pub(super) fn export(&mut self, ask: &TakeOut) {
        let Front::Working(me) = &self.front else {
            return;
        };
        let staff = me.number.clone();
        let actor = Actor::Staff(staff.clone());
        let order = ask.order;
        let envelope = Envelope::of(Command::Export(Export {
            from: order.span.from.to_string(),
            to: order.span.until.to_string(),
            format: match order.kind {
                Kind::Xlsx => "xlsx",
                Kind::Csv { .. } => "csv",
            }
            .to_owned(),
            reveal: order.reveal,
            reason: ask.reason.clone(),
        }));
        let rehearsed = self
            .desk
            .together(&actor, std::slice::from_ref(&envelope), false);
        let refused = match rehearsed {
            Ok(all) => {
                let mut all = all.all.into_iter().filter_map(|one| one.result.err());
                all.next()
                    .map(|why| refusal::refusal(self.lang, &why, &self.names))
            }
            Err(error) => Some(fault::desk(self.lang, &error, &self.names)),
        };
        if let Some(why) = refused {
            return self.say(Message::bad(why));
        }
        let to = self.sheets.join(&ask.file);
        if let Err(error) = std::fs::create_dir_all(&self.sheets) {
            let words = say::unwritable(self.lang, &to, &error.to_string());
            return self.say(Message::bad(words));
        }
        let (done, of, stop) = <(Arc<AtomicU64>, Arc<AtomicU64>, Arc<AtomicBool>)>::default();
        let told = (Arc::clone(&done), Arc::clone(&of), Arc::clone(&stop));
        let (register, now) = (self.desk.store().path().to_owned(), self.desk.now());
        let place = to.clone();
        let work = std::thread::spawn(move || {
            let clock = Box::new(FixedClock(now));
            let desk = Desk::open(&register, Mode::ReadOnly, clock, Box::new(SystemEntropy))
                .map_err(|error| ExportError::File(error.to_string()))?;
            export(&desk, &order, &place, &mut |done, of| {
                if done != u64::MAX {
                    told.0.store(done, Ordering::Relaxed);
                    told.1.store(of, Ordering::Relaxed);
                }
                !told.2.load(Ordering::Relaxed)
            })
        });
        self.exporting = Some(Exporting {
            done,
            of,
            stop,
            work: Some(work),
            staff,
            envelope,
            to,
            reveal: order.reveal,
        });
        self.say(Message::plain(say::begun(self.lang)));
    }

    /// Calls an export off; whether one was under way.
    pub(super) fn stop_export(&mut self) -> bool {
        let under_way = self.exporting.take().is_some();
        if under_way {
            self.say(Message::plain(say::CANCELLED.text(self.lang)));
        }
        under_way
    }

    /// Tells how far an export is; puts it on record and in its place when it is whole.
    pub(super) fn see_to_export(&mut self) {
        let Some(mut one) = self.exporting.take() else {
            return;
        };
        if one.work.as_ref().is_some_and(|work| !work.is_finished()) {
            let (done, of) = (&one.done, &one.of);
            let (done, of) = (done.load(Ordering::Relaxed), of.load(Ordering::Relaxed));
            if of > 0 {
                self.say(Message::plain(say::under_way(self.lang, done, of)));
            }
            self.exporting = Some(one);
            return;
        }
        let Some(result) = one.work.take().and_then(|work| work.join().ok()) else {
            return;
        };
        let message = match result {
            Ok(ready) => self.finish_export(&one, ready),
            Err(ExportError::Cancelled) => Err(say::CANCELLED.text(self.lang).to_owned()),
            Err(ExportError::File(why)) => Err(say::unwritable(self.lang, &one.to, &why)),
            Err(ExportError::Store(error)) => {
                Err(fault::desk(self.lang, &error.into(), &self.names))
            }
        };
        self.say(match message {
            Ok(words) => Message::good(words),
            Err(words) => Message::bad(words),
        });
    }

    fn finish_export(&mut self, one: &Exporting, ready: Ready) -> Result<String, String> {
        let actor = Actor::Staff(one.staff.clone());
        self.desk
            .carry_out(&actor, &one.envelope)
            .map_err(|error| fault::desk(self.lang, &error, &self.names))?;
        let inquiries = ready.inquiries;
        match ready.place() {
            Ok(()) => Ok(say::done(self.lang, &one.to, inquiries, one.reveal)),
            Err(error) => Err(say::unwritable(self.lang, &one.to, &error.to_string())),
        }
    }
}
