//! The three languages. The texts stand in `locales/`; one that a language lacks does not
//! compile (see `build.rs`).

pub mod activity_words;
pub mod archive_words;
pub mod care;
pub mod complaint;
pub mod hours;
pub mod improvement;
pub mod job;
pub mod money;
mod name;
mod paper_name;
mod people;
pub mod process;
pub mod promise;
pub mod sheet_words;
pub mod survey;
pub mod waiting;
pub mod when;
mod work;

pub use name::Named;

use crate::domain::lang::Lang;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The texts in a language.
#[must_use]
pub fn texts(lang: Lang) -> &'static Texts {
    static TEXTS: [Texts; 3] =
        [Texts { lang: Lang::ZhCn }, Texts { lang: Lang::ZhTw }, Texts { lang: Lang::En }];
    &TEXTS[lang as usize]
}
