//! What the pickers offer, and what the pane says of the form as it stands.

use crate::domain::inquiry::clocks::Terms;
use crate::domain::rulebook::RouteId;
use crate::offer::{self, Habits};
use crate::tui::screen::Ctx;

use super::clocks::{self, Asked, Due};
use super::form::{self, Entry};
use super::units::Units;
use super::visitor::About;
use super::{Register, options, place};

impl Register {
    /// Reads what the pickers offer.
    pub(super) fn load(&mut self, cx: &Ctx) {
        self.roster = cx.offers.roster(cx.desk);
        self.catalogue = cx.offers.catalogue(cx.desk);
        // What cannot be read now is not offered; the queue reports the fault of the file.
        let newest = cx.desk.read().newest(offer::NEWEST).unwrap_or_default();
        self.habits = Habits::of(&newest, &cx.me.number);
        self.units = Units::read(cx, &self.catalogue);
        self.offer(cx);
    }

    /// Gives the pickers their choices.
    pub(super) fn offer(&mut self, cx: &Ctx) {
        self.lang = cx.lang;
        self.offer_of_rulebook(cx);
        let matters = self.catalogue.shelf(&self.habits, cx.lang);
        self.form.matter.set_choices(matters);
        let superiors = self.roster.superiors(cx.me);
        self.form.superior.set_choices(superiors);
        self.offer_receivers(cx);
    }

    /// Channels and kinds of request.
    pub(super) fn offer_of_rulebook(&mut self, cx: &Ctx) {
        let (rules, form) = (cx.desk.rules(), &mut self.form);
        let channels = rules.channels.iter().map(|one| (&one.id, &one.name));
        form.channel
            .set_choices(offer::of_rulebook(channels, cx.lang));
        let kinds = rules.kinds.iter().map(|one| (&one.id, &one.name));
        form.kind.set_choices(offer::of_rulebook(kinds, cx.lang));
        form.take_defaults();
        let internal = rules.kinds.iter().filter(|kind| !kind.visitor);
        form.without_visitor = internal.map(|kind| kind.id.clone()).collect();
        // The same in both languages, so that nothing moves when the language changes.
        let rows = place::channel_rows(!rules.kinds.is_empty());
        let fit = |names: Vec<&str>| options::fits(&names, rows);
        form.channels_fit = fit(rules
            .channels
            .iter()
            .map(|one| one.name.zh.as_str())
            .collect())
            && fit(rules
                .channels
                .iter()
                .map(|one| one.name.en.as_str())
                .collect());
    }

    /// Receivers and departments, the likeliest for what the visitor wants first.
    pub(super) fn offer_receivers(&mut self, cx: &Ctx) {
        let id = self.form.matter.id();
        let matter = self.catalogue.rows().iter().find(|row| row.id == id);
        let asked = matter.map_or(self.form.words.value(), |row| row.name.as_str());
        let mut receivers = self.roster.receivers(&cx.me.number, asked, &self.habits);
        offer::propose_substitutes(cx.desk, cx.lang, cx.names, &mut receivers);
        let departments = self.roster.departments(asked, &self.form.departments);
        self.form.receiver.set_choices(receivers);
        self.form.department.set_choices(departments);
    }

    /// Brings the pane up to date with the form.
    pub(super) fn reckon(&mut self, cx: &Ctx) {
        if self.lang != cx.lang {
            self.offer(cx);
        }
        if self.about.as_ref().map(About::id) != Some(self.form.matter.id()) {
            self.about = About::read(cx, self.form.matter.id());
        }
        let terms = Terms {
            rules: cx.desk.rules(),
            office: cx.desk.office(),
            matter: self.about.as_ref().map(About::matter),
            now: cx.now,
        };
        let asked = Asked {
            route: None,
            kind: self.form.kind.id(),
            channel: self.form.channel.id(),
            received: self.form.received_at(cx).unwrap_or(cx.now),
            promised: None,
        };
        let unrouted = clocks::ahead(&asked, &terms);
        self.due = unrouted.iter().find_map(|clock| match clock.due {
            Due::At(at, _) => Some(at),
            Due::After(_) => None,
        });
        let route = self.form.route;
        let promised = self.form.promised_at(cx, self.due);
        let promised = promised.filter(|at| route == Some(RouteId::MineLater) && *at >= cx.now);
        self.clocks = match route {
            None => unrouted,
            Some(_) => clocks::ahead(
                &Asked {
                    route,
                    promised,
                    ..asked
                },
                &terms,
            ),
        };
        self.rehearse_correction(cx);
    }

    /// Pickers show as many hits as there is room for.
    pub(super) fn resize(&mut self) {
        let rows = usize::from(self.places.hits);
        for (entry, picker) in [
            (Entry::Channel, &mut self.form.channel),
            (Entry::Kind, &mut self.form.kind),
        ] {
            let below = usize::from(self.places.below(entry).height);
            picker.set_rows(below.min(form::MENU));
        }
        for picker in [
            &mut self.form.matter,
            &mut self.form.receiver,
            &mut self.form.department,
            &mut self.form.superior,
        ] {
            picker.set_rows(rows);
        }
    }
}
