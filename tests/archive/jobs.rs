//! What is written down while a job is done and accepted.

use super::visits::local_time;
use super::{date, id, text};
use casebook::domain::acceptance::{
    Acceptance, AcceptanceVerdict, Correction, Handover, Test, TestKind, TestResult,
};
use casebook::domain::asset::ReplacedPart;
use casebook::domain::case::{CaseEvent, CaseItem, Channel};
use casebook::domain::execution::{
    ChangeRequest, ChangeState, Escalation, Interim, InterimAnswer, ProgressReport, Trouble, TroubleAnswer,
    TroubleKind, WorkOrderReceipt,
};
use casebook::domain::id::{
    AssetId, ChangeId, CorrectionId, HandoverId, PhotoId, ReplacedPartId, StaffId, StageId, TaskId, TestId,
};
use casebook::domain::photo::{FileHash, MediaType, Photo, PhotoOf};
use casebook::domain::review::{Review, ReviewVerdict};
use casebook::journal::Stamp;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn case_item() -> impl Strategy<Value = CaseItem> {
    let handover = (any::<u32>(), text()).prop_map(|(rank, what)| Handover { rank, what });
    let correction =
        (any::<u32>(), text(), any::<bool>()).prop_map(|(rank, what, done)| Correction { rank, what, done });
    let replaced =
        (any::<u32>(), [text(), text(), text()]).prop_map(|(rank, [what, old_serial, new_serial])| {
            ReplacedPart { rank, what, old_serial, new_serial }
        });
    prop_oneof![
        (id(ChangeId::parse), of(change()))
            .prop_map(|(id, it)| CaseItem::ChangeRequest(id, it.map(Box::new))),
        (id(HandoverId::parse), of(handover)).prop_map(|(id, it)| CaseItem::Handover(id, it.map(Box::new))),
        (id(ReplacedPartId::parse), of(replaced))
            .prop_map(|(id, it)| CaseItem::ReplacedPart(id, it.map(Box::new))),
        (id(TestId::parse), of(test())).prop_map(|(id, it)| CaseItem::Test(id, it.map(Box::new))),
        (id(CorrectionId::parse), of(correction))
            .prop_map(|(id, it)| CaseItem::Correction(id, it.map(Box::new))),
        (id(PhotoId::parse), of(photo())).prop_map(|(id, it)| CaseItem::Photo(id, it.map(Box::new))),
    ]
}

fn photo() -> impl Strategy<Value = Photo> {
    let media = [MediaType::Jpeg, MediaType::Png, MediaType::Webp, MediaType::Pdf, MediaType::Other].to_vec();
    let what = prop_oneof![
        Just(PhotoOf::Case),
        id(TaskId::parse).prop_map(PhotoOf::Task),
        id(AssetId::parse).prop_map(PhotoOf::Asset)
    ];
    (any::<[u32; 4]>(), [text(), text()], what, any::<(u8, bool)>(), select(media), of(local_time()))
        .prop_map(|([rank, size, width, height], [caption, name], of, (bytes, on_papers), media, taken)| {
            let file = FileHash::of(&[bytes]);
            Photo { rank, caption, of, file, media, name, size, width, height, taken, on_papers }
        })
}

pub(super) fn stamp() -> impl Strategy<Value = Stamp> {
    let stamps = ["000000000000-000000-k3v9q2x7ma", "01a1f7fdae40-00000f-k3v9q2x7ma"];
    select(stamps.into_iter().filter_map(Stamp::parse).collect::<Vec<_>>())
}

fn change() -> impl Strategy<Value = ChangeRequest> {
    (any::<u32>(), [text(), text(), text(), text(), text()], select(ChangeState::ALL.to_vec())).prop_map(
        |(rank, [what, reason, on_time, on_cost, on_quality], state)| ChangeRequest {
            rank,
            what,
            reason,
            on_time,
            on_cost,
            on_quality,
            state,
        },
    )
}

fn test() -> impl Strategy<Value = Test> {
    let result = of(select(TestResult::ALL.to_vec()));
    (select(TestKind::ALL.to_vec()), [text(), text()], result, any::<u32>(), 1..4_u32).prop_map(
        |(kind, [what, expected], result, rank, round)| Test { rank, kind, what, expected, result, round },
    )
}

pub(super) fn case_event() -> impl Strategy<Value = CaseEvent> {
    let report = ([text(), text()], of(date()), of(select(Channel::ALL.to_vec())));
    prop_oneof![
        (id(StaffId::parse), local_time())
            .prop_map(|(by, at)| CaseEvent::WorkOrderReceived(WorkOrderReceipt { by, at })),
        report.prop_map(|([done, next], by, told)| {
            CaseEvent::ProgressReported(ProgressReport { done, next, by, told })
        }),
        (select(TroubleKind::ALL.to_vec()), text(), text())
            .prop_map(|(kind, words, answer)| CaseEvent::TroubleMet(Trouble { kind, words, answer })),
        (id(StaffId::parse), text()).prop_map(|(to, reason)| CaseEvent::Escalated(Escalation { to, reason })),
        (text(), id(StaffId::parse), local_time())
            .prop_map(|(what, by, due)| CaseEvent::InterimAgreed(Interim { what, by, due })),
        (stamp(), text())
            .prop_map(|(trouble, answer)| CaseEvent::TroubleAnswered(TroubleAnswer { trouble, answer })),
        (stamp(), text(), local_time()).prop_map(|(interim, words, at)| {
            CaseEvent::InterimAnswered(InterimAnswer { interim, words, at })
        }),
        id(StageId::parse).prop_map(CaseEvent::Submitted),
        (id(StageId::parse), select(ReviewVerdict::ALL.to_vec()), text())
            .prop_map(|(stage, verdict, words)| CaseEvent::Reviewed(Review { stage, verdict, words })),
        (text(), select(AcceptanceVerdict::ALL.to_vec()), text())
            .prop_map(|(name, verdict, words)| CaseEvent::Accepted(Acceptance { name, verdict, words })),
    ]
}
