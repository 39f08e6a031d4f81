use super::super::fold::NewForm;
use super::fill::usual_lang;
use crate::app::asking::Asking;
use crate::app::desk::use_desk;
use crate::domain::lang::Lang;
use crate::i18n::Texts;
use crate::platform::clock::now_ms;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, TextField, label, said};
use leptos::prelude::*;

/// What keeps the screen from being handed over.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    Code,
    NotKept,
}

impl Wrong {
    fn tell(self, t: &'static Texts) -> String {
        match self {
            Self::Code => t.survey().mode_error_code,
            Self::NotKept => t.survey().mode_error_keep,
        }
        .to_owned()
    }
}

/// Hands the screen to the customer, who sees the questions and nothing else.
#[component]
pub(super) fn HandOver(shown: Shown, open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let code = RwSignal::new(String::new());
    let lang = RwSignal::new(usual_lang(desk));
    let wrong = RwSignal::new(None::<Wrong>);
    let start = move |_| {
        let asking = code
            .with_untracked(|code| Asking::begin(shown.id.as_str(), code, lang.get_untracked(), now_ms()));
        let Some(asking) = asking else {
            return wrong.set(Some(Wrong::Code));
        };
        leptos::task::spawn_local(async move {
            if !desk.hand_over(&asking).await {
                wrong.try_set(Some(Wrong::NotKept));
            }
        });
    };
    let langs = Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    view! {
        <NewForm
            name=|t| t.survey().mode_title
            save=|t| t.survey().mode_start
            on_save=start
            on_type=move |()| wrong.set(None)
            open=open
        >
            <h3>{said(|t| t.survey().mode_title)}</h3>
            <p>{said(|t| t.survey().mode_about)}</p>
            <div class="survey-code">
                <TextField
                    label=label(|t| t.survey().mode_code)
                    value=code
                    on_type=move |typed| code.set(typed)
                    error=Signal::derive(move || wrong.get().map(|wrong| wrong.tell(desk.t())))
                    keys="numeric"
                    max=4
                />
            </div>
            <Choice
                label=label(|t| t.survey().mode_lang)
                options=Signal::stored(langs)
                value=Signal::derive(move || lang.get().tag().to_owned())
                on_choose=move |tag: String| {
                    if let Some(chosen) = Lang::from_tag(&tag) {
                        lang.set(chosen);
                    }
                }
            />
            <p class="hint">{said(|t| t.survey().mode_protects)}</p>
            <p class="hint">
                {move || match desk.lockable.get() {
                    true => desk.t().survey().mode_forgotten_lock,
                    false => desk.t().survey().mode_forgotten,
                }}
            </p>
        </NewForm>
    }
    .into_any()
}
