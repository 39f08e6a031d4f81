use super::adding::AddPhotos;
use crate::app::desk::use_desk;
use crate::domain::photo::{FileHash, PhotoOf};
use crate::domain::process::Task;
use crate::ui::page::case::Shown;
use crate::ui::part::Picture;
use crate::ui::part::live;
use crate::ui::route::{Part, Route};
use leptos::prelude::*;

/// So many small pictures stand in a task's row.
const FEW: usize = 4;

/// The photos of a task: take one where it is asked for, and see those that are there.
#[component]
pub(in crate::ui::page) fn TaskPhotos(shown: Shown, task: &'static Task, open: Memo<bool>) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let there = Memo::new(move |_| {
        s.with_value(|shown| {
            shown.read(|case| {
                let photos = case.photos().into_iter();
                let of = photos.filter(|(_, photo)| photo.of == PhotoOf::Task(task.id.clone()));
                of.filter(|(_, photo)| photo.media.is_picture())
                    .map(|(_, photo)| photo.file.clone())
                    .collect::<Vec<FileHash>>()
            })
        })
    });
    let href = s.with_value(|shown| Route::CasePart(shown.id.to_string(), Part::Photos).href());
    let few = live(move || {
        let there = there.get();
        let some = !there.is_empty();
        let few: Vec<_> = there
            .into_iter()
            .take(FEW)
            .map(|hash| view! { <Picture hash=hash alt=Signal::stored(String::new())/> })
            .collect();
        some.then(|| {
            view! {
                <a class="photo-few" href=href.clone() aria-label=move || desk.t().photos().see_all>{few}</a>
            }
        })
    });
    let add = live(move || {
        open.get().then(|| {
            view! {
                <AddPhotos
                    shown=s.get_value()
                    of=Signal::stored(PhotoOf::Task(task.id.clone()))
                    name=Signal::stored(task.text.clone())
                />
            }
        })
    });
    view! { <div class="task-photos">{few} {add}</div> }.into_any()
}
