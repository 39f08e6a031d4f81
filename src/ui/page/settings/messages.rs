use super::kept::Wrong;
use super::shop::set;
use crate::app::desk::use_desk;
use crate::app::messages::{built_in, check_template, placeholder_names};
use crate::domain::lang::Lang;
use crate::domain::message::{MessageMoment, MessageTemplates};
use crate::domain::shop::{Shop, ShopField};
use crate::domain::text::{MAX_TEXT, optional};
use crate::i18n::Named;
use crate::ui::part::{Choice, ChoiceOption, TextArea, label, said};
use leptos::prelude::*;
use std::sync::Arc;

/// What the shop says to customers in its own words.
#[component]
pub(super) fn ShopMessages(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let lang = RwSignal::new(desk.lang.get_untracked());
    let own = Memo::new(move |_| shop.with(|shop| shop.message_templates().cloned()).unwrap_or_default());
    let langs = Lang::ALL.map(|lang| ChoiceOption::new(lang.tag(), lang.own_name())).to_vec();
    let fields =
        MessageMoment::ALL.map(|moment| view! { <Words shop=shop own=own lang=lang moment=moment/> });
    let hint = move || desk.t().message().templates_hint(&placeholder_names(lang.get()));
    view! {
        <section class="section card">
            <h2>{said(|t| t.message().templates_title)}</h2>
            <p class="muted">{said(|t| t.message().templates_text)}</p>
            <details class="disclosure">
                <summary>{said(|t| t.message().templates_open)}</summary>
                <div class="care-fields">
                <Choice
                    label=label(|t| t.message().lang)
                    options=Signal::stored(langs)
                    value=Signal::derive(move || lang.get().tag().to_owned())
                    on_choose=move |tag: String| {
                        if let Some(chosen) = Lang::from_tag(&tag) {
                            lang.set(chosen);
                        }
                    }
                />
                <p class="hint">{hint}</p>
                {fields.into_iter().collect_view()}
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// The words for one occasion, kept when the field is left. What is not sound stays there.
#[component]
fn Words(
    /// The shop as it is now.
    shop: Memo<Shop>,
    /// All of its own words.
    own: Memo<MessageTemplates>,
    /// In which language.
    lang: RwSignal<Lang>,
    /// For which occasion.
    moment: MessageMoment,
) -> impl IntoView {
    let desk = use_desk();
    let kept = Memo::new(move |_| own.with(|own| own.text(moment, lang.get()).to_owned()));
    let wrong = RwSignal::new(None::<(String, Wrong)>);
    Effect::new(move |_| {
        kept.track();
        lang.track();
        wrong.set(None);
    });
    let keep = move |typed: String| {
        let sound = match (optional(&typed, MAX_TEXT), check_template(&typed)) {
            (Err(error), _) => Err(Arc::new(error) as Wrong),
            (_, Err(error)) => Err(Arc::new(error) as Wrong),
            (Ok(text), Ok(())) => Ok(text),
        };
        wrong.set(match sound {
            Ok(text) => {
                let all = own.get_untracked().with(moment, lang.get_untracked(), text);
                set(desk, shop, ShopField::MessageTemplates(all)).map(|wrong| (typed.clone(), wrong))
            }
            Err(wrong) => Some((typed, wrong)),
        });
    };
    let value = move || wrong.get().map_or_else(|| kept.get(), |(typed, _)| typed);
    view! {
        <TextArea
            label=Signal::derive(move || moment.name(desk.t()).to_owned())
            value=Signal::derive(value)
            on_commit=keep
            error=Signal::derive(move || wrong.get().map(|(_, wrong)| wrong.tell(desk.t())))
            placeholder=Signal::derive(move || built_in(moment, lang.get()))
            rows=6
        />
    }
    .into_any()
}
