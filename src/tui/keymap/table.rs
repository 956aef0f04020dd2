//! The rows, scope by scope.

use crossterm::event::KeyCode;

use super::chord::{ch, ctrl, f, key};
use super::{Action, Binding, Scope};

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

use KeyCode::{BackTab, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up};

keymap! {
    Global {
        GoRegister [f(1), ch('1')] 0 "登记" "Register" "到登记" "Go to the registration form";
        GoQueue [f(2), ch('2')] 0 "待办" "Queue" "到待办" "Go to the queue";
        GoChecklist [f(3), ch('3')] 0 "告知" "Checklist" "到一次性告知" "Go to the checklist";
        GoHandover [f(4), ch('4')] 0 "交接" "Handover" "到交接班" "Go to the shift handover";
        GoLedger [f(5), ch('5')] 0 "台账" "Ledger" "到台账" "Go to the ledger";
        Help [ch('?'), f(9)] 90 "帮助" "help" "看这里能按的键" "Show the keys that work here";
        Palette [ctrl('p')] 91 "命令" "all" "按名称或拼音找命令" "Find a command by name";
        Language [f(8)] 0 "语言" "language" "中文、英文切换" "Change the language";
        SignOut [ctrl('l')] 0 "退出登录" "sign out" "退出登录，草稿保留" "Sign out; drafts stay";
        Lock [ctrl('k')] 0 "锁屏" "lock" "遮住屏幕，输 PIN 再继续" "Cover the screen until the PIN is given";
        ChangePin [f(10)] 0 "改 PIN" "change PIN" "改自己的 PIN" "Choose another PIN for yourself";
        ResetPin [f(12)] 0 "重置 PIN" "reset PIN" "管理员给人发一次性 PIN" "An admin draws a one-time PIN for somebody";
        ImportSlips [f(7)] 0 "补录表" "import slips" "从表格补录纸质单据" "Enter paper slips from a sheet";
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
        Back [key(Esc)] 0 "返回" "back" "取消选中，或清除筛选" "Clear the marks, or the filter";
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
        Print [ch('p')] 0 "单据" "papers" "看这一件出过的单据，再打印" "The papers of this inquiry, to print";
        Reveal [ch('z')] 0 "显示" "reveal" "说明原因显示姓名电话，再按遮住" "Show name and phone for a reason; mask them again";
        Looks [ch(';')] 0 "查看记录" "who looked" "谁看过姓名电话，为什么(质检)" "Who looked at names, and why (quality)";
        Destroy [ch('~')] 0 "到期销毁" "destroy" "列出或签字销毁到期的个人信息" "List or sign personal data to be destroyed";
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
        Correct [ctrl('z')] 0 "更正" "correct" "更正登记的内容，前后都留在记录里" "Correct what was entered; before and after stay";
        Toggle [ch(' ')] 0 "选中" "mark" "选中或取消；催办(U)、改派(M)对选中的各件一并办" "Mark a row, or not: U and M act on all that are marked";
        Sort [ch(',')] 0 "次序" "sort" "换次序：到期、紧急、收到、在手人、事项" "Another order: due, urgency, receipt, holder, matter";
        People [ch('@')] 0 "各人在手" "people" "各人、各部门在手多少，点开看是哪些" "What each person and department holds";
        CheckContact [ch('#')] 0 "核对电话" "numbers" "联系电话清单，核对一个" "The numbers that callers get: check one";
        Sample [ch('%')] 0 "抽查" "sample" "质检抽查已办结的件，逐件回访" "Quality samples what was closed, and asks";
        Printing [ch('$')] 0 "打印设置" "printing" "机关代字、纸宽、编码、本机打印(管理员)" "The office's mark, paper, encoding, spooler (admin)";
        Bulletin [ch('=')] 0 "通报" "bulletin" "发一段时间的通报" "Issue the bulletin of a period";
    }
    Holders {
        Down [ch('j'), key(Down)] 1 "下" "down" "下一行" "One row down";
        Up [ch('k'), key(Up)] 2 "上" "up" "上一行" "One row up";
        PageDown [key(PageDown), ctrl('f')] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp), ctrl('b')] 0 "上页" "page up" "上一页" "One page up";
        First [ch('g'), key(Home)] 0 "首" "first" "第一行" "The first row";
        Last [ch('G'), key(End)] 0 "末" "last" "最后一行" "The last row";
        Open [key(Enter)] 3 "看在手件" "open" "待办里只看其在手的件" "The queue with what these hands hold";
        NextView [key(Tab), ch('v')] 4 "人员/部门" "people/departments" "人员、部门切换" "Between people and departments";
        Back [key(Esc)] 5 "返回" "back" "返回待办" "Back to the queue";
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
        Internal [ctrl('d')] 0 "内部人员" "one of ours" "来人是本单位的人，或不是" "The visitor is one of our own, or not";
        Link [ctrl('r')] 0 "第二次来办" "came before" "接着上次办；再按换另一件" "Go on with an earlier visit; again for another";
        Appoint [ctrl('y')] 0 "预约" "appointment" "预约上门等：何时、何地" "A home visit or the like: when and where";
        More [ctrl('o')] 0 "证件、地址" "more" "填证件、地址、代收材料" "ID, address and what was left with us";
        Correct [ctrl('z')] 0 "更正" "correct" "更正刚存的一件，前后都留在记录里" "Correct what was just saved; before and after stay";
        Withdraw [ctrl('n')] 0 "误登撤销" "withdraw" "更正时：误登的整件撤销，记录保留" "While correcting: take a mistaken entry back";
        Clear [ctrl('x')] 0 "清空" "clear" "清空这张表，或放弃更正" "Empty the form, or give a correction up";
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
        Code [ch('q')] 0 "二维码" "code" "告知单的二维码" "The QR code of the notice";
        RegisterAndTell [ch('g')] 0 "登记" "register" "登记来人，再告知" "Register this visitor, then tell";
        ShowGuide [ch('o')] 0 "办事指南" "guide" "这一事项对外公布的办事指南" "The published guide to this matter";
        ShowOffice [ch('O')] 0 "服务承诺" "commitments" "机构、职责、服务标准、纪律、收费、监督电话" "The office: structure, duties, standard, discipline, fees, complaints";
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
        Answer [ch('a')] 5 "答复" "answer" "交班人答复疑问" "Answer what was asked";
        Open [key(Enter)] 0 "打开" "open" "打开这一件" "Open the inquiry";
        Sign [ch('s')] 6 "签字" "sign" "签字" "Sign";
        Print [ch('p')] 7 "交接单" "sheet" "看交接单" "Show the handover sheet";
        KeepNote [ch('t')] 0 "记一笔" "keep" "记一笔随班走的事：钥匙、公章；带班领导可交办给人" "Keep a thing that goes from shift to shift; a supervisor gives it to someone";
        EndNote [ch('d')] 0 "办了" "done" "随班走的这一笔已办，说明结果" "This kept thing is done: say what became of it";
        ShiftReview [ch('r')] 0 "本班回顾" "review" "回顾自己这一班：登记、当场答复、转办、签收、超期" "Look back on your own shift: registered, answered, handed off, signed, overdue";
        History [ch('v')] 0 "往期" "earlier" "往期交接，进行中的在前" "Earlier handovers, those under way first";
        CallOff [ch('x')] 0 "取消交接" "call off" "取消交接，说明原因" "Call the handover off, and say why";
        Back [key(Esc)] 0 "返回" "back" "返回待办" "Back to the queue";
    }
    Ledger {
        Down [ch('j'), key(Down)] 0 "下" "down" "下一件" "One row down";
        Up [ch('k'), key(Up)] 0 "上" "up" "上一件" "One row up";
        PageDown [key(PageDown), ctrl('f')] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp), ctrl('b')] 0 "上页" "page up" "上一页" "One page up";
        First [ch('g'), key(Home)] 0 "最新" "newest" "最新的一件" "The newest one";
        Last [ch('G'), key(End)] 0 "最早" "oldest" "最早的一件" "The oldest one";
        Filter [ch('/')] 1 "找" "find" "按编号、姓名、电话尾号、字词、拼音找" "Find by number, name, phone tail, words or pinyin";
        AddCondition [ch('a')] 2 "条件" "by" "加一个条件：人、部门、渠道、环节、事项、条款、月份" "Add a condition: person, department, channel, state, matter, clause, month";
        Days [ch('d')] 3 "日期" "days" "登记日期从哪天到哪天" "Days of registration, from and until";
        DropCondition [ch('x')] 4 "去条件" "drop" "去掉最后一个条件" "Take the last condition away";
        KeepConditions [ch('s')] 5 "留下" "keep" "给这组条件起名留下" "Keep these conditions under a name";
        TakeUpConditions [ch('v')] 6 "取用" "kept" "取用留下的条件，或忘掉" "Take kept conditions up again, or forget them";
        Open [key(Enter)] 7 "详情" "details" "看完整经过" "Read the whole story";
        GoThere [ch('o')] 0 "去办" "to queue" "到待办里办这一件" "Act on it in the queue";
        Reopen [ch('O')] 0 "重办" "reopen" "办结的没有解决，重新办理" "It was closed and not settled: take it up again";
        FollowUp [ch('f')] 0 "回访" "follow up" "回访来人，记下满意程度" "Ask the visitor whether it was settled";
        Appeal [ch('P')] 0 "评价申诉" "appeal" "对评价提出申诉，或裁定申诉" "Appeal a rating, or decide on an appeal";
        Explain [ch('e')] 0 "时限" "why" "时限是怎么算出来的" "How a due date came about";
        Print [ch('p')] 0 "单据" "papers" "看这一件出过的单据，再打印" "The papers of this inquiry, to print";
        Correct [ctrl('z')] 0 "更正" "correct" "更正登记的内容，或撤销误登，前后都留在记录里" "Correct what was entered, or take it back; before and after stay";
        Reveal [ch('z')] 0 "显示" "reveal" "说明原因显示姓名电话，再按遮住" "Show name and phone for a reason; mask them again";
        Figures [ch('F')] 8 "数字" "figures" "一段时间的数字：当场、按时、超期、在手时间" "The figures of a period: on the spot, on time, late, time in hands";
        Back [key(Esc)] 0 "全部" "all" "去掉全部条件" "Drop every condition";
    }
    Figures {
        Down [ch('j'), key(Down)] 0 "下" "down" "下一行" "One row down";
        Up [ch('k'), key(Up)] 0 "上" "up" "上一行" "One row up";
        PageDown [key(PageDown), ctrl('f')] 0 "下页" "page down" "下一页" "One page down";
        PageUp [key(PageUp), ctrl('b')] 0 "上页" "page up" "上一页" "One page up";
        First [ch('g'), key(Home)] 0 "首" "first" "合计" "All of them together";
        Last [ch('G'), key(End)] 0 "末" "last" "最后一行" "The last row";
        NextFigure [ch('l'), key(Right)] 1 "右" "right" "右边的数字" "The figure to the right";
        PreviousFigure [ch('h'), key(Left)] 0 "左" "left" "左边的数字" "The figure to the left";
        Open [key(Enter)] 3 "看是哪些" "show" "台账里只看这个数字数到的件" "The ledger with the rows that this figure counts";
        NextView [ch('v'), key(Tab)] 4 "按什么" "by" "换一种分法：首问人、经手人、部门、渠道、事项……" "Set apart by another side: person, department, channel, matter, ...";
        PreviousView [ch('V'), key(BackTab)] 0 "上一分法" "by, back" "上一种分法" "The side before";
        EarlierPeriod [ch('[')] 5 "早" "earlier" "前一段时间" "The period before";
        LaterPeriod [ch(']')] 0 "晚" "later" "后一段时间" "The period after";
        PeriodLength [ch('w')] 7 "周月年" "span" "一周、一月、一年切换" "A week, a month or a year at a time";
        Export [ch('E')] 8 "导出" "export" "把这段时间的台账和数字导出成 .xlsx 或 .csv" "Write the ledger and figures of this period to .xlsx or .csv";
        Back [key(Esc)] 9 "返回" "back" "返回台账" "Back to the ledger";
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
    Given {
        Down [ch('j'), key(Down)] 0 "下" "down" "往下" "Scroll down";
        Up [ch('k'), key(Up)] 0 "上" "up" "往上" "Scroll up";
        PageDown [key(PageDown), ch(' ')] 1 "下页" "page" "下一页" "One page down";
        PageUp [key(PageUp)] 0 "上页" "page up" "上一页" "One page up";
        NextPaper [ch('n')] 2 "另一张" "more" "这一件的另一张单据" "Another paper of this inquiry";
        PaperSize [key(Tab)] 3 "纸宽" "size" "换纸宽：80毫米、A5、A4" "Another width: 80 mm, A5, A4";
        Print [ch('p')] 4 "打印" "print" "送到终端旁的打印机，并记录" "Send to the printer beside the terminal; it goes on record";
        Spool [ch('l')] 0 "本机打印" "spool" "由本机打印(须设置允许)，并记录" "Print by the machine's own spooler, where that is allowed; on record";
        ReadAloud [ch('y')] 5 "已念" "read" "记录：已念给来人听" "On record: it was read out";
        ShowPaper [ch('s')] 6 "已出示" "show" "记录：已给来人看" "On record: it was shown";
        Code [ch('c')] 7 "码" "code" "二维码，或看回文字" "Its QR code, or the text again";
        WriteFile [ch('w')] 0 "存文件" "file" "存成文本文件" "Write to a text file";
        Back [key(Esc), key(Enter)] 9 "关" "leave" "关上" "Close";
    }
}
