use super::{Choice, ChoiceOption};
use crate::app::desk::use_desk;
use crate::domain::lang::Lang;
use leptos::prelude::*;

/// The choice of the screen's language, each by its own name.
#[component]
pub(crate) fn LanguageChoice() -> impl IntoView {
    let desk = use_desk();
    let options: Vec<ChoiceOption> =
        Lang::ALL.into_iter().map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).collect();
    view! {
        <Choice
            label=Signal::derive(move || desk.t().common().language.to_owned())
            options=Signal::stored(options)
            value=Signal::derive(move || desk.lang.get().tag().to_owned())
            on_choose=move |tag: String| {
                if let Some(lang) = Lang::from_tag(&tag) {
                    desk.set_lang(lang);
                }
            }
        />
    }
}
