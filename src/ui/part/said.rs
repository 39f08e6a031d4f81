use crate::app::desk::use_desk;
use crate::i18n::Texts;
use leptos::prelude::*;

/// Where a text stands among the texts.
pub(crate) type Text = fn(&'static Texts) -> &'static str;

/// A text of the screen, said anew when the language changes. That every text is of this one
/// type keeps the page small: each closure of its own would be compiled with its own view.
pub(crate) fn said(text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let desk = use_desk();
    move || text(desk.t())
}

/// A text of the screen where a part wants a label.
pub(crate) fn label(text: Text) -> Signal<String> {
    let said = said(text);
    Signal::derive(move || said().to_owned())
}
