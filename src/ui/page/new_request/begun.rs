use super::form::Form;
use crate::app::desk::Desk;
use crate::app::intake::{Begun, NOTE};
use crate::ui::part::{Button, said};
use leptos::prelude::*;
use std::time::Duration;

/// How long somebody rests from typing before it is noted.
const REST: Duration = Duration::from_millis(400);

/// The note of what is being typed: kept until the case is opened or it is thrown away.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    form: Form,
    /// Whether what was typed earlier is back.
    back: RwSignal<bool>,
    /// Whether the note has done its work: nothing is noted any more.
    over: StoredValue<bool>,
    /// What the form said when it was empty.
    empty: StoredValue<Begun>,
    /// Grows with each change.
    changes: StoredValue<u32>,
}

impl Keeping {
    /// Brings back what was typed earlier, and notes what is typed from now on.
    pub(super) fn begin(form: Form) -> Self {
        let empty = untrack(|| form.begun());
        // Somebody who comes from a customer's page begins anew.
        let chosen = !empty.customer.is_empty();
        let keeping = Self {
            form,
            back: RwSignal::new(false),
            over: StoredValue::new(false),
            empty: StoredValue::new(empty),
            changes: StoredValue::new(0),
        };
        if !chosen {
            leptos::task::spawn_local(keeping.bring_back());
        }
        let typed = Memo::new(move |_| form.begun());
        Effect::new(move |before: Option<()>| {
            typed.track();
            if before.is_some() {
                keeping.note_soon(typed);
            }
        });
        // What was typed last is noted when the page is left.
        let last = StoredValue::new(keeping.empty.get_value());
        Effect::new(move |_| last.set_value(typed.get()));
        on_cleanup(move || {
            if let (Some(false), Some(last)) = (keeping.over.try_get_value(), last.try_get_value())
                && keeping.changes.try_get_value().is_some_and(|changes| changes > 0)
            {
                note(form.desk(), &last);
            }
        });
        keeping
    }

    async fn bring_back(self) {
        let desk = self.form.desk();
        let Some(store) = desk.store() else { return };
        let Some(begun) = store.meta(NOTE).await.ok().flatten().as_deref().and_then(Begun::from_text) else {
            return;
        };
        // Whoever was quicker than the store types on.
        let untouched = self.changes.try_get_value() == Some(0);
        if untouched && self.over.try_get_value() == Some(false) {
            self.form.put_back(begun);
            self.back.set(true);
        }
    }

    fn note_soon(self, typed: Memo<Begun>) {
        self.changes.update_value(|changes| *changes += 1);
        let change = self.changes.get_value();
        set_timeout(
            move || {
                // The page may have been left, or somebody types on.
                let rests = self.changes.try_get_value() == Some(change);
                if rests
                    && self.over.try_get_value() == Some(false)
                    && let Some(typed) = typed.try_get_untracked()
                {
                    note(self.form.desk(), &typed);
                }
            },
            REST,
        );
    }

    /// The request was taken: the note is let go.
    pub(super) fn finish(self) {
        self.over.set_value(true);
        note(self.form.desk(), &Begun::default());
    }

    /// Throws away what was typed.
    fn drop_all(self) {
        let desk = self.form.desk();
        self.form.put_back(self.empty.get_value());
        self.back.set(false);
        note(desk, &Begun::default());
        desk.say(untrack(|| desk.t()).new_request().begun_dropped, None);
    }
}

fn note(desk: Desk, begun: &Begun) {
    let text = begun.to_text();
    leptos::task::spawn_local(async move {
        if let Some(store) = desk.store()
            && let Err(error) = store.set_meta(NOTE, &text).await
        {
            desk.trouble.set(Some(error));
        }
    });
}

/// Says that what was typed earlier is back, with a way to throw it away.
#[component]
pub(super) fn BroughtBack(keeping: Keeping) -> impl IntoView {
    let line = move || {
        keeping.back.get().then(|| {
            view! {
                <p class="begun">
                    <span class="muted">{said(|t| t.new_request().begun)}</span>
                    <Button
                        label=|t| t.new_request().begun_drop
                        class="btn btn-quiet"
                        on_press=move |()| keeping.drop_all()
                    />
                </p>
            }
        })
    };
    view! { <div role="status">{line}</div> }.into_any()
}
