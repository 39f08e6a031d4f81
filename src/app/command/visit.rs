use super::{Pen, first, one, set};
use crate::domain::id::{CaseId, StaffId, VisitId};
use crate::domain::local_time::Window;
use crate::domain::record::Records;
use crate::domain::text::{MAX_LINE, MAX_TEXT, TextError, optional};
use crate::domain::visit::{
    Coverage, MAX_TRAVEL, Visit, VisitCharge, VisitField, VisitKind, VisitState, VisitStep,
};
use crate::journal::Field;
use std::collections::BTreeSet;

/// A visit as it is agreed. Read its window with [`Window::typed`].
#[derive(Clone, PartialEq, Debug)]
pub struct NewVisit {
    /// The id of the new record.
    pub id: VisitId,
    /// The case it is for.
    pub case: CaseId,
    /// When.
    pub when: Window,
    /// How many minutes the way there takes.
    pub travel: u32,
    /// Who goes; nobody while that is open.
    pub staff: BTreeSet<StaffId>,
    /// What it is for, or nothing.
    pub purpose: String,
    /// How to find the place, or nothing.
    pub address: String,
    /// Whether it is covered or charged, where that is a question.
    pub charge: Option<Charging>,
}

/// Whether a visit is to be covered by free maintenance or charged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Charging {
    /// What was chosen.
    pub chosen: Coverage,
    /// What the date suggests, see
    /// [`Case::suggested_coverage`](crate::domain::case::Case::suggested_coverage).
    pub suggested: Coverage,
    /// Why the choice differs from that.
    pub reason: String,
}

impl Charging {
    fn field(self) -> Result<VisitField, VisitError> {
        let charge = VisitCharge::chosen(self.chosen, self.suggested, &self.reason);
        charge.map(VisitField::Charge).map_err(VisitError::Charge)
    }
}

/// Why a visit cannot be written down so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VisitError {
    /// The way there takes more than a day.
    Travel,
    /// The purpose is too long.
    Purpose(TextError),
    /// The note on the place is too long.
    Address(TextError),
    /// A visit that was missed or called off needs a reason.
    Reason(TextError),
    /// A choice other than the date suggests needs a reason.
    Charge(TextError),
}

/// Agrees on a visit.
///
/// # Errors
/// [`VisitError`] says what is wrong.
pub fn plan_visit(pen: &Pen, new: NewVisit) -> Result<Records, VisitError> {
    let mut fields = vec![
        VisitField::Case(new.case),
        VisitField::When(new.when),
        travel(new.travel)?,
        VisitField::Staff(new.staff),
    ];
    let purpose = optional(&new.purpose, MAX_LINE).map_err(VisitError::Purpose)?;
    let address = optional(&new.address, MAX_TEXT).map_err(VisitError::Address)?;
    fields.extend((!purpose.is_empty()).then_some(VisitField::Purpose(purpose)));
    fields.extend((!address.is_empty()).then_some(VisitField::Address(address)));
    fields.extend(new.charge.map(Charging::field).transpose()?);
    Ok(one::<VisitKind>(pen, new.id.as_str(), fields.into_iter().map(first).collect()))
}

fn travel(minutes: u32) -> Result<VisitField, VisitError> {
    if minutes > MAX_TRAVEL { Err(VisitError::Travel) } else { Ok(VisitField::Travel(minutes)) }
}

/// Changes what was agreed: when, how far it is, who goes, what for, where.
///
/// # Errors
/// [`VisitError`] says what is wrong.
pub fn change_visit(
    pen: &Pen,
    id: &VisitId,
    visit: &Visit,
    fields: Vec<VisitField>,
) -> Result<Records, VisitError> {
    let fields: Result<Vec<_>, _> = fields
        .into_iter()
        .map(|field| {
            Ok(match field {
                VisitField::Travel(minutes) => travel(minutes)?,
                VisitField::Purpose(text) => {
                    VisitField::Purpose(optional(&text, MAX_LINE).map_err(VisitError::Purpose)?)
                }
                VisitField::Address(text) => {
                    VisitField::Address(optional(&text, MAX_TEXT).map_err(VisitError::Address)?)
                }
                VisitField::Step(step) => VisitField::Step(checked(step)?),
                VisitField::Case(_)
                | VisitField::When(_)
                | VisitField::Staff(_)
                | VisitField::Charge(_)
                | VisitField::Arrived(_) => field,
            })
        })
        .collect();
    // What was never said and still is nothing is no change.
    let fields =
        fields?.into_iter().filter(|field| !is_blank(field) || visit.fields.held(&field.key()).is_some());
    Ok(set::<VisitKind>(pen, id.as_str(), visit, fields.collect()))
}

fn is_blank(field: &VisitField) -> bool {
    matches!(field, VisitField::Purpose(text) | VisitField::Address(text) if text.is_empty())
}

/// Says whether a visit is covered or charged.
///
/// # Errors
/// [`VisitError::Charge`] when that is not what its date suggests and nobody says why.
pub fn charge_visit(
    pen: &Pen,
    id: &VisitId,
    visit: &Visit,
    charging: Charging,
) -> Result<Records, VisitError> {
    Ok(set::<VisitKind>(pen, id.as_str(), visit, vec![charging.field()?]))
}

/// Brings a visit to a state: under way, done, missed, called off, or planned again.
///
/// # Errors
/// [`VisitError::Reason`] when it was missed or called off without one.
pub fn set_visit_state(
    pen: &Pen,
    id: &VisitId,
    visit: &Visit,
    to: VisitState,
    reason: &str,
) -> Result<Records, VisitError> {
    let step = checked(VisitStep { to, reason: reason.to_owned() })?;
    Ok(set::<VisitKind>(pen, id.as_str(), visit, vec![VisitField::Step(step)]))
}

fn checked(step: VisitStep) -> Result<VisitStep, VisitError> {
    let reason = optional(&step.reason, MAX_TEXT).map_err(VisitError::Reason)?;
    let needed = matches!(step.to, VisitState::Missed | VisitState::Cancelled);
    if needed && reason.is_empty() {
        return Err(VisitError::Reason(TextError::Empty));
    }
    Ok(VisitStep { reason, ..step })
}
