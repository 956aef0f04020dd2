//! What the questions cost.

use super::*;
use crate::store::Store;

fn plan(store: &Store, sql: &str) -> Vec<String> {
    let conn = &store.conn;
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let rows = statement.query_map([], |row| row.get(3)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn what_is_rare_is_found_along_an_index_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(&dir.path().join("register.db")).unwrap();
    for figure in Figure::ALL {
        let drive = Behind { figure, of: None }.drive();
        let sql = format!(
            "SELECT i.inquiry FROM {} WHERE {} ORDER BY i.inquiry DESC LIMIT 40",
            drive.tables, drive.condition
        );
        let plan = plan(&store, &sql);
        let sorts = plan.iter().any(|line| line.contains("TEMP B-TREE"));
        assert_eq!(sorts, figure == Figure::Unclosed, "{figure:?}: {plan:?}");
    }
}

#[test]
fn stretches_of_days_are_whole_weeks_and_months() {
    let day: NaiveDate = "2026-04-01".parse().unwrap();
    let of = |span: Span| (span.from.to_string(), span.until.to_string());
    let both = |from: &str, until: &str| (from.to_owned(), until.to_owned());
    assert_eq!(of(Span::month_of(day)), both("2026-04-01", "2026-04-30"));
    assert_eq!(of(Span::week_of(day)), both("2026-03-30", "2026-04-05"));
    assert_eq!(of(Span::year_of(day)), both("2026-01-01", "2026-12-31"));
}
