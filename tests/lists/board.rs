use super::counter::{Ask, Counter, TODAY};
use casebook::catalog::process_faces;
use casebook::domain::lang::Lang;
use casebook::search::board::{Board, COLUMN_LENGTH, board};
use casebook::search::case_query::CaseQuery;
use casebook::search::index::Index;

fn shown(index: &Index, query: &CaseQuery) -> Board {
    board(index, query, TODAY, process_faces(Lang::En)).expect("a process")
}

fn counts(board: &Board) -> Vec<usize> {
    board.columns.iter().map(|column| column.count).collect()
}

#[test]
fn the_board_is_of_the_process_asked_for_or_of_the_fullest() {
    let mut shop = Counter::default();
    shop.take("K1", Ask { process: "P8", ..Ask::default() });
    shop.take("K2", Ask { process: "P10", ..Ask::default() });
    shop.take("K3", Ask { process: "P10", stage: "no-such-stage", ..Ask::default() });
    let index = shop.index();
    assert_eq!(shown(&index, &CaseQuery::open()).process.id, "P10");
    let asked = CaseQuery { process: "P8".to_owned(), stage: "ignored".to_owned(), ..CaseQuery::open() };
    let asked = shown(&index, &asked);
    assert_eq!((asked.process.id, counts(&asked)[0]), ("P8", 1));
    assert_eq!(shown(&Index::default(), &CaseQuery::open()).process.id, "P1", "of equals the first");
    assert!(board(&index, &CaseQuery::open(), TODAY, &[]).is_none());
}

#[test]
fn a_long_column_is_cut_and_counted() {
    let mut shop = Counter::default();
    for at in 0..COLUMN_LENGTH + 3 {
        shop.take(&format!("K{at}"), Ask::default());
    }
    let column = &shown(&shop.index(), &CaseQuery::open()).columns[0];
    assert_eq!((column.cases.len(), column.count), (COLUMN_LENGTH, COLUMN_LENGTH + 3));
}

#[test]
fn arrows_go_from_card_to_card() {
    let mut shop = Counter::default();
    let mut taken = Vec::new();
    for (number, stage) in [("K1", "intake"), ("K2", "intake"), ("K3", "execution")] {
        shop.take(number, Ask { stage, ..Ask::default() });
    }
    let board = shown(&shop.index(), &CaseQuery::open());
    for column in &board.columns {
        taken.push(column.cases.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let filled: Vec<usize> = (0..taken.len()).filter(|at| !taken[*at].is_empty()).collect();
    let [left, right] = filled[..] else { panic!("two columns have cases: {taken:?}") };
    assert!(right > left + 1, "a column without a case lies between them");
    let (first, second, third) = (taken[left][0], taken[left][1], taken[right][0]);
    for (from, right, down, to) in [
        (first, 0, 1, Some(second)),
        (second, 0, -1, Some(first)),
        (first, 0, -1, None),
        (second, 0, 1, None),
        (second, 1, 0, Some(third)),
        (third, -1, 0, Some(first)),
        (third, 1, 0, None),
        (first, -1, 0, None),
        ("nobody", 0, 1, None),
    ] {
        assert_eq!(board.beside(from, right, down), to, "{from} {right} {down}");
    }
}
