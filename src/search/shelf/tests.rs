use super::*;

fn shelf(labels: &[&str]) -> Shelf {
    let choice = |label: &&str| Choice {
        id: (*label).to_owned(),
        label: (*label).to_owned(),
        ..Choice::default()
    };
    labels.iter().map(choice).collect()
}

fn found(shelf: &Shelf, typed: &str) -> Vec<String> {
    let hits = shelf.find(typed);
    let places = (0..hits.len()).filter_map(|rank| hits.get(rank));
    places.map(|at| shelf[at].label.clone()).collect()
}

#[test]
fn what_was_chosen_lately_comes_first_among_what_fits_alike() {
    let labels = ["发票领用(增量)", "发票领用", "增值税发票", "发票代开"];
    let entries = shelf(&labels).to_vec();
    let lately = Shelf::new(entries, 1);
    assert_eq!(
        found(&lately, "fp"),
        ["发票领用(增量)", "发票领用", "发票代开", "增值税发票"]
    );
    assert_eq!(found(&shelf(&labels), "fp")[0], "发票领用");
    assert_eq!(found(&lately, ""), labels);
}

#[test]
fn marks_in_a_name_need_not_be_typed() {
    let shelf = shelf(&["发票领用(首次票种核定)", "阿依古丽·买买提"]);
    for typed in [
        "fplysc",
        "fapiaolingyongshouci",
        "领用首次",
        "aygl",
        "ayglmmt",
        "古丽买",
    ] {
        assert_eq!(shelf.find(typed).len(), 1, "{typed}");
    }
}

#[test]
fn one_slip_in_a_longer_query_is_forgiven_after_what_fits() {
    let shelf = shelf(&["户口迁移", "发票领用", "不动产转移登记", "吕梁 税政科"]);
    for (typed, label) in [
        ("hukouqanyi", "户口迁移"),
        ("hukouqiabyi", "户口迁移"),
        ("hukuoqianyi", "户口迁移"),
        ("huukouqianyi", "户口迁移"),
        ("fapialing", "发票领用"),
        ("fapiap", "发票领用"),
        ("lingyomg", "发票领用"),
        ("zhuanyidnegji", "不动产转移登记"),
        ("lvlianh", "吕梁 税政科"),
    ] {
        assert_eq!(found(&shelf, typed), [label], "{typed}");
    }
    for typed in ["hxkq", "xukouqianyi", "hukoubanyo", "fapx", "发票零用"] {
        assert!(shelf.find(typed).is_empty(), "{typed}");
    }
}

#[test]
fn the_short_cut_loses_nothing() {
    let labels = [
        "单小红",
        "曾丽",
        "解东",
        "吕梁",
        "石小明",
        "张绍雄",
        "陈明",
        "欧阳·娜",
        "重庆大厦",
        "Residence permit (A-3)",
        "样表 a-3",
        "１３８号",
        "乐山行",
    ];
    let shelf = shelf(&labels);
    let syllables = [
        "sh", "zh", "ch", "lv", "lü", "lyu", "dan", "shan", "zeng", "x", "le", "yue",
    ];
    for first in syllables {
        for second in ["", "x", "zh", "l", "ren", "3", " ", "山", "'"] {
            let typed = format!("{first}{second}");
            let slow = super::super::pick(&typed, labels);
            let fast = shelf.find(&typed);
            for at in slow {
                let hit = (0..fast.len()).any(|rank| fast.get(rank) == Some(at));
                assert!(hit, "{typed} {}", labels[at]);
            }
        }
    }
}

#[test]
fn a_key_looks_closely_at_few_of_many() {
    let surnames = ["王", "李", "张", "刘", "陈", "单", "曾", "解", "吕", "欧阳"];
    let given = ["芳", "明", "小满", "静", "雄", "伟", "娜", "强", "磊", "洋"];
    let people: Shelf = (0..20_000)
        .map(|n| Choice {
            id: n.to_string(),
            label: format!(
                "{}{} 第{}科 {n}",
                surnames[n % 10],
                given[n / 10 % 10],
                n % 97
            ),
            ..Choice::default()
        })
        .collect();
    for typed in ["w", "wf", "wang", "wangfang", "19999", "zhx", "没有"] {
        let query = Query::new(typed);
        let matcher = query.matcher();
        let mut reading = Reading::of(&query, &matcher);
        let ranks = people.iter().filter_map(|entry| reading.rank(entry));
        assert!(ranks.take(MOST).count() <= MOST, "{typed}");
        assert!(
            reading.read <= 8_000,
            "{typed}: {} texts were read",
            reading.read
        );
        assert!(people.find(typed).len() <= MOST, "{typed}");
    }
    assert_eq!(people.find("").len(), 20_000);
    assert_eq!(
        found(&people, "19999"),
        ["吕洋 第17科 19999"].map(|_| people[19_999].label.clone())
    );
}
