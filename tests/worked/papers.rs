use crate::bench::{Bench, case_id};
use casebook::app::command::{PaperError, issue_document, set};
use casebook::domain::case::{CaseField, CaseKind};
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document};
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
        let new = issue_document(&pen, &case_id(), &self.case(), number, day(), document)?;
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
        bench.take(issue_document(&pen, &case_id(), &before, "P1", day(), document).expect("a paper"));
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
