use crate::bench::{Bench, case_id};
use casebook::app::command::{Agreement, AgreementError, set_agreement, typed_day};
use casebook::domain::case::{CaseDay, CaseText};
use casebook::domain::date::Date;
use casebook::domain::text::TextError;

fn day(text: &str) -> Option<Date> {
    typed_day(text).expect("a day or nothing")
}

fn agreement(start: &str, end: &str, maintenance_end: &str) -> Agreement {
    Agreement { texts: Vec::new(), start: day(start), end: day(end), maintenance_end: day(maintenance_end) }
}

#[test]
fn an_agreement_is_written_down_and_changed() {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    let texts = vec![(CaseText::Scope, "New hoses, both".to_owned())];
    let agreed = Agreement { texts, ..agreement("2026-11-23", "2026-11-24", "2027-05-24") };
    bench.take(set_agreement(&pen, &case_id(), &bench.case(), agreed.clone()).expect("an agreement"));
    let case = bench.case();
    assert_eq!(case.text(CaseText::Scope), "New hoses, both");
    assert_eq!(CaseDay::ALL.map(|day| case.day(day)), [agreed.start, agreed.end, agreed.maintenance_end]);
    let again = set_agreement(&pen, &case_id(), &case, agreed.clone()).expect("an agreement");
    assert_eq!(again.entries(), 0);
    for (today, maintained) in [("2027-05-24", true), ("2027-05-25", false)] {
        assert_eq!(case.is_maintained_on(day(today).expect("a day")), maintained);
    }
    let pen = bench.pen("may");
    let open = Agreement { end: day("2026-11-30"), maintenance_end: None, ..agreed };
    bench.take(set_agreement(&pen, &case_id(), &bench.case(), open).expect("an agreement"));
    assert_eq!(
        bench.told(),
        [
            "把“协议终止日”从“2026年11月24日”改为“2026年11月30日”；把“免费维护截止日”从“2027年5月24日”改为“无”",
            "將「協議終止日」從「2026年11月24日」改為「2026年11月30日」；將「免費維護截止日」從「2027年5月24日」改為「無」",
            "changed “Agreement ends” from “24 November 2026” to “30 November 2026”; changed “Free maintenance until” from “24 May 2027” to “none”",
        ]
    );
}

#[test]
fn days_that_cannot_be_are_refused() {
    let mut bench = Bench::default();
    for (typed, found) in [
        ("", Ok(None)),
        (" 2026-11-21 ", Ok(Date::new(2026, 11, 21))),
        ("2026-02-30", Err(AgreementError::NoSuchDay)),
        ("tomorrow", Err(AgreementError::NoSuchDay)),
    ] {
        assert_eq!(typed_day(typed), found, "{typed}");
    }
    for (agreed, why) in [
        (agreement("2026-11-24", "2026-11-23", ""), AgreementError::EndsBeforeStart),
        (agreement("2026-11-23", "2026-11-24", "2026-11-23"), AgreementError::MaintenanceTooShort),
        (agreement("2026-11-23", "", "2026-11-22"), AgreementError::MaintenanceTooShort),
        (
            Agreement { texts: vec![(CaseText::Law, "x".repeat(20_001))], ..Agreement::default() },
            AgreementError::Words(TextError::TooLong(20_000)),
        ),
    ] {
        let pen = bench.pen("may");
        assert_eq!(set_agreement(&pen, &case_id(), &bench.case(), agreed), Err(why));
    }
    let pen = bench.pen("may");
    let one_day = agreement("2026-11-23", "2026-11-23", "2026-11-23");
    assert!(set_agreement(&pen, &case_id(), &bench.case(), one_day).is_ok());
}
