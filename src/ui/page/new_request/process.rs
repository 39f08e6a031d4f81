use super::form::Form;
use crate::app::desk::Desk;
use crate::catalog;
use crate::ui::part::{Choice, ChoiceOption, label, live, said};
use leptos::prelude::*;

/// The built-in processes that most requests follow.
const USUAL: [&str; 3] = ["P1", "P8", "P10"];

/// A process as it is offered.
#[derive(Clone, PartialEq)]
struct Offer {
    id: String,
    name: String,
    about: String,
}

/// All processes that a request can follow: the usual ones and the shop's own, then the others.
fn offers(desk: Desk) -> (Vec<Offer>, Vec<Offer>) {
    let built_in = catalog::processes(desk.lang.get()).iter().filter(|process| !process.within_case);
    let built_in = built_in.map(|process| Offer {
        id: process.at.id.to_string(),
        name: process.name.clone(),
        about: process.about.clone(),
    });
    let (mut usual, others): (Vec<_>, Vec<_>) =
        built_in.partition(|offer| USUAL.contains(&offer.id.as_str()));
    desk.index.with(|index| {
        let own = index.own_processes().into_iter().filter(|own| own.is_offered());
        usual.extend(own.map(|own| Offer {
            id: own.id.clone(),
            name: own.name.clone(),
            about: own.about.clone(),
        }));
    });
    (usual, others)
}

/// Which process the request follows.
#[component]
pub(super) fn ProcessPart(form: Form) -> impl IntoView {
    let desk = form.desk();
    let all = Memo::new(move |_| offers(desk));
    let open = RwSignal::new(false);
    let chips = move || {
        let chosen = form.process.get();
        all.with(|(usual, others)| {
            // Whatever holds is among the chips, also when it came from the list.
            let from_list = others.iter().filter(|offer| offer.id == chosen);
            let chips = usual.iter().chain(from_list);
            chips.map(|offer| ChoiceOption::new(&offer.id, &offer.name)).collect::<Vec<_>>()
        })
    };
    let about = move || {
        let chosen = form.process.get();
        all.with(|(usual, others)| {
            let found = usual.iter().chain(others).find(|offer| offer.id == chosen);
            found.map(|offer| offer.about.clone())
        })
    };
    let row = move |offer: Offer| {
        let (here, chosen) = (offer.id.clone(), offer.id);
        let choose = move |_| {
            form.process.set(chosen.clone());
            open.set(false);
        };
        view! {
            <li>
                <button
                    type="button"
                    class="more-process"
                    aria-pressed=move || form.process.with(|id| *id == here).to_string()
                    on:click=choose
                >
                    <strong>{offer.name}</strong>
                    <span>{offer.about}</span>
                </button>
            </li>
        }
    };
    let others = live(move || all.get().1.into_iter().map(row).collect::<Vec<_>>());
    view! {
        <div class="section">
            <Choice
                label=label(|t| t.names().field_process)
                options=Signal::derive(chips)
                value=form.process
                on_choose=move |id: String| form.process.set(id)
            />
            <p class="hint">{about}</p>
            <details
                class="disclosure more-processes"
                prop:open=move || open.get()
                on:toggle=move |event| open.set(is_open(&event))
            >
                <summary>{said(|t| t.process().more)}</summary>
                <ul>{others}</ul>
            </details>
        </div>
    }
    .into_any()
}

fn is_open(event: &leptos::ev::Event) -> bool {
    use wasm_bindgen::JsCast;
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}
