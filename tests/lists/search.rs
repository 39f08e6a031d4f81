use super::counter::{Ask, Counter, DAY, HOUR, NOW, TODAY, numbers};
use casebook::app::command;
use casebook::domain::case::{Status, Urgency};
use casebook::search::case_query::{CaseQuery, NOBODY, Sort};
use casebook::search::index::Index;
use casebook::search::pile::Pile;

/// Five cases: K1 an old fridge, K2 yesterday's urgent washer, K3 closed, K4 withdrawn, K5 new.
fn shop() -> Index {
    let mut shop = Counter::default();
    let one = shop.take(
        "K1",
        Ask {
            phone: "138-0000-1234",
            asset: "Haier ＢＣＤ-216 冰箱",
            description: "冷藏室不制冷",
            process: "P10",
            stage: "visit",
            opened: NOW - 9 * DAY,
            ..Ask::default()
        },
    );
    shop.assign(&one, "li", NOW - 8 * DAY);
    let two = shop.take(
        "K2",
        Ask {
            customer: "Anna Örn",
            phone: "(02) 2345-6789",
            asset: "洗衣机",
            description: "Leaks at the DOOR",
            urgency: Urgency::High,
            opened: NOW - DAY,
            ..Ask::default()
        },
    );
    shop.act(&two, NOW - HOUR, |pen, _| command::note(pen, &two, "配件下周到货"));
    let three = shop.take("K3", Ask { opened: NOW - 4 * DAY, ..Ask::default() });
    shop.close(&three, NOW - HOUR - HOUR / 2);
    let four = shop.take("K4", Ask { opened: NOW - 5 * DAY, ..Ask::default() });
    shop.act(&four, NOW - 3 * DAY, |pen, case| command::withdraw(pen, &four, case, ""));
    shop.take(
        "K5",
        Ask {
            customer: "李雷",
            description: "新房保洁 100%",
            urgency: Urgency::Emergency,
            opened: NOW - 2 * HOUR,
            ..Ask::default()
        },
    );
    shop.index()
}

fn found(query: &CaseQuery) -> String {
    let index = shop();
    numbers(&index, &query.run(&index, TODAY)).join(" ")
}

#[test]
fn typing_finds_number_customer_phone_asset_description_and_notes() {
    for (typed, expected) in [
        ("k2", "K2"),
        ("ｋ２", "K2"),
        ("王小", "K1 K3 K4"),
        ("anna örn", "K2"),
        ("ANNA ÖRN", "K2"),
        ("13800001234", "K1 K3 K4"),
        ("138 0000 1234", "K1 K3 K4"),
        ("１３８－００００", "K1 K3 K4"),
        ("0223456789", "K2"),
        ("02-2345", "K2"),
        ("bcd-216", "K1"),
        ("ＢＣＤ", "K1"),
        ("冰箱", "K1"),
        ("不制冷", "K1"),
        ("door", "K2"),
        ("配件", "K2"),
        ("洗衣机 配件 anna", "K2"),
        ("洗衣机 冰箱", ""),
        ("100%", "K5"),
        ("", "K1 K2 K3 K4 K5"),
    ] {
        let query = CaseQuery { typed: typed.to_owned(), sort: Sort::Number, ..CaseQuery::default() };
        assert_eq!(found(&query), expected, "{typed:?}");
    }
}

#[test]
fn filters_narrow_together() {
    let all = || CaseQuery { sort: Sort::Number, ..CaseQuery::default() };
    let text = str::to_owned;
    for (query, expected) in [
        (all(), "K1 K2 K3 K4 K5"),
        (CaseQuery { sort: Sort::Number, ..CaseQuery::open() }, "K1 K2 K5"),
        (CaseQuery { status: Some(Status::Closed), ..all() }, "K3"),
        (CaseQuery { status: Some(Status::Withdrawn), ..all() }, "K4"),
        (CaseQuery { process: text("P10"), ..all() }, "K1"),
        (CaseQuery { process: text("P10"), stage: text("visit"), ..all() }, "K1"),
        (CaseQuery { process: text("P10"), stage: text("request"), ..all() }, ""),
        (CaseQuery { stage: text("visit"), ..all() }, "K1 K2 K3 K4 K5"),
        (CaseQuery { assignee: text("li"), ..all() }, "K1"),
        (CaseQuery { assignee: text(NOBODY), ..all() }, "K2 K3 K4 K5"),
        (CaseQuery { urgency: Some(Urgency::High), ..all() }, "K2"),
        (CaseQuery { pile: Some(Pile::Attention), ..all() }, "K2 K5"),
        (CaseQuery { pile: Some(Pile::Idle), ..all() }, "K1"),
        (CaseQuery { pile: Some(Pile::New), ..all() }, "K5"),
        (CaseQuery { typed: text("王小明"), status: Some(Status::Open), ..all() }, "K1"),
    ] {
        assert_eq!(found(&query), expected, "{query:?}");
        let index = shop();
        assert_eq!(query.count(&index, TODAY), expected.split_whitespace().count(), "{query:?}");
    }
}

#[test]
fn orders_are_total_and_their_beginning_is_the_same() {
    for (sort, expected) in [
        (Sort::Touched, "K2 K3 K5 K4 K1"),
        (Sort::Idle, "K1 K4 K5 K3 K2"),
        (Sort::Opened, "K5 K2 K3 K4 K1"),
        (Sort::Urgency, "K5 K2 K1 K4 K3"),
        (Sort::Number, "K1 K2 K3 K4 K5"),
        (Sort::Customer, "K2 K5 K3 K4 K1"),
    ] {
        let query = CaseQuery { sort, ..CaseQuery::default() };
        assert_eq!(found(&query), expected, "{sort:?}");
        let index = shop();
        let all = query.run(&index, TODAY);
        for most in 0..7 {
            let (count, first) = query.first(&index, TODAY, most);
            assert_eq!((count, first.as_slice()), (5, &all[..most.min(5)]), "{sort:?} {most}");
        }
    }
}

#[test]
fn a_list_knows_whether_it_is_narrowed() {
    assert!(!CaseQuery::open().is_narrowed());
    assert!(!CaseQuery { sort: Sort::Number, ..CaseQuery::open() }.is_narrowed());
    assert!(CaseQuery::default().is_narrowed());
    assert!(CaseQuery { typed: "王".to_owned(), ..CaseQuery::open() }.is_narrowed());
}

#[test]
fn customers_are_found_by_name_and_by_number() {
    let index = shop();
    let names =
        |typed: &str| index.find_customers(typed).into_iter().map(|c| c.name.as_str()).collect::<Vec<_>>();
    assert_eq!(names("138-00001234"), ["王小明"]);
    assert_eq!(names("ÖRN"), ["Anna Örn"]);
    assert_eq!(names("02 2345 6789"), ["Anna Örn"]);
    assert_eq!(names("").len(), 3);
    assert_eq!(index.cases_of(&index.find_customers("王")[0].id).len(), 3);
}

#[test]
fn who_came_last_stands_first() {
    let index = shop();
    let found = |typed: &str| -> Vec<(&str, usize)> {
        let found = index.customers_by_visit(typed);
        found.iter().map(|(id, count)| (index.customer_name(id), *count)).collect()
    };
    assert_eq!(found(""), [("李雷", 1), ("Anna Örn", 1), ("王小明", 3)]);
    assert_eq!(found("138 0000"), [("王小明", 3)]);
    assert!(found("nobody").is_empty());
}
