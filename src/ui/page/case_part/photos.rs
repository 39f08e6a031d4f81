//! The photos and files of a case.

mod adding;
mod row;
mod task;
mod viewer;

pub(in crate::ui::page) use task::TaskPhotos;

use super::order;
use crate::app::desk::use_desk;
use crate::domain::case::{Case, CaseItemKey, Status};
use crate::domain::id::PhotoId;
use crate::domain::photo::{Photo, PhotoOf};
use crate::i18n::Texts;
use crate::ui::page::case::Shown;
use crate::ui::part::{Choice, ChoiceOption, label, live, said};
use adding::AddPhotos;
use leptos::prelude::*;
use row::Row;
use viewer::Viewer;

/// So many are listed at first: each is a picture to draw.
const FIRST: usize = 40;

/// What a photo is called where it is named: what is to be seen, else the file, else its place.
fn title(t: &'static Texts, photo: &Photo, place: usize) -> String {
    match (&*photo.caption, &*photo.name) {
        ("", "") => t.photos().number(&(place + 1)),
        ("", name) => name.to_owned(),
        (caption, _) => caption.lines().next().unwrap_or_default().to_owned(),
    }
}

/// The ids of a case's photos in their order.
fn ids(case: &Case) -> Vec<PhotoId> {
    case.photos().into_iter().map(|(id, _)| id.clone()).collect()
}

/// The photos of a case: add some, look at them, say what they show.
#[component]
pub(super) fn Photos(shown: Shown) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let all = Memo::new(move |_| s.with_value(|shown| shown.read(ids)));
    let among = Signal::derive(move || all.get().into_iter().map(CaseItemKey::Photo).collect::<Vec<_>>());
    let looked_at = RwSignal::new(None::<PhotoId>);
    let whole = RwSignal::new(false);
    let open = Memo::new(move |_| s.with_value(|shown| shown.read(Case::status)) == Status::Open);
    let of = RwSignal::new(PhotoOf::Case);
    let add = live(move || {
        open.get().then(|| {
            view! {
                <section class="card section photo-add" aria-label=label(|t| t.photos().choose)>
                    <WhatOf shown=s.get_value() of=of/>
                    <AddPhotos shown=s.get_value() of=of name=Signal::stored(String::new()) whole_page=true/>
                    <p class="hint">{said(|t| t.photos().about)}</p>
                </section>
            }
        })
    });
    let listed = Memo::new(move |_| {
        let most = if whole.get() { usize::MAX } else { FIRST };
        all.get().into_iter().take(most).collect::<Vec<_>>()
    });
    let row = move |id: PhotoId| view! { <Row shown=s.get_value() id=id among=among looked_at=looked_at/> };
    let none = live(move || {
        all.with(Vec::is_empty).then(|| view! { <p class="muted">{said(|t| t.photos().none)}</p> })
    });
    let more = live(move || {
        let count = all.with(Vec::len);
        (count > FIRST && !whole.get()).then(|| {
            view! {
                <button type="button" class="btn" on:click=move |_| whole.set(true)>
                    {move || desk.t().photos().show_all(&count)}
                </button>
            }
        })
    });
    view! {
        {add}
        {none}
        <ul class="photo-list" aria-label=label(|t| t.photos().title)>
            <For each=move || listed.get() key=PhotoId::clone children=row/>
        </ul>
        <div class="btn-row">{more}</div>
        <Viewer shown=s.get_value() at=looked_at/>
    }
    .into_any()
}

/// Whether the next ones are of the case or of the thing it is about.
#[component]
fn WhatOf(shown: Shown, of: RwSignal<PhotoOf>) -> impl IntoView {
    let desk = use_desk();
    let asset = Memo::new(move |_| shown.read(|case| case.asset().cloned()));
    live(move || {
        let asset = asset.get()?;
        let name = desk.index.with_untracked(|index| index.asset_line(asset.as_str()).to_owned());
        let options = move || {
            vec![
                ChoiceOption::new("case", desk.t().photos().of_case),
                ChoiceOption::new("asset", name.clone()),
            ]
        };
        let value = move || if of.get() == PhotoOf::Case { "case" } else { "asset" }.to_owned();
        let choose = move |chosen: String| {
            of.set(if chosen == "case" { PhotoOf::Case } else { PhotoOf::Asset(asset.clone()) });
        };
        Some(view! {
            <Choice
                label=label(|t| t.photos().of)
                options=Signal::derive(options)
                value=Signal::derive(value)
                on_choose=choose
            />
        })
    })
}
