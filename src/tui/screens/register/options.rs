//! Short lists: each choice behind its digit, side by side.

use crate::tui::text;

use super::place::NARROWEST;

/// Columns before the first choice, the bracket of a chosen one included, in the
/// language that needs more.
const BEFORE: u16 = 9;

/// Row and column of each choice within `columns`; nothing when they need more
/// than `rows` rows. A bracket is shared by neighbours.
pub fn set(names: &[&str], columns: u16, rows: u16) -> Option<Vec<(u16, u16)>> {
    let (mut x, mut row) = (0, 0);
    let mut places = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let digits = (at + 1).to_string().len();
        let wide = u16::try_from(text::width(name) + digits).ok()?;
        let needed = wide.saturating_add(2);
        if x > 0 && needed > columns - x {
            (x, row) = (0, row + 1);
        }
        if needed > columns || row >= rows {
            return None;
        }
        places.push((row, x));
        x += wide + 1;
    }
    Some(places)
}

/// Whether a list can stand side by side at every size: few enough for digits, and
/// short enough for the narrowest form.
pub fn fits(names: &[&str], rows: u16) -> bool {
    names.len() <= 9 && set(names, NARROWEST - BEFORE, rows).is_some()
}

/// The names as far as there is room: the chosen one whole, the others cut alike.
pub fn shortened(names: &[&str], chosen: Option<usize>, columns: u16, rows: u16) -> Vec<String> {
    let longest = names.iter().map(|name| text::width(name)).max();
    let cut_to = |most: usize| -> Vec<String> {
        let cut = |(at, name): (usize, &&str)| {
            if chosen == Some(at) {
                (*name).to_owned()
            } else {
                text::fit(name, most).into_owned()
            }
        };
        names.iter().enumerate().map(cut).collect()
    };
    let fitting = (0..=longest.unwrap_or(0)).rev().map(cut_to).find(|names| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        set(&names, columns, rows).is_some()
    });
    fitting.unwrap_or_else(|| cut_to(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_stand_side_by_side_and_go_on_below() {
        let names = ["visit", "call", "letter"];
        assert_eq!(set(&names, 30, 1), Some(vec![(0, 0), (0, 7), (0, 13)]));
        assert_eq!(set(&names, 14, 2), Some(vec![(0, 0), (0, 7), (1, 0)]));
        assert_eq!(set(&names, 14, 1), None);
        assert_eq!(set(&["a very long channel"], 14, 2), None);
    }

    #[test]
    fn a_list_of_ten_has_too_few_digits() {
        assert!(fits(&["a"; 9], 1));
        assert!(!fits(&["a"; 10], 2));
    }

    #[test]
    fn the_chosen_name_stays_whole() {
        let names = ["Not urgent", "urgent", "Serious or urgent"];
        let shown = shortened(&names, Some(2), 34, 1);
        assert_eq!(shown, ["Not..", "urg..", "Serious or urgent"]);
        let shown = shortened(&names, Some(0), 60, 1);
        assert_eq!(shown, names);
    }
}
