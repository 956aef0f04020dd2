//! Time that does not count: suspensions for a listed reason.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::calendar::Day;
use super::due::DeadlineError;
use super::hours::{end_of, minute_of};
use super::office::Office;

/// The reasons for which the law keeps time out of a limit; there is no other.
///
/// 行政许可法 art. 45 lists hearing to expert review; the appraisal of public-order
/// cases stands in 治安管理处罚法 art. 99, the rest in the rules of single matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SuspensionReason {
    /// 听证
    Hearing,
    /// 招标
    Tender,
    /// 拍卖
    Auction,
    /// 检验
    Inspection,
    /// 检测
    Testing,
    /// 检疫
    Quarantine,
    /// 鉴定
    Appraisal,
    /// 专家评审
    ExpertReview,
    /// 公示、公告
    PublicNotice,
    /// 群众评议
    PublicReview,
    /// 征求意见
    Consultation,
}

impl SuspensionReason {
    /// Every reason, in the order in which it is offered.
    pub const ALL: [Self; 11] = [
        Self::Hearing,
        Self::Tender,
        Self::Auction,
        Self::Inspection,
        Self::Testing,
        Self::Quarantine,
        Self::Appraisal,
        Self::ExpertReview,
        Self::PublicNotice,
        Self::PublicReview,
        Self::Consultation,
    ];

    /// The reason as commands and rulebooks write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hearing => "hearing",
            Self::Tender => "tender",
            Self::Auction => "auction",
            Self::Inspection => "inspection",
            Self::Testing => "testing",
            Self::Quarantine => "quarantine",
            Self::Appraisal => "appraisal",
            Self::ExpertReview => "expert-review",
            Self::PublicNotice => "public-notice",
            Self::PublicReview => "public-review",
            Self::Consultation => "consultation",
        }
    }

    /// Reads what [`SuspensionReason::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

/// A stretch in which a clock stands still, from its first instant until the
/// instant at which it runs on; `None` while nobody knows when that will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspension {
    /// When the clock was stopped, on the office's wall clock.
    pub from: NaiveDateTime,
    /// When it runs on.
    pub until: Option<NaiveDateTime>,
    /// Why.
    pub reason: SuspensionReason,
}

impl Suspension {
    /// The end, where an open one never ends.
    fn end(&self) -> NaiveDateTime {
        self.until.unwrap_or(NaiveDateTime::MAX)
    }
}

/// All suspensions of a clock, overlaps joined.
#[derive(Debug)]
pub(super) struct Pauses<'a> {
    each: &'a [Suspension],
    joined: Vec<(NaiveDateTime, NaiveDateTime)>,
}

impl<'a> Pauses<'a> {
    pub(super) fn new(each: &'a [Suspension]) -> Result<Self, DeadlineError> {
        if let Some(bad) = each.iter().find(|pause| pause.end() < pause.from) {
            return Err(DeadlineError::SuspensionBackwards(bad.from));
        }
        let mut spans: Vec<_> = each.iter().map(|pause| (pause.from, pause.end())).collect();
        spans.sort_unstable();
        let mut joined: Vec<(NaiveDateTime, NaiveDateTime)> = Vec::with_capacity(spans.len());
        for (from, end) in spans {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(end),
                Some(_) | None => joined.push((from, end)),
            }
        }
        joined.retain(|(from, end)| from < end);
        Ok(Self { each, joined })
    }

    /// The suspension that still stands at the end of a day, if one does.
    ///
    /// `day` is asked only when the answer hangs on the day's closing, so that a
    /// day's unknown nature is not consulted without need.
    pub(super) fn at_end_of(
        &self,
        date: NaiveDate,
        office: &Office,
        day: impl FnOnce() -> Day,
    ) -> Option<Suspended> {
        let (start, end) = (minute_of(date, 0), end_of(date));
        let touches = |&&(from, until): &&_| from < end && until > start;
        let (from, until) = self.joined.iter().find(touches)?;
        let close = if *from <= start && *until >= end {
            end
        } else {
            office.closing(&day())
        };
        let stands = |pause: &&Suspension| pause.from < close && close <= pause.end();
        let mut standing = self.each.iter().filter(stands);
        let first = standing.next()?;
        Some(Suspended {
            reason: first.reason,
            for_good: first.until.is_none() || standing.any(|pause| pause.until.is_none()),
        })
    }

    /// Until when, `to` at most, the clock stands still as at `at`, or runs on.
    pub(super) fn phase(
        &self,
        at: NaiveDateTime,
        to: NaiveDateTime,
    ) -> (NaiveDateTime, Option<SuspensionReason>) {
        let stands = |pause: &&Suspension| pause.from <= at && at < pause.end();
        if let Some(pause) = self.each.iter().find(stands) {
            return (pause.end().min(to), Some(pause.reason));
        }
        let later = self.each.iter().map(|pause| pause.from);
        let next = later.filter(|from| *from > at).min();
        (next.map_or(to, |next| next.min(to)), None)
    }

    /// The parts of a stretch in which the clock runs, in order.
    pub(super) fn free(&self, from: NaiveDateTime, to: NaiveDateTime) -> Free<'_> {
        Free {
            at: from,
            to,
            rest: &self.joined,
        }
    }

    /// Whether the clock stands still from some instant at or before `at` for good.
    pub(super) fn for_good_by(&self, at: NaiveDateTime) -> bool {
        let last = self.joined.last();
        last.is_some_and(|(from, until)| *until == NaiveDateTime::MAX && *from <= at)
    }

    /// The suspension that has no end, if there is one: from when, and why.
    pub(super) fn for_good(&self) -> Option<(NaiveDateTime, SuspensionReason)> {
        let open = self.each.iter().filter(|pause| pause.until.is_none());
        let first = open.min_by_key(|pause| pause.from)?;
        Some((first.from, first.reason))
    }
}

/// That a day is not counted, and why.
#[derive(Debug, Clone, Copy)]
pub(super) struct Suspended {
    pub(super) reason: SuspensionReason,
    pub(super) for_good: bool,
}

/// The running parts of a stretch.
#[derive(Debug)]
pub(super) struct Free<'a> {
    at: NaiveDateTime,
    to: NaiveDateTime,
    rest: &'a [(NaiveDateTime, NaiveDateTime)],
}

impl Iterator for Free<'_> {
    type Item = (NaiveDateTime, NaiveDateTime);

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.to {
            let start = self.at;
            let end = match self.rest.split_first() {
                Some(((from, until), rest)) if *from < self.to => {
                    self.rest = rest;
                    self.at = start.max(*until);
                    *from
                }
                Some(_) | None => {
                    self.at = self.to;
                    self.to
                }
            };
            if start < end {
                return Some((start, end));
            }
        }
        None
    }
}
