//! Customers and staff of a table: who is here, who stands in an earlier row, who is new.

use super::alike::{Alike, Doing, additions, points};
use super::card::{Card, Known as Said};
use super::fault::RowFault;
use super::here::{Here, Trait};
use super::sheet::{Outcome, Taking};
use super::source::Source;
use crate::domain::customer::{Customer, CustomerKey, CustomerKind};
use crate::domain::id::{CustomerId, StaffId};
use crate::domain::record::{Known, Record, RecordKey, RecordKind, Records};
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

/// What becomes of a row, what there is to remark of it, and whom it resembles.
pub(super) type Taken = (Outcome, Vec<RowFault>, Option<Box<Alike>>);

/// What a row says of a customer, and what tells them from others.
struct Row {
    known: Said,
    bits: u128,
    id: CustomerId,
    traits: Vec<Trait>,
    name: Option<Trait>,
}

impl Row {
    fn all_traits(&self) -> Vec<Trait> {
        self.traits.iter().chain(&self.name).cloned().collect()
    }
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

    /// Whose matter a row is: who they are, and what was not understood of what is said of them. Of
    /// somebody who is here nothing is changed.
    pub(super) fn customer(&mut self, card: Card, line: usize) -> (Outcome, Vec<RowFault>) {
        let (row, mut remarks) = match self.read(card) {
            Ok(read) => read,
            Err((fault, remarks)) => return (Outcome::Problem(fault), remarks),
        };
        let found = self.find(&row);
        if let Some((of, true)) = found {
            let key = RecordKey::new(RecordKind::Customer, of.as_str());
            let line = self.lines.get(&key).copied();
            return (Outcome::SameAs { key, line }, remarks);
        }
        remarks.extend(found.map(|(of, _)| self.may_be(&of)));
        (self.create(row, line), remarks)
    }

    /// A customer whom a row, or a card, is about: what becomes of it, and whom it resembles. `remarks`
    /// are those of what its note keeps.
    pub(super) fn row(&mut self, card: Card, line: usize, mut remarks: Vec<RowFault>) -> Taken {
        let (row, read) = match self.read(card) {
            Ok(read) => read,
            Err((fault, read)) => {
                remarks.extend(read);
                return (Outcome::Problem(fault), remarks, None);
            }
        };
        remarks.extend(read);
        let Some((of, sure)) = self.find(&row) else { return (self.create(row, line), remarks, None) };
        let doing = self.taking.duplicates.of(line, sure);
        let mut journal = self.here.journal(&of);
        journal.extend(self.records.journal::<CustomerKind>(of.as_str()));
        let customer = Customer::of(&journal);
        let points = points(&row.known, &customer);
        let key = RecordKey::new(RecordKind::Customer, of.as_str());
        let earlier = self.lines.get(&key).copied();
        if sure || doing != Doing::New {
            // Whoever resembles this row then resembles them, whatever becomes of it.
            self.here.put_traits(&of, row.all_traits());
        }
        let changes = match doing {
            Doing::Add => additions(&row.known, &points, &of, &customer),
            Doing::Leave | Doing::New => Vec::new(),
        };
        let keeps_note = changes
            .iter()
            .any(|change| matches!(change, Change::Set { field, .. } if field.key() == CustomerKey::Note));
        if doing != Doing::New && !keeps_note {
            remarks.clear();
        }
        let what = if doing == Doing::New {
            remarks.extend((!sure).then(|| self.may_be(&of)));
            self.create(row, line)
        } else if changes.is_empty() {
            Outcome::SameAs { key: key.clone(), line: earlier }
        } else {
            // Each of a moment of its own: several rows may add to one.
            let before = self.records.0.get(&key).map_or(0, Record::len);
            let stamp = self.source().stamp(self.taking.now_ms, u32::try_from(before).unwrap_or(u32::MAX));
            self.add::<CustomerKind>(of.as_str(), stamp, None, changes);
            Outcome::Added(key.clone())
        };
        (what, remarks, Some(Box::new(Alike { of: key, line: earlier, sure, doing, points })))
    }

    /// What a card says, and what of it was not understood. Who was erased does not come back.
    fn read(&self, card: Card) -> Result<(Row, Vec<RowFault>), (RowFault, Vec<RowFault>)> {
        let mut remarks = Vec::new();
        let known = match card.read(&mut remarks) {
            Ok(known) => known,
            Err(fault) => return Err((fault, remarks)),
        };
        let bits = known.bits(self.source(), 0);
        let id = CustomerId::from_random(bits);
        if self.here.is_erased(&RecordKey::new(RecordKind::Customer, id.as_str())) {
            return Err((RowFault::Erased, remarks));
        }
        let (traits, name) = known.traits();
        Ok((Row { known, bits, id, traits, name }, remarks))
    }

    /// Whom a row resembles, and whether surely.
    fn find(&self, row: &Row) -> Option<(CustomerId, bool)> {
        if self.here.has(&RecordKey::new(RecordKind::Customer, row.id.as_str())) {
            return Some((row.id.clone(), true));
        }
        if let Some(same) = self.same(&row.traits, row.name.as_ref()) {
            return Some((same, true));
        }
        let mut traits = row.traits.iter().chain(&row.name);
        let maybe = traits.find_map(|each| self.here.customers(each).first());
        maybe.map(|id| (id.clone(), false))
    }

    fn may_be(&self, id: &CustomerId) -> RowFault {
        RowFault::MaybeSame(self.here.customer_name(id).to_owned())
    }

    /// A customer of their own; another one where the same is here already.
    fn create(&mut self, row: Row, line: usize) -> Outcome {
        let traits = row.all_traits();
        let Row { known, mut bits, mut id, .. } = row;
        let mut again = 0;
        while self.here.has(&RecordKey::new(RecordKind::Customer, id.as_str())) {
            again += 1;
            bits = known.bits(self.source(), again);
            id = CustomerId::from_random(bits);
        }
        let key = RecordKey::new(RecordKind::Customer, id.as_str());
        self.here.put_customer(&id, &known.name, traits);
        self.here.put_key(key.clone());
        self.lines.insert(key.clone(), line);
        let (stamp, fields) = (self.now(), known.fields(bits));
        self.add::<CustomerKind>(id.as_str(), stamp, None, fields.into_iter().map(first).collect());
        Outcome::New(key)
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
