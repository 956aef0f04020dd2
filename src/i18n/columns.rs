//! The names of columns in sheets, and the words in their cells: the national
//! wording of item lists, the fields' own names, and what else people write.

use crate::domain::catalog::{
    Binds, CaseType, Confidence, DocumentKind, DocumentSource, LimitUnit,
};

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The field that it fills, by its own name.
    pub field: &'static str,
    /// Its name as the national lists have it, and as we write it.
    pub zh: &'static str,
    /// Other names that serve.
    pub also: &'static [&'static str],
    /// Whether it must stand, and be filled in every row.
    pub needed: bool,
}

const fn must(field: &'static str, zh: &'static str, also: &'static [&'static str]) -> Column {
    Column {
        field,
        zh,
        also,
        needed: true,
    }
}

const fn may(field: &'static str, zh: &'static str, also: &'static [&'static str]) -> Column {
    Column {
        field,
        zh,
        also,
        needed: false,
    }
}

/// The names of the sheets of a catalogue: matters, documents, the catalogue itself.
pub const MATTERS: [&str; 4] = ["事项", "事项清单", "matters", "matter"];
/// See [`MATTERS`].
pub const DOCUMENTS: [&str; 5] = ["材料", "材料清单", "申请材料", "documents", "document"];
/// See [`MATTERS`].
pub const CATALOG: [&str; 2] = ["目录", "catalog"];

/// The columns of 目录.
pub const CATALOG_COLUMNS: [Column; 4] = [
    may("id", "目录编号", &["catalog", "catalog_id"]),
    may("version", "版本", &["catalog_version"]),
    may("retrieval", "来源说明", &[]),
    may("warning", "使用提示", &[]),
];

/// The columns of 事项.
pub const MATTER_COLUMNS: [Column; 47] = [
    must(
        "id",
        "实施编码",
        &[
            "code",
            "item_code",
            "matter",
            "matter_id",
            "implementation_code",
        ],
    ),
    must("name", "事项名称", &["matter_name", "item_name"]),
    must("department", "承办部门", &["handling_department"]),
    may("type", "办件类型", &["case_type"]),
    may(
        "legal_limit",
        "法定时限",
        &["legal_limit_value", "statutory_limit"],
    ),
    may(
        "legal_limit_unit",
        "法定时限单位",
        &["legal_unit", "statutory_limit_unit"],
    ),
    may(
        "promised_limit",
        "承诺时限",
        &["promised_limit_value", "promise"],
    ),
    may(
        "promised_limit_unit",
        "承诺时限单位",
        &["promised_unit", "promise_unit"],
    ),
    may("steps", "办理流程", &["procedure", "process", "workflow"]),
    may("conditions", "受理条件", &["condition"]),
    may("fee", "收费", &["fees", "charge"]),
    may("basis", "设定依据", &["legal_basis"]),
    may("place", "办理地点", &["location"]),
    may("hours", "办理时间", &["office_hours", "opening_hours"]),
    may("phone", "咨询电话", &["enquiry_phone", "consult_phone"]),
    may(
        "complaint_phone",
        "监督电话",
        &["complaint_line", "supervision_phone"],
    ),
    may(
        "effective",
        "生效日期",
        &["effective_date", "effective_from", "from"],
    ),
    may(
        "cancelled",
        "取消日期",
        &[
            "cancelled_date",
            "cancel_date",
            "cancelled_on",
            "canceled",
            "until",
        ],
    ),
    may("name_en", "英文名称", &[]),
    may("domain", "领域", &[]),
    may("basic_code", "基本编码", &[]),
    may("item_type", "事项类型", &[]),
    may("legal_limit_text", "法定时限说明", &[]),
    may("legal_limit_start", "法定时限起算", &[]),
    may("legal_limit_binds", "法定时限对象", &[]),
    may("legal_limit_from", "法定时限出处", &[]),
    may("legal_extension", "法定延长说明", &[]),
    may("legal_extension_max", "法定延长上限", &[]),
    may("legal_extension_unit", "法定延长单位", &[]),
    may("promised_limit_text", "承诺时限说明", &[]),
    may("promised_limit_start", "承诺时限起算", &[]),
    may("promised_limit_binds", "承诺时限对象", &[]),
    may("promised_limit_from", "承诺时限出处", &[]),
    may("promised_extension", "承诺延长说明", &[]),
    may("promised_extension_max", "承诺延长上限", &[]),
    may("promised_extension_unit", "承诺延长单位", &[]),
    may("fee_from", "收费依据", &[]),
    may("fee_licence", "收费许可证", &["fee_license"]),
    may("correction", "补正规则", &[]),
    may("correction_within", "补正告知时限", &[]),
    may("correction_unit", "补正告知单位", &[]),
    may("else_accepted", "逾期视为受理", &[]),
    may("results", "办理结果", &["result"]),
    may("note", "内部说明", &[]),
    may("source_url", "来源网址", &[]),
    may("confidence", "可信程度", &[]),
    may("groups_en", "任选组英文", &[]),
];

/// More columns of 事项, of no use to anyone but ourselves.
pub const MATTER_MARKS: [Column; 2] = [may("caveat", "存疑", &[]), may("example", "示例", &[])];

/// The columns of 材料.
pub const DOCUMENT_COLUMNS: [Column; 20] = [
    must(
        "matter",
        "实施编码",
        &[
            "id",
            "code",
            "item_code",
            "matter_id",
            "implementation_code",
        ],
    ),
    must("name", "材料名称", &["document", "document_name"]),
    may("kind", "材料形式", &["form"]),
    may(
        "originals",
        "原件份数",
        &["original_count", "originals_count"],
    ),
    may("copies", "复印件份数", &["copy_count", "copies_count"]),
    may("source", "来源渠道", &["source_channel", "issuer"]),
    may("required", "必要性", &["necessity"]),
    may("when", "情形", &["circumstance"]),
    may("any_of_group", "任选组", &["group", "any_of"]),
    may("note", "填报须知", &["filling_note", "instructions"]),
    may("basis", "依据", &["document_basis"]),
    may("name_en", "英文名称", &[]),
    may("source_kind", "来源类别", &[]),
    may("when_id", "情形编号", &[]),
    may("when_label", "情形简称", &[]),
    may("when_label_en", "情形英文", &[]),
    may("form_name", "表单名称", &["表格名称", "form_title"]),
    may("issued_at", "出具地点", &["办理地点", "where_issued"]),
    may("validity", "有效期", &["有效期要求", "valid_for"]),
    may(
        "electronic",
        "电子替代",
        &["电子证照", "electronic_substitute"],
    ),
];

/// Where a column stands is told by its name, whatever its case, its star, its blanks.
pub fn field(columns: &[Column], heading: &str) -> Option<&'static str> {
    let heading = plain(heading);
    let called = |column: &&Column| {
        plain(column.zh) == heading
            || column.field == heading
            || column.also.contains(&heading.as_str())
    };
    Some(columns.iter().find(called)?.field)
}

fn plain(heading: &str) -> String {
    heading
        .trim()
        .trim_matches(['*', '＊'])
        .to_lowercase()
        .replace([' ', '-', '\u{3000}', '\n'], "_")
        .trim_matches('_')
        .to_owned()
}

/// What a word in a cell may be; the first is how we write it.
pub type Words<T> = &'static [(T, &'static [&'static str])];

/// 办件类型.
pub const CASE_TYPES: Words<CaseType> = &[
    (CaseType::OnSpot, &["即办件", "即办", "on_spot"]),
    (CaseType::Promised, &["承诺件", "承诺", "promised"]),
];

/// Units of limits.
pub const UNITS: Words<LimitUnit> = &[
    (
        LimitUnit::WorkingDay,
        &["工作日", "个工作日", "working_day", "working_days", "wd"],
    ),
    (
        LimitUnit::CalendarDay,
        &[
            "自然日",
            "个自然日",
            "日历日",
            "calendar_day",
            "calendar_days",
            "cd",
        ],
    ),
    (LimitUnit::Hour, &["小时", "个小时", "hour", "hours", "h"]),
    (
        LimitUnit::Month,
        &["月", "个月", "自然月", "month", "months", "mo"],
    ),
    (LimitUnit::OnSpot, &["当场", "即时", "on_spot"]),
    (
        LimitUnit::DayUnspecified,
        &["日（未注明）", "day_unspecified"],
    ),
];

/// 材料形式.
pub const KINDS: Words<DocumentKind> = &[
    (
        DocumentKind::Original,
        &["原件", "纸质原件", "纸质", "original"],
    ),
    (DocumentKind::Copy, &["复印件", "纸质复印件", "copy"]),
    (
        DocumentKind::OriginalAndCopy,
        &[
            "原件和复印件",
            "原件及复印件",
            "原件、复印件",
            "原件与复印件",
            "原件+复印件",
            "original_and_copy",
            "original+copy",
        ],
    ),
    (DocumentKind::Either, &["原件或复印件", "either"]),
    (
        DocumentKind::Electronic,
        &["电子", "电子件", "电子版", "电子材料", "electronic"],
    ),
];

/// 来源渠道, as far as it names a kind of source; anything else is who issues it.
pub const SOURCES: Words<DocumentSource> = &[
    (
        DocumentSource::Applicant,
        &["申请人自备", "自备", "申请人", "applicant"],
    ),
    (
        DocumentSource::GovIssued,
        &["政府部门核发", "政府核发", "行政机关核发", "gov_issued"],
    ),
    (
        DocumentSource::ThirdParty,
        &[
            "单位、医院等出具",
            "中介机构或法定机构产生",
            "中介机构产生",
            "third_party",
        ],
    ),
    (DocumentSource::Mixed, &["视情形", "mixed"]),
];

/// 必要性: whether it is required, and whether it may follow.
pub const NECESSITIES: Words<(bool, bool)> = &[
    (
        (true, false),
        &["必要", "必须", "required", "yes", "true", "是"],
    ),
    (
        (false, false),
        &["非必要", "可选", "optional", "no", "false", "否"],
    ),
    (
        (true, true),
        &["容缺", "容缺受理", "可容缺", "may_follow", "deferrable"],
    ),
];

/// Yes and no.
pub const YES_NO: Words<bool> = &[
    (true, &["是", "yes", "true", "1", "√"]),
    (false, &["否", "no", "false", "0"]),
];

/// Whom a limit binds.
pub const BINDS: Words<Binds> = &[
    (Binds::Office, &["办理机关", "office"]),
    (Binds::Visitor, &["申请人", "visitor"]),
];

/// How far a source can be trusted.
pub const CONFIDENCES: Words<Confidence> = &[
    (Confidence::High, &["高", "high"]),
    (Confidence::Medium, &["中", "medium"]),
    (Confidence::Low, &["低", "low"]),
];

/// The value of a word.
pub fn value<T: Copy>(words: Words<T>, text: &str) -> Option<T> {
    let text = text.trim().to_lowercase().replace(' ', "_");
    let means = |(_, names): &&(T, &[&str])| names.contains(&text.as_str());
    words.iter().find(means).map(|(value, _)| *value)
}

/// How we write a value.
pub fn word<T: Copy + PartialEq>(words: Words<T>, value: T) -> &'static str {
    let means = |(one, _): &&(T, &[&str])| *one == value;
    let found = words
        .iter()
        .find(means)
        .and_then(|(_, names)| names.first());
    found.copied().unwrap_or_default()
}

/// The words that may stand in a cell, for a sentence.
pub fn choices<T>(words: Words<T>) -> String {
    let firsts = words.iter().filter_map(|(_, names)| names.first().copied());
    firsts.collect::<Vec<_>>().join(" ")
}

/// The words that a name like `其他材料` turns on.
pub const OTHERS: [&str; 5] = ["其他", "其它", "其余", "other ", "additional "];
/// The words that say nothing in such a name.
pub const FILLERS: [&str; 29] = [
    "相关",
    "有关",
    "必要",
    "必需",
    "需要",
    "应当",
    "应",
    "所需",
    "提交",
    "提供",
    "规定",
    "要求",
    "证明",
    "申请",
    "补充",
    "辅助",
    "支持",
    "配套",
    "的",
    "与",
    "及",
    "文件",
    "relevant ",
    "necessary ",
    "required ",
    "supporting ",
    "related ",
    "supplementary ",
    "application ",
];
/// The things in general that it may name.
pub const THINGS: [&str; 13] = [
    "材料",
    "资料",
    "文件",
    "证件",
    "手续",
    "证明",
    "documents",
    "document",
    "materials",
    "material",
    "papers",
    "files",
    "evidence",
];
