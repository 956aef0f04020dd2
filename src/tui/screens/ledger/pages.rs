//! Turning the pages: each is read when it is turned to, from the number that it
//! begins after.

use std::collections::HashMap;

use super::{Ledger, paint};
use crate::i18n::Lang;
use crate::store::{Count, InquiryRow, Side};
use crate::tui::screen::{Ctx, Outcome};
use crate::tui::widgets::list::Step;

impl Ledger {
    fn limit(&self) -> u32 {
        u32::try_from(paint::rows(self.area)).unwrap_or(20)
    }

    fn fetch(&self, cx: &Ctx, side: &Side) -> Vec<InquiryRow> {
        let page = cx.desk.read().ledger(&self.sought, side, self.limit());
        let mut page = page.unwrap_or_default();
        if cx.lang == Lang::En {
            in_english(cx, &mut page);
        }
        page
    }

    /// Begins anew with what is sought now.
    pub(super) fn seek(&mut self, cx: &Ctx) -> Outcome {
        self.page = self.fetch(cx, &Side::Newest);
        self.at = 0;
        self.above = Some(0);
        self.count = None;
        Outcome::Moved
    }

    pub(super) fn step(&mut self, cx: &Ctx, step: Step) -> Outcome {
        let before = (self.selected().map(|row| row.inquiry.clone()), self.above);
        match step {
            Step::Down if self.at + 1 < self.page.len() => self.at += 1,
            Step::Down => self.older(cx, 0),
            Step::Up if self.at > 0 => self.at -= 1,
            Step::Up => self.newer(cx, usize::MAX),
            Step::PageDown => self.older(cx, self.at),
            Step::PageUp => self.newer(cx, self.at),
            Step::First => {
                self.page = self.fetch(cx, &Side::Newest);
                (self.at, self.above) = (0, Some(0));
            }
            Step::Last => {
                self.page = self.fetch(cx, &Side::Oldest);
                self.at = self.page.len().saturating_sub(1);
                self.above = match self.count {
                    Some(Count::Exactly(count)) => {
                        Some(count - (self.page.len() as u64).min(count))
                    }
                    Some(Count::AtLeast(_)) | None => None,
                };
            }
        }
        if before == (self.selected().map(|row| row.inquiry.clone()), self.above) {
            return Outcome::Handled;
        }
        Outcome::Moved
    }

    /// Turns to the page of what is older.
    fn older(&mut self, cx: &Ctx, at: usize) {
        let Some(last) = self.page.last().map(|row| row.inquiry.clone()) else {
            return;
        };
        let page = self.fetch(cx, &Side::Older(last));
        if page.is_empty() {
            self.at = self.page.len().saturating_sub(1);
            return;
        }
        self.above = self.above.map(|above| above + self.page.len() as u64);
        self.at = at.min(page.len() - 1);
        self.page = page;
    }

    /// Turns to the page of what is newer.
    fn newer(&mut self, cx: &Ctx, at: usize) {
        let Some(first) = self.page.first().map(|row| row.inquiry.clone()) else {
            return;
        };
        let page = self.fetch(cx, &Side::Newer(first));
        if page.is_empty() {
            self.at = 0;
            self.above = Some(0);
            return;
        }
        let turned = page.len();
        if turned < self.limit() as usize {
            // The first page is a whole one: the row that was next stays selected.
            self.page = self.fetch(cx, &Side::Newest);
            self.above = Some(0);
            self.at = if at == usize::MAX { turned - 1 } else { 0 };
        } else {
            self.above = self.above.map(|above| above.saturating_sub(turned as u64));
            self.page = page;
            self.at = at.min(self.page.len() - 1);
        }
    }

    /// Reads the page again; the same inquiry stays selected.
    pub(super) fn again(&mut self, cx: &Ctx) {
        let selected = self.selected().map(|row| row.inquiry.clone());
        let side = match (self.above, self.page.first()) {
            (Some(0), _) | (_, None) => Side::Newest,
            (_, Some(first)) => Side::From(first.inquiry.clone()),
        };
        self.page = self.fetch(cx, &side);
        let Some(selected) = selected else { return };
        let place = |page: &[InquiryRow]| page.iter().position(|row| row.inquiry == selected);
        if let Some(at) = place(&self.page) {
            self.at = at;
            return;
        }
        // So much came in that it is no longer on this page.
        let page = self.fetch(cx, &Side::From(selected.clone()));
        if page.is_empty() {
            self.at = self.at.min(self.page.len().saturating_sub(1));
        } else {
            (self.page, self.at, self.above) = (page, 0, None);
        }
    }
}

/// The rows keep the matter's name as it stood in the catalogue, in Chinese.
fn in_english(cx: &Ctx, page: &mut [InquiryRow]) {
    let names: HashMap<_, _> = cx
        .desk
        .read()
        .matters()
        .unwrap_or_default()
        .into_iter()
        .map(|matter| (matter.id, matter.name_en))
        .collect();
    for row in page {
        if let Some(name) = names.get(&row.matter_id).filter(|name| !name.is_empty()) {
            row.matter.clone_from(name);
        }
    }
}
