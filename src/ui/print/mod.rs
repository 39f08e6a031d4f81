//! Papers as pages. What the screen shows is what prints: the same elements, the same style
//! sheet (`style/print.css`), the same division into pages.

mod block;
mod lanes;
mod look;
mod measure;
mod sheets;
mod sign;
mod table;

pub(crate) use sheets::Sheets;
