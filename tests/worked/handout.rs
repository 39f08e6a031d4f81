//! What is handed out of one person: all of theirs, and nothing of anybody else.

use casebook::app::command::{self, records_of};
use casebook::app::handout::Handout;
use casebook::app::sample;
use casebook::archive::{Exported, write};
use casebook::domain::calendar::Zone;
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::id::CustomerId;
use casebook::domain::lang::Lang;
use casebook::domain::record::{Record, RecordKind, Records};
use casebook::journal::{DeviceId, SessionId, Stamp, Writer};

const NOW: u64 = 1_795_264_320_000;

/// The records of one customer, as they are handed out.
fn theirs(all: &Records, id: &CustomerId) -> Records {
    let keys = records_of(all, std::slice::from_ref(id));
    let kept = all.0.iter().filter(|(key, _)| keys.contains(key));
    Records(kept.map(|(key, record)| (key.clone(), record.clone())).collect())
}

fn page(theirs: &Records, lang: Lang) -> String {
    Handout {
        theirs,
        shop: "街角修理铺",
        lang,
        now: NOW,
        zone: Zone::default(),
        clocks: |_| 480,
        process: &|at| casebook::catalog::process(lang, at),
    }
    .to_html()
}

fn exported() -> Exported {
    Exported { at: "2026-11-21T20:00:00Z".to_owned(), device: "abcdef".to_owned(), app: "0".to_owned() }
}

fn pen() -> command::Pen {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    command::Pen { stamp: Stamp::new(NOW, 0, writer), author: None }
}

fn customers(all: &Records) -> Vec<(CustomerId, Customer)> {
    let customer = |id: &str| Some((CustomerId::parse(id)?, Customer::of(&all.journal::<CustomerKind>(id))));
    let keys = all.0.keys().filter(|key| key.kind == RecordKind::Customer);
    keys.filter_map(|key| customer(&key.id)).collect()
}

fn shop() -> Records {
    sample::generate(7, 80, Lang::ZhCn, NOW, |_| 480, Zone::default())
}

#[test]
fn each_person_of_the_sample_shop_gets_their_own_and_nobody_elses() {
    let all = shop();
    let customers = customers(&all);
    assert!(customers.len() > 20, "{}", customers.len());
    for (id, customer) in &customers {
        let theirs = theirs(&all, id);
        let file = write(&theirs, &exported());
        let page = page(&theirs, Lang::ZhCn);
        let name = customer.name().cloned().unwrap_or_default();
        assert!(page.contains(&name) && file.contains(&name), "{name}");
        for (other, others) in customers.iter().filter(|(other, _)| other != id) {
            let known = [
                others.name().cloned(),
                others.phone().and_then(|p| p.as_ref()).map(|p| p.as_str().to_owned()),
            ];
            for word in known.into_iter().flatten().filter(|word| word.chars().count() > 2 && *word != name) {
                assert!(!page.contains(&word), "the page of {name} says {word}");
                assert!(!file.contains(&word), "the file of {name} says {word}");
            }
            assert!(!file.contains(&format!("\"id\":\"{other}\"")), "{name}: {other}");
        }
        // Nor is there anything of the shop, of its people or of its standing letters.
        for (key, record) in &theirs.0 {
            assert!(!matches!(record, Record::Shop(_) | Record::Staff(_) | Record::Process(_)), "{key:?}");
        }
    }
}

#[test]
fn what_a_person_said_is_all_there_and_is_text() {
    let mut all = shop();
    let (id, _) = customers(&all).into_iter().next().expect("a customer");
    let case = all.0.iter().find_map(|(key, record)| match record {
        Record::Case(journal) => {
            let case = casebook::domain::case::Case::of(journal);
            (case.customer() == Some(&id)).then(|| key.id.clone())
        }
        _ => None,
    });
    let case = casebook::domain::id::CaseId::parse(&case.expect("a case")).expect("an id");
    all.merge(command::note(&pen(), &case, "<img src=x onerror=alert(1)> & \"so\""));
    for lang in Lang::ALL {
        let page = page(&theirs(&all, &id), lang);
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;"));
        assert!(!page.contains("<img") && !page.contains("<script") && !page.contains("http://"));
        assert!(page.starts_with("<!doctype html>") && page.contains("default-src 'none'"));
        assert!(page.contains("街角修理铺"));
    }
}
