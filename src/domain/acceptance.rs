//! Acceptance: what is handed over, what was tested, what is to be corrected, and the
//! customer's word.

use super::case::Case;
use super::id::TestId;

/// Something that is handed over with the result: a manual, a key, an old part.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Handover {
    /// Its place among the things handed over.
    pub rank: u32,
    /// What.
    pub what: String,
}

/// What a test looks at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TestKind {
    /// Whether it does what it should.
    Function,
    /// How well.
    Performance,
    /// Whether it is safe.
    Safety,
}

impl TestKind {
    /// All kinds, as they are offered.
    pub const ALL: [Self; 3] = [Self::Function, Self::Performance, Self::Safety];
}

/// How a test ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TestResult {
    /// As expected.
    Pass,
    /// Otherwise.
    Fail,
}

impl TestResult {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Pass, Self::Fail];
}

/// A test of the result.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Test {
    /// Its place among the tests.
    pub rank: u32,
    /// What it looks at.
    pub kind: TestKind,
    /// What is done to test it.
    pub what: String,
    /// What should happen then.
    pub expected: String,
    /// What happened; nothing until it was made.
    pub result: Option<TestResult>,
    /// The round it belongs to, from 1: what fails is corrected and tested again in the next.
    pub round: u32,
}

/// Something that must be made right before the result is accepted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Correction {
    /// Its place among the corrections.
    pub rank: u32,
    /// What.
    pub what: String,
    /// Whether it was made.
    pub done: bool,
}

/// What the customer says to the result.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AcceptanceVerdict {
    /// It is as agreed.
    Accepted,
    /// It is accepted, and something will still be made right.
    WithCorrections,
    /// It is not accepted.
    Refused,
}

impl AcceptanceVerdict {
    /// All verdicts.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::WithCorrections, Self::Refused];
}

/// The customer's word on the result.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Acceptance {
    /// Who said it, on the customer's side.
    pub name: String,
    /// What they said.
    pub verdict: AcceptanceVerdict,
    /// What is not right; empty when all is.
    pub words: String,
}

impl Case {
    /// The tests that failed and were not repeated since, in their order.
    #[must_use]
    pub fn failed_tests(&self) -> Vec<(&TestId, &Test)> {
        let mut tests = self.tests();
        let all = tests.clone();
        let repeats = |later: &Test, test: &Test| {
            later.round > test.round && later.kind == test.kind && later.what == test.what
        };
        tests.retain(|(_, test)| {
            test.result == Some(TestResult::Fail) && !all.iter().any(|(_, later)| repeats(later, test))
        });
        tests
    }

    /// Whether all tests were made and passed in their last round, and all corrections are made.
    #[must_use]
    pub fn is_ready_for_acceptance(&self) -> bool {
        self.failed_tests().is_empty()
            && self.tests().iter().all(|(_, test)| test.result.is_some())
            && self.corrections().iter().all(|(_, correction)| correction.done)
    }

    /// Whether the customer accepted the result the first time it was shown; nothing before
    /// that.
    #[must_use]
    pub fn accepted_at_first(&self) -> Option<bool> {
        self.acceptances().next().map(|held| held.value.verdict == AcceptanceVerdict::Accepted)
    }
}
