//! A blank sheet of slips to fill in, with a sheet that says how.

use super::Around;
use crate::i18n::columns::word;
use crate::i18n::slips::{COLUMNS, HELP, SLIPS, WAYS, Way, explained, explaining};
use crate::sheet::grid::{Grid, Out, workbook};

/// A workbook: a heading to fill in below, and what each column takes.
///
/// # Errors
///
/// What the writer says.
pub fn template(around: Around<'_>) -> Result<Vec<u8>, String> {
    let blank = Grid {
        name: SLIPS[0].to_owned(),
        heading: COLUMNS.iter().map(|one| one.zh.to_owned()).collect(),
        rows: Vec::new(),
    };
    workbook(&[blank, help(around)])
}

fn help(around: Around<'_>) -> Grid {
    let lang = around.lang;
    let mut rows: Vec<Vec<Out>> = Vec::new();
    let mut line = |name: &str, text: &str| rows.push(vec![Out::text(name), Out::text(text)]);
    for column in COLUMNS {
        line(column.zh, explained(lang, column.field));
    }
    for (field, choices) in [
        (
            "channel",
            around
                .rules
                .channels
                .iter()
                .map(|one| &one.name)
                .collect::<Vec<_>>(),
        ),
        (
            "kind",
            around.rules.kinds.iter().map(|one| &one.name).collect(),
        ),
    ] {
        let names: Vec<&str> = choices
            .iter()
            .map(|one| lang.pick(&*one.zh, &*one.en))
            .collect();
        let column = COLUMNS.iter().find(|one| one.field == field);
        if let (Some(column), false) = (column, names.is_empty()) {
            line(column.zh, &names.join(lang.pick("、", ", ")));
        }
    }
    for person in around.people {
        line(
            word(WAYS, Way::HandedOff),
            &format!("{} {} {}", person.number, person.name, person.department),
        );
    }
    for (id, name, _) in around.matters {
        line(id, name);
    }
    Grid {
        name: HELP[0].to_owned(),
        heading: explaining(lang).map(str::to_owned).into(),
        rows,
    }
}
