//! What is typed into the form, in which order, and how it is kept.

use serde::{Deserialize, Serialize};

use crate::domain::command::{Urgency, dialled};
use crate::domain::inquiry::{LINE_LIMIT, TEXT_LIMIT};
use crate::domain::rulebook::RouteId;
use crate::domain::time::Moment;
use crate::store::Known;
use crate::tui::widgets::{Field, Picker};

/// One field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// How it arrived.
    Channel,
    /// What is asked for, where the rulebook names kinds.
    Kind,
    /// How pressing it is.
    Urgency,
    /// When it was received, where that was earlier.
    Received,
    /// Why it is entered late.
    Reason,
    /// Telephone.
    #[default]
    Phone,
    /// Name.
    Name,
    /// Organisation.
    Unit,
    /// Number of an identity document.
    IdNumber,
    /// Address.
    Address,
    /// What the visitor left with us.
    Left,
    /// Why what was entered is corrected.
    Why,
    /// Matter.
    Matter,
    /// The exact doubt.
    Words,
    /// How it goes on.
    Route,
    /// The answer given on the spot.
    Answer,
    /// When an answer is promised.
    Promised,
    /// Who takes it over.
    Receiver,
    /// Whether the visitor is led there.
    Accompany,
    /// One of several departments.
    Department,
    /// Who is asked.
    Superior,
    /// What is asked.
    Question,
    /// What was advised.
    Advice,
}

/// How a field is filled.
#[derive(Debug)]
pub enum Filling<'a> {
    /// By a digit from a short list.
    Digit,
    /// By typing.
    Text(&'a mut Field),
    /// By typing a few letters and taking a hit.
    Picker(&'a mut Picker),
}

/// The form. What was typed for one route stays when another is chosen.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Form {
    /// When the first key was typed, while the form has not been taken up from a draft.
    pub began: Began,
    /// Where one types.
    pub focus: Entry,
    /// How it arrived.
    pub channel: Picker,
    /// Whether the channels are few enough to stand side by side.
    pub channels_fit: bool,
    /// What is asked for; no choices where the rulebook names no kinds.
    pub kind: Picker,
    /// Kinds with which nobody comes: an order from above has no visitor (D1 art. 3.2).
    pub without_visitor: Vec<String>,
    /// How pressing.
    pub urgency: Urgency,
    /// Whether the visitor goes first.
    pub green: bool,
    /// Whether the visitor is one of our own (D7 1.2).
    pub internal: bool,
    /// Whether it was received earlier.
    pub back_entry: bool,
    /// When it was received.
    pub received: Field,
    /// Why it is entered late.
    pub reason: Field,
    /// Telephone.
    pub phone: Field,
    /// Name.
    pub name: Field,
    /// Organisation.
    pub unit: Field,
    /// Whether the fields that are seldom needed are asked for.
    pub more: bool,
    /// Number of an identity document.
    pub id_number: Field,
    /// Address.
    pub address: Field,
    /// What the visitor left with us.
    pub left: Field,
    /// The earlier inquiry that this visit goes on with; empty for a first visit.
    pub follows: String,
    /// The inquiry whose fields these are, when they are being corrected; else empty.
    pub correcting: String,
    /// Why they are corrected.
    pub why: Field,
    /// Matter.
    pub matter: Picker,
    /// The exact doubt.
    pub words: Field,
    /// How it goes on.
    pub route: Option<RouteId>,
    /// The answer given on the spot.
    pub answer: Field,
    /// When an answer is promised.
    pub promised: Field,
    /// Who takes it over.
    pub receiver: Picker,
    /// Whether the visitor is led there.
    pub accompany: bool,
    /// The next department.
    pub department: Picker,
    /// The departments chosen, the lead first.
    pub departments: Vec<String>,
    /// Who is asked.
    pub superior: Picker,
    /// What is asked.
    pub question: Field,
    /// What was advised.
    pub advice: Field,
    /// The form's own id on the record, so that it is saved once only.
    pub request: String,
}

/// Columns for a picker's hits are set by the layout; this many rows until then.
const ROWS: usize = 3;
/// Rows of an open list: as many as there are digits.
pub const MENU: usize = 9;

/// Since when a form is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Began {
    /// Nothing was typed yet.
    #[default]
    Untouched,
    /// Since then.
    At(Moment),
    /// It was taken up from a draft: nobody knows how long it took.
    Unknown,
}

impl Began {
    /// Notes the first key.
    pub fn touch(&mut self, now: Moment) {
        if *self == Self::Untouched {
            *self = Self::At(now);
        }
    }

    /// Seconds until `now`, at least one; 0 where it is not known.
    pub fn seconds(self, now: Moment) -> u32 {
        match self {
            Self::At(at) => u32::try_from(now.seconds_since(at).max(1)).unwrap_or(0),
            Self::Untouched | Self::Unknown => 0,
        }
    }
}

impl Default for Form {
    fn default() -> Self {
        Self {
            began: Began::default(),
            focus: Entry::default(),
            channel: Picker::new(MENU, LINE_LIMIT).menu(),
            channels_fit: true,
            kind: Picker::new(MENU, LINE_LIMIT).menu(),
            without_visitor: Vec::new(),
            urgency: Urgency::Normal,
            green: false,
            internal: false,
            back_entry: false,
            received: Field::new(20),
            reason: Field::new(LINE_LIMIT),
            phone: Field::new(30),
            name: Field::new(LINE_LIMIT),
            unit: Field::new(LINE_LIMIT),
            more: false,
            id_number: Field::new(LINE_LIMIT),
            address: Field::new(LINE_LIMIT),
            left: Field::new(LINE_LIMIT),
            follows: String::new(),
            correcting: String::new(),
            why: Field::new(LINE_LIMIT),
            matter: Picker::new(ROWS, LINE_LIMIT).digits(),
            words: Field::new(TEXT_LIMIT),
            route: None,
            answer: Field::new(TEXT_LIMIT),
            promised: Field::new(30),
            receiver: Picker::new(ROWS, LINE_LIMIT).digits().eager(),
            accompany: false,
            department: Picker::new(ROWS, LINE_LIMIT).digits(),
            departments: Vec::new(),
            superior: Picker::new(ROWS, LINE_LIMIT).digits().eager(),
            question: Field::new(TEXT_LIMIT),
            advice: Field::new(TEXT_LIMIT),
            request: String::new(),
        }
    }
}

impl Form {
    /// The fields in the order of Enter, as the choices so far ask for them.
    pub fn order(&self) -> Vec<Entry> {
        let mut order = vec![Entry::Channel, Entry::Urgency];
        if self.corrects() {
            order.push(Entry::Received);
        } else if self.back_entry {
            order.extend([Entry::Received, Entry::Reason]);
        }
        if self.asks_kind() {
            order.push(Entry::Kind);
        }
        if self.has_visitor() {
            order.extend_from_slice(self.of_visitor());
        }
        order.extend([Entry::Matter, Entry::Words]);
        if self.corrects() {
            order.push(Entry::Why);
            return order;
        }
        order.push(Entry::Route);
        let asked = asked_by(self.route).iter();
        // Nobody comes who could be led anywhere.
        order.extend(asked.filter(|entry| self.has_visitor() || **entry != Entry::Accompany));
        order
    }

    /// The visitor's fields; what is seldom needed stands behind what is asked always.
    fn of_visitor(&self) -> &'static [Entry] {
        use Entry::{Address, IdNumber, Left, Name, Phone, Unit};
        match (self.more, self.corrects()) {
            (false, _) => &[Phone, Name, Unit],
            (true, false) => &[Phone, Left, Name, IdNumber, Unit, Address],
            // What was left is handed back, not corrected.
            (true, true) => &[Phone, Name, IdNumber, Unit, Address],
        }
    }

    /// Whether these are the fields of an inquiry on record.
    pub fn corrects(&self) -> bool {
        !self.correcting.is_empty()
    }

    /// It came in some way and asks for something: the first of each, unless another
    /// is said.
    pub fn take_defaults(&mut self) {
        for picker in [&mut self.channel, &mut self.kind] {
            if picker.is_blank() {
                picker.take_at(0);
            }
        }
    }

    /// Where one goes on when the field one typed in is asked for no longer.
    pub fn home(&self) -> Entry {
        if self.has_visitor() {
            Entry::default()
        } else {
            Entry::Kind
        }
    }

    /// Whether the rulebook tells kinds of request apart.
    pub fn asks_kind(&self) -> bool {
        !self.kind.choices().is_empty()
    }

    /// Whether somebody stands there.
    pub fn has_visitor(&self) -> bool {
        !self.without_visitor.iter().any(|id| id == self.kind.id())
    }

    /// Whether Enter would save here.
    pub fn at_last(&self) -> bool {
        self.order().last() == Some(&self.focus)
    }

    /// Goes to the next or the field before, round the ends.
    pub fn go(&mut self, forward: bool) {
        let order = self.order();
        let here = order.iter().position(|entry| *entry == self.focus);
        let here = here.unwrap_or_default();
        let next = if forward {
            here + 1
        } else {
            here + order.len() - 1
        };
        self.focus = order[next % order.len()];
    }

    /// How a field is filled.
    pub fn filling(&mut self, entry: Entry) -> Filling<'_> {
        match entry {
            Entry::Channel if !self.channels_fit => Filling::Picker(&mut self.channel),
            Entry::Channel | Entry::Urgency | Entry::Route | Entry::Accompany => Filling::Digit,
            Entry::Kind => Filling::Picker(&mut self.kind),
            Entry::Received => Filling::Text(&mut self.received),
            Entry::Reason => Filling::Text(&mut self.reason),
            Entry::Phone => Filling::Text(&mut self.phone),
            Entry::Name => Filling::Text(&mut self.name),
            Entry::Unit => Filling::Text(&mut self.unit),
            Entry::IdNumber => Filling::Text(&mut self.id_number),
            Entry::Address => Filling::Text(&mut self.address),
            Entry::Left => Filling::Text(&mut self.left),
            Entry::Why => Filling::Text(&mut self.why),
            Entry::Words => Filling::Text(&mut self.words),
            Entry::Answer => Filling::Text(&mut self.answer),
            Entry::Promised => Filling::Text(&mut self.promised),
            Entry::Question => Filling::Text(&mut self.question),
            Entry::Advice => Filling::Text(&mut self.advice),
            Entry::Matter => Filling::Picker(&mut self.matter),
            Entry::Receiver => Filling::Picker(&mut self.receiver),
            Entry::Department => Filling::Picker(&mut self.department),
            Entry::Superior => Filling::Picker(&mut self.superior),
        }
    }

    /// The picker of a field, if it has one.
    pub fn picker(&self, entry: Entry) -> Option<&Picker> {
        if entry == Entry::Channel && self.channels_fit {
            return None;
        }
        let pickers = [
            (Entry::Channel, &self.channel),
            (Entry::Kind, &self.kind),
            (Entry::Matter, &self.matter),
            (Entry::Receiver, &self.receiver),
            (Entry::Department, &self.department),
            (Entry::Superior, &self.superior),
        ];
        pickers
            .into_iter()
            .find_map(|(own, picker)| (own == entry).then_some(picker))
    }

    /// The text of a field, if it is typed.
    pub fn text(&self, entry: Entry) -> Option<&Field> {
        self.texts()
            .into_iter()
            .find_map(|(own, field)| (own == entry).then_some(field))
    }

    /// What is known so far of whoever stands there; nothing while fields of an
    /// inquiry on record are corrected.
    pub fn who(&self) -> Known {
        if self.corrects() || !self.has_visitor() {
            return Known::default();
        }
        Known {
            phone: self.phone_digits(),
            name: self.name.value().trim().to_owned(),
            unit: self.unit.value().trim().to_owned(),
            id_number: self.id_number.value().trim().to_owned(),
        }
    }

    /// The digits of the telephone, with a leading `+` kept, as the record has it.
    pub fn phone_digits(&self) -> String {
        dialled(self.phone.value())
    }

    /// Whether nothing has been entered.
    pub fn is_blank(&self) -> bool {
        let pickers = [
            &self.matter,
            &self.receiver,
            &self.department,
            &self.superior,
        ];
        self.texts().iter().all(|(_, field)| field.is_blank())
            && pickers.into_iter().all(Picker::is_blank)
            && self.departments.is_empty()
            && self.route.is_none()
            && !self.green
            && !self.internal
            && !self.accompany
            && !self.corrects()
            && self.follows.is_empty()
            && [&self.channel, &self.kind].into_iter().all(is_first)
            && self.urgency == Urgency::Normal
    }

    pub(super) fn texts(&self) -> [(Entry, &Field); 14] {
        [
            (Entry::Received, &self.received),
            (Entry::Reason, &self.reason),
            (Entry::Phone, &self.phone),
            (Entry::Name, &self.name),
            (Entry::Unit, &self.unit),
            (Entry::IdNumber, &self.id_number),
            (Entry::Address, &self.address),
            (Entry::Left, &self.left),
            (Entry::Why, &self.why),
            (Entry::Words, &self.words),
            (Entry::Answer, &self.answer),
            (Entry::Promised, &self.promised),
            (Entry::Question, &self.question),
            (Entry::Advice, &self.advice),
        ]
    }
}

/// Whether a list stands as the form begins with it.
fn is_first(picker: &Picker) -> bool {
    picker.is_blank() || picker.place() == Some(0)
}

/// The fields that a route asks for.
fn asked_by(route: Option<RouteId>) -> &'static [Entry] {
    match route {
        Some(RouteId::AnswerNow) => &[Entry::Answer],
        Some(RouteId::MineLater) => &[Entry::Promised],
        Some(RouteId::HandOff) => &[Entry::Receiver, Entry::Accompany],
        Some(RouteId::Several) => &[Entry::Department],
        Some(RouteId::Unclear) => &[Entry::Superior, Entry::Question],
        Some(RouteId::Outside) => &[Entry::Advice],
        Some(RouteId::Incomplete) | None => &[],
    }
}
