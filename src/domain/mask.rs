//! Names, telephones and numbers as those may see them who need not know more.

/// A name with its middle covered: `张三` is `张*`, `赵小满` is `赵*满`.
///
/// A name in Latin letters keeps its first letter. At most two stars are
/// written, so that the length of a long name is not told either.
pub fn mask_name(name: &str) -> String {
    let letters: Vec<char> = name.trim().chars().collect();
    match letters.as_slice() {
        [] => String::new(),
        [first] | [first, _] => format!("{first}*"),
        [first, ..] if first.is_ascii() => format!("{first}**"),
        [first, _, last] => format!("{first}*{last}"),
        [first, .., last] => format!("{first}**{last}"),
    }
}

/// A telephone number with its middle covered: `138****0007`.
///
/// Eleven digits keep three and four; a shorter one keeps its last two, so that
/// an extension does not stand open.
pub fn mask_phone(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let count = digits.len();
    match count {
        0 => String::new(),
        1..=2 => "*".repeat(count),
        3..=10 => covered(&digits, 0, 2),
        _ => covered(&digits, 3, 4),
    }
}

/// A document number of which only the last four characters stand open, or
/// fewer where the number is short: never more than a third of it.
pub fn mask_number(number: &str) -> String {
    let letters: Vec<char> = number.trim().chars().collect();
    covered(&letters, 0, 4.min(letters.len() / 3))
}

/// A text of the record with the visitor's name covered, and long numbers too.
pub fn mask_within(text: &str, name: &str) -> String {
    let name = name.trim();
    if name.chars().count() > 1 {
        cover_numbers(&text.replace(name, &mask_name(name)))
    } else {
        cover_numbers(text)
    }
}

/// Runs of seven digits and more keep their last two.
fn cover_numbers(text: &str) -> String {
    let mut covered = String::with_capacity(text.len());
    let mut digits = String::new();
    for ch in text.chars().chain(std::iter::once('\0')) {
        if ch.is_ascii_digit() {
            digits.push(ch);
            continue;
        }
        // Eight digits and a dash are the number of an inquiry or a paper.
        let number_of_ours = digits.len() == 8 && ch == '-';
        if digits.len() >= 7 && !number_of_ours {
            covered.push_str(&"*".repeat(digits.len() - 2));
            covered.push_str(&digits[digits.len() - 2..]);
        } else {
            covered.push_str(&digits);
        }
        digits.clear();
        if ch != '\0' {
            covered.push(ch);
        }
    }
    covered
}

fn covered(letters: &[char], head: usize, tail: usize) -> String {
    let hidden = letters.len().saturating_sub(head + tail);
    let start = letters.iter().take(head);
    let end = letters.iter().skip(head + hidden);
    start
        .copied()
        .chain(std::iter::repeat_n('*', hidden))
        .chain(end.copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_ends() {
        assert_eq!(mask_name("张三"), "张*");
        assert_eq!(mask_name("赵小满"), "赵*满");
        assert_eq!(mask_name("欧阳小满"), "欧**满");
        assert_eq!(mask_name("阿不都热合曼·买买提"), "阿**提");
        assert_eq!(mask_name("John Smith"), "J**");
        assert_eq!(mask_name("李"), "李*");
        assert_eq!(mask_name(" "), "");
    }

    #[test]
    fn a_telephone_keeps_its_ends_only_when_it_is_long() {
        assert_eq!(mask_phone("13800000007"), "138****0007");
        assert_eq!(mask_phone("0571-8000 0001"), "057*****0001");
        assert_eq!(mask_phone("80000001"), "******01");
        assert_eq!(mask_phone("8"), "*");
        assert_eq!(mask_phone(""), "");
    }

    #[test]
    fn what_was_typed_names_nobody() {
        assert_eq!(
            mask_within("张三来问,电话 13800000007,见 20260407-0001", "张三"),
            "张*来问,电话 *********07,见 20260407-0001"
        );
        assert_eq!(mask_within("打13800000000找我", ""), "打*********00找我");
        assert_eq!(mask_within("3天内,2026年", ""), "3天内,2026年");
        assert_eq!(mask_within("8000000", "甲"), "*****00");
    }

    #[test]
    fn a_number_shows_its_tail() {
        assert_eq!(mask_number("A00000000000001234"), "**************1234");
        assert_eq!(mask_number("12345"), "****5");
        assert_eq!(mask_number("1"), "*");
        assert_eq!(mask_number(""), "");
    }
}
