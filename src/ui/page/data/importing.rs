use crate::app::desk::{Desk, use_desk};
use crate::app::errand;
use crate::app::import::{ImportError, Offer, take_over};
use crate::archive::sealed::{MAX_SEALED_FILE_BYTES, SUFFIX, is_sealed};
use crate::archive::{MAX_ARCHIVE_BYTES, Refusal};
use crate::platform::file::{FileError, chosen, read_bytes};
use crate::ui::part::{Glyph, Icon, said};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::File;

/// How far the taking over of a file has come.
#[derive(Clone)]
pub(crate) enum Step {
    /// No file was chosen.
    Idle,
    /// The file of this name is being read.
    Reading(String),
    /// The file of this name opens with a passphrase.
    Sealed(String, Arc<Vec<u8>>),
    /// This is what the file of this name would do.
    Offered(String, Arc<Offer>),
    /// It is being stored.
    TakingOver,
    /// All of it is stored.
    Done(Arc<Offer>),
    /// Nothing of it was stored.
    Failed(ImportError),
}

/// The taking over of a file. Copied freely: it is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Importing {
    desk: Desk,
    pub(super) step: RwSignal<Step>,
    /// Counts the files that were chosen, so that one given up is not offered later.
    attempt: StoredValue<u32>,
}

impl Importing {
    pub(crate) fn new() -> Self {
        Self { desk: use_desk(), step: RwSignal::new(Step::Idle), attempt: StoredValue::new(0) }
    }

    /// Whether no file was chosen. Follows changes.
    pub(crate) fn is_idle(self) -> bool {
        self.step.with(|step| matches!(step, Step::Idle))
    }

    /// Gives up what was chosen. Nothing was stored by choosing it.
    pub(crate) fn reset(self) {
        self.attempt.update_value(|attempt| *attempt += 1);
        self.step.set(Step::Idle);
    }

    fn read(self, file: File) {
        self.reset();
        let attempt = self.attempt.get_value();
        self.step.set(Step::Reading(file.name()));
        leptos::task::spawn_local(async move {
            let step = match read(&file).await {
                Ok(bytes) if is_sealed(&bytes) => Step::Sealed(file.name(), Arc::new(bytes)),
                Ok(bytes) => self.offered(file.name(), bytes).await,
                Err(error) => Step::Failed(error),
            };
            self.go_on(attempt, step);
        });
    }

    /// Goes on with what was in a sealed file.
    pub(super) fn opened(self, name: String, bytes: Vec<u8>) {
        let Some(attempt) = self.attempt.try_get_value() else { return };
        self.step.set(Step::Reading(name.clone()));
        leptos::task::spawn_local(async move {
            let step = self.offered(name, bytes).await;
            self.go_on(attempt, step);
        });
    }

    async fn offered(self, name: String, bytes: Vec<u8>) -> Step {
        let offer = errand::offer(self.desk, bytes).await.unwrap_or(Err(ImportError::NotFetched));
        offer.map_or_else(Step::Failed, |offer| Step::Offered(name, Arc::new(offer)))
    }

    /// The page may be gone, or another file chosen.
    fn go_on(self, attempt: u32, step: Step) {
        if self.attempt.try_get_value() == Some(attempt) {
            self.step.set(step);
        }
    }

    pub(super) fn accept(self, offer: Arc<Offer>) {
        self.step.set(Step::TakingOver);
        leptos::task::spawn_local(async move {
            let stored = take_over(self.desk, &offer.plan).await;
            self.step.try_set(match stored {
                Ok(()) => Step::Done(offer),
                Err(error) => Step::Failed(ImportError::Store(error)),
            });
        });
    }
}

async fn read(file: &File) -> Result<Vec<u8>, ImportError> {
    let max = if file.name().ends_with(SUFFIX) { MAX_SEALED_FILE_BYTES } else { MAX_ARCHIVE_BYTES };
    read_bytes(file, max).await.map_err(|error| match error {
        FileError::TooLarge { bytes, max } => ImportError::Refused(Refusal::TooLarge { bytes, max }),
        FileError::NotText => ImportError::Refused(Refusal::NotText),
        FileError::Unreadable => ImportError::Unreadable,
    })
}

/// A place to choose a file, or to drop it.
#[component]
pub(crate) fn FileChoice(
    /// Where the file goes.
    importing: Importing,
    /// What the choice is called.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let choose = move |event: leptos::ev::Event| {
        if let Some(file) = chosen(&event) {
            importing.read(file);
        }
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            importing.read(file);
        }
    };
    view! {
        <div
            class="drop"
            class:drop-over=over
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <label class="btn file-btn">
                <input type="file" class="visually-hidden" accept=".json,.age,application/json" on:change=choose/>
                <Icon glyph=Glyph::Merge/>
                {label}
            </label>
            <span class="hint">{said(|t| t.common().drop)}</span>
        </div>
    }
    .into_any()
}
