//! What changes between two versions of a catalogue.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Catalog, Matter, MatterId};

/// What one catalogue has that another has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Matters that come in: id, name.
    pub added: Vec<(MatterId, String)>,
    /// Matters that go: id, name.
    pub removed: Vec<(MatterId, String)>,
    /// Matters that stay and say something else.
    pub changed: Vec<Changed>,
}

/// A matter that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its id.
    pub id: MatterId,
    /// Its name from now on.
    pub name: String,
    /// The fields that differ, as files name them.
    pub fields: Vec<String>,
    /// Documents that come in.
    pub documents_added: Vec<String>,
    /// Documents that go.
    pub documents_removed: Vec<String>,
    /// Documents that stay and say something else.
    pub documents_changed: Vec<String>,
}

impl Changes {
    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What `new` has that `old` has not. Versions of a matter are told apart by
    /// the day on which they come into force.
    pub fn between(old: &Catalog, new: &Catalog) -> Self {
        let key = |matter: &Matter| (matter.id.clone(), matter.in_force.from);
        let known: BTreeMap<_, &Matter> = old.matters.iter().map(|one| (key(one), one)).collect();
        let now: BTreeMap<_, &Matter> = new.matters.iter().map(|one| (key(one), one)).collect();
        let named = |matter: &Matter| (matter.id.clone(), matter.name.clone());
        // A version that only begins on another day is the same one, changed.
        let counterpart = |matter: &Matter| {
            known.get(&key(matter)).copied().or_else(|| {
                let mut free = old
                    .matters
                    .iter()
                    .filter(|one| !now.contains_key(&key(one)));
                free.find(|one| one.id == matter.id)
            })
        };
        let mut changes = Self::default();
        let mut met = Vec::new();
        for matter in &new.matters {
            match counterpart(matter) {
                None => changes.added.push(named(matter)),
                Some(before) => {
                    met.push(key(before));
                    changes.changed.extend(Changed::between(before, matter));
                }
            }
        }
        let gone = old.matters.iter().filter(|one| !met.contains(&key(one)));
        changes.removed.extend(gone.map(named));
        changes
    }
}

impl Changed {
    fn between(old: &Matter, new: &Matter) -> Option<Self> {
        if old == new {
            return None;
        }
        let documents = |matter: &Matter| -> BTreeMap<String, Value> {
            let all = matter.documents.iter();
            all.map(|one| {
                (
                    one.name.clone(),
                    serde_json::to_value(one).unwrap_or_default(),
                )
            })
            .collect()
        };
        let (before, after) = (documents(old), documents(new));
        let missing = |from: &Matter, of: &BTreeMap<String, Value>| {
            let names = from.documents.iter().map(|one| one.name.clone());
            names.filter(|name| !of.contains_key(name)).collect()
        };
        let differs = |(name, value): (&String, &Value)| {
            before
                .get(name)
                .is_some_and(|was| was != value)
                .then(|| name.clone())
        };
        Some(Self {
            id: new.id.clone(),
            name: new.name.clone(),
            fields: fields(old, new),
            documents_added: missing(new, &before),
            documents_removed: missing(old, &after),
            documents_changed: after.iter().filter_map(differs).collect(),
        })
    }
}

/// The fields, apart from the documents, that say something else.
fn fields(old: &Matter, new: &Matter) -> Vec<String> {
    let table = |matter: &Matter| match serde_json::to_value(matter) {
        Ok(Value::Object(map)) => map,
        Ok(_) | Err(_) => serde_json::Map::new(),
    };
    let (before, after) = (table(old), table(new));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let differs =
        |name: &&&String| name.as_str() != "documents" && before.get(**name) != after.get(**name);
    names
        .iter()
        .filter(differs)
        .map(|name| (*name).clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Changes;
    use crate::domain::catalog::{Catalog, Matter, parse};

    fn matter(id: &str) -> Matter {
        let text = format!(
            "id = \"x\"\nversion = \"1\"\n[[matters]]\nid = \"{id}\"\nname = \"{id}\"\n\
             name_en = \"{id}\"\ndomain = \"\"\ndepartment = \"d\"\ntype = \"承诺件\"\n\
             confidence = \"high\"\n[[matters.documents]]\nname = \"表\"\nname_en = \"form\"\n\
             kind = \"original\"\nsource = \"applicant\"\nrequired = true\n"
        );
        parse(&text, "test").unwrap().matters.remove(0)
    }

    fn catalog(matters: Vec<Matter>) -> Catalog {
        let mut catalog = parse("id = \"x\"\nversion = \"1\"\n", "test").unwrap();
        catalog.matters = matters;
        catalog
    }

    #[test]
    fn what_comes_goes_and_changes_is_told() {
        let mut kept = matter("a");
        kept.phone = Some("见公示牌".into());
        kept.documents[0].copies = Some(2);
        kept.documents.push(crate::domain::catalog::Document {
            name: "照片".into(),
            ..kept.documents[0].clone()
        });
        let old = catalog(vec![matter("a"), matter("b")]);
        let new = catalog(vec![kept, matter("c")]);
        let changes = Changes::between(&old, &new);
        assert_eq!(changes.added[0].0.as_str(), "c");
        assert_eq!(changes.removed[0].0.as_str(), "b");
        let kept = &changes.changed[0];
        assert_eq!(kept.fields, ["phone"]);
        assert_eq!(kept.documents_added, ["照片"]);
        assert_eq!(kept.documents_changed, ["表"]);
        assert!(kept.documents_removed.is_empty());
        assert!(Changes::between(&old, &old).is_empty());
    }
}
