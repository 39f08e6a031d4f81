use super::customer_line;
use crate::app::desk::use_desk;
use crate::ui::page::same_customers::Pair;
use crate::ui::part::{Button, Glyph, SearchField, label, live, said};
use leptos::prelude::*;

/// The most customers that are offered.
const OFFERED: usize = 6;

/// Merges the customer with another record that was not suggested: found by name, number or
/// address.
#[component]
pub(super) fn MergeWith(
    /// The customer.
    id: String,
) -> impl IntoView {
    let desk = use_desk();
    let id = StoredValue::new(id);
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(None::<String>);
    let found = Memo::new(move |_| {
        let typed = typed.get();
        if typed.trim().is_empty() {
            return Vec::new();
        }
        desk.index.with(|index| {
            let found = index.find_customers(&typed).into_iter().take(OFFERED);
            found.map(|customer| customer.id.clone()).collect::<Vec<_>>()
        })
    });
    let offers = move || {
        live(move || {
            let found = found.get();
            if typed.with(|typed| typed.trim().is_empty()) || chosen.with(Option::is_some) {
                return None;
            }
            if found.is_empty() {
                return Some(view! { <p class="muted">{said(|t| t.customers().none_found)}</p> }.into_any());
            }
            let row = |id: String| {
                let line = customer_line(desk, &id);
                view! {
                    <li>
                        <button type="button" class="btn btn-quiet" on:click=move |_| chosen.set(Some(id.clone()))>
                            {line}
                        </button>
                    </li>
                }
            };
            let rows: Vec<_> = found.into_iter().map(row).collect();
            Some(view! { <ul aria-label=label(|t| t.people().merge_found)>{rows}</ul> }.into_any())
        })
    };
    let pair = move || {
        live(move || {
            let (here, there) = (id.get_value(), chosen.get()?);
            let since = |id: &str| {
                desk.index.with_untracked(|index| index.customers.get(id).map(|customer| customer.since))
            };
            let older = since(&here) <= since(&there);
            let (one, other) = if older { (here, there) } else { (there, here) };
            let done = move |()| {
                open.set(false);
                chosen.set(None);
                typed.set(String::new());
            };
            Some(
                view! { <ul class="pair-list"><Pair one=one other=other searched=Callback::new(done)/></ul> },
            )
        })
    };
    let search = move |text: String| {
        chosen.set(None);
        typed.set(text);
    };
    let body = live(move || {
        if !open.get() {
            return view! {
                <div class="btn-row">
                    <Button label=|t| t.people().merge_with glyph=Glyph::Merge on_press=move |()| open.set(true)/>
                </div>
            }
            .into_any();
        }
        view! {
            <SearchField
                id="merge-search"
                label=label(|t| t.people().merge_search)
                about=label(|t| t.customers().search_over)
                typed=typed
                on_type=search
            />
            <div aria-live="polite">{offers()}</div>
            {pair()}
            <div class="btn-row">
                <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| {
                    chosen.set(None);
                    open.set(false);
                }/>
            </div>
        }
        .into_any()
    });
    view! {
        <section class="section merge-with no-print">
            <h2>{said(|t| t.people().merge_title)}</h2>
            <p class="muted">{said(|t| t.people().merge_about)}</p>
            {body}
        </section>
    }
    .into_any()
}
