use super::guarding::{AskFolder, Guarding};
use crate::app::backup::{Backup, use_backup};
use crate::app::copies::Chosen;
use crate::app::desk::{Desk, use_desk};
use crate::app::folder::{Trouble, keeper};
use crate::archive::sync::FolderError;
use crate::i18n::{Texts, texts};
use crate::platform::folder::is_supported;
use crate::ui::page::safety::trouble_words;
use crate::ui::part::{Button, Glyph, Icon, TimeText, live, said};
use leptos::prelude::*;

/// What somebody may do with the folder.
#[derive(Clone, Copy, PartialEq)]
enum Wish {
    Choose,
    CopyNow,
    AskAgain,
    LetGo,
}

async fn fulfil(backup: Backup, wish: Wish) -> Result<(), Trouble> {
    let keeper = keeper(backup);
    match wish {
        Wish::Choose => keeper.choose().await,
        Wish::CopyNow => keeper.copy_now().await,
        Wish::AskAgain => keeper.ask_again().await,
        Wish::LetGo => keeper.let_go().await,
    }
}

/// Does it, and says how it went.
fn wish(desk: Desk, backup: Backup, wish: Wish, busy: RwSignal<bool>) {
    busy.set(true);
    leptos::task::spawn_local(async move {
        let outcome = fulfil(backup, wish).await;
        busy.try_set(false);
        let t = texts(desk.lang.get_untracked());
        let face = keeper(backup).face().get_untracked();
        let last = face.chosen.as_ref().and_then(|chosen| chosen.last.clone());
        match (outcome, wish, last) {
            (Ok(()), Wish::CopyNow, Some((name, _))) => desk.say(t.folder().done(&name), None),
            (Ok(()), Wish::LetGo, _) => desk.say(t.folder().stopped, None),
            // What is chosen says it in a line that stays.
            (Err(trouble), ..) if face.chosen.is_none() => desk.say(words(t, &trouble, ""), None),
            _ => {}
        }
    });
}

/// What stands in the way, and what to do about it.
pub(super) fn words(t: &'static Texts, trouble: &Trouble, name: &str) -> String {
    let error = match trouble {
        Trouble::Store(error) => return trouble_words(t, error),
        Trouble::Folder(error) => error,
        Trouble::Protected => return t.folder().asked(&name),
    };
    match error {
        FolderError::Missing => t.folder().not_here.to_owned(),
        FolderError::NotAsked => t.folder().not_asked(&name),
        FolderError::NotAllowed => t.folder().not_allowed(&name),
        FolderError::Gone => t.folder().gone(&name),
        FolderError::Full => t.folder().full(&name),
        FolderError::NotKept => t.folder().not_kept(&name),
        FolderError::NotSealed => t.folder().not_sealed(&name),
        FolderError::Failed(words) => t.folder().failed(&name, words),
    }
}

/// Copies that are written by themselves.
#[component]
pub(super) fn Copies() -> impl IntoView {
    let (desk, backup) = (use_desk(), use_backup());
    let busy = RwSignal::new(false);
    let face = keeper(backup).face();
    let chosen = {
        let face = face.clone();
        Memo::new(move |_| face.with(|face| (face.known, face.chosen.clone())))
    };
    let copying = {
        let face = face.clone();
        Memo::new(move |_| busy.get() || face.with(|face| face.copying))
    };
    let body = live(move || match chosen.get() {
        _ if !is_supported() => view! { <p class="hint">{said(|t| t.folder().not_here)}</p> }.into_any(),
        (false, _) => ().into_any(),
        (true, None) => view! {
            <div class="btn-row">
                <Button
                    label=|t| t.folder().choose
                    busy=(copying.into(), |t| t.folder().choosing)
                    on_press=move |()| wish(desk, backup, Wish::Choose, busy)
                />
            </div>
        }
        .into_any(),
        (true, Some(chosen)) => view! { <ChosenFolder chosen=chosen busy=busy copying=copying/> }.into_any(),
    });
    view! {
        <section class="section card">
            <h2>{said(|t| t.folder().copies_title)}</h2>
            <p>{said(|t| t.folder().copies_text)}</p>
            {body}
            {is_supported().then(|| view! { <Guarding/> })}
        </section>
    }
    .into_any()
}

#[component]
fn ChosenFolder(chosen: Chosen, busy: RwSignal<bool>, copying: Memo<bool>) -> impl IntoView {
    let (desk, backup) = (use_desk(), use_backup());
    let last = match chosen.last.clone() {
        Some((name, at)) => {
            view! { <TimeText at=at/> " · " <span class="file-name">{name}</span> }.into_any()
        }
        None => view! { {said(|t| t.folder().last_none)} }.into_any(),
    };
    let without = chosen.without_photos;
    view! {
        <FolderTrouble busy=busy/>
        <dl class="facts">
            <dt>{said(|t| t.folder().folder)}</dt>
            <dd>{chosen.name.clone()}</dd>
            <dt>{said(|t| t.folder().last)}</dt>
            <dd>{last}</dd>
            <dt>{said(|t| t.folder().kept)}</dt>
            <dd class="figure">{chosen.written.len()}</dd>
        </dl>
        {without.then(|| view! { <p class="hint">{said(|t| t.folder().without_photos)}</p> })}
        <div class="btn-row">
            <Button
                label=|t| t.folder().now
                busy=(copying.into(), |t| t.folder().choosing)
                on_press=move |()| wish(desk, backup, Wish::CopyNow, busy)
            />
            <Button
                label=|t| t.folder().choose_other
                class="btn btn-quiet"
                on_press=move |()| wish(desk, backup, Wish::Choose, busy)
            />
            <Button
                label=|t| t.folder().stop
                class="btn btn-quiet"
                on_press=move |()| wish(desk, backup, Wish::LetGo, busy)
            />
        </div>
    }
    .into_any()
}

/// What stands between this page and the folder, with a way out: it stays until it is over.
#[component]
fn FolderTrouble(busy: RwSignal<bool>) -> impl IntoView {
    let (desk, backup) = (use_desk(), use_backup());
    let face = keeper(backup).face();
    let trouble = Memo::new(move |_| {
        face.with(|face| Some((face.trouble.clone()?, face.chosen.as_ref()?.name.clone())))
    });
    live(move || {
        trouble.get().map(|(trouble, name)| {
            let asks = trouble == Trouble::Protected;
            let told = Signal::derive(move || words(desk.t(), &trouble, &name));
            let way_out = match asks {
                true => view! { <AskFolder/> }.into_any(),
                false => view! {
                    <Button
                        label=|t| t.folder().again
                        on_press=move |()| wish(desk, backup, Wish::AskAgain, busy)
                    />
                }
                .into_any(),
            };
            view! {
                <div class="folder-trouble" role="status">
                    <Icon glyph=Glyph::Warning/>
                    <p>{told}</p>
                    {way_out}
                </div>
            }
        })
    })
}

/// The same in one quiet line, for the first page.
#[component]
pub(crate) fn FolderLine() -> impl IntoView {
    let busy = RwSignal::new(false);
    view! { <FolderTrouble busy=busy/> }
}
