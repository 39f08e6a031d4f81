use crate::bench::{Bench, case_id};
use casebook::app::command::{Pen, ReviewError, review_stage, submit_stage};
use casebook::domain::case::{CaseEvent, CaseKind};
use casebook::domain::id::{StaffId, StageId};
use casebook::domain::review::{Review, ReviewState, ReviewVerdict, review_of};
use casebook::domain::text::TextError;
use casebook::journal::Change;

fn stage() -> StageId {
    StageId::parse("repair").expect("an id")
}

fn review(verdict: ReviewVerdict, words: &str) -> Review {
    Review { stage: stage(), verdict, words: words.to_owned() }
}

impl Bench {
    fn submit(&mut self, author: &str) -> Result<(), ReviewError> {
        let pen = self.pen(author);
        self.take(submit_stage(&pen, &case_id(), &self.case(), &stage())?);
        Ok(())
    }

    fn review(&mut self, author: &str, verdict: ReviewVerdict, words: &str) -> Result<(), ReviewError> {
        let pen = self.pen(author);
        self.take(review_stage(&pen, &case_id(), &self.case(), review(verdict, words))?);
        Ok(())
    }

    /// The state in a word, and who brought it about.
    fn state(&self) -> (&'static str, Option<String>) {
        let case = self.case();
        let name = |by: &StaffId| Some(by.to_string());
        match review_of(&case, &stage()) {
            ReviewState::NotSubmitted => ("not submitted", None),
            ReviewState::Waiting { by } => ("waiting", by.and_then(name)),
            ReviewState::Approved { by } => ("approved", name(by)),
            ReviewState::ChangesWanted { by, .. } => ("changes", name(by)),
        }
    }
}

#[test]
fn somebody_else_reviews_what_was_submitted() {
    let mut bench = Bench::default();
    assert_eq!(bench.state(), ("not submitted", None));
    assert_eq!(bench.review("may", ReviewVerdict::Approved, ""), Err(ReviewError::NotSubmitted));
    assert_eq!(bench.submit("ruth"), Ok(()));
    assert_eq!(
        bench.told(),
        ["提交了“repair”，待审核", "提交了「repair」，待審核", "submitted “repair” for review"]
    );
    assert_eq!(bench.state(), ("waiting", Some("ruth".to_owned())));
    assert_eq!(bench.submit("may"), Err(ReviewError::Waiting));
    assert_eq!(bench.review("ruth", ReviewVerdict::Approved, ""), Err(ReviewError::OwnWork));
    let empty = Err(ReviewError::Words(TextError::Empty));
    assert_eq!(bench.review("may", ReviewVerdict::ChangesWanted, " "), empty);
    assert_eq!(bench.review("may", ReviewVerdict::ChangesWanted, "Tighten the clamp"), Ok(()));
    assert_eq!(
        bench.told(),
        [
            "要求修改“repair” | Tighten the clamp",
            "要求修改「repair」 | Tighten the clamp",
            "asked for changes to “repair” | Tighten the clamp",
        ]
    );
    assert_eq!(bench.state(), ("changes", Some("may".to_owned())));
    assert_eq!(bench.review("may", ReviewVerdict::Approved, ""), Err(ReviewError::NotSubmitted));
    assert_eq!(bench.submit("ruth"), Ok(()));
    assert_eq!(bench.review("may", ReviewVerdict::Approved, ""), Ok(()));
    assert_eq!(bench.told(), ["审核通过了“repair”", "審核通過了「repair」", "approved “repair”"]);
    assert_eq!(bench.state(), ("approved", Some("may".to_owned())));
    let other = StageId::parse("intake").expect("an id");
    assert_eq!(review_of(&bench.case(), &other), ReviewState::NotSubmitted);
}

#[test]
fn nobody_neither_submits_nor_reviews() {
    let mut bench = Bench::default();
    assert_eq!(bench.submit(""), Err(ReviewError::Nobody));
    assert_eq!(bench.submit("ruth"), Ok(()));
    assert_eq!(bench.review("", ReviewVerdict::Approved, ""), Err(ReviewError::Nobody));
}

#[test]
fn of_two_reviewers_the_one_who_wants_changes_counts() {
    for order in [[(1, "may"), (2, "lee")], [(2, "lee"), (1, "may")]] {
        let mut bench = Bench::default();
        assert_eq!(bench.submit("ruth"), Ok(()));
        let before = bench.case();
        for (device, reviewer) in order {
            let pen = bench.pen_at(device, reviewer);
            let said = if reviewer == "may" {
                review(ReviewVerdict::Approved, "")
            } else {
                review(ReviewVerdict::ChangesWanted, "No")
            };
            bench.take(review_stage(&pen, &case_id(), &before, said).expect("a review"));
        }
        assert_eq!(bench.state(), ("changes", Some("lee".to_owned())));
    }
}

#[test]
fn a_file_cannot_bring_a_review_of_ones_own_work() {
    let mut bench = Bench::default();
    assert_eq!(bench.submit("ruth"), Ok(()));
    let Pen { stamp, author } = bench.pen("ruth");
    let own = Change::Event(CaseEvent::Reviewed(review(ReviewVerdict::Approved, "")));
    bench.records.add::<CaseKind>("k1", Pen { stamp, author }.entry(vec![own]));
    assert_eq!(bench.state(), ("waiting", Some("ruth".to_owned())));
}
