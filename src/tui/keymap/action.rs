//! What keys do.

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
    /// Cover the screen until the PIN is given again.
    Lock,
    /// Choose another PIN for oneself.
    ChangePin,
    /// Draw a one-time PIN for somebody.
    ResetPin,
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
    /// Who looked at personal data.
    Looks,
    /// List or sign what is to be destroyed.
    Destroy,
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
    /// One of our own, or from outside.
    Internal,
    /// Say when and where somebody is to be seen.
    Appoint,
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
    /// Say how papers are put on paper.
    Printing,
    /// Another paper size.
    PaperSize,
    /// The next paper of the inquiry.
    NextPaper,
    /// Print by the machine's own spooler.
    Spool,
    /// Record that a paper was shown.
    ShowPaper,
    /// Show the code of a paper, or its text again.
    Code,
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
    /// Call a handover off.
    CallOff,
    /// Keep something that stands from shift to shift.
    KeepNote,
    /// Say that such a thing is done.
    EndNote,
    /// Look at earlier handovers.
    History,
    /// Look back on one's own shift.
    ShiftReview,
    /// Correct what was entered.
    Correct,
    /// Take a mistaken registration back.
    Withdraw,
    /// Go on with an earlier visit.
    Link,
    /// Ask for the fields that are seldom needed.
    More,
    /// Go to the ledger.
    GoLedger,
    /// Go to where the selected one is acted on.
    GoThere,
    /// Add a condition.
    AddCondition,
    /// Name the days.
    Days,
    /// Take the last condition away.
    DropCondition,
    /// Keep the conditions under a name.
    KeepConditions,
    /// Take kept conditions up again.
    TakeUpConditions,
    /// The next order of the list.
    Sort,
    /// What everyone holds.
    People,
    /// Enter a sheet of paper slips.
    ImportSlips,
    /// Check a number that callers are given.
    CheckContact,
    /// Draw a sample, or ask those who were drawn.
    Sample,
    /// Issue the bulletin.
    Bulletin,
    /// The figures of a period.
    Figures,
    /// The figure to the right.
    NextFigure,
    /// The figure to the left.
    PreviousFigure,
    /// The period before.
    EarlierPeriod,
    /// The period after.
    LaterPeriod,
    /// A week, a month or a year at a time.
    PeriodLength,
    /// Write a period to a file.
    Export,
    /// The published guide to the matter.
    ShowGuide,
    /// The published guide to the office.
    ShowOffice,
}
