use crate::ui::part::{Text, said};
use leptos::prelude::*;

/// What each figure means.
#[component]
pub(super) fn Definitions() -> impl IntoView {
    let each: [(Text, Text); 10] = [
        (|t| t.promise_report().made, |t| t.promise_report().def_made),
        (|t| t.promise_report().kept, |t| t.promise_report().def_kept),
        (|t| t.promise_report().late, |t| t.promise_report().def_late),
        (|t| t.promise_report().broken, |t| t.promise_report().def_broken),
        (|t| t.promise_report().percent_head, |t| t.promise_report().def_percent),
        (|t| t.promise_report().running, |t| t.promise_report().def_running),
        (|t| t.promise_report().median, |t| t.promise_report().def_median),
        (|t| t.promise_report().ninetieth, |t| t.promise_report().def_ninetieth),
        (|t| t.promise_report().by_customer, |t| t.promise_report().def_by_customer),
        (|t| t.promise_report().by_supplier, |t| t.promise_report().def_by_supplier),
    ];
    let shop: (Text, Text) = (|t| t.promise_report().by_shop, |t| t.promise_report().def_by_shop);
    let row = |(name, words): (Text, Text)| view! { <dt>{said(name)}</dt> <dd>{said(words)}</dd> };
    view! {
        <section class="section report-definitions">
            <h2>{said(|t| t.promise_report().definitions)}</h2>
            <p>{said(|t| t.promise_report().def_period)}</p>
            <dl>{each.into_iter().chain([shop]).map(row).collect_view()}</dl>
            <p>{said(|t| t.promise_report().def_time)}</p>
        </section>
    }
    .into_any()
}
