//! Lists of events.

use crate::{Shop, faults, only, verdicts};
use casebook::archive::tables::{Column, MapError, Mapping, RowFault, SheetKind, Table, activities, take};
use casebook::archive::{Happening, happenings, stays};
use casebook::domain::case::{Case, CaseKind, Status};
use casebook::domain::record::{Known, RecordKind};

const LIST: &str = "case,activity,time,person,cost\n\
    7,Register,2026-11-01T08:00:00Z,Ann,\n\
    8,Register,2026-11-01T09:00:00Z,,12\n\
    7,Repair,2026-11-01T10:00:00Z,Bob,30\n\
    7,Inform,2026-11-01T10:00:00Z,Ann,\n\
    8,Repair,2026-11-01T08:30:00Z,Bob,\n";

#[test]
fn rows_of_one_id_are_one_case_with_its_history() {
    let sheet = Shop::new("list").take(SheetKind::Events, LIST);
    assert_eq!((verdicts(&sheet).as_str(), faults(&sheet)), ("2+ 3+ 4+ 5+ 6+", vec![]));
    let kinds = |kind: RecordKind| sheet.records.0.keys().filter(|key| key.kind == kind).count();
    assert_eq!((kinds(RecordKind::Case), kinds(RecordKind::Staff), sheet.records.0.len()), (2, 2, 4));
    let of = |number: &str| {
        let journals = sheet.records.0.values().filter_map(CaseKind::of);
        let mut journals = journals.filter(|journal| Case::of(journal).number().is_some_and(|n| n == number));
        journals.next().expect("a case").clone()
    };
    let told = |number: &str| {
        let told = |Happening { millis, activity, note, .. }| (millis / 60_000 % 1440, activity, note);
        happenings(&of(number)).into_iter().map(told).collect::<Vec<_>>()
    };
    let row = |minute: u64, activity: &str, note: &str| (minute, activity.to_owned(), note.to_owned());
    // Equal times stay in the order of the list.
    assert_eq!(told("7"), [row(480, "Register", ""), row(600, "Repair", "cost: 30"), row(600, "Inform", "")]);
    assert_eq!(told("8"), [row(510, "Repair", ""), row(540, "Register", "cost: 12")]);
    assert_eq!(Case::of(&of("7")).status(), Status::Open);
    assert_eq!(Case::of(&of("7")).recorded().count(), 3);
    assert!(Case::of(&of("7")).fields.conflicts().is_empty());
}

#[test]
fn other_columns_stand_in_the_note_with_their_names_unless_they_are_left_out() {
    let list = "case,activity,time,Note,cost\n7,Repair,2026-11-01 08:00,new belt,30,and more\n";
    let table = Table::parse(list, None).expect("a table");
    let noted = |left_out: &[usize]| {
        let mut mapping = Mapping::guess(SheetKind::Events, &table);
        left_out.iter().for_each(|at| mapping.columns[*at] = None);
        let sheet = take(&table, &mapping, &Shop::new("list").taking()).expect("columns");
        let case = sheet.records.0.values().find_map(CaseKind::of).expect("a case").clone();
        (happenings(&case).into_iter().map(|one| one.note).collect::<String>(), faults(&sheet))
    };
    let more = vec![(2, RowFault::MoreCells)];
    assert_eq!(noted(&[]), ("Note: new belt\ncost: 30\nand more".to_owned(), more.clone()));
    assert_eq!(noted(&[3]), ("cost: 30\nand more".to_owned(), more.clone()));
    assert_eq!(noted(&[4]), ("new belt\nand more".to_owned(), more.clone()), "a note needs no name");
    assert_eq!(noted(&[3, 4]), ("and more".to_owned(), more));
}

#[test]
fn a_list_taken_twice_is_the_same_and_a_longer_one_only_adds() {
    let longer = format!("{LIST}7,Pay,2026-11-02T08:00:00Z,Ann,\n9,Register,2026-11-02T08:00:00Z,,\n");
    let shop = Shop::new("list");
    let [short, long] = [LIST, &longer].map(|list| shop.take(SheetKind::Events, list).records);
    assert_eq!(shop.take(SheetKind::Events, LIST).records, short);
    let mut both = short.clone();
    both.merge(long.clone());
    assert_eq!(both, long);
    assert_eq!(long.entries(), short.entries() + 2);
    // Another list is another source: its cases are others, and their numbers are told.
    let other = Shop::with("other", &short).take(SheetKind::Events, LIST);
    assert_eq!(
        faults(&other),
        [(2, RowFault::SameNumber("7".to_owned())), (6, RowFault::SameNumber("8".to_owned()))]
    );
}

#[test]
fn bad_rows_are_left_out_with_their_line() {
    let sheet = Shop::new("list").take(
        SheetKind::Events,
        "case,activity,time,person\n\
         ,Register,2026-11-01 08:00,\n\
         1,,2026-11-01 08:00,\n\
         1,Register,,\n\
         1,Register,noon,\n\
         1,Register,1969-12-31 23:59,\n\
         1,Register,2099-01-01,\n\
         1,Register,2026-11-01 08:00,\n",
    );
    assert_eq!(verdicts(&sheet), "2! 3! 4! 5! 6! 7! 8+");
    assert_eq!(
        faults(&sheet),
        [
            (2, RowFault::NoCase),
            (3, RowFault::NoActivity),
            (4, RowFault::NoTime),
            (5, RowFault::NotATime("noon".to_owned())),
            (6, RowFault::BeforeTime("1969-12-31 23:59".to_owned())),
            (7, RowFault::Future("2099-01-01".to_owned())),
        ]
    );
    let long = format!("case,activity,time\n1,{},2026-11-01\n", "x".repeat(201));
    assert_eq!(faults(&Shop::new("list").take(SheetKind::Events, &long)), [(2, RowFault::LineTooLong)]);
    let table = Table::parse("a,b\n1,2\n", None).expect("a table");
    let mapping = Mapping::guess(SheetKind::Events, &table);
    assert_eq!(take(&table, &mapping, &Shop::new("s").taking()), Err(MapError::Missing(Column::Case)));
}

#[test]
fn an_activity_that_is_a_stage_moves_the_case_and_a_closing_one_closes_it() {
    let shop = Shop::new("list");
    let process = shop.processes.iter().find(|process| process.at.id.as_str() == "P1").expect("a process");
    let [first, second] = [&process.stages[0], &process.stages[1]];
    let list = format!(
        "case,activity,time\n1,Register,2026-11-01 08:00\n1,{},2026-11-01 09:00\n1,Done,2026-11-01 10:00\n\
         1,Call,2026-11-01 11:00\n1,Done,2026-11-01 12:00\n2,Done,2026-11-01 08:00\n2,Back,2026-11-01 09:00\n",
        second.1[0]
    );
    let table = Table::parse(&list, None).expect("a table");
    let mut mapping = Mapping::guess(SheetKind::Events, &table);
    mapping.process = Some(process.at.clone());
    mapping.closing = vec!["done".to_owned()];
    let sheet = take(&table, &mapping, &shop.taking()).expect("columns");
    let mut states: Vec<_> = sheet
        .records
        .0
        .values()
        .filter_map(CaseKind::of)
        .map(|journal| (Case::of(journal), stays(journal)))
        .map(|(case, stays)| {
            assert!(case.fields.conflicts().is_empty());
            let stays =
                stays.into_iter().map(|stay| (stay.stage, stay.millis / 3_600_000)).collect::<Vec<_>>();
            (case.number().cloned(), case.status(), stays)
        })
        .collect();
    states.sort_by(|one, other| one.0.cmp(&other.0));
    let (first, second) = (first.0.clone(), second.0.clone());
    assert_eq!(
        states,
        [
            (Some("1".to_owned()), Status::Closed, vec![(first.clone(), 1), (second, 3)]),
            (Some("2".to_owned()), Status::Open, vec![(first, 1)]),
        ]
    );
}

#[test]
fn people_who_are_here_are_found_by_their_names() {
    let known = Shop::new("list").take(SheetKind::Events, LIST).records;
    let sheet = Shop::with("other", &known)
        .take(SheetKind::Events, "case,activity,time,person\n1,Register,2026-11-01,ann\n");
    let journal = only(&sheet.records, CaseKind::of);
    let author = journal.first().and_then(|entry| entry.author.clone()).expect("an author");
    assert!(known.0.keys().any(|key| key.kind == RecordKind::Staff && key.id == author.as_str()));
}

#[test]
fn a_list_of_customers_matters_names_them_once() {
    let sheet = Shop::new("list").take(
        SheetKind::Events,
        "case,activity,time,customer,phone,description\n\
         1,Register,2026-11-01 08:00,Wang,13800001234,Leak\n1,Repair,2026-11-01 09:00,Wang,13800001234,Leak\n",
    );
    assert_eq!(faults(&sheet), []);
    let case = only(&sheet.records, |record| CaseKind::of(record).map(Case::of));
    assert_eq!(case.description().map(String::as_str), Some("Leak"));
    let key = sheet.records.0.keys().find(|key| key.kind == RecordKind::Customer).expect("a customer");
    assert_eq!(case.customer().map(|id| id.as_str()), Some(key.id.as_str()));
}

#[test]
fn what_may_close_a_case_stands_first() {
    let text = "case,activity,time\n1,in,2026-11-01\n2,in,2026-11-01\n1,out,2026-11-02\n2,check,2026-11-02\n\
                3,in,2026-11-02\n3,out,2026-11-03\n2,,2026-11-03\n";
    let table = Table::parse(text, None).expect("a table");
    let columns = Mapping::guess(SheetKind::Events, &table).columns;
    assert_eq!(activities(&table, &columns), ["out", "check", "in"]);
    assert!(activities(&table, &[None, None, None]).is_empty());
}
