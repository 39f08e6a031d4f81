//! Sheets of cases.

use crate::{NOW, Shop, faults, only, verdicts};
use casebook::archive::tables::{DateOrder, MapError, Mapping, RowFault, SheetKind, Table, take};
use casebook::domain::asset::{Asset, AssetKind};
use casebook::domain::case::{Case, CaseDay, CaseKind, Channel, Status, Urgency};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::record::{Known, Record};
use casebook::domain::staff::{Staff, StaffKind};

fn case(record: &Record) -> Option<Case> {
    CaseKind::of(record).map(Case::of)
}

#[test]
fn a_row_becomes_a_case_with_its_customer_its_thing_and_who_works_on_it() {
    let mut shop = Shop::new("s");
    shop.zone = casebook::domain::calendar::Zone::parse("Asia/Shanghai").expect("a zone");
    let sheet = shop.take(
        SheetKind::Cases,
        "工单号,客户,联系电话,设备,序列号,故障现象,流程,阶段,状态,紧急程度,来源,师傅,受理日期,约定完成,完成日期,备注\n\
         A-17,王小明,13800001234,洗衣机,SN-9,漏水,标准服务流程,分析方案,已完成,紧急,电话,孔立夏,2026-11-02 09:30,2026/11/5,2026-11-04 17:00,配件自带\n",
    );
    assert_eq!(verdicts(&sheet), "2+", "{:?}", faults(&sheet));
    let case = only(&sheet.records, case);
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    assert_eq!((text(case.number()), text(case.description())), ("A-17".to_owned(), "漏水".to_owned()));
    assert_eq!(case.process().map(|at| at.id.as_str()), Some("P1"));
    assert_eq!(case.stage(), Shop::new("s").processes[0].stages.get(1).map(|(stage, _)| stage));
    assert_eq!(case.status(), Status::Closed);
    assert_eq!(case.channel(), Some(&Channel::Phone));
    assert_eq!(case.day(CaseDay::AgreedEnd).map(|day| day.to_string()).as_deref(), Some("2026-11-05"));
    assert_eq!(case.notes().collect::<Vec<_>>(), ["配件自带"]);
    let (first, last) = case.span.as_ref().expect("entries");
    // 09:30 and 17:00 in Shanghai.
    assert_eq!((first.millis, last.millis), (1_793_583_000_000, 1_793_782_800_000));
    let customer = only(&sheet.records, |record| CustomerKind::of(record).map(Customer::of));
    assert_eq!(text(customer.name()), "王小明");
    let asset = only(&sheet.records, |record| AssetKind::of(record).map(Asset::of));
    assert_eq!((text(asset.label()), text(asset.serial())), ("洗衣机".to_owned(), "SN-9".to_owned()));
    assert_eq!(asset.owner(), case.customer());
    let staff = only(&sheet.records, |record| StaffKind::of(record).map(Staff::of));
    assert_eq!(text(staff.name()), "孔立夏");
    assert!(case.assignee().is_some());
}

#[test]
fn what_is_not_understood_is_told_and_kept_in_a_note() {
    let sheet = Shop::new("s").take(
        SheetKind::Cases,
        "number,description,stage,status,urgency,due,opened\n\
         1,Leak,Somewhere,Perhaps,Very,soon,yesterday\n\
         2,,,,,,\n\
         3,Noise,,,,,2030-01-01\n\
         4,Noise,,,,,1950-01-01\n\
         1,Leak,,,,,\n\
         ,Nothing,,,,,\n\
         ,Nothing,,,,,\n",
    );
    assert_eq!(verdicts(&sheet), "2+ 3! 4! 5! 6= 7+ 8=");
    assert_eq!(
        faults(&sheet),
        [
            (2, RowFault::NotADate("yesterday".to_owned())),
            (2, RowFault::NotAStage("Somewhere".to_owned())),
            (2, RowFault::NotAChoice("Very".to_owned())),
            (2, RowFault::NotADate("soon".to_owned())),
            (2, RowFault::NotAChoice("Perhaps".to_owned())),
            (3, RowFault::NoDescription),
            (4, RowFault::Future("2030-01-01".to_owned())),
            (5, RowFault::BeforeTime("1950-01-01".to_owned())),
        ]
    );
    let first =
        sheet.records.0.values().filter_map(case).find(|case| case.number().is_some_and(|n| n == "1"));
    let first = first.expect("the first case");
    assert_eq!(first.notes().collect::<Vec<_>>(), ["yesterday\nSomewhere\nVery\nsoon\nPerhaps"]);
    assert_eq!((first.status(), first.urgency()), (Status::Open, None));
    assert_eq!(first.span.as_ref().map(|(first, _)| first.millis), Some(NOW));
}

#[test]
fn choices_are_read_in_every_language() {
    let sheet = Shop::new("s").take(
        SheetKind::Cases,
        "description,status,urgency,channel\na,Closed,High,Phone call\nb,已取消,特急,到店\nc,處理中,,\n",
    );
    let cases: Vec<_> = sheet.records.0.values().filter_map(case).collect();
    let found = |text: &str| {
        cases.iter().find(|case| case.description().is_some_and(|is| is == text)).expect("a case")
    };
    assert_eq!((found("a").status(), found("a").urgency()), (Status::Closed, Some(&Urgency::High)));
    assert_eq!((found("b").status(), found("b").urgency()), (Status::Withdrawn, Some(&Urgency::Emergency)));
    assert_eq!(found("b").channel(), Some(&Channel::WalkIn));
    assert_eq!(found("c").status(), Status::Open);
}

#[test]
fn the_same_sheet_taken_twice_changes_nothing_and_numbers_taken_elsewhere_are_told() {
    let text = "number,description,name,opened\n17,Leak,Wang,2026-11-02\n18,Noise,,2026-11-03\n";
    let shop = Shop::new("a.csv");
    let sheet = shop.take(SheetKind::Cases, text);
    assert_eq!(sheet.records, shop.take(SheetKind::Cases, text).records);
    let again = Shop::with("a.csv", &sheet.records).take(SheetKind::Cases, text);
    assert_eq!((verdicts(&again).as_str(), again.records.0.len()), ("2= 3=", 0));
    let other = Shop::with("b.csv", &sheet.records).take(SheetKind::Cases, "number,description\n17,Other\n");
    assert_eq!(faults(&other), [(2, RowFault::SameNumber("17".to_owned()))]);
    assert_eq!(verdicts(&other), "2+");
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_asked_about() {
    let text = "description,opened\nLeak,03/04/2026\n";
    let table = Table::parse(text, None).expect("a table");
    let mut mapping = Mapping::guess(SheetKind::Cases, &table);
    assert_eq!(mapping.date_order(&table), Err(MapError::DateOrder("03/04/2026".to_owned())));
    let mut opened = |dates: DateOrder| {
        mapping.dates = dates;
        let sheet = take(&table, &mapping, &Shop::new("s").taking()).expect("columns");
        only(&sheet.records, case).span.map(|(first, _)| first.millis)
    };
    assert_eq!(opened(DateOrder::DayFirst), Some(1_775_174_400_000));
    assert_eq!(opened(DateOrder::MonthFirst), Some(1_772_582_400_000));
}
