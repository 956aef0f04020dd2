//! Why the app did not open.

use super::Lang;
use super::fault;
use super::refusal::Plain;
use crate::tui::open::OpenError;

/// Why the app did not open, and what to do now.
pub fn not_opened(lang: Lang, error: &OpenError) -> String {
    match (error, lang) {
        (OpenError::Desk(error), _) => fault::desk(lang, error, &Plain),
        (OpenError::SignIn(error), _) => fault::sign_in(lang, error, &Plain),
        (OpenError::NoSandbox, Lang::Zh) => {
            "--as 和 --now 只能用在沙箱登记簿上。请去掉它们,用工号和 PIN 登录。".to_owned()
        }
        (OpenError::NoSandbox, Lang::En) => {
            "--as and --now work on a sandbox register only: leave them out and sign in with \
             staff number and PIN."
                .to_owned()
        }
        (OpenError::NoState, Lang::Zh) => {
            "找不到存放密钥和草稿的位置,请设置 HOME 或 XDG_STATE_HOME。".to_owned()
        }
        (OpenError::NoState, Lang::En) => {
            "There is no place for keys and drafts: set HOME or XDG_STATE_HOME.".to_owned()
        }
        (OpenError::Terminal(error), Lang::Zh) => {
            format!("终端不可用({error})。请在终端里运行,脚本请用 shouwen act。")
        }
        (OpenError::Terminal(error), Lang::En) => {
            format!(
                "There is no usable terminal ({error}): run it in one; scripts use shouwen act."
            )
        }
    }
}
