//! Telling what is missing, once, and taking what is brought (D1 art. 2.6, D11 art. 2).

use std::collections::BTreeSet;

use super::{Draft, LINE_LIMIT, required, within};
use crate::domain::catalog::{Checklist, Circumstance, CircumstanceId, Matter, Tick, Ticks};
use crate::domain::command::{Bring, GivePaper, Notify};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::event::{Event, PaperGiven};
use crate::domain::inquiry::state::{Notice, Stage};
use crate::domain::notice::NoticeContent;
use crate::domain::paper::{Paper, PaperKind};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::Act;

pub(super) fn notify(draft: &mut Draft, command: &Notify) -> Result<(), Refusal> {
    draft.must_have_in_hand()?;
    let mut content = content(draft, command)?;
    if content.is_complete() {
        return Err(Refusal::NothingMissing);
    }
    let reason = within(&command.reason, Field::Reason, LINE_LIMIT)?;
    super::polite(&reason, draft.ground.rules)?;
    for one in &command.invalid {
        super::polite(&one.why, draft.ground.rules)?;
    }
    let added = added_later(&draft.state.notices, &content);
    let rules = draft.ground.rules;
    if !added.is_empty() && reason.is_empty() {
        return Err(Refusal::SecondNotice {
            documents: added,
            clause: rules.told_once.clone(),
        });
    }
    let supplement = rules.papers.supplement.is_some() && draft.state.taken_in_at.is_some();
    let marks = draft.ground.marks;
    let mark = if supplement {
        &marks.supplement
    } else {
        &marks.notice
    };
    let notice = draft.ground.paper_number(mark);
    // Whoever told the last list left it out.
    let charged = teller(&draft.state.papers);
    let by = draft.ground.actor.number.clone();
    let leg = draft.state.current_leg().no;
    let invalid = content.take_reasons();
    draft.record(Event::Notified {
        notice,
        content: Box::new(content),
        invalid: invalid.into(),
        told: command.told,
        by,
        second: !added.is_empty(),
        charged: charged.filter(|_| !added.is_empty()),
        supplement,
        reason: reason.into(),
    });
    draft.happened(&Act::Notified, leg)
}

/// Who told the last notice.
fn teller(papers: &[Paper]) -> Option<StaffNo> {
    let told = |one: &&Paper| matches!(one.kind, PaperKind::Notice | PaperKind::Supplement);
    let last = papers.iter().rev().find(told)?;
    last.given.first().map(|one| one.by.clone())
}

fn content(draft: &Draft, command: &Notify) -> Result<NoticeContent, Refusal> {
    let matter = draft.ground.matter.ok_or_else(|| {
        if command.matter.trim().is_empty() {
            Refusal::Empty(Field::Matter)
        } else {
            Refusal::UnknownMatter(command.matter.clone())
        }
    })?;
    let chosen = circumstances(matter, draft.ground.circumstances, &command.circumstances)?;
    let ids: BTreeSet<CircumstanceId> = chosen.iter().map(|one| one.id.clone()).collect();
    let list = Checklist::new(matter, &ids);
    let ticks = ticks(&list, command)?;
    Ok(NoticeContent::new(
        draft.ground.catalog.clone(),
        matter,
        &chosen,
        &ticks,
    ))
}

/// The circumstances named, each once.
fn circumstances(
    matter: &Matter,
    known: &[Circumstance],
    named: &[String],
) -> Result<Vec<Circumstance>, Refusal> {
    let mut chosen: Vec<Circumstance> = Vec::new();
    for name in named {
        let one = known
            .iter()
            .find(|one| matter.has_circumstance(&one.id) && one.is_named(name))
            .ok_or_else(|| Refusal::UnknownCircumstance(name.trim().to_owned()))?;
        if !chosen.contains(one) {
            chosen.push(one.clone());
        }
    }
    Ok(chosen)
}

fn ticks(list: &Checklist, command: &Notify) -> Result<Ticks, Refusal> {
    let of = u32::try_from(list.items().len()).unwrap_or(u32::MAX);
    let unknown = |number| Refusal::UnknownDocument { number, of };
    let mut ticks = list.brought(&command.brought).map_err(unknown)?;
    for invalid in &command.invalid {
        let item = list
            .item(invalid.document)
            .ok_or_else(|| unknown(invalid.document))?;
        let why = required(&invalid.why, Field::Reason)?;
        ticks.insert(item.document.name.clone(), Tick::Invalid(why));
    }
    Ok(ticks)
}

/// Documents missing now that no earlier notice had on its list.
fn added_later(earlier: &[Notice], content: &NoticeContent) -> Vec<String> {
    if earlier.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<&str> = earlier
        .iter()
        .flat_map(|notice| &notice.content.documents)
        .map(|document| document.name.as_str())
        .collect();
    content
        .missing
        .iter()
        .flat_map(|want| &want.documents)
        .filter_map(|number| content.document(*number))
        .filter(|document| !known.contains(document.name.as_str()))
        .map(|document| document.name.clone())
        .collect()
}

/// A paper was printed, read out or shown: by whom and how goes on the record.
pub(super) fn give(draft: &mut Draft, command: &GivePaper) -> Result<(), Refusal> {
    let number = required(&command.paper, Field::Paper)?;
    if !draft.state.papers.iter().any(|one| one.number == number) {
        return Err(Refusal::UnknownPaper(number));
    }
    draft.record(Event::PaperGiven(PaperGiven {
        paper: number,
        told: command.told,
        by: draft.ground.actor.number.clone(),
    }));
    Ok(())
}

pub(super) fn bring(draft: &mut Draft, command: &Bring) -> Result<(), Refusal> {
    draft.must_keep()?;
    if draft.state.stage == Stage::Answered {
        return Err(Refusal::AlreadyResolved);
    }
    let notice = draft.state.notices.last().ok_or(Refusal::NoNotice)?;
    if command.brought.is_empty() {
        return Err(Refusal::Empty(Field::Documents));
    }
    let of = u32::try_from(notice.content.documents.len()).unwrap_or(u32::MAX);
    if let Some(&number) = command
        .brought
        .iter()
        .find(|number| **number == 0 || **number > of)
    {
        return Err(Refusal::UnknownDocument { number, of });
    }
    let mut all = notice.brought.clone();
    all.extend(&command.brought);
    let complete = notice
        .content
        .missing
        .iter()
        .all(|want| want.documents.iter().any(|n| all.contains(n)));
    let number = notice.number.clone();
    super::own::came_on_another_day(draft)?;
    let leg = draft.state.current_leg().no;
    draft.record(Event::Brought {
        notice: number,
        documents: command.brought.clone(),
        complete,
    });
    if complete {
        draft.happened(&Act::Brought, leg)
    } else {
        Ok(())
    }
}
