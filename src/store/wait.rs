//! A wait in the order in which the system lets writers in, with an end.
//!
//! Asking for the file again and again let the same few in: of 32 writers one in a
//! hundred waited for most of a second, the slowest for two. The call that waits
//! keeps the order but knows no end, so a thread makes it.

use std::fs::File;
use std::io::{Error, ErrorKind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How far a wait has come.
#[derive(Debug)]
enum Stage {
    /// It stands in line, and somebody waits for it.
    Wanted,
    /// It stands in line, and nobody waits any more.
    Unwanted,
    /// The turn is here.
    Here,
    /// The turn came when nobody waited, and was given back.
    GivenBack,
    /// The system let nobody wait.
    Failed(Error),
}

/// One wait for a file.
#[derive(Debug)]
pub(super) struct Wait {
    stage: Mutex<Stage>,
    news: Condvar,
}

impl Wait {
    /// Stands in line for a file.
    pub fn begin(file: File) -> std::io::Result<Arc<Self>> {
        let wait = Arc::new(Self {
            stage: Mutex::new(Stage::Wanted),
            news: Condvar::new(),
        });
        let ours = Arc::clone(&wait);
        std::thread::Builder::new().spawn(move || ours.stand_in_line(&file))?;
        Ok(wait)
    }

    fn stand_in_line(&self, file: &File) {
        let mut got = file.lock();
        while matches!(&got, Err(error) if error.kind() == ErrorKind::Interrupted) {
            got = file.lock();
        }
        let mut stage = self.stage();
        *stage = match (got, &*stage) {
            (Err(error), _) => Stage::Failed(error),
            (Ok(()), Stage::Wanted) => Stage::Here,
            (Ok(()), _) => {
                // The lock also ends with the last of its handles.
                let _ = file.unlock();
                Stage::GivenBack
            }
        };
        self.news.notify_one();
    }

    /// Waits on where an earlier wait was given up; false where that one is over.
    pub fn take_up(&self) -> bool {
        let mut stage = self.stage();
        let stands = matches!(*stage, Stage::Unwanted);
        if stands {
            *stage = Stage::Wanted;
        }
        stands
    }

    /// Whether the turn has come within this time; it is given up otherwise.
    pub fn is_over_within(&self, patience: Duration) -> std::io::Result<bool> {
        let stands = |stage: &mut Stage| matches!(stage, Stage::Wanted);
        let waited = self
            .news
            .wait_timeout_while(self.stage(), patience, stands)
            .unwrap_or_else(PoisonError::into_inner);
        let mut stage = waited.0;
        match std::mem::replace(&mut *stage, Stage::GivenBack) {
            Stage::Wanted | Stage::Unwanted => {
                *stage = Stage::Unwanted;
                Ok(false)
            }
            Stage::Here => Ok(true),
            Stage::GivenBack => Ok(false),
            Stage::Failed(error) => Err(error),
        }
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
