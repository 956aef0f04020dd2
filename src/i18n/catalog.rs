//! What is wrong with a catalogue file, in words.

use super::Lang;
use super::columns::MATTER_COLUMNS;
use crate::domain::catalog::{CatalogError, CatalogReason, Changed, Changes, MatterId};

/// One line: file, line, what is wrong and what to do.
pub fn catalog_error(lang: Lang, error: &CatalogError) -> String {
    let CatalogError { file, line, reason } = error;
    let reason = catalog_reason(lang, reason);
    match lang {
        Lang::Zh => format!("{file} 第 {line} 行：{reason}"),
        Lang::En => format!("{file}, line {line}: {reason}"),
    }
}

/// What is wrong and what to do, without the place.
pub fn catalog_reason(lang: Lang, reason: &CatalogReason) -> String {
    let (zh, en) = match reason {
        CatalogReason::Syntax(said) => (
            format!("不是正确的 TOML（{said}），请改正后再试"),
            format!("this is not valid TOML ({said}); correct it and try again"),
        ),
        CatalogReason::UnknownField(name) => (
            format!("没有叫 {name} 的栏目，请核对拼写或删去"),
            format!("there is no field {name}; check the spelling or remove it"),
        ),
        CatalogReason::MissingField(name) => (
            format!("缺少 {name}，请补上"),
            format!("{name} is missing; add it"),
        ),
        CatalogReason::WrongValue(said) => (
            format!("值不对（{said}），请改正"),
            format!("the value does not fit ({said}); correct it"),
        ),
        CatalogReason::Empty(name) => (
            format!("{name} 是空的，请填写"),
            format!("{name} is empty; fill it in"),
        ),
        CatalogReason::BadId(id) => (
            format!("编号「{id}」不能为空，也不能有空格，请改正"),
            format!("the id \"{id}\" may not be empty or hold spaces; change it"),
        ),
        CatalogReason::DuplicateMatter(id) => (
            format!("事项编号 {} 重复，请改成不同的编号", id.as_str()),
            format!("matter {} stands twice; give one another id", id.as_str()),
        ),
        CatalogReason::DuplicateCircumstance(id) => (
            format!("情形编号 {} 重复，请改成不同的编号", id.as_str()),
            format!(
                "circumstance {} stands twice; give one another id",
                id.as_str()
            ),
        ),
        CatalogReason::DuplicateDocument { matter, name } => (
            format!(
                "事项 {} 的材料「{name}」重复，请合并或改名",
                matter.as_str()
            ),
            format!(
                "matter {} lists \"{name}\" twice; merge or rename them",
                matter.as_str()
            ),
        ),
        CatalogReason::UnknownCircumstance(id) => (
            format!("没有叫 {} 的情形，请先在 circumstances 里写明", id.as_str()),
            format!(
                "there is no circumstance {}; add it under circumstances",
                id.as_str()
            ),
        ),
        CatalogReason::AmbiguousLabel(label) => (
            format!("同一事项有两个情形都叫「{label}」，请把标签写得不同"),
            format!("two circumstances of this matter are labelled \"{label}\"; tell them apart"),
        ),
        CatalogReason::UnknownGroup(group) => (
            format!("没有材料属于任选组「{group}」，请核对组名"),
            format!("no document belongs to the group \"{group}\"; check its name"),
        ),
        CatalogReason::LimitWithoutUnit => (
            "时限有数字没有单位，请写明 unit".to_owned(),
            "the limit has a number but no unit; add unit".to_owned(),
        ),
        CatalogReason::ZeroLimit => (
            "只有当场（on_spot）的时限是 0，请核对数字和单位".to_owned(),
            "only an on_spot limit is 0, and it always is; check number and unit".to_owned(),
        ),
        CatalogReason::ZeroCopies => (
            "份数不能是 0，请写至少 1，不清楚就删去这一行".to_owned(),
            "copies may not be 0; write at least 1, or remove the line if it is not known"
                .to_owned(),
        ),
        CatalogReason::EndsBeforeItBegins => (
            "取消日期（until）要晚于生效日期（from），请改正".to_owned(),
            "until must be later than from; correct it".to_owned(),
        ),
    };
    lang.pick(zh, en)
}

/// A catalogue that would be taken into use.
pub fn previewed(lang: Lang, id: &str, version: &str, matters: usize, documents: usize) -> String {
    match lang {
        Lang::Zh => format!(
            "预览：目录 {id} {version}，事项 {matters} 个，材料 {documents} 件。还没有导入。"
        ),
        Lang::En => format!(
            "Preview: the catalogue {id} {version}, matters: {matters}, documents: {documents}. \
             Nothing was taken over yet."
        ),
    }
}

/// What changes, one line a matter.
pub fn changes(lang: Lang, changes: &Changes) -> Vec<String> {
    if changes.is_empty() {
        return vec![
            lang.pick(
                "与正在用的目录没有不同。",
                "It says what the one in use says.",
            )
            .to_owned(),
        ];
    }
    let (more, less) = (changes.added.len(), changes.removed.len());
    let other = changes.changed.len();
    let mut lines = vec![lang.pick(
        format!("新增 {more} 个、取消 {less} 个、改动 {other} 个事项："),
        format!("Matters added: {more}, removed: {less}, changed: {other}"),
    )];
    let named = |sign: char, all: &[(MatterId, String)]| -> Vec<String> {
        let all = all.iter();
        all.map(|(id, name)| format!("{sign} {}  {name}", id.as_str()))
            .collect()
    };
    lines.extend(named('+', &changes.added));
    lines.extend(named('-', &changes.removed));
    lines.extend(changes.changed.iter().map(|one| self::changed(lang, one)));
    lines
}

fn changed(lang: Lang, one: &Changed) -> String {
    let fields: Vec<&str> = one
        .fields
        .iter()
        .map(String::as_str)
        .map(|field| lang.pick(field_name(field), field))
        .collect();
    let mut parts = Vec::new();
    if !fields.is_empty() {
        parts.push(fields.join(lang.pick("、", ", ")));
    }
    let documents = lang.pick("材料", "documents");
    for (sign, names) in [
        ("+", &one.documents_added),
        ("-", &one.documents_removed),
        ("~", &one.documents_changed),
    ] {
        if !names.is_empty() {
            let names = names.join(lang.pick("、", ", "));
            parts.push(format!("{documents} {sign}{names}"));
        }
    }
    let parts = parts.join(lang.pick("；", "; "));
    format!(
        "~ {}  {}{}{parts}",
        one.id.as_str(),
        one.name,
        lang.pick("：", ": ")
    )
}

/// A field of a matter by the name of its column.
fn field_name(field: &str) -> &str {
    let column = MATTER_COLUMNS.iter().find(|column| column.field == field);
    match field {
        "in_force" => "生效与取消日期",
        field => column.map_or(field, |column| column.zh),
    }
}

#[cfg(test)]
mod tests {
    use super::catalog_error;
    use crate::domain::catalog::parse;
    use crate::i18n::Lang;

    #[test]
    fn a_typo_is_told_with_file_line_and_what_to_do() {
        let text = "id = \"local\"\nverison = \"1\"\n";
        let error = parse(text, "local.toml").unwrap_err();
        assert_eq!(
            catalog_error(Lang::Zh, &error),
            "local.toml 第 2 行：没有叫 verison 的栏目，请核对拼写或删去"
        );
        assert_eq!(
            catalog_error(Lang::En, &error),
            "local.toml, line 2: there is no field verison; check the spelling or remove it"
        );
    }
}
