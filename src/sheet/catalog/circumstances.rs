//! Circumstances as the cells of 情形 name them.

use unicode_width::UnicodeWidthStr;

use crate::domain::catalog::{Circumstance, CircumstanceId};
use crate::sheet::finding::Findings;
use crate::sheet::headed::Line;

/// The columns of the screen that a label may take.
const LABEL: usize = 16;

/// Circumstances that were known before, and those that the sheet brings.
pub(super) struct Circumstances<'k> {
    known: &'k [Circumstance],
    used: Vec<Circumstance>,
}

impl<'k> Circumstances<'k> {
    pub fn new(known: &'k [Circumstance]) -> Self {
        Self {
            known,
            used: Vec::new(),
        }
    }

    /// Those that a document names.
    pub fn into_used(self) -> Vec<Circumstance> {
        self.used
    }

    /// The circumstance of a row: as its cells describe it, else a known one of
    /// that name, else one after the sentence.
    pub fn of(&mut self, line: &Line<'_>, found: &mut Findings) -> Option<CircumstanceId> {
        let sentence = line.optional("when", found);
        let id = line.optional("when_id", found);
        let label = line.optional("when_label", found);
        let label_en = line.optional("when_label_en", found);
        let sentence = sentence.or_else(|| label.clone()).or_else(|| id.clone())?;
        if let Some(id) = id {
            let id = CircumstanceId(id.replace(char::is_whitespace, ""));
            if !self.used.iter().any(|one| one.id == id) {
                let label = label.unwrap_or_else(|| self.label(&sentence));
                self.used.push(Circumstance {
                    id: id.clone(),
                    label_en: label_en.unwrap_or_else(|| label.clone()),
                    label,
                    sentence,
                });
            }
            return Some(id);
        }
        let named = |one: &&Circumstance| one.is_named(&sentence);
        if let Some(one) = self.used.iter().find(named) {
            return Some(one.id.clone());
        }
        let one = if let Some(one) = self.known.iter().find(named) {
            one.clone()
        } else {
            let label = label.unwrap_or_else(|| self.label(&sentence));
            Circumstance {
                id: self.id(&label),
                label_en: label_en.unwrap_or_else(|| label.clone()),
                label,
                sentence,
            }
        };
        let id = one.id.clone();
        self.used.push(one);
        Some(id)
    }

    /// A short label that no other circumstance has.
    fn label(&self, sentence: &str) -> String {
        let head = sentence
            .split(['(', '（', ',', '，', ';', '；', ':', '：', '。', '\n'])
            .map(str::trim)
            .find(|part| !part.is_empty())
            .unwrap_or(sentence);
        let mut short = String::new();
        for c in head.chars() {
            short.push(c);
            if short.width() > LABEL {
                short.pop();
                break;
            }
        }
        let taken = |label: &str| self.used.iter().any(|one| one.label == label);
        let mut label = short.clone();
        let mut again = 2;
        while taken(&label) {
            let mut head = short.clone();
            while head.width() + 2 > LABEL {
                head.pop();
            }
            label = format!("{head}{again}");
            again += 1;
        }
        label
    }

    fn id(&self, label: &str) -> CircumstanceId {
        let plain = label.replace(|c: char| c.is_whitespace() || c.is_control(), "");
        let taken = |id: &str| self.used.iter().any(|one| one.id.as_str() == id);
        let mut id = plain.clone();
        let mut again = 2;
        while taken(&id) {
            id = format!("{plain}-{again}");
            again += 1;
        }
        CircumstanceId(id)
    }
}
