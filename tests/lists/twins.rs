//! Numbers that were given twice.

use super::counter::{Ask, Counter, DAY, HOUR, NOW, TODAY};
use casebook::app::command;
use casebook::domain::case::{CaseField, CaseKind};
use casebook::domain::document::{Block, Document, Issued};
use casebook::domain::id::{CaseId, LetterId};
use casebook::domain::lang::Lang;
use casebook::domain::letter::{LetterEvent, LetterKind, Purpose};
use casebook::journal::Change;
use casebook::search::case_query::CaseQuery;

/// Two cases with one number, the second by a device that had seen nothing of the first.
fn shop() -> (Counter, [CaseId; 2]) {
    let mut shop = Counter::default();
    let one = shop.take("K1", Ask { opened: NOW - DAY, ..Ask::default() });
    let two = shop.take("K2", Ask { opened: NOW - 2 * HOUR, ..Ask::default() });
    shop.take("K3", Ask { opened: NOW - HOUR, ..Ask::default() });
    shop.act(&two, NOW - HOUR, |pen, case| {
        command::set::<CaseKind>(pen, two.as_str(), case, vec![CaseField::Number("K1".to_owned())])
    });
    (shop, [one, two])
}

fn found(shop: &Counter, typed: &str) -> usize {
    let query = CaseQuery { typed: typed.to_owned(), ..CaseQuery::default() };
    query.count(&shop.index(), TODAY)
}

#[test]
fn each_case_tells_of_the_other() {
    let (shop, [one, two]) = shop();
    let index = shop.index();
    let others = |id: &str| -> Vec<String> {
        index.cases_of_same_number(id).into_iter().map(|case| case.id.clone()).collect()
    };
    assert_eq!(others(one.as_str()), [two.as_str()]);
    assert_eq!(others(two.as_str()), [one.as_str()]);
    assert_eq!(others("case-K3"), [""; 0]);
    assert_eq!(others("nobody"), [""; 0]);
    assert_eq!(found(&shop, "k1"), 2);
}

#[test]
fn a_new_number_settles_it_and_the_old_one_still_finds_the_case() {
    let (mut shop, [one, two]) = shop();
    shop.act(&two, NOW, |pen, case| command::renumber(pen, &two, case, "N9".to_owned()));
    assert_eq!(shop.case(&two).number().map(String::as_str), Some("N9"));
    assert_eq!(shop.case(&one).number().map(String::as_str), Some("K1"));
    assert!(shop.index().cases_of_same_number(one.as_str()).is_empty());
    assert_eq!((found(&shop, "k1"), found(&shop, "n9"), found(&shop, "k2")), (2, 1, 1));
    // It can be taken back.
    let journal = shop.records.journal::<CaseKind>(two.as_str());
    shop.act(&two, NOW + 1, |pen, _| command::undo(pen, &two, &journal));
    assert_eq!(shop.index().cases_of_same_number(one.as_str()).len(), 1);
}

#[test]
fn letters_of_one_number_and_revision_tell_of_each_other() {
    let mut shop = Counter::default();
    let mut issue = |id: &str, number: &str, revision: u32| {
        let (pen, letter) = (shop.pen(1, NOW), LetterId::parse(id).expect("an id"));
        shop.records.merge(command::draft_letter(&pen, &letter, Purpose::Standing, Lang::En, ""));
        let paper = casebook::domain::paper_kind::PaperKind::CommitmentLetter;
        let document = Document { paper, lang: Lang::En, blocks: vec![Block::Title(id.to_owned())] };
        let date = casebook::domain::date::Date::parse("2026-11-21").expect("a day");
        let (hash, number) = (document.hash(), number.to_owned());
        let issued = Issued { number, revision, date, replaces: None, visit: None, document, hash };
        let pen = shop.pen(1, NOW + 1);
        shop.records.add::<LetterKind>(id, pen.entry(vec![Change::Event(LetterEvent::Issued(issued))]));
    };
    issue("l1", "K7Q-L0001", 1);
    issue("l2", "K7Q-L0001", 2);
    issue("l3", "K7Q-L0001", 1);
    issue("l4", "K7Q-L0002", 1);
    let index = shop.index();
    let others = |id: &str| -> Vec<String> {
        index.letters_of_same_number(id).into_iter().map(|letter| letter.id.clone()).collect()
    };
    assert_eq!((others("l1"), others("l3")), (vec!["l3".to_owned()], vec!["l1".to_owned()]));
    assert_eq!((others("l2"), others("l4")), (Vec::new(), Vec::new()));
}
