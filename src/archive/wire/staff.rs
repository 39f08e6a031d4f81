use super::super::at::{At, Read};
use super::super::names::Named;
use super::{Said, Wire, to, value};
use crate::domain::staff::StaffField;

impl Wire for StaffField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "name" => Self::Name(value(change)?.line()?),
            "role" => Self::Role(value(change)?.choice()?),
            "active" => Self::Active(value(change)?.flag()?),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Name(text) => to("name", text),
            Self::Role(role) => to("role", role.name()),
            Self::Active(active) => to("active", *active),
        }
    }
}
