//! Visits after acceptance are covered by free maintenance, or charged.

use crate::bench::{Bench, case_id};
use casebook::app::command::{Charging, NewVisit, VisitError, accept, charge_visit, plan_visit, set};
use casebook::domain::acceptance::{Acceptance, AcceptanceVerdict};
use casebook::domain::case::{CaseDay, CaseField, CaseKind};
use casebook::domain::date::Date;
use casebook::domain::id::VisitId;
use casebook::domain::local_time::Window;
use casebook::domain::text::TextError;
use casebook::domain::visit::{Coverage, Visit, VisitCharge, VisitKind};

fn accepted(verdict: Option<AcceptanceVerdict>, free_until: Option<&str>) -> Bench {
    let mut bench = Bench::default();
    let day = CaseField::Day(CaseDay::MaintenanceEnd, free_until.and_then(Date::parse));
    let pen = bench.pen("may");
    bench.take(set::<CaseKind>(&pen, case_id().as_str(), &bench.case(), vec![day]));
    if let Some(verdict) = verdict {
        let word = Acceptance { name: "Abbott".to_owned(), verdict, words: "A scratch".to_owned() };
        let pen = bench.pen("may");
        bench.take(accept(&pen, &case_id(), word).expect("a word"));
    }
    bench
}

#[test]
fn the_date_suggests_who_pays() {
    use AcceptanceVerdict::{Accepted, Refused, WithCorrections};
    use Coverage::{Charged, Covered};
    let end = Some("2027-05-24");
    for (verdict, free_until, day, suggested) in [
        (Some(Accepted), end, "2026-11-24", Some(Covered)),
        (Some(Accepted), end, "2027-05-24", Some(Covered)),
        (Some(Accepted), end, "2027-05-25", Some(Charged)),
        (Some(WithCorrections), end, "2027-05-25", Some(Charged)),
        (Some(Accepted), None, "2026-11-24", None),
        (Some(Refused), end, "2026-11-24", None),
        (None, end, "2026-11-24", None),
    ] {
        let case = accepted(verdict, free_until).case();
        let day = Date::parse(day).expect("a day");
        assert_eq!(case.suggested_coverage(day), suggested, "{verdict:?} {free_until:?} {day}");
    }
}

fn charging(chosen: Coverage, suggested: Coverage, reason: &str) -> Charging {
    Charging { chosen, suggested, reason: reason.to_owned() }
}

fn visit(charge: Charging) -> NewVisit {
    NewVisit {
        id: VisitId::parse("v1").expect("an id"),
        case: case_id(),
        when: Window::typed("2027-05-24", "9:00", "10:00").expect("a window"),
        travel: 0,
        staff: [].into(),
        purpose: String::new(),
        address: String::new(),
        charge: Some(charge),
    }
}

#[test]
fn another_choice_than_the_date_has_it_needs_a_reason() {
    use Coverage::{Charged, Covered};
    for (chosen, suggested, reason, kept) in [
        (Covered, Covered, "", Ok("")),
        (Charged, Charged, "left over", Ok("")),
        (Charged, Covered, " misuse ", Ok("misuse")),
        (Covered, Charged, " ", Err(TextError::Empty)),
        (Charged, Covered, &"x".repeat(201), Err(TextError::TooLong(200))),
    ] {
        let pen = Bench::default().pen("may");
        let made = plan_visit(&pen, visit(charging(chosen, suggested, reason)));
        let made = made.map(|records| {
            let charge = Visit::of(&records.journal::<VisitKind>("v1")).charge().cloned();
            charge.expect("a charge")
        });
        let expected = kept
            .map(|reason| VisitCharge { coverage: chosen, reason: reason.to_owned() })
            .map_err(VisitError::Charge);
        assert_eq!(made, expected, "{chosen:?} {suggested:?}");
    }
}

#[test]
fn who_pays_is_told_with_the_visit() {
    let mut bench = Bench::default();
    let id = VisitId::parse("v1").expect("an id");
    let pen = bench.pen("may");
    bench.take(plan_visit(&pen, visit(charging(Coverage::Covered, Coverage::Covered, ""))).expect("a visit"));
    let told = bench.told_of_visit("v1");
    assert!(
        told[0].ends_with(" | 费用：免费维护") && told[2].ends_with(" | Cost: Free maintenance"),
        "{told:?}"
    );
    let now = Visit::of(&bench.records.journal::<VisitKind>("v1"));
    let pen = bench.pen("may");
    let charged = charging(Coverage::Charged, Coverage::Covered, "人为损坏");
    bench.take(charge_visit(&pen, &id, &now, charged).expect("a charge"));
    let told = bench.told_of_visit("v1");
    assert_eq!(told[0], "把上门预约的费用从“免费维护”改为“收费：人为损坏”");
    let now = Visit::of(&bench.records.journal::<VisitKind>("v1"));
    let pen = bench.pen("may");
    let without = charge_visit(&pen, &id, &now, charging(Coverage::Charged, Coverage::Covered, ""));
    assert_eq!(without, Err(VisitError::Charge(TextError::Empty)));
}
