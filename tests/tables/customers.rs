//! Sheets of customers.

use crate::{Shop, faults, only, verdicts};
use casebook::archive::tables::{Column, MapError, Mapping, Outcome, RowFault, SheetKind, Table, take};
use casebook::domain::customer::{ContactWay, Customer, CustomerKind};
use casebook::domain::id::CustomerId;
use casebook::domain::record::{Known, Record, Records};
use casebook::journal::{Change, Entry, Journal};

fn customer(record: &Record) -> Option<Customer> {
    CustomerKind::of(record).map(Customer::of)
}

#[test]
fn a_row_becomes_a_customer_with_all_that_it_says() {
    let sheet = Shop::new("s").take(
        SheetKind::Customers,
        "公司,姓名,手机号,电话,邮箱,微信,地址,标签,备注,生日\n\
         示例商行,王小明,13800001234,010-88880000 / 010-88880001,a@example.com,wxm,长安路 1 号,\"老客户,企业\",周末勿扰,5月\n",
    );
    assert_eq!((verdicts(&sheet).as_str(), faults(&sheet)), ("2+", vec![]));
    let customer = only(&sheet.records, customer);
    assert_eq!(customer.name().map(String::as_str), Some("示例商行"));
    assert_eq!(
        customer.people().iter().map(|(_, person)| person.name.as_str()).collect::<Vec<_>>(),
        ["王小明"]
    );
    let phone = customer.phone().and_then(Option::as_ref).expect("a number");
    assert_eq!(phone.as_str(), "13800001234");
    assert_eq!(customer.email().map(String::as_str), Some("a@example.com"));
    assert_eq!(customer.address().map(String::as_str), Some("长安路 1 号"));
    assert_eq!(customer.tags().collect::<Vec<_>>(), ["企业", "老客户"]);
    // The header of what has no place of its own stays with it.
    assert_eq!(customer.note().map(String::as_str), Some("备注: 周末勿扰\n生日: 5月"));
    let mut points: Vec<_> =
        customer.contacts().into_iter().map(|(_, point)| (point.way, point.value.clone())).collect();
    points.sort();
    let (phone, wechat) = (ContactWay::Phone, ContactWay::Wechat);
    let expected = [(phone, "010-88880000"), (phone, "010-88880001"), (wechat, "wxm")];
    assert_eq!(points, expected.map(|(way, value)| (way, value.to_owned())));
}

#[test]
fn what_is_not_understood_stays_in_the_note() {
    let sheet = Shop::new("s").take(
        SheetKind::Customers,
        "name,phone,email\nWang,after six,not an address\nLi,-,n/a\n,,\n\"\",,x@example.com\n,none,\n",
    );
    assert_eq!(verdicts(&sheet), "2+ 3+ 5+ 6!");
    assert_eq!(
        faults(&sheet),
        [
            (2, RowFault::NotAPhone("after six".to_owned())),
            (2, RowFault::NotAnEmail("not".to_owned())),
            (2, RowFault::NotAnEmail("an".to_owned())),
            (2, RowFault::NotAnEmail("address".to_owned())),
            (6, RowFault::NoName),
        ]
    );
    let notes: Vec<_> =
        sheet.records.0.values().filter_map(customer).filter_map(|one| one.note().cloned()).collect();
    assert_eq!(notes, ["after six\nnot\nan\naddress"]);
    let names: Vec<_> =
        sheet.records.0.values().filter_map(customer).filter_map(|one| one.name().cloned()).collect();
    assert!(names.contains(&"x@example.com".to_owned()), "{names:?}");
}

#[test]
fn duplicates_are_found_within_the_sheet_and_against_what_is_here() {
    let shop = Shop::new("s");
    let first =
        shop.take(SheetKind::Customers, "name,phone,email\n王小明,138 0000 1234,a@example.com\n李雷,,\n");
    assert_eq!(verdicts(&first), "2+ 3+");
    let later = Shop::with("another", &first.records);
    let sheet = later.take(
        SheetKind::Customers,
        "name,phone,email\n\
         王小明,+86 13800001234,\n\
         王 小明,,A@Example.com\n\
         李雷,,\n\
         王太太,13800001234,\n\
         王小明,13900009999,\n\
         新客,13700001111,\n\
         新客,13700001111,b@example.com\n",
    );
    assert_eq!(verdicts(&sheet), "2= 3= 4= 5+ 6+ 7+ 8=");
    let maybe = |line| (line, RowFault::MaybeSame("王小明".to_owned()));
    assert_eq!(faults(&sheet), [maybe(5), maybe(6)]);
    assert!(matches!(sheet.rows[6].what, Outcome::SameAs { line: Some(7), .. }), "{:?}", sheet.rows[6]);
    assert_eq!(sheet.records.0.len(), 3);
}

#[test]
fn the_same_sheet_changes_nothing_whatever_it_is_called() {
    let text = "name,phone\n王小明,13800001234\n李雷,13900001234\n";
    let one = Shop::new("customers.csv").take(SheetKind::Customers, text);
    let other = Shop::new("copy of customers.csv").take(SheetKind::Customers, text);
    assert_eq!(one.records.0.keys().collect::<Vec<_>>(), other.records.0.keys().collect::<Vec<_>>());
    let again = Shop::with("copy", &one.records).take(SheetKind::Customers, text);
    assert_eq!((verdicts(&again).as_str(), again.records.0.len()), ("2= 3=", 0));
    // Two devices that took it apart agree.
    let mut both = one.records;
    both.merge(other.records);
    assert!(both.0.values().filter_map(customer).all(|one| one.fields.conflicts().is_empty()));
}

#[test]
fn who_was_erased_does_not_come_back() {
    let text = "name,phone\n王小明,13800001234\n";
    let sheet = Shop::new("s").take(SheetKind::Customers, text);
    let (key, record) = sheet.records.0.iter().next().expect("a record");
    let mut journal: Journal<CustomerKind> = CustomerKind::of(record).expect("a customer").clone();
    let stamp = Shop::new("s").source.stamp(crate::NOW + 1, 0);
    journal.insert(Entry { stamp, author: None, changes: vec![Change::Erased] });
    let mut records = Records::default();
    records.merge(Records([(key.clone(), CustomerKind::wrap(journal))].into()));
    assert!(CustomerId::parse(&key.id).is_some());
    let again = Shop::with("s", &records).take(SheetKind::Customers, text);
    assert_eq!(faults(&again), [(2, RowFault::Erased)]);
    assert!(again.records.0.is_empty());
}

#[test]
fn columns_are_chosen_by_name_or_number() {
    let table = Table::parse("Kunde,2,Nr\nWang,x,13800001234\n", None).expect("a table");
    let named = |pairs: &[(&str, &str)]| Mapping::named(SheetKind::Customers, &table, pairs);
    let columns = |pairs: &[(&str, &str)]| named(pairs).map(|mapping| mapping.columns);
    let expected = vec![Some(Column::Name), Some(Column::Note), Some(Column::Phone)];
    assert_eq!(columns(&[("name", "kunde"), ("phone", "3"), ("note", "2")]), Ok(expected));
    for (pairs, error) in [
        (&[("colour", "2")][..], MapError::Unknown("colour".to_owned())),
        (&[("activity", "2")], MapError::Unknown("activity".to_owned())),
        (&[("name", "9")], MapError::NoColumn("9".to_owned())),
        (&[("name", "0")], MapError::NoColumn("0".to_owned())),
        (&[("name", "Name")], MapError::NoColumn("Name".to_owned())),
    ] {
        assert_eq!(columns(pairs), Err(error), "{pairs:?}");
    }
    let shop = Shop::new("s");
    let taken = |pairs: &[(&str, &str)]| take(&table, &named(pairs).expect("columns"), &shop.taking());
    assert_eq!(taken(&[("note", "2")]), Err(MapError::Nobody));
    assert_eq!(taken(&[("name", "1"), ("name", "2")]), Err(MapError::Twice(Column::Name)));
}
