//! The register's search keys: few a person, read by range.
//!
//! A key is the beginning of a search from some character on, so that one range
//! read finds it: 张小芳 has 张小芳, 小芳, `zhangxiaofang`, `xiaofang` and `zxf`.
//! Every key costs a write at each registration (seven a name on average), hence:
//!
//! - hanzi and spelled-out pinyin begin at any character but the last (a lone
//!   last syllable is no search); a word of letters counts as one character;
//! - initials stand whole, and from a later character only with three letters
//!   or more, so that 张三 is found by `zs` and 欧阳小明 by `yxm`;
//! - several readings give several keys, the commonest ones of them;
//! - a telephone number stands as it is and once backwards: the range over its
//!   reverse finds any tail, whatever its length.

use pinyin::{PinyinMulti, ToPinyinMulti};

use super::{folded, spellings};

/// How many ways of reading a whole name are kept, of each kind.
const WHOLE: usize = 4;

/// How many ways of reading its later part are kept: the surname, where readings
/// go wrong most often, is no part of it.
const LATER: usize = 2;

/// Longer names are cut: what follows finds nobody.
const CHARACTERS: usize = 12;

/// Fewer digits than this find too many telephones.
const DIGITS: usize = 4;

/// Marks a number that is written backwards.
const BACKWARDS: char = '<';

/// The keys under which a person's name is found, each once.
pub fn name_keys(name: &str) -> Vec<String> {
    let units = units(&folded(name));
    let starts = match units.as_slice() {
        [_, .., last] if last.chars().count() == 1 => units.len() - 1,
        _ => units.len(),
    };
    let spelled: Vec<Vec<String>> = units.iter().map(|unit| readings(unit)).collect();
    let initials: Vec<Vec<String>> = spelled.iter().map(|one| first_letters(one)).collect();
    let limit = |start: usize| if start == 0 { WHOLE } else { LATER };
    let written = (0..starts).map(|start| units[start..].concat());
    let pinyin = (0..starts).flat_map(|start| combined(&spelled[start..], limit(start)));
    let letters = (0..units.len())
        .filter(|&start| start == 0 || units.len() - start >= 3)
        .flat_map(|start| combined(&initials[start..], limit(start)));
    let mut keys: Vec<String> = Vec::new();
    for key in written.chain(pinyin).chain(letters) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The keys under which a telephone number is found: as it is, and backwards.
/// None when it has fewer than four digits.
pub fn phone_keys(phone: &str) -> Vec<String> {
    let digits = digits(phone);
    if digits.len() < DIGITS {
        return Vec::new();
    }
    vec![backwards(&digits), digits]
}

/// The key under which an organisation is found from its beginning on, apart from
/// people's names. None when it has fewer than four characters.
pub fn unit_key(unit: &str) -> Option<String> {
    let plain: String = folded(unit)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    (plain.chars().count() >= DIGITS).then(|| format!("u:{plain}"))
}

/// The key under which an identity document is found by its tail, apart from
/// telephones. None when it has fewer than four characters.
pub fn document_key(number: &str) -> Option<String> {
    let folded = folded(number);
    let plain: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let reversed: String = plain.iter().rev().collect();
    (plain.len() >= DIGITS).then(|| format!("i{BACKWARDS}{reversed}"))
}

/// The ranges of keys, each from the first to before the second, that hold what
/// was typed; compare them as bytes.
///
/// Digits find numbers by their beginning or their end, from four digits on;
/// letters need two, hanzi one. Hanzi mixed with letters are found by the
/// leading hanzi alone, and `zh` may stand for `z`, so ranges can hold more
/// than was asked: keep the rows whose name fits a [`super::Query`].
pub fn query_ranges(typed: &str) -> Vec<(String, String)> {
    let typed: String = folded(typed)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let starts = if !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        if typed.len() < DIGITS {
            return Vec::new();
        }
        vec![backwards(&typed), typed]
    } else if typed.chars().all(|c| c.is_ascii() || c == 'ü') {
        let letters = spellings(&typed);
        letters.into_iter().filter(|one| one.len() >= 2).collect()
    } else {
        let hanzi = |c: &char| !c.is_ascii();
        let lead: String = typed.chars().take_while(hanzi).take(CHARACTERS).collect();
        vec![lead]
    };
    starts
        .into_iter()
        .filter(|start| !start.is_empty())
        .map(|start| {
            let end = format!("{start}{}", char::MAX);
            (start, end)
        })
        .collect()
}

fn digits(text: &str) -> String {
    folded(text).chars().filter(char::is_ascii_digit).collect()
}

fn backwards(digits: &str) -> String {
    let reversed = digits.chars().rev();
    std::iter::once(BACKWARDS).chain(reversed).collect()
}

/// Each character of a text by the ways in which it is spelled, commonest first; a word
/// of letters spells itself.
pub fn readings_of(text: &str) -> Vec<Vec<String>> {
    let units = all_units(&folded(text));
    units.iter().map(|unit| readings(unit)).collect()
}

/// The characters of a name; letters and digits that stand together are one.
fn units(name: &str) -> Vec<String> {
    let mut units = all_units(name);
    units.truncate(CHARACTERS);
    units
}

fn all_units(name: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut inside = false;
    for c in name.chars() {
        let letter = c.is_alphanumeric() && pinyin_of(c).is_none();
        match units.last_mut() {
            Some(word) if letter && inside => word.push(c),
            _ if c.is_alphanumeric() => units.push(c.to_string()),
            _ => {}
        }
        inside = letter;
    }
    units
}

fn pinyin_of(character: char) -> Option<PinyinMulti> {
    character.to_pinyin_multi()
}

/// How a character is spelled, commonest first; a word of letters spells itself.
fn readings(unit: &str) -> Vec<String> {
    let mut spelled: Vec<String> = Vec::new();
    if let Some(several) = unit.chars().next().and_then(pinyin_of) {
        for reading in several {
            let plain = reading.plain().replace('ü', "v");
            if !spelled.contains(&plain) {
                spelled.push(plain);
            }
        }
    }
    if spelled.is_empty() {
        spelled.push(unit.to_owned());
    }
    spelled
}

fn first_letters(readings: &[String]) -> Vec<String> {
    let mut letters: Vec<String> = Vec::new();
    for letter in readings.iter().filter_map(|one| one.chars().next()) {
        let letter = letter.to_string();
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

/// Every way of putting one reading of each character together, those with the
/// commonest readings first, at most `limit`.
///
/// The first character varies first: it is the surname, whose readings are the
/// ones that are wrong most often.
fn combined(words: &[Vec<String>], limit: usize) -> Vec<String> {
    let commonest = |skip: usize, reading: &str| -> String {
        let parts = words.iter().enumerate().map(|(at, one)| {
            if at == skip {
                reading
            } else {
                one.first().map_or("", String::as_str)
            }
        });
        parts.collect()
    };
    let mut ways: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for reading in word {
            let way = commonest(at, reading);
            if ways.len() < limit && !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::{name_keys, phone_keys, query_ranges};

    fn found(typed: &str, keys: &[String]) -> bool {
        query_ranges(typed)
            .iter()
            .any(|(from, until)| keys.iter().any(|key| key >= from && key < until))
    }

    fn finds(typed: &str, name: &str) -> bool {
        found(typed, &name_keys(name))
    }

    #[test]
    fn a_name_has_few_keys() {
        assert_eq!(
            name_keys("张小芳"),
            ["张小芳", "小芳", "zhangxiaofang", "xiaofang", "zxf"]
        );
        assert_eq!(name_keys("张三"), ["张三", "zhangsan", "zs"]);
        assert!(name_keys("阿依古丽·买买提").len() <= 32);
        assert!(name_keys(&"单曾解".repeat(50)).len() <= 64);
    }

    #[test]
    fn a_name_is_found_from_any_character_but_a_lone_last_one() {
        for typed in [
            "张",
            "张小",
            "小明",
            "zhang",
            "zhangx",
            "xiaom",
            "zxm",
            "ZXM",
            "ｚｘｍ",
        ] {
            assert!(finds(typed, "张小明"), "{typed}");
        }
        for typed in ["明", "ming", "xm", "李", "zxl", "z"] {
            assert!(!finds(typed, "张小明"), "{typed}");
        }
    }

    #[test]
    fn a_name_of_two_characters_is_found_by_its_two_initials() {
        for typed in ["zs", "zhs", "zhangs", "张三"] {
            assert!(finds(typed, "张三"), "{typed}");
        }
        assert!(finds("欧阳", "欧阳小明") && finds("yxm", "欧阳小明") && finds("oyxm", "欧阳小明"));
    }

    #[test]
    fn every_reading_of_a_surname_is_a_key() {
        for (typed, name) in [
            ("shanx", "单小红"),
            ("danx", "单小红"),
            ("sxh", "单小红"),
            ("dxh", "单小红"),
            ("zengl", "曾丽"),
            ("cengl", "曾丽"),
            ("zl", "曾丽"),
            ("cl", "曾丽"),
            ("xied", "解东"),
            ("jied", "解东"),
            ("xd", "解东"),
            ("jd", "解东"),
            ("lvl", "吕梁"),
            ("lül", "吕梁"),
            ("lyuliang", "吕梁"),
            ("ll", "吕梁"),
        ] {
            assert!(finds(typed, name), "{typed} {name} {:?}", name_keys(name));
        }
    }

    #[test]
    fn marks_spaces_and_width_do_not_matter() {
        assert!(finds("买买提", "阿依古丽·买买提"));
        assert!(finds("古丽买", "阿依古丽·买买提"));
        assert!(finds("john", "John Smith") && finds("smith", "John Smith"));
        assert!(finds("张 小明", "张小明"));
    }

    #[test]
    fn a_telephone_is_found_by_its_beginning_and_by_any_tail() {
        let keys = phone_keys("138-0001-2345");
        assert_eq!(keys.len(), 2);
        for typed in ["13800012345", "1380", "2345", "12345", "012345", "２３４５"] {
            assert!(found(typed, &keys), "{typed}");
        }
        for typed in ["345", "0001", "2346", ""] {
            assert!(!found(typed, &keys), "{typed}");
        }
        assert_eq!(
            phone_keys("１３８００００００００"),
            phone_keys("13800000000")
        );
        assert!(phone_keys("110").is_empty());
    }

    #[test]
    fn odd_input_gives_no_range() {
        for typed in ["", " ", "·", "x", "\u{202e}", "123"] {
            assert!(query_ranges(typed).is_empty(), "{typed:?}");
        }
        assert!(name_keys("").is_empty());
        assert!(name_keys(" · ").is_empty());
        assert_eq!(name_keys("张"), ["张", "zhang", "z"]);
    }
}
