//! The ids of what a shop knows.

use crate::journal::id::ids;

pub use crate::journal::AuthorId as StaffId;

ids! {
    /// Names a case.
    CaseId
    /// Names a customer.
    CustomerId
    /// Names an asset.
    AssetId
    /// Names a commitment letter.
    LetterId
    /// Names a visit.
    VisitId
    /// Names an expectation within a case.
    ExpectationId
    /// Names a solution option within a case.
    SolutionId
    /// Names a line of a quote within a case.
    QuoteLineId
    /// Names a payment term within a case.
    TermId
    /// Names a change request within a case.
    ChangeId
    /// Names a thing handed over with a case's result.
    HandoverId
    /// Names a test of a case's result.
    TestId
    /// Names a correction of a case's result.
    CorrectionId
    /// Names a part of a thing that a case replaced.
    ReplacedPartId
    /// Names a follow-up within a case.
    FollowUpId
    /// Names an improvement.
    ImprovementId
    /// Names a step within an improvement.
    ImprovementStepId
    /// Names a coaching note within an improvement.
    CoachingId
    /// Names a photo or a file of a case.
    PhotoId
    /// Names a further contact point of a customer.
    ContactId
    /// Names somebody else to talk to.
    PersonId
    /// Names a process of the library, such as `P1`.
    ProcessId
    /// Names a stage within a process.
    StageId
    /// Names a task within a process; of the built-in ones, also among all processes.
    TaskId
    /// Names a clause of the library or of the shop's own.
    ClauseId
    /// Names a section of the letter.
    SectionId
    /// Names a parameter of a clause.
    ParameterId
}
