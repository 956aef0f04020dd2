//! Every built-in matter, in every circumstance that changes its list.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::layout::Layout;
use super::*;
use crate::builtin::catalog::examples;
use crate::domain::catalog::Ticks;
use crate::domain::catalog::{Catalog, CircumstanceId, Document, Matter};
use crate::domain::notice::{CatalogStamp, NoticeContent};
use crate::i18n::{clauses, papers::ONE_PASS_NOTICE};
use crate::paper::layout::PaperSize;
use crate::paper::notice::NoticePaper;

/// Nobody's circumstances, each alone, and all together.
fn visitors(matter: &Matter) -> Vec<BTreeSet<CircumstanceId>> {
    let each: Vec<CircumstanceId> = matter.circumstances().into_iter().cloned().collect();
    let mut sets = vec![BTreeSet::new()];
    sets.extend(each.iter().map(|one| BTreeSet::from([one.clone()])));
    if each.len() > 1 {
        sets.push(each.into_iter().collect());
    }
    sets
}

/// The screen at 80 columns and 24 rows with these circumstances chosen.
fn screen(hands: &mut Hands<ChecklistScreen>, chosen: &BTreeSet<CircumstanceId>) -> String {
    let case = hands.screen.case.as_mut().unwrap();
    case.chosen.clone_from(chosen);
    case.ticks.clear();
    hands.look()
}

fn notice(catalog: &Catalog, matter: &Matter, chosen: &BTreeSet<CircumstanceId>) -> String {
    let chosen: Vec<_> = chosen
        .iter()
        .filter_map(|id| catalog.circumstance(id).cloned())
        .collect();
    let stamp = CatalogStamp {
        id: catalog.id.clone(),
        version: catalog.version.clone(),
    };
    let content = NoticeContent::new(stamp, matter, &chosen, &Ticks::new());
    let rules = crate::builtin::rulebook::rulebook("tax").unwrap().unwrap();
    let clause = rules.told_once.as_ref();
    NoticePaper {
        office: "青山县政务服务中心",
        name: ONE_PASS_NOTICE.text(Lang::Zh),
        clause: &clause.map_or_else(String::new, |one| clauses::clause(Lang::Zh, one)),
        number: None,
        applicant: "",
        contact: "",
        date: chrono::NaiveDate::from_ymd_opt(2026, 4, 7).unwrap(),
        handler: "李明 1001",
        place: "",
        phone: "",
        complaint: "见台面公示牌",
        content: &content,
    }
    .text(PaperSize::A4, Lang::Zh)
}

/// The published page's documents for these circumstances, in their order.
fn published(catalog: &Catalog, matter: &Matter, chosen: &BTreeSet<CircumstanceId>) -> Vec<String> {
    use crate::guide::{About, Guide};
    let rules = crate::builtin::rulebook::rulebook("tax").unwrap().unwrap();
    let stamp = CatalogStamp {
        id: catalog.id.clone(),
        version: catalog.version.clone(),
    };
    let about = About {
        lang: Lang::Zh,
        office: "青山县政务服务中心",
        complaint: "见台面公示牌",
        hours: "09:00-12:00,14:00-17:30",
        day: chrono::NaiveDate::from_ymd_opt(2026, 4, 7).unwrap(),
        rules: &rules,
        catalog: &stamp,
        people: &[],
    };
    let known = catalog.circumstances_of(matter).into_iter().cloned();
    let page = Guide::of_matter(&about, &(matter.clone(), known.collect())).html(&about);
    let mut names = Vec::new();
    for list in page.split("data-when=\"").skip(1) {
        let (when, rest) = list.split_once('"').unwrap();
        let asked = when.is_empty() || chosen.iter().any(|one| one.as_str() == when);
        let rest = rest.split("</ol>").next().unwrap();
        for document in rest.split("class=\"document\">").skip(1).filter(|_| asked) {
            names.push(read_back(document.split("</strong>").next().unwrap()));
        }
    }
    names.sort();
    names
}

fn read_back(html: &str) -> String {
    let mut text = html.to_owned();
    for (markup, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ] {
        text = text.replace(markup, letter);
    }
    text.replace("&amp;", "&")
}

/// The documents that stand on the screen at 80 columns and 24 rows, over all its pages:
/// each name as it is drawn there.
fn on_screen(hands: &mut Hands<ChecklistScreen>) -> Vec<String> {
    let count = hands.screen.case.as_ref().unwrap().entries().len();
    let (mut names, mut drawn) = (Vec::new(), String::new());
    for nth in 0..count {
        hands.screen.document = nth;
        drawn.push_str(&hands.look());
        let case = hands.screen.case.as_ref().unwrap();
        names.push(case.entries()[nth].document.name.clone());
    }
    let solid = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let drawn = solid(&drawn);
    for name in &names {
        let begins: String = solid(name).chars().take(8).collect();
        assert!(drawn.contains(&begins), "{begins} is not on\n{drawn}");
    }
    names.sort();
    names
}

/// The documents on an A4 notice, told by their boxes.
fn on_paper(sheet: &str, matter: &Matter) -> Vec<String> {
    let solid = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let entries: Vec<String> = sheet.split("[ ] ").skip(1).map(solid).collect();
    let mut names: Vec<String> = entries
        .iter()
        .map(|entry| {
            let fitting = matter.documents.iter().map(|one| &one.name);
            let longest = fitting
                .filter(|name| entry.starts_with(&solid(name)))
                .max_by_key(|name| name.len());
            longest
                .unwrap_or_else(|| panic!("{entry} is no document"))
                .clone()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn the_published_page_the_notice_and_the_screen_ask_for_the_same_documents() {
    let catalog = examples().unwrap();
    let mut hands = choosing(Lang::Zh, (80, 24));
    let mut compared = 0;
    for matter in &catalog.matters {
        let cx = hands.office.cx();
        hands.screen.case = None;
        hands.screen.open(&cx, matter.id.as_str(), None);
        for chosen in visitors(matter) {
            screen(&mut hands, &chosen);
            let page = published(&catalog, matter, &chosen);
            assert_eq!(page, on_screen(&mut hands), "{}", matter.name);
            let sheet = notice(&catalog, matter, &chosen);
            assert_eq!(page, on_paper(&sheet, matter), "{}\n{sheet}", matter.name);
            compared += 1;
        }
    }
    assert!(compared > catalog.matters.len(), "{compared}");
}

/// What stands on the screen of the documents of this list, over all its pages.
fn shown_in_full(hands: &mut Hands<ChecklistScreen>, lang: Lang) -> (usize, usize) {
    let case = hands.screen.case.as_ref().unwrap();
    let entries = case.entries();
    let area = Rect::new(0, 1, 80, 21);
    let layout = Layout::new(case, &entries, Pane::Documents, lang, area);
    let mut seen = BTreeSet::new();
    for page in &layout.pages {
        seen.extend(
            layout.lines[page.clone()]
                .iter()
                .filter_map(super::layout::Line::entry),
        );
    }
    assert_eq!(seen.len(), entries.len(), "a document hides");
    (entries.len(), layout.pages.len())
}

#[test]
fn every_matter_tells_everything_on_one_screen_and_one_notice() {
    let catalog = examples().unwrap();
    assert_eq!(catalog.matters.len(), 29);
    let mut zh = choosing(Lang::Zh, (80, 24));
    let mut en = choosing(Lang::En, (80, 24));
    for matter in &catalog.matters {
        let mut text = String::new();
        for (hands, lang) in [(&mut zh, Lang::Zh), (&mut en, Lang::En)] {
            let cx = hands.office.cx();
            hands.screen.case = None;
            hands.screen.open(&cx, matter.id.as_str(), None);
            for chosen in visitors(matter) {
                let labels: Vec<&str> = chosen.iter().map(CircumstanceId::as_str).collect();
                let _ = writeln!(
                    text,
                    "== {lang:?} [{}]\n{}",
                    labels.join(" "),
                    screen(hands, &chosen)
                );
                let (documents, pages) = shown_in_full(hands, lang);
                assert!(
                    documents > 14 || pages == 1,
                    "{documents} on {pages}: {text}"
                );
            }
        }
        for chosen in visitors(matter) {
            let sheet = notice(&catalog, matter, &chosen);
            let ids = &chosen;
            for document in matter.documents.iter().filter(|one| asked(one, ids)) {
                let name: String = document.name.chars().take(8).collect();
                assert!(sheet.contains(&name), "{name} is not on\n{sheet}");
            }
            let _ = writeln!(text, "== A4\n{sheet}");
        }
        insta::assert_snapshot!(format!("matter_{}", matter.id.as_str()), text);
    }
}

fn asked(document: &Document, chosen: &BTreeSet<CircumstanceId>) -> bool {
    document
        .when
        .as_ref()
        .is_none_or(|when| chosen.contains(when))
}

#[test]
fn fourteen_documents_stand_on_one_screen_and_a_fifteenth_is_not_hidden() {
    for lang in [Lang::Zh, Lang::En] {
        for (count, most) in [(14_u32, 1), (40, 4)] {
            let mut hands = choosing(lang, (80, 24));
            let cx = hands.office.cx();
            hands.screen.open(&cx, SALE, None);
            let case = hands.screen.case.as_mut().unwrap();
            let pattern = case.matter.documents[0].clone();
            case.matter.documents = (1..=count)
                .map(|nth| Document {
                    name: format!("第{nth}份材料"),
                    name_en: format!("Document no. {nth}"),
                    when: None,
                    required: nth % 7 != 0,
                    ..pattern.clone()
                })
                .collect();
            for nth in [1, 3, 5] {
                case.toggle(&format!("第{nth}份材料"));
            }
            let (documents, pages) = shown_in_full(&mut hands, lang);
            assert_eq!(documents, usize::try_from(count).unwrap());
            assert!(pages <= most, "{count} on {pages} pages:\n{}", hands.look());
            if pages > 1 {
                let mark = words::page(lang, 1, pages);
                assert!(hands.look().contains(&mark), "{}", hands.look());
            }
        }
    }
}
