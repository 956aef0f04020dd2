//! Documents that are kept for the visitor: listed, counted, handed over signed, given back.

use super::{Draft, LINE_LIMIT, required, within};
use crate::domain::command::{GiveBackDocuments, KeepDocuments};
use crate::domain::ids::StaffNo;
use crate::domain::inquiry::event::{CustodyMoved, DocumentsKept, DocumentsReturned, Event};
use crate::domain::refusal::{Bar, Field, Refusal};

/// The lines of a list that say something.
pub(super) fn listed(documents: &[String]) -> Result<Vec<String>, Refusal> {
    let mut all = Vec::new();
    for document in documents {
        let document = within(document, Field::Documents, LINE_LIMIT)?;
        if !document.is_empty() {
            all.push(document);
        }
    }
    if all.is_empty() {
        return Err(Refusal::Empty(Field::Documents));
    }
    Ok(all)
}

pub(super) fn keep(draft: &mut Draft, command: &KeepDocuments) -> Result<(), Refusal> {
    draft.must_keep()?;
    let documents = listed(&command.documents)?;
    draft.record(Event::DocumentsKept(Box::new(DocumentsKept {
        by: draft.ground.actor.number.clone(),
        documents: documents.into(),
    })));
    Ok(())
}

/// Whoever holds the inquiry counts the documents and takes them over.
pub(super) fn take(draft: &mut Draft) -> Result<(), Refusal> {
    draft.must_keep()?;
    if draft.state.current_leg().signed_at.is_none() {
        return Err(Refusal::NotSigned);
    }
    let to = draft.ground.actor.number.clone();
    move_to(draft, &to)
}

/// Moves everything in custody to one person, with a fact for each who had some.
pub(super) fn move_to(draft: &mut Draft, to: &StaffNo) -> Result<(), Refusal> {
    let mut moves: Vec<CustodyMoved> = Vec::new();
    for one in draft.state.in_custody().filter(|one| &one.keeper != to) {
        match moves.iter_mut().find(|known| known.from == one.keeper) {
            Some(known) => known.documents.push(one.no),
            None => moves.push(CustodyMoved {
                from: one.keeper.clone(),
                to: to.clone(),
                documents: vec![one.no],
            }),
        }
    }
    if moves.is_empty() {
        return Err(Refusal::Barred(Bar::NotInCustody(0)));
    }
    for fact in moves {
        draft.record(Event::CustodyMoved(Box::new(fact)));
    }
    Ok(())
}

pub(super) fn give_back(draft: &mut Draft, command: &GiveBackDocuments) -> Result<(), Refusal> {
    let actor = &draft.ground.actor.number;
    let mut documents = command.documents.clone();
    documents.sort_unstable();
    documents.dedup();
    if documents.is_empty() {
        let mine = draft.state.in_custody().filter(|one| &one.keeper == actor);
        documents = mine.map(|one| one.no).collect();
        if documents.is_empty() {
            return Err(match draft.state.in_custody().next() {
                Some(one) => Refusal::NotYours {
                    holder: one.keeper.clone(),
                },
                None => Refusal::Barred(Bar::NotInCustody(0)),
            });
        }
    }
    for no in &documents {
        let mut kept = draft.state.in_custody();
        let one = kept
            .find(|one| one.no == *no)
            .ok_or(Refusal::Barred(Bar::NotInCustody(*no)))?;
        if &one.keeper != actor {
            return Err(Refusal::NotYours {
                holder: one.keeper.clone(),
            });
        }
    }
    let to = required(&command.to, Field::Recipient)?;
    draft.record(Event::DocumentsReturned(Box::new(DocumentsReturned {
        by: actor.clone(),
        documents,
        to: to.into(),
    })));
    Ok(())
}

/// Refuses an end while the visitor's documents lie somewhere.
pub(super) fn none_left(draft: &Draft) -> Result<(), Refusal> {
    match draft.state.in_custody().next() {
        Some(one) => Err(Refusal::Barred(Bar::InCustody {
            count: draft.state.custody_count(),
            keeper: one.keeper.clone(),
        })),
        None => Ok(()),
    }
}
