use super::kept::{KeptLine, Wrong};
use super::shop::set;
use crate::app::desk::use_desk;
use crate::app::notices::Wanted;
use crate::app::notifying::{wanted, wish};
use crate::domain::id::StaffId;
use crate::domain::letter::ParameterError;
use crate::domain::promise::PromiseRules;
use crate::domain::shop::{Shop, ShopField};
use crate::domain::text::decimal;
use crate::platform::notify::{self, Permission};
use crate::ui::part::{Choice, ChoiceOption, Select, label, live, said};
use leptos::prelude::*;
use std::sync::Arc;

/// How the shop watches its promises, and what is told on this device.
#[component]
pub(super) fn ShopPromises(
    /// The shop as it is now.
    shop: Memo<Shop>,
) -> impl IntoView {
    let desk = use_desk();
    let rules = Memo::new(move |_| shop.with(Shop::promises));
    let put = move |rules: PromiseRules| set(desk, shop, ShopField::PromiseRules(rules));
    let (least, most) = PromiseRules::WARNING;
    let warn = move |typed: String| {
        let share = decimal(&typed).and_then(|typed| typed.parse::<u32>().ok());
        match share.filter(|share| (least..=most).contains(share)) {
            Some(warn_percent) => put(PromiseRules { warn_percent, ..rules.get_untracked() }),
            None => Some(Arc::new(ParameterError::Range(least, most)) as Wrong),
        }
    };
    let people = Signal::derive(move || {
        let chosen = rules.with(|rules| rules.escalate_to.clone());
        let here =
            |id: &StaffId, active: Option<&bool>| active != Some(&false) || chosen.as_ref() == Some(id);
        let staff = desk.staff().into_iter().filter(|(id, staff)| here(id, staff.active()));
        let option = |(id, staff): (StaffId, crate::domain::staff::Staff)| {
            ChoiceOption::new(id.as_str(), staff.name().cloned().unwrap_or_default())
        };
        let nobody = ChoiceOption::new("", desk.t().hours().escalate_none);
        std::iter::once(nobody).chain(staff.map(option)).collect::<Vec<_>>()
    });
    let escalate_to =
        move || rules.with(|rules| rules.escalate_to.as_ref().map(ToString::to_string)).unwrap_or_default();
    view! {
        <section class="section card">
            <h2>{said(|t| t.hours().watch_title)}</h2>
            <p class="muted">{said(|t| t.hours().watch_text)}</p>
            <KeptLine
                label=label(|t| t.hours().warn)
                value=Signal::derive(move || rules.with(|rules| rules.warn_percent.to_string()))
                keep=warn
                hint=Signal::derive(move || desk.t().hours().warn_hint(&least, &most))
                keys="numeric"
            />
            <Select
                label=label(|t| t.hours().escalate)
                options=people
                value=Signal::derive(escalate_to)
                on_choose=move |id: String| {
                    put(PromiseRules { escalate_to: StaffId::parse(&id), ..rules.get_untracked() });
                }
            />
            <p class="hint">{said(|t| t.hours().escalate_hint)}</p>
            <Notifications/>
        </section>
    }
    .into_any()
}

/// What is told on this device. The browser is asked when somebody wants it, and only then.
#[component]
fn Notifications() -> impl IntoView {
    let desk = use_desk();
    let told = RwSignal::new(wanted());
    let permission = RwSignal::new(notify::permission());
    let options = Signal::derive(move || {
        let t = desk.t().hours();
        [("", t.notify_off), (Wanted::Mine.note(), t.notify_mine), (Wanted::All.note(), t.notify_all)]
            .map(|(value, words)| ChoiceOption::new(value, words))
            .to_vec()
    });
    let choose = move |note: String| {
        let chosen = Wanted::parse(&note);
        told.set(chosen);
        if chosen.is_none() {
            return wish(desk, None);
        }
        leptos::task::spawn_local(async move {
            let answer = notify::ask().await;
            let t = untrack(|| desk.t()).hours();
            let shown = answer == Permission::Granted
                && notify::show(t.notify_begin, t.notify_begin_body, "casebook", || {});
            // Granted, and yet it shows none: pages on phones may not.
            let answer = if answer == Permission::Granted && !shown { Permission::Missing } else { answer };
            let kept = chosen.filter(|_| answer == Permission::Granted);
            wish(desk, kept);
            told.try_set(kept);
            permission.try_set(answer);
        });
    };
    let words = live(move || {
        let refused = match permission.get() {
            Permission::Refused => Some(said(|t| t.hours().notify_refused)),
            Permission::Missing => Some(said(|t| t.hours().notify_missing)),
            Permission::NotAsked if told.get().is_some() => Some(said(|t| t.hours().notify_unasked)),
            Permission::Granted if told.get() == Some(Wanted::Mine) && desk.me.get().is_none() => {
                Some(said(|t| t.hours().notify_nobody))
            }
            Permission::NotAsked | Permission::Granted => None,
        };
        refused.map(|words| view! { <p class="field-error">{words}</p> })
    });
    view! {
        <Choice
            label=label(|t| t.hours().notify)
            options=options
            value=Signal::derive(move || told.get().map_or("", Wanted::note).to_owned())
            on_choose=choose
        />
        <p class="hint">{said(|t| t.hours().notify_text)}</p>
        <div role="status">{words}</div>
    }
    .into_any()
}
