use crate::app::command;
use crate::app::desk::{Person, use_desk};
use crate::domain::case::Case;
use crate::domain::customer::{Customer, CustomerField, MAX_TAG};
use crate::domain::id::CaseId;
use crate::domain::importance::Importance;
use crate::domain::worth::{Because, received, suggested};
use crate::i18n::{Named, money::money};
use crate::ui::part::{Button, ChoiceOption, Glyph, Icon, Select, TextField, label, live, said};
use leptos::prelude::*;

/// The cases without their ids.
pub(super) fn bare(cases: &[(CaseId, Case)]) -> Vec<&Case> {
    cases.iter().map(|(_, case)| case).collect()
}

/// How much the customer matters, and their tags.
#[component]
pub(super) fn Care(
    person: Person,
    now: Memo<Option<Customer>>,
    cases: Memo<Vec<(CaseId, Case)>>,
) -> impl IntoView {
    let desk = use_desk();
    let keep = move |field: CustomerField| {
        let person = person.get_untracked().unwrap_or_default();
        desk.save(command::set_of_person(&desk.pen(), &person, field));
    };
    let importance = Memo::new(move |_| now.with(|now| now.as_ref().and_then(Customer::importance)));
    let options = move || {
        let none = ChoiceOption::new("", desk.t().people().importance_none);
        let each = Importance::ALL.iter().enumerate();
        let each = each.map(|(at, one)| ChoiceOption::new(at.to_string(), one.name(desk.t())));
        std::iter::once(none).chain(each).collect()
    };
    let place = move || {
        let at = importance.get().and_then(|one| Importance::ALL.iter().position(|each| *each == one));
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let suggestion = Memo::new(move |_| cases.with(|cases| suggested(cases.len(), &received(&bare(cases)))));
    let suggest = live(move || {
        let (suggested, because) = suggestion.get();
        if importance.get() == Some(suggested) {
            return None;
        }
        let t = desk.t().people();
        let reason = match because {
            Because::Cases => t.because_cases(&cases.with(Vec::len)),
            Because::Received(sum) => t.because_received(&money(desk.lang.get(), sum)),
            Because::Little => t.because_little.to_owned(),
        };
        let words = t.suggested(&suggested.name(desk.t()), &reason);
        let take = move |()| keep(CustomerField::Importance(Some(suggested)));
        Some(view! {
            <div class="suggestion">
                <p class="hint">{words}</p>
                <Button label=|t| t.people().suggested_take class="btn btn-quiet" on_press=take/>
            </div>
        })
    });
    view! {
        <section class="card section">
            <div class="form-grid">
                <div>
                    <Select
                        label=label(|t| t.people().importance)
                        options=Signal::derive(options)
                        value=Signal::derive(place)
                        on_choose=move |chosen: String| {
                            let at = chosen.parse::<usize>().ok();
                            keep(CustomerField::Importance(at.and_then(|at| Importance::ALL.get(at).copied())));
                        }
                    />
                    {suggest}
                </div>
                <Tags now=now keep=Callback::new(keep)/>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Tags(now: Memo<Option<Customer>>, keep: Callback<CustomerField>) -> impl IntoView {
    let desk = use_desk();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let borne = Memo::new(move |_| {
        now.with(|now| now.as_ref().map(|now| now.tags().cloned().collect::<Vec<_>>()).unwrap_or_default())
    });
    let add = move |tag: &str| {
        let tag = tag.trim().to_owned();
        let fits = !tag.is_empty() && !tag.contains([',', '，']) && tag.chars().count() <= MAX_TAG;
        wrong.set(!fits);
        if fits {
            keep.run(CustomerField::Tag(tag, true));
            typed.set(String::new());
        }
    };
    let chips = live(move || {
        let chip = |tag: String| {
            let (name, shown) = (desk.t().people().tag_remove(&tag), tag.clone());
            view! {
                <li class="tag">
                    {shown}
                    <button
                        type="button"
                        class="tag-out"
                        aria-label=name
                        on:click=move |_| keep.run(CustomerField::Tag(tag.clone(), false))
                    >
                        <Icon glyph=Glyph::Close/>
                    </button>
                </li>
            }
        };
        let tags = borne.get();
        (!tags.is_empty()).then(|| {
            view! {
                <ul class="tags" aria-label=label(|t| t.people().tags)>
                    {tags.into_iter().map(chip).collect_view()}
                </ul>
            }
        })
    });
    let offered = live(move || {
        let tags = desk.index.with(|index| index.tags());
        let free = tags.into_iter().filter(|tag| borne.with(|borne| !borne.contains(tag))).take(8);
        let button = |tag: String| {
            let shown = tag.clone();
            view! { <button type="button" class="btn btn-quiet" on:click=move |_| add(&tag)>"+ "{shown}</button> }
        };
        view! { <div class="btn-row tag-offers">{free.map(button).collect_view()}</div> }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // Not while it is borrowed: what was added is cleared.
        add(&typed.get_untracked());
    };
    view! {
        <div role="group" aria-label=label(|t| t.people().tags)>
            {chips}
            <form class="inline-form" on:submit=submit>
                <TextField
                    label=label(|t| t.people().tag_new)
                    value=typed
                    on_type=move |text: String| typed.set(text)
                    error=Signal::derive(move || wrong.get().then(|| desk.t().people().error_tag(&MAX_TAG)))
                    max=MAX_TAG
                />
                <button type="submit" class="btn">{said(|t| t.common().add)}</button>
            </form>
            {offered}
        </div>
    }
    .into_any()
}
