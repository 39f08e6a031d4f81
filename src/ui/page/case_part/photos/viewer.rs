use super::title;
use crate::app::desk::use_desk;
use crate::domain::case::Case;
use crate::domain::id::PhotoId;
use crate::domain::photo::Photo;
use crate::ui::page::case::Shown;
use crate::ui::part::{Dialog, Glyph, Picture, live, mover};
use leptos::prelude::*;

/// The photos of a case that are pictures, in their order, with their place among all.
fn pictures(case: &Case) -> Vec<(PhotoId, Photo, usize)> {
    let all = case.photos().into_iter().enumerate();
    let pictures = all.filter(|(_, (_, photo))| photo.media.is_picture());
    pictures.map(|(place, (id, photo))| (id.clone(), photo.clone(), place)).collect()
}

/// One photo as large as the screen; the arrows go to the others, Esc closes it.
#[component]
pub(super) fn Viewer(shown: Shown, at: RwSignal<Option<PhotoId>>) -> impl IntoView {
    let desk = use_desk();
    let all = Memo::new(move |_| shown.read(pictures));
    let place = Memo::new(move |_| {
        let at = at.get()?;
        all.with(|all| all.iter().position(|(id, ..)| *id == at))
    });
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(place.get().is_some()));
    // Closed by Esc or by its button.
    Effect::new(move |before: Option<bool>| {
        let open = open.get();
        if before == Some(true) && !open {
            at.set(None);
        }
        open
    });
    let go = Callback::new(move |by: isize| {
        let Some(here) = place.get_untracked() else { return };
        let there = here.checked_add_signed(by);
        let id = all.with_untracked(|all| there.and_then(|there| all.get(there)).map(|(id, ..)| id.clone()));
        if let Some(id) = id {
            at.set(Some(id));
        }
    });
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if !open.get_untracked() || event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => go.run(-1),
            "ArrowRight" => go.run(1),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let here = Memo::new(move |_| {
        let place = place.get()?;
        all.with(|all| all.get(place).cloned())
    });
    let name = Signal::derive(move || {
        here.with(|here| here.as_ref().map(|(_, photo, place)| title(desk.t(), photo, *place)))
            .unwrap_or_default()
    });
    let hash = Memo::new(move |_| here.with(|here| here.as_ref().map(|(_, photo, _)| photo.file.clone())));
    let picture = live(move || hash.get().map(|hash| view! { <Picture hash=hash alt=name small=false/> }));
    let count = move || place.get().map(|place| desk.t().photos().place(&(place + 1), &all.with(Vec::len)));
    let count = live(count);
    let can_before = Signal::derive(move || place.get().is_some_and(|place| place > 0));
    let can_after = Signal::derive(move || place.get().is_some_and(|place| place + 1 < all.with(Vec::len)));
    view! {
        <Dialog title=name open=open>
            <div class="dialog-body photo-view">
                {picture.clone()}
                <div class="btn-row photo-turn">
                    {mover(Glyph::Back, Signal::derive(move || desk.t().photos().before.to_owned()), can_before, move || go.run(-1))}
                    <span class="small muted figure" role="status">{count.clone()}</span>
                    {mover(Glyph::Forward, Signal::derive(move || desk.t().photos().after.to_owned()), can_after, move || go.run(1))}
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}
