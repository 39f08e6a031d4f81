//! What is said of a complaint: how it is called, and how to go about it.

use super::{Named, Texts};
use crate::domain::complaint::{
    Cause, ComplaintDay, ComplaintKey, ComplaintKind, ComplaintPart, ComplaintStep, ComplaintText,
    ComplaintVerdict, Finding, Mood, RemedyAnswer, Seeks, Severity,
};

/// Gives each choice of several enums its text.
macro_rules! named {
    ($($type:ident { $($variant:ident: $text:ident,)* })*) => {$(
        impl Named for $type {
            fn name(&self, t: &'static Texts) -> &'static str {
                match self {
                    $(Self::$variant => t.complaint().$text,)*
                }
            }
        }
    )*};
}

named! {
    ComplaintKind {
        Product: kind_product,
        Aftersale: kind_aftersale,
        Conduct: kind_conduct,
        Policy: kind_policy,
        Yardstick: kind_yardstick,
        Expectation: kind_expectation,
        Own: kind_own,
    }
    Cause {
        Workmanship: cause_workmanship,
        Part: cause_part,
        Diagnosis: cause_diagnosis,
        Late: cause_late,
        Slow: cause_slow,
        Promise: cause_promise,
        Price: cause_price,
        Information: cause_information,
        Manner: cause_manner,
        Damage: cause_damage,
        Supplier: cause_supplier,
        Usage: cause_usage,
        Other: cause_other,
    }
    Severity {
        Minor: severity_minor,
        Serious: severity_serious,
        Critical: severity_critical,
    }
    Seeks {
        Care: seeks_care,
        Heard: seeks_heard,
        Competent: seeks_competent,
        Fast: seeks_fast,
    }
    Mood {
        Vent: mood_vent,
        Respect: mood_respect,
        Compensation: mood_compensation,
    }
    Finding {
        Ours: finding_ours,
        Shared: finding_shared,
        Supplier: finding_supplier,
        NotOurs: finding_not_ours,
    }
    RemedyAnswer {
        Accepted: agreed_accepted,
        Changed: agreed_changed,
        Refused: agreed_refused,
    }
    ComplaintVerdict {
        Content: verdict_content,
        Partly: verdict_partly,
        NotContent: verdict_not_content,
    }
    ComplaintText {
        Feelings: text_feelings,
        Events: text_events,
        CauseWords: text_cause_words,
        CustomerSide: text_customer_side,
        StaffSide: text_staff_side,
        Findings: text_findings,
        Remedy: text_remedy,
        Change: text_change,
        WayOn: text_way_on,
        RootCause: text_root_cause,
        Prevention: text_prevention,
    }
    ComplaintDay {
        RemedyBy: day_remedy_by,
        Check: day_check,
    }
    ComplaintStep {
        Listen: step_listen,
        Understand: step_understand,
        TakeOn: step_take_on,
        Investigate: step_investigate,
        PutRight: step_put_right,
        Reply: step_reply,
        Ask: step_ask,
        Learn: step_learn,
    }
}

impl Named for ComplaintKey {
    fn name(&self, t: &'static Texts) -> &'static str {
        let c = t.complaint();
        match self {
            Self::Text(text) => text.name(t),
            Self::Kind => c.kind,
            Self::Cause => c.cause,
            Self::Severity => c.severity,
            Self::Seeks => c.seeks,
            Self::Mood => c.mood,
            Self::About => c.about,
            Self::Handler => c.handler,
            Self::Finding => c.finding,
            Self::Agreed => c.agreed,
            Self::Day(day) => day.name(t),
        }
    }
}

impl Named for ComplaintPart {
    fn name(&self, t: &'static Texts) -> &'static str {
        let c = t.complaint();
        match self {
            Self::Heard => t.process().part_complaint,
            Self::Acknowledged => c.part_acknowledged,
            Self::Handler => c.part_handler,
            Self::Kind => c.part_kind,
            Self::Cause => c.part_cause,
            Self::Severity => c.part_severity,
            Self::Seeks => c.part_seeks,
            Self::Mood => c.part_mood,
            Self::Findings => c.part_findings,
            Self::Sides => c.part_sides,
            Self::Finding => c.part_finding,
            Self::Remedy => c.part_remedy,
            Self::Agreed => c.part_agreed,
            Self::Answered => c.part_answered,
            Self::Verdict => c.part_verdict,
            Self::WayOn => c.part_way_on,
            Self::RootCause => c.part_root_cause,
            Self::Prevention => c.part_prevention,
            Self::Check => c.part_check,
        }
    }
}

/// How to go about it.
#[must_use]
pub fn advice_kind(t: &'static Texts, kind: ComplaintKind) -> &'static str {
    match kind {
        ComplaintKind::Product => t.complaint().advice_kind_product,
        ComplaintKind::Aftersale => t.complaint().advice_kind_aftersale,
        ComplaintKind::Conduct => t.complaint().advice_kind_conduct,
        ComplaintKind::Policy => t.complaint().advice_kind_policy,
        ComplaintKind::Yardstick => t.complaint().advice_kind_yardstick,
        ComplaintKind::Expectation => t.complaint().advice_kind_expectation,
        ComplaintKind::Own => t.complaint().advice_kind_own,
    }
}

/// How to go about it.
#[must_use]
pub fn advice_severity(t: &'static Texts, severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => t.complaint().advice_severity_minor,
        Severity::Serious => t.complaint().advice_severity_serious,
        Severity::Critical => t.complaint().advice_severity_critical,
    }
}

/// How to go about it.
#[must_use]
pub fn advice_seeks(t: &'static Texts, seeks: Seeks) -> &'static str {
    match seeks {
        Seeks::Care => t.complaint().advice_seeks_care,
        Seeks::Heard => t.complaint().advice_seeks_heard,
        Seeks::Competent => t.complaint().advice_seeks_competent,
        Seeks::Fast => t.complaint().advice_seeks_fast,
    }
}

/// How to go about it.
#[must_use]
pub fn advice_mood(t: &'static Texts, mood: Mood) -> &'static str {
    match mood {
        Mood::Vent => t.complaint().advice_mood_vent,
        Mood::Respect => t.complaint().advice_mood_respect,
        Mood::Compensation => t.complaint().advice_mood_compensation,
    }
}
