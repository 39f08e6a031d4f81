use crate::app::desk::use_desk;
use crate::app::lettering::{begin, of_customer, today};
use crate::domain::id::CustomerId;
use crate::domain::letter::Purpose;
use crate::ui::page::letters::row_view;
use crate::ui::part::{Button, Glyph, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// The letters that speak to this customer alone, and the way to a new one.
#[component]
pub(super) fn Letters(customer: String) -> impl IntoView {
    let desk = use_desk();
    let day = Memo::new(move |_| today(desk));
    let customer = StoredValue::new(customer);
    let rows = Memo::new(move |_| {
        let Some(day) = day.get() else { return Vec::new() };
        desk.index.with(|index| customer.with_value(|customer| of_customer(index, customer, day)))
    });
    let list = live(move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="muted">{said(|t| t.letter().customer_none)}</p> }.into_any();
        }
        let rows = rows.into_iter().map(|row| view! { <li>{row_view(desk, row, day.get(), None)}</li> });
        view! { <ul class="letter-list">{rows.collect_view()}</ul> }.into_any()
    });
    let new = move |()| {
        if let Some(id) = customer.with_value(|customer| CustomerId::parse(customer)) {
            Route::Letter(begin(desk, Purpose::Customer(id)).to_string()).go();
        }
    };
    view! {
        <section class="section">
            <h2>{said(|t| t.common().letters)}</h2>
            {list}
            <div class="btn-row">
                <Button label=|t| t.letter().customer_new glyph=Glyph::Letter on_press=new/>
            </div>
        </section>
    }
    .into_any()
}
