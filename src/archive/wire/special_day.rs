//! Days that differ from their weekday, as `{"kind": …, "hours": … or "like": …, "name": …}`.

use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use crate::domain::calendar::{DayRule, MakeUpHours, SpecialDay};
use crate::domain::hours::{Hours, Period};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

pub(super) fn read_day(at: &At<'_>) -> Read<SpecialDay> {
    let kind = at.key("kind")?;
    let (rule, name) = match kind.word()? {
        "holiday" => {
            let [_, name] = at.object(["kind", "name"])?;
            (DayRule::Holiday, name)
        }
        "changed" => {
            let [_, hours, name] = at.object(["kind", "hours", "name"])?;
            (DayRule::Changed(periods(&hours)?), name)
        }
        "make_up" => match at.get("like")? {
            Some(_) => {
                let [_, like, name] = at.object(["kind", "like", "name"])?;
                let day = WEEKDAYS.iter().position(|day| like.word().is_ok_and(|word| word == *day));
                let day = day.and_then(|day| u8::try_from(day).ok());
                let like = day.ok_or_else(|| like.wrong(Fault::NotA(Form::Weekday)))?;
                (DayRule::MakeUp(MakeUpHours::Like(like)), name)
            }
            None => {
                let [_, hours, name] = at.object(["kind", "hours", "name"])?;
                let own = periods(&hours)?;
                if own.is_empty() {
                    return Err(hours.wrong(Fault::NotA(Form::Hours)));
                }
                (DayRule::MakeUp(MakeUpHours::Own(own)), name)
            }
        },
        _ => return Err(at.newer()),
    };
    Ok(SpecialDay { rule, name: name.line()? })
}

pub(super) fn write_day(day: &SpecialDay) -> Json<'_> {
    let name = ("name", (&day.name).into());
    match &day.rule {
        DayRule::Holiday => Json::object([("kind", "holiday".into()), name]),
        DayRule::Changed(hours) => {
            Json::object([("kind", "changed".into()), ("hours", text(hours).into()), name])
        }
        DayRule::MakeUp(MakeUpHours::Own(hours)) => {
            Json::object([("kind", "make_up".into()), ("hours", text(hours).into()), name])
        }
        DayRule::MakeUp(MakeUpHours::Like(day)) => {
            let like = WEEKDAYS[usize::from(*day).min(6)];
            Json::object([("kind", "make_up".into()), ("like", like.into()), name])
        }
    }
}

fn periods(at: &At<'_>) -> Read<Vec<Period>> {
    at.form(Form::Hours, |text| Hours::parse_day(text).ok())
}

fn text(periods: &[Period]) -> String {
    periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
