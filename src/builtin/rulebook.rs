//! The regulations that come with the program, one file each.

use crate::domain::rulebook::{Fault, Rulebook, parse};

/// Each rulebook that comes with the program: its id and its text.
pub const FILES: [(&str, &str); 12] = [
    ("police", include_str!("rulebooks/police.toml")),
    ("forestry", include_str!("rulebooks/forestry.toml")),
    ("company", include_str!("rulebooks/company.toml")),
    ("mine-centre", include_str!("rulebooks/mine-centre.toml")),
    ("township", include_str!("rulebooks/township.toml")),
    ("hotel", include_str!("rulebooks/hotel.toml")),
    ("company-2020", include_str!("rulebooks/company-2020.toml")),
    ("tax", include_str!("rulebooks/tax.toml")),
    ("management", include_str!("rulebooks/management.toml")),
    (
        "service-centre",
        include_str!("rulebooks/service-centre.toml"),
    ),
    ("property", include_str!("rulebooks/property.toml")),
    (
        "customer-service",
        include_str!("rulebooks/customer-service.toml"),
    ),
];

/// Ids of the rulebooks that come with the program.
pub fn ids() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(id, _)| *id)
}

/// The rulebook with this id, or nothing when none comes along under it.
///
/// The faults are those of a broken file, which the tests rule out.
pub fn rulebook(id: &str) -> Option<Result<Rulebook, Vec<Fault>>> {
    let (id, text) = FILES.iter().find(|(known, _)| *known == id)?;
    Some(parse(text, &format!("{id}.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::{Length, RouteId};

    fn all() -> Vec<Rulebook> {
        ids()
            .map(|id| match rulebook(id) {
                Some(Ok(book)) => book,
                Some(Err(faults)) => panic!("{id}: {faults:#?}"),
                None => panic!("{id}: not there"),
            })
            .collect()
    }

    /// The books of which something holds that others may do otherwise.
    fn of(ids: &[&str]) -> Vec<Rulebook> {
        let mut books = all();
        books.retain(|book| ids.contains(&book.id.as_str()));
        assert_eq!(books.len(), ids.len());
        books
    }

    #[test]
    fn each_file_reads_and_passes_its_own_check() {
        let books = all();
        assert_eq!(books.len(), FILES.len());
        for (book, id) in books.iter().zip(ids()) {
            assert_eq!(book.id, id);
        }
    }

    #[test]
    fn an_unknown_id_is_nothing() {
        assert!(rulebook("harbour").is_none());
    }

    #[test]
    fn a_person_at_the_window_is_the_first_choice_of_channel() {
        for book in all() {
            assert_eq!(book.channels[0].id, "visit", "{}", book.id);
        }
    }

    #[test]
    fn every_route_says_what_to_do_next() {
        for book in all() {
            for id in RouteId::ALL {
                let route = book.route(id).expect("a route");
                assert!(!route.next.zh.is_empty() && !route.next.en.is_empty());
            }
        }
    }

    /// Regulations that say nothing of returns, nor of extensions.
    const SILENT: [&str; 7] = [
        "forestry",
        "company",
        "township",
        "company-2020",
        "tax",
        "management",
        "service-centre",
    ];

    #[test]
    fn where_the_source_is_silent_no_extension_is_granted() {
        for book in of(&SILENT) {
            assert!(book.clocks.iter().all(|clock| clock.extension.is_none()));
        }
    }

    #[test]
    fn where_the_source_is_silent_a_return_is_our_own_rule() {
        for book in of(&SILENT) {
            assert!(book.returns.allowed && book.returns.clause.is_none());
        }
    }

    #[test]
    fn our_own_targets_are_named_as_such_in_both_languages() {
        for clock in of(&SILENT).into_iter().flat_map(|book| book.clocks) {
            let named = clock.name.zh.ends_with("（内控）");
            assert_eq!(named, clock.name.en.ends_with("(internal)"), "{}", clock.id);
            if clock.internal && clock.limit != Length::Matter {
                assert!(named, "{}", clock.id);
            } else {
                assert!(!named, "{}", clock.id);
            }
        }
    }
}
