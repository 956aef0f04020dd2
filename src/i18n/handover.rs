//! What the shift handover says, on screen and on its sheet.

mod shifts;

pub use shifts::{between, review, row, standing, under_way};

use super::Lang;
use crate::domain::office::Checkpoint;

/// A short, fixed wording of the handover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Say {
    /// The list before a handover is open.
    InHands,
    /// Nothing is in one's hands.
    NothingOpen,
    /// How to begin.
    BeginHint,
    /// Who comes.
    Who,
    /// How a person is found.
    FindHint,
    /// Nobody fits.
    Nobody,
    /// Enter was pressed and nobody is marked.
    TakeOne,
    /// The substitute, proposed first.
    Substitute,
    /// Things to pass on that are no inquiry.
    Extras,
    /// Something that is no inquiry.
    Other,
    /// What the one who leaves says about an item.
    Note,
    /// What the one who comes asks.
    Question,
    /// Column: the number.
    Number,
    /// Column: where it stands.
    Stage,
    /// Column: when it is due.
    Due,
    /// Column: the note.
    NoteColumn,
    /// Column: what the one who comes did.
    Incoming,
    /// Taken over.
    Taken,
    /// To be taken over.
    Waiting,
    /// Asked about.
    Asked,
    /// Arrived since the list was made.
    Arrived,
    /// Who answers before and after signing.
    WhoAnswers,
    /// Everything is taken over; sign.
    ReadyToSign,
    /// No handover is open.
    NoneOpen,
    /// A handover is open already.
    AlreadyOpen,
    /// Only the one who leaves writes notes.
    OnlyOutgoing,
    /// There is no item.
    NoItem,
    /// The item is no inquiry.
    NotAnInquiry,
    /// Taken already.
    TakenAlready,
    /// The words are missing.
    WordsFirst,
    /// The sheet's name.
    SheetName,
    /// Sheet: the one who leaves.
    From,
    /// Sheet: the one who comes.
    To,
    /// Sheet: begun.
    Opened,
    /// Sheet: in effect.
    Done,
    /// Sheet: not in effect yet.
    NotDone,
    /// Sheet: the record's checkpoint code.
    Code,
    /// Sheet: a signature line.
    Signature,
    /// Sheet: signed at.
    SignedAt,
    /// Sheet: two copies.
    Copies,
    /// No clock runs.
    NoClock,
    /// A promised time.
    Promised,
    /// Gone since: closed.
    Closed,
    /// Answered, and still to be taken.
    Answered,
    /// What the one who leaves answers.
    Answer,
    /// Why it is called off.
    CancelWhy,
    /// Called off.
    Cancelled,
    /// Nothing was asked about the item.
    NotAsked,
    /// Only the one who leaves answers.
    OnlyOutgoingAnswers,
    /// Whom a supervisor asks for something.
    Whom,
    /// What is kept from shift to shift.
    Keep,
    /// What became of it.
    End,
    /// It is nothing that was kept.
    NotKept,
    /// Looking back on a shift.
    Review,
    /// Handovers, to read one.
    History,
    /// There is none.
    NoHistory,
    /// How one is found.
    HistoryHint,
    /// Take it although its question is not answered?
    TakeAsAsked,
    /// Taken with its question unanswered.
    AsAsked,
}

impl Say {
    /// The words.
    #[expect(clippy::too_many_lines, reason = "one line a wording")]
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::InHands => ("现在在我手里", "In my hands now"),
            Self::NothingOpen => (
                "手里没有未办的件。按 n 仍可交班，交钥匙、公章等。",
                "Nothing is open. Press n to hand over keys, stamps and the like all the same.",
            ),
            Self::BeginHint => (
                "按 n 开始交班：选接班人，逐件接，双方签字。",
                "Press n to hand over: choose who comes, take each item, both sign.",
            ),
            Self::Who => ("接班人", "Who comes"),
            Self::FindHint => (
                "打姓名、拼音或工号；B角在前；没人接班就交带班领导；Enter 定，Esc 退",
                "Type a name or number; substitute first; nobody? the supervisor; Enter",
            ),
            Self::Nobody => (
                "没有这个人，请换几个字再找。",
                "Nobody fits: try other letters.",
            ),
            Self::Whom => ("交办给谁", "Who is asked"),
            Self::Keep => ("记一笔(随班走，办了再消)", "Keep (until it is done)"),
            Self::End => ("结果(可空)", "What became of it (may be empty)"),
            Self::NotKept => (
                "只有随班走的才这样消：钥匙、公章、交办。",
                "Only what is kept from shift to shift ends like this.",
            ),
            Self::Review => ("本班回顾", "My shift"),
            Self::History => ("往期交接", "Handovers"),
            Self::NoHistory => ("还没有交接。", "No handover yet."),
            Self::HistoryHint => (
                "打姓名、拼音或编号找；进行中的在前；Enter 看交接单，Esc 退",
                "Type a name or number; those under way first; Enter reads one",
            ),
            Self::TakeOne => ("请先选接班人。", "Choose who comes first."),
            Self::Substitute => ("B角", "substitute"),
            Self::Extras => (
                "另交(钥匙、公章等，用分号分开，可空)",
                "Also (keys, stamps; part with ;)",
            ),
            Self::Other => ("其他", "other"),
            Self::Note => ("说明", "Note"),
            Self::Question => ("疑问", "Question"),
            Self::Number => ("件", "Item"),
            Self::Stage => ("状态", "Stage"),
            Self::Due => ("到期", "Due"),
            Self::NoteColumn => ("交班人说明", "Note"),
            Self::Taken => ("* 已接", "* taken"),
            Self::Waiting => ("> 待接", "> waiting"),
            Self::Asked => ("? 疑问", "? asked"),
            Self::Arrived => ("+ 新到", "+ new"),
            Self::WhoAnswers => (
                "签字前责任在交班人，签字后在接班人。",
                "Until both sign, the one who leaves answers; after that, the one who comes.",
            ),
            Self::ReadyToSign => (
                "已逐件接完，按 s 双方签字。",
                "Every item is taken: press s, and both sign.",
            ),
            Self::NoneOpen => (
                "还没有开始交班，请先按 n。",
                "No handover is open: press n first.",
            ),
            Self::AlreadyOpen => (
                "已有一份交接没有完成，请先完成它。",
                "A handover is open already: finish it first.",
            ),
            Self::OnlyOutgoing => (
                "说明由交班人写；接班人有疑问请按 w。",
                "Notes are the outgoing person's: press w to ask.",
            ),
            Self::NoItem => ("这里没有要交接的件。", "There is no item here."),
            Self::NotAnInquiry => (
                "这一项不是首问件，没有可打开的。",
                "This item is no inquiry: there is nothing to open.",
            ),
            Self::TakenAlready => ("这一项已经接了。", "This item is taken already."),
            Self::WordsFirst => ("请先写内容。", "Write something first."),
            Self::SheetName => ("交接班单", "Shift handover sheet"),
            Self::From => ("交班人", "Outgoing"),
            Self::Incoming | Self::To => ("接班人", "Incoming"),
            Self::Opened => ("开始", "Begun"),
            Self::Done => ("生效", "In effect"),
            Self::NotDone => ("尚未生效(未签字)", "not in effect yet (unsigned)"),
            Self::Code => ("记录校验码", "Checkpoint code"),
            Self::Signature => ("签字", "signature"),
            Self::SignedAt => ("已签", "signed"),
            Self::Copies => (
                "本单一式两份，交班人和接班人各存一份。",
                "Made in two copies, one for each of the two.",
            ),
            Self::NoClock => ("不计时", "no clock"),
            Self::Promised => ("答应", "promised"),
            Self::Closed => ("已办结", "closed"),
            Self::Answered => ("= 已答复", "= answered"),
            Self::Answer => ("答复", "Answer"),
            Self::CancelWhy => ("取消原因", "Why call it off"),
            Self::Cancelled => ("已取消", "called off"),
            Self::NotAsked => (
                "这一项没有疑问，不用答复。",
                "Nothing was asked about this item.",
            ),
            Self::OnlyOutgoingAnswers => ("疑问由交班人答复。", "The outgoing person answers."),
            Self::TakeAsAsked => (
                "疑问还没有答复。不等答复，按原样接下？",
                "Its question is not answered. Take it as asked?",
            ),
            Self::AsAsked => (
                "疑问未答复，按原样接下。",
                "Taken as asked: the question was not answered.",
            ),
        };
        lang.pick(zh, en)
    }
}

/// The heading of an open handover: `交班 李明 -> 接班 刘洋`.
pub fn heading(lang: Lang, from: &str, to: &str) -> String {
    lang.pick(
        format!("交班 {from} -> 接班 {to}"),
        format!("{from} hands over to {to}"),
    )
}

/// How many items are taken: `已接 4 / 9`.
pub fn taken(lang: Lang, taken: usize, of: usize) -> String {
    lang.pick(
        format!("已接 {taken} / {of}"),
        format!("taken {taken} / {of}"),
    )
}

/// How many items are in one's hands.
pub fn count(lang: Lang, items: usize) -> String {
    lang.pick(format!("{items} 件"), format!("{items} items"))
}

/// Why it cannot be signed yet.
pub fn still_open(lang: Lang, open: usize) -> String {
    lang.pick(
        format!("还有 {open} 件未接，不能签字。"),
        format!("{open} not taken yet: it cannot be signed."),
    )
}

/// The question for the other person's PIN.
pub fn pin(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("请 {name} 本人输入 PIN"),
        format!("PIN of {name}, typed by {name}"),
    )
}

/// The other person may sign at this terminal too.
pub fn sign_here(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("{name} 也在这里签字？双方签字后，责任即由接班人承担。"),
        format!(
            "Does {name} sign here as well? Once both have signed, the incoming person answers."
        ),
    )
}

/// One has signed; the other is asked.
pub fn signed(lang: Lang, name: &str, other: &str) -> String {
    lang.pick(
        format!("{name} 已签字。等 {other} 签字，也可在此输入 PIN。"),
        format!("{name} has signed. {other} may sign here with a PIN, or at another terminal."),
    )
}

/// The code of a handover's checkpoint, once there is one.
pub fn checkpoint(lang: Lang, made: Option<&Checkpoint>) -> String {
    let Some(made) = made else {
        let later = lang.pick("双方签字后生成", "made when both have signed");
        return later.to_owned();
    };
    let code = &made.code;
    if made.signature.is_empty() {
        lang.pick(format!("{code}(未签名)"), format!("{code} (unsigned)"))
    } else {
        code.clone()
    }
}

/// The other one has signed, and it is this person's turn.
pub fn your_turn(lang: Lang, name: &str) -> String {
    lang.pick(
        format!("{name} 已签字，请按 s 签字。"),
        format!("{name} has signed: press s to sign."),
    )
}

/// A handover was begun.
pub fn opened(lang: Lang, number: &str, items: usize, to: &str) -> String {
    lang.pick(
        format!("已开始交接 {number}，共 {items} 项。c 写说明，{to} 按空格逐件接。"),
        format!(
            "Handover {number} is open with {items} items: c to note, {to} takes each with Space."
        ),
    )
}

/// Both have signed.
pub fn handed_over(lang: Lang, number: &str, to: &str) -> String {
    lang.pick(
        format!("交接 {number} 完成，从现在起由 {to} 负责。"),
        format!("Handover {number} is done: {to} answers from now on."),
    )
}

/// What the one who comes asked.
pub fn asked(lang: Lang, question: &str) -> String {
    lang.pick(format!("疑问：{question}"), format!("asked: {question}"))
}

/// What the one who leaves said.
pub fn noted(lang: Lang, note: &str) -> String {
    lang.pick(format!("说明：{note}"), format!("note: {note}"))
}

/// The question for a note or a question on an item.
pub fn about_item(lang: Lang, what: Say, item: u32) -> String {
    let what = what.text(lang);
    lang.pick(
        format!("第 {item} 项{what}"),
        format!("{what} on item {item}"),
    )
}

/// Which page of how many.
pub fn page(lang: Lang, page: usize, of: usize) -> String {
    lang.pick(format!("第 {page}/{of} 页"), format!("page {page}/{of}"))
}

/// What the one who leaves answered.
pub fn answered(lang: Lang, answer: &str) -> String {
    lang.pick(format!("答复：{answer}"), format!("answered: {answer}"))
}

/// How many handovers an item has come through; empty for none.
pub fn travelled(lang: Lang, shifts: u32) -> String {
    match shifts {
        0 => String::new(),
        1 => lang.pick("已过1班", "from 1 shift ago").to_owned(),
        _ => lang.pick(
            format!("已过{shifts}班"),
            format!("from {shifts} shifts ago"),
        ),
    }
}

/// A handover was called off, and why.
pub fn cancelled(lang: Lang, why: &str) -> String {
    lang.pick(
        format!("已取消，没有移交：{why}"),
        format!("called off, nothing has moved: {why}"),
    )
}

/// The handover was called off: nothing has moved.
pub fn called_off(lang: Lang, number: &str) -> String {
    lang.pick(
        format!("已取消交接 {number}，没有移交。"),
        format!("Handover {number} is called off: nothing has moved."),
    )
}
