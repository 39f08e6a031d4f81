use crate::app::desk::Desk;
use crate::app::papers::{Dossier, Numbered, compose};
use crate::domain::asset::{Asset, AssetKind};
use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::{Customer, CustomerKind};
use crate::domain::document::Document;
use crate::domain::id::StaffId;
use crate::domain::lang::Lang;
use crate::domain::paper_kind::PaperKind;
use crate::domain::record::{Known as KnownKind, RecordKey, RecordKind};
use crate::domain::record_part::RecordPart;
use crate::domain::visit::{Visit, VisitKind};
use crate::journal::{Folded, Journal};
use crate::platform::clock::zone_offset_minutes;
use crate::ui::page::case::Shown;
use leptos::prelude::*;

/// What is known of a case and around it, as it is read and as it changes.
#[derive(Clone, Copy)]
pub(super) struct Known {
    desk: Desk,
    case: Memo<Option<Case>>,
    journal: Memo<Option<Journal<CaseKind>>>,
    customer: Memo<Option<Customer>>,
    asset: Memo<Option<Asset>>,
    visits: Memo<Option<Vec<Visit>>>,
}

impl Known {
    pub(super) fn new(desk: Desk, shown: &Shown) -> Self {
        let id = shown.id.to_string();
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
                    known.then(|| Folded::of(&records.journal::<VisitKind>(id)))
                })
            };
            visits_of.get().iter().map(visit).collect::<Option<Vec<Visit>>>()
        });
        let case = shown.case;
        let customer =
            Memo::new(move |_| case.with(|case| case.as_ref()?.customer().map(ToString::to_string)));
        let asset = Memo::new(move |_| case.with(|case| case.as_ref()?.asset().map(ToString::to_string)));
        let customer = read::<CustomerKind>(desk, customer);
        let asset = read::<AssetKind>(desk, asset);
        Self { desk, case, journal: shown.journal, customer, asset, visits }
    }

    /// The case, once it is read. Follows changes.
    pub(super) fn case(self) -> Option<Case> {
        self.case.get()
    }

    /// The paper as it would be now; `None` until all is read. Follows changes.
    pub(super) fn compose(
        self,
        kind: PaperKind,
        lang: Lang,
        numbered: &Numbered,
    ) -> Option<Result<Document, RecordPart>> {
        let desk = self.desk;
        let (case, customer, visits) = (self.case.get()?, self.customer.get()?, self.visits.get()?);
        let (journal, asset) = (self.journal.get()?, self.asset.get());
        let shop = desk.shop();
        let staff = |id: &StaffId| desk.staff_name(id.as_str());
        let by = desk.me.get().map(|me| desk.staff_name(me.as_str())).unwrap_or_default();
        let dossier = Dossier {
            case: &case,
            journal: &journal,
            customer: &customer,
            asset: asset.as_ref(),
            shop: &shop,
            visits: &visits,
            process: case.process().and_then(|at| desk.process(lang, at)),
            staff: &staff,
            by: &by,
            now: desk.now.get(),
            zone: zone_offset_minutes,
            lang,
        };
        Some(compose(kind, &dossier, numbered))
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
