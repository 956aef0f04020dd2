//! Where everything stands. It follows from the size alone, so that nothing
//! moves while one types.

use ratatui::layout::Rect;

use crate::i18n::Lang;

use super::form::Entry;

/// Rows that the form needs beside those for hits.
const FIXED: u16 = 15;
/// The most hits shown at a time: more is no list that one reads while someone waits.
const MOST_HITS: u16 = 5;
/// The narrowest form.
pub const NARROWEST: u16 = 44;
/// The widest form: beyond it lines are hard to read.
const WIDEST: u16 = 66;

/// The rows and columns of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    /// The whole screen.
    pub area: Rect,
    /// The form below its heading.
    pub form: Rect,
    /// The side pane below its heading.
    pub pane: Rect,
    /// How many hits a picker shows.
    pub hits: u16,
    /// Rows of channel, urgency, receipt, telephone, name, unit, matter, words, route.
    rows: [u16; 9],
    /// The row of the kind; below the screen where the rulebook names no kinds.
    kind: u16,
    /// The first row of the matter's hits.
    pub matter_hits: u16,
    /// The rows that the route fills.
    pub asked: [u16; 2],
    /// The first row of the hits of the route's picker.
    pub asked_hits: u16,
    /// The row at the foot: faults and hints.
    pub foot: u16,
}

impl Places {
    /// The places on a screen of this size. Where there are `kinds` of request, they
    /// take the second row of the channels.
    pub fn on(area: Rect, kinds: bool) -> Self {
        let wide = (area.width * 11 / 20).clamp(NARROWEST, WIDEST);
        let wide = wide.min(area.width);
        let spare = area.height.saturating_sub(FIXED);
        let hits = (spare / 2).clamp(1, MOST_HITS);
        // What is left over parts the groups, from the top.
        let mut gaps = spare.saturating_sub(2 * hits).min(4);
        let mut gap = || {
            let one = gaps.min(1);
            gaps -= one;
            one
        };
        let top = area.y + 1;
        let channel = top;
        let urgency = channel + channel_rows(kinds);
        let received = urgency + 1;
        let kind = received + 1;
        let phone = channel + 4 + gap();
        let matter = phone + 3 + gap();
        let words = matter + 1 + hits;
        let route = words + 1 + gap();
        let asked = route + 2 + gap();
        let foot = area.bottom().saturating_sub(1).max(top);
        let below = Rect::new(area.x, top, area.width, foot - top);
        Self {
            area,
            form: Rect {
                width: wide,
                ..below
            },
            pane: Rect {
                x: area.x + (wide + 2).min(area.width),
                width: area.width.saturating_sub(wide + 2),
                ..below
            },
            hits,
            rows: [
                channel,
                urgency,
                received,
                phone,
                phone + 1,
                phone + 2,
                matter,
                words,
                route,
            ],
            kind: if kinds { kind } else { u16::MAX },
            matter_hits: matter + 1,
            asked: [asked, asked + 1],
            asked_hits: asked + 2,
            foot,
        }
    }

    /// The row of a field.
    pub fn row(&self, entry: Entry) -> u16 {
        match entry {
            Entry::Channel => self.rows[0],
            Entry::Urgency => self.rows[1],
            Entry::Kind => self.kind,
            Entry::Received | Entry::Reason => self.rows[2],
            Entry::Phone | Entry::Left => self.rows[3],
            Entry::Name | Entry::IdNumber => self.rows[4],
            Entry::Unit | Entry::Address => self.rows[5],
            Entry::Matter => self.rows[6],
            Entry::AppointedAt | Entry::Place => self.appointment(),
            Entry::Words => self.rows[7],
            Entry::Route => self.rows[8],
            Entry::Answer
            | Entry::Promised
            | Entry::Receiver
            | Entry::Department
            | Entry::Superior
            | Entry::Why
            | Entry::Advice => self.asked[0],
            Entry::Accompany | Entry::Question => self.asked[1],
        }
    }

    /// The row of an appointment: the last one of the matter's hits, which lie over it
    /// while one looks for a matter.
    pub fn appointment(&self) -> u16 {
        self.matter_hits + self.hits.saturating_sub(1)
    }

    /// The rows below a field down to the foot, for a list that lies over the form.
    pub fn below(&self, entry: Entry) -> Rect {
        let top = self.row(entry).saturating_add(1).min(self.foot);
        Rect {
            y: top,
            height: self.foot - top,
            ..self.form
        }
    }

    /// The column where fields begin, one to the right of the bracket of a choice.
    pub fn column(&self, lang: Lang) -> u16 {
        self.area.x + lang.pick(7, 10)
    }
}

/// The column, counted from the form's left edge, where the seldom needed fields begin.
pub fn beside(lang: Lang) -> u16 {
    lang.pick(20, 22)
}

/// How many rows the channels have.
pub fn channel_rows(kinds: bool) -> u16 {
    if kinds { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_eighty_by_twenty_four_everything_has_a_row() {
        let places = Places::on(Rect::new(0, 1, 80, 21), false);
        assert_eq!((places.hits, places.form.width), (3, 44));
        assert_eq!(places.pane, Rect::new(46, 2, 34, 19));
        assert_eq!(places.asked_hits + places.hits, places.foot);
        let lower = Places::on(Rect::new(0, 1, 80, 19), false);
        assert_eq!(lower.hits, 2);
        assert!(lower.asked_hits + lower.hits <= lower.foot);
    }

    #[test]
    fn rows_follow_each_other_at_every_size() {
        for height in 17..60 {
            for width in [40, 80, 120, 200] {
                let places = Places::on(Rect::new(0, 1, width, height), false);
                let with_kinds = Places::on(Rect::new(0, 1, width, height), true);
                assert_eq!(with_kinds.row(Entry::Phone), places.row(Entry::Phone));
                assert_eq!(with_kinds.row(Entry::Received) + 1, with_kinds.kind);
                let mut rows = places.rows.to_vec();
                rows.extend([places.asked[0], places.asked[1], places.asked_hits]);
                assert!(rows.is_sorted(), "{height}: {rows:?}");
                assert!(places.matter_hits + places.hits <= places.rows[7]);
                assert!(places.asked_hits + places.hits <= places.foot);
                assert!(places.pane.right() <= width);
            }
        }
        for height in 0..17 {
            Places::on(Rect::new(0, 0, 10, height), true);
        }
    }
}
