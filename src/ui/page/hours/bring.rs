use super::Page;
use super::offer::Offer;
use crate::archive::Refusal;
use crate::archive::calendar::MAX_CALENDAR_BYTES;
use crate::i18n::archive_words::refusal;
use crate::i18n::hours::file_error;
use crate::platform::file::{FileError, chosen, read_bytes};
use crate::ui::part::{Button, Glyph, Icon, TextArea, label, said};
use leptos::prelude::*;

/// The most characters that a list may have: more than any list of days needs.
const MAX_LIST: usize = 200_000;

/// Days from a list or a file: first what they would change.
#[component]
pub(super) fn Bring(page: Page) -> impl IntoView {
    let desk = page.desk;
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let offer = move |bytes: &[u8]| {
        let now = page.calendar.get_untracked();
        match page.shop.with_untracked(|shop| Offer::read(shop, &now, bytes)) {
            Ok(offer) => {
                wrong.set(None);
                page.propose(offer);
            }
            Err(error) => wrong.set(Some(file_error(untrack(|| desk.t()), &error))),
        }
    };
    let look = move |()| match typed.with_untracked(|typed| typed.trim().is_empty()) {
        true => wrong.set(Some(untrack(|| desk.t()).hours().nothing_typed.to_owned())),
        false => offer(typed.get_untracked().as_bytes()),
    };
    let choose = move |event: leptos::ev::Event| {
        let Some(file) = chosen(&event) else { return };
        leptos::task::spawn_local(async move {
            let read = read_bytes(&file, MAX_CALENDAR_BYTES as u64).await;
            // The page may be gone meanwhile.
            if wrong.try_get_untracked().is_none() {
                return;
            }
            let t = untrack(|| desk.t());
            match read {
                Ok(bytes) => offer(&bytes),
                Err(FileError::TooLarge { bytes, max }) => {
                    wrong.set(Some(refusal(t, &Refusal::TooLarge { bytes, max })));
                }
                Err(FileError::NotText | FileError::Unreadable) => {
                    wrong.set(Some(t.hours().file_unreadable.to_owned()));
                }
            }
        });
    };
    view! {
        <section class="section card">
            <h2>{said(|t| t.hours().bring)}</h2>
            <p class="muted">{said(|t| t.hours().bring_text)}</p>
            <TextArea
                label=label(|t| t.hours().paste)
                value=typed
                on_type=move |text: String| {
                    wrong.set(None);
                    typed.set(text);
                }
                error=wrong
                hint=label(|t| t.hours().paste_hint)
                rows=4
                max=MAX_LIST
            />
            <div class="btn-row">
                <Button label=|t| t.hours().look on_press=look/>
                <label class="btn file-btn">
                    <input
                        type="file"
                        class="visually-hidden"
                        accept=".ics,.txt,.csv,.json,text/calendar,text/plain,application/json"
                        on:change=choose
                    />
                    <Icon glyph=Glyph::Merge/>
                    {said(|t| t.hours().choose_file)}
                </label>
            </div>
        </section>
    }
    .into_any()
}
