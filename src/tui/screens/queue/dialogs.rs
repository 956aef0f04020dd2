//! What each act on a row asks for, and the command that comes of it.

use crate::domain::command::{
    Accept, Answer, AskSuperior, Command, Decline, Deliver, Extend, GuideOutside, HandOff, Note,
    Return, Several, SignFor,
};
use crate::domain::ids::{ClockId, StaffNo};
use crate::domain::inquiry::{Inquiry, Stage};
use crate::domain::rulebook::RouteId;
use crate::domain::staff::{Person, Role};
use crate::i18n::clauses;
use crate::store::Pending;
use crate::tui::keymap::Action;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Dialog;
use crate::tui::widgets::dialog::{Entry, HITS, Kind};
use crate::tui::widgets::picker::{Choice, Picker};

/// How many characters a text may have here; the rules have the last word.
const TEXT: usize = 2000;

/// Acts that need a selected row.
pub(super) fn acts_on_a_row(action: Action) -> bool {
    matches!(
        action,
        Action::SignFor
            | Action::Answer
            | Action::HandOff
            | Action::Return
            | Action::Extend
            | Action::Accept
            | Action::Deliver
            | Action::Close
            | Action::Notify
            | Action::Bring
            | Action::Guide
            | Action::AskSuperior
            | Action::Opinion
            | Action::Several
            | Action::Decline
            | Action::Explain
            | Action::Print
            | Action::Open
    )
}

/// What is plainly in the way, so that nobody types for nothing.
pub(super) fn why_not(cx: &Ctx, action: Action, row: &Pending) -> Result<(), String> {
    let me = &cx.me.number;
    let unsigned = row.stage == Stage::Unsigned;
    let words = match action {
        Action::SignFor if !unsigned => cx.t("这一件不用签收。", "This needs no signature."),
        Action::Answer | Action::HandOff | Action::Return | Action::Notify
            if unsigned && &row.holder == me =>
        {
            cx.t(
                "还没有签收，先按 s 签收。",
                "Not signed for yet: press s first.",
            )
        }
        Action::Return if row.leg == 0 => cx.t(
            "这一件不是转来的，不能退回。",
            "It was not handed to you: nothing to return.",
        ),
        Action::Close if row.stage != Stage::Answered => cx.t(
            "还没有答复、交付或退件，先答复来人(a)。",
            "Neither answered nor delivered: answer the visitor first (a).",
        ),
        Action::Bring if row.stage != Stage::Visitor => {
            cx.t("没有等来人补的材料。", "No documents are awaited here.")
        }
        Action::Opinion if !matches!(row.stage, Stage::Superior | Stage::Conferring) => cx.t(
            "没有在请示或会商，没有意见可记。",
            "No superior was asked and nobody confers: no opinion to record.",
        ),
        _ => return Ok(()),
    };
    Err(words.to_owned())
}

/// Signing needs no words.
pub(super) fn sign_for(row: &Pending) -> Command {
    Command::SignFor(SignFor {
        inquiry: row.inquiry.clone(),
        leg: row.leg,
        how: String::new(),
    })
}

/// The form for an act.
pub(super) fn open(cx: &Ctx, action: Action, state: &Inquiry) -> Option<Dialog> {
    let number = &state.number;
    let title = |zh: &str, en: &str| format!("{} {number}", cx.t(zh, en));
    let text = |zh: &str, en: &str| Entry::text(cx.t(zh, en), TEXT);
    let dialog = match action {
        Action::Answer => Dialog::new(title("答复", "Answer"), vec![text("答复", "Answer")])
            .advising(advice(cx, RouteId::AnswerNow)),
        Action::HandOff => Dialog::new(
            title("转办", "Hand off"),
            vec![
                Entry::pick(cx.t("接收人", "Receiver"), receivers(cx, state)),
                text("附言", "Note"),
            ],
        )
        .advising(advice(cx, RouteId::HandOff)),
        Action::Return => Dialog::new(
            title("退回", "Return"),
            vec![text("意见", "Opinion"), text("应转部门", "Should go to")],
        )
        .advising(returning(cx)),
        Action::Extend => extend(cx, state),
        Action::Accept => Dialog::new(title("受理", "Accept"), vec![]).advising(cx.t(
            "受理后按事项的法定与承诺时限(取较短)开始计时。",
            "The shorter of the matter's legal and promised limits starts to run.",
        )),
        Action::Deliver => Dialog::new(
            title("交付", "Deliver"),
            vec![text("交付了什么、怎么交的", "What, and how")],
        ),
        Action::Close => {
            Dialog::new(title("办结", "Close"), vec![text("备注", "Note")]).advising(cx.t(
                "办结后不能再改。确认来人已得到答复。",
                "It cannot be changed afterwards: make sure the visitor has the answer.",
            ))
        }
        Action::Guide => Dialog::new(title("指引", "Guide"), vec![text("指引", "Advice")])
            .advising(advice(cx, RouteId::Outside)),
        Action::AskSuperior => Dialog::new(
            title("请示", "Ask a superior"),
            vec![
                Entry::pick(
                    cx.t("领导", "Superior"),
                    people(cx, |p| p.is(Role::Supervisor)),
                ),
                text("请示什么", "Question"),
            ],
        )
        .advising(advice(cx, RouteId::Unclear)),
        Action::Opinion => Dialog::new(title("意见", "Opinion"), vec![text("意见", "Opinion")]),
        Action::Several if state.departments.is_empty() => Dialog::new(
            title("多部门", "Several departments"),
            vec![text(
                "部门(牵头在前，空格分开)",
                "Departments, lead first, by spaces",
            )],
        )
        .advising(advice(cx, RouteId::Several)),
        Action::Several => Dialog::new(
            title("提请会商", "Call to confer"),
            vec![text("说明", "Note")],
        )
        .advising(state.departments.join("、")),
        Action::Decline => Dialog::new(
            title("退件", "Decline"),
            vec![
                text("理由", "Reason"),
                Entry::pick(
                    cx.t(
                        "同意的领导(已受理时必填)",
                        "Superior who agreed (if accepted)",
                    ),
                    people(cx, |p| p.is(Role::Supervisor)),
                ),
            ],
        ),
        _ => return None,
    };
    Some(dialog)
}

/// The command of a form.
pub(super) fn command(action: Action, dialog: &Dialog, state: &Inquiry) -> Option<Command> {
    let inquiry = state.number.clone();
    let note = |text: String| Note {
        inquiry: inquiry.clone(),
        text,
    };
    Some(match action {
        Action::Answer => Command::Answer(Answer {
            inquiry,
            text: dialog.value(0),
        }),
        Action::HandOff => Command::HandOff(HandOff {
            inquiry,
            staff: StaffNo(dialog.value(0)),
            department: detail_of(dialog, 0),
            accompanied: false,
            note: dialog.value(1),
        }),
        Action::Return => Command::Return(Return {
            inquiry,
            leg: 0,
            opinion: dialog.value(0),
            should_go_to: dialog.value(1),
        }),
        Action::Extend => Command::Extend(Extend {
            inquiry,
            clock: ClockId(dialog.value(0)),
            by: dialog.value(1).parse().unwrap_or(0),
            reason: dialog.value(2),
        }),
        Action::Accept => Command::Accept(Accept { inquiry }),
        Action::Deliver => Command::Deliver(Deliver {
            inquiry,
            text: dialog.value(0),
        }),
        Action::Close => Command::Close(note(dialog.value(0))),
        Action::Guide => Command::GuideOutside(GuideOutside {
            inquiry,
            advice: dialog.value(0),
        }),
        Action::AskSuperior => Command::AskSuperior(AskSuperior {
            inquiry,
            superior: StaffNo(dialog.value(0)),
            question: dialog.value(1),
        }),
        Action::Opinion if state.stage == Stage::Superior => {
            Command::SuperiorOpinion(note(dialog.value(0)))
        }
        Action::Opinion => Command::SettleOpinion(note(dialog.value(0))),
        Action::Several if state.departments.is_empty() => Command::Several(Several {
            inquiry,
            departments: dialog
                .value(0)
                .split([' ', '、', ',', ',', ' '])
                .map(str::to_owned)
                .collect(),
        }),
        Action::Several => Command::Convene(note(dialog.value(0))),
        Action::Decline => Command::Decline(Decline {
            inquiry,
            reason: dialog.value(0),
            superior: StaffNo(dialog.value(1)),
        }),
        _ => return None,
    })
}

/// The names under which half-typed forms are kept.
const NAMES: [(Action, &str); 11] = [
    (Action::Answer, "answer"),
    (Action::HandOff, "hand_off"),
    (Action::Return, "return"),
    (Action::Extend, "extend"),
    (Action::Deliver, "deliver"),
    (Action::Close, "close"),
    (Action::Guide, "guide"),
    (Action::AskSuperior, "ask"),
    (Action::Opinion, "opinion"),
    (Action::Several, "several"),
    (Action::Decline, "decline"),
];

/// The name of an act in a draft.
pub(super) fn name(action: Action) -> &'static str {
    NAMES
        .iter()
        .find(|(known, _)| *known == action)
        .map_or("", |(_, name)| name)
}

/// The act with a name.
pub(super) fn named(name: &str) -> Option<Action> {
    NAMES
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(action, _)| *action)
}

/// Puts back what was typed into a field.
pub(super) fn refill(entry: &mut Entry, typed: &str) {
    match &mut entry.kind {
        Kind::Text(field) => field.set(typed),
        Kind::Pick(picker) => picker.set_typed(typed),
    }
}

fn advice(cx: &Ctx, route: RouteId) -> String {
    let Some(route) = cx.desk.rules().route(route) else {
        return String::new();
    };
    cx.t(route.next.zh.clone(), route.next.en.clone())
}

fn returning(cx: &Ctx) -> String {
    match &cx.desk.rules().returns.clause {
        Some(clause) => clauses::clause(cx.lang, clause),
        None => cx
            .t(
                "本制度没有写退回；这是内控规则：须写明意见和应转部门。",
                "The rulebook is silent on returns; this is an internal rule: say why, and where it should go.",
            )
            .to_owned(),
    }
}

fn extend(cx: &Ctx, state: &Inquiry) -> Dialog {
    let running: Vec<Choice> = state
        .clocks
        .iter()
        .filter(|clock| clock.is_running())
        .map(|clock| {
            let rule = cx.desk.rules().clock(&clock.run.clock);
            let name = rule.map_or("", |rule| {
                cx.t(rule.name.zh.as_str(), rule.name.en.as_str())
            });
            Choice {
                id: clock.run.clock.0.clone(),
                label: format!("{} {name}", clock.run.clock),
                detail: clauses::limit(cx.lang, clock.run.limit),
                also: Vec::new(),
            }
        })
        .collect();
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(running);
    Dialog::new(
        format!("{} {}", cx.t("延期", "Extend"), state.number),
        vec![
            Entry::pick(cx.t("时限", "Clock"), picker),
            Entry::text(cx.t("延长多少(同单位)", "By how many (same unit)"), 5),
            Entry::text(cx.t("理由", "Reason"), TEXT),
        ],
    )
    .advising(cx.t(
        "到期前提出才有效；自起点合计、只顺延一次。没有条款或法律依据的一律不准。",
        "Only before the end, counted from the start, rolled once. Without a clause or law it is refused.",
    ))
}

/// Those who can take a leg, the likely ones first.
fn receivers(cx: &Ctx, state: &Inquiry) -> Picker {
    let holder = state.holder().clone();
    let mut picker = people(cx, |person| {
        person.number != holder
            && (person.is(Role::Handler) || person.is(Role::Clerk) || person.is(Role::Supervisor))
    });
    if let Some(matter) = &state.matter
        && let Ok(Some(matter)) = cx.desk.read().matter(&matter.id)
    {
        let mut choices = picker.choices().to_vec();
        let fits = |choice: &Choice| {
            u8::from(
                !matter.department.contains(&choice.detail) && choice.detail != matter.department,
            )
        };
        choices.sort_by_key(fits);
        picker.set_choices(choices);
    }
    picker
}

fn people(cx: &Ctx, wanted: impl Fn(&Person) -> bool) -> Picker {
    let all = cx.desk.read().people().unwrap_or_default();
    let mut chosen: Vec<Person> = all.into_iter().filter(wanted).collect();
    // Handlers before those who sit in the hall.
    chosen.sort_by_key(|person| !person.is(Role::Handler));
    let choices = chosen
        .into_iter()
        .map(|person| Choice {
            label: format!("{} {}", person.name, person.number),
            also: vec![
                person.department.clone(),
                person.scope.clone(),
                person.post.clone(),
            ],
            id: person.number.0,
            detail: person.department,
        })
        .collect();
    let mut picker = Picker::new(HITS, 40).eager();
    picker.set_choices(choices);
    picker
}

/// The detail of the choice that a picker took: a receiver's department.
fn detail_of(dialog: &Dialog, index: usize) -> String {
    match dialog.entries.get(index).map(|entry| &entry.kind) {
        Some(Kind::Pick(picker)) => picker
            .taken()
            .map(|choice| choice.detail.clone())
            .unwrap_or_default(),
        Some(Kind::Text(_)) | None => String::new(),
    }
}
