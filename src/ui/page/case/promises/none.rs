use super::super::Shown;
use super::super::papers::begin_letter;
use crate::app::command::promise;
use crate::app::desk::{Desk, use_desk};
use crate::app::lettering::{in_force, terms_in_force, today};
use crate::domain::case::{Case, Status};
use crate::ui::part::{Glyph, Icon, live, said};
use leptos::prelude::*;

/// That nothing is measured, and what may be done about it.
#[component]
pub(super) fn NonePromised(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown.clone());
    let open = Memo::new(move |_| s.with_value(|shown| shown.read(Case::status)) == Status::Open);
    let customer = move || s.with_value(|shown| shown.read(|case| case.customer().map(ToString::to_string)));
    let letter = Memo::new(move |_| {
        let (customer, today) = (customer(), today(desk)?);
        desk.index.with(|index| Some(in_force(index, customer.as_deref(), today)?.number.clone()))
    });
    let ways = live(move || {
        if !open.get() {
            return ().into_any();
        }
        let apply = letter.get().map(|number| {
            let words = move || desk.t().promise().apply(&number);
            view! {
                <button type="button" class="btn" on:click=move |_| apply(desk, s)>
                    <Icon glyph=Glyph::Clock/>
                    {words}
                </button>
            }
        });
        let write =
            begin_letter(s.with_value(|shown| shown.id.clone()), |t| t.promise().write, "btn btn-quiet");
        view! { <div class="btn-row">{apply} {write}</div> }.into_any()
    });
    view! { <p class="muted">{said(|t| t.promise().none)}</p> {ways} }.into_any()
}

/// Lets the promises of the letter in force hold from now on.
fn apply(desk: Desk, s: StoredValue<Shown>) {
    let shown = s.get_value();
    let customer = shown.case_untracked().customer().map(ToString::to_string);
    leptos::task::spawn_local(async move {
        let Some(terms) = terms_in_force(desk, customer.as_deref()).await else { return };
        let number = terms.number.clone();
        desk.save(promise(&desk.pen(), &shown.id, terms));
        desk.say(untrack(|| desk.t()).promise().applied(&number), Some(shown.id));
    });
}
