//! The form as a draft keeps it, so that nothing typed is lost.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::command::Urgency;
use crate::domain::rulebook::RouteId;
use crate::tui::widgets::Picker;

use super::form::{Began, Entry, Filling, Form};

impl Form {
    /// Everything entered, to be kept; nothing when nothing is.
    pub fn draft(&self, aside: Option<&Form>) -> Option<Value> {
        if self.is_blank() {
            return None;
        }
        let kept = Kept {
            focus: self.focus,
            channel: self.channel.place().unwrap_or_default(),
            kind: Picked::of(&self.kind),
            urgency: self.urgency,
            green: self.green,
            internal: self.internal,
            back_entry: self.back_entry,
            appointed: self.appointed,
            more: self.more,
            follows: self.follows.clone(),
            correcting: self.correcting.clone(),
            texts: self
                .texts()
                .into_iter()
                .filter(|(_, field)| !field.value().is_empty())
                .map(|(entry, field)| (entry, field.value().to_owned()))
                .collect(),
            matter: Picked::of(&self.matter),
            route: self.route,
            receiver: Picked::of(&self.receiver),
            accompany: self.accompany,
            department: Picked::of(&self.department),
            departments: self.departments.clone(),
            superior: Picked::of(&self.superior),
            request: self.request.clone(),
            aside: aside.and_then(|form| form.draft(None)),
        };
        serde_json::to_value(kept).ok()
    }

    /// Takes up what was kept; the pickers must have their choices. The form that lay
    /// aside meanwhile, where there was one; nothing when it was no draft.
    pub fn resume(&mut self, draft: Value) -> Option<Value> {
        let kept = serde_json::from_value::<Kept>(draft).ok()?;
        self.began = Began::Unknown;
        self.channel.take_at(kept.channel);
        if self.asks_kind() {
            kept.kind.put(&mut self.kind);
        }
        self.urgency = kept.urgency;
        self.green = kept.green;
        self.internal = kept.internal;
        self.back_entry = kept.back_entry;
        self.appointed = kept.appointed;
        self.more = kept.more;
        self.follows = kept.follows;
        self.correcting = kept.correcting;
        for (entry, text) in &kept.texts {
            if let Filling::Text(field) = self.filling(*entry) {
                field.set(text);
            }
        }
        kept.matter.put(&mut self.matter);
        self.route = kept.route;
        kept.receiver.put(&mut self.receiver);
        self.accompany = kept.accompany;
        kept.department.put(&mut self.department);
        self.departments = kept.departments;
        kept.superior.put(&mut self.superior);
        self.request = kept.request;
        self.focus = kept.focus;
        if !self.order().contains(&self.focus) {
            self.focus = self.home();
        }
        Some(kept.aside.unwrap_or_default())
    }
}

/// The form as a draft keeps it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
struct Kept {
    focus: Entry,
    channel: usize,
    kind: Picked,
    urgency: Urgency,
    green: bool,
    internal: bool,
    back_entry: bool,
    appointed: bool,
    more: bool,
    follows: String,
    correcting: String,
    texts: Vec<(Entry, String)>,
    matter: Picked,
    route: Option<RouteId>,
    receiver: Picked,
    accompany: bool,
    department: Picked,
    departments: Vec<String>,
    superior: Picked,
    request: String,
    aside: Option<Value>,
}

/// A picker as a draft keeps it: what was taken, else what was typed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Picked {
    id: String,
    typed: String,
}

impl Picked {
    fn of(picker: &Picker) -> Self {
        Self {
            id: picker.id().to_owned(),
            typed: picker.value().to_owned(),
        }
    }

    /// What is offered no longer stays as typed text, for the person to see.
    fn put(&self, picker: &mut Picker) {
        if !self.id.is_empty() && picker.take_id(&self.id) {
            return;
        }
        picker.set_typed(&self.typed);
    }
}
