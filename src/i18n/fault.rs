//! What went wrong with the file or the sign-in, and what to do now.

use super::Lang;
use super::calendar;
use super::refusal::{Speaker, refusal, short_time};
use crate::desk::{DeskError, SignInError};
use crate::store::StoreError;

/// A fault of the register.
pub fn store(lang: Lang, error: &StoreError) -> String {
    match lang {
        Lang::Zh => store_zh(error),
        Lang::En => store_en(error),
    }
}

fn store_zh(error: &StoreError) -> String {
    match error {
        StoreError::Missing(path) => {
            format!(
                "{} 处没有登记簿。请用 shouwen init 建一个，或用 --db 指明位置。",
                path.display()
            )
        }
        StoreError::Exists(path) => {
            format!("{} 已经存在，没有动它。请换一个位置。", path.display())
        }
        StoreError::NotARegister(path) => {
            format!(
                "{} 不是本程序的登记簿，没有动它。请核对 --db 的路径。",
                path.display()
            )
        }
        StoreError::Newer { path, found, known } => format!(
            "{} 由更新的版本建立(第 {found} 版，本程序只到第 {known} 版)。请升级本程序，登记簿没有动。",
            path.display()
        ),
        StoreError::ReadOnly(path) => {
            format!(
                "没有保存：{} 不能写入。请检查目录权限，内容还在。",
                path.display()
            )
        }
        StoreError::Unreadable(path) => format!(
            "{} 打不开。请检查权限：要能读这个文件，也要能写它所在的目录。",
            path.display()
        ),
        StoreError::Full => "没有保存：磁盘已满或写入失败。请腾出空间后再存，内容还在。".into(),
        StoreError::Busy => "没有保存：登记簿正被另一个程序占用。请稍候再存，内容还在。".into(),
        StoreError::Held(process) => format!(
            "没有保存：进程 {process} 占着登记簿超过 5 秒。请稍候再存，内容还在；一直如此时，\
             请管理员查看并结束该进程。"
        ),
        StoreError::Itself(path) => {
            format!(
                "{} 就是登记簿自己，没有动它。请换一个位置。",
                path.display()
            )
        }
        StoreError::InUse(path) => format!(
            "{} 还在别处打开着，没有动它。请让所有窗口退出后再试。",
            path.display()
        ),
        StoreError::TooSlow => {
            "复制超时，没有留下文件。请用 --within 给更长的时间，或换一个更快的位置。".into()
        }
        StoreError::OldSqlite(version) => {
            format!(
                "SQLite {version} 太旧，可能丢失已保存的内容，因此不打开登记簿。请重新编译本程序。"
            )
        }
        StoreError::Damaged(what) => {
            format!("登记簿里有内容读不出来({what})。请运行 shouwen audit verify 查看位置。")
        }
        StoreError::Sqlite(error) => format!("登记簿出错：{error}。没有保存，内容还在。"),
        StoreError::Io(error) => format!("文件出错：{error}。没有保存，内容还在。"),
    }
}

fn store_en(error: &StoreError) -> String {
    match error {
        StoreError::Missing(path) => format!(
            "There is no register at {}: make one with shouwen init, or name it with --db.",
            path.display()
        ),
        StoreError::Exists(path) => {
            format!(
                "{} exists already and was left alone: choose another place.",
                path.display()
            )
        }
        StoreError::NotARegister(path) => format!(
            "{} is no register of this program and was left alone: check --db.",
            path.display()
        ),
        StoreError::Newer { path, found, known } => format!(
            "{} was made by a newer version ({found}, this program knows {known}): upgrade the \
             program; the register was left alone.",
            path.display()
        ),
        StoreError::ReadOnly(path) => format!(
            "Not saved: {} cannot be written. Check its permissions; what you typed is kept.",
            path.display()
        ),
        StoreError::Unreadable(path) => format!(
            "{} cannot be opened: check that you may read the file and write its directory.",
            path.display()
        ),
        StoreError::Full => "Not saved: the disk is full or a write failed. Make room, then save \
             again; what you typed is kept."
            .into(),
        StoreError::Busy => "Not saved: another program is holding the register. Save again in a \
             moment; what you typed is kept."
            .into(),
        StoreError::Held(process) => format!(
            "Not saved: process {process} has held the register for over 5 seconds. Save again in \
             a moment; what you typed is kept. If it stays so, have an admin look at that process \
             and end it."
        ),
        StoreError::Itself(path) => format!(
            "{} is the register itself and was left alone: choose another place.",
            path.display()
        ),
        StoreError::InUse(path) => format!(
            "{} is open elsewhere and was left alone: have every window leave it, then try again.",
            path.display()
        ),
        StoreError::TooSlow => "The copy took too long and was not kept: give it more time with \
             --within, or choose a faster place."
            .into(),
        StoreError::OldSqlite(version) => format!(
            "SQLite {version} can lose what was saved, so the register stays closed: build the \
             program anew."
        ),
        StoreError::Damaged(what) => format!(
            "Something in the register cannot be read ({what}): run shouwen audit verify to see \
             where."
        ),
        StoreError::Sqlite(error) => {
            format!("The register failed: {error}. Not saved; what you typed is kept.")
        }
        StoreError::Io(error) => {
            format!("A file failed: {error}. Not saved; what you typed is kept.")
        }
    }
}

/// Why a command was not carried out.
pub fn desk(lang: Lang, error: &DeskError, speaker: &dyn Speaker) -> String {
    match error {
        DeskError::Refused(why) => refusal(lang, why, speaker),
        DeskError::Store(error) => store(lang, error),
        DeskError::ClockBehind { now, last } => {
            let (now, last) = (short_time(*now, speaker), short_time(*last, speaker));
            match lang {
                Lang::Zh => format!(
                    "本机时钟 {now} 比最后一笔记录 {last} 还早。没有保存；请先校准本机时间。"
                ),
                Lang::En => format!(
                    "This machine's clock ({now}) is behind the last fact on record ({last}). \
                     Not saved: set the clock right first."
                ),
            }
        }
        DeskError::Calendar(error) => calendar::error(lang, error),
        DeskError::Reference(what) => match lang {
            Lang::Zh => format!("基础数据有误：{what}。请检查后重试。"),
            Lang::En => format!("Reference data does not make sense: {what}. Mend it, then retry."),
        },
    }
}

/// Why someone is not signed in.
pub fn sign_in(lang: Lang, error: &SignInError, speaker: &dyn Speaker) -> String {
    match (error, lang) {
        (SignInError::Wrong, Lang::Zh) => "工号或 PIN 不对，请重新输入。".into(),
        (SignInError::Wrong, Lang::En) => {
            "The staff number or the PIN is wrong: enter them again.".into()
        }
        (SignInError::Locked { until }, Lang::Zh) => {
            format!(
                "错了太多次，请在 {} 之后再试。",
                short_time(*until, speaker)
            )
        }
        (SignInError::Locked { until }, Lang::En) => {
            format!(
                "Too many wrong tries: try again after {}.",
                short_time(*until, speaker)
            )
        }
        (SignInError::Pepper(path), Lang::Zh) => {
            format!(
                "密钥文件 {} 读不出来，无法核对 PIN。请管理员检查。",
                path.display()
            )
        }
        (SignInError::Pepper(path), Lang::En) => format!(
            "The key file {} cannot be used, so no PIN can be checked: ask the admin.",
            path.display()
        ),
        (SignInError::Desk(error), _) => desk(lang, error, speaker),
    }
}
