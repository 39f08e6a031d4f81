use super::leaving::take_back;
use crate::app::locking::watch::open_for_asking;
use crate::ui::page::lock::LockForm;
use crate::ui::page::survey_fields::Filled;
use leptos::prelude::*;

/// The way back with the passphrase of the screen's lock, for who has forgotten the code.
#[component]
pub(super) fn ByLock(filled: Filled) -> impl IntoView {
    view! {
        <p>{filled.say(|t| t.survey().forgotten_lock)}</p>
        <LockForm
            attempt=|desk, passphrase| Box::pin(open_for_asking(desk, passphrase))
            opened=take_back
            class="btn"
        />
    }
    .into_any()
}
