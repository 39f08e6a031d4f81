//! vCards.

use crate::{Shop, faults, only, verdicts};
use casebook::archive::tables::{Encoding, RowFault, Sheet, TableError, take_vcards, take_vcards_decoding};
use casebook::domain::customer::{ContactWay, Customer, CustomerKind};
use casebook::domain::record::{Known, Record};

fn taken(text: &str) -> Sheet {
    let decode = |encoding: Encoding, bytes: &[u8]| match encoding {
        Encoding::Big5 => encoding_rs::BIG5.decode(bytes).0.into_owned(),
        _ => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    };
    take_vcards_decoding(text, &Shop::new("cards").taking(), &decode).expect("cards")
}

fn customer(record: &Record) -> Option<Customer> {
    CustomerKind::of(record).map(Customer::of)
}

/// Name, first number, e-mail address, address, note, tags; then further contact points.
fn told(sheet: &Sheet) -> String {
    let customer = only(&sheet.records, customer);
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let phone = customer.phone().and_then(Option::as_ref).map(ToString::to_string).unwrap_or_default();
    let tags: Vec<_> = customer.tags().cloned().collect();
    let mut more: Vec<_> = customer
        .contacts()
        .into_iter()
        .map(|(_, point)| format!("{:?} {}", point.way, point.value))
        .collect();
    more.sort();
    [
        text(customer.name()),
        phone,
        text(customer.email()),
        text(customer.address()),
        text(customer.note()).replace('\n', "/"),
        tags.join(","),
        more.join(","),
    ]
    .join("|")
}

#[test]
fn cards_of_all_versions_become_customers() {
    for (card, expected) in [
        (
            // Version 2.1 as older phones write it, in an encoding of its own.
            "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=C3=F7;;;\n\
             FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5=\n=D0=A1=C3=F7\nTEL;HOME:010-88880000\n\
             TEL;CELL;PREF:13800001234\nEND:VCARD\n",
            "王小明|13800001234|||||Phone 010-88880000",
        ),
        (
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E7=8E=8B;=E8=8A=B3;;;\r\n\
             TEL;WORK:02 1234 5678\r\nNOTE;ENCODING=QUOTED-PRINTABLE:first=0Asecond\r\n\
             PHOTO;JPEG;ENCODING=BASE64:AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n",
            "王芳|02 1234 5678|||first/second||",
        ),
        (
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nN:Lee;Ann;;;\nORG:Example Ltd;Service\n\
             item1.TEL;TYPE=WORK,VOICE:+44 20 7946 0000\nTEL;type=CELL:+44 7700 900000\n\
             EMAIL;TYPE=INTERNET:ann@example.com\nADR;TYPE=HOME:;;1 High Street;London;;N1 1AA;UK\n\
             NOTE:likes tea\\, no milk\\nring\n  twice\nCATEGORIES:friend,regular\nEND:VCARD\n",
            "Ann Lee|+44 7700 900000|ann@example.com|1 High Street, London, N1 1AA, UK|\
             Example Ltd Service/likes tea, no milk/ring twice|friend,regular|Phone +44 20 7946 0000",
        ),
        (
            "BEGIN:VCARD\nVERSION:4.0\nFN:王小明\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+86-138-0000-1234;ext=5\n\
             EMAIL:mailto:a@example.com\nADR;LABEL=\"x:y\":;;长安路 1 号;北京市;;100000;中国\nEND:VCARD\n",
            "王小明|+86-138-0000-1234|a@example.com|100000 中国北京市长安路 1 号|||",
        ),
        (
            "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:示例商行\nORG:示例商行\nTEL:88880000\nEND:VCARD\n",
            "示例商行|88880000|||||",
        ),
        ("BEGIN:VCARD\nTEL:13800001234\nEND:VCARD\n", "13800001234|13800001234|||||"),
    ] {
        let sheet = taken(card);
        assert_eq!(faults(&sheet), [], "{card}");
        assert_eq!(told(&sheet), expected, "{card}");
    }
}

#[test]
fn several_cards_are_taken_and_the_same_one_once() {
    let card = |name: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:13800001234\nEND:VCARD\n");
    let sheet = taken(&[card("Wang"), card("Wang"), card("Li")].concat());
    assert_eq!(verdicts(&sheet), "1+ 6= 11+");
    assert_eq!(faults(&sheet), [(11, RowFault::MaybeSame("Wang".to_owned()))]);
    let ways: Vec<_> = sheet
        .records
        .0
        .values()
        .filter_map(customer)
        .flat_map(|one| one.contacts().into_iter().map(|(_, point)| point.way).collect::<Vec<ContactWay>>())
        .collect();
    assert_eq!(ways, []);
}

#[test]
fn broken_cards_are_told_with_their_line() {
    let sheet = taken(
        "noise\nBEGIN:VCARD\nFN:Wang\nthis is no line\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n\
         BEGIN:VCARD\nFN:Li\nAGENT:\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:Zhao\n",
    );
    assert_eq!(verdicts(&sheet), "2+ 6! 8+ 15!");
    assert_eq!(faults(&sheet), [(2, RowFault::NotALine), (6, RowFault::NoName), (15, RowFault::Unfinished)]);
    assert!(
        sheet.records.0.values().filter_map(customer).all(|one| one.name().is_some_and(|name| name != "Ann"))
    );
    for text in ["", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "name,phone\nWang,1\n"] {
        assert_eq!(take_vcards(text, &Shop::new("cards").taking()), Err(TableError::NoCards), "{text}");
    }
}
