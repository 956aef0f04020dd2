//! Backing a register up, and going back to a backup.

use std::path::Path;

use crate::i18n::{Lang, fault};
use crate::store::{Lost, StoreError};

/// How far a copy has come.
pub fn copy_progress(lang: Lang, percent: u32) -> String {
    match lang {
        Lang::Zh => format!("正在复制 {percent}%"),
        Lang::En => format!("Copying {percent}%"),
    }
}

/// A backup was made.
pub fn backed_up(lang: Lang, file: &Path, events: i64) -> String {
    let file = file.display();
    match lang {
        Lang::Zh => format!("已备份并核对：{file}({events} 笔)。请连同密钥目录另行妥存。"),
        Lang::En => format!(
            "Backed up and verified: {file} ({events} facts). Keep the key directory safe as well, \
             apart from it."
        ),
    }
}

/// The record in a backup does not verify.
pub fn damaged_copy(lang: Lang, kept: bool) -> String {
    match (lang, kept) {
        (Lang::Zh, false) => {
            "登记簿的记录核对不上，没有留下备份。要照原样留存，请加 --damaged。".to_owned()
        }
        (Lang::En, false) => "The record of this register does not verify, so no backup was kept: \
                              add --damaged to keep a copy as it is."
            .to_owned(),
        (Lang::Zh, true) => "已照原样留存，但记录核对不上。".to_owned(),
        (Lang::En, true) => "Kept as it is, but the record does not verify.".to_owned(),
    }
}

/// The backup that was to take the register's place does not verify.
pub fn damaged_backup(lang: Lang) -> String {
    lang.pick(
        "备份核对不上，登记簿没有动。请换一份备份。",
        "The backup does not verify; the register was left alone. Take another backup.",
    )
    .to_owned()
}

/// The backup is another register's.
pub fn another_register(lang: Lang) -> String {
    lang.pick(
        "这份备份属于另一个登记簿，没有动现有的。确要换掉，请加 --another。",
        "The backup is another register's, and the present one was left alone: add --another to \
         put it in its place all the same.",
    )
    .to_owned()
}

/// A backup took the register's place.
pub fn restored(lang: Lang, events: i64, kept: Option<&Path>) -> String {
    match (lang, kept.map(Path::display)) {
        (Lang::Zh, Some(kept)) => format!("已恢复到备份({events} 笔)。原来的登记簿存为 {kept}。"),
        (Lang::En, Some(kept)) => format!(
            "Back at the backup ({events} facts). The register that was there is kept as {kept}."
        ),
        (Lang::Zh, None) => format!("已由备份建立登记簿({events} 笔)。"),
        (Lang::En, None) => format!("The register was made from the backup ({events} facts)."),
    }
}

/// What the backup lacks.
pub fn lost(lang: Lang, lost: &Lost, between: Option<(&str, &str)>) -> String {
    let Lost {
        events, inquiries, ..
    } = lost;
    let Some((from, to)) = between else {
        return lang
            .pick(
                "备份之后没有新的记录。",
                "Nothing was recorded after the backup.",
            )
            .to_owned();
    };
    let some = inquiries.iter().take(20).cloned().collect::<Vec<_>>();
    let more = inquiries.len() > some.len();
    let numbers = some.join(lang.pick("、", ", "));
    let dots = if more { "…" } else { "" };
    match lang {
        Lang::Zh => format!(
            "备份之后的 {events} 笔({from} 至 {to})不在恢复后的记录里，要从原登记簿补录。\
             涉及首问件 {} 件：{numbers}{dots}",
            inquiries.len()
        ),
        Lang::En => format!(
            "Facts after the backup that are not on the record now: {events} ({from} to {to}); \
             enter them again from the register that was kept. Inquiries concerned: {} {numbers}{dots}",
            inquiries.len()
        ),
    }
}

/// What stood in the register's place could not be read.
pub fn present_unreadable(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Zh => format!("原来的登记簿读不出来({why})，备份之后记了什么无从得知。"),
        Lang::En => format!(
            "The register that was there cannot be read ({why}): what it had beyond the backup \
             cannot be told."
        ),
    }
}

/// The key of PINs is not on this machine.
pub fn no_pepper(lang: Lang) -> String {
    lang.pick(
        "本机没有这个登记簿的 PIN 密钥，原有 PIN 都不能用。请放回密钥目录，或逐人重设 PIN。",
        "The key for this register's PINs is not on this machine, so none of them works: put the \
         key directory back, or set the PINs anew.",
    )
    .to_owned()
}

/// Why a backup or a restore came to nothing.
pub fn not_copied(lang: Lang, error: &StoreError) -> String {
    match (error, lang) {
        (StoreError::Full, Lang::Zh) => {
            "没有写成：磁盘已满或写入失败。登记簿没有动；请腾出空间或换一个位置。".to_owned()
        }
        (StoreError::Full, Lang::En) => {
            "Not written: the disk is full or a write failed. The register was left alone; make \
             room or choose another place."
                .to_owned()
        }
        (StoreError::ReadOnly(path), Lang::Zh) => format!(
            "没有写成：{} 不能写入。登记簿没有动；请检查目录是否存在和权限。",
            path.display()
        ),
        (StoreError::ReadOnly(path), Lang::En) => format!(
            "Not written: {} cannot be written. The register was left alone; check that its \
             directory exists and may be written.",
            path.display()
        ),
        _ => fault::store(lang, error),
    }
}
