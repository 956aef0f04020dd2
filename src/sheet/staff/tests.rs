//! What staff files say, and what is wrong with them.

use super::*;

fn six(text: &str) -> bool {
    text.len() == 6
}

fn faults(text: &str) -> Vec<(usize, StaffReason)> {
    let faults = from_toml(text, six).unwrap_err();
    faults.into_iter().map(|one| (one.line, one.what)).collect()
}

#[test]
fn tables_and_columns_say_the_same() {
    let toml = "[[staff]]\nnumber = \"1001\"\nname = \"李明\"\ndepartment = \"大厅\"\n\
                roles = [\"clerk\", \"admin\"]\npin = \"135790\"\n";
    let csv = "name,number,pin,department,roles\n李明,1001,135790,大厅,clerk admin\n";
    let people = from_toml(toml, six).unwrap();
    assert_eq!(people, from_csv(csv, six).unwrap());
    assert_eq!(people[0].person.roles, [Role::Clerk, Role::Admin]);
    assert_eq!(people[0].pin.as_deref(), Some("135790"));
}

#[test]
fn everything_that_is_wrong_is_told_with_its_line() {
    let text = "[[staff]]\nnumber = \"1\"\nname = \"\"\ndepartment = \"大厅\"\n\
                roles = [\"boss\"]\npin = \"12\"\n[[staff]]\nnumber = \"1\"\n\
                name = \"王芳\"\ndepartment = \"大厅\"\nroles = [\"clerk\"]\n";
    assert_eq!(
        faults(text),
        [
            (1, StaffReason::Empty("name")),
            (1, StaffReason::UnknownRole("boss".into())),
            (1, StaffReason::BadPin),
            (7, StaffReason::Twice("1".into())),
        ]
    );
    assert_eq!(
        faults("[[staff]]\nnumber = \"1\"\nnmae = \"x\"\n"),
        [(3, StaffReason::UnknownField("nmae".into()))]
    );
    assert_eq!(faults(""), [(1, StaffReason::Nobody)]);
}

#[test]
fn a_csv_tells_its_columns() {
    let faults = from_csv("number,nmae\n1,x\n", six).unwrap_err();
    assert_eq!(faults[0].what, StaffReason::UnknownField("nmae".into()));
    assert_eq!(faults[1].what, StaffReason::MissingColumn("name"));
}
