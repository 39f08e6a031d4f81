//! The names of what a case is worked with.

use super::{Named, Texts};
use crate::domain::acceptance::{AcceptanceVerdict, TestKind, TestResult};
use crate::domain::case::{CaseDay, CaseItemKey, CaseText};
use crate::domain::execution::{ChangeState, TroubleKind};
use crate::domain::needs::{ExpectationVerdict, Extent, Nature, NeedsMethod, Priority};
use crate::domain::payment::{PaymentMethod, TermKind};
use crate::domain::signature::SignerRole;
use crate::domain::visit::{Coverage, VisitKey, VisitState};

impl Named for VisitKey {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Case => t.names().record_case,
            Self::When => t.work().visit_when,
            Self::Travel => t.work().visit_travel,
            Self::Staff => t.work().visit_staff,
            Self::Purpose => t.work().visit_purpose,
            Self::Step => t.work().visit_state,
            Self::Address => t.work().visit_address,
            Self::Charge => t.work().visit_charge,
            Self::Arrived => t.promise().arrived,
        }
    }
}

impl Named for VisitState {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Planned => t.work().visit_planned,
            Self::UnderWay => t.work().visit_under_way,
            Self::Done => t.work().visit_done,
            Self::Missed => t.work().visit_missed,
            Self::Cancelled => t.work().visit_cancelled,
        }
    }
}

impl Named for Coverage {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Covered => t.work().coverage_covered,
            Self::Charged => t.work().coverage_charged,
        }
    }
}

impl Named for CaseItemKey {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Expectation(_) => t.work().item_expectation,
            Self::Solution(_) => t.work().item_solution,
            Self::QuoteLine(_) => t.work().item_quote_line,
            Self::PaymentTerm(_) => t.work().item_payment_term,
            Self::ChangeRequest(_) => t.work().item_change_request,
            Self::Handover(_) => t.work().item_handover,
            Self::ReplacedPart(_) => t.asset().item,
            Self::Test(_) => t.work().item_test,
            Self::Correction(_) => t.work().item_correction,
            Self::FollowUp(_) => t.care().follow_up,
            Self::Photo(_) => t.photos().item,
        }
    }
}

impl Named for TermKind {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Deposit => t.work().term_deposit,
            Self::Stage => t.work().term_stage,
            Self::Final => t.work().term_final,
        }
    }
}

impl Named for PaymentMethod {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Cash => t.work().method_cash,
            Self::Transfer => t.work().method_transfer,
            Self::Card => t.work().method_card,
            Self::Wechat => t.work().method_wechat,
            Self::Alipay => t.work().method_alipay,
            Self::Other => t.work().method_other,
        }
    }
}

impl Named for SignerRole {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Customer => t.work().signer_customer,
            Self::Member => t.work().signer_member,
            Self::Shop => t.work().signer_shop,
        }
    }
}

impl Named for CaseText {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Facts => t.work().text_facts,
            Self::Feelings => t.work().text_feelings,
            Self::ExplicitNeeds => t.work().text_explicit_needs,
            Self::LatentNeeds => t.work().text_latent_needs,
            Self::Why => t.work().text_why,
            Self::When => t.work().text_when,
            Self::Where => t.work().text_where,
            Self::Who => t.work().text_who,
            Self::What => t.work().text_what,
            Self::How => t.work().text_how,
            Self::Strengths => t.work().text_strengths,
            Self::Weaknesses => t.work().text_weaknesses,
            Self::Opportunities => t.work().text_opportunities,
            Self::Threats => t.work().text_threats,
            Self::Scope => t.work().text_scope,
            Self::Goals => t.work().text_goals,
            Self::AcceptanceStandard => t.work().text_acceptance_standard,
            Self::Liability => t.work().text_liability,
            Self::Confidentiality => t.work().text_confidentiality,
            Self::Changes => t.work().text_changes,
            Self::Law => t.work().text_law,
            Self::Work => t.work().text_work,
            Self::Materials => t.work().text_materials,
            Self::Accessories => t.asset().text_accessories,
            Self::Condition => t.asset().text_condition,
        }
    }
}

impl Named for TroubleKind {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::ShortOfPeople => t.work().trouble_short_of_people,
            Self::WrongAllocation => t.work().trouble_wrong_allocation,
            Self::Delay => t.work().trouble_delay,
            Self::RiskCameTrue => t.work().trouble_risk_came_true,
            Self::PoorCommunication => t.work().trouble_poor_communication,
        }
    }
}

impl Named for ChangeState {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Proposed => t.work().change_proposed,
            Self::Confirmed => t.work().change_confirmed,
            Self::Refused => t.work().change_refused,
        }
    }
}

impl Named for TestKind {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Function => t.work().test_function,
            Self::Performance => t.work().test_performance,
            Self::Safety => t.work().test_safety,
        }
    }
}

impl Named for TestResult {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Pass => t.work().result_pass,
            Self::Fail => t.work().result_fail,
        }
    }
}

impl Named for AcceptanceVerdict {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Accepted => t.work().verdict_accepted,
            Self::WithCorrections => t.work().verdict_with_corrections,
            Self::Refused => t.work().verdict_refused,
        }
    }
}

impl Named for NeedsMethod {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Interview => t.work().needs_interview,
            Self::Questionnaire => t.work().needs_questionnaire,
            Self::Online => t.work().needs_online,
            Self::Data => t.work().needs_data,
        }
    }
}

impl Named for ExpectationVerdict {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Meet => t.work().expectation_meet,
            Self::InPart => t.work().expectation_in_part,
            Self::Cannot => t.work().expectation_cannot,
        }
    }
}

impl Named for Nature {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Fault => t.work().nature_fault,
            Self::Upkeep => t.work().nature_upkeep,
            Self::NewWork => t.work().nature_new_work,
            Self::Advice => t.work().nature_advice,
            Self::Grievance => t.work().nature_grievance,
        }
    }
}

impl Named for Extent {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Detail => t.work().extent_detail,
            Self::Part => t.work().extent_part,
            Self::Whole => t.work().extent_whole,
            Self::Wider => t.work().extent_wider,
        }
    }
}

impl Named for Priority {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Low => t.work().priority_low,
            Self::Normal => t.work().priority_normal,
            Self::High => t.work().priority_high,
            Self::Top => t.work().priority_top,
        }
    }
}

impl Named for CaseDay {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::AgreedStart => t.work().day_agreed_start,
            Self::AgreedEnd => t.work().day_agreed_end,
            Self::MaintenanceEnd => t.work().day_maintenance_end,
        }
    }
}
