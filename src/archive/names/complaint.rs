//! The choices of a complaint.

use super::Named;
use crate::domain::complaint::{
    Cause, ComplaintDay, ComplaintKind, ComplaintText, ComplaintVerdict, Finding, Mood, RemedyAnswer, Seeks,
    Severity,
};

names! {
    ComplaintKind {
        Product: "product",
        Aftersale: "aftersale",
        Conduct: "conduct",
        Policy: "policy",
        Yardstick: "yardstick",
        Expectation: "expectation",
        Own: "own",
    }
    Cause {
        Workmanship: "workmanship",
        Part: "part",
        Diagnosis: "diagnosis",
        Late: "late",
        Slow: "slow",
        Promise: "promise",
        Price: "price",
        Information: "information",
        Manner: "manner",
        Damage: "damage",
        Supplier: "supplier",
        Usage: "usage",
        Other: "other",
    }
    Severity {
        Minor: "minor",
        Serious: "serious",
        Critical: "critical",
    }
    Seeks {
        Care: "care",
        Heard: "heard",
        Competent: "competent",
        Fast: "fast",
    }
    Mood {
        Vent: "vent",
        Respect: "respect",
        Compensation: "compensation",
    }
    Finding {
        Ours: "ours",
        Shared: "shared",
        Supplier: "supplier",
        NotOurs: "not_ours",
    }
    RemedyAnswer {
        Accepted: "accepted",
        Changed: "changed",
        Refused: "refused",
    }
    ComplaintVerdict {
        Content: "content",
        Partly: "partly",
        NotContent: "not_content",
    }
    ComplaintText {
        Feelings: "feelings",
        Events: "events",
        CauseWords: "cause_words",
        CustomerSide: "customer_side",
        StaffSide: "staff_side",
        Findings: "findings",
        Remedy: "remedy",
        Change: "change",
        WayOn: "way_on",
        RootCause: "root_cause",
        Prevention: "prevention",
    }
    ComplaintDay {
        RemedyBy: "remedy_by",
        Check: "check",
    }
}
