//! Which documents one visitor needs, and which are still wanted.
//!
//! One-pass notification (D1 二(六), D11二): everything that is missing is said
//! at once, so a group of alternatives stands as one want, never as several.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CircumstanceId, Document, Matter};

/// What became of one document at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// The visitor has it, and it serves.
    Brought,
    /// The visitor has it, but it does not serve, for this reason.
    Invalid(String),
    /// The visitor does not have it.
    #[default]
    Missing,
}

/// Ticks by document name; a document without one is missing.
///
/// They go by name, not by number, so that they outlive a change of
/// circumstances and a new version of the catalogue.
pub type Ticks = BTreeMap<String, Tick>;

/// One document on the list that a visitor is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item<'a> {
    /// Its number on this list, from 1.
    pub number: u32,
    /// The document.
    pub document: &'a Document,
}

/// One thing still to bring: a document, or any one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Want<'a> {
    /// The group, when any one of the alternatives will do.
    pub group: Option<&'a str>,
    /// The documents that would satisfy it; one where there is no group.
    pub alternatives: Vec<Item<'a>>,
}

/// How far a visitor has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Things that must be brought, a group counted once.
    pub asked: usize,
    /// Of these, how many are brought and serve.
    pub brought: usize,
}

impl Progress {
    /// How many things are still wanted.
    pub fn missing(self) -> usize {
        self.asked - self.brought
    }
}

/// The documents of one matter under chosen circumstances, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist<'a> {
    items: Vec<Item<'a>>,
}

impl<'a> Checklist<'a> {
    /// The list for a visitor in these circumstances. A circumstance that the
    /// matter does not name changes nothing.
    pub fn new(matter: &'a Matter, circumstances: &BTreeSet<CircumstanceId>) -> Self {
        let shown = matter.documents.iter().filter(|document| {
            document
                .when
                .as_ref()
                .is_none_or(|when| circumstances.contains(when))
        });
        let items = (1..)
            .zip(shown)
            .map(|(number, document)| Item { number, document })
            .collect();
        Self { items }
    }

    /// The documents, numbered from 1.
    pub fn items(&self) -> &[Item<'a>] {
        &self.items
    }

    /// The document of this number.
    pub fn item(&self, number: u32) -> Option<Item<'a>> {
        self.items.iter().copied().find(|one| one.number == number)
    }

    /// Ticks for a visitor who brought the documents of these numbers.
    ///
    /// # Errors
    /// The first number that is not on the list.
    pub fn brought(&self, numbers: &[u32]) -> Result<Ticks, u32> {
        numbers
            .iter()
            .map(|&number| {
                let item = self.item(number).ok_or(number)?;
                Ok((item.document.name.clone(), Tick::Brought))
            })
            .collect()
    }

    /// What is still wanted: each required document that is missing or does not
    /// serve, and each group of which nothing serves, where it first stands.
    /// Optional documents are never wanted.
    pub fn missing(&self, ticks: &Ticks) -> Vec<Want<'a>> {
        self.asked()
            .into_iter()
            .filter(|want| !want.alternatives.iter().any(|item| serves(ticks, *item)))
            .collect()
    }

    /// How many things are asked, and how many of them are here.
    pub fn progress(&self, ticks: &Ticks) -> Progress {
        let asked = self.asked().len();
        Progress {
            asked,
            brought: asked - self.missing(ticks).len(),
        }
    }

    /// Everything that must be brought, a group as one entry. A group is asked
    /// as soon as one of its documents on the list is required.
    fn asked(&self) -> Vec<Want<'a>> {
        let mut wants: Vec<Want<'a>> = Vec::new();
        for &item in &self.items {
            let group = item.document.any_of_group.as_deref();
            let open = wants
                .iter_mut()
                .find(|want| group.is_some() && want.group == group);
            match open {
                Some(want) => want.alternatives.push(item),
                None => wants.push(Want {
                    group,
                    alternatives: vec![item],
                }),
            }
        }
        wants.retain(|want| want.alternatives.iter().any(|one| one.document.required));
        wants
    }
}

fn serves(ticks: &Ticks, item: Item<'_>) -> bool {
    ticks.get(&item.document.name) == Some(&Tick::Brought)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Checklist, Tick, Ticks};
    use crate::domain::catalog::{Catalog, CircumstanceId, Matter, parse};

    const HEAD: &str = r#"
id = "local"
version = "1"
circumstances = [
    { id = "agent", label = "委托代理", label_en = "Agent", sentence = "委托代理" },
    { id = "minor", label = "未成年", label_en = "Minor", sentence = "未成年" },
]
[[matters]]
id = "m"
name = "事项"
name_en = "Matter"
domain = "民政"
department = "民政局"
type = "承诺件"
confidence = "high"
documents = [
"#;

    /// A matter of documents written as `name [!] [(group)] [@circumstance]`;
    /// `!` marks an optional one.
    fn matter(documents: &[&str]) -> Matter {
        let mut text = HEAD.to_owned();
        for line in documents {
            let mut row = format!("    {{ required = {}", !line.contains('!'));
            for word in line.split_whitespace() {
                let part = match word.chars().next() {
                    Some('!') => continue,
                    Some('@') => format!("when = \"{}\"", &word[1..]),
                    Some('(') => format!("any_of_group = \"{}\"", word.trim_matches(['(', ')'])),
                    _ => format!("name = \"{word}\", name_en = \"{word}\""),
                };
                row = format!("{row}, {part}");
            }
            text = format!("{text}{row}, kind = \"original\", source = \"applicant\" }},\n");
        }
        let Catalog { mut matters, .. } = parse(&format!("{text}]\n"), "test").unwrap();
        matters.remove(0)
    }

    fn when(ids: &[&str]) -> BTreeSet<CircumstanceId> {
        ids.iter()
            .map(|&id| CircumstanceId(id.to_owned()))
            .collect()
    }

    fn shown(list: &Checklist<'_>) -> Vec<String> {
        list.items()
            .iter()
            .map(|one| format!("{} {}", one.number, one.document.name))
            .collect()
    }

    fn missing(list: &Checklist<'_>, ticks: &Ticks) -> Vec<Vec<u32>> {
        list.missing(ticks)
            .iter()
            .map(|want| want.alternatives.iter().map(|one| one.number).collect())
            .collect()
    }

    #[test]
    fn a_circumstance_brings_its_documents_and_the_list_is_numbered_anew() {
        let matter = matter(&["申请表", "委托书 @agent", "出生证 @minor", "身份证"]);
        let list = |ids: &[&str]| shown(&Checklist::new(&matter, &when(ids)));
        assert_eq!(list(&[]), ["1 申请表", "2 身份证"]);
        assert_eq!(list(&["agent"]), ["1 申请表", "2 委托书", "3 身份证"]);
        assert_eq!(list(&["agent", "minor"]).len(), 4);
        assert_eq!(list(&["never-heard-of"]), list(&[]));
    }

    #[test]
    fn numbers_refer_to_the_list_as_shown() {
        let matter = matter(&["申请表", "委托书 @agent", "身份证"]);
        let list = Checklist::new(&matter, &when(&["agent"]));
        let ticks = list.brought(&[2, 3]).unwrap();
        assert_eq!(missing(&list, &ticks), [[1]]);
        assert_eq!(list.brought(&[1, 4]), Err(4));
        assert_eq!(list.brought(&[0]), Err(0));
    }

    #[test]
    fn what_does_not_serve_is_missing() {
        let matter = matter(&["申请表", "身份证"]);
        let list = Checklist::new(&matter, &when(&[]));
        let mut ticks = list.brought(&[1, 2]).unwrap();
        assert!(missing(&list, &ticks).is_empty());
        ticks.insert("身份证".into(), Tick::Invalid("过期".into()));
        assert_eq!(missing(&list, &ticks), [[2]]);
    }

    #[test]
    fn an_optional_document_is_never_missing() {
        let matter = matter(&["申请表", "照片 !"]);
        let list = Checklist::new(&matter, &when(&[]));
        assert_eq!(missing(&list, &Ticks::new()), [[1]]);
        assert_eq!(list.progress(&Ticks::new()).asked, 1);
    }

    #[test]
    fn any_one_of_a_group_settles_it_even_one_that_is_marked_optional() {
        let matter = matter(&["户口簿 (id)", "申请表", "护照 ! (id)", "驾照 ! (id)"]);
        let list = Checklist::new(&matter, &when(&[]));
        assert_eq!(missing(&list, &Ticks::new()), [vec![1, 3, 4], vec![2]]);
        for number in [1, 3, 4] {
            let ticks = list.brought(&[number]).unwrap();
            assert_eq!(missing(&list, &ticks), [[2]]);
        }
    }

    #[test]
    fn a_group_holds_only_what_the_circumstances_show() {
        let matter = matter(&["护照 (id) @agent", "驾照 (id) @minor", "身份证 ! (own)"]);
        assert!(missing(&Checklist::new(&matter, &when(&[])), &Ticks::new()).is_empty());
        let list = Checklist::new(&matter, &when(&["minor"]));
        assert_eq!(missing(&list, &Ticks::new()), [[1]]);
    }

    #[test]
    fn progress_counts_a_group_once() {
        let matter = matter(&["户口簿 (id)", "护照 (id)", "申请表", "照片 !"]);
        let list = Checklist::new(&matter, &when(&[]));
        let progress = list.progress(&list.brought(&[2]).unwrap());
        assert_eq!(
            (progress.asked, progress.brought, progress.missing()),
            (2, 1, 1)
        );
    }

    #[test]
    fn ticks_outlive_a_change_of_circumstances() {
        let matter = matter(&["委托书 @agent", "身份证"]);
        let ticks = Checklist::new(&matter, &when(&[])).brought(&[1]).unwrap();
        let list = Checklist::new(&matter, &when(&["agent"]));
        assert_eq!(missing(&list, &ticks), [[1]]);
    }
}
