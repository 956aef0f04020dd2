//! What a catalogue must hold beyond its shape.

use std::collections::{HashMap, HashSet};

use super::{
    Catalog, CatalogReason, CircumstanceId, InForce, Limit, LimitUnit, Matter, MatterId, Span,
};

/// One step of the way to a value in a catalogue file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Into the field of this name.
    Field(&'static str),
    /// Into the entry at this place, from 0.
    At(usize),
}

/// One thing that does not hold, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The way to the value.
    pub path: Vec<Step>,
    /// What is wrong with it.
    pub reason: CatalogReason,
}

impl Catalog {
    /// Everything in this catalogue that does not hold, in its own order.
    pub fn check(&self) -> Vec<Finding> {
        let mut found = Findings::default();
        found.text(&[Step::Field("id")], "id", &self.id);
        found.text(&[Step::Field("version")], "version", &self.version);
        found.circumstances(self);
        let mut seen: HashMap<&MatterId, Vec<InForce>> = HashMap::new();
        for (place, matter) in self.matters.iter().enumerate() {
            let at = [Step::Field("matters"), Step::At(place)];
            // Versions of one matter may follow each other.
            let versions = seen.entry(&matter.id).or_default();
            let again = versions.iter().any(|one| one.overlaps(&matter.in_force));
            versions.push(matter.in_force);
            if again {
                let reason = CatalogReason::DuplicateMatter(matter.id.clone());
                found.add(&at, "id", reason);
            }
            found.matter(self, &at, matter);
        }
        found.0
    }
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, at: &[Step], field: &'static str, reason: CatalogReason) {
        let mut path = at.to_vec();
        path.push(Step::Field(field));
        self.0.push(Finding { path, reason });
    }

    /// A text that must say something; `path` leads to the text itself.
    fn text(&mut self, path: &[Step], field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.0.push(Finding {
                path: path.to_vec(),
                reason: CatalogReason::Empty(field),
            });
        }
    }

    fn field_text(&mut self, at: &[Step], field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.add(at, field, CatalogReason::Empty(field));
        }
    }

    fn id(&mut self, at: &[Step], id: &str) {
        let sound = |c: char| !c.is_whitespace() && !c.is_control();
        if id.is_empty() || !id.chars().all(sound) {
            self.add(at, "id", CatalogReason::BadId(id.to_owned()));
        }
    }

    fn circumstances(&mut self, catalog: &Catalog) {
        let mut seen = HashSet::new();
        for (place, one) in catalog.circumstances.iter().enumerate() {
            let at = [Step::Field("circumstances"), Step::At(place)];
            self.id(&at, one.id.as_str());
            if !seen.insert(&one.id) {
                let reason = CatalogReason::DuplicateCircumstance(one.id.clone());
                self.add(&at, "id", reason);
            }
            self.field_text(&at, "label", &one.label);
            self.field_text(&at, "label_en", &one.label_en);
            self.field_text(&at, "sentence", &one.sentence);
        }
    }

    fn matter(&mut self, catalog: &Catalog, at: &[Step], matter: &Matter) {
        self.id(at, matter.id.as_str());
        self.field_text(at, "name", &matter.name);
        self.field_text(at, "name_en", &matter.name_en);
        let limits = [
            ("legal_limit", &matter.legal_limit),
            ("promised_limit", &matter.promised_limit),
        ];
        for (field, limit) in limits {
            if let Some(limit) = limit {
                self.limit(&join(at, Step::Field(field)), limit);
            }
        }
        if let Some(within) = matter.correction.as_ref().and_then(|one| one.within) {
            self.span(&join(at, Step::Field("correction")), "within", within);
        }
        if !matter.in_force.is_sound() {
            self.add(at, "in_force", CatalogReason::EndsBeforeItBegins);
        }
        for group in matter.groups_en.keys() {
            if !matter.has_group(group) {
                let reason = CatalogReason::UnknownGroup(group.clone());
                self.add(at, "groups_en", reason);
            }
        }
        self.documents(catalog, at, matter);
    }

    fn limit(&mut self, at: &[Step], limit: &Limit) {
        match (limit.value, limit.unit) {
            (Some(_), None) => self.add(at, "value", CatalogReason::LimitWithoutUnit),
            (Some(value), Some(unit)) => self.span(at, "value", Span { value, unit }),
            (None, _) => {}
        }
        if let Some(max) = limit.extension.as_ref().and_then(|one| one.max) {
            self.span(&join(at, Step::Field("extension")), "max", max);
        }
    }

    fn span(&mut self, at: &[Step], field: &'static str, span: Span) {
        if (span.value == 0) != (span.unit == LimitUnit::OnSpot) {
            self.add(at, field, CatalogReason::ZeroLimit);
        }
    }

    fn documents(&mut self, catalog: &Catalog, at: &[Step], matter: &Matter) {
        let mut names = HashSet::new();
        let mut labels: Vec<(&str, &CircumstanceId)> = Vec::new();
        for (place, document) in matter.documents.iter().enumerate() {
            let at = join(&join(at, Step::Field("documents")), Step::At(place));
            self.field_text(&at, "name", &document.name);
            self.field_text(&at, "name_en", &document.name_en);
            if !names.insert(document.name.as_str()) {
                let reason = duplicate_document(&matter.id, &document.name);
                self.add(&at, "name", reason);
            }
            if document.copies == Some(0) || document.originals == Some(0) {
                self.add(&at, "copies", CatalogReason::ZeroCopies);
            }
            let Some(when) = &document.when else { continue };
            match catalog.circumstance(when) {
                None => {
                    let reason = CatalogReason::UnknownCircumstance(when.clone());
                    self.add(&at, "when", reason);
                }
                Some(known) => {
                    let twice = |&(label, id): &(&str, &CircumstanceId)| {
                        label == known.label && *id != known.id
                    };
                    if labels.iter().any(twice) {
                        let reason = CatalogReason::AmbiguousLabel(known.label.clone());
                        self.add(&at, "when", reason);
                    }
                    labels.push((&known.label, &known.id));
                }
            }
        }
    }
}

fn join(at: &[Step], step: Step) -> Vec<Step> {
    let mut path = at.to_vec();
    path.push(step);
    path
}

fn duplicate_document(matter: &MatterId, name: &str) -> CatalogReason {
    CatalogReason::DuplicateDocument {
        matter: matter.clone(),
        name: name.to_owned(),
    }
}
