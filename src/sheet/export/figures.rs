//! The sheet of figures: every grouping, one under another, the whole first.

use super::cells::{Cell, Shown, count};
use super::{ExportError, Order, Sink};
use crate::domain::deadline::Office;
use crate::i18n::export::{self as say, Number};
use crate::i18n::figures;
use crate::store::{Figure, Grouping, Line, Read};

/// The columns.
fn numbers() -> Vec<Number> {
    let mut all: Vec<Number> = Figure::ALL.map(Number::Count).to_vec();
    all.insert(2, Number::SpotShare);
    all.insert(4, Number::TimeShare);
    all.extend([
        Number::Rating,
        Number::Turns,
        Number::Median,
        Number::Ninetieth,
    ]);
    all
}

pub(super) fn write(
    read: Read<'_>,
    order: &Order,
    shown: &Shown<'_>,
    office: &Office,
    sink: &mut dyn Sink,
) -> Result<(), ExportError> {
    let lang = order.lang;
    let numbers = numbers();
    let mut heads: Vec<(&str, f64)> =
        vec![(say::groups(lang)[0], 16.0), (say::groups(lang)[1], 26.0)];
    heads.extend(numbers.iter().map(|one| (say::number(lang, *one), 11.0)));
    sink.begin(say::FIGURES.text(lang), &heads)?;
    let mut put = |by: &str, name: String, line: &Line| {
        let mut cells = vec![Cell::Text(by.to_owned()), Cell::Text(name)];
        cells.extend(numbers.iter().map(|one| cell(*one, line)));
        sink.row(&cells)
    };
    let mut first = true;
    for by in Grouping::ALL {
        let found = read.figures(order.span, by, office)?;
        if first {
            put(
                figures::ALL.text(lang),
                figures::span(order.span),
                &found.whole,
            )?;
            first = false;
        }
        for line in &found.lines {
            put(
                figures::grouping(lang, by),
                shown.groups.name(by, &line.key),
                line,
            )?;
        }
    }
    Ok(())
}

fn cell(number: Number, line: &Line) -> Cell {
    let whole = |value: u64| i64::try_from(value).ok();
    let divided = |value: Option<i64>, by: f64| match count(value) {
        Cell::Number(value) => Cell::Number((value / by * 100.0).round() / 100.0),
        blank @ (Cell::Blank | Cell::Text(_) | Cell::At(_)) => blank,
    };
    let tenths = |value: Option<u64>| divided(value.and_then(whole), 10.0);
    let hours = |seconds: i64| divided(Some(seconds).filter(|_| line.held.turns > 0), 3600.0);
    match number {
        Number::Count(figure) => count(whole(line.count(figure))),
        Number::SpotShare => tenths(line.on_the_spot_share()),
        Number::TimeShare => tenths(line.on_time_share()),
        Number::Rating => tenths(line.mean_rating()),
        Number::Turns => count(whole(line.held.turns)),
        Number::Median => hours(line.held.median),
        Number::Ninetieth => hours(line.held.ninetieth),
    }
}
