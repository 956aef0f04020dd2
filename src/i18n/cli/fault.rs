//! What is wrong with a rulebook file, in words.

use super::bad_hours;
use crate::domain::ids::ClockId;
use crate::domain::rulebook::{ClockFlaw, Fault, Flaw};
use crate::i18n::{Lang, words};

/// Something wrong in a file: where, why, and what to do.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    let Fault { file, line, flaw } = fault;
    let flaw = self::flaw(lang, flaw);
    match lang {
        Lang::Zh => format!("{file} 第 {line} 行：{flaw}"),
        Lang::En => format!("{file}, line {line}: {flaw}"),
    }
}

/// What is wrong and what to do, without the place.
pub fn flaw(lang: Lang, flaw: &Flaw) -> String {
    let (zh, en) = match flaw {
        Flaw::Clock { clock, why } => return of_a_clock(lang, clock, why),
        Flaw::Hours(error) => return bad_hours(lang, error),
        Flaw::Parser(said) => (
            format!("不是能用的制度文件（{said}），请改正后再试"),
            format!("this is no rulebook ({said}); correct it and try again"),
        ),
        Flaw::NoWords(language) => (
            format!("缺少 {language} 一栏的文字，请填写"),
            format!("no words in {language}; fill them in"),
        ),
        Flaw::NotListed { list, id } => (
            format!("{list} 里没有 {id}，请核对写法，或先在 {list} 里列出"),
            format!("`{list}` does not list {id}; check the spelling or list it there"),
        ),
        Flaw::NamedTwice { list, id } => (
            format!("{list} 里 {id} 写了两次，请改成不同的编号"),
            format!("`{list}` names {id} twice; give one another id"),
        ),
        Flaw::SameMark(mark) => (
            format!("两种文书同用字号「{mark}」，请改成不同的字号"),
            format!("two papers are numbered under the mark {mark}; give one another mark"),
        ),
        Flaw::LeadsToNobody(role) => (
            format!(
                "没有人可找：roles 里没有{}（{}），请在那里加上，或改由别人办",
                words::role(lang, *role),
                role.as_str()
            ),
            format!(
                "it leads to nobody: `roles` names no {}; add one or name another",
                role.as_str()
            ),
        ),
        Flaw::RouteMissing(route) => (
            format!(
                "缺少去向 {}（{}），请补上",
                route.as_str(),
                words::route(lang, *route)
            ),
            format!("the route {} is missing; add it", route.as_str()),
        ),
        Flaw::Empty => both("这里是空的，请填写", "this is empty; fill it in"),
        Flaw::QuotesNothing => both(
            "条款没有引原文，请抄进 quote",
            "the clause quotes nothing; put its words into `quote`",
        ),
        Flaw::NoArticle => both(
            "条款没有写第几条，请填写 article",
            "the clause names no article; fill in `article`",
        ),
        Flaw::NoReason => both(
            "没有列出停算的事由，请写上，或删去这一段",
            "no reason is named; name one, or remove this part",
        ),
        Flaw::NoClock => both(
            "没有列出停算哪些时限，请写上，或删去这一段",
            "no clock is named; name one, or remove this part",
        ),
        Flaw::SameLevelTwice => both(
            "这一缓急程度写了两次，请只留一处",
            "this level stands here twice; keep one",
        ),
        Flaw::NoVisit => both(
            "最多来访次数是 0，等于一次也不许来，请写至少 1",
            "no visit at all is allowed; write at least 1",
        ),
        Flaw::NoTime => both(
            "次数和月数都不能是 0，请写至少 1",
            "so many times within no time; write at least 1 for each",
        ),
        Flaw::MostBelowLeast => both(
            "上限比下限还小，请核对两个数",
            "the most is less than the least; correct one of them",
        ),
        Flaw::NoChannel => both(
            "没有列出来件渠道，请至少写一个",
            "no channel is named; name at least one",
        ),
        Flaw::RouteTwice => both(
            "这一去向写了两次，请只留一处",
            "this route stands here twice; keep one",
        ),
        Flaw::NoCopies => both(
            "联数是 0，请写至少 1",
            "a slip of no copies; write at least 1",
        ),
    };
    lang.pick(zh, en)
}

fn both(zh: &str, en: &str) -> (String, String) {
    (zh.to_owned(), en.to_owned())
}

fn of_a_clock(lang: Lang, clock: &ClockId, why: &ClockFlaw) -> String {
    let (zh, en) = match why {
        ClockFlaw::NeverStarts => (
            format!("时限 {clock} 没有会发生的起算环节，请在 starts 里写上"),
            format!("{clock} never starts; name an act that can happen in `starts`"),
        ),
        ClockFlaw::StartsAtEnd(act) => (
            format!("时限 {clock} 从 {act} 起算，而那之后不再有任何环节，请另选起算环节"),
            format!("{clock} starts on {act}, after which nothing follows; let it start earlier"),
        ),
        ClockFlaw::NeverMet => (
            format!("时限 {clock} 永远办不成：stops 里没有一项会在起算之后发生，请改 stops"),
            format!(
                "{clock} can never be met: nothing in `stops` can follow its start; change them"
            ),
        ),
        ClockFlaw::MetAndReplaced(act) => (
            format!("{act} 既算办成又算改换时限 {clock}，请只留一处"),
            format!("{act} both meets and replaces {clock}; keep one of them"),
        ),
        ClockFlaw::RunsOn(act) => (
            format!("{act} 之后时限 {clock} 还会走，请把 {act} 写进 stops 或 ends"),
            format!("{clock} would run on after {act}; put {act} into `stops` or `ends`"),
        ),
        ClockFlaw::ExtendedByNothing => (
            format!("时限 {clock} 的延长量是 0，请写上数量，或删去 extension"),
            format!("{clock} is extended by nothing; say by how much, or remove `extension`"),
        ),
        ClockFlaw::ExtendedBeyond => (
            format!("时限 {clock} 可延长得比本身还长，却没有引条款，请抄上原文"),
            format!(
                "{clock} can be extended beyond its own length, and no clause says so; quote it"
            ),
        ),
        ClockFlaw::EndBeforeStart => (
            format!("时限 {clock} 永远办不成：终点在起点之前，请改 starts 或 stops"),
            format!("{clock} can never be met: its end comes before its start; change one"),
        ),
    };
    lang.pick(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rulebook::parse;

    /// The first fault of the tax rulebook after `from` was changed to `to`, in both languages.
    fn told(from: &str, to: &str) -> (String, String) {
        let tax = crate::builtin::rulebook::FILES
            .iter()
            .find(|(id, _)| *id == "tax");
        let (_, text) = tax.expect("the tax rulebook");
        assert!(text.contains(from), "{from}");
        let faults = parse(&text.replacen(from, to, 1), "own.toml").expect_err("a fault");
        (fault(Lang::Zh, &faults[0]), fault(Lang::En, &faults[0]))
    }

    #[test]
    fn a_fault_names_file_and_line_and_says_what_to_do_in_either_language() {
        for (from, to, zh, en) in [
            (
                "stops = [\"signed\"]",
                "stops = [\"registered\"]",
                "时限 D9-T2 永远办不成",
                "D9-T2 can never be met",
            ),
            (
                "copies = 2",
                "copies = 0",
                "联数是 0，请写至少 1",
                "write at least 1",
            ),
            (
                "copies = 2",
                "copies = two",
                "请改正后再试",
                "correct it and try again",
            ),
            (
                "id = \"email\"",
                "id = \"web\"",
                "channels 里 web 写了两次，请改成不同的编号",
                "`channels` names web twice; give one another id",
            ),
        ] {
            let (chinese, english) = told(from, to);
            assert!(chinese.starts_with("own.toml 第 "), "{chinese}");
            assert!(chinese.contains(zh), "{chinese}");
            assert!(english.starts_with("own.toml, line "), "{english}");
            assert!(english.contains(en), "{english}");
        }
    }
}
