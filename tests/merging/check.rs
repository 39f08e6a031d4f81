//! What must be true in the end.

use crate::act;
use crate::model::{Model, counting, stamps};
use crate::world::{World, records_of};
use casebook::app::command::{self, Pen};
use casebook::domain::case::{Case, CaseKind};
use casebook::domain::customer::CustomerKind;
use casebook::domain::record::{Known, Record, RecordKey, RecordKind, Records};
use casebook::domain::shop::ShopKind;
use casebook::journal::{Change, Entry, Field, Folded, Journal, Stamp};
use std::collections::{BTreeMap, BTreeSet};

/// Lets everybody exchange everything, and checks what came of it.
pub(crate) fn at_the_end(world: &mut World) -> Result<(), String> {
    for at in 0..world.devices.len() {
        world.devices[at].disk.store.trouble = None;
        for page in 0..world.devices[at].pages.len() {
            world.keep(at, page)?;
        }
        world.devices[at].disk.upgrade();
        let session = world.session();
        let device = &mut world.devices[at];
        device.pages = vec![device.disk.open(session)?];
    }
    world.exchange()?;
    whole(world)?;
    for at in 0..world.devices.len() {
        shown(world, at)?;
    }
    let all = world.devices[0].disk.all()?;
    for (key, record) in &all.0 {
        exact::<ShopKind>(&world.model, key, record)?;
        exact::<CustomerKind>(&world.model, key, record)?;
        exact::<CaseKind>(&world.model, key, record)?;
    }
    forgotten(world, &all)?;
    settled(world, &all)?;
    // Who brings a value back sees what was settled.
    world.exchange()?;
    let all = world.devices[0].disk.all()?;
    for (key, record) in &all.0 {
        brought_back::<ShopKind>(world, key, record)?;
        brought_back::<CustomerKind>(world, key, record)?;
        brought_back::<CaseKind>(world, key, record)?;
    }
    world.exchange()?;
    whole(world)
}

/// Everybody has all that was ever acknowledged, and the same bytes.
fn whole(world: &World) -> Result<(), String> {
    let expected = world.model.expected();
    let mut first: Option<String> = None;
    for device in &world.devices {
        let all = device.disk.all()?;
        if all != expected {
            return Err(difference(&all, &expected));
        }
        let text = device.disk.export()?;
        let records = records_of(&text).to_owned();
        if first.get_or_insert_with(|| records.clone()) != &records {
            return Err("two exports differ".to_owned());
        }
    }
    Ok(())
}

fn difference(found: &Records, expected: &Records) -> String {
    let keys: BTreeSet<&RecordKey> = found.0.keys().chain(expected.0.keys()).collect();
    let differ = keys.into_iter().find(|key| found.0.get(key) != expected.0.get(key));
    match differ {
        Some(key) => format!("{key} is {:?} and must be {:?}", found.0.get(key), expected.0.get(key)),
        None => "they differ in nothing".to_owned(),
    }
}

/// What lists show is what the journals say.
fn shown(world: &mut World, at: usize) -> Result<(), String> {
    let store = &mut world.devices[at].disk.store;
    let mut fresh = store.clone();
    fresh.meta.remove("summaries");
    let sorted = |summaries: Result<Vec<casebook::search::summary::Summary>, _>| {
        summaries.map(|all| all.iter().map(|each| (each.key().to_string(), each.to_text())).collect())
    };
    let kept: Result<BTreeMap<String, String>, _> = sorted(store.summaries());
    let made: Result<BTreeMap<String, String>, _> = sorted(fresh.summaries());
    let made = made.map_err(|error| format!("{error:?}"))?;
    if kept.is_ok_and(|kept| kept == made) { Ok(()) } else { Err("a list shows something old".to_owned()) }
}

/// Cases with one number can be told apart, and be given numbers of their own.
fn settled(world: &mut World, all: &Records) -> Result<(), String> {
    let number = |records: &Records, id: &str| Case::of(&records.journal::<CaseKind>(id)).number().cloned();
    let mut given: BTreeSet<Option<String>> = BTreeSet::new();
    for key in all.0.keys().filter(|key| key.kind == RecordKind::Case) {
        let own = number(all, &key.id);
        if own.is_some() && !given.insert(own.clone()) {
            act::set_number(world, 0, 0, &key.id)?;
            let now = number(&world.devices[0].disk.all()?, &key.id);
            if now == own || !given.insert(now.clone()) {
                return Err(format!("{own:?} became {now:?}"));
            }
        }
    }
    Ok(())
}

/// Of who was erased nothing is left that names them, on any device.
fn forgotten(world: &World, all: &Records) -> Result<(), String> {
    let left = command::erase_customers(&pen_of_nobody(), all, &command::erased_customers(all));
    if !left.0.is_empty() {
        return Err(format!("not erased: {:?}", left.0.keys()));
    }
    for (key, words) in &world.model.personal {
        if all.0.get(key).is_some_and(Record::is_erased) {
            for device in &world.devices {
                let store = &device.disk.store;
                if store.batches.values().chain(store.summaries.values()).any(|text| text.contains(words)) {
                    return Err(format!("{words} of {key} is still there"));
                }
            }
        }
    }
    Ok(())
}

fn pen_of_nobody() -> Pen {
    use casebook::journal::{DeviceId, SessionId, Writer};
    let writer = Writer { device: DeviceId::from_random(0), session: SessionId::from_random(0) };
    Pen { stamp: Stamp::new(0, 0, writer), author: None }
}

/// What an entry was when it was written.
fn said<'m, K: Known>(
    model: &'m Model,
    key: &RecordKey,
    stamp: &Stamp,
) -> Option<&'m Entry<K::Field, K::Event>> {
    K::of(model.said.get(&(key.clone(), stamp.clone()))?)?.first()
}

/// The values of a field that stand side by side among these entries: those that nobody replaced
/// who saw them stand. Told from what each writer had seen, never from what the entry says it
/// replaces, nor from the order of stamps.
struct Standing<'m, K: Known> {
    model: &'m Model,
    key: &'m RecordKey,
    replaced: BTreeMap<(Stamp, <K::Field as Field>::Key), BTreeSet<Stamp>>,
}

impl<K: Known> Standing<'_, K> {
    fn among(&mut self, present: &BTreeSet<Stamp>, field: &<K::Field as Field>::Key) -> BTreeSet<Stamp> {
        let entries = present.iter().filter_map(|stamp| said::<K>(self.model, self.key, stamp));
        let journal: Journal<K> = entries.cloned().collect();
        let counts = counting::<K>(&journal);
        let sets = |entry: &&Entry<K::Field, K::Event>| {
            entry
                .changes
                .iter()
                .any(|change| matches!(change, Change::Set { field: set, .. } if set.key() == *field))
        };
        let setting: Vec<Stamp> = journal
            .iter()
            .filter(sets)
            .map(|entry| entry.stamp.clone())
            .filter(|stamp| counts.contains(stamp))
            .collect();
        let mut standing: BTreeSet<Stamp> = setting.iter().cloned().collect();
        for stamp in &setting {
            let named = (stamp.clone(), field.clone());
            if !self.replaced.contains_key(&named) {
                let seen =
                    self.model.seen.get(&(self.key.clone(), stamp.clone())).cloned().unwrap_or_default();
                let before = self.among(&seen, field);
                self.replaced.insert(named.clone(), before);
            }
            standing.retain(|stamp| !self.replaced[&named].contains(stamp));
        }
        standing
    }
}

/// A conflict is shown where, and only where, people did not see each other's values.
fn exact<K: Known>(model: &Model, key: &RecordKey, record: &Record) -> Result<(), String> {
    let Some(journal) = K::of(record).filter(|_| !record.is_erased()) else { return Ok(()) };
    let folded = Folded::<K>::of(journal);
    let present: BTreeSet<Stamp> = stamps(record).into_iter().collect();
    let mut standing = Standing::<K> { model, key, replaced: BTreeMap::new() };
    let fields: BTreeSet<_> = sets::<K>(journal).map(|(_, field)| field.key()).collect();
    for field in fields {
        let expected = standing.among(&present, &field);
        let found: BTreeSet<Stamp> = folded.fields.heads(&field).into_iter().collect();
        if found != expected {
            return Err(format!("{field:?} of {key}: {found:?} stand, and should {expected:?}"));
        }
    }
    Ok(())
}

fn sets<K: Known>(journal: &Journal<K>) -> impl Iterator<Item = (&Stamp, &K::Field)> {
    journal.iter().flat_map(|entry| {
        entry.changes.iter().filter_map(move |change| match change {
            Change::Set { field, .. } => Some((&entry.stamp, field)),
            _ => None,
        })
    })
}

/// A value that was replaced is found in the journal, and can be had again.
fn brought_back<K: Known>(world: &mut World, key: &RecordKey, record: &Record) -> Result<(), String> {
    let Some(journal) = K::of(record).filter(|_| !record.is_erased()) else { return Ok(()) };
    let now = Folded::<K>::of(journal);
    let Some((_, old)) =
        sets::<K>(journal).find(|(_, field)| now.fields.current(&field.key()) != Some(*field))
    else {
        return Ok(());
    };
    let at = journal.len() % world.devices.len();
    let pen = world.pen(at, 0);
    world.commit(at, 0, command::set::<K>(&pen, &key.id, &now, vec![old.clone()]))?;
    let after = Folded::<K>::of(&world.devices[at].disk.all()?.journal::<K>(&key.id));
    let (current, heads) = (after.fields.current(&old.key()), after.fields.heads(&old.key()));
    if current == Some(old) && heads.len() == 1 {
        Ok(())
    } else {
        Err(format!("{old:?} of {key} does not come back: {current:?}"))
    }
}
