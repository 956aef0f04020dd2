//! The list of all matters, to be searched without a server.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::html::{escaped, page, tag};
use super::publish::file_of;
use super::{About, Listed};
use crate::domain::catalog::Matter;
use crate::i18n::Lang;
use crate::i18n::guide::{self as words, Say};
use crate::i18n::paper;
use crate::search::readings_of;

/// Finds among the rows what is typed; without it the whole list stands.
const SCRIPT: &str = include_str!("find.js");

/// The page that leads to every matter.
pub(super) fn html(about: &About<'_>, matters: &[Listed]) -> String {
    let lang = about.lang;
    let mut body = format!(
        "<div class=\"search\" role=\"search\" hidden>\n<label for=\"search\">{}</label>\n\
         <input id=\"search\" type=\"search\" autocomplete=\"off\" aria-describedby=\"hint\">\n\
         <p id=\"hint\">{}</p>\n\
         <p id=\"found\" role=\"status\" data-found=\"{}\" data-none=\"{}\"></p>\n</div>\n",
        Say::Search.text(lang),
        Say::SearchHint.text(lang),
        words::found(lang),
        Say::NothingFits.text(lang),
    );
    for (nth, (domain, matters)) in (1..).zip(by_domain(matters)) {
        let heading = if domain.is_empty() {
            Say::OtherMatters.text(lang)
        } else {
            domain
        };
        let _ = writeln!(
            body,
            "<section class=\"field\" aria-labelledby=\"f{nth}\">\n<h2 id=\"f{nth}\">{}</h2>\n<ul>",
            escaped(heading)
        );
        for matter in matters {
            row(&mut body, lang, matter);
        }
        body.push_str("</ul>\n</section>\n");
    }
    page(about, Say::Guide.text(lang), &body, SCRIPT)
}

/// The fields of administration in the catalogue's order, with their matters.
fn by_domain(matters: &[Listed]) -> Vec<(&str, Vec<&Matter>)> {
    let mut order: Vec<&str> = Vec::new();
    let mut of: BTreeMap<&str, Vec<&Matter>> = BTreeMap::new();
    for (matter, _) in matters {
        let domain = matter.domain.trim();
        if !order.contains(&domain) {
            order.push(domain);
        }
        of.entry(domain).or_default().push(matter);
    }
    order
        .into_iter()
        .map(|domain| (domain, of.remove(domain).unwrap_or_default()))
        .collect()
}

fn row(body: &mut String, lang: Lang, matter: &Matter) {
    let (name, aside) = match lang {
        Lang::Zh => (&matter.name, &matter.name_en),
        Lang::En => (&matter.name_en, &matter.name),
    };
    let folded: String = format!("{} {}", matter.name, matter.name_en)
        .to_lowercase()
        .split_whitespace()
        .collect();
    let _ = write!(
        body,
        "<li data-name=\"{}\" data-keys=\"{}\"><a href=\"{}\">{}</a>",
        escaped(&folded),
        escaped(&keys(&matter.name)),
        escaped(&file_of(matter)),
        escaped(name)
    );
    if name != aside {
        let other = lang.pick(Lang::En, Lang::Zh);
        let _ = write!(
            body,
            " <span lang=\"{}\">{}</span>",
            tag(other),
            escaped(aside)
        );
    }
    let case = paper::case_type(lang, matter.case_type);
    let _ = writeln!(
        body,
        "<br><span>{} / {}</span></li>",
        escaped(&matter.department),
        escaped(case)
    );
}

/// Each character of a name by its readings: `hu kou qian yi`, `zhong|chong qing`.
pub(super) fn keys(name: &str) -> String {
    let units: Vec<String> = readings_of(name)
        .into_iter()
        .map(|readings| readings.join("|"))
        .collect();
    units.join(" ")
}
