//! What makes a published matter untrue to itself: promises that the law or the
//! steps contradict, and documents that nobody can fetch.

use super::{Binds, DocumentKind, Limit, LimitUnit, Matter, Span};

/// Something that a catalogue should not say, although its shape is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lint {
    /// The promise is longer than the law allows.
    PromiseBeyondLaw {
        /// The promise.
        promised: Span,
        /// The legal limit.
        legal: Span,
    },
    /// The promise may be longer than the law allows; the units differ.
    PromisePerhapsBeyondLaw {
        /// The promise.
        promised: Span,
        /// The legal limit.
        legal: Span,
    },
    /// The steps together take longer than the promise.
    StepsBeyondPromise {
        /// Days of all steps.
        steps: u32,
        /// Days promised.
        promised: u32,
    },
    /// The steps together leave days of the promise unexplained.
    StepsShortOfPromise {
        /// Days of all steps.
        steps: u32,
        /// Days promised.
        promised: u32,
    },
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// A document of which nobody can know what it is: 其他材料.
    CatchAll,
    /// A document is wanted in a form, and no piece of that form is counted.
    FormWithoutCount,
    /// Pieces are counted of a form in which the document is not wanted.
    CountWithoutForm,
    /// Nobody to ask.
    NoPhone,
    /// Nowhere to complain.
    NoComplaintPhone,
}

impl Matter {
    /// A promise that is longer than the law allows. Different units are compared by
    /// their usual length: a working day is seven fifths of a day, a promised month
    /// 30 days, a month of the law 31. Holidays and weekends shift that by some
    /// days, so only an excess of more than a fifth is beyond doubt.
    pub fn promise_beyond_law(&self) -> Option<Lint> {
        let of_office = |limit: &Option<Limit>| {
            let limit = limit.as_ref().filter(|one| one.binds == Binds::Office);
            limit.and_then(Limit::span)
        };
        let promised = of_office(&self.promised_limit)?;
        let legal = of_office(&self.legal_limit)?;
        if promised.unit == legal.unit {
            let longer = promised.value > legal.value;
            return longer.then_some(Lint::PromiseBeyondLaw { promised, legal });
        }
        let (ours, its) = (tenths_of_hours(promised, 30), tenths_of_hours(legal, 31));
        if ours > its + its / 5 {
            Some(Lint::PromiseBeyondLaw { promised, legal })
        } else {
            (ours > its).then_some(Lint::PromisePerhapsBeyondLaw { promised, legal })
        }
    }

    /// Steps that do not add up to the promise. Only a promise in days can be
    /// compared with steps in days.
    pub fn steps_against_promise(&self) -> Option<Lint> {
        let limit = self.promised_limit.as_ref()?;
        if self.steps.is_empty() {
            return None;
        }
        let promised = match limit.unit? {
            LimitUnit::OnSpot => 0,
            LimitUnit::WorkingDay | LimitUnit::CalendarDay | LimitUnit::DayUnspecified => {
                limit.value?
            }
            LimitUnit::Month | LimitUnit::Hour => return None,
        };
        let days = self.steps.iter().map(|step| step.days);
        let steps = days.fold(0, u32::saturating_add);
        match steps.cmp(&promised) {
            std::cmp::Ordering::Greater => Some(Lint::StepsBeyondPromise { steps, promised }),
            std::cmp::Ordering::Less => Some(Lint::StepsShortOfPromise { steps, promised }),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Whether its documents name this group.
    pub fn has_group(&self, group: &str) -> bool {
        let named = |document: &super::Document| document.any_of_group.as_deref() == Some(group);
        self.documents.iter().any(named)
    }
}

impl DocumentKind {
    /// Pieces that are counted against the form: of originals, then of copies. A
    /// count that is not given is against nothing.
    pub fn against_counts(
        self,
        originals: Option<u32>,
        copies: Option<u32>,
    ) -> (Option<Lint>, Option<Lint>) {
        let against = |wanted: bool, count: Option<u32>| match (wanted, count) {
            (true, Some(0)) => Some(Lint::FormWithoutCount),
            (false, Some(1..)) => Some(Lint::CountWithoutForm),
            (true | false, _) => None,
        };
        let (original, copy) = match self {
            Self::Original => (true, false),
            Self::Copy => (false, true),
            Self::OriginalAndCopy => (true, true),
            Self::Electronic => (false, false),
            Self::Either => return (None, None),
        };
        (against(original, originals), against(copy, copies))
    }
}

fn tenths_of_hours(span: Span, month: u64) -> u64 {
    let each = match span.unit {
        LimitUnit::OnSpot => 0,
        LimitUnit::Hour => 10,
        LimitUnit::CalendarDay | LimitUnit::DayUnspecified => 240,
        LimitUnit::WorkingDay => 336,
        LimitUnit::Month => 240 * month,
    };
    each * u64::from(span.value)
}

/// Whether a document's name says nothing but that there may be more: `其他材料`,
/// `法律法规规定的其他材料`, `other documents`.
///
/// `fillers` and `things` are the words that such a name is made of, `others` the
/// words that it turns on.
pub fn is_catch_all(name: &str, others: &[&str], fillers: &[&str], things: &[&str]) -> bool {
    let name = name.trim().to_lowercase();
    others.iter().any(|other| {
        name.split(other)
            .skip(1)
            .any(|rest| says_nothing(rest, fillers, things))
    })
}

/// Whether nothing but fillers and a thing in general stands here.
fn says_nothing(rest: &str, fillers: &[&str], things: &[&str]) -> bool {
    let rest = rest.trim_start();
    let ends = |rest: &str| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(['(', '（', ',', '，', ';', '；', '.', '。', '等'])
    };
    if ends(rest) {
        return true;
    }
    let thing = |one: &&str| rest.strip_prefix(*one).is_some_and(ends);
    let filler = |one: &&str| {
        let after = rest.strip_prefix(*one);
        after.is_some_and(|after| says_nothing(after, fillers, things))
    };
    things.iter().any(thing) || fillers.iter().any(filler)
}

#[cfg(test)]
mod tests {
    use super::is_catch_all;

    fn catch_all(name: &str) -> bool {
        is_catch_all(
            name,
            &["其他", "其它", "other "],
            &["相关", "证明", "规定", "的", "relevant"],
            &["材料", "文件", "documents"],
        )
    }

    #[test]
    fn what_may_be_anything_is_told_from_what_has_a_name() {
        for name in [
            "其他材料",
            "法律法规规定的其他材料",
            "其他相关证明材料（视情况）",
            "其它",
            "Other relevant documents",
            "any other documents",
        ] {
            assert!(catch_all(name), "{name}");
        }
        for name in [
            "其他组织营业执照",
            "身份证",
            "其他股东的身份证明材料",
            "Mother documents list",
            "other party's consent",
        ] {
            assert!(!catch_all(name), "{name}");
        }
    }
}
