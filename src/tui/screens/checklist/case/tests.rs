use super::*;
use crate::builtin::catalog::examples;
use crate::domain::catalog::MatterId;
use crate::domain::time::Moment;

fn case(matter: &str) -> Case {
    let catalog = examples().unwrap();
    let matter = catalog.matter(&MatterId(matter.into())).unwrap().clone();
    let known = catalog.circumstances_of(&matter).into_iter().cloned();
    let known = known.collect();
    Case::new(matter, known)
}

fn served(case: &Case, notice: Option<Notice>) -> Served {
    Served {
        number: Number::from("20260407-0001"),
        name: "周满".into(),
        phone: "138****0000".into(),
        notice: notice.filter(|n| n.content.matter == case.matter.id),
        state: None,
    }
}

fn notice(case: &Case, brought: &[u32]) -> Notice {
    let stamp = CatalogStamp {
        id: "c".into(),
        version: "1".into(),
    };
    Notice {
        number: "告〔2026〕1号".into(),
        at: Moment(0),
        content: case.content(stamp),
        brought: brought.to_vec(),
        complete: false,
        second: false,
        charged: None,
    }
}

fn shown(case: &Case) -> Vec<(u32, Part)> {
    let entries = case.entries();
    entries.iter().map(|one| (one.number, one.part)).collect()
}

#[test]
fn missing_stands_on_top_and_numbers_stay() {
    let mut case = case("zr-realestate-transfer");
    case.toggle("不动产登记申请书(及询问笔录)");
    let expected = [
        (2, Part::Missing),
        (3, Part::Missing),
        (4, Part::Missing),
        (5, Part::Missing),
        (1, Part::Brought),
    ];
    assert_eq!(shown(&case), expected);
    case.mark_invalid("不动产登记申请书(及询问笔录)", " ");
    assert_eq!(shown(&case)[0], (1, Part::Missing));
}

#[test]
fn a_circumstance_changes_the_list_and_ticks_stay() {
    let mut case = case("zr-realestate-transfer");
    case.toggle("买卖合同");
    case.toggle_circumstance(0);
    assert_eq!(case.entries().len(), 6);
    assert_eq!(case.progress().brought, 1);
    case.toggle_circumstance(0);
    assert_eq!(case.entries().len(), 5);
    assert_eq!(case.progress().brought, 1);
}

#[test]
fn a_satisfied_group_moves_as_one() {
    let mut case = case("ga-residence-permit");
    for nth in 0..3 {
        case.toggle_circumstance(nth);
    }
    let bracketed = |case: &Case| -> Vec<(Part, Bracket)> {
        let entries = case.entries();
        let group = entries
            .iter()
            .filter_map(|one| Some((one.part, one.bracket?)));
        group.collect()
    };
    assert_eq!(
        bracketed(&case),
        [
            (Part::Missing, Bracket::First),
            (Part::Missing, Bracket::Middle),
            (Part::Missing, Bracket::Last)
        ]
    );
    let name = case
        .entries()
        .iter()
        .find(|one| one.bracket == Some(Bracket::Last))
        .map(|one| one.document.name.clone())
        .unwrap();
    case.toggle(&name);
    assert!(
        bracketed(&case)
            .iter()
            .all(|(part, _)| *part == Part::Brought)
    );
}

#[test]
fn without_a_visitor_a_notice_asks_to_register() {
    let mut case = case("mz-divorce");
    assert_eq!(case.next(), Next::Register);
    case.serve(served(&case, None));
    assert!(matches!(case.next(), Next::Notify(_)));
}

#[test]
fn what_the_last_notice_asked_for_is_taken_against_it() {
    let mut case = case("zr-realestate-transfer");
    case.toggle_circumstance(0);
    case.toggle("买卖合同");
    let told = notice(&case, &[1]);
    let mut again = self::case("zr-realestate-transfer");
    again.serve(served(&again, Some(told)));
    assert_eq!(
        again.progress().brought,
        2,
        "ticks of the notice, and what came since"
    );
    assert_eq!(again.next(), Next::NothingNew("告〔2026〕1号".into()));
    again.toggle("申请人身份证明");
    let Next::Bring(bring) = again.next() else {
        panic!("{:?}", again.next());
    };
    assert_eq!(bring.brought, [2]);
    again.mark_invalid("不动产权属证书", "已注销");
    let Next::Notify(notify) = again.next() else {
        panic!("{:?}", again.next());
    };
    assert_eq!((notify.brought, notify.invalid.len()), (vec![1, 2, 4], 1));
}

#[test]
fn ticks_made_before_registration_are_kept() {
    let mut case = case("mz-divorce");
    let name = case.entries()[0].document.name.clone();
    case.toggle(&name);
    case.serve(served(&case, None));
    assert_eq!(case.progress().brought, 1);
    assert!(case.is_changed());
}
