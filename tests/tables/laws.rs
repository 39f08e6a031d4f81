//! Laws that hold for every table.

use crate::{NOW, Shop};
use casebook::archive::tables::{
    Agenda, Cell, Column, Encoding, SheetKind, Telling, agenda, csv, decode_unicode, events_table,
    take_vcards,
};
use casebook::archive::tables::{Mapping, Separator, Table, take};
use casebook::archive::{Exported, happenings, plan, read, write};
use casebook::domain::calendar::Zone;
use casebook::domain::case::{Case, CaseKind};
use casebook::domain::lang::Lang;
use casebook::domain::record::{Known, Records};
use proptest::prelude::*;
use proptest::sample::select;

/// Cells that look like what sheets hold, and some that do not.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(vec![
            "", "王小明", "Wang", "13800001234", "+86 138 0000 1234", "a@example.com", "2026-11-01", "2026/11/1 9:30",
            "01/02/2026", "46000.5", "2026-11-01T09:30:00Z", "完成", "High", "=1+1", "-", "'x", "P1", "，", "\"", "\\",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => "[\\PC\n\r\t;,\"']{0,12}",
    ]
}

fn header() -> impl Strategy<Value = String> {
    let known = Column::ALL.iter().map(|column| column.name().to_owned()).collect::<Vec<_>>();
    prop_oneof![4 => select(known), 1 => cell()]
}

fn sheet() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..8_usize).prop_flat_map(|width| {
        let row = prop::collection::vec(cell(), 0..width + 2);
        (prop::collection::vec(header(), width), prop::collection::vec(row, 1..12)).prop_map(
            |(headers, mut rows)| {
                rows.insert(0, headers);
                rows
            },
        )
    })
}

fn text_of(rows: &[Vec<String>]) -> String {
    csv(&rows.iter().map(|row| row.iter().map(Cell::words).collect()).collect::<Vec<_>>())
}

fn exported() -> Exported {
    Exported { at: "2026-11-21T20:00:00Z".to_owned(), device: "k3v9q2".to_owned(), app: "0.1.0".to_owned() }
}

/// Takes a text as each kind of table; what came of it is sound and the same again.
fn check(text: &str) -> Result<(), TestCaseError> {
    let Ok(table) = Table::parse(text, None) else { return Ok(()) };
    for kind in SheetKind::ALL {
        let mapping = Mapping::guess(kind, &table);
        let shop = Shop::new("law");
        let Ok(sheet) = take(&table, &mapping, &shop.taking()) else { continue };
        prop_assert_eq!(sheet.rows.len(), table.rows.len());
        // It is a file like any other: written, it is read again without a problem.
        let archive = read(&write(&sheet.records, &exported())).expect("a sound file");
        prop_assert_eq!(&archive.problems, &[]);
        prop_assert_eq!(&archive.records, &sheet.records);
        // Taken again it changes nothing, at whatever moment.
        let later = Shop::with("law", &sheet.records);
        let again = take(&table, &mapping, &later.taking_at(NOW + 86_400_000)).expect("columns");
        prop_assert!(plan(&sheet.records, again.archive(exported())).is_empty());
        for journal in sheet.records.0.values().filter_map(CaseKind::of) {
            prop_assert_eq!(Case::of(journal).fields.conflicts(), vec![]);
        }
    }
    Ok(())
}

/// Case, activity, minute and person of random lists: few of each, so that many are equal.
fn list() -> impl Strategy<Value = Vec<(String, String, u32, String)>> {
    let row =
        (select(vec!["1", "2", "三", "=4"]), "[a-c=\"\n]{1,4}", 0..5_u32, select(vec!["", "Ann", "王芳"]));
    let words = |(case, activity, minute, person): (&str, String, u32, &str)| {
        (case.to_owned(), activity, minute, person.to_owned())
    };
    prop::collection::vec(row.prop_map(words), 1..30)
}

fn events_csv(records: &Records) -> String {
    let header = |column: Column| column.name().to_owned();
    let telling =
        Telling { header: &header, lang: Lang::En, in_words: true, processes: &[], zone: Zone::UTC };
    csv(&events_table(records, &telling))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_sheet_is_taken_or_refused_and_taken_twice_changes_nothing(rows in sheet()) {
        check(&text_of(&rows))?;
    }

    #[test]
    fn any_text_is_taken_or_refused(text in "[\\PC\n\r\t;,\"'=]{0,200}", separator in select(Separator::ALL.to_vec())) {
        check(&text)?;
        let _ = Table::parse(&text, Some(separator));
    }

    #[test]
    fn any_bytes_are_text(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let encoding = Encoding::guess(&bytes);
        let decoded = decode_unicode(encoding, &bytes);
        prop_assert_eq!(decoded.is_none(), encoding == Encoding::Gb18030);
    }

    #[test]
    fn any_text_is_cards_or_none(text in "(BEGIN:VCARD\r?\n([A-Z]{1,4}(;[A-Z=,\"]{0,20})?:[\\PC=;\\\\]{0,30}\r?\n){0,6}(END:VCARD\n)?){0,3}") {
        let shop = Shop::new("law");
        if let Ok(sheet) = take_vcards(&text, &shop.taking()) {
            let archive = read(&write(&sheet.records, &exported())).expect("a sound file");
            prop_assert_eq!(&archive.problems, &[]);
            let later = Shop::with("law", &sheet.records);
            prop_assert!(take_vcards(&text, &later.taking()).expect("cards").records.0.is_empty());
        }
    }

    #[test]
    fn what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec("[\\PC\n;,\"'=@]{0,10}", 1..5), 2..6)) {
        let rows: Vec<Vec<String>> = rows;
        if let Ok(table) = Table::parse(&text_of(&rows), Some(Separator::Comma)) {
            let wanted = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).skip(1);
            let read: Vec<Vec<&str>> =
                table.rows.iter().map(|row| (0..row.cells.len()).map(|at| row.cell(at)).collect()).collect();
            let wanted: Vec<Vec<&str>> =
                wanted.map(|row| row.iter().map(|cell| cell.trim()).collect()).collect();
            prop_assert_eq!(read, wanted);
        }
    }

    #[test]
    fn an_event_list_goes_out_and_comes_in_as_it_is(list in list()) {
        let mut text = String::from("case,activity,time,person\n");
        for (case, activity, minute, person) in &list {
            let quoted = activity.replace('"', "\"\"");
            text += &format!("{case},\"{quoted}\",2026-11-01T08:0{minute}:00Z,{person}\n");
        }
        let sheet = Shop::new("law").take(SheetKind::Events, &text);
        let taken = list.iter().filter(|(_, activity, ..)| !activity.trim().is_empty()).count();
        let events: usize = sheet.records.0.values().filter_map(CaseKind::of).map(|case| happenings(case).len()).sum();
        prop_assert_eq!(events, taken);
        let out = events_csv(&sheet.records);
        if taken > 0 {
            let again = Shop::new("law").take(SheetKind::Events, &out);
            prop_assert_eq!(events_csv(&again.records), out);
            let told = |records: &Records| {
                let cases = records.0.iter().filter_map(|(key, record)| {
                    Some((key.id.clone(), happenings(CaseKind::of(record)?)))
                });
                cases.collect::<Vec<_>>()
            };
            prop_assert_eq!(told(&again.records), told(&sheet.records));
        }
        let about = Agenda { name: "x", visit: "v", follow_up: "f", now_ms: NOW, zone: Zone::UTC };
        prop_assert!(agenda(&sheet.records, &about).ends_with("END:VCALENDAR\r\n"));
    }
}
