//! The terms under which a text is found in the register.

use super::folded;

/// Each pair of neighbouring hanzi, a hanzi that stands alone, and each word of
/// letters or digits, in the order of the text.
pub fn terms(text: &str) -> Vec<String> {
    let folded = folded(text);
    let mut terms = Vec::new();
    let mut word = String::new();
    let mut run: Vec<char> = Vec::new();
    for c in folded.chars() {
        let letter = c.is_ascii_alphanumeric();
        let hanzi = is_hanzi(c);
        if !letter && !word.is_empty() {
            terms.push(std::mem::take(&mut word));
        }
        if !hanzi {
            end_of_run(&mut run, &mut terms);
        }
        if letter {
            word.push(c);
        } else if hanzi {
            run.push(c);
        }
    }
    if !word.is_empty() {
        terms.push(word);
    }
    end_of_run(&mut run, &mut terms);
    terms
}

/// Other scripts have marks that an index takes for gaps between words.
fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2b81d}')
}

fn end_of_run(run: &mut Vec<char>, terms: &mut Vec<String>) {
    if let [alone] = run.as_slice() {
        terms.push(alone.to_string());
    }
    terms.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn hanzi_go_in_pairs_and_letters_in_words() {
        assert_eq!(terms("发票领用"), ["发票", "票领", "领用"]);
        assert_eq!(
            terms("第1次，开 POS机"),
            ["第", "1", "次", "开", "pos", "机"]
        );
        assert!(terms(" ，·").is_empty());
    }
}
