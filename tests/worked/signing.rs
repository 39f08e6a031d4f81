use crate::bench::{Bench, case_id};
use casebook::app::command::{SignError, issue_document, sign_paper, undoable};
use casebook::domain::case::CaseKind;
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document, Issued};
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::signature::{Point, SignerRole, Strokes};
use casebook::domain::text::TextError;

fn strokes() -> Strokes {
    Strokes::new(vec![vec![Point { x: 1, y: 2 }, Point { x: 30, y: 40 }]]).expect("strokes")
}

impl Bench {
    fn report(&mut self, text: &str) -> Issued {
        let document = Document {
            paper: PaperKind::AcceptanceReport,
            lang: Lang::En,
            blocks: vec![Block::Paragraph(text.to_owned())],
        };
        let day = Date::new(2026, 11, 21).expect("a date");
        let pen = self.pen("may");
        self.take(issue_document(&pen, &case_id(), &self.case(), "T1", day, document).expect("a paper"));
        self.case().paper("T1").expect("a paper").value.clone()
    }

    fn sign(&mut self, paper: &Issued, name: &str) -> Result<(), SignError> {
        let pen = self.pen("may");
        let customer = SignerRole::Customer;
        self.take(sign_paper(&pen, &case_id(), &self.case(), paper, customer, name, strokes())?);
        Ok(())
    }
}

#[test]
fn a_signature_stays_with_the_revision_that_was_signed() {
    let mut bench = Bench::default();
    let first = bench.report("It works.");
    assert_eq!(bench.sign(&first, " Ann Abbott "), Ok(()));
    assert_eq!(
        bench.told(),
        [
            "取得签名：Ann Abbott（客户），验收报告 T1",
            "取得簽名：Ann Abbott（客戶），驗收報告 T1",
            "took the signature of Ann Abbott (Customer) on acceptance report T1",
        ]
    );
    let case = bench.case();
    assert!(case.is_signed(&first.hash, SignerRole::Customer));
    assert!(!case.is_signed(&first.hash, SignerRole::Shop));
    assert_eq!(case.signatures(&first.hash).next().map(|held| &held.value.strokes), Some(&strokes()));

    let second = bench.report("It works, and it is quiet.");
    assert_eq!(second.revision, 2);
    let case = bench.case();
    assert!(case.is_signed(&first.hash, SignerRole::Customer));
    assert!(!case.is_signed(&second.hash, SignerRole::Customer), "the new revision asks again");
}

#[test]
fn what_cannot_be_signed_is_refused() {
    let mut bench = Bench::default();
    let paper = bench.report("It works.");
    assert_eq!(bench.sign(&paper, "  "), Err(SignError::Name(TextError::Empty)));
    let empty = Document { blocks: vec![Block::Paragraph(" ".to_owned())], ..paper.document.clone() };
    let empty = Issued { hash: empty.hash(), document: empty, ..paper.clone() };
    assert_eq!(bench.sign(&empty, "Ann"), Err(SignError::EmptyDocument));
    let document = Document { blocks: vec![Block::Paragraph("x".to_owned())], ..paper.document.clone() };
    assert_eq!(bench.sign(&Issued { document, ..paper.clone() }, "Ann"), Err(SignError::Altered));
    assert_eq!(bench.sign(&paper, "Ann"), Ok(()));
    assert_eq!(bench.sign(&paper, "Ann"), Err(SignError::Already));
    assert_eq!(undoable(&bench.records.journal::<CaseKind>("k1")), None, "what was signed lasts");
}
