use super::super::at::{At, Read};
use super::{Said, Wire, to, value};
use crate::domain::asset::AssetField;
use crate::domain::id::CustomerId;

impl Wire for AssetField {
    fn read(name: &str, change: &At<'_>) -> Read<Self> {
        Ok(match name {
            "owner" => Self::Owner(value(change)?.id(CustomerId::parse)?),
            "label" => Self::Label(value(change)?.line()?),
            "brand" => Self::Brand(value(change)?.line()?),
            "model" => Self::Model(value(change)?.line()?),
            "serial" => Self::Serial(value(change)?.line()?),
            _ => return Err(change.newer()),
        })
    }

    fn said(&self) -> Said<'_> {
        match self {
            Self::Owner(customer) => to("owner", customer.as_str()),
            Self::Label(text) => to("label", text),
            Self::Brand(text) => to("brand", text),
            Self::Model(text) => to("model", text),
            Self::Serial(text) => to("serial", text),
        }
    }
}
