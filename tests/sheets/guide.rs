//! The guide as pages in a directory, as the command line publishes it.

use crate::cli_kit::Hall;

#[test]
fn a_guide_is_published_whole_replaced_whole_and_never_over_anything_else() {
    let hall = Hall::sandbox();
    let to = hall.path("guide");
    let named = to.display().to_string();
    for lang in ["zh", "en"] {
        let (code, out, err) = hall.told(&["catalog", "publish", &named, "--json", "--lang", lang]);
        assert_eq!(code, 0, "{err}");
        let said: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(said["matters"], 29);
        assert_eq!(said["files"].as_array().unwrap().len(), 31);
        assert_eq!(std::fs::read_dir(&to).unwrap().count(), 31);
        let index = std::fs::read_to_string(to.join("index.html")).unwrap();
        assert!(index.contains("m-sw-fapiao.html"));
    }
    std::fs::write(to.join("notes.txt"), "mine").unwrap();
    let (code, out, err) = hall.told(&["catalog", "publish", &named, "--json"]);
    assert_eq!(code, 3, "{out}{err}");
    assert!(
        out.contains("not_a_guide") && out.contains("notes.txt"),
        "{out}"
    );
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), 32);
}
