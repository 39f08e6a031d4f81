//! How the format spells choices: words in lower case with `_` between them.

use crate::domain::acceptance::{AcceptanceVerdict, TestKind, TestResult};
use crate::domain::case::{CaseDay, CaseText, Channel, Status, Urgency};
use crate::domain::customer::{ContactWay, Detail};
use crate::domain::execution::{ChangeState, TroubleKind};
use crate::domain::follow_up::IntervalUnit;
use crate::domain::importance::Importance;
use crate::domain::improvement::{Course, Effect, MeasureKind, NewsStep, Origin};
use crate::domain::lang::Lang;
use crate::domain::letter::RecordPeriod;
use crate::domain::message::MessageMoment;
use crate::domain::money::Currency;
use crate::domain::needs::{ExpectationVerdict, Extent, Nature, NeedsMethod, Priority};
use crate::domain::payment::{PaymentMethod, TermKind};
use crate::domain::photo::MediaType;
use crate::domain::process::{Lane, Role};
use crate::domain::promise::{PromiseKind, RemedyWay};
use crate::domain::review::ReviewVerdict;
use crate::domain::signature::SignerRole;
use crate::domain::survey::SurveyWay;
use crate::domain::visit::{Coverage, VisitState};
use crate::domain::waiting::WaitReason;

/// A choice among a few that the format has a word for.
pub(super) trait Named: Copy + 'static {
    /// All choices.
    const ALL: &'static [Self];

    /// The word for this one.
    fn name(self) -> &'static str;

    /// The choice with this word.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == name)
    }
}

/// Gives each choice its word; a choice without one does not compile.
macro_rules! names {
    ($($type:ident { $($variant:ident: $name:literal,)* })*) => {$(
        impl Named for $type {
            const ALL: &'static [Self] = &[$(Self::$variant,)*];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    )*};
}

mod complaint;

names! {
    Channel {
        WalkIn: "walk_in",
        Phone: "phone",
        Email: "email",
        Sms: "sms",
        Chat: "chat",
        Social: "social",
        Post: "post",
        OnSite: "on_site",
    }
    WaitReason {
        Customer: "customer",
        Parts: "parts",
        Postponed: "postponed",
        NoAccess: "no_access",
    }
    PromiseKind {
        FirstResponse: "first_response",
        Emergency: "emergency",
        Visit: "visit",
        Plan: "plan",
        Finish: "finish",
        Redo: "redo",
        Maintenance: "maintenance",
        Progress: "progress",
        DelayNotice: "delay_notice",
        FollowUp: "follow_up",
        ComplaintHeard: "complaint_heard",
        ComplaintSettled: "complaint_settled",
    }
    RemedyWay {
        AsPromised: "as_promised",
        Otherwise: "otherwise",
        Nothing: "nothing",
    }
    RecordPeriod {
        LastMonth: "last_month",
        LastQuarter: "last_quarter",
        LastTwelveMonths: "last_twelve_months",
        ToDate: "to_date",
    }
    Urgency {
        Low: "low",
        Normal: "normal",
        High: "high",
        Emergency: "emergency",
    }
    Status {
        Open: "open",
        Closed: "closed",
        Withdrawn: "withdrawn",
    }
    TermKind {
        Deposit: "deposit",
        Stage: "stage",
        Final: "final",
    }
    PaymentMethod {
        Cash: "cash",
        Transfer: "transfer",
        Card: "card",
        Wechat: "wechat",
        Alipay: "alipay",
        Other: "other",
    }
    SignerRole {
        Customer: "customer",
        Member: "member",
        Shop: "shop",
    }
    CaseText {
        Facts: "facts",
        Feelings: "feelings",
        ExplicitNeeds: "explicit_needs",
        LatentNeeds: "latent_needs",
        Why: "why",
        When: "when",
        Where: "where",
        Who: "who",
        What: "what",
        How: "how",
        Strengths: "strengths",
        Weaknesses: "weaknesses",
        Opportunities: "opportunities",
        Threats: "threats",
        Scope: "scope",
        Goals: "goals",
        AcceptanceStandard: "acceptance_standard",
        Liability: "liability",
        Confidentiality: "confidentiality",
        Changes: "changes",
        Law: "law",
        Work: "work",
        Materials: "materials",
        Accessories: "accessories",
        Condition: "condition",
    }
    TroubleKind {
        ShortOfPeople: "short_of_people",
        WrongAllocation: "wrong_allocation",
        Delay: "delay",
        RiskCameTrue: "risk_came_true",
        PoorCommunication: "poor_communication",
    }
    ChangeState {
        Proposed: "proposed",
        Confirmed: "confirmed",
        Refused: "refused",
    }
    TestKind {
        Function: "function",
        Performance: "performance",
        Safety: "safety",
    }
    TestResult {
        Pass: "pass",
        Fail: "fail",
    }
    AcceptanceVerdict {
        Accepted: "accepted",
        WithCorrections: "with_corrections",
        Refused: "refused",
    }
    NeedsMethod {
        Interview: "interview",
        Questionnaire: "questionnaire",
        Online: "online",
        Data: "data",
    }
    ExpectationVerdict {
        Meet: "meet",
        InPart: "in_part",
        Cannot: "cannot",
    }
    Nature {
        Fault: "fault",
        Upkeep: "upkeep",
        NewWork: "new_work",
        Advice: "advice",
        Grievance: "grievance",
    }
    Extent {
        Detail: "detail",
        Part: "part",
        Whole: "whole",
        Wider: "wider",
    }
    Priority {
        Low: "low",
        Normal: "normal",
        High: "high",
        Top: "top",
    }
    CaseDay {
        AgreedStart: "agreed_start",
        AgreedEnd: "agreed_end",
        MaintenanceEnd: "maintenance_end",
    }
    ReviewVerdict {
        Approved: "approved",
        ChangesWanted: "changes_wanted",
    }
    Lane {
        Customer: "customer",
        Frontstage: "frontstage",
        Backstage: "backstage",
    }
    VisitState {
        Planned: "planned",
        UnderWay: "under_way",
        Done: "done",
        Missed: "missed",
        Cancelled: "cancelled",
    }
    Coverage {
        Covered: "covered",
        Charged: "charged",
    }
    Importance {
        Key: "key",
        Regular: "regular",
        Occasional: "occasional",
    }
    Origin {
        LowScore: "low_score",
        ComplaintCause: "complaint_cause",
        Trouble: "trouble",
        BrokenPromise: "broken_promise",
        Other: "other",
    }
    MeasureKind {
        Complaints: "complaints",
        Score: "score",
        PromisesKept: "promises_kept",
        Rework: "rework",
        Own: "own",
    }
    Effect {
        Reached: "reached",
        InPart: "in_part",
        NotReached: "not_reached",
    }
    Course {
        Keep: "keep",
        Stop: "stop",
    }
    NewsStep {
        Begun: "begun",
        Coached: "coached",
        Checked: "checked",
    }
    IntervalUnit {
        Days: "days",
        Months: "months",
    }
    SurveyWay {
        Form: "form",
        Screen: "screen",
        Phone: "phone",
    }
    MessageMoment {
        Receipt: "receipt",
        TimeAgreed: "time_agreed",
        Delay: "delay",
        Done: "done",
        ThankYou: "thank_you",
        FollowUp: "follow_up",
    }
    ContactWay {
        Phone: "phone",
        Mobile: "mobile",
        Email: "email",
        Wechat: "wechat",
        Line: "line",
        Other: "other",
    }
    Detail {
        Name: "name",
        Phone: "phone",
        Email: "email",
        Address: "address",
        Preferred: "preferred",
        Note: "note",
    }
    Role {
        Operator: "operator",
        Supervisor: "supervisor",
        Cashier: "cashier",
        Member: "member",
    }
    MediaType {
        Jpeg: "jpeg",
        Png: "png",
        Webp: "webp",
        Pdf: "pdf",
        Other: "other",
    }
}

/// Currencies have their names already: ISO 4217 codes.
impl Named for Currency {
    const ALL: &'static [Self] = &Currency::ALL;

    fn name(self) -> &'static str {
        self.code()
    }
}

/// Languages have their names already: BCP 47 tags.
impl Named for Lang {
    const ALL: &'static [Self] = &Lang::ALL;

    fn name(self) -> &'static str {
        self.tag()
    }
}
