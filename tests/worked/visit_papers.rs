//! What papers of a visit say of its price.

use crate::bench::case_id;
use crate::composed::{composed, tap};
use casebook::app::command::{Charging, charge_visit, set};
use casebook::domain::case::{CaseDay, CaseField, CaseKind};
use casebook::domain::date::Date;
use casebook::domain::id::VisitId;
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::visit::{Coverage, Visit, VisitKind};

#[test]
fn papers_of_a_visit_say_who_pays() {
    let mut bench = tap();
    let day = CaseField::Day(CaseDay::MaintenanceEnd, Date::parse("2027-05-24"));
    let pen = bench.pen("may");
    bench.take(set::<CaseKind>(&pen, case_id().as_str(), &bench.case(), vec![day]));
    for (chosen, words) in
        [(Coverage::Covered, "在免费维护期内（至2027年5月24日"), (Coverage::Charged, "本次费用：收费")]
    {
        let visit = Visit::of(&bench.records.journal::<VisitKind>("v2"));
        let charging = Charging { chosen, suggested: Coverage::Covered, reason: "人为损坏".to_owned() };
        let (pen, id) = (bench.pen("may"), VisitId::parse("v2").expect("an id"));
        bench.take(charge_visit(&pen, &id, &visit, charging).expect("a charge"));
        for kind in [PaperKind::WorkOrder, PaperKind::Appointment] {
            let text = composed(&bench, kind, Lang::ZhCn).expect("a paper");
            assert!(text.contains(words), "{kind:?}:\n{text}");
            assert!(!text.contains("人为损坏"), "why is the shop's own matter");
        }
    }
}
