//! Sheets that mean harm: what they say stays words.

use crate::{Shop, verdicts};
use casebook::archive::tables::{
    Cell, MAX_COLUMNS, MAX_TABLE_BYTES, Separator, SheetKind, Table, TableError, csv,
};
use casebook::domain::customer::{Customer, CustomerKind};
use casebook::domain::record::Known;
use std::time::Instant;

const NAMES: [&str; 12] = [
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "=HYPERLINK(\"x\")",
    "@SUM(A1)",
    "\u{202e}gnaW",
    "NULL",
    "a\u{0}b",
    "🏳️‍🌈",
    "'; DROP TABLE customers; --",
    "\u{feff}Wang",
];

#[test]
fn hostile_names_are_names() {
    let rows: Vec<Vec<Cell>> = [vec![Cell::words("name"), Cell::words("phone")]]
        .into_iter()
        .chain(
            NAMES
                .iter()
                .enumerate()
                .map(|(at, name)| vec![Cell::words(*name), Cell::words(format!("1380000{at:04}"))]),
        )
        .collect();
    let sheet = Shop::new("s").take(SheetKind::Customers, &csv(&rows));
    assert!(!verdicts(&sheet).contains(['=', '!']), "{}", verdicts(&sheet));
    let mut names: Vec<String> = sheet
        .records
        .0
        .values()
        .filter_map(CustomerKind::of)
        .filter_map(|journal| Customer::of(journal).name().cloned())
        .collect();
    names.sort();
    let mut expected = NAMES.map(str::to_owned);
    expected.sort();
    assert_eq!(names, expected);
    // Ids are our own, whatever a sheet says.
    assert!(sheet.records.0.keys().all(|key| key.id.len() == 16));
}

#[test]
fn huge_and_wide_tables_are_refused_soon() {
    let begun = Instant::now();
    let huge = "x".repeat(MAX_TABLE_BYTES + 1);
    assert_eq!(Table::parse(&huge, None), Err(TableError::TooLarge));
    drop(huge);
    let wide = format!("a,b\n{}", "x,".repeat(MAX_COLUMNS));
    assert_eq!(Table::parse(&wide, None), Err(TableError::TooManyColumns { line: 2 }));
    let quotes = "\"".repeat(1_000_001);
    assert_eq!(Table::parse(&quotes, Some(Separator::Comma)), Err(TableError::OpenQuote { line: 1 }));
    let commas = Table::parse(&format!("name\n{}", "\n,".repeat(100_000)), None);
    assert_eq!(commas, Err(TableError::Empty));
    assert!(begun.elapsed().as_secs() < 60);
}
