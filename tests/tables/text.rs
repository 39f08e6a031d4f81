//! A table as text.

use casebook::archive::tables::{MAX_COLUMNS, Separator, Table, TableError};

fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
    let table = Table::parse(text, None).expect("a table");
    let headers = (0, table.headers);
    [headers].into_iter().chain(table.rows.into_iter().map(|row| (row.line, row.cells))).collect()
}

#[test]
fn rows_are_cut_as_spreadsheets_write_them() {
    for (text, rows) in [
        ("a,b\n1,2\n", vec![(0, vec!["a", "b"]), (2, vec!["1", "2"])]),
        ("a,b\r\n1,2", vec![(0, vec!["a", "b"]), (2, vec!["1", "2"])]),
        ("a,b\r1,2\r", vec![(0, vec!["a", "b"]), (2, vec!["1", "2"])]),
        ("\u{feff}a;b\n1;2\n", vec![(0, vec!["a", "b"]), (2, vec!["1", "2"])]),
        ("a\tb\n1,5\t2\n", vec![(0, vec!["a", "b"]), (2, vec!["1,5", "2"])]),
        ("sep=;\na;b\n1,5;2\n", vec![(0, vec!["a", "b"]), (3, vec!["1,5", "2"])]),
        ("\n \na,b\n,,\n1,2\n\n", vec![(0, vec!["a", "b"]), (5, vec!["1", "2"])]),
        ("a,b\n1\n1,2,3\n", vec![(0, vec!["a", "b"]), (2, vec!["1"]), (3, vec!["1", "2", "3"])]),
        (
            "a,b\n\"x, \"\"y\"\"\n2\",3\n4,5\n",
            vec![(0, vec!["a", "b"]), (2, vec!["x, \"y\"\n2", "3"]), (4, vec!["4", "5"])],
        ),
        ("a,b\nsay \"hi\",2\n", vec![(0, vec!["a", "b"]), (2, vec!["say \"hi\"", "2"])]),
        ("a，b,c\n1，2,3\n", vec![(0, vec!["a，b", "c"]), (2, vec!["1，2", "3"])]),
    ] {
        let rows: Vec<(usize, Vec<String>)> = rows
            .into_iter()
            .map(|(line, cells)| (line, cells.into_iter().map(str::to_owned).collect()))
            .collect();
        assert_eq!(cells(text), rows, "{text:?}");
    }
}

#[test]
fn the_separator_is_the_one_that_cuts_rows_alike() {
    for (text, separator) in [
        ("a,b,c\n1,2,3", Separator::Comma),
        ("a;b;c\n1,5;2,5;3,5", Separator::Semicolon),
        ("a\tb\n1, or so\tx; y", Separator::Tab),
        ("\"a;b\",c\n\"d;e\",f", Separator::Comma),
        ("name\nWang\n", Separator::Comma),
    ] {
        assert_eq!(Separator::guess(text), separator, "{text:?}");
    }
}

#[test]
fn a_table_that_is_none_is_refused_with_its_line() {
    for (text, error) in [
        ("", TableError::Empty),
        ("name,phone\n", TableError::Empty),
        ("name\n\n \n", TableError::Empty),
        ("a,b\n1,2\n3,\"4\n5,6\n", TableError::OpenQuote { line: 3 }),
        (&format!("a\n{}", ",".repeat(MAX_COLUMNS)), TableError::TooManyColumns { line: 2 }),
    ] {
        assert_eq!(Table::parse(text, Some(Separator::Comma)), Err(error), "{text:?}");
        assert!(error.to_string().ends_with('.'), "{error}");
    }
}

#[test]
fn what_a_spreadsheet_was_kept_from_computing_is_read_as_it_was() {
    let table = Table::parse("name,note\n'=1+1,'tis\n'+86 138,''-1\n", None).expect("a table");
    let read: Vec<_> = table.rows.iter().map(|row| (row.cell(0), row.cell(1))).collect();
    assert_eq!(read, [("=1+1", "'tis"), ("+86 138", "'-1")]);
}
