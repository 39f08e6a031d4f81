//! A person of one or several records, as the desk finds them.

use super::Desk;
use crate::app::command::CustomerRecord;
use crate::domain::case::{Case, CaseKind};
use crate::domain::customer::{Customer, CustomerKind};
use crate::domain::id::{CaseId, CustomerId};
use crate::domain::record::{Known, RecordKey};
use crate::domain::same::as_one;
use crate::journal::Journal;
use leptos::prelude::*;

/// The records of a person, the leading one first; none while they are read.
pub type Person = Memo<Option<Vec<CustomerRecord>>>;

impl Desk {
    /// The person that a customer's record is of. Follows what is merged and parted.
    #[must_use]
    pub fn person(self, id: impl Fn() -> Option<String> + Send + Sync + 'static) -> Person {
        let ids = Memo::new(move |_| {
            let id = id()?;
            Some(
                self.index
                    .with(|index| index.same_person(&id).into_iter().map(str::to_owned).collect::<Vec<_>>()),
            )
        });
        self.read_all::<CustomerKind>(Memo::new(move |_| ids.get().unwrap_or_default()));
        Memo::new(move |_| {
            let record = |id: String| {
                let customer = self.open::<CustomerKind>(&id).as_ref().map(Customer::of)?;
                Some((CustomerId::parse(&id)?, customer))
            };
            ids.get()?.into_iter().map(record).collect()
        })
    }

    /// A customer as all records of the person say. Follows changes.
    #[must_use]
    pub fn customer(self, id: impl Fn() -> Option<String> + Send + Sync + 'static) -> Memo<Option<Customer>> {
        let person = self.person(id);
        Memo::new(move |_| person.with(|person| person.as_deref().map(as_one)))
    }

    /// The cases of a customer, the latest first, as they are read.
    #[must_use]
    pub fn cases_in_full(self, customer: String) -> Memo<Vec<(CaseId, Case)>> {
        let ids = Memo::new(move |_| {
            self.index.with(|index| {
                index.cases_of(&customer).iter().map(|case| case.id.clone()).collect::<Vec<_>>()
            })
        });
        self.read_all::<CaseKind>(ids);
        Memo::new(move |_| {
            let case = |id: String| Some((CaseId::parse(&id)?, Case::of(&self.open::<CaseKind>(&id)?)));
            ids.get().into_iter().filter_map(case).collect()
        })
    }

    /// Reads those of these records that are not open yet, whenever others are meant.
    fn read_all<K: Known>(self, ids: Memo<Vec<String>>) {
        Effect::new(move |_| {
            let keys = ids.get().into_iter().map(|id| RecordKey::new(K::KIND, id));
            let keys: Vec<RecordKey> = self
                .records
                .with_untracked(|records| keys.filter(|key| !records.0.contains_key(key)).collect());
            if !keys.is_empty() {
                leptos::task::spawn_local(async move { self.load(keys).await });
            }
        });
    }

    fn open<K: Known>(self, id: &str) -> Option<Journal<K>> {
        let key = RecordKey::new(K::KIND, id);
        self.records.with(|records| records.0.get(&key).and_then(K::of).cloned())
    }
}
