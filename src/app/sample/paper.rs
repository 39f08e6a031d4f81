//! Papers that a sample shop gives out: made, numbered and frozen as everywhere.

use super::life::Life;
use crate::app::command::issue_document;
use crate::app::papers::{Dossier, Numbered, Promised, compose, usual_visit};
use crate::domain::asset::AssetKind;
use crate::domain::case::CaseEvent;
use crate::domain::customer::CustomerKind;
use crate::domain::document::Document;
use crate::domain::id::StaffId;
use crate::domain::paper_kind::PaperKind;
use crate::domain::process::Role;
use crate::domain::record::Known;
use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
use crate::journal::Folded;
use crate::paper::{ReceiptFacts, ShopFace, receipt};

impl Life<'_> {
    pub(super) fn shop(&self) -> Shop {
        Shop::of(&self.known.journal::<ShopKind>(SHOP_ID))
    }

    /// A record as it is now, with what this case brought.
    fn record<K: Known>(&self, id: &str) -> Folded<K> {
        let mut journal = self.known.journal::<K>(id);
        journal.extend(self.records.journal::<K>(id));
        Folded::of(&journal)
    }

    fn name_of(&self, staff: &StaffId) -> String {
        self.team.name_of(staff).to_owned()
    }

    /// Gives out a paper on what is known by now.
    pub(super) fn issue(&mut self, kind: PaperKind, who: Role) -> Option<()> {
        self.diary.wait(self.rng, 1)?;
        let case = self.case();
        let visits = self.all_visits();
        let (number, date) = (case.next_paper_number(kind), self.diary.local()?.date());
        let visit = usual_visit(kind, &visits).cloned();
        let numbered = Numbered { number, revision: 1, date, visit };
        let by = self.team.with(who, self.turn).map(|by| self.name_of(by)).unwrap_or_default();
        let asset = case.asset().map(|id| self.record::<AssetKind>(id.as_str()));
        let dossier = Dossier {
            case: &case,
            journal: &self.journal().cloned().unwrap_or_default(),
            customer: &self.record::<CustomerKind>(case.customer()?.as_str()),
            asset: asset.as_ref(),
            shop: &self.shop(),
            visits: &visits,
            promised: Promised::default(),
            process: Some(self.plan.process),
            staff: &|id: &StaffId| self.name_of(id),
            by: &by,
            now: self.diary.at(),
            zone: self.diary.zone(),
            lang: self.plan.lang,
        };
        let document = compose(kind, &dossier, &numbered);
        debug_assert!(document.is_ok(), "a sample case lacks what {kind:?} says");
        self.give_out(numbered, document.ok()?, who)
    }

    /// Gives out the receipt of the request.
    pub(super) fn receipt(&mut self) -> Option<()> {
        let case = self.case();
        let opened = case.events.iter().find(|held| held.value == CaseEvent::Opened)?;
        let asset = case.asset().map(|id| self.record::<AssetKind>(id.as_str()).line());
        let facts = ReceiptFacts {
            number: case.number().cloned().unwrap_or_default(),
            received: opened.stamp.millis,
            received_by: opened.author.as_ref().map(|by| self.name_of(by)).unwrap_or_default(),
            customer: self.plan.name.clone(),
            phone: self.plan.phone.clone(),
            item: asset.unwrap_or_default(),
            matter: case.description().cloned().unwrap_or_default(),
            channel: case.channel().copied(),
            urgency: case.urgency().copied(),
            told: case.told().cloned().unwrap_or_default(),
        };
        let document = receipt(&facts, &ShopFace::of(&self.shop()), self.plan.lang, self.diary.zone());
        let number = case.next_paper_number(PaperKind::IntakeReceipt);
        let numbered = Numbered { number, revision: 1, date: self.diary.local()?.date(), visit: None };
        self.give_out(numbered, document, Role::Operator)
    }

    fn give_out(&mut self, numbered: Numbered, document: Document, who: Role) -> Option<()> {
        let Numbered { number, date, visit, .. } = numbered;
        self.attempt(0, who, |pen, id, case| issue_document(pen, id, case, &number, date, document, visit))
    }
}
