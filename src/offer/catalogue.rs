//! The matters that can be chosen.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::rc::Rc;

use super::Habits;
use crate::i18n::Lang;
use crate::search::{Choice, Entry, Shelf};
use crate::store::MatterRow;

/// The matters of a catalogue, ready to be found.
#[derive(Debug, Default)]
pub struct Catalogue {
    rows: Vec<MatterRow>,
    zh: OnceCell<Vec<Rc<Entry>>>,
    en: OnceCell<Vec<Rc<Entry>>>,
}

impl Catalogue {
    /// Matters in their order.
    pub fn new(rows: Vec<MatterRow>) -> Self {
        Self {
            rows,
            zh: OnceCell::new(),
            en: OnceCell::new(),
        }
    }

    /// The matters as the register has them.
    pub fn rows(&self) -> &[MatterRow] {
        &self.rows
    }

    /// Matters to choose from, those asked for most before others.
    pub fn shelf(&self, habits: &Habits, lang: Lang) -> Shelf {
        let entries = self.entries(lang);
        let asked = |row: &MatterRow| habits.matters.get(&row.name).copied();
        let often = self.rows.iter().enumerate();
        let often = often.filter_map(|(at, row)| Some((asked(row)?, at)));
        let mut often: Vec<(usize, usize)> = often.collect();
        often.sort_by_key(|(times, _)| Reverse(*times));
        in_front(
            entries,
            &often.into_iter().map(|(_, at)| at).collect::<Vec<_>>(),
        )
    }

    pub(super) fn entries(&self, lang: Lang) -> &[Rc<Entry>] {
        let cell = lang.pick(&self.zh, &self.en);
        cell.get_or_init(|| {
            let choice = |row: &MatterRow| Choice {
                id: row.id.clone(),
                label: lang.pick(&row.name, &row.name_en).clone(),
                detail: row.department.clone(),
                also: vec![lang.pick(&row.name_en, &row.name).clone(), row.id.clone()],
            };
            let ready = |row| Rc::new(Entry::new(choice(row)));
            self.rows.iter().map(ready).collect()
        })
    }
}

/// These entries, those at `places` before the others, as chosen lately.
fn in_front(entries: &[Rc<Entry>], places: &[usize]) -> Shelf {
    let mut first = vec![false; entries.len()];
    let mut shelf = Vec::with_capacity(entries.len());
    for &at in places {
        first[at] = true;
        shelf.push(Rc::clone(&entries[at]));
    }
    let others = entries.iter().zip(&first).filter(|(_, first)| !**first);
    shelf.extend(others.map(|(entry, _)| Rc::clone(entry)));
    Shelf::new(shelf, places.len())
}
