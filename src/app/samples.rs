//! Sample data in the shop's own store: put in to look around, taken out again in one go.

use super::sample::{is_sample, is_sample_writer};
use crate::domain::asset::Asset;
use crate::domain::case::Case;
use crate::domain::improvement::Improvement;
use crate::domain::letter::{Letter, Purpose};
use crate::domain::promise::PromiseRules;
use crate::domain::record::{Record, RecordKey, RecordKind, Records};
use crate::domain::shop::{Shop, ShopField, ShopKey};
use crate::domain::visit::Visit;
use crate::journal::Field;
use crate::search::index::Index;
use crate::with_journal;
use std::collections::BTreeSet;

/// Whether a sample case is among the cases.
#[must_use]
pub fn has_samples(index: &Index) -> bool {
    index.cases.keys().any(|id| is_sample_case(id))
}

/// Whether a case that is no sample is among the cases.
#[must_use]
pub fn has_real_cases(index: &Index) -> bool {
    index.cases.keys().any(|id| !is_sample_case(id))
}

/// How many cases that are no samples were taken after a moment, in milliseconds since 1970.
#[must_use]
pub fn real_cases_since(index: &Index, moment: u64) -> u32 {
    let cases = index.cases.iter().filter(|(id, case)| case.opened > moment && !is_sample_case(id));
    u32::try_from(cases.count()).unwrap_or(u32::MAX)
}

fn is_sample_case(id: &str) -> bool {
    is_sample(&RecordKey::new(RecordKind::Case, id))
}

/// The records that go when the sample data goes: all of it, letters for sample cases, and a
/// shop profile that nobody has made their own; but not the customers, things and people that
/// real records speak of.
#[must_use]
pub fn removable(all: &Records) -> Vec<RecordKey> {
    let (sample, real): (Vec<_>, Vec<_>) = all.0.iter().partition(|(key, record)| is_made_up(key, record));
    let mut spoken_of = BTreeSet::new();
    for (_, record) in real {
        speaks_of(record, &mut spoken_of);
    }
    // A thing that stays keeps its owner.
    for (key, record) in &sample {
        if spoken_of.contains(*key) && matches!(record, Record::Asset(_)) {
            speaks_of(record, &mut spoken_of);
        }
    }
    sample.into_iter().map(|(key, _)| key).filter(|key| !spoken_of.contains(*key)).cloned().collect()
}

fn is_made_up(key: &RecordKey, record: &Record) -> bool {
    match record {
        Record::Shop(journal) => {
            let shop = Shop::of(journal);
            shop.fields.held(&ShopKey::Name).is_some_and(|held| is_sample_writer(&held.stamp.writer))
        }
        Record::Letter(journal) => {
            let letter = Letter::of(journal);
            is_sample(key)
                || matches!(letter.purpose(), Some(Purpose::Case(case)) if is_sample_case(case.as_str()))
        }
        Record::Visit(journal) => {
            is_sample(key) || Visit::of(journal).case().is_some_and(|case| is_sample_case(case.as_str()))
        }
        Record::Improvement(journal) => {
            let case = Improvement::of(journal).case().cloned();
            is_sample(key) || case.is_some_and(|case| is_sample_case(case.as_str()))
        }
        _ => is_sample(key),
    }
}

/// Adds the records that a record refers to, and the people who wrote in it.
fn speaks_of(record: &Record, found: &mut BTreeSet<RecordKey>) {
    with_journal!(record, journal => {
        let own = journal.iter().filter(|entry| !is_sample_writer(&entry.stamp.writer));
        let authors = own.filter_map(|entry| entry.author.as_ref());
        found.extend(authors.map(|id| RecordKey::new(RecordKind::Staff, id.as_str())));
    });
    match record {
        Record::Case(journal) => {
            let case = Case::of(journal);
            found.extend(case.customer().map(|id| RecordKey::new(RecordKind::Customer, id.as_str())));
            found.extend(case.asset().map(|id| RecordKey::new(RecordKind::Asset, id.as_str())));
            found.extend(case.assignee().map(|id| RecordKey::new(RecordKind::Staff, id.as_str())));
        }
        Record::Asset(journal) => {
            let asset = Asset::of(journal);
            found.extend(asset.owner().map(|id| RecordKey::new(RecordKind::Customer, id.as_str())));
        }
        Record::Visit(journal) => {
            let staff = Visit::of(journal).staff().cloned().unwrap_or_default();
            found.extend(staff.iter().map(|id| RecordKey::new(RecordKind::Staff, id.as_str())));
        }
        Record::Improvement(journal) => {
            let improvement = Improvement::of(journal);
            let coached = improvement.coaching().into_iter().flat_map(|(_, note)| [&note.whom, &note.by]);
            let people = coached.cloned().chain(improvement.owner());
            found.extend(people.map(|id| RecordKey::new(RecordKind::Staff, id.as_str())));
        }
        Record::Letter(journal) => {
            if let Some(Purpose::Customer(id)) = Letter::of(journal).purpose() {
                found.insert(RecordKey::new(RecordKind::Customer, id.as_str()));
            }
        }
        _ => {}
    }
}

/// What is left of the sample shop in a profile that somebody made their own, blanked.
#[must_use]
pub fn blanks(shop: &Shop) -> Vec<ShopField> {
    let sample = shop.fields.iter().filter(|held| is_sample_writer(&held.stamp.writer));
    sample
        .filter_map(|held| match held.value.key() {
            ShopKey::Phone => Some(ShopField::Phone(None)),
            ShopKey::Address => Some(ShopField::Address(String::new())),
            ShopKey::Logo => Some(ShopField::Logo(None)),
            // It names somebody who goes.
            ShopKey::PromiseRules => Some(ShopField::PromiseRules(PromiseRules::default())),
            ShopKey::Name
            | ShopKey::Hours
            | ShopKey::Language
            | ShopKey::Currency
            | ShopKey::TaxRate
            | ShopKey::PricesIncludeTax
            | ShopKey::PriorityMatrix
            | ShopKey::FollowUpRules
            | ShopKey::MessageTemplates
            | ShopKey::Zone
            | ShopKey::Day(_) => None,
        })
        .collect()
}

#[cfg(target_arch = "wasm32")]
pub use effect::{add, remove};

#[cfg(target_arch = "wasm32")]
mod effect {
    use super::{blanks, removable};
    use crate::app::command;
    use crate::app::desk::{Desk, Phase};
    use crate::app::sample::generate;
    use crate::domain::id::StaffId;
    use crate::domain::record::{RecordKey, RecordKind, Records};
    use crate::domain::shop::{SHOP_ID, Shop, ShopKind};
    use crate::platform;
    use crate::store::{Durability, StoreError};
    use leptos::prelude::*;

    /// The same shop for everybody.
    const SEED: u64 = 7;
    const CASES: usize = 60;

    /// Fills the shop with sample data in the screen's language, and puts one of its people
    /// at this device.
    pub async fn add(desk: Desk) {
        let records = generate(
            SEED,
            CASES,
            desk.lang.get_untracked(),
            platform::clock::now_ms(),
            platform::clock::zone_offset_minutes,
            platform::clock::zone(),
        );
        let somebody = records.0.keys().find(|key| key.kind == RecordKind::Staff).cloned();
        desk.commit(records, Durability::Relaxed).await;
        desk.set_me(somebody.and_then(|key| StaffId::parse(&key.id)));
        desk.phase.set(Phase::Ready);
    }

    /// Takes the sample data out again; a shop without a profile of its own then begins anew.
    ///
    /// # Errors
    /// The reason why all of it is still there.
    pub async fn remove(desk: Desk) -> Result<(), StoreError> {
        let store = desk.store();
        let mut all = match &store {
            Some(store) => store.all().await?.records,
            None => desk.records.get_untracked(),
        };
        all.merge(desk.unsaved.get_untracked());
        let keys = removable(&all);
        if let Some(store) = store {
            store.remove(&keys).await?;
        }
        forget(desk, &keys);
        if keys.contains(&RecordKey::shop()) {
            desk.phase.set(Phase::FirstRun);
        } else {
            let shop = desk.records.with_untracked(|records| Shop::of(&records.journal::<ShopKind>(SHOP_ID)));
            let cleared = command::set::<ShopKind>(&desk.pen(), SHOP_ID, &shop, blanks(&shop));
            desk.commit(cleared, Durability::Strict).await;
        }
        Ok(())
    }

    fn forget(desk: Desk, keys: &[RecordKey]) {
        let without = |records: &mut Records| keys.iter().for_each(|key| drop(records.0.remove(key)));
        desk.unsaved.update(without);
        desk.forget(keys);
        let gone = |me: &StaffId| keys.contains(&RecordKey::new(RecordKind::Staff, me.as_str()));
        if desk.me.get_untracked().is_some_and(|me| gone(&me)) {
            desk.set_me(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::{self, AssetChoice, CustomerChoice, Pen, Request};
    use crate::app::sample::generate;
    use crate::domain::asset::AssetKind;
    use crate::domain::calendar::Zone;
    use crate::domain::case::{CaseKind, Channel, Urgency};
    use crate::domain::date::Date;
    use crate::domain::id::{
        AssetId, CaseId, CoachingId, CustomerId, ImprovementId, ProcessId, StaffId, StageId,
    };
    use crate::domain::improvement::{Coaching, ImprovementField, ImprovementKind};
    use crate::domain::lang::Lang;
    use crate::domain::process::ProcessRef;
    use crate::domain::record::RecordKind;
    use crate::domain::shop::{SHOP_ID, ShopKind};
    use crate::journal::{Change, Clock, DeviceId, SessionId, Writer};
    use crate::search::summary::Summary;

    const NOW: u64 = 1_795_264_320_000;

    fn pen(author: Option<StaffId>) -> Pen {
        let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
        Pen { stamp: Clock::new(writer).tick(NOW + 1000), author }
    }

    fn index(records: &Records) -> Index {
        let mut index = Index::default();
        records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
        index
    }

    #[test]
    fn sample_data_goes_without_a_trace() {
        let records = generate(7, 60, Lang::ZhCn, NOW, |_| 480, Zone::default());
        assert!(has_samples(&index(&records)) && !has_real_cases(&index(&records)));
        assert_eq!(removable(&records).len(), records.0.len());
    }

    #[test]
    fn whom_a_real_improvement_speaks_of_stays() {
        let mut records = generate(7, 60, Lang::En, NOW, |_| 480, Zone::default());
        let staff: Vec<_> = records.0.keys().filter(|key| key.kind == RecordKind::Staff).cloned().collect();
        let [owner, whom] = [&staff[0], &staff[1]];
        let person = |key: &RecordKey| StaffId::parse(&key.id).expect("an id");
        let coaching = Coaching {
            whom: person(whom),
            by: person(owner),
            on: Date::parse("2026-11-21").expect("a date"),
            practised: "Listening".to_owned(),
            agreed: String::new(),
            observed: String::new(),
        };
        let fields = [
            ImprovementField::Owner(Some(person(owner))),
            ImprovementField::Coaching(CoachingId::from_random(1), Some(coaching.into())),
        ];
        let set = |field| Change::Set { field, replaces: Vec::new() };
        let [here, of_a_sample] = [1, 2].map(|bits| ImprovementId::from_random(bits).to_string());
        records.add::<ImprovementKind>(&here, pen(None).entry(fields.map(set).into()));
        let case = records.0.keys().find(|key| key.kind == RecordKind::Case).cloned().expect("a case");
        let case = ImprovementField::Case(CaseId::parse(&case.id).expect("an id"));
        records.add::<ImprovementKind>(&of_a_sample, pen(None).entry(vec![set(case)]));
        let gone = removable(&records);
        let key = |id| RecordKey::new(RecordKind::Improvement, id);
        for kept in [&key(&here), owner, whom] {
            assert!(!gone.contains(kept), "{kept}");
        }
        assert!(gone.contains(&key(&of_a_sample)), "it goes with its case");
    }

    #[test]
    fn whom_a_real_case_speaks_of_stays() {
        let mut records = generate(7, 60, Lang::En, NOW, |_| 480, Zone::default());
        let asset = records.0.keys().find(|key| key.kind == RecordKind::Asset).cloned().expect("an asset");
        let owner = Asset::of(&records.journal::<AssetKind>(&asset.id)).owner().cloned().expect("an owner");
        let other = records.0.keys().find(|key| key.kind == RecordKind::Customer && key.id != owner.as_str());
        let other = other.cloned().expect("another customer");
        let author = records.0.keys().find(|key| key.kind == RecordKind::Staff).cloned().expect("somebody");
        let request = Request {
            case: CaseId::from_random(1),
            number: "ABC-0001".to_owned(),
            customer: CustomerChoice::Known(CustomerId::parse(&other.id).expect("an id")),
            asset: AssetChoice::Known(AssetId::parse(&asset.id).expect("an id")),
            channel: Channel::Phone,
            description: "A real matter".to_owned(),
            urgency: Urgency::Normal,
            process: ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 },
            stage: StageId::parse("intake").expect("an id"),
            told: String::new(),
            promised: None,
            arose_from: None,
        };
        records.merge(command::take_request(&pen(StaffId::parse(&author.id)), request));
        let gone = removable(&records);
        let owner = RecordKey::new(RecordKind::Customer, owner.as_str());
        let case = RecordKey::new(RecordKind::Case, CaseId::from_random(1).as_str());
        for kept in [&asset, &owner, &other, &author, &case] {
            assert!(!gone.contains(kept), "{kept}");
        }
        assert_eq!(gone.len(), records.0.len() - 5);
        assert!(records.journal::<CaseKind>(&case.id).len() == 1);
    }

    #[test]
    fn a_profile_that_was_made_ones_own_stays_without_the_sample_shops_address() {
        let mut records = generate(7, 40, Lang::ZhTw, NOW, |_| 480, Zone::default());
        let shop = Shop::of(&records.journal::<ShopKind>(SHOP_ID));
        let own = vec![ShopField::Name("自己的店".to_owned())];
        records.merge(command::set::<ShopKind>(&pen(None), SHOP_ID, &shop, own));
        assert!(!removable(&records).contains(&RecordKey::shop()));
        let shop = Shop::of(&records.journal::<ShopKind>(SHOP_ID));
        let blanks = blanks(&shop);
        assert!(
            blanks.contains(&ShopField::Address(String::new())) && blanks.contains(&ShopField::Phone(None))
        );
    }
}
