//! The laws that let devices exchange files in any order: merging is commutative, associative,
//! idempotent, and the same as putting all entries on one heap.

#[path = "archive/journals.rs"]
mod journals;

use casebook::archive::{Archive, Exported, Verdict, plan};
use casebook::domain::asset::AssetKind;
use casebook::domain::case::CaseKind;
use casebook::domain::custom_process::CustomProcessKind;
use casebook::domain::customer::CustomerKind;
use casebook::domain::improvement::ImprovementKind;
use casebook::domain::letter::LetterKind;
use casebook::domain::record::{Known, Record, RecordKey, Records};
use casebook::domain::shop::ShopKind;
use casebook::domain::staff::StaffKind;
use casebook::domain::visit::VisitKind;
use casebook::journal::{Change, Field, Folded, Held, Journal, Kind, Stamp, effective};
use journals::{shops, union};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(shops in shops()) {
        let [a, b, c] = [0, 1, 2].map(|device| shops[device].clone());
        prop_assert_eq!(union(a.clone(), b.clone()), union(b.clone(), a.clone()));
        prop_assert_eq!(
            union(union(a.clone(), b.clone()), c.clone()),
            union(a.clone(), union(b.clone(), c))
        );
        prop_assert_eq!(union(a.clone(), a.clone()), a.clone());
        prop_assert_eq!(union(union(a.clone(), b.clone()), b.clone()), union(a, b));
    }

    #[test]
    fn merging_is_a_heap_of_all_entries(shops in shops()) {
        let merged = all(&shops);
        same_as_heap::<ShopKind>(&shops, &merged)?;
        same_as_heap::<StaffKind>(&shops, &merged)?;
        same_as_heap::<CustomerKind>(&shops, &merged)?;
        same_as_heap::<AssetKind>(&shops, &merged)?;
        same_as_heap::<CaseKind>(&shops, &merged)?;
        same_as_heap::<LetterKind>(&shops, &merged)?;
        same_as_heap::<CustomProcessKind>(&shops, &merged)?;
        same_as_heap::<ImprovementKind>(&shops, &merged)?;
        same_as_heap::<VisitKind>(&shops, &merged)?;
    }

    #[test]
    fn devices_that_exchanged_in_any_order_show_the_same(
        shops in shops(),
        order in prop::collection::vec((0..5_usize, 0..5_usize), 0..12),
    ) {
        let (mut gossip, everything) = (shops.clone(), all(&shops));
        for (to, from) in order {
            let (to, from) = (to % shops.len(), from % shops.len());
            let taken = gossip[from].clone();
            gossip[to].merge(taken);
        }
        // A round through all devices, and back.
        for device in (0..shops.len()).chain((0..shops.len()).rev()) {
            let next = (device + 1) % shops.len();
            let (here, there) = (gossip[device].clone(), gossip[next].clone());
            gossip[device].merge(there);
            gossip[next].merge(here);
        }
        for shop in gossip {
            prop_assert_eq!(shop, everything.clone());
        }
    }

    #[test]
    fn the_fold_does_not_know_in_which_order_entries_came(
        shops in shops(),
        keys in prop::collection::vec(any::<u64>(), 64),
    ) {
        let merged = all(&shops);
        for record in merged.0.values() {
            fold_ignores_order::<CaseKind>(record, &keys)?;
            fold_ignores_order::<CustomerKind>(record, &keys)?;
            fold_ignores_order::<LetterKind>(record, &keys)?;
            fold_ignores_order::<CustomProcessKind>(record, &keys)?;
            fold_ignores_order::<ImprovementKind>(record, &keys)?;
            fold_ignores_order::<VisitKind>(record, &keys)?;
        }
    }

    #[test]
    fn a_field_holds_what_nobody_replaced(shops in shops()) {
        for record in all(&shops).0.values() {
            holds_what_nobody_replaced::<CaseKind>(record)?;
            holds_what_nobody_replaced::<CustomerKind>(record)?;
            holds_what_nobody_replaced::<LetterKind>(record)?;
            holds_what_nobody_replaced::<CustomProcessKind>(record)?;
            holds_what_nobody_replaced::<ImprovementKind>(record)?;
            holds_what_nobody_replaced::<VisitKind>(record)?;
        }
    }

    #[test]
    fn a_plan_says_what_merging_does(shops in shops()) {
        let (here, file) = (shops[0].clone(), shops[1].clone());
        let planned = plan(&here, archive(file.clone()));
        let merged = union(here.clone(), file.clone());
        prop_assert_eq!(planned.rows.len(), file.0.len());
        for row in &planned.rows {
            let before = here.0.get(&row.key);
            let grown = merged.0[&row.key].len() - before.map_or(0, Record::len);
            match row.verdict {
                Verdict::New => prop_assert!(before.is_none() && grown > 0),
                Verdict::Unchanged => prop_assert_eq!(grown, 0),
                Verdict::Changed { entries } => prop_assert_eq!(grown, entries),
                Verdict::Conflict { fields } => {
                    prop_assert!(grown > 0);
                    prop_assert!((1..=conflicts(&merged, &row.key)).contains(&fields));
                }
            }
        }
        prop_assert_eq!(planned.news.entries(), merged.entries() - here.entries());
        prop_assert_eq!(union(here.clone(), planned.news), merged.clone());

        // Once taken in, the same file changes nothing.
        let again = plan(&merged, archive(file.clone()));
        prop_assert!(again.rows.iter().all(|row| row.verdict == Verdict::Unchanged));
        prop_assert_eq!(again.news, Records::default());

        // Only the records that the file names are looked at.
        let named = Records(here.0.clone().into_iter().filter(|(key, _)| file.0.contains_key(key)).collect());
        prop_assert_eq!(plan(&named, archive(file.clone())), plan(&here, archive(file)));
    }
}

fn all(shops: &[Records]) -> Records {
    shops.iter().cloned().fold(Records::default(), union)
}

fn archive(records: Records) -> Archive {
    let exported = Exported { at: String::new(), device: String::new(), app: String::new() };
    Archive { exported, records, files: Vec::new(), problems: Vec::new() }
}

/// The naive model: every entry of every device in one list, sorted, without repetitions.
fn same_as_heap<K: Known>(shops: &[Records], merged: &Records) -> Result<(), TestCaseError> {
    let names: BTreeSet<&RecordKey> = shops.iter().flat_map(|shop| shop.0.keys()).collect();
    for key in names.into_iter().filter(|key| key.kind == K::KIND) {
        let mut heap: Vec<_> = shops.iter().flat_map(|shop| shop.journal::<K>(&key.id)).collect();
        heap.sort();
        heap.dedup();
        prop_assert_eq!(merged.journal::<K>(&key.id).into_iter().collect::<Vec<_>>(), heap);
    }
    Ok(())
}

fn fold_ignores_order<K: Known>(record: &Record, keys: &[u64]) -> Result<(), TestCaseError> {
    let Some(journal) = K::of(record) else { return Ok(()) };
    let mut shuffled: Vec<_> = journal.iter().cloned().zip(keys.iter().cycle()).collect();
    shuffled.sort_by_key(|(_, key)| **key);
    let mut arrived = Records::default();
    for (entry, _) in shuffled {
        arrived.add::<K>("x", entry);
    }
    prop_assert_eq!(Folded::<K>::of(&arrived.journal::<K>("x")), Folded::<K>::of(journal));
    Ok(())
}

/// The naive model of a field: all values said by entries that count, but for those that another
/// such entry replaces.
fn holds_what_nobody_replaced<K: Known>(record: &Record) -> Result<(), TestCaseError> {
    let Some(journal) = K::of(record) else { return Ok(()) };
    let said = said::<K>(journal);
    let folded = Folded::<K>::of(journal);
    for (at, (stamp, field, _)) in said.iter().enumerate() {
        let key = field.key();
        let replaced = said.iter().enumerate().any(|(other, (_, later, replaces))| {
            other != at && later.key() == key && replaces.contains(stamp)
        });
        prop_assert_eq!(folded.fields.heads(&key).contains(stamp), !replaced);
    }
    let last = |key: &_| said.iter().rev().find(|(_, field, _)| field.key() == *key);
    for Held { stamp, value, .. } in folded.fields.iter() {
        let last = last(&value.key()).map(|(stamp, field, _)| (*stamp, *field));
        prop_assert_eq!(last, Some((stamp, value)));
    }
    Ok(())
}

/// A field with the entry that said it, and what it replaced.
type SaidField<'a, K> = (&'a Stamp, &'a <K as Kind>::Field, &'a [Stamp]);

fn said<K: Known>(journal: &Journal<K>) -> Vec<SaidField<'_, K>> {
    journal
        .iter()
        .filter(|entry| effective::<K>(journal, &entry.stamp))
        .flat_map(|entry| {
            entry.changes.iter().filter_map(move |change| match change {
                Change::Set { field, replaces } => Some((&entry.stamp, field, replaces.as_slice())),
                _ => None,
            })
        })
        .collect()
}

fn conflicts(records: &Records, key: &RecordKey) -> usize {
    fn count<K: Known>(record: &Record) -> usize {
        K::of(record).map_or(0, |journal| Folded::<K>::of(journal).fields.conflicts().len())
    }
    let record = &records.0[key];
    count::<ShopKind>(record)
        + count::<StaffKind>(record)
        + count::<CustomerKind>(record)
        + count::<AssetKind>(record)
        + count::<CaseKind>(record)
        + count::<LetterKind>(record)
        + count::<CustomProcessKind>(record)
        + count::<VisitKind>(record)
        + count::<ImprovementKind>(record)
}
