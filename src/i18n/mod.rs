//! The three languages. The texts stand in `locales/`; one that a language lacks does not
//! compile (see `build.rs`).

pub mod archive_words;
pub mod money;
mod name;
pub mod when;
mod work;

pub use name::Named;

use crate::domain::lang::Lang;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The texts in a language.
#[must_use]
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::ZhCn => &ZH_CN,
        Lang::ZhTw => &ZH_TW,
        Lang::En => &EN,
    }
}
