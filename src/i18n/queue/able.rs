//! Why an act cannot be done now, where no rule's own words say it.

use super::{Both, Lang};
use crate::domain::staff::Role;
use crate::i18n::words;

/// It means nothing for what is selected.
pub const NOT_HERE: Both = Both::new(
    "对这一件不能这样办；按 ? 看这里能按的键。",
    "This cannot be done here: ? shows the keys that work.",
);

/// Nothing is there to choose from.
pub const NOTHING: Both = Both::new(
    "没有可选的对象，这一步现在不用办。",
    "There is nothing to choose from: nothing to do here now.",
);
/// No breach is there for this.
pub const NO_BREACH: Both = Both::new(
    "这一件没有您能写明或审核的超时；按 e 看时限。",
    "No breach of it is yours to excuse or judge: e shows the clocks.",
);
/// No overrun waits for a word.
pub const NO_OVERRUN: Both = Both::new(
    "没有超过而未说明的原则性时限；按 e 看时限。",
    "No time in principle was overrun unexplained: e shows the clocks.",
);
/// No clock runs that could be extended.
pub const NO_CLOCK: Both = Both::new(
    "这一件没有在走的时限，不用延期；按 e 看时限。",
    "No clock of it runs, so none can be extended: e shows the clocks.",
);
/// The roster has nobody for this.
pub const NO_PEOPLE: Both = Both::new(
    "名册上没有可选的人；请管理员先登记人员。",
    "The roster has nobody to choose: have people recorded first.",
);

/// Whose act it is.
pub fn needs_role(lang: Lang, roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| words::role(lang, *role)).collect();
    match lang {
        Lang::Zh => format!(
            "这一步由{}办理，您没有这个角色；请找其办理。",
            names.join("或")
        ),
        Lang::En => {
            let names = names.join(" or ");
            format!("This is for a {names} to do, and you are none: ask one.")
        }
    }
}
