//! Many choices in their order, searched anew with each key.
//!
//! A key's work is bounded, however many there are: what lacks a letter of the query
//! is passed over without being read, and once there are more hits than anybody
//! looks through, the search ends. Nothing is folded, spelled or cloned on the way.

use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

use super::choice::{Text, needed};
use super::{Choice, Entry, Matcher, Place, Query, folded};

/// More hits than these nobody looks through; who is not among them is found by
/// another letter.
pub const MOST: usize = 500;
/// Fewer hits than these let a slip of the finger be forgiven.
const FEW: usize = 3;
/// Shorter queries are too like each other for that.
const LONG: usize = 5;

/// Many choices in their order, cheap to hand on.
#[derive(Debug, Clone)]
pub struct Shelf {
    entries: Rc<[Rc<Entry>]>,
    /// So many at the beginning were chosen lately.
    lately: usize,
}

impl Default for Shelf {
    fn default() -> Self {
        Self::from(Vec::<Rc<Entry>>::new())
    }
}

impl Shelf {
    /// Choices of which the first `lately` were chosen lately, the most often chosen first.
    pub fn new(entries: Vec<Rc<Entry>>, lately: usize) -> Self {
        Self {
            entries: entries.into(),
            lately,
        }
    }

    /// What fits the query: the nearest first, among equals those chosen lately, then
    /// the shorter. Everything, in its order, when nothing is typed.
    pub fn find(&self, typed: &str) -> Hits {
        let query = Query::new(typed);
        if query.is_empty() {
            return Hits::All(self.entries.len());
        }
        let mut found = self.fitting(&query);
        found.sort_unstable();
        let mut hits: Vec<usize> = found.into_iter().map(|(.., at)| at).collect();
        if hits.len() < FEW {
            self.forgive(typed, &mut hits);
        }
        Hits::Some(hits)
    }

    fn fitting(&self, query: &Query) -> Vec<(Place, usize, usize, usize)> {
        let matcher = query.matcher();
        let mut reading = Reading::of(query, &matcher);
        let mut found = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some((place, length)) = reading.rank(entry) {
                found.push((place, at.min(self.lately), length, at));
                if found.len() == MOST {
                    break;
                }
            }
        }
        found
    }

    /// Adds what would fit but for one letter that is wrong, missing, too many or in
    /// its neighbour's place.
    fn forgive(&self, typed: &str, hits: &mut Vec<usize>) {
        let typed = folded(typed.trim()).replace('ü', "v");
        if typed.len() < LONG || !typed.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return;
        }
        let exact = hits.clone();
        let need = needed(&typed);
        let mut near: Vec<(bool, usize)> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if exact.contains(&at) {
                continue;
            }
            let spelled = &entry.spelled;
            // One letter may be wrong, so one may be lacking.
            if (need & !spelled.has).count_ones() > 1 {
                continue;
            }
            let tail = |start: &u16| spelled.letters.get(usize::from(*start)..);
            let mut tails = spelled.starts.iter().filter_map(tail);
            if let Some(nth) = tails.position(|tail| is_one_off(&typed, tail)) {
                near.push((nth > 0, at));
                if near.len() == MOST {
                    break;
                }
            }
        }
        near.sort_unstable();
        hits.extend(near.into_iter().map(|(_, at)| at));
    }
}

/// One query held against many entries.
struct Reading<'m, 'q> {
    matcher: &'m Matcher<'q>,
    /// The letters that each word needs, for each of its spellings.
    needs: Vec<Vec<u64>>,
    /// What came of texts that several entries share, by where they lie.
    known: HashMap<*const Text, Option<(Place, usize)>>,
    /// How many texts were read.
    #[cfg(test)]
    read: usize,
}

impl<'m, 'q> Reading<'m, 'q> {
    fn of(query: &Query, matcher: &'m Matcher<'q>) -> Self {
        Self {
            matcher,
            needs: query.needs(),
            known: HashMap::new(),
            #[cfg(test)]
            read: 0,
        }
    }

    /// Where an entry has the query, and how long that text is.
    fn rank(&mut self, entry: &Entry) -> Option<(Place, usize)> {
        let mut best = None;
        for text in &entry.texts {
            let place = self.place(text);
            if place.is_some() && (best.is_none() || place < best) {
                best = place;
            }
        }
        best
    }

    fn place(&mut self, text: &Rc<Text>) -> Option<(Place, usize)> {
        let has = |need: &u64| need & !text.letters == 0;
        if !self.needs.iter().all(|word| word.iter().any(has)) {
            return None;
        }
        if Rc::strong_count(text) == 1 {
            return self.read(text);
        }
        if let Some(known) = self.known.get(&Rc::as_ptr(text)) {
            return *known;
        }
        let place = self.read(text);
        self.known.insert(Rc::as_ptr(text), place);
        place
    }

    /// The text as it stands; without its marks only where that does not fit.
    fn read(&mut self, text: &Text) -> Option<(Place, usize)> {
        #[cfg(test)]
        {
            self.read += 1;
        }
        let length = text.words.len();
        let bare = || self.matcher.place(text.bare.as_deref()?);
        let place = self.matcher.place(&text.words).or_else(bare)?;
        Some((place, length))
    }
}

/// Whether `tail` begins with the letters typed but for one slip.
fn is_one_off(typed: &str, tail: &str) -> bool {
    let (typed, tail) = (typed.as_bytes(), tail.as_bytes());
    let same = typed.iter().zip(tail).take_while(|(a, b)| a == b).count();
    // The first letter is what a listener is surest of; without it anything is near.
    if same == 0 || same == typed.len() {
        return false;
    }
    let rest = |from: usize| typed.get(from..).unwrap_or_default();
    let goes_on = |from: usize, rest: &[u8]| {
        let tail = tail.get(from..).unwrap_or_default();
        !rest.is_empty() && tail.starts_with(rest)
    };
    let wrong =
        tail.len() > same && (rest(same + 1).is_empty() || goes_on(same + 1, rest(same + 1)));
    let missing = goes_on(same + 1, rest(same));
    let too_many = goes_on(same, rest(same + 1));
    let swapped = match (rest(same), tail.get(same..)) {
        ([a, b, after @ ..], Some([c, d, ..])) => {
            a == d && b == c && (after.is_empty() || goes_on(same + 2, after))
        }
        _ => false,
    };
    wrong || missing || too_many || swapped
}

impl Deref for Shelf {
    type Target = [Rc<Entry>];

    fn deref(&self) -> &[Rc<Entry>] {
        &self.entries
    }
}

impl From<Vec<Rc<Entry>>> for Shelf {
    fn from(entries: Vec<Rc<Entry>>) -> Self {
        Self::new(entries, 0)
    }
}

impl From<Vec<Choice>> for Shelf {
    fn from(choices: Vec<Choice>) -> Self {
        choices.into_iter().collect()
    }
}

impl FromIterator<Choice> for Shelf {
    fn from_iter<I: IntoIterator<Item = Choice>>(choices: I) -> Self {
        let entries = choices.into_iter().map(|one| Rc::new(Entry::new(one)));
        Self::from(entries.collect::<Vec<_>>())
    }
}

/// The places of what fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hits {
    /// Everything: so many.
    All(usize),
    /// These, the nearest first.
    Some(Vec<usize>),
}

impl Default for Hits {
    fn default() -> Self {
        Self::All(0)
    }
}

impl Hits {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::All(count) => *count,
            Self::Some(hits) => hits.len(),
        }
    }

    /// Whether nothing fits.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of the hit with this rank, counting from 0.
    pub fn get(&self, rank: usize) -> Option<usize> {
        match self {
            Self::All(count) => (rank < *count).then_some(rank),
            Self::Some(hits) => hits.get(rank).copied(),
        }
    }
}

#[cfg(test)]
mod tests;
