use super::customer::{customer_line, differing};
use crate::app::command;
use crate::app::desk::use_desk;
use crate::domain::customer::Detail;
use crate::domain::id::CustomerId;
use crate::i18n::Named;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Choice, ChoiceOption, Empty, Glyph, Icon, label, live, said};
use crate::ui::route::Route;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The most pairs that are shown at once.
const SHOWN: usize = 20;

/// Pairs of records that may be of the same person: merged, or kept apart for good.
#[component]
pub(crate) fn SameCustomers() -> impl IntoView {
    let desk = use_desk();
    let pairs = Memo::new(move |_| desk.index.with(|index| index.maybe_same()));
    let none = Memo::new(move |_| pairs.with(Vec::is_empty));
    let empty = live(move || none.get().then(|| view! { <Empty text=label(|t| t.people().same_none)/> }));
    view! {
        <div class="page">
            <p class="back-link">
                <a href=Route::Customers.href()><Icon glyph=Glyph::Back/>{said(|t| t.common().customers)}</a>
            </p>
            <div class="page-head"><h1>{said(|t| t.people().same_title)}</h1></div>
            <p class="muted">{said(|t| t.people().same_about)}</p>
            {empty}
            <ul class="pair-list">
                <For
                    each=move || pairs.get().into_iter().take(SHOWN)
                    key=Clone::clone
                    children=|(one, other)| view! { <Pair one=one other=other/> }
                />
            </ul>
        </div>
    }
    .into_any()
}

/// Two records side by side.
#[component]
pub(super) fn Pair(
    one: String,
    other: String,
    /// Called once they were merged, where somebody searched for the other one.
    #[prop(optional)]
    searched: Option<Callback<()>>,
) -> impl IntoView {
    let desk = use_desk();
    let name = {
        let (one, other) = (one.clone(), other.clone());
        Signal::derive(move || {
            desk.index.with(|index| [index.customer_name(&one), " / ", index.customer_name(&other)].concat())
        })
    };
    let ids = [one.clone(), other.clone()];
    let people = [one, other].map(|id| desk.person(move || Some(id.clone())));
    let both = Memo::new(move |_| Some((people[0].get()?, people[1].get()?)));
    // The place of the record whose value was chosen for a detail.
    let chosen = RwSignal::new(BTreeMap::<Detail, usize>::new());
    let wrong = RwSignal::new(None::<command::MergeError>);
    let leads = Memo::new(move |_| {
        both.with(|both| {
            both.as_ref().and_then(|(one, other)| Some([one.first()?.clone(), other.first()?.clone()]))
        })
    });
    let choices = live(move || {
        let leads = leads.get()?;
        let row = |(detail, values): (Detail, Vec<String>)| {
            let options: Vec<_> = values
                .into_iter()
                .enumerate()
                .filter(|(_, value)| !value.is_empty())
                .map(|(at, value)| ChoiceOption::new(at.to_string(), value))
                .collect();
            let question = desk.t().people().which_counts(&detail.name(desk.t()));
            view! {
                <Choice
                    label=question
                    options=options
                    value=Signal::derive(move || chosen.with(|all| all.get(&detail).copied().unwrap_or(0)).to_string())
                    on_choose=move |at: String| {
                        chosen.update(|all| {
                            all.insert(detail, at.parse().unwrap_or(0));
                        });
                    }
                />
            }
        };
        Some(differing(desk, &leads).into_iter().map(row).collect_view())
    });
    let merge = move |()| {
        let (Some((one, other)), Some(leads)) = (both.get_untracked(), leads.get_untracked()) else { return };
        let chosen: Vec<(Detail, CustomerId)> = chosen
            .get_untracked()
            .into_iter()
            .filter_map(|(detail, at)| Some((detail, leads.get(at)?.0.clone())))
            .collect();
        match command::merge_customers(&desk.pen(), &one, &other, &chosen) {
            Ok(records) => {
                desk.save(records);
                desk.say(desk.t().people().merged, None);
                if let Some(searched) = searched {
                    searched.run(());
                }
            }
            Err(error) => wrong.set(Some(error)),
        }
    };
    let apart = move |()| {
        if let Some([one, other]) = leads.get_untracked() {
            desk.save(command::keep_apart(&desk.pen(), &one, &other));
        }
    };
    let error = live(move || {
        wrong.get().map(|error| view! { <p class="field-error" role="alert">{error.tell(desk.t())}</p> })
    });
    let heads = ids.into_iter().enumerate().map(|(at, id)| {
        let which = if at == 0 { said(|t| t.people().older) } else { said(|t| t.people().newer) };
        let href = Route::Customer(id.clone()).href();
        view! {
            <div class="pair-side">
                <p class="small muted">{which}</p>
                <p><a href=href>{move || customer_line(desk, &id)}</a></p>
            </div>
        }
    });
    view! {
        <li class="card section" role="group" aria-label=name>
            <div class="pair">{heads.collect_view()}</div>
            {choices}
            {error}
            <div class="btn-row">
                <Button label=|t| t.people().merge class="btn btn-primary" glyph=Glyph::Merge on_press=merge/>
                {searched.is_none().then(|| view! { <Button label=|t| t.people().two_people on_press=apart/> })}
            </div>
        </li>
    }
    .into_any()
}
