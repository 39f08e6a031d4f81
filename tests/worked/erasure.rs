//! A person is erased: what goes, what stays, and that no old file brings it back.

use casebook::app::command::{self, AssetChoice, CustomerChoice, Pen, Request};
use casebook::archive::{Archive, Exported, plan, read, write};
use casebook::domain::case::{Case, CaseEvent, CaseField, CaseKind, Channel, Recorded, Urgency};
use casebook::domain::customer::{Customer, CustomerField, CustomerKind};
use casebook::domain::id::{AssetId, CaseId, CustomerId, ProcessId, StageId};
use casebook::domain::money::{Currency, Money};
use casebook::domain::payment::{Payment, PaymentMethod};
use casebook::domain::phone::Phone;
use casebook::domain::process::ProcessRef;
use casebook::domain::record::Records;
use casebook::journal::{Change, DeviceId, SessionId, Stamp, Writer};
use casebook::search::index::Index;
use casebook::search::summary::Summary;
use casebook::store::{Durability, MemoryStore};
use proptest::prelude::*;

const NOW: u64 = 1_795_264_320_000;
/// What nobody may find afterwards.
const PERSONAL: [&str; 6] = ["陈秀英", "138 0000 1234", "和平路", "狗怕生", "脱水时响声", "SN-778"];

fn pen(device: u128, at: u64) -> Pen {
    let writer = Writer { device: DeviceId::from_random(device), session: SessionId::from_random(device) };
    Pen { stamp: Stamp::new(NOW + at * 1000, 0, writer), author: None }
}

fn customer() -> CustomerId {
    CustomerId::parse("c1").expect("an id")
}

fn case() -> CaseId {
    CaseId::parse("k1").expect("an id")
}

/// A customer with a case, a thing, a note and a payment; and another customer.
fn shop() -> Records {
    let request = |case: &str, customer: &str, name: &str, asset| Request {
        case: CaseId::parse(case).expect("an id"),
        number: format!("ABC-{case}"),
        customer: CustomerChoice::New {
            id: CustomerId::parse(customer).expect("an id"),
            name: name.to_owned(),
            phone: Phone::parse("138 0000 1234").ok(),
            address: "和平路 8 号".to_owned(),
        },
        asset,
        channel: Channel::Phone,
        description: "脱水时响声很大".to_owned(),
        urgency: Urgency::High,
        process: ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 },
        stage: StageId::parse("intake").expect("an id"),
        told: "陈秀英等电话".to_owned(),
        promised: None,
        arose_from: None,
    };
    let asset = AssetChoice::New {
        id: AssetId::parse("a1").expect("an id"),
        label: "洗衣机".to_owned(),
        brand: "海尔".to_owned(),
        model: String::new(),
        serial: "SN-778".to_owned(),
    };
    let mut records = command::take_request(&pen(1, 0), request("k1", "c1", "陈秀英", asset));
    records.merge(command::note(&pen(1, 1), &case(), "狗怕生"));
    let now = Customer::of(&records.journal::<CustomerKind>("c1"));
    let note = vec![CustomerField::Note("狗怕生".to_owned())];
    records.merge(command::set::<CustomerKind>(&pen(1, 2), "c1", &now, note));
    let amount = Money::from_plain("80.00", Currency::Cny).expect("an amount");
    let payment = Payment { amount, method: PaymentMethod::Cash, term: None, note: "陈秀英".to_owned() };
    let paid = pen(1, 3).entry(vec![Change::Event(CaseEvent::PaymentReceived(payment))]);
    records.add::<CaseKind>("k1", paid);
    let done = Recorded { activity: "检测".to_owned(), note: "陈秀英在场".to_owned() };
    records.add::<CaseKind>("k1", pen(1, 5).entry(vec![Change::Event(CaseEvent::Recorded(done))]));
    records.merge(command::take_request(&pen(1, 4), request("k2", "c2", "李娜", AssetChoice::None)));
    records
}

fn text(records: &Records) -> String {
    write(records, &exported())
}

fn exported() -> Exported {
    Exported { at: "2026-11-22T05:00:00Z".to_owned(), device: "k3v9q2".to_owned(), app: "0.1.0".to_owned() }
}

/// Everything of the other customer, so that it does not hide what is left of the first.
fn of_first(records: &Records) -> String {
    let mut own = records.clone();
    own.0.retain(|key, _| !matches!(key.id.as_str(), "c2" | "k2"));
    text(&own)
}

fn erased(mut records: Records) -> Records {
    let marks = command::erase_customers(&pen(1, 1000), &records, &[customer()]);
    records.merge(marks);
    records
}

fn names_nobody(records: &Records) {
    let text = of_first(records);
    for word in PERSONAL {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn what_is_personal_goes_and_the_figures_stay() {
    let records = erased(shop());
    names_nobody(&records);
    let case = Case::of(&records.journal::<CaseKind>("k1"));
    assert_eq!(case.number().map(String::as_str), Some("ABC-k1"));
    assert_eq!(case.urgency(), Some(&Urgency::High));
    assert_eq!(case.customer(), Some(&customer()));
    let paid: Vec<String> = case.payments().map(|held| held.value.amount.to_string()).collect();
    assert_eq!(paid, ["CNY 80.00"]);
    let recorded: Vec<_> =
        case.recorded().map(|held| (held.value.activity.as_str(), held.value.note.as_str())).collect();
    assert_eq!(recorded, [("检测", "")]);
    assert_eq!(records.entries(), shop().entries() + 3, "a mark in the customer, the case and the thing");
    assert!(text(&records).contains("李娜"), "others are left alone");
    let mut index = Index::default();
    records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
    assert_eq!(index.find_customers("").len(), 1);
    assert!(index.find_customers("138").iter().all(|found| found.id == "c2"));
}

#[test]
fn an_old_file_brings_nothing_back() {
    let records = erased(shop());
    let old = read(&text(&shop())).expect("a file");
    let plan = plan(&records, old);
    assert_eq!(plan.news.entries(), 0, "nothing of it is new");
    let mut merged = shop();
    merged.merge(records.clone());
    assert_eq!(text(&merged), text(&records), "in whichever order");
    assert!(read(&text(&records)).expect("a file").problems.is_empty());
}

#[test]
fn the_store_forgets_the_values_too() {
    let mut store = MemoryStore::default();
    store.append(&shop(), Durability::Strict).expect("stored");
    let marks = command::erase_customers(&pen(1, 1000), &shop(), &[customer()]);
    store.append(&marks, Durability::Strict).expect("stored");
    for (row, text) in store.batches.iter().filter(|(row, _)| !row.contains("/c2/") && !row.contains("/k2/"))
    {
        assert!(PERSONAL.iter().all(|word| !text.contains(word)), "{row}: {text}");
    }
    assert_eq!(store.all().expect("read").records, erased(shop()));
    let back = plan(
        &store.all().expect("read").records,
        Archive { exported: exported(), records: shop(), files: vec![], problems: vec![] },
    );
    assert!(back.news.0.is_empty());
}

#[test]
fn what_comes_in_of_an_erased_person_is_erased_as_well() {
    let mut records = erased(shop());
    let mut late = Records::default();
    late.add::<CaseKind>(
        "k3",
        pen(2, 2000).entry(
            [CaseField::Customer(customer()), CaseField::Description("陈秀英又来电".to_owned())]
                .map(|field| Change::Set { field, replaces: vec![] })
                .into(),
        ),
    );
    records.merge(late);
    let all = command::erased_customers(&records);
    assert_eq!(all, [customer()]);
    let marks = command::erase_customers(&pen(1, 3000), &records, &all);
    assert_eq!(marks.entries(), 1, "the others bear the mark already");
    records.merge(marks);
    names_nobody(&records);
    assert!(command::erase_customers(&pen(1, 3001), &records, &all).0.is_empty());
}

#[test]
fn one_customers_file_holds_theirs_alone() {
    let keys: Vec<String> =
        command::records_of(&shop(), &[customer()]).iter().map(ToString::to_string).collect();
    assert_eq!(keys, ["customer/c1", "asset/a1", "case/k1"]);
}

#[test]
fn the_mark_cannot_be_undone() {
    let mut records = erased(shop());
    let undo = pen(1, 2000).entry(vec![Change::Undo(pen(1, 1000).stamp)]);
    records.add::<CustomerKind>("c1", undo);
    records.merge(shop());
    names_nobody(&records);
}

proptest! {
    /// Three devices, one of which erases at some time, exchange in any order.
    #[test]
    fn erasing_commutes_with_merging(order in prop::collection::vec((0..3_usize, 0..3_usize), 0..12), when in 0..12_usize) {
        let mut devices = vec![shop(); 3];
        for (device, records) in devices.iter_mut().enumerate() {
            let note = command::note(&pen(device as u128 + 5, 100 + device as u64), &case(), "狗怕生");
            records.merge(note);
        }
        for (at, (to, from)) in order.into_iter().enumerate() {
            if at == when {
                devices[0] = erased(devices[0].clone());
            }
            let from = devices[from].clone();
            devices[to].merge(from);
        }
        devices[0] = erased(devices[0].clone());
        let union = |order: [usize; 3]| {
            let mut all = Records::default();
            order.into_iter().for_each(|device| all.merge(devices[device].clone()));
            all
        };
        let (one, other) = (union([0, 1, 2]), union([2, 1, 0]));
        prop_assert_eq!(text(&one), text(&other));
        names_nobody(&one);
    }
}
