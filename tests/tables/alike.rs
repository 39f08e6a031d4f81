//! Rows of people who are here already.

use crate::{NOW, Shop, faults, verdicts};
use casebook::archive::tables::{
    Alike, Doing, Duplicates, Mapping, Part, Sheet, SheetKind, Table, take, take_vcards,
};
use casebook::domain::customer::{Customer, CustomerField, CustomerKey, CustomerKind};
use casebook::domain::record::{Known, Record, Records};
use casebook::journal::{Change, Entry, Journal};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// Takes a sheet of customers, with the same choice for all, or one for each line.
fn taken(shop: &Shop, text: &str, sure: Doing, maybe: Doing, rows: &BTreeMap<usize, Doing>) -> Sheet {
    let table = Table::parse(text, None).expect("a table");
    let duplicates = Duplicates { sure, maybe, rows };
    let taking = casebook::archive::tables::Taking { duplicates, ..shop.taking() };
    take(&table, &Mapping::guess(SheetKind::Customers, &table), &taking).expect("columns")
}

fn all(shop: &Shop, text: &str, doing: Doing) -> Sheet {
    taken(shop, text, doing, doing, &BTreeMap::new())
}

/// A shop in which these rows are.
fn shop(text: &str) -> (Shop, Records) {
    let records = Shop::new("s").take(SheetKind::Customers, text).records;
    (Shop::with("s", &records), records)
}

fn merged(records: &Records, sheet: &Sheet) -> Records {
    let mut all = records.clone();
    all.merge(sheet.records.clone());
    all
}

fn customer(record: &Record) -> Option<Customer> {
    CustomerKind::of(record).map(Customer::of)
}

/// All that is said of each customer, in the order of their names.
fn told(records: &Records) -> String {
    let mut told: Vec<String> = records.0.values().filter_map(customer).map(|one| words(&one)).collect();
    told.sort();
    told.join("\n")
}

fn words(customer: &Customer) -> String {
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let phone = customer.phone().and_then(Option::as_ref).map(ToString::to_string).unwrap_or_default();
    let mut more: Vec<String> = customer.contacts().iter().map(|(_, point)| point.value.clone()).collect();
    more.sort();
    let people: Vec<String> = customer.people().iter().map(|(_, person)| person.name.clone()).collect();
    let tags: Vec<String> = customer.tags().cloned().collect();
    let texts = [customer.name(), customer.email(), customer.address(), customer.note()].map(text);
    let [name, email, address, note] = texts;
    [name, phone, email, address, note.replace('\n', "/"), more.join("+"), people.join("+"), tags.join("+")]
        .join("|")
        .trim_end_matches('|')
        .to_owned()
}

#[track_caller]
fn alike(sheet: &Sheet, row: usize) -> &Alike {
    sheet.rows[row].alike.as_deref().expect("somebody alike")
}

/// What would be added and what differs, in short.
fn said(alike: &Alike) -> String {
    let points = alike.points.iter().filter(|point| !point.missing.is_empty());
    let sign = |differs: bool| if differs { '≠' } else { '+' };
    let words = points.map(|point| {
        format!("{:?}{}{}", point.part, sign(point.differs()), point.missing.join(",").replace('\n', "/"))
    });
    words.collect::<Vec<_>>().join(" ")
}

const HERE: &str =
    "姓名,电话,邮箱,微信,地址,标签,备注,联系人\n王小明,13800001234,a@example.com,,长安路 1 号,老客户,,\n";

#[test]
fn what_is_missing_is_added_and_what_differs_is_shown() {
    for (row, says, then) in [
        // Nothing new, however it is written.
        ("王小明,+86 138 0000 1234,A@Example.com,,长安路1号,老客户,,", "", "&"),
        (
            "王小明,13800001234,,wxm,,,周末勿扰,",
            "Wechat+wxm Note+周末勿扰",
            "王小明|13800001234|a@example.com|长安路 1 号|周末勿扰|wxm||老客户",
        ),
        (
            "王小明,13800001234 / 010-88880000,b@example.com,,,企业;老客户,,李雷",
            "Phone+010-88880000 Email+b@example.com Tags+企业 Person+李雷",
            "王小明|13800001234|a@example.com|长安路 1 号||010-88880000+b@example.com|李雷|企业+老客户",
        ),
        ("王小明,13800001234,,,和平路 2 号,,,", "Address≠和平路 2 号", "&"),
        // Only the number is theirs: they may be one.
        (
            "王太太,13800001234,,,和平路 2 号,,常客,",
            "Name≠王太太 Address≠和平路 2 号 Note+常客",
            "王小明|13800001234|a@example.com|长安路 1 号|常客|||老客户",
        ),
        // A row that names nobody has no other name.
        (
            ",13800001234,c@example.com,,,,,",
            "Email+c@example.com",
            "王小明|13800001234|a@example.com|长安路 1 号||c@example.com||老客户",
        ),
    ] {
        let (shop, records) = shop(HERE);
        let text = format!("{}\n{row}\n", HERE.lines().next().expect("headers"));
        let sheet = all(&shop, &text, Doing::Add);
        let before = told(&records);
        assert_eq!(said(alike(&sheet, 0)), says, "{row}");
        let then = if then == "&" { before.as_str() } else { then };
        assert_eq!(told(&merged(&records, &sheet)), then, "{row}");
        assert_eq!(verdicts(&sheet), if then == before { "2=" } else { "2&" }, "{row}");
        // Left out it changes nothing; as new it is another one, and the one here stays as they are.
        let left = all(&shop, &text, Doing::Leave);
        assert_eq!((verdicts(&left).as_str(), left.records.0.len()), ("2=", 0), "{row}");
        let new = all(&shop, &text, Doing::New);
        let both = merged(&records, &new);
        assert_eq!((verdicts(&new).as_str(), both.0.len()), ("2+", 2), "{row}");
        assert!(told(&both).contains(&before), "{row}");
    }
}

#[test]
fn what_was_emptied_is_filled_and_names_what_it_replaces() {
    let (_, mut records) = shop("姓名,电话,邮箱\n王小明,13800001234,a@example.com\n");
    let (key, _) = records.0.first_key_value().expect("a customer");
    let (id, stamp) = (key.id.clone(), Shop::new("s").source.stamp(NOW, 5));
    let emptied = Customer::of(&records.journal::<CustomerKind>(&id));
    let replaces = emptied.fields.heads(&CustomerKey::Email);
    let changes = vec![Change::Set { field: CustomerField::Email(String::new()), replaces }];
    records.add::<CustomerKind>(&id, Entry { stamp, author: None, changes });
    let sheet =
        all(&Shop::with("t", &records), "姓名,电话,邮箱\n王小明,13800001234,b@example.com\n", Doing::Add);
    let after = merged(&records, &sheet);
    assert_eq!(told(&after), "王小明|13800001234|b@example.com");
    assert!(after.0.values().filter_map(customer).all(|one| one.fields.conflicts().is_empty()));
}

#[test]
fn rows_of_one_table_add_to_each_other() {
    let text = "姓名,电话,邮箱,地址\n王小明,13800001234,,\n王小明,13800001234,a@example.com,\n\
                王小明,13800001234,b@example.com,长安路\n王小明,13800001234,,和平路\n";
    let sheet = all(&Shop::new("s"), text, Doing::Add);
    assert_eq!(verdicts(&sheet), "2+ 3& 4& 5=");
    assert_eq!(told(&sheet.records), "王小明|13800001234|a@example.com|长安路||b@example.com");
    assert_eq!((alike(&sheet, 2).line, said(alike(&sheet, 3))), (Some(2), "Address≠和平路".to_owned()));
    // Each as a customer of their own.
    let apart = all(&Shop::new("s"), text, Doing::New);
    assert_eq!((verdicts(&apart).as_str(), apart.records.0.len()), ("2+ 3+ 4+ 5+", 4));
    // One by one.
    let rows = BTreeMap::from([(3, Doing::New), (4, Doing::Add)]);
    let each = taken(&Shop::new("s"), text, Doing::Leave, Doing::New, &rows);
    assert_eq!(verdicts(&each), "2+ 3+ 4& 5=");
}

#[test]
fn who_only_may_be_the_same_is_new_unless_it_is_said_otherwise() {
    let (shop, records) = shop("姓名,电话\n王小明,13800001234\n");
    let text = "姓名,电话,邮箱\n王太太,13800001234,b@example.com\n";
    let usual = shop.take(SheetKind::Customers, text);
    assert_eq!((verdicts(&usual).as_str(), faults(&usual).len()), ("2+", 1));
    assert!(!alike(&usual, 0).sure);
    let sheet = all(&shop, text, Doing::Add);
    assert_eq!((verdicts(&sheet).as_str(), faults(&sheet)), ("2&", vec![]));
    assert_eq!(told(&merged(&records, &sheet)), "王小明|13800001234|b@example.com");
}

#[test]
fn what_was_not_understood_is_only_told_where_a_note_keeps_it() {
    let (shop, _) = shop("name,phone,note\nWang,13800001234,ring twice\nLi,13900001234,\n");
    let text = "name,phone,email\nWang,13800001234,nonsense\nLi,13900001234,nonsense\n";
    let sheet = all(&shop, text, Doing::Add);
    assert_eq!(verdicts(&sheet), "2= 3&");
    assert_eq!(faults(&sheet).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3]);
    assert_eq!(said(alike(&sheet, 0)), "Note≠nonsense");
}

#[test]
fn cards_are_added_like_rows() {
    let card =
        |more: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nTEL:13800001234\n{more}END:VCARD\n");
    let shop = Shop::new("cards");
    let first = take_vcards(&card(""), &shop.taking()).expect("cards");
    let later = Shop::with("cards", &first.records);
    let rows = BTreeMap::new();
    let duplicates = Duplicates { sure: Doing::Add, maybe: Doing::New, rows: &rows };
    let taking = casebook::archive::tables::Taking { duplicates, ..later.taking() };
    let sheet = take_vcards(&card("EMAIL:ann@example.com\n"), &taking).expect("cards");
    assert_eq!(verdicts(&sheet), "1&");
    assert_eq!(told(&merged(&first.records, &sheet)), "Ann Lee|13800001234|ann@example.com");
    assert_eq!(
        alike(&sheet, 0).points.iter().map(|point| point.part).collect::<Vec<_>>(),
        [Part::Name, Part::Phone, Part::Email]
    );
}

/// A few people who easily resemble each other.
fn rows() -> impl Strategy<Value = String> {
    let cell = |values: &[&'static str]| select(values.to_vec());
    let row = (
        cell(&["王小明", "王 小明", "李雷", "Ann", ""]),
        cell(&["13800001234", "+86 138 0000 1234", "13900001234 / 13800001234", "x", ""]),
        cell(&["a@example.com", "A@Example.com;b@example.com", "nonsense", ""]),
        cell(&["wxm", ""]),
        cell(&["长安路 1 号", "和平路", ""]),
        cell(&["老客户", "企业;老客户", ""]),
        cell(&["周末勿扰", "周末勿扰。", ""]),
        cell(&["李雷", ""]),
    );
    let rows = prop::collection::vec(row, 1..7).prop_map(|rows| {
        let line = |(name, phone, email, wechat, address, tags, note, person): (_, _, _, _, _, _, _, _)| {
            [name, phone, email, wechat, address, tags, note, person].join(",")
        };
        rows.into_iter().map(line).collect::<Vec<String>>()
    });
    let rows = rows.prop_filter("a table says something", |lines| {
        lines.iter().any(|line| line.chars().any(|sign| sign != ','))
    });
    rows.prop_map(|lines| format!("姓名,电话,邮箱,微信,地址,标签,备注,联系人\n{}\n", lines.join("\n")))
}

/// What is done to a shop by hand meanwhile: fields emptied, or two values beside each other.
fn meddled(records: &Records, by: &[(usize, u8)]) -> Records {
    let mut meddled = records.clone();
    for (at, (place, how)) in by.iter().enumerate() {
        let Some(id) = records.0.keys().nth(place % records.0.len().max(1)).map(|key| key.id.clone()) else {
            continue;
        };
        let customer = Customer::of(&meddled.journal::<CustomerKind>(&id));
        let field = match how % 4 {
            0 => CustomerField::Email(String::new()),
            1 => CustomerField::Phone(None),
            2 => CustomerField::Address("别处".to_owned()),
            _ => CustomerField::Note(String::new()),
        };
        let seen = if how / 4 % 2 == 0 {
            customer.fields.heads(&casebook::journal::Field::key(&field))
        } else {
            Vec::new()
        };
        let stamp = Shop::new("hand").source.stamp(NOW, u32::try_from(at).expect("few"));
        let changes = vec![Change::Set { field, replaces: seen }];
        meddled.add::<CustomerKind>(&id, Entry { stamp, author: None, changes });
    }
    meddled
}

/// Everything that stands in a customer, values beside others included, but what says that there is none.
fn standing(journal: &Journal<CustomerKind>) -> Vec<CustomerField> {
    let customer = Customer::of(journal);
    let beside = customer.fields.conflicts().into_iter().flat_map(|conflict| conflict.values);
    let all = customer.fields.iter().cloned().chain(beside).map(|held| held.value);
    all.filter(|field| match field {
        CustomerField::Email(text) | CustomerField::Note(text) | CustomerField::Address(text) => {
            !text.is_empty()
        }
        CustomerField::Phone(phone) => phone.is_some(),
        _ => true,
    })
    .collect()
}

fn doing() -> impl Strategy<Value = Doing> {
    select(Doing::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_was_said_of_a_row_is_done(
        before in rows(),
        text in rows(),
        said in prop::collection::vec(doing(), 8),
    ) {
        // Asked as the page asks: first nothing is said, then something of each row that resembles somebody.
        let shop = Shop::with("s", &Shop::new("first").take(SheetKind::Customers, &before).records);
        let lines = |sheet: &Sheet| -> Vec<usize> {
            sheet.rows.iter().filter(|row| row.alike.is_some()).map(|row| row.line).collect()
        };
        let asked = lines(&shop.take(SheetKind::Customers, &text));
        let rows: BTreeMap<usize, Doing> = asked.iter().copied().zip(said).collect();
        let sheet = taken(&shop, &text, Doing::Leave, Doing::New, &rows);
        prop_assert_eq!(lines(&sheet), asked);
        for (row, alike) in sheet.rows.iter().filter_map(|row| Some((row, row.alike.as_deref()?))) {
            prop_assert_eq!(rows.get(&row.line), Some(&alike.doing));
            let is_new = matches!(row.what, casebook::archive::tables::Outcome::New(_));
            prop_assert_eq!(is_new, alike.doing == Doing::New);
        }
    }

    #[test]
    fn nothing_here_is_overwritten_whatever_the_rows_say(
        before in rows(),
        text in rows(),
        by in prop::collection::vec((0..6_usize, any::<u8>()), 0..4),
        (sure, maybe) in (doing(), doing()),
        some in prop::collection::btree_map(2..9_usize, doing(), 0..5),
    ) {
        let here = meddled(&Shop::new("first").take(SheetKind::Customers, &before).records, &by);
        let shop = Shop::with("s", &here);
        let sheet = taken(&shop, &text, sure, maybe, &some);
        let after = merged(&here, &sheet);
        for (key, record) in &here.0 {
            let Some(known) = CustomerKind::of(record) else { continue };
            let now = after.journal::<CustomerKind>(&key.id);
            let stands = standing(&now);
            for field in standing(known) {
                prop_assert!(stands.contains(&field), "{:?} is gone", field);
            }
            // Nor does anything come to stand beside it.
            let (old, new) = (Customer::of(known).fields.conflicts(), Customer::of(&now).fields.conflicts());
            prop_assert_eq!(old, new);
            // A customer got something only where a row was to be added to them.
            let added = sheet.rows.iter().filter_map(|row| row.alike.as_deref()).any(|alike| alike.of == *key && alike.doing == Doing::Add);
            prop_assert!(added || now.len() == known.len());
        }
        // Added once, it is here: the same row has nothing more to add to the same customer.
        let added = all(&shop, &text, Doing::Add);
        let again = all(&Shop::with("s", &merged(&here, &added)), &text, Doing::Add);
        for (first, second) in added.rows.iter().zip(&again.rows) {
            if let (Some(first), Some(second)) = (&first.alike, &second.alike)
                && first.of == second.of
            {
                prop_assert!(!second.points.iter().any(casebook::archive::tables::Point::adds), "{:?}", second);
            }
        }
        // Taking it back leaves what was here: added entries are entries of their own.
        for (key, record) in &sheet.records.0 {
            if let (Some(came), Some(known)) = (CustomerKind::of(record), here.0.get(key).and_then(CustomerKind::of)) {
                prop_assert!(came.iter().all(|entry| !known.iter().any(|old| old.stamp == entry.stamp)));
            }
        }
    }
}
