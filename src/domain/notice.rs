//! What one visitor was told, whole and as it was told.
//!
//! One-pass notice 一次性告知单 (D1 二(六), D11二). The content stands in the
//! event that records the notice, with every value worked out, so that a later
//! catalogue cannot change what was said.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::catalog::{
    CaseType, Checklist, Circumstance, CircumstanceId, Correction, DocumentKind, DocumentSource,
    Fee, Item, Limit, Matter, MatterId, Particulars, Tick, Ticks,
};

/// Which catalogue a notice was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogStamp {
    /// The catalogue's name.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// One document on a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeDocument {
    /// Its number on this notice, from 1.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// In which form.
    pub kind: DocumentKind,
    /// How many, where the catalogue says.
    pub copies: Option<u32>,
    /// How many originals, where they are told apart from the copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<u32>,
    /// Where it comes from.
    pub source: DocumentSource,
    /// Who issues it, in the office's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// False: asked for, yet never missing.
    pub required: bool,
    /// 容缺: an application is accepted without it, and it is brought afterwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_follow: bool,
    /// The circumstance that asks for it; absent: asked of everyone.
    pub when: Option<CircumstanceId>,
    /// Any one document of this group will do.
    pub any_of_group: Option<String>,
    /// The group in English, where the catalogue names it.
    pub any_of_group_en: Option<String>,
    /// What else the visitor should know.
    pub note: Option<String>,
    /// Its form, where it is had, how long it is good for, what may stand for it.
    #[serde(default, skip_serializing_if = "Particulars::is_empty")]
    pub particulars: Particulars,
    /// What became of it at the counter.
    pub tick: Tick,
}

/// One thing still to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The group, when any one of the documents will do.
    pub any_of_group: Option<String>,
    /// Numbers on this notice; any one of them settles it.
    pub documents: Vec<u32>,
}

/// Everything that a one-pass notice says of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeContent {
    /// The catalogue that it was made from.
    pub catalog: CatalogStamp,
    /// The matter.
    pub matter: MatterId,
    /// Its name.
    pub matter_name: String,
    /// Its name in English.
    pub matter_name_en: String,
    /// Finished at once, or within a promise.
    pub case_type: CaseType,
    /// The matter is an example that nobody has checked locally.
    pub example: bool,
    /// Who handles it, as published.
    pub department: String,
    /// The circumstances of this visitor that change the list.
    pub circumstances: Vec<Circumstance>,
    /// Every document of the list, ticked.
    pub documents: Vec<NoticeDocument>,
    /// What is still wanted.
    pub missing: Vec<Missing>,
    /// Who may apply, and when.
    pub conditions: Vec<String>,
    /// The limit that a law sets.
    pub legal_limit: Option<Limit>,
    /// The limit that an office promises.
    pub promised_limit: Option<Limit>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// Laws and rules that it rests on.
    pub basis: Vec<String>,
    /// What happens when documents are incomplete.
    pub correction: Option<Correction>,
    /// What the visitor receives in the end.
    pub results: Vec<String>,
    /// Where to go.
    pub place: Option<String>,
    /// When it is open.
    pub hours: Option<String>,
    /// Whom to ask.
    pub phone: Option<String>,
    /// Where to complain.
    pub complaint_phone: Option<String>,
}

impl NoticeContent {
    /// The notice for a visitor of whom `chosen` circumstances hold and who
    /// brought what `ticks` says. A circumstance that the matter does not name
    /// is left out.
    pub fn new(
        catalog: CatalogStamp,
        matter: &Matter,
        chosen: &[Circumstance],
        ticks: &Ticks,
    ) -> Self {
        let circumstances: Vec<Circumstance> = chosen
            .iter()
            .filter(|one| matter.has_circumstance(&one.id))
            .cloned()
            .collect();
        let ids: BTreeSet<CircumstanceId> =
            circumstances.iter().map(|one| one.id.clone()).collect();
        let list = Checklist::new(matter, &ids);
        let missing = list.missing(ticks).into_iter().map(|want| Missing {
            any_of_group: want.group.map(str::to_owned),
            documents: want.alternatives.iter().map(|one| one.number).collect(),
        });
        Self {
            missing: missing.collect(),
            documents: list
                .items()
                .iter()
                .map(|&item| NoticeDocument::new(matter, item, ticks))
                .collect(),
            circumstances,
            catalog,
            matter: matter.id.clone(),
            matter_name: matter.name.clone(),
            matter_name_en: matter.name_en.clone(),
            case_type: matter.case_type,
            example: matter.example,
            department: matter.department.clone(),
            conditions: matter.conditions.clone(),
            legal_limit: matter.legal_limit.clone(),
            promised_limit: matter.promised_limit.clone(),
            fee: matter.fee.clone(),
            basis: matter.basis.clone(),
            correction: matter.correction.clone(),
            results: matter.results.clone(),
            place: matter.place.clone(),
            hours: matter.hours.clone(),
            phone: matter.phone.clone(),
            complaint_phone: matter.complaint_phone.clone(),
        }
    }

    /// Nothing is wanted any more.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// The document of this number.
    pub fn document(&self, number: u32) -> Option<&NoticeDocument> {
        self.documents.iter().find(|one| one.number == number)
    }

    /// The ticks as they stood, for the visitor's second visit.
    pub fn ticks(&self) -> Ticks {
        self.documents
            .iter()
            .map(|one| (one.name.clone(), one.tick.clone()))
            .collect()
    }

    /// Takes out what a person typed, the reasons why a document does not
    /// serve, so that the record can keep it apart: number and reason.
    pub fn take_reasons(&mut self) -> Vec<(u32, String)> {
        let mut taken = Vec::new();
        for document in &mut self.documents {
            if let Tick::Invalid(reason) = &mut document.tick {
                taken.push((document.number, std::mem::take(reason)));
            }
        }
        taken
    }

    /// Puts back what [`Self::take_reasons`] took out.
    pub fn put_reasons(&mut self, reasons: &[(u32, String)]) {
        for (number, reason) in reasons {
            let of_number = |one: &&mut NoticeDocument| one.number == *number;
            let Some(document) = self.documents.iter_mut().find(of_number) else {
                continue;
            };
            if let Tick::Invalid(kept) = &mut document.tick {
                kept.clone_from(reason);
            }
        }
    }
}

impl NoticeDocument {
    fn new(matter: &Matter, item: Item<'_>, ticks: &Ticks) -> Self {
        let document = item.document;
        let group = document.any_of_group.clone();
        Self {
            number: item.number,
            name: document.name.clone(),
            name_en: document.name_en.clone(),
            kind: document.kind,
            copies: document.copies,
            originals: document.originals,
            source: document.source,
            issuer: document.issuer.clone(),
            required: document.required,
            may_follow: document.may_follow,
            when: document.when.clone(),
            any_of_group_en: group
                .as_ref()
                .and_then(|one| matter.groups_en.get(one).cloned()),
            any_of_group: group,
            note: document.note.clone(),
            particulars: document.particulars.clone(),
            tick: ticks.get(&document.name).cloned().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CatalogStamp, NoticeContent};
    use crate::builtin::catalog::examples;
    use crate::domain::catalog::{MatterId, Tick, Ticks};

    fn sale(ticks: &Ticks) -> NoticeContent {
        let catalog = examples().unwrap();
        let matter = catalog
            .matter(&MatterId("zr-realestate-transfer".into()))
            .unwrap();
        let agent = catalog
            .find_circumstance(matter, "委托代理")
            .unwrap()
            .clone();
        let lost = catalog.circumstances[0].clone();
        let stamp = CatalogStamp {
            id: catalog.id.clone(),
            version: catalog.version.clone(),
        };
        NoticeContent::new(stamp, matter, &[agent, lost], ticks)
    }

    fn ticks() -> Ticks {
        Ticks::from([
            ("买卖合同".to_owned(), Tick::Brought),
            ("申请人身份证明".to_owned(), Tick::Invalid("已过期".into())),
        ])
    }

    #[test]
    fn a_notice_holds_the_list_the_ticks_and_what_is_missing() {
        let notice = sale(&ticks());
        assert_eq!(notice.documents.len(), 6);
        assert_eq!(
            notice.circumstances.len(),
            1,
            "the other is not this matter's"
        );
        let missing: Vec<u32> = notice.missing.iter().map(|one| one.documents[0]).collect();
        assert_eq!(missing, [1, 2, 3, 5, 6]);
        assert!(!notice.is_complete());
        assert_eq!(notice.document(4).unwrap().tick, Tick::Brought);
    }

    #[test]
    fn a_second_visit_opens_with_the_earlier_ticks() {
        let notice = sale(&ticks());
        assert_eq!(sale(&notice.ticks()), notice);
    }

    #[test]
    fn what_was_typed_can_be_kept_apart_and_put_back() {
        let whole = sale(&ticks());
        let mut kept = whole.clone();
        let reasons = kept.take_reasons();
        assert_eq!(reasons, [(2, "已过期".to_owned())]);
        assert!(!serde_json::to_string(&kept).unwrap().contains("已过期"));
        assert_eq!(kept.missing, whole.missing);
        kept.put_reasons(&reasons);
        assert_eq!(kept, whole);
    }

    #[test]
    fn a_notice_survives_being_stored() {
        let notice = sale(&ticks());
        let stored = serde_json::to_string(&notice).unwrap();
        assert_eq!(
            serde_json::from_str::<NoticeContent>(&stored).unwrap(),
            notice
        );
    }
}
