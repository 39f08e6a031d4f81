use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use super::super::names::Named;
use super::shape::{Shape, shapes};
use super::{Said, Wire, to, value};
use crate::domain::id::{CaseId, StaffId};
use crate::domain::local_time::Window;
use crate::domain::text::MAX_TEXT;
use crate::domain::visit::{MAX_TRAVEL, VisitCharge, VisitField, VisitStep};

impl Wire for VisitField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "case" => Self::Case(value(change)?.id(CaseId::parse)?),
            "when" => Self::When(read_window(&value(change)?)?),
            "travel" => Self::Travel(read_travel(&value(change)?)?),
            "staff" => Self::Staff(value(change)?.list(|at| at.id(StaffId::parse))?.into_iter().collect()),
            "purpose" => Self::Purpose(value(change)?.line()?),
            "state" => Self::Step(read_step(&value(change)?)?),
            "address" => Self::Address(value(change)?.text(MAX_TEXT)?),
            "charge" => Self::Charge(Shape::read(&value(change)?)?),
            "arrived" => Self::Arrived(Shape::read(&value(change)?)?),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Case(case) => to("case", case.as_str()),
            Self::When(when) => to(
                "when",
                Json::object([
                    ("start", when.start().to_string().into()),
                    ("end", when.end().to_string().into()),
                ]),
            ),
            Self::Travel(minutes) => to("travel", *minutes),
            Self::Staff(staff) => to("staff", Json::list(staff, |id| id.as_str().into())),
            Self::Purpose(text) => to("purpose", text),
            Self::Step(step) => to(
                "state",
                Json::object([("state", step.to.name().into()), ("reason", (&step.reason).into())]),
            ),
            Self::Address(text) => to("address", text),
            Self::Charge(charge) => to("charge", charge.write()),
            Self::Arrived(at) => to("arrived", at.write()),
        }
    }
}

shapes! {
    VisitCharge { coverage, reason: line }
}

fn read_window(at: &At<'_>) -> Read<Window> {
    let [start, end] = at.object(["start", "end"])?;
    Window::new(Shape::read(&start)?, Shape::read(&end)?).map_err(|_| at.wrong(Fault::NotA(Form::Window)))
}

fn read_travel(at: &At<'_>) -> Read<u32> {
    let minutes = at.number()?;
    if minutes > MAX_TRAVEL { Err(at.wrong(Fault::NotA(Form::Travel))) } else { Ok(minutes) }
}

fn read_step(at: &At<'_>) -> Read<VisitStep> {
    let [state, reason] = at.object(["state", "reason"])?;
    Ok(VisitStep { to: state.choice()?, reason: reason.text(MAX_TEXT)? })
}
