//! Finding by hanzi, pinyin and initials.
//!
//! Two ways, for two sizes. What fits in memory (matters, staff, departments)
//! is searched while typing on a [`Shelf`] by a [`Query`]: `fply`, `fapiao`, `fap领用` and
//! `发票` all find 发票领用. The register's people are found in a table of keys
//! that [`name_keys`] and [`phone_keys`] fill and [`query_ranges`] reads.
//!
//! A character may have several readings (单 dan/shan, 曾 ceng/zeng, 解 jie/xie);
//! all of them find it, because which one a family uses cannot be known.

mod choice;
mod keys;
mod matcher;
mod shelf;
mod terms;

pub use choice::{Choice, Entry, Texts};
pub use keys::{document_key, name_keys, phone_keys, query_ranges, readings_of, unit_key};
pub use matcher::{Matcher, Place, Query, Rank, pick};
pub use shelf::{Hits, MOST, Shelf};
pub use terms::terms;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The form in which query and text are compared: NFKC, lower case.
fn folded(text: &str) -> Cow<'_, str> {
    let plain = |c: char| {
        (c.is_ascii() && !c.is_ascii_uppercase()) || ('\u{4e00}'..='\u{9fff}').contains(&c)
    };
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let lower = text.nfkc().flat_map(char::to_lowercase).collect::<String>();
    Cow::Owned(lower)
}

/// `zh`, `ch`, `sh` typed for an initial: the places of their `h`, in order.
///
/// Before a vowel they begin a syllable that is spelled out and stay as they
/// are; before a consonant, or before hanzi, they stand for one character.
fn double_initials(query: &str) -> Vec<usize> {
    let bytes = query.as_bytes();
    let vowel = |byte: &u8| b"aeiouv".contains(byte);
    (1..bytes.len().saturating_sub(1))
        .filter(|&at| bytes[at] == b'h' && b"zcs".contains(&bytes[at - 1]))
        .filter(|&at| !bytes.get(at + 1).is_some_and(vowel))
        .collect()
}

/// The query itself, then each way of reading its `zh`, `ch`, `sh` as one
/// initial; `ü` and `yu` after l and n become `v`, as keyboards have it.
fn spellings(query: &str) -> Vec<String> {
    let query = query
        .replace('ü', "v")
        .replace("lyu", "lv")
        .replace("nyu", "nv");
    let doubles = double_initials(&query);
    // Three give eight spellings; nobody types more of them for one search.
    let doubles = &doubles[..doubles.len().min(3)];
    (0..1_usize << doubles.len())
        .map(|choice| {
            let dropped = |at: usize| {
                let place = doubles.iter().position(|&double| double == at);
                place.is_some_and(|place| choice & (1 << place) != 0)
            };
            query
                .char_indices()
                .filter(|&(at, _)| !dropped(at))
                .map(|(_, c)| c)
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{folded, spellings};

    #[test]
    fn width_and_case_do_not_matter() {
        assert_eq!(folded("ＦＰＬＹ１３８"), "fply138");
        assert_eq!(folded("发票(首次)"), "发票(首次)");
    }

    #[test]
    fn double_initials_are_read_both_ways() {
        assert_eq!(spellings("zhs"), ["zhs", "zs"]);
        assert_eq!(spellings("zhang"), ["zhang"]);
        assert_eq!(spellings("zhang三"), ["zhang三"]);
        assert_eq!(spellings("zhshx").len(), 4);
        assert_eq!(spellings("lyu"), ["lv"]);
        assert_eq!(spellings("lü"), ["lv"]);
    }
}
