//! Taking a part of a file now and the rest later comes to the same as taking it at once.

use crate::journals::shops;
use crate::{EVERY, exported, file, taken};
use casebook::archive::{Plan, plan, write};
use casebook::domain::record::{RecordKey, RecordKind, Records};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn keys(plan: &Plan) -> BTreeSet<RecordKey> {
    plan.rows.iter().map(|row| row.key.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rest_may_be_taken_later(shops in shops(), choice in prop::collection::vec(any::<bool>(), 64)) {
        let (here, text) = (&shops[0], write(&shops[1], &exported()));
        let whole = plan(here, taken(&text));
        let mut at_once = here.clone();
        at_once.merge(whole.news.clone());

        let all = keys(&whole).into_iter().zip(choice.into_iter().cycle());
        let chosen: BTreeSet<_> = all.filter(|(_, take)| *take).map(|(key, _)| key).collect();
        let part = whole.only(&chosen);
        prop_assert!(part.rows.iter().all(|row| chosen.contains(&row.key)));
        prop_assert!(part.news.0.keys().all(|key| chosen.contains(key)));
        let mut in_two = here.clone();
        in_two.merge(part.news);
        let rest = plan(&in_two, taken(&text));
        in_two.merge(rest.news);
        prop_assert_eq!(in_two, at_once);
    }

    #[test]
    fn what_was_taken_along_lacks_nothing(shops in shops(), choice in prop::collection::vec(any::<bool>(), 64)) {
        let whole = plan(&Records::default(), taken(&write(&shops[0], &exported())));
        let all = keys(&whole).into_iter().zip(choice.into_iter().cycle());
        let mut chosen: BTreeSet<_> = all.filter(|(_, take)| *take).map(|(key, _)| key).collect();
        let lacking = whole.ties().lacking(&chosen);
        prop_assert!(lacking.is_disjoint(&chosen));
        chosen.extend(lacking);
        prop_assert_eq!(whole.ties().lacking(&chosen), BTreeSet::new());
    }
}

#[test]
fn all_of_it_is_the_whole() {
    let whole = plan(&Records::default(), taken(EVERY));
    assert_eq!(whole.only(&keys(&whole)), whole);
    let nothing = whole.only(&BTreeSet::new());
    assert!(nothing.news.0.is_empty() && nothing.rows.is_empty());
}

#[test]
fn a_visit_wants_its_case_and_that_its_customer() {
    let entry =
        |changes: &str| format!(r#"[{{"stamp":"01a1f7fcc3e0-000000-k3v9q2x7ma","changes":[{changes}]}}]"#);
    let record = |kind: &str, id: &str, changes: &str| {
        format!(r#"{{"record":"{kind}","id":"{id}","entries":{}}}"#, entry(changes))
    };
    let text = file(
        &[
            record("customer", "c1", r#"{"set":"name","to":"Ann"}"#),
            record("customer", "c2", r#"{"set":"name","to":"Ben"}"#),
            record("case", "k1", r#"{"set":"customer","to":"c1"}"#),
            record("visit", "v1", r#"{"set":"case","to":"k1"}"#),
        ]
        .join(","),
    );
    let key = |kind, id: &str| RecordKey::new(kind, id);
    let whole = plan(&Records::default(), taken(&text));
    let only = BTreeSet::from([key(RecordKind::Visit, "v1")]);
    let with_it = [key(RecordKind::Case, "k1"), key(RecordKind::Customer, "c1")];
    assert_eq!(whole.ties().lacking(&only), BTreeSet::from(with_it.clone()));
    // What is here already is not lacking.
    let here = taken(&text).records;
    let mut here = Records(here.0.into_iter().filter(|(key, _)| with_it.contains(key)).collect());
    assert_eq!(plan(&here, taken(&text)).ties().lacking(&only), BTreeSet::new());
    here.0.remove(&with_it[1]);
    assert_eq!(
        plan(&here, taken(&text)).ties().lacking(&only),
        BTreeSet::new(),
        "the case is not what is taken"
    );
}
