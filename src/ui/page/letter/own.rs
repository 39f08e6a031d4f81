use super::drafting::Drafting;
use crate::app::lettering::own_clause_id;
use crate::domain::id::ClauseId;
use crate::domain::letter::{LetterField, OwnClause, SectionSpec};
use crate::domain::text::MAX_CLAUSE;
use crate::paper::Problem;
use crate::platform;
use crate::ui::field_error::Told;
use crate::ui::part::{Glyph, Icon, TextArea};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// The shop's own clauses of a section. The last section also shows those of sections that
/// this version does not know, where they print.
#[component]
pub(super) fn OwnClauses(
    drafting: Drafting,
    section: &'static SectionSpec,
    last: bool,
    /// Whether a new one is being written.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let desk = drafting.desk;
    let removed = RwSignal::new(None::<(ClauseId, OwnClause)>);
    let here = move |own: &OwnClause| {
        let known = || drafting.library().sections.iter().any(|known| known.id == own.section);
        own.section == section.id || last && !known()
    };
    let ids = Memo::new(move |_| {
        drafting.read(|letter| {
            let all = letter.own_clauses().into_iter().enumerate();
            all.filter(|(_, (_, own))| here(own))
                .map(|(at, (id, _))| (at + 1, id.clone()))
                .collect::<Vec<_>>()
        })
    });
    let add = move |text: String| {
        let text = text.trim().to_owned();
        if !text.is_empty() {
            let id = own_clause_id(platform::clock::now_ms(), platform::random::bits());
            adding.set(false);
            drafting.set(LetterField::Own(id, Some(OwnClause { section: section.id.clone(), text })));
        }
    };
    let put_back = move |_| {
        if let Some((id, own)) = removed.get() {
            removed.set(None);
            drafting.set(LetterField::Own(id, Some(own)));
        }
    };
    let new = move || {
        adding.get().then(|| view! { <NewClause on_commit=add on_cancel=move || adding.set(false)/> })
    };
    let undo = move || {
        removed.get().map(|_| {
            view! {
                <button type="button" class="btn btn-quiet" on:click=put_back>
                    <Icon glyph=Glyph::Undo/>
                    {move || desk.t().common().undo}
                </button>
            }
        })
    };
    view! {
        <ul class="own-clauses">
            <For each=move || ids.get() key=|(_, id)| id.clone() let:item>
                <OwnRow drafting=drafting number=number_of(ids, item.1.clone()) id=item.1 removed=removed/>
            </For>
        </ul>
        {new}
        {undo}
    }
    .into_any()
}

/// The place of a clause among all of the shop's own.
fn number_of(ids: Memo<Vec<(usize, ClauseId)>>, id: ClauseId) -> Signal<usize> {
    Signal::derive(move || {
        ids.with(|ids| ids.iter().find(|(_, known)| *known == id).map_or(0, |(at, _)| *at))
    })
}

#[component]
fn OwnRow(
    drafting: Drafting,
    number: Signal<usize>,
    id: ClauseId,
    removed: RwSignal<Option<(ClauseId, OwnClause)>>,
) -> impl IntoView {
    let desk = drafting.desk;
    let id = StoredValue::new(id);
    let own = Memo::new(move |_| {
        drafting.read(|letter| {
            let id = id.get_value();
            letter.own_clauses().into_iter().find(|(known, _)| **known == id).map(|(_, own)| own.clone())
        })
    });
    let commit = move |text: String| {
        if let Some(own) = own.get_untracked() {
            let own = OwnClause { text: text.trim().to_owned(), ..own };
            drafting.set(LetterField::Own(id.get_value(), Some(own)));
        }
    };
    let remove = move |_| {
        if let Some(own) = own.get_untracked() {
            removed.set(Some((id.get_value(), own)));
            drafting.set(LetterField::Own(id.get_value(), None));
        }
    };
    let error = Signal::derive(move || {
        let id = id.get_value();
        drafting.problems.with(|problems| {
            problems.iter().find_map(|problem| match problem {
                Problem::OwnClause { clause, error } if *clause == id => Some(error.tell(desk.t())),
                _ => None,
            })
        })
    });
    view! {
        <li class="own-row">
            <TextArea
                label=Signal::derive(move || desk.t().letter().own(&number.get()))
                value=Signal::derive(move || own.get().map(|own| own.text).unwrap_or_default())
                rows=2
                max=MAX_CLAUSE
                error=error
                on_commit=commit
            />
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().letter().own_remove(&number.get())
                on:click=remove
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </li>
    }
    .into_any()
}

/// A clause that is being written for the first time: it is kept once it says something.
#[component]
fn NewClause(
    #[prop(into)] on_commit: Callback<String>,
    #[prop(into)] on_cancel: Callback<()>,
) -> impl IntoView {
    let desk = crate::app::desk::use_desk();
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let field = place.get().and_then(|place| place.query_selector("textarea").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
    view! {
        <div class="own-row" node_ref=place>
            <TextArea
                label=Signal::derive(move || desk.t().letter().own_new.to_owned())
                value=Signal::stored(String::new())
                rows=2
                max=MAX_CLAUSE
                on_commit=on_commit
            />
            <button
                type="button"
                class="btn btn-icon"
                aria-label=move || desk.t().common().cancel
                on:click=move |_| on_cancel.run(())
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </div>
    }
    .into_any()
}
