use super::keys::listen_for_keys;
use super::page;
use super::part::{Glyph, Icon, TimeText, ToastView, fetched, live};
use super::rooms;
use super::route::{Route, use_route};
use crate::app::backup::Backup;
use crate::app::desk::{Desk, Phase, Saving, use_desk};
use crate::app::errand;
use crate::app::folder;
use crate::app::notifying::WISH;
use crate::app::start::start;
use crate::app::watching::watch;
use crate::platform;
use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// How often 'five minutes ago' is said anew.
const TICK: Duration = Duration::from_secs(30);
/// When what nobody waits for begins.
const SOON: Duration = Duration::from_secs(3);
/// How long the start may take before something is shown.
const PATIENCE: Duration = Duration::from_millis(200);

/// The whole screen.
#[component]
pub(super) fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    let backup = Backup::watch(desk);
    provide_context(backup);
    let route = use_route();
    listen_for_keys();
    Effect::new(move |_| {
        platform::dom::set_lang(desk.lang.get().tag());
        platform::dom::set_title(desk.t().names().app);
    });
    set_interval(move || desk.now.set(platform::clock::now_ms()), TICK);
    watch(desk);
    leptos::task::spawn_local(start(desk));
    fetch_ahead(desk);
    tell_of_promises(desk);
    keep_folder(desk, backup);
    let room = live(move || match desk.phase.get() {
        Phase::Starting => view! { <Starting/> }.into_any(),
        Phase::FirstRun => fetched(rooms::first_run),
        Phase::Ready if desk.asking.get() => fetched(rooms::asking),
        Phase::Ready if desk.unseen.get() => lock(false),
        Phase::Ready => view! { <Shell route=route/> }.into_any(),
    });
    view! { {room} <ToastView/> }
}

/// The page of the locked screen, or the button that locks it.
fn lock(button: bool) -> AnyView {
    fetched(move || rooms::lock(button))
}

/// Fetches what nearly every page needs as soon as somebody is seen to be here, so that it is
/// there when they press something.
fn fetch_ahead(desk: Desk) {
    let handles: Rc<RefCell<Vec<WindowListenerHandle>>> = Rc::default();
    let somebody = {
        let handles = handles.clone();
        move || {
            let waiting = handles.take();
            if !waiting.is_empty() {
                waiting.into_iter().for_each(WindowListenerHandle::remove);
                leptos::task::spawn_local(async move {
                    let _ = errand::settle(desk).await;
                });
            }
        }
    };
    let moved = window_event_listener(ev::pointermove, {
        let somebody = somebody.clone();
        move |_| somebody()
    });
    let typed = window_event_listener(ev::keydown, move |_| somebody());
    handles.borrow_mut().extend([moved, typed]);
}

/// Tells of promises by notifications, if somebody wished for it here.
fn tell_of_promises(desk: Desk) {
    if platform::preferences::get(WISH).is_some() {
        leptos::task::spawn_local(async move {
            let _ = errand::notify(desk).await;
        });
    }
}

/// Looks after the folder for copies, if one was chosen here, once the first page stands.
fn keep_folder(desk: Desk, backup: Backup) {
    let keep = move || {
        leptos::task::spawn_local(async move {
            let Some(store) = desk.store() else { return };
            if let Ok(Some(_)) = store.meta(folder::CHOSEN).await {
                let _ = errand::keep_folder(backup).await;
            }
        });
    };
    Effect::new(move |begun: Option<bool>| {
        let ready = desk.phase.get() == Phase::Ready;
        if ready && begun != Some(true) {
            set_timeout(keep, SOON);
        }
        ready || begun == Some(true)
    });
}

/// What is shown while the store is read, once that takes long enough to notice.
#[component]
fn Starting() -> impl IntoView {
    let desk = use_desk();
    let slow = RwSignal::new(false);
    set_timeout(move || slow.set(true), PATIENCE);
    let waits =
        move || (slow.get() && desk.trouble.with(Option::is_none)).then(|| desk.t().common().starting);
    view! {
        <page::TroubleBanner/>
        <p class="starting muted" role="status">{waits}</p>
    }
}

#[component]
fn Shell(route: ReadSignal<Route>) -> impl IntoView {
    let desk = use_desk();
    // The report follows its address for itself: it stays while what it shows is chosen.
    let page = Memo::new(move |_| match route.get() {
        Route::Promises(_) => Route::Promises(String::new()),
        other => other,
    });
    view! {
        <a class="skip no-print" href="#main" on:click=skip_to_main>{move || desk.t().common().skip}</a>
        <div class="shell">
            <header class="side no-print">
                <a class="brand" href=Route::Today.href()>
                    <span class="brand-seal" aria-hidden="true">{move || desk.t().common().seal}</span>
                    <span>
                        {move || desk.t().names().app}
                        <small>{move || desk.shop().name().cloned().unwrap_or_default()}</small>
                    </span>
                </a>
                <a class="btn btn-primary" href=Route::NewRequest.href()>
                    <Icon glyph=Glyph::Plus/>
                    {move || desk.t().common().new_request}
                </a>
                <Nav route=route/>
                <SideFoot/>
            </header>
            <main class="main" id="main" tabindex="-1">
                <page::Safety route=route/>
                {move || match page.get() {
                    Route::Today => view! { <page::Today/> }.into_any(),
                    Route::NewRequest => fetched(rooms::new_request),
                    Route::Cases => fetched(rooms::cases),
                    Route::Board => fetched(rooms::board),
                    Route::Case(id) => fetched(move || rooms::case(id.clone())),
                    Route::CasePart(id, part) => fetched(move || rooms::case_part(id.clone(), part)),
                    Route::Paper(id, kind) => fetched(move || rooms::paper(id.clone(), kind, None)),
                    Route::VisitPaper(id, kind, visit) => {
                        fetched(move || rooms::paper(id.clone(), kind, Some(visit.clone())))
                    }
                    Route::Calendar => fetched(rooms::calendar),
                    Route::Complaints => fetched(rooms::complaints),
                    Route::Promises(_) => fetched(move || rooms::promises(route)),
                    Route::Receipt(id) => fetched(move || rooms::receipt(id.clone())),
                    Route::Customers => fetched(rooms::customers),
                    Route::SameCustomers => fetched(rooms::same_customers),
                    Route::Customer(id) => fetched(move || rooms::customer(id.clone())),
                    Route::Asset(id) => fetched(move || rooms::asset(id.clone())),
                    Route::Hours => fetched(rooms::hours),
                    Route::Letters => fetched(rooms::letters),
                    Route::Letter(id) => fetched(move || rooms::letter(id.clone())),
                    Route::Processes => fetched(rooms::processes),
                    Route::Process(id) => fetched(move || rooms::process(id.clone())),
                    Route::ProcessEditor(id) => fetched(move || rooms::process_editor(id.clone())),
                    Route::ProcessPaper(id, paper) => fetched(move || rooms::process_paper(id.clone(), paper)),
                    route @ (Route::Improvements | Route::NewImprovement(_) | Route::Improvement(_)) => {
                        fetched(move || rooms::improvements(route.clone()))
                    }
                    Route::Settings => fetched(rooms::settings),
                    Route::Data => fetched(rooms::data),
                    Route::Unknown => view! { <page::NotFound/> }.into_any(),
                }}
            </main>
        </div>
    }
    .into_any()
}

/// Moves the cursor to the page's content without changing the address.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    platform::dom::focus("main");
}

#[component]
fn Nav(route: ReadSignal<Route>) -> impl IntoView {
    let desk = use_desk();
    let link = move |to: Route, glyph: Glyph, label: fn(&'static crate::i18n::Texts) -> &'static str| {
        let here = to.clone();
        let current = move || (room(&route.get()) == here).then_some("page");
        view! {
            <a href=to.href() aria-current=current>
                <Icon glyph=glyph/>
                {move || label(desk.t())}
            </a>
        }
    };
    view! {
        <nav class="nav" aria-label=move || desk.t().common().main_menu>
            <ul>
                <li>{link(Route::Today, Glyph::Today, |t| t.common().today)}</li>
                <li>{link(Route::Cases, Glyph::Cases, |t| t.common().cases)}</li>
                <li class="nav-new">{link(Route::NewRequest, Glyph::Plus, |t| t.common().new_short)}</li>
                <li>{link(Route::Customers, Glyph::Customers, |t| t.common().customers)}</li>
                <li>{link(Route::Letters, Glyph::Letter, |t| t.common().letters)}</li>
                <li class="nav-wide">{link(Route::Processes, Glyph::Process, |t| t.common().processes)}</li>
                <li class="nav-wide">{link(Route::Improvements, Glyph::Flag, |t| t.common().improvements)}</li>
                <li>{link(Route::Settings, Glyph::Settings, |t| t.common().settings)}</li>
            </ul>
        </nav>
    }
    .into_any()
}

/// The menu's entry that a page belongs to.
fn room(route: &Route) -> Route {
    match route {
        Route::Board
        | Route::Calendar
        | Route::Complaints
        | Route::Case(_)
        | Route::CasePart(..)
        | Route::Paper(..)
        | Route::VisitPaper(..)
        | Route::Receipt(_) => Route::Cases,
        Route::Customer(_) | Route::SameCustomers => Route::Customers,
        Route::Letter(_) | Route::Promises(_) => Route::Letters,
        Route::Process(_) | Route::ProcessEditor(_) | Route::ProcessPaper(..) => Route::Processes,
        Route::NewImprovement(_) | Route::Improvement(_) => Route::Improvements,
        Route::Data | Route::Hours => Route::Settings,
        other => other.clone(),
    }
}

/// Who is here, and whether what was said is kept.
#[component]
fn SideFoot() -> impl IntoView {
    let desk = use_desk();
    let me = move || desk.me.get().map(|me| desk.staff_name(me.as_str())).filter(|name| !name.is_empty());
    let saved = move || {
        match desk.saving.get() {
        Saving::Quiet => ().into_any(),
        Saving::Writing => view! { <span>{move || desk.t().common().saving}</span> }.into_any(),
        Saving::Saved(at) => {
            view! { <span><Icon glyph=Glyph::Check/>{move || desk.t().common().saved}" "<TimeText at=at/></span> }
                .into_any()
        }
    }
    };
    view! {
        <div class="side-foot">
            <span class="saved" role="status">{saved}</span>
            {live(move || desk.lockable.get().then(|| lock(true)))}
            <a class="me" href=Route::Settings.href()>
                {move || me().unwrap_or_else(|| desk.t().common().nobody_here.to_owned())}
            </a>
        </div>
    }
}
