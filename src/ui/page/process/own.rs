use crate::app::command::{retire_process, set};
use crate::app::desk::{Desk, use_desk};
use crate::app::story::process_words;
use crate::archive::{MAX_PROCESS_BYTES, ProcessFileError, Refusal, process_text, read_process};
use crate::catalog;
use crate::domain::custom_process::{
    CustomProcess, CustomProcessField, CustomProcessKey, CustomProcessKind, Definition,
};
use crate::domain::id::ProcessId;
use crate::domain::process::Process;
use crate::i18n::Texts;
use crate::i18n::archive_words::{refusal, size};
use crate::platform::file::{FileError, chosen, download, read_text};
use crate::platform::random;
use crate::ui::field_error::Told;
use crate::ui::part::{Button, Glyph, Icon, conflict_cards, said};
use crate::ui::route::Route;
use leptos::prelude::*;

/// What can be done with a process: a built-in one is copied; one of the shop's own is edited,
/// no longer offered, or saved to a file.
pub(super) fn actions(desk: Desk, id: &str) -> AnyView {
    let Some(process) = desk.newest_process(desk.lang.get(), id) else { return ().into_any() };
    let copy_it = move |()| copy(desk, process);
    let copy_button = view! { <Button label=|t| t.process().copy glyph=Glyph::Plus on_press=copy_it/> };
    let export_it = move |()| export(desk, process);
    let export_button = view! { <Button label=|t| t.process().export glyph=Glyph::Data on_press=export_it/> };
    let Some((own, id)) = desk.own_process(id).zip(ProcessId::parse(id)) else {
        return view! { <div class="btn-row">{copy_button} {export_button}</div> }.into_any();
    };
    let version = desk.t().process().version(&process.at.version);
    let retired = own.is_retired();
    let drafted = desk.drafts().is_some_and(|drafts| drafts.contains_key(&id));
    let edit = if drafted { said(|t| t.process().edit_draft) } else { said(|t| t.process().edit) };
    let href = Route::ProcessEditor(id.to_string()).href();
    let conflicts = conflicts(desk, &id, &own);
    let retire = {
        let own = own.clone();
        move |()| desk.save(retire_process(&desk.pen(), &id, &own, !retired))
    };
    let retire = if retired {
        view! { <Button label=|t| t.process().offer_again class="btn btn-quiet" on_press=retire/> }
    } else {
        view! { <Button label=|t| t.process().retire class="btn btn-quiet" on_press=retire/> }
    };
    view! {
        <p class="own-facts">
            <span class="tag">{version}</span>
            {retired.then(|| view! { <span class="tag tag-warn">{said(|t| t.process().retired)}</span> })}
        </p>
        {conflicts}
        <div class="btn-row">
            <a class="btn btn-primary" href=href><Icon glyph=Glyph::Note/>{edit}</a>
            {copy_button}
            {export_button}
            {retire}
        </div>
        <p class="hint">{said(|t| t.process().retire_hint)}</p>
    }
    .into_any()
}

/// Versions that two devices made: one press keeps one of them.
fn conflicts(desk: Desk, id: &ProcessId, own: &CustomProcess) -> Vec<AnyView> {
    let t = desk.t();
    let name = |key: &CustomProcessKey| match key {
        CustomProcessKey::Version(number) => t.process().two_versions(number),
        CustomProcessKey::Retired => t.process().retire.to_owned(),
    };
    let (id, now) = (id.clone(), own.clone());
    let keep = Callback::new(move |field: CustomProcessField| {
        desk.save(set::<CustomProcessKind>(&desk.pen(), id.as_str(), &now, vec![field]));
    });
    conflict_cards(desk, own.fields.conflicts(), name, |field| process_words(t, field), keep)
}

/// Begins a process of the shop's own that says what another says.
fn copy(desk: Desk, process: &Process) {
    let lang = desk.lang.get_untracked();
    let id = ProcessId::from_random(random::bits());
    let mut draft = Definition::of(process, lang);
    draft.name = untrack(|| desk.t()).process().copy_name(&process.name);
    desk.keep_draft(&id, Some(draft));
    Route::ProcessEditor(id.to_string()).go();
}

/// Hands a process out as a file.
fn export(desk: Desk, process: &Process) {
    let t = untrack(|| desk.t()).process();
    // A built-in process is in the language it is read in; of the shop's own it hardly matters.
    let definition = Definition::of(process, desk.lang.get_untracked());
    let name = format!("casebook-{}-{}.json", t.file_name, process.name.replace(['/', '\\', ':'], " "));
    if !download(&name, "application/json", process_text(&definition).as_bytes()) {
        desk.say(t.export_failed, None);
    }
}

/// Takes a process from a file: it becomes a draft, so that nothing is offered unseen.
#[component]
pub(crate) fn ImportButton() -> impl IntoView {
    let desk = use_desk();
    let error = RwSignal::new(None::<String>);
    let choose = move |event: leptos::ev::Event| {
        let Some(file) = chosen(&event) else { return };
        leptos::task::spawn_local(async move {
            let read = read_text(&file, MAX_PROCESS_BYTES).await;
            let t = untrack(|| desk.t());
            let outcome = match read {
                Ok(text) => read_process(&text).map_err(|why| why.tell(t)),
                Err(why) => Err(file_sentence(t, &why)),
            };
            match outcome {
                Ok(draft) => {
                    let id = ProcessId::from_random(random::bits());
                    desk.keep_draft(&id, Some(draft));
                    desk.say(t.process().imported, None);
                    Route::ProcessEditor(id.to_string()).go();
                }
                Err(why) => drop(error.try_set(Some(why))),
            }
        });
    };
    let told = move || error.get().map(|error| view! { <p class="field-error" role="alert">{error}</p> });
    view! {
        <div class="section">
            <div class="btn-row">
                <label class="btn file-btn">
                    <input type="file" class="visually-hidden" accept=".json,application/json" on:change=choose/>
                    <Icon glyph=Glyph::Merge/>
                    {said(|t| t.process().import)}
                </label>
            </div>
            {told}
        </div>
    }
    .into_any()
}

fn file_sentence(t: &'static Texts, error: &FileError) -> String {
    match error {
        FileError::TooLarge { bytes, max } => t.process().import_too_large(&size(*bytes), &size(*max)),
        FileError::NotText => t.process().import_not_text.to_owned(),
        FileError::Unreadable => t.process().import_unreadable.to_owned(),
    }
}

impl Told for ProcessFileError {
    fn tell(&self, t: &'static Texts) -> String {
        match self {
            Self::Refused(Refusal::OtherFormat) => t.process().import_other.to_owned(),
            Self::Refused(why) => refusal(t, why),
            Self::Unfit(why) => t.process().import_unfit(&why.tell(t)),
        }
    }
}

/// A process that is built in.
#[must_use]
pub(super) fn is_built_in(id: &str) -> bool {
    catalog::process_faces(crate::domain::lang::Lang::En).iter().any(|face| face.id == id)
}
