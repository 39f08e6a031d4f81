//! The options that the customer can choose from, side by side.

mod card;
mod choosing;
mod line;
mod one;
mod quote;
mod words;

use crate::app::command::{QuoteError, put_solution};
use crate::app::desk::{Desk, use_desk};
use crate::domain::id::SolutionId;
use crate::domain::quote::Solution;
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, TextField, label, live, said};
use crate::ui::route::{Part, Route};
use card::OptionCard;
use leptos::prelude::*;

/// The options, and a place for the next.
#[component]
pub(super) fn Options(shown: Shown) -> impl IntoView {
    let payments = Route::CasePart(shown.id.to_string(), Part::Payments).href();
    let s = StoredValue::new(shown);
    let ids = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| case.solutions().into_iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
        })
    });
    let empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let intro = live(move || {
        if empty.get() {
            said(|t| t.options().none).into_any()
        } else {
            said(|t| t.options().intro).into_any()
        }
    });
    view! {
        <p class="muted">{intro}</p>
        <NewOption shown=s/>
        <div class="options">
            <For each=move || ids.get() key=Clone::clone let:id><OptionCard shown=s id=id ids=ids/></For>
        </div>
        <p>
            <a class="btn" href=payments>
                {said(|t| t.options().to_payments)}
                <Icon glyph=Glyph::Forward/>
            </a>
        </p>
    }
    .into_any()
}

/// A new option: a name is enough.
#[component]
fn NewOption(shown: StoredValue<Shown>) -> impl IntoView {
    let desk = use_desk();
    let title = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<QuoteError>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match add(desk, &shown.get_value(), title.get_untracked()) {
            Ok(()) => {
                title.set(String::new());
                wrong.set(None);
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    view! {
        <form class="inline-form new-option" novalidate on:submit=add>
            <TextField
                label=label(|t| t.options().new_title)
                value=title
                on_type=move |typed| title.set(typed)
                error=Signal::derive(move || wrong.get().map(|error| error.tell(desk.t())))
            />
            <button type="submit" class="btn btn-primary">
                <Icon glyph=Glyph::Plus/>
                {said(|t| t.options().add)}
            </button>
        </form>
    }
    .into_any()
}

fn add(desk: Desk, shown: &Shown, title: String) -> Result<(), QuoteError> {
    let includes_tax = untrack(|| desk.shop()).prices_include_tax() == Some(&true);
    let solution = Solution { title, includes_tax, ..Solution::default() };
    let id = SolutionId::from_random(random::bits());
    desk.save(put_solution(&desk.pen(), &shown.id, &shown.case_untracked(), &id, solution)?);
    Ok(())
}
