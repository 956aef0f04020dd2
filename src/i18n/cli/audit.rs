//! What an audit found, what it cannot know, and the views made again.

use crate::i18n::Lang;
use crate::store::{Audit, Difference};

/// The record is whole.
pub fn whole(lang: Lang, events: i64, series: i64, head: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("记录完整：{events} 笔，{series} 组，视图与记录一致。\n链尾：{head}")
        }
        Lang::En => format!(
            "The record is whole: {events} facts in {series} series, and the views follow from \
             it.\nHead of the chain: {head}"
        ),
    }
}

/// The record is not whole, and what to do.
pub fn not_whole(lang: Lang) -> String {
    lang.pick(
        "记录核对不上。请停用此登记簿，保留原文件，并用最近的备份比对。",
        "The record does not verify: stop using this register, keep the file as it is, and compare \
         it with the last backup.",
    )
    .to_owned()
}

/// A record that cannot be read to its end.
pub fn unreadable_record(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Zh => format!("记录读不下去({what})。请停用本登记簿，改用最近的备份。"),
        Lang::En => format!(
            "The record cannot be read through ({what}): stop using this register, and go back to \
             the latest copy."
        ),
    }
}

/// One thing that is not as it should be.
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let (zh, en) = match difference {
        Difference::Gap { seq } => (
            format!("第 {seq} 笔缺失。"),
            format!("Fact {seq} is missing."),
        ),
        Difference::Unchained { seq } => (
            format!("第 {seq} 笔接不上前一笔。"),
            format!("Fact {seq} does not follow the one before it."),
        ),
        Difference::Altered { seq } => (
            format!("第 {seq} 笔被改动过。"),
            format!("Fact {seq} was altered."),
        ),
        Difference::Unreadable { seq, reason } => (
            format!("第 {seq} 笔读不出来：{reason}"),
            format!("Fact {seq} cannot be read: {reason}"),
        ),
        Difference::Series { stream, version } => (
            format!("{stream} 的第 {version} 步缺失或重复。"),
            format!("Step {version} of {stream} is missing or stands twice."),
        ),
        Difference::Private { seq, id } => (
            format!("第 {seq} 笔所存的个人信息({id})与记录不符。"),
            format!("What fact {seq} keeps apart ({id}) is not what was recorded."),
        ),
        Difference::Guard { name } => (
            format!("防止改动记录的 {name} 不在或被改过。"),
            format!("{name}, which keeps the record from being changed, is gone or was changed."),
        ),
        Difference::Checkpoint { seq } => (
            format!("第 {seq} 笔的校验点与它前面的记录不符，或签名不对。"),
            format!("Checkpoint {seq} is not what stands before it, or its signature is wrong."),
        ),
        Difference::Elsewhere { code } => (
            format!(
                "另处所存的校验码 {code} 在本记录中找不到：记录被截短、改写，或属于另一登记簿。"
            ),
            format!(
                "The code {code}, kept elsewhere, fits no place of this record: it was cut short, \
                 made anew, or is another register's."
            ),
        ),
        Difference::File { what } => (
            format!("文件结构损坏：{what}"),
            format!("The file is malformed: {what}"),
        ),
        Difference::View {
            table,
            owner,
            column,
        } if column.is_empty() => (
            format!("{table} 中 {owner} 的显示与记录不一致。"),
            format!("What {table} shows of {owner} does not follow from the record."),
        ),
        Difference::View {
            table,
            owner,
            column,
        } => (
            format!("{table} 中 {owner} 的 {column} 与记录不一致。"),
            format!("The {column} that {table} shows of {owner} does not follow from the record."),
        ),
    };
    lang.pick(zh, en)
}

/// How far the record is sealed.
pub fn sealed(lang: Lang, audit: &Audit) -> String {
    let after = audit.after_checkpoint();
    let all = &audit.checkpoints;
    let (count, unsigned) = (all.count, all.count - all.signed);
    let Some((last, _)) = &all.last else {
        return lang
            .pick(
                "还没有校验点。请运行 shouwen audit checkpoint，或办一次交接班。",
                "There is no checkpoint yet: run shouwen audit checkpoint, or hand a shift over.",
            )
            .to_owned();
    };
    let code = &last.code;
    match lang {
        Lang::Zh => {
            let unsigned = match unsigned {
                0 => String::new(),
                n => format!("，其中 {n} 个未签名"),
            };
            format!("校验点 {count} 个{unsigned}。最后一个：{code}，其后还有 {after} 笔。")
        }
        Lang::En => {
            let unsigned = match unsigned {
                0 => String::new(),
                n => format!(", {n} of them unsigned"),
            };
            format!(
                "Checkpoints: {count}{unsigned}. The last one: {code}; facts after it: {after}."
            )
        }
    }
}

/// A code or line kept elsewhere fits.
pub fn confirmed(lang: Lang, code: &str, events: i64) -> String {
    match lang {
        Lang::Zh => format!("{code} 相符：前 {events} 笔与当时一样，一笔不少。"),
        Lang::En => {
            format!("{code} fits: the first {events} facts are what they were, and all are there.")
        }
    }
}

/// What a check cannot know, by code and sentence.
pub fn unknown(lang: Lang, audit: &Audit) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let checked = audit.confirmed.iter().map(|(_, events)| *events).max();
    all.push(match checked {
        None => (
            "elsewhere",
            lang.pick(
                "无法得知：整个记录是否连同校验点一起被换掉或截短。请用交接班单上的校验码核对：\
                 audit verify --checkpoint 校验码。",
                "Not known: whether the record was replaced or cut short together with its \
                 checkpoints. Compare it with the code of a handover sheet: audit verify \
                 --checkpoint CODE.",
            )
            .to_owned(),
        ),
        Some(events) => {
            let after = audit.events - events;
            (
                "after",
                match lang {
                    Lang::Zh => {
                        format!("无法得知：相符的校验码之后(现有 {after} 笔)是否有内容被截去。")
                    }
                    Lang::En => format!(
                        "Not known: whether anything was cut off after the code that fits \
                         (facts that stand there now: {after})."
                    ),
                },
            )
        }
    });
    if audit.checkpoints.keys.len() > 1 {
        let keys = audit.checkpoints.keys.len();
        all.push((
            "keys",
            match lang {
                Lang::Zh => format!("校验点先后由 {keys} 个密钥签名：请确认更换密钥是本单位所为。"),
                Lang::En => format!(
                    "Checkpoints were signed with {keys} keys in turn: make sure that the change \
                     of keys was your own."
                ),
            },
        ));
    }
    if audit.checkpoints.count > audit.checkpoints.signed {
        all.push((
            "unsigned",
            lang.pick(
                "未签名的校验点只能靠另处所存的校验码证明。",
                "An unsigned checkpoint proves nothing by itself, only by the code that was kept \
                 elsewhere.",
            )
            .to_owned(),
        ));
    }
    all
}

/// A checkpoint was made.
pub fn checkpointed(lang: Lang, code: &str, events: i64, signed: bool) -> String {
    match (lang, signed) {
        (Lang::Zh, true) => format!("校验码 {code}(前 {events} 笔，已签名)"),
        (Lang::En, true) => format!("Checkpoint {code} (the first {events} facts, signed)"),
        (Lang::Zh, false) => format!(
            "校验码 {code}(前 {events} 笔，未签名)。本机没有这个登记簿的密钥；要用新密钥，请加 --new-key。"
        ),
        (Lang::En, false) => format!(
            "Checkpoint {code} (the first {events} facts, unsigned). This machine has no key of \
             this register; --new-key draws one."
        ),
    }
}

/// What was given with `--checkpoint` is neither a code nor a file of checkpoints.
pub fn no_checkpoint(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "{text} 既不是校验码(4 组，每组 4 个字符)，也不是存有校验点的文件。请核对后再输入。"
        ),
        Lang::En => format!(
            "{text} is neither a code (four groups of four) nor a file of checkpoints: check it."
        ),
    }
}

/// The views were made again.
pub fn rebuilt(lang: Lang, before: usize) -> String {
    match (before, lang) {
        (0, Lang::Zh) => "已按记录重建各视图。重建前没有差异。".to_owned(),
        (0, Lang::En) => "The views were made again; nothing had differed.".to_owned(),
        (n, Lang::Zh) => format!("已按记录重建各视图。重建前有 {n} 处差异(见上)，现在一致。"),
        (n, Lang::En) => {
            format!("The views were made again; {n} places had differed (above), none does now.")
        }
    }
}

/// The record does not hold, so nothing was made from it.
pub fn not_rebuilt(lang: Lang) -> String {
    lang.pick(
        "记录本身核对不上，没有重建。请停用此登记簿，用 shouwen restore 恢复最近的备份。",
        "The record itself does not hold, so nothing was made from it: stop using this register, \
         and go back to the latest backup with shouwen restore.",
    )
    .to_owned()
}

/// What cannot be made from the record still differs.
pub fn still_differs(lang: Lang) -> String {
    lang.pick(
        "视图已重建，但以上内容不能由记录生成(制度、目录、PIN、表结构)。请重新导入，或恢复最近的备份。",
        "The views were made again, but what stands above cannot be made from the record \
         (rulebook, catalogue, PINs, tables): bring it in anew, or go back to the latest backup.",
    )
    .to_owned()
}
