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
    /// What the form says as long as nobody types.
    empty: StoredValue<Begun>,
    /// Whether the note was read: before, an empty form must not wipe it out.
    read: StoredValue<bool>,
    /// Whether the note has done its work: nothing is noted any more.
    over: StoredValue<bool>,
    /// What was typed last.
    last: StoredValue<Begun>,
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
            empty: StoredValue::new(empty.clone()),
            read: StoredValue::new(chosen),
            over: StoredValue::new(false),
            last: StoredValue::new(empty),
            changes: StoredValue::new(0),
        };
        if !chosen {
            leptos::task::spawn_local(keeping.bring_back());
        }
        Effect::new(move |_| keeping.note_soon(form.begun()));
        on_cleanup(move || keeping.note());
        keeping
    }

    async fn bring_back(self) {
        let desk = self.form.desk();
        let found = match desk.store() {
            Some(store) => store.meta(NOTE).await.ok().flatten(),
            None => None,
        };
        // The page may have been left, and whoever was quicker than the store types on.
        let untouched = self.last.try_get_value().is_some_and(|last| self.empty.get_value() == last);
        if let Some(begun) = found.as_deref().and_then(Begun::from_text).filter(|_| untouched) {
            self.form.put_back(begun);
            self.back.set(true);
        }
        self.read.try_set_value(true);
    }

    fn note_soon(self, typed: Begun) {
        if self.last.with_value(|last| *last == typed) {
            return;
        }
        self.last.set_value(typed);
        self.changes.update_value(|changes| *changes += 1);
        let change = self.changes.get_value();
        let rest = move || {
            if self.changes.try_get_value() == Some(change) {
                self.note();
            }
        };
        set_timeout(rest, REST);
    }

    /// Notes what was typed last.
    fn note(self) {
        let kept = (self.over.try_get_value(), self.last.try_get_value(), self.empty.try_get_value());
        if let (Some(false), Some(last), Some(empty)) = kept
            && (last != empty || self.read.try_get_value() == Some(true))
        {
            note(self.form.desk(), &last);
        }
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
