use super::kept::{KeptLine, Wrong};
use super::shop::set;
use crate::app::desk::{Desk, use_desk};
use crate::domain::follow_up::{FollowUpRules, Interval};
use crate::domain::id::ProcessId;
use crate::domain::importance::Importance;
use crate::domain::shop::{Shop, ShopField};
use crate::i18n::Named;
use crate::i18n::care::intervals_words;
use crate::ui::part::{Button, ChoiceOption, Select, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// When customers are asked again after delivery.
#[component]
pub(super) fn ShopFollowUps(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let rules = Memo::new(move |_| shop.with(Shop::follow_ups));
    let own = Memo::new(move |_| rules.with(FollowUpRules::processes));
    let groups = live(move || {
        let group = |process: ProcessId| own_rules(desk, shop, rules, process);
        own.get().into_iter().map(group).collect_view()
    });
    let others = move || {
        let choose = ChoiceOption::new("", desk.t().care().rules_choose);
        let known = own.get();
        let faces = desk.process_faces().into_iter();
        let new = faces.filter(|face| !known.iter().any(|id| id.as_str() == face.id));
        std::iter::once(choose)
            .chain(new.map(|face| ChoiceOption::new(face.id, face.name)))
            .collect::<Vec<_>>()
    };
    let add = move |id: String| {
        let Some(process) = ProcessId::parse(&id) else { return };
        // They begin as what holds so far.
        let all = Importance::ALL.into_iter().fold(rules.get_untracked(), |all, importance| {
            let after = all.after(importance, None).to_vec();
            all.with(importance, Some(process.clone()), Some(after))
        });
        set(desk, shop, ShopField::FollowUpRules(all));
    };
    let usual = live(move || {
        (rules.get() != FollowUpRules::default()).then(|| {
            let back = move |()| {
                set(desk, shop, ShopField::FollowUpRules(FollowUpRules::default()));
            };
            view! { <Button label=|t| t.care().rules_usual class="btn btn-quiet" on_press=back/> }
        })
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.care().rules_title)}</h2>
            <p class="muted">{said(|t| t.care().rules_text)}</p>
            <details class="disclosure">
                <summary>{said(|t| t.care().rules_open)}</summary>
                <div class="care-fields">
                <h3>{said(|t| t.care().rules_general)}</h3>
                {lines(desk, shop, rules, None)}
                {groups}
                <Select
                    label=label(|t| t.care().rules_add)
                    options=Signal::derive(others)
                    value=Signal::stored(String::new())
                    on_choose=add
                />
                {usual}
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// The rules of one kind of service, and the way back to the general ones.
fn own_rules(desk: Desk, shop: Memo<Shop>, rules: Memo<FollowUpRules>, process: ProcessId) -> AnyView {
    let id = process.clone();
    let name = move || {
        let faces = desk.process_faces();
        let face = faces.iter().find(|face| face.id == id.as_str());
        face.map_or_else(|| id.to_string(), |face| face.name.to_owned())
    };
    let dropped = process.clone();
    let drop_all = move |_| {
        let all = Importance::ALL
            .into_iter()
            .fold(rules.get_untracked(), |all, importance| all.with(importance, Some(dropped.clone()), None));
        set(desk, shop, ShopField::FollowUpRules(all));
    };
    let title = name.clone();
    view! {
        <h3>{title}</h3>
        {lines(desk, shop, rules, Some(process))}
        <button type="button" class="btn btn-quiet" on:click=drop_all>
            {move || desk.t().care().rules_drop(&name())}
        </button>
    }
    .into_any()
}

/// A line for each importance.
fn lines(desk: Desk, shop: Memo<Shop>, rules: Memo<FollowUpRules>, process: Option<ProcessId>) -> AnyView {
    let line = move |importance: Importance| {
        let process = StoredValue::new(process.clone());
        let words = move || {
            rules.with(|rules| {
                process.with_value(|process| {
                    let rule = rules.rule(importance, process.as_ref());
                    intervals_words(desk.t(), rule.map_or(&[], |rule| &rule.after))
                })
            })
        };
        let keep = move |typed: String| match Interval::parse_list(&typed) {
            Ok(after) => {
                let all = rules.get_untracked().with(importance, process.get_value(), Some(after));
                set(desk, shop, ShopField::FollowUpRules(all))
            }
            Err(error) => Some(Arc::new(error) as Wrong),
        };
        view! {
            <KeptLine
                label=Signal::derive(move || importance.name(desk.t()).to_owned())
                value=Signal::derive(words)
                keep=keep
            />
        }
    };
    view! {
        {Importance::ALL.map(line).into_iter().collect_view()}
        <p class="hint">{said(|t| t.care().rules_hint)}</p>
    }
    .into_any()
}
