use super::super::at::{At, Read};
use super::super::json::Json;
use super::super::names::Named;
use super::shape::{Shape, shapes};
use super::{Said, Wire, field, to, value};
use crate::domain::id::CaseId;
use crate::domain::improvement::{
    Act, Coaching, ImprovementEvent, ImprovementField, ImprovementNews, Round, Step,
};
use crate::domain::text::MAX_TEXT;

impl Wire for ImprovementField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "title" => Self::Title(value(change)?.line()?),
            "origin" => Self::Origin(value(change)?.choice()?),
            "occasion" => Self::Occasion(value(change)?.text(MAX_TEXT)?),
            "case" => Self::Case(value(change)?.id(CaseId::parse)?),
            "why" => Self::Why(value(change)?.text(MAX_TEXT)?),
            "measure" => Self::Measure(Shape::read(&value(change)?)?),
            "counted" => Self::Counted(value(change)?.line()?),
            "before" => Self::Before(Shape::read(&value(change)?)?),
            "goal" => Self::Goal(Shape::read(&value(change)?)?),
            "owner" => Self::Owner(Shape::read(&value(change)?)?),
            "due" => Self::Due(Shape::read(&value(change)?)?),
            "step" => {
                let [_, id, to] = field(change, ["set", "id", "to"])?;
                Self::Step(Shape::read(&id)?, to.optional(Shape::read)?.map(Box::new))
            }
            "done" => Self::Done(Shape::read(&value(change)?)?),
            "check" => Self::Check(Shape::read(&value(change)?)?),
            "after" => Self::After(Shape::read(&value(change)?)?),
            "verdict" => Self::Verdict(Shape::read(&value(change)?)?),
            "act" => Self::Act(Shape::read(&value(change)?)?),
            "coaching" => {
                let [_, id, to] = field(change, ["set", "id", "to"])?;
                Self::Coaching(Shape::read(&id)?, to.optional(Shape::read)?.map(Box::new))
            }
            "aside" => Self::Aside(value(change)?.flag()?),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Title(text) => to("title", text),
            Self::Origin(origin) => to("origin", Named::name(*origin)),
            Self::Occasion(text) => to("occasion", text),
            Self::Case(case) => to("case", case.as_str()),
            Self::Why(text) => to("why", text),
            Self::Measure(measure) => to("measure", measure.write()),
            Self::Counted(text) => to("counted", text),
            Self::Before(figure) => to("before", figure.write()),
            Self::Goal(figure) => to("goal", figure.write()),
            Self::Owner(owner) => to("owner", owner.write()),
            Self::Due(day) => to("due", day.write()),
            Self::Step(id, step) => item("step", id.as_str(), step.as_deref()),
            Self::Done(day) => to("done", day.write()),
            Self::Check(day) => to("check", day.write()),
            Self::After(figure) => to("after", figure.write()),
            Self::Verdict(effect) => to("verdict", effect.write()),
            Self::Act(act) => to("act", act.write()),
            Self::Coaching(id, note) => item("coaching", id.as_str(), note.as_deref()),
            Self::Aside(aside) => to("aside", *aside),
        }
    }
}

/// One of several, with its id beside it; `null` once it was taken out.
fn item<'a, T: Shape>(name: &'static str, id: &'a str, to: Option<&'a T>) -> Said<'a> {
    (name, vec![("id", id.into()), ("to", to.map_or(Json::Null, T::write))])
}

impl Wire for ImprovementEvent {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        match name {
            "went_round" => {
                let [_, round] = change.object(["event", "round"])?;
                Shape::read(&round).map(Self::WentRound)
            }
            _ => Err(change.newer()),
        }
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::WentRound(round) => ("went_round", vec![("round", round.write())]),
        }
    }
}

shapes! {
    Step { rank, what: line, done, evidence: text }
    Coaching { whom, by, on, practised: text, agreed: text, observed: text }
    Act { course, words: text }
    Round { before, goal, after, effect, words: text }
    ImprovementNews { improvement, step, title: line }
}
