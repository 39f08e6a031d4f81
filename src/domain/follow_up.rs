//! Asking the customer again after the job: by which rules it is planned, and what was said.

use super::acceptance::AcceptanceVerdict;
use super::case::{Case, CaseEvent, CaseField, CaseItem, CaseKey, Channel, Status};
use super::date::Date;
use super::id::{CaseId, FollowUpId, ProcessId, StaffId};
use super::importance::Importance;
use crate::journal::Held;

/// The most follow-ups that one rule plans.
pub const MOST_PLANNED: usize = 12;
/// The furthest that a rule plans ahead, in months: ten years.
pub const FURTHEST_MONTHS: u32 = 120;
/// The same in days.
pub const FURTHEST_DAYS: u32 = 3652;

/// What an interval is counted in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum IntervalUnit {
    /// Days.
    Days,
    /// Months; the last day of a month where it is too short.
    Months,
}

impl IntervalUnit {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Days, Self::Months];
}

/// How long after delivery.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Interval {
    /// What it is counted in.
    pub unit: IntervalUnit,
    /// How many.
    pub count: u32,
}

/// Why a list of intervals is not one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IntervalError {
    /// This part is not a number with a unit.
    Form(String),
    /// This part does not lie after delivery.
    NotAhead(String),
    /// This part lies further ahead than ten years.
    TooFar(String),
    /// There are more than [`MOST_PLANNED`].
    TooMany,
}

/// The words for units, in the languages of the program, and how many of what they are.
const UNITS: [(&[&str], IntervalUnit, u32); 4] = [
    (&["d", "day", "days", "天", "日"], IntervalUnit::Days, 1),
    (&["w", "week", "weeks", "周", "週", "星期", "个星期", "個星期"], IntervalUnit::Days, 7),
    (&["m", "month", "months", "个月", "個月", "月"], IntervalUnit::Months, 1),
    (&["y", "year", "years", "年"], IntervalUnit::Months, 12),
];

impl Interval {
    /// So many days.
    #[must_use]
    pub const fn days(count: u32) -> Self {
        Self { unit: IntervalUnit::Days, count }
    }

    /// So many months.
    #[must_use]
    pub const fn months(count: u32) -> Self {
        Self { unit: IntervalUnit::Months, count }
    }

    /// Reads a list as people type it, `3 days, 1 month`: in order, and each once.
    ///
    /// # Errors
    /// [`IntervalError`] says what is wrong with which part.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, IntervalError> {
        let parts = text.split([',', '，', '、', ';', '；', '\n']).map(str::trim);
        let mut list = Vec::new();
        for part in parts.filter(|part| !part.is_empty()) {
            if list.len() == MOST_PLANNED {
                return Err(IntervalError::TooMany);
            }
            list.push(Self::parse(part)?);
        }
        list.sort_by_key(|interval| interval.about_days());
        list.dedup();
        Ok(list)
    }

    fn parse(part: &str) -> Result<Self, IntervalError> {
        let form = || IntervalError::Form(part.to_owned());
        let (ahead, digits) = match part.strip_prefix(['-', '−', '－']) {
            Some(rest) => (false, rest.trim_start()),
            None => (true, part),
        };
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let (digits, unit) = digits.split_at(end);
        let unit = unit.trim().to_lowercase();
        let known = UNITS.iter().find(|(words, ..)| words.contains(&unit.as_str()));
        let (_, unit, each) = known.filter(|_| !digits.is_empty()).ok_or_else(form)?;
        let too_far = || IntervalError::TooFar(part.to_owned());
        let count = digits.parse::<u32>().ok().and_then(|count| count.checked_mul(*each));
        let interval = Self { unit: *unit, count: count.ok_or_else(too_far)? };
        if !ahead || interval.count == 0 {
            return Err(IntervalError::NotAhead(part.to_owned()));
        }
        if interval.is_too_far() { Err(too_far()) } else { Ok(interval) }
    }

    fn is_too_far(self) -> bool {
        match self.unit {
            IntervalUnit::Days => self.count > FURTHEST_DAYS,
            IntervalUnit::Months => self.count > FURTHEST_MONTHS,
        }
    }

    /// Roughly how many days, for the order.
    fn about_days(self) -> u64 {
        let each = if self.unit == IntervalUnit::Days { 1 } else { 30 };
        u64::from(self.count) * each
    }

    /// The day so long after another; nothing when it is no sensible day.
    #[must_use]
    pub fn after(self, day: Date) -> Option<Date> {
        if self.count == 0 || self.is_too_far() {
            return None;
        }
        match self.unit {
            IntervalUnit::Days => day.plus_days(self.count.into()),
            IntervalUnit::Months => day.plus_months(self.count),
        }
    }
}

/// When customers of an importance are asked again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FollowUpRule {
    /// Which customers.
    pub importance: Importance,
    /// After which kind of service; nothing for all that have no rule of their own.
    pub process: Option<ProcessId>,
    /// How long after delivery; perhaps never.
    pub after: Vec<Interval>,
}

/// When a shop asks its customers again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FollowUpRules(pub Vec<FollowUpRule>);

impl Default for FollowUpRules {
    fn default() -> Self {
        let rule =
            |importance, after: &[Interval]| FollowUpRule { importance, process: None, after: after.into() };
        let [soon, week, month, half] =
            [Interval::days(3), Interval::days(7), Interval::months(1), Interval::months(6)];
        Self(vec![
            rule(Importance::Key, &[soon, month, half]),
            rule(Importance::Regular, &[soon, month]),
            rule(Importance::Occasional, &[week]),
        ])
    }
}

impl FollowUpRules {
    /// The rule of exactly this importance and kind of service.
    #[must_use]
    pub fn rule(&self, importance: Importance, process: Option<&ProcessId>) -> Option<&FollowUpRule> {
        self.0.iter().find(|rule| rule.importance == importance && rule.process.as_ref() == process)
    }

    /// When customers of an importance are asked again after a kind of service: by its own rule,
    /// else by the general one.
    #[must_use]
    pub fn after(&self, importance: Importance, process: Option<&ProcessId>) -> &[Interval] {
        let own = process.and_then(|process| self.rule(importance, Some(process)));
        own.or_else(|| self.rule(importance, None)).map_or(&[], |rule| &rule.after)
    }

    /// The rules with another list; without one, the rule is gone.
    #[must_use]
    pub fn with(
        mut self,
        importance: Importance,
        process: Option<ProcessId>,
        after: Option<Vec<Interval>>,
    ) -> Self {
        self.0.retain(|rule| rule.importance != importance || rule.process != process);
        self.0.extend(after.map(|after| FollowUpRule { importance, process, after }));
        self.0.sort_by(|one, other| (&one.process, one.importance).cmp(&(&other.process, other.importance)));
        self
    }

    /// The kinds of service with rules of their own, each once.
    #[must_use]
    pub fn processes(&self) -> Vec<ProcessId> {
        let mut processes: Vec<ProcessId> = self.0.iter().filter_map(|rule| rule.process.clone()).collect();
        processes.sort();
        processes.dedup();
        processes
    }
}

/// The days on which a customer is asked again after a delivery: rising, each once, and never so
/// many that nobody could do it.
#[must_use]
pub fn planned_days(
    rules: &FollowUpRules,
    importance: Importance,
    process: Option<&ProcessId>,
    delivered: Date,
) -> Vec<Date> {
    let after = rules.after(importance, process).iter();
    let mut days: Vec<Date> = after.filter_map(|interval| interval.after(delivered)).collect();
    days.sort_unstable();
    days.dedup();
    days.truncate(MOST_PLANNED);
    days
}

/// The customer is to be asked again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FollowUp {
    /// Its place among the others.
    pub rank: u32,
    /// On which day.
    pub due: Date,
    /// What is asked.
    pub about: String,
    /// Who asks; nothing while nobody was named.
    pub who: Option<StaffId>,
}

/// Somebody tried to ask the customer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FollowUpCall {
    /// Which follow-up it was for.
    pub follow_up: FollowUpId,
    /// How.
    pub channel: Channel,
    /// Whether they were reached: then the follow-up is done.
    pub reached: bool,
    /// What was said.
    pub words: String,
    /// A new problem, or nothing.
    pub problem: String,
}

impl Case {
    /// The conversation that did a follow-up, once the customer was reached.
    #[must_use]
    pub fn follow_up_done(&self, id: &FollowUpId) -> Option<Held<&FollowUpCall>> {
        self.follow_up_calls().rfind(|held| held.value.follow_up == *id && held.value.reached)
    }

    /// How often somebody tried in vain.
    #[must_use]
    pub fn follow_up_tries(&self, id: &FollowUpId) -> usize {
        self.follow_up_calls().filter(|held| held.value.follow_up == *id && !held.value.reached).count()
    }

    /// The day on which the next follow-up is due.
    #[must_use]
    pub fn next_follow_up(&self) -> Option<Date> {
        let open = self.follow_ups().into_iter().filter(|(id, _)| self.follow_up_done(id).is_none());
        open.map(|(_, follow_up)| follow_up.due).min()
    }

    /// Whether follow-ups were planned at any time, even if all were taken out again: then
    /// nobody is asked to plan them.
    #[must_use]
    pub fn had_follow_ups(&self) -> bool {
        let is_one = |field: &CaseField| matches!(field, CaseField::Item(CaseItem::FollowUp(..)));
        self.fields.iter().any(|held| is_one(&held.value))
    }

    /// When the result was delivered, in milliseconds since 1970: accepted, else the case closed.
    #[must_use]
    pub fn delivered_at(&self) -> Option<u64> {
        let accepted =
            |held: &Held<&super::acceptance::Acceptance>| held.value.verdict != AcceptanceVerdict::Refused;
        if let Some(held) = self.acceptances().rfind(accepted) {
            return Some(held.stamp.millis);
        }
        let closed = self.fields.held(&CaseKey::Status).filter(|_| self.status() == Status::Closed)?;
        Some(closed.stamp.millis)
    }

    /// The cases that arose from this one.
    pub fn led_to(&self) -> impl Iterator<Item = &CaseId> {
        self.events.iter().filter_map(|held| match &held.value {
            CaseEvent::LedTo(case) => Some(case),
            _ => None,
        })
    }
}

#[cfg(test)]
#[path = "follow_up_test.rs"]
mod tests;
