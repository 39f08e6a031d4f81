use crate::app::desk::{lock_noted, use_desk};
use crate::app::locking::MINUTES;
use crate::app::locking::watch::{NotSet, lock_now, set_minutes, set_up, take_off, watch};
use crate::ui::part::{Button, ChoiceOption, NewPassphrase, PassphraseFields, Select, label, live, said};
use leptos::prelude::*;

/// What is chosen at first.
const USUAL: u32 = 5;

/// The lock of this device's screen: setting it up, changing it, taking it off.
#[component]
pub(crate) fn LockSetting() -> impl IntoView {
    let desk = use_desk();
    let content = live(move || match desk.lockable.get() {
        true => view! { <Set/> }.into_any(),
        false => view! { <Unset/> }.into_any(),
    });
    view! {
        <section class="section card lock-setting">
            <h2>{said(|t| t.protect().lock_title)}</h2>
            <p>{said(|t| t.protect().lock_about)}</p>
            {content}
            <p class="hint">{said(|t| t.protect().lock_honest)}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Minutes(value: RwSignal<u32>, #[prop(into)] on_choose: Callback<u32>) -> impl IntoView {
    let desk = use_desk();
    let options = Signal::derive(move || {
        let t = desk.t().protect();
        let name = |minutes: u32| match minutes {
            1 => t.minute.to_owned(),
            minutes => t.minutes(&minutes),
        };
        MINUTES.map(|minutes| ChoiceOption::new(minutes.to_string(), name(minutes))).to_vec()
    });
    view! {
        <Select
            label=label(|t| t.protect().lock_after)
            options=options
            value=Signal::derive(move || value.get().to_string())
            on_choose=move |chosen: String| {
                if let Ok(minutes) = chosen.parse() {
                    value.set(minutes);
                    on_choose.run(minutes);
                }
            }
        />
    }
    .into_any()
}

#[component]
fn Unset() -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    let (typed, minutes) = (NewPassphrase::new(), RwSignal::new(USUAL));
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<NotSet>));
    let set = move || {
        let Some(passphrase) = typed.take().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let done = set_up(desk, &passphrase, minutes.get_untracked()).await;
            failed.try_set(done.err());
            busy.try_set(false);
        });
    };
    let trouble = live(move || {
        let words = match failed.get()? {
            NotSet::NotKept => said(|t| t.protect().lock_not_kept),
            NotSet::Sealing(_) => said(|t| t.protect().seal_failed),
        };
        Some(view! { <p class="field-error" role="alert">{words}</p> })
    });
    let button = live(move || match busy.get() {
        true => said(|t| t.protect().lock_setting),
        false => said(|t| t.protect().lock_set),
    });
    let form = move || {
        view! {
            <form
                class="lock-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    set();
                }
            >
                <PassphraseFields typed=typed label=|t| t.protect().lock_passphrase/>
                <Minutes value=minutes on_choose=|_: u32| ()/>
                <p class="hint">{said(|t| t.protect().lock_remember)}</p>
                {trouble.clone()}
                <div class="btn-row">
                    <button type="submit" class="btn btn-primary" disabled=busy>{button.clone()}</button>
                    <Button label=|t| t.common().cancel on_press=move |()| {
                        typed.clear();
                        open.set(false);
                    }/>
                </div>
            </form>
        }
        .into_any()
    };
    let begin = move || {
        view! {
            <div class="btn-row">
                <Button label=|t| t.protect().lock_begin on_press=move |()| open.set(true)/>
            </div>
        }
        .into_any()
    };
    live(move || if open.get() { form() } else { begin() })
}

#[component]
fn Set() -> impl IntoView {
    let desk = use_desk();
    watch(desk, super::draw);
    let minutes = RwSignal::new(lock_noted().map_or(USUAL, |lock| lock.minutes));
    let off = move |()| {
        take_off(desk);
        desk.say(desk.t().protect().lock_taken_off, None);
    };
    view! {
        <p>{said(|t| t.protect().lock_on)}</p>
        <Minutes value=minutes on_choose=move |minutes| set_minutes(desk, minutes)/>
        <div class="btn-row">
            <Button label=|t| t.protect().lock_now on_press=move |()| lock_now(desk)/>
            <Button label=|t| t.protect().lock_off class="btn btn-quiet" on_press=off/>
        </div>
    }
    .into_any()
}
