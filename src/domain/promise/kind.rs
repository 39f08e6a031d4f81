/// What a clause of the letter promises with a limit of time (domain, section 5). A clause may
/// hold two of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PromiseKind {
    /// A first answer, saying what happens next.
    FirstResponse,
    /// In an emergency, a solution or a clear timetable.
    Emergency,
    /// Coming to a visit in the agreed window.
    Visit,
    /// A written plan or quote.
    Plan,
    /// Done by the agreed day.
    Finish,
    /// The same fault again is put right free of charge.
    Redo,
    /// Maintained free of charge.
    Maintenance,
    /// Told again and again how far it is.
    Progress,
    /// A delay is told ahead.
    DelayNotice,
    /// Asked again after delivery.
    FollowUp,
    /// Told that a complaint is looked into.
    ComplaintHeard,
    /// A complaint is settled or answered.
    ComplaintSettled,
}

impl PromiseKind {
    /// All, in the order in which letters hold them.
    pub const ALL: [Self; 12] = [
        Self::FirstResponse,
        Self::Emergency,
        Self::Visit,
        Self::Plan,
        Self::Finish,
        Self::Redo,
        Self::Maintenance,
        Self::Progress,
        Self::DelayNotice,
        Self::FollowUp,
        Self::ComplaintHeard,
        Self::ComplaintSettled,
    ];

    /// The clause of the library that promises it.
    #[must_use]
    pub fn clause(self) -> &'static str {
        match self {
            Self::FirstResponse => "first_response",
            Self::Emergency => "emergency",
            Self::Visit => "visit_punctuality",
            Self::Plan => "written_plan",
            Self::Finish => "finish_by_date",
            Self::Redo => "redo_free",
            Self::Maintenance => "free_maintenance",
            Self::Progress => "progress",
            Self::DelayNotice => "delay_notice",
            Self::FollowUp => "follow_up",
            Self::ComplaintHeard | Self::ComplaintSettled => "complaint",
        }
    }

    /// The parameter of the clause that is its limit; none where the case says it.
    #[must_use]
    pub fn parameter(self) -> Option<&'static str> {
        Some(match self {
            Self::FirstResponse => "inside_hours",
            Self::Emergency => "limit_hours",
            Self::Visit => "late_minutes",
            Self::Plan => "plan_days",
            Self::Finish => return None,
            Self::Redo => "redo_days",
            Self::Maintenance => "maintenance_months",
            Self::Progress => "every_days",
            Self::DelayNotice => "notice_hours",
            Self::FollowUp => "follow_up_days",
            Self::ComplaintHeard => "acknowledge_hours",
            Self::ComplaintSettled => "settle_days",
        })
    }

    /// Whether its clock stands still while the case waits for somebody outside the shop.
    #[must_use]
    pub fn pauses(self) -> bool {
        !matches!(self, Self::Visit | Self::Redo | Self::Maintenance | Self::DelayNotice)
    }

    /// Whether it is no deadline but holds for a time, and counts when somebody calls upon it.
    #[must_use]
    pub fn is_guarantee(self) -> bool {
        matches!(self, Self::Redo | Self::Maintenance)
    }

    /// Whether somebody can write down by hand that it was kept. Of the others a record says so.
    #[must_use]
    pub fn is_kept_by_hand(self) -> bool {
        matches!(
            self,
            Self::FirstResponse | Self::Emergency | Self::Plan | Self::Progress | Self::DelayNotice
        )
    }
}
