//! One process: its stages, its blueprint, its papers.

mod blueprint;
mod editor;
mod own;
mod paper;
mod path;

pub(crate) use blueprint::blueprint_view;
pub(crate) use editor::ProcessEditor;
pub(crate) use own::ImportButton;
pub(crate) use paper::ProcessPaperPage;

use crate::app::desk::use_desk;
use crate::ui::part::{Empty, Glyph, Icon, label, live, said};
use crate::ui::route::{ProcessPaper, Route};
use leptos::prelude::*;
use path::Path;

/// One process, as it is now followed.
#[component]
pub(crate) fn Process(id: String) -> impl IntoView {
    let desk = use_desk();
    let poster = Route::ProcessPaper(id.clone(), ProcessPaper::Poster).href();
    let checklist = Route::ProcessPaper(id.clone(), ProcessPaper::Checklist).href();
    let of_the_shop = {
        let id = id.clone();
        live(move || own::actions(desk, &id))
    };
    let process = Memo::new(move |_| desk.newest_process(desk.lang.get(), &id));
    let name = move || process.get().map(|process| process.name.clone());
    let about = move || process.get().map(|process| process.about.clone());
    let known = Memo::new(move |_| process.with(Option::is_some));
    let drawn = live(move || process.get().map(|process| blueprint_view(desk, process, None)));
    live(move || {
        if !known.get() {
            return view! { <Missing/> }.into_any();
        }
        view! {
            <div class="page process">
                <p class="back-link">
                    <a href=Route::Processes.href()><Icon glyph=Glyph::Back/>{said(|t| t.process().title)}</a>
                </p>
                <div class="page-head"><h1>{name}</h1></div>
                <p class="page-lead">{about}</p>
                {of_the_shop.clone()}
                <Path process=process/>
                <section class="section">
                    <h2>{said(|t| t.process().blueprint)}</h2>
                    <p class="hint">{said(|t| t.process().blueprint_hint)}</p>
                    {drawn.clone()}
                </section>
                <div class="btn-row">
                    <a class="btn" href=poster.clone()><Icon glyph=Glyph::Print/>{said(|t| t.process().print_poster)}</a>
                    <a class="btn" href=checklist.clone()>
                        <Icon glyph=Glyph::Print/>
                        {said(|t| t.process().print_checklist)}
                    </a>
                </div>
            </div>
        }
        .into_any()
    })
}

#[component]
fn Missing() -> impl IntoView {
    view! {
        <div class="page">
            <h1>{said(|t| t.process().missing_title)}</h1>
            <Empty
                text=label(|t| t.process().missing)
                action=(Route::Processes.href(), label(|t| t.process().title))
            />
        </div>
    }
    .into_any()
}
