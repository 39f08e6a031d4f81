use crate::app::desk::Desk;
use crate::app::papers::{Dossier, Numbered, Promised, compose, reads_otherwise};
use crate::app::promising;
use crate::domain::asset::{Asset, AssetKind};
use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::Customer;
use crate::domain::document::{Document, Issued};
use crate::domain::id::{StaffId, VisitId};
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::domain::promise::Judged;
use crate::domain::record::{Known as KnownKind, RecordKey, RecordKind};
use crate::domain::record_part::RecordPart;
use crate::domain::visit::{Visit, VisitKind};
use crate::journal::{Folded, Held, Journal};
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use leptos::prelude::*;

/// What is known of a case and around it, as it is read and as it changes.
#[derive(Clone, Copy)]
pub(super) struct Known {
    desk: Desk,
    id: StoredValue<String>,
    journal: Memo<Option<Journal<CaseKind>>>,
    /// The case, once it is read.
    pub(super) case: Memo<Option<Case>>,
    customer: Memo<Option<Customer>>,
    asset: Memo<Option<Asset>>,
    /// Its visits in the order they start, once they are read.
    pub(super) visits: Memo<Option<Vec<(VisitId, Visit)>>>,
}

impl Known {
    pub(super) fn new(desk: Desk, shown: &Shown) -> Self {
        let id = shown.id.to_string();
        let its_id = StoredValue::new(id.clone());
        let visits_of = move || {
            desk.index.with(|index| {
                index.visits_of(&id).into_iter().map(|visit| visit.id.clone()).collect::<Vec<_>>()
            })
        };
        let visits_of = Memo::new(move |_| visits_of());
        Effect::new(move |_| {
            let keys = visits_of.get().into_iter().map(|id| RecordKey::new(RecordKind::Visit, id)).collect();
            leptos::task::spawn_local(async move { desk.load(keys).await });
        });
        let visits = Memo::new(move |_| {
            let visit = |id: &String| {
                let key = RecordKey::new(RecordKind::Visit, id);
                desk.records.with(|records| {
                    let known = records.0.contains_key(&key);
                    let id = VisitId::parse(id)?;
                    known.then(|| (id.clone(), Folded::of(&records.journal::<VisitKind>(id.as_str()))))
                })
            };
            visits_of.get().iter().map(visit).collect::<Option<Vec<_>>>()
        });
        let case = shown.case;
        let customer =
            Memo::new(move |_| case.with(|case| case.as_ref()?.customer().map(ToString::to_string)));
        let asset = Memo::new(move |_| case.with(|case| case.as_ref()?.asset().map(ToString::to_string)));
        let customer = desk.customer(move || customer.get());
        let asset = read::<AssetKind>(desk, asset);
        Self { desk, id: its_id, case, journal: shown.journal, customer, asset, visits }
    }

    /// Whether all was read that a paper is made from. Follows changes.
    pub(super) fn is_read(self) -> bool {
        self.case.with(Option::is_some)
            && self.customer.with(Option::is_some)
            && self.visits.with(Option::is_some)
    }

    /// The paper as it would be at a moment; `None` until all is read. Follows changes.
    pub(super) fn compose(
        self,
        kind: PaperKind,
        lang: Lang,
        numbered: &Numbered,
        now: u64,
    ) -> Option<Result<Document, RecordPart>> {
        self.ask(kind, lang, now, |dossier| compose(kind, dossier, numbered))
    }

    /// Whether a paper that was given out would say something else now. Follows changes.
    pub(super) fn reads_otherwise(self, held: &Held<Issued>) -> bool {
        let Held { stamp, author, value } = held;
        let held = Held { stamp: stamp.clone(), author: author.clone(), value };
        let (kind, lang) = (value.document.paper, value.document.lang);
        let asked = self.ask(kind, lang, stamp.millis, |dossier| reads_otherwise(dossier, &held));
        asked.unwrap_or_default()
    }

    /// Asks all that is known; `None` until all is read. Follows changes.
    pub(super) fn ask<T>(
        self,
        kind: PaperKind,
        lang: Lang,
        now: u64,
        ask: impl FnOnce(&Dossier) -> T,
    ) -> Option<T> {
        let desk = self.desk;
        let (case, customer, visits) = (self.case.get()?, self.customer.get()?, self.visits.get()?);
        let (journal, asset) = (self.journal.get()?, self.asset.get());
        let shop = desk.shop();
        let judged = self.judged(kind);
        let staff = |id: &StaffId| desk.staff_name(id.as_str());
        let by = desk.me.get().map(|me| desk.staff_name(me.as_str())).unwrap_or_default();
        Some(ask(&Dossier {
            case: &case,
            journal: &journal,
            customer: &customer,
            asset: asset.as_ref(),
            shop: &shop,
            visits: &visits,
            promised: Promised { judged: &judged, zone: desk.zone() },
            process: case.process().and_then(|at| desk.process(lang, at)),
            staff: &staff,
            by: &by,
            now,
            zone: zone_offset_minutes,
            lang,
        }))
    }
}

impl Known {
    /// What the promises come to, for the paper that speaks of them: it follows the clock.
    fn judged(self, kind: PaperKind) -> Vec<Judged> {
        match kind {
            PaperKind::Apology => self.id.with_value(|id| promising::desk::judged(self.desk, id)),
            _ => Vec::new(),
        }
    }
}

/// A record as it is now, read from the store once each time that another is meant.
fn read<K: KnownKind>(desk: Desk, id: Memo<Option<String>>) -> Memo<Option<Folded<K>>> {
    Effect::new(move |_| {
        if let Some(id) = id.get() {
            let key = RecordKey::new(K::KIND, id);
            leptos::task::spawn_local(async move { desk.load(vec![key]).await });
        }
    });
    Memo::new(move |_| {
        let id = id.get()?;
        let key = RecordKey::new(K::KIND, &id);
        desk.records
            .with(|records| records.0.contains_key(&key).then(|| Folded::of(&records.journal::<K>(&id))))
    })
}
