use super::super::at::{At, Read};
use super::super::fault::Form;
use super::super::json::Json;
use super::super::names::Named;
use super::shape::Shape;
use super::{Said, Wire, complaint, field, to, value};
use crate::domain::case::{CaseField, CaseItem, Evidence, Mark, StageMove};
use crate::domain::id::{AssetId, ChangeId, CustomerId, ProcessId, StaffId, StageId, TaskId};
use crate::domain::process::ProcessRef;
use crate::domain::text::{MAX_TEXT, decimal};

impl Wire for CaseField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "process" => Self::Process(read_process(&value(change)?)?),
            "number" => Self::Number(value(change)?.line()?),
            "customer" => Self::Customer(value(change)?.id(CustomerId::parse)?),
            "asset" => Self::Asset(value(change)?.optional(|at| at.id(AssetId::parse))?),
            "channel" => Self::Channel(value(change)?.choice()?),
            "description" => Self::Description(value(change)?.text(MAX_TEXT)?),
            "urgency" => Self::Urgency(value(change)?.choice()?),
            "assignee" => Self::Assignee(value(change)?.optional(|at| at.id(StaffId::parse))?),
            "told" => Self::Told(value(change)?.text(MAX_TEXT)?),
            "waiting" => Self::Waiting(Shape::read(&value(change)?)?),
            "stage" => Self::Stage(read_stage(&value(change)?)?),
            "task" => {
                let [_, task, to] = field(change, ["set", "task", "to"])?;
                Self::Task(task.id(TaskId::parse)?, read_mark(&to)?)
            }
            "change_task" => {
                let [_, change, task, to] = field(change, ["set", "change", "task", "to"])?;
                Self::ChangeTask(change.id(ChangeId::parse)?, task.id(TaskId::parse)?, read_mark(&to)?)
            }
            "status" => Self::Status(value(change)?.choice()?),
            "text" => {
                let [_, part, to] = field(change, ["set", "part", "to"])?;
                Self::Text(part.choice()?, to.text(MAX_TEXT)?)
            }
            "day" => {
                let [_, day, to] = field(change, ["set", "day", "to"])?;
                Self::Day(day.choice()?, Shape::read(&to)?)
            }
            "needs_method" => Self::NeedsMethod(Shape::read(&value(change)?)?),
            "nature" => Self::Nature(Shape::read(&value(change)?)?),
            "extent" => Self::Extent(Shape::read(&value(change)?)?),
            "complaint" => Self::Complaint(complaint::read(change)?),
            "arose_from" => Self::AroseFrom(Shape::read(&value(change)?)?),
            "chosen" => Self::Chosen(Shape::read(&value(change)?)?),
            _ => Self::Item(CaseItem::read(name, change)?),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Process(process) => to(
                "process",
                Json::object([("id", process.id.as_str().into()), ("version", process.version.into())]),
            ),
            Self::Number(text) => to("number", text),
            Self::Customer(customer) => to("customer", customer.as_str()),
            Self::Asset(asset) => to("asset", asset.as_ref().map(AssetId::as_str)),
            Self::Channel(channel) => to("channel", channel.name()),
            Self::Description(text) => to("description", text),
            Self::Urgency(urgency) => to("urgency", urgency.name()),
            Self::Assignee(staff) => to("assignee", staff.as_ref().map(StaffId::as_str)),
            Self::Told(text) => to("told", text),
            Self::Waiting(waiting) => to("waiting", waiting.write()),
            Self::Stage(step) => to(
                "stage",
                Json::object([("stage", step.to.as_str().into()), ("reason", (&step.reason).into())]),
            ),
            Self::Task(task, mark) => {
                ("task", vec![("task", task.as_str().into()), ("to", write_mark(mark))])
            }
            Self::ChangeTask(change, task, mark) => (
                "change_task",
                vec![
                    ("change", change.as_str().into()),
                    ("task", task.as_str().into()),
                    ("to", write_mark(mark)),
                ],
            ),
            Self::Status(status) => to("status", status.name()),
            Self::Item(item) => item.said(),
            Self::Text(part, text) => ("text", vec![("part", part.name().into()), ("to", text.into())]),
            Self::Day(day, date) => ("day", vec![("day", day.name().into()), ("to", date.write())]),
            Self::NeedsMethod(method) => to("needs_method", method.write()),
            Self::Nature(nature) => to("nature", nature.write()),
            Self::Extent(extent) => to("extent", extent.write()),
            Self::Chosen(chosen) => to("chosen", chosen.write()),
            Self::Complaint(field) => complaint::said(field),
            Self::AroseFrom(case) => to("arose_from", case.as_str()),
        }
    }
}

fn read_process(at: &At<'_>) -> Read<ProcessRef> {
    let [id, version] = at.object(["id", "version"])?;
    Ok(ProcessRef { id: id.id(ProcessId::parse)?, version: version.number()? })
}

fn read_stage(at: &At<'_>) -> Read<StageMove> {
    let [stage, reason] = at.object(["stage", "reason"])?;
    Ok(StageMove { to: stage.id(StageId::parse)?, reason: reason.text(MAX_TEXT)? })
}

/// `null` while open, else an object with the kind of evidence.
fn read_mark(at: &At<'_>) -> Read<Mark> {
    Ok(at.optional(read_evidence)?.map_or(Mark::Open, Mark::Done))
}

fn read_evidence(at: &At<'_>) -> Read<Evidence> {
    let kind = at.key("kind")?.word()?;
    if kind == "tick" {
        at.object(["kind"])?;
        return Ok(Evidence::Tick);
    }
    if !["text", "number", "date", "choice"].contains(&kind) {
        return Err(at.newer());
    }
    let [_, value] = at.object(["kind", "value"])?;
    Ok(match kind {
        "text" => Evidence::Text(value.text(MAX_TEXT)?),
        "number" => Evidence::Number(value.form(Form::Decimal, decimal)?),
        "date" => Evidence::Date(value.date()?),
        _ => Evidence::Choice(value.line()?),
    })
}

fn write_mark(mark: &Mark) -> Json<'_> {
    let (kind, value) = match mark {
        Mark::Open => return Json::Null,
        Mark::Done(Evidence::Tick) => return Json::object([("kind", "tick".into())]),
        Mark::Done(Evidence::Text(text)) => ("text", text.into()),
        Mark::Done(Evidence::Number(text)) => ("number", text.into()),
        Mark::Done(Evidence::Date(date)) => ("date", date.to_string().into()),
        Mark::Done(Evidence::Choice(choice)) => ("choice", choice.into()),
    };
    Json::object([("kind", kind.into()), ("value", value)])
}
