//! The first page on a new device: name the shop, look around in a made-up one, or go on with
//! the shop of another device.

mod import;
mod more;

pub(crate) use import::FirstImport;
pub(crate) use more::LogoAndHours;

use super::data::{FileChoice, Importing};
use super::safety::TroubleBanner;
use crate::app::command::{NewShop, staff_names};
use crate::app::desk::{Desk, use_desk};
use crate::app::errand;
use crate::domain::hours::Hours;
use crate::domain::id::StaffId;
use crate::domain::phone::Phone;
use crate::domain::shop::Logo;
use crate::domain::text::{MAX_LINE, MAX_TEXT, optional, required};
use crate::platform::on_demand::NotFetched;
use crate::platform::random;
use crate::store::StoreError;
use crate::ui::field_error::Told;
use crate::ui::part::{
    Button, Choice, ChoiceOption, LanguageChoice, TextArea, TextField, fetched, label, live, said,
};
use crate::ui::rooms;
use crate::ui::route::Route;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What is typed on the first page.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    name: RwSignal<String>,
    phone: RwSignal<String>,
    address: RwSignal<String>,
    logo: RwSignal<Option<Logo>>,
    hours: RwSignal<Hours>,
    names: RwSignal<String>,
    /// The name of who is at this device; the first of the names when it is none of them.
    me: RwSignal<String>,
    /// Whether to tell what is wrong: not before somebody wants to begin.
    tried: RwSignal<bool>,
}

impl Form {
    fn new() -> Self {
        Self {
            name: RwSignal::default(),
            phone: RwSignal::default(),
            address: RwSignal::default(),
            logo: RwSignal::new(None),
            hours: RwSignal::new(Hours::usual()),
            names: RwSignal::default(),
            me: RwSignal::default(),
            tried: RwSignal::new(false),
        }
    }

    fn staff(self) -> Vec<String> {
        self.names.with(|names| staff_names(names))
    }

    fn me(self) -> String {
        let (staff, me) = (self.staff(), self.me.get());
        if staff.contains(&me) { me } else { staff.into_iter().next().unwrap_or_default() }
    }

    fn phone(self) -> Result<Option<Phone>, crate::domain::phone::PhoneError> {
        self.phone.with(|typed| match typed.trim() {
            "" => Ok(None),
            typed => Phone::parse(typed).map(Some),
        })
    }

    /// The shop, if what is typed is sound, and who is at this device.
    fn shop(self, desk: Desk) -> Option<(NewShop, Option<StaffId>)> {
        let id = |name: String| (StaffId::from_random(random::bits()), name);
        let staff: Vec<_> = self.staff().into_iter().map(id).collect();
        let me = self.me();
        let me = staff.iter().find(|(_, name)| *name == me).map(|(id, _)| id.clone());
        let shop = NewShop {
            name: self.name.with(|name| required(name, MAX_LINE)).ok()?,
            phone: self.phone().ok()?,
            address: self.address.with(|address| optional(address, MAX_LINE)).ok()?,
            logo: self.logo.get(),
            hours: self.hours.get(),
            language: desk.lang.get(),
            staff,
        };
        Some((shop, me))
    }
}

/// Shown while no shop is named.
#[component]
pub(crate) fn FirstRun() -> impl IntoView {
    let desk = use_desk();
    let importing = Importing::new();
    let anyway = RwSignal::new(false);
    // A shop may be there, only out of reach: a second one must not be named beside it.
    let locked = Memo::new(move |_| {
        let reached = desk
            .trouble
            .with(|trouble| matches!(trouble, None | Some(StoreError::Refused | StoreError::Full)));
        !reached && !anyway.get()
    });
    let content = live(move || {
        if locked.get() {
            return view! {
                <h1>{said(|t| t.first_run().blocked)}</h1>
                <TroubleBanner/>
                <Button
                    label=|t| t.first_run().anyway
                    class="btn btn-quiet"
                    on_press=move |()| anyway.set(true)
                />
            }
            .into_any();
        }
        match importing.is_idle() {
            true => view! { <TroubleBanner/><Start importing=importing/> }.into_any(),
            false => view! {
                <h1 class="visually-hidden">{said(|t| t.names().app)}</h1>
                {fetched(move || rooms::first_import(importing))}
            }
            .into_any(),
        }
    });
    view! {
        <main class="first-run" id="main">
            <header class="first-run-head">
                <span class="brand">
                    <span class="brand-seal" aria-hidden="true">{said(|t| t.common().seal)}</span>
                    {said(|t| t.names().app)}
                </span>
                <LanguageChoice/>
            </header>
            {content}
        </main>
    }
    .into_any()
}

#[component]
fn Start(importing: Importing) -> impl IntoView {
    let desk = use_desk();
    let form = Form::new();
    let busy = RwSignal::new(false);
    let begin = move |()| match untrack(|| form.shop(desk)) {
        // The hours tell what is wrong with them on their own.
        Some((shop, me)) if !focus_first_error() => {
            busy.set(true);
            leptos::task::spawn_local(async move {
                match errand::open_shop(desk, shop, me).await {
                    Ok(()) => Route::Today.go(),
                    Err(NotFetched) => desk.say_not_fetched(),
                }
                busy.try_set(false);
            });
        }
        _ => {
            form.tried.set(true);
            request_animation_frame(|| {
                focus_first_error();
            });
        }
    };
    view! {
        <div class="first-run-intro">
            <h1>{said(|t| t.first_run().welcome)}</h1>
            <p class="muted">{said(|t| t.first_run().lead)}</p>
        </div>
        <div class="first-run-columns">
            <div class="first-run-form">
                <ShopPart form=form/>
                <PeoplePart form=form/>
                <div class="first-run-begin">
                    <Button
                        label=|t| t.first_run().begin
                        class="btn btn-primary"
                        busy=(busy.into(), |t| t.common().saving)
                        on_press=begin
                    />
                    <p class="hint">{said(|t| t.first_run().later)}</p>
                </div>
            </div>
            <Others importing=importing/>
        </div>
    }
    .into_any()
}

#[component]
fn ShopPart(form: Form) -> impl IntoView {
    let desk = use_desk();
    let name_error = move || {
        let error = form.name.with(|name| required(name, MAX_LINE)).err();
        error.filter(|_| form.tried.get()).map(|error| error.tell(desk.t()))
    };
    let phone_left = RwSignal::new(false);
    let phone_error = move || {
        let error = form.phone().err();
        error.filter(|_| phone_left.get() || form.tried.get()).map(|error| error.tell(desk.t()))
    };
    view! {
        <section class="section card">
            <h2>{said(|t| t.first_run().shop)}</h2>
            <p class="muted">{said(|t| t.first_run().shop_text)}</p>
            <div class="form-grid">
                <TextField
                    label=label(|t| t.names().shop_name)
                    value=form.name
                    on_type=move |typed| form.name.set(typed)
                    error=Signal::derive(name_error)
                    autocomplete="organization"
                    autofocus=true
                />
                <div on:focusout=move |_| phone_left.set(true)>
                    <TextField
                        label=label(|t| t.names().shop_phone)
                        value=form.phone
                        on_type=move |typed| {
                            phone_left.set(false);
                            form.phone.set(typed);
                        }
                        error=Signal::derive(phone_error)
                        kind="tel"
                        autocomplete="tel"
                    />
                </div>
                <div class="wide">
                    <TextField
                        label=label(|t| t.names().shop_address)
                        value=form.address
                        on_type=move |typed| form.address.set(typed)
                        autocomplete="street-address"
                    />
                </div>
            </div>
            <More form=form/>
        </section>
    }
    .into_any()
}

/// What is rarely given on the first day. Its code is fetched when it is asked for.
#[component]
fn More(form: Form) -> impl IntoView {
    let asked = RwSignal::new(false);
    let fields = live(move || asked.get().then(|| fetched(move || rooms::logo_and_hours(form))));
    view! {
        <details class="disclosure" on:toggle=move |_| asked.set(true)>
            <summary>{said(|t| t.first_run().more)}</summary>
            {fields}
        </details>
    }
    .into_any()
}

#[component]
fn PeoplePart(form: Form) -> impl IntoView {
    let staff = Memo::new(move |_| form.staff());
    let options = move || staff.get().into_iter().map(|name| ChoiceOption::new(name.clone(), name)).collect();
    // The choice stays while names are typed; only its options change.
    let none = Memo::new(move |_| staff.with(Vec::is_empty));
    let choice = live(move || {
        (!none.get()).then(|| {
            view! {
                <Choice
                    label=label(|t| t.settings().me)
                    options=Signal::derive(options)
                    value=Signal::derive(move || form.me())
                    on_choose=move |name| form.me.set(name)
                />
            }
        })
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.first_run().people)}</h2>
            <TextArea
                label=label(|t| t.first_run().names)
                value=form.names
                on_type=move |typed| form.names.set(typed)
                hint=label(|t| t.first_run().names_hint)
                max=MAX_TEXT
            />
            {choice}
        </section>
    }
    .into_any()
}

/// The two other ways to start.
#[component]
fn Others(importing: Importing) -> impl IntoView {
    let desk = use_desk();
    let busy = RwSignal::new(false);
    let try_sample = move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            crate::platform::pause::pause().await;
            Route::Today.go();
            if errand::add_samples(desk).await.is_err() {
                desk.say_not_fetched();
            }
            busy.try_set(false);
        });
    };
    view! {
        <aside class="first-run-others" aria-label=said(|t| t.first_run().other)>
            <section class="section">
                <h2>{said(|t| t.first_run().sample_title)}</h2>
                <p>{said(|t| t.first_run().sample_text)}</p>
                <Button
                    label=|t| t.first_run().sample
                    busy=(busy.into(), |t| t.first_run().sample_busy)
                    on_press=try_sample
                />
            </section>
            <section class="section">
                <h2>{said(|t| t.first_run().file_title)}</h2>
                <p>{said(|t| t.first_run().file_text)}</p>
                <FileChoice
                    importing=importing
                    label=label(|t| t.first_run().file)
                />
            </section>
        </aside>
    }
    .into_any()
}

/// Puts the cursor into the first field that is not right; false when all are.
fn focus_first_error() -> bool {
    let field = document().query_selector("[aria-invalid='true']").ok().flatten();
    let field = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    field.is_some_and(|field| field.focus().is_ok())
}
