//! What each field holds, and how it is filled.

use crate::tui::widgets::{Field, Picker};

use super::{Entry, Filling, Form};

impl Form {
    /// How a field is filled.
    pub fn filling(&mut self, entry: Entry) -> Filling<'_> {
        match entry {
            Entry::Channel if !self.channels_fit => Filling::Picker(&mut self.channel),
            Entry::Channel | Entry::Urgency | Entry::Route | Entry::Accompany => Filling::Digit,
            Entry::Kind => Filling::Picker(&mut self.kind),
            Entry::Received => Filling::Text(&mut self.received),
            Entry::Reason => Filling::Text(&mut self.reason),
            Entry::Phone => Filling::Text(&mut self.phone),
            Entry::Name => Filling::Text(&mut self.name),
            Entry::Unit => Filling::Text(&mut self.unit),
            Entry::IdNumber => Filling::Text(&mut self.id_number),
            Entry::Address => Filling::Text(&mut self.address),
            Entry::Left => Filling::Text(&mut self.left),
            Entry::Why => Filling::Text(&mut self.why),
            Entry::Words => Filling::Text(&mut self.words),
            Entry::AppointedAt => Filling::Text(&mut self.appointed_at),
            Entry::Place => Filling::Text(&mut self.place),
            Entry::Answer => Filling::Text(&mut self.answer),
            Entry::Promised => Filling::Text(&mut self.promised),
            Entry::Question => Filling::Text(&mut self.question),
            Entry::Advice => Filling::Text(&mut self.advice),
            Entry::Matter => Filling::Picker(&mut self.matter),
            Entry::Receiver => Filling::Picker(&mut self.receiver),
            Entry::Department => Filling::Picker(&mut self.department),
            Entry::Superior => Filling::Picker(&mut self.superior),
        }
    }

    /// The picker of a field, if it has one.
    pub fn picker(&self, entry: Entry) -> Option<&Picker> {
        if entry == Entry::Channel && self.channels_fit {
            return None;
        }
        let pickers = [
            (Entry::Channel, &self.channel),
            (Entry::Kind, &self.kind),
            (Entry::Matter, &self.matter),
            (Entry::Receiver, &self.receiver),
            (Entry::Department, &self.department),
            (Entry::Superior, &self.superior),
        ];
        pickers
            .into_iter()
            .find_map(|(own, picker)| (own == entry).then_some(picker))
    }

    /// The text of a field, if it is typed.
    pub fn text(&self, entry: Entry) -> Option<&Field> {
        self.texts()
            .into_iter()
            .find_map(|(own, field)| (own == entry).then_some(field))
    }

    pub(in super::super) fn texts(&self) -> [(Entry, &Field); 16] {
        [
            (Entry::Received, &self.received),
            (Entry::Reason, &self.reason),
            (Entry::Phone, &self.phone),
            (Entry::Name, &self.name),
            (Entry::Unit, &self.unit),
            (Entry::IdNumber, &self.id_number),
            (Entry::Address, &self.address),
            (Entry::Left, &self.left),
            (Entry::Why, &self.why),
            (Entry::Words, &self.words),
            (Entry::AppointedAt, &self.appointed_at),
            (Entry::Place, &self.place),
            (Entry::Answer, &self.answer),
            (Entry::Promised, &self.promised),
            (Entry::Question, &self.question),
            (Entry::Advice, &self.advice),
        ]
    }
}
