use super::*;
use crate::app::command::{Pen, draft_letter_with, issue_letter, revise_letter};
use crate::domain::document::Issued;
use crate::domain::id::{LetterId, ParameterId, SectionId};
use crate::domain::letter::{LetterKind, OwnClause};
use crate::domain::paper_kind::PaperKind;
use crate::domain::record::Records;
use crate::journal::Stamp;
use crate::search::summary::Summary;

fn pen(millis: u8) -> Pen {
    Pen {
        stamp: Stamp::parse(&format!("0000000000{millis:02}-000000-abcdefghjk")).expect("a stamp"),
        author: None,
    }
}

fn id(text: &str) -> LetterId {
    LetterId::parse(text).expect("an id")
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn clause(text: &str) -> ClauseId {
    ClauseId::parse(text).expect("an id")
}

fn parameter(of: &str, name: &str, value: &str) -> LetterField {
    LetterField::Parameter(clause(of), ParameterId::parse(name).expect("an id"), value.to_owned())
}

/// A shop's letters.
#[derive(Default)]
struct Letters(Records);

impl Letters {
    fn letter(&self, name: &str) -> Letter {
        Letter::of(&self.0.journal::<LetterKind>(name))
    }

    fn draft(mut self, at: u8, name: &str, fields: Vec<LetterField>) -> Self {
        self.0.merge(draft_letter_with(&pen(at), &id(name), Purpose::Standing, Lang::ZhCn, fields));
        self
    }

    fn revise(mut self, at: u8, name: &str, old: &str) -> Self {
        self.0.merge(revise_letter(&pen(at), &id(name), &id(old), &self.letter(old)));
        self
    }

    fn issue(mut self, at: u8, name: &str, number: &str, date: &str) -> Self {
        let letter = self.letter(name);
        let numbering = numbering(&letter, &self.index());
        let document = Document { paper: PaperKind::CommitmentLetter, lang: Lang::ZhCn, blocks: Vec::new() };
        let number = if numbering.number.is_empty() { number.to_owned() } else { numbering.number };
        let issued = Issued {
            number,
            revision: numbering.revision,
            date: day(date),
            replaces: None,
            visit: None,
            hash: document.hash(),
            document,
        };
        self.0.merge(issue_letter(
            &pen(at),
            &id(name),
            &letter,
            issued,
            clause_library(letter.lang().copied().unwrap_or_default()),
        ));
        self
    }

    fn index(&self) -> Index {
        let mut index = Index::default();
        self.0.0.iter().filter_map(|(key, record)| Summary::of(key, record)).for_each(|s| index.put(s));
        index
    }

    fn states(&self, today: &str) -> Vec<String> {
        let shelf = Shelf::of(&self.index(), day(today));
        let said = |name: &str, rows: &[LetterRow]| -> Vec<String> {
            rows.iter().map(|row| format!("{name} {} {:?}", row.letter.id, row.state)).collect()
        };
        [
            said("holds", &shelf.in_force),
            said("later", &shelf.upcoming),
            said("draft", &shelf.drafts),
            said("earlier", &shelf.earlier),
            said("case", &shelf.of_cases),
        ]
        .concat()
    }
}

#[test]
fn a_letter_holds_until_it_is_replaced_or_ends() {
    let until = LetterField::Until(Some(day("2026-12-31")));
    let letters = Letters::default()
        .draft(1, "a", Vec::new())
        .issue(2, "a", "L1", "2026-01-01")
        .draft(3, "b", vec![until])
        .issue(4, "b", "L2", "2026-02-01")
        .draft(5, "later", vec![LetterField::From(Some(day("2027-06-01")))])
        .issue(6, "later", "L3", "2026-03-01")
        .revise(7, "a2", "a");
    assert_eq!(
        letters.states("2026-12-31"),
        ["holds b InForce", "holds a InForce", "later later From(Date(2027-06-01))", "draft a2 Draft"]
    );
    let letters = letters.issue(8, "a2", "unused", "2026-04-01");
    assert_eq!(
        letters.states("2027-01-01"),
        [
            "holds a2 InForce",
            "later later From(Date(2027-06-01))",
            "earlier b Ended(Date(2026-12-31))",
            "earlier a Replaced { by: \"a2\", revision: 2 }",
        ]
    );
}

#[test]
fn a_revision_that_begins_later_leaves_its_place_until_then() {
    let from = LetterField::From(Some(day("2027-01-01")));
    let letters =
        Letters::default().draft(1, "a", Vec::new()).issue(2, "a", "L1", "2026-01-01").revise(3, "b", "a");
    let letter = letters.letter("b");
    let mut letters = letters;
    letters.0.merge(crate::app::command::set::<LetterKind>(&pen(4), "b", &letter, vec![from]));
    let letters = letters.issue(5, "b", "", "2026-11-21");
    assert_eq!(letters.states("2026-12-31"), ["holds a InForce", "later b From(Date(2027-01-01))"]);
    assert_eq!(
        letters.states("2027-01-01"),
        ["holds b InForce", "earlier a Replaced { by: \"b\", revision: 2 }"]
    );
}

#[test]
fn a_revision_follows_the_newest_one() {
    let letters = Letters::default()
        .draft(1, "a", Vec::new())
        .issue(2, "a", "L1", "2026-01-01")
        .revise(3, "one", "a")
        .revise(4, "two", "a")
        .issue(5, "one", "", "2026-02-01");
    let place = numbering(&letters.letter("two"), &letters.index());
    assert_eq!(
        place,
        Numbering { number: "L1".to_owned(), revision: 3, replaces: Some((2, day("2026-02-01"))) }
    );
    let index = letters.issue(6, "two", "", "2026-03-01").index();
    assert_eq!(newest_of(&index, "L1").map(|letter| letter.id.as_str()), Some("two"));
}

#[test]
fn a_begun_revision_is_found_again() {
    let letters = Letters::default().draft(1, "a", Vec::new()).issue(2, "a", "L1", "2026-01-01");
    assert!(revision_draft(&letters.index(), "a").is_none());
    let letters = letters.revise(3, "b", "a");
    assert_eq!(revision_draft(&letters.index(), "a").map(|draft| draft.id.as_str()), Some("b"));
    assert!(revision_draft(&letters.issue(4, "b", "", "2026-02-01").index(), "a").is_none());
}

#[test]
fn a_new_letter_begins_with_the_last_ones_choices() {
    let own = OwnClause { section: SectionId::parse("quality").expect("an id"), text: "送茶".to_owned() };
    let fields = vec![
        LetterField::Clause(clause("progress"), true),
        parameter("progress", "every_days", "3"),
        parameter("remedy", "compensation", "全额退款"),
        LetterField::Own(clause("own"), Some(own)),
        LetterField::Own(clause("gone"), None),
        LetterField::Signatory("李".to_owned()),
        LetterField::Opening("早上好".to_owned()),
        LetterField::Until(Some(day("2026-12-31"))),
    ];
    let model = Letters::default().draft(1, "a", fields.clone()).letter("a");
    let mut all = choices(&model, Lang::ZhCn);
    all.sort();
    let mut expected = [&fields[..4], &fields[5..6]].concat();
    expected.sort();
    assert_eq!(all, expected);
    let mut abroad = choices(&model, Lang::En);
    abroad.sort();
    let mut expected = vec![fields[0].clone(), fields[1].clone(), fields[5].clone()];
    expected.sort();
    assert_eq!(abroad, expected, "words in Chinese do not go into an English letter");
}

#[test]
fn own_clauses_stand_in_the_order_they_were_added() {
    let ids: Vec<_> = [(1_795_264_320_000, u128::MAX), (1_795_264_320_001, 0), (1_795_264_999_999, 7)]
        .into_iter()
        .map(|(now, chance)| own_clause_id(now, chance))
        .collect();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn a_case_letter_knows_its_case() {
    use crate::app::command::{AssetChoice, CustomerChoice, Request, take_request};
    use crate::domain::case::{Channel, Urgency};
    use crate::domain::id::{AssetId, CustomerId, ProcessId, StageId};
    use crate::domain::process::ProcessRef;
    let case = |name: &str, asset: AssetChoice| Request {
        case: CaseId::parse(name).expect("an id"),
        number: "K-1".to_owned(),
        customer: CustomerChoice::New {
            id: CustomerId::parse("c").expect("an id"),
            name: "王秀兰".to_owned(),
            phone: None,
            address: String::new(),
        },
        asset,
        channel: Channel::Phone,
        description: "不转".to_owned(),
        urgency: Urgency::Normal,
        process: ProcessRef { id: ProcessId::parse("P1").expect("an id"), version: 1 },
        stage: StageId::parse("intake").expect("an id"),
        told: String::new(),
        promised: None,
        arose_from: None,
    };
    let fan = AssetChoice::New {
        id: AssetId::parse("fan").expect("an id"),
        label: "电扇".to_owned(),
        brand: String::new(),
        model: String::new(),
        serial: String::new(),
    };
    let mut letters = Letters(take_request(&pen(1), case("bare", AssetChoice::None)));
    letters.0.merge(take_request(&pen(2), case("fan", fan)));
    let index = letters.index();
    let facts = |name: &str| case_facts(&index, &CaseId::parse(name).expect("an id"));
    let said = |matter: &str| {
        let [number, matter, customer] = ["K-1", matter, "王秀兰"].map(str::to_owned);
        Some(CaseFacts { number, matter, customer })
    };
    assert_eq!(facts("bare"), said("不转"));
    assert_eq!(facts("fan"), said("电扇"));
    assert_eq!(facts("gone"), None);
}

fn for_customer(mut letters: Letters, at: u8, name: &str, customer: &str) -> Letters {
    let customer = crate::domain::id::CustomerId::parse(customer).expect("an id");
    let purpose = Purpose::Customer(customer);
    letters.0.merge(draft_letter_with(&pen(at), &id(name), purpose, Lang::ZhCn, Vec::new()));
    letters
}

#[test]
fn a_customers_own_letter_comes_before_the_standing_one() {
    let letters = Letters::default().draft(1, "all", Vec::new()).issue(2, "all", "L1", "2026-01-01");
    let letters = for_customer(letters, 3, "own", "c1");
    let counts = |letters: &Letters, customer: Option<&str>| {
        in_force(&letters.index(), customer, day("2026-06-01")).map(|letter| letter.id.clone())
    };
    assert_eq!(counts(&letters, Some("c1")).as_deref(), Some("all"), "a draft promises nothing");
    let letters = letters.issue(4, "own", "L2", "2026-02-01");
    assert_eq!(counts(&letters, Some("c1")).as_deref(), Some("own"));
    assert_eq!(counts(&letters, Some("c2")).as_deref(), Some("all"));
    assert_eq!(counts(&letters, None).as_deref(), Some("all"));

    let letters = letters.revise(5, "own2", "own");
    let purpose = letters.letter("own2").purpose().cloned();
    assert_eq!(purpose, letters.letter("own").purpose().cloned(), "a revision is for the same customer");
    let letters = letters.issue(6, "own2", "", "2026-03-01");
    assert_eq!(counts(&letters, Some("c1")).as_deref(), Some("own2"));
    let rows = of_customer(&letters.index(), "c1", day("2026-06-01"));
    let states: Vec<_> = rows.into_iter().map(|row| (row.letter.id, row.state)).collect();
    assert_eq!(
        states,
        [
            ("own2".to_owned(), LetterState::InForce),
            ("own".to_owned(), LetterState::Replaced { by: "own2".to_owned(), revision: 2 }),
        ]
    );
    assert_eq!(of_customer(&letters.index(), "c2", day("2026-06-01")), []);
    let shelf = Shelf::of(&letters.index(), day("2026-06-01"));
    assert_eq!(shelf.in_force.len(), 1, "a letter to one customer does not stand among those to all");
    assert_eq!(shelf.of_customers.len(), 1);
}

#[test]
fn letters_that_promise_other_limits_are_told_apart() {
    let terms = |fields: Vec<LetterField>| {
        let letter = Letters::default().draft(1, "a", fields).letter("a");
        Terms::under(&id("a"), "L1", 1, &letter, clause_library(Lang::ZhCn))
    };
    let usual = terms(Vec::new());
    assert_eq!(differing(&usual, &terms(Vec::new())), []);
    for (field, kinds) in [
        (parameter("first_response", "outside_hours", "47"), vec![PromiseKind::FirstResponse]),
        (parameter("delay_notice", "notice_hours", "7"), vec![PromiseKind::DelayNotice]),
        (
            LetterField::Clause(clause("complaint"), false),
            vec![PromiseKind::ComplaintHeard, PromiseKind::ComplaintSettled],
        ),
        (LetterField::Clause(clause("finish_by_date"), false), vec![PromiseKind::Finish]),
        (parameter("remedy", "compensation", "一杯茶"), vec![]),
    ] {
        assert_eq!(differing(&usual, &terms(vec![field.clone()])), kinds, "{field:?}");
    }
}

fn customer_record(records: &mut Records, at: u8, name: &str) -> crate::domain::id::CustomerId {
    use crate::domain::customer::{CustomerField, CustomerKind};
    use crate::journal::Change;
    let set = Change::Set { field: CustomerField::Name("陈玉兰".to_owned()), replaces: Vec::new() };
    records.add::<CustomerKind>(name, pen(at).entry(vec![set]));
    crate::domain::id::CustomerId::parse(name).expect("an id")
}

#[test]
fn two_records_of_one_person_have_their_letters_in_common() {
    use crate::app::command::merge_customers;
    use crate::domain::customer::{Customer, CustomerKind};
    let mut letters = Letters::default();
    let both = ["c1", "c2"].map(|name| {
        let id = customer_record(&mut letters.0, 1, name);
        (id, Customer::of(&letters.0.journal::<CustomerKind>(name)))
    });
    let mut letters = for_customer(letters, 2, "own", "c1").issue(3, "own", "L1", "2026-02-01");
    let today = day("2026-06-01");
    assert!(in_force(&letters.index(), Some("c2"), today).is_none(), "they are two people so far");
    let [one, other] = &both;
    letters.0.merge(
        merge_customers(&pen(4), std::slice::from_ref(one), std::slice::from_ref(other), &[])
            .expect("they may be one"),
    );
    let index = letters.index();
    assert_eq!(in_force(&index, Some("c2"), today).map(|letter| letter.id.as_str()), Some("own"));
    assert_eq!(of_customer(&index, "c2", today).len(), 1);
}

#[test]
fn a_letter_to_a_customer_goes_when_they_are_erased() {
    use crate::app::command::erase_customers;
    let mut letters = Letters::default();
    let id = customer_record(&mut letters.0, 1, "c1");
    let named = vec![LetterField::Addressee("尊敬的陈玉兰".to_owned())];
    let purpose = Purpose::Customer(id.clone());
    letters.0.merge(draft_letter_with(&pen(2), &self::id("own"), purpose, Lang::ZhCn, named));
    let mut letters = letters.issue(3, "own", "L1", "2026-02-01").draft(4, "all", Vec::new());
    let marks = erase_customers(&pen(5), &letters.0, &[id]);
    letters.0.merge(marks);
    let index = letters.index();
    assert_eq!(index.letters.keys().collect::<Vec<_>>(), ["all"]);
    assert!(in_force(&index, Some("c1"), day("2026-06-01")).is_none());
    let own = letters.letter("own");
    assert!(own.addressee().is_none() && own.issued().is_none(), "nothing of what it said is kept");
}
