//! Names of things: stages, roles, fields, views.

use chrono::Weekday;

use super::{Both, Lang};
use crate::domain::command::{Urgency, Way};
use crate::domain::inquiry::Stage;
use crate::domain::refusal::Field;
use crate::domain::rulebook::RouteId;
use crate::domain::staff::Role;
use crate::store::View;

/// The screen of registration.
pub const REGISTER: Both = Both::new("登记", "Register");
/// The screen of open work.
pub const QUEUE: Both = Both::new("待办", "Queue");
/// The screen of documents told in one pass.
pub const CHECKLIST: Both = Both::new("告知", "Checklist");
/// The screen of the shift handover.
pub const HANDOVER: Both = Both::new("交接", "Handover");

/// The screen of every inquiry.
pub const LEDGER: Both = Both::new("台账", "Ledger");

/// How many days from today a day is that was typed by its name.
pub fn days_ahead(word: &str) -> Option<i64> {
    match word {
        "昨天" | "昨日" | "yesterday" => Some(-1),
        "今天" | "今日" | "today" => Some(0),
        "明天" | "明日" | "tomorrow" => Some(1),
        "后天" => Some(2),
        _ => None,
    }
}

/// Where an inquiry stands, in one word.
pub fn stage(lang: Lang, stage: Stage) -> &'static str {
    let (zh, en) = match stage {
        Stage::Open => ("待处理", "open"),
        Stage::Unsigned => ("待签收", "unsigned"),
        Stage::Working => ("待答复", "to answer"),
        Stage::Visitor => ("待补件", "visitor"),
        Stage::Conferring => ("会商中", "conferring"),
        Stage::Superior => ("请示中", "superior"),
        Stage::Accepted => ("办理中", "accepted"),
        Stage::Answered => ("待办结", "to close"),
        Stage::Closed => ("已办结", "closed"),
        Stage::Ruling => ("待裁定", "ruling"),
    };
    lang.pick(zh, en)
}

/// How somebody is told.
pub fn way(lang: Lang, way: Way) -> &'static str {
    let (zh, en) = match way {
        Way::Phone => ("电话", "by phone"),
        Way::InPerson => ("当面", "in person"),
        Way::Letter => ("书面", "by letter"),
        Way::Message => ("短信", "by message"),
        Way::Email => ("邮件", "by e-mail"),
    };
    lang.pick(zh, en)
}

/// A role.
pub fn role(lang: Lang, role: Role) -> &'static str {
    let (zh, en) = match role {
        Role::Clerk => ("窗口人员", "clerk"),
        Role::Handler => ("承办人", "handler"),
        Role::Supervisor => ("带班领导", "supervisor"),
        Role::Quality => ("质检", "quality"),
        Role::Admin => ("管理员", "admin"),
    };
    lang.pick(zh, en)
}

/// A day of the week, short.
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let (zh, en) = match day {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    lang.pick(zh, en)
}

/// How many documents of the visitor are in custody; empty for none.
pub fn in_custody(lang: Lang, count: u32) -> String {
    match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => format!("代收 {count} 件"),
        (Lang::En, _) => format!("custody {count}"),
    }
}

/// How pressing.
pub fn urgency(lang: Lang, urgency: Urgency) -> &'static str {
    let (zh, en) = match urgency {
        Urgency::Normal => ("一般", "normal"),
        Urgency::Urgent => ("急", "urgent"),
        Urgency::Emergency => ("紧急", "emergency"),
    };
    lang.pick(zh, en)
}

/// How satisfied a visitor was, 5 to 1.
pub fn satisfaction(lang: Lang, level: u8) -> &'static str {
    let (zh, en) = match level {
        5 => ("非常满意", "very satisfied"),
        4 => ("满意", "satisfied"),
        3 => ("基本满意", "fairly satisfied"),
        2 => ("不满意", "dissatisfied"),
        1 => ("非常不满意", "very dissatisfied"),
        _ => ("未评价", "no rating"),
    };
    lang.pick(zh, en)
}

/// A route.
pub fn route(lang: Lang, route: RouteId) -> &'static str {
    let (zh, en) = match route {
        RouteId::AnswerNow => ("当场答复", "answer now"),
        RouteId::MineLater => ("本人限时", "mine, later"),
        RouteId::HandOff => ("转办", "hand off"),
        RouteId::Several => ("多部门", "several"),
        RouteId::Unclear => ("不明请示", "ask superior"),
        RouteId::Outside => ("非本单位", "outside"),
        RouteId::Incomplete => ("缺件告知", "documents"),
    };
    lang.pick(zh, en)
}

/// A view of the queue.
pub fn view(lang: Lang, view: View) -> &'static str {
    let (zh, en) = match view {
        View::Mine => ("待我", "mine"),
        View::First => ("我首问", "first"),
        View::Department => ("本部门", "dept"),
        View::All => ("全部", "all"),
        View::Unsigned => ("待签收", "unsigned"),
        View::Today => ("今日", "today"),
        View::Overdue => ("超期", "overdue"),
        View::Visitor => ("待来人", "visitor"),
        View::InHands => ("在手", "in hand"),
    };
    lang.pick(zh, en)
}

/// A field of a form.
pub fn field(lang: Lang, field: Field) -> &'static str {
    let (zh, en) = match field {
        Field::Name => ("姓名", "Name"),
        Field::Phone => ("电话", "Phone"),
        Field::Words => ("疑问", "Doubt"),
        Field::Inquiry => ("编号", "Number"),
        Field::Department => ("部门", "Department"),
        Field::Staff => ("接收人", "Receiver"),
        Field::Answer => ("答复", "Answer"),
        Field::Advice => ("指引", "Advice"),
        Field::Opinion => ("意见", "Opinion"),
        Field::Reason => ("原因", "Reason"),
        Field::ShouldGoTo => ("应转部门", "Should go to"),
        Field::Matter => ("事项", "Matter"),
        Field::Departments => ("涉及部门(至少两个)", "Departments (two at least)"),
        Field::Superior => ("请示的领导", "Superior"),
        Field::Question => ("请示内容", "Question"),
        Field::Delivery => ("交付内容", "Result"),
        Field::By => ("延长多少", "By how much"),
        Field::Clock => ("时限", "Clock"),
        Field::Paper => ("单据编号", "Paper"),
        Field::Documents => ("带来的材料", "Documents brought"),
        Field::To => ("接班人", "Who comes"),
        Field::Handover => ("交接编号", "Handover"),
        Field::Promised => ("答应的时间", "Promised time"),
        Field::Note => ("说明", "Note"),
        Field::StaffNumber => ("工号", "Staff number"),
        Field::Roles => ("角色", "Roles"),
        Field::OfficeName => ("单位名称", "Office name"),
        Field::Request => ("请求标识", "Request id"),
        Field::Step => ("步骤", "Step"),
        Field::Told => (
            "书面告知申请人的所需时间",
            "Time told to the applicant in writing",
        ),
        Field::How => ("方式", "How"),
        Field::Whom => ("联系谁", "Who was to be reached"),
        Field::Excuse => ("超时理由", "Excuse"),
        Field::Rule => ("规则", "Rule"),
        Field::Hands => ("在谁手里", "Whose hands"),
        Field::Recipient => ("交还给谁", "Who got them back"),
        Field::Case => ("问责件编号", "Case"),
        Field::Source => ("线索来源", "How it came to light"),
        Field::Category => ("问责情形", "Charge"),
        Field::Concerned => ("被反映人", "Who is concerned"),
        Field::Facts => ("事实", "Facts"),
        Field::Findings => ("核实情况", "Findings"),
        Field::Proposal => ("建议", "Proposal"),
        Field::Conclusion => ("结论", "Conclusion"),
        Field::Team => ("调查组", "Team"),
        Field::Statement => ("陈述和申辩", "Statement"),
        Field::Grounds => ("理由", "Grounds"),
        Field::Outcome => ("复查结果", "Outcome"),
        Field::Forms => ("问责方式", "Forms"),
        Field::Tier => ("情节", "Tier"),
        Field::Authority => ("干部管理权限机关", "Who manages the post"),
        Field::Rung => ("报给谁", "To whom"),
        Field::Until => ("预计返岗", "Expected return"),
        Field::Unit => ("单位", "Unit"),
        Field::Address => ("地址", "Address"),
        Field::IdNumber => ("证件号", "ID number"),
        Field::Contact => ("怎样告知来人", "How they were told"),
        Field::Who => ("谁接的", "Who answered"),
        Field::From => ("首日", "First day"),
        Field::AppointedAt => ("预约的时间", "Time of the appointment"),
        Field::Place => ("预约的地点", "Place of the appointment"),
    };
    lang.pick(zh, en)
}
