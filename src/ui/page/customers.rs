use super::customer::AddCustomer;
use crate::app::desk::{Desk, use_desk};
use crate::domain::importance::Importance;
use crate::i18n::Named;
use crate::search::summary::CustomerSummary;
use crate::ui::part::{ChoiceOption, Empty, Glyph, Icon, SearchField, Select, WindowList, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::collections::HashMap;

/// How many cases each customer has, by id.
type Counts = Memo<HashMap<String, usize>>;

/// The customers, found as somebody types; who came last stands first.
#[component]
pub(crate) fn Customers() -> impl IntoView {
    let desk = use_desk();
    let typed = desk.lists.customers;
    let adding = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let (importance, tag) = (of_place(&desk.lists.importance.get()), desk.lists.tag.get());
        desk.index.with(|index| {
            let mut found = typed.with(|typed| index.customers_by_visit(typed));
            found.retain(|(id, _)| index.is_marked(id, importance, &tag));
            found
        })
    });
    let keys =
        Memo::new(move |_| found.with(|found| found.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()));
    let counts: Counts = Memo::new(move |_| found.with(|found| found.iter().cloned().collect()));
    let none = Memo::new(move |_| keys.with(Vec::is_empty));
    let count = move || match keys.with(Vec::len) {
        1 => desk.t().customers().count_one.to_owned(),
        count => desk.t().customers().count(&count),
    };
    let list = move || {
        if none.get() {
            let text = move || match typed.with(String::is_empty) {
                true => desk.t().customers().none_yet.to_owned(),
                false => desk.t().customers().none_found.to_owned(),
            };
            return view! { <Empty text=Signal::derive(text)/> }.into_any();
        }
        view! {
            <WindowList
                label=label(|t| t.common().customers)
                keys=keys
                row_height=60
                narrow_row_height=84
                row=move |id: String| customer_row(desk, counts, id)
                place=desk.lists.customers_place
            />
        }
        .into_any()
    };
    let pairs = Memo::new(move |_| desk.index.with(|index| index.maybe_same().len()));
    let maybe_same = live(move || {
        let words = match pairs.get() {
            0 => return None,
            1 => desk.t().people().maybe_one.to_owned(),
            count => desk.t().people().maybe(&count),
        };
        Some(view! { <a href=Route::SameCustomers.href()>{words}</a> })
    });
    view! {
        <div class="page">
            <div class="page-head">
                <h1>{said(|t| t.common().customers)}</h1>
                <button type="button" class="btn" on:click=move |_| adding.set(true)>
                    <Icon glyph=Glyph::Plus/>
                    {said(|t| t.customers().add)}
                </button>
            </div>
            <SearchField
                id="customer-search"
                label=label(|t| t.common().search)
                about=label(|t| t.customers().search_over)
                typed=typed
                on_type=move |text: String| typed.set(text)
            />
            <MarkFilters/>
            <div class="list-head"><p role="status">{count}</p> {maybe_same}</div>
            {list}
        </div>
        <AddCustomer open=adding/>
    }
    .into_any()
}

/// The importance at a place of the list, as a list box names it.
fn of_place(at: &str) -> Option<Importance> {
    Importance::ALL.get(at.parse::<usize>().ok()?).copied()
}

/// Narrows the list to a tag and an importance, once somebody has a tag or an importance.
#[component]
fn MarkFilters() -> impl IntoView {
    let desk = use_desk();
    let (importance, tag) = (desk.lists.importance, desk.lists.tag);
    let marked = Memo::new(move |_| {
        desk.index.with(|index| {
            let marked = |one: &CustomerSummary| one.importance().is_some() || one.tags().next().is_some();
            index.customers.values().any(marked)
        })
    });
    let importances = move || {
        let any = ChoiceOption::new("", desk.t().people().importance_any);
        let each = Importance::ALL.iter().enumerate();
        let each = each.map(|(at, one)| ChoiceOption::new(at.to_string(), one.name(desk.t())));
        std::iter::once(any).chain(each).collect()
    };
    let tags = move || {
        let any = ChoiceOption::new("", desk.t().people().tag_any);
        let each = desk.index.with(|index| index.tags());
        std::iter::once(any).chain(each.into_iter().map(|tag| ChoiceOption::new(tag.clone(), tag))).collect()
    };
    live(move || {
        marked.get().then(|| {
            view! {
                <div class="mark-filters">
                    <Select
                        label=label(|t| t.people().importance)
                        options=Signal::derive(importances)
                        value=importance
                        on_choose=move |chosen: String| importance.set(chosen)
                    />
                    <Select
                        label=label(|t| t.people().tags)
                        options=Signal::derive(tags)
                        value=tag
                        on_choose=move |chosen: String| tag.set(chosen)
                    />
                </div>
            }
        })
    })
}

fn customer_row(desk: Desk, counts: Counts, id: String) -> AnyView {
    let href = Route::Customer(id.clone()).href();
    let cells = move || {
        let t = desk.t();
        desk.index.with(|index| {
            let customer = index.customers.get(&id)?;
            let face = index.customer(&id)?;
            let name = if face.name.is_empty() { t.cases().unnamed } else { face.name }.to_owned();
            let importance = customer.importance().filter(|one| *one == Importance::Key);
            let key = importance.map(|one| view! { " " <span class="tag tag-accent">{one.name(t)}</span> });
            let tags = customer.tags().map(|tag| view! { " " <span class="tag">{tag.to_owned()}</span> }).collect_view();
            let count = match counts.with(|counts| counts.get(&id).copied().unwrap_or(0)) {
                0 => String::new(),
                1 => t.cases().count_one.to_owned(),
                count => t.cases().count(&count),
            };
            Some(view! {
                <span class="customer-name">
                    {name}
                    {key}
                    {tags}
                    {(customer.conflicts > 0).then(|| {
                        view! { " " <span class="tag tag-warn"><Icon glyph=Glyph::Merge/>{t.cases().to_settle}</span> }
                    })}
                </span>
                <span class="customer-phone figure">{face.phone.to_owned()}</span>
                <span class="customer-address">{face.address.to_owned()}</span>
                <span class="customer-count figure">{count}</span>
            })
        })
    };
    view! { <a class="row-link customer-row" href=href>{cells}</a> }.into_any()
}
