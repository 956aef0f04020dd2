//! Limits and clauses in a line.

use super::Lang;
use crate::domain::deadline::{Limit, Unit};
use crate::domain::rulebook::Clause;

/// A limit in words: `3 个工作日`, `3 working days`.
pub fn limit(lang: Lang, limit: Limit) -> String {
    let amount = limit.amount();
    let (zh, en) = match limit.unit() {
        Unit::Min => ("分钟", "min"),
        Unit::H => ("小时", "h"),
        Unit::Oh => ("个办公小时", "office hours"),
        Unit::Wd => (
            "个工作日",
            if amount == 1 {
                "working day"
            } else {
                "working days"
            },
        ),
        Unit::Cd => ("日", if amount == 1 { "day" } else { "days" }),
        Unit::Mo => ("个月", if amount == 1 { "month" } else { "months" }),
    };
    lang.pick(format!("{amount} {zh}"), format!("{amount} {en}"))
}

/// Where a clause stands, without its words: `D9 art. 8`.
pub fn reference(lang: Lang, clause: &Clause) -> String {
    let Clause {
        document, article, ..
    } = clause;
    lang.pick(
        format!("{document} {article}"),
        format!("{document} art. {article}"),
    )
}

/// A clause in a line: `D9 第八条「…」`.
pub fn clause(lang: Lang, clause: &Clause) -> String {
    super::refusal::clause(lang, clause)
}
