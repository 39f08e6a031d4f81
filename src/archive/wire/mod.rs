//! The wire forms: how each thing the domain knows is written in the file, and read again.

mod asset;
mod case;
mod complaint;
mod customer;
mod document;
mod entry;
mod event;
mod improvement;
mod item;
mod letter;
mod process;
mod promise;
mod shape;
mod shop;
mod special_day;
mod staff;
mod visit;

pub(super) use entry::{record_entries, shop_entries, write_entries};
pub(super) use process::{read_definition, write_definition};

use super::at::{At, Read};
use super::json::Json;
use crate::journal::Never;

/// What is said of a record: its name in the file, and the members that go with it.
pub(super) type Said<'a> = (&'static str, Vec<(&'static str, Json<'a>)>);

/// A field or an event that has a form in the file.
pub(super) trait Wire: Sized {
    /// Reads what stands at `change` under this name; a name that is not known is of a newer
    /// version.
    fn read(name: &str, change: &At<'_>) -> Read<Self>;

    /// How it is written.
    fn said(&self) -> Said<'_>;
}

/// What cannot be is neither read nor written.
impl Wire for Never {
    fn read(_: &str, change: &At<'_>) -> Read<Self> {
        Err(change.newer())
    }

    fn said(&self) -> Said<'_> {
        match *self {}
    }
}

/// The value of a field that has nothing but a value.
fn value<'a>(change: &'a At<'a>) -> Read<At<'a>> {
    let [_, to] = field(change, ["set", "to"])?;
    Ok(to)
}

/// The members of a field, which may name the values that it replaces.
fn field<'a, const N: usize>(change: &'a At<'a>, keys: [&'static str; N]) -> Read<[At<'a>; N]> {
    change.object_or(keys, &["replaces"])
}

/// A field that has nothing but a value.
fn to<'a>(name: &'static str, value: impl Into<Json<'a>>) -> Said<'a> {
    (name, vec![("to", value.into())])
}
