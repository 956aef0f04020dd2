//! What is typed into the form, in which order, and how it is kept.

mod entry;
mod fields;

use crate::domain::command::{Urgency, dialled};
use crate::domain::inquiry::{LINE_LIMIT, TEXT_LIMIT};
use crate::domain::rulebook::RouteId;
use crate::store::Known;
use crate::tui::widgets::{Field, Picker};

use entry::asked_by;
pub use entry::{Began, Entry, Filling};

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
    /// Whether somebody is to be seen elsewhere, or another time.
    pub appointed: bool,
    /// When.
    pub appointed_at: Field,
    /// Where.
    pub place: Field,
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
            appointed: false,
            appointed_at: Field::new(30),
            place: Field::new(LINE_LIMIT),
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
        order.push(Entry::Matter);
        if self.appointed {
            order.extend([Entry::AppointedAt, Entry::Place]);
        }
        order.push(Entry::Words);
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
}

/// Whether a list stands as the form begins with it.
fn is_first(picker: &Picker) -> bool {
    picker.is_blank() || picker.place() == Some(0)
}
