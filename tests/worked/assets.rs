//! A thing that is served: as it came in, what was replaced, and how long it is maintained.

use crate::bench::{Bench, case_id};
use casebook::app::command::{
    self, AssetChoice, CustomerChoice, ReplacedPartError, Request, add_asset, put_replaced_part, remove_item,
    set_texts,
};
use casebook::app::overview::{Fact, VisitFacts};
use casebook::domain::acceptance::{Acceptance, AcceptanceVerdict};
use casebook::domain::asset::{Asset, AssetKind, ReplacedPart};
use casebook::domain::case::{
    CaseDay, CaseField, CaseItemKey, CaseKind, CasePart, CaseText, Channel, Urgency, is_on_record,
};
use casebook::domain::date::Date;
use casebook::domain::id::{AssetId, CaseId, CustomerId, ProcessId, ReplacedPartId, StageId};
use casebook::domain::process::ProcessRef;
use casebook::domain::record::Records;
use casebook::domain::record_part::RecordPart;
use casebook::domain::text::{MAX_LINE, TextError};
use casebook::domain::visit::Maintenance;
use casebook::search::case_query::CaseQuery;
use casebook::search::day::Day;
use casebook::search::index::Index;
use casebook::search::summary::Summary;

fn request(id: &str, asset: AssetChoice) -> Request {
    Request {
        case: CaseId::parse(id).expect("an id"),
        number: format!("ABC-{id}"),
        customer: CustomerChoice::New {
            id: CustomerId::parse("c1").expect("an id"),
            name: "陈秀英".to_owned(),
            phone: None,
            address: String::new(),
        },
        asset,
        channel: Channel::WalkIn,
        description: "不排水".to_owned(),
        urgency: Urgency::Normal,
        process: ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 },
        stage: StageId::parse("intake").expect("an id"),
        told: String::new(),
        promised: None,
        arose_from: None,
    }
}

fn washer() -> AssetChoice {
    AssetChoice::New {
        id: AssetId::parse("a1").expect("an id"),
        label: "洗衣机".to_owned(),
        brand: "海尔".to_owned(),
        model: "XQG80".to_owned(),
        serial: "SN-7781".to_owned(),
    }
}

fn pump(old: &str, new: &str) -> ReplacedPart {
    ReplacedPart {
        rank: 0,
        what: " 排水泵 ".to_owned(),
        old_serial: old.to_owned(),
        new_serial: new.to_owned(),
    }
}

fn part_id(id: &str) -> ReplacedPartId {
    ReplacedPartId::parse(id).expect("an id")
}

fn index(records: &Records) -> Index {
    let mut index = Index::default();
    records.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|one| index.put(one));
    index
}

#[test]
fn a_replaced_part_is_told_and_taken_out() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench.take(command::take_request(&pen, request("k1", washer())));
    assert!(!is_on_record(&bench.case(), 0, RecordPart::Asset), "to be named is not to be received");
    assert_eq!(Fact::of(CasePart::Thing, &bench.case(), &VisitFacts::default()), None);

    let pen = bench.pen("may");
    let put = |bench: &Bench, part: ReplacedPart| {
        put_replaced_part(&pen, &case_id(), &bench.case(), &part_id("d1"), part)
    };
    let long = "9".repeat(1000);
    assert_eq!(
        put(&bench, pump("", &long)).err(),
        Some(ReplacedPartError::Serial(TextError::TooLong(MAX_LINE)))
    );
    let nameless = ReplacedPart { what: "  ".to_owned(), ..pump("A", "B") };
    assert_eq!(put(&bench, nameless).err(), Some(ReplacedPartError::What(TextError::Empty)));
    let records = put(&bench, pump("P-0817", " P-2231 ")).expect("written down");
    bench.take(records);
    assert_eq!(
        bench.told(),
        [
            "添加了更换的配件“排水泵” | 旧件序列号：P-0817 | 新件序列号：P-2231",
            "新增了更換的零件「排水泵」 | 舊件序號：P-0817 | 新件序號：P-2231",
            "added the replaced part “排水泵” | Old serial number: P-0817 | New serial number: P-2231",
        ]
    );
    assert!(is_on_record(&bench.case(), 0, RecordPart::Asset));
    assert_eq!(Fact::of(CasePart::Thing, &bench.case(), &VisitFacts::default()), Some(Fact::Replaced(1)));

    // Found by the thing's number and by the number of what was taken out of it.
    let index = index(&bench.records);
    for (typed, things, cases) in
        [("sn-7781", 1, 1), ("P-0817", 0, 1), ("海尔 洗衣机", 1, 1), ("P-9", 0, 0), ("", 0, 1)]
    {
        assert_eq!(index.find_assets(typed, 3).len(), things, "{typed}");
        let query = CaseQuery { typed: typed.to_owned(), ..CaseQuery::open() };
        assert_eq!(query.run(&index, Day::of(0, |_| 0)).len(), cases, "{typed}");
    }

    let pen = bench.pen("ruth");
    let out = remove_item(&pen, &case_id(), &bench.case(), CaseItemKey::ReplacedPart(part_id("d1")));
    bench.take(out);
    assert!(bench.case().replaced_parts().is_empty());
}

#[test]
fn how_it_came_in_is_kept_with_the_case() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench.take(command::take_request(&pen, request("k1", washer())));
    let pen = bench.pen("may");
    let texts = vec![(CaseText::Condition, " 外壳有划痕 ".to_owned())];
    let records = set_texts(&pen, &case_id(), &bench.case(), texts).expect("written down");
    bench.take(records);
    assert_eq!(bench.case().text(CaseText::Condition), "外壳有划痕");
    assert!(is_on_record(&bench.case(), 0, RecordPart::Asset));
    assert_eq!(Fact::of(CasePart::Thing, &bench.case(), &VisitFacts::default()), Some(Fact::Noted));
}

#[test]
fn a_case_without_a_thing_is_given_one() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench.take(command::take_request(&pen, request("k1", AssetChoice::None)));
    let (pen, id) = (bench.pen("may"), AssetId::parse("a7").expect("an id"));
    assert_eq!(add_asset(&pen, &case_id(), &bench.case(), id.clone(), " "), Err(TextError::Empty));
    let records = add_asset(&pen, &case_id(), &bench.case(), id.clone(), "空调").expect("added");
    bench.take(records);
    assert_eq!(bench.case().asset(), Some(&id));
    let asset = Asset::of(&bench.records.journal::<AssetKind>("a7"));
    assert_eq!((asset.line().as_str(), asset.owner()), ("空调", bench.case().customer()));
    assert_eq!(index(&bench.records).cases_with("a7").len(), 1);
}

#[test]
fn free_maintenance_is_said_as_of_a_day() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    bench.take(command::take_request(&pen, request("k1", washer())));
    let day = |text: &str| Date::parse(text).expect("a day");
    let (last, after) = (day("2027-05-22"), day("2027-05-23"));
    assert_eq!(bench.case().maintenance_on(last), None);
    let pen = bench.pen("may");
    let agreed = vec![CaseField::Day(CaseDay::MaintenanceEnd, Some(last))];
    bench.take(command::set::<CaseKind>(&pen, case_id().as_str(), &bench.case(), agreed));
    assert_eq!(bench.case().maintenance_on(last), Some(Maintenance::Agreed(last)));
    let pen = bench.pen("may");
    let acceptance =
        Acceptance {
            name: "陈秀英".to_owned(), verdict: AcceptanceVerdict::Accepted, words: String::new()
        };
    bench.take(command::accept(&pen, &case_id(), acceptance).expect("accepted"));
    for (day, said) in [(last, Maintenance::Free(last)), (after, Maintenance::Over(last))] {
        assert_eq!(bench.case().maintenance_on(day), Some(said), "{day}");
    }
}
