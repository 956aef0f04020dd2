//! What a command line lacks, and files that cannot be read or written.

use crate::i18n::Lang;

/// A language that is not spoken.
pub fn bad_lang(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!("不支持语言「{text}」。请用 zh 或 en。"),
        Lang::En => format!("The language “{text}” is not spoken here: use zh or en."),
    }
}

/// An option that must be given.
pub fn missing_option(lang: Lang, option: &str) -> String {
    match lang {
        Lang::Zh => format!("缺少 {option}。请补上后再试。"),
        Lang::En => format!("{option} is missing: add it and try again."),
    }
}

/// A file that cannot be read.
pub fn unreadable(lang: Lang, path: &str, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let kind = error.kind();
    let why = if kind == ErrorKind::NotFound {
        lang.pick("没有这个文件", "there is no such file")
            .to_owned()
    } else if kind == ErrorKind::PermissionDenied {
        lang.pick("没有读取权限", "it may not be read").to_owned()
    } else if kind == ErrorKind::InvalidData {
        lang.pick("不是 UTF-8 文本", "it is not UTF-8 text")
            .to_owned()
    } else {
        error.to_string()
    };
    match lang {
        Lang::Zh => format!("{path} 读不出来：{why}。请核对路径。"),
        Lang::En => format!("{path} cannot be read: {why}. Check the path."),
    }
}

/// An argument that no subcommand of this name takes.
pub fn unknown_argument(lang: Lang, arg: &str, near: Option<String>) -> String {
    let near = near.map_or_else(String::new, |near| meant(lang, &near));
    match lang {
        Lang::Zh => format!("没有参数「{arg}」。{near}用 --help 查看用法。"),
        Lang::En => format!("There is no argument “{arg}”. {near}See --help."),
    }
}

/// A subcommand that there is not.
pub fn unknown_subcommand(lang: Lang, name: &str, near: Option<String>) -> String {
    let near = near.map_or_else(String::new, |near| meant(lang, &near));
    match lang {
        Lang::Zh => format!("没有子命令「{name}」。{near}用 shouwen --help 查看全部。"),
        Lang::En => format!("There is no subcommand “{name}”. {near}See shouwen --help."),
    }
}

fn meant(lang: Lang, near: &str) -> String {
    match lang {
        Lang::Zh => format!("是不是想用 {near}？"),
        Lang::En => format!("Did you mean {near}? "),
    }
}

/// Two options that exclude each other.
pub fn conflict(lang: Lang, one: &str, other: &str) -> String {
    match lang {
        Lang::Zh => format!("{one} 和 {other} 不能同时用，请去掉一个。"),
        Lang::En => format!("{one} and {other} cannot be used together: leave one out."),
    }
}

/// An option without its value.
pub fn missing_value(lang: Lang, arg: &str) -> String {
    match lang {
        Lang::Zh => format!("{arg} 后面缺少值。"),
        Lang::En => format!("{arg} needs a value."),
    }
}

/// A value that does not fit.
pub fn bad_value(lang: Lang, arg: &str, value: &str, valid: Option<String>) -> String {
    let valid = valid.map_or_else(String::new, |valid| match lang {
        Lang::Zh => format!("可以是：{valid}。"),
        Lang::En => format!(" It can be: {valid}."),
    });
    match lang {
        Lang::Zh => format!("{arg} 不能是「{value}」。{valid}"),
        Lang::En => format!("{arg} cannot be “{value}”.{valid}"),
    }
}

/// A file that is no text.
pub fn not_text(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("{file} 不是文本(既不是 UTF-8 也不是 GB18030)。请另存后再试。"),
        Lang::En => format!("{file} is no text, neither UTF-8 nor GB18030: save it anew."),
    }
}

/// A view that needs a person.
pub fn view_of_someone(lang: Lang, view: &str) -> String {
    match lang {
        Lang::Zh => format!("视图 {view} 要知道是谁的，请加 --as 工号。"),
        Lang::En => format!("The view {view} is someone's: add --as STAFF."),
    }
}

/// A file was written.
pub fn written(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("已写入 {file}。"),
        Lang::En => format!("Written: {file}"),
    }
}

/// A file that could not be written.
pub fn unwritable(lang: Lang, file: &str, error: &std::io::Error) -> String {
    let exists = error.kind() == std::io::ErrorKind::AlreadyExists;
    match (exists, lang) {
        (true, Lang::Zh) => format!("{file} 已经存在，没有动它。请换一个名字。"),
        (true, Lang::En) => format!("{file} exists already and was left alone: choose another."),
        (false, Lang::Zh) => format!("{file} 写不进去：{error}。请检查目录权限和空间。"),
        (false, Lang::En) => {
            format!("{file} cannot be written: {error}. Check permissions and space.")
        }
    }
}

/// What was to be printed could not be.
pub fn unprintable(lang: Lang, error: &std::io::Error) -> String {
    match lang {
        Lang::Zh => format!("结果写不出来：{error}。请检查输出位置。"),
        Lang::En => format!("The output cannot be written: {error}. Check where it goes."),
    }
}

/// An option that was given more often than it can be.
pub fn given_twice(lang: Lang, arg: &str) -> String {
    match lang {
        Lang::Zh => format!("{arg} 只能写一次。"),
        Lang::En => format!("{arg} can be given only once."),
    }
}

/// A subcommand that needs another behind it.
pub fn missing_subcommand(lang: Lang) -> String {
    lang.pick(
        "缺少子命令。用 --help 查看。",
        "A subcommand is missing: see --help.",
    )
    .to_owned()
}

/// A forced command got another command, or no terminal.
pub fn app_only(lang: Lang) -> &'static str {
    lang.pick(
        "这把密钥只能打开首问：请用 ssh -t 登录，不带命令，也不传文件。",
        "This key opens the app and nothing else: come with ssh -t, without a command or a file.",
    )
}

/// The kiosk was started by hand.
pub fn ssh_only(lang: Lang) -> &'static str {
    lang.pick(
        "kiosk 由 OpenSSH 启动；在本机上请直接运行 shouwen。",
        "OpenSSH starts the kiosk; at the machine itself run shouwen.",
    )
}

/// This person has no key on record.
pub fn no_key(lang: Lang) -> &'static str {
    lang.pick(
        "这个工号没有登记密钥，请管理员用 shouwen staff add-key 登记。",
        "There is no key of this staff number on record: an admin adds one with shouwen staff add-key.",
    )
}

/// Paths that a forced command cannot carry.
pub fn awkward_paths(lang: Lang) -> String {
    lang.pick(
        "程序、登记簿、状态目录的路径和工号只能用字母、数字和 / . _ - +，密钥才能用。".to_owned(),
        "For keys to work, the paths of program, register and state and the staff number may hold letters, digits and / . _ - + only.".to_owned(),
    )
}
