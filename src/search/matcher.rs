//! Search while typing, over what fits in memory.

use std::sync::LazyLock;

use ib_pinyin::matcher::PinyinMatcher;
use ib_pinyin::pinyin::{PinyinData, PinyinNotation};

use super::choice::needed;
use super::{folded, spellings};

static READINGS: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(NOTATIONS));

const NOTATIONS: PinyinNotation = PinyinNotation::Ascii.union(PinyinNotation::AsciiFirstLetter);

/// What a person typed, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Every word must be found; each in any of its spellings.
    words: Vec<Vec<String>>,
}

impl Query {
    /// Reads what was typed; spaces part words, all of which must be found.
    pub fn new(typed: &str) -> Self {
        let words = folded(typed)
            .replace('\'', "")
            .split_whitespace()
            .map(spellings)
            .collect();
        Self { words }
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The letters that each word needs, for each of its spellings.
    pub(super) fn needs(&self) -> Vec<Vec<u64>> {
        let word = |word: &Vec<String>| word.iter().map(|one| needed(one)).collect();
        self.words.iter().map(word).collect()
    }

    /// Makes the query ready to be held against many texts.
    pub fn matcher(&self) -> Matcher<'_> {
        Matcher {
            words: self
                .words
                .iter()
                .map(|word| word.iter().map(|one| Probe::of(one)).collect())
                .collect(),
        }
    }
}

fn ready(spelling: &str) -> PinyinMatcher<'_> {
    PinyinMatcher::builder(spelling)
        .is_pattern_partial(true)
        .pinyin_notations(NOTATIONS)
        .pinyin_data(&READINGS)
        .build()
}

/// Where in a text a query was found; the first is the most sensible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The whole text.
    Whole,
    /// Its beginning.
    Start,
    /// The beginning of a word, or behind a bracket or another mark.
    Word,
    /// Somewhere inside.
    Inside,
}

/// How well a text fits; the smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Where the query was found.
    pub place: Place,
    /// How long the text is, in bytes: the shorter one is nearer to the query.
    pub length: usize,
}

/// A query ready to be held against many texts.
pub struct Matcher<'q> {
    words: Vec<Vec<Probe<'q>>>,
}

/// One spelling of one word of a query.
enum Probe<'q> {
    /// Without letters it stands for nothing but itself.
    Literal(&'q str),
    /// Letters may be pinyin.
    Letters(Box<PinyinMatcher<'q>>),
}

impl<'q> Probe<'q> {
    fn of(spelling: &'q str) -> Self {
        if spelling.bytes().any(|byte| byte.is_ascii_lowercase()) {
            Self::Letters(Box::new(ready(spelling)))
        } else {
            Self::Literal(spelling)
        }
    }

    /// Where it stands in a text: from and how long, in bytes.
    fn find(&self, text: &str) -> Option<(usize, usize)> {
        match self {
            Self::Literal(words) => text.find(words).map(|at| (at, words.len())),
            // Most texts do not fit, and this says so sooner.
            Self::Letters(letters) if !letters.is_match(text) => None,
            Self::Letters(letters) => {
                let found = letters.find(text)?;
                Some((found.start(), found.len()))
            }
        }
    }
}

impl Matcher<'_> {
    /// How well `text` fits, or `None` when a word of the query is not in it.
    /// An empty query fits everything alike.
    pub fn rank(&self, text: &str) -> Option<Rank> {
        let text = folded(text);
        Some(Rank {
            place: self.place(&text)?,
            length: text.len(),
        })
    }

    /// Where a text, folded already, has the query.
    pub(super) fn place(&self, text: &str) -> Option<Place> {
        let mut place = Place::Whole;
        for (nth, word) in self.words.iter().enumerate() {
            let found = word.iter().filter_map(|one| place_of(one, text)).min()?;
            // The first word says how near the text is; the others only have to be there.
            if nth == 0 {
                place = found;
            }
        }
        Some(place)
    }

    /// The best rank of several texts that name one thing: its name, its
    /// English name, its code.
    pub fn best<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Option<Rank> {
        texts.into_iter().filter_map(|text| self.rank(text)).min()
    }
}

fn place_of(probe: &Probe<'_>, text: &str) -> Option<Place> {
    let (start, length) = probe.find(text)?;
    if start == 0 {
        let whole = length == text.len();
        return Some(if whole { Place::Whole } else { Place::Start });
    }
    let before = text.get(..start)?.chars().next_back();
    let mark = before.is_some_and(|c| !c.is_alphanumeric());
    Some(if mark { Place::Word } else { Place::Inside })
}

/// The places, from 0, of the items in which `typed` is found: best first, and
/// in the given order where they fit alike. Nothing typed finds everything.
pub fn pick<T: AsRef<str>>(typed: &str, items: impl IntoIterator<Item = T>) -> Vec<usize> {
    let query = Query::new(typed);
    let matcher = query.matcher();
    let mut found: Vec<(Rank, usize)> = items
        .into_iter()
        .enumerate()
        .filter_map(|(at, item)| Some((matcher.rank(item.as_ref())?, at)))
        .collect();
    if !query.is_empty() {
        found.sort_unstable();
    }
    found.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::{Place, Query, Rank, pick};
    use crate::builtin::catalog::examples;

    fn rank(typed: &str, text: &str) -> Option<Rank> {
        Query::new(typed).matcher().rank(text)
    }

    fn finds(typed: &str, text: &str) -> bool {
        rank(typed, text).is_some()
    }

    #[test]
    fn hanzi_pinyin_initials_and_a_mixture_all_find() {
        for typed in [
            "发票领用",
            "票领",
            "fplyscphd",
            "fply",
            "fapiaolingyong",
            "fapiaol",
            "fapi",
            "fap领用",
            "发票ly",
            "FPLY",
            "ｆｐｌｙ",
            "fp ly",
            "ly fp",
            "fa'piao",
        ] {
            let found = finds(typed, "发票领用(首次票种核定)");
            assert_eq!(found, typed != "fplyscphd", "{typed}");
        }
        assert!(!finds("fpyl", "发票领用(首次票种核定)"));
    }

    #[test]
    fn every_reading_of_a_surname_finds() {
        for (typed, name) in [
            ("shan", "单小红"),
            ("dan", "单小红"),
            ("sxh", "单小红"),
            ("dxh", "单小红"),
            ("zengli", "曾丽"),
            ("ceng", "曾丽"),
            ("zl", "曾丽"),
            ("cl", "曾丽"),
            ("xie", "解东"),
            ("jie", "解东"),
            ("xd", "解东"),
            ("jd", "解东"),
            ("lv", "吕梁"),
            ("lü", "吕梁"),
            ("lyu", "吕梁"),
            ("lvl", "吕梁"),
            ("ll", "吕梁"),
        ] {
            assert!(finds(typed, name), "{typed} {name}");
        }
    }

    #[test]
    fn zh_ch_sh_stand_for_one_character_too() {
        for (typed, name) in [
            ("zhs", "张三"),
            ("zh", "张三"),
            ("zhsh", "张绍"),
            ("chm", "陈明"),
            ("shxm", "石小明"),
            ("zhangshx", "张绍雄"),
            ("zhs", "子辉山"),
            ("zhshch", "张绍成"),
        ] {
            assert!(finds(typed, name), "{typed} {name}");
        }
        assert!(!finds("zhs", "李四"));
    }

    #[test]
    fn digits_of_any_width_and_latin_letters_are_found() {
        assert!(finds("0000", "13800000000"));
        assert!(finds("００００", "13800000000"));
        assert!(finds("138", "１３８０００００００"));
        assert!(finds("permit", "Residence permit, first issue"));
        assert!(finds("A-3", "样表 a-3"));
    }

    #[test]
    fn the_most_sensible_comes_first() {
        let items = [
            "增值税发票",
            "发票领用(增量)",
            "领用(发票)",
            "发票",
            "发票领用",
            "车票",
        ];
        assert_eq!(pick("fp", items), [3, 4, 1, 2, 0]);
        assert_eq!(rank("发票", "发票").unwrap().place, Place::Whole);
        assert_eq!(rank("fp", "领用(发票)").unwrap().place, Place::Word);
        assert_eq!(rank("fp", "增值税发票").unwrap().place, Place::Inside);
    }

    #[test]
    fn nothing_typed_keeps_everything_in_order() {
        assert_eq!(pick("", ["乙", "甲甲", "丙"]), [0, 1, 2]);
        assert_eq!(pick("  ", ["乙", "甲甲"]), [0, 1]);
        assert!(pick("没有", ["乙", "甲"]).is_empty());
    }

    #[test]
    fn the_built_in_matters_are_found_by_their_initials() {
        let catalog = examples().unwrap();
        for (typed, name) in [
            ("fply", "发票领用(首次票种核定)"),
            ("bdczydj", "不动产转移登记(房屋买卖)"),
            ("bdc", "不动产转移登记(房屋买卖)"),
            ("fwmm", "不动产转移登记(房屋买卖)"),
            ("hkqy", "户口迁移(直系亲属投靠:夫妻、父母子女)"),
            ("qingshui", "一照一码户清税(税务注销)"),
        ] {
            let found = pick(typed, catalog.matters.iter().map(|one| &one.name));
            let first = found.first().map(|&at| catalog.matters[at].name.as_str());
            assert_eq!(first, Some(name), "{typed}");
        }
    }

    #[test]
    fn odd_input_finds_nothing_and_breaks_nothing() {
        for typed in ["\u{0}", "\u{202e}zh", "😀", "h", "zh", "'''", "ǖ", "ﬁ"] {
            let _ = pick(typed, ["张三", "", "\u{301}", "😀户", "ﬁ"]);
        }
        let long = "zhsh".repeat(5_000);
        assert!(pick(&long, ["张绍"]).is_empty());
    }
}
