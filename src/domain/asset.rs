//! The things that are served.

use super::fields::fields;
use super::id::CustomerId;
use crate::journal::{Folded, Kind, Never};

/// An asset's record.
#[derive(Clone, PartialEq, Debug)]
pub struct AssetKind;

impl Kind for AssetKind {
    type Field = AssetField;
    type Event = Never;

    /// A serial number or a number plate leads to its owner.
    fn anonymous(field: AssetField) -> Option<AssetField> {
        matches!(field, AssetField::Owner(_) | AssetField::Brand(_) | AssetField::Model(_)).then_some(field)
    }
}

/// An asset as it is now known.
pub type Asset = Folded<AssetKind>;

fields! {
    Asset;
    /// What is known of an asset.
    AssetField, AssetKey;
    /// Whose it is.
    Owner(CustomerId) => owner,
    /// What it is: a washing machine, a flat, a car.
    Label(String) => label,
    /// Its maker, or nothing.
    Brand(String) => brand,
    /// Its model, or nothing.
    Model(String) => model,
    /// Its serial number or number plate, or nothing.
    Serial(String) => serial,
}

/// A part of a thing that another took the place of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct ReplacedPart {
    /// Its place among the parts that a case replaced.
    pub rank: u32,
    /// Which part: a pump, a screen.
    pub what: String,
    /// The serial number of the one that was taken out, or nothing.
    pub old_serial: String,
    /// The serial number of the one that was put in, or nothing.
    pub new_serial: String,
}

impl Asset {
    /// Label, brand, model and serial number in one line.
    #[must_use]
    pub fn line(&self) -> String {
        [self.label(), self.brand(), self.model(), self.serial()]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    }
}
