use super::NoticePaper;
use crate::builtin::catalog::examples;
use crate::domain::catalog::{Catalog, Circumstance, MatterId, Tick, Ticks};
use crate::domain::notice::{CatalogStamp, NoticeContent};
use crate::i18n::Lang;
use crate::paper::layout::{PaperSize, columns};

const SIZES: [PaperSize; 3] = [PaperSize::Receipt, PaperSize::A5, PaperSize::A4];

fn content(
    catalog: &Catalog,
    matter: &str,
    when: &[&str],
    ticks: &[(&str, Tick)],
) -> NoticeContent {
    let matter = catalog.matter(&MatterId(matter.to_owned())).unwrap();
    let chosen: Vec<Circumstance> = when
        .iter()
        .map(|named| catalog.find_circumstance(matter, named).unwrap().clone())
        .collect();
    let ticks: Ticks = ticks
        .iter()
        .map(|(name, tick)| ((*name).to_owned(), tick.clone()))
        .collect();
    let stamp = CatalogStamp {
        id: catalog.id.clone(),
        version: catalog.version.clone(),
    };
    NoticeContent::new(stamp, matter, &chosen, &ticks)
}

fn paper(content: &NoticeContent) -> NoticePaper<'_> {
    NoticePaper {
        office: "青山县不动产登记中心",
        name: "一次性告知单",
        clause: "",
        number: Some("青不登告〔2026〕0007"),
        applicant: "周满",
        contact: "13800000000",
        date: chrono::NaiveDate::from_ymd_opt(2026, 4, 7).unwrap(),
        handler: "李明 1001",
        place: "二楼5号窗口",
        phone: "",
        complaint: "见台面公示牌",
        content,
    }
}

fn sale(catalog: &Catalog) -> NoticeContent {
    let ticks = [
        ("不动产权属证书", Tick::Brought),
        ("买卖合同", Tick::Brought),
        ("申请人身份证明", Tick::Invalid("已过期".into())),
    ];
    content(catalog, "zr-realestate-transfer", &["委托代理"], &ticks)
}

#[test]
fn an_agent_selling_a_house_is_told_everything_at_once() {
    let catalog = examples().unwrap();
    let content = sale(&catalog);
    let paper = paper(&content);
    insta::assert_snapshot!("sale_a5_zh", paper.text(PaperSize::A5, Lang::Zh));
    let english = NoticePaper {
        name: "One-pass notice",
        ..paper.clone()
    };
    insta::assert_snapshot!("sale_a4_en", english.text(PaperSize::A4, Lang::En));
    insta::assert_snapshot!("sale_receipt_zh", paper.text(PaperSize::Receipt, Lang::Zh));
    insta::assert_snapshot!("sale_aloud_zh", paper.read_aloud(Lang::Zh).join("\n"));
    insta::assert_snapshot!("sale_aloud_en", paper.read_aloud(Lang::En).join("\n"));
}

#[test]
fn every_matter_fits_every_paper_and_leaves_no_document_out() {
    let catalog = examples().unwrap();
    for matter in &catalog.matters {
        let all: Vec<&str> = matter
            .circumstances()
            .iter()
            .map(|one| one.as_str())
            .collect();
        for when in [&[][..], &all[..]] {
            let content = content(&catalog, matter.id.as_str(), when, &[]);
            for (size, lang) in SIZES
                .iter()
                .flat_map(|&size| [(size, Lang::Zh), (size, Lang::En)])
            {
                let text = paper(&content).text(size, lang);
                for line in text.lines() {
                    assert!(columns(line) <= size.columns(), "{} {line:?}", matter.name);
                }
                let solid: String = text.split_whitespace().collect();
                for one in &content.documents {
                    let name = lang.pick(&one.name, &one.name_en).replace(' ', "");
                    assert!(solid.contains(&name), "{} {name}\n{text}", matter.name);
                }
            }
        }
    }
}

#[test]
fn a_group_stands_as_one_want_with_its_alternatives() {
    let catalog = examples().unwrap();
    let lost = content(&catalog, "ga-idcard-lost", &[], &[]);
    let text = paper(&lost).text(PaperSize::A4, Lang::Zh);
    assert!(text.contains("还缺 1 项"), "{text}");
    assert!(text.contains("身份核验：以下任交一件即可"), "{text}");
    let said = paper(&lost).read_aloud(Lang::En);
    assert!(
        said[1].starts_with("Number 1, any one of these: Household register"),
        "{said:?}"
    );

    let brought = [("护照", Tick::Brought)];
    let lost = content(&catalog, "ga-idcard-lost", &[], &brought);
    let text = paper(&lost).text(PaperSize::A4, Lang::Zh);
    assert!(
        text.contains("材料齐全") && !text.contains("第二次来"),
        "{text}"
    );
    assert!(
        !text.contains("机动车驾驶证"),
        "what is not needed is not asked:\n{text}"
    );
}

#[test]
fn a_time_that_binds_the_visitor_is_no_promise_of_the_office() {
    let catalog = examples().unwrap();
    let birth = content(&catalog, "ga-birth", &[], &[]);
    let text = paper(&birth).text(PaperSize::A4, Lang::Zh);
    assert!(text.contains("申请人时限：婴儿出生后1个月内申报"), "{text}");
    assert!(!text.contains("法定时限"), "{text}");
}

#[test]
fn a_preview_says_that_it_has_no_number() {
    let catalog = examples().unwrap();
    let content = sale(&catalog);
    let preview = NoticePaper {
        number: None,
        ..paper(&content)
    };
    assert!(preview.text(PaperSize::A5, Lang::Zh).contains("未编号"));
}

#[test]
fn what_a_person_typed_cannot_break_out_of_the_print_stream() {
    let catalog = examples().unwrap();
    let evil = "\u{1b}[4i\u{9b}4i\u{202e}\r\n--\u{200b}";
    let ticks = [("申请人身份证明", Tick::Invalid(evil.into()))];
    let content = content(&catalog, "zr-realestate-transfer", &[], &ticks);
    let paper = NoticePaper {
        office: evil,
        number: Some(evil),
        applicant: evil,
        contact: evil,
        handler: evil,
        place: evil,
        phone: evil,
        complaint: evil,
        ..paper(&content)
    };
    let sound = |text: &str| {
        !text
            .chars()
            .any(|c| c != '\n' && (c.is_control() || c == '\u{202e}'))
    };
    for lang in [Lang::Zh, Lang::En] {
        assert!(SIZES.iter().all(|&size| sound(&paper.text(size, lang))));
        assert!(
            paper
                .read_aloud(lang)
                .iter()
                .all(|text| sound(text) && !text.contains('\n'))
        );
    }
}
