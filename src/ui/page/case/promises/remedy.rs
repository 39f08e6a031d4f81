use super::Clocks;
use crate::app::command::{PromiseError, remedy_promise};
use crate::app::desk::Desk;
use crate::domain::promise::{Judged, Remedied, RemedyWay};
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::page::case_part::typed::{pick, words};
use crate::ui::part::{Button, said};
use leptos::prelude::*;

pub(super) fn title(desk: Desk, judged: &Judged) -> String {
    desk.t().promise().remedy_title(&judged.kind.name(desk.t()))
}

/// What the customer got because a promise was broken.
pub(super) fn form(clocks: Clocks) -> AnyView {
    let desk = clocks.desk;
    let Some(judged) = untrack(|| clocks.asked()) else { return ().into_any() };
    let way = RwSignal::new(RemedyWay::AsPromised);
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<PromiseError>);
    let promised = clocks.shown.with_value(|shown| {
        shown.case_untracked().terms().map(|held| held.value.remedy.clone()).unwrap_or_default()
    });
    let promised = move || {
        let p = desk.t().promise();
        if promised.is_empty() { p.remedy_none.to_owned() } else { p.remedy(&promised) }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let shown = clocks.shown.get_value();
        let done = Remedied {
            promise: judged.kind,
            started: judged.started,
            way: way.get_untracked(),
            words: text.get_untracked(),
        };
        match remedy_promise(&desk.pen(), &shown.id, done) {
            Ok(records) => {
                desk.save(records);
                desk.say(untrack(|| desk.t()).promise().remedy_noted, Some(shown.id));
                clocks.remedy.set(false);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let words_wrong = Signal::derive(move || match wrong.get()? {
        PromiseError::Words(error) => Some(error.tell(desk.t())),
        PromiseError::BeforeRequest | PromiseError::Ahead => None,
    });
    view! {
        <form class="care-fields" novalidate on:submit=save on:input=move |_| wrong.set(None)>
            <p>{promised}</p>
            {pick(|t| t.promise().remedy_way, &RemedyWay::ALL, way)}
            {words(|t| t.promise().remedy_words, text, words_wrong, 2)}
            <p class="hint">{said(|t| t.promise().remedy_words_hint)}</p>
            <div class="btn-row">
                <button type="submit" class="btn btn-primary">{said(|t| t.promise().save)}</button>
                <Button
                    label=|t| t.common().cancel
                    class="btn btn-quiet"
                    on_press=move |()| clocks.remedy.set(false)
                />
            </div>
        </form>
    }
    .into_any()
}
