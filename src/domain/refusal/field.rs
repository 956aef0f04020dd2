//! The fields that a refusal can name.

/// A field of a form or a command, for refusals that name one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The number of a paper.
    Paper,
    /// The visitor's name.
    Name,
    /// The visitor's telephone.
    Phone,
    /// The visitor's exact doubt, when no matter is chosen.
    Words,
    /// The inquiry's number.
    Inquiry,
    /// The receiving department.
    Department,
    /// The receiver.
    Staff,
    /// The answer.
    Answer,
    /// What was advised.
    Advice,
    /// An opinion.
    Opinion,
    /// A reason.
    Reason,
    /// The department that it should go to.
    ShouldGoTo,
    /// The matter.
    Matter,
    /// Several departments.
    Departments,
    /// A superior.
    Superior,
    /// A question.
    Question,
    /// What was delivered.
    Delivery,
    /// How many units to add.
    By,
    /// A clock's id.
    Clock,
    /// The documents brought.
    Documents,
    /// The one who takes over.
    To,
    /// A handover's number.
    Handover,
    /// A promised time.
    Promised,
    /// Words of a note.
    Note,
    /// A staff number.
    StaffNumber,
    /// A staff member's roles.
    Roles,
    /// The office's name.
    OfficeName,
    /// The sender's own id of a command.
    Request,
    /// A step of the rulebook.
    Step,
    /// What the applicant was told in writing.
    Told,
    /// How somebody was reached or told.
    How,
    /// Who was to be reached.
    Whom,
    /// Why it was late.
    Excuse,
    /// A rule of the rulebook.
    Rule,
    /// Whose hands it was in.
    Hands,
    /// Who got the documents back.
    Recipient,
    /// A rung of the ladder.
    Rung,
    /// An expected return.
    Until,
    /// The visitor's organisation.
    Unit,
    /// The visitor's address.
    Address,
    /// The number of the visitor's identity document.
    IdNumber,
    /// How the visitor was told.
    Contact,
    /// Who answered.
    Who,
    /// The first day of a period.
    From,
    /// When somebody is to be seen.
    AppointedAt,
    /// Where somebody is to be seen.
    Place,
    /// A case's number.
    Case,
    /// How it came to light.
    Source,
    /// What is charged.
    Category,
    /// Who is concerned.
    Concerned,
    /// What happened.
    Facts,
    /// What a check found.
    Findings,
    /// What is proposed.
    Proposal,
    /// What it amounts to.
    Conclusion,
    /// Who investigates.
    Team,
    /// What a person concerned says.
    Statement,
    /// On what it rests.
    Grounds,
    /// How an appeal ends.
    Outcome,
    /// What follows.
    Forms,
    /// How grave it is.
    Tier,
    /// Who manages the post.
    Authority,
}

impl Field {
    /// The field as scripts read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "visitor.name",
            Self::Phone => "visitor.phone",
            Self::Words => "words",
            Self::Inquiry => "inquiry",
            Self::Department => "department",
            Self::Staff => "staff",
            Self::Answer
            | Self::Delivery
            | Self::Note
            | Self::Findings
            | Self::Statement
            | Self::Grounds => "text",
            Self::Advice => "advice",
            Self::Opinion => "opinion",
            Self::Reason => "reason",
            Self::ShouldGoTo => "should_go_to",
            Self::Matter => "matter",
            Self::Departments => "departments",
            Self::Superior => "superior",
            Self::Question => "question",
            Self::By => "by",
            Self::Clock => "clock",
            Self::Documents => "brought",
            Self::To | Self::Recipient => "to",
            Self::Handover => "handover",
            Self::Promised => "promised",
            Self::StaffNumber => "number",
            Self::Roles => "roles",
            Self::OfficeName => "office",
            Self::Request => "request",
            Self::Step => "step",
            Self::Told => "told",
            Self::How => "how",
            Self::Whom => "whom",
            Self::Excuse => "excuse",
            Self::Rule => "rule",
            Self::Hands => "hands",
            Self::Rung => "rung",
            Self::Until => "until",
            Self::Unit => "visitor.unit",
            Self::Address => "visitor.address",
            Self::IdNumber => "visitor.id_number",
            Self::Contact => "contact",
            Self::Who => "contact.who",
            Self::From => "from",
            Self::Paper => "paper",
            Self::AppointedAt => "appointment.at",
            Self::Place => "appointment.place",
            Self::Case => "case",
            Self::Source => "source",
            Self::Category => "category",
            Self::Concerned => "about",
            Self::Facts => "facts",
            Self::Proposal => "proposal",
            Self::Conclusion => "conclusion",
            Self::Team => "team",
            Self::Outcome => "outcome",
            Self::Forms => "forms",
            Self::Tier => "tier",
            Self::Authority => "authority",
        }
    }
}
