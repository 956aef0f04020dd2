//! The demonstration: real commands, the same each time, nothing from the future.

use std::collections::BTreeSet;
use std::path::Path;

use shouwen::clock::FixedClock;
use shouwen::demo::{self, PRESENT, Recipe};
use shouwen::desk::Desk;
use shouwen::domain::ids::StaffNo;
use shouwen::domain::inquiry::Stage;
use shouwen::domain::rulebook::Rulebook;
use shouwen::entropy::SystemEntropy;
use shouwen::store::{Filter, Mode, Pending, View};

fn rulebook(id: &str) -> Rulebook {
    match shouwen::builtin::rulebook::rulebook(id) {
        Some(Ok(book)) => book,
        other => panic!("{id}: {other:?}"),
    }
}

struct Hall {
    desk: Desk,
    _room: tempfile::TempDir,
}

impl Hall {
    fn of(id: &str, inquiries: u32, seed: u64) -> Self {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("hall.db");
        let recipe = Recipe {
            inquiries,
            seed,
            ..Recipe::new(&path, rulebook(id))
        };
        let mut told = 0;
        demo::make(&recipe, &mut |done, total| {
            assert!(done >= told && done <= total);
            told = done;
        })
        .unwrap();
        assert_eq!(told, inquiries);
        Self {
            desk: open(&path),
            _room: room,
        }
    }

    fn queue(&self, view: View, staff: &str) -> Vec<Pending> {
        self.desk
            .read()
            .queue(&Filter {
                view,
                staff: StaffNo::from(staff),
                department: String::new(),
                now: PRESENT,
                day_end: self.desk.day_end(PRESENT),
                text: String::new(),
                limit: 100_000,
                offset: 0,
            })
            .unwrap()
    }
}

fn open(path: &Path) -> Desk {
    Desk::open(
        path,
        Mode::ReadWrite,
        Box::new(FixedClock(PRESENT)),
        Box::new(SystemEntropy),
    )
    .unwrap()
}

#[test]
fn every_rulebook_gets_a_whole_record_with_open_work_in_every_stage() {
    for id in shouwen::builtin::rulebook::ids() {
        let hall = Hall::of(id, 300, 7);
        let audit = hall.desk.store().audit().unwrap();
        assert_eq!(audit.differences, [], "{id}");
        let open = hall.queue(View::All, "");
        let stages: BTreeSet<&str> = open.iter().map(|row| row.stage.as_str()).collect();
        for stage in [
            Stage::Open,
            Stage::Unsigned,
            Stage::Working,
            Stage::Visitor,
            Stage::Conferring,
            Stage::Superior,
            Stage::Accepted,
            Stage::Answered,
        ] {
            assert!(
                stages.contains(stage.as_str()),
                "{id}: nothing is {stage:?}"
            );
        }
    }
}
