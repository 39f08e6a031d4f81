mod begun;
mod customer;
mod form;
mod item;
mod measured;
mod process;

use crate::app::command;
use crate::app::desk::use_desk;
use crate::app::lettering::terms_in_force;
use crate::domain::case::{Channel, Urgency};
use crate::i18n::Named;
use crate::store::Durability;
use crate::ui::part::{Choice, ChoiceOption, TextArea, TextField, live};
use crate::ui::route::Route;
use begun::{BroughtBack, Keeping};
use customer::CustomerPart;
use form::Form;
use item::ItemPart;
use leptos::prelude::*;
use measured::MeasuredBy;
use process::ProcessPart;
use wasm_bindgen::JsCast;

/// Takes a request in under a minute.
#[component]
pub(crate) fn NewRequest() -> impl IntoView {
    let desk = use_desk();
    let form = Form::new(desk);
    let keeping = Keeping::begin(form);
    let busy = RwSignal::new(false);
    let submit = move || {
        if busy.get_untracked() || !form.check() {
            focus_first_error();
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let number = desk.next_number("case").await;
            let promised = terms_in_force(desk, form.customer.get_untracked().as_deref()).await;
            if let Some(request) = form.request(number.clone(), promised) {
                let case = request.case.clone();
                // Where it could not be stored the banner says so, and the note of it stays.
                if desk.commit(command::take_request(&desk.pen(), request), Durability::Strict).await {
                    keeping.finish();
                    desk.say(untrack(|| desk.t()).new_request().taken(&number), None);
                }
                Route::Case(case.to_string()).go();
            }
            busy.set(false);
        });
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() != "Enter" || event.is_composing() || event.key_code() == 229 {
            return;
        }
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            submit();
        } else if is_one_line_input(&event) {
            // Enter in a field must never send half a request.
            event.prevent_default();
        }
    };
    view! {
        <form
            class="page page-narrow"
            novalidate
            on:keydown=on_key
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <div class="page-head"><h1>{move || desk.t().common().new_request}</h1></div>
            {arises(form)}
            <BroughtBack keeping=keeping/>
            <CustomerPart form=form/>
            <ItemPart form=form/>
            <section class="card section">
                <TextArea
                    label=Signal::derive(move || desk.t().new_request().description.to_owned())
                    value=form.description
                    on_type=move |text: String| form.description.set(text)
                    error=form.description_error
                    hint=Signal::derive(move || desk.t().new_request().description_hint.to_owned())
                />
                <HowAndWhen form=form/>
            </section>
            <MeasuredBy form=form/>
            <div class="btn-row form-foot">
                <button type="submit" class="btn btn-primary" disabled=move || busy.get()>
                    {move || desk.t().new_request().submit}
                </button>
                <span class="hint">{move || desk.t().new_request().submit_hint}</span>
            </div>
        </form>
    }
    .into_any()
}

/// From which case it arises, if from any.
fn arises(form: Form) -> AnyView {
    let desk = use_desk();
    live(move || {
        let id = form.arose_from.get();
        let number = desk.index.with(|index| index.cases.get(&id).map(|case| case.number.clone()))?;
        let words = desk.t().care().arisen_from(&number);
        Some(view! { <p class="muted"><a href=Route::Case(id).href()>{words}</a></p> })
    })
    .into_any()
}

/// Channel, urgency, process, and what the customer is told.
#[component]
fn HowAndWhen(form: Form) -> impl IntoView {
    let desk = use_desk();
    let channels = move || {
        let option =
            |(at, channel): (usize, Channel)| ChoiceOption::new(at.to_string(), channel.name(desk.t()));
        Channel::ALL.into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    let urgencies = move || {
        let option =
            |(at, urgency): (usize, Urgency)| ChoiceOption::new(at.to_string(), urgency.name(desk.t()));
        Urgency::ALL.into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    let ready = move || {
        let t = desk.t();
        [
            t.new_request().told_hours,
            t.new_request().told_today,
            t.new_request().told_tomorrow,
            t.new_request().told_days,
        ]
        .map(|words| ChoiceOption::new(words, words))
        .to_vec()
    };
    view! {
        <Choice
            label=Signal::derive(move || desk.t().names().field_channel.to_owned())
            options=Signal::derive(channels)
            value=Signal::derive(move || position(&Channel::ALL, form.channel.get()))
            on_choose=move |at: String| {
                if let Some(channel) = chosen(&Channel::ALL, &at) {
                    form.channel.set(channel);
                }
            }
        />
        <Choice
            label=Signal::derive(move || desk.t().names().field_urgency.to_owned())
            options=Signal::derive(urgencies)
            value=Signal::derive(move || position(&Urgency::ALL, form.urgency.get()))
            on_choose=move |at: String| {
                if let Some(urgency) = chosen(&Urgency::ALL, &at) {
                    form.urgency.set(urgency);
                }
            }
        />
        <ProcessPart form=form/>
        <div class="section">
            <Choice
                label=Signal::derive(move || desk.t().new_request().told.to_owned())
                options=Signal::derive(ready)
                value=form.told
                on_choose=move |words: String| form.told.set(words)
            />
            <TextField
                label=Signal::derive(move || desk.t().new_request().told_own.to_owned())
                value=form.told
                on_type=move |text: String| form.told.set(text)
                hint=Signal::derive(move || desk.t().new_request().told_hint.to_owned())
            />
        </div>
    }
    .into_any()
}

fn position<T: PartialEq>(all: &[T], value: T) -> String {
    all.iter().position(|each| *each == value).unwrap_or(0).to_string()
}

fn chosen<T: Copy>(all: &[T], at: &str) -> Option<T> {
    all.get(at.parse::<usize>().ok()?).copied()
}

fn is_one_line_input(event: &leptos::ev::KeyboardEvent) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some()
}

/// Puts the cursor into the first field that is not accepted, once the screen says so.
fn focus_first_error() {
    request_animation_frame(|| {
        let found = document().query_selector("[aria-invalid=\"true\"]").ok().flatten();
        if let Some(field) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
