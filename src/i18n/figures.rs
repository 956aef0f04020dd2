//! What the figures are called.

use std::cell::RefCell;
use std::collections::HashMap;

use super::names::Names;
use super::{Both, Lang};
use crate::desk::Desk;
use crate::domain::ids::StaffNo;
use crate::store::{Behind, Figure, Grouping, Line, Of, Span};

/// Above the figures.
pub const TITLE: Both = Both::new("数字", "Figures");
/// The line of all groups together.
pub const ALL: Both = Both::new("合计", "All");
/// Nothing was registered in the period.
pub const NOTHING: Both = Both::new(
    "这段时间没有登记。[ 看更早的，w 换周、月、年。",
    "Nothing was registered then. [ goes back, w changes the length.",
);
/// Above the days.
pub const DAYS: Both = Both::new("登记 30 天", "30 days");
/// Above the hours of the week.
pub const HOURS: Both = Both::new("收件时刻：9 最多", "Received at: 9 is most");
/// A matter that is not of the catalogue.
pub const FREE_TEXT: Both = Both::new("未列事项", "free text");
/// A department that has no name.
pub const UNNAMED: Both = Both::new("（未填）", "(none)");
/// The figures of a later period are not there yet.
pub const NOT_YET: Both = Both::new("后面还没有到。", "That has not come yet.");

/// The days of the week, Monday first.
pub const fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["一", "二", "三", "四", "五", "六", "日"],
        Lang::En => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    }
}

/// By what figures are set apart.
pub fn grouping(lang: Lang, by: Grouping) -> &'static str {
    let (zh, en) = match by {
        Grouping::First => ("按首问人", "by first responder"),
        Grouping::Hands => ("按经手人", "by hands"),
        Grouping::Department => ("按部门", "by department"),
        Grouping::Leg => ("按转办次序", "by leg"),
        Grouping::Channel => ("按渠道", "by channel"),
        Grouping::Matter => ("按事项", "by matter"),
        Grouping::Rulebook => ("按制度", "by rulebook"),
        Grouping::Day => ("按日", "by day"),
        Grouping::Week => ("按周", "by week"),
        Grouping::Month => ("按月", "by month"),
    };
    lang.pick(zh, en)
}

/// What is counted, in full.
pub fn figure(lang: Lang, figure: Figure) -> &'static str {
    let (zh, en) = match figure {
        Figure::Registered => ("登记", "registered"),
        Figure::OnTheSpot => ("当场答复", "answered on the spot"),
        Figure::OnTime => ("按时", "on time"),
        Figure::Late => ("超期", "late"),
        Figure::Unclosed => ("未办结", "not closed"),
        Figure::Returned => ("退回", "sent back"),
        Figure::SecondNotice => ("二次告知", "told twice"),
        Figure::Rated => ("已评价", "rated"),
        Figure::RatedBadly => ("差评", "rated badly"),
        Figure::Escalated => ("升级", "escalated"),
    };
    lang.pick(zh, en)
}

/// One column of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A count.
    Count(Figure),
    /// On-the-spot answers among what was registered, in percent.
    SpotShare,
    /// What was in time among what is settled or late, in percent.
    TimeShare,
    /// The mean rating.
    Rating,
    /// Half of the turns in the same hands were no longer.
    Median,
    /// Nine of ten were no longer.
    Ninetieth,
}

impl Column {
    /// The columns of a screen.
    pub const SHOWN: [Self; 12] = [
        Self::Count(Figure::Registered),
        Self::SpotShare,
        Self::TimeShare,
        Self::Count(Figure::Late),
        Self::Count(Figure::Unclosed),
        Self::Count(Figure::Returned),
        Self::Count(Figure::SecondNotice),
        Self::Rating,
        Self::Count(Figure::RatedBadly),
        Self::Count(Figure::Escalated),
        Self::Median,
        Self::Ninetieth,
    ];

    /// The count whose rows stand behind it.
    pub fn figure(self) -> Figure {
        match self {
            Self::Count(figure) => figure,
            Self::SpotShare => Figure::OnTheSpot,
            Self::TimeShare => Figure::OnTime,
            Self::Rating => Figure::Rated,
            Self::Median | Self::Ninetieth => Figure::Registered,
        }
    }

    /// A word at its head, of five columns or six.
    pub fn head(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Count(Figure::Registered) => ("登记", "Regd"),
            Self::Count(Figure::OnTheSpot) => ("当场", "Spot"),
            Self::Count(Figure::OnTime) => ("按时", "Time"),
            Self::Count(Figure::Late) => ("超期", "Late"),
            Self::Count(Figure::Unclosed) => ("未结", "Open"),
            Self::Count(Figure::Returned) => ("退回", "Back"),
            Self::Count(Figure::SecondNotice) => ("二次", "2nd"),
            Self::Count(Figure::Rated) => ("已评", "Rtd"),
            Self::Count(Figure::RatedBadly) => ("差评", "Bad"),
            Self::Count(Figure::Escalated) => ("升级", "Esc"),
            Self::SpotShare => ("当场%", "Spot%"),
            Self::TimeShare => ("按时%", "Time%"),
            Self::Rating => ("评价", "Rate"),
            Self::Median => ("在手中", "Median"),
            Self::Ninetieth => ("九成内", "90%"),
        };
        lang.pick(zh, en)
    }

    /// What it is, in full.
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Count(counted) => return figure(lang, counted),
            Self::SpotShare => ("当场答复率", "answered on the spot"),
            Self::TimeShare => ("按时率", "settled on time"),
            Self::Rating => ("平均评价", "mean rating"),
            Self::Median => (
                "在手时间中位数（办公时间）",
                "median office time in the same hands",
            ),
            Self::Ninetieth => (
                "九成在手时间不超过（办公时间）",
                "nine of ten in hand no longer, office time",
            ),
        };
        lang.pick(zh, en)
    }

    /// Its value in a line; `-` where there is nothing to tell.
    pub fn value(self, line: &Line) -> String {
        let tenths = |value: Option<u64>| match value {
            Some(value) => format!("{}.{}", value / 10, value % 10),
            None => "-".to_owned(),
        };
        let long = |seconds: i64| match line.held.turns {
            0 => "-".to_owned(),
            _ => length(seconds),
        };
        match self {
            Self::Count(figure) => line.count(figure).to_string(),
            Self::SpotShare => tenths(line.on_the_spot_share()),
            Self::TimeShare => tenths(line.on_time_share()),
            Self::Rating => tenths(line.mean_rating()),
            Self::Median => long(line.held.median),
            Self::Ninetieth => long(line.held.ninetieth),
        }
    }

    /// How much it is, beside others of the same column.
    pub fn weight(self, line: &Line) -> u64 {
        let seconds = |seconds: i64| u64::try_from(seconds).unwrap_or(0);
        match self {
            Self::Count(figure) => line.count(figure),
            Self::SpotShare => line.on_the_spot_share().unwrap_or(0),
            Self::TimeShare => line.on_time_share().unwrap_or(0),
            Self::Rating => line.mean_rating().unwrap_or(0),
            Self::Median => seconds(line.held.median),
            Self::Ninetieth => seconds(line.held.ninetieth),
        }
    }
}

/// The busiest of the days shown.
pub fn busiest(lang: Lang, day: chrono::NaiveDate, count: u64) -> String {
    let day = day.format("%m-%d");
    lang.pick(
        format!("最多 {day} {count} 件"),
        format!("most on {day}: {count}"),
    )
}

/// `12:05`, hours and minutes.
pub fn length(seconds: i64) -> String {
    let minutes = seconds.max(0) / 60;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// A period: a month as `2026-04`, a year as `2026`, else its first and last day.
pub fn span(span: Span) -> String {
    if span == Span::month_of(span.from) {
        span.from.format("%Y-%m").to_string()
    } else if span == Span::year_of(span.from) {
        span.from.format("%Y").to_string()
    } else {
        format!("{} .. {}", span.from, span.until.format("%m-%d"))
    }
}

/// What groups are called, of one register.
pub struct Groups<'a> {
    desk: &'a Desk,
    lang: Lang,
    people: Names,
    matters: HashMap<String, String>,
    rulebooks: RefCell<HashMap<String, String>>,
}

impl std::fmt::Debug for Groups<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Groups").finish_non_exhaustive()
    }
}

impl<'a> Groups<'a> {
    /// The names that a register knows.
    pub fn of(desk: &'a Desk, lang: Lang) -> Self {
        let people = desk.read().names().unwrap_or_default();
        let matters = desk.read().matters().unwrap_or_default().into_iter();
        let matters = matters.map(|one| {
            let english = lang == Lang::En && !one.name_en.is_empty();
            (one.id, if english { one.name_en } else { one.name })
        });
        Self {
            desk,
            lang,
            people: Names::new(people, desk.office().offset),
            matters: matters.collect(),
            rulebooks: RefCell::default(),
        }
    }

    /// A person's name.
    pub fn person(&self, staff: &StaffNo) -> String {
        self.people.of(staff)
    }

    /// A channel's name.
    pub fn channel(&self, id: &str) -> String {
        let channel = self.desk.rules().channel(id);
        channel
            .map_or(id, |one| self.lang.pick(&one.name.zh, &one.name.en))
            .to_owned()
    }

    /// What a group is called.
    pub fn name(&self, by: Grouping, key: &str) -> String {
        match by {
            Grouping::First | Grouping::Hands => self.person(&StaffNo(key.to_owned())),
            Grouping::Department if key.is_empty() => UNNAMED.text(self.lang).to_owned(),
            Grouping::Matter if key.is_empty() => FREE_TEXT.text(self.lang).to_owned(),
            Grouping::Matter => {
                let known = self.matters.get(key).cloned();
                known.unwrap_or_else(|| key.to_owned())
            }
            Grouping::Leg if key == "0" => self.lang.pick("首问本人", "own hold").to_owned(),
            Grouping::Leg => self
                .lang
                .pick(format!("第{key}次转办"), format!("handoff {key}")),
            Grouping::Channel => self.channel(key),
            Grouping::Rulebook => self.rulebook(key),
            Grouping::Month => key.get(..7).unwrap_or(key).to_owned(),
            Grouping::Department | Grouping::Day | Grouping::Week => key.to_owned(),
        }
    }

    fn rulebook(&self, hash: &str) -> String {
        let mut known = self.rulebooks.borrow_mut();
        if let Some(name) = known.get(hash) {
            return name.clone();
        }
        let read = self.desk.read().rulebook(hash);
        let name = read.map_or_else(
            |_| hash.chars().take(8).collect(),
            |book| {
                format!(
                    "{} {}",
                    self.lang.pick(book.name.zh, book.name.en),
                    book.version
                )
            },
        );
        known.insert(hash.to_owned(), name.clone());
        name
    }

    /// `超期 李明`: the figure and the group whose rows are shown.
    pub fn behind(&self, behind: &Behind) -> String {
        let counted = figure(self.lang, behind.figure);
        let Some(of) = &behind.of else {
            return counted.to_owned();
        };
        let name = match of {
            Of::First(staff) => self.name(Grouping::First, staff.as_str()),
            Of::Hands(staff) => self.name(Grouping::Hands, staff.as_str()),
            Of::Department(name) => self.name(Grouping::Department, name),
            Of::Leg(leg) => self.name(Grouping::Leg, &leg.to_string()),
            Of::Channel(id) => self.name(Grouping::Channel, id),
            Of::Matter(id) => self.name(Grouping::Matter, id),
            Of::Rulebook(hash) => self.name(Grouping::Rulebook, hash),
        };
        let by = grouping(self.lang, of.grouping());
        format!("{counted} {by} {name}")
    }
}
