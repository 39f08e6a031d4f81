//! Records of one person: what makes them one, what they then say, and how they part.

use casebook::app::command::{self, CustomerRecord, MergeError, Pen};
use casebook::domain::customer::{Customer, CustomerField, CustomerKind, Detail};
use casebook::domain::id::CustomerId;
use casebook::domain::phone::Phone;
use casebook::domain::record::Records;
use casebook::domain::same::as_one;
use casebook::journal::{DeviceId, Folded, Journal, SessionId, Stamp, Writer};
use casebook::search::index::Index;
use casebook::search::summary::Summary;
use proptest::prelude::*;

const NOW: u64 = 1_795_264_320_000;
const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn pen(device: u128, at: u64) -> Pen {
    let writer = Writer { device: DeviceId::from_random(device), session: SessionId::from_random(device) };
    Pen { stamp: Stamp::new(NOW + at, 0, writer), author: None }
}

fn id(text: &str) -> CustomerId {
    CustomerId::parse(text).expect("an id")
}

fn add(records: &mut Records, at: u64, who: &str, name: &str, phone: &str) {
    let nothing = Folded::of(&Journal::<CustomerKind>::new());
    let phone = CustomerField::Phone(Phone::parse(phone).ok());
    let fields = vec![CustomerField::Name(name.to_owned()), phone];
    records.merge(command::set::<CustomerKind>(&pen(1, at), who, &nothing, fields));
}

fn say(records: &mut Records, at: u64, who: &str, field: CustomerField) {
    let now = Customer::of(&records.journal::<CustomerKind>(who));
    records.merge(command::set::<CustomerKind>(&pen(1, at), who, &now, vec![field]));
}

/// Five customers, a minute apart.
fn shop() -> Records {
    let mut records = Records::default();
    for (at, name) in NAMES.iter().enumerate() {
        add(&mut records, at as u64 * 60_000, name, &format!("Customer {name}"), &format!("1380000000{at}"));
    }
    records
}

fn index(records: &Records) -> Index {
    let mut index = Index::default();
    records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
    index
}

fn person(records: &Records, who: &str) -> Vec<CustomerRecord> {
    let index = index(records);
    let ids = index.same_person(who);
    ids.iter().map(|who| (id(who), Customer::of(&records.journal::<CustomerKind>(who)))).collect()
}

fn merge(records: &mut Records, device: u128, at: u64, one: &str, other: &str) -> Result<(), MergeError> {
    let new =
        command::merge_customers(&pen(device, at), &person(records, one), &person(records, other), &[])?;
    records.merge(new);
    Ok(())
}

#[test]
fn merged_records_are_found_as_one_and_lose_nothing() {
    let mut records = shop();
    say(&mut records, 900_000, "b", CustomerField::Address("8 Peace Road".to_owned()));
    let merged = command::merge_customers(
        &pen(1, 1_000_000),
        &person(&records, "b"),
        &person(&records, "a"),
        &[(Detail::Phone, id("b"))],
    );
    records.merge(merged.expect("two people"));
    let index = index(&records);
    assert_eq!(index.same_person("b"), ["a", "b"]);
    assert_eq!((index.lead("b"), index.lead("c")), ("a", "c"));
    let face = index.customer("b").expect("known");
    assert_eq!((face.name, face.phone, face.address), ("Customer a", "13800000001", "8 Peace Road"));
    for typed in ["13800000000", "13800000001", "customer b"] {
        let found: Vec<&str> = index.find_customers(typed).iter().map(|found| found.id.as_str()).collect();
        assert_eq!(found, ["a"], "{typed}");
    }
    assert_eq!(index.find_customers("").len(), 4);
    assert_eq!(index.customers_by_phone("13800000001", 3)[0].id, "a");
    let one = as_one(&person(&records, "b"));
    assert_eq!(one.name().map(String::as_str), Some("Customer a"));
    assert_eq!(one.phone().and_then(Option::as_ref).map(Phone::as_str), Some("13800000001"));
    assert_eq!(one.address().map(String::as_str), Some("8 Peace Road"));
}

#[test]
fn what_is_one_already_is_not_merged_again() {
    let mut records = shop();
    assert_eq!(merge(&mut records, 1, 1_000_000, "a", "a"), Err(MergeError::Itself));
    merge(&mut records, 1, 1_000_000, "a", "b").expect("two people");
    merge(&mut records, 1, 1_100_000, "b", "c").expect("two people");
    assert_eq!(index(&records).same_person("c"), ["a", "b", "c"]);
    for (one, other) in [("a", "b"), ("b", "a"), ("a", "c"), ("c", "a")] {
        let again = merge(&mut records, 1, 1_200_000, one, other);
        let expected = if index(&records).lead(one) == index(&records).lead(other) && one != other {
            Err(MergeError::Itself)
        } else {
            Ok(())
        };
        // Both stand for the same leading record, so it would be merged with itself.
        assert_eq!(again, expected);
    }
}

#[test]
fn people_part_after_both_devices_went_on() {
    let mut here = shop();
    let mut there = here.clone();
    merge(&mut here, 1, 1_000_000, "a", "b").expect("two people");
    // The other device merges them the other way round, and both go on working.
    let new = command::merge_customers(&pen(2, 1_010_000), &person(&there, "b"), &person(&there, "a"), &[]);
    there.merge(new.expect("two people"));
    say(&mut here, 1_100_000, "a", CustomerField::Note("from here".to_owned()));
    say(&mut there, 1_200_000, "b", CustomerField::Note("from there".to_owned()));
    here.merge(there.clone());
    assert_eq!(index(&here).same_person("a"), ["a", "b"]);
    here.merge(command::take_apart(&pen(1, 1_300_000), &person(&here, "a"), &id("b")));
    there.merge(here);
    let index = index(&there);
    assert_eq!((index.lead("a"), index.lead("b")), ("a", "b"));
    let note = |who: &str| Customer::of(&there.journal::<CustomerKind>(who)).note().cloned();
    assert_eq!((note("a").as_deref(), note("b").as_deref()), (Some("from here"), Some("from there")));
    assert!(Customer::of(&there.journal::<CustomerKind>("a")).fields.conflicts().is_empty());
}

#[test]
fn a_detail_that_is_typed_counts_from_then_on_and_goes_no_further() {
    let mut records = shop();
    merge(&mut records, 1, 1_000_000, "a", "b").expect("two people");
    say(&mut records, 1_050_000, "a", CustomerField::Shown(Detail::Name, id("b")));
    assert_eq!(index(&records).customer_name("a"), "Customer b");
    let typed = CustomerField::Name("Customer a".to_owned());
    records.merge(command::set_of_person(&pen(1, 1_100_000), &person(&records, "a"), typed));
    assert_eq!(index(&records).customer_name("b"), "Customer a");
    let own = Customer::of(&records.journal::<CustomerKind>("b"));
    assert_eq!(own.name().map(String::as_str), Some("Customer b"));
}

#[test]
fn a_tag_is_taken_from_all_that_bear_it() {
    let mut records = shop();
    for who in ["a", "b"] {
        say(&mut records, 900_000, who, CustomerField::Tag("VIP".to_owned(), true));
    }
    merge(&mut records, 1, 1_000_000, "a", "b").expect("two people");
    let off = CustomerField::Tag("VIP".to_owned(), false);
    records.merge(command::set_of_person(&pen(1, 1_100_000), &person(&records, "a"), off));
    assert!(index(&records).tags().is_empty());
}

#[test]
fn who_may_be_the_same_is_asked_until_somebody_says() {
    let mut records = Records::default();
    add(&mut records, 0, "a", "王 小明", "+86 138-0000-1234");
    add(&mut records, 1, "b", "老王", "13800001234");
    add(&mut records, 2, "c", "王小明", "010-8888 0000");
    add(&mut records, 3, "d", "李四", "021-8888 0000");
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(index(&records).maybe_same(), [pair("a", "b"), pair("a", "c")]);
    let (one, other) = (person(&records, "a"), person(&records, "c"));
    records.merge(command::keep_apart(&pen(1, 1_000_000), &one[0], &other[0]));
    assert_eq!(index(&records).maybe_same(), [pair("a", "b")]);
    merge(&mut records, 1, 1_100_000, "a", "b").expect("two people");
    assert!(index(&records).maybe_same().is_empty());
    records.merge(command::take_apart(&pen(1, 1_200_000), &person(&records, "a"), &id("b")));
    assert!(index(&records).maybe_same().is_empty(), "they are two people: nobody asks again");
}

/// One of three devices merges or parts two of five customers, or takes in what another has.
fn step() -> impl Strategy<Value = (usize, usize, usize, u8)> {
    (0..3_usize, 0..5_usize, 0..5_usize, 0..3_u8)
}

proptest! {
    #[test]
    fn a_person_is_well_defined(steps in prop::collection::vec(step(), 1..30)) {
        let mut devices = vec![shop(); 3];
        for (at, (device, one, other, what)) in steps.into_iter().enumerate() {
            let at = 1_000_000 + at as u64 / 2;
            match what {
                0 => drop(merge(&mut devices[device], device as u128, at, NAMES[one], NAMES[other])),
                1 => {
                    let person = person(&devices[device], NAMES[one]);
                    let apart = command::take_apart(&pen(device as u128, at), &person, &id(NAMES[one]));
                    devices[device].merge(apart);
                }
                _ => {
                    let from = devices[other % 3].clone();
                    devices[device].merge(from);
                }
            }
        }
        let union = |order: [usize; 3]| {
            let mut all = Records::default();
            order.into_iter().for_each(|device| all.merge(devices[device].clone()));
            all
        };
        let (one, other) = (union([0, 1, 2]), union([2, 0, 1]));
        let (one, other) = (index(&one), index(&other));
        for name in NAMES {
            let lead = one.lead(name);
            prop_assert_eq!(lead, other.lead(name));
            prop_assert_eq!(one.lead(lead), lead, "who leads leads itself");
            let person = one.same_person(name);
            prop_assert!(person.contains(&name) && person.first() == Some(&lead));
            for each in &person {
                prop_assert_eq!(&one.same_person(each), &person);
            }
        }
        prop_assert_eq!(one.find_customers("").len(), one.customers_by_visit("").len());
    }
}
