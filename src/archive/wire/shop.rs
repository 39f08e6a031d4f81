use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use super::super::names::Named;
use super::customer::phone;
use super::shape::Shape;
use super::special_day::{read_day, write_day};
use super::{Said, Wire, field, to, value};
use crate::domain::follow_up::FollowUpRules;
use crate::domain::hours::Hours;
use crate::domain::message::MessageTemplates;
use crate::domain::needs::{Priority, PriorityMatrix};
use crate::domain::phone::Phone;
use crate::domain::shop::{Logo, ShopField};
use crate::domain::text::MAX_TEXT;

impl Wire for ShopField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "name" => Self::Name(value(change)?.line()?),
            "phone" => Self::Phone(value(change)?.optional(phone)?),
            "address" => Self::Address(value(change)?.text(MAX_TEXT)?),
            "logo" => Self::Logo(value(change)?.optional(|at| at.form(Form::Picture, Logo::parse))?),
            "hours" => Self::Hours(hours(&value(change)?)?),
            "language" => Self::Language(value(change)?.choice()?),
            "currency" => Self::Currency(value(change)?.choice()?),
            "tax_rate" => Self::TaxRate(Shape::read(&value(change)?)?),
            "prices_include_tax" => Self::PricesIncludeTax(value(change)?.flag()?),
            "priority_matrix" => Self::PriorityMatrix(matrix(&value(change)?)?),
            "follow_up_rules" => Self::FollowUpRules(FollowUpRules(Shape::read(&value(change)?)?)),
            "zone" => Self::Zone(Shape::read(&value(change)?)?),
            "promise_rules" => Self::PromiseRules(Shape::read(&value(change)?)?),
            "day" => {
                let [_, date, day] = field(change, ["set", "date", "to"])?;
                Self::Day(Shape::read(&date)?, day.optional(read_day)?)
            }
            "message_templates" => Self::MessageTemplates(MessageTemplates(Shape::read(&value(change)?)?)),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Name(text) => to("name", text),
            Self::Phone(phone) => to("phone", phone.as_ref().map(Phone::as_str)),
            Self::Address(text) => to("address", text),
            Self::Logo(logo) => to("logo", logo.as_ref().map(Logo::url)),
            Self::Hours(hours) => to("hours", Json::list(0..7, |day| hours.day_text(day).into())),
            Self::Language(lang) => to("language", lang.name()),
            Self::Currency(currency) => to("currency", currency.name()),
            Self::TaxRate(rate) => to("tax_rate", rate.basis_points()),
            Self::PriorityMatrix(matrix) => to(
                "priority_matrix",
                Json::list(matrix.0, |row| Json::list(row, |priority| priority.name().into())),
            ),
            Self::FollowUpRules(rules) => to("follow_up_rules", rules.0.write()),
            Self::MessageTemplates(own) => to("message_templates", own.0.write()),
            Self::Zone(zone) => to("zone", zone.name()),
            Self::PromiseRules(rules) => to("promise_rules", rules.write()),
            Self::Day(date, day) => {
                ("day", vec![("date", date.to_string().into()), ("to", day.as_ref().map(write_day).into())])
            }
            Self::PricesIncludeTax(flag) => to("prices_include_tax", *flag),
        }
    }
}

/// Seven days, Monday first, each as a person types it.
fn hours(at: &At<'_>) -> Read<Hours> {
    let days = at.list(|day| day.form(Form::Hours, |text| Hours::parse_day(text).ok()))?;
    days.try_into().map(Hours).map_err(|_| at.wrong(Fault::NotA(Form::Hours)))
}

/// Four rows of four priorities.
fn matrix(at: &At<'_>) -> Read<PriorityMatrix> {
    let four = || at.wrong(Fault::NotA(Form::Matrix));
    let rows = at.list(|row| row.list(|cell| cell.choice::<Priority>()))?;
    let rows: Vec<[Priority; 4]> =
        rows.into_iter().map(|row| row.try_into().map_err(|_| four())).collect::<Read<_>>()?;
    rows.try_into().map(PriorityMatrix).map_err(|_| four())
}
