//! THE table of keys.
//!
//! Dispatch, the line at the foot of each screen, the help screen, the command
//! palette and the key reference in the README all come from here; what is not
//! here cannot be pressed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::i18n::Lang;

/// Where a binding applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere once signed in.
    Global,
    /// The queue.
    Queue,
    /// The registration form.
    Register,
    /// The checklist.
    Checklist,
    /// The shift handover.
    Handover,
    /// A small form over a screen.
    Dialog,
    /// A question that is answered in one line, or by one of a list.
    Prompt,
    /// The filter of the queue while it is typed.
    Filter,
    /// A sheet of paper shown for reading.
    Paper,
}

impl Scope {
    /// Every scope, in the order of the help screen.
    pub const ALL: [Self; 9] = [
        Self::Global,
        Self::Queue,
        Self::Register,
        Self::Checklist,
        Self::Handover,
        Self::Dialog,
        Self::Prompt,
        Self::Filter,
        Self::Paper,
    ];

    /// The scope's name.
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Global => ("随处", "Everywhere"),
            Self::Queue => ("待办", "Queue"),
            Self::Register => ("登记", "Register"),
            Self::Checklist => ("告知", "Checklist"),
            Self::Handover => ("交接", "Handover"),
            Self::Dialog => ("小窗", "Small form"),
            Self::Prompt => ("一问一答", "Question"),
            Self::Filter => ("筛选", "Filter"),
            Self::Paper => ("纸面", "Paper"),
        };
        lang.pick(zh, en)
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go to the registration form.
    GoRegister,
    /// Go to the queue.
    GoQueue,
    /// Go to the checklist.
    GoChecklist,
    /// Go to the shift handover.
    GoHandover,
    /// Show the keys.
    Help,
    /// Find an action by name.
    Palette,
    /// Change the language.
    Language,
    /// Sign out; drafts stay.
    SignOut,
    /// Leave the program; drafts stay.
    Quit,
    /// Close what lies on top, or go back.
    Back,
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// One page down.
    PageDown,
    /// One page up.
    PageUp,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The next view or pane.
    NextView,
    /// The view or pane before.
    PreviousView,
    /// Narrow down by typing.
    Filter,
    /// Open what is selected.
    Open,
    /// Explain a countdown.
    Explain,
    /// Sign for a leg.
    SignFor,
    /// Answer.
    Answer,
    /// Hand off.
    HandOff,
    /// Send back.
    Return,
    /// Extend a clock.
    Extend,
    /// Decide on an extension that was filed.
    RuleOnExtension,
    /// Say why a time in principle was overrun.
    ExplainOverrun,
    /// Let clocks stand still, or run on.
    Suspend,
    /// Take a step of the rulebook's own.
    Step,
    /// The visitor came again.
    Visit,
    /// Take the application's documents in.
    Receive,
    /// Ask the visitor whether it was settled.
    FollowUp,
    /// Take it up again.
    Reopen,
    /// Appeal a rating, or decide on an appeal.
    Appeal,
    /// Accept for handling.
    Accept,
    /// Deliver the result.
    Deliver,
    /// Close.
    Close,
    /// Tell the documents for this inquiry.
    Notify,
    /// Take documents that were brought.
    Bring,
    /// Guide elsewhere.
    Guide,
    /// Ask a superior.
    AskSuperior,
    /// Record a superior's or a conference's opinion.
    Opinion,
    /// Name several departments, or call them to confer.
    Several,
    /// Send an application back.
    Decline,
    /// Show personal data in clear.
    Reveal,
    /// Print.
    Print,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// Go on; on the last field, save.
    Enter,
    /// Save.
    Save,
    /// Empty the form.
    Clear,
    /// Enter something that was received earlier.
    BackEntry,
    /// Green channel on or off.
    Green,
    /// Tick, or take over.
    Toggle,
    /// Mark as brought but not valid.
    Invalid,
    /// Read aloud.
    ReadAloud,
    /// Issue the notice.
    Issue,
    /// Choose another matter.
    ChooseMatter,
    /// Register this visitor, then tell.
    RegisterAndTell,
    /// Say something about an item.
    Note,
    /// Ask something about an item.
    Question,
    /// Begin a handover.
    Begin,
    /// Sign.
    Sign,
    /// Write to a file.
    WriteFile,
    /// A supervisor rules whose it is.
    RuleOnHandling,
    /// Put it into other hands.
    Reassign,
    /// Raise the coordination slip.
    Coordinate,
    /// Keep documents for the visitor.
    KeepDocuments,
    /// Take the documents in custody over.
    TakeCustody,
    /// Give documents back to the visitor.
    GiveBackDocuments,
    /// Record a try to reach somebody.
    Attempt,
    /// The visitor was told who holds it.
    TellHolder,
    /// The head signs how it was handled.
    SignHandling,
    /// Say why it was late.
    ExcuseBreach,
    /// Judge a breach.
    ReviewBreach,
    /// Record a breach.
    RecordBreach,
    /// Urge whoever holds it.
    Urge,
    /// Give an order to supervise.
    Supervise,
    /// Report to a rung of the ladder.
    Escalate,
    /// Try a superior in an emergency.
    Climb,
    /// Record what the visitor was told.
    TellVisitor,
    /// Record that the visitor asks for a leader.
    LeaderAsked,
    /// Leave the post, or be back at it.
    Away,
}

/// One key, with or without Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

impl Chord {
    /// Whether a key event is this chord.
    pub fn is(self, key: KeyEvent) -> bool {
        self.code == key.code && self.ctrl == key.modifiers.contains(KeyModifiers::CONTROL)
    }

    /// Whether it is a character that a text field would take.
    pub fn is_plain(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl
    }

    /// The chord as it is written on screen: `a`, `^S`, `F1`, `Enter`.
    pub fn label(self, lang: Lang) -> String {
        let name = match (self.code, self.ctrl) {
            (KeyCode::Char(' '), false) => lang.pick("空格", "Space").to_owned(),
            (KeyCode::Char(c), false) => c.to_string(),
            (KeyCode::Char(c), true) => format!("^{}", c.to_ascii_uppercase()),
            (KeyCode::F(n), _) => format!("F{n}"),
            (KeyCode::Tab, _) => "Tab".to_owned(),
            (KeyCode::BackTab, _) => "S-Tab".to_owned(),
            (code, _) => format!("{code:?}"),
        };
        match name.as_str() {
            "PageDown" => "PgDn".to_owned(),
            "PageUp" => "PgUp".to_owned(),
            _ => name,
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it applies.
    pub scope: Scope,
    /// The keys; the first is the one that is shown.
    pub chords: &'static [Chord],
    /// What they do.
    pub action: Action,
    /// A word for the foot of the screen: Chinese, English.
    pub label: (&'static str, &'static str),
    /// A sentence for the help screen: Chinese, English.
    pub help: (&'static str, &'static str),
    /// Its place at the foot of the screen, the smaller the further left; 0 keeps it off.
    pub footer: u8,
}

impl Binding {
    /// The word for the foot of the screen.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.label.0, self.label.1)
    }

    /// The sentence for the help screen.
    pub fn help(&self, lang: Lang) -> &'static str {
        lang.pick(self.help.0, self.help.1)
    }

    /// Its keys as they are written.
    pub fn keys(&self, lang: Lang) -> String {
        let all: Vec<String> = self.chords.iter().map(|chord| chord.label(lang)).collect();
        all.join(" ")
    }
}

const fn ch(c: char) -> Chord {
    Chord {
        code: KeyCode::Char(c),
        ctrl: false,
    }
}

const fn ctrl(c: char) -> Chord {
    Chord {
        code: KeyCode::Char(c),
        ctrl: true,
    }
}

const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

const fn f(n: u8) -> Chord {
    Chord {
        code: KeyCode::F(n),
        ctrl: false,
    }
}

macro_rules! keymap {
    ($($scope:ident { $($action:ident [$($chord:expr),+] $footer:literal
        $zh:literal $en:literal $help_zh:literal $help_en:literal;)+ })+) => {
        /// Every binding.
        pub const KEYMAP: &[Binding] = &[$($(Binding {
            scope: Scope::$scope,
            chords: &[$($chord),+],
            action: Action::$action,
            label: ($zh, $en),
            help: ($help_zh, $help_en),
            footer: $footer,
        },)+)+];
    };
}

use KeyCode::{BackTab, Down, End, Enter, Esc, Home, PageDown, PageUp, Tab, Up};

keymap! {
    Global {
        GoRegister [f(1), ch('1')] 0 "登记" "Register" "到登记" "Go to the registration form";
        GoQueue [f(2), ch('2')] 0 "待办" "Queue" "到待办" "Go to the queue";
        GoChecklist [f(3), ch('3')] 0 "告知" "Checklist" "到一次性告知" "Go to the checklist";
        GoHandover [f(4), ch('4')] 0 "交接" "Handover" "到交接班" "Go to the shift handover";
        Help [ch('?'), f(9)] 90 "帮助" "help" "看这里能按的键" "Show the keys that work here";
        Palette [ctrl('p')] 91 "命令" "all" "按名称或拼音找命令" "Find a command by name";
        Language [f(8)] 0 "语言" "language" "中文、英文切换" "Change the language";
        SignOut [ctrl('l')] 0 "退出登录" "sign out" "退出登录，草稿保留" "Sign out; drafts stay";
        Quit [ctrl('q'), ch('q')] 0 "离开" "quit" "离开程序，草稿保留" "Leave the program; drafts stay";
    }
    Queue {
        Down [ch('j'), key(Down)] 0 "下" "down" "下一件" "One row down";
        Up [ch('k'), key(Up)] 0 "上" "up" "上一件" "One row up";
        PageDown [key(PageDown), ctrl('f')] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp), ctrl('b')] 0 "上页" "page up" "上一页" "One page up";
        First [ch('g'), key(Home)] 0 "首" "first" "第一件" "The first row";
        Last [ch('G'), key(End)] 0 "末" "last" "最后一件" "The last row";
        Answer [ch('a')] 1 "答复" "answer" "答复来人" "Answer the visitor";
        SignFor [ch('s')] 2 "签收" "sign" "签收转来的件" "Sign for a leg";
        HandOff [ch('h')] 3 "转办" "hand" "转给具名接收人" "Hand off to a named receiver";
        Return [ch('r')] 4 "退回" "back" "写明意见退回" "Send back, with an opinion";
        Extend [ch('x')] 0 "延期" "extend" "申请延期" "Extend a clock";
        Notify [ch('n')] 6 "告知" "tell" "一次性告知所缺材料" "Tell all missing documents at once";
        Close [ch('c')] 7 "办结" "close" "办结" "Close";
        Explain [ch('e')] 8 "时限" "why" "时限是怎么算出来的" "How a due date came about";
        NextView [ch('v'), key(Tab)] 9 "视图" "view" "下一个视图" "The next view";
        PreviousView [ch('V'), key(BackTab)] 0 "上视图" "view back" "上一个视图" "The view before";
        Filter [ch('/')] 10 "找" "find" "边打边筛选" "Narrow down by typing";
        Back [key(Esc)] 0 "返回" "back" "清除筛选" "Clear the filter";
        Open [key(Enter)] 0 "详情" "details" "看完整经过" "Read the whole story";
        Accept [ch('A')] 0 "受理" "accept" "受理并出受理通知单" "Accept for handling, with a receipt";
        Deliver [ch('d')] 0 "交付" "deliver" "把结果交给来人" "Put the result into the visitor's hands";
        Bring [ch('b')] 0 "补件" "brought" "收补交的材料" "Take documents that were brought";
        Guide [ch('o')] 0 "指引" "guide" "不属本单位，指引并办结" "Outside our remit: guide and close";
        AskSuperior [ch('u')] 0 "请示" "ask" "请示领导" "Ask a superior";
        Opinion [ch('i')] 0 "意见" "opinion" "记录上级或会商意见" "Record the opinion that arrived";
        Several [ch('m')] 0 "多部门" "several" "涉及多部门，或提请会商" "Several departments: name them, or call them";
        Decline [ch('D')] 0 "退件" "decline" "退件，写明理由" "Send back as not admissible";
        Step [ch('t')] 0 "步骤" "step" "记录本制度要求的一步" "Record a step that the rulebook asks for";
        Visit [ch('y')] 0 "再访" "again" "来人再次到访" "The visitor came again";
        Receive [ch('R')] 0 "收件" "take in" "收下申请材料，尚未受理" "Take the application's documents in";
        FollowUp [ch('f')] 0 "回访" "follow up" "回访来人，记下满意程度" "Ask the visitor whether it was settled";
        Reopen [ch('O')] 0 "重办" "reopen" "没有解决，重新办理" "It was not settled: take it up again";
        Appeal [ch('P')] 0 "评价申诉" "appeal" "对评价提出申诉，或裁定申诉" "Appeal a rating, or decide on an appeal";
        Suspend [ch('w')] 0 "停计" "stop" "因法定事由停计，或恢复" "Stop the clocks for a listed reason, or resume";
        RuleOnExtension [ch('X')] 0 "批延期" "rule" "批准或不批准延期" "Decide on an extension that was filed";
        ExplainOverrun [ch('E')] 0 "说明超时" "overrun" "写明原则性时限超过的理由" "Say why a time in principle was overrun";
        Print [ch('p')] 0 "转办单" "slip" "看转办单" "Show the slip";
        Reveal [ch('z')] 0 "显示" "reveal" "显示或遮住电话姓名" "Show or mask names and phones";
        RuleOnHandling [ch('J')] 0 "裁定" "rule on" "第二次退回后裁定由谁办" "Rule whose it is after the second return";
        Reassign [ch('M')] 0 "改派" "reassign" "改派给别人，时限不变" "Put it into other hands; no clock moves";
        Coordinate [ch('C')] 0 "协调单" "coordinate" "填报协调单(只许转一次的制度)" "Raise the coordination slip";
        KeepDocuments [ch('K')] 0 "代收" "keep" "代收来人的材料，逐件点清" "Take documents into custody, listed";
        TakeCustody [ch('I')] 0 "接材料" "take docs" "点清接下代收的材料" "Take the documents in custody over, counted";
        GiveBackDocuments [ch('B')] 0 "还材料" "give back" "把代收的材料交还来人" "Give documents in custody back";
        Attempt [ch('T')] 0 "联系" "try" "记录一次联系承办人或领导" "Record a try to reach somebody";
        TellHolder [ch('L')] 0 "告知承办" "tell who" "告知来人现由谁承办" "Tell the visitor who holds it";
        SignHandling [ch('S')] 0 "负责人签字" "head signs" "负责人或代签人签字确认处理情况" "The head or a deputy signs how it was handled";
        ExcuseBreach [ch('Z')] 0 "超时理由" "excuse" "写明自己手里超时的理由" "Say why it was late in your hands";
        ReviewBreach [ch('Y')] 0 "审核超时" "judge" "审核超时是否自身责任" "Judge whether it was our own fault";
        RecordBreach [ch('W')] 0 "记违规" "charge" "记一项没有时限的违规" "Record that a rule was broken";
        Urge [ch('U')] 0 "催办" "urge" "催办在手的人" "Urge whoever holds it";
        Supervise [ch('F')] 0 "督办" "supervise" "发编号的督办单" "Give a numbered order to supervise";
        Escalate [ch('H')] 0 "上报" "report up" "按制度的层级上报，请求决定" "Report up the rulebook's ladder, for a decision";
        Climb [ch('!')] 0 "紧急汇报" "climb" "紧急事项逐级汇报，每次都记" "An emergency: try one superior after another";
        TellVisitor [ch('N')] 0 "告知来人" "tell them" "记下告知来人的话" "Record what the visitor was told";
        LeaderAsked [ch('l')] 0 "找领导" "leader" "来人找领导：先问来意" "The visitor asks for a leader: purpose first";
        Away [ch('Q')] 0 "离岗" "away" "离岗，或返岗" "Leave the post, or be back";
    }
    Register {
        Enter [key(Enter)] 1 "下一项" "next" "下一项；在最后一项则保存" "The next field; save on the last";
        Save [ctrl('s')] 2 "保存" "save" "保存" "Save";
        NextField [key(Tab)] 0 "往后" "forward" "下一项" "The next field";
        PreviousField [key(BackTab)] 0 "往前" "back" "上一项" "The field before";
        Down [key(Down)] 0 "下" "down" "下一个候选，或下一项" "The next hit, or the next field";
        Up [key(Up)] 0 "上" "up" "上一个候选，或上一项" "The hit before, or the field before";
        Notify [ctrl('t')] 5 "告知" "tell" "到这一事项的告知清单" "Go to this matter's checklist";
        BackEntry [ctrl('b')] 6 "补录" "late" "补录早先收到的件" "Enter something received earlier";
        Green [ctrl('g')] 7 "绿色通道" "green" "绿色通道" "Green channel on or off";
        Clear [ctrl('x')] 0 "清空" "clear" "清空这张表" "Empty the form";
        Back [key(Esc)] 8 "离开" "leave" "离开，草稿保留" "Leave; the draft stays";
    }
    Checklist {
        Down [ch('j'), key(Down)] 0 "下" "down" "下一项" "One row down";
        Up [ch('k'), key(Up)] 0 "上" "up" "上一项" "One row up";
        PageDown [key(PageDown)] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp)] 0 "上页" "page up" "上一页" "One page up";
        Toggle [ch(' ')] 1 "打勾" "tick" "打勾或取消" "Tick or untick";
        Invalid [ch('x')] 2 "无效" "invalid" "带来但无效，写原因" "Brought but not valid: say why";
        NextView [key(Tab)] 3 "情形/材料" "pane" "在情形和材料之间切换" "Between circumstances and documents";
        Issue [ch('i')] 4 "出告知单" "notice" "出具告知单" "Issue the notice";
        ReadAloud [ch('y')] 5 "念" "aloud" "念给来人听" "Read it aloud";
        Print [ch('p')] 6 "看单" "paper" "看告知单" "Show it as paper";
        ChooseMatter [ch('/')] 7 "换事项" "matter" "换一个事项" "Choose another matter";
        RegisterAndTell [ch('g')] 0 "登记" "register" "登记来人，再告知" "Register this visitor, then tell";
        Back [key(Esc)] 0 "返回" "back" "返回待办" "Back to the queue";
    }
    Handover {
        Down [ch('j'), key(Down)] 0 "下" "down" "下一项" "One row down";
        Up [ch('k'), key(Up)] 0 "上" "up" "上一项" "One row up";
        PageDown [key(PageDown)] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp)] 0 "上页" "page up" "上一页" "One page up";
        Begin [ch('n')] 1 "开始交班" "begin" "选接班人，开始交班" "Choose who comes, and begin";
        Toggle [ch(' ')] 2 "逐件接" "take" "接班人逐件接下" "Take an item over";
        Note [ch('c')] 3 "说明" "note" "交班人写说明" "Say something about an item";
        Question [ch('w')] 4 "疑问" "question" "接班人提疑问" "Ask about an item";
        Open [key(Enter)] 5 "打开" "open" "打开这一件" "Open the inquiry";
        Sign [ch('s')] 6 "签字" "sign" "签字" "Sign";
        Print [ch('p')] 7 "交接单" "sheet" "看交接单" "Show the handover sheet";
        Back [key(Esc)] 0 "返回" "back" "返回待办" "Back to the queue";
    }
    Dialog {
        Enter [key(Enter)] 1 "下一项" "next" "下一项；在最后一项则办理" "The next field; carry out on the last";
        Save [ctrl('s')] 2 "办理" "do it" "办理" "Carry it out";
        NextField [key(Tab)] 3 "往后" "forward" "下一项" "The next field";
        PreviousField [key(BackTab)] 4 "往前" "back" "上一项" "The field before";
        Back [key(Esc)] 5 "收起" "leave" "收起，所写保留" "Leave; what is typed stays";
    }
    Prompt {
        Enter [key(Enter)] 1 "确定" "ok" "就是这样，继续" "That is it: go on";
        Save [ctrl('s')] 0 "确定" "ok" "就是这样，继续" "That is it: go on";
        Back [key(Esc)] 2 "收起" "leave" "收起，不办" "Leave without doing it";
    }
    Filter {
        Enter [key(Enter)] 1 "留下筛选" "keep" "筛选留下，回到列表" "Keep the filter and go to the list";
        Back [key(Esc)] 2 "清除" "clear" "清除筛选" "Clear the filter";
        Down [key(Down)] 3 "下" "down" "下一件" "One row down";
        Up [key(Up)] 4 "上" "up" "上一件" "One row up";
    }
    Paper {
        Down [ch('j'), key(Down)] 1 "下" "down" "往下" "Scroll down";
        Up [ch('k'), key(Up)] 2 "上" "up" "往上" "Scroll up";
        PageDown [key(PageDown), ch(' ')] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp)] 0 "上页" "page up" "上一页" "One page up";
        Print [ch('p')] 3 "打印" "print" "送到终端旁的打印机" "Send to the printer beside the terminal";
        WriteFile [ch('w')] 4 "存文件" "to file" "存成文本文件" "Write to a text file";
        Back [key(Esc), key(Enter)] 5 "关" "close" "关上" "Close";
    }
}

/// The action of a key in a scope, the scope's own bindings before those that
/// work everywhere. While someone types, plain characters are no keys.
pub fn action(scope: Scope, key: KeyEvent, typing: bool) -> Option<Action> {
    let fits = |binding: &&Binding| {
        binding
            .chords
            .iter()
            .any(|chord| chord.is(key) && !(typing && chord.is_plain()))
    };
    let own = KEYMAP
        .iter()
        .filter(|binding| binding.scope == scope)
        .find(fits);
    let global = || {
        KEYMAP
            .iter()
            .filter(|binding| binding.scope == Scope::Global)
            .find(fits)
    };
    own.or_else(global).map(|binding| binding.action)
}

/// The key reference, as a table for each scope in Markdown.
pub fn reference(lang: Lang) -> String {
    let (key, does) = lang.pick(("键", "做什么"), ("Key", "Does"));
    let mut text = String::new();
    for scope in Scope::ALL {
        let name = scope.name(lang);
        text = format!("{text}#### {name}\n\n| {key} | {does} |\n|---|---|\n");
        for binding in KEYMAP.iter().filter(|binding| binding.scope == scope) {
            let keys: Vec<String> = binding
                .chords
                .iter()
                .map(|chord| format!("`{}`", chord.label(lang)))
                .collect();
            text = format!("{text}| {} | {} |\n", keys.join(" "), binding.help(lang));
        }
        text.push('\n');
    }
    text
}

/// The bindings at the foot of a screen, from the left; while someone types,
/// only those that work then.
pub fn footer(scope: Scope, typing: bool) -> Vec<&'static Binding> {
    let mut shown: Vec<&Binding> = KEYMAP
        .iter()
        .filter(|binding| binding.footer > 0)
        .filter(|binding| binding.scope == scope || binding.scope == Scope::Global)
        .filter(|binding| !typing || binding.chords.iter().any(|chord| !chord.is_plain()))
        .collect();
    shown.sort_by_key(|binding| binding.footer);
    shown
}

/// The bindings at the foot of a small form, as one line for inside it.
pub fn legend(scope: Scope, lang: Lang) -> String {
    let own = footer(scope, true).into_iter();
    let told: Vec<String> = own
        .filter(|binding| binding.scope == scope)
        .map(|binding| {
            let chord = binding.chords.iter().find(|chord| !chord.is_plain());
            let key = chord.map(|chord| chord.label(lang)).unwrap_or_default();
            format!("{key} {}", binding.label(lang))
        })
        .collect();
    told.join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::text;

    #[test]
    fn no_chord_means_two_things_in_a_scope() {
        for scope in Scope::ALL {
            let all: Vec<(Chord, Action)> = KEYMAP
                .iter()
                .filter(|binding| binding.scope == scope)
                .flat_map(|binding| binding.chords.iter().map(|chord| (*chord, binding.action)))
                .collect();
            for (at, (chord, action)) in all.iter().enumerate() {
                for (other, its) in &all[at + 1..] {
                    assert!(
                        chord != other,
                        "{scope:?}: {chord:?} is {action:?} and {its:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn an_action_stands_once_in_a_scope() {
        for (at, binding) in KEYMAP.iter().enumerate() {
            let again = KEYMAP[at + 1..]
                .iter()
                .any(|other| other.scope == binding.scope && other.action == binding.action);
            assert!(!again, "{:?} {:?}", binding.scope, binding.action);
        }
    }

    #[test]
    fn every_foot_fits_eighty_columns_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            for scope in Scope::ALL {
                for typing in [false, true] {
                    let wide: usize = footer(scope, typing)
                        .iter()
                        .map(|binding| {
                            let chord = binding
                                .chords
                                .iter()
                                .find(|chord| !(typing && chord.is_plain()))
                                .unwrap();
                            let gap = lang.pick(0, 1);
                            text::width(&chord.label(lang))
                                + text::width(binding.label(lang))
                                + gap
                                + 1
                        })
                        .sum();
                    assert!(
                        wide < 80,
                        "{scope:?} {lang:?} typing={typing}: {wide} columns"
                    );
                }
            }
        }
    }

    #[test]
    fn every_binding_speaks_both_languages() {
        for binding in KEYMAP {
            for words in [
                binding.label.0,
                binding.label.1,
                binding.help.0,
                binding.help.1,
            ] {
                assert!(
                    !words.trim().is_empty(),
                    "{:?} {:?}",
                    binding.scope,
                    binding.action
                );
            }
            assert!(binding.label.1.is_ascii(), "{:?}", binding.action);
        }
    }

    #[test]
    fn keys_that_type_are_no_commands_while_typing() {
        let a = KeyEvent::from(KeyCode::Char('a'));
        assert_eq!(action(Scope::Queue, a, false), Some(Action::Answer));
        assert_eq!(action(Scope::Queue, a, true), None);
        let f2 = KeyEvent::from(KeyCode::F(2));
        assert_eq!(action(Scope::Queue, f2, true), Some(Action::GoQueue));
    }
}
