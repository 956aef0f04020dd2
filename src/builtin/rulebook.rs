//! The regulations that come with the program, one file each.

use crate::domain::rulebook::{Fault, Rulebook, parse};

/// Each rulebook that comes with the program: its id and its text.
pub const FILES: [(&str, &str); 7] = [
    ("police", include_str!("rulebooks/police.toml")),
    ("mine-centre", include_str!("rulebooks/mine-centre.toml")),
    ("hotel", include_str!("rulebooks/hotel.toml")),
    ("tax", include_str!("rulebooks/tax.toml")),
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
    use crate::domain::rulebook::RouteId;

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

    #[test]
    fn neither_tax_nor_service_centre_grants_an_extension() {
        for book in of(&["tax", "service-centre"]) {
            assert!(book.clocks.iter().all(|clock| clock.extension.is_none()));
        }
    }

    #[test]
    fn where_the_source_is_silent_a_return_is_our_own_rule() {
        for book in of(&["tax", "service-centre"]) {
            assert!(book.returns.allowed && book.returns.clause.is_none());
        }
    }
}
