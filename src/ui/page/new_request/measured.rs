use super::form::Form;
use crate::app::desk::use_desk;
use crate::app::lettering::{in_force, terms_in_force, today};
use crate::app::promising::desk::speak;
use crate::app::promising::{first_answer, limit_words};
use crate::domain::case::Urgency;
use crate::domain::promise::{PromiseKind, Terms};
use crate::i18n::{Named, Texts};
use crate::ui::part::{Glyph, Icon, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What is said of promises at the counter: those that somebody has to keep first.
const FIRST: [PromiseKind; 3] = [PromiseKind::FirstResponse, PromiseKind::Emergency, PromiseKind::Plan];

/// By which letter the request will be measured, or that nothing will be.
#[component]
pub(super) fn MeasuredBy(form: Form) -> impl IntoView {
    let desk = use_desk();
    // The letter's id, its number and whose own it is.
    let letter = Memo::new(move |_| {
        let (customer, today) = (form.customer.get(), today(desk)?);
        desk.index.with(|index| {
            let letter = in_force(index, customer.as_deref(), today)?;
            let own = (!letter.customer.is_empty())
                .then(|| index.customer_name(customer.as_deref().unwrap_or_default()).to_owned());
            Some((letter.id.clone(), letter.number.clone(), own))
        })
    });
    let terms = RwSignal::new(None::<Terms>);
    Effect::new(move |_| {
        let known = letter.get().is_some();
        let customer = form.customer.get_untracked();
        terms.set(None);
        if known {
            leptos::task::spawn_local(async move {
                let found = terms_in_force(desk, customer.as_deref()).await;
                // Another customer may have been chosen meanwhile.
                if form.customer.try_get_untracked() == Some(customer) {
                    terms.try_set(found);
                }
            });
        }
    });
    live(move || {
        let Some((id, number, own)) = letter.get() else {
            return view! {
                <p class="measured-by muted">
                    <Icon glyph=Glyph::Clock/>
                    <span>
                        {said(|t| t.promise().intake_none)} " "
                        <a href=Route::Letters.href()>{said(|t| t.promise().intake_letters)}</a>
                    </span>
                </p>
            }
            .into_any();
        };
        let terms = terms.get();
        let promises = terms.as_ref().map(|terms| promises(desk.t(), terms, form.urgency.get()));
        let promises = promises.unwrap_or_default();
        let p = desk.t().promise();
        let words = match own {
            Some(customer) => p.intake_own(&customer, &number),
            None => p.by_letter(&number),
        };
        let promises = (!promises.is_empty()).then(|| p.intake_promises(&promises));
        let answer = terms.and_then(|terms| speak(desk, &[], |of| first_answer(of, &terms)));
        view! {
            <p class="measured-by">
                <Icon glyph=Glyph::Clock/>
                <span>
                    <a href=Route::Letter(id).href()>{words}</a> {promises}
                    {answer.map(|words| view! { <br/> {words} })}
                </span>
            </p>
        }
        .into_any()
    })
    .into_any()
}

/// What is promised first, in a few words.
fn promises(t: &'static Texts, terms: &Terms, urgency: Urgency) -> String {
    let of_now = |kind: &&PromiseKind| **kind != PromiseKind::Emergency || urgency == Urgency::Emergency;
    let named = FIRST.iter().filter(of_now).filter_map(|kind| {
        let limit = limit_words(t, terms, *kind)?;
        Some(t.promise().intake_promise(&kind.name(t), &limit))
    });
    named.collect::<Vec<_>>().join(t.common().comma)
}
