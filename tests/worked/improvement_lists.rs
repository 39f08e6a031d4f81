//! Improvements in lists, and as two devices see them.

use crate::bench::Bench;
use crate::improvements::{day, done, id, now, planned};
use casebook::app::command::{judge_improvement, put_aside, settle_improvement};
use casebook::domain::improvement::{Effect, ImprovementField};
use casebook::domain::record::{RecordKey, RecordKind, Records};
use casebook::search::index::Index;
use casebook::search::summary::Summary;

fn index(records: &Records) -> Index {
    let mut index = Index::default();
    for (key, record) in &records.0 {
        let Some(summary) = Summary::of(key, record) else { continue };
        assert_eq!(Summary::from_text(&key.kind, &summary.to_text()).as_ref(), Some(&summary));
        index.put(summary);
    }
    index
}

#[test]
fn lists_show_what_is_due_first_and_what_is_over_last() {
    let mut bench = planned();
    let list = |bench: &Bench, on: &str| {
        let index = index(&bench.records);
        (
            index.improvements_open().len(),
            index.improvements_due(day(on)).len(),
            index.improvements_over().len(),
        )
    };
    assert_eq!(list(&bench, "2026-11-30"), (1, 0, 0));
    assert_eq!(list(&bench, "2026-12-01"), (1, 1, 0), "due on its day");
    let pen = bench.pen("may");
    bench.take(put_aside(&pen, &id(), &now(&bench), true));
    assert_eq!(list(&bench, "2026-12-01"), (0, 0, 1));
    assert!(put_aside(&bench.pen("may"), &id(), &now(&bench), true).0.is_empty());
    let pen = bench.pen("may");
    bench.take(put_aside(&pen, &id(), &now(&bench), false));
    assert_eq!(list(&bench, "2026-12-01"), (1, 1, 0));
    let checked = done("96");
    assert_eq!(list(&checked, "2026-12-20"), (1, 0, 0));
    assert_eq!(list(&checked, "2026-12-21"), (1, 1, 0), "the check is due");
    let mut index = index(&checked.records);
    assert_eq!(index.improvement("i1").map(|each| each.owner.as_str()), Some("ruth"));
    index.remove(&RecordKey::new(RecordKind::Improvement, "i1"));
    assert!(index.improvements.is_empty());
}

#[test]
fn two_devices_judge_apart_and_both_verdicts_stand_until_one_is_kept() {
    let bench = done("90");
    let [mut here, mut there] = [bench.clone(), bench];
    for (bench, device, effect) in [(&mut here, 1, Effect::InPart), (&mut there, 2, Effect::Reached)] {
        let pen = bench.pen_at(device, "may");
        let made = judge_improvement(&pen, &id(), &now(bench), effect).expect("a verdict");
        bench.take(made);
    }
    here.records.merge(there.records);
    let merged = now(&here);
    let conflicts = merged.fields.conflicts();
    assert_eq!((conflicts.len(), conflicts[0].values.len()), (1, 2));
    assert_eq!(index(&here.records).improvements[0].conflicts, 1);
    let pen = here.pen("may");
    let kept = ImprovementField::Verdict(Some(Effect::InPart));
    here.take(settle_improvement(&pen, &id(), &merged, kept));
    assert!(now(&here).fields.conflicts().is_empty());
    assert_eq!(now(&here).verdict(), Some(Effect::InPart));
}
