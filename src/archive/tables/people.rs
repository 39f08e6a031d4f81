//! Customers and staff of a table: who is here, who stands in an earlier row, who is new.

use super::card::Card;
use super::fault::RowFault;
use super::here::{Here, Trait};
use super::sheet::{Outcome, Taking};
use super::source::Source;
use crate::domain::customer::CustomerKind;
use crate::domain::id::{CustomerId, StaffId};
use crate::domain::record::{Known, RecordKey, RecordKind, Records};
use crate::domain::staff::{StaffField, StaffKind};
use crate::domain::text::MAX_LINE;
use crate::journal::{Change, Entry, Field, Stamp};
use std::collections::BTreeMap;

/// What a table has given so far.
pub(super) struct People<'a> {
    taking: Taking<'a>,
    /// What is here, and what the table has given.
    here: Here,
    /// The rows of what it has given.
    lines: BTreeMap<RecordKey, usize>,
    pub(super) records: Records,
}

impl<'a> People<'a> {
    pub(super) fn new(taking: &Taking<'a>) -> Self {
        Self {
            taking: *taking,
            here: taking.here.clone(),
            lines: BTreeMap::new(),
            records: Records::default(),
        }
    }

    /// Where the rows come from.
    pub(super) fn source(&self) -> &'a Source {
        self.taking.source
    }

    /// The moment at which the table is taken in.
    pub(super) fn now(&self) -> Stamp {
        self.taking.source.stamp(self.taking.now_ms, 0)
    }

    /// A customer: who they are, and what was not understood of what is said of them.
    pub(super) fn customer(&mut self, card: Card, line: usize) -> (Outcome, Vec<RowFault>) {
        let mut remarks = Vec::new();
        let known = match card.read(&mut remarks) {
            Ok(known) => known,
            Err(fault) => return (Outcome::Problem(fault), remarks),
        };
        let bits = known.bits(self.source());
        let id = CustomerId::from_random(bits);
        let key = RecordKey::new(RecordKind::Customer, id.as_str());
        if self.here.is_erased(&key) {
            return (Outcome::Problem(RowFault::Erased), remarks);
        }
        let (traits, name) = known.traits();
        let same = if self.here.has(&key) { Some(id.clone()) } else { self.same(&traits, name.as_ref()) };
        if let Some(same) = same {
            let key = RecordKey::new(RecordKind::Customer, same.as_str());
            let line = self.lines.get(&key).copied();
            return (Outcome::SameAs { key, line }, remarks);
        }
        let maybe = traits.iter().chain(&name).find_map(|each| self.here.customers(each).first());
        remarks.extend(maybe.map(|id| RowFault::MaybeSame(self.here.customer_name(id).to_owned())));
        self.here.put_customer(&id, &known.name, traits.into_iter().chain(name).collect());
        self.here.put_key(key.clone());
        self.lines.insert(key.clone(), line);
        let (stamp, fields) = (self.now(), known.fields(bits));
        self.add::<CustomerKind>(id.as_str(), stamp, None, fields.into_iter().map(first).collect());
        (Outcome::New(key), remarks)
    }

    /// Who is surely the same: one with a number or an address of theirs and the same name, or the only
    /// one of that name where there is nothing else.
    fn same(&self, traits: &[Trait], name: Option<&Trait>) -> Option<CustomerId> {
        let namesakes = name.map_or(&[][..], |name| self.here.customers(name));
        if traits.is_empty() {
            return match namesakes {
                [one] => Some(one.clone()),
                _ => None,
            };
        }
        let is = |id: &&CustomerId| traits.iter().any(|each| self.here.customers(each).contains(id));
        namesakes.iter().find(is).cloned()
    }

    /// A member of staff with this name: one who is here, or a new one.
    pub(super) fn staff(&mut self, name: &str) -> Result<Option<StaffId>, RowFault> {
        if name.is_empty() {
            return Ok(None);
        }
        if name.chars().count() > MAX_LINE {
            return Err(RowFault::LineTooLong);
        }
        if let Some(id) = self.here.staff(name) {
            return Ok(Some(id.clone()));
        }
        let Some(Trait::Name(folded)) = Trait::name(name) else { return Ok(None) };
        // Of one name wherever it is read, so that devices need not agree.
        let anywhere = Source::new("");
        let id = StaffId::from_random(anywhere.bits("staff", &[&folded]));
        let fields = [StaffField::Name(name.to_owned()), StaffField::Active(true)];
        // At the same moment always, so that a list taken twice changes nothing.
        let stamp = anywhere.stamp(0, 0);
        self.add::<StaffKind>(id.as_str(), stamp, None, fields.map(first).into());
        self.here.put_staff(name, id.clone());
        Ok(Some(id))
    }

    /// One entry of a record.
    pub(super) fn add<K: Known>(
        &mut self,
        id: &str,
        stamp: Stamp,
        author: Option<StaffId>,
        changes: Vec<Change<K::Field, K::Event>>,
    ) {
        self.records.add::<K>(id, Entry { stamp, author, changes });
    }

    /// What is here, and what the table has given.
    pub(super) fn here(&mut self) -> &mut Here {
        &mut self.here
    }
}

/// A field's first value.
pub(super) fn first<F: Field, E>(field: F) -> Change<F, E> {
    Change::Set { field, replaces: Vec::new() }
}
