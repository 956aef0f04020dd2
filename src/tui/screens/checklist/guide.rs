//! What the office has published of a matter, and of itself.

use super::ChecklistScreen;
use crate::guide::{Guide, Kept};
use crate::i18n::fault;
use crate::i18n::guide::Say;
use crate::store::StoreError;
use crate::tui::screen::{Ctx, Message, Outcome, Sheet};

/// Columns of a guide that is read on a wide screen.
const WIDEST: u16 = 100;

impl ChecklistScreen {
    /// The published guide to the matter in front.
    pub(super) fn guide(&self, cx: &Ctx) -> Outcome {
        let Some(case) = &self.case else {
            return Outcome::Handled;
        };
        let made = Kept::of(cx.desk, cx.lang).map(|kept| {
            let listed = (case.matter.clone(), case.known.clone());
            Guide::of_matter(&kept.about(), &listed)
        });
        let file = crate::guide::publish::file_of(&case.matter);
        self.shown(cx, made, &file.replace(".html", ".txt"))
    }

    /// The published guide to the office.
    pub(super) fn office_guide(&self, cx: &Ctx) -> Outcome {
        let made = Kept::of(cx.desk, cx.lang).and_then(|kept| {
            let matters = kept.matters()?;
            Ok(Guide::of_office(&kept.about(), &matters))
        });
        self.shown(cx, made, "office.txt")
    }

    fn shown(&self, cx: &Ctx, made: Result<Guide, StoreError>, file: &str) -> Outcome {
        match made {
            Ok(guide) => {
                let width = self.area.width.saturating_sub(4).clamp(20, WIDEST);
                Outcome::Show(Box::new(Sheet {
                    title: format!("{} {}", Say::Guide.text(cx.lang), guide.title),
                    text: guide.text(usize::from(width)),
                    file: file.to_owned(),
                }))
            }
            Err(error) => Outcome::Say(Message::bad(fault::store(cx.lang, &error))),
        }
    }
}
