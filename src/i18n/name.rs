use super::Texts;
use crate::domain::case::{CaseKey, Channel, Status, Urgency};
use crate::domain::process::{Lane, Role};

/// A value of the domain that people have a word for.
pub trait Named {
    /// The word.
    fn name(&self, texts: &'static Texts) -> &'static str;
}

impl Named for Channel {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::WalkIn => t.names().channel_walk_in,
            Self::Phone => t.names().channel_phone,
            Self::Email => t.names().channel_email,
            Self::Sms => t.names().channel_sms,
            Self::Chat => t.names().channel_chat,
            Self::Social => t.names().channel_social,
            Self::Post => t.names().channel_post,
            Self::OnSite => t.names().channel_on_site,
        }
    }
}

impl Named for Urgency {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Low => t.names().urgency_low,
            Self::Normal => t.names().urgency_normal,
            Self::High => t.names().urgency_high,
            Self::Emergency => t.names().urgency_emergency,
        }
    }
}

impl Named for Status {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Open => t.names().status_open,
            Self::Closed => t.names().status_closed,
            Self::Withdrawn => t.names().status_withdrawn,
        }
    }
}

impl Named for Lane {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Customer => t.names().lane_customer,
            Self::Frontstage => t.names().lane_frontstage,
            Self::Backstage => t.names().lane_backstage,
        }
    }
}

impl Named for Role {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Operator => t.names().role_operator,
            Self::Supervisor => t.names().role_supervisor,
            Self::Cashier => t.names().role_cashier,
            Self::Member => t.names().role_member,
        }
    }
}

impl Named for CaseKey {
    fn name(&self, t: &'static Texts) -> &'static str {
        match self {
            Self::Process => t.names().field_process,
            Self::Number => t.names().field_number,
            Self::Customer => t.names().field_customer,
            Self::Asset => t.names().field_asset,
            Self::Channel => t.names().field_channel,
            Self::Description => t.names().field_description,
            Self::Urgency => t.names().field_urgency,
            Self::Assignee => t.names().field_assignee,
            Self::Told => t.names().field_told,
            Self::Waiting => t.waiting().waiting,
            Self::Stage => t.names().field_stage,
            Self::Task(_) | Self::ChangeTask(..) => t.names().field_task,
            Self::Status => t.names().field_status,
            Self::Item(key) => key.name(t),
            Self::Chosen => t.work().field_chosen,
            Self::Text(text) => text.name(t),
            Self::Day(day) => day.name(t),
            Self::NeedsMethod => t.work().field_needs_method,
            Self::Nature => t.work().field_nature,
            Self::Extent => t.work().field_extent,
            Self::Complaint(key) => key.name(t),
            Self::AroseFrom => t.care().arose_from,
        }
    }
}
