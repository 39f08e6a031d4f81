//! Values that are objects in the file: each is declared by its keys, in the order they are
//! written. A key is the name of the domain's field; the test that the file keeps its bytes
//! fails when that is renamed.

use super::super::at::{At, Read};
use super::super::fault::{Fault, Form};
use super::super::json::Json;
use super::super::names::Named;
use crate::domain::date::Date;
use crate::domain::document::ContentHash;
use crate::domain::id::{
    AssetId, CaseId, ChangeId, CoachingId, CorrectionId, ExpectationId, FollowUpId, HandoverId,
    ImprovementId, ImprovementStepId, PhotoId, ProcessId, QuoteLineId, ReplacedPartId, SolutionId, StaffId,
    StageId, TaskId, TermId, TestId,
};
use crate::domain::local_time::LocalTime;
use crate::domain::money::{Money, Quantity, Rate};
use crate::domain::photo::{FileHash, PhotoOf};
use crate::domain::signature::Strokes;
use crate::domain::survey::{Rating, Recommendation};
use crate::journal::Stamp;

/// A value that has one form in the file, wherever it stands.
pub(super) trait Shape: Sized {
    /// Reads what stands here.
    fn read(at: &At<'_>) -> Read<Self>;

    /// How it is written.
    fn write(&self) -> Json<'_>;
}

/// Choices are words.
impl<T: Named> Shape for T {
    fn read(at: &At<'_>) -> Read<Self> {
        at.choice()
    }

    fn write(&self) -> Json<'_> {
        self.name().into()
    }
}

/// What may be absent is `null` then.
impl<T: Shape> Shape for Option<T> {
    fn read(at: &At<'_>) -> Read<Self> {
        at.optional(T::read)
    }

    fn write(&self) -> Json<'_> {
        self.as_ref().map_or(Json::Null, T::write)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(at: &At<'_>) -> Read<Self> {
        at.list(T::read)
    }

    fn write(&self) -> Json<'_> {
        Json::list(self, T::write)
    }
}

impl Shape for u32 {
    fn read(at: &At<'_>) -> Read<Self> {
        at.number()
    }

    fn write(&self) -> Json<'_> {
        (*self).into()
    }
}

impl Shape for bool {
    fn read(at: &At<'_>) -> Read<Self> {
        at.flag()
    }

    fn write(&self) -> Json<'_> {
        (*self).into()
    }
}

impl Shape for Rate {
    fn read(at: &At<'_>) -> Read<Self> {
        Self::from_basis_points(at.number()?).ok_or_else(|| at.wrong(Fault::NotA(Form::Rate)))
    }

    fn write(&self) -> Json<'_> {
        self.basis_points().into()
    }
}

/// Marks are whole numbers within their bounds.
impl Shape for Rating {
    fn read(at: &At<'_>) -> Read<Self> {
        Self::new(at.number()?).ok_or_else(|| at.wrong(Fault::NotA(Form::Rating)))
    }

    fn write(&self) -> Json<'_> {
        u32::from(self.get()).into()
    }
}

impl Shape for Recommendation {
    fn read(at: &At<'_>) -> Read<Self> {
        Self::new(at.number()?).ok_or_else(|| at.wrong(Fault::NotA(Form::Recommendation)))
    }

    fn write(&self) -> Json<'_> {
        u32::from(self.get()).into()
    }
}

/// An amount that is not negative, with its currency beside it.
impl Shape for Money {
    fn read(at: &At<'_>) -> Read<Self> {
        let [currency, amount] = at.object(["currency", "amount"])?;
        let currency = currency.choice()?;
        amount.form(Form::Amount, |text| Self::from_plain(text, currency))
    }

    fn write(&self) -> Json<'_> {
        Json::object([("currency", self.currency().name().into()), ("amount", self.plain().into())])
    }
}

/// `null` for the whole case, else an object with the one thing it is of.
impl Shape for PhotoOf {
    fn read(at: &At<'_>) -> Read<Self> {
        let of = at.optional(|at| match at.get("task")? {
            Some(_) => {
                let [task] = at.object(["task"])?;
                Shape::read(&task).map(Self::Task)
            }
            None => {
                // What else it may be of is a newer version's.
                let Some(_) = at.get("asset")? else { return Err(at.newer()) };
                let [asset] = at.object(["asset"])?;
                Shape::read(&asset).map(Self::Asset)
            }
        })?;
        Ok(of.unwrap_or(Self::Case))
    }

    fn write(&self) -> Json<'_> {
        match self {
            Self::Case => Json::Null,
            Self::Task(task) => Json::object([("task", task.as_str().into())]),
            Self::Asset(asset) => Json::object([("asset", asset.as_str().into())]),
        }
    }
}

/// Declares values that are written as they are displayed, and the form that their text has.
macro_rules! displayed {
    ($($type:ident: $form:ident, $parse:expr;)*) => {$(
        impl Shape for $type {
            fn read(at: &At<'_>) -> Read<Self> {
                at.form(Form::$form, $parse)
            }

            fn write(&self) -> Json<'_> {
                self.to_string().into()
            }
        }
    )*};
}

displayed! {
    Date: Date, Date::parse;
    LocalTime: LocalTime, LocalTime::parse;
    Quantity: Quantity, Quantity::from_plain;
    ContentHash: Fingerprint, ContentHash::parse;
    FileHash: FileHash, FileHash::parse;
    Strokes: Strokes, Strokes::parse;
    ExpectationId: Id, ExpectationId::parse;
    SolutionId: Id, SolutionId::parse;
    QuoteLineId: Id, QuoteLineId::parse;
    TermId: Id, TermId::parse;
    ChangeId: Id, ChangeId::parse;
    HandoverId: Id, HandoverId::parse;
    ReplacedPartId: Id, ReplacedPartId::parse;
    TestId: Id, TestId::parse;
    CorrectionId: Id, CorrectionId::parse;
    FollowUpId: Id, FollowUpId::parse;
    ImprovementId: Id, ImprovementId::parse;
    ImprovementStepId: Id, ImprovementStepId::parse;
    CoachingId: Id, CoachingId::parse;
    CaseId: Id, CaseId::parse;
    ProcessId: Id, ProcessId::parse;
    PhotoId: Id, PhotoId::parse;
    AssetId: Id, AssetId::parse;
    TaskId: Id, TaskId::parse;
    StageId: Id, StageId::parse;
    StaffId: Id, StaffId::parse;
    Stamp: Stamp, Stamp::parse;
}

/// Reads a value in its form: a line, a text, or what its type says.
macro_rules! read_as {
    ($at:ident, line) => {
        $at.line()?
    };
    ($at:ident, text) => {
        $at.text(crate::domain::text::MAX_TEXT)?
    };
    ($at:ident) => {
        $crate::archive::wire::shape::Shape::read(&$at)?
    };
}

/// Writes a value in its form.
macro_rules! write_as {
    ($value:expr, $form:ident) => {
        $value.into()
    };
    ($value:expr) => {
        $crate::archive::wire::shape::Shape::write($value)
    };
}

/// Declares values that are objects: `Type { key: line, key: text, key }`.
macro_rules! shapes {
    ($($type:ident { $($key:ident $(: $form:ident)?),* $(,)? })*) => {$(
        impl $crate::archive::wire::shape::Shape for $type {
            fn read(at: &$crate::archive::at::At<'_>) -> $crate::archive::at::Read<Self> {
                let [$($key),*] = at.object([$(stringify!($key)),*])?;
                Ok(Self { $($key: $crate::archive::wire::shape::read_as!($key $(, $form)?),)* })
            }

            fn write(&self) -> $crate::archive::json::Json<'_> {
                $crate::archive::json::Json::object([
                    $((stringify!($key), $crate::archive::wire::shape::write_as!(&self.$key $(, $form)?)),)*
                ])
            }
        }
    )*};
}

pub(super) use {read_as, shapes, write_as};
