use crate::bench::{Bench, case_id};
use casebook::app::command::{SignError, issue_document, sign_paper, undoable};
use casebook::catalog::processes;
use casebook::domain::case::{CaseKind, Progress};
use casebook::domain::date::Date;
use casebook::domain::document::{Block, Document, Issued, Party};
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::process::{EvidenceKind, Process, Task};
use casebook::domain::signature::{Point, SignerRole, Strokes};
use casebook::domain::signing::{AskedSignature, seated};
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
        self.take(
            issue_document(&pen, &case_id(), &self.case(), "T1", day, document, None).expect("a paper"),
        );
        self.case().paper("T1").expect("a paper").value.clone()
    }

    /// Gives out a paper with the places to sign that its kind has.
    fn give_out(&mut self, kind: PaperKind, text: &str) -> Issued {
        let party = |_: &SignerRole| Party {
            label: "Signature".to_owned(),
            name: String::new(),
            date_label: "Date".to_owned(),
        };
        let parties = Block::Parties(kind.signers().iter().map(party).collect());
        let blocks = vec![Block::Paragraph(text.to_owned()), parties];
        let document = Document { paper: kind, lang: Lang::En, blocks };
        let day = Date::new(2026, 11, 21).expect("a date");
        let (pen, case) = (self.pen("may"), self.case());
        let (number, _) = case.next_issue(kind, None);
        let number = if number.starts_with('-') { format!("K1{number}") } else { number };
        self.take(issue_document(&pen, &case_id(), &case, &number, day, document, None).expect("a paper"));
        self.case().paper(&number).expect("a paper").value.clone()
    }

    fn sign(&mut self, paper: &Issued, name: &str) -> Result<(), SignError> {
        self.sign_as(paper, SignerRole::Customer, name)
    }

    fn sign_as(&mut self, paper: &Issued, role: SignerRole, name: &str) -> Result<(), SignError> {
        let pen = self.pen("may");
        self.take(sign_paper(&pen, &case_id(), &self.case(), paper, role, name, strokes())?);
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
    assert_eq!(undoable(&bench.records.journal::<CaseKind>("k1"), u64::MAX), None, "what was signed lasts");
}

#[test]
fn a_signature_stands_on_the_first_free_place_of_its_role() {
    use SignerRole::{Customer, Member, Shop};
    let order = PaperKind::WorkOrder.signers();
    for (places, signed, seats) in [
        (order, &[Customer, Member, Member][..], &[Some(2), Some(0), Some(1)][..]),
        (order, &[Member, Shop, Member, Member], &[Some(0), None, Some(1), None]),
        (PaperKind::Agreement.signers(), &[Shop, Customer, Customer], &[Some(1), Some(0), None]),
        (&[], &[Customer], &[None]),
    ] {
        assert_eq!(seated(places, signed.iter().copied()), seats, "{signed:?} on {places:?}");
    }
}

#[test]
fn a_paper_asks_those_it_has_places_for() {
    use SignerRole::{Customer, Member, Shop};
    let mut bench = Bench::default();
    let order = bench.give_out(PaperKind::WorkOrder, "Change the hose.");
    let asked = |bench: &Bench| bench.case().roles_to_sign(&order);
    assert_eq!(asked(&bench), [Member, Customer]);
    assert_eq!(bench.sign_as(&order, Member, "Ruth"), Ok(()));
    // Who took the order on did the job, and signs for both; a third time there is no place.
    assert_eq!(asked(&bench), [Member, Customer]);
    assert_eq!(bench.sign_as(&order, Member, "Ruth"), Ok(()));
    assert_eq!(bench.sign_as(&order, Member, "Ruth"), Err(SignError::Already));
    assert_eq!(asked(&bench), [Customer]);
    assert!(!bench.case().is_fully_signed(&order));
    assert_eq!(bench.sign_as(&order, Customer, "Ann"), Ok(()));
    assert!(bench.case().is_fully_signed(&order));
    let seats: Vec<_> = bench.case().seats(&order).iter().map(|(seat, _)| *seat).collect();
    assert_eq!(seats, [Some(0), Some(1), Some(2)]);
    let drawn = casebook::app::papers::drawn(&bench.case(), &order, |_| 480);
    let places: Vec<_> = drawn.iter().map(|drawn| (drawn.party, drawn.name.as_str())).collect();
    assert_eq!(places, [(0, "Ruth"), (1, "Ruth"), (2, "Ann")]);
    assert_eq!(drawn[0].path, "M1 2L30 40");
    assert_eq!(drawn[0].when, "21 November 2026 20:34");

    // A paper of another program has no places that are known: everybody may sign it.
    let report = bench.report("It works.");
    assert_eq!(bench.case().roles_to_sign(&report), [Customer, Member, Shop]);
    assert_eq!(bench.sign(&report, "Ann"), Ok(()));
    assert_eq!(bench.case().roles_to_sign(&report), [Member, Shop, Customer]);
    assert!(!bench.case().is_fully_signed(&report));
}

fn process(id: &str) -> &'static Process {
    processes(Lang::En).iter().find(|process| process.at.id.as_str() == id).expect("a process")
}

fn task(process: &'static Process, stage: &str, id: &str) -> &'static Task {
    let stage = process.stages.iter().find(|it| it.id.as_str() == stage).expect("a stage");
    stage.tasks.iter().find(|task| task.id.as_str() == format!("{}-{id}", process.at.id)).expect("a task")
}

#[test]
fn a_task_asks_for_a_signature_on_the_paper_before_it() {
    use SignerRole::{Customer, Member};
    let asked = |at: &str, stage: &str, id: &str| {
        let process = process(at);
        AskedSignature::of(process, task(process, stage, id)).map(|asked| (asked.paper, asked.role))
    };
    for (at, stage, id, paper, role) in [
        ("P2", "contract", "sign", Some(PaperKind::Agreement), Customer),
        ("P9", "agreement", "sign", Some(PaperKind::Agreement), Customer),
        ("P10", "dispatch", "member_signs", Some(PaperKind::WorkOrder), Member),
        ("P10", "acceptance", "customer_signs", Some(PaperKind::WorkOrder), Customer),
        ("P12", "complete", "sign", None, Customer),
        ("P13", "agreement", "sign", Some(PaperKind::Agreement), Customer),
        ("P15", "confirm", "sign", Some(PaperKind::ChangeRequest), Customer),
    ] {
        assert_eq!(asked(at, stage, id), Some((paper, role)), "{at} {stage} {id}");
    }
    assert_eq!(asked("P2", "contract", "draw_up"), None);
    let of_all =
        processes(Lang::En).iter().flat_map(|process| &process.stages).flat_map(|stage| &stage.tasks);
    assert_eq!(of_all.filter(|task| task.evidence == EvidenceKind::Signature).count(), 7);
}

#[test]
fn a_signed_paper_does_the_task_until_it_is_revised() {
    use SignerRole::{Customer, Member};
    let (mut bench, home) = (Bench::default(), process("P10"));
    let done = |bench: &Bench| {
        let case = bench.case();
        [("dispatch", "member_signs"), ("acceptance", "customer_signs")]
            .map(|(stage, id)| Progress::of(&case, home).is_on_record(task(home, stage, id)))
    };
    let order = bench.give_out(PaperKind::WorkOrder, "Change the hose.");
    let quote = bench.give_out(PaperKind::Quote, "90.00");
    assert_eq!(bench.sign_as(&quote, Customer, "Ann"), Ok(()));
    assert_eq!(done(&bench), [false, false], "another paper was signed");
    assert_eq!(bench.sign_as(&order, Member, "Ruth"), Ok(()));
    assert_eq!(done(&bench), [true, false]);
    assert_eq!(bench.sign_as(&order, Customer, "Ann"), Ok(()));
    assert_eq!(done(&bench), [true, true]);
    let second = bench.give_out(PaperKind::WorkOrder, "Change both hoses.");
    assert_eq!((second.number.as_str(), second.revision), (order.number.as_str(), 2));
    assert_eq!(done(&bench), [false, false], "the new revision asks again");
    assert_eq!(bench.case().seats(&order).len(), 2, "the old one keeps what was signed");
    // Where the process has no paper before the task, any that was signed does.
    let counter = process("P12");
    let sign = task(counter, "complete", "sign");
    assert!(Progress::of(&bench.case(), counter).is_on_record(sign));
    assert!(!Progress::of(&Bench::default().case(), counter).is_on_record(sign));
}
