//! The starter catalogue, every matter marked as an example.

use crate::domain::catalog::{Catalog, CatalogError, parse};

/// The file's name, as errors and lists show it.
pub const FILE: &str = "cn-examples.toml";

/// The file's text, for an office to copy and change.
pub const TEXT: &str = include_str!("catalogs/cn-examples.toml");

/// Reads the starter catalogue; this takes some milliseconds, so the register
/// reads it once and keeps it.
///
/// # Errors
/// None as shipped; the type stays, so that no caller has to assume it.
pub fn examples() -> Result<Catalog, CatalogError> {
    parse(TEXT, FILE)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::examples;
    use crate::domain::catalog::{
        Binds, CaseType, Catalog, Checklist, Confidence, DocumentKind, DocumentSource, LimitUnit,
        Matter, MatterId, Span,
    };

    fn catalog() -> Catalog {
        examples().unwrap_or_else(|error| panic!("{error}"))
    }

    fn matter<'a>(catalog: &'a Catalog, id: &str) -> &'a Matter {
        catalog.matter(&MatterId(id.to_owned())).unwrap()
    }

    #[test]
    fn nothing_is_lost() {
        let catalog = catalog();
        let documents = || catalog.matters.iter().flat_map(|one| &one.documents);
        assert_eq!(catalog.matters.len(), 29);
        assert_eq!(documents().count(), 162);
        assert_eq!(catalog.circumstances.len(), 66);
        assert_eq!(documents().filter(|one| one.when.is_some()).count(), 75);
        assert_eq!(
            documents().filter(|one| one.any_of_group.is_some()).count(),
            12
        );
        assert_eq!(documents().filter(|one| one.copies.is_some()).count(), 13);
        assert_eq!(documents().filter(|one| !one.required).count(), 10);
        let limits = |one: &&Matter| one.legal_limit.is_some();
        assert_eq!(catalog.matters.iter().filter(limits).count(), 26);
        let promised = |one: &&Matter| one.promised_limit.is_some();
        assert_eq!(catalog.matters.iter().filter(promised).count(), 13);
        let rules = |one: &&Matter| one.correction.is_some();
        assert_eq!(catalog.matters.iter().filter(rules).count(), 8);
    }

    #[test]
    fn every_matter_says_where_it_is_from_and_that_it_is_an_example() {
        for matter in &catalog().matters {
            assert!(matter.example, "{}", matter.name);
            assert!(!matter.source_url.is_empty(), "{}", matter.name);
            assert!(!matter.basis.is_empty(), "{}", matter.name);
        }
    }

    #[test]
    fn no_circumstance_is_invented_and_none_stands_twice() {
        let catalog = catalog();
        let used: BTreeSet<_> = catalog
            .matters
            .iter()
            .flat_map(Matter::circumstances)
            .collect();
        let mut sentences = BTreeSet::new();
        for one in &catalog.circumstances {
            assert!(used.contains(&one.id), "{}", one.label);
            assert!(sentences.insert(&one.sentence), "{}", one.sentence);
            assert!(unicode_width::UnicodeWidthStr::width(one.label.as_str()) <= 17);
        }
    }

    #[test]
    fn a_sentence_that_matters_share_is_one_circumstance() {
        let catalog = catalog();
        for (label, matters) in [("委托代理", 3), ("委托代办", 3), ("现役军人", 1)] {
            let using = |one: &&Matter| catalog.find_circumstance(one, label).is_some();
            assert_eq!(
                catalog.matters.iter().filter(using).count(),
                matters,
                "{label}"
            );
        }
        let sale = matter(&catalog, "zr-realestate-transfer");
        let agent = catalog.find_circumstance(sale, "委托代理").unwrap();
        assert_eq!(catalog.find_circumstance(sale, "agent"), Some(agent));
        assert_eq!(agent.sentence, "委托代理");
        assert_eq!(catalog.find_circumstance(sale, "现役军人"), None);
    }

    #[test]
    fn an_agent_selling_a_house_needs_six_documents() {
        let catalog = catalog();
        let sale = matter(&catalog, "zr-realestate-transfer");
        let agent = catalog
            .find_circumstance(sale, "委托代理")
            .unwrap()
            .id
            .clone();
        let list = Checklist::new(sale, &BTreeSet::from([agent]));
        let names: Vec<&str> = list
            .items()
            .iter()
            .map(|one| one.document.name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "不动产登记申请书(及询问笔录)",
                "申请人身份证明",
                "不动产权属证书",
                "买卖合同",
                "税费缴纳凭证(契税可共享免交)",
                "授权委托书+代理人身份证明",
            ]
        );
    }

    #[test]
    fn a_lost_identity_card_asks_for_any_one_of_four() {
        let catalog = catalog();
        let list = Checklist::new(matter(&catalog, "ga-idcard-lost"), &BTreeSet::new());
        let wants = list.missing(&list.brought(&[]).unwrap());
        assert_eq!(wants.len(), 1);
        assert_eq!(wants[0].alternatives.len(), 4);
        assert!(list.missing(&list.brought(&[3]).unwrap()).is_empty());
    }

    #[test]
    fn limits_are_as_published() {
        let catalog = catalog();
        let invoice = matter(&catalog, "sw-fapiao");
        assert_eq!(invoice.name, "发票领用(首次票种核定)");
        assert_eq!(invoice.case_type, CaseType::OnSpot);
        let legal = invoice.legal_limit.as_ref().unwrap();
        assert_eq!(
            legal.span(),
            Some(Span {
                value: 5,
                unit: LimitUnit::WorkingDay
            })
        );
        let promised = invoice.promised_limit.as_ref().unwrap();
        assert_eq!(
            promised.span(),
            Some(Span {
                value: 0,
                unit: LimitUnit::OnSpot
            })
        );
        assert_eq!(invoice.documents[2].kind, DocumentKind::OriginalAndCopy);

        let sale = matter(&catalog, "zr-realestate-transfer");
        let promised = sale.promised_limit.as_ref().unwrap();
        assert_eq!(
            (promised.value, promised.unit),
            (None, Some(LimitUnit::WorkingDay))
        );
        let fund = matter(&catalog, "gf-gjj").legal_limit.as_ref().unwrap();
        assert_eq!(fund.unit, Some(LimitUnit::DayUnspecified));
        let birth = matter(&catalog, "ga-birth").legal_limit.as_ref().unwrap();
        assert_eq!(birth.binds, Binds::Visitor);
        assert_eq!(matter(&catalog, "yb-yidi").confidence, Confidence::Low);
        let papers = &matter(&catalog, "yb-manual").documents[0];
        assert_eq!(papers.source, DocumentSource::ThirdParty);
    }

    #[test]
    fn an_extension_can_be_granted_only_where_the_law_gives_a_number() {
        let catalog = catalog();
        let granted: Vec<(&str, u32)> = catalog
            .matters
            .iter()
            .filter_map(|one| Some((one.id.as_str(), one.grantable_extension()?.0.value)))
            .collect();
        assert_eq!(
            granted,
            [
                ("ga-idcard-renew", 30),
                ("ga-idcard-lost", 30),
                ("ga-residence-permit", 15),
                ("ga-passport", 15),
                ("sj-getihu", 3),
                ("sj-company", 3),
                ("zw-foi", 20),
            ]
        );
        let sale = matter(&catalog, "zr-realestate-transfer")
            .legal_limit
            .as_ref()
            .unwrap();
        assert_eq!(sale.extension.as_ref().unwrap().text, "公告时间不计(上海)");
    }

    #[test]
    fn a_time_to_tell_stands_only_where_the_rule_gives_one() {
        let catalog = catalog();
        let told: Vec<(&str, u32)> = catalog
            .matters
            .iter()
            .filter_map(|one| Some((one.id.as_str(), one.correction.as_ref()?.within?.value)))
            .collect();
        assert_eq!(told, [("zr-realestate-transfer", 0), ("zw-foi", 7)]);
        let sale = matter(&catalog, "zr-realestate-transfer");
        assert!(sale.correction.as_ref().unwrap().else_accepted);
    }

    #[test]
    fn a_catalogue_survives_being_stored() {
        let catalog = catalog();
        let stored = serde_json::to_string(&catalog).unwrap();
        assert_eq!(serde_json::from_str::<Catalog>(&stored).unwrap(), catalog);
    }
}
