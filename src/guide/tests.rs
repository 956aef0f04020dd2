use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::builtin::{catalog::examples, rulebook};
use crate::domain::catalog::Catalog;
use crate::domain::ids::StaffNo;
use crate::domain::staff::Role;

fn person(department: &str, post: &str, scope: &str, window: &str) -> Person {
    Person {
        number: StaffNo::from("1001"),
        name: "李明".to_owned(),
        title: "办税员".to_owned(),
        post: post.to_owned(),
        scope: scope.to_owned(),
        department: department.to_owned(),
        window: window.to_owned(),
        phone: String::new(),
        roles: vec![Role::Clerk],
        substitute: None,
    }
}

fn with<T>(lang: Lang, book: &str, seen: impl FnOnce(&About<'_>, &[Listed]) -> T) -> T {
    let catalog = examples().unwrap();
    let stamp = CatalogStamp {
        id: catalog.id.clone(),
        version: catalog.version.clone(),
    };
    let people = [
        person("办税服务厅", "综合窗口", "登记、发票", "3"),
        person("税政科", "", "税收优惠", ""),
    ];
    let rules = rulebook::rulebook(book).unwrap().unwrap();
    let about = About {
        lang,
        office: "青山县政务服务中心",
        complaint: "见台面公示牌",
        hours: "09:00-12:00,14:00-17:30",
        day: NaiveDate::from_ymd_opt(2026, 4, 7).unwrap(),
        rules: &rules,
        catalog: &stamp,
        people: &people,
    };
    let matters = listed(&catalog);
    seen(&about, &matters)
}

fn listed(catalog: &Catalog) -> Vec<Listed> {
    let matters = catalog.matters.iter();
    let known = |one| catalog.circumstances_of(one).into_iter().cloned().collect();
    matters.map(|one| (one.clone(), known(one))).collect()
}

#[test]
fn a_matter_says_everything_that_a_published_item_says() {
    with(Lang::Zh, "tax", |about, matters| {
        let mut listed = matters[0].clone();
        let matter = &mut listed.0;
        matter.basic_code = Some("B-1".to_owned());
        matter.item_type = Some("行政许可".to_owned());
        matter.place = Some("二楼 5 号窗口".to_owned());
        matter.steps = vec![crate::domain::catalog::HandlingStep {
            name: "审核".to_owned(),
            days: 3,
        }];
        matter.fee = Some(crate::domain::catalog::Fee {
            text: "每证 10 元".to_owned(),
            from: Some("收费标准第三条".to_owned()),
            licence: Some("许可证第 1 号".to_owned()),
        });
        let text = Guide::of_matter(about, &listed).text(72);
        for said in [
            "实施编码",
            "B-1",
            "行政许可",
            "二楼 5 号窗口",
            "审核：3个工作日",
            "每证 10 元",
            "收费标准第三条",
            "许可证第 1 号",
            "所有申请人都要交",
            "我们的承诺",
            "监督电话：见台面公示牌",
            "示例目录",
        ] {
            assert!(text.contains(said), "{said} in\n{text}");
        }
    });
}

#[test]
fn the_office_lays_open_what_the_regulation_names() {
    with(Lang::Zh, "police", |about, matters| {
        let text = Guide::of_office(about, matters).text(72);
        for said in [
            "机构设置",
            "办税服务厅",
            "办公地点和时间",
            "3 号窗口",
            "单位职能和人员职责",
            "登记、发票",
            "服务标准",
            "纪律要求",
            "收费项目、标准、依据和许可证",
            "监督投诉",
            "所依制度",
        ] {
            assert!(text.contains(said), "{said} in\n{text}");
        }
        assert!(
            !text.contains("李明"),
            "posts are published, people are not"
        );
    });
}

#[test]
fn every_rulebook_has_a_guide_in_both_languages() {
    for book in rulebook::ids() {
        for lang in [Lang::Zh, Lang::En] {
            with(lang, book, |about, matters| {
                let guide = Guide::of_office(about, matters);
                assert!(guide.parts.iter().all(|part| !part.blocks.is_empty()));
                assert!(guide.parts.len() >= 6, "{book}: {guide:#?}");
            });
        }
    }
}

#[test]
fn pages_stand_alone_and_every_link_leads_to_one_of_them() {
    for lang in [Lang::Zh, Lang::En] {
        with(lang, "tax", |about, matters| {
            let pages = publish::pages(about, matters);
            assert_eq!(pages.len(), matters.len() + 2);
            let names: BTreeSet<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names.len(), pages.len(), "two pages of one name");
            for (name, page) in &pages {
                assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
                let tag = lang.pick("zh-CN", "en");
                assert!(page.contains(&format!("<html lang=\"{tag}\">")), "{name}");
                for foreign in ["href=\"http", "src=", "@import", "url("] {
                    assert!(!page.contains(foreign), "{foreign} in {name}");
                }
                for link in page.split("href=\"").skip(1) {
                    let link = link.split('"').next().unwrap();
                    let here = link.starts_with('#') || link.starts_with("tel:");
                    assert!(here || names.contains(link), "{link} in {name}");
                }
                for needed in [
                    "<h1>",
                    "<main id=\"main\">",
                    "<title>",
                    "@media print",
                    "A4",
                ] {
                    assert!(page.contains(needed), "{needed} in {name}");
                }
            }
        });
    }
}

#[test]
fn headings_follow_each_other_without_a_gap() {
    with(Lang::Zh, "tax", |about, matters| {
        for (name, page) in publish::pages(about, matters) {
            let levels = page.match_indices("<h").filter_map(|(at, _)| {
                let level = page[at + 2..].chars().next()?;
                level.to_digit(10)
            });
            let mut before = 0;
            for level in levels {
                assert!(level <= before + 1, "h{level} after h{before} in {name}");
                before = level;
            }
        }
    });
}

#[test]
fn the_index_finds_by_every_reading() {
    assert_eq!(index::keys("户口迁移"), "hu kou qian yi|chi");
    let both = index::keys("重庆");
    assert!(both.contains("chong") && both.contains("zhong"), "{both}");
    assert_eq!(index::keys("ID号"), "id hao|xiao");
    with(Lang::Zh, "tax", |about, matters| {
        let (_, page) = publish::pages(about, matters).remove(0);
        for (matter, _) in matters {
            let keys = format!("data-keys=\"{}\"", index::keys(&matter.name));
            assert!(page.contains(&keys), "{keys}");
        }
        assert!(
            page.contains("class=\"search\" role=\"search\" hidden"),
            "without the script nothing is offered that does not work"
        );
    });
}

/// The texts between tags of a page's body, after its own markup is taken for granted.
fn tags(page: &str) -> Vec<String> {
    let body = page.split("<body>").nth(1).unwrap();
    let tag = |rest: &str| rest.split('>').next().unwrap().to_owned();
    body.split('<').skip(1).map(tag).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_stored_text_becomes_markup(
        words in proptest::collection::vec(
            prop_oneof![
                any::<String>(),
                Just("<script>alert(1)</script>".to_owned()),
                Just("\" onload=\"x".to_owned()),
                Just("'>&<".to_owned()),
                Just("\u{202e}\u{1b}[4i</main>".to_owned()),
                Just("]]><!--".to_owned()),
            ],
            1..6,
        )
    ) {
        let evil = words.concat();
        with(Lang::Zh, "tax", |about, matters| {
            let clean = Guide::of_matter(about, &plain(&matters[0], "x")).html(about);
            let dirty = Guide::of_matter(about, &plain(&matters[0], &format!("x{evil}"))).html(about);
            prop_assert_eq!(tags(&clean), tags(&dirty));
            prop_assert!(!dirty.chars().any(|c| c != '\n' && c.is_control()));
            let steered = dirty.contains('\u{202e}');
            prop_assert!(!steered);
            Ok(())
        })?;
    }
}

/// A matter all of whose words are `word`.
fn plain((matter, _): &Listed, word: &str) -> Listed {
    let word = || word.to_owned();
    let mut matter = matter.clone();
    (matter.name, matter.department, matter.domain) = (word(), word(), word());
    matter.name_en = "other".to_owned();
    matter.conditions = vec![word()];
    matter.basis = vec![word()];
    matter.results = vec![word()];
    matter.place = Some(word());
    matter.phone = Some(word());
    matter.complaint_phone = Some(word());
    for document in &mut matter.documents {
        document.name = word();
        document.note = Some(word());
        document.when = None;
        document.any_of_group = None;
    }
    (matter, Vec::new())
}
