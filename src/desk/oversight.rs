//! Acts of those who oversee. All of it goes on the office's own record: no inquiry is
//! held and none is changed.

use chrono::{Datelike, NaiveDate};

use super::batch::Batch;
use super::{Actor, DeskError, Done};
use crate::domain::command::{
    AskSampled, CheckContact, Command, DrawSample, EndNote, Envelope, Export, IssueBulletin,
    KeepNote,
};
use crate::domain::ids::NoteNo;
use crate::domain::inquiry::{LINE_LIMIT, TEXT_LIMIT, paper_number};
use crate::domain::office::OfficeEvent;
use crate::domain::oversight::{self, Asked, Checked, Drawn, Exported, Issued, Whose};
use crate::domain::printing::Printing;
use crate::domain::refusal::{Field, Overseeing, Refusal};
use crate::domain::shift::{NoteDone, NoteKept};
use crate::domain::staff::{Person, Role};
use crate::domain::text::is_blank;
use crate::domain::time::Moment;
use crate::store::{Count, Sought, Stream};

/// The mark on a sample's number.
const SAMPLE: &str = include_str!("../builtin/marks/sample.txt");
/// The mark on a bulletin's number.
const BULLETIN: &str = include_str!("../builtin/marks/bulletin.txt");

impl Batch<'_, '_> {
    pub(super) fn on_office(
        &mut self,
        actor: &Actor,
        envelope: &Envelope,
        now: Moment,
    ) -> Result<Done, DeskError> {
        let person = self.person(actor)?;
        let (subject, fact) = if let Command::CheckContact(command) = &envelope.command {
            self.check_contact(&person, command)?
        } else if let Command::DrawSample(command) = &envelope.command {
            self.draw_sample(&person, command, now)?
        } else if let Command::AskSampled(command) = &envelope.command {
            self.ask_sampled(&person, command)?
        } else if let Command::IssueBulletin(command) = &envelope.command {
            self.issue_bulletin(&person, command, now)?
        } else if let Command::KeepNote(command) = &envelope.command {
            self.keep_note(&person, command)?
        } else if let Command::EndNote(command) = &envelope.command {
            self.end_note(&person, command)?
        } else if let Command::SetPrinting(command) = &envelope.command {
            self.set_printing(&person, command)?
        } else if let Command::Export(command) = &envelope.command {
            self.export(&person, command)?
        } else if let Command::EditMatter(command) = &envelope.command {
            self.edit_matter(&person, command, now)?
        } else if let Command::Reveal(command) = &envelope.command {
            self.reveal(&person, command)?
        } else if let Command::ListDestruction(command) = &envelope.command {
            self.list_destruction(&person, command, now)?
        } else if let Command::SignDestruction(command) = &envelope.command {
            self.sign_destruction(&person, command)?
        } else {
            return Err(Refusal::Empty(Field::Inquiry).into());
        };
        let header = self.header(actor.name(), &person.window, now);
        let recorded = self.add_office(&Stream::Office, &header, fact)?;
        Ok(Done {
            subject,
            events: vec![recorded],
            refused: None,
        })
    }

    /// How papers are put on paper: for those who look after the register.
    fn set_printing(
        &mut self,
        person: &Person,
        command: &Printing,
    ) -> Result<(String, OfficeEvent), DeskError> {
        if !person.is(Role::Admin) {
            return Err(Refusal::NotAllowed.into());
        }
        let printing = Printing {
            mark: command.mark.trim().to_owned(),
            printer: line(&command.printer, Field::Note)?,
            font: line(&command.font, Field::Note)?,
            ..command.clone()
        };
        if !printing.mark_fits() {
            return Err(Refusal::MarkMalformed(printing.mark).into());
        }
        let text = printing
            .to_text()
            .map_err(|error| DeskError::Reference(error.to_string()))?;
        self.writer().set_office("printing", &text)?;
        let fact = OfficeEvent::PrintingSet {
            printing,
            by: person.number.clone(),
        };
        Ok((String::new(), fact))
    }

    /// Something stands until it is done; into others' hands a supervisor puts it.
    fn keep_note(
        &mut self,
        person: &Person,
        command: &KeepNote,
    ) -> Result<(String, OfficeEvent), DeskError> {
        let text = words(&command.text)?;
        if text.is_empty() {
            return Err(Refusal::Empty(Field::Note).into());
        }
        let own = command.to.is_empty() || command.to == person.number;
        let holder = if own {
            person.clone()
        } else {
            self.writer
                .read()
                .person(&command.to)?
                .ok_or_else(|| Refusal::UnknownStaff(command.to.clone()))?
        };
        if !own && !person.is(Role::Supervisor) {
            return Err(Refusal::NotAllowed.into());
        }
        if !holder.holds_inquiries() {
            return Err(Refusal::LacksRole {
                staff: holder.number,
                role: Role::Clerk,
            }
            .into());
        }
        let note = self.next_note()?;
        let fact = NoteKept {
            note: note.clone(),
            holder: holder.number,
            by: person.number.clone(),
            instruction: !own,
            text: text.into(),
        };
        Ok((note.0, OfficeEvent::NoteKept(Box::new(fact))))
    }

    /// The number of the next thing that stands.
    pub(super) fn next_note(&self) -> Result<NoteNo, DeskError> {
        let kept = self.writer.read().notes()?.len();
        Ok(NoteNo(format!("N{}", kept + 1)))
    }

    /// Who has it, who asked for it, or a supervisor says that it is done.
    fn end_note(
        &self,
        person: &Person,
        command: &EndNote,
    ) -> Result<(String, OfficeEvent), DeskError> {
        let notes = self.writer.read().notes()?;
        let one = notes
            .into_iter()
            .find(|one| one.kept.note == command.note && !one.done)
            .ok_or_else(|| Refusal::from(Overseeing::NoNote(command.note.clone())))?;
        let theirs = person.number == one.holder || person.number == one.kept.by;
        if !theirs && !person.is(Role::Supervisor) {
            return Err(Refusal::NotAllowed.into());
        }
        let fact = NoteDone {
            note: command.note.clone(),
            by: person.number.clone(),
            text: words(&command.text)?.into(),
        };
        Ok((command.note.0.clone(), OfficeEvent::NoteDone(fact)))
    }

    /// A number that callers are given was tried (D1 art. 2.9).
    fn check_contact(
        &self,
        person: &Person,
        command: &CheckContact,
    ) -> Result<(String, OfficeEvent), DeskError> {
        if !person.holds_inquiries() && !person.is(Role::Admin) {
            return Err(Refusal::NotAllowed.into());
        }
        let department = line(&command.department, Field::Department)?;
        let (whose, phone) = if command.staff.is_empty() {
            if department.is_empty() {
                return Err(Refusal::Empty(Field::Staff).into());
            }
            let whose = Whose::Department(department);
            let phone = line(&command.phone, Field::Phone)?;
            let known = || -> Result<String, DeskError> {
                let checks = self.writer.read().checks()?;
                let last = checks.into_iter().rfind(|(_, check)| check.whose == whose);
                Ok(last.map_or(String::new(), |(_, check)| check.phone))
            };
            let phone = if phone.is_empty() { known()? } else { phone };
            (whose, phone)
        } else {
            let whose = self
                .writer
                .read()
                .person(&command.staff)?
                .ok_or_else(|| Refusal::UnknownStaff(command.staff.clone()))?;
            (Whose::Staff(whose.number), whose.phone)
        };
        if phone.is_empty() {
            return Err(Refusal::from(Overseeing::NoNumber).into());
        }
        let text = words(&command.text)?;
        if command.wrong && text.is_empty() {
            return Err(Refusal::Empty(Field::Note).into());
        }
        let subject = match &whose {
            Whose::Department(name) => name.clone(),
            Whose::Staff(number) => number.0.clone(),
        };
        let fact = Checked {
            whose,
            phone,
            wrong: command.wrong,
            by: person.number.clone(),
            text: text.into(),
        };
        Ok((subject, OfficeEvent::ContactChecked(Box::new(fact))))
    }

    /// Quality control draws a sample of what was closed (D8 art. 4.8).
    fn draw_sample(
        &mut self,
        person: &Person,
        command: &DrawSample,
        now: Moment,
    ) -> Result<(String, OfficeEvent), DeskError> {
        must_be(person, &[Role::Quality])?;
        let (from, to) = self.period(&command.from, &command.to)?;
        if !(1..=100).contains(&command.percent) {
            return Err(Refusal::from(Overseeing::Percent(command.percent)).into());
        }
        let closed = self.writer.read().closed_between(from, to, i64::MAX)?;
        if closed.is_empty() {
            return Err(Refusal::from(Overseeing::NothingClosed).into());
        }
        let mut bytes = [0_u8; 16];
        self.entropy
            .fill(&mut bytes)
            .map_err(crate::store::StoreError::from)?;
        let seed = format!("{:032x}", u128::from_be_bytes(bytes));
        let drawn = self.writer.read().samples()?;
        let earlier = drawn.iter().map(|(_, at, _)| *at);
        let sample = self.numbered(SAMPLE, earlier, now);
        let fact = Drawn {
            sample: sample.clone(),
            from,
            to,
            percent: command.percent,
            of: u32::try_from(closed.len()).unwrap_or(u32::MAX),
            inquiries: oversight::draw(&seed, command.percent, &closed),
            seed,
            by: person.number.clone(),
        };
        Ok((sample, OfficeEvent::SampleDrawn(Box::new(fact))))
    }

    /// Quality control asks the visitor of a sampled inquiry: a record of its own.
    fn ask_sampled(
        &self,
        person: &Person,
        command: &AskSampled,
    ) -> Result<(String, OfficeEvent), DeskError> {
        must_be(person, &[Role::Quality])?;
        if command.number.is_empty() {
            return Err(Refusal::Empty(Field::Inquiry).into());
        }
        let drawn = self.writer.read().samples()?;
        let wanted = command.sample.trim();
        if !wanted.is_empty() && drawn.iter().all(|(_, _, one)| one.sample != wanted) {
            return Err(Refusal::from(Overseeing::NoSample(wanted.to_owned())).into());
        }
        let holds = |one: &Drawn| {
            (wanted.is_empty() || one.sample == wanted) && one.inquiries.contains(&command.number)
        };
        let Some((_, _, sample)) = drawn.into_iter().rfind(|(_, _, one)| holds(one)) else {
            return Err(Refusal::from(Overseeing::NotSampled(command.number.clone())).into());
        };
        if command.level > 5 || (command.level > 0 && !command.reached) {
            return Err(Refusal::NoSuchLevel(command.level).into());
        }
        let text = words(&command.text)?;
        let fine = command.reached && command.settled && command.level != 1 && command.level != 2;
        if !fine && text.is_empty() {
            return Err(Refusal::Empty(Field::Note).into());
        }
        let fact = Asked {
            sample: sample.sample,
            inquiry: command.number.clone(),
            by: person.number.clone(),
            reached: command.reached,
            settled: command.reached.then_some(command.settled),
            level: command.level,
            text: text.into(),
        };
        let subject = command.number.0.clone();
        Ok((subject, OfficeEvent::SampleAsked(Box::new(fact))))
    }

    /// The bulletin of a period (D8 art. 4.10), with the figures of this hour.
    fn issue_bulletin(
        &self,
        person: &Person,
        command: &IssueBulletin,
        now: Moment,
    ) -> Result<(String, OfficeEvent), DeskError> {
        must_be(person, &[Role::Quality, Role::Supervisor])?;
        let (from, to) = self.period(&command.from, &command.to)?;
        let touched = self.writer.read().touched_between(from, to)?;
        let issued = self.writer.read().bulletins()?;
        let earlier = issued.iter().map(|(at, _)| *at);
        let bulletin = self.numbered(BULLETIN, earlier, now);
        let fact = Issued {
            bulletin: bulletin.clone(),
            from,
            to,
            by: person.number.clone(),
            lines: oversight::figures(&touched, from, to),
            text: words(&command.text)?.into(),
        };
        Ok((bulletin, OfficeEvent::BulletinIssued(Box::new(fact))))
    }

    /// A period's inquiries go out as a file. In clear only for those who answer for
    /// the whole house, and for a reason.
    fn export(
        &self,
        person: &Person,
        command: &Export,
    ) -> Result<(String, OfficeEvent), DeskError> {
        let (from, to) = self.period(&command.from, &command.to)?;
        let reason = words(&command.reason)?;
        if command.reveal {
            must_be(person, &[Role::Supervisor, Role::Quality])?;
            if reason.is_empty() {
                return Err(Refusal::Empty(Field::Reason).into());
            }
        }
        let day = |at: Moment| self.office.local(at).date();
        let days = Sought {
            from: Some(day(from)),
            until: day(to).pred_opt(),
            ..Sought::default()
        };
        let inquiries = match self.writer.read().ledger_count(&days)? {
            Count::Exactly(count) | Count::AtLeast(count) => count,
        };
        let fact = Exported {
            from,
            to,
            format: line(&command.format, Field::How)?,
            inquiries,
            revealed: command.reveal,
            by: person.number.clone(),
            reason: reason.into(),
        };
        let subject = inquiries.to_string();
        Ok((subject, OfficeEvent::Exported(Box::new(fact))))
    }

    /// The next number of a series that begins anew each year.
    pub(super) fn numbered(
        &self,
        mark: &str,
        earlier: impl Iterator<Item = Moment>,
        now: Moment,
    ) -> String {
        let year = self.office.local(now).year();
        let this_year = earlier.filter(|at| self.office.local(*at).year() == year);
        let serial = u32::try_from(this_year.count()).unwrap_or(u32::MAX);
        paper_number(mark.trim(), year, serial.saturating_add(1))
    }

    /// The first instant of the first day, and the first after the last day.
    fn period(&self, from: &str, to: &str) -> Result<(Moment, Moment), Refusal> {
        period(self.office, from, to)
    }
}

/// The first instant of the first day, and the first after the last day.
///
/// # Errors
///
/// When a day is none, or the period ends before it begins.
pub fn period(
    office: &crate::domain::deadline::Office,
    from: &str,
    to: &str,
) -> Result<(Moment, Moment), Refusal> {
    let first = day(from, Field::From)?;
    let last = day(to, Field::To)?;
    let after = last.succ_opt().unwrap_or(last);
    if last < first {
        return Err(Overseeing::PeriodTurned.into());
    }
    let start = |date: NaiveDate| office.moment(date.and_time(chrono::NaiveTime::MIN));
    Ok((start(first), start(after)))
}

fn day(given: &str, field: Field) -> Result<NaiveDate, Refusal> {
    let given = given.trim();
    if given.is_empty() {
        return Err(Refusal::Empty(field));
    }
    given
        .parse()
        .map_err(|_| Overseeing::NoDay(field, given.to_owned()).into())
}

fn must_be(person: &Person, roles: &[Role]) -> Result<(), Refusal> {
    if roles.iter().any(|role| person.is(*role)) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed)
    }
}

fn line(text: &str, field: Field) -> Result<String, Refusal> {
    within(text, field, LINE_LIMIT)
}

fn words(text: &str) -> Result<String, Refusal> {
    within(text, Field::Note, TEXT_LIMIT)
}

fn within(text: &str, field: Field, limit: usize) -> Result<String, Refusal> {
    let text = if is_blank(text) { "" } else { text.trim() };
    if text.chars().count() > limit {
        return Err(Refusal::TooLong { field, limit });
    }
    Ok(text.to_owned())
}
