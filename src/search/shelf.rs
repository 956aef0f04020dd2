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
mod tests {
    use super::*;

    fn shelf(labels: &[&str]) -> Shelf {
        let choice = |label: &&str| Choice {
            id: (*label).to_owned(),
            label: (*label).to_owned(),
            ..Choice::default()
        };
        labels.iter().map(choice).collect()
    }

    fn found(shelf: &Shelf, typed: &str) -> Vec<String> {
        let hits = shelf.find(typed);
        let places = (0..hits.len()).filter_map(|rank| hits.get(rank));
        places.map(|at| shelf[at].label.clone()).collect()
    }

    #[test]
    fn what_was_chosen_lately_comes_first_among_what_fits_alike() {
        let labels = ["发票领用(增量)", "发票领用", "增值税发票", "发票代开"];
        let entries = shelf(&labels).to_vec();
        let lately = Shelf::new(entries, 1);
        assert_eq!(
            found(&lately, "fp"),
            ["发票领用(增量)", "发票领用", "发票代开", "增值税发票"]
        );
        assert_eq!(found(&shelf(&labels), "fp")[0], "发票领用");
        assert_eq!(found(&lately, ""), labels);
    }

    #[test]
    fn marks_in_a_name_need_not_be_typed() {
        let shelf = shelf(&["发票领用(首次票种核定)", "阿依古丽·买买提"]);
        for typed in [
            "fplysc",
            "fapiaolingyongshouci",
            "领用首次",
            "aygl",
            "ayglmmt",
            "古丽买",
        ] {
            assert_eq!(shelf.find(typed).len(), 1, "{typed}");
        }
    }

    #[test]
    fn one_slip_in_a_longer_query_is_forgiven_after_what_fits() {
        let shelf = shelf(&["户口迁移", "发票领用", "不动产转移登记", "吕梁 税政科"]);
        for (typed, label) in [
            ("hukouqanyi", "户口迁移"),
            ("hukouqiabyi", "户口迁移"),
            ("hukuoqianyi", "户口迁移"),
            ("huukouqianyi", "户口迁移"),
            ("fapialing", "发票领用"),
            ("fapiap", "发票领用"),
            ("lingyomg", "发票领用"),
            ("zhuanyidnegji", "不动产转移登记"),
            ("lvlianh", "吕梁 税政科"),
        ] {
            assert_eq!(found(&shelf, typed), [label], "{typed}");
        }
        for typed in ["hxkq", "xukouqianyi", "hukoubanyo", "fapx", "发票零用"] {
            assert!(shelf.find(typed).is_empty(), "{typed}");
        }
    }

    #[test]
    fn the_short_cut_loses_nothing() {
        let labels = [
            "单小红",
            "曾丽",
            "解东",
            "吕梁",
            "石小明",
            "张绍雄",
            "陈明",
            "欧阳·娜",
            "重庆大厦",
            "Residence permit (A-3)",
            "样表 a-3",
            "１３８号",
            "乐山行",
        ];
        let shelf = shelf(&labels);
        let syllables = [
            "sh", "zh", "ch", "lv", "lü", "lyu", "dan", "shan", "zeng", "x", "le", "yue",
        ];
        for first in syllables {
            for second in ["", "x", "zh", "l", "ren", "3", " ", "山", "'"] {
                let typed = format!("{first}{second}");
                let slow = super::super::pick(&typed, labels);
                let fast = shelf.find(&typed);
                for at in slow {
                    let hit = (0..fast.len()).any(|rank| fast.get(rank) == Some(at));
                    assert!(hit, "{typed} {}", labels[at]);
                }
            }
        }
    }

    #[test]
    fn a_key_looks_closely_at_few_of_many() {
        let surnames = ["王", "李", "张", "刘", "陈", "单", "曾", "解", "吕", "欧阳"];
        let given = ["芳", "明", "小满", "静", "雄", "伟", "娜", "强", "磊", "洋"];
        let people: Shelf = (0..20_000)
            .map(|n| Choice {
                id: n.to_string(),
                label: format!(
                    "{}{} 第{}科 {n}",
                    surnames[n % 10],
                    given[n / 10 % 10],
                    n % 97
                ),
                ..Choice::default()
            })
            .collect();
        for typed in ["w", "wf", "wang", "wangfang", "19999", "zhx", "没有"] {
            let query = Query::new(typed);
            let matcher = query.matcher();
            let mut reading = Reading::of(&query, &matcher);
            let ranks = people.iter().filter_map(|entry| reading.rank(entry));
            assert!(ranks.take(MOST).count() <= MOST, "{typed}");
            assert!(
                reading.read <= 8_000,
                "{typed}: {} texts were read",
                reading.read
            );
            assert!(people.find(typed).len() <= MOST, "{typed}");
        }
        assert_eq!(people.find("").len(), 20_000);
        assert_eq!(
            found(&people, "19999"),
            ["吕洋 第17科 19999"].map(|_| people[19_999].label.clone())
        );
    }
}
