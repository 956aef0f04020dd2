//! What is said of an inquiry's papers: their kinds, how they were given, the ways out.

use super::{Both, Lang};
use crate::domain::command::Told;
use crate::domain::printing::PaperSize;

/// How a paper was given, in a word.
pub fn told(lang: Lang, told: Told) -> &'static str {
    let (zh, en) = match told {
        Told::Printed => ("打印", "printed"),
        Told::Read => ("口述", "read aloud"),
        Told::Shown => ("出示", "shown"),
    };
    lang.pick(zh, en)
}

/// A paper was given: the line of its inquiry's story.
pub(super) fn line(lang: Lang, by: &str, paper: &str, how: Told) -> String {
    let how = told(lang, how);
    lang.pick(
        format!("{by} 给出 {paper}({how})"),
        format!("{by} gave out {paper} ({how})"),
    )
}

/// A paper was given: what is said at the foot of the screen.
pub(super) fn given(paper: &str, how: Told) -> (String, String) {
    (
        format!("已记录 {paper}：{}", told(Lang::Zh, how)),
        format!("On record: {paper} {}", told(Lang::En, how)),
    )
}

/// How papers are put on paper was settled.
pub(super) fn printing_set() -> (String, String) {
    (
        "打印设置已保存".to_owned(),
        "The printing is settled".to_owned(),
    )
}

/// Alternatives of which any one will do.
pub fn any_of(lang: Lang, all: &[&str]) -> String {
    all.join(lang.pick("或", " or "))
}

/// Before what is still to bring, where there is little room.
pub fn still_to_bring(lang: Lang) -> &'static str {
    lang.pick("还缺：", "Still missing: ")
}

/// Where to complain when the office names no line.
pub fn complaint_board(lang: Lang) -> &'static str {
    lang.pick("见台面公示牌", "see the board on the counter")
}

/// A label on a receipt, a return notice or a coordination slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// What the visitor handed in.
    HandedIn,
    /// Why it goes back.
    Reason,
    /// Who agreed that it goes back.
    Agreed,
    /// What was asked for and not brought.
    Wanting,
    /// What goes back with it.
    GivenBack,
    /// What has to be settled.
    ToSettle,
    /// What came of it.
    Opinion,
}

impl Word {
    /// The words.
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::HandedIn => ("收到的材料", "Handed in"),
            Self::Reason => ("退回理由", "Reason"),
            Self::Agreed => ("同意退回的负责人", "Agreed by"),
            Self::Wanting => ("尚缺的材料", "Not brought"),
            Self::GivenBack => ("随单退回的材料", "Returned with this"),
            Self::ToSettle => ("需协调事项", "To be settled"),
            Self::Opinion => ("协调意见", "What was settled"),
        };
        lang.pick(zh, en)
    }
}

/// The application was accepted.
pub fn accepted(lang: Lang) -> &'static str {
    lang.pick(
        "您的申请已受理，我们按下列时限办理。",
        "Your application has been accepted and is handled within the limits below.",
    )
}

/// What an applicant for a permit may do against a return (administrative licensing
/// law, art. 38).
pub fn remedies(lang: Lang) -> &'static str {
    lang.pick(
        "对本决定不服的，可以依法申请行政复议或者提起行政诉讼。",
        "Against this decision you may apply for administrative review or bring an action, as the law provides.",
    )
}

/// The slip stays in the house.
pub fn inside(lang: Lang) -> &'static str {
    lang.pick(
        "本单只在单位内部流转，不交来人。",
        "This slip stays inside the house and is not given to the visitor.",
    )
}

/// Where the sides of a coordination sign.
pub fn coordination_signs(lang: Lang) -> [(&'static str, &'static str); 2] {
    match lang {
        Lang::Zh => [
            ("填报人签字：__________", "时间：__________"),
            ("协调人签字：__________", "时间：__________"),
        ],
        Lang::En => [
            ("Raised by: ______________", "Time: __________"),
            ("Settled by: _____________", "Time: __________"),
        ],
    }
}

/// A paper went through the terminal to its printer, once more than on record.
pub const PASSED_THROUGH: Both = Both::new(
    "已送到终端旁的打印机(终端须打开直通打印)。",
    "Sent to the printer beside the terminal (pass-through must be on).",
);
/// A paper went to the machine's own spooler.
pub const SPOOLED: Both = Both::new("已交本机打印。", "Handed to the machine's own printing.");
/// The machine's own spooler may not be used.
pub const NO_LP: Both = Both::new(
    "这里不允许由本机打印：请按 p 用终端旁的打印机，或请管理员打开 lp。",
    "Printing by the machine is not allowed here: press p, or ask the admin to allow lp.",
);
/// The machine's own spooler refused.
pub const LP_FAILED: Both = Both::new(
    "本机打印没有成功：请按 p 用终端旁的打印机，或存成文件(w)。",
    "The machine did not print it: press p for the printer here, or w for a file.",
);
/// A preview leaves no record.
pub const PREVIEW_ONLY: Both = Both::new(
    "这是预览，没有编号，不留记录；出告知单请按 i。",
    "A preview: no number, no record. Press i to issue the notice.",
);
/// It is on record already that it was given this way.
pub const ON_RECORD_ALREADY: Both = Both::new(
    "出单时已这样记录。",
    "That is on record since it was issued.",
);
/// An inquiry that has given out no paper yet.
pub const NO_PAPER_YET: Both = Both::new(
    "这一件还没有出过单据(告知、受理、退件、转办时才有)。",
    "No paper yet: telling, accepting, declining and handing off make one.",
);

/// Which of several papers is in front, before the lines that are shown.
pub fn nth_paper(lang: Lang, nth: usize, of: usize, lines: &str) -> String {
    lang.pick(
        format!("第 {nth} 张，共 {of} 张  {lines}"),
        format!("paper {nth} of {of}  {lines}"),
    )
}

/// A paper's width.
pub fn paper_size(lang: Lang, size: PaperSize) -> &'static str {
    match size {
        PaperSize::Receipt => lang.pick("80毫米", "80 mm"),
        PaperSize::A5 => "A5",
        PaperSize::A4 => "A4",
    }
}

/// A screen on which no code can be read.
pub fn too_small_for_code(lang: Lang) -> &'static str {
    lang.pick(
        "屏幕太小，放不下二维码：请放大终端，或按 c 看文字。",
        "The screen is too small for a code: enlarge it, or press c for the text.",
    )
}

/// What a notice is called where no rulebook is at hand.
pub const ONE_PASS_NOTICE: Both = Both::new("一次性告知单", "One-pass notice");

/// The title of the form on how papers are put on paper.
pub const PRINTING: Both = Both::new("打印设置", "Printing");
/// Allowed.
pub const YES: Both = Both::new("允许", "allowed");
/// Not allowed.
pub const NO: Both = Both::new("不允许", "not allowed");
/// Only those who look after the register may do it.
pub const ADMIN_ONLY: Both = Both::new(
    "只有管理员能改打印设置。",
    "Only an admin may change the printing.",
);
/// What another mark does to the numbers.
pub const MARK_BEGINS_A_SERIES: Both = Both::new(
    "代字印在编号最前面(如 青税受〔2026〕1号)；换代字后编号另起一列。",
    "The mark stands first in a number; under another mark the numbers begin anew.",
);

/// A field of the form on how papers are put on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The office's own mark.
    Mark,
    /// The usual width.
    Size,
    /// The printer's encoding.
    Encoding,
    /// Whether the machine's spooler may be used.
    Lp,
    /// Its printer.
    Printer,
    /// The font of a PDF.
    Font,
}

impl Setting {
    /// The words.
    pub fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Mark => ("机关代字", "Office mark"),
            Self::Size => ("纸宽", "Paper"),
            Self::Encoding => ("打印编码", "Encoding"),
            Self::Lp => ("本机打印", "Spooler (lp)"),
            Self::Printer => ("打印机名", "Printer"),
            Self::Font => ("PDF 字体", "PDF font file"),
        };
        lang.pick(zh, en)
    }
}
