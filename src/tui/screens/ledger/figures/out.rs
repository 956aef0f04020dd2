//! The period on the screen as a file.

use crate::i18n::{export as say, figures};
use crate::sheet::export::{Kind, Order};
use crate::store::Part;
use crate::tui::screen::{Ctx, Outcome, TakeOut};
use crate::tui::screens::ledger::Ledger;
use crate::tui::screens::ledger::forms::picker;
use crate::tui::widgets::Dialog;
use crate::tui::widgets::dialog::Entry;
use crate::tui::widgets::picker::Choice;

/// The most characters of a reason.
const REASON: usize = 200;

impl Ledger {
    /// Asks what goes out, and for what.
    pub(in crate::tui::screens::ledger) fn export_form(&self, cx: &Ctx) -> Dialog {
        let period = self.figures.as_ref().map(|view| figures::span(view.span));
        let choice = |(id, label): (&str, &str)| Choice {
            id: id.to_owned(),
            label: label.to_owned(),
            detail: String::new(),
            also: vec![id.to_owned()],
        };
        let kinds = say::kinds(cx.lang).map(choice).to_vec();
        let title = format!("{} {}", cx.say(say::TITLE), period.unwrap_or_default());
        Dialog::new(
            title,
            vec![
                Entry::pick(cx.say(say::WHICH), picker(kinds)),
                Entry::text(cx.say(say::IN_CLEAR), REASON),
            ],
        )
        .advising(cx.say(say::ADVICE))
    }

    /// Takes the period out.
    pub(in crate::tui::screens::ledger) fn take_out(
        &mut self,
        cx: &Ctx,
        kind: &str,
        reason: &str,
    ) -> Outcome {
        let Some(view) = &self.figures else {
            return Outcome::Handled;
        };
        let csv = |part, gb18030| Kind::Csv { part, gb18030 };
        let kind = match kind {
            "csv" => csv(Some(Part::Ledger), false),
            "gb18030" => csv(Some(Part::Ledger), true),
            "figures" => csv(None, false),
            _ => Kind::Xlsx,
        };
        let name = match kind {
            Kind::Xlsx | Kind::Csv { part: Some(_), .. } => "ledger",
            Kind::Csv { part: None, .. } => "figures",
        };
        let ending = match kind {
            Kind::Xlsx => "xlsx",
            Kind::Csv { .. } => "csv",
        };
        let days = if figures::span(view.span).contains(' ') {
            format!("{}_{}", view.span.from, view.span.until)
        } else {
            figures::span(view.span)
        };
        self.dialog = None;
        Outcome::Export(Box::new(TakeOut {
            order: Order {
                span: view.span,
                kind,
                reveal: !reason.trim().is_empty(),
                lang: cx.lang,
            },
            reason: reason.to_owned(),
            file: format!("{name}-{days}.{ending}"),
        }))
    }
}
