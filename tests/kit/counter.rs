//! The counter, and what can be done at it in a word.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use shouwen::clock::{Clock, ManualClock};
use shouwen::desk::{Desk, DeskError, Done};
use shouwen::domain::ids::{HandoverNo, Number, StaffNo};
use shouwen::domain::inquiry::Inquiry;
use shouwen::domain::shift::Handover;
use shouwen::domain::time::Moment;
use shouwen::store::Recorded;
use tempfile::TempDir;

use super::{SUPERVISOR, moment, refusal, send};

/// Acts that are about no inquiry and no handover.
const OF_THE_OFFICE: [&str; 15] = [
    "edit_matter",
    "case",
    "reveal",
    "list_destruction",
    "sign_destruction",
    "record_staff",
    "away",
    "back",
    "check_contact",
    "draw_sample",
    "ask_sampled",
    "issue_bulletin",
    "set_printing",
    "keep_note",
    "end_note",
];

/// A register, the person at it, and the inquiry in front of them.
pub struct Counter {
    pub(super) dir: TempDir,
    pub(super) path: PathBuf,
    pub(super) clock: ManualClock,
    pub(super) desk: Desk,
    pub(super) actor: StaffNo,
    pub(super) number: Number,
    pub(super) handover: HandoverNo,
    pub(super) last: Vec<Recorded>,
    pub(super) whole: bool,
}

impl Drop for Counter {
    fn drop(&mut self) {
        if self.whole && !std::thread::panicking() {
            self.expect_whole();
        }
    }
}

impl Counter {
    /// Moves the clock.
    pub fn at(self, text: &str) -> Self {
        self.clock.set(moment(text));
        self
    }

    /// Lets someone else act.
    pub fn by(mut self, staff: &str) -> Self {
        self.actor = staff.into();
        self
    }

    /// Looks at another inquiry.
    pub fn on(mut self, number: &str) -> Self {
        self.number = number.into();
        self
    }

    /// The record is damaged on purpose: do not check it at the end.
    pub fn damaged(mut self) -> Self {
        self.whole = false;
        self
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    pub fn number(&self) -> &str {
        self.number.as_str()
    }

    /// The facts that the last command recorded.
    pub fn last(&self) -> &[Recorded] {
        &self.last
    }

    /// The inquiry in front of us.
    pub fn state(&self) -> Inquiry {
        let found = self.desk.read().inquiry(&self.number).expect("readable");
        found
            .unwrap_or_else(|| panic!("no inquiry {}", self.number))
            .0
    }

    /// The facts about the inquiry in front of us.
    pub fn story(&self) -> Vec<Recorded> {
        let found = self.desk.read().inquiry(&self.number).expect("readable");
        found.map(|(_, events)| events).unwrap_or_default()
    }

    /// The handover under way.
    pub fn handover(&self) -> Handover {
        let found = self.desk.read().handover(&self.handover).expect("readable");
        found.expect("a handover").0
    }

    fn send(&mut self, mut command: Value) -> Result<Done, DeskError> {
        let (act, body) = command
            .as_object_mut()
            .and_then(|map| {
                map.iter_mut()
                    .find(|(key, _)| *key != "confirm" && *key != "request")
            })
            .expect("a command");
        let body = body.as_object_mut().expect("fields");
        if act.starts_with("handover") {
            if act != "handover_open" {
                body.entry("handover").or_insert(json!(self.handover));
            }
        } else if act != "register" && !OF_THE_OFFICE.contains(&act.as_str()) {
            body.entry("inquiry").or_insert(json!(self.number));
        }
        send(&mut self.desk, self.actor.as_str(), &command)
    }

    /// Does something, which must be carried out.
    #[track_caller]
    pub fn act(mut self, command: Value) -> Self {
        let shown = command.to_string();
        match self.send(command) {
            Ok(done) => {
                assert_eq!(done.refused, None, "{shown}");
                self.last = done.events;
                let subject = done.subject;
                if shown.starts_with("{\"handover_open") {
                    self.handover = subject.into();
                } else if !shown.contains("handover")
                    && !OF_THE_OFFICE
                        .iter()
                        .any(|act| shown.starts_with(&format!("{{\"{act}\"")))
                {
                    self.number = subject.into();
                }
                self
            }
            Err(error) => panic!("{shown}: {error}"),
        }
    }

    /// Tries something, which must be refused with this code and change nothing.
    #[track_caller]
    pub fn refuses(mut self, command: Value, code: &str) -> Self {
        let before = self.events();
        let shown = command.to_string();
        let refusal = refusal(self.send(command));
        assert_eq!(refusal.code(), code, "{shown}");
        assert_eq!(self.events(), before, "{shown} left a trace");
        self
    }

    /// Tries something, which must be refused with this code and put that on record.
    #[track_caller]
    pub fn refuses_on_record(mut self, command: Value, code: &str) -> Self {
        let done = self.send(command).expect("recorded");
        let refusal = done.refused.expect("a refusal");
        assert_eq!(refusal.code(), code);
        self.last = done.events;
        self
    }

    fn events(&self) -> i64 {
        self.desk.store().audit().expect("an audit").events
    }

    // ---- Acts in a word -----------------------------------------------------

    /// Registers a visitor's free question.
    #[track_caller]
    pub fn register(self, words: &str) -> Self {
        self.act(json!({"register": {"visitor": {"name": "张三"}, "words": words}}))
    }

    /// Registers a visitor with a matter.
    #[track_caller]
    pub fn register_matter(self, matter: &str) -> Self {
        self.act(json!({"register": {"visitor": {"name": "张三"}, "matter": matter}}))
    }

    #[track_caller]
    pub fn hand_off(self, department: &str, staff: &str) -> Self {
        self.act(json!({"hand_off": {"department": department, "staff": staff}}))
    }

    #[track_caller]
    pub fn sign(self) -> Self {
        self.act(json!({"sign_for": {}}))
    }

    #[track_caller]
    pub fn give_back(self) -> Self {
        self.act(json!({"return": {"opinion": "不归本科管", "should_go_to": "征管科"}}))
    }

    #[track_caller]
    pub fn answer(self) -> Self {
        self.act(json!({"answer": {"text": "可以,带齐材料即可。"}}))
    }

    #[track_caller]
    pub fn accept(self) -> Self {
        self.act(json!({"accept": {}}))
    }

    #[track_caller]
    pub fn deliver(self) -> Self {
        self.act(json!({"deliver": {"text": "执照一份,当面交付"}}))
    }

    /// Closes, the visitor having been told by telephone.
    #[track_caller]
    pub fn close(self) -> Self {
        self.act(json!({"close": {"contact": {"how": "phone", "who": "本人"}}}))
    }

    #[track_caller]
    pub fn several(self) -> Self {
        self.act(json!({"several": {"departments": ["税政科", "征管科"]}}))
    }

    #[track_caller]
    pub fn ask_superior(self) -> Self {
        self.act(json!({"ask_superior": {"superior": SUPERVISOR, "question": "如何适用?"}}))
    }

    /// Tells the visitor that everything for this matter is missing.
    #[track_caller]
    pub fn notify(self, matter: &str) -> Self {
        self.act(json!({"notify": {"matter": matter}}))
    }

    /// Lets the app's tick record what time has done.
    #[track_caller]
    pub fn settle(mut self) -> Self {
        self.desk.settle(1000).expect("settled");
        self
    }
}
