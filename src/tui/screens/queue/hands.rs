//! The bar of hands: who held it how long, each as wide as their share.

use ratatui::style::Style;

use crate::domain::deadline;
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::{ClockRun, Inquiry};
use crate::domain::time::Moment;
use crate::i18n::queue::{self as say, many};
use crate::tui::draw::Canvas;
use crate::tui::screen::Ctx;
use crate::tui::text;

/// The widest that all bars together become: more would say no more.
const MOST: usize = 48;

/// The turns of one inquiry. What is over was reckoned when it was read; only the turn
/// that lasts is reckoned with each frame.
pub(super) struct Hands {
    over: Vec<(Option<StaffNo>, i64)>,
    lasts: Option<(Option<StaffNo>, Moment)>,
    /// Whether its clocks count office time, rather than day and night.
    office_time: bool,
}

impl Hands {
    pub fn of(cx: &Ctx, state: &Inquiry) -> Self {
        let office_time = counts_office_time(state);
        let mut all = Self {
            over: Vec::new(),
            lasts: None,
            office_time,
        };
        for turn in state.turns() {
            let holder = turn.holder.clone();
            match turn.until {
                Some(until) => {
                    let seconds = reckon(cx, office_time, turn.from, until);
                    all.over.push((holder, seconds));
                }
                None => all.lasts = Some((holder, turn.from)),
            }
        }
        all
    }

    /// Every turn with its name and length by now, in seconds.
    fn turns(&self, cx: &Ctx) -> Vec<(String, i64)> {
        let lasts = self.lasts.as_ref().map(|(holder, from)| {
            let seconds = reckon(cx, self.office_time, *from, cx.now);
            (holder, seconds)
        });
        let over = self.over.iter().map(|(holder, seconds)| (holder, *seconds));
        over.chain(lasts)
            .map(|(holder, seconds)| {
                let name = holder.as_ref().map(|staff| cx.name(staff));
                let name = name.unwrap_or_else(|| cx.say(say::WITH_VISITOR).to_owned());
                (name, seconds)
            })
            .collect()
    }

    pub fn paint(&self, cx: &Ctx, canvas: &mut Canvas, (x, y): (u16, u16), width: u16) {
        let label = cx.say(if self.office_time {
            many::OFFICE_TIME_IN_HANDS
        } else {
            many::CLOCK_TIME_IN_HANDS
        });
        let end = x.saturating_add(width);
        let mut x = canvas.text(x, y, width, label, cx.theme.dim) + 2;
        let parts: Vec<Part> = self.turns(cx).into_iter().map(Part::of).collect();
        let (skipped, cells) = layout(&parts, usize::from(end.saturating_sub(x)));
        if skipped > 0 {
            x = canvas.text(x, y, 2, "..", cx.theme.dim) + 1;
        }
        let (glyph, bar) = cx.theme.bar_cell();
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.iter().enumerate().skip(skipped) {
            let style = if at == last && self.lasts.is_some() {
                cx.theme.text
            } else {
                cx.theme.dim
            };
            let write = |canvas: &mut Canvas, x: u16, words: &str, style: Style| {
                canvas.text(x, y, end.saturating_sub(x), words, style)
            };
            x = write(canvas, x, &part.name, style) + 1;
            let wide = cells.get(at - skipped).copied().unwrap_or(1);
            let wide = u16::try_from(wide).unwrap_or(1).min(end.saturating_sub(x));
            canvas.rule(x, y, wide, glyph, bar);
            x = write(canvas, x + wide + 1, &part.length, style) + 2;
        }
    }
}

/// One turn as it stands on the line.
struct Part {
    name: String,
    length: String,
    seconds: i64,
}

impl Part {
    fn of((name, seconds): (String, i64)) -> Self {
        let minutes = seconds.max(0) / 60;
        Self {
            name,
            length: format!("{}:{:02}", minutes / 60, minutes % 60),
            seconds: seconds.max(0),
        }
    }

    /// Columns without the bar: two blanks around it, two after.
    fn columns(&self) -> usize {
        text::width(&self.name) + text::width(&self.length) + 4
    }
}

/// How many of the first turns do not fit, and how many cells the bar of each other
/// one has: one at least, the rest by share.
fn layout(parts: &[Part], width: usize) -> (usize, Vec<usize>) {
    let needs = |parts: &[Part]| parts.iter().map(|part| part.columns() + 1).sum::<usize>();
    let mut skipped = 0;
    while skipped + 1 < parts.len()
        && needs(&parts[skipped..]) + if skipped > 0 { 3 } else { 0 } > width
    {
        skipped += 1;
    }
    let shown = &parts[skipped..];
    let marks = if skipped > 0 { 3 } else { 0 };
    let left = width.saturating_sub(needs(shown) + marks).min(MOST);
    let all: i64 = shown.iter().map(|part| part.seconds).sum::<i64>().max(1);
    let share = |part: &Part| {
        let left = i64::try_from(left).unwrap_or(0);
        usize::try_from(left * part.seconds / all).unwrap_or(0)
    };
    (skipped, shown.iter().map(|part| 1 + share(part)).collect())
}

/// The clock that governs it decides how its time is told; without one, office time.
fn counts_office_time(state: &Inquiry) -> bool {
    let counts = |clock: &ClockRun| clock.run.limit.unit().in_office_time();
    let mut newest = state.clocks.iter().rev();
    let running = state.clocks.iter().rfind(|clock| clock.is_running());
    running.or_else(|| newest.next()).is_none_or(counts)
}

fn reckon(cx: &Ctx, office_time: bool, from: Moment, until: Moment) -> i64 {
    let office = cx.desk.office();
    let (from, until) = (office.local(from), office.local(until));
    let length = if office_time {
        deadline::office_time(from, until, &[], office)
    } else {
        deadline::clock_time(from, until, &[])
    };
    length.unwrap_or(0).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(all: &[(&str, i64)]) -> Vec<Part> {
        all.iter()
            .map(|(name, minutes)| Part::of(((*name).to_owned(), minutes * 60)))
            .collect()
    }

    fn columns(parts: &[Part], (skipped, cells): &(usize, Vec<usize>)) -> usize {
        let words: usize = parts[*skipped..].iter().map(Part::columns).sum();
        words + cells.iter().sum::<usize>() + if *skipped > 0 { 3 } else { 0 }
    }

    #[test]
    fn bars_are_as_wide_as_their_share_and_never_wider_than_the_line() {
        let three = parts(&[("李明", 2), ("何静", 118), ("李明", 22)]);
        let laid = layout(&three, 66);
        assert_eq!(laid.0, 0);
        assert!(
            laid.1[1] > laid.1[2] && laid.1[2] > laid.1[0],
            "{:?}",
            laid.1
        );
        assert!(columns(&three, &laid) <= 66);
    }

    #[test]
    fn what_was_first_gives_way_when_many_held_it() {
        let many: Vec<(&str, i64)> = (0..9).map(|n| ("欧阳修文", n * 700)).collect();
        let many = parts(&many);
        let laid = layout(&many, 66);
        assert!(laid.0 > 0 && laid.0 < 9, "{}", laid.0);
        assert!(columns(&many, &laid) <= 66);
    }
}
