//! The papers of an inquiry, for the screens that show them.

use crate::domain::command::Told;
use crate::domain::inquiry::Inquiry;
use crate::domain::paper::PaperKind;
use crate::papers::Shows;
use crate::store::Recorded;
use crate::tui::screen::{Ctx, PaperSheet};

/// Every paper of an inquiry, the newest first.
pub(super) fn all(cx: &Ctx, state: &Inquiry, events: &[Recorded]) -> Vec<PaperSheet> {
    let papers = state.papers.iter().rev();
    papers
        .filter_map(|paper| {
            let drawn = cx.desktop().draw(state, events, paper, shows(paper.kind))?;
            Some(PaperSheet {
                drawn,
                inquiry: Some(state.number.clone()),
                told: None,
                code: false,
            })
        })
        .collect()
}

/// One paper, as it was just given; its record has the first time already.
pub(super) fn just_given(
    cx: &Ctx,
    state: &Inquiry,
    events: &[Recorded],
    number: &str,
    told: Option<Told>,
) -> Option<PaperSheet> {
    let all = all(cx, state, events);
    let one = all.into_iter().find(|one| one.drawn.number == number)?;
    Some(PaperSheet { told, ..one })
}

/// A slip goes to a receiver who has to reach the visitor; what the visitor takes
/// along covers the telephone.
fn shows(kind: PaperKind) -> Shows {
    match kind {
        PaperKind::Slip | PaperKind::Coordination => Shows::All,
        PaperKind::Notice | PaperKind::Supplement | PaperKind::Acceptance | PaperKind::Return => {
            Shows::Own
        }
    }
}
