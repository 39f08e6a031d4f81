use crate::domain::id::StaffId;

/// The share of a limit after which a clock warns, unless the shop says otherwise: per cent.
const USUAL_WARNING: u32 = 75;

/// How a shop watches its promises.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PromiseRules {
    /// The share of a limit after which a clock warns: 1 to 99 per cent.
    pub warn_percent: u32,
    /// Who is told when a promise is broken; nobody beyond who works on the case while not set.
    pub escalate_to: Option<StaffId>,
}

impl Default for PromiseRules {
    fn default() -> Self {
        Self { warn_percent: USUAL_WARNING, escalate_to: None }
    }
}

impl PromiseRules {
    /// The least and the most that the warning may be set to.
    pub const WARNING: (u32, u32) = (1, 99);
}
