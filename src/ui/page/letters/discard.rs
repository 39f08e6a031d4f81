use crate::app::command::discard_letter;
use crate::app::desk::{Desk, use_desk};
use crate::domain::id::LetterId;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::record::{RecordKey, RecordKind};
use crate::ui::part::{Button, Dialog, label, said};
use leptos::prelude::*;

/// Asks before a draft is thrown away.
#[component]
pub(super) fn Discard(
    /// The draft that somebody wants to throw away.
    asked: RwSignal<Option<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            asked.set(None);
        }
    });
    let discard = move |()| {
        if let Some(id) = asked.get_untracked() {
            leptos::task::spawn_local(discard(desk, id));
        }
        open.set(false);
    };
    view! {
        <Dialog title=label(|t| t.letter().discard_title) open=open>
            <div class="dialog-body">
                <p>{said(|t| t.letter().discard_text)}</p>
                <div class="btn-row">
                    <Button label=|t| t.letter().discard class="btn btn-primary" on_press=discard/>
                    <Button label=|t| t.common().cancel class="btn btn-quiet" on_press=move |()| open.set(false)/>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

async fn discard(desk: Desk, id: String) {
    let Some(letter_id) = LetterId::parse(&id) else { return };
    let key = RecordKey::new(RecordKind::Letter, &id);
    if !desk.records.with_untracked(|records| records.0.contains_key(&key)) {
        desk.load(vec![key]).await;
    }
    let letter = desk.records.with_untracked(|records| Letter::of(&records.journal::<LetterKind>(&id)));
    desk.save(discard_letter(&desk.pen(), &letter_id, &letter));
    desk.say(untrack(|| desk.t()).letter().discarded, None);
}
