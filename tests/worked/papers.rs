use crate::bench::{Bench, case_id};
use casebook::app::command::{PaperError, issue_document, set};
use casebook::domain::case::{CaseField, CaseKind};
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document};
use casebook::domain::id::VisitId;
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::text::TextError;

fn day() -> Date {
    Date::new(2026, 11, 21).expect("a date")
}

fn document(paper: PaperKind, text: &str) -> Document {
    Document { paper, lang: Lang::En, blocks: vec![Block::Paragraph(text.to_owned())] }
}

fn numbered() -> Bench {
    let mut bench = Bench::default();
    let pen = bench.pen("may");
    let number = CaseField::Number("K3V-0001".to_owned());
    bench.take(set::<CaseKind>(&pen, "k1", &bench.case(), vec![number]));
    bench
}

impl Bench {
    fn issue(&mut self, number: &str, document: Document) -> Result<usize, PaperError> {
        let pen = self.pen("may");
        let new = issue_document(&pen, &case_id(), &self.case(), number, day(), document, None)?;
        let entries = new.entries();
        self.take(new);
        Ok(entries)
    }
}

#[test]
fn any_paper_is_frozen_under_a_number() {
    let mut bench = numbered();
    let number = bench.case().next_paper_number(PaperKind::WorkOrder);
    assert_eq!(number, "K3V-0001-W1");
    assert_eq!(bench.case().next_paper_number(PaperKind::IntakeReceipt), "K3V-0001");
    assert_eq!(bench.issue(&number, document(PaperKind::WorkOrder, "Change the hose.")), Ok(1));
    assert_eq!(
        bench.told(),
        ["出具了服务工作单 K3V-0001-W1", "出具了服務工作單 K3V-0001-W1", "issued work order K3V-0001-W1"]
    );
    // Printed again, it is the same paper.
    assert_eq!(bench.issue(&number, document(PaperKind::WorkOrder, "Change the hose.")), Ok(0));
    assert_eq!(bench.issue(&number, document(PaperKind::WorkOrder, "Change both hoses.")), Ok(1));
    assert_eq!(bench.told()[2], "issued work order K3V-0001-W1, revision 2");
    let case = bench.case();
    let all: Vec<_> = case.papers().map(|held| held.value).collect();
    assert_eq!((all[0].revision, all[1].revision), (1, 2));
    assert_eq!((all[0].replaces.as_ref(), all[1].replaces.as_ref()), (None, Some(&all[0].hash)));
    assert_eq!(case.paper(&number).map(|held| held.value), Some(all[1]));
    assert_eq!(case.papers_of(PaperKind::WorkOrder).len(), 1);
    assert_eq!(case.papers_of(PaperKind::Quote).len(), 0);
    assert_eq!(case.next_paper_number(PaperKind::WorkOrder), "K3V-0001-W2");
}

#[test]
fn what_cannot_be_issued_is_refused() {
    let mut bench = numbered();
    let nothing = Document { blocks: Vec::new(), ..document(PaperKind::Quote, "") };
    assert_eq!(bench.issue("N1", nothing), Err(PaperError::Empty));
    assert_eq!(bench.issue("N1", document(PaperKind::Quote, " ")), Err(PaperError::Empty));
    assert_eq!(bench.issue(" ", document(PaperKind::Quote, "x")), Err(PaperError::Number(TextError::Empty)));
    assert_eq!(bench.issue("N1", document(PaperKind::Quote, "x")), Ok(1));
    assert_eq!(bench.issue("N1", document(PaperKind::WorkOrder, "x")), Err(PaperError::OtherKind));
}

#[test]
fn the_same_number_given_out_twice_stays_visible() {
    let mut bench = numbered();
    let before = bench.case();
    for (device, text) in [(1, "one"), (2, "two")] {
        let pen = bench.pen_at(device, "may");
        let document = document(PaperKind::ProgressReport, text);
        bench.take(issue_document(&pen, &case_id(), &before, "P1", day(), document, None).expect("a paper"));
    }
    assert_eq!(bench.case().rival_papers("P1").len(), 2);
    // Even what the last one says must be issued again to settle it.
    assert_eq!(bench.issue("P1", document(PaperKind::ProgressReport, "two")), Ok(1));
    let case = bench.case();
    assert_eq!(
        (case.rival_papers("P1").len(), case.paper("P1").map(|held| held.value.revision)),
        (0, Some(2))
    );
}

#[test]
fn a_paper_for_another_visit_has_a_number_of_its_own() {
    let (mut bench, kind) = (numbered(), PaperKind::Appointment);
    let visit = |id: &str| VisitId::parse(id);
    let mut give = |about: &str, text: &str| {
        let (pen, case, visit) = (bench.pen("may"), bench.case(), visit(about));
        let (number, revision) = case.next_issue(kind, visit.as_ref());
        let new =
            issue_document(&pen, &case_id(), &case, &number, day(), document(kind, text), visit.clone());
        bench.take(new.expect("a paper"));
        let case = bench.case();
        let issued = case.paper_about(kind, visit.as_ref()).expect("a paper").value;
        assert_eq!((&issued.number, issued.revision, &issued.visit), (&number, revision, &visit));
        (number, revision)
    };
    for (about, text, number, revision) in [
        ("v1", "Monday", "K3V-0001-V1", 1),
        ("v2", "Tuesday", "K3V-0001-V2", 1),
        ("v1", "Monday at nine", "K3V-0001-V1", 2),
        ("v2", "Wednesday", "K3V-0001-V2", 2),
        ("v3", "Friday", "K3V-0001-V3", 1),
    ] {
        assert_eq!(give(about, text), (number.to_owned(), revision), "{about} {text}");
    }
    let (pen, case) = (bench.pen("may"), bench.case());
    let other =
        issue_document(&pen, &case_id(), &case, "K3V-0001-V1", day(), document(kind, "x"), visit("v2"));
    assert_eq!(other, Err(PaperError::OtherVisit));
    // What was issued before papers named their visit is about none that is known.
    assert_eq!(case.paper_about(kind, None), None);
    assert_eq!(bench.issue("K3V-0001-V9", document(kind, "Some day")), Ok(1));
    assert_eq!(bench.case().next_issue(kind, visit("v4").as_ref()), ("K3V-0001-V5".to_owned(), 1));
    assert_eq!(bench.case().next_issue(kind, None), ("K3V-0001-V9".to_owned(), 2));
}

#[test]
fn devices_that_gave_one_number_to_two_visits_go_on_with_both() {
    let (mut bench, kind) = (numbered(), PaperKind::Appointment);
    let before = bench.case();
    for (device, about) in [(1, "v1"), (2, "v2")] {
        let pen = bench.pen_at(device, "may");
        let (number, _) = before.next_issue(kind, VisitId::parse(about).as_ref());
        let paper = document(kind, about);
        let new = issue_document(&pen, &case_id(), &before, &number, day(), paper, VisitId::parse(about));
        bench.take(new.expect("a paper"));
    }
    for (about, revision) in [("v1", 2), ("v2", 3)] {
        let (pen, case, visit) = (bench.pen("may"), bench.case(), VisitId::parse(about));
        assert_eq!(case.next_issue(kind, visit.as_ref()), ("K3V-0001-V1".to_owned(), revision));
        let last = case.paper_about(kind, visit.as_ref()).expect("a paper").value.hash.clone();
        let paper = document(kind, &format!("{about} later"));
        let new = issue_document(&pen, &case_id(), &case, "K3V-0001-V1", day(), paper, visit.clone());
        bench.take(new.expect("a revision"));
        let case = bench.case();
        let issued = case.paper_about(kind, visit.as_ref()).expect("a paper").value;
        assert_eq!((issued.revision, issued.replaces.as_ref()), (revision, Some(&last)));
    }
}
