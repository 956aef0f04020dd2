#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::{Doubt, Identity, LETTERS, identify};
use chrono::NaiveDate;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 3).unwrap()
}

fn read(number: &str) -> Result<Identity, Doubt> {
    identify(number, today())
}

#[test]
fn the_examples_of_the_standards_are_right() {
    // GB 11643-1999, appendix.
    for number in ["11010519491231002X", "440524188001010014"] {
        let eldest = NaiveDate::from_ymd_opt(1999, 7, 1).unwrap();
        assert_eq!(identify(number, eldest), Ok(Identity::Person), "{number}");
    }
    // A code of the form that GB 32100-2015 describes, its check worked out by hand.
    assert_eq!(read("91350100M000100Y43"), Ok(Identity::Organisation));
    assert_eq!(read("91350100M000100Y44"), Err(Doubt::Check));
}

#[test]
fn width_case_and_spaces_do_not_matter() {
    for number in [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
    ] {
        assert_eq!(read(number), Ok(Identity::Person), "{number}");
    }
}

#[test]
fn what_is_doubtful_says_why() {
    assert_eq!(read("110105194912310021"), Err(Doubt::Check));
    assert_eq!(read("11010519490231002X"), Err(Doubt::Birth));
    assert_eq!(read("11010520270101002X"), Err(Doubt::Birth));
    assert_eq!(read("1101051949123100"), Err(Doubt::Length { has: 16 }));
    assert_eq!(read("91350100M0001O0Y43"), Err(Doubt::Character('O')));
}

#[test]
fn other_documents_are_none_of_this() {
    for number in ["", "E12345678", "110105491231002", "H60000001", "张三", "1"] {
        assert_eq!(read(number), Ok(Identity::Other), "{number}");
    }
}

/// A number with the check character that the standard's table gives.
fn person(region: u32, (year, month, day): (i32, u32, u32), place: u32) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("{region:06}{year:04}{month:02}{day:02}{place:03}");
    let digits = body.chars().map(|c| c.to_digit(10).unwrap());
    let sum: u32 = digits
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = "10X98765432".as_bytes()[(sum % 11) as usize] as char;
    format!("{body}{check}")
}

fn organisation(body: &[usize]) -> String {
    const WEIGHTS: [usize; 17] = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ];
    let letters = LETTERS.as_bytes();
    let sum: usize = body
        .iter()
        .zip(WEIGHTS)
        .map(|(place, weight)| place * weight)
        .sum();
    let mut code: String = body.iter().map(|place| letters[*place] as char).collect();
    code.push(letters[(31 - sum % 31) % 31] as char);
    code
}

proptest! {
    #[test]
    fn nothing_typed_breaks_it(typed in "\\PC{0,24}") {
        let _ = read(&typed);
    }

    #[test]
    fn every_right_number_of_a_person_is_known_and_one_wrong_character_is_seen(
        region in 110_000_u32..660_000,
        born in (1900_i32..=2025, 1_u32..=12, 1_u32..=28),
        place in 0_u32..1000,
        at in 0_usize..18,
        other in 0_usize..10,
    ) {
        let number = person(region, born, place);
        prop_assert_eq!(read(&number), Ok(Identity::Person));
        let mut wrong: Vec<char> = number.chars().collect();
        let other = char::from_digit(u32::try_from(other).unwrap(), 10).unwrap();
        prop_assume!(wrong[at] != other);
        wrong[at] = other;
        let wrong: String = wrong.into_iter().collect();
        prop_assert_ne!(read(&wrong), Ok(Identity::Person));
    }

    #[test]
    fn two_neighbours_that_changed_places_are_seen(
        region in 110_000_u32..660_000,
        born in (1900_i32..=2025, 1_u32..=12, 1_u32..=28),
        place in 0_u32..1000,
        at in 0_usize..16,
    ) {
        let mut number: Vec<char> = person(region, born, place).chars().collect();
        prop_assume!(number[at] != number[at + 1]);
        number.swap(at, at + 1);
        let number: String = number.into_iter().collect();
        prop_assert_ne!(read(&number), Ok(Identity::Person));
    }

    #[test]
    fn every_right_code_of_an_organisation_is_known_and_one_wrong_character_is_seen(
        body in proptest::collection::vec(0_usize..31, 17),
        at in 0_usize..18,
        other in 0_usize..31,
    ) {
        let code = organisation(&body);
        let letters = code.chars().take(17).any(|c| c.is_ascii_alphabetic());
        prop_assume!(letters);
        prop_assert_eq!(read(&code), Ok(Identity::Organisation));
        let mut wrong: Vec<char> = code.chars().collect();
        let other = LETTERS.as_bytes()[other] as char;
        prop_assume!(wrong[at] != other);
        wrong[at] = other;
        let wrong: String = wrong.into_iter().collect();
        prop_assume!(wrong.chars().take(17).any(|c| c.is_ascii_alphabetic()));
        prop_assert_eq!(read(&wrong), Err(Doubt::Check));
    }
}
