use super::order::Order;
use super::title;
use crate::app::command::{put_photo, remove_item};
use crate::app::desk::{Desk, use_desk};
use crate::app::photos::bytes_of;
use crate::domain::case::CaseItemKey;
use crate::domain::id::PhotoId;
use crate::domain::photo::{MediaType, Photo, PhotoOf};
use crate::i18n::archive_words::size;
use crate::i18n::when::local_in_words;
use crate::platform::file::download;
use crate::ui::field_error::Told;
use crate::ui::page::case::Shown;
use crate::ui::part::{Glyph, Icon, Picture, TextField, live, movers, said};
use leptos::prelude::*;

/// One photo or file in the list.
#[component]
pub(super) fn Row(
    shown: Shown,
    id: PhotoId,
    #[prop(into)] among: Signal<Vec<CaseItemKey>>,
    looked_at: RwSignal<Option<PhotoId>>,
) -> impl IntoView {
    let desk = use_desk();
    let s = StoredValue::new(shown);
    let key = CaseItemKey::Photo(id.clone());
    let photo = Memo::new({
        let id = id.clone();
        move |_| {
            s.with_value(|shown| {
                shown.read(|case| {
                    let photos = case.photos();
                    let place = photos.iter().position(|(known, _)| **known == id)?;
                    Some((photos[place].1.clone(), place))
                })
            })
        }
    });
    let name = Memo::new(move |_| {
        let name = photo.with(|photo| photo.as_ref().map(|(photo, place)| title(desk.t(), photo, *place)));
        name.unwrap_or_default()
    });
    let element = format!("photo-{id}");
    let order = Order::of(s, element.clone(), key.clone(), among);
    let remove = Callback::new(move |()| {
        let shown = s.get_value();
        desk.save(remove_item(&desk.pen(), &shown.id, &shown.case_untracked(), key.clone()));
        desk.say(untrack(|| desk.t()).photos().taken_out, Some(shown.id));
    });
    let error = RwSignal::new(None::<String>);
    let commit = {
        let id = id.clone();
        move |caption: String| {
            let Some((photo, _)) = photo.get_untracked() else { return };
            let shown = s.get_value();
            let said = Photo { caption, ..photo };
            match put_photo(&desk.pen(), &shown.id, &shown.case_untracked(), &id, said) {
                Ok(records) => {
                    error.set(None);
                    desk.save(records);
                }
                Err(why) => error.set(Some(why.tell(untrack(|| desk.t())))),
            }
        }
    };
    let on_papers = {
        let id = id.clone();
        move |on_papers: bool| {
            let Some((photo, _)) = photo.get_untracked() else { return };
            let shown = s.get_value();
            let said = Photo { on_papers, ..photo };
            if let Ok(records) = put_photo(&desk.pen(), &shown.id, &shown.case_untracked(), &id, said) {
                desk.save(records);
            }
        }
    };
    let picture =
        photo.with_untracked(|photo| photo.as_ref().is_some_and(|(photo, _)| photo.media.is_picture()));
    let choice = picture.then(|| {
        let chosen = move || photo.with(|photo| photo.as_ref().is_some_and(|(photo, _)| photo.on_papers));
        view! {
            <label class="tick-line">
                <input
                    type="checkbox"
                    prop:checked=chosen
                    on:change=move |event| on_papers(event_target_checked(&event))
                />
                <span>{said(|t| t.photos().on_papers)}</span>
            </label>
        }
    });
    // Drawn once: its bytes never change.
    let face = photo.with_untracked(|photo| {
        photo.as_ref().map(|(photo, _)| face(desk, photo, id.clone(), name.into(), looked_at))
    });
    let facts = live(move || photo.get().map(|(photo, _)| facts(desk, &photo, s)));
    view! {
        <li class="photo card" id=element tabindex="-1" aria-label=name>
            {face}
            <div class="photo-words">
                <TextField
                    label=Signal::derive(move || desk.t().photos().caption.to_owned())
                    value=Signal::derive(move || {
                        photo.with(|photo| photo.as_ref().map(|(photo, _)| photo.caption.clone()).unwrap_or_default())
                    })
                    on_commit=commit
                    error=error
                />
                {choice}
                <p class="small muted figure">{facts}</p>
            </div>
            {movers(name.into(), order.can_up, order.can_down, order.go, remove)}
        </li>
    }
    .into_any()
}

/// What stands in the picture's place: the picture itself, to be looked at, or the file to be saved.
fn face(
    desk: Desk,
    photo: &Photo,
    id: PhotoId,
    name: Signal<String>,
    looked_at: RwSignal<Option<PhotoId>>,
) -> AnyView {
    if photo.media.is_picture() {
        return view! {
            <button
                type="button"
                class="photo-face"
                aria-label=move || desk.t().photos().open(&name.get())
                on:click=move |_| looked_at.set(Some(id.clone()))
            >
                <Picture hash=photo.file.clone() alt=Signal::stored(String::new())/>
            </button>
        }
        .into_any();
    }
    view! {
        <button
            type="button"
            class="photo-face photo-file"
            aria-label=move || desk.t().photos().save(&name.get())
            on:click={
                let photo = photo.clone();
                move |_| leptos::task::spawn_local(save(desk, photo.clone()))
            }
        >
            <Icon glyph=Glyph::Data/>
            <span class="small">{photo.name.clone()}</span>
        </button>
    }
    .into_any()
}

/// Hands the file to the user, as what it was.
async fn save(desk: Desk, photo: Photo) {
    match bytes_of(desk, &photo.file).await {
        Some(bytes) => drop(download(&photo.name, MediaType::of(&bytes).mime(), &bytes)),
        None => desk.say(untrack(|| desk.t()).photos().file_elsewhere, None),
    }
}

fn facts(desk: Desk, photo: &Photo, shown: StoredValue<Shown>) -> String {
    let taken = photo.taken.map(|taken| local_in_words(desk.lang.get(), taken));
    let of = match &photo.of {
        PhotoOf::Case => None,
        PhotoOf::Task(task) => shown.with_value(|shown| {
            let process = shown.process(desk.lang.get())?;
            Some(process.task(task)?.text.clone())
        }),
        PhotoOf::Asset(asset) => Some(desk.index.with(|index| index.asset_line(asset.as_str()).to_owned())),
    };
    let size = size(photo.size.into());
    [of, taken, Some(size)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
