use crate::app::desk::{Desk, use_desk};
use crate::app::photos::{AddError, add};
use crate::domain::photo::PhotoOf;
use crate::i18n::{Texts, archive_words::size, texts};
use crate::platform::file::chosen_files;
use crate::platform::photo::PhotoError;
use crate::ui::page::case::Shown;
use crate::ui::page::safety::trouble_words;
use crate::ui::part::{Glyph, Icon, live, said};
use leptos::prelude::*;
use web_sys::{DataTransfer, File};

/// Takes photos and files in: by the phone's camera, chosen, dropped or pasted.
#[component]
pub(super) fn AddPhotos(
    shown: Shown,
    /// What they are of.
    #[prop(into)]
    of: Signal<PhotoOf>,
    /// What the buttons are about, for who hears them; nothing where the page says it.
    name: Signal<String>,
    /// Whether what is pasted on the page is meant.
    #[prop(default = false)]
    whole_page: bool,
) -> impl IntoView {
    let desk = use_desk();
    let shown = StoredValue::new(shown);
    let busy = RwSignal::new(None::<(usize, usize)>);
    let problems = RwSignal::new(Vec::<(String, AddError)>::new());
    let over = RwSignal::new(false);
    let take = Callback::new(move |files: Vec<File>| {
        if files.is_empty() || busy.get_untracked().is_some() {
            return;
        }
        problems.set(Vec::new());
        busy.set(Some((1, files.len())));
        leptos::task::spawn_local(async move {
            let wrong = take_in(desk, shown.get_value(), of.get_untracked(), files, busy).await;
            problems.try_set(wrong);
            busy.try_set(None);
        });
    });
    if whole_page {
        let paste = window_event_listener(leptos::ev::paste, move |event| {
            let files = files_of(event.clipboard_data());
            if !files.is_empty() {
                event.prevent_default();
                take.run(files);
            }
        });
        on_cleanup(move || paste.remove());
    }
    let choose = move |event: leptos::ev::Event| take.run(chosen_files(&event));
    let called = move |words: &'static str| match name.get() {
        name if name.is_empty() => words.to_owned(),
        name => format!("{words} · {name}"),
    };
    let state = live(move || {
        let (number, count) = busy.get()?;
        Some(desk.t().photos().working(&number, &count))
    });
    let wrong = live(move || {
        let t = desk.t();
        let each = |(name, error): (String, AddError)| {
            let words = t.photos().problem(&name, &told(t, &error));
            view! { <p class="field-error">{words}</p> }
        };
        let all: Vec<_> = problems.get().into_iter().map(each).collect();
        (!all.is_empty()).then(|| view! { <div role="alert">{all}</div> })
    });
    view! {
        <div
            class="photo-ways"
            class:drop-over=over
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                take.run(files_of(event.data_transfer()));
            }
        >
            <label class="btn file-btn photo-take" class:btn-primary=whole_page>
                <input
                    type="file"
                    class="visually-hidden"
                    accept="image/*"
                    capture="environment"
                    aria-label=move || called(desk.t().photos().take)
                    on:change=choose
                />
                <Icon glyph=Glyph::Photo/>
                {said(|t| t.photos().take)}
            </label>
            <label class="btn file-btn">
                <input
                    type="file"
                    class="visually-hidden"
                    multiple
                    aria-label=move || called(desk.t().photos().choose)
                    on:change=choose
                />
                {said(|t| t.photos().choose)}
            </label>
            {whole_page.then(|| view! { <span class="hint photo-drop">{said(|t| t.photos().drop)}</span> })}
        </div>
        <p class="small muted photo-state" role="status">{state}</p>
        {wrong}
    }
    .into_any()
}

fn files_of(transfer: Option<DataTransfer>) -> Vec<File> {
    let files = transfer.and_then(|transfer| transfer.files());
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default()
}

/// Takes in one after the other; gives those that were not kept, and why.
async fn take_in(
    desk: Desk,
    shown: Shown,
    of: PhotoOf,
    files: Vec<File>,
    busy: RwSignal<Option<(usize, usize)>>,
) -> Vec<(String, AddError)> {
    let count = files.len();
    let mut wrong = Vec::new();
    for (at, file) in files.iter().enumerate() {
        busy.try_set(Some((at + 1, count)));
        let case = untrack(|| shown.case());
        if let Err(error) = add(desk, &shown.id, &case, of.clone(), file).await {
            wrong.push((file.name(), error));
        }
    }
    let t = texts(desk.lang.get_untracked());
    match count - wrong.len() {
        0 => {}
        1 => desk.say(t.photos().kept_one, Some(shown.id.clone())),
        kept => desk.say(t.photos().kept(&kept), None),
    }
    wrong
}

fn told(t: &'static Texts, error: &AddError) -> String {
    match error {
        AddError::Photo(PhotoError::Empty) => t.photos().error_empty.to_owned(),
        AddError::Photo(PhotoError::TooLarge { bytes, max }) => {
            t.photos().error_large(&size(*bytes), &size(*max))
        }
        AddError::Photo(PhotoError::TooManyPixels) => t.photos().error_pixels.to_owned(),
        AddError::Photo(PhotoError::Broken) => t.photos().error_broken.to_owned(),
        AddError::Photo(PhotoError::Unreadable) => t.photos().error_unreadable.to_owned(),
        AddError::Words(_) => t.photos().error_caption.to_owned(),
        AddError::Store(error) => t.photos().error_store(&trouble_words(t, error)),
    }
}
