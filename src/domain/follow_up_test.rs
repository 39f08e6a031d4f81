use super::*;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn process(id: &str) -> ProcessId {
    ProcessId::parse(id).expect("an id")
}

#[test]
fn a_list_is_read_as_people_type_it() {
    let [soon, month, half] = [Interval::days(3), Interval::months(1), Interval::months(6)];
    for text in [
        "3 days, 1 month, 6 months",
        "3天、1个月、6个月",
        "6個月，3 日；1 月",
        "3d,1m,6m,3 Days",
        " 3 DAYS ,, 1 month\n6 months",
    ] {
        assert_eq!(Interval::parse_list(text), Ok(vec![soon, month, half]), "{text}");
    }
    assert_eq!(Interval::parse_list("2 weeks, 1 年"), Ok(vec![Interval::days(14), Interval::months(12)]));
    assert_eq!(Interval::parse_list(" "), Ok(Vec::new()), "never");
}

#[test]
fn what_is_no_plan_is_told_apart() {
    let part = |text: &str| text.to_owned();
    for (text, error) in [
        ("soon", IntervalError::Form(part("soon"))),
        ("3", IntervalError::Form(part("3"))),
        ("days", IntervalError::Form(part("days"))),
        ("3 days, 1.5 months", IntervalError::Form(part("1.5 months"))),
        ("0 days", IntervalError::NotAhead(part("0 days"))),
        ("-3 天", IntervalError::NotAhead(part("-3 天"))),
        ("121 months", IntervalError::TooFar(part("121 months"))),
        ("11 years", IntervalError::TooFar(part("11 years"))),
        ("3653 days", IntervalError::TooFar(part("3653 days"))),
        ("99999999999 days", IntervalError::TooFar(part("99999999999 days"))),
        ("4294967295 weeks", IntervalError::TooFar(part("4294967295 weeks"))),
    ] {
        assert_eq!(Interval::parse_list(text), Err(error), "{text}");
    }
    assert!(Interval::parse_list("3652 days, 10 years").is_ok());
    let thousand = (1..=1000).map(|days| format!("{days} days")).collect::<Vec<_>>().join(",");
    assert_eq!(Interval::parse_list(&thousand), Err(IntervalError::TooMany));
}

#[test]
fn days_are_planned_from_the_delivery() {
    let rules = FollowUpRules::default()
        .with(Importance::Regular, Some(process("P8")), Some(Vec::new()))
        .with(Importance::Key, Some(process("P10")), Some(vec![Interval::months(1), Interval::days(30)]));
    for (importance, kind, delivered, planned) in [
        (Importance::Key, "P1", "2026-11-28", &["2026-12-01", "2026-12-28", "2027-05-28"][..]),
        (Importance::Regular, "P1", "2026-11-28", &["2026-12-01", "2026-12-28"]),
        (Importance::Occasional, "P1", "2026-11-28", &["2026-12-05"]),
        // The end of a month, and of a leap year's February.
        (Importance::Regular, "P1", "2026-01-31", &["2026-02-03", "2026-02-28"]),
        (Importance::Regular, "P1", "2024-01-30", &["2024-02-02", "2024-02-29"]),
        (Importance::Key, "P1", "2023-08-31", &["2023-09-03", "2023-09-30", "2024-02-29"]),
        // Beyond a year's end.
        (Importance::Regular, "P1", "2026-12-31", &["2027-01-03", "2027-01-31"]),
        // A kind of service with rules of its own; twice the same day is once.
        (Importance::Regular, "P8", "2026-11-28", &[]),
        (Importance::Key, "P8", "2026-11-28", &["2026-12-01", "2026-12-28", "2027-05-28"]),
        (Importance::Key, "P10", "2026-11-15", &["2026-12-15"]),
        // The calendar ends.
        (Importance::Regular, "P1", "2199-12-31", &[]),
    ] {
        let days = planned_days(&rules, importance, Some(&process(kind)), day(delivered));
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        assert_eq!(days, planned, "{importance:?} {kind} {delivered}");
    }
}

#[test]
fn a_rule_of_a_file_never_plans_what_nobody_could_do() {
    let after = (0..1000).map(Interval::days).collect();
    let rules = FollowUpRules(Vec::new()).with(Importance::Regular, None, Some(after));
    let days = planned_days(&rules, Importance::Regular, None, day("2026-11-21"));
    assert_eq!((days.len(), days.first()), (MOST_PLANNED, Some(&day("2026-11-22"))));
    let far = vec![Interval::months(u32::MAX), Interval::days(u32::MAX), Interval::days(0)];
    let rules = rules.with(Importance::Regular, None, Some(far));
    assert_eq!(planned_days(&rules, Importance::Regular, None, day("2026-11-21")), []);
}

#[test]
fn a_rule_is_changed_and_taken_back() {
    let own = Some(process("P8"));
    let rules = FollowUpRules::default().with(Importance::Key, own.clone(), Some(vec![Interval::days(1)]));
    assert_eq!(rules.after(Importance::Key, own.as_ref()), [Interval::days(1)]);
    assert_eq!(rules.processes(), [process("P8")]);
    assert_eq!(rules.with(Importance::Key, own, None), FollowUpRules::default());
}
