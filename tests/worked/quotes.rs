use crate::bench::{Bench, case_id};
use casebook::app::command::{
    PaymentError, QuoteError, choose_solution, copy_solution, put_payment_term, put_quote_line, put_solution,
    receive_payment, remove_item, remove_solution, take_back_payment, undoable,
};
use casebook::domain::case::{CaseItemKey, CaseKind};
use casebook::domain::date::Date;
use casebook::domain::id::{QuoteLineId, SolutionId, TermId};
use casebook::domain::money::{Currency, Money, MoneyError, Quantity, Rate};
use casebook::domain::payment::{Payment, PaymentMethod, PaymentTerm, TermKind};
use casebook::domain::quote::{QuoteLine, Solution};
use casebook::domain::text::TextError;

fn solution_id(id: &str) -> SolutionId {
    SolutionId::parse(id).expect("an id")
}

fn line_id(id: &str) -> QuoteLineId {
    QuoteLineId::parse(id).expect("an id")
}

fn term_id(id: &str) -> TermId {
    TermId::parse(id).expect("an id")
}

fn cny(amount: &str) -> Money {
    Money::parse(amount, Currency::Cny).expect("an amount")
}

fn solution(title: &str) -> Solution {
    Solution { title: title.to_owned(), ..Solution::default() }
}

fn line(solution: &str, text: &str, quantity: &str, price: Money) -> QuoteLine {
    QuoteLine {
        solution: solution_id(solution),
        rank: 0,
        text: text.to_owned(),
        quantity: Quantity::parse(quantity).expect("a quantity"),
        unit: "m".to_owned(),
        price,
        discount: Rate::NONE,
        tax: Rate::parse("6").expect("a rate"),
    }
}

fn term(kind: TermKind, amount: &str, due: &str) -> PaymentTerm {
    PaymentTerm {
        rank: 0,
        kind,
        label: String::new(),
        amount: cny(amount),
        due: Date::parse(due),
        method: None,
    }
}

fn payment(amount: Money, term: Option<&str>) -> Payment {
    let term = term.and_then(TermId::parse);
    Payment { amount, method: PaymentMethod::Cash, term, note: " first half ".to_owned() }
}

/// A case with two options; the first has two lines that come to 106.00 and 31.80.
fn quoted() -> Bench {
    let mut bench = Bench::default();
    for (id, title) in [("o2", "New hose"), ("o1", "Seal it")] {
        let pen = bench.pen("may");
        bench.take(
            put_solution(&pen, &case_id(), &bench.case(), &solution_id(id), solution(title)).expect("one"),
        );
    }
    for (id, text, quantity, price) in [("l2", "Hose", "2", "50"), ("l1", "Work", "0.5", "60")] {
        let pen = bench.pen("may");
        let line = line("o2", text, quantity, cny(price));
        bench.take(put_quote_line(&pen, &case_id(), &bench.case(), &line_id(id), line).expect("a line"));
    }
    bench
}

#[test]
fn options_stand_in_the_order_they_were_added_and_are_summed() {
    let bench = quoted();
    let case = bench.case();
    let titles: Vec<_> = case.solutions().into_iter().map(|(_, solution)| solution.title.as_str()).collect();
    assert_eq!(titles, ["New hose", "Seal it"]);
    let quote = case.quote(&solution_id("o2")).expect("a quote");
    let texts: Vec<_> =
        quote.rows.iter().map(|(_, line, total)| (line.text.as_str(), total.total.plain())).collect();
    assert_eq!(texts, [("Hose", "106.00".to_owned()), ("Work", "31.80".to_owned())]);
    let total = quote.total.expect("a total");
    assert_eq!([total.net, total.tax, total.total].map(Money::plain), ["130.00", "7.80", "137.80"]);
    assert_eq!(case.quote(&solution_id("o1")).expect("a quote").total, None);
    assert_eq!(
        bench.told(),
        [
            "添加了报价明细“Work” | 数量：0.5 m | 单价：¥60.00 | 税率：6%",
            "新增了報價明細「Work」 | 數量：0.5 m | 單價：CN¥60.00 | 稅率：6%",
            "added the line “Work” | Quantity: 0.5 m | Unit price: CN¥60.00 | Tax: 6%",
        ]
    );
}

#[test]
fn what_cannot_be_quoted_is_refused() {
    let mut bench = quoted();
    let pen = bench.pen("may");
    let case = bench.case();
    let usd = Money::parse("1", Currency::Usd).expect("an amount");
    let negative = Money::new(-1, Currency::Cny).expect("an amount");
    let huge = cny("9999999999999.99");
    for (line, why) in [
        (line("o9", "Hose", "1", cny("1")), QuoteError::NoSuchSolution),
        (line("o2", "  ", "1", cny("1")), QuoteError::Text(TextError::Empty)),
        (line("o2", "Hose", "1", negative), QuoteError::Money(MoneyError::Negative)),
        (
            line("o2", "Hose", "1", usd),
            QuoteError::Money(MoneyError::Currencies(Currency::Usd, Currency::Cny)),
        ),
        (line("o2", "Hose", "1", huge), QuoteError::Money(MoneyError::TooLarge)),
    ] {
        assert_eq!(put_quote_line(&pen, &case_id(), &case, &line_id("l9"), line), Err(why));
    }
    let untitled = put_solution(&pen, &case_id(), &case, &solution_id("o3"), solution(" "));
    assert_eq!(untitled, Err(QuoteError::Title(TextError::Empty)));
    let nobody = choose_solution(&pen, &case_id(), &case, &solution_id("o2"), " ");
    assert_eq!(nobody, Err(QuoteError::By(TextError::Empty)));
    let nothing = choose_solution(&pen, &case_id(), &case, &solution_id("o9"), "Abbott");
    assert_eq!(nothing, Err(QuoteError::NoSuchSolution));
    // A line that is written again is not summed with itself.
    let only = line("o2", "Hose", "2", usd);
    let mut alone = Bench::default();
    let pen = alone.pen("may");
    alone
        .take(put_solution(&pen, &case_id(), &alone.case(), &solution_id("o2"), solution("A")).expect("one"));
    for price in [cny("1"), usd] {
        let pen = alone.pen("may");
        let line = QuoteLine { price, ..only.clone() };
        alone.take(put_quote_line(&pen, &case_id(), &alone.case(), &line_id("l1"), line).expect("a line"));
    }
    assert_eq!(alone.case().quote_lines().len(), 1);
}

#[test]
fn the_customers_choice_is_what_is_owed() {
    let mut bench = quoted();
    assert_eq!(bench.case().account(), Ok(None));
    let pen = bench.pen("may");
    bench.take(
        choose_solution(&pen, &case_id(), &bench.case(), &solution_id("o2"), "Mrs Abbott").expect("a choice"),
    );
    assert_eq!(bench.told()[2], "noted that Mrs Abbott chose “New hose”");
    for (id, term) in [
        ("t1", term(TermKind::Deposit, "37.80", "2026-11-20")),
        ("t2", term(TermKind::Final, "90", "2026-12-20")),
    ] {
        let pen = bench.pen("may");
        bench.take(put_payment_term(&pen, &case_id(), &bench.case(), &term_id(id), term).expect("a term"));
    }
    let pen = bench.pen("ruth");
    bench.take(
        receive_payment(&pen, &case_id(), &bench.case(), payment(cny("20"), Some("t1"))).expect("money"),
    );
    assert_eq!(
        bench.told(),
        [
            "收到现金 ¥20.00 | 对应款项：定金 | 备注：first half",
            "收到現金 CN¥20.00 | 對應款項：訂金 | 備註：first half",
            "took a payment of CN¥20.00 (Cash) | For: Deposit | Note: first half",
        ]
    );
    let account = bench.case().account().expect("sums").expect("an account");
    let sums = [account.agreed, account.planned, account.paid, account.outstanding].map(Money::plain);
    assert_eq!(sums, ["137.80", "127.80", "20.00", "117.80"]);
    let terms: Vec<_> = account.terms.iter().map(|term| term.outstanding.plain()).collect();
    assert_eq!(terms, ["17.80", "90.00"]);
    let today = Date::new(2026, 11, 21).expect("a date");
    assert_eq!(account.terms.iter().map(|term| term.is_overdue(today)).collect::<Vec<_>>(), [true, false]);
    let settled = bench.case().payments().next().and_then(|held| held.author);
    assert_eq!(settled.as_ref().map(|id| id.as_str()), Some("ruth"));
}

#[test]
fn a_payment_by_mistake_is_taken_back() {
    let mut bench = quoted();
    let pen = bench.pen("ruth");
    for (amount, term, why) in [
        (cny("0"), None, PaymentError::Nothing),
        (Money::new(-1, Currency::Cny).expect("an amount"), None, PaymentError::Money(MoneyError::Negative)),
        (cny("1"), Some("t9"), PaymentError::NoSuchTerm),
    ] {
        assert_eq!(receive_payment(&pen, &case_id(), &bench.case(), payment(amount, term)), Err(why));
    }
    bench.take(receive_payment(&pen, &case_id(), &bench.case(), payment(cny("20"), None)).expect("money"));
    let usd = Money::parse("1", Currency::Usd).expect("an amount");
    let mixed = receive_payment(&pen, &case_id(), &bench.case(), payment(usd, None));
    assert_eq!(mixed, Err(PaymentError::Money(MoneyError::Currencies(Currency::Cny, Currency::Usd))));
    let later = bench.pen("may");
    bench.take(receive_payment(&later, &case_id(), &bench.case(), payment(cny("5"), None)).expect("money"));

    let journal = bench.records.journal::<CaseKind>("k1");
    assert!(undoable(&journal, u64::MAX).is_some_and(|entry| entry.stamp == later.stamp));
    let back = bench.pen("ruth");
    bench.take(take_back_payment(&back, &case_id(), &journal, &pen.stamp).expect("taken back"));
    assert_eq!(bench.told()[2], "undid: took a payment of CN¥20.00 (Cash) | Note: first half");
    let account = bench.case().account().expect("sums").expect("an account");
    assert_eq!((account.paid.plain(), account.outstanding.plain()), ("5.00".to_owned(), "-5.00".to_owned()));
    let journal = bench.records.journal::<CaseKind>("k1");
    let again = take_back_payment(&back, &case_id(), &journal, &pen.stamp);
    assert_eq!(again, Err(PaymentError::NoSuchPayment));
}

#[test]
fn an_option_goes_with_its_lines() {
    let mut bench = quoted();
    let pen = bench.pen("may");
    bench.take(
        choose_solution(&pen, &case_id(), &bench.case(), &solution_id("o2"), "Abbott").expect("a choice"),
    );
    let pen = bench.pen("may");
    bench.take(remove_item(&pen, &case_id(), &bench.case(), CaseItemKey::QuoteLine(line_id("l1"))));
    assert_eq!(bench.told()[2], "removed the line “Work”");
    let pen = bench.pen("may");
    bench.take(remove_solution(&pen, &case_id(), &bench.case(), &solution_id("o2")));
    let case = bench.case();
    assert_eq!((case.solutions().len(), case.quote_lines().len(), case.chosen()), (1, 0, None));
}

#[test]
fn two_devices_that_change_an_option_both_stay_visible() {
    let mut bench = quoted();
    let before = bench.case();
    for (device, title) in [(1, "A new hose"), (2, "The new hose")] {
        let pen = bench.pen_at(device, "may");
        let changed = Solution { rank: 1, ..solution(title) };
        bench.take(put_solution(&pen, &case_id(), &before, &solution_id("o2"), changed).expect("a change"));
    }
    assert_eq!(bench.told()[2], "changed the option “New hose”, now “The new hose”");
    let conflicts = bench.case().fields.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].values.len(), 2);
}

#[test]
fn a_copy_of_an_option_has_its_lines_and_stands_last() {
    let mut bench = quoted();
    let pen = bench.pen("may");
    let mut next = 0;
    let fresh = || {
        next += 1;
        line_id(&format!("c{next}"))
    };
    let copy = (solution_id("o3"), "New hose, copy");
    bench.take(
        copy_solution(&pen, &case_id(), &bench.case(), &solution_id("o2"), copy, fresh).expect("a copy"),
    );
    let case = bench.case();
    let titles: Vec<_> = case.solutions().into_iter().map(|(_, solution)| solution.title.as_str()).collect();
    assert_eq!(titles, ["New hose", "Seal it", "New hose, copy"]);
    let [old, new] = ["o2", "o3"].map(|id| case.quote(&solution_id(id)).expect("a quote"));
    assert_eq!(old.total, new.total);
    let texts = |quote: &casebook::domain::quote::Quote| {
        quote.rows.iter().map(|(_, line, _)| line.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&new), ["Hose", "Work"]);
    // Each goes its own way from here.
    let pen = bench.pen("may");
    bench.take(remove_solution(&pen, &case_id(), &bench.case(), &solution_id("o2")));
    assert_eq!(bench.case().quote(&solution_id("o3")).expect("a quote").rows.len(), 2);
    let pen = bench.pen("may");
    let of_nothing =
        copy_solution(&pen, &case_id(), &bench.case(), &solution_id("o2"), (solution_id("o4"), "A"), || {
            line_id("c9")
        });
    assert_eq!(of_nothing, Err(QuoteError::NoSuchSolution));
}

#[test]
fn what_is_due_next_and_what_the_rest_is() {
    let mut bench = quoted();
    assert_eq!(bench.case().rest_of_terms(None), Ok(None));
    let pen = bench.pen("may");
    bench.take(
        choose_solution(&pen, &case_id(), &bench.case(), &solution_id("o2"), "Mrs Abbott").expect("a choice"),
    );
    let account = |bench: &Bench| bench.case().account().expect("sums").expect("an account");
    assert_eq!(account(&bench).next(), Some((None, cny("137.80"))));
    assert_eq!(account(&bench).terms_off(), None);
    let pen = bench.pen("may");
    let deposit = term(TermKind::Deposit, "37.80", "2026-11-20");
    bench.take(put_payment_term(&pen, &case_id(), &bench.case(), &term_id("t1"), deposit).expect("a term"));
    assert_eq!(account(&bench).terms_off().map(Money::plain), Some("-100.00".to_owned()));
    assert_eq!(bench.case().rest_of_terms(None), Ok(Some(cny("100"))));
    assert_eq!(bench.case().rest_of_terms(Some(&term_id("t1"))), Ok(Some(cny("137.80"))));
    let pen = bench.pen("may");
    let last = term(TermKind::Final, "120", "2026-12-20");
    bench.take(put_payment_term(&pen, &case_id(), &bench.case(), &term_id("t2"), last).expect("a term"));
    assert_eq!(account(&bench).terms_off(), Some(cny("20")));
    assert_eq!(bench.case().rest_of_terms(None), Ok(None));

    for (amount, to, next) in [
        ("10", Some("t1"), Some(("t1", "27.80"))),
        ("27.80", Some("t1"), Some(("t2", "100"))),
        ("90", None, Some(("t2", "10"))),
        ("15", None, None),
    ] {
        let pen = bench.pen("ruth");
        bench
            .take(receive_payment(&pen, &case_id(), &bench.case(), payment(cny(amount), to)).expect("money"));
        let account = account(&bench);
        let next = next.map(|(id, amount)| (term_id(id), cny(amount)));
        assert_eq!(
            account.next().map(|(id, amount)| (id.cloned().expect("a term"), amount)),
            next,
            "{amount}"
        );
    }
    assert_eq!(account(&bench).outstanding.plain(), "-5.00");
}
